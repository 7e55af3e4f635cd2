//! The reader: the articles with their marks, each leading to its events.

mod bar;
mod card;
mod head;
mod paint;
mod places;

use super::keys::Keys;
use super::parts::shape;
use super::state::State;
use crate::browser::parts::live::{click, live, on};
use crate::display::article::{Cut, Mark, MarkKind, cut, marks};
use crate::display::strings::{strings, word};
use crate::display::voices::Voices;
use crate::query::{Focus, search};
use crate::span::Span;
use crate::story::Place;
use leptos::{ev, html, prelude::*};
use std::sync::Arc;
use wasm_bindgen::JsCast;

/// What the reader's parts share.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    /// The article, cut into pieces.
    cut: Memo<Arc<Cut>>,
    /// Words to find in the article.
    find: RwSignal<String>,
    /// Where they stand.
    hits: Memo<Vec<Span>>,
    /// Which of them is shown.
    hit: RwSignal<usize>,
    /// The mark that the keyboard is on: index into [`Cut::marks`].
    mark: RwSignal<Option<u32>>,
    /// The mark whose card is open, and where its box is on the screen.
    card: RwSignal<Option<(u32, [f64; 3])>>,
    /// The element that holds the text.
    body: NodeRef<html::Div>,
    /// What became of the last copy.
    said: RwSignal<&'static str>,
}

/// The articles.
#[component]
pub fn Reader() -> impl IntoView {
    let state = State::get();
    let find = RwSignal::new(String::new());
    let hits = Memo::new(move |_| {
        let story = state.story();
        let facts = story.articles.get(state.open.get() as usize);
        facts.map_or_else(Vec::new, |facts| find.with(|find| search::in_text(&facts.article.text, find)))
    });
    let cut = Memo::new(move |_| {
        let story = state.story();
        let open = state.open.get();
        let facts = story.articles.get(open as usize);
        Arc::new(facts.map_or_else(Cut::default, |facts| hits.with(|hits| cut(facts, marks(&story, open), hits))))
    });
    let reading = Reading {
        cut,
        find,
        hits,
        hit: RwSignal::new(0),
        mark: RwSignal::new(None),
        card: RwSignal::new(None),
        body: NodeRef::new(),
        said: RwSignal::new(""),
    };
    paint::keep(state, reading);
    let keys: Keys = expect_context();
    Effect::new(move || match keys.reader.get() {
        Some('[') => step_mark(reading, -1),
        Some(']') => step_mark(reading, 1),
        Some('c') => bar::copy(state, reading),
        _ => {}
    });
    let press = move |event: ev::MouseEvent| {
        if let Some(mark) = mark_at(event.target()) {
            reading.mark.set(Some(mark));
            attend(state, reading, mark);
        }
    };
    let over = move |event: ev::PointerEvent| show_card(state, reading, event.target());
    let focus = move |event: ev::FocusEvent| {
        reading.mark.set(mark_at(event.target()));
        show_card(state, reading, event.target());
    };
    let leave = move || {
        reading.card.set(None);
        state.pointed.set(Focus::Nothing);
    };
    let key = move |event: ev::KeyboardEvent| match (event.key().as_str(), reading.mark.get_untracked()) {
        ("Enter" | " ", Some(mark)) => {
            event.prevent_default();
            attend(state, reading, mark);
        }
        ("ArrowRight", Some(_)) => step_mark(reading, 1),
        ("ArrowLeft", Some(_)) => step_mark(reading, -1),
        ("Escape", _) => leave(),
        _ => {}
    };
    view! {
        <h2 class="visually-hidden">{strings().reader}</h2>
        {tabs(state)}
        <div class="reader-top">
            {places::places(state)}
            {bar::bar(state, reading)}
        </div>
        <article>
            {head::head(state)}
            <div
                node_ref=reading.body
                class="prose"
                on:click=on(press)
                on:pointerover=on(over)
                on:pointerleave=on(move |_| leave())
                on:focusin=on(focus)
                on:focusout=on(move |_| leave())
                on:keydown=on(key)
            ></div>
            {legend()}
        </article>
        {card::card(state, reading)}
    }
}

