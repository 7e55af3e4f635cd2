//! The coverage matrix: events and the sources that tell them.

use crate::browser::state::State;
use leptos::prelude::*;

/// Who reports what.
#[component]
pub fn Coverage() -> impl IntoView {
    let state = State::get();
    view! { <p>{move || state.story().articles.len()}</p> }
}
