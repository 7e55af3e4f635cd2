//! Which time belongs to which clause.
//!
//! First the time a clause states itself, then the one that a clause it hangs on states, then
//! the scene that the sentences before it have set. Where none of these is honest, bounds.

use super::beside;
use super::group::{Group, Link, Parsed, Tense};
use super::place::{Place, Relation};
use super::speech;
use super::trigger::{Draft, DraftKind};
use super::when::{is_bare_clock, is_unresolved};
use super::words::{Kind, UNITS, Words, is_crowd};
use crate::day;
use crate::time::{Inferred, TimeMention};
use jiff::civil::Date;
use std::ops::Range;

/// A day or span that a group or noun has, and how it came by it.
#[derive(Clone, Debug)]
pub(crate) struct Dated {
    /// Index of the time.
    pub(crate) time: usize,
    /// One sentence.
    pub(crate) basis: String,
    /// Whether the clause itself does not state it.
    pub(crate) borrowed: bool,
    /// Days to add to the time: "five days after".
    pub(crate) shift: i32,
}

impl Dated {
    /// By a time that is stated with it.
    pub(crate) fn stated(text: &str, times: &[TimeMention], time: usize, relation: Relation) -> Self {
        Self { time, basis: stated(text, &times[time], relation), borrowed: false, shift: 0 }
    }
}

/// Bounds of a group, from the clauses around it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bounds {
    /// Not earlier, and why.
    pub(crate) not_before: Option<(Date, String)>,
    /// Not later, and why.
    pub(crate) not_after: Option<(Date, String)>,
}

/// Dates the groups of one sentence from its own times and from each other.
pub(crate) fn groups(
    words: &Words,
    parsed: &Parsed,
    places: &[Place],
    times: &[TimeMention],
    lengths: &[(usize, i32)],
) -> Vec<Option<Dated>> {
    let text = words.document.text;
    let mut dated: Vec<Option<Dated>> = parsed
        .groups
        .iter()
        .enumerate()
        .map(|(index, group)| {
            let own = places
                .iter()
                .filter(|p| p.group == Some(index) && matches!(p.relation, Relation::At | Relation::Since));
            // One that states a day and not only an hour of it, the most precise, then the nearest.
            own.min_by_key(|p| {
                let time = &times[p.time];
                (is_bare_clock(time), grain(time), p.first.abs_diff(group.head), p.first)
            })
            .map(|p| Dated::stated(text, times, p.time, p.relation))
        })
        .collect();
    for (index, date) in dated.iter_mut().enumerate().filter(|d| d.1.is_none()) {
        *date = told_of(words, parsed, places, times, index).or_else(|| done_by(words, parsed, places, times, index));
    }
    for _ in 0..3 {
        for index in 0..parsed.groups.len() {
            if dated[index].is_none() {
                dated[index] = lent(words, parsed, &dated, times, index)
                    .or_else(|| counted(words, parsed, &dated, times, lengths, index));
            }
        }
    }
    dated
}

/// How many days a time spans, in steps: a day first.
pub(super) fn grain(time: &TimeMention) -> u8 {
    match time.days {
        Some(d) if d.from == d.to => 0,
        Some(d) if day::number(d.to) - day::number(d.from) < 8 => 1,
        Some(d) if day::number(d.to) - day::number(d.from) < 32 => 2,
        Some(_) => 3,
        None => 4,
    }
}

/// Why a clause that states a time has its date.
fn stated(text: &str, time: &TimeMention, relation: Relation) -> String {
    let words = time.span.of(text);
    let mut basis = match relation {
        Relation::Since => format!("The clause says that it has lasted since “{words}”"),
        _ => format!("The clause says “{words}”"),
    };
    let missing: Vec<&str> = time.inferred.iter().map(|i| missing(*i)).collect();
    if !missing.is_empty() {
        basis.push_str("; ");
        basis.push_str(&missing.join(" and "));
        basis.push_str(if missing.len() > 1 { " are" } else { " is" });
        match time.anchor {
            Some(anchor) => {
                basis.push_str(" reckoned from ");
                basis.push_str(&anchor.to_string());
            }
            None => basis.push_str(" inferred"),
        }
    }
    basis.push('.');
    basis
}

fn missing(part: Inferred) -> &'static str {
    match part {
        Inferred::Year => "the year",
        Inferred::Month => "the month",
        Inferred::Weekday => "the week",
        Inferred::Century => "the century",
        _ => "the day",
    }
}

