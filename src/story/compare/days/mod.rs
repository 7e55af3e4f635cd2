//! Days: which statements date the same thing alike, and which differently.

mod clocks;
mod dated;
#[cfg(test)]
mod datings;
mod exclusive;
mod hours;
mod lengths;
mod moments;
mod nested;
mod once;
mod onsets;
mod plans;
mod refuted;
mod upcoming;

use crate::claim::{Term, words};
use crate::event::{Certainty, TriggerKind};
use crate::facts::Facts;
use crate::order::{Arrange, halves, pair};
use crate::span::Span;
use crate::story::compare::deeds::Deed;
use crate::story::compare::index::{At, BySentence, Index, shared};
use crate::story::compare::{Draft, Said, Telling};
use crate::story::{Aspect, RowKind};
use crate::time::{Days, Inferred};
use dated::{Dated, both, said, statement};
use nested::{ends_range, finer, is_since, within};
use std::collections::{HashMap, HashSet};

/// Statements less alike than this do not date the same thing differently.
const DIFFER: f32 = 0.3;
/// As [`DIFFER`], where one date only is finer than the other.
const FINER: f32 = 0.2;
/// As [`DIFFER`], where one date holds the other; or with but one word in common.
const HELD: f32 = 0.16;
const HELD_BY_A_WORD: f32 = 0.18;
/// Days between two dates of one thing at most; further apart they are of two things.
const NEAR: i32 = 62;

/// Statements so much alike tell of one deed where they share its verb.
const SAME_DEED: f32 = 0.45;

/// Statements of a day that few state, at most.
const FEW: usize = 24;

/// Sentences less alike than this have but a name in common.
const AKIN: f32 = 0.06;

/// Days of a period that tells by itself what is meant, more than these.
const LONG: i32 = 300;

/// Statements less alike than this do not time one deed.
const HOURS: f32 = 0.1;
/// Minutes within which two times of day are one, and within which one may be told roughly.
const MOMENT: i32 = 4;
const ROUGHLY: i32 = 10;

/// Claims in one row at most.
const LARGEST: usize = 24;

/// Verbs of what happens to one thing once.
const ONCE: &str =
    "begin break sink collapse crash derail open found end explode launch publish sign strike capsize land";

