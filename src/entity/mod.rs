//! Proper names: people, organisations, places and the rest, united within one article.
//!
//! Reads one [`Document`] at a time; across articles [`crate::story`] unites. With a [`Model`]
//! names are found by it; until it has loaded, or without it, by rules alone.

mod aliases;
mod bounds;
mod context;
mod countries;
pub mod crf;
pub mod features;
pub mod hash;
mod heads;
mod key;
pub mod lexicon;
pub mod model;
mod names;
mod polish;
mod runs;
mod same;
pub mod sheet;
mod table;
mod unite;
mod words;

pub(crate) use countries::demonyms;
pub use model::Model;
pub use unite::{Name, United, id, unite};

use crate::span::Span;
use crate::text::Document;
use serde::{Deserialize, Serialize};
use std::ops::Range;

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

impl EntityKind {
    /// All kinds, in order.
    pub const ALL: &'static [Self] =
        &[Self::Person, Self::Organization, Self::Place, Self::Facility, Self::Norp, Self::Event, Self::Other];

    /// The kind's name, as in the JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Organization => "organization",
            Self::Place => "place",
            Self::Facility => "facility",
            Self::Norp => "norp",
            Self::Event => "event",
            Self::Other => "other",
        }
    }

    /// The kind of a name.
    #[must_use]
    pub fn read(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.name() == name)
    }
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

/// A name found: its tokens and what it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub(crate) tokens: Range<usize>,
    pub(crate) kind: EntityKind,
}

/// Finds and unites the names of a document, by rules where there is no model.
#[must_use]
pub fn find(document: &Document, model: Option<&Model>) -> Entities {
    let mut found = match model {
        Some(model) => {
            let sheet = sheet::Sheet::new(document, &model.lexicon);
            polish::polish(document, &sheet, &model.lexicon, model.weights.read(&sheet))
        }
        None => names::find(document, &context::Context::new(document)),
    };
    found.retain(|f| !is_zone(document, f));
    same::unite_found(document, &found)
}

/// "22:14 |GMT", "9 p.m. |EST": the zone of an hour, which names nobody. But for UTC they end in T, for time;
/// the list of them is that of `time`, a stage beside this one.
fn is_zone(document: &Document, found: &Found) -> bool {
    let (first, before) = (found.tokens.start, found.tokens.start.wrapping_sub(1));
    let (zone, hour) = (document.word(first), document.word(before));
    let acronym = zone.len() < 5 && zone.bytes().all(|b| b.is_ascii_uppercase());
    found.tokens.len() == 1
        && acronym
        && (zone.ends_with('T') || zone == "UTC")
        && (hour.ends_with(|c: char| c.is_ascii_digit()) || ["am", "pm", "a.m.", "p.m.", "AM", "PM"].contains(&hour))
}

/// What the model finds by itself, without the pass that makes a document's names agree: for
/// measuring what that pass is worth.
#[must_use]
pub fn find_alone(document: &Document, model: &Model) -> Entities {
    same::unite_found(document, &model.weights.read(&sheet::Sheet::new(document, &model.lexicon)))
}

#[cfg(test)]
mod tests {
    use crate::import::{Article, Record};
    use crate::text::Document;

    /// The names of a text by rules, as `name/type`.
    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let article = Article::new(Record { id: "a".into(), text: text.into(), ..Record::default() });
        let entities = super::find(&Document::new(&article), None);
        let found: Vec<String> = entities
            .mentions
            .iter()
            .map(|m| format!("{}/{}", m.span.of(text), format!("{:?}", m.kind).to_lowercase()))
            .collect();
        assert_eq!(found, expected);
    }

    /// The clusters of a text by rules, as `name = alias, alias`.
    #[track_caller]
    fn check_clusters(text: &str, expected: &[&str]) {
        let article = Article::new(Record { id: "a".into(), text: text.into(), ..Record::default() });
        let entities = super::find(&Document::new(&article), None);
        let found: Vec<String> = entities
            .clusters
            .iter()
            .map(|c| {
                let aliases: Vec<_> = c.aliases.iter().map(|a| format!("{} ({})", a.text, a.reason)).collect();
                format!("{} = {}", c.name, aliases.join(", "))
            })
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn names_by_rule() {
        check(
            "Mayor Ana Diaz of Lima told the Ministry of Health on Friday.",
            &["Ana Diaz/person", "Lima/place", "Ministry of Health/organization"],
        );
        check("The Peruvian Army left Tacna Airport.", &["Peruvian Army/organization", "Tacna Airport/facility"]);
        check("Mr. Omar al-Said and Jan van der Berg won.", &["Omar al-Said/person", "Jan van der Berg/person"]);
        check("The EU, the U.S. and Chad signed.", &["EU/organization", "U.S./place", "Chad/place"]);
    }

    #[test]
    fn no_names() {
        check("Rain fell. Firearms were found on Monday, and I left.", &[]);
        check("", &[]);
        check("The President spoke. However, nobody came.", &[]);
        check("It struck at 22:14 GMT, at 9pm EST and at 0314 CET.", &[]);
    }

    #[test]
    fn names_united() {
        check_clusters(
            "Ana Diaz left. Ms. Diaz said so. The World Rain Council (WRC) met; WRC members came.",
            &["Ana Diaz = Diaz (surname of the full name)", "World Rain Council = WRC (acronym in brackets)"],
        );
        check_clusters(
            "Mr. Al Gore and Mr. Bo Gore met. Mr. Gore left.",
            &["Al Gore = ", "Bo Gore = Gore (surname of the person named before)"],
        );
        // The one of whom the article tells, not the sister named last.
        check_clusters(
            "Mr. Al Gore came. Mr. Al Gore left with Ms. Bo Gore. Mr. Gore sang.",
            &["Al Gore = Gore (surname of the person named before)", "Bo Gore = "],
        );
        check_clusters(
            "The Senate of Lima met the United States Senate. The U.S. Senate left. The Lima Rain Council met the Rain Council.",
            &[
                "Senate of Lima = ",
                "United States Senate = U.S. Senate (another usual name)",
                "Lima Rain Council = Rain Council (the last part of the full name)",
            ],
        );
    }
}
