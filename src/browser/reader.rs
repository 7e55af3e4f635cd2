//! The reader: the articles with their marks, each leading to its events.

mod bar;
mod card;
mod head;
mod paint;
mod places;
mod reading;

use super::hand::Hand;
use super::keys::Keys;
use super::parts::shape;
use super::state::State;
use crate::browser::dom::{El, el, pieces};
use crate::browser::live::{Derived, Live, effect};
use crate::display::article::{Cut, MarkKind, cut, marks};
use crate::display::strings::{strings, word};
use crate::display::voices::Voices;
use crate::query::{Focus, search};
use crate::story::Place;
use leptos::prelude::{document, expect_context};
use reading::{Reading, element_of, focus_of, mark_at, step_mark, stop_at};
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// The articles.
pub fn reader() -> El {
    let state = State::get();
    let find = Live::new(String::new());
    let hits = Derived::new(move || {
        let story = state.story();
        let facts = story.articles.get(state.open.get() as usize);
        facts.map_or_else(Vec::new, |facts| find.with(|find| search::in_text(&facts.article.text, find)))
    });
    let cut = Derived::new(move || {
        let story = state.story();
        let open = state.open.get();
        let facts = story.articles.get(open as usize);
        Arc::new(facts.map_or_else(Cut::default, |facts| hits.with(|hits| cut(facts, marks(&story, open), hits))))
    });
    let body = el("div").class("prose");
    let reading = Reading {
        cut,
        find,
        hits,
        hit: Live::new(0),
        mark: Live::new(None),
        card: Live::new(None),
        body: Live::new(body.element()),
        said: Live::new(""),
    };
    paint::keep(state, reading);
    let keys: Keys = expect_context();
    let hand = Hand::get();
    effect(move || match keys.reader.get() {
        Some('[') => step_mark(reading, -1),
        Some(']') => step_mark(reading, 1),
        Some('c') => bar::copy(state, reading),
        Some('e') => bar::fix(state, reading, hand),
        _ => {}
    });
    let press = move |event: web_sys::MouseEvent| {
        if let Some(mark) = mark_at(event.target()) {
            reading.mark.set(Some(mark));
            attend(state, reading, mark);
        }
    };
    let over = move |event: web_sys::PointerEvent| show_card(state, reading, event.target());
    let focus = move |event: web_sys::FocusEvent| {
        reading.mark.set(mark_at(event.target()));
        if let Some(mark) = element_of(event.target()) {
            stop_at(&reading.body.get_untracked(), &mark);
        }
        show_card(state, reading, event.target());
    };
    let leave = move || {
        reading.card.set(None);
        state.pointed.set(Focus::Nothing);
    };
    let key = move |event: web_sys::KeyboardEvent| match (event.key().as_str(), reading.mark.get_untracked()) {
        ("Enter" | " ", Some(mark)) => {
            event.prevent_default();
            attend(state, reading, mark);
        }
        ("ArrowRight", Some(_)) => step_mark(reading, 1),
        ("ArrowLeft", Some(_)) => step_mark(reading, -1),
        ("Escape", _) => leave(),
        _ => {}
    };
    pieces()
        .child(el("h2").class("visually-hidden").child(strings().reader))
        .child(tabs(state))
        .child(el("div").class("reader-top").child(places::places(state)).child(bar::bar(state, reading)))
        .child(
            el("article")
                .child(head::head(state))
                .child(
                    body.on("click", press)
                        .on("pointerover", over)
                        .act_on("pointerleave", leave)
                        .on("focusin", focus)
                        .act_on("focusout", leave)
                        .on("keydown", key),
                )
                .child(legend()),
        )
        .child(card::card(state, reading))
}

/// A tab an article, in the order of publication.
fn tabs(state: State) -> El {
    let buttons = move || {
        let story = state.story();
        let voices = Voices::new(&story);
        let tab = |(i, facts): (u32, &crate::facts::Facts)| {
            let date = facts.article.published_date();
            let date = date.map_or_else(|| strings().undated.to_owned(), super::dates::short);
            let name = crate::story::label(&story.articles, i).into_owned();
            let current = move || (state.open.get() == i).then_some("true");
            let faded = move || state.selection.with(|s| s.articles.get(i as usize).is_some_and(|&n| n == 0));
            el("button")
                .class("tab")
                .class_if("faded", faded)
                .attr_live("aria-current", current)
                .attr("tabindex", if state.open.get_untracked() == i { "0" } else { "-1" })
                .attr("title", name.clone())
                .on_click(move || state.attend(Focus::Article(i)))
                .child(shape(voices.of(i)))
                .child(el("span").class("name").child(name.clone()))
                .child(el("span").class("date").child(date))
        };
        (0..).zip(&story.articles).map(tab).collect::<El>()
    };
    let nav = el("nav").class("articles").attr("aria-label", strings().reader);
    let place = nav.element();
    let key = move |event: web_sys::KeyboardEvent| {
        let Some(tab) = document().active_element().filter(|tab| place.contains(Some(tab))) else { return };
        let to = match event.key().as_str() {
            "ArrowDown" | "ArrowRight" => tab.next_element_sibling(),
            "ArrowUp" | "ArrowLeft" => tab.previous_element_sibling(),
            "Home" => place.first_element_child(),
            "End" => place.last_element_child(),
            _ => return,
        };
        event.prevent_default();
        if let Some(to) = to.and_then(|to| to.dyn_into::<HtmlElement>().ok()) {
            to.focus().ok();
        }
    };
    let place = nav.element();
    let focus = move |event: web_sys::FocusEvent| {
        if let Some(tab) = event.target().and_then(|tab| tab.dyn_into::<web_sys::Element>().ok()) {
            stop_at(&place, &tab);
        }
    };
    let place = nav.element();
    effect(move || {
        let open = [".tab:nth-child(", &(state.open.get() + 1).to_string(), ")"].concat();
        if let Ok(Some(tab)) = place.query_selector(&open) {
            stop_at(&place, &tab);
        }
    });
    nav.on("keydown", key).on("focusin", focus).live(buttons)
}

fn legend() -> El {
    let entry = |kind: MarkKind| {
        let name = word(kind.key()).to_owned();
        el("li").child(el("span").attr("class", ["mark ", kind.key()].concat()).child(name))
    };
    el("footer")
        .class("legend")
        .child(el("h3").child(strings().legend))
        .child(el("ul").children(MarkKind::ALL.map(entry)))
}

fn show_card(state: State, reading: Reading, target: Option<web_sys::EventTarget>) {
    let Some(element) = element_of(target) else { return reading.card.set(None) };
    let Some(mark) = element.get_attribute("data-mark").and_then(|m| m.parse().ok()) else { return };
    let rect = element.get_bounding_client_rect();
    reading.card.set(Some((mark, [rect.left(), rect.top(), rect.bottom()])));
    state.pointed.set(focus_of(state, reading, mark));
}

fn attend(state: State, reading: Reading, mark: u32) {
    let focus = focus_of(state, reading, mark);
    if focus == state.focus.get_untracked() {
        return state.release();
    }
    let article = state.open.get_untracked();
    let span = reading.cut.with_untracked(|cut| cut.marks.get(mark as usize).map(|m| m.span));
    state.focus.set(focus);
    // The reader stays where it is: the mark itself is the place that was asked for.
    let places = focus.places(&state.story_now());
    let here = |p: &&Place| p.article == article && span.is_some_and(|span| p.span.contains(span));
    state.goal.set(places.iter().find(here).copied());
}
