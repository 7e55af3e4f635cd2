//! What the sources are compared in: a count, a date, a place, a cause…

use super::{Facet, Material, Reading, Value, kind};
use crate::story::Aspect;

pub(super) const FACET: Facet = Facet { key: "aspect", read };

const ALL: [(Aspect, &str); 11] = [
    (Aspect::Count, "count"),
    (Aspect::Amount, "amount"),
    (Aspect::Measure, "measure"),
    (Aspect::Date, "date"),
    (Aspect::Order, "order"),
    (Aspect::Place, "place"),
    (Aspect::Actor, "actor"),
    (Aspect::Responsibility, "responsibility"),
    (Aspect::Cause, "cause"),
    (Aspect::Status, "status"),
    (Aspect::Fact, "fact"),
];

fn read(material: &Material) -> Reading {
    let values = ALL.iter().map(|&(_, key)| Value::word(key)).collect();
    kind::of_rows(material.story, values, &|row| ALL.iter().position(|&(aspect, _)| aspect == row.aspect))
}
