//! What an event's noun is told with: "|the Sept. 25, 2021 derailment in Montana|".

use super::group::Parsed;
use super::words::{Kind, Words};
use std::ops::Range;

/// The noun with what stands around it.
pub(super) fn noun_phrase(
    words: &Words,
    parsed: &Parsed,
    first: usize,
    last: usize,
    clause: &Range<usize>,
) -> Range<usize> {
    let mut start = first;
    let glued = |t: usize| words.is(t, &["-", "‑"]) && !words.spaced(t);
    let inside = |t: usize| {
        matches!(words.kind(t), Kind::Content | Kind::Number | Kind::Clitic | Kind::Adverb | Kind::Determiner)
    };
    while start > parsed.offset && !parsed.is_verb(start - 1) && (inside(start - 1) || glued(start - 1)) {
        start -= 1;
        if words.kind(start) == Kind::Determiner {
            break;
        }
        // "the Sept. 25, |2021 derailment"
        let number = |t: usize| words.kind(t) == Kind::Number;
        if start > parsed.offset + 3 && number(start) && words.is(start - 1, &[","]) && number(start - 2) {
            let month = if words.is(start - 3, &["."]) { start - 4 } else { start - 3 };
            if words.capital(month) {
                start = month;
            }
        }
    }
    // "at |least 70 attacks"
    if words.is(start, &["least", "most"]) && start > parsed.offset && words.is(start - 1, &["at"]) {
        start -= 1;
    }
    // "showed that |turnout had fallen": no pronoun.
    if words.is(start, &["that"]) && start < first && start > parsed.offset && parsed.is_verb(start - 1) {
        start += 1;
    }
    let mut end = last + 1;
    while end < clause.end && end - last < 14 && !parsed.is_verb(end) {
        match words.kind(end) {
            // "on 3 May"
            Kind::Modal if words.capital(end) => end += 1,
            // "by 06:00"
            // "(at the time of) the crash |the train was late"
            Kind::Determiner if end > last && words.kind(end - 1) == Kind::Content => break,
            // "a deal at 5 |am"
            Kind::Be if words.kind(end - 1) == Kind::Number && words.is(end, &["am"]) => end += 1,
            Kind::Mark if words.kind(end - 1) == Kind::Number && words.kind(end + 1) == Kind::Number => end += 1,
            // "on Feb|. 14"
            Kind::Mark if words.is(end, &["."]) && words.kind(end + 1) == Kind::Number => end += 1,
            Kind::Mark if !words.is(end, &["-", "’", "'"]) => break,
            Kind::Be | Kind::Have | Kind::Do | Kind::Modal | Kind::Relative | Kind::Coordinator | Kind::Pronoun => {
                break;
            }
            _ => end += 1,
        }
    }
    while end > last + 1
        && matches!(words.kind(end - 1), Kind::Preposition | Kind::Determiner | Kind::To | Kind::Adverb)
    {
        end -= 1;
    }
    start..end
}
