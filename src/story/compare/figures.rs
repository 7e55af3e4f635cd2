//! Figures of several articles, brought together where they are of the same thing.
//!
//! Two figures are joined where unit and thing (or fate) agree and their sentences speak of the
//! same; the strongest joins come first, and a group never holds two different plain figures of
//! one article, so that a demand, an offer and a result stay apart.

use super::groups::Groups;
use super::index::{At, Index, steady};
use super::severity;
use super::value::{self, Relation};
use super::{Draft, Said, Telling, refuted, within};
use crate::claim::number::Bound;
use crate::claim::unit::{self, Unit};
use crate::claim::{Kind, Quantity, Scope};
use crate::facts::Facts;
use crate::order::{falling, halves, numbers, pair};
use crate::story::{Aspect, RowKind};

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

/// A figure and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Figure<'s> {
    pub article: u32,
    pub at: At,
    pub q: &'s Quantity,
    /// Whether it is its article's only figure of a rare unit, or the first of several.
    main: bool,
    /// What each word of its clause tells, and all together.
    weights: &'s [f32],
    whole: f32,
    /// How telling its value is.
    telling: f32,
    /// The day of its article's publication.
    pub day: Option<i32>,
    /// Whether its clause holds no other figure.
    pub lone: bool,
    /// What keeps it from being compared with a plain total, the article's other figures considered.
    pub scope: Scope,
    /// How few figures of its family its article has, and how few of those of its thing: 1 for one.
    few: [f32; 2],
}

/// Finds the rows about figures.
pub(super) fn rows(story: &Telling, drafts: &mut Vec<Draft>) {
    let (articles, index) = (story.articles, story.index);
    let words = Weights::new(articles, index);
    let figures = collect(articles, &words);
    let joins = joins(articles, index, &figures);
    // The strongest first, those of one strength in the order in which they were found.
    let mut order: Vec<u64> = joins.iter().enumerate().map(|(i, j)| pair(falling(j.0), i as u32)).collect();
    numbers(&mut order);
    let mut groups = Groups::new(&figures);
    for (_, a, b) in order.iter().map(|&o| joins[halves(o).1 as usize]) {
        groups.join(a, b);
    }
    for group in groups.groups() {
        draft(articles, &figures, &group, drafts);
    }
    refuted::rows(story, &figures, drafts);
    within::rows(story, &figures, drafts);
}

/// What a row about a figure is about.
pub(super) fn aspect(q: &Quantity) -> Aspect {
    match q.unit {
        Unit::Count | Unit::Tally => Aspect::Count,
        Unit::Money(_) => Aspect::Amount,
        _ => Aspect::Measure,
    }
}

/// What the words of each clause that holds a figure tell.
struct Weights {
    all: Vec<f32>,
    /// Where those of each figure begin, in the order of the figures, and one past the last.
    starts: Vec<usize>,
}

impl Weights {
    fn new(articles: &[Facts], index: &Index) -> Self {
        let mut weights = Self { all: Vec::new(), starts: vec![0] };
        for facts in articles {
            for q in &facts.claims.quantities {
                let statement = &facts.claims.statements[q.statement as usize];
                weights.all.extend(statement.terms.iter().map(|&t| index.weight(t)));
                weights.starts.push(weights.all.len());
            }
        }
        weights
    }
}

fn collect<'s>(articles: &'s [Facts], words: &'s Weights) -> Vec<Figure<'s>> {
    let mut figures = Vec::new();
    let mut ranges = words.starts.windows(2);
    for (a, facts) in articles.iter().enumerate() {
        // Of each family, the first figure that is no part of another, and how many there are.
        let mut of: [(Option<&Quantity>, u32); FAMILIES] = [(None, 0); FAMILIES];
        for q in facts.claims.quantities.iter().filter(|q| q.scope.0 == 0) {
            let (first, count) = &mut of[family(q.unit) as usize];
            first.get_or_insert(q);
            *count += 1;
        }
        let mut fates = [0.0f64; KINDS];
        let day = facts.article.published_date().map(crate::day::number);
        let all = &facts.claims.quantities;
        let mut families: Vec<u64> = all.iter().map(|q| pair(u32::from(family(q.unit)), q.thing)).collect();
        numbers(&mut families);
        for (i, q) in all.iter().enumerate() {
            let range = ranges.next().map_or(0..0, |r| r[0]..r[1]);
            let beside = |o: Option<&Quantity>| o.is_some_and(|o| o.statement == q.statement);
            let lone = !beside(all.get(i + 1)) && !beside(i.checked_sub(1).and_then(|i| all.get(i)));
            if q.scope.has(Scope::WITHDRAWN) || q.scope.has(Scope::DENIED) {
                continue;
            }
            let statement = &facts.claims.statements[q.statement as usize];
            let at = At { article: a as u32, sentence: statement.sentence };
            let (first, count) = of[family(q.unit) as usize];
            let main = match q.unit {
                Unit::Area | Unit::Magnitude | Unit::Temperature | Unit::Speed | Unit::Mass => {
                    first.is_some_and(|o| std::ptr::eq(o, q))
                }
                Unit::Money(_) => q.value >= 1e5 && count == 1,
                _ => false,
            };
            let weights = &words.all[range];
            let whole = weights.iter().sum();
            let telling = telling(q);
            // "Nine patients died. Four died in the placebo group": a lesser number of one fate is
            // a part of the first one told, or an older count.
            let mut scope = q.scope;
            let most = &mut fates[q.kind as usize];
            if q.scope.0 == 0 && q.kind != Kind::Plain && q.kind != Kind::Missing && q.value > 0.0 {
                if q.value < *most {
                    scope.0 |= Scope::PART;
                }
                *most = most.max(q.value);
            }
            let from = |family: u8, thing: u32| families.partition_point(|&f| f < pair(u32::from(family), thing));
            let (own, next) = (family(q.unit), family(q.unit) + 1);
            let (start, thing, end) = (from(own, 0), from(own, q.thing), from(next, 0));
            let of_thing = families[thing..end].iter().take_while(|&&f| halves(f).1 == q.thing).count();
            let few = [end - start, of_thing].map(|n| 1.0 / (n as f32).sqrt());
            figures.push(Figure { article: a as u32, at, q, main, weights, whole, telling, day, lone, scope, few });
        }
    }
    figures
}

