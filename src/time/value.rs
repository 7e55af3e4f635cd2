//! Writes TIMEX3 values.

use super::amount::Amount;
use super::found::{Clock, Length, Meaning, Part, Parts, Set, Year};
use super::moment::{Grain, Moment, Unit};
use super::words::PARTS;
use std::fmt::Write;

/// Appends the value of an expression, resolved as far as it could be.
pub(super) fn write(out: &mut String, meaning: &Meaning, moment: Option<Moment>, until: Option<Moment>, time: Clock) {
    match (moment, meaning) {
        (_, Meaning::Length(length)) => duration(out, length),
        (_, Meaning::Set(set)) => recurrence(out, set, time),
        (_, Meaning::Reference(which)) => {
            out.push_str(["PAST_REF", "PRESENT_REF", "FUTURE_REF"][usize::from(*which).min(2)]);
        }
        (Some(moment), _) => {
            moment.write(out);
            if let Some(until) = until {
                out.push('/');
                until.write(out);
            }
            clock(out, time);
        }
        (None, meaning) => {
            open(out, meaning);
            clock(out, time);
        }
    }
}

/// "P2Y", "PT48H", "P1DT5H".
fn duration(out: &mut String, length: &Length) {
    out.push('P');
    let mut clock = false;
    for (amount, unit) in std::iter::once((length.amount, length.unit)).chain(length.and) {
        if unit.is_clock() && !clock {
            out.push('T');
            clock = true;
        }
        units(out, amount, unit);
    }
}

fn units(out: &mut String, amount: Amount, unit: Unit) {
    let (letters, factor) = unit.letters();
    if amount == Amount::Some {
        // "decades": some number of decades, not of years.
        let letters = match unit {
            Unit::Decade => "DE",
            Unit::Century => "CE",
            _ => letters,
        };
        out.push('X');
        out.push_str(letters);
    } else {
        amount.times(factor).write(out);
        out.push_str(letters);
    }
}

fn recurrence(out: &mut String, set: &Set, time: Clock) {
    match set {
        // "every day at 9 a.m."
        Set::Units(..) if time != Clock::None => out.push_str("XXXX-XX-XX"),
        Set::Units(amount, unit) => {
            out.push_str(if unit.is_clock() { "PT" } else { "P" });
            units(out, *amount, *unit);
        }
        Set::Weekday(day) => {
            write!(out, "XXXX-WXX-{day}").ok();
        }
        Set::Month(month) => {
            write!(out, "XXXX-{month:02}").ok();
        }
        Set::Season(season) => {
            out.push_str(["XXXX-SP", "XXXX-SU", "XXXX-FA", "XXXX-WI"][usize::from(season.wrapping_sub(1) & 3)])
        }
        Set::Part(part) => {
            out.push_str("XXXX-XX-XX");
            clock(out, Clock::Part(*part));
        }
    }
    clock(out, time);
}

/// "T18:05", "T12:00Z", "TMO".
fn clock(out: &mut String, time: Clock) {
    match time {
        Clock::None => {}
        Clock::Part(part) => out.push_str(PARTS[usize::from(part & 7)].0),
        Clock::At { minute, second, utc, .. } => {
            // Writing to a String cannot fail.
            write!(out, "T{:02}:{:02}", minute / 60, minute % 60).ok();
            if let Some(second) = second {
                write!(out, ":{second:02}").ok();
            }
            if utc {
                out.push('Z');
            }
        }
    }
}

/// A value with X where nothing is known.
fn open(out: &mut String, meaning: &Meaning) {
    match meaning {
        Meaning::Date(parts) => partial(out, *parts),
        Meaning::Range(first, last) => {
            partial(out, *first);
            out.push('/');
            partial(out, *last);
        }
        Meaning::Shift { unit, .. } | Meaning::Same(unit) | Meaning::Nth { unit, .. } => {
            out.push_str(blank(unit.grain()))
        }
        Meaning::Offset { .. } => out.push_str("XXXX-XX-XX"),
        Meaning::InWeek { weekday, .. } => {
            write!(out, "XXXX-WXX-{weekday}").ok();
        }
        _ => out.push_str("XXXX-XX-XX"),
    }
}

const fn blank(grain: Grain) -> &'static str {
    match grain {
        Grain::Day => "XXXX-XX-XX",
        Grain::Week => "XXXX-WXX",
        Grain::Weekend => "XXXX-WXX-WE",
        Grain::Month => "XXXX-XX",
        Grain::Quarter => "XXXX-QX",
        Grain::Season | Grain::Half | Grain::Year => "XXXX",
        Grain::Decade => "XXX",
        Grain::Century => "XX",
    }
}

fn partial(out: &mut String, parts: Parts) {
    match parts.year {
        Year::Stated(year) => {
            write!(out, "{year:04}").ok();
        }
        _ => out.push_str("XXXX"),
    }
    match parts.part {
        Part::Quarter(n) => write!(out, "-Q{n}"),
        Part::Half(n) => write!(out, "-H{n}"),
        Part::Season(n) => write!(out, "-{}", ["SP", "SU", "FA", "WI"][usize::from(n.wrapping_sub(1) & 3)]),
        _ if parts.weekday != 0 && parts.day == 0 => write!(out, "-WXX-{}", parts.weekday),
        _ if parts.month != 0 && parts.day != 0 => write!(out, "-{:02}-{:02}", parts.month, parts.day),
        _ if parts.month != 0 => write!(out, "-{:02}", parts.month),
        _ if parts.day != 0 => write!(out, "-XX-{:02}", parts.day),
        _ => Ok(()),
    }
    .ok();
}
