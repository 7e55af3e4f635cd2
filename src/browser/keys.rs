//! Keys that work anywhere on the page, and the sheet that lists them.

use super::dialog::dialog;
use super::search::focus_search;
use super::state::State;
use super::stored;
use crate::browser::parts::live::{live, on};
use crate::display::strings::strings;
use crate::query::View;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

/// Keys that the reader listens to wherever the focus is.
#[derive(Clone, Copy)]
pub struct Keys {
    /// Whether the sheet is open.
    pub sheet: RwSignal<bool>,
    /// The last key for the reader, set anew with every press.
    pub reader: RwSignal<Option<char>>,
}

impl Keys {
    /// Listens to the page's keys.
    #[must_use]
    pub fn new(state: State) -> Self {
        let keys = Self { sheet: RwSignal::new(false), reader: RwSignal::new(None) };
        let listener = window_event_listener(ev::keydown, move |event| press(state, keys, &event));
        on_cleanup(move || listener.remove());
        keys
    }
}

fn press(state: State, keys: Keys, event: &ev::KeyboardEvent) {
    if event.default_prevented() || event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let key = event.key();
    if key == "Escape" {
        return state.release();
    }
    // Keys without Ctrl must never be taken from somebody who types, and can be switched off.
    if is_field(event) || stored::get("keys").as_deref() == Some("off") {
        return;
    }
    match key.as_str() {
        "/" => focus_search(),
        "?" => keys.sheet.set(true),
        "1" | "2" | "3" | "4" => {
            let number = usize::from(key.as_bytes()[0] - b'1');
            state.view.set(View::ALL[number]);
        }
        "[" | "]" | "c" => keys.reader.set(key.chars().next()),
        _ => return,
    }
    event.prevent_default();
}

/// Whether the focus is where keys mean letters.
fn is_field(event: &ev::KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|e| e.closest("input, textarea, select, dialog, [contenteditable]").ok().flatten().is_some())
}

/// The sheet.
pub fn sheet() -> AnyView {
    let keys: Keys = expect_context();
    let active = RwSignal::new(stored::get("keys").as_deref() != Some("off"));
    let toggle = move |event: ev::Event| {
        active.set(event_target_checked(&event));
        stored::set("keys", if active.get_untracked() { "on" } else { "off" });
    };
    let line = |(key, meaning): &(&'static str, &'static str)| {
        let caps = key.split(' ').map(|cap| view! { <kbd>{cap}</kbd> " " }.into_any()).collect_view();
        view! { <div><dt>{caps}</dt><dd>{*meaning}</dd></div> }.into_any()
    };
    let content = view! {
        <dl>{strings().key_list.iter().map(line).collect_view()}</dl>
        <label class="check">
            <input type="checkbox" prop:checked=live(move || active.get()) on:change=on(toggle)/>
            <span>{strings().keys_on}</span>
        </label>
    }
    .into_any();
    dialog("keys", strings().keys, keys.sheet, content)
}
