//! What the parts of the comparison share: [`Table`], and how kinds and aspects are called.

use crate::browser::hand::Hand;
use crate::browser::live::{Derived, Live};
use crate::browser::rows::Rows;
use crate::browser::state::State;
use crate::browser::windowed::Lines;
use crate::display::comparison::{Filter, Line};
use crate::display::voices::Voices;
use crate::story::{Aspect, RowKind};
use std::sync::Arc;

/// What the parts of the comparison share.
#[derive(Clone, Copy)]
pub(super) struct Table {
    pub(super) state: State,
    pub(super) voices: Derived<Arc<Voices>>,
    pub(super) filter: Live<Filter>,
    pub(super) lines: Derived<Arc<Vec<Line>>>,
    pub(super) windowed: Lines,
    pub(super) rows: Rows,
    pub(super) hand: Hand,
}

/// The key of a group's name in the table of words.
pub const fn group_key(kind: RowKind) -> &'static str {
    match kind {
        RowKind::HardConflict => "group.hard",
        RowKind::SoftConflict => "group.soft",
        RowKind::OpinionConflict => "group.opinion",
        RowKind::SingleSource => "group.single",
        RowKind::Agree => "group.agree",
    }
}

/// An aspect's key in the table of words.
pub const fn aspect_key(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Count => "aspect.count",
        Aspect::Amount => "aspect.amount",
        Aspect::Measure => "aspect.measure",
        Aspect::Date => "aspect.date",
        Aspect::Order => "aspect.order",
        Aspect::Place => "aspect.place",
        Aspect::Actor => "aspect.actor",
        Aspect::Responsibility => "aspect.responsibility",
        Aspect::Cause => "aspect.cause",
        Aspect::Status => "aspect.status",
        Aspect::Fact => "aspect.fact",
    }
}
