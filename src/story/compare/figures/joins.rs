//! Which figures of different articles are of the same thing, and how surely.
//!
//! Candidates come from blocks of one fate, one thing, one unit or nearly one value; two of a block
//! are scored by what they count, how near their values are, and how alike their sentences are.

use super::rough::{Rough, to_digits};
use super::value::{self, Relation};
use super::{Figure, family, severity};
use crate::claim::number::Bound;
use crate::claim::unit::{Unit, same_money};
use crate::claim::{Kind, Quantity, Scope, words};
use crate::entity::EntityKind;
use crate::facts::Facts;
use crate::order::{halves, numbers, pair};
use crate::story::compare::Telling;
use crate::story::compare::index::{Against, At, steady};
use std::ops::Range;

/// The least score of a join of equal figures, and of figures that bound each other.
const JOIN: f32 = 1.0;
/// By how much figures that are the same are joined before others.
const FIRST: f32 = 0.8;
/// What the terms for figures that differ are measured against. They, and those for figures that are
/// the same or near, come from logistic regressions over the pairs of figures of stories that were
/// written for it (63 of them for these), each story judged by the others; at this threshold, two of
/// five, most rows were right among those given. What some units and plans take off was set lower by
/// hand, where less than half of the rows were right.
const FITTED: f32 = 1.95;
/// Figures of sentences so much alike are compared whatever they count.
const ALIKE: f32 = 0.05;
/// Figures of one sentence that are compared so, at most.
const BESIDE: usize = 8;
/// Figures of one kind and unit that are compared pair by pair; above it only neighbours.
pub(super) const CROWD: usize = 160;
/// With how many of the next, then.
const NEAR: usize = 12;

/// Scored pairs of figures of different articles.
pub(super) fn joins(story: &Telling, figures: &[Figure]) -> Vec<(f32, u32, u32)> {
    let articles = story.articles;
    let mut against = Against::new(story.index);
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
            add(4, family, to_digits(f.q.value, 10.0));
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
    let beside = beside(story, figures);
    let rough = Rough::new(figures);
    // What many articles tell coincides by chance, where nothing else unites the sentences.
    let chance = crate::real::ln((articles.len() as f64 / 6.0).max(1.0)) as f32;
    let mut joins = Vec::new();
    let briefs: Vec<Brief> = figures.iter().map(Brief::new).collect();
    let tellings: Vec<[f32; 3]> = figures.iter().map(|f| [f.telling, f.few[0], f.few[1]]).collect();
    let mut others: Vec<u64> = Vec::new();
    let mut alike: Vec<f32> = Vec::new();
    for of_one in places.chunk_by(|&x, &y| halves(x).0 == halves(y).0) {
        let a = halves(of_one[0]).0 as usize;
        others.clear();
        for at in of_one.iter().map(|&p| halves(p).1 as usize) {
            others.extend(blocks[at + 1..ends[at] as usize].iter().map(|&b| u64::from(halves(b).1)));
        }
        let from = beside.partition_point(|&p| halves(p).0 < a as u32);
        let own = beside[from..].iter().map(|&p| halves(p)).take_while(|p| p.0 == a as u32);
        others.extend(own.map(|p| u64::from(p.1)));
        others.extend(rough.of(figures, a));
        numbers(&mut others);
        others.dedup();
        // In loops of their own these wait for the memory of many at once.
        others.retain(|&b| Brief::may_be([&briefs[a], &briefs[b as usize]]));
        against.take(figures[a].at);
        alike.clear();
        alike.extend(others.iter().map(|&b| against.similarity(briefs[b as usize].at)));
        for (b, &similarity) in others.iter().map(|&b| b as usize).zip(&alike) {
            let context = Context { articles, chance, similarity, tellings: [&tellings[a], &tellings[b]] };
            let score = steady(score(&context, [&briefs[a], &briefs[b]], [&figures[a], &figures[b]]));
            if score >= JOIN {
                joins.push((score, a as u32, b as u32));
            }
        }
    }
    joins
}

