//! Several times that a clause lists: "in 1999, 2003 and 2007" are three floods, "in March or June"
//! leaves open which, "from March to June" is one stretch.

use super::When;
use super::anchor::grain;
use super::beside::{self, Length};
use super::place::{Place, Relation};
use super::verbs::{self, form};
use super::words::{Kind, Words, is_amount};
use crate::day;
use crate::order::Arrange;
use crate::span::Span;
use crate::time::{Days, TimeKind, TimeMention};

/// The times listed with one of them, and how.
pub(crate) enum Listed {
    /// It happened at each of these as well.
    And(Vec<usize>),
    /// At one of these, the one asked about among them.
    Or(Vec<usize>),
    /// From one to another.
    Through(usize, usize),
    /// So many months or days to one.
    Ending(Length),
}

/// What joins the times of a list, besides commas and prepositions.
const BETWEEN: [&str; 6] = ["again", "later", "then", "also", "once", "more"];

/// What more there is of what was told at the time before.
const FURTHER: [&str; 5] = ["a", "another", "further", "more", "others"];

/// Tokens of "until his death in", at most.
const PHRASE: usize = 6;

/// Times of a list at most: a longer one is a table.
const LONGEST: usize = 16;

/// The list that a clause's own time is part of.
pub(crate) fn listed(
    words: &Words,
    places: &[Place],
    times: &[TimeMention],
    group: usize,
    own: usize,
) -> Option<Listed> {
    if let Some((a, b)) = stretch(words, times, own) {
        return Some(Listed::Through(a, b));
    }
    if let Some(length) = beside::length_to(words, words.document.tokens_in(times[own].span).start) {
        return Some(Listed::Ending(length));
    }
    let here: Vec<usize> = places
        .iter()
        .filter(|p| p.group == Some(group) && p.noun.is_none() && p.relation == Relation::At)
        .map(|p| p.time)
        .collect();
    let at = here.iter().position(|&t| t == own)?;
    let joint = |i: usize| {
        let (a, b) = (&times[here[i]], &times[here[i + 1]]);
        joint(words, a, b).or_else(|| gap(words, a, b))
    };
    let first = (0..at).rev().take_while(|&i| joint(i).is_some()).last().unwrap_or(at);
    let last = (at..here.len() - 1).take_while(|&i| joint(i).is_some()).last().map_or(at, |i| i + 1);
    // "On Monday, 4 March" is one day; a list ends with "and".
    let end = last.checked_sub(1).filter(|&end| end >= first).and_then(joint)?;
    let all = here.get(first..=last).filter(|all| all.len() <= LONGEST)?;
    let days: Vec<Days> = all.iter().filter_map(|&t| times[t].days).collect();
    let apart = days.iter().enumerate().all(|(i, a)| days[i + 1..].iter().all(|b| a.to < b.from || b.to < a.from));
    // "on Monday and Tuesday" with the Tuesday of the week before is a wrong reading.
    let guessed = all.iter().any(|&t| !times[t].inferred.is_empty());
    let in_order = days.is_sorted_by_key(|d| d.from);
    if days.len() < all.len() || !apart || guessed && !in_order {
        return None;
    }
    match end {
        Joint::And => Some(Listed::And(all.iter().copied().filter(|&t| t != own).collect())),
        Joint::Or => Some(Listed::Or(all.to_vec())),
        Joint::Comma => None,
    }
}

/// The stretch of time that one of its ends belongs to: "from 2001 to 2003", "between March and June".
fn stretch(words: &Words, times: &[TimeMention], own: usize) -> Option<(usize, usize)> {
    let pair = |a: usize, b: usize| {
        let (from, to) = (times.get(a)?, times.get(b)?);
        let (start, end) = (words.document.tokens_in(from.span), words.document.tokens_in(to.span));
        let opened = |word: &str| (start.start.saturating_sub(2)..start.start).any(|t| words.word(t) == word);
        // "from 1998 until his death in 2013"
        let aside = (start.end + 1..end.start).all(|t| {
            matches!(words.kind(t), Kind::Determiner | Kind::Content | Kind::Preposition) && !words.capital(t)
        });
        let joined = |list: &[&str]| {
            let near = end.start == start.end + 1 || aside && end.start <= start.end + PHRASE && list.len() > 1;
            near && words.is(start.end, list)
        };
        let whole =
            opened("from") && joined(&["to", "until", "till", "through"]) || opened("between") && joined(&["and"]);
        let dates = from.kind == TimeKind::Date && to.kind == TimeKind::Date;
        (whole && dates && from.days?.to < to.days?.from).then_some((a, b))
    };
    pair(own, own + 1).or_else(|| pair(own.checked_sub(1)?, own))
}

/// What stands between two times of a list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joint {
    Comma,
    And,
    Or,
}

