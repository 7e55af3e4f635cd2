//! Denials that seem to meet what another article tells, and are of somebody or something else.

use super::{MOST, Which};
use crate::claim::{Statement, Term, Turns};
use crate::entity::EntityKind;
use crate::event::TriggerKind;
use crate::facts::Facts;
use crate::span::Span;
use crate::story::compare::Telling;
use crate::story::compare::deeds::Deed;
use crate::story::compare::index::shared;
use crate::story::compare::phrase::{NEGATIONS, Phrase};

/// Words of what went away: who is without a thing has lost it.
static GONE: Turns = Turns::new(&[
    "lost",
    "lose",
    "loses",
    "losing",
    "without",
    "lack",
    "lacked",
    "lacks",
    "cut",
    "cancelled",
    "canceled",
    "postponed",
]);

/// Words that part whoever speaks from what is said.
static SAID: Turns =
    Turns::new(&["said", "says", "told", "tells", "added", "adds", "claimed", "claims", "wrote", "insisted", "that"]);

/// Least likeness to what denies something of "the third".
const OF_OTHERS: f32 = 0.25;

/// Whether two clauses speak of two who are named, or of two years, or both of what is gone.
pub(super) fn elsewhere(story: &Telling, deny: (Which, &Statement), say: (Which, &Statement)) -> bool {
    let facts = |w: &Which| &story.articles[w.0.article as usize];
    let (a, b) = (facts(&deny.0), facts(&say.0));
    let has = |f: &Facts, s: &Statement, list: &Turns| {
        let clause = Phrase::new(f, s.span);
        (0..clause.len()).any(|i| clause.any(i, list).is_some())
    };
    if has(b, say.1, &GONE) && has(a, deny.1, &GONE) {
        return true;
    }
    // "No contact was made" and "they lost contact".
    let told = Phrase::new(b, say.1.span);
    let term = |i: usize| told.term(i).filter(|t| deny.1.denied.binary_search(t).is_ok());
    let lost = |i: usize| told.any(i, &GONE).is_some() && term(i).is_none();
    if (0..told.len()).any(|i| lost(i) && (i + 1..i + 6).any(|k| term(k).is_some())) {
        return true;
    }
    // Long ago it was otherwise.
    let past = |f: &Facts, s: &Statement| {
        let year = f.article.published_date().map(|d| d.year())?;
        let since = |at: u32| f.article.text[..at as usize].ends_with("since ");
        let here = f.times_in(s.span).filter(|t| !since(t.span.start));
        here.filter_map(|t| t.days).map(|d| d.to.year()).min().filter(|&y| y + 1 < year)
    };
    let (p, q) = (past(a, deny.1), past(b, say.1));
    if p != q {
        return true;
    }
    let who = |w: &Which, s: &Statement| {
        let f = facts(w);
        let from = f.entities.mentions.partition_point(|m| m.span.start < s.span.start);
        let first = f.entities.mentions.get(from).filter(|m| m.span.start < s.span.start + 14)?;
        let able = first.kind == EntityKind::Person;
        story.cast.index.get(w.0.article as usize)?.get(first.cluster as usize).copied().filter(|_| able)
    };
    let entity = |w: &Which, s: &Statement, e: u32| {
        let f = facts(w);
        let index = story.cast.index.get(w.0.article as usize);
        let from = f.entities.mentions.partition_point(|m| m.span.start < f.sentences[s.sentence as usize].start);
        let here = f.entities.mentions[from..].iter().take_while(|m| m.span.start < s.span.end);
        here.into_iter().any(|m| index.and_then(|i| i.get(m.cluster as usize)) == Some(&e))
    };
    // Who stands right before a word, and does what it tells.
    let subject = |w: &Which, before: u32| {
        let f = facts(w);
        let index = story.cast.index.get(w.0.article as usize)?;
        let s = &f.claims.statements[w.1 as usize];
        let from = f.entities.mentions.partition_point(|m| m.span.start < s.span.start);
        let named = f.entities.mentions[from..].iter().take_while(|m| m.span.end <= before);
        let last = named.last().filter(|m| m.kind == EntityKind::Person)?;
        let between = Phrase::new(f, Span::new(last.span.end, before));
        let lead = Phrase::new(f, Span::new(s.span.start, last.span.start));
        let by =
            (0..lead.len()).rev().take_while(|&i| i + 1 == lead.len() || !lead.pauses(i)).any(|i| lead.is(i, "by"));
        let apart = between.len() > 3 || (0..between.len()).any(|i| between.any(i, &SAID).is_some());
        index.get(last.cluster as usize).copied().filter(|_| !apart && !by)
    };
    // "Ms Lund did not leave the board", "the board's chairman, Mr Dahl, left the hall".
    let denying = Phrase::new(a, deny.1.span);
    let not = (0..denying.len()).find(|&i| denying.any(i, &NEGATIONS).is_some()).and_then(|i| denying.span(i..i + 1));
    let verb = (0..told.len()).find(|&i| told.term(i).is_some_and(|t| t == deny.1.refused));
    let verb = verb.and_then(|i| told.span(i..i + 1));
    if let (Some(not), Some(verb)) = (not, verb)
        && let (Some(x), Some(y)) = (subject(&deny.0, not.start), subject(&say.0, verb.start))
        && x != y
    {
        return true;
    }
    if of_another_noun(deny.1, &denying, say.1, &told) {
        return true;
    }
    // "has not had the money", "had the cup": what was done is the same, to something else.
    let mut hits = shared(&deny.1.denied, &say.1.terms);
    if let (Some(hit), None) = (hits.next(), hits.next())
        && deny.1.denied.len() > 1
    {
        let from = story.deeds.partition_point(|d| d.at < say.0.0);
        let mut here = story.deeds[from..].iter().take_while(|d| d.at == say.0.0);
        let (all, part) = (story.index.sum(deny.1.denied.iter().copied()), story.index.weight(hit));
        let other = |d: &Deed| {
            let object = d.theme.head != 0 && d.theme.head != d.agent.head && !d.event.passive;
            let of_another = object && deny.1.denied.binary_search(&d.theme.head).is_err();
            // "sent an alarm": the noun is what was done.
            let before = b.article.text[..d.event.trigger.start as usize].trim_end();
            let verb = d.event.trigger_kind == TriggerKind::Clause
                && !["a", "an", "the", "no"].iter().any(|w| before.rsplit(' ').next() == Some(w));
            d.statement == say.0.1 && verb && d.verb == hit && (of_another || part < MOST * all)
        };
        if here.any(other) {
            return true;
        }
    }
    let (x, y) = (who(&deny.0, deny.1), who(&say.0, say.1));
    matches!((x, y), (Some(x), Some(y)) if x != y && !entity(&deny.0, deny.1, y) && !entity(&say.0, say.1, x))
}

