//! Where it happened, or what places are named with it.

use super::{Facet, named};
use crate::entity::EntityKind;

pub(super) const FACET: Facet =
    Facet { key: "place", read: |m| named::read(m, &[EntityKind::Place, EntityKind::Facility]) };
