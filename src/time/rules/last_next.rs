//! Units counted from now, or from what was spoken of.
//!
//! ```text
//! last week · next year · this month · the current quarter · last night · this morning
//! the past five years · the next 48 hours · the coming weeks · the previous day · the next day
//! ```

use crate::time::amount::Amount;
use crate::time::found::{Base, Clock, Found, Length, Meaning, Side};
use crate::time::lexed::Lexed;
use crate::time::moment::Unit;
use crate::time::words::{AHEAD, Class, Key, PLURAL};

/// A unit, or several, beside "last", "next", "this" and their like.
pub(super) fn last_next(t: &Lexed, at: usize) -> Option<Found> {
    let recent = t.key(at) == Key::Most && t.key(at + 1) == Key::Recent;
    let key = if recent { Key::Latest } else { t.key(at) };
    if !matches!(
        key,
        Key::Last
            | Key::Next
            | Key::Past
            | Key::This
            | Key::Previous
            | Key::Following
            | Key::Coming
            | Key::Current
            | Key::Latest
    ) {
        return None;
    }
    // "is expected to last six weeks", "will last two days".
    let before = at.wrapping_sub(1);
    let modal = t.class(before) == Class::Verb && t.value(before) == AHEAD || t.text(before) == "may";
    // "reacted to last night's fall", "compared to last year": nothing lasts one bare unit.
    let single_unit = t.class(at + 1) == Class::Unit && t.value(at + 1) & PLURAL == 0 && !t.is_any(at + 2, "or and to");
    if key == Key::Last && (modal || t.key(before) == Key::To && !single_unit) {
        return None;
    }
    let articled = matches!(t.key(at.wrapping_sub(1)), Key::The | Key::Possessive | Key::These);
    // "this past week", "this coming year".
    let (key, mut word) = match (key, t.key(at + 1)) {
        (Key::This, inner @ (Key::Past | Key::Coming | Key::Last | Key::Next)) => {
            (if matches!(inner, Key::Coming | Key::Next) { Key::Next } else { Key::Last }, at + 2)
        }
        (key, _) => (key, at + 1 + usize::from(recent)),
    };
    word = t.skip(t.skip(word, Key::Fiscal), Key::School);
    if t.is(word, "full") || t.is(word, "business") || t.is(word, "trading") {
        word += 1;
    }
    if let Some(found) = part_of_day(t, at, key, word) {
        return Some(found);
    }
    if t.class(word) == Class::Unit && t.value(word) & PLURAL == 0 {
        let unit = Unit::at(t.value(word));
        return single(t, at, key, word, unit, articled);
    }
    several(t, at, key, word)
}

/// "last year", "the past decade", "this week", "the following day".
fn single(t: &Lexed, at: usize, key: Key, word: usize, unit: Unit, articled: bool) -> Option<Found> {
    let end = word + 1;
    if unit.is_clock() || matches!(unit, Unit::Season | Unit::Half) {
        let span =
            key == Key::Past && matches!(unit, Unit::Hour | Unit::Minute) || (key == Key::Next && unit == Unit::Hour);
        let behind = if key == Key::Next { Side::Ahead } else { Side::Behind };
        return span.then(|| length(at, end, Amount::ONE, unit, behind));
    }
    if t.is_hyphen(end) && !t.spaced(end) && (t.key(end + 1) == Key::Old || t.is(end + 1, "old")) {
        return None;
    }
    let before = t.key(at.wrapping_sub(2));
    let stretch = articled
        && unit != Unit::Day
        && unit != Unit::Quarter
        && unit != Unit::Weekend
        && matches!(before, Key::In | Key::Over | Key::During | Key::For | Key::Within | Key::Through | Key::Since);
    let shift = |n, base| Some(Found::new(at, end, Meaning::Shift { n, unit, base }));
    match key {
        Key::Past if unit == Unit::Day || unit == Unit::Weekend => shift(-1, Base::Published),
        Key::Past => Some(length(at, end, Amount::ONE, unit, Side::Behind)),
        Key::Last if stretch => Some(length(at, end, Amount::ONE, unit, Side::Behind)),
        Key::Next | Key::Coming if stretch => Some(length(at, end, Amount::ONE, unit, Side::Ahead)),
        Key::Last => {
            let last_day = unit == Unit::Day && articled;
            (!last_day).then(|| shift(-1, Base::Published)).flatten()
        }
        Key::Next if articled => shift(1, Base::Spoken),
        Key::Next | Key::Coming => shift(1, Base::Published),
        Key::This if unit == Unit::Day => shift(0, Base::Published),
        Key::This | Key::Current => shift(0, Base::Published),
        // Figures tell of what is over: "in the latest week".
        Key::Latest => shift(-1, Base::Published),
        Key::Previous => shift(-1, Base::Spoken),
        Key::Following => shift(1, Base::Spoken),
        _ => None,
    }
}

