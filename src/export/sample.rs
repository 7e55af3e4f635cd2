//! A story with corrections, for the tests of the forms.

use super::{Material, Seen};
use crate::correct::{Anchor, Correction, Log, Op, Subject};
use crate::facts::{self, Reader};
use crate::import::{Article, Record};
use crate::story::tell_corrected;

/// Articles with all that a form may stumble over.
pub(super) fn records() -> Vec<Record> {
    let record = |id: &str, source: Option<&str>, title: Option<&str>, published: &str, text: &str| Record {
        id: id.into(),
        text: text.into(),
        published: (!published.is_empty()).then(|| published.into()),
        title: title.map(Into::into),
        source: source.map(Into::into),
        url: source.map(|_| format!("https://example.org/{id}?a=1&b=(2)")),
    };
    vec![
        record(
            "one",
            Some("The \"Post\", Ltd"),
            Some("=HYPERLINK(\"x\")"),
            "2024-05-03T10:30:00+02:00",
            "Gunmen attacked a hotel in Tarnmouth on Monday, killing 12 people. \
             The “Water & Power” board <b>closed</b> the dam in mid-February.",
        ),
        record(
            "two",
            Some("Gazette {x} 100%"),
            None,
            "2024-05-04",
            "Monday's assault on a hotel in Tarnmouth killed 15 people, police said.\r\nA ferry sank off Port Ellis at \
             14:30 on 28 April 2024 — 🚢 — and divers found it between March and April 2023.",
        ),
        record("three, of \"many\"", None, Some("- Rain;\nand snow"), "", "A bridge collapsed near Osk. It rained."),
    ]
}

/// Calls with the story of [`records`], corrected and noted.
pub(super) fn with(check: impl FnOnce(&Material)) {
    let records = records();
    let read = |r: &Record| facts::read(Article::new(r.clone()), &Reader::default());
    let anchor = |i: usize, words: &str| {
        let from = records[i].text.find(words).unwrap_or_default() as u32;
        Anchor::new(&records[i].id, &records[i].text, crate::span::Span::new(from, from + words.len() as u32))
    };
    let mut log = Log::default();
    log.push(Correction::new(Op::SetDate, Subject::Event, anchor(2, "collapsed"), "2024-05-01"));
    log.push(Correction::new(Op::Note, Subject::Event, anchor(0, "attacked"), "=cmd|' /C calc'!A0\nand <i>more</i>"));
    log.push(Correction::new(Op::Rename, Subject::Name, anchor(0, "Tarnmouth"), "Tarnmouth, \"Ardal\""));
    log.push(Correction::new(Op::Note, Subject::Passage, anchor(2, "rained"), "Undone."));
    log.undo();
    let story = tell_corrected(records.iter().map(read).collect(), log.in_force());
    assert_eq!(story.hand.lost, []);
    check(&Material {
        title: "Rain & <fire> in \"Tarnmouth\"",
        story: &story,
        records: &records,
        log: &log,
        seen: Seen::default(),
    });
}