/// The date a group has from one it hangs on, or that hangs on it.
fn lent(words: &Words, parsed: &Parsed, dated: &[Option<Dated>], times: &[TimeMention], index: usize) -> Option<Dated> {
    let group = &parsed.groups[index];
    let text = words.document.text;
    let borrow = |from: &Dated, how: &str| Dated {
        time: from.time,
        basis: format!("{how} “{}”.", times[from.time].span.of(text)),
        borrowed: true,
        shift: from.shift,
    };
    if let Some(p) = group.parent
        && let Some(date) = dated.get(p).and_then(Option::as_ref)
    {
        let parent = &parsed.groups[p];
        let same = same_time(group, parent);
        match group.link {
            Link::And if p < index && same && !is_long_past(words, parent, &times[date.time]) => {
                return Some(borrow(date, "Told together with what the sentence dates"));
            }
            Link::When if same && !speech::is_speech(&parent.lemma) => {
                return Some(borrow(date, "At the same time as what the sentence dates"));
            }
            Link::When if same && group.tense == Tense::Ing && speech::is_speech(&group.lemma) => {
                return Some(borrow(date, "Said together with what the sentence dates"));
            }
            Link::Purpose if matches!(parent.lemma.as_str(), "begin" | "start" | "continue" | "proceed" | "return") => {
                return Some(borrow(date, "Begun at what the sentence dates"));
            }
            _ => {}
        }
    }
    // "seized the station and fired on the palace on Monday": a day at the end is both deeds'.
    if let Some(next) = parsed.groups.get(index + 1)
        && next.link == Link::And
        && next.parent == Some(index)
        && matches!(group.link, Link::Main | Link::And)
        && same_time(group, next)
        && !speech::is_speech(&group.lemma)
        && !is_unresolved(times, words.cover(&parsed.clause(index)))
        && !counts(words, &parsed.clause(index))
        && (next.start..next.first).all(|t| {
            matches!(words.kind(t), Kind::Coordinator | Kind::Adverb) || !next.shared.is_empty() && is_crowd(words, t)
        })
        && let Some(date) =
            dated[index + 1].as_ref().filter(|d| !d.borrowed && (grain(&times[d.time]) < 3 || !next.shared.is_empty()))
        && words.document.tokens_in(times[date.time].span).start > next.last
    {
        return Some(borrow(date, "Told together with what the sentence dates"));
    }
    // "On Monday the bank closed and its chief resigned": a time before both is both clauses'.
    if group.link == Link::Main
        && words.is(group.start, &["and"])
        && let Some(before) = index.checked_sub(1)
        && parsed.groups[before].link == Link::Main
        && same_time(group, &parsed.groups[before])
        && let Some(date) = dated[before].as_ref().filter(|d| !d.borrowed)
        && times[date.time].span.end <= words.document.tokens.get(parsed.groups[before].first).map_or(0, |t| t.start)
        && words.document.tokens_in(times[date.time].span).start <= parsed.offset + 2
    {
        return Some(borrow(date, "Told together with what the sentence dates"));
    }
    // The main clause takes the day that its "when" states.
    let child = parsed.groups.iter().enumerate().find(|(k, g)| {
        // "was pulled from waters where it sank on Monday": not then.
        let place = (g.start..g.first).any(|t| words.is(t, &["where"]));
        g.parent == Some(index)
            && g.link == Link::When
            && !place
            && same_time(g, group)
            && dated[*k].as_ref().is_some_and(|d| !d.borrowed)
    });
    if let Some((k, deed)) = child
        && !speech::is_speech(&group.lemma)
        && let Some(date) = &dated[k]
        // "jailed for killing a baker in 2011"
        && (grain(&times[date.time]) == 0 || !beside::of_a_crime(words, group, deed.last + 1))
    {
        return Some(borrow(date, "At the same time as the clause that says"));
    }
    None
}

/// "began a week after the abduction and collapsed on Monday": a clause with a reckoning of its own.
fn counts(words: &Words, clause: &Range<usize>) -> bool {
    clause.clone().any(|t| words.is(t, &UNITS) && words.is(t + 1, &["after", "before", "later", "earlier"]))
}

/// "was built in 1872 and restored", "was born in 1952 and studied law": a year at the end of a clause is
/// not that of the clause joined to it.
fn is_long_past(words: &Words, group: &Group, time: &TimeMention) -> bool {
    grain(time) > 2 && words.document.tokens_in(time.span).start > group.last
}

