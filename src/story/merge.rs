//! One event told by several clauses and several sources.
//!
//! ```text
//! a: gunmen attacked a hotel in Tarn on Monday   b: Monday's assault on the Tarn hotel   → one
//! a: a quake shook the coast in 2007             b: the quake that struck on Tuesday     → two
//! ```
//!
//! Mentions of one article come together first, then those of several. Two are compared only
//! where they are of one class and share a name, a word or a day, so the work grows with the
//! number of mentions and not with its square. To unite too much is the worse fault: days that
//! do not fit keep events apart whatever else they share.

use super::cast::Cast;
use crate::day;
use crate::event::{self, Certainty, Event, TriggerKind, classes};
use crate::facts::Facts;
use crate::order::Arrange;
use crate::span::Span;
use crate::time::Days;
use jiff::civil::Date;
use std::collections::HashMap;

/// One mention: index of the article, index into its events.
pub type MentionIndex = (u32, u32);

/// Longest list of mentions with one feature in which every pair is compared.
const BLOCK: usize = 40;
/// Least likeness of two clusters of different articles.
const ACROSS: f32 = 0.36;
/// How much of that likeness the members of two unions need on average.
const LINKAGE: f32 = 0.7;
/// Members of a union that are asked.
const SAMPLE: usize = 6;
/// Least likeness of two clauses of one article.
const WITHIN: f32 = 0.5;

/// The mentions of each event, each list in order, the lists by their first mention.
#[must_use]
pub fn unite(articles: &[Facts], cast: &Cast) -> Vec<Vec<MentionIndex>> {
    let mut features = Features::default();
    let mut clusters: Vec<Cluster> = Vec::new();
    for (a, facts) in articles.iter().enumerate() {
        within(a as u32, facts, cast, &mut features, &mut clusters);
    }
    features.weigh(&clusters);
    across(&features, &clusters)
}

/// The mentions of one event in one article.
#[derive(Debug)]
struct Cluster {
    article: u32,
    events: Vec<u32>,
    class: u32,
    /// Sorted: names and words.
    features: Vec<u32>,
    /// Of a noun that points back: names and words of which the event must have one; of a deed:
    /// what it is done to.
    asked: Vec<u32>,
    /// Names and words that mentions which point back add.
    extra: Vec<u32>,
    days: Option<Days>,
    not_before: Option<Date>,
    not_after: Option<Date>,
    /// Whether it happened, as far as anyone says.
    happened: bool,
    speech: bool,
    mere: bool,
}

/// Names and words as numbers, and how telling each is.
#[derive(Debug, Default)]
struct Features {
    index: HashMap<String, u32>,
    weight: Vec<f32>,
}

impl Features {
    fn number(&mut self, word: &str) -> u32 {
        if let Some(&n) = self.index.get(word) {
            return n;
        }
        let n = self.index.len() as u32;
        self.index.insert(word.to_owned(), n);
        n
    }

    /// A feature tells the more, the fewer clusters have it.
    fn weigh(&mut self, clusters: &[Cluster]) {
        let mut count = vec![0u32; self.index.len()];
        for cluster in clusters {
            for &f in cluster.features.iter().chain(&cluster.extra) {
                count[f as usize] += 1;
            }
        }
        let all = clusters.len() as f32;
        self.weight = count.iter().map(|&n| (1.0 + all / (1.0 + n as f32)).ln()).collect();
    }

    /// From 0 to 1: how much two clusters have in common.
    fn likeness(&self, a: &Cluster, b: &Cluster) -> f32 {
        let sum = |list: &[u32]| list.iter().map(|&f| self.weight[f as usize]).sum::<f32>();
        let has = |c: &Cluster, f: &u32| c.features.binary_search(f).is_ok() || c.extra.binary_search(f).is_ok();
        let shared = a.features.iter().filter(|f| has(b, f)).chain(
            a.extra.iter().filter(|f| b.features.binary_search(f).is_ok() && a.features.binary_search(f).is_err()),
        );
        let shared: f32 = shared.map(|&f| self.weight[f as usize]).sum();
        let whole = (sum(&a.features) * sum(&b.features)).sqrt();
        if whole > 0.0 { (shared / whole).min(1.0) } else { 0.0 }
    }
}

