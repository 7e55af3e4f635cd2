//! "Conflicts only": one switch over everything on which sources differ.

use super::{Facet, Material, Reading, Value, kind};
use crate::story::RowKind;

pub(super) const FACET: Facet = Facet { key: "conflict", read };

fn read(material: &Material) -> Reading {
    kind::of_rows(material.story, vec![Value::word("only")], &|row| {
        matches!(row.kind, RowKind::HardConflict | RowKind::SoftConflict | RowKind::OpinionConflict).then_some(0)
    })
}
