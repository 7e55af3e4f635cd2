//! Gives a date without a year the year that its neighbour in the same list or range states:
//! "from June to August 2003", "in March, April and May 1990", "May 2004 until June"; or the year that opens its
//! sentence.

use super::TOUCHED;
use crate::time::found::{Found, Meaning, Part, Parts, Which, Year};
use crate::time::lexed::Lexed;
use crate::time::tense;
use crate::time::words::{Class, Key};

pub(super) fn run(t: &Lexed, found: &mut [Found]) {
    for i in (1..found.len()).rev() {
        let (a, b) = (found[i - 1], found[i]);
        // "on the Tuesday and Wednesday of last week"
        if let (Meaning::Date(day), Meaning::InWeek { n, .. }) = (a.meaning, b.meaning)
            && (Parts { weekday: day.weekday, ..Parts::default() }) == day
            && day.weekday != 0
            && bound(t, &a, &b)
        {
            found[i - 1].meaning = Meaning::InWeek { n, weekday: day.weekday };
            found[i - 1].refined |= TOUCHED;
        }
        let (Meaning::Date(first), Meaning::Date(second)) = (a.meaning, b.meaning) else { continue };
        if !open(first) || second.month == 0 || !bound(t, &a, &b) {
            continue;
        }
        if let Year::Stated(year) = second.year {
            // "from December to March 1990": the earlier month lies in the year before.
            let year = if first.month > second.month { year - 1 } else { year };
            found[i - 1].meaning = Meaning::Date(Parts { year: Year::Stated(year), ..first });
            found[i - 1].refined |= TOUCHED;
        } else if second.year != Year::None {
            found[i - 1].meaning = Meaning::Date(Parts { year: second.year, ..first });
            found[i - 1].refined |= TOUCHED;
        }
    }
    for i in 1..found.len() {
        let (a, b) = (found[i - 1], found[i]);
        let (Meaning::Date(first), Meaning::Date(second)) = (a.meaning, b.meaning) else { continue };
        if !open(second) || first.month == 0 || !is_range(t, &a, &b) {
            continue;
        }
        if let Year::Stated(year) = first.year {
            let year = if second.month < first.month { year + 1 } else { year };
            found[i].meaning = Meaning::Date(Parts { year: Year::Stated(year), ..second });
            found[i].refined |= TOUCHED;
        }
    }
}

/// "In 1989 they held a series of strikes from June to August": the year that opens a sentence is that of its months.
pub(super) fn lead(t: &Lexed, found: &mut [Found]) {
    for i in 0..found.len() {
        let Meaning::Date(Parts { year: year @ Year::Stated(_), month: 0, part: Part::None, .. }) = found[i].meaning
        else {
            continue;
        };
        let first = found[i].start().wrapping_sub(1);
        let sentences = &t.document.sentences;
        let at = sentences.partition_point(|s| (s.last as usize) <= first);
        let Some(sentence) = sentences.get(at).filter(|s| s.first as usize == first && t.is(first, "in")) else {
            continue;
        };
        for other in found[i + 1..].iter_mut().take_while(|o| o.end() <= sentence.last as usize) {
            let Meaning::Date(parts) = other.meaning else { continue };
            if parts.year != Year::None {
                break;
            }
            if open(parts) && !tense::is_future(t, other.start(), other.end()) {
                other.meaning = Meaning::Date(Parts { year, ..parts });
                other.refined |= TOUCHED;
            }
        }
    }
}

/// A month, with or without a day, whose year is not stated.
fn open(parts: Parts) -> bool {
    parts.month != 0 && parts.year == Year::None && parts.which == Which::Any
}

/// Only what binds the members of a list or a range stands between the two.
fn bound(t: &Lexed, a: &Found, b: &Found) -> bool {
    let list = t.comma(a.end());
    let and = t.skip(t.skip(list, Key::And), Key::Or);
    (list > a.end() && and == b.start()) || (and > a.end() && and == b.start()) || is_range(t, a, b)
}

/// "to", "until", "through", "-" between the two.
pub(in crate::time) fn is_range(t: &Lexed, a: &Found, b: &Found) -> bool {
    let at = a.end();
    let joint = matches!(t.key(at), Key::To | Key::Until | Key::Through)
        || t.is_hyphen(at)
        || (t.key(at) == Key::And && t.key(a.start().wrapping_sub(1)) == Key::Between);
    // "from early June to late August 2003".
    let phase = t.class(at + 1) == Class::Key && matches!(t.key(at + 1), Key::Early | Key::Late | Key::Mid);
    let hyphen = usize::from(phase && t.is_hyphen(at + 2));
    joint && (at + 1 == b.start() || (phase && at + 2 + hyphen == b.start()))
}
