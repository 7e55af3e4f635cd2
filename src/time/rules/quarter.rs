//! Quarters and halves of a year, and business years.
//!
//! ```text
//! third quarter · the third-quarter · Q3 2009 · 3Q · the fourth quarter of 2005 · first half
//! 1989's third quarter · the fiscal second quarter · fiscal 1989 · FY 2024 · last quarter's
//! the first three months of the year · the last six months of 2008
//! ```

use super::pieces::{ordinal, year, year_behind};
use crate::time::amount;
use crate::time::found::{Found, Meaning, Part, Parts, Year};
use crate::time::lexed::Lexed;
use crate::time::words::{Class, Key, PLURAL};

/// Among the units of time.
const MONTH: u8 = 8;
const YEAR: u8 = 12;

/// A quarter or a half by its number.
pub(super) fn quarter(t: &Lexed, at: usize) -> Option<Found> {
    // "fiscal first quarter", "fiscal 1989 third quarter", "this year's third quarter".
    if t.key(at) == Key::Fiscal {
        let mut inner = at + 1;
        let stated = year(t, inner);
        if let Some((_, next)) = stated {
            inner = t.skip_possessive(next);
        }
        let found = numbered(t, inner)?;
        let Meaning::Date(parts) = found.meaning else { return None };
        let year = stated.map_or(parts.year, |(year, _)| year);
        return Some(Found::new(at, found.end(), Meaning::Date(Parts { year, fiscal: true, ..parts })));
    }
    if matches!(t.key(at), Key::This | Key::Last | Key::Next) {
        let shift = match t.key(at) {
            Key::This => 0,
            Key::Last => -1,
            _ => 1,
        };
        let year_word = t.skip(at + 1, Key::Fiscal);
        if t.class(year_word) != Class::Unit || t.value(year_word) != 12 {
            return None;
        }
        let found = numbered(t, t.skip_possessive(year_word + 1))?;
        let Meaning::Date(parts) = found.meaning else { return None };
        return Some(Found::new(at, found.end(), Meaning::Date(Parts { year: Year::Shift(shift), ..parts })));
    }
    // "1989 third quarter", "1989's fourth quarter".
    if let Some((year, next)) = year(t, at) {
        // "1989's third quarter", "2019-Q1".
        let found = numbered(t, t.hyphen(t.skip_possessive(next)))?;
        let Meaning::Date(parts) = found.meaning else { return None };
        return Some(Found::new(at, found.end(), Meaning::Date(Parts { year, ..parts })));
    }
    months(t, at).or_else(|| numbered(t, at))
}

/// "the first three months of 2009", "the final six months of the year": as one says a quarter or a half.
fn months(t: &Lexed, at: usize) -> Option<Found> {
    let side = t.skip(at, Key::The);
    let first = ordinal(t, side).filter(|n| n.0 == 1).map(|n| n.1);
    let last = (t.key(side) == Key::Last || t.is(side, "final")).then_some(side + 1);
    let (amount, unit) = amount::read(t, first.or(last)?)?;
    let month = t.class(unit) == Class::Unit && t.value(unit) & !PLURAL == MONTH;
    let part = match (amount.integer()?, first.is_some()) {
        (3, true) => Part::Quarter(1),
        (3, false) => Part::Quarter(4),
        (6, true) => Part::Half(1),
        (6, false) => Part::Half(2),
        _ => return None,
    };
    let of = unit + 1;
    let the_year = t.key(of) == Key::Of
        && t.key(of + 1) == Key::The
        && t.class(of + 2) == Class::Unit
        && t.value(of + 2) == YEAR
        && !t.is_any(of + 3, "to ending ended");
    let (year, end) = if the_year { (Year::Shift(0), of + 3) } else { year_behind(t, of)? };
    (month && t.key(of) == Key::Of)
        .then(|| Found::new(at, end, Meaning::Date(Parts { year, part, ..Parts::default() })))
}

