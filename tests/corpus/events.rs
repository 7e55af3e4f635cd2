//! One line an event: its trigger, certainty, date or bounds, who, where, and who says so.

use dateline::entity::Entities;
use dateline::event::{self, TriggerKind};
use dateline::facts::Reader;
use dateline::import::Article;
use std::fmt::Write;

pub fn read(article: Article) -> Vec<String> {
    let facts = dateline::facts::read(article, &Reader::default());
    let text = facts.article.text.as_str();
    facts.events.iter().map(|e| line(text, e, &facts.entities)).collect()
}

fn line(text: &str, event: &event::Event, entities: &Entities) -> String {
    let mut line = format!("{} ({}) → {:?}", event.trigger.of(text), event.lemma, event.certainty);
    let when = &event.when;
    let mut add = |part: String| write!(line, ", {part}").expect("a string takes any text");
    match (&when.value, when.clock) {
        (Some(value), Some((hour, minute))) => add(format!("{value} {hour:02}:{minute:02}")),
        (Some(value), None) => add(value.clone()),
        _ => {}
    }
    if !when.inferred.is_empty() {
        add(format!("inferred {:?}", when.inferred));
    }
    if let Some(day) = when.not_before {
        add(format!("not before {day}"));
    }
    if let Some(day) = when.not_after {
        add(format!("not after {day}"));
    }
    let names = |list: &[u32]| {
        let names = list.iter().filter_map(|&c| entities.clusters.get(c as usize)).map(|c| c.name.as_str());
        names.collect::<Vec<_>>().join(" + ")
    };
    if !event.actors.is_empty() {
        add(format!("who {}", names(&event.actors)));
    }
    if !event.places.is_empty() {
        add(format!("where {}", names(&event.places)));
    }
    if let Some(speaker) = event.speaker {
        add(format!("says {}", speaker.of(text)));
    }
    if event.trigger_kind == TriggerKind::Back {
        add("points back".to_owned());
    }
    add(format!("“{}”", event.label));
    line
}
