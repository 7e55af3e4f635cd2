//! Years in digits, alone or two of them.
//!
//! ```text
//! in 1998 · since '82 · 2003-05 · 1939-1945 · 347 AD      not: 2,000 people · 1500 dollars · $1998
//! ```

use super::pieces::{full_year, is_amount, short_year};
use crate::text::TokenKind;
use crate::time::found::{Found, Meaning, Parts, Year};
use crate::time::lexed::Lexed;
use crate::time::words::{Class, Key};

const fn of(year: i16) -> Parts {
    Parts {
        year: Year::Stated(year),
        month: 0,
        day: 0,
        weekday: 0,
        part: crate::time::found::Part::None,
        which: crate::time::found::Which::Any,
        fiscal: false,
    }
}

/// A year, or years from one to another.
pub(super) fn year(t: &Lexed, at: usize) -> Option<Found> {
    if let Some((short, next)) = short_year(t, at) {
        // "'98" is a year where nothing but a space or an opening mark stands before it.
        let fits = t.spaced(at) && (!t.spaced(next) || !matches!(t.class(next), Class::Unit));
        let date = Parts { year: Year::Short(short), ..Parts::default() };
        return fits.then(|| Found::new(at, next, Meaning::Date(date)));
    }
    let Some((first, next)) = full_year(t, at) else { return era(t, at) };
    if is_quantity(t, at) {
        return None;
    }
    // "2003-05", "1939-1945", "1996/97".
    if (t.is_hyphen(next) || t.is_mark(next, b'/')) && !t.spaced(next) && !t.spaced(next + 1) {
        if let Some((number, width)) = t.digits(next + 1) {
            let century = first - first.rem_euclid(100);
            let last = match width {
                4 => i16::try_from(number).ok()?,
                2 => century + number as i16,
                _ => return None,
            };
            let glued = !t.spaced(next + 2)
                && (t.is_hyphen(next + 2) || t.is_mark(next + 2, b'/') || t.class(next + 2) == Class::Digits);
            if last > first && last - first < 200 && !glued {
                return Some(Found::new(at, next + 2, Meaning::Range(of(first), of(last))));
            }
            return None;
        }
        if t.is_mark(next, b'/') {
            return None;
        }
    }
    // "2016 June", "2016, nov": the year before its month.
    let inner = t.comma(next);
    if let Some((month, end)) = super::pieces::month(t, inner)
        && (inner == next || t.text(inner).len() < 5)
        && super::pieces::day(t, end).is_none()
        && full_year(t, end).is_none()
        && !t.is(inner, "may")
    {
        return Some(Found::new(at, end, Meaning::Date(Parts { month, ..of(first) })));
    }
    let end =
        if t.key(next) == Key::Era && t.text(next).bytes().all(|b| b.is_ascii_uppercase()) { next + 1 } else { next };
    Some(Found::new(at, end, Meaning::Date(of(first))))
}

/// "347 AD", "AD 347", "384" behind "in the year".
fn era(t: &Lexed, at: usize) -> Option<Found> {
    let (number, 1..=4) = t.digits(at)? else { return None };
    let number = i16::try_from(number).ok().filter(|n| (1..2200).contains(n))?;
    let upper = |i: usize| t.key(i) == Key::Era && t.text(i).bytes().all(|b| b.is_ascii_uppercase());
    if upper(at + 1) {
        return Some(Found::new(at, at + 2, Meaning::Date(of(number))));
    }
    // "c. 347", "circa 360".
    let before = at.wrapping_sub(1);
    let circa = t.is_any(before, "circa ca") || t.is_mark(before, b'.') && t.is_any(at.wrapping_sub(2), "c ca");
    if circa && number > 99 && t.class(at + 1) != Class::Unit && t.class(at + 1) != Class::Other {
        return Some(Found::new(at, at + 1, Meaning::Date(of(number))));
    }
    (upper(at.wrapping_sub(1)) && at > 0).then(|| Found::new(at - 1, at + 1, Meaning::Date(of(number))))
}

