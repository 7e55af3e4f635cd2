//! Vague references to past, present and future.
//!
//! ```text
//! now · currently · recently · recent years · in the past · the near future · at the moment
//! ```

use crate::time::found::{Found, Meaning};
use crate::time::lexed::Lexed;
use crate::time::words::{Class, Key, PLURAL};

/// A reference without a day.
pub(super) fn reference(t: &Lexed, at: usize) -> Option<Found> {
    let found = |which, end| Some(Found::new(at, end, Meaning::Reference(which)));
    if t.class(at) == Class::Reference {
        // "now-cancelled", "now that", "from now on".
        let joined = t.is_hyphen(at + 1) && !t.spaced(at + 1);
        let conjunction = t.is(at, "now") && t.key(at + 1) == Key::That;
        return if joined || conjunction { None } else { found(t.value(at), at + 1) };
    }
    match t.key(at) {
        Key::Recent if t.class(at + 1) == Class::Unit && t.value(at + 1) & PLURAL != 0 => found(0, at + 2),
        Key::The => {
            let mut noun = at + 1;
            let adjective = t.is_any(noun, "near distant foreseeable immediate not-too-distant");
            noun += usize::from(adjective || t.key(noun) == Key::Recent);
            let ends = t.class(noun + 1) == Class::Mark
                || noun + 1 >= t.len()
                || matches!(
                    t.key(noun + 1),
                    Key::And | Key::Or | Key::In | Key::To | Key::By | Key::For | Key::At | Key::That | Key::This
                )
                || t.is_any(noun + 1, "is was as but when with if we it because");
            match t.key(noun) {
                Key::Past if ends && !t.is_hyphen(noun + 1) => found(0, noun + 1),
                Key::Future if ends || t.key(noun + 1) == Key::Of => found(2, noun + 1),
                _ if t.is(noun, "moment") && t.key(at.wrapping_sub(1)) == Key::At && t.key(noun + 1) != Key::Of => {
                    found(1, noun + 1)
                }
                _ => None,
            }
        }
        Key::Current if t.key(at.wrapping_sub(1)) == Key::At => found(1, at + 1),
        _ => None,
    }
}
