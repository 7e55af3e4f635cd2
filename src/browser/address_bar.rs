//! Keeps the address bar and the page's choice the same.

use super::state::State;
use crate::browser::live::{Live, effect};
use crate::query::Address;
use leptos::prelude::window;

/// Reads the address once, follows it when the reader goes back, and writes it after a choice.
pub fn keep(state: State) {
    let home = state.home;
    let read = move || state.follow(Address::read(&home.address()));
    read();
    let last_view = Live::new(state.view.get_untracked());
    home.follow(move || {
        read();
        last_view.set_untracked(state.view.get_untracked());
    });
    effect(move || {
        let address = state.address();
        let loading = state.index.with(|index| index.story.articles.is_empty());
        let text = address.write();
        if loading || text == home.address() {
            return;
        }
        // Another view is a step to come back from; a choice within one is not.
        let step = last_view.get_untracked() != address.view;
        last_view.set_untracked(address.view);
        home.write(&text, step);
    });
}

/// The corpus that the address asks for with `?src=`.
#[must_use]
pub fn corpus() -> Option<String> {
    let search = window().location().search().ok()?;
    let value = search.trim_start_matches('?').split('&').find_map(|part| part.strip_prefix("src="))?;
    js_sys::decode_uri_component(value).ok().map(String::from).filter(|place| !place.is_empty())
}
