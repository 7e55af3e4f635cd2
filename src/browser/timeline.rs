//! The timeline.

use crate::browser::{dates, state::State};
use crate::query::Focus;
use leptos::prelude::*;

/// When what happened.
#[component]
pub fn Timeline() -> impl IntoView {
    let state = State::get();
    let lines = move || {
        let story = state.story();
        let selection = state.selection.get();
        let lines = selection.events.iter().map(|i| {
            let event = &story.events[i as usize];
            let when = event.when.days.map_or_else(String::new, dates::span);
            let label = event.label.clone();
            view! { <li><button on:click=move |_| state.attend(Focus::Event(i))>{when} " " {label}</button></li> }
        });
        lines.collect_view()
    };
    view! { <ol>{lines}</ol> }
}
