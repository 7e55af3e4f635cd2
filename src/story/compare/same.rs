//! Whether two statements tell the same thing, and not only something of the same subject.
//!
//! A common topic is no common statement: what speaks for one is how alike the sentences are, words
//! that few others hold, a deed told by a verb, and that no other sentence shares more with either;
//! what is planned is not what was done. The weights are those of a logistic regression over pairs
//! of clauses of twenty-five stories, each tried without it.

use super::index::{Index, shared};
use crate::claim::{Term, words};
use crate::entity::EntityKind;
use crate::event::{TriggerKind, classes, speech};
use crate::facts::Facts;
use crate::span::Span;

/// Weights of what two statements share; see [`Same::told`].
const WEIGHTS: [f32; 5] = [1.87, 0.5, 0.42, -1.38, 1.45];
/// Sentences as much alike as this that tell one deed by a verb speak of one.
const ONE_DEED: f32 = 0.13;
/// What they must come to.
const ENOUGH: f32 = 2.02;
/// A word is rare whose weight is so much of the most that a word can weigh.
const RARE: f32 = 0.64;
/// Rare words that count at most.
const MOST: usize = 3;

/// What a statement tells: its deeds and its names.
#[derive(Clone, Default)]
struct Told {
    deeds: Vec<Term>,
    /// Those of them that are told by a verb.
    verbs: Vec<Term>,
    names: Vec<Term>,
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

    /// Whether two statements, each given by article and index, tell a deed of one class.
    pub(super) fn share_deed(&self, x: (u32, u32), y: (u32, u32)) -> bool {
        let (a, b) = (self.of(x).1, self.of(y).1);
        a.deeds.iter().any(|t| b.deeds.contains(t))
    }

    /// Whether two statements, each given by article and index, tell the same. `alike` is how
    /// much so their sentences are, and for how many of the two the other shares most with it.
    pub(super) fn told(&self, index: &Index, x: (u32, u32), y: (u32, u32), alike: (f32, usize)) -> bool {
        let ((p, a), (q, b)) = (self.of(x), self.of(y));
        let facts = |at: (u32, u32)| &self.articles[at.0 as usize];
        let (s, t) = (&facts(x).claims.statements[x.1 as usize], &facts(y).claims.statements[y.1 as usize]);
        let plain = |t: &Term| !a.names.contains(t) && !b.names.contains(t);
        let common: Vec<Term> = shared(p, q).collect();
        let whole = |t: &[Term]| index.sum(t.iter().copied());
        let days = |at: (u32, u32), span: Span| {
            let inside = facts(at).times.iter().filter(move |t| span.contains(t.span));
            inside.filter_map(|t| t.days)
        };
        let one_day = || days(x, s.span).any(|d| days(y, t.span).any(|e| d == e));
        // Names alone are what both are about.
        if common.len() < 2 || !(common.iter().any(plain) || one_day()) {
            return false;
        }
        let flag = |b: bool| f32::from(u8::from(b));
        let rare = common.iter().filter(|t| index.weight(**t) >= RARE * index.rarest()).count();
        let features = [
            whole(&common) / whole(p).max(whole(q)).max(1.0),
            rare.min(MOST) as f32,
            alike.1 as f32,
            flag(s.unreal != t.unreal),
            flag(alike.0 >= ONE_DEED && a.verbs.iter().any(|t| b.verbs.contains(t))),
        ];
        features.iter().zip(WEIGHTS).map(|(f, w)| f * w).sum::<f32>() >= ENOUGH
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
            let mut span = mention.span;
            // "The managing director, Ana Reyes": what somebody is tells nothing that was done.
            if mention.kind == EntityKind::Person {
                let before = facts.words(Span::new(statements[at].span.start.min(span.start), span.start));
                span.start = before.iter().rev().nth(2).or(before.first()).map_or(span.start, |w| w.span.start);
            }
            let words = facts.words(span);
            told.names.extend(words.iter().filter_map(|w| w.term));
        }
    }
    told
}
