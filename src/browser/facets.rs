//! The facets: what a story can be narrowed by, with live counts.

use super::histogram::Histogram;
use super::parts::{Icon, icon, shape};
use super::state::State;
use crate::browser::parts::live::{click, cond, live, on};
use crate::display::strings::{fill, strings, word};
use crate::display::voices::Voices;
use crate::query::{FACETS, Mode, Part, Shown, facets, shown};
use leptos::prelude::*;
use std::sync::Arc;

/// How many values of a facet are shown before "more".
const SHORT: usize = 6;

/// All facets.
#[component]
pub fn Facets() -> impl IntoView {
    view! {
        <h2 class="visually-hidden">{strings().filters}</h2>
        {(0..FACETS.len()).map(facet).collect_view()}
    }
}

/// One facet; nothing where no event has a value of it.
fn facet(facet: usize) -> AnyView {
    let state = State::get();
    let key = FACETS[facet].key;
    let whole = RwSignal::new(false);
    let values = Memo::new(move |_| {
        let limit = if whole.get() { usize::MAX } else { SHORT };
        let selection = state.selection.get();
        state.index.with(|index| state.query.with(|query| shown(index, &selection, query, facet, limit)))
    });
    let empty = move || values.with(|(values, _)| values.is_empty());
    let period = (key == "period").then(|| Histogram().into_any());
    view! {
        <section class="facet" hidden=live(empty) aria-label=word(key)>
            <h3>{word(key)}</h3>
            {modes(facet)}
            {period}
            <ul>
                <For
                    each=move || values.with(|(values, _)| values.iter().map(|v| v.key.clone()).collect::<Vec<_>>())
                    key=Clone::clone
                    let(value)
                >
                    {row(facet, value, values)}
                </For>
            </ul>
            {more(values, whole)}
        </section>
    }
    .into_any()
}

/// One value: a check box, its name, its count.
fn row(facet: usize, key: String, values: Memo<(Vec<Shown>, usize)>) -> AnyView {
    let state = State::get();
    let name = FACETS[facet].key;
    let value = {
        let key = key.clone();
        Memo::new(move |_| values.with(|(values, _)| values.iter().find(|v| v.key == key).cloned()))
    };
    let label = move || value.get().map(|v| label(name, &v.key, &v.label)).unwrap_or_default();
    let count = move || value.with(|v| v.as_ref().map_or(0, |v| v.count));
    let chosen = move || value.with(|v| v.as_ref().is_some_and(|v| v.chosen));
    let mark = (name == "source").then(|| voice_shape(&key));
    view! {
        <li class="value" class:none=live(move || count() == 0)>
            <label>
                <input
                    type="checkbox"
                    prop:checked=live(chosen)
                    on:change=on(move |_| state.query.update(|query| query.toggle(facet, &key)))
                />
                {mark}
                <span class="name" title=live(label)>{live(label)}</span>
                <span class="count">{live(count)}</span>
            </label>
        </li>
    }
    .into_any()
}

/// The shape of the source that a value of the source facet stands for.
fn voice_shape(key: &str) -> impl Fn() -> Option<AnyView> + use<> {
    let state = State::get();
    let key = key.to_owned();
    move || {
        let story = state.story();
        let facet = facets::find("source")?;
        let place = state.index.with(|index| index.values(facet).iter().position(|v| v.key == key))?;
        // Voices and the values of this facet are in one order: that of the first articles.
        (place < Voices::new(&story).list.len()).then(|| shape(place as u32))
    }
}

