//! Whether two statements tell the same thing, and not only something of the same subject.
//!
//! A common topic is no common statement: what speaks for one is how much of both clauses they
//! share, by rare words more than by common ones, a deed told by a verb, a person, and that no other
//! sentence shares more with either. The weights lie between those of two logistic regressions over
//! pairs of clauses, of forty and of sixty-four stories: the second, with few long sentences in it,
//! gave their length next to none.

use super::index::{Index, shared};
use crate::claim::{Term, words};
use crate::entity::EntityKind;
use crate::event::{TriggerKind, classes, speech};
use crate::facts::Facts;
use crate::span::Span;

/// Weights of what two statements share; see [`Same::told`].
const WEIGHTS: [f32; 8] = [0.24, 1.0, 1.2, 0.3, -0.5, 0.6, 0.8, 0.3];
/// Sentences as much alike as this that tell one deed by a verb need no more.
const ONE_DEED: f32 = 0.13;
/// What they must come to.
const ENOUGH: f32 = 1.79;

/// What a statement tells: its deeds and its names.
#[derive(Clone, Default)]
struct Told {
    deeds: Vec<Term>,
    /// Those of them that are told by a verb.
    verbs: Vec<Term>,
    names: Vec<Term>,
    /// The last word of each person's name, but for who only says it.
    people: Vec<Term>,
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
        let weigh = |terms: &[Term]| index.sum(terms.iter().copied().filter(plain)).max(1.0);
        let common: Vec<Term> = shared(p, q).collect();
        let whole = |t: &[Term]| index.sum(t.iter().copied());
        let all = whole(&common);
        let days = |at: (u32, u32), span: Span| facts(at).times_in(span).filter_map(|t| t.days);
        let one_day = || days(x, s.span).any(|d| days(y, t.span).any(|e| d == e));
        // Names alone are what both are about.
        if common.len() < 2 || !(common.iter().any(plain) || one_day()) {
            return false;
        }
        if a.verbs.iter().any(|t| b.verbs.contains(t)) && alike.0 >= ONE_DEED {
            return true;
        }
        let flag = |b: bool| f32::from(u8::from(b));
        let features = [
            all / index.rarest(),
            index.sum(common.iter().copied().filter(plain)) / weigh(p).min(weigh(q)),
            all / whole(p).max(whole(q)).max(1.0),
            s.span.len().min(t.span.len()) as f32 / 100.0,
            f32::from(s.commentary + t.commentary),
            // Of two nouns, each may only bring the thing up.
            flag(a.deeds.iter().any(|t| b.deeds.contains(t) && (a.verbs.contains(t) || b.verbs.contains(t)))),
            flag(a.people.iter().any(|t| b.people.contains(t))),
            alike.1 as f32,
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
            let term = words::term(lemma);
            told.deeds.extend(term);
            if event.trigger_kind == TriggerKind::Clause {
                told.verbs.extend(term);
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
            let from = facts.events.partition_point(|e| e.sentence.end <= mention.span.start);
            let mut here = facts.events[from..].iter().take_while(|e| e.sentence.start < mention.span.end);
            let speaks = here.any(|e| e.speaker.is_some_and(|s| s.overlaps(mention.span)));
            if mention.kind == EntityKind::Person && !speaks {
                told.people.extend(words.last().and_then(|w| w.term));
            }
            told.names.extend(words.iter().filter_map(|w| w.term));
        }
    }
    told
}
