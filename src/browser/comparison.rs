//! The comparison of sources.

use crate::browser::state::State;
use crate::query::Focus;
use leptos::prelude::*;

/// Where the sources agree and differ.
#[component]
pub fn Comparison() -> impl IntoView {
    let state = State::get();
    let lines = move || {
        let story = state.story();
        let selection = state.selection.get();
        let lines = selection.rows.iter().map(|&i| {
            let summary = story.rows[i as usize].summary.clone();
            view! { <li><button on:click=move |_| state.attend(Focus::Row(i))>{summary}</button></li> }
        });
        lines.collect_view()
    };
    view! { <ul>{lines}</ul> }
}