/// Pairs of figures of one family in sentences that are alike, each the earlier one first.
fn beside(story: &Telling, figures: &[Figure]) -> Vec<u64> {
    let of = |at: At| {
        let from = figures.partition_point(|f| f.at < at);
        figures[from..].iter().zip(from..).take_while(move |f| f.0.at == at).take(BESIDE)
    };
    let mut found = Vec::new();
    for &(x, y, _) in story.pairs.iter().filter(|p| p.2 >= ALIKE) {
        for (a, i) in of(x) {
            let same = of(y).filter(|b| family(b.0.q.unit) == family(a.q.unit));
            found.extend(same.map(|(_, k)| pair(i.min(k) as u32, i.max(k) as u32)));
        }
    }
    numbers(&mut found);
    found
}

/// What most pairs are judged by, in one line of the cache: a figure fills several, and pairs are many times the figures.
#[repr(align(64))]
struct Brief {
    q: Quantity,
    at: At,
    day: Option<i32>,
    scope: Scope,
    family: u8,
    counts: [bool; 2],
    subgroup: bool,
    side: u8,
    /// 1 for a number of which parts are told as well, 2 for such a part.
    shared: u8,
    renewed: bool,
}

// One byte more, and uniting a thousand articles takes a tenth longer.
const _: () = assert!(size_of::<Brief>() == 64);

impl Brief {
    fn new(f: &Figure) -> Self {
        Self {
            q: f.q.clone(),
            at: f.at,
            day: f.day,
            scope: Scope(f.scope.0 | if f.old { Scope::PAST } else { 0 }),
            family: family(f.q.unit),
            counts: f.counts.map(|counts| counts && f.q.unit == Unit::Count),
            subgroup: f.subgroup,
            side: f.side,
            shared: u8::from(f.shared) + u8::from(f.of_whole),
            renewed: f.renewed,
        }
    }

    /// Whether two figures may be joined at all.
    fn may_be([a, b]: [&Self; 2]) -> bool {
        let nobody = || is_nobody(&a.q) || is_nobody(&b.q);
        a.at.article != b.at.article && a.family == b.family && (Self::comparable([a, b]) || nobody())
    }

    /// Whether their kinds and things let them be counts of one thing.
    fn comparable([a, b]: [&Self; 2]) -> bool {
        let (p, q) = (&a.q, &b.q);
        let fates = p.kind != Kind::Plain && q.kind != Kind::Plain;
        // 38 houses are no 38 people.
        let people = |x: &Self, y: &Self| x.counts[0] && y.counts[1];
        // "One doctor" is mostly one of them; only of one thing, it is how many there were.
        let one = |q: &Quantity| q.unit == Unit::Count && q.value == 1.0;
        let one = !fates && (one(p) || one(q)) && (p.thing == 0 || p.thing != q.thing);
        (!fates || p.kind == q.kind) && !people(a, b) && !people(b, a) && !one
    }
}

/// What two figures are judged by besides themselves.
struct Context<'s> {
    articles: &'s [Facts],
    /// What is taken off those that are the same in little else.
    chance: f32,
    /// Of their sentences.
    similarity: f32,
    /// How telling each is, and how few are like it: [`Figure::telling`] and [`Figure::few`].
    tellings: [&'s [f32; 3]; 2],
}

