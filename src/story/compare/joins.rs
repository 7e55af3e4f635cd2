//! Which figures of different articles are of the same thing, and how surely.
//!
//! Candidates come from blocks of one fate, one thing, one unit or nearly one value; two of a block
//! are scored by what they count, how near their values are, and how alike their sentences are.

use super::figures::{Figure, family};
use super::index::{Index, steady};
use super::value::{self, Relation};
use crate::claim::number::Bound;
use crate::claim::unit::{self, Unit};
use crate::claim::{Kind, Quantity, Scope};
use crate::facts::Facts;
use crate::order::{halves, numbers, pair};

/// The least score of a join of equal figures, and of figures that bound each other.
const JOIN: f32 = 1.0;
/// The least score of a join of figures that differ, by the first reckoning.
const JOIN_APART: f32 = 0.46;
/// By how much figures that are the same are joined before others.
const FIRST: f32 = 0.8;
/// What the second reckoning is measured against. Its terms, and those for figures that are the
/// same or near, come from logistic regressions over the pairs of figures of forty made-up stories,
/// each story judged by the others; this threshold gave the most right rows among all of them.
const FITTED: f32 = 0.75;
/// Figures of one kind and unit that are compared pair by pair; above it only neighbours.
const CROWD: usize = 160;
/// With how many of the next, then.
const NEAR: usize = 12;

/// Scored pairs of figures of different articles.
pub(super) fn joins(articles: &[Facts], index: &Index, figures: &[Figure]) -> Vec<(f32, usize, usize)> {
    // Blocks: one fate; one unit and thing; one unit and (nearly) one value. Each by a hash: where
    // two hashes meet, the figures are compared for nothing.
    let mut blocks: Vec<u64> = Vec::new();
    for (i, f) in figures.iter().enumerate() {
        let family = family(f.q.unit);
        let mut add = |way: u8, kind: u8, what: u64| {
            let key = (what ^ u64::from(way) << 56 ^ u64::from(kind) << 48).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
            blocks.push(pair(key as u32, i as u32));
        };
        if f.q.kind != Kind::Plain {
            add(0, f.q.kind as u8, 0);
        } else if family > 0 {
            add(1, family, 0);
        }
        if f.q.thing != 0 {
            add(2, family, u64::from(f.q.thing));
        }
        add(3, family, f.q.value.to_bits());
        if f.q.value >= 100.0 {
            add(4, family, two_digits(f.q.value));
        }
    }
    numbers(&mut blocks);
    // The places of each figure in the list of blocks, and for each place how far its neighbours go.
    let mut places: Vec<u64> = Vec::with_capacity(blocks.len());
    let mut ends: Vec<u32> = Vec::with_capacity(blocks.len());
    for block in blocks.chunk_by(|&x, &y| halves(x).0 == halves(y).0) {
        let (start, end) = (ends.len(), ends.len() + block.len());
        let reach = if block.len() <= CROWD { block.len() } else { NEAR };
        places.extend((start..end).map(|at| pair(halves(blocks[at]).1, at as u32)));
        ends.extend((start..end).map(|at| end.min(at + 1 + reach) as u32));
    }
    numbers(&mut places);
    let mut joins = Vec::new();
    let of: Vec<u32> = figures.iter().map(|f| f.article).collect();
    let mut others: Vec<u64> = Vec::new();
    for of_one in places.chunk_by(|&x, &y| halves(x).0 == halves(y).0) {
        let a = halves(of_one[0]).0 as usize;
        others.clear();
        for at in of_one.iter().map(|&p| halves(p).1 as usize) {
            others.extend(blocks[at + 1..ends[at] as usize].iter().map(|&b| u64::from(halves(b).1)));
        }
        numbers(&mut others);
        others.dedup();
        for b in others.iter().map(|&b| b as usize).filter(|&b| of[a] != of[b]) {
            let score = steady(score(articles, index, &figures[a], &figures[b]));
            if score >= JOIN {
                joins.push((score, a, b));
            }
        }
    }
    joins
}

