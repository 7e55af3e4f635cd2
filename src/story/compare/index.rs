//! Which sentences of different articles speak of the same thing.
//!
//! Sentences are compared by their shared content words and names, each weighted by how rare it
//! is in the story (inverse document frequency, cosine). Candidates come from an inverted index
//! over the rarer terms, so the cost grows with the text and not with its square.

use crate::claim::Term;
use crate::facts::Facts;
use crate::order::{Arrange, falling, halves, numbers, pair};
use crate::story::cast::Cast;
use std::ops::Range;

/// Terms in more sentences than this name no candidates; they still count in the comparison.
const COMMON: usize = 120;
/// The least similarity that is kept.
const LEAST: f32 = 0.04;
/// Sentences with which one sentence is compared at most: the most alike.
const PARTNERS: usize = 48;
/// Set on terms that stand for a united name.
const NAME: Term = 0x4000_0000;

/// A sentence of one article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct At {
    /// Index of the article.
    pub article: u32,
    /// Index into [`Facts::sentences`].
    pub sentence: u32,
}

/// All sentences of a story with their weighted terms.
pub(super) struct Index {
    /// First slot of each article, and one past the last.
    first: Vec<usize>,
    /// Where the terms of each sentence begin, and one past the last.
    starts: Vec<u32>,
    /// The terms of all sentences, sorted within each.
    terms: Vec<Term>,
    /// Where in `known` each of them is.
    ranks: Vec<u32>,
    /// Squared weights of those terms.
    squares: Vec<f32>,
    /// Length of each sentence's vector.
    norms: Vec<f32>,
    /// The terms, sorted.
    known: Vec<Known>,
    /// The sentences of each term, in order.
    holders: Vec<u32>,
    /// Where in `known` the terms of each bucket begin, and one past the last: terms are hashes,
    /// so a bucket holds few.
    buckets: Vec<u32>,
}

/// A term of the story.
struct Known {
    term: Term,
    /// Its first sentence in [`Index::holders`].
    from: u32,
    /// In how many sentences it stands.
    count: u32,
    weight: f32,
}

/// Bits of a term that do not tell its bucket.
const IN_BUCKET: u32 = 15;

/// How much a term tells that stands in so many of all sentences: the rarer, the more.
fn weight(sentences: f32, frequency: usize) -> f32 {
    crate::real::ln(f64::from(1.0 + sentences / frequency as f32)) as f32
}

impl Index {
    /// Reads the statements and names of all articles.
    pub(super) fn new(articles: &[Facts], cast: &Cast) -> Self {
        let mut first = vec![0];
        let mut lists: Vec<Vec<Term>> = Vec::new();
        for (a, facts) in articles.iter().enumerate() {
            let from = lists.len();
            lists.resize(from + facts.sentences.len(), Vec::new());
            for statement in &facts.claims.statements {
                lists[from + statement.sentence as usize].extend(&statement.terms);
            }
            for mention in &facts.entities.mentions {
                let at = facts.sentences.partition_point(|s| s.end <= mention.span.start);
                let entity = cast.index.get(a).and_then(|i| i.get(mention.cluster as usize));
                if let (Some(slot), Some(&entity)) = (lists.get_mut(from + at), entity) {
                    slot.push(NAME | entity);
                }
            }
            first.push(lists.len());
        }
        let mut all: Vec<u64> = Vec::new();
        let (mut starts, mut terms) = (vec![0], Vec::new());
        for (slot, mut sentence) in lists.into_iter().enumerate() {
            sentence.arrange();
            sentence.dedup();
            all.extend(sentence.iter().map(|&term| pair(term, slot as u32)));
            terms.append(&mut sentence);
            starts.push(terms.len() as u32);
        }
        let sentences = starts.len() - 1;
        numbers(&mut all);
        let mut known: Vec<Known> = Vec::new();
        for run in all.chunk_by(|&a, &b| halves(a).0 == halves(b).0) {
            let from = known.last().map_or(0, |k| k.from + k.count);
            let weight = weight(sentences as f32, run.len());
            known.push(Known { term: halves(run[0]).0, from, count: run.len() as u32, weight });
        }
        let mut buckets = vec![0; (u32::MAX >> IN_BUCKET) as usize + 2];
        for k in &known {
            buckets[(k.term >> IN_BUCKET) as usize + 1] += 1;
        }
        let mut before = 0;
        for b in &mut buckets {
            before += *b;
            *b = before;
        }
        let holders = all.into_iter().map(|h| halves(h).1).collect();
        let (squares, norms, ranks) = (Vec::new(), Vec::new(), Vec::new());
        let mut index = Self { first, starts, terms, ranks, squares, norms, known, holders, buckets };
        index.ranks = index.terms.iter().map(|&t| index.rank(t).unwrap_or(0) as u32).collect();
        index.squares = index.ranks.iter().map(|&r| index.known[r as usize].weight.powi(2)).collect();
        index.norms = (0..sentences).map(|slot| index.squares[index.range(slot)].iter().sum::<f32>().sqrt()).collect();
        index
    }