/// Unites the mentions of one article.
fn within(article: u32, facts: &Facts, cast: &Cast, features: &mut Features, clusters: &mut Vec<Cluster>) {
    let start = clusters.len();
    for (e, event) in facts.events.iter().enumerate() {
        let mention = read(article, e as u32, event, facts, cast, features);
        let own = &clusters[start..];
        let found = match event.trigger_kind {
            TriggerKind::Back => back(own, &mention, event, facts),
            _ => own.iter().rposition(|c| same_clause(c, &mention, facts)),
        };
        match found {
            Some(k) => absorb(&mut clusters[start + k], mention, event.trigger_kind == TriggerKind::Back),
            None => clusters.push(mention),
        }
    }
}

fn read(article: u32, index: u32, event: &Event, facts: &Facts, cast: &Cast, features: &mut Features) -> Cluster {
    let text = facts.article.text.as_str();
    let mut list: Vec<u32> = Vec::new();
    let names = cast.index.get(article as usize);
    for cluster in event.actors.iter().chain(&event.places) {
        if let Some(&entity) = names.and_then(|n| n.get(*cluster as usize)) {
            list.push(features.number(&format!("#{entity}")));
        }
    }
    // A noun that points back is told by its phrase, a deed by its clause, and what is said by
    // its sentence.
    let class = classes::of(&event.lemma);
    let back = event.trigger_kind == TriggerKind::Back;
    let (before, after) = phrase(text, event);
    let clause = if event::speech::is_speech(&event.lemma) { event.sentence.of(text) } else { event.clause.of(text) };
    let mut asked: Vec<u32> = Vec::new();
    if back {
        list.retain(|_| false);
        for mention in names_in(
            facts,
            Span::new(event.trigger.start - before.len() as u32, event.trigger.end + after.len() as u32),
        ) {
            if let Some(&entity) = names.and_then(|n| n.get(mention as usize)) {
                asked.push(features.number(&format!("#{entity}")));
            }
        }
        asked.extend(words(after, class).map(|w| features.number(&w)));
        list.extend(&asked);
        list.extend(words(before, class).map(|w| features.number(&w)));
    } else {
        list.extend(words(clause, class).map(|w| features.number(&w)));
        let object = Span::new(event.trigger.end, event.clause.end.max(event.trigger.end));
        asked.extend(words(object.of(text), class).map(|w| features.number(&w)));
        for mention in names_in(facts, object) {
            if let Some(&entity) = names.and_then(|n| n.get(mention as usize)) {
                asked.push(features.number(&format!("#{entity}")));
            }
        }
    }
    asked.arrange();
    asked.dedup();
    list.arrange();
    list.dedup();
    Cluster {
        article,
        events: vec![index],
        class: features.number(&format!(":{class}")),
        features: list,
        asked,
        extra: Vec::new(),
        days: event.when.days,
        not_before: event.when.not_before,
        not_after: event.when.not_after,
        happened: matches!(event.certainty, Certainty::Reported | Certainty::Claimed),
        speech: event::speech::is_speech(&event.lemma),
        mere: event::speech::is_mere_speech(&event.lemma),
    }
}

/// The words of a stretch that tell one event of a class from another, as stems.
fn words<'w>(stretch: &'w str, class: &'w str) -> impl Iterator<Item = String> + 'w {
    let words = stretch.split(|c: char| !c.is_alphanumeric()).filter(|w| w.len() > 2).map(str::to_lowercase);
    words.filter(|w| !event::is_small(w) && !w.ends_with("ly") && !w.bytes().all(|b| b.is_ascii_digit())).filter_map(
        move |word| {
            let base = event::base_of(&word);
            (classes::of(&base) != class && !is_calendar(&base)).then(|| event::stem(&base).to_owned())
        },
    )
}

