//! Keeps the address bar and the page's choice the same.

use super::state::State;
use crate::browser::dom::on_window;
use crate::browser::live::{Live, effect};
use crate::query::Address;
use leptos::prelude::window;
use wasm_bindgen::JsValue;

/// Reads the address once, follows it when the reader goes back, and writes it after a choice.
pub fn keep(state: State) {
    let read = move || state.follow(Address::read(&hash()));
    read();
    let last_view = Live::new(state.view.get_untracked());
    // `popstate` covers back, forward and an address changed by hand.
    on_window("popstate", false, move |_: web_sys::Event| {
        read();
        last_view.set_untracked(state.view.get_untracked());
    });
    effect(move || {
        let address = state.address();
        let loading = state.index.with(|index| index.story.articles.is_empty());
        let text = address.write();
        if loading || text == hash() {
            return;
        }
        // Without a `#` the bare page is meant, search part and all.
        let location = window().location();
        let bare = [location.pathname(), location.search()].map(Result::unwrap_or_default).concat();
        let url = if text.is_empty() { bare } else { text };
        let Ok(history) = window().history() else { return };
        // Another view is a step to come back from; a choice within one is not.
        let step = last_view.get_untracked() != address.view;
        last_view.set_untracked(address.view);
        let write = if step { web_sys::History::push_state_with_url } else { web_sys::History::replace_state_with_url };
        // A page opened inside another may not be allowed to; it then simply keeps its address.
        write(&history, &JsValue::NULL, "", Some(&url)).ok();
    });
}

/// The corpus that the address asks for with `?src=`.
#[must_use]
pub fn corpus() -> Option<String> {
    let search = window().location().search().ok()?;
    let value = search.trim_start_matches('?').split('&').find_map(|part| part.strip_prefix("src="))?;
    js_sys::decode_uri_component(value).ok().map(String::from).filter(|place| !place.is_empty())
}

fn hash() -> String {
    window().location().hash().unwrap_or_default()
}
