//! Today, yesterday, tomorrow, tonight.
//!
//! ```text
//! today · yesterday · the day before yesterday · the day after tomorrow · earlier today
//! ```

use crate::time::found::{Base, Clock, Found, Meaning};
use crate::time::lexed::Lexed;
use crate::time::moment::Unit;
use crate::time::words::{Class, Key, OVERMORROW, TODAY, TOMORROW, TONIGHT, YESTERDAY};

/// A word that counts from the day of publication.
pub(super) fn day_word(t: &Lexed, at: usize) -> Option<Found> {
    let shift = |n, first, last| {
        let meaning = Meaning::Shift { n, unit: Unit::Day, base: Base::Published };
        Found::new(first, last, meaning)
    };
    if t.class(at) == Class::Deictic {
        return Some(match t.value(at) {
            YESTERDAY => shift(-1, at, at + 1),
            TODAY => shift(0, at, at + 1),
            TOMORROW => shift(1, at, at + 1),
            OVERMORROW => shift(2, at, at + 1),
            TONIGHT => shift(0, at, at + 1).at(Clock::Part(4)),
            _ => return None,
        });
    }
    let day = t.skip(at, Key::The);
    if t.class(day) != Class::Unit || t.value(day) != 3 || t.class(day + 2) != Class::Deictic {
        return None;
    }
    match (t.key(day + 1), t.value(day + 2)) {
        (Key::Before, YESTERDAY) => Some(shift(-2, at, day + 3)),
        (Key::After, TOMORROW) => Some(shift(2, at, day + 3)),
        _ => None,
    }
}
