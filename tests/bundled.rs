//! The bundled story, checked as its first reader would: what the timeline and the comparison
//! must say of the five articles, and what they must not.

use dateline::facts::{self, Reader};
use dateline::import::{Article, Record};
use dateline::story::{Aspect, RowKind, Story, StoryEvent, tell};
use dateline::time::Inferred;
use std::path::Path;

fn story() -> Story {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let index: serde_json::Value = serde_json::from_slice(&std::fs::read(seeds.join("index.json")).unwrap()).unwrap();
    let articles = index["stories"][0]["articles"].as_array().unwrap();
    let read = articles.iter().map(|entry| {
        let text = std::fs::read_to_string(seeds.join(entry["file"].as_str().unwrap())).unwrap();
        facts::read(
            Article::new(Record { id: entry["id"].as_str().unwrap().into(), text, ..Record::default() }),
            &Reader::default(),
        )
    });
    tell(read.collect())
}

/// The events with a mention whose sentence holds all of the words.
fn events_with<'s>(story: &'s Story, words: &[&str]) -> Vec<&'s StoryEvent> {
    let told = |e: &&StoryEvent| {
        e.mentions.iter().any(|m| {
            let sentence = m.sentence.of(&story.articles[m.place.article as usize].article.text);
            words.iter().all(|w| sentence.contains(w))
        })
    };
    story.events.iter().filter(told).collect()
}

fn dated<'s>(events: &[&'s StoryEvent], value: &str) -> Vec<&'s StoryEvent> {
    events.iter().copied().filter(|e| e.when.value.as_deref() == Some(value)).collect()
}

#[test]
fn the_embassy_warned_on_8_march() {
    let story = story();
    let warnings = dated(&events_with(&story, &["warning", "March 8"]), "2024-03-08");
    assert!(!warnings.is_empty(), "no warning on 2024-03-08");
}

#[test]
fn the_concert_hall_was_attacked_on_a_friday_that_is_inferred() {
    let story = story();
    let attacks = dated(&events_with(&story, &["attack", "Friday"]), "2024-03-22");
    assert!(attacks.iter().any(|e| e.when.inferred.contains(&Inferred::Weekday)), "{attacks:#?}");
}

#[test]
fn russia_was_forewarned_in_mid_february() {
    let story = story();
    let forewarned = dated(&events_with(&story, &["forewarned"]), "2024-02");
    assert!(!forewarned.is_empty(), "no forewarning in February 2024");
}

#[test]
fn no_event_stands_on_a_publication_day_that_its_text_does_not_state() {
    let story = story();
    for event in &story.events {
        let Some(days) = event.when.days else { continue };
        for mention in &event.mentions {
            let facts = &story.articles[mention.place.article as usize];
            let own = &facts.events[mention.event as usize];
            let published = facts.article.published_date();
            let taken = days.from == days.to && published == Some(days.from) && own.when.time.is_none();
            assert!(
                !taken || own.when.days.is_none(),
                "{:?} stands on the publication day of {}",
                own.label,
                facts.article.id
            );
        }
    }
}

#[test]
fn the_two_tolls_are_an_update_and_no_contradiction() {
    let story = story();
    let tolls: Vec<_> = story
        .rows
        .iter()
        .filter(|row| {
            let said: String = row
                .claims
                .iter()
                .map(|c| c.place.span.of(&story.articles[c.place.article as usize].article.text))
                .collect();
            row.aspect == Aspect::Count && said.contains("143") && said.contains("130")
        })
        .collect();
    assert!(tolls.iter().any(|row| row.kind == RowKind::SoftConflict), "{tolls:#?}");
    assert!(tolls.iter().all(|row| row.kind != RowKind::HardConflict), "{tolls:#?}");
}

#[test]
fn the_article_without_a_date_stays_undated_with_the_bound_of_its_own_text() {
    let story = story();
    let undated: Vec<_> = story.articles.iter().filter(|f| f.article.published.is_none()).collect();
    let [facts] = undated.as_slice() else { panic!("one article has no date") };
    assert_eq!(facts.not_before.map(|d| d.to_string()).as_deref(), Some("2024-03-08"));
    assert_eq!(facts.not_after, None);
}

#[test]
fn nothing_is_reported_as_copied() {
    assert_eq!(story().copies, []);
}

#[test]
fn lines_that_are_not_prose_tell_nothing() {
    let story = story();
    for facts in &story.articles {
        for noise in &facts.article.noise {
            assert!(
                facts.events.iter().all(|e| !e.trigger.overlaps(noise.span)),
                "{:?}",
                noise.span.of(&facts.article.text)
            );
        }
    }
}
