//! A small made story for the tests of this stage.

use super::Index;
use crate::entity::EntityKind;
use crate::event::{Certainty, When};
use crate::facts::{self, Facts};
use crate::import::{Article, Record};
use crate::span::Span;
use crate::story::{Aspect, Claim, Entity, EventMention, Place, Row, RowKind, Story, StoryEvent};
use crate::time::Days;
use jiff::civil::Date;
use std::sync::Arc;

/// Articles: id, source, published, text.
const ARTICLES: [(&str, &str, &str, &str); 3] = [
    ("a1", "The Post", "2021-05-03", "The bridge fell on Sunday. Mayor Ana Ruiz wept."),
    ("a2", "The Post", "2021-05-05", "Twelve people died, the Élan agency said."),
    ("a3", "", "2021-06-20", "Nobody died, Ruiz said. A trial is to begin in July."),
];

/// Events: label, first and last day, certainty, mentions (article, sentence).
type Told = (&'static str, Option<(&'static str, &'static str)>, Certainty, &'static [(u32, usize)]);

const EVENTS: [Told; 4] = [
    ("bridge fell", Some(("2021-05-02", "2021-05-02")), Certainty::Reported, &[(0, 0)]),
    ("trial is to begin", Some(("2021-07-01", "2021-07-31")), Certainty::Planned, &[(2, 1)]),
    ("mayor wept", None, Certainty::Reported, &[(0, 1)]),
    ("people died", None, Certainty::Claimed, &[(1, 0), (2, 0)]),
];

/// The story above, with Ana Ruiz, the Élan agency, and a conflict on the dead.
pub(super) fn story() -> Story {
    let articles: Vec<Facts> = ARTICLES
        .iter()
        .map(|&(id, source, published, text)| {
            let article = Article::new(Record {
                id: id.into(),
                text: text.into(),
                published: Some(published.into()),
                source: Some(source.into()),
                ..Record::default()
            });
            let mut facts = facts::read(article, &facts::Reader::default());
            facts.sentences = sentences(text);
            facts
        })
        .collect();
    let place = |article: u32, words: &str| {
        let start = articles[article as usize].article.text.find(words).unwrap() as u32;
        Place { article, span: Span::new(start, start + words.len() as u32) }
    };
    let entity = |name: &str, kind, mentions| Entity {
        id: format!("n-{name}"),
        name: name.into(),
        kind,
        aliases: Vec::new(),
        mentions,
    };
    let entities = vec![
        entity("Ana Ruiz", EntityKind::Person, vec![place(0, "Ana Ruiz"), place(2, "Ruiz")]),
        entity("Élan", EntityKind::Organization, vec![place(1, "Élan")]),
    ];
    let day = |text: &str| text.parse::<Date>().unwrap();
    let events = EVENTS
        .iter()
        .map(|&(label, days, certainty, mentions)| StoryEvent {
            central: true,
            id: format!("e-{label}"),
            label: label.into(),
            when: When { days: days.map(|(a, b)| Days { from: day(a), to: day(b) }), ..When::default() },
            places: Vec::new(),
            actors: Vec::new(),
            certainty,
            mentions: mentions
                .iter()
                .map(|&(article, sentence)| {
                    let span = articles[article as usize].sentences[sentence];
                    EventMention { place: Place { article, span }, sentence: span, event: 0 }
                })
                .collect(),
        })
        .collect();
    let claim = |place| Claim { place, mark: place.span, value: String::new(), speaker: None };
    let row = |kind, aspect, event, claims| Row {
        id: format!("r-{event}-{kind:?}"),
        kind,
        aspect,
        event,
        other_event: None,
        summary: String::new(),
        why: String::new(),
        claims,
    };
    let rows = vec![
        row(
            RowKind::HardConflict,
            Aspect::Count,
            3,
            vec![claim(place(1, "Twelve people died")), claim(place(2, "Nobody died"))],
        ),
        row(RowKind::SingleSource, Aspect::Fact, 3, vec![claim(place(1, "Élan agency"))]),
        row(RowKind::SingleSource, Aspect::Fact, 0, vec![claim(place(0, "The bridge fell"))]),
    ];
    Story { articles, entities, events, rows, ..Story::default() }
}

fn sentences(text: &str) -> Vec<Span> {
    let mut at = 0;
    text.split_inclusive(". ")
        .map(|s| {
            let span = Span::new(at, at + s.trim_end().len() as u32);
            at += s.len() as u32;
            span
        })
        .collect()
}

pub(super) fn index() -> Index {
    Index::new(Arc::new(story()))
}
