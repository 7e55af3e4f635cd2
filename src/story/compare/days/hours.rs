//! Times of day: which clauses give one moment alike, however they write it, and which do not.
//!
//! Two reports seldom name one odd minute by chance, so those that fit each other are of one
//! happening even where they share no word; round hours must share one.

use super::clocks::{self, Clock, Relation};
use super::dated::{Dated, statement};
use crate::claim::words;
use crate::event::speech;
use crate::facts::Facts;
use crate::order::{Arrange, falling};
use crate::span::Span;
use crate::story::compare::index::{At, BySentence, shared};
use crate::story::compare::phrase::Phrase;
use crate::story::compare::{Draft, Said, Telling};
use crate::story::{Aspect, RowKind};
use crate::time::Days;

/// Times of day within one block of so many minutes are compared whatever their sentences share.
const BLOCK: i32 = 12;
/// But not where more of them than this stand in it.
const FEW: usize = 12;
/// Claims in one row at most.
const LARGEST: usize = 24;
/// Minutes between two moments of one thing, where one is told roughly.
const APART: std::ops::RangeInclusive<i32> = 6..=90;
/// Minutes beyond which two hours of one deed exclude each other.
const FAR: i32 = 20;
/// Sentences that share less than this are no pair of the story.
const LEAST: f32 = 0.04;
/// How much the sentences of two such moments must share.
const ALIKE: f32 = 0.12;

/// Two times of day that agree: how much their sentences share, and whether both state one day.
struct Match {
    x: usize,
    y: usize,
    similarity: f32,
    dated: bool,
    why: &'static str,
}

/// Finds the rows about times of day.
pub(super) fn rows(
    story: &Telling,
    dated: &BySentence<Dated>,
    all: &[Dated],
    drafts: &mut Vec<Draft>,
    of_zones: &mut Vec<Draft>,
) {
    let offset = offset(story.articles, all);
    let mut found: Vec<Match> = Vec::new();
    // `all` stands in the order of the sentences, as what is found by them does.
    let index = |at: At| all.partition_point(|d| d.at < at);
    for &(a, b, similarity) in story.pairs {
        let timed = |at: At| dated.of(at).iter().any(|d| d.clock.is_some());
        if !timed(a) || !timed(b) {
            continue;
        }
        let of = |at: At| (index(at)..index(at) + dated.of(at).len()).filter(|&i| all[i].clock.is_some());
        for x in of(a) {
            of(b).for_each(|y| compare(story, all, (x, y), similarity, offset, &mut found, drafts));
        }
    }
    // Sentences that share next to nothing may still tell one minute.
    let mut order: Vec<(i32, At, u32)> = Vec::new();
    for (i, d) in all.iter().enumerate() {
        if let Some(minute) = d.clock.and_then(|c| c.local(offset)) {
            let minute = minute.rem_euclid(12 * 60);
            order.push((minute / BLOCK, d.at, i as u32));
            order.push((minute / BLOCK + 1, d.at, i as u32));
        }
    }
    vague(story, all, drafts);
    order.arrange();
    for block in order.chunk_by(|x, y| x.0 == y.0).filter(|b| b.len() <= FEW) {
        for (k, &(_, a, i)) in block.iter().enumerate() {
            for &(_, b, j) in block[k + 1..].iter().filter(|o| o.1.article != a.article) {
                let (x, y) = (&all[i as usize], &all[j as usize]);
                let odd = |d: &Dated| d.clock.is_some_and(Clock::is_odd);
                let alone = if x.bare || y.bare { odd(x) || odd(y) } else { true };
                let similarity = story.index.similarity(a, b);
                // Pairs of sentences far apart in time are not among those of the story.
                let unpaired = similarity < LEAST || !story.near.one(a.article, b.article);
                let fits = alone && (similarity > 0.0 || !(x.bare && y.bare)) && unpaired;
                if fits {
                    compare(story, all, (i as usize, j as usize), similarity, offset, &mut found, drafts);
                }
            }
        }
    }
    best(story, all, offset, found, drafts, of_zones);
}

