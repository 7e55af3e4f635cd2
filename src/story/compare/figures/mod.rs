//! Figures of several articles, brought together where they are of the same thing.
//!
//! Two figures are joined where unit and thing (or fate) agree and their sentences speak of the
//! same; the strongest joins come first, and a group never holds two different plain figures of
//! one article, so that a demand, an offer and a result stay apart.

mod before;
mod groups;
mod joins;
mod parts;
mod refuted;
mod rough;
mod severity;
mod side;
pub(super) mod value;
mod within;

use crate::claim::number::Bound;
use crate::claim::unit::{self, Unit};
use crate::claim::{Kind, Quantity, Scope, Term, quantity};
use crate::facts::Facts;
use crate::order::{falling, halves, numbers, pair};
use crate::span::Span;
use crate::story::compare::index::{At, Index};
use crate::story::compare::kin::Kin;
use crate::story::compare::phrase::Phrase;
use crate::story::compare::{Draft, Said, Telling};
use crate::story::{Aspect, RowKind};
use groups::Groups;
use value::Relation;

/// A figure and where it stands.
#[derive(Clone, Copy)]
pub(super) struct Figure<'s> {
    pub article: u32,
    pub at: At,
    pub q: &'s Quantity,
    /// The terms of its clause, sorted, what each tells, and what they tell together.
    pub terms: &'s [Term],
    pub weights: &'s [f32],
    pub whole: f32,
    /// How telling its value is.
    pub telling: f32,
    /// The day of its article's publication.
    pub day: Option<i32>,
    /// Whether its clause holds no other figure.
    pub lone: bool,
    /// What keeps it from being compared with a plain total, the article's other figures considered.
    pub scope: Scope,
    /// Whether it surely counts people, and whether it surely counts things.
    pub counts: [bool; 2],
    /// Whether its article tells no other figure of its fate.
    pub only: bool,
    /// Whether it counts some kind of people, of whom more may be told: officers, children.
    pub subgroup: bool,
    /// Whose of several sides it counts the fallen or hurt of: "eleven |Danish soldiers", "our own losses"; 0 where that
    /// is not said.
    pub side: u8,
    /// Whether it is a part of a number that its phrase names: "three of the five".
    pub of_whole: bool,
    /// Whether it is such a part, or the number that one is a part of.
    pub shared: bool,
    /// Whether it is told as another one than before.
    pub renewed: bool,
    /// How few figures of its family its article has, and how few of those of its thing: 1 for one.
    pub few: [f32; 2],
    /// The first of the names in its clause, and one past the last; the times likewise.
    pub names: [u32; 2],
    pub times: [u32; 2],
    /// Whether its clause dates it before the story, on a day that no other article gives.
    pub old: bool,
    /// The name from which a distance is told.
    pub origin: Option<&'s str>,
}

