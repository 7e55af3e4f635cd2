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
use super::features::{Features, names_in, phrase};
use super::forest::Forest;
use super::marks::{self, Figure};
use super::score::{ONCE_A_DAY, score};
use crate::day;
use crate::event::{self, Certainty, Event, TriggerKind, classes};
use crate::facts::Facts;
use crate::order::{Arrange, numbers};
use crate::span::Span;
use crate::time::Days;
use jiff::civil::Date;
use std::collections::{HashMap, HashSet};

/// One mention: index of the article, index into its events.
pub type MentionIndex = (u32, u32);

/// With how many of the next in a list of clusters with one feature each is compared.
const NEAR: usize = 8;
/// In a list longer than this the feature tells little, and each is compared with fewer.
const LONG: usize = 200;
/// With how many, then.
const NEAR_IN_LONG: usize = 3;
/// Least likeness of two clusters of different articles.
const ACROSS: f32 = 0.36;
/// How much of that likeness the members of two unions need on average.
const LINKAGE: f32 = 0.7;
/// By what part of the greater a share may differ in two reports of one event.
const REPORTS: f64 = 0.3;
/// Members of a union that are asked.
const SAMPLE: usize = 6;
/// How many events of an article are looked back over for the one that a clause tells again: more than
/// any report has, so that an endless one does not cost its square.
const FAR: usize = 1_000;
/// Least likeness of two clauses of one article.
const WITHIN: f32 = 0.5;

/// The mentions of each event, each list in order, the lists by their first mention.
#[must_use]
pub fn unite(articles: &[Facts], cast: &Cast) -> Vec<Vec<MentionIndex>> {
    let mut features = Features::default();
    let mut clusters: Vec<Cluster> = Vec::new();
    // What repeats another article word for word tells its events, and is no second witness.
    let mut first: HashMap<&str, usize> = HashMap::new();
    let mut repeats: Vec<Vec<u32>> = vec![Vec::new(); articles.len()];
    for (a, facts) in articles.iter().enumerate() {
        let of = *first.entry(&facts.article.text).or_insert(a);
        if of < a && articles[of].events.len() == facts.events.len() {
            repeats[of].push(a as u32);
        } else {
            within(a as u32, facts, cast, &mut features, &mut clusters);
        }
    }
    features.weigh(&clusters);
    let mut lists = across(&features, &clusters);
    if repeats.iter().any(|r| !r.is_empty()) {
        for list in &mut lists {
            let again = |&(a, e): &MentionIndex| repeats[a as usize].iter().map(move |&r| (r, e));
            let more: Vec<MentionIndex> = list.iter().flat_map(again).collect();
            list.extend(more);
            list.arrange();
        }
    }
    lists
}

/// The mentions of one event in one article.
#[derive(Debug)]
pub(super) struct Cluster {
    pub(super) article: u32,
    pub(super) events: Vec<u32>,
    class: u32,
    /// Sorted: names and words.
    pub(super) features: Vec<u32>,
    /// Of a noun that points back: names and words of which the event must have one; of a deed:
    /// what it is done to.
    pub(super) asked: Vec<u32>,
    /// Names and words that mentions which point back add.
    pub(super) extra: Vec<u32>,
    pub(super) days: Option<Days>,
    pub(super) not_before: Option<Date>,
    pub(super) not_after: Option<Date>,
    /// The day around which it is told: its own, or that of the publication.
    pub(super) told: Option<Date>,
    /// Whether it happened, as far as anyone says.
    pub(super) happened: bool,
    pub(super) speech: bool,
    pub(super) mere: bool,
    /// Whether it is a misfortune of [`ONCE_A_DAY`].
    pub(super) once: bool,
    /// Its exact shares and magnitudes: of two that differ in them one is another event.
    figures: Vec<Figure>,
}

/// Unites the mentions of one article.
fn within(article: u32, facts: &Facts, cast: &Cast, features: &mut Features, clusters: &mut Vec<Cluster>) {
    let start = clusters.len();
    for (e, event) in facts.events.iter().enumerate() {
        let mention = read(article, e as u32, event, facts, cast, features);
        let from = start.max(clusters.len().saturating_sub(FAR));
        let own = &clusters[from..];
        // "The strike |began on Monday" tells of the strike no more than when it was.
        let told = |c: &Cluster| c.events.last().is_some_and(|&o| is_told_by(&facts.events[o as usize], event));
        let found = match event.trigger_kind {
            TriggerKind::Back => back(own, &mention, event, facts),
            TriggerKind::Clause if e > 0 && is_told_by(&facts.events[e - 1], event) => own.iter().rposition(told),
            _ => own.iter().rposition(|c| same_clause(c, &mention, facts)),
        };
        match found {
            Some(k) => absorb(&mut clusters[from + k], mention, event.trigger_kind == TriggerKind::Back),
            None => clusters.push(mention),
        }
    }
}

