//! Dates in digits.
//!
//! ```text
//! 2024-03-07 · 2024/3/7 · 2024-03-07T18:05 · 09/30/2024 · 30/09/2024 · 30.9.2024 · 9-30-98
//! 2024-03 · on 4/25 · 20240307
//! ```
//!
//! Month and day stand in the American order where both are possible, as dots never do.

use super::pieces::is_amount;
use crate::text::TokenKind;
use crate::time::found::{Clock, Found, Meaning, Part, Parts, Year};
use crate::time::lexed::Lexed;
use crate::time::words::{Class, Key};

/// A date in digits.
pub(super) fn date(t: &Lexed, at: usize) -> Option<Found> {
    if glued_before(t, at) {
        return None;
    }
    if t.is_any(at.wrapping_sub(1), "version build release v ver") {
        return None;
    }
    let Some((first, width)) = t.digits(at) else { return dotted(t, at) };
    if width == 8 {
        return valid(at, at + 1, first / 10_000, first / 100 % 100, first % 100).filter(|_| stands_alone(t, at));
    }
    let mark = t.word(at + 1);
    if !(t.is_hyphen(at + 1) || t.is_mark(at + 1, b'/')) || t.text(at + 1).len() > 1 {
        return None;
    }
    if width == 4 && t.is_hyphen(at + 1) && week(t, at).is_some() {
        return week(t, at);
    }
    if t.spaced(at + 1) || t.spaced(at + 2) {
        return spaced_month(t, at, first, width);
    }
    // "2012/Aug/10", "2024/August".
    if width == 4 && t.class(at + 2) == Class::Month {
        let parts = Parts { year: year4(first)?, month: t.value(at + 2), ..Parts::default() };
        if t.word(at + 3) == mark
            && let Some((day, 1..=2)) = t.digits(at + 4)
            && (1..=31).contains(&day)
        {
            return Some(Found::new(at, at + 5, Meaning::Date(Parts { day: day as u8, ..parts })));
        }
        return Some(Found::new(at, at + 3, Meaning::Date(parts)));
    }
    let (second, second_width) = t.digits(at + 2)?;
    let three = t.word(at + 3) == mark && !t.spaced(at + 3) && !t.spaced(at + 4);
    if three && let Some((third, third_width)) = t.digits(at + 4) {
        let end = at + 5;
        let clock = t.text(end).starts_with(['T', 't']) && !t.spaced(end);
        if !clock && !stands_alone(t, at + 4) {
            return None;
        }
        let found = match (width, second_width, third_width) {
            (4, 1..=2, 1..=2) => valid(at, end, first, second, third),
            (1..=2, 1..=2, 4) => by_order(at, end, third, first, second),
            (1..=2, 1..=2, 2) => {
                let found = by_order(at, end, 2000, first, second)?;
                let Meaning::Date(parts) = found.meaning else { return None };
                Some(Found::new(at, end, Meaning::Date(Parts { year: Year::Short(third as u8), ..parts })))
            }
            _ => None,
        }?;
        return Some(with_time(t, found));
    }
    if !stands_alone(t, at + 2) {
        return None;
    }
    // "2024-03" is a month; "2003-05" could be a span of years and is read by `year`.
    if width == 4 && (1..=12).contains(&second) && year4(first).is_some() {
        let month = Parts { year: year4(first)?, month: second as u8, ..Parts::default() };
        let iso = t.is_hyphen(at + 1) && second_width == 2 && !looks_like_years(t, at, first, second);
        let slash = t.is_mark(at + 1, b'/');
        return (iso || slash).then(|| Found::new(at, at + 3, Meaning::Date(month)));
    }
    if second_width == 4 && (1..=12).contains(&first) {
        let month = Parts { year: year4(second)?, month: first as u8, ..Parts::default() };
        return Some(Found::new(at, at + 3, Meaning::Date(month)));
    }
    // "9/11" names its day; "4/25" is a date where the words around say so, else a fraction.
    if first == 9 && second == 11 && t.is_mark(at + 1, b'/') {
        let parts = Parts { year: Year::Stated(2001), month: 9, day: 11, ..Parts::default() };
        return Some(Found::new(at, at + 3, Meaning::Date(parts)));
    }
    let before = at.wrapping_sub(1);
    let placed = matches!(t.key(before), Key::On | Key::Since | Key::Until)
        || t.class(before) == Class::Weekday
        || t.class(t.comma(before).wrapping_sub(2)) == Class::Weekday
        || t.key(at + 3) == Key::At
        || (at == 0 && t.len() == 3);
    if t.is_mark(at + 1, b'/') && placed {
        let found = by_order(at, at + 3, 2000, first, second)?;
        let Meaning::Date(parts) = found.meaning else { return None };
        return Some(Found::new(at, at + 3, Meaning::Date(Parts { year: Year::None, ..parts })));
    }
    None
}

