//! Figures of several articles, brought together where they are of the same thing.
//!
//! Two figures are joined where unit and thing (or fate) agree and their sentences speak of the
//! same; the strongest joins come first, and a group never holds two different plain figures of
//! one article, so that a demand, an offer and a result stay apart.

use super::index::{At, Index, shared};
use super::value::{self, Relation};
use super::{Draft, Said};
use crate::claim::number::Bound;
use crate::claim::unit::{self, Unit};
use crate::claim::{Kind, Quantity, Scope};
use crate::facts::Facts;
use crate::order::{Arrange, falling, halves, numbers, pair};
use crate::story::{Aspect, RowKind};

/// The least score of a join of equal figures, and of figures that bound each other.
const JOIN: f32 = 1.0;
/// The least score of a join of figures of which one bounds the other.
const JOIN_NEAR: f32 = 0.85;
/// The least score of a join of figures that differ.
const JOIN_APART: f32 = 0.46;
/// Figures of one kind and unit that are compared pair by pair; above it only neighbours by value.
const CROWD: usize = 160;

/// Figures in one group at most.
const LARGEST: usize = 200;

/// A figure and where it stands.
#[derive(Clone, Copy)]
struct Figure<'s> {
    article: u32,
    at: At,
    q: &'s Quantity,
    /// Whether it is its article's only figure of a rare unit, or the first of several.
    main: bool,
    /// What the words of its clause tell together.
    whole: f32,
}

/// Finds the rows about figures.
pub(super) fn rows(articles: &[Facts], index: &Index, drafts: &mut Vec<Draft>) {
    let figures = collect(articles, index);
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
}

fn collect<'s>(articles: &'s [Facts], index: &Index) -> Vec<Figure<'s>> {
    let mut figures = Vec::new();
    for (a, facts) in articles.iter().enumerate() {
        // Of each family, the first figure that is no part of another, and how many there are.
        let mut of: [(Option<&Quantity>, u32); FAMILIES] = [(None, 0); FAMILIES];
        for q in facts.claims.quantities.iter().filter(|q| q.scope.0 == 0) {
            let (first, count) = &mut of[family(q.unit) as usize];
            first.get_or_insert(q);
            *count += 1;
        }
        for q in &facts.claims.quantities {
            if q.scope.has(Scope::WITHDRAWN) {
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
            let whole = index.sum(statement.terms.iter().copied());
            figures.push(Figure { article: a as u32, at, q, main, whole });
        }
    }
    figures
}

/// Number of families.
const FAMILIES: usize = 13;

/// The family of a unit: any currency is money.
fn family(unit: Unit) -> u8 {
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
    }
}

