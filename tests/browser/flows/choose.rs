//! A choice anywhere moves everything.

use crate::page::Page;
use crate::{Test, act, find};
use serde_json::json;

pub const TESTS: &[Test] = &[
    ("a filter leaves the events of its source", filter),
    ("an event leads to its sentence", event),
    ("a compared statement leads to its sentences", statement),
    ("a mark in an article leads on", mark),
];

fn filter(page: &mut Page) {
    page.open("");
    let all = find::events(page);
    act::open_filters(page);
    act::choose(page, &find::first_in(page, "Sources", "checkbox"));
    page.wait("fewer events", || (1..all).contains(&find::events(page)));
}

fn event(page: &mut Page) {
    page.open("");
    act::choose(page, &find::first_event(page));
    sentence_in_sight(page);
}

fn statement(page: &mut Page) {
    page.open("#view=comparison");
    act::choose(page, &find::first_statement(page));
    sentence_in_sight(page);
}

fn mark(page: &mut Page) {
    page.open("");
    let reader = find::one(page, "region", "Articles");
    let marks = page.driver.all(Some(&reader), "[data-mark]").unwrap_or_default();
    act::choose(page, marks.first().expect("a mark"));
}

/// Waits until a sentence under attention is in the part of the page that is seen.
fn sentence_in_sight(page: &Page) {
    page.wait("the sentence", || {
        page.run(
            "const [first] = document.querySelectorAll('.focused');
             if (!first) return false;
             const { top, bottom } = first.getBoundingClientRect();
             return bottom > 0 && top < innerHeight;",
        ) == json!(true)
    });
}