/// The words of a noun phrase before and behind its noun: "the Moscow concert hall |attack| on
/// worshippers".
fn phrase<'t>(text: &'t str, event: &Event) -> (&'t str, &'t str) {
    let small = |w: &str| event::is_small(&w.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase());
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
        let bare = word.trim().to_lowercase();
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
    (&before[start..], &behind[..end])
}

/// The clusters of the names in a stretch.
fn names_in(facts: &Facts, span: Span) -> impl Iterator<Item = u32> + '_ {
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

/// The cluster that "the raid" or "this incident" points back to.
fn back(own: &[Cluster], mention: &Cluster, event: &Event, facts: &Facts) -> Option<usize> {
    let generic = event::is_generic(&event.lemma);
    let candidates = || {
        own.iter().enumerate().filter(|(_, c)| {
            let salient = || c.events.iter().any(|&e| facts.events.get(e as usize).is_some_and(is_salient));
            (if generic { salient() } else { c.class == mention.class }) && compatible(c, mention)
        })
    };
    // What it says beside "the raid" must fit what was told.
    let fits = |c: &Cluster| mention.asked.is_empty() || shared(c, mention) > 0;
    let best = candidates().filter(|(_, c)| fits(c)).map(|(k, c)| (shared(c, mention), k)).max();
    if let Some((_, k)) = best {
        return Some(k);
    }
    // "the U.S. alarm": whose it is may be told in other words, where there is but one.
    let mut all = candidates();
    let (first, second) = (all.next(), all.next());
    let alone = second.is_none() && !generic && phrase(&facts.article.text, event).1.is_empty();
    first.filter(|_| alone).map(|(k, _)| k)
}

/// Whether an event is one that "the incident" can point to.
fn is_salient(event: &Event) -> bool {
    event.trigger_kind != TriggerKind::Back
        && matches!(
            classes::of(&event.lemma),
            "attack"
                | "bomb"
                | "shoot"
                | "explode"
                | "raid"
                | "quake"
                | "sink"
                | "crash"
                | "collapse"
                | "fire"
                | "derail"
                | "gunfight"
                | "kidnap"
                | "murder"
                | "kill"
                | "storm"
                | "flood"
                | "erupt"
                | "leak"
                | "spill"
                | "stampede"
                | "landslide"
                | "clash"
                | "riot"
                | "foil"
                | "arrest"
        )
}

fn shared(a: &Cluster, b: &Cluster) -> usize {
    b.features.iter().filter(|f| a.features.binary_search(f).is_ok()).count()
}

/// Whether a clause of the same article tells the event again.
fn same_clause(cluster: &Cluster, mention: &Cluster, facts: &Facts) -> bool {
    let sentence = |e: u32| facts.events.get(e as usize).map(|e| e.sentence);
    if cluster.class != mention.class || !compatible(cluster, mention) || cluster.happened != mention.happened {
        return false;
    }
    if cluster.events.iter().any(|&e| mention.events.iter().any(|&m| sentence(e) == sentence(m))) {
        return false;
    }
    let n = shared(cluster, mention) as f32;
    let least = cluster.features.len().min(mention.features.len()) as f32;
    let enough = if mention.speech { 0.8 } else { WITHIN };
    n >= 2.0 && n / least.max(1.0) >= enough
}

/// Whether two can be one: their days fit, and neither lies outside the other's bounds.
fn compatible(a: &Cluster, b: &Cluster) -> bool {
    days_fit(a.days, b.days) && in_bounds(a, b) && in_bounds(b, a)
}

/// Whether one span of days holds the other.
fn days_fit(a: Option<Days>, b: Option<Days>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a.from <= b.from && b.to <= a.to) || (b.from <= a.from && a.to <= b.to),
        _ => true,
    }
}