/// What joins a time to the next, where both are days, weeks, months or longer and nothing else
/// stands between them.
fn joint(words: &Words, a: &TimeMention, b: &TimeMention) -> Option<Joint> {
    let between = words.document.tokens_in(a.span).end..words.document.tokens_in(b.span).start;
    // "in June and again on 3 November"
    let again = between.clone().any(|t| words.is(t, &["again"]));
    if a.kind != TimeKind::Date || b.kind != TimeKind::Date || !again && grain(a) != grain(b) {
        return None;
    }
    let mut joint = None;
    for t in between {
        joint = match words.word(t) {
            "," if joint.is_none() => Some(Joint::Comma),
            "and" | "&" if joint != Some(Joint::Or) => Some(Joint::And),
            "or" if joint != Some(Joint::And) => Some(Joint::Or),
            _ if words.kind(t) == Kind::Preposition || words.is(t, &BETWEEN) => joint,
            // "12 people on Friday and another nine on Saturday"
            _ if joint == Some(Joint::And) && (is_amount(words, t) || words.is(t, &FURTHER)) => joint,
            _ => return None,
        };
    }
    joint
}

/// "In 1998 it showed a phone, |in 2001 a camera", "met the mayor on Monday and the governor |on Tuesday": a
/// second object or place with a time of its own, for which the verb is not said again.
fn gap(words: &Words, a: &TimeMention, b: &TimeMention) -> Option<Joint> {
    let later = a.days.zip(b.days).is_some_and(|(a, b)| a.to < b.from);
    if a.kind != TimeKind::Date || b.kind != TimeKind::Date || grain(a) != grain(b) || !later {
        return None;
    }
    let (from, to) = (words.document.tokens_in(a.span).end, words.document.tokens_in(b.span));
    let preposition = |t: usize| words.is(t, &["in", "on"]);
    let named = |t: usize| {
        let plain = matches!(words.kind(t), Kind::Content | Kind::Determiner | Kind::Number | Kind::Clitic);
        (plain || words.is(t, &["of", "in", "at", "for", "to"])) && !is_finite(words, t)
    };
    let joins = |t: usize| words.is(t, &["and", ","]);
    let before = to.start.checked_sub(1).filter(|&t| t > from && preposition(t))?;
    // "In 1998 …, in 2001 |a camera and in 2003 a phone"
    if joins(before - 1) {
        let opens = |t: usize| words.capital(t) || t > 0 && joins(t - 1);
        let opened = words.document.tokens_in(a.span).start.checked_sub(1).is_some_and(opens);
        let object = (to.end..to.end + 4).take_while(|&t| named(t)).count();
        return (opened && object > 0).then_some(Joint::And);
    }
    // "… on Monday |and the governor on Tuesday", "in Lenta on Friday |and in Ardal on Saturday"
    let object = from + 1..before;
    let first = object.start + usize::from(words.is(object.start, &["in", "at", "near"]));
    let determined = words.is(first, &["the", "a", "an", "his", "her", "its", "their", "another"]);
    // "and silver", but not "and imports fish"
    let noun = words.kind(first) == Kind::Content && (words.capital(first) || verbs::read(words.word(first)).is_none());
    let whole = (determined || noun) && object.len() <= PHRASE && object.clone().all(named);
    let joint = if words.is(from, &["and"]) { Joint::And } else { Joint::Comma };
    (joins(from) && whole).then_some(joint)
}

/// Whether a word is a verb's past form or participle, so that a clause of its own may stand there.
fn is_finite(words: &Words, t: usize) -> bool {
    let told = form::PAST | form::PARTICIPLE | form::ING;
    !words.capital(t) && verbs::read(words.word(t)).is_some_and(|v| v.forms & told != 0)
}

/// The date of what happened from one time to another.
pub(crate) fn through(words: &Words, times: &[TimeMention], first: usize, last: usize) -> Option<When> {
    let (a, b) = (&times[first], &times[last]);
    let days = Days { from: a.days?.from, to: b.days?.to };
    let mut inferred = [a.inferred.as_slice(), &b.inferred].concat();
    inferred.arrange();
    inferred.dedup();
    Some(When {
        days: Some(days),
        value: Some(format!("{}/{}", a.value, b.value)),
        inferred,
        basis: format!("The clause says “{}”.", a.span.cover(b.span).of(words.document.text)),
        time: Some(a.span),
        ..When::default()
    })
}

/// The date of what happened in so long a time to another one: "in the three months to 31 March".
pub(crate) fn ending(words: &Words, end: &TimeMention, length: Length) -> Option<When> {
    let last = end.days?.to;
    let next = day::date(day::number(last) + 1);
    let from = match length {
        Length::Days(days) => day::date(day::number(next) - days),
        Length::Months(months) => crate::time::months_before(next, months),
    };
    Some(When {
        days: Some(Days { from, to: last }),
        value: Some(format!("{from}/{last}")),
        inferred: end.inferred.clone(),
        basis: format!("The clause says for how long to “{}”.", end.span.of(words.document.text)),
        time: Some(end.span),
        ..When::default()
    })
}

/// Bounds of what happened at one of several times.
pub(crate) fn either(words: &Words, times: &[TimeMention], list: &[usize]) -> When {
    let days = || list.iter().filter_map(|&t| times[t].days);
    let said = list.iter().map(|&t| times[t].span).reduce(Span::cover).map_or("", |s| s.of(words.document.text));
    When {
        not_before: days().map(|d| d.from).min(),
        not_after: days().map(|d| d.to).max(),
        basis: format!("The clause says “{said}”, which leaves open when."),
        ..When::default()
    }
}
