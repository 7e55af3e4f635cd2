//! Events that several articles tell, and whom they hold responsible.

use super::{Draft, Said};
use crate::entity::EntityKind;
use crate::facts::Facts;
use crate::order::Arrange;
use crate::span::Span;
use crate::story::cast::Cast;
use crate::story::{Aspect, RowKind, StoryEvent};
use std::collections::HashMap;

/// Articles in one row at most.
const LARGEST: usize = 24;

/// Finds the events that several articles tell.
pub(super) fn events(articles: &[Facts], events: &[StoryEvent], drafts: &mut Vec<Draft>) {
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

/// Words by which somebody is held or holds himself responsible.
const BLAME: [&str; 18] = [
    "responsibility",
    "responsible",
    "blamed",
    "blames",
    "blame",
    "attributed",
    "accused",
    "accuses",
    "accusing",
    "involvement",
    "culprit",
    "culprits",
    "perpetrators",
    "behind the",
    "carried out by",
    "masterminded",
    "ties between",
    "complicity",
];

/// Finds who is held responsible: the same by several, or different ones.
pub(super) fn blame(articles: &[Facts], cast: &Cast, drafts: &mut Vec<Draft>) {
    let mut by_entity: HashMap<u32, Vec<Said>> = HashMap::new();
    let mut all: Vec<(u32, Said)> = Vec::new();
    for (a, facts) in articles.iter().enumerate() {
        let text = facts.article.text.as_str();
        let Some(index) = cast.index.get(a) else { continue };
        for statement in facts.claims.statements.iter().filter(|s| s.commentary < 3) {
            let clause = statement.span.of(text).to_lowercase();
            if !BLAME.iter().any(|b| clause.contains(b)) {
                continue;
            }
            let named = |m: &&crate::entity::Mention| {
                statement.span.contains(m.span)
                    && matches!(m.kind, EntityKind::Organization | EntityKind::Place | EntityKind::Norp)
            };
            for mention in facts.entities.mentions.iter().filter(named) {
                let Some(&entity) = index.get(mention.cluster as usize) else { continue };
                let value = cast.entities.get(entity as usize).map(|e| e.id.clone()).unwrap_or_default();
                let said = Said { article: a as u32, span: statement.span, mark: mention.span, value };
                by_entity.entry(entity).or_default().push(said.clone());
                all.push((entity, said));
            }
        }
    }
    let articles_of = |list: &[Said]| list.iter().any(|s| s.article != list[0].article);
    let mut entities: Vec<u32> = by_entity.keys().copied().collect();
    entities.arrange();
    for entity in &entities {
        let list = &by_entity[entity];
        if articles_of(list) {
            let why = "Both name the same one as responsible.";
            drafts.push(Draft::new(
                RowKind::Agree,
                Aspect::Responsibility,
                0.6,
                why,
                list.iter().take(LARGEST).cloned().collect(),
            ));
        }
    }
    // Different ones in different articles, not the same set in each.
    let of = |article: u32| all.iter().filter(move |s| s.1.article == article).map(|s| s.0);
    let differ = all
        .iter()
        .any(|x| all.iter().any(|y| x.1.article != y.1.article && x.0 != y.0 && !of(x.1.article).any(|e| e == y.0)));
    let list: Vec<Said> = all.iter().map(|s| s.1.clone()).take(LARGEST).collect();
    if differ && entities.len() > 1 && articles_of(&list) {
        let why = "The articles, or those they quote, name different ones as responsible; each claim is its speaker's.";
        drafts.push(Draft::new(RowKind::SoftConflict, Aspect::Responsibility, 1.4, why, list));
    }
}
