//! Whether the sources agree: how the comparison judged what is said of an event.

use super::{Facet, Groups, Material, Reading, Value};
use crate::story::{Row, RowKind, Story};

pub(super) const FACET: Facet = Facet { key: "kind", read };

const ALL: [(RowKind, &str); 5] = [
    (RowKind::HardConflict, "hard"),
    (RowKind::SoftConflict, "soft"),
    (RowKind::OpinionConflict, "opinion"),
    (RowKind::SingleSource, "single"),
    (RowKind::Agree, "agree"),
];

fn read(material: &Material) -> Reading {
    let values = ALL.iter().map(|&(_, key)| Value::word(key)).collect();
    of_rows(material.story, values, &|row| ALL.iter().position(|&(kind, _)| kind == row.kind))
}

/// The facet that a property of rows makes: an event has what its rows have.
pub(super) fn of_rows(story: &Story, values: Vec<Value>, read: &dyn Fn(&Row) -> Option<usize>) -> Reading {
    let rows = Groups::build(story.rows.len(), &mut |i, out| out.extend(read(&story.rows[i]).map(|v| v as u32)));
    let mut of_event = vec![Vec::new(); story.events.len()];
    for (i, row) in story.rows.iter().enumerate() {
        for event in [Some(row.event), row.other_event].into_iter().flatten() {
            if let Some(list) = of_event.get_mut(event as usize) {
                list.extend_from_slice(rows.of(i as u32));
            }
        }
    }
    let events = Groups::build(of_event.len(), &mut |i, out| out.append(&mut of_event[i]));
    Reading { values, events, rows: Some(rows) }
}