/// How surely two figures of one family are of the same thing. `one` and `other` are the figures in full, which are only
/// read where the rest does not settle it.
fn score(context: &Context, [a, b]: [&Brief; 2], [one, other]: [&Figure; 2]) -> f32 {
    let &Context { articles, chance, similarity, tellings: [&[telling_a, few_a, kind_a], &[telling_b, few_b, kind_b]] } =
        context;
    let (p, q) = (&a.q, &b.q);
    if unharmed(articles, a, b) || unharmed(articles, b, a) {
        return JOIN + 0.2;
    }
    if (is_nobody(p) || is_nobody(q)) && !Brief::comparable([a, b]) {
        return 0.0;
    }
    let fates = p.kind != Kind::Plain && q.kind != Kind::Plain;
    let relation = value::relation(p, q);
    if relation == Relation::Apart && [p, q].iter().any(|q| q.scope.has(Scope::FORMER)) {
        return 0.0;
    }
    if relation == Relation::Apart && p.kind == Kind::Plain {
        // "£780,000, up from £600,000" is the £600,000 of another article, and no other sum of it.
        match [(a, q), (b, p)].map(|(later, q)| former(articles, later).map(|f| value::relation(f, q))) {
            [None, None] => {}
            [x, y] if x == Some(Relation::Same) || y == Some(Relation::Same) => return JOIN + 0.6,
            _ => return 0.0,
        }
    }
    let past = |f: &Brief| f.scope.has(Scope::PAST);
    if relation == Relation::Apart && past(a) != past(b) {
        let (old, new) = if past(a) { (one, other) } else { (other, one) };
        if !in_its_year(articles, old, new) {
            return 0.0;
        }
    }
    // A part of those counted elsewhere is no other count of them.
    let alike = p.thing != 0 && p.thing == q.thing;
    let part = |x: &Brief, y: &Brief| {
        x.scope.has(Scope::PART)
            && !y.scope.has(Scope::PART)
            && x.q.value < y.q.value
            && (!alike || x.q.scope.has(Scope::PART))
    };
    // "Fourteen of the dead" are no "at least twelve dead", "ten more bodies" no toll of ten; but the dead are told
    // first, and "five more hurt" are five.
    // The same number of pupils and of children are the same ones.
    let kinds = a.subgroup && b.subgroup;
    let sharing = relation == Relation::Near || relation == Relation::Same && !alike && !kinds && p.kind == Kind::Dead;
    if sharing && fates && a.scope.has(Scope::PART) != b.scope.has(Scope::PART) {
        return 0.0;
    }
    if p.unit == Unit::Length && from_elsewhere(one, other) {
        return 0.0;
    }
    // What 300 euros are in pounds is told by the day's rate, and not by the articles.
    if relation == Relation::Apart && matches!((p.unit, q.unit), (Unit::Money(x), Unit::Money(y)) if !same_money(x, y))
    {
        return 0.0;
    }
    // What it is a year is not what it was this time.
    if relation == Relation::Apart && (a.scope.0 ^ b.scope.0) & Scope::EACH != 0 {
        return 0.0;
    }
    // Gusts are faster than the wind.
    if p.unit == Unit::Speed && relation != Relation::Same && p.thing != q.thing {
        return 0.0;
    }
    let both = p.kind != Kind::Plain && a.scope.has(Scope::PART) && b.scope.has(Scope::PART) && !alike;
    if relation == Relation::Apart && (part(a, b) || part(b, a) || both) {
        return 0.0;
    }
    // "Five of the seven jurors" and "four jurors" need not be the same ones.
    if relation == Relation::Apart && (a.shared == 2 && b.shared == 2 || !fates && (a.shared > 0) != (b.shared > 0)) {
        return 0.0;
    }
    // How many there might be is no toll.
    if fates && (p.scope.0 ^ q.scope.0) & Scope::OTHER != 0 {
        return 0.0;
    }
    // "Fourteen officers were hurt" says nothing of the 27 people who were.
    let sided = a.side > 0 && a.side == b.side;
    if relation == Relation::Apart && fates && !sided && p.thing != q.thing && (a.subgroup || b.subgroup) {
        return 0.0;
    }
    // The losses of the one side are neither those of the other nor those of both.
    let few = p.value < 10.0 && matches!(p.kind, Kind::Dead | Kind::Injured);
    if fates && a.side != b.side && (relation != Relation::Same || few || a.side > 0 && b.side > 0) {
        return 0.0;
    }
    let single = p.unit == Unit::Count && !fates && (p.value == 1.0 || q.value == 1.0);
    // The words of the clauses are only held against each other where that is asked for; of sentences that share nothing,
    // the clauses share nothing.
    let context = || if similarity > 0.0 { similarity.max(clause_overlap(one, other) * 0.6) } else { 0.0 };
    // Logarithms are dear, and what is the same needs none.
    let compared = relation != Relation::Same && p.value > 0.0 && q.value > 0.0;
    let far = if compared { crate::real::ln(p.value / q.value).abs() as f32 } else { 0.0 };
    let close = compared && far < 0.06;
    if relation == Relation::Apart && of_two_times([a, b], &context, alike || close || few_a == 1.0 && few_b == 1.0) {
        return 0.0;
    }
    if single && context() < 0.12 {
        return 0.0;
    }
    let things = p.unit == Unit::Count && p.thing != q.thing && p.thing != 0 && q.thing != 0 && !fates;
    let level = (a.scope.0 ^ b.scope.0) & Scope::OTHER == 0;
    match relation {
        Relation::Same => {
            let small = p.unit == Unit::Count && p.value < 10.0;
            let rest = [
                (small, -2.14),
                (fates, 1.22),
                (matches!(p.unit, Unit::Money(_)), 1.18),
                (things, -0.65),
                (p.unit == Unit::Duration, -1.32),
                (p.unit == Unit::Length, -1.03),
                (p.unit == Unit::Percent, -0.62),
                (alike && small, 0.7),
                // "250 remained missing" of 267 on board are not the "250 passengers" that it carried.
                ((p.kind == Kind::Missing) != (q.kind == Kind::Missing), -1.5),
            ];
            let context = context();
            let chance = chance * (1.0 - context * 3.0).max(0.0);
            let logit = sum(1.53 + 0.81 * context.sqrt() - chance, &rest);
            JOIN + logit + if logit > 0.0 { FIRST } else { 0.0 }
        }
        // "aftershocks of magnitude 4 or more": a class, not a measurement.
        Relation::Apart | Relation::Near
            if p.unit == Unit::Magnitude && (p.bound == Bound::AtLeast) != (q.bound == Bound::AtLeast) =>
        {
            0.0
        }
        // "three days after it" is no length of anything, "up to ten years" no sentence, a limit no speed.
        Relation::Apart | Relation::Near if matches!(p.unit, Unit::Duration | Unit::Speed | Unit::Age) && !level => 0.0,
        Relation::Near => {
            let rest = [(close, 1.91), (fates, 1.68), (p.kind != q.kind, -1.2), (alike, 1.43)];
            let logit = sum(-0.92 - far + 1.29 * telling_a.min(telling_b) + 1.09 * context().sqrt(), &rest);
            // Lengths near each other stand in many stories, and mostly are of two things.
            JOIN + 0.5 * logit + if p.unit == Unit::Length { 0.0 } else { 0.25 }
        }
        // What was planned, allowed or designed for is no count of what came.
        Relation::Apart if p.unit == Unit::Count && !level => 0.0,
        // What an insurance pays at most is no sum that was asked for.
        Relation::Apart
            if matches!(p.unit, Unit::Money(_)) && !level && [p, q].iter().any(|q| q.bound == Bound::AtMost) =>
        {
            0.0
        }
        // The vote on an amendment is not the one on the motion.
        Relation::Apart
            if p.unit == Unit::Tally && !alike && [p, q].iter().all(|q| Some(q.thing) != words::term("vote")) =>
        {
            0.0
        }
        // A ferry of 700 tons is no cargo of 200.
        Relation::Apart
            if matches!(p.unit, Unit::Mass | Unit::Volume | Unit::Data | Unit::Voltage)
                && p.thing != q.thing
                && p.thing != 0
                && q.thing != 0 =>
        {
            0.0
        }
        // Shares of different things, or of what is not said in sentences that little unites.
        Relation::Apart
            if p.unit == Unit::Percent
                && p.thing != q.thing
                && ((p.thing != 0 && q.thing != 0) || context() < 0.15) =>
        {
            0.0
        }
        Relation::Apart => {
            let far = match p.unit {
                Unit::Tally => 0.2,
                _ if p.value > 0.0 && q.value > 0.0 => far.min(4.0),
                _ => 3.0,
            };
            let fate = |kind| fates && p.kind == kind;
            // The dead do not grow fewer: a lesser number told later is of some of them.
            let ((before, after), days) =
                if a.day <= b.day { ((a, b), (a.day, b.day)) } else { ((b, a), (b.day, a.day)) };
            let fewer = matches!(days, (Some(x), Some(y)) if x < y) && after.q.value < before.q.value;
            let large = p.unit == Unit::Count && p.value.min(q.value) >= 1e3;
            let rest = [
                (fates, 1.2),
                ((p.kind == Kind::Plain) != (q.kind == Kind::Plain), -0.73),
                (fate(Kind::Missing), 2.5),
                (fate(Kind::Dead), 0.91),
                (fate(Kind::Dead) && fewer && !sided, -2.5),
                (sided, 1.5),
                // "put the crowd at 60,000", "35,000 persons were on the hill"
                (large && (p.kind == Kind::Crowd) != (q.kind == Kind::Crowd) && similarity >= 0.2, 1.5),
                (fate(Kind::Injured), 2.3),
                // How many marched, or were on board, is told once.
                (one.only && other.only && (fate(Kind::Crowd) || fate(Kind::Aboard) || fate(Kind::Ill)), 1.3),
                (fate(Kind::Arrested) || fate(Kind::Aboard) || fate(Kind::Crowd) || fate(Kind::Escaped), 0.8),
                (after.renewed, 1.09),
                // "1.9 million" of 1,914,306
                (close && p.value >= 1e3 && (severity::rounds_to(p, q) || severity::rounds_to(q, p)), 0.6),
                (far > 1.0, -0.61),
                (far > 2.3, -0.36),
                (close, 0.69),
                ((p.value == 0.0) != (q.value == 0.0), 1.5),
                (p.bound != Bound::Exact || q.bound != Bound::Exact, 0.38),
                (!level, -1.2),
                ((a.scope.0 ^ b.scope.0) & Scope::PART != 0, -0.6),
                // Stories are full of lengths and times of different things: fewer, and right ones.
                (matches!(p.unit, Unit::Duration | Unit::Length), if alike { -1.0 } else { -1.5 }),
                (matches!(p.unit, Unit::Power | Unit::Volume | Unit::Magnitude), -1.0),
                (matches!(p.unit, Unit::Percent | Unit::Age | Unit::Speed), -0.4),
                (matches!(p.unit, Unit::Money(_)) && p.thing != q.thing && p.thing != 0 && q.thing != 0, -0.3),
            ];
            let telling = 0.82 * telling_a.min(telling_b);
            let few = 2.08 * few_a * few_b + if alike { 1.72 * kind_a * kind_b } else { 0.0 };
            let score = JOIN + sum(1.74 * similarity.sqrt() + telling + few - 0.48 * far - FITTED, &rest);
            if score >= JOIN && elsewhere(articles, one, other) { 0.0 } else { score }
        }
    }
}

