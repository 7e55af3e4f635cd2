//! How sure the articles are: reported, claimed, planned, denied, possible.

use super::{Facet, Groups, Material, Reading, Value};
use crate::event::Certainty;

pub(super) const FACET: Facet = Facet { key: "certainty", read };

const ALL: [(Certainty, &str); 5] = [
    (Certainty::Reported, "reported"),
    (Certainty::Claimed, "claimed"),
    (Certainty::Planned, "planned"),
    (Certainty::Denied, "denied"),
    (Certainty::Possible, "possible"),
];

fn read(material: &Material) -> Reading {
    let story = material.story;
    let events = Groups::build(story.events.len(), &mut |i, out| {
        out.extend(ALL.iter().position(|&(c, _)| c == story.events[i].certainty).map(|v| v as u32));
    });
    Reading { values: ALL.iter().map(|&(_, key)| Value::word(key)).collect(), events, rows: None }
}