/// "2016 / 11", "11 - 2016": a month and its year, where nothing follows that they could count.
fn spaced_month(t: &Lexed, at: usize, first: u32, width: usize) -> Option<Found> {
    let (second, second_width) = t.digits(at + 2)?;
    let (year, month) = match (width, second_width) {
        (4, 1..=2) => (first, second),
        (1..=2, 4) => (second, first),
        _ => return None,
    };
    let next = at + 3;
    let ends = next >= t.len() || t.class(next) == Class::Mark && !t.is_hyphen(next) && !t.is_mark(next, b'/');
    if !ends || !(1..=12).contains(&month) || is_amount(t, at + 2) {
        return None;
    }
    let month = Parts { year: year4(year)?, month: month as u8, ..Parts::default() };
    Some(Found::new(at, next, Meaning::Date(month)))
}

/// "2024-W12".
fn week(t: &Lexed, at: usize) -> Option<Found> {
    let (year, 4) = t.digits(at)? else { return None };
    let week = t.text(at + 2).strip_prefix('W')?.parse::<u8>().ok().filter(|w| (1..=53).contains(w))?;
    let parts = Parts { year: year4(year)?, part: Part::Week(week), ..Parts::default() };
    Some(Found::new(at, at + 3, Meaning::Date(parts)))
}

/// "30.9.2024", which is one token.
fn dotted(t: &Lexed, at: usize) -> Option<Found> {
    if t.class(at) != Class::Digits {
        return None;
    }
    let mut parts = t.text(at).split('.');
    let mut next = || parts.next()?.parse::<u32>().ok();
    let (mut day, month, mut year) = (next()?, next()?, next()?);
    if day > 999 {
        (day, year) = (year, day);
    }
    if parts.next().is_some() || !(1900..2200).contains(&year) {
        return None;
    }
    if (1..=12).contains(&month) { valid(at, at + 1, year, month, day) } else { valid(at, at + 1, year, day, month) }
}

/// A clock time behind the date: "T18:05", "T18:05:00Z".
fn with_time(t: &Lexed, found: Found) -> Found {
    let at = found.end();
    let Some(hour) = t.text(at).strip_prefix(['T', 't']).filter(|_| !t.spaced(at)) else { return found };
    let (Ok(hour), Some((minute, 2))) = (hour.parse::<u16>(), t.digits(at + 2)) else { return found };
    if hour > 24 || minute > 59 || !t.is_mark(at + 1, b':') {
        return found;
    }
    let mut end = at + 3;
    let mut second = None;
    if t.is_mark(end, b':')
        && let Some(s) = t.text(end + 1).get(..2).and_then(|s| s.parse::<u8>().ok()).filter(|s| *s < 61)
    {
        second = Some(s);
        end += 2;
    }
    let utc = !t.spaced(end) && t.text(end) == "Z";
    end += usize::from(utc);
    let clock = Clock::At { minute: hour * 60 + minute as u16, second, hour_only: false, utc };
    Found { last: end as u32, ..found.at(clock) }
}

/// A date whose month may be first or second: the American order unless it is impossible.
fn by_order(at: usize, end: usize, year: u32, first: u32, second: u32) -> Option<Found> {
    if first > 12 { valid(at, end, year, second, first) } else { valid(at, end, year, first, second) }
}

/// A date in range; whether its month has that day is for the calendar to say.
fn valid(at: usize, end: usize, year: u32, month: u32, day: u32) -> Option<Found> {
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    let parts = Parts { year: year4(year)?, month: month as u8, day: day as u8, ..Parts::default() };
    Some(Found::new(at, end, Meaning::Date(parts)))
}

fn year4(year: u32) -> Option<Year> {
    (1000..2200).contains(&year).then_some(Year::Stated(year as i16))
}

/// "2003-05" beside words that speak of years: "the 2003-05 drought", "between".
fn looks_like_years(t: &Lexed, at: usize, year: u32, second: u32) -> bool {
    second > year % 100 && (t.kind(at.wrapping_sub(1)) == Some(TokenKind::Word) || t.is_mark(at.wrapping_sub(1), b'('))
}

/// Nothing is glued to the front: no part of a longer number, phone number, address or version.
fn glued_before(t: &Lexed, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    if t.spaced(at) {
        return t.is_mark(before, b'$') || t.is_mark(before, b'#');
    }
    !(t.is_mark(before, b'(') || t.is_mark(before, b'"') || t.is_mark(before, b'[') || t.is_mark(before, b'\''))
}

/// Nothing that belongs to a longer number is glued behind token `at`.
fn stands_alone(t: &Lexed, at: usize) -> bool {
    let next = at + 1;
    if is_amount(t, at) {
        return false;
    }
    t.spaced(next)
        || !(t.class(next) == Class::Digits
            || t.kind(next) == Some(TokenKind::Word)
            || ((t.is_hyphen(next) || t.is_mark(next, b'/')) && !t.spaced(next + 1)))
}
