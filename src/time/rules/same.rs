//! What was spoken of before.
//!
//! ```text
//! that day · the same month · at that time · the quarter · for the year · of the week
//! ```

use crate::time::Modifier;
use crate::time::amount::Amount;
use crate::time::found::{Base, Clock, Found, Length, Meaning, Part, Parts, Year};
use crate::time::lexed::Lexed;
use crate::time::moment::Unit;
use crate::time::words::{Class, Key};

/// A unit named again.
pub(super) fn same(t: &Lexed, at: usize) -> Option<Found> {
    let (pointed, word) = match t.key(at) {
        Key::The if t.key(at + 1) == Key::Same || t.is(at + 1, "very") => (true, at + 2),
        Key::That if t.key(at + 1) == Key::Same => (true, at + 2),
        Key::That => (true, at + 1),
        Key::The => (false, at + 1),
        _ => return None,
    };
    let word = t.skip(word, Key::Whole);
    let word = t.skip(word, Key::Fiscal);
    let end = word + 1;
    let unit = match t.class(word) {
        Class::Unit if t.value(word) < 32 => Unit::at(t.value(word)),
        Class::Part if pointed => {
            let clock = Clock::Part(t.value(word) & 7);
            return Some(Found::new(at, end, Meaning::Same(Unit::Day)).at(clock));
        }
        Class::Key if pointed && t.key(word) == Key::Time && t.key(at) == Key::That => {
            return Some(Found::new(at, end, Meaning::Same(Unit::Day)));
        }
        Class::Key if pointed && t.key(word) == Key::Period => {
            return Some(Found::new(at, end, Meaning::Same(Unit::Quarter)));
        }
        _ => return None,
    };
    if unit == Unit::Weekend {
        let named = t.capital(end) && t.class(end) == Class::Other && t.spaced(end);
        let date = Parts { part: Part::Weekend, ..Parts::default() };
        let dated = t.key(end) == Key::Of && t.class(end + 1) == Class::Month;
        return (!named && !dated).then(|| Found::new(at, end, Meaning::Date(date)));
    }
    if unit.is_clock() && !t.brief() || matches!(unit, Unit::Season | Unit::Half | Unit::Fortnight) {
        return None;
    }
    if unit == Unit::Night {
        return pointed.then(|| Found::new(at, end, Meaning::Same(Unit::Day)).at(Clock::Part(4)));
    }
    if pointed {
        return (!unit.is_clock()).then(|| Found::new(at, end, Meaning::Same(unit)));
    }
    // "the quarter ended March 31", "the week that ended Oct. 20".
    if matches!(unit, Unit::Week | Unit::Month | Unit::Quarter)
        && let Some(parts) = ended(t, end)
    {
        return Some(Found::new(at, end, Meaning::Nth { n: 0, unit, parts }));
    }
    // "the year ended Sept. 30" is a length.
    if t.key(end) == Key::Ended && unit == Unit::Year && !t.is(end, "ends") {
        let length = Length { amount: Amount::ONE, unit, and: None, side: None };
        return Some(Found::new(at, end, Meaning::Length(length)));
    }
    // "the day before", "the year after".
    let n = match t.key(end) {
        Key::Before => -1,
        Key::After => 1,
        _ => 0,
    };
    if n != 0 && (t.class(end + 1) == Class::Mark || end + 1 >= t.len() || matches!(t.key(end + 1), Key::And | Key::In))
    {
        return Some(Found::new(at, end + 1, Meaning::Shift { n, unit, base: Base::Spoken }));
    }
    (is_plain(t, at, end, unit) && !unit.is_clock()).then(|| Found::new(at, end, Meaning::Same(unit)))
}

/// "ended March 31", "that ended March 31, 1989": the day.
fn ended(t: &Lexed, at: usize) -> Option<Parts> {
    let at = t.skip(at, Key::That);
    let (month, next) =
        super::pieces::month(t, if t.key(at) == Key::Ended { t.skip(at + 1, Key::On) } else { return None })?;
    let (day, next) = super::pieces::day(t, next)?;
    let year = super::pieces::year_behind(t, next).map_or(Year::None, |(year, _)| year);
    Some(Parts { year, month, day, ..Parts::default() })
}

/// "year-end", "year-end 1990", "by week's end", "at month's end".
pub(super) fn unit_end(t: &Lexed, at: usize) -> Option<Found> {
    if t.class(at) != Class::Unit || !matches!(t.value(at), 6 | 8 | 9 | 12) {
        return None;
    }
    let end = t.hyphen(t.skip_possessive(at + 1));
    let possessive = end > at + 1 && !t.is_hyphen(at + 1);
    let placed =
        matches!(t.key(at.wrapping_sub(1)), Key::By | Key::At | Key::Until | Key::Before | Key::The | Key::Since);
    if !t.is(end, "end") || !(possessive || placed || end > at + 1 && t.value(at) == 12) {
        return None;
    }
    let unit = Unit::at(t.value(at));
    let dated = if unit == Unit::Year { super::pieces::year(t, end + 1) } else { None };
    let found = match dated {
        Some((year, last)) => Found::new(at, last, Meaning::Date(Parts { year, ..Parts::default() })),
        None => Found::new(at, end + 1, Meaning::Shift { n: 0, unit, base: Base::Published }),
    };
    Some(Found { modifier: Some(Modifier::End), ..found })
}

/// Whether "the year" stands for a stretch of the calendar: not "man of the year", "the day that".
fn is_plain(t: &Lexed, at: usize, end: usize, unit: Unit) -> bool {
    let before = at.wrapping_sub(1);
    let placed = matches!(
        t.key(before),
        Key::For | Key::In | Key::During | Key::Through | Key::By | Key::Since | Key::Within | Key::Over | Key::On
    ) || t.is_any(before, "ending ended end rest throughout finished closed")
        || (t.key(before) == Key::Of && phase(t, at.wrapping_sub(2)))
        || matches!(t.key(before), Key::Earlier | Key::Later);
    let idiom = t.key(before) == Key::On && unit != Unit::Day || t.key(before) == Key::By && unit == Unit::Day;
    let ends = t.class(end) == Class::Mark && !t.is_hyphen(end)
        || end >= t.len()
        || t.kind(end) == Some(crate::text::TokenKind::Clitic)
        || matches!(
            t.key(end),
            Key::And | Key::To | Key::At | Key::In | Key::On | Key::For | Key::From | Key::By | Key::Ended | Key::Or
        )
        || t.is_any(end, "as but with was were is because while than when had has rose fell");
    placed && ends && !idiom && unit != Unit::Century && unit != Unit::Millennium
}

/// "end of", "rest of", "earlier in".
fn phase(t: &Lexed, at: usize) -> bool {
    matches!(t.key(at), Key::End | Key::Start | Key::Middle | Key::Most)
        || t.is_any(at, "rest part remainder much half quarter bulk course all out months weeks days most balance")
}
