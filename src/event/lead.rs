//! What stands before the prose of a sentence and is no part of what it tells.
//!
//! ```text
//! LIMA, 16 May (CPA) — |A ferry sank…    an agency's dateline
//! 18:05 |The minister has landed…        the hour of an entry in a live report
//! (iii) |The siren was sounded…          the number of an item
//! ```

use super::words::{Kind, Words};
use std::ops::Range;

/// No dateline is longer, in tokens.
const LONGEST: usize = 16;

/// Where the prose of a sentence begins, and what stands before it.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Lead {
    /// Its first token of prose.
    pub(crate) end: usize,
    /// The hour at which an entry was written.
    pub(crate) stamp: Option<Range<usize>>,
}

/// Reads what stands before the prose of a sentence. Only the first sentence of a line has a lead.
pub(crate) fn read(words: &Words, sentence: &Range<usize>) -> Lead {
    let start = sentence.start;
    if start > 0 && !words.document.tokens.get(start).is_some_and(|t| t.line_start) {
        return Lead { end: start, stamp: None };
    }
    let stamp = stamp(words, start);
    let mut end = stamp.as_ref().map_or(start, |s| s.end);
    end = item(words, end);
    if stamp.is_none() {
        end = dateline(words, end, sentence.end).unwrap_or(end);
    }
    // A lead with nothing behind it is what the sentence tells.
    if end < sentence.end { Lead { end, stamp } } else { Lead { end: start, stamp: None } }
}

/// "18:05", "6:05 pm", "18:05 GMT —"
fn stamp(words: &Words, start: usize) -> Option<Range<usize>> {
    let number = |t: usize, most: u8| words.word(t).parse::<u8>().is_ok_and(|n| n < most);
    let minutes = |t: usize| words.word(t).len() == 2 && number(t, 60) && !words.spaced(t);
    if !(number(start, 24) && words.word(start + 1) == ":" && !words.spaced(start + 1) && minutes(start + 2)) {
        return None;
    }
    let mut end = start + 3;
    while words.is(end, &["am", "pm", "a.m.", "p.m."])
        || crate::time::is_zone(words.word(end))
        || words.is(end, &[":", "-", "–", "—", "|"])
    {
        end += 1;
    }
    (words.spaced(end) && opens(words, end)).then_some(start..end)
}

/// "(iii)", "2)", "•", and signs that are no letters.
fn item(words: &Words, start: usize) -> usize {
    let closed = |t: usize| words.is(t, &[")", "]"]);
    let short =
        |t: usize| words.word(t).len() < 5 && matches!(words.kind(t), Kind::Number | Kind::Content | Kind::Pronoun);
    let mut end = start;
    if words.is(end, &["(", "["]) && closed(end + 2) && words.word(end + 1).len() < 5 {
        end += 3;
    } else if short(end) && words.is(end + 1, &[")"]) && !words.spaced(end + 1) {
        end += 2;
    }
    while words.kind(end) == Kind::Mark
        && end < words.document.tokens.len()
        && (words.is(end, &["-", "–", "—", "*", "•", "▪", "·"])
            || words.word(end).chars().all(|c| u32::from(c) > 0x2100 && !c.is_alphanumeric()))
        && words.spaced(end + 1)
    {
        end += 1;
    }
    end
}

/// Names, a date and an agency before a dash: nothing in lower case, and behind it a new sentence.
fn dateline(words: &Words, start: usize, end: usize) -> Option<usize> {
    let capitals = |t: usize| {
        words.document.tokens.get(t).is_some_and(|t| {
            let word = t.span().of(words.document.text);
            word.len() > 1 && !word.contains(char::is_lowercase)
        })
    };
    let (mut depth, mut told) = (0, capitals(start));
    if !words.capital(start) {
        return None;
    }
    for t in start..end.min(start + LONGEST) {
        match words.word(t) {
            "(" => (depth, told) = (depth + 1, true),
            ")" => depth -= 1,
            "," | "." | "/" | ":" => {}
            "—" | "–" | "-" | "--" if depth == 0 && (words.spaced(t) || words.spaced(t + 1)) => {
                let behind = if words.is(t + 1, &["-"]) { t + 2 } else { t + 1 };
                // "LIMA - June 1, 2009 - A ferry sank"
                let dated = |next: &usize| (behind..*next).any(|t| words.kind(t) == Kind::Number);
                let behind = dateline(words, behind, end.min(start + LONGEST)).filter(dated).unwrap_or(behind);
                return (told && opens(words, behind)).then_some(behind);
            }
            _ if words.kind(t) == Kind::Number => told = true,
            _ if words.capital(t) => {}
            _ => return None,
        }
    }
    None
}

/// Whether a sentence can begin at a token.
fn opens(words: &Words, token: usize) -> bool {
    words.capital(token) || words.kind(token) == Kind::Number || words.kind(token) == Kind::Mark
}

#[cfg(test)]
mod tests {
    use crate::event::words::Words;
    use crate::import::{Article, Record};
    use crate::text::Document;

    /// The first sentence's lead and, after a bar, its prose.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let article = Article::new(Record { id: "a".into(), text: text.into(), ..Record::default() });
        let document = Document::new(&article);
        let words = Words::new(&document);
        let range = document.sentences[0].token_range();
        let lead = super::read(&words, &range);
        let at = document.tokens[lead.end].start as usize;
        let stamp = lead.stamp.map_or("", |s| words.cover(&s).of(text));
        assert_eq!(format!("{stamp}|{}", &text[at..]), expected);
    }

    #[test]
    fn datelines() {
        check("LIMA, 16 May (CPA) — A ferry sank.", "|A ferry sank.");
        check("LONDON — The ministry resigned.", "|The ministry resigned.");
        check("LIMA - June 1, 2009 - A ferry sank.", "|A ferry sank.");
        check("KANSAS CITY, Mo. (CPA) - The plant closed.", "|The plant closed.");
        check("Port Ellis (CPA) – Police freed him.", "|Police freed him.");
        check("Port Ellis, 3 June – Police freed him.", "|Police freed him.");
        check("NASA — the agency for space — has a new head.", "|NASA — the agency for space — has a new head.");
        check("The firm — a maker of pumps — closed.", "|The firm — a maker of pumps — closed.");
        check("Mara Voss (born 3 May 1950 – 2 June 2001) sang.", "|Mara Voss (born 3 May 1950 – 2 June 2001) sang.");
        check("Mara Voss — Lenta's mayor — has gone.", "|Mara Voss — Lenta's mayor — has gone.");
    }

    #[test]
    fn hours_of_entries() {
        check("18:05 The minister has landed.", "18:05|The minister has landed.");
        check("6:05 pm – The minister has landed.", "6:05 pm –|The minister has landed.");
        check("18:05 is when it began.", "|18:05 is when it began.");
        check("3:2 was the score.", "|3:2 was the score.");
    }

    #[test]
    fn numbers_of_items() {
        check("(iii) The siren was sounded.", "|The siren was sounded.");
        check("2) The siren was sounded.", "|The siren was sounded.");
        check("• The siren was sounded.", "|The siren was sounded.");
        check("(Nobody) slept.", "|(Nobody) slept.");
        check("18:05 ⚠ The line is gone.", "18:05|The line is gone.");
    }
}
