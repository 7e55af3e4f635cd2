//! What one article tells: clauses that report, plan, claim or deny something, with an honest date.
//!
//! Reads one [`Document`] and its mentions; sees no other article. The publication date is
//! never taken for the date of an event, it only bounds it.

mod ahead;
mod anchor;
mod beside;
mod bounds;
mod chain;
pub mod classes;
mod denied;
mod describe;
mod follow;
mod group;
mod happened;
mod lead;
mod line;
mod link;
mod listed;
mod noun_phrase;
mod nouns;
mod parse;
mod place;
mod present;
mod reader;
mod reduced;
mod scene;
mod shared;
mod speaker;
pub mod speech;
mod table;
mod trigger;
mod verbs;
mod when;
mod wording;
mod words;

pub use bounds::{ArticleBounds, of_article};
pub(crate) use nouns::is_generic;
pub(crate) use when::is_bare_clock;
pub(crate) use words::is_small;

use crate::entity::{Entities, EntityKind};
use crate::span::Span;
use crate::text::{Document, SentenceKind};
use crate::time::{Days, Inferred, TimeKind, TimeMention};
use group::Mask;
use jiff::civil::Date;
use reader::Reader;
use serde::{Deserialize, Serialize};
use std::ops::Range;
use words::Words;

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
    /// What kind of word the trigger is.
    pub trigger_kind: TriggerKind,
    /// The words of the verb's subject.
    pub subject: Option<Span>,
    /// Whether the subject suffers it.
    pub passive: bool,
}

/// What kind of word names an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TriggerKind {
    /// A verb, or a noun whose verb only lends its tense ("launched an assault").
    Clause,
    /// A noun that brings an event up.
    Noun,
    /// A noun that points back to one: "the raid", "this warning".
    Back,
    /// A further time of what a clause tells, which stands for it there: "in 1999 and |2003".
    Listed,
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
    #[serde(with = "crate::day::serial_option")]
    pub not_before: Option<Date>,
    /// Not later than this day.
    #[serde(with = "crate::day::serial_option")]
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

impl Certainty {
    /// Its name, as in the JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Claimed => "claimed",
            Self::Planned => "planned",
            Self::Denied => "denied",
            Self::Possible => "possible",
        }
    }
}

/// Finds the events of a document, in order of their triggers.
#[must_use]
pub fn find(document: &Document, times: &[TimeMention], entities: &Entities) -> Vec<Event> {
    let words = Words::new(document);
    let masked = mask(document, times, entities);
    let mut reader = Reader::new(&words, times, entities, &masked);
    let mut next_time = 0;
    for (index, sentence) in document.sentences.iter().enumerate() {
        while times.get(next_time).is_some_and(|t| t.span.end <= sentence.span.start) {
            next_time += 1;
        }
        let first = next_time;
        while times.get(next_time).is_some_and(|t| t.span.start < sentence.span.end) {
            next_time += 1;
        }
        if sentence.kind == SentenceKind::Prose && !is_question(&words, sentence.token_range()) {
            reader.sentence(index, first..next_time);
        }
    }
    reader.events
}

/// Tells the tokens that are part of a name or a time: they trigger nothing.
fn mask(document: &Document, times: &[TimeMention], entities: &Entities) -> Vec<Mask> {
    let mut masked = vec![Mask::None; document.tokens.len()];
    for mention in entities.mentions.iter().filter(|m| m.kind != EntityKind::Event) {
        masked[document.tokens_in(mention.span)].fill(Mask::Name);
    }
    for time in times.iter().filter(|t| t.kind != TimeKind::Set) {
        masked[document.tokens_in(time.span)].fill(Mask::Time);
    }
    masked
}

/// Whether a sentence asks.
fn is_question(words: &Words, range: Range<usize>) -> bool {
    range.rev().take(3).any(|t| words.word(t) == "?")
}

/// The dictionary form of a lower-case word that can be a verb or name an event; otherwise
/// the word.
pub(crate) fn base_of(word: &str) -> std::borrow::Cow<'static, str> {
    if let Some(noun) = nouns::read(word) {
        return noun.base;
    }
    verbs::read(word).filter(|v| v.known).map_or_else(|| std::borrow::Cow::Owned(word.to_owned()), |v| v.base)
}

/// A word without its plural ending.
pub(crate) fn stem(word: &str) -> &str {
    match word.strip_suffix('s') {
        Some(stem) if stem.len() > 2 && !stem.ends_with('s') => stem,
        _ => word,
    }
}
