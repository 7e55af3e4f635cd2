//! Which people, organisations and places stand in which event; three facets share it.

use super::{Groups, Material, Reading, Value};
use crate::entity::EntityKind;
use crate::order::Arrange;
use crate::story::Story;

/// For each event, its actors, its places, and whoever is named in its sentences.
pub(super) fn by_event(story: &Story) -> Groups {
    let mut named: Vec<Vec<u32>> = Vec::with_capacity(story.events.len());
    // Sentences that tell an event, by article and start.
    let mut told = Vec::new();
    for (i, event) in story.events.iter().enumerate() {
        named.push(event.actors.iter().chain(&event.places).copied().collect());
        told.extend(event.mentions.iter().map(|m| (m.place.article, m.sentence, i)));
    }
    told.arrange();
    for (entity, cast) in story.entities.iter().enumerate() {
        for place in &cast.mentions {
            let after = told.partition_point(|t| (t.0, t.1.start) <= (place.article, place.span.start));
            // Sentences of one article do not overlap, so those before are one sentence's events.
            let here = told[..after].iter().rev().take_while(|t| t.0 == place.article && t.1.contains(place.span));
            here.for_each(|t| named[t.2].push(entity as u32));
        }
    }
    Groups::build(named.len(), &mut |i, out| {
        // A number beyond the cast would be a fault of an earlier stage; it must not spread.
        out.extend(named[i].iter().filter(|&&e| (e as usize) < story.entities.len()));
    })
}

/// The facet over the entities of some kinds.
pub(super) fn read(material: &Material, kinds: &[EntityKind]) -> Reading {
    let story = material.story;
    let mut values = Vec::new();
    let of_entity: Vec<Option<u32>> = story
        .entities
        .iter()
        .map(|entity| {
            kinds.contains(&entity.kind).then(|| {
                values.push(Value::name(&entity.id, &entity.name));
                values.len() as u32 - 1
            })
        })
        .collect();
    let events = Groups::build(story.events.len(), &mut |i, out| {
        out.extend(material.named.of(i as u32).iter().filter_map(|&e| of_entity[e as usize]));
    });
    Reading { values, events, rows: None }
}
