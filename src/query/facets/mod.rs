//! [`FACETS`]: the questions a reader can narrow a story by, one file each.
//!
//! Panel, counts and address follow from the list: to add a facet is to add a file and a line.

mod aspect;
mod certainty;
mod conflict;
mod kind;
mod named;
mod organisation;
mod period;
mod person;
mod place;
mod source;

use super::column::Groups;
use crate::entity::EntityKind;
use crate::story::{Entity, Story};

/// All facets, in the order of the panel.
pub const FACETS: [Facet; 9] = [
    source::FACET,
    conflict::FACET,
    person::FACET,
    organisation::FACET,
    place::FACET,
    period::FACET,
    kind::FACET,
    certainty::FACET,
    aspect::FACET,
];

/// One question a reader can narrow a story by.
#[derive(Clone, Copy, Debug)]
pub struct Facet {
    /// Its name in the address and in the table of strings; never changed once released.
    pub key: &'static str,
    /// What it says of every event and, where rows have an answer of their own, of every row.
    pub read: fn(&Material) -> Reading,
}

/// What facets read from.
#[derive(Debug)]
pub struct Material<'a> {
    /// The story.
    pub story: &'a Story,
    /// For each event, the people, places… in it: indices into [`Story::entities`].
    pub named: Groups,
}

/// What one facet says.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Its possible answers.
    pub values: Vec<Value>,
    /// For each event, indices into `values`.
    pub events: Groups,
    /// For each row of the comparison, indices into `values`; `None` where a row follows its event.
    pub rows: Option<Groups>,
}

/// One possible answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// Its name in the address: letters, digits, `-`; the same for the same material.
    pub key: String,
    /// What the reader sees, where it is a name; empty where the table of strings has the word.
    pub label: String,
}

impl<'a> Material<'a> {
    /// Prepares a story.
    #[must_use]
    pub fn new(story: &'a Story) -> Self {
        Self { story, named: named::by_event(story) }
    }
}

impl Value {
    /// A value whose word is in the table of strings.
    fn word(key: &str) -> Self {
        Self { key: key.to_owned(), label: String::new() }
    }

    /// A value that is called by a name: the key is a short hash of `id`.
    fn name(id: &str, label: &str) -> Self {
        let hash = crate::id::of("", [id]);
        Self { key: hash.get(..6).unwrap_or(&hash).to_owned(), label: label.to_owned() }
    }
}

/// The facet with this key.
#[must_use]
pub fn find(key: &str) -> Option<usize> {
    FACETS.iter().position(|facet| facet.key == key)
}

/// The facet and key under which an entity is chosen; `None` where no facet has its kind.
#[must_use]
pub fn of_entity(entity: &Entity) -> Option<(usize, String)> {
    let facet = match entity.kind {
        EntityKind::Person => "person",
        EntityKind::Organization => "organisation",
        EntityKind::Place | EntityKind::Facility => "place",
        EntityKind::Norp | EntityKind::Event | EntityKind::Other => return None,
    };
    Some((find(facet)?, Value::name(&entity.id, "").key))
}

#[cfg(test)]
mod tests {
    use super::FACETS;

    #[test]
    fn keys_fit_an_address_and_differ() {
        for (i, facet) in FACETS.iter().enumerate() {
            assert!(facet.key.bytes().all(|b| b.is_ascii_lowercase()), "{}", facet.key);
            assert!(FACETS[..i].iter().all(|other| other.key != facet.key), "{}", facet.key);
        }
    }
}
