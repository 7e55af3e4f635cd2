//! The places in which several articles put an event that they tell.

use super::{Draft, Said, Telling};
use crate::entity::EntityKind;
use crate::order::Arrange;
use crate::story::{Aspect, RowKind, StoryEvent};

/// Articles in one row at most.
const LARGEST: usize = 24;

/// Bytes from a trigger to its place at most.
const NEAR: u32 = 70;

/// Finds the places of the events that several articles tell.
pub(super) fn rows(story: &Telling, drafts: &mut Vec<Draft>) {
    let mut found = Vec::new();
    for event in story.events {
        found.extend(place(story, event));
    }
    super::once(found, drafts);
}

/// The place in which several articles put one event, whatever else they call it.
fn place(story: &Telling, event: &StoryEvent) -> Option<Draft> {
    let mut all: Vec<(u32, Said)> = Vec::new();
    for mention in &event.mentions {
        let article = mention.place.article;
        let facts = &story.articles[article as usize];
        let statements = &facts.claims.statements;
        let at = statements.partition_point(|s| s.span.end <= mention.place.span.start);
        let Some(statement) = statements.get(at).filter(|s| s.span.contains(mention.place.span)) else { continue };
        let mentions = &facts.entities.mentions;
        let from = mentions.partition_point(|m| m.span.end <= statement.span.start);
        let named = mentions[from..].iter().take_while(|m| m.span.start < statement.span.end);
        for name in named.filter(|m| matches!(m.kind, EntityKind::Place | EntityKind::Facility)) {
            let mark = mention.place.span.cover(name.span);
            let index = story.cast.index.get(article as usize).and_then(|i| i.get(name.cluster as usize));
            if let Some(&entity) = index.filter(|_| mark.len() <= NEAR && all.len() < LARGEST * 4) {
                let value = story.cast.entities.get(entity as usize).map(|e| e.id.clone()).unwrap_or_default();
                all.push((entity, Said { article, span: statement.span, mark, value }));
            }
        }
    }
    all.arrange_by(|x, y| (x.0, x.1.article, x.1.mark).cmp(&(y.0, y.1.article, y.1.mark)));
    all.dedup_by_key(|p| (p.0, p.1.article));
    // The place that most articles name, the first of several.
    let best = all.chunk_by(|x, y| x.0 == y.0).rev().max_by_key(|run| run.len()).filter(|run| run.len() > 1)?;
    let said: Vec<Said> = best.iter().take(LARGEST).map(|p| p.1.clone()).collect();
    let importance = 0.5 + said.len() as f32 * 0.02;
    Some(Draft::new(RowKind::Agree, Aspect::Place, importance, "The event is put in the same place.", said))
}
