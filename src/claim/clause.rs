//! The clauses of a sentence.
//!
//! A clause ends at a semicolon, a dash, a colon, or at a joining word ("and", "but", "which",
//! "while", …) with enough words on both sides; nothing smaller than a clause is compared, and
//! nothing larger than a sentence.

use crate::letter::lower;
use crate::span::Span;
use crate::text::{Document, Sentence, TokenKind};
use std::ops::Range;

/// A clause, as it is looked through word by word.
pub(super) struct Clause<'d> {
    pub document: &'d Document<'d>,
    /// Its tokens.
    pub range: Range<usize>,
}

impl<'d> Clause<'d> {
    /// A word of the document; empty beyond its ends.
    pub(super) fn word(&self, i: usize) -> &'d str {
        self.document.word(i)
    }

    /// Whether word `i` is one of a list, in capital letters or not.
    pub(super) fn is(&self, i: usize, list: &[&str]) -> bool {
        list.iter().any(|w| self.word(i).eq_ignore_ascii_case(w))
    }

    /// The word before, where the clause has one.
    pub(super) fn before(&self, i: usize) -> &'d str {
        if i > self.range.start { self.word(i - 1) } else { "" }
    }

    /// Its span without the commas and joining words at its edges.
    pub(super) fn trimmed(&self) -> Option<Span> {
        let mut clause = self.range.clone();
        let edge = |i: usize| matches!(self.word(i), "," | ";" | ":" | "—" | "–" | "-" | "." | "!" | "?" | ")" | "(");
        while clause.len() > 1 && (edge(clause.start) || matches!(self.word(clause.start), "and" | "but" | "or")) {
            clause.start += 1;
        }
        while clause.len() > 1 && edge(clause.end - 1) {
            clause.end -= 1;
        }
        let tokens = &self.document.tokens;
        let (first, last) = (tokens.get(clause.start)?, tokens.get(clause.end.checked_sub(1)?)?);
        Some(first.span().cover(last.span()))
    }
}

/// The least number of words on either side of a joining word that parts two clauses.
const LEAST: usize = 4;

/// Words after which a new clause begins where a comma stands before.
const AFTER_COMMA: [&str; 18] = [
    "and", "but", "which", "who", "while", "although", "though", "where", "when", "because", "as", "so", "after",
    "before", "whose", "until", "yet", "or",
];
/// Words that begin a clause without a comma.
const ALONE: [&str; 8] = ["because", "while", "although", "whereas", "after", "before", "since", "when"];

/// The clauses of a sentence, as ranges of tokens.
pub(super) fn clauses(document: &Document, sentence: &Sentence, dated: &dyn Fn(usize) -> bool) -> Vec<Range<usize>> {
    let range = sentence.token_range();
    let word = |i: usize| document.word(i);
    let is_word = |i: usize| document.tokens[i].kind == TokenKind::Word;
    let count = |r: Range<usize>| r.filter(|&i| is_word(i)).count();
    let mut starts = vec![range.start];
    for i in range.start + 1..range.end.saturating_sub(1) {
        let from = starts.last().copied().unwrap_or(range.start);
        let mark = word(i);
        let token = document.tokens[i];
        let dash = matches!(mark, "—" | "–") || (mark == "-" && token.spaced && document.tokens[i + 1].spaced);
        let colon = mark == ":" && document.tokens[i + 1].spaced;
        let lower = lower(mark);
        let joined = word(i - 1) == "," && AFTER_COMMA.contains(&lower.as_str());
        // "shortly after 2 p.m." begins no clause.
        let alone = ALONE.contains(&lower.as_str()) && !dated(i + 1) && !dated(i);
        let list = lower == "and" && joined && !has_verb(document, i + 1..range.end);
        let parts = mark == ";" || dash || colon || ((joined || alone) && !list);
        // "In a brief appearance before the cameras she admitted"
        let opening = alone && !joined && count(from..i) < 6 && !has_verb(document, from..i);
        if parts && !opening && count(from..i) >= LEAST && count(i + 1..range.end) >= LEAST {
            let shortly = matches!(word(i - 1), "shortly" | "just" | "soon" | "immediately" | "even" | "only");
            starts.push(if mark == ";" || dash || colon { i + 1 } else { i - usize::from(shortly) });
        }
    }
    starts.push(range.end);
    starts.windows(2).map(|w| w[0]..w[1]).collect()
}

/// Whether something like a verb stands within the next words: an auxiliary, or a past form.
fn has_verb(document: &Document, range: Range<usize>) -> bool {
    range.take(8).any(|i| {
        let word = lower(document.word(i));
        matches!(
            word.as_str(),
            "is" | "was"
                | "were"
                | "are"
                | "has"
                | "had"
                | "have"
                | "will"
                | "would"
                | "could"
                | "did"
                | "does"
                | "said"
                | "says"
                | "may"
                | "can"
                | "be"
        ) || (word.ends_with("ed") && word.len() > 4)
    })
}
