//! Who did what: the verbs of all articles with their subject and object, as comparable words.
//!
//! ```text
//! The blaze broke out on Monday  → begin: fire        The fire was started by a spark → begin: fire, by spark
//! ```
//! Two deeds of one verb and one theme may be the same deed, told by two articles.

use super::index::At;
use super::phrase::Phrase;
use crate::claim::{Term, words};
use crate::event::{Event, TriggerKind};
use crate::facts::Facts;
use crate::order::{Arrange, numbers, pair};
use crate::span::Span;
use crate::story::cast::Cast;

/// Words that end an object.
pub(super) const PREPOSITIONS: [&str; 18] = [
    "in", "on", "at", "from", "to", "by", "with", "near", "off", "into", "after", "before", "over", "for", "out", "up",
    "during", "outside",
];

/// A party to a deed.
#[derive(Clone, Debug, Default)]
pub(super) struct Party {
    /// Its last content word, 0 where it has none: "the board of the bank" → board.
    pub head: Term,
    /// The united name that it holds.
    pub entity: Option<u32>,
}

/// A verb of one article.
pub(super) struct Deed<'s> {
    pub at: At,
    /// Index of its statement.
    pub statement: u32,
    pub event: &'s Event,
    pub verb: Term,
    /// Who does it, where the clause says so.
    pub agent: Party,
    /// Whom or what it happens to; the subject of a verb without an object.
    pub theme: Party,
}

/// The deeds of all articles, in order of the text.
pub(super) fn collect<'s>(articles: &'s [Facts], cast: &Cast) -> Vec<Deed<'s>> {
    let mut all = Vec::new();
    for (a, facts) in articles.iter().enumerate() {
        for event in facts.events.iter().filter(|e| e.trigger_kind == TriggerKind::Clause) {
            let statements = &facts.claims.statements;
            let at = statements.partition_point(|s| s.span.end <= event.trigger.start);
            let Some(statement) = statements.get(at).filter(|s| s.span.contains(event.trigger)) else { continue };
            let Some(verb) = verb(&event.lemma) else { continue };
            let subject = event.subject.map(|s| party(facts, cast, a, s)).unwrap_or_default();
            let behind = behind(facts, cast, a, event);
            let (agent, theme) = match event.passive {
                true => (behind.unwrap_or_default(), subject),
                false if behind.as_ref().is_some_and(|b| b.head != 0) => (subject, behind.unwrap_or_default()),
                false => (subject.clone(), subject),
            };
            let at_sentence = At { article: a as u32, sentence: statement.sentence };
            all.push(Deed { at: at_sentence, statement: at as u32, event, verb, agent, theme });
        }
    }
    all
}

/// The term of a verb; of its first word where it has a particle.
fn verb(lemma: &str) -> Option<Term> {
    match lemma.split_once(' ') {
        Some((verb, particle)) => words::phrasal(verb, particle).or_else(|| words::term(verb)),
        None => words::term(lemma),
    }
}

/// The object of a verb, or who does what its subject suffers ("by …").
fn behind(facts: &Facts, cast: &Cast, article: usize, event: &Event) -> Option<Party> {
    let text = facts.article.text.as_str();
    let rest = Span::new(event.trigger.end, event.sentence.end.min(event.trigger.end.saturating_add(90)));
    if rest.start >= rest.end || !text.is_char_boundary(rest.end as usize) {
        return None;
    }
    let words = Phrase::new(facts, rest);
    let mut from = 0;
    if event.passive {
        from = (0..words.len().min(8)).find(|&i| words.is(i, "by"))? + 1;
    } else if before(text, event.trigger, rest.start, &words) {
        return None;
    }
    let opens =
        ["the", "a", "an", "its", "his", "her", "their", "this", "that", "these", "those", "some", "all", "no", "our"];
    let first = words.of(from);
    let lower = crate::letter::lower(first);
    // A preposition, an adverb or a time is no object.
    let none = (crate::event::is_small(&lower) && !opens.contains(&lower.as_str())) || lower.ends_with("ly");
    if !event.passive
        && (none || event.when.time.is_some_and(|t| words.span(from..from + 1).is_some_and(|s| t.overlaps(s))))
    {
        return None;
    }
    let mut end = words.end(from, 7);
    if let Some(cut) = (from + 1..end).find(|&i| {
        PREPOSITIONS.contains(&words.of(i))
            || event.when.time.is_some_and(|t| words.span(i..i + 1).is_some_and(|s| t.overlaps(s)))
    }) {
        end = cut;
    }
    Some(party(facts, cast, article, words.span(from..end)?))
}

/// Whether a mark parts the verb from what follows.
fn before(text: &str, trigger: Span, start: u32, words: &Phrase) -> bool {
    let first = words.span(0..1).map_or(start, |s| s.start);
    text[trigger.end as usize..first as usize].contains([',', ';', '.', ':', '—', '"', '“', '”'])
}

fn party(facts: &Facts, cast: &Cast, article: usize, span: Span) -> Party {
    let words = Phrase::new(facts, span);
    let of = (0..words.len())
        .find(|&i| i > 0 && ["of", "in", "at", "for", "from", "with"].contains(&words.of(i)))
        .unwrap_or(words.len());
    let head = (0..of).rev().find_map(|i| words.term(i)).unwrap_or(0);
    let mentions = &facts.entities.mentions;
    let from = mentions.partition_point(|m| m.span.end <= span.start);
    let end = words.span(0..of).map_or(span.end, |s| s.end);
    // "the Lund bridge" is not Lund.
    let named = mentions[from..].iter().take_while(|m| m.span.start < end).last().filter(|m| m.span.end + 2 >= end);
    let entity = named.and_then(|m| cast.index.get(article).and_then(|i| i.get(m.cluster as usize)).copied());
    Party { head, entity }
}

/// Pairs of deeds of different articles that share theme and verb, sorted. Of a crowd each is paired with
/// its nearest neighbours only.
pub(super) fn pairs(deeds: &[Deed]) -> Vec<u64> {
    const CROWD: usize = 24;
    let mut blocks: Vec<(Term, Term, usize)> = Vec::new();
    for (i, deed) in deeds.iter().enumerate() {
        let head = [deed.theme.head, deed.theme.entity.map_or(0, |e| e | 0x4000_0000)];
        blocks.extend(head.into_iter().filter(|h| *h != 0).map(|h| (deed.verb, h, i)));
    }
    blocks.arrange();
    // Where in the list each deed is: by a word, by a name, or by both.
    let mut places: Vec<[Option<usize>; 2]> = vec![[None; 2]; deeds.len()];
    for (at, block) in blocks.iter().enumerate() {
        let [one, other] = &mut places[block.2];
        if one.is_none() { *one = Some(at) } else { *other = Some(at) }
    }
    let mut pairs = Vec::new();
    let mut others: Vec<u64> = Vec::new();
    for (i, deed) in deeds.iter().enumerate() {
        others.clear();
        for at in places[i].into_iter().flatten() {
            let key = |b: &(Term, Term, usize)| (b.0, b.1);
            let same = blocks[at + 1..].iter().take_while(|b| key(b) == key(&blocks[at]));
            let of_others = same.filter(|b| deeds[b.2].at.article != deed.at.article);
            others.extend(of_others.take(CROWD).map(|b| b.2 as u64));
        }
        numbers(&mut others);
        others.dedup();
        pairs.extend(others.iter().map(|&k| pair(i as u32, k as u32)));
    }
    pairs
}
