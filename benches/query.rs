//! How fast a large story is narrowed: any filter with all facet counts, and typed words.
//!
//! `cargo bench --bench query`. The story is made by a fixed rule, so that figures of two days
//! can be compared: 200 articles of 40 sources, 1 000 names, events over three years.

use dateline::entity::EntityKind;
use dateline::event::{Certainty, When};
use dateline::facts::{self, Reader};
use dateline::import::{Article, Record};
use dateline::query::{Address, FACETS, Index, Query, facets, select};
use dateline::span::Span;
use dateline::story::{Entity, EventMention, Place, Story, StoryEvent};
use dateline::time::Days;
use jiff::ToSpan;
use jiff::civil::date;
use std::sync::{Arc, OnceLock};

fn main() {
    divan::main();
}

const SIZES: [usize; 2] = [100_000, 1_000_000];

/// A story of so many events.
fn story(events: usize) -> Story {
    let articles = (0..200).map(|i| {
        let day = date(2021, 1, 1).saturating_add((i * 5).days());
        let record = Record {
            id: format!("a{i}"),
            source: Some(format!("Source {}", i % 40)),
            published: Some(day.to_string()),
            text: "Rain fell.".into(),
            ..Record::default()
        };
        facts::read(Article::new(record), &Reader::default())
    });
    const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organization, EntityKind::Place];
    let entities = (0..1000).map(|i| Entity {
        id: format!("n{i}"),
        name: format!("Name {i}"),
        kind: KINDS[i % 3],
        aliases: Vec::new(),
        mentions: Vec::new(),
    });
    // A cheap generator: the same numbers on every run.
    let mut state = 1u64;
    let mut next = |bound: u64| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 33) % bound
    };
    const CERTAINTY: [Certainty; 5] =
        [Certainty::Reported, Certainty::Claimed, Certainty::Planned, Certainty::Denied, Certainty::Possible];
    let events = (0..events).map(|i| {
        let from = date(2021, 1, 1).saturating_add((next(1000) as i64).days());
        let to = from.saturating_add((next(20) as i64 / 15 * 7).days());
        let span = Span::new(0, 10);
        let mention = |article| EventMention { place: Place { article, span }, sentence: span, event: 0 };
        // Few names are told often, most seldom.
        let mut name = || (next(1000) * next(1000) / 1000) as u32;
        StoryEvent {
            central: true,
            id: String::new(),
            label: String::new(),
            actors: vec![name(), name()],
            places: vec![name()],
            when: When { days: (i % 5 > 0).then_some(Days { from, to }), ..When::default() },
            certainty: CERTAINTY[(next(8) as usize).min(4)],
            mentions: (0..=next(3)).map(|_| mention(next(200) as u32)).collect(),
        }
    });
    let events = events.collect();
    Story { articles: articles.collect(), entities: entities.collect(), events, ..Story::default() }
}

fn index(events: usize) -> &'static Index {
    static INDICES: [OnceLock<Index>; 2] = [OnceLock::new(), OnceLock::new()];
    let place = SIZES.iter().position(|&size| size == events).unwrap_or(0);
    INDICES[place].get_or_init(|| Index::new(Arc::new(story(events))))
}

/// A query that names values by their place in the facet.
fn query(index: &Index, address: &str, values: &[(&str, usize)]) -> Query {
    let mut query = Address::read(address).query;
    for &(facet, place) in values {
        let facet = facets::find(facet).unwrap_or(FACETS.len());
        if let Some(value) = index.values(facet).get(place) {
            query.toggle(facet, &value.key);
        }
    }
    query
}

fn run(bencher: divan::Bencher, events: usize, address: &str, values: &[(&str, usize)]) {
    let index = index(events);
    let query = query(index, address, values);
    bencher.bench(|| select(index, &query).size);
}

#[divan::bench(args = SIZES)]
fn one_source(bencher: divan::Bencher, events: usize) {
    run(bencher, events, "", &[("source", 3)]);
}

#[divan::bench(args = SIZES)]
fn not_one_source(bencher: divan::Bencher, events: usize) {
    run(bencher, events, "source=!x", &[("source", 3)]);
}

#[divan::bench(args = SIZES)]
fn half_by_certainty(bencher: divan::Bencher, events: usize) {
    run(bencher, events, "certainty=claimed.possible", &[]);
}

#[divan::bench(args = SIZES)]
fn days(bencher: divan::Bencher, events: usize) {
    run(bencher, events, "days=2021-03-01..2022-06-30", &[]);
}

#[divan::bench(args = SIZES)]
fn four_facets(bencher: divan::Bencher, events: usize) {
    let values = [("source", 3), ("source", 4), ("person", 1), ("place", 2)];
    run(bencher, events, "certainty=!denied&days=2021-03-01..2023-06-30", &values);
}

#[divan::bench(args = SIZES)]
fn as_of(bencher: divan::Bencher, events: usize) {
    run(bencher, events, "asof=2022-01-01", &[]);
}

#[divan::bench(args = [SIZES[0]])]
fn typed(bencher: divan::Bencher, events: usize) {
    run(bencher, events, "q=name+99", &[]);
}

#[divan::bench(args = SIZES, sample_count = 3)]
fn build(bencher: divan::Bencher, events: usize) {
    let story = index(events).story.clone();
    bencher.bench(|| Index::new(story.clone()).values(0).len());
}
