//! Made-up stories of any size, for benchmarks alone: the same for the same numbers.

use crate::day;
use crate::entity::EntityKind;
use crate::event::{Certainty, When};
use crate::facts::{self, Reader};
use crate::import::{Article, Record};
use crate::order::{halves, numbers, pair};
use crate::query::{Address, FACETS, Index, Query, facets};
use crate::span::Span;
use crate::story::{Aspect, Claim, Entity, EventMention, Place, Row, RowKind, Story, StoryEvent};
use crate::time::{Days, Inferred, Modifier};

/// How much of everything there is.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Events.
    pub events: u32,
    /// One event in so many has no date; none has where this is 0.
    pub undated: u32,
    /// Days over which they are spread.
    pub days: u32,
    /// Articles.
    pub articles: u32,
    /// Publishers of the articles.
    pub sources: u32,
    /// People, organisations and places.
    pub names: u32,
    /// Rows of the comparison.
    pub rows: u32,
}

impl Size {
    /// So many events over three years, told by 200 articles of 40 sources, of 1 000 names.
    #[must_use]
    pub fn many(events: u32) -> Self {
        Self { events, undated: 5, days: 1000, articles: 200, sources: 40, names: 1000, rows: 0 }
    }

    /// So many events over twenty years, told by 20 articles of 5 sources, of 300 names, and 2 000 rows.
    #[must_use]
    pub fn long(events: u32) -> Self {
        Self { events, undated: 0, days: 7300, articles: 20, sources: 5, names: 300, rows: 2000 }
    }
}

const TEXT: &str = "Ministers met in the old town hall. A bridge fell on the north bank of the river.";
const LABELS: [&str; 6] = [
    "Ministers met",
    "A bridge fell",
    "The vote was put off",
    "Rescue teams arrived from the coast",
    "Talks broke down over the price of grain",
    "Fire",
];

/// A cheap generator: the same numbers on every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: u32) -> u32 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % u64::from(bound.max(1))) as u32
    }
}

/// A story of that size.
#[must_use]
pub fn story(size: Size) -> Story {
    let mut dice = Dice(7);
    let first = 18_628; // 1 January 2021.
    let articles = (0..size.articles).map(|i| {
        let day = day::date(first + (i * size.days / size.articles.max(1)).cast_signed());
        let record = Record {
            id: format!("article {i}"),
            source: Some(format!("Source {}", i % size.sources.max(1))),
            published: Some(day.to_string()),
            text: TEXT.into(),
            ..Record::default()
        };
        facts::read(Article::new(record), &Reader::default())
    });
    const KINDS: [EntityKind; 3] = [EntityKind::Person, EntityKind::Organization, EntityKind::Place];
    let entities = (0..size.names).map(|i| Entity {
        id: format!("n{i}"),
        name: format!("Name {i}"),
        kind: KINDS[i as usize % 3],
        aliases: Vec::new(),
        mentions: Vec::new(),
    });
    // First day and precision, in order of time as a story has its events.
    let mut starts: Vec<u64> = (0..size.events)
        .map(|_| {
            let (day, grain) = (first + dice.below(size.days).cast_signed(), dice.below(10));
            let from = if grain < 2 { day::number(day::date(day).first_of_month()) } else { day };
            pair(from.cast_unsigned(), grain)
        })
        .collect();
    numbers(&mut starts);
    let events = starts.iter().zip(0..).map(|(&start, i)| event(&mut dice, size, halves(start), i)).collect();
    let rows = (0..size.rows).map(|i| row(&mut dice, size, i)).collect();
    Story { articles: articles.collect(), entities: entities.collect(), events, rows, ..Story::default() }
}

fn event(dice: &mut Dice, size: Size, (day, grain): (u32, u32), i: u32) -> StoryEvent {
    const CERTAINTY: [Certainty; 5] =
        [Certainty::Reported, Certainty::Claimed, Certainty::Planned, Certainty::Denied, Certainty::Possible];
    let from = day::date(day.cast_signed());
    let days = Days { from, to: if grain < 2 { from.last_of_month() } else { from } };
    let modifier = (grain == 0).then_some(Modifier::Mid);
    let dated = size.undated == 0 || !i.is_multiple_of(size.undated);
    let when = When {
        days: dated.then_some(days),
        modifier,
        inferred: if dice.below(3) == 0 { vec![Inferred::Year] } else { Vec::new() },
        ..When::default()
    };
    // Few names are told often, most seldom.
    let name = |dice: &mut Dice| {
        let share = u64::from(dice.below(1000)) * u64::from(dice.below(1000)) / 1000;
        (share * u64::from(size.names) / 1000) as u32
    };
    let names = |dice: &mut Dice, count: usize| -> Vec<u32> {
        if size.names == 0 { Vec::new() } else { (0..count).map(|_| name(dice)).collect() }
    };
    let told = 1 + dice.below(3) / 2;
    StoryEvent {
        central: true,
        id: format!("e{i}"),
        label: LABELS[dice.below(6) as usize].into(),
        actors: names(dice, 2),
        places: names(dice, 1),
        when,
        certainty: CERTAINTY[(dice.below(8) as usize).min(4)],
        mentions: (0..told)
            .map(|_| {
                let place = Place { article: dice.below(size.articles), span: Span::new(10, 13) };
                EventMention { place, sentence: Span::new(0, 35), event: 0 }
            })
            .collect(),
    }
}

fn row(dice: &mut Dice, size: Size, i: u32) -> Row {
    const KINDS: [RowKind; 4] = [RowKind::HardConflict, RowKind::SoftConflict, RowKind::SingleSource, RowKind::Agree];
    let kind = KINDS[(u64::from(i) * 4 / u64::from(size.rows)) as usize];
    let claim = |article: u32| {
        let span = Span::new(0, 35);
        let place = Place { article, span };
        Claim { place, mark: Span::new(10, 13), value: "met".into(), speaker: None }
    };
    let (a, b) = (dice.below(size.articles), dice.below(size.articles));
    let claims =
        if kind == RowKind::SingleSource || a == b { vec![claim(a)] } else { vec![claim(a.min(b)), claim(a.max(b))] };
    Row {
        id: format!("r{i}"),
        kind,
        aspect: Aspect::Fact,
        event: dice.below(size.events),
        other_event: None,
        summary: LABELS[dice.below(6) as usize].into(),
        why: "Made up.".into(),
        claims,
    }
}

/// Something a reader may ask: its name, an address, and further values by facet and place in it.
pub type Asked = (&'static str, &'static str, &'static [(&'static str, usize)]);

/// Queries of all kinds, for a story of [`Size::many`].
pub const ASKED: [Asked; 8] = [
    ("nothing", "", &[]),
    ("one source", "", &[("source", 3)]),
    ("not one source", "source=!x", &[("source", 3)]),
    ("one name", "", &[("person", 30)]),
    ("half by certainty", "certainty=claimed.possible", &[]),
    ("days", "days=2021-03-01..2022-06-30", &[]),
    (
        "four facets",
        "certainty=!denied&days=2021-03-01..2023-06-30",
        &[("source", 3), ("source", 4), ("person", 1), ("place", 2)],
    ),
    ("as of a day", "asof=2022-01-01", &[]),
];

/// What is asked, of a story's index.
#[must_use]
pub fn query(index: &Index, &(_, address, values): &Asked) -> Query {
    let mut query = Address::read(address).query;
    for &(facet, place) in values {
        let facet = facets::find(facet).unwrap_or(FACETS.len());
        if let Some(value) = index.values(facet).get(place) {
            query.toggle(facet, &value.key);
        }
    }
    query
}
