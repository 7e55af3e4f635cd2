//! Events that several articles tell.

use super::{Draft, Said, Telling};
use crate::order::Arrange;
use crate::span::Span;
use crate::story::{Aspect, RowKind};

/// Articles in one row at most.
const LARGEST: usize = 24;

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
        for mention in &event.mentions {
            let facts = &articles[mention.place.article as usize];
            let statements = &facts.claims.statements;
            let at = statements.partition_point(|s| s.span.end <= mention.place.span.start);
            let Some(statement) =
                statements.get(at).filter(|s| s.span.contains(mention.place.span) && s.commentary < 2)
            else {
                continue;
            };
            if all.iter().all(|s| s.article != mention.place.article) && all.len() < LARGEST {
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
}
