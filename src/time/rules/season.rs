//! Seasons and weekends.
//!
//! ```text
//! last summer · this fall · the winter of 1998 · spring 2015 · in the summer · this weekend
//! ```

use super::month::which;
use super::pieces::year_behind;
use crate::time::found::{Found, Meaning, Part, Parts, Which, Year};
use crate::time::lexed::Lexed;
use crate::time::words::{Class, Key};

/// A season, with the word that says which one.
pub(super) fn season(t: &Lexed, at: usize) -> Option<Found> {
    let (chosen, word) = match t.class(at) {
        Class::Season => (Which::Any, at),
        // "that summer", but not "prices that fall".
        _ if t.key(at) == Key::That => {
            let parts = Parts { year: Year::Same, part: Part::Season(t.value(at + 1)), ..Parts::default() };
            let ends = t.class(at + 2) == Class::Mark || at + 2 >= t.len();
            let fits = t.class(at + 1) == Class::Season && (ends || matches!(t.value(at + 1), 2 | 4));
            return fits.then(|| Found::new(at, at + 2, Meaning::Date(parts)));
        }
        _ => (which(t, at)?, at + 1),
    };
    if t.class(word) != Class::Season {
        return None;
    }
    let next = word + 1;
    let dated = year_behind(t, next);
    if chosen == Which::Any && dated.is_none() && !is_season(t, word) {
        return None;
    }
    let (year, end) = dated.unwrap_or((Year::None, next));
    let part = Part::Season(t.value(word));
    Some(Found::new(at, end, Meaning::Date(Parts { year, part, which: chosen, ..Parts::default() })))
}

/// Whether the bare word is a season: "in the spring", "by fall"; not "prices fall", "a spring".
fn is_season(t: &Lexed, at: usize) -> bool {
    let before = at.wrapping_sub(1);
    let articled = t.key(before) == Key::The;
    let lead = if articled { at.wrapping_sub(2) } else { before };
    let placed = matches!(
        t.key(lead),
        Key::In
            | Key::By
            | Key::During
            | Key::Since
            | Key::Until
            | Key::Before
            | Key::After
            | Key::Early
            | Key::Late
            | Key::Mid
            | Key::Of
    ) || (t.is_hyphen(lead) && t.key(lead.wrapping_sub(1)) == Key::Mid);
    let of = t.key(lead) == Key::Of;
    // "the fall of the wall", "in fall colors".
    let verb = t.value(at) == 3 && t.is(at, "fall") && (t.key(at + 1) == Key::Of || t.key(at + 1) == Key::In);
    let noun = t.value(at) == 1 && of;
    let of_the = of && articled;
    placed && !verb && !noun && !of_the
}
