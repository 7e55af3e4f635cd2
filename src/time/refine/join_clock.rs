//! Joins a time of day with its day: "10 a.m. on Friday", "yesterday afternoon", "March 5, 18:00".

use super::join_neighbours;
use crate::time::found::{Clock, Found, Meaning, Part};
use crate::time::lexed::Lexed;
use crate::time::moment::Unit;
use crate::time::words::Key;

pub(super) fn run(t: &Lexed, found: &mut Vec<Found>) {
    join_neighbours(found, |a, b| join(t, a, b));
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
    if matches!(t.key(next), Key::At | Key::On | Key::In | Key::Of | Key::By) {
        next += 1;
    }
    next = t.skip(next, Key::The);
    (next == b.start()).then_some(Found { first: a.first, last: b.last, clock, ..*day })
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
        _ => false,
    }
}

/// Two times of day as one: the clock time wins, in the half of the day that the other names.
fn merge(a: Clock, b: Clock) -> Option<Clock> {
    match (a, b) {
        (Clock::None, clock) | (clock, Clock::None) => Some(clock),
        (Clock::Part(part), Clock::At { minute, second, hour_only, utc })
        | (Clock::At { minute, second, hour_only, utc }, Clock::Part(part)) => {
            let late = matches!(part, 2 | 3) || (part == 4 && minute >= 300);
            let minute = if late && minute < 720 { minute + 720 } else { minute };
            (part < 6).then_some(Clock::At { minute, second, hour_only, utc })
        }
        _ => None,
    }
}
