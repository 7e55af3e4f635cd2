//! Joins the pieces of one day: "Tuesday, June 19", "Friday of last week", "Monday the 5th".

use super::join_neighbours;
use crate::time::found::{Anchor, Base, Clock, Found, Length, Meaning, Part, Parts, Which, Year};
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
    // "two days after Christmas", "16 days from 2 January", "three days before today".
    if let Meaning::Length(Length { amount, unit, and: None, side: None }) = a.meaning
        && let Some(n) = amount.integer()
        && !unit.is_clock()
        && let Some(from) = anchor(b)
        && (a.end() + 1 == b.start() || t.skip(a.end() + 1, Key::The) == b.start())
    {
        let named = !matches!(from, Anchor::Date(_));
        let n = match t.key(a.end()) {
            Key::From => n,
            Key::After if named => n,
            Key::Before if named => -n,
            _ => return None,
        };
        return cover(Meaning::Offset { n, unit, from });
    }
    // "the third quarter of two thousand and ten": a spelled year behind what lacks one.
    if let (Meaning::Date(date), Meaning::Date(year)) = (a.meaning, b.meaning)
        && b.rule == "spelled-year"
        && date.year == Year::None
        && (date.month != 0 || date.part != Part::None)
        && (gap == 0 || (of && gap == 1))
    {
        return cover(Meaning::Date(Parts { year: year.year, ..date }));
    }
    match (a.meaning, b.meaning) {
        // "two years ago today", "two years ago this month".
        (Meaning::Shift { n, unit, base: Base::Ago }, Meaning::Shift { n: 0, unit: part, base: Base::Published })
            if gap == 0 && unit > part =>
        {
            match part {
                Unit::Day => cover(Meaning::Offset { n, unit, from: Anchor::Shift(0) }),
                Unit::Month if unit == Unit::Year => {
                    cover(Meaning::Shift { n: n.saturating_mul(12), unit: part, base: Base::Ago })
                }
                _ => None,
            }
        }
        // "the same month last year"; "the same period last year" says no more than its end.
        (Meaning::Same(unit), later) if gap == 0 && t.is(a.start() + 1, "same") => match later {
            Meaning::Shift { n: -1, unit: Unit::Year, base: Base::Spoken | Base::Ago } if unit == Unit::Quarter => {
                cover(Meaning::Shift { n: -4, unit: Unit::Quarter, base: Base::Compared })
            }
            _ if t.key(a.end() - 1) == Key::Period => cover(later),
            Meaning::Shift { n, unit: Unit::Year, .. } => {
                let base = if unit == Unit::Quarter { Base::Compared } else { Base::Spoken };
                cover(Meaning::Shift { n, unit: Unit::Year, base })
            }
            _ => None,
        },
        (Meaning::Date(day), Meaning::Date(date)) if is_weekday(day) && date.day != 0 && date.weekday == 0 => {
            adjacent.then(|| cover(Meaning::Date(Parts { weekday: day.weekday, ..date }))).flatten()
        }
        (Meaning::Date(day), Meaning::Shift { n, unit: Unit::Week, base: Base::Published }) if is_weekday(day) => {
            (adjacent || (of && gap == 1)).then(|| cover(Meaning::InWeek { n, weekday: day.weekday })).flatten()
        }
        // "a week ago Monday".
        (Meaning::Shift { n, unit: Unit::Week, base: Base::Ago }, Meaning::Date(day))
            if is_weekday(day) && gap == 0 =>
        {
            cover(Meaning::InWeek { n, weekday: day.weekday })
        }
        (Meaning::Shift { n, unit: Unit::Week, base: Base::Published }, Meaning::Date(day)) if is_weekday(day) => {
            (adjacent && a.end() == inner || t.key(a.end()) == Key::On && gap == 1)
                .then(|| cover(Meaning::InWeek { n, weekday: day.weekday }))
                .flatten()
        }
        _ => None,
    }
}

/// What a day can be counted from.
fn anchor(found: &Found) -> Option<Anchor> {
    match found.meaning {
        Meaning::Date(parts) if parts.day != 0 || parts.weekday != 0 => Some(Anchor::Date(parts)),
        Meaning::Shift { n, unit: Unit::Day, base: Base::Published } => Some(Anchor::Shift(n)),
        Meaning::Feast { feast, year, which } => Some(Anchor::Feast(feast, year, which)),
        _ => None,
    }
}

fn is_weekday(parts: Parts) -> bool {
    let bare = Parts { weekday: 0, which: Which::Any, ..parts };
    parts.weekday != 0 && bare == Parts::default()
}
