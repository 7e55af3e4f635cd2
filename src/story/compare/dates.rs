//! Days: which statements date the same thing alike, and which differently.

use super::clocks::{self, Clock};
use super::deeds::Deed;
use super::index::{At, BySentence, Index, shared};
use super::{Draft, Said, Telling};
use crate::claim::{Statement, Term, words};
use crate::event::Certainty;
use crate::facts::Facts;
use crate::order::Arrange;
use crate::span::Span;
use crate::story::{Aspect, RowKind};
use crate::time::{Days, Inferred, TimeKind, TimeMention};
use std::collections::HashMap;

/// Statements less alike than this do not date the same thing alike.
const AGREE: f32 = 0.06;
/// Statements less alike than this do not date the same thing differently.
const DIFFER: f32 = 0.3;
/// As [`DIFFER`], where one date only is finer than the other.
const FINER: f32 = 0.2;
/// As [`DIFFER`], where one date holds the other.
const HELD: f32 = 0.16;
/// Days between two dates of one thing at most; further apart they are of two things.
const NEAR: i32 = 62;

/// Statements so much alike tell of one deed where they share its verb.
const SAME_DEED: f32 = 0.45;

/// Sentences of a day that few state, at most.
const FEW: usize = 4;

/// Statements less alike than this do not time one deed.
const HOURS: f32 = 0.1;
/// Minutes within which two times of day are one, and within which one may be told roughly.
const MOMENT: i32 = 4;
const ROUGHLY: i32 = 10;

/// Claims in one row at most.
const LARGEST: usize = 24;

/// Verbs of what happens to one thing once.
const ONCE: &str = "begin break die sink collapse crash derail open found end explode launch found arrest resign \
publish elect bear sign strike capsize land";

/// A dated statement.
#[derive(Clone, Copy)]
struct Dated<'s> {
    at: At,
    statement: u32,
    time: &'s TimeMention,
    days: Days,
    clock: Option<Clock>,
    /// Whether it states a time of day and no day: that of its article is only lent to it.
    bare: bool,
}

/// Finds the rows about dates and times of day.
pub(super) fn rows(story: &Telling, drafts: &mut Vec<Draft>) {
    let (articles, index) = (story.articles, story.index);
    let year = year_of(articles);
    let dated: Vec<Dated> = articles.iter().enumerate().flat_map(|(a, f)| collect(a as u32, f, year)).collect();
    // Day and sentences that share it, to be united below.
    let mut same: Vec<(Days, At, At)> = Vec::new();
    seldom(story, &dated, &mut same, drafts);
    let dated = BySentence::new(index, dated, |d| d.at);
    let of = |at: At| dated.of(at).iter();
    for &(a, b, similarity) in story.pairs {
        let alike = of(a).any(|x| of(b).any(|y| x.days == y.days));
        for x in of(a) {
            for y in of(b) {
                if x.days == y.days {
                    // The day of writing is that of many things.
                    let matter = || {
                        !(of_today(articles, x) && of_today(articles, y))
                            || story.same.matter((a.article, x.statement), (b.article, y.statement))
                    };
                    if similarity >= AGREE && !x.bare && !y.bare && matter() {
                        same.push((x.days, a, b));
                    }
                    clock(articles, index, x, y, similarity, drafts);
                } else if !alike && !x.bare && !y.bare {
                    differ(story, x, y, similarity, drafts);
                }
            }
        }
    }
    retold(story, &of, drafts);
    gather(drafts);
    agree(articles, &of, same, drafts);
}