/// A tab an article, in the order of publication.
fn tabs(state: State) -> AnyView {
    let buttons = move || {
        let story = state.story();
        let voices = Voices::new(&story);
        let tab = |(i, facts): (u32, &crate::facts::Facts)| {
            let date = facts.article.published_date();
            let date = date.map_or_else(|| strings().undated.to_owned(), super::dates::short);
            let name = facts.article.label().to_owned();
            let current = move || (state.open.get() == i).then_some("true");
            let faded = move || state.selection.with(|s| s.articles.get(i as usize).is_some_and(|&n| n == 0));
            view! {
                <button
                    class="tab"
                    class:faded=live(faded)
                    aria-current=live(current)
                    title=name.clone()
                    on:click=click(move || state.attend(Focus::Article(i)))
                >
                    {shape(voices.of(i))}
                    <span class="name">{name.clone()}</span>
                    <span class="date">{date}</span>
                </button>
            }
            .into_any()
        };
        (0..).zip(&story.articles).map(tab).collect_view().into_any()
    };
    view! { <nav class="articles" aria-label=strings().reader>{live(buttons)}</nav> }.into_any()
}

fn legend() -> AnyView {
    let entry = |kind: MarkKind| {
        let name = word(kind.key()).to_owned();
        view! { <li><span class=format!("mark {}", kind.key())>{name}</span></li> }.into_any()
    };
    view! {
        <footer class="legend">
            <h3>{strings().legend}</h3>
            <ul>{MarkKind::ALL.map(entry).collect_view()}</ul>
        </footer>
    }
    .into_any()
}

/// The mark that an element is or stands in.
fn mark_at(target: Option<web_sys::EventTarget>) -> Option<u32> {
    element_of(target)?.get_attribute("data-mark")?.parse().ok()
}

fn element_of(target: Option<web_sys::EventTarget>) -> Option<web_sys::Element> {
    target?.dyn_into::<web_sys::Element>().ok()?.closest("[data-mark]").ok()?
}

fn show_card(state: State, reading: Reading, target: Option<web_sys::EventTarget>) {
    let Some(element) = element_of(target) else { return reading.card.set(None) };
    let Some(mark) = element.get_attribute("data-mark").and_then(|m| m.parse().ok()) else { return };
    let rect = element.get_bounding_client_rect();
    reading.card.set(Some((mark, [rect.left(), rect.top(), rect.bottom()])));
    state.pointed.set(focus_of(state, reading, mark));
}

/// What a mark means to the other views: its entity, or the event a time belongs to.
fn focus_of(state: State, reading: Reading, mark: u32) -> Focus {
    let article = state.open.get_untracked();
    match reading.cut.with_untracked(|cut| cut.marks.get(mark as usize).copied()) {
        Some(Mark { kind: MarkKind::Time, span, .. }) => events_at(state, article, span)
            .first()
            .map_or(Focus::Place(Place { article, span }), |&event| Focus::Event(event)),
        Some(mark) => Focus::Entity(mark.target),
        None => Focus::Nothing,
    }
}

/// The events told in the sentence around a place.
fn events_at(state: State, article: u32, span: Span) -> Vec<u32> {
    let story = state.story_now();
    let told = |event: &crate::story::StoryEvent| {
        event.mentions.iter().any(|m| m.place.article == article && m.sentence.contains(span))
    };
    let mut events: Vec<u32> = (0..).zip(&story.events).filter(|(_, e)| told(e)).map(|(i, _)| i).collect();
    // The event that takes its date from this very expression goes first.
    events.sort_by_key(|&i| story.events[i as usize].when.time != Some(span));
    events
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

/// Moves the keyboard to another mark.
pub(super) fn step_mark(reading: Reading, by: i64) {
    let count = reading.cut.with_untracked(|cut| cut.marks.len() as i64);
    if count == 0 {
        return;
    }
    let next = reading.mark.get_untracked().map_or(if by > 0 { 0 } else { count - 1 }, |m| i64::from(m) + by);
    let next = next.rem_euclid(count) as u32;
    reading.mark.set(Some(next));
    if let Some(body) = reading.body.get_untracked()
        && let Ok(Some(element)) = body.query_selector(&format!("[data-mark=\"{next}\"]"))
        && let Ok(element) = element.dyn_into::<web_sys::HtmlElement>()
    {
        element.focus().ok();
    }
}
