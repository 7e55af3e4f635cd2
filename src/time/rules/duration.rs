//! Lengths of time.
//!
//! ```text
//! two years · six-month · a 12-hour siege · half an hour · nearly two decades · for years
//! three to five years · two hours and 30 minutes · 1 year, 2 months and 12 days      not: 25-year-old · aged 25 years · light years
//! ```

use crate::time::amount::{self, Amount};
use crate::time::found::{Found, Length, Meaning, Side};
use crate::time::lexed::Lexed;
use crate::time::moment::Unit;
use crate::time::words::{Class, Key, PLURAL};

/// A length of time.
pub(super) fn duration(t: &Lexed, at: usize) -> Option<Found> {
    let found = |length, end| Some(Found::new(at, end, Meaning::Length(length)));
    if t.is(at, "first") {
        // "the first nine months".
        let counted = matches!(t.class(at + 1), Class::Digits | Class::Cardinal);
        let (length, end) = length(t, at + 1).filter(|_| counted)?;
        return found(length, end);
    }
    if t.class(at) == Class::Unit && !t.is(at, "half") && !t.is(at, "quarter") {
        return bare(t, at).and_then(|(length, end)| found(length, end));
    }
    if t.is(at, "all") || t.key(at) == Key::Whole {
        // "all day", "all week"; "the whole year" is read as the year.
        let bare = t.class(at + 1) == Class::Unit && t.value(at + 1) & PLURAL == 0;
        let (unit, end) = unit(t, at + 1).filter(|(unit, _)| bare && *unit >= Unit::Day)?;
        let articled = matches!(t.key(at.wrapping_sub(1)), Key::The | Key::A);
        let length = Length { amount: Amount::ONE, unit, and: None, side: None };
        return if articled { None } else { found(length, end) };
    }
    if t.is(at, "quarter") {
        // "a quarter century", "quarter of a century".
        let of = t.skip(t.skip(t.hyphen(at + 1), Key::Of), Key::A);
        let century = t.class(of) == Class::Unit && t.value(of) == 14;
        let length = Length { amount: Amount::whole(25), unit: Unit::Year, and: None, side: None };
        return if century { found(length, of + 1) } else { None };
    }
    let (length, end) = length(t, at)?;
    // "One day last week, he quit."
    let told = t.is(at, "one") && t.capital(at) && end == at + 2 && length.unit == Unit::Day;
    if told && (t.class(end) == Class::Other || matches!(t.key(end), Key::In | Key::Last | Key::This)) {
        return None;
    }
    if t.key(at) == Key::A && end == at + 2 && !is_one(t, at, length.unit) {
        return None;
    }
    found(length, end)
}

/// An amount and its unit at `at`, and the index behind them.
pub(super) fn length(t: &Lexed, at: usize) -> Option<(Length, usize)> {
    if t.class(at) == Class::Digits && at > 0 && !t.spaced(at) && is_glued(t, at) {
        return None;
    }
    // "from 19.00 to 06.00 hours".
    if super::clock::is_hour_of_day(t, at) {
        return None;
    }
    let (mut amount, mut next) = amount::read(t, at)?;
    // "the 1990-91 season": from one year to another.
    if super::pieces::full_year(t, at).is_some() && t.is_hyphen(at + 1) && t.digits(at + 2).is_some_and(|(_, n)| n == 2)
    {
        return None;
    }
    // "the 1988 quarter", "World Cup 2018 day five": a year, not so many quarters.
    if super::pieces::full_year(t, at).is_some_and(|(_, end)| t.class(end) == Class::Unit && t.value(end) & PLURAL == 0)
    {
        return None;
    }
    // "three to five years", "three or four years", "18-24 months".
    let mut joint = next;
    if matches!(t.key(joint), Key::To | Key::Or) || t.is_hyphen(joint) {
        joint = t.hyphen(joint + 1);
        if matches!(t.class(joint), Class::Digits | Class::Cardinal)
            && let Some((other, after)) = amount::read(t, joint)
            && unit(t, t.hyphen(adjective(t, after))).is_some()
        {
            (amount, next) = (other, after);
        }
    }
    let word = t.hyphen(adjective(t, t.hyphen(next)));
    let (unit, mut end) = unit(t, word)?;
    if is_age(t, end) || t.is_any(at.wrapping_sub(1), "aged age ages") {
        return None;
    }
    // "a year and a half".
    if t.key(end) == Key::And
        && t.key(end + 1) == Key::A
        && t.is(end + 2, "half")
        && let Amount::Hundredths(n) = amount
    {
        amount = Amount::Hundredths(n + 50);
        end += 3;
    }
    if t.is_any(at.wrapping_sub(1), "light man kilowatt person") || t.is_any(word.wrapping_sub(1), "light") {
        return None;
    }
    let mut length = Length { amount, unit, and: None, side: None };
    // "two hours and 30 minutes", "1 hour, 5 minutes and 30 seconds".
    while let Some((small, smaller, last)) = smaller_part(t, end, length.and.map_or(unit, |(_, unit)| unit)) {
        let Some(longer) = length.with(small, smaller) else { break };
        (length, end) = (longer, last);
    }
    // In a note the days are those that begin with its own.
    if t.brief() && (t.key(at.wrapping_sub(1)) == Key::Within) {
        length.side = Some(Side::Within);
    }
    Some((length, end))
}

