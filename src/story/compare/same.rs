//! Whether two statements tell the same thing, and not only something of the same subject: they
//! share what was done, as a verb or its noun, and whom or what with; or most of their words.

use super::index::{Index, shared};
use crate::claim::{self, Term, words};
use crate::entity::EntityKind;
use crate::event::{TriggerKind, classes, speech};
use crate::facts::Facts;
use crate::span::Span;

/// Share of the shorter statement that must be the same where no deed is.
const MOSTLY: f32 = 0.5;

/// What a statement tells: its deeds and its names.
#[derive(Clone, Default)]
struct Told {
    deeds: Vec<Term>,
    /// Those of them that are told by a verb.
    verbs: Vec<Term>,
    names: Vec<Term>,
    /// The last word of each name.
    named: Vec<Term>,
}

/// The deeds and names of all statements.
pub(super) struct Same<'s> {
    articles: &'s [Facts],
    told: Vec<Vec<Told>>,
}

impl<'s> Same<'s> {
    pub(super) fn new(articles: &'s [Facts]) -> Self {
        Self { articles, told: articles.iter().map(read).collect() }
    }

    fn of(&self, (article, at): (u32, u32)) -> (&[Term], &Told) {
        let (article, at) = (article as usize, at as usize);
        (&self.articles[article].claims.statements[at].terms, &self.told[article][at])
    }

    /// Whether two statements, each given by article and index, tell one deed of the same ones.
    pub(super) fn deed(&self, x: (u32, u32), y: (u32, u32)) -> bool {
        let ((p, a), (q, b)) = (self.of(x), self.of(y));
        let deed = |t: &Term| a.deeds.contains(t) || b.deeds.contains(t);
        a.deeds.iter().any(|t| b.deeds.contains(t)) && shared(p, q).filter(|t| !deed(t)).count() > 1
    }

    /// Whether two statements, each given by article and index, tell the same.
    pub(super) fn thing(&self, index: &Index, x: (u32, u32), y: (u32, u32)) -> bool {
        let ((p, a), (q, b)) = (self.of(x), self.of(y));
        let name = |t: &Term| a.names.contains(t) || b.names.contains(t);
        let deed = |t: &Term| a.deeds.contains(t) || b.deeds.contains(t);
        let common: Vec<Term> = shared(p, q).collect();
        let plain = common.iter().filter(|t| !name(t)).count();
        // Of two nouns, each may only bring the thing up.
        let both = a.deeds.iter().any(|t| b.deeds.contains(t) && (a.verbs.contains(t) || b.verbs.contains(t)));
        (both && common.iter().any(|t| !deed(t)))
            || (plain > 1 && common.iter().any(|t| (a.verbs.contains(t) || b.verbs.contains(t)) && !name(t)))
            || (plain > 0 && a.named.iter().filter(|t| b.named.contains(t)).count() > 1)
            || (plain > 2 && index.overlap(p, q) >= MOSTLY)
    }

    /// Whether two statements share a word that is part of no name.
    pub(super) fn matter(&self, x: (u32, u32), y: (u32, u32)) -> bool {
        let ((p, a), (q, b)) = (self.of(x), self.of(y));
        shared(p, q).any(|t| !a.names.contains(&t) && !b.names.contains(&t))
    }
}

fn read(facts: &Facts) -> Vec<Told> {
    let statements = &facts.claims.statements;
    let mut told = vec![Told::default(); statements.len()];
    for event in &facts.events {
        let at = statements.partition_point(|s| s.span.end <= event.trigger.start);
        let class = classes::of(&event.lemma);
        let lemma = class.split(['_', ' ']).next().unwrap_or_default();
        if let Some(told) = told.get_mut(at)
            && !speech::is_speech(&event.lemma)
        {
            told.deeds.extend(words::term(lemma));
            if event.trigger_kind == TriggerKind::Clause {
                told.verbs.extend(words::term(lemma));
            }
        }
    }
    for mention in &facts.entities.mentions {
        let at = statements.partition_point(|s| s.span.end <= mention.span.start);
        if let Some(told) = told.get_mut(at) {
            let text = facts.article.text.as_str();
            let mut span = mention.span;
            // "The managing director, Ana Reyes": what somebody is tells nothing that was done.
            if mention.kind == EntityKind::Person {
                let before = claim::places_of(text, Span::new(statements[at].span.start.min(span.start), span.start));
                span.start = before.iter().rev().nth(2).or(before.first()).map_or(span.start, |w| w.start);
            }
            let words = claim::places_of(text, span);
            told.named.extend(words.last().and_then(|w| words::term(w.of(text))).filter(|t| !told.named.contains(t)));
            told.names.extend(words.iter().filter_map(|w| words::term(w.of(text))));
        }
    }
    told
}
