//! In a note, makes one stretch of two times that "to" or a dash joins.
//!
//! ```text
//! from March 3 to March 5 · 3:30-4:30pm · between today and Friday · 5pm-7
//! ```
//!
//! An article tells two times there, each of which has its own mark.

use super::TOUCHED;
use crate::time::found::{Clock, Found, Meaning, Parts, Which};
use crate::time::lexed::Lexed;
use crate::time::words::{Class, Key};

pub(super) fn run(t: &Lexed, found: &mut [Found]) {
    if !t.brief() {
        return;
    }
    for i in 0..found.len() {
        let clocks = i > 0 && matches!(found[i - 1].meaning, Meaning::Clock);
        if i > 0
            && let Some(from) = join(t, &found[i - 1], &found[i])
        {
            found[i - 1] = from;
            found[i].until = true;
            if let Meaning::Date(parts) = &mut found[i].meaning
                && matches!(from.meaning, Meaning::Date(_))
                && !clocks
                && *parts == (Parts { weekday: parts.weekday, ..Parts::default() })
            {
                // "from Thursday to Tuesday": the next Tuesday from there.
                parts.which = Which::Following;
            }
            found[i].refined |= TOUCHED;
        }
        let floor = if i > 0 { found[i - 1].end() } else { 0 };
        let ceiling = found.get(i + 1).map_or(t.len(), Found::start);
        bare_hour(t, &mut found[i], floor, ceiling);
    }
}

/// The first time as it reads beside the second one, where the two are joined.
fn join(t: &Lexed, a: &Found, b: &Found) -> Option<Found> {
    let timed = |one: &Found| one.clock != Clock::None;
    let named = |one: &Found| {
        !matches!(one.meaning, Meaning::Length(_) | Meaning::Set(_) | Meaning::Reference(_) | Meaning::Range(..))
    };
    let alone = matches!(b.meaning, Meaning::Clock);
    if a.until || !named(a) || !named(b) || alone && !timed(a) || !is_joint(t, a.start(), a.end(), b.start()) {
        return None;
    }
    let mut from = *a;
    if matches!(a.meaning, Meaning::Clock) && !alone {
        // "3:00 to 4:00 tomorrow" is tomorrow; "2pm till tomorrow 4:30pm" begins today.
        let clock_first = matches!(t.class(b.start()), Class::Digits | Class::Cardinal | Class::Part);
        from.meaning = if clock_first { b.meaning } else { a.meaning };
    }
    if let (Clock::At { minute, second, hour_only, utc }, Clock::At { minute: end, .. }) = (a.clock, b.clock)
        && minute < 720
        && end >= minute + 720
        && !matches!(t.key(a.end().wrapping_sub(1)), Key::Am)
    {
        from.clock = Clock::At { minute: minute + 720, second, hour_only, utc };
    }
    Some(from)
}

/// "to", "until", "-", "between … and" and "the" behind it stand between the two.
fn is_joint(t: &Lexed, first: usize, end: usize, next: usize) -> bool {
    let joint = matches!(t.key(end), Key::To | Key::Until | Key::Through)
        || t.is_hyphen(end)
        || t.is_mark(end, b'_')
        || t.is_mark(end, b'~')
        || t.key(end) == Key::And && (first.saturating_sub(1)..end).any(|i| t.key(i) == Key::Between);
    joint && (end + 1 == next || t.key(end + 1) == Key::The && end + 2 == next)
}

/// "5pm-7", "8-9am", "from 3 to 4 pm": an hour that the clock time beside it explains, where it
/// belongs to no other expression.
fn bare_hour(t: &Lexed, one: &mut Found, floor: usize, ceiling: usize) {
    let Clock::At { .. } = one.clock else { return };
    let hour = |at: usize| t.digits(at).is_some_and(|(hour, _)| (1..=12).contains(&hour));
    let joint = |at: usize| t.is_hyphen(at) || t.key(at) == Key::To;
    let (start, end) = (one.start(), one.end());
    let more = matches!(t.key(end + 2), Key::Am | Key::Pm) || t.is_mark(end + 2, b':');
    if joint(end) && hour(end + 1) && matches!(t.key(end - 1), Key::Am | Key::Pm) && !more && end + 2 <= ceiling {
        one.last += 2;
    } else if start >= floor + 2 && joint(start - 1) && hour(start - 2) && !t.is_hyphen(start.wrapping_sub(3)) {
        one.first -= 2;
    } else {
        return;
    }
    one.refined |= TOUCHED;
}
