//! The reader's tools: find, marks, what is under attention, and copying with the source.

use super::{Reading, step_mark};
use crate::browser::dom::{El, el, value_of};
use crate::browser::parts::{Icon, icon_button};
use crate::browser::state::State;
use crate::browser::{clipboard, dates};
use crate::display::citation::{Form, cite};
use crate::display::strings::{fill, strings};
use crate::story::Place;

pub(super) fn bar(state: State, reading: Reading) -> El {
    let strings = strings();
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
                        .attr("placeholder", strings.find)
                        .value_live(move || reading.find.get())
                        .on("input", input)
                        .on("keydown", key),
                )
                .child(el("output").attr("aria-live", "polite").text_live(found)),
        )
        .child(icon_button(Icon::Up, strings.previous_mark, move || step_mark(reading, -1)))
        .child(icon_button(Icon::Down, strings.next_mark, move || step_mark(reading, 1)))
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
                .child(crate::browser::parts::icon(Icon::Copy))
                .child(el("span").child(strings.copy)),
        )
        .child(
            el("div")
                .class("menu-items")
                .children([Form::Plain, Form::Markdown, Form::Link].map(item))
                .child(el("output").attr("aria-live", "polite").text_live(move || reading.said.get())),
        )
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
