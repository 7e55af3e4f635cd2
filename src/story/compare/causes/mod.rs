//! Why something happened: the causes that the articles name, agreed upon or not.
//!
//! ```text
//! The fire was started by a spark    the cause of the crash was ice    officials have blamed a harvester
//! ```
//! A mishap has one cause, so two are a conflict; a decision may have several reasons.

mod turns;

use super::deeds::PREPOSITIONS;
use super::index::{At, Index, shared};
use super::phrase::{NEGATIONS, Phrase};
use super::{Draft, Said, Telling};
use crate::claim::{Term, Turns};
use crate::facts::Facts;
use crate::order::Arrange;
use crate::span::Span;
use crate::story::{Aspect, RowKind};
use turns::{CAUSED_BY, DETERMINERS, FAULTS, KNOWN, LED_TO, MISHAPS, POINT_TO, REASONS, VAGUE, WEIGHED};

/// A cause that an article names.
struct Causal {
    at: At,
    clause: Span,
    mark: Span,
    /// What the cause is.
    cause: Vec<Term>,
    /// The word that stands for it: mostly its first.
    head: Term,
    /// What it brought about, with what the sentence before speaks of where it does not say.
    effect: Vec<Term>,
    /// What of it stands first, where the clause says what it brought about: its subject, mostly.
    lead: Vec<Term>,
    /// Whether the article leaves it to the sentences before what it brought about.
    open: bool,
    /// Whether somebody's reason is told rather than the cause of a mishap.
    reason: bool,
}

/// Articles of which two sentences are so much alike tell of one thing.
const NEAR: f32 = 0.25;

/// Causes in one group at most.
const LARGEST: usize = 60;

/// Finds the rows about causes.
pub(super) fn rows(story: &Telling, drafts: &mut Vec<Draft>) {
    let mut all: Vec<Causal> = Vec::new();
    for (a, facts) in story.articles.iter().enumerate() {
        collect(a as u32, facts, &mut all);
    }
    // Causes of one effect, and whether they are the same.
    let mut groups: Vec<usize> = (0..all.len()).collect();
    let mut blocks: Vec<(Term, usize)> = Vec::new();
    for (i, causal) in all.iter().enumerate() {
        blocks.extend(causal.effect.iter().chain(&causal.cause).map(|&t| (t, i)));
    }
    // Causes of what goes without saying: of articles about one story they are of one thing.
    blocks.extend(all.iter().enumerate().filter(|(_, c)| c.open && !c.reason).map(|(i, _)| (0, i)));
    blocks.arrange();
    blocks.dedup();
    let names = names(story);
    // Articles that have a sentence in common, more or less.
    let mut near: Vec<(u32, u32)> =
        story.pairs.iter().filter(|p| p.2 >= NEAR).map(|p| (p.0.article, p.1.article)).collect();
    near.arrange();
    near.dedup();
    for block in blocks.chunk_by(|x, y| x.0 == y.0).filter(|b| b.len() > 1) {
        for pair in block.windows(2) {
            let (x, y) = (&all[pair[0].1], &all[pair[1].1]);
            let one_story = || {
                let (a, b) = (x.at.article.min(y.at.article), x.at.article.max(y.at.article));
                shared(&names[a as usize], &names[b as usize]).count() > 1 || near.binary_search(&(a, b)).is_ok()
            };
            if x.reason == y.reason
                && one_time(story, x, y)
                && (one_effect(story.index, x, y) || (pair[0].0 == 0 && one_story()))
            {
                unite(&mut groups, pair[0].1, pair[1].1);
            }
        }
    }
    let mut members: Vec<(usize, usize)> = (0..all.len()).map(|i| (root(&groups, i), i)).collect();
    members.arrange();
    for group in members.chunk_by(|x, y| x.0 == y.0) {
        let group: Vec<&Causal> = group.iter().map(|m| &all[m.1]).take(LARGEST).collect();
        if group.iter().any(|c| c.at.article != group[0].at.article) {
            draft(story.index, &group, drafts);
        }
    }
}

/// Whether two articles were published about one time, as far as is known.
fn one_time(story: &Telling, a: &Causal, b: &Causal) -> bool {
    story.near.one(a.at.article, b.at.article)
}