/// Finds the rows about figures.
pub(super) fn rows(story: &Telling, kin: &Kin, drafts: &mut Vec<Draft>) {
    let (articles, index) = (story.articles, story.index);
    let words = Weights::new(articles, index);
    let figures = collect(articles, &words);
    let joins = joins::joins(story, &figures);
    // The strongest first, those of one strength in the order in which they were found.
    let mut order: Vec<u64> = joins.iter().enumerate().map(|(i, j)| pair(falling(j.0), i as u32)).collect();
    numbers(&mut order);
    let mut groups = Groups::new(&figures);
    // A loop of its own waits for the memory of many at once.
    let order: Vec<(f32, u32, u32)> = order.iter().map(|&o| joins[halves(o).1 as usize]).collect();
    for (_, a, b) in order {
        groups.join(a as usize, b as usize);
    }
    for group in groups.groups() {
        draft(articles, kin, &figures, &group, drafts);
    }
    refuted::rows(story, &figures, drafts);
    parts::rows(story, drafts);
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
    let verbs = severity::changing();
    let before = before::the_story(articles);
    for (a, facts) in articles.iter().enumerate() {
        let mut fates = [0.0f64; KINDS];
        let mut told = [0u32; KINDS];
        facts.claims.quantities.iter().for_each(|q| told[q.kind as usize] += 1);
        let day = facts.article.published_date().map(crate::day::number);
        let all = &facts.claims.quantities;
        // A limit or a demand is no second figure of what was measured.
        let limit = |q: &Quantity| q.scope.has(Scope::OTHER) && matches!(family(q.unit), 2..=8 | 12);
        let plain = all.iter().filter(|q| !limit(q));
        let mut families: Vec<u64> = plain.map(|q| pair(u32::from(family(q.unit)), q.thing)).collect();
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
            let (mentions, times) = (&facts.entities.mentions, &facts.times);
            let within = |from: usize, to: usize| [from as u32, to.max(from) as u32];
            let names = within(
                mentions.partition_point(|m| m.span.start < statement.span.start),
                mentions.partition_point(|m| m.span.end <= statement.span.end),
            );
            let times = within(
                times.partition_point(|t| t.span.start < statement.span.start),
                times.partition_point(|t| t.span.end <= statement.span.end),
            );
            let weights = &words.all[range];
            let whole = weights.iter().sum();
            let telling = telling(q);
            // "Nine patients died. Four died in the placebo group": a lesser number of one fate is
            // a part of the first one told, or an older count.
            let mut scope = q.scope;
            let side = side::of(facts, a as u32, q);
            let most = &mut fates[q.kind as usize];
            if side > 0 {
                scope.0 &= !Scope::PART;
            } else if q.scope.0 == 0 && q.kind != Kind::Plain && q.kind != Kind::Missing && q.value > 0.0 {
                if q.value < *most {
                    scope.0 |= Scope::PART;
                }
                *most = most.max(q.value);
            }
            let from = |family: u8, thing: u32| families.partition_point(|&f| f < pair(u32::from(family), thing));
            let (own, next) = (family(q.unit), family(q.unit) + 1);
            let (start, thing, end) = (from(own, 0), from(own, q.thing), from(next, 0));
            let of_thing = families[thing..end].iter().take_while(|&&f| halves(f).1 == q.thing).count();
            let (number, noun) = q.span.of(&facts.article.text).rsplit_once(' ').unwrap_or_default();
            // "at least 63 |Canadians"
            let people = !number.is_empty() && noun.starts_with(|c: char| c.is_ascii_uppercase());
            let noun = noun.to_ascii_lowercase();
            let counts = [q.kind != Kind::Plain || quantity::people(&noun), quantity::things(&noun)];
            let within = |w: &Quantity| w.span != q.span && q.span.cover(w.span) == q.span;
            let of_whole = q.scope.has(Scope::PART) && all.get(i + 1).is_some_and(within);
            let whole_of =
                |o: &Quantity| o.scope.has(Scope::PART) && o.span != q.span && o.span.cover(q.span) == o.span;
            let shared = of_whole || i.checked_sub(1).is_some_and(|i| whole_of(&all[i]));
            let few = [end - start, of_thing].map(|n| 1.0 / (n.max(1) as f32).sqrt());
            figures.push(Figure {
                article: a as u32,
                at,
                q,
                terms: &statement.terms,
                weights,
                whole,
                telling,
                day,
                lone,
                scope,
                counts,
                only: told[q.kind as usize] == 1,
                subgroup: people || quantity::is_subgroup(&noun),
                side,
                of_whole,
                shared,
                renewed: severity::renewed(facts, q, &verbs),
                few,
                names,
                times,
                old: q.kind != Kind::Plain
                    && facts.times[times[0] as usize..times[1] as usize].iter().any(|t| before(a as u32, t)),
                origin: (q.unit == Unit::Length).then(|| origin(facts, q.span)).flatten(),
            });
        }
    }
    figures
}

/// From where a distance is told: "80 miles northwest of |Columbia", "30 km (19 miles) from |Lima", "from the |station".
fn origin(facts: &Facts, distance: Span) -> Option<&str> {
    let (text, mentions) = (&facts.article.text, &facts.entities.mentions);
    let name = mentions.get(mentions.partition_point(|m| m.span.start < distance.end));
    name.and_then(|name| named_origin(text, distance, name.span)).or_else(|| common_origin(facts, distance))
}

