//! Which clause or noun each time of a sentence stands by, and how: at it, since it, before it.

use super::beside;
use super::denied;
use super::group::{Group, Parsed, Tense};
use super::speech;
use super::words::{Kind, Words};
use crate::time::{TimeKind, TimeMention};
use std::ops::Range;

/// A time of a sentence and what it belongs to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    /// Index into the document's times.
    pub(crate) time: usize,
    /// First token.
    pub(crate) first: usize,
    /// The group it dates.
    pub(crate) group: Option<usize>,
    /// The noun it dates.
    pub(crate) noun: Option<usize>,
    /// How it stands to what it dates.
    pub(crate) relation: Relation,
}

/// How a time stands to an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relation {
    /// At it, or in it.
    At,
    /// "since": it began then.
    Since,
    /// "before", "until": not later.
    Before,
    /// "after": not earlier.
    After,
}

/// Finds what each time of a sentence belongs to.
pub(crate) fn places(
    words: &Words,
    parsed: &Parsed,
    sentence: Range<usize>,
    times: &[TimeMention],
    indices: Range<usize>,
) -> Vec<Place> {
    let mut places = Vec::new();
    let at = |time: usize, first: usize, group: usize| Place {
        time,
        first,
        group: Some(group),
        noun: None,
        relation: Relation::At,
    };
    for index in indices {
        let Some(time) = times.get(index) else { continue };
        let tokens = words.document.tokens_in(time.span);
        if tokens.is_empty() || tokens.start < sentence.start || tokens.end > sentence.end {
            continue;
        }
        if !matches!(time.kind, TimeKind::Date | TimeKind::Time) || time.days.is_none() {
            continue;
        }
        let (first, end) = (tokens.start, tokens.end);
        // "the worst since 1996, when a ferry sank"
        if let Some(told) = beside::told_when(words, parsed, end) {
            places.push(at(index, first, told));
        }
        let Some((mut relation, before)) = preposition(words, parsed, first, sentence.start) else { continue };
        if beside::dates_nothing(words, sentence.start, before, first, end)
            || parsed.owner(first).is_some_and(|g| beside::is_apposed(words, &parsed.groups[g], before, end))
        {
            continue;
        }
        if time.kind == TimeKind::Time
            && matches!(relation, Relation::Before | Relation::After)
            && !words.is(before, &["until", "till"])
        {
            // "shortly after 2 p.m. on Monday" is on Monday.
            relation = Relation::At;
        }
        // "opened boards called shelves on Monday": a name that is given has no day.
        let owner = parsed.owner(first).and_then(|g| {
            let group = parsed.groups.get(g)?;
            if group.is_naming() { group.parent } else { Some(g) }
        });
        // "a July 16 conference", "under the 1991 agreement"
        let attributive = matches!(words.kind(end), Kind::Clitic)
            || (matches!(words.kind(end), Kind::Content)
                && words.spaced(end)
                && !parsed.groups.iter().any(|g| g.first == end || g.head == end)
                && (words.kind(first.wrapping_sub(1)) == Kind::Determiner
                    || (words.is(first, &["the"]) && time.value.len() <= 4))
                && !words.is(first.wrapping_sub(1), &["that"]));
        let (mut group, mut noun) = (owner, None);
        if attributive {
            noun = (end..(end + 6).min(sentence.end))
                .find(|&t| super::nouns::read(words.word(t)).is_some() && !parsed.groups.iter().any(|g| g.head == t));
            // "In a July 16 press conference, he said": the phrase dates the clause too.
            let led =
                (first.saturating_sub(4).max(sentence.start)..first).any(|t| words.is(t, &["in", "at", "during"]));
            let before_verb = owner.and_then(|g| parsed.groups.get(g)).is_some_and(|g| end <= g.first);
            // "who wrote the 2020 letter": what is made is dated with its making.
            let makes = ["write", "sign", "publish", "issue", "reach", "produce", "release", "record", "file", "make"];
            let made = owner
                .and_then(|g| parsed.groups.get(g))
                .is_some_and(|g| makes.contains(&g.lemma.as_str()) && g.last < first && first - g.last <= 2);
            // "killed in Tuesday's explosion" is killed on Tuesday, "invested in the 2030 games" is not.
            let leads_on = ["result", "invest", "believe", "end", "lead", "compete", "specialise", "specialize"];
            let within = (first.saturating_sub(4).max(sentence.start)..first).any(|t| words.is(t, &["in", "during"]));
            let took_place = noun.is_some()
                && within
                && owner
                    .and_then(|g| parsed.groups.get(g))
                    .is_some_and(|g| g.last < first && first - g.last <= 5 && !leads_on.contains(&g.lemma.as_str()));
            group = owner.filter(|_| (led && before_verb) || made || took_place);
        } else if let Some(told) = owner.and_then(|g| cleft(words, parsed, g, end)) {
            (group, relation) = (Some(told), Relation::At);
        } else if let Some(t) = owner.and_then(|g| parsed.groups.get(g)).and_then(|g| is_then(words, g, before)) {
            noun = Some(t);
        } else if is_anniversary(words, parsed, sentence.start, before) {
            // "marks the anniversary of the disaster on Sunday": the disaster was long before.
        } else if owner.and_then(|g| parsed.groups.get(g)).is_some_and(|g| quoted_apart(words, g.head, first)) {
            // What is written or said in a quotation does not date the saying.
            continue;
        } else if before > sentence.start && !words.is(first.wrapping_sub(1), &["as"]) {
            // "the lawsuit of 12 May", "a strike, in 1989, …"
            let mut at = before - 1;
            if words.word(at) == "," && at > sentence.start {
                at -= 1;
            }
            let event_noun =
                |t: usize| super::nouns::read(words.word(t)).is_some() && !parsed.groups.iter().any(|g| g.head == t);
            if words.word(before - 1) == "," && words.word(end) == "," && !event_noun(at) {
                // "the last strike at the port, in 1989, lasted": past the phrase on the noun.
                let plain = |t: usize| matches!(words.kind(t), Kind::Content | Kind::Determiner | Kind::Preposition);
                let from = at.saturating_sub(6).max(sentence.start);
                if let Some(t) = (from..at).rev().take_while(|&t| plain(t)).find(|&t| event_noun(t)) {
                    at = t;
                }
            }
            // "spoke of the collapse of the bridge on 3 May": what was spoken of has the day.
            if !event_noun(at)
                && let Some(t) = owner.and_then(|g| parsed.groups.get(g)).and_then(|g| {
                    let of = words.is(g.last + 1, &["of", "about", "over"])
                        && (speech::is_speech(&g.lemma) || matches!(g.lemma.as_str(), "speak" | "talk"))
                        || matches!(g.lemma.as_str(), "remember" | "recall" | "describe" | "mourn" | "commemorate");
                    let plain =
                        |t: usize| matches!(words.kind(t), Kind::Content | Kind::Determiner | Kind::Preposition);
                    let first = (g.last + 1..at).find(|&t| event_noun(t))?;
                    (of && (first..at).all(plain)).then_some(first)
                })
            {
                places.push(Place { time: index, first, group: None, noun: Some(t), relation });
                continue;
            }
            // "Following the arrest of her brother in May, she fled": the arrest has the day.
            if !event_noun(at)
                && relation == Relation::At
                && let Some((noun, side)) = led_by(words, parsed, owner, sentence.start, before, &event_noun)
            {
                places.push(Place { time: index, first, group: None, noun: Some(noun), relation });
                places.push(Place { time: index, first, group: owner, noun: None, relation: side });
                continue;
            }
            // "weakened to a tropical storm on Thursday": what it became was there before.
            let became = owner.and_then(|g| parsed.groups.get(g)).is_some_and(|g| {
                let turns = ["weaken", "strengthen", "turn", "grow", "develop", "downgrade", "upgrade", "change"];
                turns.contains(&g.lemma.as_str()) && words.is(g.last + 1, &["to", "into"])
            });
            let is_noun = event_noun(at) && !became;
            if is_noun && words.kind(at) == Kind::Content {
                noun = Some(at);
                if let Some(g) = owner.and_then(|g| parsed.groups.get(g)) {
                    // The noun keeps it for itself where it is not what the verb does.
                    let phrase = (g.last + 1..at).any(|t| {
                        words.is(
                            t,
                            &[
                                "until",
                                "before",
                                "after",
                                "for",
                                "since",
                                "of",
                                "following",
                                "ahead",
                                "about",
                                "during",
                            ],
                        )
                    });
                    let scheduled = matches!(
                        g.lemma.as_str(),
                        "set" | "schedule" | "plan" | "call" | "expect" | "announce" | "need" | "await" | "face"
                    );
                    if at < g.first && words.word(before - 1) == "," || phrase || (at > g.last && scheduled) {
                        group = None;
                    }
                }
            }
        }
        places.push(Place { time: index, first, group, noun, relation });
    }
    places
}

