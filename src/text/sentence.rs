//! Where sentences, paragraphs and quotations begin and end.

use super::token::{Token, TokenKind};
use crate::import::{Noise, NoiseKind};
use crate::span::Span;
use std::ops::Range;

/// One sentence, or a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// From its first to its last token.
    pub span: Span,
    /// Index of its first token.
    pub first: u32,
    /// One past the index of its last token.
    pub last: u32,
    /// Counts the paragraphs of the article from 0.
    pub paragraph: u32,
    /// Whether it is prose.
    pub kind: SentenceKind,
}

/// Whether a sentence is prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SentenceKind {
    /// A sentence of the article's body.
    Prose,
    /// A heading or byline: it may hold names, but tells nothing itself.
    Heading,
}

impl Sentence {
    /// Indices of its tokens.
    #[must_use]
    pub fn token_range(&self) -> Range<usize> {
        self.first as usize..self.last as usize
    }
}

/// Tokens of a sentence at most. No prose has longer ones; what has no stops is cut, for whatever reads a
/// sentence may look at it as often as it has words.
const LONGEST: usize = 400;

/// Words whose full stop does not end a sentence when something follows.
const ABBREVIATIONS: [&str; 62] = [
    "adm", "apr", "aug", "ave", "brig", "bros", "capt", "cmdr", "co", "col", "corp", "cpl", "dec", "dept", "dr", "est",
    "etc", "feb", "fig", "fri", "ft", "gen", "gov", "hon", "inc", "jan", "jr", "jul", "jun", "lt", "ltd", "maj", "mar",
    "messrs", "mon", "mr", "mrs", "ms", "mt", "no", "nov", "oct", "pp", "prof", "pvt", "rep", "reps", "rev", "sat",
    "sen", "sens", "sept", "sgt", "sr", "st", "thu", "thurs", "tue", "tues", "vs", "wed", "sep",
];

/// Abbreviations that often do end a sentence: they do when a capitalised word follows that
/// commonly opens one.
const CLOSERS: [&str; 9] = ["inc", "corp", "co", "ltd", "jr", "sr", "etc", "bros", "no"];

/// Those that are written in lower case: "He sat." ends a sentence, "Sat. 5 May" does not.
const IN_LOWER_CASE: [&str; 8] = ["co", "dept", "est", "etc", "fig", "ft", "pp", "vs"];

/// States behind a town in an American agency's dateline. They close sentences as well.
const STATES: [&str; 33] = [
    "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Mass", "Md",
    "Mich", "Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Tenn", "Tex", "Va", "Vt", "Wash", "Wis",
    "Wyo",
];

/// Cuts the tokens into sentences. Noise other than headings and bylines belongs to none.
pub(super) fn split(text: &str, tokens: &[Token], noise: &[Noise]) -> Vec<Sentence> {
    let mut cutter = Cutter { tokens, sentences: Vec::new(), open: None, paragraph: 0 };
    let mut noise = noise.iter().peekable();
    let mut i = 0;
    let mut quote_open = false;
    while i < tokens.len() {
        let token = tokens[i];
        while noise.peek().is_some_and(|n| n.span.end <= token.start) {
            noise.next();
        }
        if let Some(n) = noise.peek()
            && n.span.start <= token.start
        {
            cutter.close(i);
            let end = i + tokens[i..].partition_point(|t| t.end <= n.span.end);
            let end = end.max(i + 1);
            if matches!(n.kind, NoiseKind::Heading | NoiseKind::Byline) {
                cutter.paragraph += 1;
                cutter.open = Some(i);
                cutter.close_as(end, SentenceKind::Heading);
            }
            cutter.paragraph += 1;
            quote_open = false;
            i = end;
            continue;
        }
        if token.line_start && cutter.open.is_some() && ends_paragraph(text, tokens, i) {
            cutter.close(i);
            cutter.paragraph += 1;
            quote_open = false;
        }
        if cutter.open.is_some_and(|from| i - from >= LONGEST) {
            cutter.close(i);
        }
        cutter.open.get_or_insert(i);
        let last = text.as_bytes()[token.end as usize - 1];
        let stop = match token.kind {
            TokenKind::Mark => {
                quote_open ^= last == b'"';
                matches!(last, b'.' | b'!' | b'?') || token.span().of(text) == "…"
            }
            TokenKind::Word => last == b'.',
            _ => false,
        };
        if stop {
            let mut end = i + 1;
            // Closing marks belong to the sentence they close.
            while let Some(next) = tokens.get(end) {
                let mark = next.span().of(text);
                let closing = matches!(mark, "”" | "’" | ")" | "]" | "'" | "." | "!" | "?" | "…" | "»")
                    || (mark == "\"" && quote_open);
                if next.spaced || next.line_start || !closing {
                    break;
                }
                if mark == "\"" {
                    quote_open = false;
                }
                end += 1;
            }
            if ends_sentence(text, tokens, i, end) {
                cutter.close(end);
            }
            i = end;
            continue;
        }
        i += 1;
    }
    cutter.close(tokens.len());
    cutter.sentences
}

