//! Days and clock times: which statements date the same thing alike, and which differently.

use super::index::{At, BySentence, Index, shared};
use super::{Draft, Said};
use crate::claim::{Term, words};
use crate::facts::Facts;
use crate::order::Arrange;
use crate::span::Span;
use crate::story::{Aspect, RowKind};
use crate::time::{Days, TimeKind, TimeMention};

/// Statements less alike than this do not date the same thing alike.
const AGREE: f32 = 0.06;
/// Statements less alike than this do not date the same thing differently.
const DIFFER: f32 = 0.3;
/// As [`DIFFER`], where one date only is finer than the other.
const FINER: f32 = 0.2;

/// A dated statement.
#[derive(Clone, Copy)]
struct Dated<'s> {
    at: At,
    statement: u32,
    time: &'s TimeMention,
    days: Days,
    /// Minutes after midnight.
    clock: Option<i32>,
}

/// Finds the rows about dates and times of day.
pub(super) fn rows(articles: &[Facts], index: &Index, pairs: &[(At, At, f32)], drafts: &mut Vec<Draft>) {
    let dated: Vec<Dated> = articles.iter().enumerate().flat_map(|(a, f)| collect(a as u32, f)).collect();
    let dated = BySentence::new(index, dated, |d| d.at);
    let of = |at: At| dated.of(at).iter();
    // Day and sentences that share it, to be united below.
    let mut same: Vec<(Days, At, At)> = Vec::new();
    for &(a, b, similarity) in pairs {
        let alike = of(a).any(|x| of(b).any(|y| x.days == y.days));
        for x in of(a) {
            for y in of(b) {
                if x.days == y.days {
                    if similarity >= AGREE {
                        same.push((x.days, a, b));
                    }
                    clocks(articles, index, x, y, similarity, drafts);
                } else if !alike {
                    differ(articles, index, x, y, similarity, drafts);
                }
            }
        }
    }
    agree(articles, &of, same, drafts);
}

fn collect(article: u32, facts: &Facts) -> Vec<Dated<'_>> {
    let mut found = Vec::new();
    for time in &facts.times {
        let (Some(days), TimeKind::Date | TimeKind::Time) = (time.days, time.kind) else { continue };
        let all = &facts.claims.statements;
        let Some(i) = all.iter().position(|s| s.span.contains(time.span)) else { continue };
        if all[i].commentary > 1 {
            continue;
        }
        let at = At { article, sentence: all[i].sentence };
        found.push(Dated { at, statement: i as u32, time, days, clock: clock(&time.value) });
    }
    found
}

/// Minutes after midnight of a TIMEX3 value with a time of day.
fn clock(value: &str) -> Option<i32> {
    let (_, clock) = value.split_once('T')?;
    let (hour, minute) =
        (clock.get(..2)?.parse::<i32>().ok()?, clock.get(3..5).map_or(Some(0), |m| m.parse::<i32>().ok())?);
    Some(hour * 60 + minute)
}

fn said(articles: &[Facts], d: &Dated) -> Said {
    let facts = &articles[d.at.article as usize];
    let span = facts.claims.statements[d.statement as usize].span;
    Said { article: d.at.article, span, mark: d.time.span, value: d.time.value.clone() }
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
            if voices.iter().filter(|&&v| v == at.article).count() < 2
                && let Some(d) = of(at).find(|d| d.days == run[0].0)
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
fn clocks(articles: &[Facts], index: &Index, x: &Dated, y: &Dated, similarity: f32, drafts: &mut Vec<Draft>) {
    let (Some(a), Some(b)) = (x.clock, y.clock) else { return };
    let both = || vec![said(articles, x), said(articles, y)];
    let apart = (a - b).abs();
    let zone = |d: &Dated| {
        let facts = &articles[d.at.article as usize];
        let end = facts.sentences.get(d.at.sentence as usize).map_or(d.time.span.end, |s| s.end);
        let after = Span::new(d.time.span.start, end.min(d.time.span.end + 12)).of(&facts.article.text);
        after.contains("UTC") || after.contains("GMT")
    };
    if apart == 0 {
        let why = "The same time of day in other words.";
        drafts.push(Draft::new(RowKind::Agree, Aspect::Date, 0.5, why, both()));
    } else if apart % 60 == 0 && apart <= 14 * 60 && zone(x) != zone(y) {
        let why =
            "One is told in universal time and the other in local time; they are whole hours apart, as time zones are.";
        drafts.push(Draft::new(RowKind::Agree, Aspect::Date, 0.5, why, both()));
    } else if apart <= 15 && (x.time.modifier.is_some() || y.time.modifier.is_some() || apart <= 5) {
        let why = "One time of day is told roughly, and the other fits it.";
        drafts.push(Draft::new(RowKind::Agree, Aspect::Date, 0.5, why, both()));
    } else if apart <= 90 && similarity + overlap(articles, index, x, y) > 0.12 {
        let why = "Two times of day, minutes apart: two moments, or one told roughly.";
        drafts.push(Draft::new(RowKind::SoftConflict, Aspect::Date, 0.8, why, both()));
    }
}

/// Dates that do not agree, in statements that speak of the same.
fn differ(articles: &[Facts], index: &Index, x: &Dated, y: &Dated, similarity: f32, drafts: &mut Vec<Draft>) {
    let both = || vec![said(articles, x), said(articles, y)];
    let statement = |d: &Dated| &articles[d.at.article as usize].claims.statements[d.statement as usize];
    let (p, q) = (statement(x), statement(y));
    let common = shared(&p.terms, &q.terms).count();
    let score = similarity + 0.5 * overlap(articles, index, x, y);
    let within = |o: &Days, i: &Days| o.from <= i.from && i.to <= o.to;
    if within(&x.days, &y.days) || within(&y.days, &x.days) {
        if score >= FINER && common >= 2 {
            let why = "One date is finer than the other and lies within it.";
            drafts.push(Draft::new(RowKind::SoftConflict, Aspect::Date, 0.6 + score, why, both()));
        }
    } else if score >= DIFFER
        && common >= 2
        && told_alike(articles, x, y)
        && p.unreal == q.unreal
        && (x.days.to < y.days.from || y.days.to < x.days.from)
    {
        // A plan that moved is an update; a finished thing has one date.
        let why = "The statements speak of the same, and the dates exclude each other.";
        drafts.push(Draft::new(RowKind::HardConflict, Aspect::Date, 1.0 + score, why, both()));
    }
}

/// Whether the two times date events with the same verb.
fn told_alike(articles: &[Facts], x: &Dated, y: &Dated) -> bool {
    let verbs = |d: &Dated| {
        let span = d.time.span;
        let events = articles[d.at.article as usize].events.iter();
        events.filter(move |e| e.when.time == Some(span)).filter_map(|e| words::term(&e.lemma)).collect::<Vec<Term>>()
    };
    let other = verbs(y);
    verbs(x).iter().any(|v| other.contains(v))
}

fn overlap(articles: &[Facts], index: &Index, x: &Dated, y: &Dated) -> f32 {
    let terms = |d: &Dated| &articles[d.at.article as usize].claims.statements[d.statement as usize].terms;
    if shared(terms(x), terms(y)).count() < 2 { 0.0 } else { index.overlap(terms(x), terms(y)) }
}