fn numbered(t: &Lexed, at: usize) -> Option<Found> {
    let (part, next) = code(t, at).or_else(|| spelled(t, at))?;
    // "the third quarter of last year"; but "the first half of the match".
    let (year, end) = year_behind(t, t.skip(next, Key::Fiscal)).unwrap_or((Year::None, next));
    let of_fiscal = t.key(next) == Key::Of && t.key(next + 1) == Key::Fiscal;
    // "H2" alone is more often a name than a half.
    if part_is_code(t, at) && year == Year::None && super::pieces::year(t, at.wrapping_sub(1)).is_none() {
        return None;
    }
    let (year, end) = if of_fiscal { self::year(t, next + 2).unwrap_or((year, end)) } else { (year, end) };
    Some(Found::new(at, end, Meaning::Date(Parts { year, part, ..Parts::default() })))
}

fn part_is_code(t: &Lexed, at: usize) -> bool {
    t.class(at) == Class::Code && t.text(at).starts_with(['H', 'h'])
}

/// "Q3", "3Q", "H1".
fn code(t: &Lexed, at: usize) -> Option<(Part, usize)> {
    let text = t.text(at);
    if let [letter @ (b'Q' | b'q' | b'H'), digit @ b'1'..=b'4'] = text.as_bytes()
        && t.class(at) == Class::Code
    {
        let n = digit - b'0';
        if *letter == b'H' {
            return (n <= 2).then_some((Part::Half(n), at + 1));
        }
        return Some((Part::Quarter(n), at + 1));
    }
    let (n @ 1..=4, 1) = t.digits(at)? else { return None };
    (!t.spaced(at + 1) && t.text(at + 1) == "Q").then_some((Part::Quarter(n as u8), at + 2))
}

/// "third quarter", "third-quarter", "second half".
fn spelled(t: &Lexed, at: usize) -> Option<(Part, usize)> {
    let (n, next) = ordinal(t, at)?;
    let word = t.skip(t.hyphen(next), Key::Fiscal);
    if t.class(word) != Class::Unit {
        return None;
    }
    // The second quarter of the game, the first half of the match.
    let sport = t.key(word + 1) == Key::Of
        && t.is_any(
            word + 2 + usize::from(t.key(word + 2) == Key::The),
            "game match season final book film century play show race",
        );
    match t.value(word) {
        // "the second half of the 1990s", which is no year.
        9 | 11
            if t.key(word + 2) == Key::The && t.class(word + 3) == Class::Digits && t.is_any(word + 4, "s 's ’s") =>
        {
            None
        }
        9 if n <= 4 && !sport => Some((Part::Quarter(n), word + 1)),
        // "the first half of August".
        11 if t.key(word + 1) == Key::Of && t.class(word + 2) == Class::Month => None,
        11 if n <= 2 && !sport => Some((Part::Half(n), word + 1)),
        _ => None,
    }
}

/// "fiscal 1989", "fiscal year 1989", "fiscal '90", "FY2024".
pub(super) fn fiscal(t: &Lexed, at: usize) -> Option<Found> {
    let next = if t.key(at) == Key::Fiscal {
        let unit = at + 1;
        if t.class(unit) == Class::Unit && t.value(unit) == 12 { unit + 1 } else { unit }
    } else if t.text(at) == "FY" {
        at + 1
    } else {
        let year = t.text(at).strip_prefix("FY").and_then(|y| y.parse::<i16>().ok())?;
        let year = match year {
            0..100 => Year::Short(year as u8),
            1900..2200 => Year::Stated(year),
            _ => return None,
        };
        return Some(Found::new(at, at + 1, Meaning::Date(Parts { year, fiscal: true, ..Parts::default() })));
    };
    let (year, end) = year(t, next).or_else(|| {
        let (number, 2) = t.digits(next)? else { return None };
        (t.text(at) == "FY").then_some((Year::Short(number as u8), next + 1))
    })?;
    Some(Found::new(at, end, Meaning::Date(Parts { year, fiscal: true, ..Parts::default() })))
}