/// The group of which "It was on Monday that |the bank failed" gives the time.
fn cleft(words: &Words, parsed: &Parsed, owner: usize, end: usize) -> Option<usize> {
    let (was, told) = (parsed.groups.get(owner)?, parsed.groups.get(owner + 1)?);
    let it = was.lemma == "be" && was.first > 0 && words.is(was.first - 1, &["it"]) && was.first == was.head;
    (it && words.is(end, &["that", "when"]) && told.start <= end + 1).then_some(owner + 1)
}

/// The event of which a clause says no more than its time: "the |count is on 4 July".
fn is_then(words: &Words, group: &Group, phrase: usize) -> Option<usize> {
    let subject = group.first.checked_sub(1).filter(|&t| t >= group.start)?;
    let only = group.lemma == "be" && group.last + 1 == phrase && words.kind(phrase) == Kind::Preposition;
    (only && words.kind(subject) == Kind::Content && super::nouns::read(words.word(subject)).is_some())
        .then_some(subject)
}

/// Whether a time is that of an anniversary, and not of what it is the anniversary of.
fn is_anniversary(words: &Words, parsed: &Parsed, start: usize, before: usize) -> bool {
    let behind = (start..before).rev().take(PHRASE).take_while(|&t| !parsed.is_verb(t));
    behind.into_iter().any(|t| words.is(t, &["anniversary", "anniversaries", "centenary", "birthday"]))
}

