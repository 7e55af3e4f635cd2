//! [`RULES`]: every pattern that is read, in order.
//!
//! A rule looks at one token, and those behind it, and says what it reads there; of several
//! readings from one token the longest stays, of equally long ones the first. No rule knows
//! another.

mod ago;
mod clock;
mod day_word;
mod decade;
mod duration;
pub(super) mod holiday;
mod last_next;
mod month;
mod nth;
mod numeric;
mod pieces;
mod quarter;
mod reference;
mod same;
mod season;
mod set;
mod weekday;
mod year;

use super::found::Found;
use super::lexed::Lexed;
use super::words::{Class, Key};

/// A pattern.
pub(super) struct Rule {
    /// Names it in explanations.
    pub name: &'static str,
    /// The classes that its first token can have, as bits.
    pub starts: u32,
    /// What it reads at a token.
    pub read: fn(&Lexed, usize) -> Option<Found>,
}

macro_rules! rule {
    ($name:literal, $($class:ident)|+, $read:expr) => {
        Rule { name: $name, starts: $(Class::$class.bit())|+, read: $read }
    };
}

/// All rules.
pub(super) const RULES: &[Rule] = &[
    rule!("numeric-date", Digits, numeric::date),
    rule!("day-month", Digits | Ordinal | Cardinal | Unit, month::day_first),
    rule!("month-day", Month, month::month_first),
    rule!("which-month", Key, month::which_month),
    rule!("day-of-month", Key, month::day_alone),
    rule!("weekday", Weekday | Key, weekday::weekday),
    rule!("quarter", Ordinal | Digits | Code | Unit | Key | Cardinal, quarter::quarter),
    rule!("fiscal-year", Key | Code, quarter::fiscal),
    rule!("season", Season | Key, season::season),
    rule!("decade", Digits | Mark | Tens, decade::decade),
    rule!("century", Ordinal | Digits | Cardinal | Unit, decade::century),
    rule!("year", Digits | Mark, year::year),
    rule!("clock", Digits | Cardinal | Part | Unit, clock::clock),
    rule!("part-of-day", Part | Key | Unit, clock::part),
    rule!("day-word", Deictic | Key, day_word::day_word),
    rule!("holiday", Feast | Month | Key, holiday::holiday),
    rule!("nth", Key | Ordinal | Digits | Unit, nth::nth),
    rule!("ago", Digits | Cardinal | Key | Vague | Unit | Scale, ago::ago),
    rule!("later", Digits | Cardinal | Key | Vague | Unit | Scale, ago::later),
    rule!("last-next", Key, last_next::last_next),
    rule!("in-a-row", Ordinal | Digits | Unit, last_next::in_a_row),
    rule!("same", Key, same::same),
    rule!("unit-end", Unit, same::unit_end),
    rule!("spelled-year", Cardinal, year::spelled),
    rule!("set", Key | Frequency | Weekday | Cardinal | Digits, set::set),
    rule!("duration", Feast | Ordinal | Digits | Cardinal | Key | Vague | Unit | Scale, duration::duration),
    rule!("reference", Reference | Key, reference::reference),
];

/// The classes that any rule starts with.
const STARTS: u32 = {
    let (mut i, mut bits) = (0, 0);
    while i < RULES.len() {
        bits |= RULES[i].starts;
        i += 1;
    }
    bits
};

/// Whether a rule could start with the small word at `at`: most of them only bind. An article
/// needs a word of time behind it.
fn key_starts(t: &Lexed, at: usize) -> bool {
    match t.key(at) {
        Key::The | Key::A => !matches!(t.class(at + 1), Class::Other | Class::Verb | Class::Mark),
        Key::In => t.class(at + 1) != Class::Other,
        key => matches!(
            key,
            Key::Next
                | Key::Last
                | Key::Past
                | Key::Previous
                | Key::Following
                | Key::Coming
                | Key::This
                | Key::That
                | Key::Current
                | Key::Latest
                | Key::Recent
                | Key::Every
                | Key::Each
                | Key::Per
                | Key::Fiscal
                | Key::Long
                | Key::Most
                | Key::Whole
        ),
    }
}

/// Reads a whole document: the longest reading at each place, left to right.
pub(super) fn read(t: &Lexed) -> Vec<Found> {
    let mut all: Vec<Found> = Vec::new();
    let mut at = 0;
    while at < t.len() {
        let bit = t.class(at).bit();
        if STARTS & bit == 0 || bit == Class::Key.bit() && !key_starts(t, at) {
            at += 1;
            continue;
        }
        let mut best: Option<Found> = None;
        for rule in RULES {
            if rule.starts & bit != 0
                && let Some(found) = (rule.read)(t, at)
                && best.is_none_or(|b| found.last > b.last)
            {
                best = Some(Found { rule: rule.name, ..found });
            }
        }
        match best {
            Some(found) => {
                at = found.end().max(at + 1);
                all.push(found);
            }
            None => at += 1,
        }
    }
    all
}