/// Whether a verb tells of a noun's event what the noun's own label says.
fn is_told_by(noun: &Event, verb: &Event) -> bool {
    noun.trigger_kind != TriggerKind::Clause && noun.sentence == verb.sentence && noun.label == verb.label
}

fn read(article: u32, index: u32, event: &Event, facts: &Facts, cast: &Cast, features: &mut Features) -> Cluster {
    let mut list: Vec<u32> = Vec::new();
    let names = cast.index.get(article as usize);
    for cluster in event.actors.iter().chain(&event.places) {
        if let Some(&entity) = names.and_then(|n| n.get(*cluster as usize)) {
            list.push(features.name(entity));
        }
    }
    // A noun that points back is told by its phrase, a deed by its clause, and what is said by
    // its sentence.
    let lemma = features.lemma(&event.lemma);
    let class = lemma.class;
    let back = event.trigger_kind == TriggerKind::Back;
    let clause = if lemma.speech { event.sentence } else { event.clause };
    let mut asked: Vec<u32> = Vec::new();
    if back {
        list.clear();
        let (before, after) = phrase(&facts.article.text, event);
        for mention in names_in(facts, before.cover(after)) {
            if let Some(&entity) = names.and_then(|n| n.get(mention as usize)) {
                asked.push(features.name(entity));
            }
        }
        features.words(facts, after, class, &mut asked);
        list.extend(&asked);
        features.words(facts, before, class, &mut list);
    } else {
        features.words(facts, clause, class, &mut list);
        let object = Span::new(event.trigger.end, event.clause.end.max(event.trigger.end));
        features.words(facts, object, class, &mut asked);
        for mention in names_in(facts, object) {
            if let Some(&entity) = names.and_then(|n| n.get(mention as usize)) {
                asked.push(features.name(entity));
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
        class,
        features: list,
        asked,
        extra: Vec::new(),
        days: event.when.days,
        not_before: event.when.not_before,
        not_after: event.when.not_after,
        told: event.when.days.map(|d| d.to).or(facts.article.published_date()),
        happened: matches!(event.certainty, Certainty::Reported | Certainty::Claimed),
        speech: lemma.speech,
        mere: lemma.mere,
        once: ONCE_A_DAY.contains(&classes::of(&event.lemma)),
        figures: marks::of(facts, event),
    }
}

/// The cluster that "the raid" or "this incident" points back to.
fn back(own: &[Cluster], mention: &Cluster, event: &Event, facts: &Facts) -> Option<usize> {
    let generic = event::is_generic(&event.lemma);
    let candidates = || {
        own.iter().enumerate().filter(|(_, c)| {
            let salient = || c.events.iter().any(|&e| facts.events.get(e as usize).is_some_and(is_salient));
            (if generic { salient() } else { c.class == mention.class })
                && compatible(c, mention)
                && marks::fit(&c.figures, &mention.figures, 0.0)
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

/// "has twice before sued the firm": several events, and none of those told one by one.
fn happened_often(event: &Event, text: &str) -> bool {
    event.clause.of(text).split(' ').any(|w| matches!(w, "twice" | "thrice" | "repeatedly" | "times"))
}

/// Whether a clause of the same article tells the event again.
fn same_clause(cluster: &Cluster, mention: &Cluster, facts: &Facts) -> bool {
    let sentence = |e: u32| facts.events.get(e as usize).map(|e| e.sentence);
    if cluster.class != mention.class || !compatible(cluster, mention) || cluster.happened != mention.happened {
        return false;
    }
    if !marks::fit(&cluster.figures, &mention.figures, 0.0) {
        return false;
    }
    let of_many = |&e: &u32| facts.events.get(e as usize).is_some_and(|e| happened_often(e, &facts.article.text));
    if cluster.events.iter().chain(&mention.events).any(of_many) {
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
pub(super) fn days_fit(a: Option<Days>, b: Option<Days>) -> bool {
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
        cluster.extra.arrange();
        cluster.extra.dedup();
    } else {
        cluster.features.extend(mention.features);
        cluster.features.arrange();
        cluster.features.dedup();
    }
    marks::unite(&mut cluster.figures, mention.figures);
    cluster.days = finer(cluster.days, mention.days);
    cluster.not_before = cluster.not_before.max(mention.not_before);
    cluster.not_after = earlier(cluster.not_after, mention.not_after);
    cluster.happened |= mention.happened;
}

pub(super) fn earlier(a: Option<Date>, b: Option<Date>) -> Option<Date> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.min(b)),
        _ => a.or(b),
    }
}

/// The shorter of two spans of days.
pub(super) fn finer(a: Option<Days>, b: Option<Days>) -> Option<Days> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if a.from <= b.from && b.to <= a.to { b } else { a }),
        _ => a.or(b),
    }
}

/// Unites the clusters of different articles.
fn across(features: &Features, clusters: &[Cluster]) -> Vec<Vec<MentionIndex>> {
    let mut forest = Forest::new(clusters);
    let mut apart: HashSet<(usize, usize)> = HashSet::new();
    for (a, b) in candidates(features, clusters) {
        let (a, b) = (forest.root(a as usize), forest.root(b as usize));
        // What kept two unions apart once does so for good, since they only grow.
        if a == b || apart.contains(&(a, b)) {
            continue;
        }
        if forest.fits(a, b) && linked(features, clusters, &forest.members[a], &forest.members[b]) {
            forest.join(a, b);
        } else {
            apart.insert((a, b));
        }
    }
    forest.lists(clusters)
}

/// Whether two unions are alike on the whole, not only in their likest pair.
fn linked(features: &Features, clusters: &[Cluster], a: &[u32], b: &[u32]) -> bool {
    let (a, b) = (&a[..a.len().min(SAMPLE)], &b[..b.len().min(SAMPLE)]);
    let pairs = a.iter().flat_map(|&x| b.iter().map(move |&y| (x, y)));
    let sum: f32 = pairs.map(|(x, y)| score(features, clusters, x, y)).sum();
    sum >= ACROSS * LINKAGE * (a.len() * b.len()) as f32
}

/// Pairs of clusters that may be one event, the surest first.
fn candidates(features: &Features, clusters: &[Cluster]) -> Vec<(u32, u32)> {
    let mut order: Vec<u32> = (0..clusters.len() as u32).collect();
    order.arrange_by_key(|&k| {
        let cluster = &clusters[k as usize];
        (cluster.class, cluster.days.map(|d| d.from), k)
    });
    let mut found: Vec<(u32, u32)> = Vec::new();
    // Rank by score in the high half, index into `found` in the low: one number sorts fast.
    let mut ranks: Vec<u64> = Vec::new();
    for class in order.chunk_by(|&a, &b| clusters[a as usize].class == clusters[b as usize].class) {
        for (a, b) in neighbours(clusters, class) {
            let (x, y) = (class[a.min(b)].min(class[a.max(b)]), class[a.min(b)].max(class[a.max(b)]));
            let (one, two) = (&clusters[x as usize], &clusters[y as usize]);
            if !compatible(one, two) || !marks::fit(&one.figures, &two.figures, REPORTS) {
                continue;
            }
            let score = score(features, clusters, x, y);
            if score >= ACROSS {
                // Whole thousandths, so that the order does not hang on the last bit.
                ranks.push((1_000_000 - (score * 1000.0) as u64) << 32 | found.len() as u64);
                found.push((x, y));
            }
        }
    }
    numbers(&mut ranks);
    ranks.iter().filter_map(|&r| found.get((r & 0xffff_ffff) as usize).copied()).collect()
}

/// Pairs of positions in a list of clusters of one class, ordered by day, that share a feature
/// or a day.
fn neighbours(clusters: &[Cluster], class: &[u32]) -> Vec<(usize, usize)> {
    let mut keyed: Vec<u64> = Vec::new();
    for (rank, &k) in class.iter().enumerate() {
        let cluster = &clusters[k as usize];
        keyed.extend(cluster.features.iter().chain(&cluster.extra).map(|&f| u64::from(f) << 32 | rank as u64));
        if let Some(d) = cluster.days {
            let number = day::number(d.from).abs_diff(day::number(Date::MIN));
            keyed.push(u64::from(u32::MAX - number) << 32 | rank as u64);
        }
    }
    numbers(&mut keyed);
    let mut pairs: Vec<u64> = Vec::new();
    for block in keyed.chunk_by(|a, b| a >> 32 == b >> 32) {
        let near = if block.len() > LONG { NEAR_IN_LONG } else { NEAR };
        for (i, a) in block.iter().enumerate() {
            let (a, rest) = (a & 0xffff_ffff, &block[i + 1..]);
            let article = |rank: u64| clusters[class[rank as usize] as usize].article;
            let others = rest.iter().map(|b| b & 0xffff_ffff).filter(|&b| article(a) != article(b));
            pairs.extend(others.take(near).map(|b| a << 32 | b));
        }
    }
    numbers(&mut pairs);
    // One word in common tells only of what has few words.
    let few = |rank: u64| clusters[class[rank as usize] as usize].features.len() <= 3;
    let enough = |same: &&[u64]| same.len() > 1 || few(same[0] >> 32) || few(same[0] & 0xffff_ffff);
    let once = pairs.chunk_by(|a, b| a == b).filter(enough).map(|same| same[0]);
    once.map(|p| ((p >> 32) as usize, (p & 0xffff_ffff) as usize)).collect()
}

#[cfg(test)]
mod tests {
    use crate::facts::{Reader, read};
    use crate::import::{Article, Record};

    /// Tells a story of texts published on 2 May 2024 and prints, for each event with several
    /// mentions, the triggers of each article.
    fn check(texts: &[&str], expected: &[&str]) {
        let facts = texts.iter().enumerate().map(|(n, text)| {
            let record = Record {
                id: format!("a{n}"),
                text: (*text).into(),
                published: Some("2024-05-02".into()),
                ..Record::default()
            };
            read(Article::new(record), &Reader::default())
        });
        let story = crate::story::tell(facts.collect());
        let mut printed: Vec<String> = Vec::new();
        for event in story.events.iter().filter(|e| e.mentions.len() > 1) {
            let words = event.mentions.iter().map(|m| {
                let article = &story.articles[m.place.article as usize].article;
                format!("{} {}", article.id, m.place.span.of(&article.text))
            });
            printed.push(words.collect::<Vec<_>>().join(", "));
        }
        printed.sort();
        assert_eq!(printed, expected, "{texts:?}");
    }

    #[test]
    fn one_event_in_other_words() {
        check(
            &[
                "Gunmen attacked a hotel in Tarnmouth on Monday.",
                "Monday's assault on a hotel in Tarnmouth shocked the town.",
            ],
            &["a0 attacked, a1 assault"],
        );
        check(
            &[
                "A ferry sank off Port Ellis on Sunday.",
                "On Sunday a ferry capsized off Port Ellis, killing 19 people.",
            ],
            &["a0 sank, a1 capsized"],
        );
        check(
            &["A dam ruptured on Monday, releasing mud.", "The owner's dam gave way at noon on Monday."],
            &["a0 ruptured, a1 gave way"],
        );
    }

    #[test]
    fn other_days_and_other_things_stay_apart() {
        check(&["A quake shook the coast of Ardal in 2007.", "A quake shook the coast of Ardal on Tuesday."], &[]);
        check(&["Police arrested a man in Brennick.", "Police arrested the mayor of Caldermouth on Friday."], &[]);
        check(&["A bridge collapsed in Ardal on Monday.", "A mine collapsed in Brennick on Monday."], &[]);
        check(&["Norvex sued Lund over its name on Monday. Norvex has twice before sued Lund over its name."], &[]);
        check(
            &["Norvex sued Lund over its name on Monday. Norvex has sued Lund over its name."],
            &["a0 sued, a0 sued"],
        );
        check(&["A train crashed in Ardal on Monday.", "A bus crashed into a shop in Brennick on Monday."], &[]);
        check(&["The bank bought a rival in 2019.", "The bank bought a tower in Glenside in 2021."], &[]);
        check(&["Profit of the bank rose 61 percent on Monday. Profit of the bank rose 11 percent on Monday."], &[]);
        check(&["A 6.8 magnitude quake hit Ardal on Monday.", "A 5.1 magnitude quake hit Ardal on Monday."], &[]);
        check(
            &["A 6.8 magnitude quake hit Ardal on Monday.", "A 7.0 magnitude quake hit Ardal on Monday."],
            &["a0 hit, a1 hit", "a0 quake, a1 quake"],
        );
    }

    #[test]
    fn nouns_point_back_within_an_article() {
        check(&["Gunmen attacked a hotel on Monday. The attack lasted two hours."], &["a0 attacked, a0 attack"]);
        check(&["Gunmen attacked a hotel on Monday. A second attack followed on Tuesday."], &[]);
    }
}