/// Whether all that the two have in common stands before another noun in each: "no |major violence", "in major cities".
fn of_another_noun(deny: &Statement, denying: &Phrase, say: &Statement, told: &Phrase) -> bool {
    let mut hits = shared(&deny.denied, &say.terms);
    let (Some(hit), None) = (hits.next(), hits.next()) else { return false };
    let behind = |words: &Phrase| {
        let at = (0..words.len()).find(|&i| words.term(i) == Some(hit))?;
        words.term(at + 1).filter(|_| !words.pauses(at))
    };
    // What is denied itself stands behind it, and nothing of that is told.
    let denied = behind(denying).filter(|t| deny.denied.binary_search(t).is_ok());
    // "not done on the mountain at all", "won the |mountain stage"
    let placed = |words: &Phrase| {
        let at = (0..words.len()).find(|&i| words.term(i) == Some(hit)).unwrap_or_default();
        (1..3).any(|k| at >= k && words.one_of(at - k, &["on", "in", "at", "inside"]).is_some())
    };
    let alone =
        behind(denying).is_none() && deny.denied.len() == 1 && deny.subject == 0 && placed(denying) && !placed(told);
    let other = |y: Term| denied.map_or(alone, |x| x != y);
    behind(told).is_some_and(other)
}

/// Whether a denial is of somebody or something that only the sentence before names: "None of them died", "The third did
/// not move".
pub(super) fn is_of_others(facts: &Facts, statement: &Statement, similarity: f32) -> bool {
    const ORDINALS: [&str; 6] = ["the first", "the second", "the third", "the other", "the others", "the last"];
    const HELPED: [&str; 8] = ["did", "does", "was", "is", "has", "had", "were", "would"];
    let words = Phrase::new(facts, statement.span);
    let of_them = words.is(0, "none of") && words.one_of(2, &["them", "these", "those"]).is_some();
    let nth = || words.one_of(0, &ORDINALS).is_some() && words.one_of(2, &HELPED).is_some();
    of_them || (similarity < OF_OTHERS || statement.denied.len() < 2) && nth()
}
