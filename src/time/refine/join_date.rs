//! Joins the pieces of one day: "Tuesday, June 19", "Friday of last week", "Monday the 5th".

use super::join_neighbours;
use crate::time::found::{Base, Clock, Found, Meaning, Parts, Which};
use crate::time::lexed::Lexed;
use crate::time::moment::Unit;
use crate::time::words::Key;

pub(super) fn run(t: &Lexed, found: &mut Vec<Found>) {
    join_neighbours(found, |a, b| join(t, a, b));
}

fn join(t: &Lexed, a: &Found, b: &Found) -> Option<Found> {
    let gap = b.start().checked_sub(a.end())?;
    if gap > 3 || a.clock != Clock::None {
        return None;
    }
    let cover = |meaning| Some(Found { first: a.first, last: b.last, meaning, clock: b.clock, ..*a });
    let inner = t.skip(t.comma(a.end()), Key::On);
    let (of, the) = (t.key(a.end()) == Key::Of, t.skip(inner, Key::The));
    let adjacent = inner == b.start() || the == b.start();
    match (a.meaning, b.meaning) {
        (Meaning::Date(day), Meaning::Date(date)) if is_weekday(day) && date.day != 0 && date.weekday == 0 => {
            adjacent.then(|| cover(Meaning::Date(Parts { weekday: day.weekday, ..date }))).flatten()
        }
        (Meaning::Date(day), Meaning::Shift { n, unit: Unit::Week, base: Base::Published }) if is_weekday(day) => {
            (adjacent || (of && gap == 1)).then(|| cover(Meaning::InWeek { n, weekday: day.weekday })).flatten()
        }
        (Meaning::Shift { n, unit: Unit::Week, base: Base::Published }, Meaning::Date(day)) if is_weekday(day) => {
            (adjacent && a.end() == inner || t.key(a.end()) == Key::On && gap == 1)
                .then(|| cover(Meaning::InWeek { n, weekday: day.weekday }))
                .flatten()
        }
        _ => None,
    }
}

fn is_weekday(parts: Parts) -> bool {
    let bare = Parts { weekday: 0, which: Which::Any, ..parts };
    parts.weekday != 0 && bare == Parts::default()
}