/// Days that few sentences state, and times of day to an odd minute: two articles that state one
/// speak of the same, however they word it.
fn seldom(story: &Telling, dated: &[Dated], same: &mut Vec<(Days, At, At)>, drafts: &mut Vec<Draft>) {
    let minutes = |d: &Dated| d.clock.map_or(-1, |c| c.exact());
    let mut order: Vec<(Days, i32, At, usize)> =
        dated.iter().enumerate().filter(|d| !d.1.bare).map(|(i, d)| (d.days, minutes(d), d.at, i)).collect();
    order.arrange();
    let pairs = |run: &[(Days, i32, At, usize)]| -> Vec<(usize, usize)> {
        let few = if run.len() <= FEW { run } else { &[] };
        few.iter()
            .zip(few.iter().skip(1))
            .filter(|(x, y)| x.2.article != y.2.article)
            .map(|(x, y)| (x.3, y.3))
            .collect()
    };
    // What is news is of the days about its publication; another day is seldom a coincidence.
    let far = |at: At, days: Days| {
        let published = story.articles[at.article as usize].article.published_date();
        published.is_some_and(|p| (crate::day::number(p) - crate::day::number(days.from)).abs() > 3)
    };
    for day in order.chunk_by(|x, y| x.0 == y.0) {
        for (i, j) in pairs(day) {
            let (a, b) = (dated[i].at.min(dated[j].at), dated[i].at.max(dated[j].at));
            if story.index.similarity(a, b) > 0.0 || (far(a, day[0].0) && far(b, day[0].0)) {
                same.push((day[0].0, a, b));
            }
        }
        for moment in day.chunk_by(|x, y| x.1 == y.1).filter(|m| m[0].1 > 0) {
            for (i, j) in pairs(moment) {
                let why = "Both state the same minute.";
                drafts.push(Draft::new(
                    RowKind::Agree,
                    Aspect::Date,
                    0.5,
                    why,
                    both(story.articles, &dated[i], &dated[j]),
                ));
            }
        }
    }
}

/// Unites rows of one kind that share a claim: "in September", "three months ago" and "on 14
/// September" are one row.
fn gather(drafts: &mut Vec<Draft>) {
    let mut at: HashMap<(RowKind, Aspect, u32, Span), usize> = HashMap::new();
    let mut kept: Vec<Draft> = Vec::new();
    for draft in drafts.drain(..) {
        let key = |s: &Said| (draft.kind, draft.aspect, s.article, s.mark);
        match draft.said.iter().find_map(|s| at.get(&key(s)).copied()).filter(|&k| kept[k].said.len() < LARGEST) {
            Some(k) => {
                at.extend(draft.said.iter().map(|s| (key(s), k)));
                let mut said = std::mem::take(&mut kept[k].said);
                said.extend(draft.said);
                let importance = kept[k].importance.max(draft.importance);
                kept[k] = Draft::new(draft.kind, draft.aspect, importance, kept[k].why, said);
            }
            None => {
                at.extend(draft.said.iter().map(|s| (key(s), kept.len())));
                kept.push(draft);
            }
        }
    }
    *drafts = kept;
}

/// Whether a day is that of its article's publication, or the one before.
fn of_today(articles: &[Facts], d: &Dated) -> bool {
    let published = articles[d.at.article as usize].article.published_date().map(crate::day::number);
    published.is_none_or(|p| (0..2).contains(&(p - crate::day::number(d.days.from))))
}

/// The year in which the story is told: that of most publications.
fn year_of(articles: &[Facts]) -> Option<i16> {
    let mut years: Vec<i16> = articles.iter().filter_map(|f| f.article.published_date()).map(|d| d.year()).collect();
    years.arrange();
    years.chunk_by(|a, b| a == b).max_by_key(|run| run.len()).map(|run| run[0])
}

fn collect(article: u32, facts: &Facts, year: Option<i16>) -> Vec<Dated<'_>> {
    let mut found = Vec::new();
    for time in &facts.times {
        if !matches!(time.kind, TimeKind::Date | TimeKind::Time) {
            continue;
        }
        let Some(days) = time.days.or_else(|| of_the_year(&time.value, year?)) else { continue };
        let all = &facts.claims.statements;
        let i = all.partition_point(|s| s.span.end <= time.span.start);
        let Some(statement) = all.get(i).filter(|s| s.span.contains(time.span) && s.commentary < 2) else { continue };
        let at = At { article, sentence: statement.sentence };
        let clock = Clock::new(facts, time, facts.sentences[statement.sentence as usize].end);
        let bare = crate::event::is_bare_clock(time);
        found.push(Dated { at, statement: i as u32, time, days, clock, bare });
    }
    found
}