/// Finds the rows about days, those about times of day, and apart from them those of which the claims
/// may differ otherwise as well: by the clocks of two places, or as a plan that was moved.
pub(super) fn rows(story: &Telling, drafts: &mut Vec<Draft>, of_hours: &mut Vec<Draft>, apart: &mut Vec<Draft>) {
    let (articles, index) = (story.articles, story.index);
    let all = dated::collect(articles);
    let dated = BySentence::new(index, all.clone(), |d| d.at);
    hours::rows(story, &dated, &all, of_hours, apart);
    moments::rows(story, &dated, of_hours);
    onsets::rows(story, &dated, of_hours);
    // Day and sentences that share it, to be united below.
    let mut same: Vec<(Days, At, At)> = Vec::new();
    let of = |at: At| dated.of(at).iter();
    for &(a, b, similarity) in story.pairs {
        let alike = of(a).any(|x| of(b).any(|y| x.days == y.days));
        let single = |x: &Dated, at: At| !of(at).any(|y| x.days == y.days);
        for x in of(a).filter(|x| !x.bare) {
            for y in of(b).filter(|y| !y.bare) {
                // Beside a day that both give, another may still be told more finely.
                let finer = || x.days != y.days && within(x.days, y.days) && single(x, b) && single(y, a);
                if x.days == y.days {
                    // The day of writing is that of many things.
                    let matter = || {
                        !(of_today(articles, x) && of_today(articles, y))
                            || story.same.matter((a.article, x.statement), (b.article, y.statement))
                    };
                    if matter() {
                        same.push((x.days, a, b));
                    }
                } else if !alike || finer() {
                    differ(story, x, y, similarity, drafts);
                }
            }
        }
    }
    retold(story, &of, drafts, of_hours);
    nested::rows(story, &all, drafts);
    plans::rows(story, &dated, &all, drafts, apart);
    exclusive::rows(story, &dated, &all, drafts);
    refuted::rows(story, &all, drafts);
    upcoming::rows(story, &all, drafts);
    lengths::rows(story, &all, drafts);
    gather(drafts);
    gather(of_hours);
    gather(apart);
    agree(story, &all, same, drafts);
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

/// One row for each day that several articles give: to sentences that speak of the same, or, where
/// few state it and it is not the day of writing of all of them, to whatever they tell of it.
fn agree(story: &Telling, all: &[Dated], mut same: Vec<(Days, At, At)>, drafts: &mut Vec<Draft>) {
    let articles = story.articles;
    let mut order: Vec<(Days, At, usize)> =
        all.iter().enumerate().filter(|d| !d.1.bare).map(|(i, d)| (d.days, d.at, i)).collect();
    order.arrange();
    same.arrange();
    let excluded = excluded(articles, drafts);
    for run in order.chunk_by(|x, y| x.0 == y.0) {
        let from = same.partition_point(|s| s.0 < run[0].0);
        let linked: Vec<(At, At)> = same[from..].iter().take_while(|s| s.0 == run[0].0).map(|s| (s.1, s.2)).collect();
        let mut ats: Vec<At> = linked.iter().flat_map(|l| [l.0, l.1]).collect();
        ats.arrange();
        let links = |at: At| {
            let from = ats.partition_point(|a| *a < at);
            ats[from..].iter().take_while(|a| **a == at).count()
        };
        let voices = |mut of: Vec<u32>| {
            of.dedup();
            of.len()
        };
        let far = run.iter().any(|d| !of_today(articles, &all[d.2]));
        let everyone = voices(run.iter().map(|d| d.1.article).collect());
        // What opens two reports is what both are about.
        let opening = voices(run.iter().filter(|d| d.1.sentence < 3).map(|d| d.1.article).collect()) > 1;
        let whole = run.len() <= FEW && everyone > 1 && (far || opening || everyone > 2);
        let mut said_of = Vec::new();
        // Two statements of an article stand for it: those that most others speak of, then the first.
        for of in run.chunk_by(|x, y| x.1.article == y.1.article) {
            let mut best: Vec<(usize, usize)> = of.iter().map(|d| (usize::MAX - links(d.1), d.2)).collect();
            best.retain(|b| whole || b.0 < usize::MAX);
            best.arrange();
            said_of.extend(best.iter().take(2).map(|b| said(articles, &all[b.1])));
        }
        let voices = voices(said_of.iter().map(|s| s.article).collect());
        if voices > 1 && !(voices == 2 && strangers(story, run, all, &said_of, &excluded)) {
            let why =
                "The expressions stand for the same day or period, once each is reckoned from its article's own dates.";
            drafts.push(Draft::new(RowKind::Agree, Aspect::Date, 0.4 + voices as f32 * 0.1, why, said_of));
        }
    }
}

/// A sentence, by article and start.
type Where = (u32, u32);

/// The pairs of sentences of which dates exclude each other.
fn excluded(articles: &[Facts], drafts: &[Draft]) -> HashSet<(Where, Where)> {
    let place = |s: &Said| {
        let sentences = &articles[s.article as usize].sentences;
        let at = sentences.partition_point(|x| x.end <= s.mark.start);
        (s.article, sentences.get(at).map_or(0, |x| x.start))
    };
    let pairs = |d: &Draft| {
        let places: Vec<Where> = d.said.iter().map(place).collect();
        let all = places.iter().flat_map(|&x| places.iter().map(move |&y| (x, y)));
        all.filter(|p| p.0 < p.1).collect::<Vec<_>>()
    };
    drafts.iter().filter(|d| d.kind == RowKind::HardConflict).flat_map(pairs).collect()
}

/// Whether the statements of two articles share nothing but their day, as things of one day do: no
/// word, no likeness of their sentences, and not both of a day to come. Longer periods than a season
/// tell by themselves what is meant.
fn strangers(
    story: &Telling,
    run: &[(Days, At, usize)],
    all: &[Dated],
    said_of: &[Said],
    excluded: &HashSet<(Where, Where)>,
) -> bool {
    let articles = story.articles;
    let of = |s: &Said| run.iter().map(|d| &all[d.2]).find(|d| d.at.article == s.article && d.time.span == s.mark);
    let chosen: Vec<&Dated> = said_of.iter().filter_map(of).collect();
    let to_come = |d: &Dated| {
        let published = articles[d.at.article as usize].article.published_date().map(crate::day::number);
        published.map_or(statement(articles, d).unreal, |p| p < d.reach().0)
    };
    let start = |d: &Dated| (d.at.article, articles[d.at.article as usize].sentences[d.at.sentence as usize].start);
    let mut pairs = chosen.iter().flat_map(|x| chosen.iter().map(move |y| (x, y)));
    !pairs.any(|(x, y)| {
        x.at < y.at
            && x.at.article != y.at.article
            && !excluded.contains(&(start(x), start(y)))
            && (x.length() > LONG
                || story.same.matter((x.at.article, x.statement), (y.at.article, y.statement))
                || story.index.similarity(x.at, y.at) >= AKIN
                || (to_come(x) && to_come(y)))
    })
}

const TWO_PLANS: &str = "The same thing is planned for two dates: the plan has moved, or one has it wrong.";
const OTHER_DATE: &str = "The statements speak of the same, and the dates exclude each other.";

/// Dates that do not agree, in statements that speak of the same.
fn differ(story: &Telling, x: &Dated, y: &Dated, similarity: f32, drafts: &mut Vec<Draft>) {
    let (articles, index) = (story.articles, story.index);
    if are_of_two_days(articles, x, y) {
        return;
    }
    let (p, q) = (statement(articles, x), statement(articles, y));
    let common = shared(&p.terms, &q.terms).count();
    let score = similarity + 0.5 * overlap(articles, index, x, y);
    if within(x.days, y.days) {
        // "this year" tells little of any of its days.
        let now = |d: &Dated| {
            let published = articles[d.at.article as usize].article.published_date();
            d.length() > 301 && published.is_some_and(|p| p.year() == d.days.from.year())
        };
        let saying =
            || [x, y].iter().any(|d| dated::is_said(articles, d)) || is_since(articles, x) != is_since(articles, y);
        if now(x) || now(y) || ends_range(articles, x) || ends_range(articles, y) || saying() {
            return;
        }
        if (score >= HELD && common >= 2) || (similarity >= HELD_BY_A_WORD && common > 0) {
            drafts.push(finer(articles, x, y, 0.6 + score));
        }
    } else if score >= DIFFER && common >= 2 && told_alike(story, x, y, score) && p.unreal == q.unreal && is_apart(x, y)
    {
        // A plan that moved is an update; a finished thing has one date.
        let (kind, why) =
            if p.unreal { (RowKind::SoftConflict, TWO_PLANS) } else { (RowKind::HardConflict, OTHER_DATE) };
        drafts.push(Draft::new(kind, Aspect::Date, 1.0 + score, why, both(articles, x, y)));
    }
}

/// Days from the end of the one to the beginning of the other; none where they meet.
fn gap(x: &Dated, y: &Dated) -> i32 {
    x.reach().0.max(y.reach().0) - x.reach().1.min(y.reach().1)
}

/// Whether two statements are of two days because they were written on two: the same words, or the
/// news of either day.
fn are_of_two_days(articles: &[Facts], x: &Dated, y: &Dated) -> bool {
    let words = |d: &Dated| {
        let text = articles[d.at.article as usize].article.text.as_str();
        (statement(articles, d).span.of(text), d.time.span.of(text))
    };
    let today = |d: &Dated| articles[d.at.article as usize].article.published_date().is_some_and(|p| d.days.from == p);
    words(x) == words(y) || (today(x) && today(y) && x.days.from != y.days.from)
}

/// Dates of deeds with one verb and one theme, however their sentences are worded otherwise.
fn retold<'d, 's: 'd, I: Iterator<Item = &'d Dated<'s>>>(
    story: &Telling,
    of: &dyn Fn(At) -> I,
    drafts: &mut Vec<Draft>,
    of_hours: &mut Vec<Draft>,
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
            // "revised the toll of the Sunday |blasts": the day is that of the noun.
            let events = &story.articles[d.at.article as usize].events;
            let from = events.partition_point(|e| e.sentence.end <= t.time.span.start);
            let mut nouns = events[from..].iter().take_while(|e| e.sentence.start < t.time.span.end);
            here.any(|o| o.event.when.time == Some(t.time.span))
                || nouns.any(|e| e.trigger_kind == TriggerKind::Noun && e.when.time == Some(t.time.span))
        };
        let speaks = |t: &Dated| exclusive::is_of_saying(story, t) && d.event.when.time != Some(t.time.span);
        let mut beside = of(d.at).filter(|t| t.statement == d.statement && !taken(t) && !speaks(t));
        named.or_else(|| beside.next().filter(|_| d.event.when.time.is_none() && beside.next().is_none()))
    };
    let dates: Vec<Option<&Dated>> = story.deeds.iter().map(own).collect();
    once::rows(story, &dates, &done, drafts);
    for (i, j) in story.retold.iter().map(|&r| halves(r)) {
        let (i, j) = (i as usize, j as usize);
        let (p, q) = (&story.deeds[i], &story.deeds[j]);
        of_deeds(story, of, p, q, of_hours);
        let (Some(x), Some(y)) = (dates[i], dates[j]) else { continue };
        // The day of an hour that stands alone is only lent to it.
        if x.days == y.days
            || x.bare
            || y.bare
            || are_of_two_days(story.articles, x, y)
            || p.event.certainty == Certainty::Denied
            || q.event.certainty == Certainty::Denied
        {
            continue;
        }
        let similarity = story.index.similarity(p.at, q.at);
        let named = p.theme.entity.is_some() && p.theme.entity == q.theme.entity;
        let gap = gap(x, y);
        if within(x.days, y.days) {
            if ends_range(story.articles, x) || ends_range(story.articles, y) {
                continue;
            }
            drafts.push(finer(story.articles, x, y, 0.7 + similarity));
        } else if gap <= NEAR && (once.contains(&p.verb) || named || similarity >= FINER) {
            let all = both(story.articles, x, y);
            if done(p) && done(q) && once.contains(&p.verb) {
                drafts.push(Draft::new(RowKind::HardConflict, Aspect::Date, 1.5 + similarity, OTHER_DATE, all));
            } else if p.event.certainty == Certainty::Planned && q.event.certainty == Certainty::Planned {
                drafts.push(Draft::new(RowKind::SoftConflict, Aspect::Date, 0.9 + similarity, TWO_PLANS, all));
            }
        }
    }
}