    fn sentences(&self) -> usize {
        self.starts.len() - 1
    }

    /// Where the terms of a sentence are.
    fn range(&self, slot: usize) -> Range<usize> {
        self.starts[slot] as usize..self.starts[slot + 1] as usize
    }

    fn slot(&self, at: At) -> usize {
        self.first[at.article as usize] + at.sentence as usize
    }

    fn at(&self, slot: usize) -> At {
        let article = self.first.partition_point(|&f| f <= slot) - 1;
        At { article: article as u32, sentence: (slot - self.first[article]) as u32 }
    }

    /// Where in `known` a term is.
    fn rank(&self, term: Term) -> Option<usize> {
        let bucket = (term >> IN_BUCKET) as usize;
        let (from, to) = (self.buckets[bucket] as usize, self.buckets[bucket + 1] as usize);
        self.known[from..to].binary_search_by_key(&term, |k| k.term).ok().map(|i| from + i)
    }

    fn known(&self, term: Term) -> Option<&Known> {
        self.rank(term).map(|i| &self.known[i])
    }

    /// In how many sentences of the story a term stands.
    pub(super) fn frequency(&self, term: Term) -> u32 {
        self.known(term).map_or(0, |k| k.count)
    }

    /// Whether a term of an article stands in no other.
    pub(super) fn stands_only_in(&self, article: u32, term: Term) -> bool {
        let own = self.first[article as usize]..self.first[article as usize + 1];
        let ends = self.known(term).map(|k| [k.from, k.from + k.count - 1].map(|i| self.holders[i as usize] as usize));
        ends.is_some_and(|ends| ends.iter().all(|slot| own.contains(slot)))
    }

    /// How much a term tells: the rarer, the more.
    pub(super) fn weight(&self, term: Term) -> f32 {
        self.known(term).map_or_else(|| self.rarest(), |k| k.weight)
    }

    /// The weight of a term that stands once: what other weights are measured against.
    pub(super) fn rarest(&self) -> f32 {
        weight(self.sentences() as f32, 1)
    }

    /// How alike two sentences are, 0 to 1.
    pub(super) fn similarity(&self, a: At, b: At) -> f32 {
        let (a, b) = (self.slot(a), self.slot(b));
        let mut shared = 0.0;
        let mut rest = &self.terms[self.range(b)];
        for at in self.range(a) {
            while rest.first().is_some_and(|&r| r < self.terms[at]) {
                rest = &rest[1..];
            }
            if rest.first() == Some(&self.terms[at]) {
                shared += self.squares[at];
            }
        }
        shared / (self.norms[a] * self.norms[b]).max(1.0)
    }

    /// What each sentence shares at most with one of another article.
    pub(super) fn most(&self, pairs: &[(At, At, f32)]) -> Vec<f32> {
        let mut most = vec![0f32; self.sentences()];
        for &(a, b, similarity) in pairs {
            let mass = self.mass(a, b, similarity);
            for slot in [self.slot(a), self.slot(b)] {
                most[slot] = most[slot].max(mass);
            }
        }
        most
    }

    /// For how many of two sentences the other is the one that shares most with it; `most` is of
    /// [`Index::most`].
    pub(super) fn firsts(&self, most: &[f32], a: At, b: At, similarity: f32) -> usize {
        let mass = self.mass(a, b, similarity);
        [a, b].iter().filter(|&&at| mass >= most[self.slot(at)]).count()
    }

    /// The squared weights of what two sentences share.
    fn mass(&self, a: At, b: At, similarity: f32) -> f32 {
        steady(similarity * self.norms[self.slot(a)] * self.norms[self.slot(b)])
    }

    /// What terms tell together.
    pub(super) fn sum(&self, terms: impl Iterator<Item = Term>) -> f32 {
        terms.map(|t| self.weight(t)).sum()
    }

    /// How alike two sets of terms are, 0 to 1, by the share of the smaller one's weight.
    pub(super) fn overlap(&self, a: &[Term], b: &[Term]) -> f32 {
        let whole = |t: &[Term]| self.sum(t.iter().copied());
        self.sum(shared(a, b)) / whole(a).min(whole(b)).max(1.0)
    }

