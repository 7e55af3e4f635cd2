//! What tells one event from another: the names and words of its mentions, as numbers.
//!
//! Reads clauses and noun phrases; knows nothing of days.

use super::merge::Cluster;
use crate::event::{self, Event, classes};
use crate::facts::Facts;
use crate::letter::lower;
use crate::span::Span;
use std::collections::HashMap;

/// Names and words as numbers, and how telling each is.
#[derive(Debug, Default)]
pub(super) struct Features {
    /// For the hash of each word met, the number of its stem and of its class, or nothing where it
    /// tells nothing.
    words: HashMap<u32, Option<(u32, u32)>>,
    names: HashMap<u32, u32>,
    stems: HashMap<String, u32>,
    classes: HashMap<String, u32>,
    lemmas: HashMap<String, Lemma>,
    count: u32,
    weight: Vec<f32>,
    /// Weight of all features of each cluster.
    whole: Vec<f32>,
    /// For the features and extra ones of each cluster a bit each: a bit that is not there saves a search.
    marks: Vec<u64>,
}

/// What the verb or noun of an event is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Lemma {
    /// The number of its class.
    pub(super) class: u32,
    /// Whether something is said.
    pub(super) speech: bool,
    /// Whether it says only that.
    pub(super) mere: bool,
}

impl Features {
    /// What a trigger's dictionary form is.
    pub(super) fn lemma(&mut self, lemma: &str) -> Lemma {
        if let Some(&known) = self.lemmas.get(lemma) {
            return known;
        }
        let class = self.class(classes::of(lemma));
        let read = Lemma { class, speech: event::speech::is_speech(lemma), mere: event::speech::is_mere_speech(lemma) };
        self.lemmas.insert(lemma.to_owned(), read);
        read
    }

    /// The number of a class.
    fn class(&mut self, class: &str) -> u32 {
        if let Some(&n) = self.classes.get(class) {
            return n;
        }
        let n = self.classes.len() as u32;
        self.classes.insert(class.to_owned(), n);
        n
    }

    /// The number of a name, by its index into the story's names.
    pub(super) fn name(&mut self, entity: u32) -> u32 {
        let next = self.count;
        let n = *self.names.entry(entity).or_insert(next);
        self.count += u32::from(n == next);
        n
    }

    /// Adds the words of a stretch that tell one event of a class from another, as stems.
    pub(super) fn words(&mut self, facts: &Facts, stretch: Span, class: u32, list: &mut Vec<u32>) {
        for word in facts.words(stretch).iter().filter(|w| w.span.len() > 2) {
            let known = match self.words.get(&word.hash) {
                Some(known) => *known,
                None => {
                    let read = self.read(&lower(word.span.of(&facts.article.text)));
                    self.words.insert(word.hash, read);
                    read
                }
            };
            list.extend(known.filter(|k| k.1 != class).map(|k| k.0));
        }
    }

    fn read(&mut self, word: &str) -> Option<(u32, u32)> {
        if event::is_small(word) || word.ends_with("ly") || !word.contains(char::is_alphabetic) {
            return None;
        }
        let base = event::base_of(word);
        if is_calendar(&base) {
            return None;
        }
        let class = self.class(classes::of(&base));
        let next = self.count;
        let n = *self.stems.entry(event::stem(&base).to_owned()).or_insert(next);
        self.count += u32::from(n == next);
        Some((n, class))
    }

    /// A feature tells the more, the fewer clusters have it.
    pub(super) fn weigh(&mut self, clusters: &[Cluster]) {
        let mut count = vec![0u32; self.count as usize];
        for cluster in clusters {
            for &f in cluster.features.iter().chain(&cluster.extra) {
                count[f as usize] += 1;
            }
        }
        let all = clusters.len() as f32;
        self.weight = count.iter().map(|&n| crate::real::ln(f64::from(1.0 + all / (1.0 + n as f32))) as f32).collect();
        let whole = |c: &Cluster| c.features.iter().map(|&f| self.weight[f as usize]).sum();
        self.whole = clusters.iter().map(whole).collect();
        let mark = |c: &Cluster| c.features.iter().chain(&c.extra).fold(0, |mark, &f| mark | bit(f));
        self.marks = clusters.iter().map(mark).collect();
    }

    /// From 0 to 1: how much two clusters have in common.
    pub(super) fn likeness(&self, clusters: &[Cluster], a: usize, b: usize) -> f32 {
        let whole = (self.whole[a] * self.whole[b]).sqrt();
        let mark = self.marks[b];
        let (a, b) = (&clusters[a], &clusters[b]);
        let has = |c: &Cluster, f: &u32| c.features.binary_search(f).is_ok() || c.extra.binary_search(f).is_ok();
        let shared =
            a.features.iter().filter(|&&f| mark & bit(f) != 0 && has(b, &f)).chain(a.extra.iter().filter(|f| {
                mark & bit(**f) != 0 && b.features.binary_search(f).is_ok() && a.features.binary_search(f).is_err()
            }));
        let shared: f32 = shared.map(|&f| self.weight[f as usize]).sum();
        if whole > 0.0 { (shared / whole).min(1.0) } else { 0.0 }
    }
}

/// The bit of a feature among sixty-four.
fn bit(feature: u32) -> u64 {
    1 << (feature % 64)
}

/// Where the words of a noun phrase are, before and behind its noun: "the Moscow concert hall
/// |attack| on worshippers".
pub(super) fn phrase(text: &str, event: &Event) -> (Span, Span) {
    let small = |w: &str| event::is_small(&lower(w.trim_matches(|c: char| !c.is_alphanumeric())));
    let before = text.get(event.sentence.start as usize..event.trigger.start as usize).unwrap_or_default();
    let mut start = before.len();
    for word in before.split_inclusive(' ').rev().take(6) {
        if small(word) || word.contains([',', ';', ':', '“', '"']) {
            break;
        }
        start -= word.len();
    }
    let behind = text.get(event.trigger.end as usize..event.sentence.end as usize).unwrap_or_default();
    let mut end = 0;
    for (k, word) in behind.split_inclusive(' ').take(9).enumerate() {
        let bare = lower(word.trim());
        let preposition = matches!(
            bare.as_str(),
            "on" | "in" | "at" | "near" | "against" | "of" | "by" | "outside" | "over" | "the" | "a" | "an" | ""
        );
        if (k == 1 && matches!(bare.as_str(), "the" | "a" | "an")) || (!preposition && (k <= 1 || small(word))) {
            break;
        }
        end += word.len();
        if word.contains([',', ';', '.', '”']) {
            break;
        }
    }
    let (from, to) = (event.trigger.start, event.trigger.end);
    (Span::new(from - (before.len() - start) as u32, from), Span::new(to, to + end as u32))
}

/// The clusters of the names in a stretch.
pub(super) fn names_in(facts: &Facts, span: Span) -> impl Iterator<Item = u32> + '_ {
    let mentions = &facts.entities.mentions;
    let from = mentions.partition_point(|m| m.span.end <= span.start);
    mentions[from..].iter().take_while(move |m| m.span.start < span.end).map(|m| m.cluster)
}

/// Words of dates: a day is compared as a day.
fn is_calendar(word: &str) -> bool {
    matches!(
        word,
        "monday"
            | "tuesday"
            | "wednesday"
            | "thursday"
            | "friday"
            | "saturday"
            | "sunday"
            | "january"
            | "february"
            | "march"
            | "april"
            | "may"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
            | "week"
            | "month"
            | "year"
            | "day"
            | "morning"
            | "evening"
            | "night"
            | "afternoon"
            | "last"
            | "next"
            | "new"
    )
}
