//! The search box: typing narrows the story, and the best places can be jumped to.

use super::parts::{Icon, icon};
use super::state::State;
use crate::browser::parts::live::{click, live, on};
use crate::display::strings::strings;
use crate::query::search::{Hit, Target, hits};
use crate::query::{Focus, facets};
use leptos::{ev, html, prelude::*};
use std::ops::Range;

/// Hits of each kind.
const LIMIT: usize = 5;

/// A box to type in, and what was found below it.
#[component]
pub fn Search() -> impl IntoView {
    let state = State::get();
    let open = RwSignal::new(false);
    let at = RwSignal::new(None::<usize>);
    let field = NodeRef::<html::Input>::new();
    let found = Memo::new(move |_| {
        let typed = state.query.with(|query| query.words.clone());
        if open.get() { state.index.with(|index| hits(index, &typed, LIMIT)) } else { Vec::new() }
    });
    let choose = move |place: usize| {
        let Some(hit) = found.with(|found| found.get(place).cloned()) else { return };
        open.set(false);
        go(state, hit.target);
    };
    let key = move |event: ev::KeyboardEvent| {
        let count = found.with(Vec::len);
        match event.key().as_str() {
            "ArrowDown" if count > 0 => at.update(|at| *at = Some(at.map_or(0, |i| (i + 1) % count))),
            "ArrowUp" if count > 0 => at.update(|at| *at = Some(at.map_or(count - 1, |i| (i + count - 1) % count))),
            "Enter" => choose(at.get().unwrap_or(0)),
            "Escape" if open.get() => {
                open.set(false);
                event.stop_propagation();
            }
            "Escape" => state.query.update(|query| query.words.clear()),
            _ => return,
        }
        event.prevent_default();
    };
    let input = move |event: ev::Event| {
        let typed = event_target_value(&event);
        at.set(None);
        open.set(true);
        state.query.update(|query| query.words = typed);
    };
    let active = move || at.get().map(|i| format!("hit-{i}"));
    let shown = move || found.with(|found| !found.is_empty());
    view! {
        <div class="search" role="search">
            {icon(Icon::Search)}
            <input
                node_ref=field
                id="search"
                type="search"
                role="combobox"
                autocomplete="off"
                spellcheck="false"
                aria-label=strings().search
                aria-autocomplete="list"
                aria-controls="hits"
                aria-expanded=live(move || shown().to_string())
                aria-activedescendant=live(active)
                placeholder=strings().search_hint
                prop:value=live(move || state.query.with(|query| query.words.clone()))
                on:input=on(input)
                on:keydown=on(key)
                on:focus=on(move |_| open.set(true))
                on:blur=on(move |_| open.set(false))
            />
            // Pressing must not take the focus away before the click arrives.
            <div id="hits" class="hits" role="listbox" aria-label=strings().search hidden=live(move || !shown())
                on:pointerdown=|event| event.prevent_default()>
                {live(move || found.with(|found| list(found, at, choose)))}
            </div>
        </div>
    }
}

/// The hits, each group under its head.
fn list(found: &[Hit], at: RwSignal<Option<usize>>, choose: impl Fn(usize) + Copy + Send + Sync + 'static) -> AnyView {
    let group = |hit: &Hit| match hit.target {
        Target::Entity(_) => 0,
        Target::Event(_) => 1,
        Target::Sentence(_) => 2,
    };
    let mut last = None;
    let lines = found.iter().enumerate().map(|(i, hit)| {
        let head = (last != Some(group(hit)))
            .then(|| view! { <p class="group" role="presentation">{strings().hits[group(hit)]}</p> }.into_any());
        last = Some(group(hit));
        let text = highlighted(&hit.text, &hit.marks);
        let active = move || at.get() == Some(i);
        view! {
            {head}
            <div
                id=format!("hit-{i}")
                class="hit"
                role="option"
                aria-selected=live(move || active().to_string())
                on:click=click(move || choose(i))
            >
                {text}
            </div>
        }
        .into_any()
    });
    lines.collect_view().into_any()
}

/// A text with its matches marked.
fn highlighted(text: &str, marks: &[Range<usize>]) -> AnyView {
    let mut pieces = Vec::new();
    let mut at = 0;
    for mark in marks {
        pieces.push(text.get(at..mark.start).unwrap_or_default().to_owned().into_any());
        let marked = text.get(mark.clone()).unwrap_or_default().to_owned();
        pieces.push(view! { <mark>{marked}</mark> }.into_any());
        at = mark.end;
    }
    pieces.push(text.get(at..).unwrap_or_default().to_owned().into_any());
    pieces.into_any()
}

/// Goes to a hit. A name becomes a filter and takes the place of the words.
fn go(state: State, target: Target) {
    let story = state.story_now();
    if let Target::Entity(entity) = target
        && let Some((facet, key)) = story.entities.get(entity as usize).and_then(facets::of_entity)
    {
        state.query.update(|query| {
            query.words.clear();
            if !query.has(facet, &key) {
                query.toggle(facet, &key);
            }
        });
    }
    let focus = Focus::from(target);
    state.attend(focus);
    if let Target::Sentence(place) = target {
        state.read(place);
    }
}

/// Puts the cursor into the box.
pub fn focus_search() {
    let field = document().get_element_by_id("search");
    if let Some(field) = field.and_then(|f| wasm_bindgen::JsCast::dyn_into::<web_sys::HtmlElement>(f).ok()) {
        field.focus().ok();
    }
}