/// The day of a date without a year, as in an undated article, in a given year.
fn of_the_year(value: &str, year: i16) -> Option<Days> {
    let day = value.strip_prefix("XXXX-").filter(|d| d.len() == 5)?;
    let mut text = year.to_string();
    text.push('-');
    text.push_str(day);
    let day = crate::day::parse(&text)?;
    Some(Days { from: day, to: day })
}

fn statement<'s>(articles: &'s [Facts], d: &Dated) -> &'s Statement {
    &articles[d.at.article as usize].claims.statements[d.statement as usize]
}

fn said(articles: &[Facts], d: &Dated) -> Said {
    let span = statement(articles, d).span;
    Said { article: d.at.article, span, mark: d.time.span, value: d.time.value.clone() }
}

fn both(articles: &[Facts], x: &Dated, y: &Dated) -> Vec<Said> {
    vec![said(articles, x), said(articles, y)]
}

/// One row for each day that several articles give to sentences that speak of the same.
fn agree<'d, 's: 'd, I: Iterator<Item = &'d Dated<'s>>>(
    articles: &[Facts],
    of: &dyn Fn(At) -> I,
    mut same: Vec<(Days, At, At)>,
    drafts: &mut Vec<Draft>,
) {
    same.arrange();
    same.dedup();
    for run in same.chunk_by(|x, y| x.0 == y.0) {
        let mut sentences: Vec<At> = run.iter().flat_map(|r| [r.1, r.2]).collect();
        sentences.arrange();
        sentences.dedup();
        let mut all = Vec::new();
        let mut voices: Vec<u32> = Vec::new();
        for at in sentences {
            // The first mention in each article stands for it, and one more beside.
            if voices.iter().rev().take(2).filter(|&&v| v == at.article).count() < 2
                && let Some(d) = of(at).find(|d| d.days == run[0].0 && !d.bare)
            {
                voices.push(at.article);
                all.push(said(articles, d));
            }
        }
        let why =
            "The expressions stand for the same day or period, once each is reckoned from its article's own dates.";
        drafts.push(Draft::new(RowKind::Agree, Aspect::Date, 0.4 + voices.len() as f32 * 0.1, why, all));
    }
}

/// Times of day on the same day.
fn clock(articles: &[Facts], index: &Index, x: &Dated, y: &Dated, similarity: f32, drafts: &mut Vec<Draft>) {
    let (Some(a), Some(b)) = (x.clock, y.clock) else { return };
    match a.relation(b) {
        clocks::Relation::Same(why) => {
            drafts.push(Draft::new(RowKind::Agree, Aspect::Date, 0.5, why, both(articles, x, y)));
        }
        clocks::Relation::Apart(minutes) if minutes <= 90 && similarity + overlap(articles, index, x, y) > 0.12 => {
            let why = "Two times of day, minutes apart: two moments, or one told roughly.";
            drafts.push(Draft::new(RowKind::SoftConflict, Aspect::Date, 0.8, why, both(articles, x, y)));
        }
        clocks::Relation::Apart(_) => {}
    }
}

const FINER_DATE: &str = "One date is finer than the other and lies within it.";
const OTHER_DATE: &str = "The statements speak of the same, and the dates exclude each other.";

