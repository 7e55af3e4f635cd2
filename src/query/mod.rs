//! Which events, rows and articles stay for what a reader asks, and counts for each facet value.
//!
//! Reads a [`Story`](crate::story::Story) through an [`Index`] made once for it. A [`Query`] is a plain value: it
//! lives in the address, and any part of the page makes a new one.

pub mod address;
pub mod bits;
pub mod column;
pub mod facets;
mod focus;
pub mod fold;
mod index;
#[cfg(feature = "bench-page")]
pub mod made;
mod panel;
#[cfg(test)]
mod sample;
pub mod search;
mod select;

pub use address::{Address, View};
pub use facets::{FACETS, Facet};
pub use focus::Focus;
pub use index::Index;
pub use panel::{Bar, Shown, bars, shown};
pub use select::{Part, Selection, hidden_by, relax, select};

use crate::order::Arrange;
use crate::time::Days;
use jiff::civil::Date;

/// What a reader asks: every part narrows the story, the empty query leaves it whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// Words typed; an event stays if each begins a word of its sentences, label or names.
    pub words: String,
    /// At most one clause a facet, in the order of [`FACETS`], none without values.
    pub clauses: Vec<Clause>,
    /// Days picked; an event stays if it may have happened on one of them.
    pub days: Option<Days>,
    /// As the story stood when this day was over.
    pub as_of: Option<Date>,
}

/// What is asked of one facet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clause {
    /// Index into [`FACETS`].
    pub facet: usize,
    /// How the values are joined.
    pub mode: Mode,
    /// Keys of the values, sorted.
    pub values: Vec<String>,
}

/// How the chosen values of a facet are joined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Mode {
    /// One of them is enough.
    #[default]
    Any,
    /// Every one of them is needed.
    All,
    /// None of them may be there.
    Not,
}

impl Mode {
    /// All modes, in the order of the panel.
    pub const ALL: [Self; 3] = [Self::Any, Self::All, Self::Not];
}

impl Query {
    /// Whether nothing is asked.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.trim().is_empty() && self.clauses.is_empty() && self.days.is_none() && self.as_of.is_none()
    }

    /// What is asked of a facet.
    #[must_use]
    pub fn clause(&self, facet: usize) -> Option<&Clause> {
        self.clauses.iter().find(|clause| clause.facet == facet)
    }

    /// Whether a value is chosen.
    #[must_use]
    pub fn has(&self, facet: usize, value: &str) -> bool {
        self.clause(facet).is_some_and(|clause| clause.values.iter().any(|v| v == value))
    }

    /// How a facet's values are joined.
    #[must_use]
    pub fn mode(&self, facet: usize) -> Mode {
        self.clause(facet).map(|clause| clause.mode).unwrap_or_default()
    }

    /// Chooses a value, or takes the choice back.
    pub fn toggle(&mut self, facet: usize, value: &str) {
        let mode = self.mode(facet);
        let mut values = self.clause(facet).map(|clause| clause.values.clone()).unwrap_or_default();
        match values.binary_search_by(|v| v.as_str().cmp(value)) {
            Ok(at) => drop(values.remove(at)),
            Err(at) => values.insert(at, value.to_owned()),
        }
        self.set(facet, mode, values);
    }

    /// Sets the values of a facet.
    pub fn set(&mut self, facet: usize, mode: Mode, mut values: Vec<String>) {
        values.arrange();
        values.dedup();
        self.clauses.retain(|clause| clause.facet != facet);
        if facet < FACETS.len() && !values.is_empty() {
            let at = self.clauses.partition_point(|clause| clause.facet < facet);
            self.clauses.insert(at, Clause { facet, mode, values });
        }
    }

    /// Joins the chosen values of a facet another way.
    pub fn set_mode(&mut self, facet: usize, mode: Mode) {
        if let Some(clause) = self.clauses.iter_mut().find(|clause| clause.facet == facet) {
            clause.mode = mode;
        }
    }

    /// Takes one part back.
    pub fn clear(&mut self, part: Part) {
        match part {
            Part::Words => self.words.clear(),
            Part::Facet(facet) => self.clauses.retain(|clause| clause.facet != facet),
            Part::Days => self.days = None,
            Part::AsOf => self.as_of = None,
        }
    }

    /// The parts that narrow the story.
    #[must_use]
    pub fn parts(&self) -> Vec<Part> {
        let words = (!self.words.trim().is_empty()).then_some(Part::Words);
        let facets = self.clauses.iter().map(|clause| Part::Facet(clause.facet));
        let days = self.days.map(|_| Part::Days);
        let as_of = self.as_of.map(|_| Part::AsOf);
        words.into_iter().chain(facets).chain(days).chain(as_of).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Mode, Part, Query};

    #[test]
    fn choices_are_kept_in_order_and_taken_back() {
        let mut query = Query::default();
        query.toggle(3, "b");
        query.toggle(3, "a");
        query.toggle(0, "z");
        query.toggle(99, "nowhere");
        query.set_mode(3, Mode::Not);
        assert_eq!(query.clauses.iter().map(|c| c.facet).collect::<Vec<_>>(), [0, 3]);
        assert_eq!(query.clause(3).map(|c| c.values.join(",")).as_deref(), Some("a,b"));
        query.toggle(3, "a");
        assert_eq!((query.mode(3), query.has(3, "b"), query.has(3, "a")), (Mode::Not, true, false));
        query.toggle(3, "b");
        query.clear(Part::Facet(0));
        assert!(query.is_empty() && query.parts().is_empty());
        query.words = "  ".into();
        assert!(query.is_empty());
    }
}
