//! [`Amount`]: how many, in digits or spelled.
//!
//! ```text
//! 2,500 · 3.5 · twenty-five · two hundred · a dozen · half a · one and a half · several
//! ```

use super::lexed::Lexed;
use super::words::{Class, Key};
use std::fmt::Write;

/// How many, in hundredths; or some number that the text leaves open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Amount {
    Hundredths(u64),
    Some,
}

impl Amount {
    pub(super) const ONE: Self = Self::Hundredths(100);

    pub(super) const fn whole(n: u64) -> Self {
        Self::Hundredths(n.saturating_mul(100))
    }

    /// The whole number, where it is one that a calendar can hold.
    pub(super) fn integer(self) -> Option<i32> {
        match self {
            Self::Hundredths(n) if n % 100 == 0 => i32::try_from(n / 100).ok().filter(|n| *n <= 100_000),
            _ => None,
        }
    }

    pub(super) fn times(self, factor: u32) -> Self {
        match self {
            Self::Hundredths(n) => Self::Hundredths(n.saturating_mul(factor.into())),
            Self::Some => Self::Some,
        }
    }

    /// Appends the number as TIMEX3 writes it.
    pub(super) fn write(self, out: &mut String) {
        let Self::Hundredths(n) = self else { return out.push('X') };
        write!(out, "{}", n / 100).ok(); // Writing to a String cannot fail.
        match n % 100 {
            0 => {}
            rest if rest % 10 == 0 => {
                write!(out, ".{}", rest / 10).ok();
            }
            rest => {
                write!(out, ".{rest:02}").ok();
            }
        }
    }
}

/// Reads an amount that begins at token `at`: what it is, and the index behind it.
pub(super) fn read(t: &Lexed, at: usize) -> Option<(Amount, usize)> {
    match t.class(at) {
        Class::Digits => digits(t, at),
        Class::Cardinal => spelled(t, at),
        Class::Vague if t.value(at) == 2 => Some((Amount::whole(2), of(t, at + 1))),
        Class::Vague => Some((Amount::Some, of(t, at + 1))),
        Class::Scale if t.value(at) == 12 => Some((Amount::whole(12), of(t, at + 1))),
        Class::Key => match t.key(at) {
            Key::A => match t.class(at + 1) {
                Class::Vague if t.value(at + 1) == 2 => Some((Amount::whole(2), of(t, at + 2))),
                Class::Vague => Some((Amount::Some, of(t, at + 2))),
                Class::Scale => Some((Amount::whole(scale(t.value(at + 1))), of(t, at + 2))),
                _ if t.is(at + 1, "half") => Some((Amount::Hundredths(50), hyphen(t, at + 2))),
                _ if t.key(at + 1) == Key::Whole || t.is(at + 1, "good") || t.is(at + 1, "further") => {
                    Some((Amount::ONE, at + 2))
                }
                _ => Some((Amount::ONE, at + 1)),
            },
            _ => None,
        },
        Class::Unit if t.is(at, "half") => match t.key(at + 1) {
            Key::A if t.class(at + 2) == Class::Scale => {
                Some((Amount::whole(scale(t.value(at + 2)) / 2), of(t, at + 3)))
            }
            Key::A => Some((Amount::Hundredths(50), at + 2)),
            _ => Some((Amount::Hundredths(50), hyphen(t, at + 1))),
        },
        _ => None,
    }
}

const fn scale(value: u8) -> u64 {
    match value {
        12 | 20 => value as u64,
        power => 10_u64.pow(power as u32),
    }
}

fn of(t: &Lexed, at: usize) -> usize {
    let more = at + usize::from(t.key(at) == Key::More);
    more + usize::from(t.key(more) == Key::Of)
}

fn hyphen(t: &Lexed, at: usize) -> usize {
    at + usize::from(t.is_hyphen(at))
}

/// "2,500", "3.5", "2 1/2", "2½", "10 million".
fn digits(t: &Lexed, at: usize) -> Option<(Amount, usize)> {
    let mut hundredths = 0_u64;
    let mut decimals: Option<u32> = None;
    for b in t.text(at).bytes() {
        match (b, decimals) {
            (b'0'..=b'9', None) => hundredths = hundredths.saturating_mul(10).saturating_add(u64::from(b - b'0') * 100),
            (b'0'..=b'9', Some(n)) if n < 2 => {
                hundredths = hundredths.saturating_add(u64::from(b - b'0') * if n == 0 { 10 } else { 1 });
                decimals = Some(n + 1);
            }
            (b'.', None) => decimals = Some(0),
            (b',', None) | (b'0'..=b'9', _) => {}
            _ => return None,
        }
    }
    let mut next = at + 1;
    if t.class(next) == Class::Scale {
        hundredths = hundredths.saturating_mul(scale(t.value(next)));
        next += 1;
    } else if t.text(next) == "½" {
        hundredths += 50;
        next += 1;
    } else {
        let fraction = hyphen(t, next);
        if t.is_mark(fraction + 1, b'/') && t.text(fraction) == "1" && t.text(fraction + 2) == "2" {
            hundredths += 50;
            next = fraction + 3;
        }
    }
    let (amount, next) = and_a_half(t, Amount::Hundredths(hundredths), next);
    Some((amount, next))
}

/// "five", "twenty-five", "two hundred", "one and a half".
fn spelled(t: &Lexed, at: usize) -> Option<(Amount, usize)> {
    let mut number = u64::from(t.value(at));
    let mut next = at + 1;
    if number >= 20 && number % 10 == 0 {
        let ones = hyphen(t, next);
        if t.class(ones) == Class::Cardinal && t.value(ones) < 10 {
            number += u64::from(t.value(ones));
            next = ones + 1;
        }
    }
    if t.class(next) == Class::Scale {
        number = number.saturating_mul(scale(t.value(next)));
        next += 1;
    }
    Some(and_a_half(t, Amount::whole(number), next))
}

/// "and a half" behind a number.
fn and_a_half(t: &Lexed, amount: Amount, at: usize) -> (Amount, usize) {
    let joined = hyphen(t, at);
    if t.key(joined) == Key::And {
        let a = hyphen(t, joined + 1);
        let half = hyphen(t, a + 1);
        if t.key(a) == Key::A
            && t.is(half, "half")
            && let Amount::Hundredths(n) = amount
        {
            return (Amount::Hundredths(n + 50), half + 1);
        }
    }
    (amount, at)
}

#[cfg(test)]
mod tests {
    use super::super::lexed::check_lexed;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut out = String::new();
        check_lexed(text, |t| {
            if let Some((amount, next)) = super::read(t, 0) {
                amount.write(&mut out);
                out.push(' ');
                out.push_str(t.text(next));
            }
        });
        assert_eq!(out, expected, "{text}");
    }

    #[test]
    fn amounts() {
        check("2,500 days", "2500 days");
        check("3.5 years", "3.5 years");
        check("2 1/2 years", "2.5 years");
        check("2½ years", "2.5 years");
        check("twenty-five years", "25 years");
        check("two hundred years", "200 years");
        check("a dozen years", "12 years");
        check("half a dozen years", "6 years");
        check("half an hour", "0.5 hour");
        check("half-hour talk", "0.5 hour");
        check("a half-hour talk", "0.5 hour");
        check("one and a half hours", "1.5 hours");
        check("one-and-a-half hours", "1.5 hours");
        check("several more days", "X days");
        check("a few years", "X years");
        check("a couple of years", "2 years");
        check("10 million years", "10000000 years");
        check("99999999999999999999999 years", "184467440737095516.15 years");
    }

    #[test]
    fn no_amounts() {
        check("years", "");
        check("the years", "");
    }
}