/// Dates that do not agree, in statements that speak of the same.
fn differ(story: &Telling, x: &Dated, y: &Dated, similarity: f32, drafts: &mut Vec<Draft>) {
    let (articles, index) = (story.articles, story.index);
    let (p, q) = (statement(articles, x), statement(articles, y));
    let common = shared(&p.terms, &q.terms).count();
    let score = similarity + 0.5 * overlap(articles, index, x, y);
    if within(x.days, y.days) {
        if score >= HELD && common >= 2 {
            drafts.push(finer(articles, x, y, 0.6 + score));
        }
    } else if score >= DIFFER
        && common >= 2
        && told_alike(story, x, y, score)
        && p.unreal == q.unreal
        && (x.days.to < y.days.from || y.days.to < x.days.from)
    {
        // A plan that moved is an update; a finished thing has one date.
        drafts.push(Draft::new(RowKind::HardConflict, Aspect::Date, 1.0 + score, OTHER_DATE, both(articles, x, y)));
    }
}

/// Whether one of two stretches holds the other.
fn within(x: Days, y: Days) -> bool {
    let holds = |o: Days, i: Days| o.from <= i.from && i.to <= o.to;
    holds(x, y) || holds(y, x)
}

/// A row for a date that lies within another: another granularity, or only the name of a thing.
fn finer(articles: &[Facts], x: &Dated, y: &Dated, importance: f32) -> Draft {
    let text = |d: &Dated| d.time.span.of(&articles[d.at.article as usize].article.text).to_ascii_lowercase();
    let loose = |d: &Dated| {
        let words = text(d);
        clocks::names_a_thing(&articles[d.at.article as usize], d.time.span)
            || words.starts_with("this ")
            || words.starts_with("last ")
    };
    let kind = if loose(x) || loose(y) { RowKind::Agree } else { RowKind::SoftConflict };
    let importance = if kind == RowKind::Agree { 0.45 } else { importance };
    Draft::new(kind, Aspect::Date, importance, FINER_DATE, both(articles, x, y))
}

/// Dates of deeds with one verb and one theme, however their sentences are worded otherwise.
fn retold<'d, 's: 'd, I: Iterator<Item = &'d Dated<'s>>>(
    story: &Telling,
    of: &dyn Fn(At) -> I,
    drafts: &mut Vec<Draft>,
) {
    let once: Vec<Term> = ONCE.split_whitespace().filter_map(words::term).collect();
    let done = |d: &Deed| matches!(d.event.certainty, Certainty::Reported | Certainty::Claimed);
    // The time that dates the deed, or the only one of its clause.
    let own = |d: &Deed| {
        let named = of(d.at).find(|t| d.event.when.time == Some(t.time.span));
        // "shares fell on Tuesday after it exploded": the day of another deed is not this one's.
        let from = story.deeds.partition_point(|o| o.at < d.at);
        let taken = |t: &Dated| {
            let mut here = story.deeds[from..].iter().take_while(|o| o.at == d.at);
            here.any(|o| o.event.when.time == Some(t.time.span))
        };
        let mut beside = of(d.at).filter(|t| t.statement == d.statement && !taken(t));
        named.or_else(|| beside.next().filter(|_| d.event.when.time.is_none() && beside.next().is_none()))
    };
    let dates: Vec<Option<&Dated>> = story.deeds.iter().map(own).collect();
    for &(i, j) in story.retold {
        let (p, q) = (&story.deeds[i], &story.deeds[j]);
        hours(story, of, p, q, drafts);
        let (Some(x), Some(y)) = (dates[i], dates[j]) else { continue };
        if x.days == y.days || p.event.certainty == Certainty::Denied || q.event.certainty == Certainty::Denied {
            continue;
        }
        let similarity = story.index.similarity(p.at, q.at);
        let named = p.theme.entity.is_some() && p.theme.entity == q.theme.entity;
        let gap = crate::day::number(x.days.from.max(y.days.from)) - crate::day::number(x.days.to.min(y.days.to));
        if within(x.days, y.days) {
            drafts.push(finer(story.articles, x, y, 0.7 + similarity));
        } else if gap <= NEAR && (once.contains(&p.verb) || named || similarity >= FINER) {
            let all = both(story.articles, x, y);
            if done(p) && done(q) && once.contains(&p.verb) {
                drafts.push(Draft::new(RowKind::HardConflict, Aspect::Date, 1.5 + similarity, OTHER_DATE, all));
            } else if p.event.certainty == Certainty::Planned && q.event.certainty == Certainty::Planned {
                let why = "The same thing is planned for two dates: the plan has moved, or one has it wrong.";
                drafts.push(Draft::new(RowKind::SoftConflict, Aspect::Date, 0.9 + similarity, why, all));
            }
        }
    }
}