/// How surely two figures are of the same thing.
fn score(articles: &[Facts], index: &Index, a: &Figure, b: &Figure) -> f32 {
    let (p, q) = (a.q, b.q);
    if family(p.unit) != family(q.unit) {
        return 0.0;
    }
    if unharmed(articles, a, b) || unharmed(articles, b, a) {
        return JOIN + 0.2;
    }
    let fates = p.kind != Kind::Plain && q.kind != Kind::Plain;
    if fates && p.kind != q.kind {
        return 0.0;
    }
    // 38 houses are no 38 people.
    let people = |x: &Figure, y: &Figure| x.counts[0] && y.counts[1];
    if p.unit == Unit::Count && (people(a, b) || people(b, a)) {
        return 0.0;
    }
    let relation = value::relation(p, q);
    if relation == Relation::Apart && p.scope.has(Scope::PAST) != q.scope.has(Scope::PAST) {
        return 0.0;
    }
    // A part of those counted elsewhere is no other count of them.
    let alike = p.thing != 0 && p.thing == q.thing;
    let part = |x: &Figure, y: &Figure| {
        x.scope.has(Scope::PART)
            && !y.scope.has(Scope::PART)
            && x.q.value < y.q.value
            && (!alike || x.q.scope.has(Scope::PART))
    };
    let both = p.kind != Kind::Plain && a.scope.has(Scope::PART) && b.scope.has(Scope::PART) && p.thing != q.thing;
    if relation == Relation::Apart && (part(a, b) || part(b, a) || both) {
        return 0.0;
    }
    if relation == Relation::Apart && a.of_whole && b.of_whole {
        return 0.0;
    }
    let context = index.similarity(a.at, b.at).max(clause_overlap(articles, a, b) * 0.6);
    let few = a.few[0] == 1.0 && b.few[0] == 1.0;
    let far = if p.value > 0.0 && q.value > 0.0 { crate::real::ln(p.value / q.value).abs() as f32 } else { 0.0 };
    let close = p.value > 0.0 && q.value > 0.0 && far < 0.06;
    if relation == Relation::Apart && of_two_times(a, b, context, alike || close || few) {
        return 0.0;
    }
    let thing = match (fates, p.thing, q.thing) {
        (true, ..) => 1.0,
        (_, 0, _) | (_, _, 0) => 0.3,
        (_, x, y) if x == y => 0.75,
        _ if p.unit == Unit::Count => 0.0,
        _ => 0.1,
    };
    let money = match (p.unit, q.unit) {
        (Unit::Money(x), Unit::Money(y)) if !unit::same_money(x, y) => 0.2,
        (Unit::Count, _) => 0.0,
        _ => 0.35,
    };
    let scope = if a.scope == b.scope { 0.0 } else { -0.5 };
    // "One doctor" is mostly one of them; only much alike, it is how many there were.
    let one = p.unit == Unit::Count && !fates && (p.value == 1.0 || q.value == 1.0);
    if one && !(alike && context >= 0.12) {
        return 0.0;
    }
    let other = p.unit == Unit::Count && p.thing != q.thing && p.thing != 0 && q.thing != 0 && !fates;
    match relation {
        Relation::Same => {
            let small = p.unit == Unit::Count && p.value < 10.0;
            let rest = [
                (small, -2.14),
                (fates, 1.22),
                (matches!(p.unit, Unit::Money(_)), 1.18),
                (other, -0.65),
                (p.unit == Unit::Duration, -1.32),
                (p.unit == Unit::Length, -1.03),
                (p.unit == Unit::Percent, -0.62),
                (alike && small, 0.7),
            ];
            // What many articles tell coincides by chance, where nothing else unites the sentences.
            let crowd = crate::real::ln((articles.len() as f64 / 6.0).max(1.0)) as f32 * (1.0 - context * 3.0).max(0.0);
            let logit = sum(1.53 + 0.81 * context.sqrt() - crowd, &rest);
            JOIN + logit + if logit > 0.0 { FIRST } else { 0.0 }
        }
        // "aftershocks of magnitude 4 or more": a class, not a measurement.
        Relation::Apart | Relation::Near
            if p.unit == Unit::Magnitude && (p.bound == Bound::AtLeast) != (q.bound == Bound::AtLeast) =>
        {
            0.0
        }
        Relation::Near => {
            let rest = [(close, 1.91), (fates, 1.68), (p.kind != q.kind, -1.2), (alike, 1.43)];
            let logit = sum(-0.92 - far + 1.29 * a.telling.min(b.telling) + 1.09 * context.sqrt(), &rest);
            JOIN + 0.5 * logit
        }
        // Shares of different things, or of what is not said in sentences that little unites.
        Relation::Apart
            if p.unit == Unit::Percent && p.thing != q.thing && ((p.thing != 0 && q.thing != 0) || context < 0.15) =>
        {
            0.0
        }
        Relation::Apart => {
            let part = if a.scope.0 | b.scope.0 != 0 && a.scope == b.scope { -0.2 } else { 0.0 };
            // Fates of a story are its own; other figures need sentences that speak of the same.
            let known = if fates { 0.1 } else { -0.25 };
            let ratio = far;
            let far = far * 0.14;
            let main = if a.main && b.main && far < 0.17 { 0.5 } else { 0.0 };
            // One sum in two currencies; small prices are mostly those of two countries.
            let currency = if p.value == q.value && a.telling > 0.5 && p.value >= 1e5 { 0.7 } else { 0.0 };
            // Two small counts of a common thing are seldom the same things.
            let small = if !fates && p.unit == Unit::Count && p.value < 10.0 && q.value < 10.0 && context < 0.2 {
                0.6
            } else {
                0.0
            };
            let measured = if p.unit == Unit::Duration && thing > 0.7 { 0.12 } else { 0.0 };
            let apart = measured - small + thing + money * 0.6 + context * 1.8 + scope * 1.6 + part + known - far
                + main
                + currency;
            // What costs most is asked last.
            let anchor = if (JOIN_APART - 0.25..).contains(&apart) && anchored(articles, a, b) { 0.25 } else { 0.0 };
            let level = (a.scope.0 ^ b.scope.0) & Scope::OTHER == 0;
            let wide = matches!(p.unit, Unit::Money(_) | Unit::Length) && ratio > 1.0 && !alike;
            let widest = p.unit == Unit::Count && !fates && ratio > 2.3;
            let rest = [
                (wide || widest, -0.9),
                (close && level && (p.unit != Unit::Count || p.value >= 20.0), 1.0),
                (fates, 0.55),
                (p.unit == Unit::Duration, -0.42),
                (p.unit == Unit::Percent, -0.39),
                (p.unit == Unit::Length && !close, -0.5),
                (!level, -0.4),
            ];
            let more = sum(0.7 * a.telling.min(b.telling) + 0.5 * context + 0.65 * context.sqrt() - FITTED, &rest);
            let few = 0.44 * a.few[0] * b.few[0] + if alike { 0.63 * a.few[1] * b.few[1] } else { 0.0 };
            anchor + apart + JOIN - JOIN_APART + more + few
        }
    }
}

