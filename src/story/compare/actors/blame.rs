//! Whom the articles, or those they quote, hold responsible; each claim is its speaker's.

use crate::claim::Statement;
use crate::entity::EntityKind;
use crate::facts::Facts;
use crate::order::Arrange;
use crate::span::Span;
use crate::story::compare::phrase::Phrase;
use crate::story::compare::{Draft, Said, Telling};
use crate::story::{Aspect, RowKind};

/// Claims in one row at most.
const LARGEST: usize = 24;

/// Where the one held responsible stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// Before the words: "… claimed responsibility".
    Before,
    /// Behind them: "blamed …".
    Behind,
    /// Right before them: "…'s sole responsibility", or else behind.
    Beside,
}

/// Words by which somebody is held or holds himself responsible.
const BLAME: [(&str, Side); 25] = [
    ("claim responsibility", Side::Before),
    ("claimed responsibility", Side::Before),
    ("claims responsibility", Side::Before),
    ("accepted responsibility", Side::Before),
    ("asserted responsibility", Side::Before),
    ("admitted responsibility", Side::Before),
    ("took responsibility", Side::Before),
    ("is responsible", Side::Before),
    ("was responsible", Side::Before),
    ("were responsible", Side::Before),
    ("was behind", Side::Before),
    ("were behind", Side::Before),
    ("held responsible", Side::Before),
    ("blamed", Side::Behind),
    ("blames", Side::Behind),
    ("blaming", Side::Behind),
    ("attributed to", Side::Behind),
    ("attributed the", Side::Behind),
    ("carried out by", Side::Behind),
    ("masterminded by", Side::Behind),
    ("claimed by", Side::Behind),
    ("ties between", Side::Behind),
    ("involvement", Side::Beside),
    ("responsibility", Side::Beside),
    ("complicity", Side::Beside),
];

/// Finds who is held responsible: the same by several, or different ones.
pub(in crate::story::compare) fn rows(story: &Telling, drafts: &mut Vec<Draft>) {
    let mut all: Vec<(u32, bool, Said)> = Vec::new();
    for (a, facts) in story.articles.iter().enumerate() {
        for statement in facts.claims.statements.iter().filter(|s| s.commentary < 3) {
            if let Some((cluster, mark, denied)) = read(facts, statement)
                && let Some(&entity) = story.cast.index.get(a).and_then(|i| i.get(cluster as usize))
            {
                let id = story.cast.entities.get(entity as usize).map(|e| e.id.as_str()).unwrap_or_default();
                let value = if denied { ["not ", id].concat() } else { id.to_owned() };
                all.push((entity, denied, Said { article: a as u32, span: statement.span, mark, value }));
            }
        }
    }
    all.arrange_by_key(|c| (c.0, c.2.article, c.2.mark));
    let several = |list: &[Said]| list.iter().any(|s| s.article != list[0].article);
    for one in all.chunk_by(|x, y| x.0 == y.0) {
        let held: Vec<Said> = one.iter().filter(|c| !c.1).map(|c| c.2.clone()).take(LARGEST).collect();
        if !held.is_empty() && several(&held) {
            let why = "Both name the same one as responsible.";
            drafts.push(Draft::new(RowKind::Agree, Aspect::Responsibility, 0.6, why, held));
        }
    }
    let list: Vec<Said> = all.iter().map(|c| c.2.clone()).take(LARGEST).collect();
    // One that an article names and another does not, or denies.
    let mut named: Vec<(u32, u32)> = all.iter().filter(|c| !c.1).map(|c| (c.2.article, c.0)).collect();
    named.arrange();
    named.dedup();
    let mut articles: Vec<u32> = all.iter().map(|c| c.2.article).collect();
    articles.arrange();
    articles.dedup();
    let mut entities: Vec<u32> = named.iter().map(|n| n.1).collect();
    entities.arrange();
    entities.dedup();
    let differ = named.len() < articles.len() * entities.len();
    if differ && several(&list) {
        let why = "The articles, or those they quote, name different ones as responsible; each claim is its speaker's.";
        drafts.push(Draft::new(RowKind::SoftConflict, Aspect::Responsibility, 1.4, why, list));
    }
}

/// The cluster held responsible in a statement, the words that say so, and whether it is denied.
fn read(facts: &Facts, statement: &Statement) -> Option<(u32, Span, bool)> {
    let words = Phrase::new(facts, statement.span);
    let (cue, side) = (0..words.len()).find_map(|i| {
        let first = words.of(i).as_bytes().first()?.to_ascii_lowercase();
        let found = BLAME.iter().find(|b| b.0.as_bytes().first() == Some(&first) && words.is(i, b.0))?;
        Some((words.span(i..i + found.0.split(' ').count())?, found.1))
    })?;
    let mentions = &facts.entities.mentions;
    let from = mentions.partition_point(|m| m.span.end <= statement.span.start);
    let named = mentions[from..].iter().take_while(|m| m.span.start < statement.span.end);
    let named: Vec<_> =
        named.filter(|m| !matches!(m.kind, EntityKind::Event | EntityKind::Other | EntityKind::Facility)).collect();
    let before = named.iter().rev().find(|m| m.span.end <= cue.start);
    let behind = named.iter().find(|m| m.span.start >= cue.end);
    let mention = match side {
        Side::Before => before,
        Side::Behind => behind,
        Side::Beside => before.filter(|m| cue.start - m.span.end < 20).or(behind),
    }?;
    Some((mention.cluster, mention.span.cover(cue), statement.negated))
}
