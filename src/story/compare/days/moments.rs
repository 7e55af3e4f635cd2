//! Times of day of what happens once, by whatever verb it is told: leaving one place, coming to it, the
//! beginning and the end of one thing.
//!
//! ```text
//! a: the column set off from the Corn Market at 11   b: the crowd did not leave the Corn Market until 12.30
//! a: the hearing began at 9.30 a.m.                  b: the hearing opened at ten
//! ```

use super::clocks::Relation;
use super::dated::{Dated, statement};
use super::hours;
use super::once::MORE;
use crate::entity::EntityKind;
use crate::event::Certainty;
use crate::order::{halves, numbers, pair};
use crate::span::Span;
use crate::story::compare::deeds::Deed;
use crate::story::compare::index::BySentence;
use crate::story::compare::{Draft, Telling};
use crate::story::{Aspect, RowKind};

/// Moments of one kind and thing that are compared pair by pair, at most.
const FEW: usize = 24;
/// Minutes within which one of two may be told roughly, and beyond which they are of two things.
const ROUGHLY: i32 = 10;
const LONG: i32 = 6 * 60;
/// Bytes behind its verb within which a place is left or reached.
const CLOSE: u32 = 40;

/// The verbs of one kind. Those marked @ are of a place, the others of what begins or ends.
const KINDS: [&[&str]; 4] = [
    &["@", "leave", "depart", "set off", "set out", "start out", "move off", "pull out", "take off", "sail"],
    &["@", "arrive", "reach", "land", "touch down", "pull in", "dock"],
    &["", "begin", "start", "open", "commence", "get", "kick off"],
    &["", "end", "finish", "conclude", "wind up", "break up", "cease"],
];

/// Finds the rows about hours of one moment that lie apart.
pub(super) fn rows(story: &Telling, dated: &BySentence<Dated>, drafts: &mut Vec<Draft>) {
    let mut all: Vec<u64> = Vec::new();
    let clocks: Vec<Option<&Dated>> = story.deeds.iter().map(|d| clock_of(story, dated, d)).collect();
    for (i, d) in story.deeds.iter().enumerate().filter(|d| clocks[d.0].is_some()) {
        let Some(kind) = KINDS.iter().position(|k| k[1..].contains(&&*d.event.lemma)) else { continue };
        let salt = (kind as u32 + 1).wrapping_mul(0x9e37_79b9);
        let mut add = |of: u32| all.push(pair(of ^ salt, i as u32));
        if KINDS[kind][0] == "@" {
            place(story, d).into_iter().for_each(&mut add);
        } else {
            [d.theme.head, d.theme.entity.unwrap_or_default()].into_iter().filter(|h| *h != 0).for_each(&mut add);
        }
    }
    numbers(&mut all);
    for run in all.chunk_by(|&a, &b| halves(a).0 == halves(b).0).filter(|r| r.len() <= FEW) {
        for (k, &i) in run.iter().enumerate() {
            for &j in &run[k + 1..] {
                let of = |i: u64| (&story.deeds[halves(i).1 as usize], clocks[halves(i).1 as usize]);
                let ((p, x), (q, y)) = (of(i), of(j));
                if let Some((x, y)) = x.zip(y).filter(|_| p.at.article != q.at.article && is_of_one(p, q)) {
                    differ(story, x, y, drafts);
                }
            }
        }
    }
}

/// Two times of one moment.
pub(super) fn differ(story: &Telling, x: &Dated, y: &Dated, drafts: &mut Vec<Draft>) {
    let (Some(a), Some(b)) = (x.clock, y.clock) else { return };
    let one_day = x.days == y.days || ((x.bare || y.bare) && story.near.one(x.at.article, y.at.article));
    let more = |d: &Dated| {
        let facts = &story.articles[d.at.article as usize];
        let told = Span::new(statement(story.articles, d).span.start, d.time.span.end);
        let text = told.of(&facts.article.text);
        MORE.iter().any(|w| text.contains(w))
    };
    let Relation::Apart(minutes) = a.relation(b, None) else { return };
    if one_day && !a.is_zoned(b) && (ROUGHLY + 1..=LONG).contains(&minutes) && !more(x) && !more(y) {
        let why = "The same moment is told of two times of day.";
        let both = vec![hours::said(story.articles, x), hours::said(story.articles, y)];
        drafts.push(Draft::new(RowKind::HardConflict, Aspect::Date, 1.4, why, both));
    }
}

/// The time of day that dates a deed, or the only one of its clause; of what was not done "until
/// 12.30" as well.
pub(super) fn clock_of<'d, 's>(story: &Telling, dated: &'d BySentence<Dated<'s>>, d: &Deed) -> Option<&'d Dated<'s>> {
    let clocks = || dated.of(d.at).iter().filter(|t| t.clock.is_some());
    let mut here = clocks().filter(|t| t.statement == d.statement);
    // "At ten past two, while the guards slept, they opened fire": its time opens the sentence.
    let named = clocks().find(|t| d.event.when.time == Some(t.time.span));
    let only = || here.next().filter(|t| here.next().is_none() && t.time.span.start > d.event.trigger.end);
    let time = named.or_else(only)?;
    let text = story.articles[d.at.article as usize].article.text.as_str();
    let before = &text[d.event.trigger.end.min(time.time.span.start) as usize..time.time.span.start as usize];
    // "lasted until 12.30" is over then, "did not leave until 12.30" is done then.
    let over = before.ends_with(" until ") && d.event.when.time != Some(time.time.span);
    let told = matches!(d.event.certainty, Certainty::Reported | Certainty::Claimed);
    (told && !over && !before.contains([',', ';'])).then_some(time)
}

/// The place named close behind a verb, as whose a name of the story or a word counts.
fn place(story: &Telling, d: &Deed) -> Option<u32> {
    let facts = &story.articles[d.at.article as usize];
    let end = d.event.trigger.end;
    let from = facts.entities.mentions.partition_point(|m| m.span.start < end);
    let named = facts.entities.mentions.get(from)?;
    let close = named.span.start - end <= CLOSE && named.span.start < d.event.sentence.end;
    let is_place = matches!(named.kind, EntityKind::Place | EntityKind::Facility);
    // "left Oslo for Bergen": the first of them; "left for Bergen" leaves another place.
    let between = facts.article.text.get(end as usize..named.span.start as usize)?.trim();
    let plain = matches!(between, "" | "from" | "at" | "in" | "the" | "from the" | "at the");
    let entity = story.cast.index.get(d.at.article as usize)?.get(named.cluster as usize).copied();
    entity.filter(|_| close && is_place && plain)
}

/// Whether two deeds may be of one thing: of one subject, or of common nouns both.
pub(super) fn is_of_one(p: &Deed, q: &Deed) -> bool {
    let (a, b) = (&p.agent, &q.agent);
    let named = |d: &Deed| d.agent.entity.or(d.theme.entity.filter(|_| d.agent.head == 0));
    match (named(p), named(q)) {
        (Some(x), Some(y)) => x == y,
        (None, None) => true,
        _ => a.head != 0 && a.head == b.head,
    }
}