/// The names of each article, sorted.
fn names(story: &Telling) -> Vec<Vec<u32>> {
    let mut names: Vec<Vec<u32>> = story.cast.index.clone();
    for list in &mut names {
        list.arrange();
        list.dedup();
    }
    names
}

fn root(groups: &[usize], mut i: usize) -> usize {
    while groups[i] != i {
        i = groups[i];
    }
    i
}

fn unite(groups: &mut [usize], a: usize, b: usize) {
    let (a, b) = (root(groups, a), root(groups, b));
    groups[a.max(b)] = a.min(b);
}

fn said(c: &Causal) -> Said {
    Said { article: c.at.article, span: c.clause, mark: c.mark, value: String::new() }
}

/// Whether two causes are told of one thing, or one speaks of what the other takes for the cause.
fn one_effect(index: &Index, a: &Causal, b: &Causal) -> bool {
    let common = |x: &[Term], y: &[Term]| shared(x, y).map(|t| index.weight(t)).sum::<f32>();
    // "The spill that shut the port", "the schools stayed shut".
    let other = !a.lead.is_empty()
        && !b.lead.is_empty()
        && shared(&a.effect, &b.effect).count() == 1
        && shared(&a.lead, &b.effect).next().is_none()
        && shared(&b.lead, &a.effect).next().is_none();
    if !a.open && !b.open && other {
        return false;
    }
    common(&a.effect, &b.effect) + common(&a.cause, &b.effect) + common(&a.effect, &b.cause) >= 0.3 * index.rarest()
}

/// Whether two articles name one cause.
fn one_cause(index: &Index, a: &Causal, b: &Causal) -> bool {
    // "a dump truck", "the truck"
    let within = || !a.reason && (a.cause.contains(&b.head) || b.cause.contains(&a.head));
    a.head == b.head || within() || (!a.reason && index.overlap(&a.cause, &b.cause) >= 0.3)
}

/// The rows of one effect.
fn draft(index: &Index, group: &[&Causal], drafts: &mut Vec<Draft>) {
    let other = |x: &Causal| group.iter().find(|y| y.at.article != x.at.article && !one_cause(index, x, y)).is_some();
    let differ: Vec<Said> = group.iter().filter(|c| other(c)).map(|c| said(c)).collect();
    if !differ.is_empty() {
        let (kind, why) = if group[0].reason {
            (RowKind::SoftConflict, "The articles give different reasons; a decision may have several.")
        } else {
            (RowKind::HardConflict, "The articles name different causes of the same thing.")
        };
        drafts.push(Draft::new(kind, Aspect::Cause, 1.8, why, differ));
    }
    let mut done = vec![false; group.len()];
    for (i, x) in group.iter().enumerate() {
        if done[i] {
            continue;
        }
        let same: Vec<usize> = (i..group.len()).filter(|&k| one_cause(index, x, group[k])).collect();
        same.iter().for_each(|&k| done[k] = true);
        if same.iter().any(|&k| group[k].at.article != x.at.article) {
            let all = same.iter().map(|&k| said(group[k])).collect();
            drafts.push(Draft::new(RowKind::Agree, Aspect::Cause, 0.7, "The articles name the same cause.", all));
        }
    }
}

/// "a fuel leak |was the likely cause", "looking at a software error |as the cause": the words
/// before it, where nothing says of what.
fn named_cause(words: &Phrase, k: usize) -> Option<std::ops::Range<usize>> {
    let n = words.one_of(k, &["was the", "is the", "as the", "as a", "was a", "considered the"])?;
    let sure = [
        "likely",
        "probable",
        "possible",
        "main",
        "most",
        "suspected",
        "sole",
        "immediate",
        "direct",
        "real",
        "root",
        "true",
    ];
    let at = (k + n..k + n + 3).find(|&j| !sure.contains(&words.of(j)))?;
    if words.one_of(at, &["cause", "trigger", "explanation", "culprit"]).is_none()
        || words.one_of(at + 1, &["of", "for"]).is_some()
    {
        return None;
    }
    let stops =
        ["said", "that", "at", "on", "to", "considering", "is", "are", "was", "were", "named", "identified", "but"];
    let from =
        (k.saturating_sub(7)..k).rev().take_while(|&j| !stops.contains(&words.of(j)) && !words.pauses(j)).last()?;
    let from = if k > 0 && words.pauses(k - 1) { return None } else { from };
    (from < k).then_some(from..k)
}

