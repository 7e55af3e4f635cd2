//! The facts of all articles, united: who and where, what happened when, and who says so.
//!
//! The order in which articles are given never matters. Everything points back to spans of
//! the articles' original texts.

pub mod asof;
mod cast;
mod compare;
mod copies;
mod features;
mod forest;
pub mod hand;
mod label;
mod marks;
mod merge;
mod score;
mod timeline;

pub use cast::{Cast, unite};
pub use hand::{Hand, Thing, Touched};
pub use label::label;

use crate::correct::Correction;
use crate::entity::{Alias, EntityKind};
use crate::event::{Certainty, When};
use crate::facts::Facts;
use crate::notice::Notice;
use crate::order::Arrange;
use crate::span::Span;
use serde::{Deserialize, Serialize};

/// All articles of one story, read and compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Story {
    /// The articles and what was read in each, by publication date, then id.
    pub articles: Vec<Facts>,
    /// People, organisations, places…, across articles.
    pub entities: Vec<Entity>,
    /// Events, in order of time; those without a date in the order of their bounds.
    pub events: Vec<StoryEvent>,
    /// Statements compared, in the order a reader should see them.
    pub rows: Vec<Row>,
    /// Passages that articles share.
    pub copies: Vec<Copy>,
    /// What was odd.
    pub notices: Vec<Notice>,
    /// What a person changed.
    pub hand: Hand,
}

/// A place in one of the story's articles.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Place {
    /// Index into [`Story::articles`].
    pub article: u32,
    /// Where in its text.
    pub span: Span,
}

/// A person, organisation, place… under all its names.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// Made from kind and name.
    pub id: String,
    /// Canonical name.
    pub name: String,
    /// What it is.
    pub kind: EntityKind,
    /// Its other names.
    pub aliases: Vec<Alias>,
    /// Every occurrence, in order.
    pub mentions: Vec<Place>,
}

/// One event, with every mention of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryEvent {
    /// Made from its mentions.
    pub id: String,
    /// A short text in an article's own words.
    pub label: String,
    /// When it happened, as far as the articles say.
    pub when: When,
    /// Where: indices into [`Story::entities`].
    pub places: Vec<u32>,
    /// Who takes part: indices into [`Story::entities`].
    pub actors: Vec<u32>,
    /// How sure the articles are, taken together.
    pub certainty: Certainty,
    /// Whether it carries the story: dated, told by several articles, or told in a clause that
    /// says who or where. The rest is context, shown when a reader asks for it.
    pub central: bool,
    /// Its mentions, by article and place.
    pub mentions: Vec<EventMention>,
}

/// One mention of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct EventMention {
    /// The trigger.
    pub place: Place,
    /// The sentence around it.
    pub sentence: Span,
    /// Index into the article's [`Facts::events`].
    pub event: u32,
}

/// A statement compared across articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Made from its claims.
    pub id: String,
    /// Whether the sources agree.
    pub kind: RowKind,
    /// What was compared.
    pub aspect: Aspect,
    /// Index into [`Story::events`]; `u32::MAX` where none is told.
    pub event: u32,
    /// For the order of two events, the other one.
    pub other_event: Option<u32>,
    /// One sentence: what the sources say.
    pub summary: String,
    /// What was compared and why it was judged so, in words.
    pub why: String,
    /// What each source says, in the order of the articles.
    pub claims: Vec<Claim>,
}

/// Whether sources agree on a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowKind {
    /// Both cannot be true.
    HardConflict,
    /// Different, but an update, a bound, a rounding, another granularity or unit.
    SoftConflict,
    /// Judgements of different speakers.
    OpinionConflict,
    /// One article alone says it.
    SingleSource,
    /// Said by several, in whatever words.
    Agree,
}

impl RowKind {
    /// A short name, for ids and style sheets.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::HardConflict => "hard",
            Self::SoftConflict => "soft",
            Self::OpinionConflict => "opinion",
            Self::SingleSource => "single",
            Self::Agree => "agree",
        }
    }
}

/// What a row compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Aspect {
    /// How many of a kind of thing.
    Count,
    /// How much money.
    Amount,
    /// A length, weight, speed…
    Measure,
    /// When.
    Date,
    /// Which of two events came first.
    Order,
    /// Where.
    Place,
    /// Who did it.
    Actor,
    /// Who is held responsible.
    Responsibility,
    /// Why it happened.
    Cause,
    /// Whether it happened.
    Status,
    /// Anything else.
    Fact,
}

impl Aspect {
    /// The aspect's name, as in the JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Amount => "amount",
            Self::Measure => "measure",
            Self::Date => "date",
            Self::Order => "order",
            Self::Place => "place",
            Self::Actor => "actor",
            Self::Responsibility => "responsibility",
            Self::Cause => "cause",
            Self::Status => "status",
            Self::Fact => "fact",
        }
    }
}

/// What one article says on a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    /// The clause or phrase, never more than its sentence.
    pub place: Place,
    /// The part of it that agrees or differs.
    pub mark: Span,
    /// Normalised: numbers with unit and bound, ISO dates, entity ids.
    pub value: String,
    /// Who says so, where the article attributes it.
    pub speaker: Option<String>,
}

/// A passage that one article shares with another.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Copy {
    /// In the earlier article.
    pub a: Place,
    /// In the later article.
    pub b: Place,
    /// Whether nothing was changed.
    pub verbatim: bool,
    /// From 0 to 1, share of the words that are the same.
    pub similarity: f32,
    /// Where the two differ: span in `a`, span in `b`; one may be empty.
    pub differs: Vec<(Span, Span)>,
}

impl Eq for Copy {}

/// Unites the facts of all articles.
#[must_use]
pub fn tell(articles: Vec<Facts>) -> Story {
    tell_corrected(articles, &[])
}

/// Unites the facts of all articles, as they were read, and applies corrections in their order.
#[must_use]
pub fn tell_corrected(mut articles: Vec<Facts>, corrections: &[Correction]) -> Story {
    articles.arrange_by(|a, b| {
        let key = |f: &Facts| f.article.published_date();
        (key(a).is_none(), key(a), &a.article.id).cmp(&(key(b).is_none(), key(b), &b.article.id))
    });
    let mut notices: Vec<Notice> = articles.iter().flat_map(|f| f.notices.iter().cloned()).collect();
    let mut hand = Hand::default();
    let cast = hand::cast(&mut articles, corrections, &mut hand);
    let mut groups = merge::unite(&articles, &cast);
    let mut done = hand::events(&articles, &mut groups, corrections, &mut hand);
    let mut events = timeline::events(&articles, &cast, &groups);
    done.extend(hand::dates(&articles, &mut events, corrections, &mut hand));
    timeline::order(&mut events);
    let copies = copies::find(&articles);
    let voices = compare::voices(&articles);
    let kept = hand::kept(&articles, corrections);
    let (rows, apart) = compare::rows(voices.as_deref().unwrap_or(&articles), &cast, &events, &copies, &kept);
    notices.extend(apart);
    let mut story = Story { entities: cast.entities, articles, events, rows, copies, notices, hand };
    if !corrections.is_empty() {
        hand::rows(&mut story, corrections);
        hand::finish(&mut story, corrections, done);
    }
    story
}
