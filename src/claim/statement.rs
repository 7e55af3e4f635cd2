//! Statements: the clauses of a sentence, with what each is about and how it is told.
//!
//! A clause ends at a semicolon, a dash, a colon, or at a joining word ("and", "but", "which",
//! "while", …) with enough words on both sides; nothing smaller than a clause is compared, and
//! nothing larger than a sentence.

use super::words::{self, Set, Term};
use crate::order::Arrange;
use crate::span::Span;
use crate::text::{Document, Sentence, TokenKind};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// One clause of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Where it stands, without the joining word and closing marks.
    pub span: Span,
    /// Index into [`crate::facts::Facts::sentences`].
    pub sentence: u32,
    /// What it is about: its content words, sorted, each once.
    pub terms: Vec<Term>,
    /// What it says is not so: the content words that a negation governs, sorted.
    pub denied: Vec<Term>,
    /// Whether it says that something is not so.
    pub negated: bool,
    /// How many words of judgement and generality it has; two or more make commentary.
    pub commentary: u8,
    /// Whether it stands in quotation marks, or for the most part.
    pub quoted: bool,
    /// Whether it is told as not (yet) having happened: planned, feared, possible.
    pub unreal: bool,
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

/// Words that deny the clause they stand in.
const NEGATIONS: [&str; 13] = [
    "not", "no", "never", "nobody", "none", "nothing", "neither", "nor", "without", "denied", "denies", "deny",
    "denying",
];
/// Verbs and nouns that deny what they govern.
const REFUSALS: [&str; 5] = ["rejected", "dismissed", "refuted", "disproven", "debunked"];

/// What tells that something has not happened, or not yet.
const UNREAL: [&str; 23] = [
    "will",
    "would",
    "could",
    "may",
    "might",
    "should",
    "plans",
    "plan",
    "planned",
    "expected",
    "due",
    "expects",
    "hopes",
    "fears",
    "feared",
    "scheduled",
    "if",
    "intends",
    "proposed",
    "demanding",
    "limit",
    "going",
    "unless",
];

/// Words of judgement and generality, which mark commentary rather than report.
static COMMENTARY: Set = Set::new(
    "reminder underscore underscores underscored underscoring highlight highlights highlighted \
highlighting implication implications significance complexity complex challenge challenges dynamics narrative landscape \
resilience vigilance importance necessity profound sobering stark raises raising questions concern concerns tension tensions \
global broader intricate relentless crucial inevitably clear ultimately perhaps honest reality realities future strategy \
strategies framework frameworks efforts effectiveness efficacy efficiency persistent ongoing evolving evolves dialogue \
spotlight shadow scrutiny layer layers remains poses posed pose signals signaling difficulties demonstrates demonstrated \
wonder wish trust guess tragedy tragic terrible shocking pervasive grapples grapple serves emphasizes emphasises ramifications \
collaboration cooperation worldwide seas debate speculation repercussions trajectory escalating escalate stakes menace",
);

/// How many words a negation governs.
const REACH: usize = 6;

/// The clauses of a sentence, as ranges of tokens.
#[must_use]
pub fn clauses(document: &Document, sentence: &Sentence) -> Vec<Range<usize>> {
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
        let lower = mark.to_lowercase();
        let joined = word(i - 1) == "," && AFTER_COMMA.contains(&lower.as_str());
        let alone = ALONE.contains(&lower.as_str());
        let list = lower == "and" && joined && !has_verb(document, i + 1..range.end);
        let parts = mark == ";" || dash || colon || ((joined || alone) && !list);
        if parts && count(from..i) >= LEAST && count(i + 1..range.end) >= LEAST {
            starts.push(if mark == ";" || dash || colon { i + 1 } else { i });
        }
    }
    starts.push(range.end);
    starts.windows(2).map(|w| w[0]..w[1]).collect()
}

/// Whether something like a verb stands within the next words: an auxiliary, or a past form.
fn has_verb(document: &Document, range: Range<usize>) -> bool {
    range.take(8).any(|i| {
        let word = document.word(i).to_lowercase();
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

/// Reads one clause.
#[must_use]
pub fn read(document: &Document, index: u32, clause: Range<usize>) -> Option<Statement> {
    let span = trimmed(document, clause.clone())?;
    let mut terms = Vec::new();
    let mut denied = Vec::new();
    let mut reach = 0;
    let mut commentary = 0u8;
    let (mut negated, mut unreal, mut quoted, mut inside) = (false, false, 0usize, false);
    let mut all = 0;
    for i in clause.clone() {
        let word = document.word(i);
        match document.tokens[i].kind {
            TokenKind::Word => {}
            TokenKind::Mark => {
                match word {
                    "“" => inside = true,
                    "”" => inside = false,
                    "\"" => inside = !inside,
                    _ => {}
                }
                if matches!(word, "," | ";" | "." | ":" | "—") {
                    reach = 0;
                }
                continue;
            }
            _ => continue,
        }
        all += 1;
        quoted += usize::from(inside);
        let lower = word.to_lowercase();
        let lower = lower.as_str();
        let negation =
            NEGATIONS.contains(&lower) || lower.ends_with("n't") || lower.ends_with("n’t") || REFUSALS.contains(&lower);
        // "not only" denies nothing.
        let only = ["only", "just", "least"].iter().any(|w| document.word(i + 1).eq_ignore_ascii_case(w));
        reach = usize::saturating_sub(reach, 1);
        if negation && !only {
            negated = true;
            reach = REACH;
        }
        commentary += u8::from(COMMENTARY.has(lower) && commentary < 9);
        unreal |= UNREAL.contains(&lower);
        if let Some(term) = words::term(word) {
            terms.push(term);
            if reach > 0 && !negation {
                denied.push(term);
            }
        }
    }
    terms.arrange();
    terms.dedup();
    denied.arrange();
    denied.dedup();
    Some(Statement { span, sentence: index, terms, denied, negated, commentary, quoted: quoted * 2 > all, unreal })
}

/// The span of a clause without the commas and joining words at its edges.
fn trimmed(document: &Document, mut clause: Range<usize>) -> Option<Span> {
    let edge = |i: usize| matches!(document.word(i), "," | ";" | ":" | "—" | "–" | "-" | "." | "!" | "?" | ")" | "(");
    while clause.len() > 1 && (edge(clause.start) || matches!(document.word(clause.start), "and" | "but" | "or")) {
        clause.start += 1;
    }
    while clause.len() > 1 && edge(clause.end - 1) {
        clause.end -= 1;
    }
    let (first, last) = (document.tokens.get(clause.start)?, document.tokens.get(clause.end.checked_sub(1)?)?);
    Some(first.span().cover(last.span()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Article, Record};

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let article = Article::new(Record { id: "t".into(), text: text.into(), ..Record::default() });
        let document = Document::new(&article);
        let found: Vec<_> = document
            .sentences
            .iter()
            .flat_map(|s| clauses(&document, s))
            .filter_map(|c| read(&document, 0, c))
            .map(|s| format!("{}{}", if s.negated { "NOT " } else { "" }, s.span.of(text)))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn clauses_of_a_sentence() {
        check(
            "The bank failed on Monday, and its chairman was arrested after he tried to leave.",
            &["The bank failed on Monday", "its chairman was arrested", "after he tried to leave"],
        );
        check("It lost ships, boats, and a very old crane.", &["It lost ships, boats, and a very old crane"]);
        check(
            "The valve did not fail; the pump did that day.",
            &["NOT The valve did not fail", "the pump did that day"],
        );
        check("He left.", &["He left"]);
    }
}