/// " and 30 minutes", ", 5 minutes", " 5 minutes" behind a length: how many, of what unit, and the
/// index behind.
fn smaller_part(t: &Lexed, end: usize, than: Unit) -> Option<(Amount, Unit, usize)> {
    let more = t.skip(t.comma(end), Key::And);
    let joined = more > end || t.class(end) == Class::Digits;
    if !joined || !matches!(t.class(more), Class::Digits | Class::Cardinal) {
        return None;
    }
    let (amount, after) = amount::read(t, more)?;
    let (unit, last) = unit(t, after).filter(|(unit, last)| *unit < than && !is_age(t, *last))?;
    Some((amount, unit, last))
}

/// A unit that has a length, in any number.
pub(super) fn unit(t: &Lexed, at: usize) -> Option<(Unit, usize)> {
    if t.class(at) != Class::Unit {
        return glued_unit(t, at);
    }
    let unit = Unit::at(t.value(at) & !PLURAL);
    // "one quarter of them", "three seasons", "two halves" are no lengths; nor "a second man".
    let singular = t.value(at) & PLURAL == 0;
    let fraction = matches!(unit, Unit::Quarter) && t.key(at + 1) == Key::Of;
    let before = at.wrapping_sub(1);
    let counted =
        t.is_hyphen(before) || t.class(before) == Class::Digits || t.is(before, "one") || t.is(before, "half");
    let ordinal = unit == Unit::Second && singular && !counted;
    let short = t.text(at).len() == 2 && t.is(at, "mo") && !t.is_mark(at + 1, b'.') && !t.brief();
    if fraction || ordinal || short || unit == Unit::Half {
        return None;
    }
    let end = if t.text(at).len() < 4 { t.stop(at + 1) } else { at + 1 };
    Some((unit, end))
}

/// "48h", "5y": one letter glued to digits; in a note also "3d", "2w", "10m", "3 h".
fn glued_unit(t: &Lexed, at: usize) -> Option<(Unit, usize)> {
    if t.class(at.wrapping_sub(1)) != Class::Digits || t.spaced(at) && !(t.brief() && t.text(at) == "h") {
        return None;
    }
    let unit = match t.text(at) {
        "h" => Unit::Hour,
        "Y" | "y" => Unit::Year,
        "D" | "d" if t.brief() => Unit::Day,
        "W" | "w" if t.brief() => Unit::Week,
        "m" if t.brief() => Unit::Minute,
        _ => return None,
    };
    Some((unit, at + 1))
}

/// Skips an adjective between a number and its unit: "six straight days", "two full years".
fn adjective(t: &Lexed, at: usize) -> usize {
    let known = matches!(
        t.key(at),
        Key::Straight | Key::Whole | Key::Long | Key::Fiscal | Key::School | Key::More | Key::Other
    ) || t.is_any(at, "short working business trading additional extra calendar further solid crucial");
    at + usize::from(known)
}

/// "-old", " old", " of age" behind a length.
fn is_age(t: &Lexed, at: usize) -> bool {
    let word = t.hyphen(at);
    t.key(word) == Key::Old || t.is_any(word, "olds younger older") || (t.key(at) == Key::Of && t.is(at + 1, "age"))
}

/// Whether "a year" is a length here: not "a second", "a day" of "a day trader".
fn is_one(t: &Lexed, at: usize, unit: Unit) -> bool {
    let next = at + 2;
    let compound = t.is_hyphen(next) && !t.spaced(next);
    let before = at.wrapping_sub(1);
    if t.is_any(before, "miles kilometers kilometres km such what quite many not") {
        return false;
    }
    match unit {
        Unit::Second | Unit::Quarter | Unit::Weekend | Unit::Season => false,
        Unit::Minute | Unit::Night => matches!(t.key(before), Key::For | Key::Within | Key::About | Key::Than),
        _ if compound => t.key(next + 1) == Key::Long,
        _ => true,
    }
}

/// "for years", "decades-long", "over the years", "in weeks": some number of units.
fn bare(t: &Lexed, at: usize) -> Option<(Length, usize)> {
    if t.value(at) & PLURAL == 0 {
        // "year-long", "week-long"; "yearlong" is no word of time.
        let long = t.is_hyphen(at + 1) && t.key(at + 2) == Key::Long;
        let unit = Unit::at(t.value(at));
        let length = Length { amount: Amount::ONE, unit, and: None, side: None };
        return long.then_some((length, at + 3));
    }
    let unit = Unit::at(t.value(at) & !PLURAL);
    if matches!(unit, Unit::Quarter | Unit::Season | Unit::Half | Unit::Night | Unit::Weekend) {
        return None;
    }
    let articled = t.key(at.wrapping_sub(1)) == Key::The;
    let lead = t.key(at.wrapping_sub(if articled { 2 } else { 1 }));
    let long = t.is_hyphen(at + 1) && t.key(at + 2) == Key::Long;
    let placed = match lead {
        Key::For | Key::Within | Key::Over | Key::Through | Key::During => true,
        Key::After | Key::In | Key::Of => !articled,
        _ => false,
    };
    let counted = t.key(at + 1) == Key::Of && lead != Key::For;
    let fits = long
        || (placed && !counted)
        || (!articled && lead == Key::None && unit >= Unit::Year && t.key(at + 1) == Key::Of);
    let length = Length { amount: Amount::Some, unit, and: None, side: None };
    fits.then_some((length, if long { at + 3 } else { at + 1 }))
}

/// Whether digits are the tail of something longer: "1,1998 days" or "v2.3 days".
fn is_glued(t: &Lexed, at: usize) -> bool {
    let opening = matches!(t.text(at - 1), "(" | "[" | "\"" | "“" | "‘" | "'" | "—" | "–" | "-" | "…");
    !(opening || t.brief() && t.is_mark(at - 1, b'+'))
}
