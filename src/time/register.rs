//! [`Register`] is told here: whether a text is an article, a note, or nothing but a time.
//!
//! Agency prose and a message mean different things by the same words. "Two weeks ago" in an
//! article is a week; in "I'll leave in two weeks", or typed alone, it is a day. In an article
//! "from March 3 to March 5" tells two days, each with its own mark; a note means the stretch.
//!
//! ```text
//! Prose   The company said it will close the plant in two weeks.
//! Note    I'll be back in two weeks.
//! Phrase  in two weeks
//! ```

use super::found::Found;
use super::lexed::{Lexed, Register};
use super::words::Class;
use crate::text::TokenKind;

/// The longest note, in tokens.
const NOTE: usize = 32;
/// The longest phrase, in tokens.
const PHRASE: usize = 16;

/// What the words alone tell, before anything is read.
pub(super) fn by_words(t: &Lexed) -> Register {
    let size = t.len();
    let known = |at: usize| {
        let glued = !t.spaced(at) && at > 0 && t.text(at).len() < 3;
        !matches!(t.class(at), Class::Other | Class::Verb) || glued
    };
    let quoted = |at: usize| matches!(t.text(at), "\"" | "“" | "”" | "‘");
    let person = |at: usize| {
        t.kind(at) == Some(TokenKind::Word)
            && matches!(
                t.text(at),
                "I" | "me" | "my" | "My" | "we" | "We" | "us" | "you" | "You" | "your" | "please" | "Please"
            )
    };
    if size < PHRASE && (0..size).all(known) {
        Register::Phrase
    } else if size <= NOTE && (0..size).any(person) && !(0..size).any(quoted) {
        Register::Note
    } else {
        Register::Prose
    }
}

/// What it is when the rules have read it: a phrase holds nothing that is no part of a time.
pub(super) fn by_readings(t: &Lexed, found: &[Found]) -> Register {
    let covered = |at: usize| found.iter().any(|f| f.start() <= at && at < f.end());
    // "5pm-7": a bare number beside a time is part of it.
    let small = |at: usize| matches!(t.class(at), Class::Key | Class::Mark | Class::Digits);
    let alone = t.len() < PHRASE && !found.is_empty() && (0..t.len()).all(|at| small(at) || covered(at));
    match t.register {
        _ if alone => Register::Phrase,
        Register::Phrase => Register::Prose,
        other => other,
    }
}
