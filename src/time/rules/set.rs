//! What comes again and again.
//!
//! ```text
//! daily · annual · every Tuesday · each month · every two weeks · every third year · twice a week · Sundays
//! $5 million a year · per day      not: the Daily News
//! ```

use crate::text::TokenKind;
use crate::time::amount::{self, Amount};
use crate::time::found::{Found, Meaning, Set};
use crate::time::lexed::Lexed;
use crate::time::moment::Unit;
use crate::time::words::{Class, Key, PLURAL, TWO};

/// A recurring time.
pub(super) fn set(t: &Lexed, at: usize) -> Option<Found> {
    let found = |set, end| Some(Found::new(at, end, Meaning::Set(set)));
    match t.class(at) {
        Class::Frequency => {
            let named = t.capital(at) && at > 0 && t.capital(at + 1) && t.kind(at + 1) == Some(TokenKind::Word);
            let value = t.value(at);
            let amount = Amount::whole(if value & TWO == 0 { 1 } else { 2 });
            if named { None } else { found(Set::Units(amount, Unit::at(value & !TWO)), at + 1) }
        }
        Class::Weekday if t.value(at) > 10 => found(Set::Weekday(t.value(at) - 10), at + 1),
        Class::Key => match t.key(at) {
            Key::Every | Key::Each => every(t, at),
            Key::A if t.class(at + 1) == Class::Unit && is_rate(t, at) => rate(t, at),
            Key::Per if t.class(at + 1) == Class::Unit => rate(t, at),
            _ => None,
        },
        _ => None,
    }
}

/// "every day", "each Tuesday", "every two weeks", "every other month".
fn every(t: &Lexed, at: usize) -> Option<Found> {
    let found = |set, end| Some(Found::new(at, end, Meaning::Set(set)));
    let other = t.key(at + 1) == Key::Other;
    // "every second Tuesday", "every third year"; "every second" is each of sixty.
    let nth = ["second", "third", "fourth", "fifth"].iter().position(|word| t.is(at + 1, word));
    let nth = nth.filter(|_| matches!(t.class(at + 2), Class::Weekday | Class::Unit) && t.value(at + 2) & PLURAL == 0);
    let next = at + 1 + usize::from(other || nth.is_some());
    let times = if other { 2 } else { nth.map_or(1, |n| n as u64 + 2) };
    match t.class(next) {
        Class::Weekday if t.value(next) < 8 => found(Set::Weekday(t.value(next)), next + 1),
        Class::Month => found(Set::Month(t.value(next)), next + 1),
        Class::Season => found(Set::Season(t.value(next)), next + 1),
        Class::Part => found(Set::Part(t.value(next) & 7), next + 1),
        Class::Unit if t.value(next) & PLURAL == 0 => {
            let unit = Unit::at(t.value(next));
            (unit != Unit::Half).then(|| found(Set::Units(Amount::whole(times), unit), next + 1)).flatten()
        }
        Class::Digits | Class::Cardinal | Class::Vague => {
            let (amount, word) = amount::read(t, next)?;
            let (unit, end) = super::duration::unit(t, word)?;
            found(Set::Units(amount, unit), end)
        }
        Class::Key if t.key(next) == Key::School || t.is(next, "single") => match super::duration::unit(t, next + 1) {
            Some((unit, end)) => found(Set::Units(Amount::ONE, unit), end),
            None => None,
        },
        _ => None,
    }
}

/// "a year", "per day": the unit of a rate.
fn rate(t: &Lexed, at: usize) -> Option<Found> {
    if t.value(at + 1) & PLURAL != 0 {
        return None;
    }
    let unit = Unit::at(t.value(at + 1));
    let speed = t.is_any(at.wrapping_sub(1), "miles kilometers kilometres km feet meters metres");
    let fits = !matches!(unit, Unit::Half | Unit::Second | Unit::Season) && !speed;
    fits.then(|| Found::new(at, at + 2, Meaning::Set(Set::Units(Amount::ONE, unit))))
}

/// Whether "a year" stands behind an amount: "$5 million a year", "15 a year", "twice a week".
fn is_rate(t: &Lexed, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let next = at + 2;
    if matches!(t.key(next), Key::Ago | Key::Earlier | Key::Later | Key::Before | Key::After) || t.is_hyphen(next) {
        return false;
    }
    matches!(t.class(before), Class::Digits | Class::Scale)
        || t.key(before) == Key::Once
        || t.is_any(before, "times percent tons tonnes barrels people dollars cents pounds hours days units cars %")
}
