//! Expressions of time: found, typed, normalised to TIMEX3 and given their calendar days.
//!
//! Reads one [`Document`] at a time and knows no clock: everything relative is resolved from
//! the article's own publication date and the dates in its text, or left unresolved.

mod amount;
mod found;
mod lexed;
mod moment;
mod reason;
mod refine;
mod register;
mod resolve;
mod rules;
mod tense;
mod value;
mod words;

#[cfg(test)]
pub(crate) use reason::MONTHS;
pub use reason::{reason, written};
pub use words::{is_zone, spelled_number};

use crate::import::NoiseKind;
use crate::notice::Notice;
use crate::span::Span;
use crate::text::Document;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// The same day so many months before, or the last one of a shorter month.
pub(crate) fn months_before(day: Date, months: i32) -> Date {
    crate::day::date(resolve::exactly(moment::from_date(day), -months, moment::Unit::Month).first)
}

/// What stands for the rule in [`TimeMention::rule`] where a person has set the reading.
pub const HAND: &str = "hand";

/// One expression of time and its reading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeMention {
    /// Where it stands.
    pub span: Span,
    /// TIMEX3 type.
    pub kind: TimeKind,
    /// TIMEX3 value: `2024-03-22`, `2024-W12`, `P2W`, `PAST_REF`…
    pub value: String,
    /// TIMEX3 modifier.
    pub modifier: Option<Modifier>,
    /// First and last calendar day of the value, whole units; `None` where it has none.
    pub days: Option<Days>,
    /// What the text did not state.
    pub inferred: Vec<Inferred>,
    /// The day it was resolved from.
    #[serde(with = "crate::day::serial_option")]
    pub anchor: Option<Date>,
    /// Name of the rule that read it.
    pub rule: Cow<'static, str>,
    /// The refiners that changed it, as bits; see [`TimeMention::refiner_names`].
    pub refiners: u16,
}

impl TimeMention {
    /// The names of the refiners that changed what the rule had read, in the order they ran.
    pub fn refiner_names(&self) -> impl Iterator<Item = &'static str> {
        let bits = self.refiners;
        refine::STEPS.iter().enumerate().filter(move |(i, _)| bits & 1 << i != 0).map(|(_, step)| step.name)
    }
}

/// First and last calendar day, inclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Days {
    /// First day.
    #[serde(with = "crate::day::serial")]
    pub from: Date,
    /// Last day, not before `from`.
    #[serde(with = "crate::day::serial")]
    pub to: Date,
}

/// TIMEX3 type.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimeKind {
    /// A day or a longer calendar unit.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A recurring time.
    Set,
}

/// TIMEX3 modifier. It never narrows [`TimeMention::days`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum Modifier {
    /// early
    Start,
    /// middle of
    Mid,
    /// late, end of
    End,
    /// about
    Approx,
    /// less than
    LessThan,
    /// more than
    MoreThan,
    /// no more than
    EqualOrLess,
    /// at least
    EqualOrMore,
    /// before
    Before,
    /// after
    After,
}

impl Modifier {
    /// The modifier's name, as in the JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Start => "START",
            Self::Mid => "MID",
            Self::End => "END",
            Self::Approx => "APPROX",
            Self::LessThan => "LESS_THAN",
            Self::MoreThan => "MORE_THAN",
            Self::EqualOrLess => "EQUAL_OR_LESS",
            Self::EqualOrMore => "EQUAL_OR_MORE",
            Self::Before => "BEFORE",
            Self::After => "AFTER",
        }
    }
}

/// What the text did not state and the reading added.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Inferred {
    /// The year.
    Year,
    /// The month.
    Month,
    /// Which week a weekday belongs to.
    Weekday,
    /// The day that a relative expression counts from.
    Anchor,
    /// The century.
    Century,
    /// The whole date: a clause nearby states it.
    Context,
}

impl Inferred {
    /// Its name, as in the JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Month => "month",
            Self::Weekday => "weekday",
            Self::Anchor => "anchor",
            Self::Century => "century",
            Self::Context => "context",
        }
    }
}

/// Finds every expression of time in a document, in order, not overlapping.
#[must_use]
pub fn find(document: &Document) -> (Vec<TimeMention>, Vec<Notice>) {
    let mut lexed = lexed::Lexed::new(document);
    lexed.register = register::by_words(&lexed);
    let mut found = rules::read(&lexed);
    // A date in a header is metadata.
    let header = document.article.noise.iter().find(|n| n.kind == NoiseKind::Header).map_or(0, |n| n.span.end);
    let head = document.token_at(header);
    found.retain(|f| f.start() >= head);
    lexed.register = register::by_readings(&lexed, &found);
    refine::run(&lexed, &mut found);
    resolve::run(&lexed, &found)
}
