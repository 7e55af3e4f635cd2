//! The reader's tools: find, marks, what is under attention, and copying with the source.

use super::reading::{Reading, focus_of, mark_at, step_mark};
use crate::browser::dom::{El, el, value_of};
use crate::browser::hand::Hand;
use crate::browser::parts::{Icon, icon, icon_button};
use crate::browser::state::State;
use crate::browser::{clipboard, dates};
use crate::display::article::MarkKind;
use crate::display::citation::{Form, cite};
use crate::display::strings::{fill, strings, word};
use crate::query::Focus;
use crate::span::Span;
use crate::story::{Place, Thing};
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;

pub(super) fn bar(state: State, reading: Reading) -> El {
    let strings = strings();
    let hand = Hand::get();
    let step_hit = move |by: usize| {
        let count = reading.hits.with_untracked(Vec::len);
        if count > 0 {
            reading.hit.update(|hit| *hit = (*hit + by) % count);
        }
    };
    let back = move || step_hit(reading.hits.with_untracked(Vec::len).saturating_sub(1));
    let found = move || {
        let (count, hit) = (reading.hits.with(Vec::len), reading.hit.get());
        match (reading.find.with(|find| find.trim().is_empty()), count) {
            (true, _) => String::new(),
            (false, 0) => strings.found_none.to_owned(),
            _ => fill(strings.found, &[&(hit + 1).to_string(), &count.to_string()]),
        }
    };
    let input = move |event: web_sys::Event| {
        reading.hit.set(0);
        reading.find.set(value_of(&event));
    };
    let key = move |event: web_sys::KeyboardEvent| match event.key().as_str() {
        "Enter" if event.shift_key() => back(),
        "Enter" => step_hit(1),
        "Escape" => reading.find.set(String::new()),
        _ => {}
    };
    el("div")
        .class("reader-bar")
        .attr("role", "toolbar")
        .attr("aria-label", strings.reader)
        .child(
            el("span")
                .class("find")
                .child(
                    el("input")
                        .attr("type", "search")
                        .attr("aria-label", strings.find)
                        .attr("placeholder", word("find"))
                        .value_live(move || reading.find.get())
                        .on("input", input)
                        .on("keydown", key),
                )
                .child(el("output").attr("aria-live", "polite").text_live(found)),
        )
        .child(icon_button(Icon::Up, strings.previous_mark, move || step_mark(reading, -1)))
        .child(icon_button(Icon::Down, strings.next_mark, move || step_mark(reading, 1)))
        .child(icon_button(Icon::Pen, word("fix"), move || fix(state, reading, hand)).class("icon-button fix-open"))
        .child(copying(state, reading))
}

/// A menu of the three forms; what is copied is the selection, or else what is under attention.
fn copying(state: State, reading: Reading) -> El {
    let strings = strings();
    let has_url = move || {
        let story = state.story();
        story.articles.get(state.open.get() as usize).is_some_and(|f| f.article.url.is_some())
    };
    let item = move |form: Form| {
        let hidden = move || form == Form::Link && !has_url();
        el("button")
            .attr_live("hidden", hidden)
            .on_click(move || copy_as(state, reading, form))
            .child(strings.copy_as[form as usize])
    };
    el("details")
        .class("menu")
        .act_on("toggle", move || reading.said.set(""))
        .child(
            el("summary")
                .attr("aria-label", strings.copy)
                .child(icon(Icon::Copy))
                .child(el("span").child(strings.copy)),
        )
        .child(
            el("div")
                .class("menu-items")
                .children([Form::Plain, Form::Markdown, Form::Link].map(item))
                .child(el("output").attr("aria-live", "polite").text_live(move || reading.said.get())),
        )
}

/// Corrects what is selected, the mark that the keyboard is on or that was pressed last, or else
/// what is under attention.
pub(super) fn fix(state: State, reading: Reading, hand: Hand) {
    let article = state.open.get_untracked();
    if let Some(place) = selected(state, reading, article) {
        return hand.fix(Thing::Passage(place), None);
    }
    let on_mark = mark_at(document().active_element().map(JsCast::unchecked_into));
    let focus = state.focus.get_untracked();
    let pressed = reading.mark.get_untracked().filter(|&m| focus == focus_of(state, reading, m));
    let mark = on_mark.or(pressed).and_then(|m| reading.cut.with_untracked(|cut| cut.marks.get(m as usize).copied()));
    match mark {
        Some(mark) if mark.kind == MarkKind::Time => hand.fix(Thing::Time(article, mark.target), None),
        Some(mark) => hand.fix(Thing::Name(mark.target), Some(Place { article, span: mark.span })),
        None if focus == Focus::Nothing => hand.fix(Thing::Article(article), None),
        None => drop(hand.fix_attended()),
    }
}

/// The place of what is selected in the article.
fn selected(state: State, reading: Reading, article: u32) -> Option<Place> {
    let words = clipboard::selection_in(&reading.body.get_untracked())?;
    let story = state.story_now();
    let text = &story.articles.get(article as usize)?.article.text;
    // The browser gives the words; of several such places the one at the selected sentence is meant.
    let words = words.trim().lines().next()?;
    let selection = window().get_selection().ok()??;
    let sentence = |node: Option<web_sys::Node>| -> Option<usize> {
        node?.parent_element()?.closest("[data-sentence]").ok()??.get_attribute("data-sentence")?.parse().ok()
    };
    let ends = [selection.anchor_node(), selection.focus_node()];
    let first = ends.into_iter().filter_map(sentence).min()?;
    let from = reading.cut.with_untracked(|cut| cut.sentences.get(first).map(|s| s.start))? as usize;
    let start = (from + text.get(from..)?.find(words)?) as u32;
    Some(Place { article, span: Span::new(start, start + words.len() as u32) })
}

/// Copies with the source behind the words.
pub(super) fn copy(state: State, reading: Reading) {
    copy_as(state, reading, Form::Plain);
}

fn copy_as(state: State, reading: Reading, form: Form) {
    let Some(text) = citation(state, reading, form) else { return reading.said.set(strings().copy_nothing) };
    clipboard::write(text, move |done| {
        reading.said.set(if done { strings().copied } else { strings().copy_failed });
    });
}

/// What is selected in the article, or the passage under attention, with its source.
fn citation(state: State, reading: Reading, form: Form) -> Option<String> {
    let story = state.story_now();
    let open = state.open.get_untracked();
    let facts = story.articles.get(open as usize)?;
    let selected = clipboard::selection_in(&reading.body.get_untracked());
    let quote = selected.or_else(|| {
        let goal = state.goal.get_untracked().filter(|goal| goal.article == open);
        let places = state.focus.get_untracked().places(&story);
        let place = goal.or_else(|| places.into_iter().find(|p| p.article == open))?;
        Some(sentence_around(&facts.sentences, place).of(&facts.article.text).to_owned())
    })?;
    let date = facts.article.published_date().map(dates::long);
    Some(cite(facts, &quote, date.as_deref(), form))
}

fn sentence_around(sentences: &[crate::span::Span], place: Place) -> crate::span::Span {
    sentences.iter().copied().find(|s| s.contains(place.span)).unwrap_or(place.span)
}