/// A score with what holds added to it.
fn sum(base: f32, rest: &[(bool, f32)]) -> f32 {
    rest.iter().filter(|r| r.0).fold(base, |sum, r| sum + r.1)
}

/// Whether one says that none of some people was harmed, the other how many were, or died.
fn unharmed(articles: &[Facts], none: &Figure, some: &Figure) -> bool {
    let of = |f: &Figure| &articles[f.article as usize].claims;
    let sentence = |f: &Figure, q: &Quantity| of(f).statements[q.statement as usize].sentence;
    let victims = |q: &Quantity| matches!(q.kind, Kind::Dead | Kind::Injured) && q.value > 0.0;
    none.q.value == 0.0
        && none.q.kind == Kind::Injured
        && none.q.thing != 0
        && none.q.thing == some.q.thing
        && (some.q.kind == Kind::Dead || some.q.kind == Kind::Plain)
        && some.q.value > 0.0
        && of(some).quantities.iter().any(|q| sentence(some, q) == some.at.sentence && victims(q))
}

/// Whether articles so far apart in time tell of two prices, shares or numbers; a toll is told for
/// years. An age is that of one name.
fn of_two_times(a: &Figure, b: &Figure, context: f32, tied: bool) -> bool {
    let apart = matches!((a.day, b.day), (Some(x), Some(y)) if (x - y).abs() > super::LATER);
    let named = a.q.thing != 0 && b.q.thing != 0;
    let someone = a.q.unit == Unit::Age && a.q.thing != b.q.thing && (named || context < 0.15);
    (apart && a.q.kind == Kind::Plain && context < 0.25 && !tied) || someone
}

/// Whether the two sentences share another figure: "7.5 percent over two years" and "six and a
/// half, spread over two years".
fn anchored(articles: &[Facts], a: &Figure, b: &Figure) -> bool {
    let beside = |f: &Figure| {
        let claims = &articles[f.article as usize].claims;
        let (sentence, own) = (f.at.sentence, f.q.span);
        let of = move |q: &&Quantity| claims.statements[q.statement as usize].sentence == sentence && q.span != own;
        let from = claims.quantities.partition_point(|q| claims.statements[q.statement as usize].sentence < sentence);
        claims.quantities[from..].iter().take(12).filter(of)
    };
    beside(a).any(|x| beside(b).any(|y| family(x.unit) == family(y.unit) && value::relation(x, y) == Relation::Same))
}

pub(super) fn clause_overlap(articles: &[Facts], a: &Figure, b: &Figure) -> f32 {
    let terms = |f: &Figure| &articles[f.article as usize].claims.statements[f.q.statement as usize].terms;
    let (x, y) = (terms(a), terms(b));
    if x.len() < 2 || y.len() < 2 {
        return 0.0;
    }
    let mut rest = y.iter().peekable();
    let mut common = 0.0;
    for (term, weight) in x.iter().zip(a.weights) {
        while rest.next_if(|r| *r < term).is_some() {}
        if rest.peek() == Some(&term) {
            common += weight;
        }
    }
    common / a.whole.min(b.whole).max(1.0)
}

/// A value to two digits: what roundings of one number share.
fn two_digits(value: f64) -> u64 {
    let place = crate::real::magnitude(value) / 10.0;
    ((value / place).round() * place).to_bits()
}
