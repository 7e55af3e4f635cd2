//! Corrections as tables: what a hand did, and what the story then tells.

use super::*;
use crate::correct::Scope;
use crate::facts::Reader;
use crate::import::{Article, Record};
use crate::story::tell_corrected;

const TEXTS: [&str; 3] = [
    "Ms. Ana Diaz met Luis Diaz in Lima on Friday. Ms. Diaz said that gunmen attacked a hotel in Tarnmouth on Monday, \
     killing 12 people.",
    "Monday's assault on a hotel in Tarnmouth killed 15 people, Diaz said. It was calm in Lima.",
    "A ferry sank off Port Ellis on Sunday. The Port Ellis Gazette reported it.",
];

fn read(texts: &[&str]) -> Vec<Facts> {
    let article = |(i, text): (usize, &&str)| {
        let published = Some("2024-05-04".to_owned());
        Article::new(Record { id: format!("a{i}"), text: (*text).to_owned(), published, ..Record::default() })
    };
    texts.iter().enumerate().map(|t| facts::read(article(t), &Reader::default())).collect()
}

/// Anchors the `nth` occurrence of words in one of the texts.
fn at(article: usize, words: &str, nth: usize) -> Anchor {
    let text = TEXTS[article];
    let from = text.match_indices(words).nth(nth).unwrap().0 as u32;
    Anchor::new(&format!("a{article}"), text, Span::new(from, from + words.len() as u32))
}

fn on(op: Op, subject: Subject, anchor: Anchor, value: &str) -> Correction {
    Correction::new(op, subject, anchor, value)
}

fn with(op: Op, subject: Subject, anchor: Anchor, with: Anchor) -> Correction {
    Correction { with: Some(with), ..on(op, subject, anchor, "") }
}

fn names(story: &Story) -> Vec<String> {
    let mut names: Vec<String> = (0u32..)
        .zip(&story.entities)
        .map(|(i, e)| {
            let aliases: Vec<_> = e.aliases.iter().map(|a| a.text.as_str()).collect();
            let hand = if story.hand.on(Thing::Name(i)).next().is_some() { " *" } else { "" };
            format!("{}/{} = {} ×{}{hand}", e.name, e.kind.name(), aliases.join(", "), e.mentions.len())
        })
        .collect();
    names.sort();
    names
}

fn events(story: &Story) -> Vec<String> {
    let event = |(i, e): (u32, &crate::story::StoryEvent)| {
        let words: Vec<_> = e
            .mentions
            .iter()
            .map(|m| m.place.span.of(&story.articles[m.place.article as usize].article.text))
            .collect();
        let hand = if story.hand.on(Thing::Event(i)).next().is_some() { " *" } else { "" };
        format!("{} {}{hand}", e.when.value.as_deref().unwrap_or("-"), words.join(", "))
    };
    (0u32..).zip(&story.events).map(event).collect()
}

/// Prints what of a list the corrections took away and what they brought.
fn difference(before: &[String], after: &[String]) -> Vec<String> {
    let gone = before.iter().filter(|b| !after.contains(b)).map(|b| format!("- {b}"));
    let new = after.iter().filter(|a| !before.contains(a)).map(|a| format!("+ {a}"));
    gone.chain(new).collect()
}

#[track_caller]
fn check(list: fn(&Story) -> Vec<String>, corrections: &[Correction], expected: &[&str]) {
    let facts = read(&TEXTS);
    let (before, after) = (tell_corrected(facts.clone(), &[]), tell_corrected(facts, corrections));
    assert_eq!(after.hand.lost, []);
    let changes = difference(&list(&before), &list(&after));
    assert_eq!(changes, expected, "{:#?}", list(&before));
}

#[track_caller]
fn check_lost(corrections: &[Correction], expected: &[(u32, Lost)]) {
    let story = tell_corrected(read(&TEXTS), corrections);
    let lost: Vec<_> = story.hand.lost.iter().map(|l| (l.correction, l.why)).collect();
    assert_eq!(lost, expected);
}