/// The thing from which a distance is told: "eight kilometres from the recovery |ship".
fn common_origin(facts: &Facts, distance: Span) -> Option<&str> {
    let text = facts.article.text.as_str();
    let rest = text.get(distance.end as usize..)?.trim_start_matches(')').trim_start();
    let rest = rest.strip_prefix("away ").unwrap_or(rest).strip_prefix("from ")?;
    let phrase = rest.split([',', '.', ';', ':', '(', '\n']).next()?;
    let mut words = phrase.split(' ');
    let led = words.next().is_some_and(|w| ["the", "a", "an", "its", "his", "her", "their", "our"].contains(&w));
    let ends = |w: &&str| !crate::event::is_small(w) && !w.starts_with(char::is_uppercase);
    led.then(|| words.take(4).take_while(ends).last()).flatten()
}

/// The name from which a distance is told, where it is one.
fn named_origin(text: &str, distance: Span, name: Span) -> Option<&str> {
    let between = text.get(distance.end as usize..name.start as usize)?;
    let between = match between.strip_prefix(" (").and_then(|b| b.split_once(')')) {
        Some((_, behind)) => behind,
        None => between.trim_start_matches(')'),
    };
    let mut words = between.split_whitespace().rev().skip_while(|w| *w == "the");
    let leads = ["of", "from", "off", "outside"].contains(&words.next()?);
    // "northwest", "to the north", "off the coast"
    let few = words.all(|w| {
        ["away", "to", "the", "coast", "downstream", "upstream", "inland"].contains(&w)
            || ["north", "south", "east", "west"].iter().any(|d| w.starts_with(d))
    });
    (leads && few).then(|| name.of(text))
}

