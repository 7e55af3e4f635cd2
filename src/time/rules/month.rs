//! Days and months by name.
//!
//! ```text
//! March 5 · March 5, 1998 · Sept. 30th · 5 March 1998 · the 5th of May · June 3-5 · 3 to 5 June
//! October 1982 · June of last year · mid-February · May
//! ```

use super::pieces::{day, month, old_year, ordinal_ending, time_before, year, year_behind};
use crate::text::TokenKind;
use crate::time::found::{Found, Meaning, Parts, Which, Year};
use crate::time::lexed::Lexed;
use crate::time::words::{Class, Key};

/// A date that opens with its month, or a month alone.
pub(super) fn month_first(t: &Lexed, at: usize) -> Option<Found> {
    let (month, behind) = month(t, at)?;
    let lower = !t.capital(at);
    let mut next = behind;
    // "Oct/2", "Oct-2", "October, 2".
    if (t.is_mark(next, b'/') || t.is_hyphen(next)) && !t.spaced(next) && !t.spaced(next + 1) {
        next += 1;
    }
    next = t.skip(next, Key::The);
    if let Some((first, after)) = day(t, next)
        && !is_no_day(t, next, after)
        && !(lower && t.class(next) != Class::Digits && t.is_any(at, "may march") && !time_before(t, at))
    {
        let date = Parts { month, day: first, ..Parts::default() };
        // "June 3 and 5 July": the second day belongs to the month behind it.
        let (last, after) = range_end(t, after).filter(|(_, end)| t.class(*end) != Class::Month).unwrap_or((0, after));
        let (year, after) = year_behind(t, after).or_else(|| two_digits(t, after)).unwrap_or((Year::None, after));
        let attacks = (month, first, year) == (9, 11, Year::None)
            && t.is_any(
                after,
                "attacks attack terror terrorist hijackings hijackers commission victims memorial strikes",
            );
        let year = if attacks { Year::Stated(2001) } else { year };
        let first_parts = Parts { year, ..date };
        if last > first {
            return Some(Found::new(at, after, Meaning::Range(first_parts, Parts { day: last, ..first_parts })));
        }
        return Some(Found::new(at, after, Meaning::Date(first_parts)));
    }
    let parts = Parts { month, ..Parts::default() };
    if lower && is_common_word(t, at) {
        return None;
    }
    let joined = if next > behind && t.key(next.wrapping_sub(1)) != Key::The { next } else { behind };
    if let Some((year, after)) = year_behind(t, joined) {
        return Some(Found::new(at, after, Meaning::Date(Parts { year, ..parts })));
    }
    if t.key(behind) == Key::Of
        && let Some((number, 2)) = t.digits(behind + 1)
        && number > 31
        && !super::pieces::is_amount(t, behind + 1)
    {
        return Some(Found::new(at, behind + 2, Meaning::Date(Parts { year: Year::Short(number as u8), ..parts })));
    }
    if t.key(behind) == Key::Of
        && let Some((year, after)) = old_year(t, behind)
    {
        return Some(Found::new(at, after, Meaning::Date(Parts { year, ..parts })));
    }
    // "Aug 96".
    if let Some((number, 2)) = t.digits(behind)
        && number > 31
        && !super::pieces::is_amount(t, behind)
    {
        return Some(Found::new(at, behind + 1, Meaning::Date(Parts { year: Year::Short(number as u8), ..parts })));
    }
    let year = if is_pointed(t, at, behind) { Year::Same } else { Year::None };
    (!is_name_or_verb(t, at, behind)).then(|| Found::new(at, behind, Meaning::Date(Parts { year, ..parts })))
}

/// "retook it that |August, after a siege": the August of the year that was told of; but "said that August was hot".
fn is_pointed(t: &Lexed, at: usize, behind: usize) -> bool {
    let ends = behind >= t.len()
        || t.class(behind) == Class::Mark && !t.is_hyphen(behind)
        || t.is_any(behind, "after and as at before but by for in on to when where while with");
    t.key(at.wrapping_sub(1)) == Key::That && ends
}