struct Cutter<'t> {
    tokens: &'t [Token],
    sentences: Vec<Sentence>,
    open: Option<usize>,
    paragraph: u32,
}

impl Cutter<'_> {
    fn close(&mut self, end: usize) {
        self.close_as(end, SentenceKind::Prose);
    }

    fn close_as(&mut self, end: usize, kind: SentenceKind) {
        let Some(first) = self.open.take() else { return };
        if first < end {
            self.sentences.push(Sentence {
                span: Span::new(self.tokens[first].start, self.tokens[end - 1].end),
                first: first as u32,
                last: end as u32,
                paragraph: self.paragraph,
                kind,
            });
        }
    }
}

/// Whether the line break before token `i` ends a paragraph, rather than wrapping a line.
fn ends_paragraph(text: &str, tokens: &[Token], i: usize) -> bool {
    let before = tokens[i - 1];
    let gap = &text[before.end as usize..tokens[i].start as usize];
    let blank = gap.bytes().filter(|&b| b == b'\n').count() > 1;
    let last = before.span().of(text);
    let closed = matches!(last, "." | "!" | "?" | "…" | "”" | "\"" | ")" | ":");
    // A line wrapped by hand goes on in lower case or after an unfinished clause.
    blank || closed || (tokens[i].capital && !matches!(last, "," | ";" | "-" | "–" | "—"))
}

/// Whether the stop at token `stop`, whose closing marks run up to `next`, ends a sentence.
fn ends_sentence(text: &str, tokens: &[Token], stop: usize, next: usize) -> bool {
    let Some(follower) = tokens.get(next) else { return true };
    if follower.line_start {
        return true;
    }
    if !follower.spaced {
        return false;
    }
    let word = tokens[stop].span().of(text);
    if matches!(word, "!" | "?" | "…") {
        return follower.capital || follower.kind != TokenKind::Word;
    }
    let opener =
        if follower.kind == TokenKind::Mark { tokens.get(next + 1).copied().unwrap_or(*follower) } else { *follower };
    let opens = opener.capital || opener.kind == TokenKind::Number || follower.kind == TokenKind::Mark;
    if !opens {
        return false;
    }
    if next > stop + 1 {
        return true; // The stop stands inside closing quotes or brackets.
    }
    let abbreviation = if word == "." {
        match stop.checked_sub(1).map(|i| tokens[i]) {
            Some(t) if !tokens[stop].spaced && t.kind == TokenKind::Word => t.span().of(text),
            _ => return true,
        }
    } else {
        word
    };
    let is = |known: &&str| abbreviation.eq_ignore_ascii_case(known);
    let starter = is_starter(opener.span().of(text));
    if word != "." {
        // "U.S.", "p.m.": only a word that commonly opens a sentence tells.
        return starter && opener.kind == TokenKind::Word;
    }
    let mut letters = abbreviation.chars();
    if letters.next().is_some_and(char::is_uppercase) && letters.next().is_none() {
        return abbreviation == "I" && starter;
    }
    if is(&"no") {
        return opener.kind != TokenKind::Number;
    }
    if STATES.contains(&abbreviation) {
        return starter && opener.kind == TokenKind::Word;
    }
    let written = abbreviation.starts_with(char::is_uppercase) || IN_LOWER_CASE.iter().any(is);
    if abbreviation.len() < 7 && written && ABBREVIATIONS.iter().any(is) {
        return CLOSERS.iter().any(is) && starter;
    }
    true
}

