//! What is under attention, and the places in all articles that tell it, one after the other.

use crate::browser::dom::{El, el};
use crate::browser::live::Derived;
use crate::browser::parts::{Icon, icon_button};
use crate::browser::state::State;
use crate::display::strings::{fill, strings};
use crate::query::{Focus, facets};
use crate::story::{Place, Story};

pub(super) fn places(state: State) -> El {
    let places = Derived::new(move || state.focus.get().places(&state.story()));
    let at = move || places.with(|places| places.iter().position(|&place| Some(place) == state.goal.get()));
    let step = move |by: usize| {
        let all = places.get_untracked();
        let Some(next) = all.get(at().map_or(0, |at| (at + by) % all.len().max(1))) else { return };
        state.open.set(next.article);
        state.goal.set(Some(*next));
    };
    let back = move || step(places.with_untracked(|places| places.len().saturating_sub(1)));
    let number = move || {
        let count = places.with(Vec::len);
        at().map_or_else(String::new, |at| fill(strings().found, &[&(at + 1).to_string(), &count.to_string()]))
    };
    let there = move || !matches!(state.focus.get(), Focus::Nothing | Focus::Article(_) | Focus::Place(_));
    let several = move || places.with(|places| places.len() > 1);
    el("div")
        .class("attention")
        .attr_live("hidden", move || !there())
        .child(el("p").text_live(move || name(state.focus.get(), &state.story())))
        .child(
            el("div")
                .class("attention-tools")
                .child(only(state))
                .child(el("output").text_live(number))
                .child(
                    el("span")
                        .attr_live("hidden", move || !several())
                        .child(icon_button(Icon::Back, strings().previous, back))
                        .child(icon_button(Icon::Open, strings().next, move || step(1))),
                )
                .child(icon_button(Icon::Close, strings().let_go, move || state.release())),
        )
}

/// For a name: narrows the story to it, or takes that back.
fn only(state: State) -> El {
    let value = Derived::new(move || match state.focus.get() {
        Focus::Entity(i) => state.story().entities.get(i as usize).and_then(facets::of_entity),
        _ => None,
    });
    let chosen = move || {
        value.with(|value| value.as_ref().is_some_and(|(facet, key)| state.query.with(|query| query.has(*facet, key))))
    };
    let toggle = move || {
        if let Some((facet, key)) = value.get_untracked() {
            state.query.update(|query| query.toggle(facet, &key));
        }
    };
    el("button")
        .attr_live("hidden", move || value.with(Option::is_none))
        .attr_live("aria-pressed", move || chosen().to_string())
        .on_click(toggle)
        .child(strings().only_this)
}

/// What it is called.
fn name(focus: Focus, story: &Story) -> String {
    let name = match focus {
        Focus::Event(i) => story.events.get(i as usize).map(|e| e.label.clone()),
        Focus::Row(i) => story.rows.get(i as usize).map(|r| r.summary.clone()),
        Focus::Entity(i) => story.entities.get(i as usize).map(|e| e.name.clone()),
        Focus::Place(Place { .. }) | Focus::Article(_) | Focus::Nothing => None,
    };
    name.unwrap_or_default()
}