/// Whether two dates lie apart, and not too far to be of one thing.
fn is_apart(x: &Dated, y: &Dated) -> bool {
    (1..=NEAR + 3 * x.length().max(y.length())).contains(&gap(x, y))
}

/// Times of day of one deed, where no two days are told.
fn of_deeds<'d, 's: 'd, I: Iterator<Item = &'d Dated<'s>>>(
    story: &Telling,
    of: &dyn Fn(At) -> I,
    p: &Deed,
    q: &Deed,
    drafts: &mut Vec<Draft>,
) {
    let (Some(a), Some(b)) = (p.event.when.clock, q.event.when.clock) else { return };
    if !moments::is_of_one(p, q) {
        return;
    }
    // A day that the clause does not state is only lent to it.
    let told = |d: &Deed| {
        let lent = d.event.when.inferred.contains(&Inferred::Context) || d.event.when.inferred == [Inferred::Anchor];
        d.event.when.days.filter(|_| !lent)
    };
    if told(p).zip(told(q)).is_some_and(|(x, y)| x.to < y.from || y.to < x.from) {
        return;
    }
    let clock = |d: &Deed| of(d.at).filter(|t| t.statement == d.statement).find_map(|t| t.clock);
    if clock(p).zip(clock(q)).is_some_and(|(x, y)| x.is_zoned(y)) {
        return;
    }
    let minutes = |c: (u8, u8)| i32::from(c.0) * 60 + i32::from(c.1);
    let apart = match clock(p).zip(clock(q)).map(|(x, y)| x.relation(y, None)) {
        Some(clocks::Relation::Same(_) | clocks::Relation::Elsewhere) => return,
        Some(clocks::Relation::Apart(minutes)) => minutes,
        None => (minutes(a) - minutes(b)).abs(),
    };
    // Past midnight is soon after before it.
    let apart = apart.min(24 * 60 - apart);
    let similarity = story.index.similarity(p.at, q.at);
    if apart > MOMENT && apart % 720 != 0 && similarity >= HOURS {
        let said = |d: &Deed| {
            let hour = of(d.at).find(|t| t.statement == d.statement && t.clock.is_some());
            hour.map_or_else(
                || crate::story::compare::clauses::said(story.articles, d.at, d.statement),
                |t| hours::said(story.articles, t),
            )
        };
        let all = vec![said(p), said(q)];
        // "did not come until 9:29" leaves no room for 9:20.
        let until = |d: &Deed| {
            of(d.at).filter(|t| t.statement == d.statement && t.clock.is_some()).any(|t| {
                let text = story.articles[t.at.article as usize].article.text.as_str();
                let before = &text[statement(story.articles, t).span.start as usize..t.time.span.start as usize];
                before.ends_with(" until ") && (before.contains(" not ") || before.contains("n't "))
            })
        };
        let planned = |d: &Deed| d.event.certainty == Certainty::Planned;
        let (kind, why) = if planned(p) != planned(q) {
            (RowKind::SoftConflict, "One gives the hour that was planned, the other the hour that came of it.")
        } else if apart > ROUGHLY || until(p) || until(q) {
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
        let from = story.retold.partition_point(|&r| r < pair(i as u32, 0));
        let mut own = story.retold[from..].iter().map(|&r| halves(r)).take_while(|r| r.0 == i as u32);
        own.any(|r| of(y, r.1 as usize))
    })
}

fn overlap(articles: &[Facts], index: &Index, x: &Dated, y: &Dated) -> f32 {
    let (p, q) = (&statement(articles, x).terms, &statement(articles, y).terms);
    if shared(p, q).count() < 2 { 0.0 } else { index.overlap(p, q) }
}