/// "|Metal fatigue had brought the gate down", "|A seismic event led to a fall of ground": the cause, and what it brought
/// about, by the verb at `k`.
fn active(words: &Phrase, k: usize) -> Option<(std::ops::Range<usize>, std::ops::Range<usize>)> {
    let n = words.any(k, &LED_TO)?;
    let back = |i: usize| k.checked_sub(i).map_or("", |i| words.of(i));
    if ["is", "are", "was", "were", "been", "be", "to", "and"].contains(&back(1)) || words.is(k + n, "by") {
        return None;
    }
    let effect = k + n..words.end(k + n, 6);
    let down = !words.is(k, "brought") || words.is(k, "brought down") || effect.clone().any(|i| words.is(i, "down"));
    if !down || !effect.clone().any(|i| words.any(i, &MISHAPS).is_some()) {
        return None;
    }
    let last = k - usize::from(["had", "has", "have", "probably", "also"].contains(&back(1)));
    let opens =
        |i: &usize| !words.pauses(*i) && words.one_of(*i, &["that", "said", "says", "which", "who", "not"]).is_none();
    let first = (0..last).rev().take_while(|i| *i + 1 == last || opens(i)).last()?;
    let pronoun =
        words.one_of(first, &["it", "this", "that", "they", "he", "she", "what", "which", "nothing"]).is_some();
    (!pronoun && last - first <= 9).then_some((first..last, effect))
}

/// "What destroyed it was |a crack", "It is the blasting that has loosened the hill" → blasting.
fn what_did(words: &Phrase, k: usize) -> Option<usize> {
    static DID: Turns = Turns::new(&[
        "caused",
        "destroyed",
        "killed",
        "brought",
        "triggered",
        "started",
        "sank",
        "loosened",
        "weakened",
        "burst",
        "broke",
        "ignited",
        "did for",
    ]);
    let did = |r: std::ops::Range<usize>| r.into_iter().any(|j| words.any(j, &DID).is_some());
    if words.is(k, "what") && did(k + 1..k + 3) {
        return (k + 2..(k + 8).min(words.len()))
            .find(|&j| words.one_of(j, &["was", "is"]).is_some())
            .map(|j| j + 1 - k);
    }
    let n = words.one_of(k, &["it was", "it is"])?;
    let that = (k + n + 1..k + n + 6).find(|&j| words.one_of(j, &["that", "which"]).is_some())?;
    (!words.is(k + n, "not") && did(that + 1..that + 4)).then_some(n)
}

/// The first words of what a cause brought about, without whoever says so.
fn lead(words: &Phrase, effect: std::ops::Range<usize>) -> Vec<Term> {
    let said = effect.clone().rev().find(|&i| words.one_of(i, &["said", "says", "say"]).is_some());
    let from = said.map_or(effect.start, |i| i + 1);
    let apart = |i: usize| PREPOSITIONS.contains(&words.of(i)) || words.one_of(i, &["that", "which", "who"]).is_some();
    let own = (from..effect.end).take_while(|&i| i == from || !apart(i));
    // "the disaster" may be any of them.
    if own.clone().any(|i| words.any(i, &VAGUE).is_some()) {
        return Vec::new();
    }
    let mut lead: Vec<Term> = own.filter_map(|i| words.term(i)).take(2).collect();
    lead.arrange();
    lead
}