/// Whether each counts in places that the other does not name: "44,000 customers in South Carolina", "In Tallahassee,
/// 70,000 customers".
fn elsewhere(articles: &[Facts], a: &Figure, b: &Figure) -> bool {
    let places = |f: &Figure| {
        let facts = &articles[f.article as usize];
        let here = &facts.entities.mentions[range(f.names)];
        here.iter().filter(|m| m.kind == EntityKind::Place).map(|m| m.span.of(&facts.article.text))
    };
    let one = |x: &str| places(b).any(|y| x.contains(y) || y.contains(x));
    places(a).next().is_some() && places(b).next().is_some() && !places(a).any(one)
}

fn range([from, to]: [u32; 2]) -> Range<usize> {
    from as usize..to as usize
}

/// Whether two distances are told from different places: "80 miles west of Lima", "100 miles east of Cuzco".
fn from_elsewhere(a: &Figure, b: &Figure) -> bool {
    // The village may be the one that the other names.
    let named = |origin: &str| origin.starts_with(char::is_uppercase);
    let both = a.origin.zip(b.origin).filter(|(x, y)| named(x) == named(y));
    both.is_some_and(|(x, y)| !x.contains(y) && !y.contains(x) && words::term(x) != words::term(y))
}

/// A score with what holds added to it.
fn sum(base: f32, rest: &[(bool, f32)]) -> f32 {
    rest.iter().filter(|r| r.0).fold(base, |sum, r| sum + r.1)
}