/// Words that open sentences far more often than they open names.
fn is_starter(word: &str) -> bool {
    matches!(
        word,
        "The"
            | "A"
            | "An"
            | "In"
            | "On"
            | "At"
            | "But"
            | "And"
            | "It"
            | "He"
            | "She"
            | "They"
            | "We"
            | "This"
            | "That"
            | "These"
            | "Those"
            | "There"
            | "His"
            | "Her"
            | "Its"
            | "Their"
            | "As"
            | "If"
            | "When"
            | "While"
            | "After"
            | "Before"
            | "For"
            | "From"
            | "With"
            | "By"
            | "Some"
            | "Many"
            | "Most"
            | "Several"
            | "However"
            | "Meanwhile"
            | "Officials"
            | "Police"
            | "No"
            | "Not"
            | "What"
            | "Who"
            | "So"
            | "Since"
            | "Under"
            | "Last"
            | "Earlier"
    )
}

#[cfg(test)]
mod tests {
    use crate::import::{Article, Record};
    use crate::text::Document;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let article = Article::new(Record { id: "a".into(), text: text.into(), ..Record::default() });
        let document = Document::new(&article);
        let found: Vec<_> = document.sentences.iter().map(|s| s.span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn stops_that_end_a_sentence() {
        check("Rain fell. It stopped.", &["Rain fell.", "It stopped."]);
        check("“We lost.” He left.", &["“We lost.”", "He left."]);
        check("It cost $3.5 million. Nobody paid!", &["It cost $3.5 million.", "Nobody paid!"]);
        check("He lives in the U.S. The house is old.", &["He lives in the U.S.", "The house is old."]);
        check("He sat. Nobody spoke.", &["He sat.", "Nobody spoke."]);
        check("They live in Tampa, Fla. The house is old.", &["They live in Tampa, Fla.", "The house is old."]);
        check("It closed at 5 p.m. The mayor left.", &["It closed at 5 p.m.", "The mayor left."]);
    }

    #[test]
    fn what_has_no_stops_is_cut() {
        let endless = "word ".repeat(2 * super::LONGEST + 1);
        let whole = "word ".repeat(super::LONGEST);
        check(&endless, &[whole.trim(), whole.trim(), "word"]);
        check(whole.trim(), &[whole.trim()]);
    }

    #[test]
    fn stops_that_do_not() {
        check("The U.S. Embassy warned Mr. Diaz on Sept. 30.", &["The U.S. Embassy warned Mr. Diaz on Sept. 30."]);
        check("John F. Kennedy met Gen. Lee at No. 10.", &["John F. Kennedy met Gen. Lee at No. 10."]);
        check("“Why?” he asked.", &["“Why?” he asked."]);
        check("Acme Inc. Chairman Lee quit.", &["Acme Inc. Chairman Lee quit."]);
        check("TULSA, Okla. (CPA) — Rain fell.", &["TULSA, Okla. (CPA) — Rain fell."]);
    }

    #[test]
    fn paragraphs_and_noise() {
        check("Rain fell\n\nAdvertisement\n\nIt stopped.", &["Rain fell", "It stopped."]);
        check("One line.\nAnother line.", &["One line.", "Another line."]);
        check("It was a long\nway home.", &["It was a long\nway home."]);
        check("date 2024-03-07 Rain fell.", &["Rain fell."]);
    }
}