/// Tokens of the longest phrase "following the arrest of … in May".
const PHRASE: usize = 24;

/// The event that a time belongs to where its phrase says what came before or after it, and on which
/// side of it the clause lies: "following the |arrest of her brother in May".
fn led_by(
    words: &Words,
    parsed: &Parsed,
    owner: Option<usize>,
    start: usize,
    end: usize,
    event_noun: &dyn Fn(usize) -> bool,
) -> Option<(usize, Relation)> {
    let behind = owner.and_then(|g| parsed.groups.get(g)).filter(|g| g.last < end).map_or(start, |g| g.last + 1);
    let behind = behind.max(end.saturating_sub(PHRASE));
    let opener = (behind..end).rev().find(|&t| words.is(t, &["following", "after", "before", "until", "since"]))?;
    let side = if words.is(opener, &["before", "until"]) { Relation::Before } else { Relation::After };
    let plain = |t: usize| {
        matches!(words.kind(t), Kind::Content | Kind::Determiner | Kind::Preposition | Kind::Number | Kind::Clitic)
            && !parsed.is_verb(t)
    };
    let noun = (opener + 1..end).find(|&t| event_noun(t))?;
    (opener + 1..end).all(plain).then_some((noun, side))
}

/// Whether a quotation mark that is not closed again stands between two tokens.
fn quoted_apart(words: &Words, a: usize, b: usize) -> bool {
    let (from, to) = (a.min(b), a.max(b));
    let marks = |list: &[&str]| (from..to).filter(|&t| words.is(t, list)).count();
    marks(&["\"", "``", "''"]) % 2 == 1 || marks(&["“"]) != marks(&["”"])
}

/// The word before a time that says how it stands to the event, and where the phrase begins;
/// nothing where it only compares.
fn preposition(words: &Words, parsed: &Parsed, first: usize, start: usize) -> Option<(Relation, usize)> {
    let mut at = first;
    while at > start
        && matches!(
            words.word(at - 1),
            "the"
                | "early"
                | "late"
                | "about"
                | "around"
                | "shortly"
                | "just"
                | "mid"
                | "-"
                | "last"
                | "of"
                | "end"
                | "as"
                | "long"
                | "ago"
        )
    {
        at -= 1;
    }
    let before = |at: usize| if at > start { words.word(at - 1) } else { "" };
    let relation = match before(at) {
        "since" => {
            let lasting = parsed
                .owner(first)
                .and_then(|g| parsed.groups.get(g))
                .is_some_and(|g| matches!(g.tense, Tense::Perfect | Tense::PastPerfect | Tense::Progressive));
            if !lasting {
                return None;
            }
            Relation::Since
        }
        // "did not reach it until Monday" is to reach it on Monday.
        "until" | "till" if parsed.owner(first).is_some_and(|g| denied::names_not(words, &parsed.groups[g])) => {
            Relation::At
        }
        "before" | "until" | "till" => Relation::Before,
        "after" | "following" => Relation::After,
        // "prior to 3 May"; what was put off "to 30 June" did not happen then.
        "to" if at > start + 1 && words.is(at - 2, &["prior"]) => Relation::Before,
        // "in the year to April"
        "to" if beside::length_to(words, at).is_some() => Relation::At,
        // "in the night to Thursday"
        "to" if at > start + 1 && words.is(at - 2, &["night"]) => Relation::At,
        "than" | "like" | "to" => return None,
        _ => Relation::At,
    };
    let phrase = if at > start && matches!(words.kind(at - 1), Kind::Preposition | Kind::Subordinator | Kind::To) {
        at - 1
    } else {
        at
    };
    Some((relation, phrase))
}

/// Lengths of time in days, each with one past its last token: "five days |after".
pub(crate) fn lengths(words: &Words, times: &[TimeMention], indices: Range<usize>) -> Vec<(usize, i32)> {
    let in_days = |value: &str| {
        let number = |unit| value.strip_prefix('P')?.strip_suffix(unit)?.parse::<i32>().ok().filter(|n| *n < 10_000);
        number('D').or_else(|| number('W').map(|n| n * 7))
    };
    let durations = times.get(indices).unwrap_or_default().iter().filter(|t| t.kind == TimeKind::Duration);
    durations.filter_map(|t| Some((words.document.tokens_in(t.span).end, in_days(&t.value)?))).collect()
}
