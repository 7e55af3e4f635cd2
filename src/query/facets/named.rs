//! Which people, organisations and places stand in which event; three facets share it.

use super::{Groups, Material, Reading, Value};
use crate::entity::EntityKind;
use crate::order::{Arrange, halves, numbers, pair};
use crate::story::Story;

/// For each event, its actors, its places, and whoever is named in its sentences.
pub(super) fn by_event(story: &Story) -> Groups {
    // Sentences that tell an event, by article and start.
    let mut told = Vec::new();
    if story.entities.iter().any(|cast| !cast.mentions.is_empty()) {
        for (i, event) in story.events.iter().enumerate() {
            told.extend(event.mentions.iter().map(|m| (m.place.article, m.sentence, i)));
        }
        told.arrange();
    }
    // Event and entity named in one of its sentences.
    let mut named: Vec<u64> = Vec::new();
    for (entity, cast) in story.entities.iter().enumerate() {
        for place in &cast.mentions {
            let after = told.partition_point(|t| (t.0, t.1.start) <= (place.article, place.span.start));
            // Sentences of one article do not overlap, so those before are one sentence's events.
            let here = told[..after].iter().rev().take_while(|t| t.0 == place.article && t.1.contains(place.span));
            named.extend(here.map(|t| pair(t.2 as u32, entity as u32)));
        }
    }
    numbers(&mut named);
    let mut named = named.into_iter().map(halves).peekable();
    Groups::build(story.events.len(), &mut |i, out| {
        let event = &story.events[i];
        // A number beyond the cast would be a fault of an earlier stage; it must not spread.
        let own = event.actors.iter().chain(&event.places).copied();
        out.extend(own.filter(|&e| (e as usize) < story.entities.len()));
        while let Some((_, entity)) = named.next_if(|told| told.0 as usize == i) {
            out.push(entity);
        }
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