/// Number of fates.
const KINDS: usize = Kind::Escaped as usize + 1;

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
        Unit::Voltage => 14,
        Unit::Data => 15,
    }
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
fn draft(articles: &[Facts], kin: &Kin, figures: &[Figure], group: &[usize], drafts: &mut Vec<Draft>) {
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
    let said = |f: &&Figure| said(articles, &Figure { q: in_one(articles, f), ..**f });
    let differs = chosen.iter().any(|f| severity::relate(articles, first, f) != Relation::Same);
    let severity = severity::of(articles, &chosen);
    if differs && let Some((kind, why)) = severity {
        let importance = severity::importance(first.q, kind, chosen.len());
        // "£780,000, up from £600,000" is quoted once.
        let told = |f: &&&Figure| {
            let beside = |g: &&Figure| g.article == f.article && g.q.statement == f.q.statement && g.q.span != f.q.span;
            !f.q.scope.has(Scope::FORMER) || !chosen.iter().any(beside)
        };
        drafts.push(Draft::new(kind, aspect, importance, why, chosen.iter().filter(told).map(said).collect()));
    }
    // Beside a figure that excludes the others, some of those may be bounds or roundings of one another.
    if severity.is_some_and(|(kind, _)| kind == RowKind::HardConflict) {
        drafts.extend(rounded(articles, &chosen).map(|of| {
            let importance = severity::importance(first.q, RowKind::SoftConflict, of.len());
            let why = "One figure is a bound or a rounding that the other fits.";
            Draft::new(RowKind::SoftConflict, aspect, importance, why, of.iter().map(said).collect())
        }));
    }
    // "The reward was doubled to 40,000": the other's 20,000 is agreed to.
    for (i, a) in chosen.iter().enumerate() {
        let told = |b: &&&Figure| b.article != a.article && severity::multiple(articles, a, b);
        if let Some(b) = chosen.iter().take(48).enumerate().filter(|b| b.0 != i).map(|b| b.1).find(told) {
            let why = "One is so many times the other, and is said to be.";
            let importance = severity::importance(a.q, RowKind::Agree, 2);
            drafts.push(Draft::new(RowKind::Agree, aspect, importance, why, [a, b].map(said).into()));
            break;
        }
    }
    let mut done: Vec<&Figure> = Vec::new();
    for f in &chosen {
        if done.iter().any(|d| severity::relate(articles, d, f) == Relation::Same) {
            continue;
        }
        done.push(f);
        let (opposed, same): (Vec<&Figure>, Vec<&Figure>) = chosen
            .iter()
            .copied()
            .filter(|g| severity::relate(articles, f, g) == Relation::Same)
            .partition(|g| g.article != f.article && said_of_opposites(articles, kin, f, g));
        if !opposed.is_empty() {
            let why = "The same figure is told of opposite things: both cannot be true.";
            let importance = severity::importance(f.q, RowKind::HardConflict, 2);
            let all = same.iter().chain(&opposed).map(said).collect();
            drafts.push(Draft::new(RowKind::HardConflict, aspect, importance, why, all));
        }
        let same: Vec<Said> = same.iter().map(said).collect();
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

/// The figures that fit the one most of the others fit, where some of them are only near it.
fn rounded<'f, 's>(articles: &[Facts], chosen: &[&'f Figure<'s>]) -> Option<Vec<&'f Figure<'s>>> {
    let few = &chosen[..chosen.len().min(FEW)];
    let exact = |x: &Figure| x.q.bound == Bound::Exact;
    let round = |x: &Figure, y: &Figure| {
        exact(x) && exact(y) && (severity::rounds_to(x.q, y.q) || severity::rounds_to(y.q, x.q))
    };
    let apart = |x: &Figure, y: &Figure| severity::relate(articles, x, y) == Relation::Apart && !round(x, y);
    // For each the ones that it fits, as bits: every pair is held against each other once.
    let mut fits = [0_u32; FEW];
    for (i, a) in few.iter().enumerate() {
        fits[i] |= 1 << i;
        for k in (i + 1..few.len()).filter(|&k| !apart(a, few[k])) {
            fits[i] |= 1 << k;
            fits[k] |= 1 << i;
        }
    }
    let among = |i: usize| {
        let able = (0..few.len()).filter(|k| fits[i] >> k & 1 == 1);
        able.fold(0_u32, |all, k| if all & !fits[k] == 0 { all | 1 << k } else { all })
    };
    let (most, all) = (0..few.len()).map(|i| (few[i], among(i))).max_by_key(|f| f.1.count_ones())?;
    let fit: Vec<&Figure> = (0..few.len()).filter(|k| all >> k & 1 == 1).map(|k| few[k]).collect();
    let near = |b: &&Figure| b.article != most.article && severity::relate(articles, most, b) != Relation::Same;
    fit.iter().any(near).then_some(fit)
}

/// Figures of a group of which each is held against all, at most.
const FEW: usize = 24;

/// The figure itself, or for the sum of two counts the one with which the article tells the same in one number:
/// "fourteen hostages", of "nine customers and five employees".
fn in_one<'s>(articles: &'s [Facts], f: &Figure<'s>) -> &'s Quantity {
    let facts = &articles[f.article as usize];
    if f.q.unit != Unit::Count || !f.q.span.of(&facts.article.text).contains(" and ") {
        return f.q;
    }
    let all = &facts.claims.quantities;
    let part = |o: &Quantity| o.span != f.q.span && f.q.span.cover(o.span) == f.q.span;
    let sum = all.iter().filter(|o| part(o)).take(2).count() == 2;
    let same = |o: &&Quantity| {
        o.unit == Unit::Count && o.value == f.q.value && o.bound == f.q.bound && !o.span.overlaps(f.q.span)
    };
    if sum { all.iter().find(same).unwrap_or(f.q) } else { f.q }
}

/// How many words before and behind a figure tell what it is of.
const AROUND: [usize; 2] = [5, 8];

/// Whether two shares or numbers of one size are of what excludes each other: "61 percent were in
/// favour" and "61 percent were opposed".
fn said_of_opposites(articles: &[Facts], kin: &Kin, a: &Figure, b: &Figure) -> bool {
    let beside = |f: &Figure| {
        let facts = &articles[f.article as usize];
        let clause = facts.claims.statements[f.q.statement as usize].span;
        let (before, behind) = (clause.start.min(f.q.span.start), clause.end.max(f.q.span.end));
        let before = Phrase::new(facts, Span { start: before, end: f.q.span.start });
        let behind = Phrase::new(facts, Span { start: f.q.span.end, end: behind });
        let mut terms = before.terms(before.len().saturating_sub(AROUND[0])..before.len());
        terms.extend(behind.terms(0..behind.len().min(AROUND[1])));
        terms
    };
    let told =
        |f: &Figure| f.q.kind == Kind::Plain && !matches!(f.q.unit, Unit::Tally | Unit::Duration) && f.telling >= 0.5;
    told(a) && told(b) && kin.exclude(&beside(a), &beside(b))
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
        // Whoever tells no day may have counted before the other did; a crowd is estimated as one likes.
        // The losses of one side are told by either, and seldom alike.
        let part = part && f.day.is_some() && f.q.kind != Kind::Crowd && f.side == 0;
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
