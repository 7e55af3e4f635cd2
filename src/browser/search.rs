//! The search box: typing narrows the story, and the best places can be jumped to.

use super::home::Home;
use super::parts::{Icon, icon};
use super::state::State;
use crate::browser::dom::{El, el, pieces, value_of};
use crate::browser::live::{Derived, Live};
use crate::display::strings::strings;
use crate::query::search::{Hit, Target, hits};
use crate::query::{Focus, facets};
use std::ops::Range;

/// Hits of each kind.
const LIMIT: usize = 5;

/// A box to type in, and what was found below it.
pub fn search() -> El {
    let state = State::get();
    let open = Live::new(false);
    let at = Live::new(None::<usize>);
    let found = Derived::new(move || {
        let typed = state.query.with(|query| query.words.clone());
        if open.get() { state.index.with(|index| hits(index, &typed, LIMIT)) } else { Vec::new() }
    });
    let choose = move |place: usize| {
        let Some(hit) = found.with(|found| found.get(place).cloned()) else { return };
        open.set(false);
        go(state, hit.target);
    };
    let key = move |event: web_sys::KeyboardEvent| {
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
    let input = move |event: web_sys::Event| {
        let typed = value_of(&event);
        at.set(None);
        open.set(true);
        state.query.update(|query| query.words = typed);
    };
    let active = move || at.get().map(|i| format!("hit-{i}"));
    let shown = move || found.with(|found| !found.is_empty());
    el("div")
        .class("search")
        .attr("role", "search")
        .child(icon(Icon::Search))
        .child(
            el("input")
                .attr("id", "search")
                .attr("type", "search")
                .attr("role", "combobox")
                .attr("autocomplete", "off")
                .attr("spellcheck", "false")
                .attr("aria-label", strings().search)
                .attr("aria-autocomplete", "list")
                .attr("aria-controls", "hits")
                .attr_live("aria-expanded", move || shown().to_string())
                .attr_live("aria-activedescendant", active)
                .attr("placeholder", strings().search_hint)
                .value_live(move || state.query.with(|query| query.words.clone()))
                .on("input", input)
                .on("keydown", key)
                .act_on("focus", move || open.set(true))
                .act_on("blur", move || open.set(false)),
        )
        .child(
            el("div")
                .attr("id", "hits")
                .class("hits")
                .attr("role", "listbox")
                .attr("aria-label", strings().search)
                .attr_live("hidden", move || !shown())
                // Pressing must not take the focus away before the click arrives.
                .on("pointerdown", |event: web_sys::Event| event.prevent_default())
                .live(move || found.with(|found| list(found, at, choose))),
        )
}

/// The hits, each group under its head.
#[inline(never)]
fn list(found: &[Hit], at: Live<Option<usize>>, choose: impl Fn(usize) + Copy + 'static) -> El {
    let group = |hit: &Hit| match hit.target {
        Target::Entity(_) => 0,
        Target::Event(_) => 1,
        Target::Sentence(_) => 2,
    };
    let mut last = None;
    let lines = found.iter().enumerate().map(|(i, hit)| {
        let head = (last != Some(group(hit)))
            .then(|| el("p").class("group").attr("role", "presentation").child(strings().hits[group(hit)]));
        last = Some(group(hit));
        let text = highlighted(&hit.text, &hit.marks);
        let active = move || at.get() == Some(i);
        pieces().child(head).child(
            el("div")
                .attr("id", format!("hit-{i}"))
                .class("hit")
                .attr("role", "option")
                .attr_live("aria-selected", move || active().to_string())
                .on_click(move || choose(i))
                .child(text),
        )
    });
    lines.collect::<El>()
}

/// A text with its matches marked.
fn highlighted(text: &str, marks: &[Range<usize>]) -> El {
    let mut all = pieces();
    let mut at = 0;
    for mark in marks {
        all = all.text(text.get(at..mark.start).unwrap_or_default());
        all = all.child(el("mark").text(text.get(mark.clone()).unwrap_or_default()));
        at = mark.end;
    }
    all.text(text.get(at..).unwrap_or_default())
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
pub fn focus_search(home: Home) {
    if let Some(field) = home.find("#search") {
        field.focus().ok();
    }
}