/// Whether four digits count, measure or number something rather than name a year.
fn is_quantity(t: &Lexed, at: usize) -> bool {
    let next = at + 1;
    if is_amount(t, at) {
        return true;
    }
    let before = at.wrapping_sub(1);
    if at > 0 && !t.spaced(at) {
        // "A-1998", "#1998", "1,1998", ".1998"; an opening mark or a quotation may stand there.
        let opening = matches!(t.text(before), "(" | "[" | "\"" | "“" | "‘" | "'" | "—" | "–" | "-" | "/");
        let dash = t.is_hyphen(before) || t.is_mark(before, b'/');
        let after_word = dash && t.kind(at.wrapping_sub(2)) == Some(TokenKind::Word);
        let mid = t.key(at.wrapping_sub(2)) == Key::Mid || t.is_any(at.wrapping_sub(2), "pre post then");
        let after_year = dash && t.spaced(before) && full_year(t, at.wrapping_sub(2)).is_some();
        let month = dash && t.class(at.wrapping_sub(2)) == Class::Month;
        if !opening
            || (after_word && !mid && !month)
            || (dash && !after_word && !after_year && !mid && !is_dash(t, before))
        {
            return true;
        }
    }
    if !t.spaced(next) {
        // "1998's" is a year; "1998km", "1998:" before digits, "1998.5" are not.
        let glued = t.class(next) == Class::Digits
            || (t.kind(next) == Some(TokenKind::Word))
            || (t.is_mark(next, b':') && t.class(next + 1) == Class::Digits && !t.spaced(next + 1));
        if glued {
            return true;
        }
        if t.is_hyphen(next)
            && !t.spaced(next + 1)
            && t.kind(next + 1) == Some(TokenKind::Word)
            && t.class(next + 1) != Class::Month
        {
            // "1998-style" speaks of the year, "2000-mile" and "1500-member" do not.
            return !t.is_any(next + 1, "style era vintage model to");
        }
    }
    if t.is_any(
        before, "page pages fortune russell windows flight room route model version number highway channel p pp bill boeing airbus iso points nearly almost than least approximately some roughly every",
    ) {
        return true;
    }
    if matches!(t.class(next), Class::Unit)
        && t.spaced(next)
        && !t.is(next, "season")
        && !t.is_any(next, "second quarter half")
    {
        return true;
    }
    if counts(t, next)
        && !matches!(
            t.key(before),
            Key::In | Key::Since | Key::Until | Key::By | Key::From | Key::During | Key::Early | Key::Mid | Key::Late
        )
    {
        return true;
    }
    matches!(t.key(before), Key::About) && counts(t, next)
}

/// "nineteen ninety-six", "two thousand and ten", "twenty-twelve".
pub(super) fn spelled(t: &Lexed, at: usize) -> Option<Found> {
    let placed = matches!(
        t.key(at.wrapping_sub(1)),
        Key::In | Key::Since | Key::Of | Key::By | Key::Until | Key::From | Key::To | Key::Early | Key::Late | Key::Mid
    ) || t.class(at.wrapping_sub(1)) == Class::Month;
    let head = i16::from(t.value(at));
    let next = t.hyphen(at + 1);
    let (year, end) = if head == 2 && t.class(at + 1) == Class::Scale && t.value(at + 1) == 3 {
        let rest = t.skip(at + 2, Key::And);
        let (tens, end) = below_hundred(t, rest).unwrap_or((0, at + 2));
        (2000 + tens, end)
    } else if (11..=20).contains(&head) {
        let (tens, end) = below_hundred(t, next).filter(|(tens, _)| *tens >= 10)?;
        (head * 100 + tens, end)
    } else {
        return None;
    };
    let counted =
        t.class(end) == Class::Unit || t.class(end) == Class::Scale || (t.class(end) == Class::Other && end < t.len());
    (placed && !counted).then(|| Found::new(at, end, Meaning::Date(of(year))))
}

fn below_hundred(t: &Lexed, at: usize) -> Option<(i16, usize)> {
    if t.class(at) != Class::Cardinal {
        return None;
    }
    let tens = i16::from(t.value(at));
    let ones = t.hyphen(at + 1);
    if tens >= 20 && t.class(ones) == Class::Cardinal && t.value(ones) < 10 {
        return Some((tens + i16::from(t.value(ones)), ones + 1));
    }
    Some((tens, at + 1))
}

fn is_dash(t: &Lexed, at: usize) -> bool {
    matches!(t.text(at), "–" | "—")
}

/// Nouns that a bare number counts or measures.
fn counts(t: &Lexed, at: usize) -> bool {
    t.is_any(
        at, "people persons men women children troops soldiers workers jobs employees dollars pounds euros yen marks francs rubles cents miles kilometers kilometres meters metres feet foot inches yards acres hectares tons tonnes kilograms kilos grams km kg m ft mph kph megawatts calories points votes seats homes houses shares copies units members residents students passengers refugees migrants families others square degrees volts hp rounds times deaths cases dead injured victims protesters civilians fighters officers delegates prisoners vehicles cars aircraft planes ships missiles drones tanks bottles barrels pages words lines schools companies firms patients visitors",
    )
}