fn collect(article: u32, facts: &Facts, all: &mut Vec<Causal>) {
    let statements = &facts.claims.statements;
    for (i, statement) in statements.iter().enumerate() {
        if statement.commentary > 1 {
            continue;
        }
        let words = Phrase::new(facts, statement.span);
        // "was not due to the rain"; of "due to the rain and not to the wind" the rain is the cause.
        let denied = (0..words.len()).find(|&k| words.any(k, &NEGATIONS).is_some());
        let denied = denied.filter(|_| statement.negated && !statement.denied.is_empty());
        let before = || {
            let from = i.saturating_sub(3);
            statements[from..i]
                .iter()
                .filter(|s| s.sentence + 1 >= statement.sentence)
                .flat_map(|s| s.terms.iter().copied())
        };
        // "several hypotheses are being considered", "are looking into whether it was caused by a fault".
        let weighed = (0..words.len()).find(|&k| words.any(k, &WEIGHED).is_some());
        // A cause whose noun phrase is known.
        let named = |cause: std::ops::Range<usize>, head: Term, effect: Vec<Term>, open: bool| {
            Some(Causal {
                at: At { article, sentence: statement.sentence },
                clause: statement.span,
                mark: words.span(cause.clone())?,
                cause: words.terms(cause),
                head,
                effect,
                lead: Vec::new(),
                open,
                reason: false,
            })
        };
        let read = |k: usize| {
            if weighed.is_some_and(|w| w < k) {
                return None;
            }
            let (from, effect, reason) = if let Some(n) = words.any(k, &REASONS) {
                (k + n, None, true)
            } else if let Some(n) = words.any(k, &CAUSED_BY) {
                (k + n, Some(0..k), false)
            } else if let Some(n) = words.any(k, &POINT_TO) {
                (k + n, None, false)
            } else if let Some(n) = words.any(k, &FAULTS).or_else(|| what_did(&words, k)) {
                (k + n, None, false)
            } else if let Some(found) = named_cause(&words, k) {
                let head = found.clone().rev().find_map(|j| words.term(j))?;
                let mut effect: Vec<Term> = before().collect();
                effect.arrange();
                effect.dedup();
                return named(found, head, effect, true);
            } else if let Some((cause, effect)) = active(&words, k) {
                let noun = cause.clone().take_while(|&j| j == cause.start || !PREPOSITIONS.contains(&words.of(j)));
                let head = noun.filter_map(|j| words.term(j)).last()?;
                let effect = words.terms(effect);
                let open = effect.len() < 2;
                return named(cause, head, effect, open);
            } else if let Some(n) = words.one_of(k, &["cause of", "cause for"]) {
                let is = (k + n..words.len()).find(|&j| ["is", "was"].contains(&words.of(j)))?;
                (is + 1, Some(k..is), words.is(k, "cause for"))
            } else {
                return None;
            };
            // "based on several videos": how it is known.
            let known = words.is(k, "based on") && (from..words.end(from, 5)).any(|i| words.any(i, &KNOWN).is_some());
            if known {
                return None;
            }
            // "is due to arrive": a plan; "is due to a leak": a cause.
            let plan = k > 0 && ["is", "are", "was", "were"].contains(&words.of(k - 1));
            if words.is(k, "due to") && plan && words.any(k + 2, &DETERMINERS).is_none() {
                return None;
            }
            // "had complained about cracks in the wall": nobody says that they were the cause.
            if words.any(k, &FAULTS).is_some()
                && words.is(k.wrapping_sub(1), "about")
                && !words.is(k.wrapping_sub(2), "speculation")
            {
                return None;
            }
            let fault = (from..from + 3).find_map(|j| Some(j + words.any(j, &FAULTS)?));
            let from = fault.unwrap_or(from);
            let end = words.end(from, 9);
            let cause = words.terms(from..end);
            let head = (from..end).find_map(|j| words.term(j))?;
            let lead = effect.clone().filter(|_| !reason).map(|r| lead(&words, r)).unwrap_or_default();
            let open = effect.as_ref().is_none_or(|e| words.terms(e.clone()).len() < 2);
            let mut terms = effect.map(|r| words.terms(r)).unwrap_or_default();
            // "blames the wind for the slide"
            if words.of(k).starts_with("blam")
                && let Some(of) = (end..words.len()).find(|&j| words.is(j, "for"))
            {
                terms.extend(words.terms(of + 1..words.end(of + 1, 6)));
            }
            if reason {
                terms.extend(words.terms(0..words.len()));
                terms.extend(
                    statements[i + 1..]
                        .iter()
                        .take_while(|s| s.sentence == statement.sentence)
                        .flat_map(|s| s.terms.iter().copied()),
                );
            } else if terms.len() < 2 {
                terms.extend(before());
                terms.extend(words.terms(0..from));
            }
            terms.arrange();
            terms.dedup();
            terms.retain(|t| !cause.contains(t));
            let at = At { article, sentence: statement.sentence };
            Some(Causal {
                at,
                clause: statement.span,
                mark: words.span(from..end)?,
                cause,
                head,
                effect: terms,
                lead,
                open,
                reason,
            })
        };
        all.extend((0..denied.unwrap_or(words.len())).find_map(read));
    }
}
