//! People who take part or are named.

use super::{Facet, named};
use crate::entity::EntityKind;

pub(super) const FACET: Facet = Facet { key: "person", read: |m| named::read(m, &[EntityKind::Person]) };
