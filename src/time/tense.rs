//! Whether the clause around a place looks ahead or back.
//!
//! The verb nearest before the place decides ("said on Friday that it will"), else the nearest
//! one behind it ("On Friday, voters will"). Sentence borders are stops; so are semicolons.

use super::lexed::Lexed;
use super::words::{AHEAD, BACK, Class, HAVE, Key};
use crate::text::TokenKind;

/// How far a verb is looked for, in tokens.
const REACH: usize = 24;

/// Which way a word points.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    Ahead,
    Back,
}

/// Whether what the tokens `first..last` date lies ahead.
pub(super) fn is_future(t: &Lexed, first: usize, last: usize) -> bool {
    direction(t, first, last) == Some(Way::Ahead)
}

/// Whether what the tokens `first..last` date lies behind, as a verb says.
pub(super) fn is_past(t: &Lexed, first: usize, last: usize) -> bool {
    direction(t, first, last) == Some(Way::Back)
}

/// Whether a verb of the past stands right before token `first`: "it ended Jan. 5", "died on May 3".
pub(super) fn is_told(t: &Lexed, first: usize) -> bool {
    let before = first.wrapping_sub(1);
    let verb = if t.key(before) == Key::On { before.wrapping_sub(1) } else { before };
    matches!(t.key(verb), Key::None | Key::Ended) && points(t, verb) == Some(Way::Back)
}

/// Whether something is to be on a day: "the funeral is on Friday", but not "is on Friday's list".
fn is_set(t: &Lexed, first: usize, last: usize) -> bool {
    let on = first.wrapping_sub(1);
    let owned = t.is_any(last, "'s ’s") || t.is_mark(last, b'\'');
    t.key(on) == Key::On && t.is_any(on.wrapping_sub(1), "is are") && !owned
}

fn direction(t: &Lexed, first: usize, last: usize) -> Option<Way> {
    if is_set(t, first, last) {
        return Some(Way::Ahead);
    }
    let mut at = first;
    for _ in 0..REACH {
        let Some(before) = at.checked_sub(1) else { break };
        if is_border(t, before) {
            break;
        }
        at = before;
        if let Some(way) = points(t, at) {
            return Some(way);
        }
    }
    for at in last..last + REACH {
        if at >= t.len() || is_border(t, at) {
            break;
        }
        if let Some(way) = points(t, at) {
            return Some(way);
        }
    }
    None
}

fn is_border(t: &Lexed, at: usize) -> bool {
    t.kind(at) == Some(TokenKind::Mark)
        && matches!(t.text(at), "." | "!" | "?" | ";" | "”" | "…")
        && (t.spaced(at + 1) || t.text(at) != ".")
        && !(t.text(at) == "." && !t.capital(at + 1) && at + 1 < t.len())
}

/// Verbs behind which an infinitive tells what was.
const LOOK_BACK: &str =
    "used began had failed forced seemed found discovered believed thought known reported understood refused managed";

/// Whether a verb in its base form is told of the past by what stands before it.
fn is_of_the_past(t: &Lexed, verb: usize) -> bool {
    let before = |k: usize| verb.wrapping_sub(k);
    let denied = t.is_any(before(1), "not never n't n’t");
    let did = t.is_any(before(1 + usize::from(denied)), "did didn't didn’t");
    did || t.is(before(1), "to") && t.is_any(before(2), LOOK_BACK)
}

/// Which way the word at `at` points, if it is a verb or as good as one.
fn points(t: &Lexed, at: usize) -> Option<Way> {
    // "will be held", "to be shipped": the verb before the participle tells.
    let passive = t.is_any(at.wrapping_sub(1), "be being");
    if passive && !(t.class(at) == Class::Verb && t.value(at) == AHEAD) {
        return None;
    }
    match t.class(at) {
        Class::Verb if t.value(at) == HAVE => {
            let participle = t.class(at + 1) == Class::Verb && t.value(at + 1) == BACK
                || matches!(t.text(at + 1).as_bytes(), [.., b'e', b'd' | b'n']);
            return participle.then_some(Way::Back);
        }
        // "housing starts fell", "plans were": a noun, whose verb comes next.
        Class::Verb if t.text(at).ends_with('s') && t.class(at + 1) == Class::Verb && t.value(at + 1) != AHEAD => {
            return None;
        }
        // "by 9 votes": what is counted.
        Class::Verb if t.class(at.wrapping_sub(1)) == Class::Digits && t.text(at).ends_with('s') => return None,
        // "before going missing": only who is going to do something is ahead.
        Class::Verb if t.is(at, "going") && t.key(at + 1) != Key::To => return None,
        // "did not meet", "failed to meet"
        Class::Verb if t.value(at) == AHEAD && is_of_the_past(t, at) => return Some(Way::Back),
        Class::Verb => return Some(if t.value(at) == AHEAD { Way::Ahead } else { Way::Back }),
        Class::Month if t.text(at) == "may" => return Some(Way::Ahead),
        Class::Key => {
            match t.key(at) {
                Key::Until | Key::Next | Key::Coming => return Some(Way::Ahead),
                Key::Ended if t.is(at, "ends") => return Some(Way::Ahead),
                // "is expected after the June election"
                Key::After if t.is_any(at.wrapping_sub(1), "due expected planned scheduled") => {
                    return Some(Way::Ahead);
                }
                Key::Ago | Key::After | Key::Since => return Some(Way::Back),
                // "to meet", "to be held": an infinitive looks ahead, but not behind "used" or "failed".
                Key::To => {
                    let verb = t.is_any(
                    at + 1,
                    "be begin start meet open close vote decide hold take visit return leave arrive attend go discuss \
                     report announce release complete finish make pay buy sell",
                );
                    return (verb && !t.is_any(at.wrapping_sub(1), LOOK_BACK)).then_some(Way::Ahead);
                }
                _ => {}
            }
        }
        _ => {}
    }
    let text = t.text(at);
    let past = text.len() > 4
        && text.ends_with("ed")
        && !t.capital(at)
        && t.kind(at) == Some(TokenKind::Word)
        && !t.is_any(at, "indeed proceed hundred exceed succeed");
    past.then_some(Way::Back)
}