#[test]
fn names_by_hand() {
    use Subject::Name;
    check(
        names,
        &[on(Op::Rename, Name, at(1, "Lima", 0), "Lima,  Peru")],
        &["- Lima/place =  ×2", "+ Lima, Peru/place = Lima ×2 *"],
    );
    check(
        names,
        &[on(Op::Retype, Name, at(0, "Tarnmouth", 0), "organization")],
        &["- Tarnmouth/place =  ×2", "+ Tarnmouth/organization =  ×2 *"],
    );
    check(names, &[on(Op::Hide, Name, at(0, "Lima", 0), "")], &["- Lima/place =  ×2"]);
    let one = Correction { scope: Scope::One, ..on(Op::Hide, Name, at(1, "Lima", 0), "") };
    check(names, &[one], &["- Lima/place =  ×2", "+ Lima/place =  ×1 *"]);
}

#[test]
fn names_united_and_split_by_hand() {
    use Subject::Name;
    let before = names(&tell_corrected(read(&TEXTS), &[]));
    let merged = tell_corrected(read(&TEXTS), &[with(Op::Merge, Name, at(1, "Diaz", 0), at(0, "Ana Diaz", 0))]);
    assert_eq!(merged.hand.lost, [], "{before:#?}");
    let ana = merged.entities.iter().find(|e| e.name == "Ana Diaz").unwrap();
    assert!(ana.mentions.iter().any(|m| m.article == 1), "{before:#?}");
    let split = Correction { scope: Scope::One, ..on(Op::Split, Name, at(1, "Lima", 0), "") };
    check(names, &[split], &["- Lima/place =  ×2", "+ Lima/place =  ×1", "+ Lima/place =  ×1 *"]);
    // United and taken apart again by another hand.
    let again = [
        with(Op::Merge, Name, at(2, "Port Ellis", 0), at(0, "Lima", 0)),
        Correction { scope: Scope::Spelling, ..on(Op::Split, Name, at(2, "Port Ellis", 0), "") },
    ];
    let story = tell_corrected(read(&TEXTS), &again);
    assert!(story.entities.iter().any(|e| e.name == "Port Ellis"), "{:#?}", names(&story));
    assert!(story.entities.iter().any(|e| e.name == "Lima" && e.aliases.is_empty()), "{:#?}", names(&story));
}

#[test]
fn a_retyped_name_takes_its_part_in_events() {
    let retyped = [on(Op::Retype, Subject::Name, at(0, "Tarnmouth", 0), "organization")];
    let story = tell_corrected(read(&TEXTS), &retyped);
    let town = story.entities.iter().position(|e| e.name == "Tarnmouth").unwrap() as u32;
    assert!(story.events.iter().any(|e| e.actors.contains(&town)));
    assert!(story.events.iter().all(|e| !e.places.contains(&town)));
}

#[test]
fn dates_by_hand() {
    check(
        events,
        &[on(Op::SetDate, Subject::Time, at(2, "Sunday", 0), "2024-04-07")],
        &["- 2024-04-28 sank", "+ 2024-04-07 sank"],
    );
    check(events, &[on(Op::ClearDate, Subject::Time, at(2, "Sunday", 0), "")], &["- 2024-04-28 sank", "+ - sank"]);
    check(
        events,
        &[on(Op::SetDate, Subject::Event, at(2, "sank", 0), "2024-03")],
        &["- 2024-04-28 sank", "+ 2024-03 sank *"],
    );
    check(events, &[on(Op::ClearDate, Subject::Event, at(2, "sank", 0), "")], &["- 2024-04-28 sank", "+ - sank *"]);
}

#[test]
fn events_by_hand() {
    use Subject::Event;
    check(events, &[on(Op::Hide, Event, at(2, "sank", 0), "")], &["- 2024-04-28 sank"]);
    check(
        events,
        &[with(Op::Merge, Event, at(2, "sank", 0), at(0, "met", 0))],
        &["- 2024-04-28 sank", "- 2024-05-03 met", "+ 2024-05-03 met, sank *"],
    );
    check(
        events,
        &[on(Op::Split, Event, at(1, "assault", 0), "")],
        &["- 2024-04-29 attacked, assault", "+ 2024-04-29 attacked", "+ 2024-04-29 assault *"],
    );
}

