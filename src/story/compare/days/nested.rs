//! Dates of which one lies within the other: "in September" and "on 14 September".
//!
//! Statements that speak of the same are told by what they share. A month of its own needs little
//! more: where one report names a month that is not that of writing, and the others one day of it
//! only, they mostly mean one thing if they have any word in common.

use super::clocks;
use super::dated::{Dated, both, is_said, statement};
use crate::facts::Facts;
use crate::order::{halves, numbers, pair};
use crate::story::compare::{Draft, Telling};
use crate::story::{Aspect, RowKind};
use crate::time::Modifier;
use crate::time::{Days, Inferred};

/// Articles that must name one day of a month in which others are named too.
const OFTEN: usize = 3;
/// Statements of a year long past, at most, and those of a month that name all of it.
const SELDOM: usize = 4;
const FEW: usize = 24;
/// Sentences less alike than this have hardly a word in common.
const STRANGE: f32 = 0.05;
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
/// season and a week say as much as a month or day of theirs.
pub(super) fn finer(articles: &[Facts], x: &Dated, y: &Dated, importance: f32) -> Draft {
    let loose = |d: &Dated| {
        let facts = &articles[d.at.article as usize];
        let words = d.time.span.of(&facts.article.text);
        clocks::names_a_thing(facts, d.time.span)
            || ["this ", "This ", "last ", "Last "].iter().any(|w| words.starts_with(w))
            || (words.ends_with(" ago") && d.length() > 301)
    };
    let wide = x.length().max(y.length());
    let as_good = (7..28).contains(&wide) || (81..=100).contains(&wide);
    // "the end of June" and 30 June
    let (outer, inner) = if x.length() > y.length() { (x, y) } else { (y, x) };
    let ends = outer.time.modifier == Some(Modifier::End)
        && (0..3).contains(&(outer.reach().1 - inner.reach().1))
        && inner.length() == 1;
    // "a 17th-century painting", "painted in 1664"
    let ages = outer.length() > 3000;
    let agree = loose(x) || loose(y) || as_good || ends || ages;
    let kind = if agree { RowKind::Agree } else { RowKind::SoftConflict };
    let importance = if agree { 0.45 } else { importance };
    Draft::new(kind, Aspect::Date, importance, FINER_DATE, both(articles, x, y))
}

/// Finds the rows about years long past that few statements name, and about months of which the
/// others name one day.
pub(super) fn rows(story: &Telling, all: &[Dated], drafts: &mut Vec<Draft>) {
    let published = |d: &Dated| story.articles[d.at.article as usize].article.published_date();
    let told = story.articles.iter().find_map(|f| f.article.published_date());
    // By the year, and by the month of it, which is never 0.
    let mut order: Vec<u64> = Vec::new();
    for (i, d) in all.iter().enumerate().filter(|d| !d.1.bare && d.1.days.from.year() == d.1.days.to.year()) {
        let year = d.days.from.year();
        let mut add = |month: i8| order.push(pair((year as u32) << 8 | month as u32, i as u32));
        if published(d).or(told).is_some_and(|p| p.year() - year > LONG_PAST) && !ends_range(story.articles, d) {
            add(0);
        }
        let of_day = d.length() == 1 && &*d.time.rule != "holiday" && !is_said(story.articles, d);
        if of_day || is_month(d) {
            add(d.days.from.month());
        }
    }
    numbers(&mut order);
    for run in order.chunk_by(|&x, &y| halves(x).0 == halves(y).0) {
        let of: Vec<&Dated> = run.iter().map(|&k| &all[halves(k).1 as usize]).collect();
        if halves(run[0]).0 & 255 > 0 {
            month(story, &of, drafts);
        } else if of.len() <= SELDOM {
            for (k, x) in of.iter().enumerate() {
                for y in of[k + 1..].iter().filter(|y| y.at.article != x.at.article) {
                    let since = is_since(story.articles, x) == is_since(story.articles, y);
                    if x.days != y.days && within(x.days, y.days) && since {
                        drafts.push(finer(story.articles, x, y, 0.6));
                    }
                }
            }
        }
    }
}

/// Whether a time is but the end of a longer one: "between 2016 and |2019|", "from May to |July|".
pub(super) fn ends_range(articles: &[Facts], d: &Dated) -> bool {
    let facts = &articles[d.at.article as usize];
    let from = facts.article.text.floor_char_boundary((d.time.span.start as usize).saturating_sub(24));
    let before = &facts.article.text[from..d.time.span.start as usize];
    (before.ends_with(" and ") && before.contains("etween "))
        || ([" to ", " until "].iter().any(|w| before.ends_with(w)) && before.contains("rom "))
        || before.ends_with("etween ")
}

/// Whether a time is but the beginning of what has lasted: "have run it since |June 2014|".
pub(super) fn is_since(articles: &[Facts], d: &Dated) -> bool {
    articles[d.at.article as usize].article.text[..d.time.span.start as usize].ends_with("since ")
}

/// Whether a time is a calendar month, and all of it.
fn is_month(d: &Dated) -> bool {
    (28..=31).contains(&d.length()) && d.days.from.day() == 1 && d.time.modifier.is_none()
}

/// Rows for those of one month that name all of it, where one day of it is named elsewhere, or much
/// more often than the others.
fn month(story: &Telling, run: &[&Dated], drafts: &mut Vec<Draft>) {
    // How many articles name each day, and the last that did.
    let mut voices = [(0, u32::MAX); 32];
    for d in run.iter().filter(|d| !is_month(d)) {
        let of = &mut voices[d.days.from.day() as usize & 31];
        if of.1 != d.at.article {
            *of = (of.0 + 1, d.at.article);
        }
    }
    let named = |day: usize| voices[day].0;
    let Some(day) = (1..32).max_by_key(|&d| named(d)).filter(|&d| named(d) > 0) else { return };
    let others = (1..32).filter(|&d| d != day).map(named).max().unwrap_or(0);
    if others > 0 && (named(day) < OFTEN || others * 2 > named(day)) {
        return;
    }
    let unreal = |d: &Dated| statement(story.articles, d).unreal;
    for wide in run.iter().filter(|d| is_month(d) && is_plain(story, d)).take(FEW) {
        let mut best: Option<(f32, &Dated)> = None;
        let mut own = false;
        for &d in run.iter().filter(|d| !is_month(d) && d.days.from.day() as usize == day) {
            // Who gives the day as well means something else by the month.
            own |= d.at.article == wide.at.article;
            // "2 December" before "Wednesday".
            let stated = if d.time.inferred.contains(&Inferred::Weekday) { 0.0 } else { 0.5 };
            let similarity = story.index.similarity(d.at, wide.at);
            let alike = similarity + stated;
            if similarity >= STRANGE
                && unreal(d) == unreal(wide)
                && best.is_none_or(|b| alike > b.0)
                && story.near.one_story(d.at.article, wide.at.article)
                && story.near.one(d.at.article, wide.at.article)
            {
                best = Some((alike, d));
            }
        }
        if let Some((_, d)) = best.filter(|_| !own) {
            drafts.push(finer(story.articles, wide, d, 0.55));
        }
    }
}

/// Whether a month is not that of the news, and not asked about.
fn is_plain(story: &Telling, d: &Dated) -> bool {
    let facts = &story.articles[d.at.article as usize];
    let (from, to) = d.reach();
    let published = facts.article.published_date().map(crate::day::number);
    published.is_none_or(|p| p - to > OF_LATE || from - p > OF_LATE)
        && !d.time.span.of(&facts.article.text).ends_with(" ago")
        && !facts.sentences[d.at.sentence as usize].of(&facts.article.text).ends_with('?')
}