    /// Pairs of sentences of different articles that are at all alike, `a` before `b`, sorted.
    pub(super) fn pairs(&self) -> Vec<(At, At, f32)> {
        let mut sums = vec![0f32; self.sentences()];
        let mut touched: Vec<u64> = Vec::new();
        let mut pairs = Vec::new();
        for slot in 0..self.sentences() {
            let a = self.at(slot);
            let end = self.first[a.article as usize + 1] as u32;
            for (&term, &weight) in self.terms[self.range(slot)].iter().zip(&self.squares[self.range(slot)]) {
                let Some(known) = self.known(term).filter(|k| k.count > 1 && k.count as usize <= COMMON) else {
                    continue;
                };
                let run = &self.holders[known.from as usize..(known.from + known.count) as usize];
                for &other in &run[run.partition_point(|&h| h < end)..] {
                    if sums[other as usize] == 0.0 {
                        touched.push(u64::from(other));
                    }
                    sums[other as usize] += weight;
                }
            }
            if touched.len() > PARTNERS {
                for other in &mut touched {
                    let sum = sums[*other as usize] / self.norms[*other as usize].max(1.0);
                    *other |= pair(falling(sum), 0);
                }
                numbers(&mut touched);
                for gone in touched.drain(PARTNERS..) {
                    sums[halves(gone).1 as usize] = 0.0;
                }
                touched.iter_mut().for_each(|other| *other = u64::from(halves(*other).1));
            }
            numbers(&mut touched);
            for other in touched.drain(..) {
                let similarity = std::mem::take(&mut sums[other as usize])
                    / (self.norms[slot] * self.norms[other as usize]).max(1.0);
                if similarity >= LEAST {
                    pairs.push((a, self.at(other as usize), steady(similarity)));
                }
            }
        }
        pairs
    }
}

/// One sentence, laid out to be held against many others: as [`Index::similarity`], without a search.
pub(super) struct Against<'i> {
    index: &'i Index,
    slot: usize,
    /// Of each sentence where its terms begin, and its length: together, as they are asked for together.
    heads: Vec<(u32, f32)>,
    /// Of each term of the story, its squared weight where the sentence holds it, or else nothing.
    squares: Vec<f32>,
}

impl<'i> Against<'i> {
    /// No sentence yet.
    pub(super) fn new(index: &'i Index) -> Self {
        let heads = index.starts.iter().zip(index.norms.iter().chain([&0.0])).map(|(&start, &norm)| (start, norm));
        Self { index, slot: 0, heads: heads.collect(), squares: vec![0.0; index.known.len()] }
    }

    /// Takes another sentence.
    pub(super) fn take(&mut self, at: At) {
        let (index, before) = (self.index, self.slot);
        self.slot = index.slot(at);
        index.range(before).for_each(|at| self.squares[index.ranks[at] as usize] = 0.0);
        index.range(self.slot).for_each(|at| self.squares[index.ranks[at] as usize] = index.squares[at]);
    }

    /// How alike it is to another one, 0 to 1.
    pub(super) fn similarity(&self, other: At) -> f32 {
        let (index, other) = (self.index, self.index.slot(other));
        let ((start, norm), (end, _)) = (self.heads[other], self.heads[other + 1]);
        let ranks = &index.ranks[start as usize..end as usize];
        let shared: f32 = ranks.iter().map(|&r| self.squares[r as usize]).sum();
        shared / (self.heads[self.slot].1 * norm).max(1.0)
    }
}

/// A score without its last bits, which hang on the order in which its parts were added: a name
/// may have another number in a larger story, and what is alike must not change places for that.
pub(super) fn steady(score: f32) -> f32 {
    (score * 65_536.0).round() / 65_536.0
}

/// What was found in each sentence, to be had without a search.
pub(super) struct BySentence<'i, T> {
    index: &'i Index,
    items: Vec<T>,
    /// First item of each sentence, and one past the last.
    starts: Vec<u32>,
}

impl<'i, T> BySentence<'i, T> {
    /// `items` in the order of the sentences.
    pub(super) fn new(index: &'i Index, items: Vec<T>, at: impl Fn(&T) -> At) -> Self {
        let mut starts = Vec::with_capacity(index.sentences() + 1);
        for (i, item) in items.iter().enumerate() {
            starts.resize(starts.len().max(index.slot(at(item)) + 1), i as u32);
        }
        starts.resize(index.sentences() + 1, items.len() as u32);
        Self { index, items, starts }
    }

    /// What was found in a sentence.
    pub(super) fn of(&self, at: At) -> &[T] {
        let slot = self.index.slot(at);
        &self.items[self.starts[slot] as usize..self.starts[slot + 1] as usize]
    }
}

/// The terms that two sorted lists share.
pub(super) fn shared<'t>(a: &'t [Term], b: &'t [Term]) -> impl Iterator<Item = Term> + 't {
    let mut rest = b.iter().peekable();
    a.iter().copied().filter(move |t| {
        while rest.peek().is_some_and(|r| *r < t) {
            rest.next();
        }
        rest.peek() == Some(&t)
    })
}
