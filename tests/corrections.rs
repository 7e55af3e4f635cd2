//! Properties of corrections: undone in turn they leave the first state byte for byte, written and
//! read again they are the same, and on the same text they do the same.

use dateline::correct::{Anchor, Correction, Log, Op, Scope, Subject, Target, json};
use dateline::facts::{self, Facts, Reader};
use dateline::import::{Article, Record};
use dateline::span::Span;
use dateline::story::hand::target;
use dateline::story::{Story, Thing, tell, tell_corrected};
use proptest::prelude::*;

/// Sentences that bring names, times, events and rows that differ.
const SENTENCES: &[&str] = &[
    "Ms. Ana Diaz met Mr. Luis Diaz in Lima on Friday. ",
    "Gunmen attacked a hotel in Tarnmouth on Monday, killing 12 people. ",
    "Monday's assault on the hotel in Tarnmouth killed at least 15 people, police said. ",
    "The Federal Water Board (FWB) closed the dam in mid-February. ",
    "The FWB opened the dam two weeks later, Ms. Diaz said. ",
    "“Rain” fell — 雨 🚢 — in Port Ellis. ",
    "A ferry sank off Port Ellis on 28 April 2024, and 19 passengers drowned. ",
    "The ferry capsized off Port Ellis; 21 passengers drowned. ",
];

/// Values that mean something to some operation.
const VALUES: &[&str] = &["person", "place", "2024-03-22", "2024-02", "2024-01-01/2024-01-09", "Otto Ek", "", "norp"];

/// Pieces of an operation, made into one about whatever the story has.
#[derive(Clone, Debug)]
struct Pick {
    op: usize,
    subject: usize,
    scope: usize,
    at: usize,
    with: usize,
    value: String,
}

fn texts() -> impl Strategy<Value = Vec<String>> {
    let text = proptest::collection::vec(proptest::sample::select(SENTENCES), 1..6).prop_map(|s| s.concat());
    proptest::collection::vec(text, 1..4)
}

fn picks() -> impl Strategy<Value = Vec<Pick>> {
    let value = prop_oneof![3 => proptest::sample::select(VALUES).prop_map(str::to_owned), 1 => any::<String>()];
    let pick = (0..Op::ALL.len(), 0..Subject::ALL.len(), 0..3usize, any::<u16>(), any::<u16>(), value);
    let pick = pick.prop_map(|(op, subject, scope, at, with, value)| Pick {
        op,
        subject,
        scope,
        at: at.into(),
        with: with.into(),
        value,
    });
    proptest::collection::vec(pick, 0..12)
}

/// Facts of some texts, as articles of consecutive days.
fn read(texts: &[String]) -> Vec<Facts> {
    let article = |(i, text): (usize, &String)| {
        let published = Some(format!("2024-05-{:02}", i + 1));
        let record = Record { id: format!("article-{i}"), text: text.clone(), published, ..Record::default() };
        facts::read(Article::new(record), &Reader::default())
    };
    texts.iter().enumerate().map(article).collect()
}

/// An operation on something that the story has now.
fn correction(story: &Story, pick: &Pick) -> Correction {
    let subject = Subject::ALL[pick.subject];
    let nth = |index: usize, count: usize| (count > 0).then(|| (index % count) as u32);
    let article = nth(pick.at, story.articles.len()).unwrap_or_default();
    let facts = &story.articles[article as usize];
    let thing = |index: usize| match subject {
        Subject::Name => nth(index, story.entities.len()).map(Thing::Name),
        Subject::Time => nth(index, facts.times.len()).map(|t| Thing::Time(article, t)),
        Subject::Event => nth(index, story.events.len()).map(Thing::Event),
        Subject::Row => nth(index, story.rows.len()).map(Thing::Row),
        Subject::Article => Some(Thing::Article(article)),
        Subject::Passage => None,
    };
    let none = || Target { subject, anchors: vec![Anchor::article("nowhere")], aspect: String::new() };
    let of = |index: usize| thing(index).and_then(|t| target(story, t)).unwrap_or_else(none);
    let with = of(pick.with).anchors.into_iter().next();
    Correction {
        op: Op::ALL[pick.op],
        target: of(pick.at),
        with,
        scope: Scope::ALL[pick.scope],
        value: pick.value.clone(),
    }
}

fn bytes(story: &Story) -> Vec<u8> {
    dateline::engine::encode(story)
}

