//! So many units before or after some day.
//!
//! ```text
//! two weeks ago · a year ago · three years earlier · 48 hours later · a month from now
//! year-ago · the year-earlier period · in two weeks
//! ```

use super::duration::length;
use crate::time::amount::Amount;
use crate::time::found::{Anchor, Base, Found, Length, Meaning};
use crate::time::lexed::{Lexed, Register};
use crate::time::moment::Unit;

use crate::time::tense;
use crate::time::words::{Class, Key, PLURAL};

/// Before the day of publication.
pub(super) fn ago(t: &Lexed, at: usize) -> Option<Found> {
    if let Some(found) = compared(t, at) {
        return Some(found);
    }
    // "years ago", "long ago", "decades ago".
    if t.class(at) == Class::Unit && t.value(at) & PLURAL != 0 && t.key(at + 1) == Key::Ago {
        return Some(Found::new(at, at + 2, Meaning::Reference(0)));
    }
    if t.key(at) == Key::Long && t.key(at + 1) == Key::Ago {
        return Some(Found::new(at, at + 2, Meaning::Reference(0)));
    }
    if t.key(at) == Key::In {
        return ahead(t, at);
    }
    let (read, end) = length(t, at)?;
    // "+2h", "-3y", "after an hour", and nothing else.
    if at == 1 && t.register == Register::Phrase && end >= t.len() {
        let sign = match t.key(0) {
            _ if t.is_hyphen(0) && !t.spaced(1) => -1,
            _ if t.is_mark(0, b'+') && !t.spaced(1) => 1,
            Key::After => 1,
            _ => return None,
        };
        return Some(Found::new(0, end, shift(read, sign, Base::Published, true)));
    }
    match t.key(end) {
        Key::Ago => {
            let last = end + 1;
            // "two years ago today", "a week ago Monday" are joined later.
            Some(Found::new(at, last, shift(read, -1, Base::Ago, t.brief())))
        }
        Key::From if t.is_any(end + 1, "now today") => {
            Some(Found::new(at, end + 2, shift(read, 1, Base::Published, t.brief())))
        }
        Key::Hence => Some(Found::new(at, end + 1, shift(read, 1, Base::Published, t.brief()))),
        _ => None,
    }
}

/// Before or after what was spoken of.
pub(super) fn later(t: &Lexed, at: usize) -> Option<Found> {
    let (read, end) = length(t, at)?;
    let sign = match t.key(end) {
        Key::Later => 1,
        Key::Earlier => -1,
        // "two days before" at the end of a clause.
        Key::Before | Key::Previous if ends_clause(t, end + 1) => -1,
        Key::After if ends_clause(t, end + 1) => 1,
        _ => return None,
    };
    // "two years later than planned", "three days earlier in the week": no day of their own.
    if t.key(end + 1) == Key::Than {
        return None;
    }
    Some(Found::new(at, end + 1, shift(read, sign, Base::Spoken, t.brief())))
}

/// "year-ago", "year-earlier", "the year-ago quarter".
fn compared(t: &Lexed, at: usize) -> Option<Found> {
    if t.class(at) != Class::Unit || !t.is_hyphen(at + 1) || t.spaced(at + 1) {
        return None;
    }
    let unit = Unit::at(t.value(at) & !PLURAL);
    match t.key(at + 2) {
        Key::Ago | Key::Earlier if unit >= Unit::Day => {
            let base = if unit == Unit::Year { Base::Compared } else { Base::Ago };
            // "the year-ago quarter" is one phrase.
            let quarter = unit == Unit::Year && t.class(at + 3) == Class::Unit && t.value(at + 3) == 9;
            if quarter {
                return Some(Found::new(at, at + 4, Meaning::Shift { n: -4, unit: Unit::Quarter, base }));
            }
            Some(Found::new(at, at + 3, Meaning::Shift { n: -1, unit, base }))
        }
        _ => None,
    }
}

/// "in two weeks", where the clause looks ahead.
fn ahead(t: &Lexed, at: usize) -> Option<Found> {
    let inner = if t.is_any(at + 1, "about just") { at + 2 } else { at + 1 };
    let (read, end) = length(t, inner)?;
    let end = if t.is_any(end, "'s ’s ' ’") && t.key(end + 1) == Key::Time { end + 2 } else { end };
    let opens = t.line_start(at) || at == 0;
    let fits = !matches!(read.amount, Amount::Some) && (ends_clause(t, end) || t.key(end) == Key::From || opens);
    // "the first in five years": the five years lie behind.
    let mut clause =
        (1..8).map_while(|n| at.checked_sub(n)).take_while(|i| t.class(*i) != Class::Mark || t.is_hyphen(*i));
    let record = clause.any(|i| {
        let part = t.class(t.hyphen(i + 1)) == Class::Unit;
        t.class(i) == Class::Ordinal && !part
            || t.key(i) == Key::Most
            || t.text(i).ends_with("est")
            || t.is_any(i, "time times second")
    });
    // A clause without a verb of tense looks ahead too.
    (fits && !record && !tense::is_past(t, at, end))
        .then(|| Found::new(at, end, shift(read, 1, Base::Published, t.brief())))
}

fn ends_clause(t: &Lexed, at: usize) -> bool {
    matches!(t.class(at), Class::Mark) && !t.is_hyphen(at)
        || at >= t.len()
        || matches!(t.key(at), Key::And | Key::To | Key::At | Key::For | Key::In | Key::On | Key::Or)
        || t.is_any(at, "when but as if with because while")
}

/// A length as a shift in whole units; halves of years become months, and so on.
fn shift(length: Length, sign: i32, base: Base, brief: bool) -> Meaning {
    let Length { amount, unit, and, .. } = length;
    let Amount::Hundredths(n) = amount else {
        return Meaning::Reference(if sign < 0 { 0 } else { 2 });
    };
    if (base != Base::Spoken || brief)
        && let Some((more, smaller)) = and.filter(|_| unit >= Unit::Week)
        && let (Some(n), Some(more)) = (amount.integer(), more.integer())
    {
        return Meaning::Offset { n: more * sign, unit: smaller, from: Anchor::Units(n * sign, unit) };
    }
    let (mut n, mut unit) = (n, unit);
    if n % 100 != 0 {
        let (factor, smaller) = match unit {
            Unit::Year => (12, Unit::Month),
            Unit::Decade => (10, Unit::Year),
            Unit::Century => (100, Unit::Year),
            Unit::Week => (7, Unit::Day),
            Unit::Day => (24, Unit::Hour),
            Unit::Hour => (60, Unit::Minute),
            Unit::Month => (30, Unit::Day),
            other => (1, other),
        };
        (n, unit) = (n.saturating_mul(factor), smaller);
    }
    if let Some((Amount::Hundredths(more), smaller)) = and {
        let factor = unit.count(smaller).unwrap_or(0);
        if factor > 0 {
            (n, unit) = (n.saturating_mul(factor).saturating_add(more), smaller);
        }
    }
    match Amount::Hundredths(n / 100 * 100).integer() {
        Some(n) => Meaning::Shift { n: n * sign, unit, base },
        None => Meaning::Reference(if sign < 0 { 0 } else { 2 }),
    }
}
