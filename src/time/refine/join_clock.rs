//! Joins a time of day with its day: "10 a.m. on Friday", "yesterday afternoon", "March 5, 18:00".

use super::join_neighbours;
use crate::time::Modifier;
use crate::time::amount::Amount;
use crate::time::found::{Clock, Found, Meaning, Part, Parts, Set, Year};
use crate::time::lexed::Lexed;
use crate::time::moment::Unit;
use crate::time::words::Key;

pub(super) fn run(t: &Lexed, found: &mut Vec<Found>) {
    join_neighbours(found, |a, b| join(t, a, b).or_else(|| year_behind(a, b)));
}

fn join(t: &Lexed, a: &Found, b: &Found) -> Option<Found> {
    let gap = b.start().checked_sub(a.end())?;
    if gap > 3 {
        return None;
    }
    let (day, clock) = match (is_clock(a), is_clock(b)) {
        (true, false) if is_day(b) => (b, a),
        (false, true) if is_day(a) => (a, b),
        (true, true) => (a, b),
        _ => return None,
    };
    let clock = merge(day.clock, clock.clock)?;
    let mut next = t.comma(a.end());
    let bracket = t.is_mark(next, b'(');
    next += usize::from(bracket);
    let mut modifier = a.modifier.or(b.modifier);
    let placed = match t.key(next) {
        Key::At | Key::On | Key::In | Key::Of | Key::By => true,
        // "Friday between 1 and 4 p.m." of a note is one stretch of one day.
        Key::For | Key::From | Key::Between | Key::Before | Key::After | Key::About => t.brief(),
        _ => false,
    };
    next += usize::from(placed);
    next = t.skip(next, Key::The);
    // "Friday late afternoon", "Monday early in the morning".
    if matches!(b.clock, Clock::Part(_)) && next < b.start() {
        modifier = match t.key(next) {
            Key::Early => Some(Modifier::Start),
            Key::Mid => Some(Modifier::Mid),
            Key::Late => Some(Modifier::End),
            _ => return None,
        };
        next = t.hyphen(next + 1);
        next = t.skip(t.skip(next, Key::In), Key::The);
    }
    (next == b.start()).then_some(Found { first: a.first, last: b.last, clock, modifier, ..*day })
}

/// The year that a machine writes behind the clock time: "Wed Oct 26 15:50:06 2016".
fn year_behind(a: &Found, b: &Found) -> Option<Found> {
    let (Meaning::Date(date), Meaning::Date(year)) = (a.meaning, b.meaning) else { return None };
    let timed = matches!(a.clock, Clock::At { second: Some(_), .. }) && date.day != 0 && date.year == Year::None;
    let bare = year == Parts { year: year.year, ..Parts::default() } && a.last == b.first;
    (timed && bare).then_some(Found { last: b.last, meaning: Meaning::Date(Parts { year: year.year, ..date }), ..*a })
}

fn is_clock(found: &Found) -> bool {
    matches!(found.meaning, Meaning::Clock)
}

/// Whether it names one day.
fn is_day(found: &Found) -> bool {
    match found.meaning {
        Meaning::Date(parts) => (parts.day != 0 || parts.weekday != 0) && parts.part == Part::None,
        Meaning::Shift { unit: Unit::Day, .. } | Meaning::Same(Unit::Day) => true,
        Meaning::Feast { .. } | Meaning::InWeek { .. } => true,
        // "every night at 9 p.m.", "Sundays at noon".
        Meaning::Set(Set::Weekday(_) | Set::Part(_) | Set::Units(Amount::ONE, Unit::Day | Unit::Night)) => true,
        _ => false,
    }
}

/// Two times of day as one: the clock time wins, in the half of the day that the other names.
fn merge(a: Clock, b: Clock) -> Option<Clock> {
    match (a, b) {
        (Clock::None, clock) | (clock, Clock::None) => Some(clock),
        // "midnight tonight".
        (point @ Clock::Part(6 | 7), Clock::Part(0..6)) | (Clock::Part(0..6), point @ Clock::Part(6 | 7)) => {
            Some(point)
        }
        (Clock::Part(part), Clock::At { minute, second, hour_only, utc })
        | (Clock::At { minute, second, hour_only, utc }, Clock::Part(part)) => {
            let late = matches!(part, 2 | 3) || (part == 4 && minute >= 300);
            let minute = if late && minute < 720 { minute + 720 } else { minute };
            (part < 6).then_some(Clock::At { minute, second, hour_only, utc })
        }
        _ => None,
    }
}