/// "Monday's raid, which killed two", "the sinking on 3 May in which nine died": a deed told of an event
/// that has a day.
fn told_of(words: &Words, parsed: &Parsed, places: &[Place], times: &[TimeMention], index: usize) -> Option<Dated> {
    let group = &parsed.groups[index];
    if group.link != Link::Relative || !matches!(group.tense, Tense::Past | Tense::Perfect | Tense::PastPerfect) {
        return None;
    }
    let pronoun = (group.start..group.first).find(|&t| words.is(t, &["which", "that", "when"]))?;
    let verbs = |from: usize| parsed.groups.iter().any(|g| from < g.first && g.first < pronoun);
    let place = places.iter().find(|p| {
        let noun = p.noun.filter(|&n| n < pronoun && pronoun - n < 12 && !verbs(n));
        let end = words.document.tokens_in(times[p.time].span).end;
        // "… on 3 May, in |which": nothing but a comma and a preposition between.
        // "… in 2021 |that killed three": of what else was there, the year need not be.
        let harms = !group.passive && speech::is_harm(&group.lemma);
        let beside = (end < pronoun || end == pronoun && harms)
            && (end..pronoun).all(|t| matches!(words.kind(t), Kind::Mark | Kind::Preposition));
        (noun.is_some() || beside) && p.relation == Relation::At && p.first < pronoun
    })?;
    Some(Dated {
        time: place.time,
        basis: format!("Told of what the sentence dates “{}”.", times[place.time].span.of(words.document.text)),
        borrowed: true,
        shift: 0,
    })
}

/// "Last month's floods killed 80 people": what an event with a day of its own did.
fn done_by(words: &Words, parsed: &Parsed, places: &[Place], times: &[TimeMention], index: usize) -> Option<Dated> {
    let group = &parsed.groups[index];
    let does = speech::is_harm(&group.lemma) || matches!(group.lemma.as_str(), "bury" | "last" | "leave" | "cause");
    if group.passive || !matches!(group.tense, Tense::Past | Tense::PastPerfect) || !does {
        return None;
    }
    let beside = |p: &&Place| {
        let own = words.document.tokens_in(times[p.time].span);
        // "Its worst eruption, in 1783, |buried three villages"
        let aside = own.end + 1 == group.first && words.is(own.end, &[","]);
        let part = |t: usize| parsed.owner(t) == Some(index) && (aside || words.kind(t) != Kind::Mark);
        p.relation == Relation::At && p.noun.is_some_and(|n| n < group.first && (n + 1..group.first).all(part))
    };
    let place = places.iter().find(beside)?;
    Some(Dated {
        time: place.time,
        basis: format!("Done by what the sentence dates “{}”.", times[place.time].span.of(words.document.text)),
        borrowed: true,
        shift: 0,
    })
}

/// "resigned on Monday, five days after a bridge fell": one of the two counts from the other.
fn counted(
    words: &Words,
    parsed: &Parsed,
    dated: &[Option<Dated>],
    times: &[TimeMention],
    lengths: &[(usize, i32)],
    index: usize,
) -> Option<Dated> {
    let length = |k: usize| {
        let g = &parsed.groups[k];
        let opener = (g.start..g.first).find(|&t| words.is(t, &["after", "before"]))?;
        // "the day before the warrant was issued"
        if opener > 1 && words.is(opener - 1, &["day"]) && words.is(opener - 2, &["the", "a", "one"]) {
            return Some(1);
        }
        lengths.iter().find(|l| l.0 == opener).map(|l| l.1)
    };
    let from = |k: usize, days: i32| {
        let date = dated.get(k)?.as_ref()?;
        let whole = times[date.time].days.is_some_and(|d| d.from == d.to);
        whole.then(|| Dated {
            time: date.time,
            basis: format!("Counted from what the sentence dates “{}”.", times[date.time].span.of(words.document.text)),
            borrowed: true,
            shift: date.shift + days,
        })
    };
    let group = &parsed.groups[index];
    let sign = |link: Link| match link {
        Link::After => Some(1),
        Link::Before => Some(-1),
        _ => None,
    };
    if let (Some(sign), Some(parent), Some(days)) = (sign(group.link), group.parent, length(index)) {
        return from(parent, -sign * days);
    }
    let child = (0..parsed.groups.len()).find(|&k| {
        let g = &parsed.groups[k];
        g.parent == Some(index) && sign(g.link).is_some() && length(k).is_some()
    })?;
    from(child, sign(parsed.groups[child].link)? * length(child)?)
}

/// Whether two groups can tell of one time.
fn same_time(a: &Group, b: &Group) -> bool {
    let kind = |g: &Group| match g.tense {
        Tense::Past | Tense::PastProgressive | Tense::Reduced => 1,
        Tense::PastPerfect => 2,
        Tense::Perfect => 3,
        Tense::Future | Tense::Would => 4,
        Tense::Ing => 0,
        Tense::Present | Tense::Progressive => 5,
        Tense::Possible | Tense::Unreal | Tense::Infinitive => 6,
    };
    kind(a) == kind(b) || kind(a) == 0 || kind(b) == 0
}