/// Scored pairs of figures of different articles.
fn joins(articles: &[Facts], index: &Index, figures: &[Figure]) -> Vec<(f32, usize, usize)> {
    // Blocks: one fate; one unit and thing; one unit and (nearly) one value.
    let mut blocks: Vec<((u8, u8, u64), usize)> = Vec::new();
    for (i, f) in figures.iter().enumerate() {
        let family = family(f.q.unit);
        if f.q.kind != Kind::Plain {
            blocks.push(((0, f.q.kind as u8, 0), i));
        } else if family > 0 {
            blocks.push(((1, family, 0), i));
        }
        if f.q.thing != 0 {
            blocks.push(((2, family, u64::from(f.q.thing)), i));
        }
        blocks.push(((3, family, f.q.value.to_bits()), i));
        if f.q.value >= 100.0 {
            blocks.push(((4, family, two_digits(f.q.value)), i));
        }
    }
    blocks.arrange();
    // The places of each figure in the list of blocks, and for each place how far its neighbours go.
    let mut places: Vec<u64> = Vec::with_capacity(blocks.len());
    let mut ends: Vec<usize> = Vec::with_capacity(blocks.len());
    for block in blocks.chunk_by(|x, y| x.0 == y.0) {
        let (start, end) = (ends.len(), ends.len() + block.len());
        let reach = if block.len() <= CROWD { block.len() } else { CROWD / 8 };
        places.extend((start..end).map(|at| pair(blocks[at].1 as u32, at as u32)));
        ends.extend((start..end).map(|at| end.min(at + 1 + reach)));
    }
    numbers(&mut places);
    let mut joins = Vec::new();
    let mut others: Vec<u64> = Vec::new();
    for of_one in places.chunk_by(|&x, &y| halves(x).0 == halves(y).0) {
        let a = halves(of_one[0]).0 as usize;
        others.clear();
        for at in of_one.iter().map(|&p| halves(p).1 as usize) {
            others.extend(blocks[at + 1..ends[at]].iter().map(|b| b.1 as u64));
        }
        numbers(&mut others);
        others.dedup();
        for b in others.iter().map(|&b| b as usize).filter(|&b| figures[a].article != figures[b].article) {
            let score = score(articles, index, &figures[a], &figures[b]);
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
    let fates = p.kind != Kind::Plain && q.kind != Kind::Plain;
    if fates && p.kind != q.kind {
        return 0.0;
    }
    let relation = value::relation(p, q);
    if relation == Relation::Apart && p.scope.has(Scope::PAST) != q.scope.has(Scope::PAST) {
        return 0.0;
    }
    let context = index.similarity(a.at, b.at).max(clause_overlap(articles, index, a, b) * 0.6);
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
    let scope = if p.scope == q.scope { 0.0 } else { -0.5 };
    match relation {
        Relation::Same => weight(p) + thing + money + context * 2.0 + scope / 2.0,
        Relation::Near => weight(p) * 0.6 + thing + money + context * 1.6 + scope + JOIN - JOIN_NEAR,
        Relation::Apart => {
            let part = if p.scope.0 | q.scope.0 != 0 && p.scope == q.scope { -0.2 } else { 0.0 };
            // Fates of a story are its own; other figures need sentences that speak of the same.
            let known = if fates { 0.1 } else { -0.25 };
            let zero = p.value == 0.0 || q.value == 0.0;
            let far = if zero { 0.0 } else { crate::real::ln(p.value / q.value).abs() as f32 * 0.14 };
            let main = if a.main && b.main && far < 0.17 { 0.5 } else { 0.0 };
            let currency = if p.value == q.value && weight(p) > 0.5 { 0.7 } else { 0.0 };
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
            apart + JOIN - JOIN_APART
        }
    }
}

fn clause_overlap(articles: &[Facts], index: &Index, a: &Figure, b: &Figure) -> f32 {
    let terms = |f: &Figure| &articles[f.article as usize].claims.statements[f.q.statement as usize].terms;
    let (x, y) = (terms(a), terms(b));
    if x.len() < 2 || y.len() < 2 { 0.0 } else { index.sum(shared(x, y)) / a.whole.min(b.whole).max(1.0) }
}

/// A value to two digits: what roundings of one number share.
fn two_digits(value: f64) -> u64 {
    let place = crate::real::magnitude(value) / 10.0;
    ((value / place).round() * place).to_bits()
}

/// How telling a value is: 1,140 says more than 3.
fn weight(q: &Quantity) -> f32 {
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
    let measured = if q.converted { 2 } else { 0 };
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

/// Union–find in which a group holds at most one value an article.
struct Groups<'f, 's> {
    figures: &'f [Figure<'s>],
    parent: Vec<usize>,
    members: Vec<Vec<usize>>,
}

impl<'f, 's> Groups<'f, 's> {
    fn new(figures: &'f [Figure<'s>]) -> Self {
        Self { figures, parent: (0..figures.len()).collect(), members: (0..figures.len()).map(|i| vec![i]).collect() }
    }

    fn root(&self, mut i: usize) -> usize {
        while self.parent[i] != i {
            i = self.parent[i];
        }
        i
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b || self.members[a].len() + self.members[b].len() > LARGEST {
            return;
        }
        if self.clash(a, b) {
            return;
        }
        let (keep, gone) = if self.members[a].len() >= self.members[b].len() { (a, b) } else { (b, a) };
        self.parent[gone] = keep;
        let moved = std::mem::take(&mut self.members[gone]);
        self.members[keep].extend(moved);
        self.members[keep].arrange();
    }

    /// Whether an article has different figures in two groups, whose members are in the order
    /// of the articles.
    fn clash(&self, a: usize, b: usize) -> bool {
        let mut rest = self.members[b].as_slice();
        self.members[a].iter().map(|&x| &self.figures[x]).any(|x| {
            while rest.first().is_some_and(|&y| self.figures[y].article < x.article) {
                rest = &rest[1..];
            }
            let mut same = rest.iter().map(|&y| &self.figures[y]).take_while(|y| y.article == x.article);
            same.any(|y| value::relation(x.q, y.q) == Relation::Apart)
        })
    }

    /// The groups that hold figures of several articles.
    fn groups(&self) -> Vec<Vec<usize>> {
        let several = |g: &&Vec<usize>| g.iter().any(|&i| self.figures[i].article != self.figures[g[0]].article);
        let mut groups: Vec<Vec<usize>> =
            self.members.iter().filter(|g| !g.is_empty()).filter(several).cloned().collect();
        groups.arrange();
        groups
    }
}

/// The rows of one group: a conflict where the values differ, and an agreement for each value
/// that several articles give.
fn draft(articles: &[Facts], figures: &[Figure], group: &[usize], drafts: &mut Vec<Draft>) {
    // One figure an article and value, in the order of the text.
    let mut chosen: Vec<&Figure> = Vec::new();
    for &i in group {
        let f = &figures[i];
        if !chosen.iter().any(|c| c.article == f.article && value::relation(c.q, f.q) == Relation::Same) {
            chosen.push(f);
        }
    }
    let first = chosen[0];
    let aspect = match first.q.unit {
        Unit::Count => Aspect::Count,
        Unit::Money(_) => Aspect::Amount,
        _ => Aspect::Measure,
    };
    let said = |f: &&Figure| said(articles, f);
    let differs = chosen.iter().any(|f| value::relation(first.q, f.q) != Relation::Same);
    let severity = severity(articles, &chosen);
    if differs && let Some((kind, why)) = severity {
        let importance = importance(first.q, kind, chosen.len());
        drafts.push(Draft::new(kind, aspect, importance, why, chosen.iter().map(said).collect()));
    }
    let mut done: Vec<&Figure> = Vec::new();
    for f in &chosen {
        if done.iter().any(|d| value::relation(d.q, f.q) == Relation::Same) {
            continue;
        }
        done.push(f);
        let same: Vec<Said> = chosen.iter().filter(|g| value::relation(f.q, g.q) == Relation::Same).map(said).collect();
        if same.iter().any(|s| s.article != same[0].article) {
            let why = "The figures are the same once number words, units and rounding are brought to one form.";
            drafts.push(Draft::new(RowKind::Agree, aspect, importance(f.q, RowKind::Agree, same.len()), why, same));
        }
    }
}

fn said(articles: &[Facts], f: &Figure) -> Said {
    let statement = &articles[f.article as usize].claims.statements[f.q.statement as usize];
    let mut span = statement.span.cover(f.q.span);
    if span.len() > 240 {
        span = f.q.span;
    }
    Said { article: f.article, span, value: value::text(f.q), mark: f.q.span }
}

/// Whether figures that differ contradict each other, and why that is said. `None` where they
/// only seem to differ.
fn severity(articles: &[Facts], chosen: &[&Figure]) -> Option<(RowKind, &'static str)> {
    let mut apart = false;
    let mut falling = false;
    let mut dated = true;
    let mut same_day = false;
    let mut none = false;
    let mut close = true;
    for (i, a) in chosen.iter().enumerate() {
        for b in &chosen[i + 1..] {
            if a.article == b.article {
                continue;
            }
            match value::relation(a.q, b.q) {
                Relation::Same | Relation::Near => continue,
                Relation::Apart => apart = true,
            }
            let (x, y) = (a.q.value, b.q.value);
            none |= (x == 0.0) != (y == 0.0);
            close &= x != y && (x - y).abs() <= 0.035 * x.max(y);
            let day = |f: &Figure| articles[f.article as usize].article.published_date();
            match (day(a), day(b)) {
                (Some(d), Some(e)) => {
                    same_day |= d == e;
                    falling |= (d < e && x > y) || (d > e && x < y);
                }
                _ => dated = false,
            }
        }
    }
    if !apart {
        return Some((RowKind::SoftConflict, "One figure is a bound or a rounding that the other fits."));
    }
    let kind = chosen[0].q.kind;
    if none {
        return Some((
            RowKind::HardConflict,
            "One says that there were none, the other counts some: both cannot be true.",
        ));
    }
    let passes = chosen.iter().any(|f| f.q.unit == Unit::Area || (f.q.unit == Unit::Count && passing(articles, f)));
    let running = passes
        || matches!(
            kind,
            Kind::Dead | Kind::Injured | Kind::Missing | Kind::Arrested | Kind::Evacuated | Kind::Rescued
        );
    let falls = kind == Kind::Missing;
    if running && (falls || !falling) {
        let why = if dated && !same_day {
            "A running count: the later report gives the later figure, so this is an update."
        } else {
            "A running count that changes from hour to hour; not every report says when it was counted."
        };
        return Some((RowKind::SoftConflict, why));
    }
    if close {
        return Some((RowKind::SoftConflict, "The figures lie within a few per cent of each other, as by rounding."));
    }
    Some((RowKind::HardConflict, "The same thing is counted or measured, and the figures exclude each other."))
}

/// Whether the clause tells a state that passes: "were waiting", "still queuing", "deployed".
fn passing(articles: &[Facts], f: &Figure) -> bool {
    let facts = &articles[f.article as usize];
    let clause = facts.claims.statements[f.q.statement as usize].span.of(&facts.article.text);
    let mut words = clause.split(' ');
    words.any(|w| {
        matches!(w, "still" | "remain" | "remained" | "deployed" | "stranded")
            || (w.len() > 6
                && w.ends_with("ing")
                && matches!(
                    w,
                    "waiting" | "queuing" | "fighting" | "searching" | "sheltering" | "sleeping" | "battling"
                ))
    })
}

fn importance(q: &Quantity, kind: RowKind, voices: usize) -> f32 {
    let fate = match q.kind {
        Kind::Dead => 3.0,
        Kind::Injured | Kind::Missing => 2.2,
        Kind::Plain => 0.8,
        _ => 1.6,
    };
    let base = match kind {
        RowKind::HardConflict => 2.0,
        RowKind::SoftConflict => 1.2,
        _ => 0.5,
    };
    fate + base + voices as f32 * 0.2
}
