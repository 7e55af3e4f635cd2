//! A passage cut into pieces, some of them marked: what decides a comparison, what two copies
//! do not share.

use crate::letter::lower;
use crate::order::Arrange;
use crate::span::Span;

/// A stretch of text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether it stands out.
    pub marked: bool,
}

/// Words before a number that bound it.
const BOUNDS: [&str; 17] = [
    "about",
    "almost",
    "approximately",
    "around",
    "at",
    "estimated",
    "exactly",
    "fewer",
    "least",
    "less",
    "more",
    "most",
    "nearly",
    "over",
    "roughly",
    "some",
    "than",
];

/// Cuts a passage where marks begin and end; marks outside it are left out.
#[must_use]
pub fn pieces(text: &str, passage: Span, marks: &[Span]) -> Vec<Piece> {
    let mut marks: Vec<Span> = marks.iter().copied().filter(|m| !m.is_empty() && m.overlaps(passage)).collect();
    marks.arrange();
    marks.dedup_by(|next, mark| {
        let touch = mark.end >= next.start;
        if touch {
            *mark = mark.cover(*next);
        }
        touch
    });
    let mut pieces = Vec::new();
    let mut add = |from: u32, to: u32, marked| {
        let text = Span::new(from, to).of(text);
        if !text.is_empty() {
            pieces.push(Piece { text: on_one_line(text), marked });
        }
    };
    let mut at = passage.start;
    for mark in marks {
        let (from, to) = (mark.start.max(at), mark.end.min(passage.end));
        if to > from {
            add(at, from, false);
            add(from, to, true);
            at = to;
        }
    }
    add(at, passage.end, false);
    pieces
}

/// Line breaks inside a passage read as spaces.
fn on_one_line(text: &str) -> String {
    text.chars().map(|c| if matches!(c, '\n' | '\r' | '\t') { ' ' } else { c }).collect()
}

/// The words of a passage with their spans, punctuation at their ends left off.
fn words(text: &str, passage: Span) -> Vec<(Span, &str)> {
    let whole = passage.of(text);
    let mut words = Vec::new();
    for word in whole.split([' ', '\n', '\t', '\r', '\u{a0}', '—', '-']) {
        let start = passage.start + (word.as_ptr() as usize - whole.as_ptr() as usize) as u32;
        let trimmed = word.trim_matches(|c: char| !c.is_alphanumeric() && c != '%' && c != '$' && c != '€' && c != '£');
        if !trimmed.is_empty() {
            let lead = (trimmed.as_ptr() as usize - word.as_ptr() as usize) as u32;
            words.push((Span::new(start + lead, start + lead + trimmed.len() as u32), trimmed));
        }
    }
    words
}

/// Where a passage states the number of a value, with the words that bound it; every number
/// where none is that one.
#[must_use]
pub fn numbers(text: &str, passage: Span, value: &str) -> Vec<Span> {
    let wanted: String = value.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    let words = words(text, passage);
    let digits = |word: &str| -> Option<String> {
        if let Some(number) = crate::time::spelled_number(word) {
            return Some(number.to_string());
        }
        let bare: String = word.chars().filter(|c| !matches!(c, ',' | '$' | '€' | '£' | '%')).collect();
        bare.as_bytes()
            .first()
            .is_some_and(u8::is_ascii_digit)
            .then(|| bare.chars().take_while(char::is_ascii_digit).collect())
    };
    let mut all: Vec<(Span, bool)> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let Some(number) = digits(words[at].1) else {
            at += 1;
            continue;
        };
        let (first, mut same) = (at, number == wanted);
        // "two hundred", "1.2 million": one number of several words.
        while at + 1 < words.len()
            && let Some(next) = digits(words[at + 1].1)
        {
            at += 1;
            same |= next == wanted || words[at].1.chars().all(char::is_alphabetic);
        }
        let bound = words[..first].iter().rev().take_while(|w| BOUNDS.contains(&lower(w.1).as_str())).count();
        all.push((words[first - bound].0.cover(words[at].0), same));
        at += 1;
    }
    let any = all.iter().any(|n| n.1);
    all.into_iter().filter(|n| n.1 || !any).map(|n| n.0).collect()
}

/// Words of a passage that none of the others has, joined where they follow each other.
#[must_use]
pub fn own_words(text: &str, passage: Span, others: &[&str]) -> Vec<Span> {
    let mut known: Vec<String> = Vec::new();
    for other in others {
        known.extend(self::words(other, Span::new(0, other.len() as u32)).iter().map(|w| lower(w.1)));
    }
    known.arrange();
    let mut spans: Vec<Span> = Vec::new();
    let mut joined = false;
    for (span, word) in words(text, passage) {
        let own = known.binary_search(&lower(word)).is_err();
        match spans.last_mut() {
            Some(last) if own && joined => *last = last.cover(span),
            _ if own => spans.push(span),
            _ => {}
        }
        joined = own;
    }
    // Where little is shared, nothing stands out.
    if spans.iter().map(|s| s.len()).sum::<u32>() * 2 > passage.len() {
        spans.clear();
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> Span {
        Span::new(0, text.len() as u32)
    }

    #[test]
    fn a_number_is_marked_with_its_bound() {
        let check = |text: &str, value: &str, expected: &[&str]| {
            let found: Vec<&str> = numbers(text, whole(text), value).iter().map(|s| s.of(text)).collect();
            assert_eq!(found, expected, "{value} in {text}");
        };
        check("At least 143 people were killed", ">=143", &["At least 143"]);
        check("killing more than 1,300 in 2 towns", ">1300", &["more than 1,300"]);
        check("three of the 40 boats", "3", &["three"]);
        check("losses of $1.2 million", "1200000 USD", &["$1.2 million"]);
        check("Dozens were hurt", "", &["Dozens"]);
        check("nobody was hurt", "0", &[]);
        check("a 25-year-old man", "25 year", &["25"]);
    }

    #[test]
    fn own_words_are_those_of_no_other() {
        let text = "The bridge was closed by the army on Sunday";
        let found: Vec<&str> = own_words(text, whole(text), &["the bridge fell on Sunday", "it was closed"])
            .iter()
            .map(|s| s.of(text))
            .collect();
        assert_eq!(found, ["by", "army"]);
        assert_eq!(own_words(text, whole(text), &["nothing of that"]), []);
    }

    #[test]
    fn pieces_join_to_the_passage() {
        let text = "One two\nthree four.";
        let cut = pieces(text, Span::new(4, 18), &[Span::new(8, 13), Span::new(0, 2), Span::new(8, 10)]);
        let joined: Vec<(&str, bool)> = cut.iter().map(|p| (p.text.as_str(), p.marked)).collect();
        assert_eq!(joined, [("two ", false), ("three", true), (" four", false)]);
    }
}
