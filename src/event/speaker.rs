//! Who says what a clause tells: "…, police said", "according to the ministry".

use super::group::{Link, Parsed, Tense};
use super::speech;
use super::words::{DAYS, Kind, Words};
use crate::span::Span;
use std::ops::Range;

/// The speaker of each group's clause, as the words that name them.
pub(crate) fn find(words: &Words, parsed: &Parsed, sentence: &Range<usize>) -> Vec<Option<Span>> {
    let mut speakers: Vec<Option<Range<usize>>> = vec![None; parsed.groups.len()];
    for (index, group) in parsed.groups.iter().enumerate() {
        if !speech::is_speech(&group.lemma)
            || group.passive
            || matches!(group.tense, Tense::Infinitive | Tense::Reduced)
        {
            continue;
        }
        let Some(subject) = subject(words, parsed, index, sentence) else { continue };
        let contents = |k: usize| {
            let mut at = k;
            for _ in 0..6 {
                let Some(g) = parsed.groups.get(at) else { return false };
                match g.parent {
                    Some(p) if p == index && g.link == Link::Content => return true,
                    Some(p) if p < at => at = p,
                    _ => return false,
                }
            }
            false
        };
        let told = (index + 1..parsed.groups.len()).any(contents);
        let trails = !told
            && (inverted(words, parsed, index)
                || !(group.last + 1..sentence.end).any(|t| {
                    words.kind(t) == Kind::Content
                        && parsed.owner(t) == Some(index)
                        && !quoted_after(words, group.last, t)
                }));
        for (k, speaker) in speakers.iter_mut().enumerate() {
            if speaker.is_none() && (contents(k) || (trails && k < index)) {
                *speaker = Some(subject.clone());
            }
        }
    }
    if let Some(speaker) = according(words, sentence) {
        for s in &mut speakers {
            s.get_or_insert_with(|| speaker.clone());
        }
    }
    speakers.into_iter().map(|s| s.map(|range| words.cover(&range)).filter(|s| !s.is_empty())).collect()
}

fn quoted_after(words: &Words, from: usize, token: usize) -> bool {
    (from..token).any(|t| words.is(t, &["“", "\"", "on", "in", "at"]))
}

/// "said Ms Diaz"
fn inverted(words: &Words, parsed: &Parsed, index: usize) -> bool {
    let group = &parsed.groups[index];
    group.lemma != "tell"
        && group.first > parsed.offset
        && (words.is(group.first - 1, &["”", "\""]) || (index > 0 && words.is(group.first - 1, &[","])))
        && matches!(words.kind(group.last + 1), Kind::Content | Kind::Determiner | Kind::Pronoun)
}

/// "according to the ministry"
fn according(words: &Words, sentence: &Range<usize>) -> Option<Range<usize>> {
    let at = sentence.clone().find(|&t| words.word(t) == "according" && words.word(t + 1) == "to")?;
    phrase(words, at + 2, sentence.end)
}

/// The noun phrase that begins at a token.
fn phrase(words: &Words, start: usize, end: usize) -> Option<Range<usize>> {
    let mut at = start;
    while at < end && at - start < 12 {
        match words.kind(at) {
            Kind::Content | Kind::Determiner | Kind::Clitic | Kind::Number | Kind::Pronoun => at += 1,
            Kind::Preposition if words.is(at, &["of", "for"]) => at += 1,
            Kind::Mark if words.is(at, &["-", "."]) && !words.spaced(at) && at + 1 < end && words.word(at) != "." => {
                at += 1
            }
            _ => break,
        }
    }
    while at > start && !matches!(words.kind(at - 1), Kind::Content | Kind::Pronoun | Kind::Number) {
        at -= 1;
    }
    (at > start).then_some(start..at)
}

/// The subject of a group.
pub(crate) fn subject(words: &Words, parsed: &Parsed, index: usize, sentence: &Range<usize>) -> Option<Range<usize>> {
    let group = &parsed.groups[index];
    let mut end = group.first;
    while end > sentence.start && words.kind(end - 1) == Kind::Adverb {
        end -= 1;
    }
    // "A jury |on Friday found"
    if end > sentence.start + 2 && words.is(end - 1, &DAYS) && words.is(end - 2, &["on"]) {
        end -= 2;
    }
    if inverted(words, parsed, index) && speech::is_speech(&group.lemma) {
        return phrase(words, group.last + 1, sentence.end);
    }
    let mut start = end;
    let mut floor = group.start.min(end).max(sentence.start);
    if end > sentence.start && words.word(end - 1) == "," && speech::is_speech(&group.lemma) {
        // "…, the mayor, Ana Diaz, told us": what stands between commas is the speaker's.
        floor = sentence.start;
    }
    while start > floor {
        let t = start - 1;
        match words.kind(t) {
            // "On Monday |he resigned"
            Kind::Pronoun if words.is(t, &["he", "she", "they", "it", "we", "i"]) => {
                start = t;
                break;
            }
            // "On Monday |a patrol of thirty men", "In 1976 |a sword": what stands before the article is no part of it.
            Kind::Content | Kind::Number
                if start < end && words.is(start, &["a", "an", "the"]) && !words.capital(start + 1) =>
            {
                break;
            }
            Kind::Content | Kind::Number | Kind::Clitic | Kind::Determiner | Kind::Pronoun | Kind::Adverb => start = t,
            Kind::Preposition
                if (words.is(t, &["of", "for", "in", "at", "from", "with"])
                    || (words.word(t) == "on"
                        && (words.word(t + 1) == "board" || words.kind(t + 1) == Kind::Determiner)))
                    && t > floor
                    && (matches!(words.kind(t - 1), Kind::Content)
                        // "the body of one |of the passengers"
                        || words.is(t, &["of"]) && words.kind(t - 1) == Kind::Number) =>
            {
                start = t
            }
            Kind::Coordinator if t > floor && matches!(words.kind(t - 1), Kind::Content) => start = t,
            // "from 6 p.m. |to 6 a.m.", "from March |to May"
            Kind::To if t > floor && start < end && words.kind(start) == Kind::Number => start = t,
            Kind::Mark if words.is(t, &["-", "."]) && !words.spaced(t + 1) => start = t,
            // "Diaz, the spokesman, said"
            Kind::Mark if words.word(t) == "," && start == end => {
                end = t;
                start = t;
                while start > floor && words.word(start - 1) != "," {
                    start -= 1;
                }
                if start == floor || start == 0 {
                    break;
                }
                end = start - 1;
                start = end;
            }
            _ => break,
        }
    }
    while start < end && matches!(words.kind(start), Kind::Coordinator | Kind::Mark | Kind::Adverb | Kind::Preposition)
    {
        start += 1;
    }
    if start < end {
        return Some(start..end);
    }
    // "…, adding that": the subject of what it hangs on.
    match (group.link, group.parent) {
        (Link::And | Link::When, Some(p)) if p < index => subject(words, parsed, p, sentence),
        _ => None,
    }
}
