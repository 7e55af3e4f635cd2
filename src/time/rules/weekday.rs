//! Days of the week.
//!
//! ```text
//! Friday · on Tues. · last Monday · next Friday · this Thursday · this past Sunday
//! ```

use super::month::which;
use super::pieces::ordinal;
use crate::text::TokenKind;
use crate::time::found::{Found, Meaning, Parts, Which};
use crate::time::lexed::Lexed;
use crate::time::words::{Class, Key};

/// A weekday, with the word that says which one.
pub(super) fn weekday(t: &Lexed, at: usize) -> Option<Found> {
    if t.class(at) == Class::Weekday {
        return bare(t, at);
    }
    let mut chosen = which(t, at)?;
    let mut day = at + 1;
    // "this past Sunday", "this coming Friday", "next week Friday".
    if chosen == Which::This {
        match t.key(day) {
            Key::Past | Key::Last => (chosen, day) = (Which::Last, day + 1),
            Key::Coming | Key::Next => (chosen, day) = (Which::Next, day + 1),
            _ => {}
        }
    }
    let (weekday, end) = name(t, day)?;
    Some(Found::new(at, end, Meaning::Date(Parts { weekday, which: chosen, ..Parts::default() })))
}

fn bare(t: &Lexed, at: usize) -> Option<Found> {
    let (weekday, end) = name(t, at)?;
    if is_name(t, at, end) {
        return None;
    }
    // "the Friday-the-13th drop".
    let (the, day) = (t.hyphen(end), t.hyphen(t.hyphen(end) + 1));
    if the > end
        && t.key(the) == Key::The
        && day > the + 1
        && let Some((day, end)) = ordinal(t, day)
    {
        return Some(Found::new(at, end, Meaning::Date(Parts { weekday, day, ..Parts::default() })));
    }
    Some(Found::new(at, end, Meaning::Date(Parts { weekday, ..Parts::default() })))
}

/// A weekday's name, and the index behind it and its full stop.
pub(super) fn name(t: &Lexed, at: usize) -> Option<(u8, usize)> {
    if t.class(at) != Class::Weekday || t.value(at) > 7 {
        return None;
    }
    let short = t.text(at).len() < 6;
    let end = if short { t.stop(at + 1) } else { at + 1 };
    if short {
        // "Sun", "sat", "wed", "mon" are words and names of their own.
        let dated = t.class(t.comma(end)) == Class::Month || t.class(t.comma(end)) == Class::Digits;
        let odd = t.is_any(at, "sun sat wed mon");
        let dotted = end > at + 1;
        let placed = t.class(at.wrapping_sub(1)) == Class::Unit
            || matches!(
                t.key(at.wrapping_sub(1)),
                Key::On | Key::Next | Key::Last | Key::This | Key::Every | Key::Coming | Key::Past
            );
        let fits = dated || (t.capital(at) && (dotted || !odd)) || (placed && !t.is(at, "sun")) || (!odd && placed);
        return fits.then_some((t.value(at), end));
    }
    Some((t.value(at), end))
}

/// Whether the weekday belongs to a name: "Friday Night Lights", "the Sunday Times",
/// "Bloody Sunday", "Sheffield Wednesday".
fn is_name(t: &Lexed, at: usize, next: usize) -> bool {
    let paper = t.is_any(
        next, "Times Telegraph Mail Post Herald Mirror Independent Express Tribune Star Journal Observer Sun Gazette Standard World",
    );
    let show =
        t.class(next) != Class::Other && t.capital(next) && t.is_any(next + 1, "Live Lights Football Fever Massacre");
    let before = at.wrapping_sub(1);
    let event = t.is_any(before, "Black Bloody Super Sheffield Ruby Man Girl Happy Freaky Good Ash Casual")
        && t.capital(before);
    let joined = t.kind(next) == Some(TokenKind::Word) && t.capital(next) && t.is_any(next, "Group Club");
    (paper && t.capital(next)) || show || event || joined
}