/// Unites what agrees, the most alike first, with one time an article: two minutes of one article are
/// two happenings.
fn best(
    story: &Telling,
    all: &[Dated],
    offset: Option<i32>,
    mut found: Vec<Match>,
    drafts: &mut Vec<Draft>,
    of_zones: &mut Vec<Draft>,
) {
    found.arrange_by(|a, b| {
        b.similarity.total_cmp(&a.similarity).then(b.dated.cmp(&a.dated)).then((a.x, a.y).cmp(&(b.x, b.y)))
    });
    let mut cluster_of: Vec<usize> = (0..all.len()).collect();
    let mut clusters: Vec<Vec<usize>> = (0..all.len()).map(|i| vec![i]).collect();
    let mut why: Vec<(f32, &'static str)> = vec![(0.0, ""); all.len()];
    for m in found {
        let (a, b) = (cluster_of[m.x], cluster_of[m.y]);
        let apart = |i: &usize| clusters[b].iter().all(|j| all[*i].at.article != all[*j].at.article);
        if a != b && clusters[a].len() + clusters[b].len() <= LARGEST && clusters[a].iter().all(apart) {
            let moved = std::mem::take(&mut clusters[b]);
            moved.iter().for_each(|&i| cluster_of[i] = a);
            clusters[a].extend(moved);
            if why[a].1.is_empty() {
                why[a] = (m.similarity, m.why);
            }
        }
    }
    for (members, (similarity, why)) in clusters.iter().zip(why).filter(|c| c.0.len() > 1) {
        let said = |of: &[usize]| of.iter().map(|&i| said(story.articles, &all[i])).collect();
        // Those by one clock agree, and differ from the others as two units do.
        let one = |i: usize, j: usize| {
            let both = all[i].clock.zip(all[j].clock);
            both.is_some_and(|(a, b)| i == j || matches!(a.relation(b, offset), Relation::Same(_)))
        };
        let by = |i: usize| -> Vec<usize> { members.iter().copied().filter(|&j| one(i, j)).collect() };
        let most = members.iter().map(|&i| by(i)).rev().max_by_key(Vec::len).unwrap_or_default();
        if most.len() < members.len() {
            let importance = 0.8 + similarity;
            // Two clocks told to the minute show one moment; what is told roughly may be another.
            let precise: Vec<usize> =
                members.iter().copied().filter(|&i| all[i].clock.is_some_and(Clock::is_precise)).collect();
            let zoned = |i: usize, j: usize| all[i].clock.zip(all[j].clock).is_some_and(|(a, b)| a.is_zoned(b));
            let agree = precise.iter().any(|&i| precise.iter().any(|&j| zoned(i, j)));
            let (kind, of) = if agree { (RowKind::Agree, &precise) } else { (RowKind::SoftConflict, members) };
            of_zones.push(Draft::new(kind, Aspect::Date, importance, OF_TWO_PLACES, said(of)));
        }
        if most.len() > 1 {
            let of = |k: usize| all[most[k]].clock;
            let why = match of(0).zip(of(1)).map(|(a, b)| a.relation(b, offset)) {
                Some(Relation::Same(own)) if why == OF_TWO_PLACES => own,
                _ if why == OF_TWO_PLACES => "The same time of day in other words.",
                _ => why,
            };
            drafts.push(Draft::new(RowKind::Agree, Aspect::Date, 0.5 + similarity, why, said(&most)));
        }
    }
}

/// "before dawn on Thursday" and "at 2.35 on Thursday morning", of the day that most articles give.
fn vague(story: &Telling, all: &[Dated], drafts: &mut Vec<Draft>) {
    let mut order: Vec<(Days, u32, usize)> =
        all.iter().enumerate().filter(|d| !d.1.bare).map(|(i, d)| (d.days, d.at.article, i)).collect();
    order.arrange();
    let voices = |run: &[(Days, u32, usize)]| run.chunk_by(|x, y| x.1 == y.1).count();
    let days = order.chunk_by(|x, y| x.0 == y.0).filter(|run| voices(run) > 1);
    let Some(run) = days.rev().max_by_key(|run| voices(run)) else { return };
    let phase = |i: usize| clocks::phase(&story.articles[all[i].at.article as usize], all[i].time);
    let mut said_of: Vec<Said> = Vec::new();
    let found = run.chunk_by(|x, y| x.1 == y.1).filter_map(|of| of.iter().find_map(|d| Some((d.2, phase(d.2)?))));
    for (i, stretch) in found.take(FEW) {
        // "between 01:50 and 05:20" is no point.
        let ends = |d: &&Dated| {
            let before = &story.articles[d.at.article as usize].article.text[..d.time.span.start as usize];
            !before.ends_with("etween ") && !before.ends_with("and ") && !before.ends_with("from ")
        };
        let lies =
            |d: &&Dated| d.clock.is_some_and(|c| c.is_within(stretch)) && (d.days == run[0].0 || d.bare) && ends(d);
        // Who gives the hour too is not vague.
        if all.iter().any(|d| d.at.article == all[i].at.article && lies(&d)) {
            continue;
        }
        let mut points: Vec<(u32, At, u32)> = Vec::new();
        for (k, d) in all.iter().enumerate().filter(|d| lies(&d.1)) {
            let similarity = story.index.similarity(all[i].at, d.at);
            if !d.bare || similarity >= ALIKE {
                points.push((falling(similarity), d.at, k as u32));
            }
        }
        points.arrange();
        if let Some(best) = points.first() {
            said_of.extend([said(story.articles, &all[i]), said(story.articles, &all[best.2 as usize])]);
        }
    }
    if !said_of.is_empty() {
        let why = "One gives the time of day, the other only a part of the day that holds it.";
        drafts.push(Draft::new(RowKind::SoftConflict, Aspect::Date, 0.9, why, said_of));
    }
}

const OF_TWO_PLACES: &str = "One moment by the clocks of two places, whole hours apart as time zones are.";

/// Two times of day that may be of one day.
fn compare(
    story: &Telling,
    all: &[Dated],
    (i, j): (usize, usize),
    similarity: f32,
    offset: Option<i32>,
    found: &mut Vec<Match>,
    drafts: &mut Vec<Draft>,
) {
    let (x, y) = (&all[i], &all[j]);
    let (Some(a), Some(b)) = (x.clock, y.clock) else { return };
    let apart = x.reach().0 - y.reach().0;
    let near = apart == 0 || x.bare || y.bare || (a.is_zoned(b) && apart.abs() == 1);
    if !near {
        return;
    }
    let denied = |d: &Dated| statement(story.articles, d).negated;
    // "|the 06:05| service", "|7.02am| A train has …": the name of a thing, the hour of a note.
    let named = |d: &Dated| {
        let text = &story.articles[d.at.article as usize].article.text[..d.time.span.start as usize];
        text.is_empty() || text.ends_with('\n') || text.ends_with(" the ")
    };
    // "It did not stop at noon", but not "did not begin until noon".
    let until = |d: &Dated| {
        let text = &story.articles[d.at.article as usize].article.text[..d.time.span.start as usize];
        [" until ", " before ", " after ", " till "].iter().any(|w| text.ends_with(w))
    };
    match a.relation(b, offset) {
        Relation::Same(_) if denied(x) != denied(y) => {
            // "without exception" denies no hour.
            let not = |d: &Dated| {
                let facts = &story.articles[d.at.article as usize];
                let words = Phrase::new(facts, statement(story.articles, d).span);
                (0..words.len()).any(|i| words.one_of(i, &["not", "never"]).is_some())
            };
            if (not(x) || not(y)) && ![x, y].iter().any(|d| until(d) || named(d)) {
                let why = "One denies the time of day that the other gives: both cannot be true.";
                let both = vec![said(story.articles, x), said(story.articles, y)];
                drafts.push(Draft::new(RowKind::HardConflict, Aspect::Date, 1.2 + similarity, why, both));
            }
        }
        Relation::Same(why) => {
            found.push(Match { x: i, y: j, similarity, dated: !(x.bare || y.bare), why });
        }
        Relation::Elsewhere => {
            // Two round hours are whole hours apart by chance, so their clauses must be of one thing.
            let (p, q) = ((x.at.article, x.statement), (y.at.article, y.statement));
            let odd = || a.is_odd() && b.is_odd() && story.same.matter(p, q);
            let alike = || odd() || similarity + overlap(story, x, y) > ALIKE;
            // "The firm announced |around 6.45 p.m.| that the launch, due |at 2.40 p.m.|, was put off".
            if is_of_telling(story, x) != is_of_telling(story, y) {
                return;
            }
            if story.same.share_deed(p, q) || (share_more(story, x, y) && alike()) {
                let dated = !(x.bare || y.bare);
                found.push(Match { x: i, y: j, similarity, dated, why: OF_TWO_PLACES });
            }
        }
        Relation::Apart(minutes)
            if apart == 0
                && !a.is_zoned(b)
                && denied(x) == denied(y)
                && APART.contains(&minutes)
                && !named(x)
                && !named(y)
                && similarity + overlap(story, x, y) > ALIKE =>
        {
            // Nobody is so far out who tells one deed roughly.
            let (p, q) = ((x.at.article, x.statement), (y.at.article, y.statement));
            let (kind, why) = if minutes > FAR && a.is_told() && b.is_told() && story.same.share_deed(p, q) {
                (RowKind::HardConflict, "The same thing is told of two times of day.")
            } else {
                (RowKind::SoftConflict, "Two times of day, minutes apart: two moments, or one told roughly.")
            };
            let both = vec![said(story.articles, x), said(story.articles, y)];
            drafts.push(Draft::new(kind, Aspect::Date, 0.8, why, both));
        }
        _ => {}
    }
}

/// Whether a time of day stands right behind a verb of saying, as whose it is: "announced around |6.45 p.m.| that".
/// Not [`super::exclusive::is_of_saying`], which also takes "fell at |9.20 on Sunday|, said Anna Dahl".
fn is_of_telling(story: &Telling, d: &Dated) -> bool {
    let (facts, start) = (&story.articles[d.at.article as usize], d.time.span.start);
    let from = facts.events.partition_point(|e| e.sentence.end <= start);
    let mut here = facts.events[from..].iter().take_while(|e| e.sentence.start < start);
    here.any(|e| {
        let behind = facts.article.text.get(e.trigger.end as usize..start as usize);
        let beside = behind.is_some_and(|b| matches!(b.trim(), "" | "at" | "around" | "about" | "shortly after"));
        beside && !e.passive && speech::is_speech(&e.lemma)
    })
}

/// How far local time is ahead of universal time, in minutes, where a report gives both: "8:52 a.m. (0752 GMT)".
fn offset(articles: &[Facts], all: &[Dated]) -> Option<i32> {
    let stated = all.windows(2).find_map(|pair| {
        let (x, y) = (&pair[0], &pair[1]);
        let (a, b) = (x.clock?, y.clock?);
        let close = x.at == y.at && y.time.span.start.saturating_sub(x.time.span.end) < 4;
        let text = articles[x.at.article as usize].article.text.as_str();
        let opened =
            text.get(x.time.span.end as usize..y.time.span.start as usize).is_some_and(|t| t.contains(['(', ',']));
        (close && opened).then(|| a.ahead_of(b)).flatten()
    });
    stated.or_else(|| inferred(all))
}

/// The same from odd minutes: one in universal time, and one that several others give in local time.
fn inferred(all: &[Dated]) -> Option<i32> {
    let odd = |universal: bool| {
        let clocks = all.iter().filter_map(|d| Some((d.at.article, d.clock?)));
        clocks.filter(move |c| c.1.is_odd() && c.1.is_universal() == universal).take(64)
    };
    let mut ahead: Vec<(i32, u32)> = Vec::new();
    for (article, universal) in odd(true) {
        let of = |(other, local): (u32, Clock)| Some((local.ahead_of(universal)?, other)).filter(|_| other != article);
        ahead.extend(odd(false).filter_map(of));
    }
    ahead.arrange();
    ahead.dedup();
    let most = ahead.chunk_by(|a, b| a.0 == b.0).rev().max_by_key(|run| run.len())?;
    (most.len() > 1).then_some(most[0].0)
}

/// Whether two statements share more than the figures of their hours.
fn share_more(story: &Telling, x: &Dated, y: &Dated) -> bool {
    let (p, q) = (&statement(story.articles, x).terms, &statement(story.articles, y).terms);
    let hour = story.articles[x.at.article as usize].words(x.time.span);
    let half = ["a.m", "p.m", "a.m.", "p.m.", "am", "pm"];
    let figure = |t: u32| hour.iter().any(|w| w.term == Some(t)) || half.iter().any(|h| words::term(h) == Some(t));
    shared(p, q).any(|t| !figure(t))
}

fn overlap(story: &Telling, x: &Dated, y: &Dated) -> f32 {
    let (p, q) = (&statement(story.articles, x).terms, &statement(story.articles, y).terms);
    if shared(p, q).count() < 2 { 0.0 } else { story.index.overlap(p, q) }
}

/// A claim on a time of day: of "five on Thursday morning" its hour, for the day is another claim.
pub(super) fn said(articles: &[Facts], d: &Dated) -> Said {
    let span = statement(articles, d).span;
    let words = d.time.span.of(&articles[d.at.article as usize].article.text);
    let mark = clocks::hour_of(words)
        .map_or(d.time.span, |r| Span::new(d.time.span.start + r.start as u32, d.time.span.start + r.end as u32));
    Said { article: d.at.article, span, mark, value: d.time.value.clone() }
}
