//! Proper names: people, organisations, places and the rest, united within one article.
//!
//! Reads one [`Document`] at a time; across articles [`crate::story`] unites.

use crate::span::Span;
use crate::text::Document;
use serde::{Deserialize, Serialize};

/// One occurrence of a name. Titles, determiners and possessive endings are outside the span.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// Where it stands.
    pub span: Span,
    /// What is named.
    pub kind: EntityKind,
    /// Index into [`Entities::clusters`].
    pub cluster: u32,
}

/// What a name names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum EntityKind {
    /// A human being.
    Person,
    /// A company, authority, party, team, armed group…
    Organization,
    /// A country, region, city, river…
    Place,
    /// A building or other structure.
    Facility,
    /// A nationality, religious or political group, mostly as an adjective.
    Norp,
    /// A named event.
    Event,
    /// A work, product, law…
    Other,
}

/// The names of one article that name one thing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cluster {
    /// The fullest name.
    pub name: String,
    /// What is named.
    pub kind: EntityKind,
    /// Other names, each with the reason it was joined.
    pub aliases: Vec<Alias>,
}

/// Another name of the same thing, and why it was joined.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Alias {
    /// The name as written.
    pub text: String,
    /// One phrase: "acronym in brackets", "surname of a full name"…
    pub reason: String,
}

/// All names of one article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entities {
    /// Every occurrence, in order, not overlapping.
    pub mentions: Vec<Mention>,
    /// What they name.
    pub clusters: Vec<Cluster>,
}

/// Finds and unites the names of a document.
#[must_use]
pub fn find(document: &Document) -> Entities {
    let _ = document;
    Entities::default()
}
