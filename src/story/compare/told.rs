//! Events that several articles tell.

use super::{Draft, Said, Telling};
use crate::entity::EntityKind;
use crate::order::Arrange;
use crate::span::Span;
use crate::story::{Aspect, RowKind, StoryEvent};

/// Articles in one row at most.
const LARGEST: usize = 24;

/// Bytes from a trigger to its place at most.
const NEAR: u32 = 70;

/// Finds the events that several articles tell.
pub(super) fn rows(story: &Telling, drafts: &mut Vec<Draft>) {
    let (articles, events) = (story.articles, story.events);
    let mut disputed: Vec<(u32, Span)> = Vec::new();
    for draft in drafts.iter().filter(|d| d.kind == RowKind::HardConflict) {
        disputed.extend(draft.said.iter().map(|s| (s.article, s.span)));
    }
    disputed.arrange();
    let mut found = Vec::new();
    for event in events {
        let mut all: Vec<Said> = Vec::new();
        let mut first: Option<(u32, u32)> = None;
        let mut negated = None;
        for mention in &event.mentions {
            let facts = &articles[mention.place.article as usize];
            let statements = &facts.claims.statements;
            let at = statements.partition_point(|s| s.span.end <= mention.place.span.start);
            let Some(statement) =
                statements.get(at).filter(|s| s.span.contains(mention.place.span) && s.commentary < 2)
            else {
                continue;
            };
            // What one says was not so, another does not confirm.
            let negated = *negated.get_or_insert(statement.negated);
            let which = (mention.place.article, at as u32);
            let one = *first.get_or_insert(which);
            if statement.negated == negated
                && (one == which || story.same.thing(story.index, one, which))
                && all.iter().all(|s| s.article != mention.place.article)
                && all.len() < LARGEST
            {
                let (article, span) = (mention.place.article, statement.span);
                all.push(Said { article, span, mark: span, value: String::new() });
            }
        }
        let in_dispute = all.iter().filter(|s| disputed.binary_search(&(s.article, s.span)).is_ok()).count();
        if all.len() > 1 && in_dispute < 2 {
            let why = "The mentions were united as one event, by what happened, who, where and when.";
            found.push(Draft::new(RowKind::Agree, Aspect::Fact, 0.45 + all.len() as f32 * 0.05, why, all));
        }
    }
    super::once(found, drafts);
    let mut found = Vec::new();
    for event in events {
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