/// Times of day of one deed, where no two days are told.
fn hours<'d, 's: 'd, I: Iterator<Item = &'d Dated<'s>>>(
    story: &Telling,
    of: &dyn Fn(At) -> I,
    p: &Deed,
    q: &Deed,
    drafts: &mut Vec<Draft>,
) {
    let (Some(a), Some(b)) = (p.event.when.clock, q.event.when.clock) else { return };
    // A day that the clause does not state is only lent to it.
    let told = |d: &Deed| {
        let lent = d.event.when.inferred.contains(&Inferred::Context) || d.event.when.inferred == [Inferred::Anchor];
        d.event.when.days.filter(|_| !lent)
    };
    if told(p).zip(told(q)).is_some_and(|(x, y)| x.to < y.from || y.to < x.from) {
        return;
    }
    let clock = |d: &Deed| of(d.at).filter(|t| t.statement == d.statement).find_map(|t| t.clock);
    let minutes = |c: (u8, u8)| i32::from(c.0) * 60 + i32::from(c.1);
    let apart = match clock(p).zip(clock(q)).map(|(x, y)| x.relation(y)) {
        Some(clocks::Relation::Same(_)) => return,
        Some(clocks::Relation::Apart(minutes)) => minutes,
        None => (minutes(a) - minutes(b)).abs(),
    };
    // Past midnight is soon after before it.
    let apart = apart.min(24 * 60 - apart);
    let similarity = story.index.similarity(p.at, q.at);
    if apart > MOMENT && apart % 720 != 0 && similarity >= HOURS {
        let all = vec![
            super::restated::said(story.articles, p.at, p.statement),
            super::restated::said(story.articles, q.at, q.statement),
        ];
        let (kind, why) = if apart > ROUGHLY {
            (RowKind::HardConflict, "The same thing is told of two times of day.")
        } else {
            (RowKind::SoftConflict, "The same thing is told of two times of day, minutes apart.")
        };
        drafts.push(Draft::new(kind, Aspect::Date, 1.2 + similarity, why, all));
    }
}

/// Whether the two times date events with the same verb and the same subject or object.
fn told_alike(story: &Telling, x: &Dated, y: &Dated, score: f32) -> bool {
    let of = |d: &Dated, k: usize| story.deeds[k].at == d.at && story.deeds[k].event.when.time == Some(d.time.span);
    let from = story.deeds.partition_point(|d| d.at < x.at);
    let first = (from..story.deeds.len()).take_while(|&k| story.deeds[k].at == x.at).filter(|&k| of(x, k));
    let mut first = first.peekable();
    let verb = |i: usize| story.deeds[i].verb;
    let other = story.deeds.partition_point(|d| d.at < y.at);
    let done = |i: usize| {
        let mut here = (other..story.deeds.len()).take_while(|&k| story.deeds[k].at == y.at);
        here.any(|k| of(y, k) && verb(k) == verb(i))
    };
    // What is much alike tells of one thing however its parts are parsed.
    if score >= SAME_DEED && first.peek().is_some_and(|&i| done(i)) {
        return true;
    }
    first.any(|i| {
        let from = story.retold.partition_point(|r| *r < (i, 0));
        story.retold[from..].iter().take_while(|r| r.0 == i).any(|r| of(y, r.1))
    })
}

fn overlap(articles: &[Facts], index: &Index, x: &Dated, y: &Dated) -> f32 {
    let (p, q) = (&statement(articles, x).terms, &statement(articles, y).terms);
    if shared(p, q).count() < 2 { 0.0 } else { index.overlap(p, q) }
}
