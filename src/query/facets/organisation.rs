//! Companies, authorities, parties, armed groups.

use super::{Facet, named};
use crate::entity::EntityKind;

pub(super) const FACET: Facet = Facet { key: "organisation", read: |m| named::read(m, &[EntityKind::Organization]) };