/// "the past five years", "the next 48 hours", "the coming weeks".
fn several(t: &Lexed, at: usize, key: Key, word: usize) -> Option<Found> {
    let side = match key {
        Key::Last | Key::Past | Key::Previous | Key::Latest => Side::Behind,
        Key::Next | Key::Coming | Key::Following => Side::Ahead,
        _ => return None,
    };
    if t.class(word) == Class::Unit && t.value(word) & PLURAL != 0 {
        let unit = Unit::at(t.value(word) & !PLURAL);
        let fits = matches!(key, Key::Past | Key::Coming | Key::Previous | Key::Following);
        return fits.then(|| length(at, word + 1, Amount::Some, unit, side));
    }
    // "within the next three years", in a note.
    let within = t.brief()
        && (t.key(at.wrapping_sub(1)) == Key::Within
            || t.key(at.wrapping_sub(1)) == Key::The && t.key(at.wrapping_sub(2)) == Key::Within);
    let side = if within { Side::Within } else { side };
    let (read, end) = super::duration::length(t, word)?;
    // "the last two" of something else, "a": "next a".
    (t.key(word) != Key::A || matches!(read.amount, Amount::Some))
        .then(|| Found::new(at, end, Meaning::Length(Length { side: Some(side), ..read })))
}

/// "last night", "this morning", "tomorrow" has no part here; "the next morning".
fn part_of_day(t: &Lexed, at: usize, key: Key, word: usize) -> Option<Found> {
    let part = match t.class(word) {
        Class::Part if t.value(word) < PLURAL => t.value(word),
        Class::Unit if t.value(word) == 4 => 4,
        _ => return None,
    };
    let (n, base) = match key {
        Key::Last => (-1, Base::Published),
        Key::This => (0, Base::Published),
        Key::Next | Key::Following => (1, Base::Spoken),
        Key::Previous => (-1, Base::Spoken),
        _ => return None,
    };
    let meaning = Meaning::Shift { n, unit: Unit::Day, base };
    Some(Found::new(at, word + 1, meaning).at(Clock::Part(part)))
}

fn length(first: usize, last: usize, amount: Amount, unit: Unit, side: Side) -> Found {
    Found::new(first, last, Meaning::Length(Length { amount, unit, and: None, side: Some(side) }))
}

/// "a second consecutive day", "fourth week in a row": the one that is running.
pub(super) fn in_a_row(t: &Lexed, at: usize) -> Option<Found> {
    let (_, next) = super::pieces::ordinal(t, at)?;
    let straight = t.key(next) == Key::Straight;
    let word = next + usize::from(straight);
    if t.class(word) != Class::Unit {
        return None;
    }
    let row = t.key(word + 1) == Key::In && t.key(word + 2) == Key::A && t.is(word + 3, "row");
    let unit = Unit::at(t.value(word));
    let fits = (straight || row) && matches!(unit, Unit::Day | Unit::Week | Unit::Year);
    let meaning = Meaning::Shift { n: 0, unit, base: Base::Published };
    fits.then(|| Found::new(at, word + 1, meaning))
}