/// Number of fates.
const KINDS: usize = Kind::Crowd as usize + 1;

/// Number of families.
const FAMILIES: usize = 14;

/// The family of a unit: any currency is money.
pub(super) fn family(unit: Unit) -> u8 {
    match unit {
        Unit::Count => 0,
        Unit::Money(_) => 1,
        Unit::Length => 2,
        Unit::Mass => 3,
        Unit::Area => 4,
        Unit::Volume => 5,
        Unit::Temperature => 6,
        Unit::Speed => 7,
        Unit::Duration => 8,
        Unit::Percent => 9,
        Unit::Age => 10,
        Unit::Magnitude => 11,
        Unit::Power => 12,
        Unit::Tally => 13,
    }
}

/// Scored pairs of figures of different articles.
fn joins(articles: &[Facts], index: &Index, figures: &[Figure]) -> Vec<(f32, usize, usize)> {
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
pub(super) fn score(articles: &[Facts], index: &Index, a: &Figure, b: &Figure) -> f32 {
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
    let relation = value::relation(p, q);
    if relation == Relation::Apart && p.scope.has(Scope::PAST) != q.scope.has(Scope::PAST) {
        return 0.0;
    }
    // A part of those counted elsewhere is no other count of them.
    let alike = p.thing != 0 && p.thing == q.thing;
    let part = |x: &Figure, y: &Figure| {
        x.scope.has(Scope::PART) && !y.scope.has(Scope::PART) && x.q.value < y.q.value && !alike
    };
    let both = p.kind != Kind::Plain && a.scope.has(Scope::PART) && b.scope.has(Scope::PART) && p.thing != q.thing;
    if relation == Relation::Apart && (part(a, b) || part(b, a) || both) {
        return 0.0;
    }
    let context = index.similarity(a.at, b.at).max(clause_overlap(articles, a, b) * 0.6);
    if relation == Relation::Apart && of_two_times(a, b, context) {
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
        (Unit::Money(x), Unit::Money(y)) if x != y && x != unit::ANY && y != unit::ANY => 0.2,
        (Unit::Count, _) => 0.0,
        _ => 0.35,
    };
    let scope = if a.scope == b.scope { 0.0 } else { -0.5 };
    let far = if p.value > 0.0 && q.value > 0.0 { crate::real::ln(p.value / q.value).abs() as f32 } else { 0.0 };
    let close = p.value > 0.0 && q.value > 0.0 && far < 0.06;
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
            let far = far * 0.14;
            let main = if a.main && b.main && far < 0.17 { 0.5 } else { 0.0 };
            // One sum in two currencies; small prices are mostly those of two countries.
            let currency = if p.value == q.value && a.telling > 0.5 && p.value >= 1e5 { 0.7 } else { 0.0 };
            // Two small counts of a common thing are seldom the same things.
            let small = if !fates && p.unit == Unit::Count && p.value < 10.0 && q.value < 10.0 && context < 0.2 {
                0.3
            } else {
                0.0
            };
            let measured = if p.unit == Unit::Duration && thing > 0.7 { 0.12 } else { 0.0 };
            let apart = measured - small + thing + money * 0.6 + context * 1.8 + scope * 1.6 + part + known - far
                + main
                + currency;
            // What costs most is asked last.
            let anchor = if (JOIN_APART - 0.25..).contains(&apart) && anchored(articles, a, b) { 0.25 } else { 0.0 };
            let rest = [(close && (p.unit != Unit::Count || p.value >= 20.0), 1.0), (fates, 0.55)];
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
fn of_two_times(a: &Figure, b: &Figure, context: f32) -> bool {
    let apart = matches!((a.day, b.day), (Some(x), Some(y)) if (x - y).abs() > super::LATER);
    let someone = a.q.unit == Unit::Age && a.q.thing != b.q.thing;
    (apart && a.q.kind == Kind::Plain && context < 0.25) || someone
}

/// Whether the two sentences share another figure: "7.5 percent over two years" and "six and a
/// half, spread over two years".
pub(super) fn anchored(articles: &[Facts], a: &Figure, b: &Figure) -> bool {
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

/// How telling a value is: 1,140 says more than 3.
pub(super) fn telling(q: &Quantity) -> f32 {
    if q.bound == Bound::Vague {
        return 0.1;
    }
    let mut digits = 0;
    let mut rest = (q.value * 100.0).round();
    while rest >= 1.0 && rest % 10.0 == 0.0 {
        rest /= 10.0;
    }
    while rest >= 1.0 {
        rest = (rest / 10.0).floor();
        digits += 1;
    }
    let sum = matches!(q.unit, Unit::Money(code) if code != unit::ANY) && q.value >= 1e3;
    let measured = if sum || matches!(family(q.unit), 2..=9 | 12 | 13) { 2 } else { 0 };
    match digits.max(measured) {
        0 | 1 => {
            if q.value >= 11.0 {
                0.45
            } else {
                0.2
            }
        }
        2 => 0.55,
        3 => 0.8,
        _ => 1.0,
    }
}

/// The rows of one group: a conflict where the values differ, and an agreement for each value
/// that several articles give.
fn draft(articles: &[Facts], figures: &[Figure], group: &[usize], drafts: &mut Vec<Draft>) {
    // One figure an article and value, in the order of the text.
    let mut chosen: Vec<&Figure> = Vec::new();
    for &i in group {
        let f = &figures[i];
        let mut own = chosen.iter().rev().take_while(|c| c.article == f.article);
        if !own.any(|c| value::relation(c.q, f.q) == Relation::Same) {
            chosen.push(f);
        }
    }
    without_parts(articles, &mut chosen);
    let Some(&first) = chosen.first() else { return };
    let aspect = aspect(first.q);
    let said = |f: &&Figure| said(articles, f);
    let differs = chosen.iter().any(|f| severity::relate(articles, first, f) != Relation::Same);
    let severity = severity::of(articles, &chosen);
    if differs && let Some((kind, why)) = severity {
        let importance = severity::importance(first.q, kind, chosen.len());
        drafts.push(Draft::new(kind, aspect, importance, why, chosen.iter().map(said).collect()));
    }
    let mut done: Vec<&Figure> = Vec::new();
    for f in &chosen {
        if done.iter().any(|d| severity::relate(articles, d, f) == Relation::Same) {
            continue;
        }
        done.push(f);
        let same: Vec<Said> =
            chosen.iter().filter(|g| severity::relate(articles, f, g) == Relation::Same).map(said).collect();
        if same.iter().any(|s| s.article != same[0].article) {
            let why = "The figures are the same once number words, units and rounding are brought to one form.";
            drafts.push(Draft::new(
                RowKind::Agree,
                aspect,
                severity::importance(f.q, RowKind::Agree, same.len()),
                why,
                same,
            ));
        }
    }
}

/// Drops the victims of one day or place from those of all: less than half of what another article
/// told before, where enough others are left.
fn without_parts(articles: &[Facts], chosen: &mut Vec<&Figure>) {
    // The largest figure of the articles before, and of those up to this one.
    let (mut before, mut most): (Option<&Figure>, Option<&Figure>) = (None, None);
    let mut rest = Vec::new();
    for &f in chosen.iter() {
        if most.is_none_or(|m| m.article < f.article) {
            before = most;
        }
        let part = f.q.kind != Kind::Plain && f.q.kind != Kind::Missing && f.q.value > 0.0;
        let less = |o: &Figure| o.q.value > 2.0 * f.q.value && severity::relate(articles, o, f) == Relation::Apart;
        if !(part && before.is_some_and(less)) {
            rest.push(f);
        }
        if most.is_none_or(|m| f.q.value > m.q.value) {
            most = Some(f);
        }
    }
    if !rest.is_empty() {
        *chosen = rest;
    }
}

pub(super) fn said(articles: &[Facts], f: &Figure) -> Said {
    let statement = &articles[f.article as usize].claims.statements[f.q.statement as usize];
    let mut span = statement.span.cover(f.q.span);
    if span.len() > 240 {
        span = f.q.span;
    }
    Said { article: f.article, span, value: value::text(f.q), mark: f.q.span }
}