#[test]
fn rows_by_hand() {
    let facts = read(&TEXTS);
    let story = tell_corrected(facts.clone(), &[]);
    let row = story.rows.iter().position(|r| r.claims.len() > 1).unwrap();
    let on_row = |op, value: &str| Correction {
        target: target(&story, Thing::Row(row as u32)).unwrap(),
        ..on(op, Subject::Row, Anchor::default(), value)
    };
    let settled = tell_corrected(facts.clone(), &[on_row(Op::Settle, "15, says the court")]);
    assert_eq!(settled.rows, story.rows);
    let touched: Vec<_> = settled.hand.on(Thing::Row(row as u32)).map(|t| (t.op, t.text.as_str())).collect();
    assert_eq!(touched, [(Op::Settle, "15, says the court")]);
    let dismissed = tell_corrected(facts, &[on_row(Op::Settle, ""), on_row(Op::Dismiss, "")]);
    assert_eq!(dismissed.rows.len(), story.rows.len() - 1);
    assert!(dismissed.rows.iter().all(|r| r.id != story.rows[row].id));
}

#[test]
fn what_a_hand_settled_stays_whatever_else_is_told_alone() {
    let alone = |story: &Story| story.rows.iter().position(|r| r.claims.len() == 1);
    let story = tell_corrected(read(&TEXTS), &[]);
    let row = Thing::Row(alone(&story).unwrap() as u32);
    let settled =
        Correction { target: target(&story, row).unwrap(), ..on(Op::Settle, Subject::Row, at(0, "Lima", 0), "Right.") };
    // One place for so many bytes of prose, and another article has more to tell.
    let mut texts = TEXTS.to_vec();
    texts.push("The bank in Oslo lost $4.5 million in 2019.");
    let without = tell_corrected(read(&texts), &[]);
    assert_ne!(without.rows[alone(&without).unwrap()].claims, story.rows[alone(&story).unwrap()].claims);
    let with = tell_corrected(read(&texts), &[settled]);
    assert_eq!(with.hand.lost, []);
    assert_eq!(with.rows.len(), without.rows.len() + 1);
}

#[test]
fn the_last_note_on_a_thing_stays() {
    let note = |subject, anchor, text: &str| on(Op::Note, subject, anchor, text);
    let notes = [
        note(Subject::Name, at(0, "Lima", 0), "The capital."),
        note(Subject::Article, Anchor::article("a1"), "Much later."),
        note(Subject::Name, at(1, "Lima", 0), "The town in Ohio."),
        note(Subject::Passage, at(1, "was calm", 0), "Was it?"),
        note(Subject::Article, Anchor::article("a1"), ""),
        note(Subject::Event, at(0, "attacked", 0), "Before dawn."),
        note(Subject::Time, at(2, "Sunday", 0), "Which?"),
    ];
    let story = tell_corrected(read(&TEXTS), &notes);
    assert_eq!(story.hand.lost, []);
    let texts: Vec<_> = story.hand.touched.iter().map(|t| t.text.as_str()).collect();
    assert_eq!(texts, ["The town in Ohio.", "Which?", "Before dawn.", "Was it?"]);
}

#[test]
fn what_does_not_fit_is_listed() {
    let other = Anchor::new("a0", "No such words here.", Span::new(3, 7));
    let lost = [
        on(Op::Hide, Subject::Name, Anchor { source: "b".into(), ..at(0, "Lima", 0) }, ""),
        on(Op::Hide, Subject::Name, other, ""),
        on(Op::Hide, Subject::Name, at(0, "killing", 0), ""),
        on(Op::Retype, Subject::Name, at(0, "Lima", 0), "city"),
        on(Op::SetDate, Subject::Time, at(2, "Sunday", 0), "31 May"),
        on(Op::Settle, Subject::Name, at(0, "Lima", 0), ""),
        with(Op::Merge, Subject::Name, at(0, "Lima", 0), at(1, "Lima", 0)),
        on(Op::Hide, Subject::Event, at(2, "sank", 0), ""),
        on(Op::SetDate, Subject::Event, at(2, "sank", 0), "2024"),
    ];
    use Lost::{Article, Done, Meaning, Thing, Words};
    let why = [(0, Article), (1, Words), (2, Thing), (3, Meaning), (4, Meaning), (5, Meaning), (6, Done), (8, Thing)];
    check_lost(&lost, &why);
}