/// Any, all or none of the chosen values; there once something is chosen.
fn modes(facet: usize) -> AnyView {
    let state = State::get();
    let there = Memo::new(move |_| state.query.with(|query| query.clause(facet).is_some()));
    // A switch of one value has nothing to join.
    if FACETS[facet].key == "conflict" {
        return ().into_any();
    }
    let button = move |mode: Mode| {
        let pressed = move || state.query.with(|query| query.mode(facet) == mode).to_string();
        view! {
            <button
                aria-pressed=live(pressed)
                on:click=click(move || state.query.update(|query| query.set_mode(facet, mode)))
            >
                {strings().modes[mode as usize]}
            </button>
        }
        .into_any()
    };
    view! {
        <Show when=cond(move || there.get())>
            <div class="modes" role="group" aria-label=strings().mode>
                {Mode::ALL.map(button).collect_view()}
                <button class="quiet" on:click=click(move || state.query.update(|query| query.clear(Part::Facet(facet))))>
                    {strings().clear}
                </button>
            </div>
        </Show>
    }
    .into_any()
}

fn more(values: Memo<(Vec<Shown>, usize)>, whole: RwSignal<bool>) -> AnyView {
    let hidden = move || values.with(|(values, more)| *more == 0 && (!whole.get() || values.len() <= SHORT));
    let text = move || {
        let left = values.with(|(_, more)| *more);
        if left > 0 { fill(strings().more, &[&left.to_string()]) } else { strings().fewer.to_owned() }
    };
    view! {
        <button class="quiet" hidden=live(hidden) on:click=click(move || whole.update(|whole| *whole = !*whole))>{live(text)}</button>
    }
    .into_any()
}

/// What a reader calls a value.
pub fn label(facet: &str, key: &str, label: &str) -> String {
    if !label.is_empty() {
        return label.to_owned();
    }
    let path = format!("{facet}.{key}");
    let known = word(&path);
    if known != path {
        return known.to_owned();
    }
    // A month is written out; years and decades speak for themselves.
    let month = (key.len() == 7).then(|| crate::day::parse(&format!("{key}-01"))).flatten();
    month.map_or_else(|| key.to_owned(), |day| super::dates::write(day, 12, super::dates::MONTH))
}

/// What is chosen, as chips that take it back.
#[component]
pub fn Chosen() -> impl IntoView {
    let state = State::get();
    let chips = move || {
        let query = state.query.get();
        let index = state.index.get();
        query
            .parts()
            .into_iter()
            .map(|part| chip(state, part, part_name(&index, &query, part)))
            .collect_view()
            .into_any()
    };
    view! {
        <Show when=cond(move || state.query.with(|query| !query.is_empty()))>
            <div class="chips" role="group" aria-label=strings().chosen>
                {live(chips)}
                <button class="quiet" on:click=click(move || state.query.set(crate::query::Query::default()))>
                    {strings().clear_all}
                </button>
            </div>
        </Show>
    }
}

fn chip(state: State, part: Part, name: String) -> AnyView {
    let label = fill(strings().remove, &[&name]);
    view! {
        <button class="chip" title=label.clone() aria-label=label on:click=click(move || state.query.update(|q| q.clear(part)))>
            {name}
            {icon(Icon::Close)}
        </button>
    }
    .into_any()
}

/// A part of a query in words.
pub fn part_name(index: &Arc<crate::query::Index>, query: &crate::query::Query, part: Part) -> String {
    let strings = strings();
    match part {
        Part::Words => fill(strings.words_chip, &[query.words.trim()]),
        Part::Days => query.days.map_or_else(String::new, super::dates::span),
        Part::AsOf => query.as_of.map_or_else(String::new, |day| fill(strings.as_of, &[&super::dates::long(day)])),
        Part::Facet(facet) => {
            let Some(clause) = query.clause(facet) else { return String::new() };
            let key = FACETS[facet].key;
            let names: Vec<String> = clause
                .values
                .iter()
                .map(|v| label(key, v, index.value(facet, v).map_or("", |value| &value.label)))
                .collect();
            let joined = names.join(if clause.mode == Mode::All { " + " } else { ", " });
            if clause.mode == Mode::Not { fill(strings.not, &[&joined]) } else { joined }
        }
    }
}
