//! Dates of which one lies within the other: "in September" and "on 14 September".
//!
//! Statements that speak of the same are told by what they share. A month of its own needs no more:
//! where one report names a month that is not that of writing, and the others one day of it only,
//! they mostly mean one thing.

use super::clocks;
use super::dated::{Dated, both, statement};
use super::{Draft, Telling};
use crate::facts::Facts;
use crate::order::Arrange;
use crate::story::{Aspect, RowKind};
use crate::time::Days;

/// Statements of a year long past, at most, and of a month.
const SELDOM: usize = 4;
const FEW: usize = 24;
/// Years before publication after which a year alone tells which time is meant.
const LONG_PAST: i16 = 2;
/// Days from publication within which a month is that of the news.
const OF_LATE: i32 = 20;

const FINER_DATE: &str = "One date is finer than the other and lies within it.";

/// Whether one of two stretches holds the other.
pub(super) fn within(x: Days, y: Days) -> bool {
    let holds = |o: Days, i: Days| o.from <= i.from && i.to <= o.to;
    holds(x, y) || holds(y, x)
}

/// A row for a date that lies within another: another granularity, or only the name of a thing. A
/// season and a week say as much as a month or day of theirs, and a year long past as its month.
pub(super) fn finer(articles: &[Facts], x: &Dated, y: &Dated, importance: f32) -> Draft {
    let loose = |d: &Dated| {
        let facts = &articles[d.at.article as usize];
        let words = d.time.span.of(&facts.article.text);
        clocks::names_a_thing(facts, d.time.span)
            || ["this ", "This ", "last ", "Last "].iter().any(|w| words.starts_with(w))
            || (words.ends_with(" ago") && d.length() > 301)
    };
    let (wide, narrow) = (x.length().max(y.length()), x.length().min(y.length()));
    let published = articles[x.at.article as usize].article.published_date();
    let past = published.is_some_and(|p| p.year() - x.days.from.year() > LONG_PAST);
    let as_good = (7..28).contains(&wide) || (81..=100).contains(&wide) || (wide > 301 && past && narrow > 1);
    let agree = loose(x) || loose(y) || as_good;
    let kind = if agree { RowKind::Agree } else { RowKind::SoftConflict };
    let importance = if agree { 0.45 } else { importance };
    Draft::new(kind, Aspect::Date, importance, FINER_DATE, both(articles, x, y))
}

/// Finds the rows about years long past that few statements name, and about months of which the
/// others name one day.
pub(super) fn rows(story: &Telling, all: &[Dated], drafts: &mut Vec<Draft>) {
    let published = |d: &Dated| story.articles[d.at.article as usize].article.published_date();
    let mut order: Vec<(i32, usize)> = Vec::new();
    for (i, d) in all.iter().enumerate().filter(|d| !d.1.bare && d.1.days.from.year() == d.1.days.to.year()) {
        if published(d).is_some_and(|p| p.year() - d.days.to.year() > LONG_PAST) {
            order.push((i32::from(d.days.from.year()), i));
        }
        // Beyond all years, by months.
        let (from, to) = d.reach();
        let far = published(d).map(crate::day::number).is_none_or(|p| p - to > OF_LATE || from - p > OF_LATE);
        let whole = (28..=31).contains(&d.length()) && d.days.from.day() == 1 && d.time.modifier.is_none();
        if far && (whole || (d.length() == 1 && &*d.time.rule != "holiday")) {
            order.push((i32::from(d.days.from.year()) * 12 + i32::from(d.days.from.month()) + 100_000, i));
        }
    }
    order.arrange();
    for run in order.chunk_by(|x, y| x.0 == y.0) {
        let of = |k: &(i32, usize)| &all[k.1];
        if run[0].0 < 100_000 && run.len() <= SELDOM {
            for (k, x) in run.iter().enumerate() {
                for y in run[k + 1..].iter().map(of).filter(|y| y.at.article != of(x).at.article) {
                    if of(x).days != y.days && within(of(x).days, y.days) {
                        drafts.push(finer(story.articles, of(x), y, 0.6));
                    }
                }
            }
        } else if run[0].0 >= 100_000 && run.len() <= FEW {
            month(story, run.iter().map(of), drafts);
        }
    }
}

/// Rows for those of one month that name all of it, where one day of it is named elsewhere.
fn month<'d, 's: 'd>(story: &Telling, run: impl Iterator<Item = &'d Dated<'s>> + Clone, drafts: &mut Vec<Draft>) {
    let mut days = run.clone().filter(|d| d.length() == 1);
    let Some(day) = days.next().map(|d| d.days).filter(|&one| days.all(|d| d.days == one)) else { return };
    let unreal = |d: &Dated| statement(story.articles, d).unreal;
    // A question tells nothing.
    let asked = |d: &Dated| {
        let facts = &story.articles[d.at.article as usize];
        facts.sentences[d.at.sentence as usize].of(&facts.article.text).ends_with('?')
    };
    for wide in run.clone().filter(|d| d.length() > 1 && !asked(d)) {
        // Who gives the day as well means something else by the month.
        if run.clone().any(|d| d.days == day && d.at.article == wide.at.article) {
            continue;
        }
        let others = run.clone().filter(|d| d.days == day && unreal(d) == unreal(wide));
        let near = others.filter(|d| story.near.one_story(d.at.article, wide.at.article));
        let alike = |d: &Dated| story.index.similarity(d.at, wide.at);
        if let Some(best) = near.max_by(|a, b| alike(a).total_cmp(&alike(b)).then(b.at.cmp(&a.at))) {
            drafts.push(finer(story.articles, wide, best, 0.55));
        }
    }
}