/// Bounds that the sentence gives a group.
pub(crate) fn bounds(
    parsed: &Parsed,
    places: &[Place],
    dated: &[Option<Dated>],
    times: &[TimeMention],
    index: usize,
    text: &str,
) -> Bounds {
    let mut bounds = Bounds::default();
    let group = &parsed.groups[index];
    let days = |time: usize| times.get(time).and_then(|t| t.days);
    let quote = |time: usize| times[time].span.of(text);
    for place in places.iter().filter(|p| p.group == Some(index)) {
        let Some(d) = days(place.time) else { continue };
        match place.relation {
            Relation::Before => bounds.not_after = Some((d.to, format!("before or until “{}”", quote(place.time)))),
            Relation::After => bounds.not_before = Some((d.from, format!("after “{}”", quote(place.time)))),
            _ => {}
        }
    }
    let date = |k: usize| dated.get(k).and_then(Option::as_ref).and_then(|d| Some((days(d.time)?, d.time)));
    if let Some(p) = group.parent
        && let Some((d, time)) = date(p)
    {
        let why = format!("what the sentence dates “{}”", quote(time));
        match (group.link, group.tense) {
            // "was opened on Monday by the mayor, who resigned": when, is open.
            (Link::Relative, Tense::Past) if p < index => {}
            (Link::After, _)
            | (Link::Relative | Link::Content, Tense::Past | Tense::PastPerfect | Tense::Perfect | Tense::Reduced) => {
                bounds.not_after = bounds.not_after.or(Some((d.to, format!("not after {why}"))));
            }
            (Link::Before, _) | (_, Tense::Future | Tense::Would) => {
                bounds.not_before = bounds.not_before.or(Some((d.from, format!("not before {why}"))));
            }
            _ => {}
        }
    }
    for (k, child) in parsed.groups.iter().enumerate() {
        if child.parent != Some(index) {
            continue;
        }
        let Some((d, time)) = date(k) else { continue };
        let why = format!("“{}”", quote(time));
        match child.link {
            Link::After | Link::Since => {
                bounds.not_before = bounds.not_before.or(Some((d.from, format!("after what happened {why}"))))
            }
            Link::Before => bounds.not_after = bounds.not_after.or(Some((d.to, format!("before what happened {why}")))),
            _ => {}
        }
    }
    bounds
}

/// The date of a draft, from its group or its own time.
pub(crate) fn own<'d>(
    parsed: &Parsed,
    draft: &Draft,
    places: &[Place],
    dated: &'d [Option<Dated>],
    times: &[TimeMention],
    text: &str,
) -> Option<std::borrow::Cow<'d, Dated>> {
    let tokens = &draft.tokens;
    if let Some(place) =
        places.iter().find(|p| p.noun.is_some_and(|n| tokens.contains(&n)) && p.relation == Relation::At)
    {
        return Some(std::borrow::Cow::Owned(Dated::stated(text, times, place.time, Relation::At)));
    }
    match draft.kind {
        DraftKind::Verb | DraftKind::Carried { .. } => {
            dated.get(draft.group?)?.as_ref().map(std::borrow::Cow::Borrowed)
        }
        // "a quake killed 519 people in 2007": what is brought up is of the time of its deed.
        // What points back has its own day already, but for "The strike began on Monday".
        DraftKind::Noun { definite } => {
            let group = parsed.groups.get(draft.group?)?;
            let date = dated.get(draft.group?)?.as_ref()?;
            let did = *tokens.end() < group.first && group.tense == Tense::Past && !speech::is_speech(&group.lemma);
            let told = tokens.end() + 1 == group.first && (says_when(group) || occurs(group));
            // "Hundreds attended a |vigil for him on Sunday"
            let held = ["address", "attend", "hold", "host", "join", "stage", "watch"].contains(&group.lemma.as_str())
                && !group.passive
                && *tokens.start() > group.last
                && *tokens.start() <= group.last + 3;
            (told || !definite && (did || held)).then_some(std::borrow::Cow::Borrowed(date))
        }
    }
}

/// Whether a verb tells that its subject was: "The quake |struck on Friday", "The attack |took place".
fn occurs(group: &Group) -> bool {
    let verbs = ["strike", "hit", "occur", "happen", "take place", "erupt", "jolt", "rock", "unfold"];
    verbs.contains(&group.lemma.as_str()) && !group.passive && group.tense == Tense::Past
}

/// Whether a verb says no more of its subject than when it is: "The strike |began", "The hearing |is set for".
pub(super) fn says_when(group: &Group) -> bool {
    let begins = matches!(group.lemma.as_str(), "begin" | "start" | "break out" | "get under way") && !group.passive;
    let told = matches!(group.tense, Tense::Past | Tense::PastPerfect | Tense::Future);
    let set = speech::is_expecting(&group.lemma) || matches!(group.lemma.as_str(), "set" | "call");
    begins && told || set && group.passive && group.tense == Tense::Future
}
