//! The pieces that several rules read: a month's name, a day's number, a year.

use crate::time::found::Year;
use crate::time::lexed::Lexed;
use crate::time::words::{Class, Key};

/// A month's name: its number, and the index behind it and its full stop.
pub(super) fn month(t: &Lexed, at: usize) -> Option<(u8, usize)> {
    (t.class(at) == Class::Month).then(|| {
        let abbreviated = t.text(at).len() < 5 && !t.is_any(at, "may june july");
        (t.value(at), if abbreviated { t.stop(at + 1) } else { at + 1 })
    })
}

/// A day's number: "5", "05", "5th", "fifth", "twenty-second".
pub(super) fn day(t: &Lexed, at: usize) -> Option<(u8, usize)> {
    if let Some((number, width)) = t.digits(at) {
        let day = u8::try_from(number).ok().filter(|d| (1..=31).contains(d) && width <= 2)?;
        return Some((day, ordinal_ending(t, at + 1).unwrap_or(at + 1)));
    }
    ordinal(t, at).filter(|(day, _)| *day <= 31)
}

/// The ending of an ordinal in digits, glued to them: where it ends.
pub(super) fn ordinal_ending(t: &Lexed, at: usize) -> Option<usize> {
    (!t.spaced(at) && t.is_any(at, "st nd rd th")).then_some(at + 1)
}

/// A spelled ordinal, or one in digits with its ending.
pub(super) fn ordinal(t: &Lexed, at: usize) -> Option<(u8, usize)> {
    if let Some((number, width)) = t.digits(at) {
        let next = ordinal_ending(t, at + 1)?;
        return (width <= 2).then_some((number as u8, next));
    }
    if t.class(at) == Class::Cardinal && t.value(at) >= 20 {
        let (ones, next) = simple_ordinal(t, t.hyphen(at + 1))?;
        return (ones < 10).then_some((t.value(at) + ones, next));
    }
    simple_ordinal(t, at)
}

fn simple_ordinal(t: &Lexed, at: usize) -> Option<(u8, usize)> {
    match t.class(at) {
        Class::Ordinal => Some((t.value(at), at + 1)),
        Class::Unit if t.is(at, "second") => Some((2, at + 1)),
        _ => None,
    }
}

/// A year of four digits, 1000 to 2199.
pub(super) fn full_year(t: &Lexed, at: usize) -> Option<(i16, usize)> {
    let (number, width) = t.digits(at)?;
    (width == 4 && (1000..2200).contains(&number)).then_some((number as i16, at + 1))
}

/// A year of two digits behind an apostrophe: "'98".
pub(super) fn short_year(t: &Lexed, at: usize) -> Option<(u8, usize)> {
    if !t.is_mark(at, b'\'') || t.spaced(at + 1) {
        return None;
    }
    let (number, width) = t.digits(at + 1)?;
    (width == 2).then_some((number as u8, at + 2))
}

/// A year in digits, full or short.
pub(super) fn year(t: &Lexed, at: usize) -> Option<(Year, usize)> {
    match full_year(t, at) {
        Some((year, next)) => Some((Year::Stated(year), next)),
        None => short_year(t, at).map(|(year, next)| (Year::Short(year), next)),
    }
}

/// The year behind a date or a month: "1998", ", 1998", " of 1998", " this year", ", '98".
pub(super) fn year_behind(t: &Lexed, at: usize) -> Option<(Year, usize)> {
    let joined = match t.key(at) {
        Key::Of | Key::In => at + 1,
        _ => t.comma(at),
    };
    if let Some((year, next)) = year(t, joined) {
        // "in March, 2000 people": an amount, not a year.
        let counts = joined > at && t.class(next) == Class::Scale;
        return (!counts && !is_amount(t, joined)).then_some((year, next));
    }
    let mut of = joined + usize::from(t.key(joined) == Key::The);
    if t.class(of + 1) != Class::Unit || t.value(of + 1) != 12 {
        of = joined;
    }
    if t.class(of + 1) == Class::Unit && t.value(of + 1) == 12 {
        let year = match t.key(of) {
            Key::This | Key::Current => Year::Shift(0),
            Key::Last => Year::Shift(-1),
            Key::Next => Year::Shift(1),
            Key::That | Key::Same => Year::Same,
            _ => return None,
        };
        return Some((year, of + 2));
    }
    None
}

/// A year of three digits behind a day and month, or "of": "30 September 420", "December of 384".
pub(super) fn old_year(t: &Lexed, at: usize) -> Option<(Year, usize)> {
    let joined = t.skip(at, Key::Of);
    let (number, 3) = t.digits(joined)? else { return None };
    let next = joined + 1;
    let ends = next >= t.len() || t.class(next) == Class::Mark && !t.is_mark(next, b'%') || joined > at;
    (ends && !is_amount(t, joined)).then_some((Year::Stated(number as i16), next))
}

/// Whether the digits at `at` count or measure something rather than name a year.
pub(super) fn is_amount(t: &Lexed, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let money = t.is_mark(before, b'$') || t.is_mark(before, b'#') || t.is_any(before, "No Rs US$");
    let next = at + 1;
    money || t.is_mark(next, b'%') || t.class(next) == Class::Scale || t.is(next, "percent")
}

/// A small word of time, or the start of a sentence, stands before the token: a name does not.
pub(super) fn time_before(t: &Lexed, at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    match t.class(before) {
        Class::Key => !matches!(t.key(before), Key::The | Key::A | Key::Possessive | Key::Than | Key::Most),
        Class::Digits | Class::Weekday | Class::Ordinal | Class::Deictic => true,
        Class::Mark => t.is_mark(before, b'-') && t.key(before.wrapping_sub(1)) == Key::Mid,
        _ => false,
    }
}