/// A log of operations, each picked from the story that those before it left.
fn log_of(facts: &[Facts], picks: &[Pick]) -> Log {
    let mut log = Log::default();
    for pick in picks {
        let story = tell_corrected(facts.to_vec(), log.in_force());
        log.push(correction(&story, pick));
    }
    log
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn undone_in_turn_they_leave_the_first_state(texts in texts(), picks in picks()) {
        let facts = read(&texts);
        let mut log = Log::default();
        let mut states = vec![bytes(&tell(facts.clone()))];
        for pick in &picks {
            let story = tell_corrected(facts.clone(), log.in_force());
            log.push(correction(&story, pick));
            states.push(bytes(&tell_corrected(facts.clone(), log.in_force())));
        }
        for state in states.iter().rev().skip(1) {
            prop_assert!(log.undo());
            prop_assert_eq!(state, &bytes(&tell_corrected(facts.clone(), log.in_force())));
        }
        prop_assert!(!log.undo());
        for state in &states[1..] {
            prop_assert!(log.redo());
            prop_assert_eq!(state, &bytes(&tell_corrected(facts.clone(), log.in_force())));
        }
    }

    #[test]
    fn a_corrected_story_is_whole(texts in texts(), picks in picks()) {
        let facts = read(&texts);
        let log = log_of(&facts, &picks);
        let story = tell_corrected(facts, log.in_force());
        let names = story.entities.len() as u32;
        for event in &story.events {
            prop_assert!(event.places.iter().chain(&event.actors).all(|&n| n < names), "{:?}", event);
        }
        for row in &story.rows {
            prop_assert!(row.event == u32::MAX || (row.event as usize) < story.events.len());
        }
        for facts in &story.articles {
            let clusters = facts.entities.clusters.len();
            prop_assert!(facts.entities.mentions.iter().all(|m| (m.cluster as usize) < clusters));
        }
        let unique = |mut ids: Vec<&str>| { let all = ids.len(); ids.sort_unstable(); ids.dedup(); ids.len() == all };
        prop_assert!(unique(story.entities.iter().map(|e| e.id.as_str()).collect()));
        prop_assert!(unique(story.events.iter().map(|e| e.id.as_str()).collect()));
        // Each correction is either done or listed.
        for (i, correction) in log.in_force().iter().enumerate().filter(|c| c.1.op != Op::Note) {
            let lost = story.hand.lost.iter().any(|l| l.correction == i as u32);
            let done = story.hand.touched.iter().any(|t| t.correction == i as u32);
            let gone = matches!(correction.op, Op::Hide | Op::Dismiss);
            // What was done to something that a later operation took away shows no more.
            let taken = log.in_force()[i..].iter().any(|c| matches!(c.op, Op::Hide | Op::Dismiss | Op::Merge | Op::Rename | Op::Retype | Op::Split));
            prop_assert!(lost || done || gone || taken, "{:?}", correction);
        }
        serde_json::to_string(&dateline::contract::Story::new(&story)).unwrap();
    }

    #[test]
    fn written_and_read_they_are_the_same(texts in texts(), picks in picks(), undone in 0usize..4) {
        let mut log = log_of(&read(&texts), &picks);
        for _ in 0..undone {
            log.undo();
        }
        prop_assert_eq!(json::read(&json::write(&log)), Ok((log, vec![])));
    }

    #[test]
    fn replayed_on_the_same_text_they_do_the_same(texts in texts(), picks in picks()) {
        let log = log_of(&read(&texts), &picks);
        let (log, _) = json::read(&json::write(&log)).unwrap();
        let told = |texts: &[String]| tell_corrected(read(texts), log.in_force());
        prop_assert_eq!(bytes(&told(&texts)), bytes(&told(&texts)));
        // Another article beside them takes nothing away.
        let lost = told(&texts).hand.lost.len();
        let mut more = texts;
        more.push("Nothing of the kind.".to_owned());
        prop_assert!(told(&more).hand.lost.len() <= lost);
    }

    #[test]
    fn a_place_is_found_again_in_a_longer_text(text in any::<String>(), more in any::<String>(), a in 0usize..200, b in 0usize..200) {
        let borders: Vec<u32> = text.char_indices().map(|c| c.0 as u32).chain([text.len() as u32]).collect();
        let (a, b) = (borders[a % borders.len()], borders[b % borders.len()]);
        let span = Span::new(a.min(b), a.max(b));
        let anchor = Anchor::new("a", &text, span);
        let bare = anchor.prefix.is_empty() && anchor.suffix.is_empty();
        prop_assume!(!span.is_empty() && !bare);
        prop_assert_eq!(anchor.find(&(text.clone() + &more)), Some(span));
    }
}