/// A date that opens with its day.
pub(super) fn day_first(t: &Lexed, at: usize) -> Option<Found> {
    let (first, after) = day(t, at)?;
    let (last, behind) = range_end(t, after).unwrap_or((0, after));
    let mut next = behind;
    if (t.is_mark(next, b'/') || t.is_hyphen(next)) && !t.spaced(next) {
        next += 1;
    } else if t.brief() && t.is_mark(next, b'.') && !t.spaced(next) {
        next += 1; // "16. Nov."
    } else {
        next = t.skip(next, Key::Of);
    }
    next = t.comma(next);
    let (month, month_end) = month(t, next)?;
    let (year, end) = year_after_day(t, month_end).unwrap_or((Year::None, month_end));
    let ends = t.brief() && month_end >= t.len();
    if !t.capital(next) && is_common_word(t, next) && year == Year::None && next == behind && after == at + 1 && !ends {
        return None; // "about 20 may die"
    }
    let number = t.class(month_end) == Class::Digits && !t.is_mark(month_end + 1, b':');
    if number && year == Year::None && day(t, month_end).is_some() && behind == at + 1 {
        return None; // "the 9 March 5 flights": the number belongs to the month before
    }
    let parts = Parts { year, month, day: first, ..Parts::default() };
    let first_token = if t.key(at.wrapping_sub(1)) == Key::The { at - 1 } else { at };
    if last > first {
        return Some(Found::new(first_token, end, Meaning::Range(parts, Parts { day: last, ..parts })));
    }
    Some(Found::new(first_token, end, Meaning::Date(parts)))
}

fn year_after_day(t: &Lexed, at: usize) -> Option<(Year, usize)> {
    if (t.is_mark(at, b'/') || t.is_hyphen(at)) && !t.spaced(at) {
        return year(t, at + 1).or_else(|| plain_two_digits(t, at + 1));
    }
    year_behind(t, at).or_else(|| two_digits(t, at)).or_else(|| old_year(t, at))
}

/// A year of two digits that no apostrophe marks: "9 Aug 96".
fn two_digits(t: &Lexed, at: usize) -> Option<(Year, usize)> {
    let (number, _) = t.digits(at)?;
    if number < 32 || super::pieces::is_amount(t, at) || t.class(at + 1) == Class::Unit {
        return None;
    }
    plain_two_digits(t, at)
}

fn plain_two_digits(t: &Lexed, at: usize) -> Option<(Year, usize)> {
    let (number, width) = t.digits(at)?;
    (width == 2).then_some((Year::Short(number as u8), at + 1))
}

/// "-5", " to 5", " and 5" behind a day: the second day.
fn range_end(t: &Lexed, at: usize) -> Option<(u8, usize)> {
    let joint = t.is_hyphen(at) || matches!(t.key(at), Key::To | Key::And | Key::Through | Key::Until);
    if !joint {
        return None;
    }
    let (last, next) = day(t, t.skip(at + 1, Key::The))?;
    // "June 3 and 5 people", "May 3 to 10 percent".
    let counts = t.key(at) == Key::And
        && (t.class(at + 1) != Class::Digits || t.kind(next) == Some(TokenKind::Word))
        && t.class(next) != Class::Month
        && !(t.key(next) == Key::Of && t.class(next + 1) == Class::Month);
    let other = t.class(next) == Class::Unit || super::pieces::is_amount(t, at + 1) || t.is_mark(next, b':');
    (!counts && !other && t.key(next) != Key::Am && t.key(next) != Key::Pm).then_some((last, next))
}

/// "March 10:30", "May 5,000", "March 5 percent": the number is no day.
fn is_no_day(t: &Lexed, at: usize, next: usize) -> bool {
    let clock = t.is_mark(next, b':') && !t.spaced(next) && t.class(next + 1) == Class::Digits && !t.spaced(next + 1);
    let measure = t.is_mark(next, b'%') || t.is(next, "percent") || t.class(next) == Class::Scale;
    let spelled = t.class(at) == Class::Ordinal && t.class(next) == Class::Unit;
    clock || measure || spelled || (matches!(t.key(next), Key::Am | Key::Pm) && ordinal_ending(t, at + 1).is_none())
}

/// Months whose names are common words when written small.
fn is_common_word(t: &Lexed, at: usize) -> bool {
    t.is_any(at, "may march august mar jan dec jun sep oct nov")
}

