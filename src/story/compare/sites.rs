//! Where a deed was done: "the eye came ashore near Balsan" against "in Puerto Gil, where the eye of the storm came
//! ashore".
//!
//! Deeds of one verb and one theme are held against each other by the place that stands behind the verb, or before
//! "where". A place that the other article names as well may hold both, and proves nothing.

use super::deeds::Deed;
use super::{Draft, Telling};
use crate::claim::Statement;
use crate::entity::{EntityKind, Mention};
use crate::event::Certainty;
use crate::facts::Facts;
use crate::letter::lower;
use crate::order::halves;
use crate::span::Span;
use crate::story::compare::Said;
use crate::story::{Aspect, RowKind};

/// Bytes between a verb and its place, and between a place and the next or "where", at most.
const NEAR: usize = 48;
/// Bytes between a place and what it opens.
const LED: usize = 60;

/// The least likeness of the two sentences.
const ALIKE: f32 = 0.05;

/// Where a deed was done.
struct Site {
    entity: u32,
    mark: Span,
}

/// Finds the rows of one deed in two places.
pub(super) fn rows(story: &Telling, found: &mut Vec<Draft>) {
    let sites: Vec<Option<Site>> = story.deeds.iter().map(|d| site(story, d)).collect();
    for (i, j) in story.retold.iter().map(|&r| halves(r)) {
        let (Some(x), Some(y)) = (&sites[i as usize], &sites[j as usize]) else { continue };
        let (p, q) = (&story.deeds[i as usize], &story.deeds[j as usize]);
        if x.entity == y.entity
            || of_two_times(p, q)
            || story.index.similarity(p.at, q.at) < ALIKE
            || names(story, p, y.entity)
            || names(story, q, x.entity)
            || alike(story, x, y)
        {
            continue;
        }
        let why = "The same thing is told of two places.";
        let said = vec![said(story, p, x), said(story, q, y)];
        found.push(Draft::new(RowKind::HardConflict, Aspect::Place, 1.5, why, said));
    }
}

/// Whether two deeds are of days that exclude each other: two of a kind, then.
fn of_two_times(p: &Deed, q: &Deed) -> bool {
    let (x, y) = (p.event.when.days, q.event.when.days);
    x.zip(y).is_some_and(|(x, y)| x.to < y.from || y.to < x.from)
}

/// Whether an article names a place anywhere.
fn names(story: &Telling, d: &Deed, entity: u32) -> bool {
    story.cast.index.get(d.at.article as usize).is_some_and(|cast| cast.contains(&entity))
}

/// Whether one name holds the other: "Balsan" and "Balsan Bay".
fn alike(story: &Telling, x: &Site, y: &Site) -> bool {
    let name = |s: &Site| story.cast.entities.get(s.entity as usize).map(|e| lower(&e.name)).unwrap_or_default();
    let (a, b) = (name(x), name(y));
    a.contains(&b) || b.contains(&a)
}

fn said(story: &Telling, d: &Deed, site: &Site) -> Said {
    let statement = statement(story, d);
    let span = statement.span.cover(site.mark);
    let value = story.cast.entities.get(site.entity as usize).map(|e| e.id.clone()).unwrap_or_default();
    Said { article: d.at.article, span, mark: site.mark, value }
}

fn statement<'s>(story: &Telling<'s>, d: &Deed) -> &'s Statement {
    &story.articles[d.at.article as usize].claims.statements[d.statement as usize]
}

/// The place of a deed.
fn site(story: &Telling, d: &Deed) -> Option<Site> {
    if !matches!(d.event.certainty, Certainty::Reported | Certainty::Claimed) {
        return None;
    }
    let facts = &story.articles[d.at.article as usize];
    let clause = statement(story, d).span;
    let opens = clause.of(&facts.article.text).get(..6).is_some_and(|w| w.eq_ignore_ascii_case("where "));
    let mention = if opens { before(facts, d, clause.start) } else { behind(facts, d, clause) }?;
    let entity = *story.cast.index.get(d.at.article as usize)?.get(mention.cluster as usize)?;
    Some(Site { entity, mark: mention.span })
}

fn is_place(m: &Mention) -> bool {
    matches!(m.kind, EntityKind::Place | EntityKind::Facility)
}

/// The place close behind the verb, with a preposition that puts something there.
fn behind<'f>(facts: &'f Facts, d: &Deed, clause: Span) -> Option<&'f Mention> {
    const IN: [&str; 9] = ["in", "at", "near", "outside", "off", "over", "on", "beneath", "under"];
    let (text, mentions) = (&facts.article.text, &facts.entities.mentions);
    let end = d.event.trigger.end;
    let place = mentions.get(mentions.partition_point(|m| m.span.start < end)).filter(|m| is_place(m))?;
    let between = text.get(end as usize..place.span.start as usize)?;
    let plain =
        between.len() <= NEAR && !between.contains([',', ';', '.', ':', '—', '"']) && clause.contains(place.span);
    let led = between.rsplit(' ').filter(|w| !w.is_empty()).take(6).any(|w| IN.contains(&w));
    let moved = between.split(' ').any(|w| matches!(w, "to" | "from" | "into" | "towards" | "toward" | "for"));
    (plain && led && !moved).then_some(place)
}

/// The place that "where" takes up: "in |Puerto Gil, at the southern tip of Calirao, where".
fn before<'f>(facts: &'f Facts, d: &Deed, opening: u32) -> Option<&'f Mention> {
    let (text, mentions) = (&facts.article.text, &facts.entities.mentions);
    let until = mentions.partition_point(|m| m.span.end <= opening);
    let from = facts.events.partition_point(|e| e.sentence.end <= d.event.sentence.start);
    let here = facts.events[from..].iter().take_while(|e| e.sentence.start < opening);
    let mut end = opening;
    let mut found = None;
    for m in mentions[..until].iter().rev().take_while(|m| m.span.start >= d.event.sentence.start) {
        let between = text.get(m.span.end as usize..end as usize).unwrap_or_default();
        let told = here.clone().any(|e| e.trigger.start >= m.span.end && e.trigger.end <= end);
        if !is_place(m) || between.len() > LED || told {
            break;
        }
        (found, end) = (Some(m), m.span.start);
    }
    found
}
