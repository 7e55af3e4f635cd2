//! One of the units inside a longer stretch.
//!
//! ```text
//! the first week of June · the last Friday of May · the week of March 3 · the week ended Oct. 20
//! ```

use super::pieces::{day, month, ordinal, year_behind};
use crate::time::found::{Found, Meaning, Parts, Year};
use crate::time::lexed::Lexed;
use crate::time::moment::Unit;
use crate::time::words::{Class, Key};

/// A week, weekend, day or weekday of a month; the week of a day.
pub(super) fn nth(t: &Lexed, at: usize) -> Option<Found> {
    if t.class(at) == Class::Unit && matches!(t.value(at), 5 | 6) {
        return week_of(t, at);
    }
    let (n, word) = match t.key(at) {
        Key::Last => (-1, at + 1),
        _ if t.is(at, "final") => (-1, at + 1),
        _ => {
            let (n, next) = ordinal(t, at)?;
            let n = i8::try_from(n).ok()?;
            // "the 20th of next month".
            if t.key(next) == Key::Of && t.class(next + 2) == Class::Unit {
                return inside(t, at, next, n, Unit::Day, Parts::default()).filter(|f| f.end() == next + 3);
            }
            (n, next)
        }
    };
    let mut parts = Parts::default();
    let unit = match t.class(word) {
        Class::Unit if matches!(t.value(word), 3 | 5 | 6 | 8) => Unit::at(t.value(word)),
        Class::Weekday if t.value(word) < 8 => {
            parts.weekday = t.value(word);
            Unit::Week
        }
        _ => return None,
    };
    inside(t, at, word + 1, n, unit, parts)
}

/// "of June 2004", "of next month", "of 2015" behind the unit.
fn inside(t: &Lexed, at: usize, of: usize, n: i8, unit: Unit, parts: Parts) -> Option<Found> {
    if !matches!(t.key(of), Key::Of | Key::In) {
        return None;
    }
    let (parts, end) = if let Some((month, next)) = month(t, of + 1).filter(|_| unit != Unit::Month) {
        let (year, end) = year_behind(t, next).unwrap_or((Year::None, next));
        (Parts { month, year, ..parts }, end)
    } else if let Some((year, end)) = year_behind(t, of).filter(|_| t.key(of) == Key::Of) {
        (Parts { year, ..parts }, end)
    } else if let Some(which) = super::month::which(t, of + 1)
        && t.class(of + 2) == Class::Unit
        && t.value(of + 2) == 8
        && unit != Unit::Month
    {
        (Parts { which, ..parts }, of + 3)
    } else {
        return None;
    };
    Some(Found::new(at, end, Meaning::Nth { n, unit, parts }))
}

/// "week of June 5", "week ended Oct. 20": the week that holds the day.
fn week_of(t: &Lexed, at: usize) -> Option<Found> {
    let next = match t.key(at + 1) {
        Key::Of | Key::Ended => at + 2,
        Key::Start => t.skip(at + 2, Key::On),
        _ if t.is(at + 1, "starting") => t.skip(at + 2, Key::On),
        _ => return None,
    };
    // "the week of the 18th".
    if t.key(next) == Key::The
        && let Some((day, end)) = ordinal(t, next + 1).filter(|(day, _)| (1..=31).contains(day))
        && t.class(next + 1) == Class::Digits
        && t.key(end) != Key::Of
        && t.class(end) != Class::Month
    {
        let parts = Parts { day, ..Parts::default() };
        return Some(Found::new(at, end, Meaning::Nth { n: 0, unit: Unit::at(t.value(at)), parts }));
    }
    let (month, after) = month(t, next)?;
    let (day, after) = day(t, after)?;
    let (year, end) = year_behind(t, after).unwrap_or((Year::None, after));
    // The day after "ended" is annotated beside the week.
    let end = if t.key(at + 1) == Key::Ended { at + 1 } else { end };
    let parts = Parts { year, month, day, ..Parts::default() };
    Some(Found::new(at, end, Meaning::Nth { n: 0, unit: Unit::at(t.value(at)), parts }))
}