/// What a figure is said to have been before: "£780,000, up from |£600,000".
fn former<'s>(articles: &'s [Facts], f: &Brief) -> Option<&'s Quantity> {
    if !f.renewed {
        return None;
    }
    let all = &articles[f.at.article as usize].claims.quantities;
    let next = all.get(all.partition_point(|o| o.span.start < f.q.span.end))?;
    (next.statement == f.q.statement && next.scope.has(Scope::FORMER) && family(next.unit) == family(f.q.unit))
        .then_some(next)
}

/// Whether a figure of an earlier year is of the year in which the other was published: what a court looks back on.
fn in_its_year(articles: &[Facts], old: &Figure, new: &Figure) -> bool {
    let facts = &articles[old.article as usize];
    let year = articles[new.article as usize].article.published_date().map(|d| d.year());
    let mut days = facts.times[range(old.times)].iter().filter_map(|t| t.days);
    year.is_some() && days.any(|d| Some(d.from.year()) == year && d.from.year() == d.to.year())
}

/// Whether a figure says that none of some people was harmed.
fn is_nobody(q: &Quantity) -> bool {
    q.value == 0.0 && q.kind == Kind::Injured && q.thing != 0
}

/// Whether one says that none of some people was harmed, the other how many were, or died.
fn unharmed(articles: &[Facts], none: &Brief, some: &Brief) -> bool {
    let beside = || articles[some.at.article as usize].claims.figures_in(some.at.sentence);
    let victims = |q: &Quantity| matches!(q.kind, Kind::Dead | Kind::Injured) && q.value > 0.0;
    is_nobody(&none.q)
        && none.q.thing == some.q.thing
        && (some.q.kind == Kind::Dead || some.q.kind == Kind::Plain)
        && some.q.value > 0.0
        && beside().iter().any(victims)
}

/// Whether articles so far apart in time tell of two prices, shares or numbers; a toll is told for
/// years. An age is that of one name.
fn of_two_times([a, b]: [&Brief; 2], context: &dyn Fn() -> f32, tied: bool) -> bool {
    let apart = matches!((a.day, b.day), (Some(x), Some(y)) if (x - y).abs() > crate::story::compare::LATER);
    let named = a.q.thing != 0 && b.q.thing != 0;
    let someone = a.q.unit == Unit::Age && a.q.thing != b.q.thing && (named || context() < 0.15);
    (apart && a.q.kind == Kind::Plain && !tied && context() < 0.25) || someone
}

/// What the clauses of two figures have in common, by the share of what the lesser one tells.
pub(super) fn clause_overlap(a: &Figure, b: &Figure) -> f32 {
    if a.terms.len() < 2 || b.terms.len() < 2 {
        return 0.0;
    }
    let mut rest = b.terms;
    let mut common = 0.0;
    for (term, weight) in a.terms.iter().zip(a.weights) {
        while rest.first().is_some_and(|r| r < term) {
            rest = &rest[1..];
        }
        if rest.first() == Some(term) {
            common += weight;
        }
    }
    common / a.whole.min(b.whole).max(1.0)
}