fn in_bounds(dated: &Cluster, bounded: &Cluster) -> bool {
    dated
        .days
        .is_none_or(|d| bounded.not_before.is_none_or(|b| d.to >= b) && bounded.not_after.is_none_or(|b| d.from <= b))
}

fn absorb(cluster: &mut Cluster, mention: Cluster, back: bool) {
    cluster.events.extend(mention.events);
    // What points back is no part of the telling, but may name what another article names.
    if back {
        cluster.extra.extend(mention.features);
        cluster.extra.sort_unstable();
        cluster.extra.dedup();
    } else {
        cluster.features.extend(mention.features);
        cluster.features.arrange();
        cluster.features.dedup();
    }
    cluster.days = finer(cluster.days, mention.days);
    cluster.not_before = cluster.not_before.max(mention.not_before);
    cluster.not_after = earlier(cluster.not_after, mention.not_after);
    cluster.happened |= mention.happened;
}

fn earlier(a: Option<Date>, b: Option<Date>) -> Option<Date> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        _ => a.or(b),
    }
}

/// The shorter of two spans of days.
fn finer(a: Option<Days>, b: Option<Days>) -> Option<Days> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if a.from <= b.from && b.to <= a.to { b } else { a }),
        _ => a.or(b),
    }
}

/// Unites the clusters of different articles.
fn across(features: &Features, clusters: &[Cluster]) -> Vec<Vec<MentionIndex>> {
    let mut pairs = candidates(clusters);
    let mut scored: Vec<(u32, u32, u32)> = Vec::new();
    pairs.retain(|&(a, b)| {
        let (x, y) = (&clusters[a as usize], &clusters[b as usize]);
        compatible(x, y) && {
            let score = score(features, x, y);
            if score >= ACROSS {
                // Whole thousandths, so that the order does not hang on the last bit.
                scored.push((1_000_000 - (score * 1000.0) as u32, a, b));
            }
            false
        }
    });
    scored.arrange();
    let mut forest = Forest::new(clusters);
    for (_, a, b) in scored {
        let (a, b) = (forest.root(a as usize), forest.root(b as usize));
        if a != b && linked(features, clusters, &forest.members[a], &forest.members[b]) {
            forest.join(a, b);
        }
    }
    forest.lists(clusters)
}

/// Whether two unions are alike on the whole, not only in their likest pair.
fn linked(features: &Features, clusters: &[Cluster], a: &[u32], b: &[u32]) -> bool {
    let (a, b) = (&a[..a.len().min(SAMPLE)], &b[..b.len().min(SAMPLE)]);
    let pairs = a.iter().flat_map(|&x| b.iter().map(move |&y| (x, y)));
    let sum: f32 = pairs.map(|(x, y)| score(features, &clusters[x as usize], &clusters[y as usize])).sum();
    sum >= ACROSS * LINKAGE * (a.len() * b.len()) as f32
}

/// Pairs of clusters of one class that share a feature or a day, each once.
fn candidates(clusters: &[Cluster]) -> Vec<(u32, u32)> {
    let mut keyed: Vec<(u32, u32, Option<Date>, u32)> = Vec::new();
    for (k, cluster) in clusters.iter().enumerate() {
        let day = cluster.days.map(|d| d.from);
        keyed.extend(cluster.features.iter().chain(&cluster.extra).map(|&f| (cluster.class, f, day, k as u32)));
        if let Some(d) = cluster.days {
            let number = day::number(d.from).abs_diff(day::number(Date::MIN));
            keyed.push((cluster.class, u32::MAX - number, day, k as u32));
        }
    }
    keyed.arrange();
    let mut pairs = Vec::new();
    for block in keyed.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        for (i, a) in block.iter().enumerate() {
            for b in block[i + 1..].iter().take(BLOCK) {
                if clusters[a.3 as usize].article != clusters[b.3 as usize].article {
                    pairs.push((a.3.min(b.3), a.3.max(b.3)));
                }
            }
        }
    }
    pairs.arrange();
    pairs.dedup();
    pairs
}

