//! Keys that work anywhere on the page, and the sheet that lists them.

use super::dialog::dialog;
use super::hand::Hand;
use super::home::Home;
use super::search::focus_search;
use super::state::State;
use super::stored;
use crate::browser::dom::{El, checked_of, el, pieces};
use crate::browser::live::Live;
use crate::display::strings::strings;
use crate::query::View;
use leptos::prelude::expect_context;
use wasm_bindgen::JsCast;

/// Keys that the reader listens to wherever the focus is.
#[derive(Clone, Copy)]
pub struct Keys {
    /// Whether the sheet is open.
    pub sheet: Live<bool>,
    /// The last key for the reader, set anew with every press.
    pub reader: Live<Option<char>>,
}

impl Keys {
    /// Listens to the page's keys.
    #[must_use]
    pub fn new(state: State, hand: Hand) -> Self {
        let keys = Self { sheet: Live::new(false), reader: Live::new(None) };
        let home = Home::get();
        home.listen("keydown", false, move |event: web_sys::KeyboardEvent| press(state, keys, hand, &event));
        keys
    }
}

fn press(state: State, keys: Keys, hand: Hand, event: &web_sys::KeyboardEvent) {
    let control = (event.ctrl_key() || event.meta_key()) && !event.alt_key();
    // A field undoes its own letters.
    if control && !event.default_prevented() && !is_field(event) {
        match (event.key().to_ascii_lowercase().as_str(), event.shift_key()) {
            ("z", false) => hand.undo(),
            ("z", true) | ("y", false) => hand.redo(),
            _ => return,
        }
        return event.prevent_default();
    }
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
        "/" => focus_search(state.home),
        "?" => keys.sheet.set(true),
        "1" | "2" | "3" | "4" => {
            let number = usize::from(key.as_bytes()[0] - b'1');
            state.view.set(View::ALL[number]);
        }
        "[" | "]" | "c" | "e" => keys.reader.set(key.chars().next()),
        _ => return,
    }
    event.prevent_default();
}

/// Whether the focus is where keys mean letters.
fn is_field(event: &web_sys::KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    element.is_some_and(|e| e.closest("input, textarea, select, dialog, [contenteditable]").ok().flatten().is_some())
}

/// The sheet.
pub fn sheet() -> El {
    let keys: Keys = expect_context();
    dialog("keys", strings().keys, keys.sheet, Box::new(list))
}

fn list() -> El {
    let active = Live::new(stored::get("keys").as_deref() != Some("off"));
    let toggle = move |event: web_sys::Event| {
        active.set(checked_of(&event));
        stored::set("keys", if active.get_untracked() { "on" } else { "off" });
    };
    let line = |(key, meaning): &(&'static str, &'static str)| {
        let caps = key.split(' ').map(|cap| pieces().child(el("kbd").child(cap)).text(" ")).collect::<El>();
        el("div").child(el("dt").child(caps)).child(el("dd").child(*meaning))
    };
    pieces().child(el("dl").children(strings().key_list.iter().map(line))).child(
        el("label")
            .class("check")
            .child(el("input").attr("type", "checkbox").checked_live(move || active.get()).on("change", toggle))
            .child(el("span").child(strings().keys_on)),
    )
}
