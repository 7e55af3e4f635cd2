//! Decades and centuries.
//!
//! ```text
//! the 1980s · the '80s · the mid-1990s · the eighties · the 19th century · the 21st century
//! ```

use super::pieces::{full_year, ordinal, short_year};
use crate::time::found::{Found, Meaning, Part, Parts, Which, Year};
use crate::time::lexed::Lexed;
use crate::time::words::{Class, Key};

/// A decade.
pub(super) fn decade(t: &Lexed, at: usize) -> Option<Found> {
    let decade = |year, end| {
        let parts = Parts { year, part: Part::Decade, ..Parts::default() };
        Some(Found::new(at, end, Meaning::Date(parts)))
    };
    if t.class(at) == Class::Tens {
        // "the eighties", "the nineteen-eighties", but "in her eighties" and "temperatures in the eighties".
        let named = t.key(at.wrapping_sub(1)) == Key::The
            || matches!(t.key(at.wrapping_sub(1)), Key::Early | Key::Late | Key::Mid)
            || t.is_hyphen(at.wrapping_sub(1));
        let fits = named && !measured(t, at);
        return if fits { decade(Year::Short(t.value(at)), at + 1) } else { None };
    }
    if let Some((short, next)) = short_year(t, at) {
        return if short % 10 == 0 { decade(Year::Short(short), plural(t, next)?) } else { None };
    }
    if let Some((year, next)) = full_year(t, at) {
        let end = plural(t, next)?;
        if year % 100 == 0 && year < 2000 {
            let parts = Parts { year: Year::Stated(year), part: Part::Century, ..Parts::default() };
            return Some(Found::new(at, end, Meaning::Date(parts)));
        }
        return if year % 10 == 0 { decade(Year::Stated(year), end) } else { None };
    }
    // "the 80s", but not "in his 80s" nor "temperatures in the 80s".
    let (number, 2) = t.digits(at)? else { return None };
    let end = plural(t, at + 1)?;
    let before = at.wrapping_sub(1);
    let told = matches!(t.key(before), Key::Early | Key::Late | Key::Mid)
        || (t.is_hyphen(before) && t.key(at.wrapping_sub(2)) == Key::Mid)
        || (t.key(before) == Key::The && number < 100 && !measured(t, at));
    if told && number % 10 == 0 && t.key(at.wrapping_sub(2)) != Key::Possessive {
        return decade(Year::Short(number as u8), end);
    }
    None
}

/// Whether it is warm or old rather than long ago: "highs in the 70s", "men in the eighties".
fn measured(t: &Lexed, at: usize) -> bool {
    let from = at.saturating_sub(6);
    (from..at).any(|i| t.is_any(i, "highs lows temperatures temperature degrees upper lower low high scores shot iq"))
}

/// The plural ending glued to digits: "s", "'s".
fn plural(t: &Lexed, at: usize) -> Option<usize> {
    (!t.spaced(at) && t.is_any(at, "s 's ’s")).then_some(at + 1)
}

/// A century by its number.
pub(super) fn century(t: &Lexed, at: usize) -> Option<Found> {
    let (number, next) = ordinal(t, at).filter(|(n, _)| (1..=22).contains(n))?;
    let year = Year::Stated(i16::from(number) * 100 - 100);
    let parts = Parts { year, part: Part::Century, which: Which::Any, ..Parts::default() };
    let word = t.hyphen(next);
    let end = if t.class(word) == Class::Unit && t.value(word) & 31 == 14 {
        word + 1
    } else if matches!(t.key(next), Key::To | Key::And | Key::Or) || t.is_hyphen(next) {
        // "from the 15th to the 19th century".
        let (other, after) = ordinal(t, t.skip(next + 1, Key::The)).filter(|(n, _)| *n <= 22)?;
        let century = t.hyphen(after);
        if other <= number || t.class(century) != Class::Unit || t.value(century) & 31 != 14 {
            return None;
        }
        next
    } else {
        return None;
    };
    Some(Found::new(at, end, Meaning::Date(parts)))
}
