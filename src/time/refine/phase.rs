//! Takes in the words before an expression that modify it, and its article.
//!
//! ```text
//! early 1990 → START · mid-February → MID · the end of March → END · about 1960 → APPROX
//! nearly two years → LESS_THAN · more than a week → MORE_THAN · at least three days
//! ```

use super::TOUCHED;
use crate::time::Modifier;
use crate::time::found::{Clock, Found, Meaning, Part, Set};
use crate::time::lexed::Lexed;
use crate::time::words::Key;

pub(super) fn run(t: &Lexed, found: &mut [Found]) {
    let mut floor = 0;
    for one in found.iter_mut() {
        let before = (one.first, one.modifier);
        if !matches!(one.meaning, Meaning::Reference(_) | Meaning::Set(Set::Units(..))) {
            widen(t, one, floor);
        }
        if before != (one.first, one.modifier) {
            one.refined |= TOUCHED;
        }
        behind(t, one);
        floor = one.last as usize;
    }
}

/// Extends an expression to the left, not beyond token `floor`.
fn widen(t: &Lexed, one: &mut Found, floor: usize) {
    let mut at = one.start();
    article(t, one, &mut at, floor);
    // At most: "about the end of the first half of" needs three turns.
    for _ in 0..4 {
        let Some(before) = at.checked_sub(1).filter(|b| *b >= floor) else { break };
        let length = matches!(one.meaning, Meaning::Length(_));
        let two = before.checked_sub(1).filter(|b| *b >= floor);
        let (modifier, start) = match t.key(before) {
            Key::Early if !length => (Some(Modifier::Start), before),
            Key::Mid if !length => (Some(Modifier::Mid), before),
            Key::Late if !length => (Some(Modifier::End), before),
            Key::Earlier | Key::Later if !length => (one.modifier, before),
            Key::About => (Some(Modifier::Approx), before),
            Key::Nearly if length => (Some(Modifier::LessThan), before),
            Key::Than if length => match two.map(|b| t.key(b)) {
                Some(Key::More) => {
                    let no = two.and_then(|b| b.checked_sub(1)).is_some_and(|b| b >= floor && t.key(b) == Key::No);
                    if no { (Some(Modifier::EqualOrLess), at - 3) } else { (Some(Modifier::MoreThan), at - 2) }
                }
                Some(Key::Less) => {
                    let no = two.and_then(|b| b.checked_sub(1)).is_some_and(|b| b >= floor && t.key(b) == Key::No);
                    if no { (Some(Modifier::EqualOrMore), at - 3) } else { (Some(Modifier::LessThan), at - 2) }
                }
                _ => break,
            },
            Key::Least if length && two.is_some_and(|b| t.key(b) == Key::At) => (Some(Modifier::EqualOrMore), at - 2),
            Key::Most if length && two.is_some_and(|b| t.key(b) == Key::At) => (Some(Modifier::EqualOrLess), at - 2),
            Key::To if length && two.is_some_and(|b| t.key(b) == Key::Up) => (Some(Modifier::EqualOrLess), at - 2),
            Key::Of | Key::In if !length && two.is_some() => {
                let phase = match t.key(at - 2) {
                    Key::End | Key::Late if t.key(at - 2) == Key::Late || t.key(before) == Key::Of => Modifier::End,
                    Key::Start | Key::Early if t.key(at - 2) == Key::Early || t.key(before) == Key::Of => {
                        Modifier::Start
                    }
                    Key::Middle if t.key(before) == Key::Of => Modifier::Mid,
                    Key::Later | Key::Earlier if t.key(before) == Key::In => {
                        at -= 2;
                        one.first = at as u32;
                        continue;
                    }
                    _ => break,
                };
                (Some(phase), at - 2)
            }
            _ => {
                // "mid-February".
                if t.is_hyphen(before) && !t.spaced(at) && two.is_some() {
                    let modifier = match t.key(at - 2) {
                        Key::Mid => Modifier::Mid,
                        Key::Early => Modifier::Start,
                        Key::Late | Key::End => Modifier::End,
                        _ => break,
                    };
                    (Some(modifier), at - 2)
                } else {
                    break;
                }
            }
        };
        if start < floor {
            break;
        }
        at = start;
        one.modifier = one.modifier.filter(|_| modifier == Some(Modifier::Approx)).or(modifier);
        one.first = at as u32;
        article(t, one, &mut at, floor);
    }
}

/// Takes in "the" where the expression is a phrase of its own: not "the two-year plan".
fn article(t: &Lexed, one: &mut Found, at: &mut usize, floor: usize) {
    let Some(before) = at.checked_sub(1).filter(|b| *b >= floor) else { return };
    if t.key(before) != Key::The {
        return;
    }
    let hyphenated = (one.start()..one.end()).any(|i| t.is_hyphen(i)) && one.modifier.is_none();
    let phrase = match one.meaning {
        Meaning::Date(parts) => parts.part != Part::None || one.modifier.is_some() || parts.fiscal,
        Meaning::Range(..) => false,
        Meaning::Clock => !matches!(one.clock, Clock::At { .. }),
        _ => true,
    };
    if phrase && !hyphenated {
        *at = before;
        one.first = before as u32;
    }
}

/// "or so", "or more" behind a length; "-end" behind a year or month.
fn behind(t: &Lexed, one: &mut Found) {
    let end = one.end();
    if t.key(end) == Key::Or && matches!(one.meaning, Meaning::Length(_)) {
        let modifier = match t.key(end + 1) {
            Key::More => Modifier::EqualOrMore,
            Key::Less => Modifier::EqualOrLess,
            _ if t.is(end + 1, "so") => Modifier::Approx,
            _ => return,
        };
        one.modifier = Some(modifier);
        one.last += 2;
        one.refined |= TOUCHED;
    }
}