/// Whether the month's name is another word here: the verbs "may" and "march", or a person's
/// or a thing's name.
fn is_name_or_verb(t: &Lexed, at: usize, next: usize) -> bool {
    let before = at.wrapping_sub(1);
    let capital_before = t.kind(before) == Some(TokenKind::Word) && t.capital(before) && !t.line_start(at);
    let known_before = t.class(before) != Class::Other && t.class(before) != Class::Feast;
    if capital_before && !known_before && !t.is_any(before, "Throughout Come") {
        // "Theresa May", "Black September", "Mr Jan Smith"; but "On June".
        let person = t.text(at).len() < 4 && t.capital(next) && t.class(next) == Class::Other;
        return person || matches!(t.value(at), 3..=6 | 8) || t.class(before) == Class::Feast;
    }
    let listed = matches!(t.key(before), Key::And | Key::Or);
    let named = t.capital(next) && t.class(next) == Class::Other && (listed || !time_before(t, at));
    if t.text(at).len() < 4 && next == at + 1 && (named || !time_before(t, at)) && t.value(at) != 5 {
        return true; // "Jan Smith", "Dec" alone
    }
    let lower = !t.capital(at);
    match t.value(at) {
        5 => !time_before(t, at) || lower && !matches!(t.key(before), Key::In | Key::Last | Key::Next | Key::Since),
        3 | 8 if lower => true,
        3 | 4 | 6 | 8 => {
            // "April Jones said", "March of Dimes", "the March on Rome".
            let rally = t.value(at) == 3
                && (matches!(t.key(next), Key::Of | Key::On) || t.is(next, "for"))
                && !time_before(t, at);
            named || rally
        }
        _ => false,
    }
}

/// "last May", "next June", "this September": the month and which one.
pub(super) fn which_month(t: &Lexed, at: usize) -> Option<Found> {
    let which = which(t, at)?;
    let (month, next) = month(t, at + 1)?;
    if !t.capital(at + 1) && is_common_word(t, at + 1) && !matches!(which, Which::Last | Which::Next) {
        return None;
    }
    // "this March 5": the day is read with its month.
    let parts = Parts { month, which, ..Parts::default() };
    if let Some((first, after)) = day(t, next)
        && !is_no_day(t, next, after)
    {
        return Some(Found::new(at, after, Meaning::Date(Parts { day: first, ..parts })));
    }
    Some(Found::new(at, next, Meaning::Date(parts)))
}

/// Which of several: "last", "this", "next", "this past", "this coming".
pub(super) fn which(t: &Lexed, at: usize) -> Option<Which> {
    Some(match t.key(at) {
        Key::Last | Key::Past => Which::Last,
        Key::This => Which::This,
        Key::Next | Key::Coming => Which::Next,
        Key::Previous => Which::Previous,
        Key::Following => Which::Following,
        _ => return None,
    })
}

/// "the 22nd", with a preposition before it and nothing behind that it could count.
pub(super) fn day_alone(t: &Lexed, at: usize) -> Option<Found> {
    if t.key(at) != Key::The {
        return None;
    }
    let (day, next) = super::pieces::ordinal(t, at + 1)?;
    let digits = t.class(at + 1) == Class::Digits;
    let before = at.wrapping_sub(1);
    let weekday = t.class(before) == Class::Weekday || t.class(t.comma(before).wrapping_sub(2)) == Class::Weekday;
    let placed = matches!(t.key(before), Key::On | Key::By | Key::Until | Key::Since | Key::Before | Key::After);
    let ends = !matches!(t.kind(next), Some(TokenKind::Word | TokenKind::Number))
        || matches!(t.key(next), Key::At | Key::And | Key::To | Key::In | Key::Of | Key::From);
    let of_month = t.key(next) == Key::Of && !matches!(t.key(next + 1), Key::This | Key::That | Key::Next | Key::Last);
    let fits = ((digits || t.brief()) && placed && ends && !of_month)
        || (weekday && (ends || digits && !t.capital(next)) && !of_month);
    (fits && (1..=31).contains(&day)).then(|| Found::new(at, next, Meaning::Date(Parts { day, ..Parts::default() })))
}