/// How surely two clusters of different articles are one event.
fn score(features: &Features, a: &Cluster, b: &Cluster) -> f32 {
    let mut score = features.likeness(a, b);
    match (a.days, b.days) {
        (Some(x), Some(y)) if x == y && x.from == x.to => score += 0.2,
        (Some(x), Some(y)) if x == y => score += 0.1,
        _ => {}
    }
    if a.happened != b.happened {
        score -= 0.2;
    }
    // Done by the same, but to something else.
    if !a.asked.is_empty() && !b.asked.is_empty() && !a.asked.iter().any(|f| b.asked.binary_search(f).is_ok()) {
        score -= 0.15;
    }
    // What both articles come back to is what both are about.
    if score > 0.0 && !a.speech {
        score += 0.08 * a.events.len().min(b.events.len()).saturating_sub(1).min(3) as f32;
    }
    if a.speech || b.speech {
        score -= if a.mere || b.mere { 0.25 } else { 0.1 };
    }
    score
}

/// Which clusters have been united, and what each union holds.
struct Forest {
    parent: Vec<usize>,
    days: Vec<Option<Days>>,
    not_before: Vec<Option<Date>>,
    not_after: Vec<Option<Date>>,
    /// Articles of each union, sorted.
    articles: Vec<Vec<u32>>,
    /// Clusters of each union, sorted.
    members: Vec<Vec<u32>>,
}

impl Forest {
    fn new(clusters: &[Cluster]) -> Self {
        Self {
            parent: (0..clusters.len()).collect(),
            days: clusters.iter().map(|c| c.days).collect(),
            not_before: clusters.iter().map(|c| c.not_before).collect(),
            not_after: clusters.iter().map(|c| c.not_after).collect(),
            articles: clusters.iter().map(|c| vec![c.article]).collect(),
            members: (0..clusters.len() as u32).map(|k| vec![k]).collect(),
        }
    }

    fn root(&mut self, mut k: usize) -> usize {
        while self.parent[k] != k {
            self.parent[k] = self.parent[self.parent[k]];
            k = self.parent[k];
        }
        k
    }

    /// Joins two, unless what they hold together cannot be one event.
    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        if a == b || !days_fit(self.days[a], self.days[b]) {
            return;
        }
        // Two events that one article keeps apart stay apart.
        let (x, y) = (&self.articles[a], &self.articles[b]);
        let (small, large) = if x.len() < y.len() { (x, y) } else { (y, x) };
        if small.iter().any(|s| large.binary_search(s).is_ok()) {
            return;
        }
        let days = finer(self.days[a], self.days[b]);
        let not_before = self.not_before[a].max(self.not_before[b]);
        let not_after = earlier(self.not_after[a], self.not_after[b]);
        if days.is_some_and(|d| not_before.is_some_and(|n| d.to < n) || not_after.is_some_and(|n| d.from > n)) {
            return;
        }
        let (keep, drop) = if self.articles[a].len() >= self.articles[b].len() { (a, b) } else { (b, a) };
        let moved = std::mem::take(&mut self.articles[drop]);
        self.articles[keep].extend(moved);
        self.articles[keep].arrange();
        let moved = std::mem::take(&mut self.members[drop]);
        self.members[keep].extend(moved);
        self.members[keep].arrange();
        (self.days[keep], self.not_before[keep], self.not_after[keep]) = (days, not_before, not_after);
        self.parent[drop] = keep;
    }

    fn lists(mut self, clusters: &[Cluster]) -> Vec<Vec<MentionIndex>> {
        let mut lists: Vec<Vec<MentionIndex>> = vec![Vec::new(); clusters.len()];
        for (k, cluster) in clusters.iter().enumerate() {
            let root = self.root(k);
            lists[root].extend(cluster.events.iter().map(|&e| (cluster.article, e)));
        }
        lists.retain(|l| !l.is_empty());
        for list in &mut lists {
            list.arrange();
        }
        lists.arrange();
        lists
    }
}
