//! Small choices that outlast the page: the theme, what was seen. Without storage they do not.

use leptos::prelude::window;
use std::cell::Cell;

const SPACE: &str = "dateline.";

thread_local! {
    static FORGETS: Cell<bool> = const { Cell::new(false) };
}

/// From now on nothing is kept: the storage belongs to somebody else's page.
pub fn forget() {
    FORGETS.set(true);
}

fn storage() -> Option<web_sys::Storage> {
    if FORGETS.get() { None } else { window().local_storage().ok()? }
}

/// What was kept under a name.
#[must_use]
pub fn get(name: &str) -> Option<String> {
    storage()?.get_item(&[SPACE, name].concat()).ok()?
}

/// Keeps a value; quietly not where the browser forbids it.
pub fn set(name: &str, value: &str) {
    if let Some(storage) = storage() {
        storage.set_item(&[SPACE, name].concat(), value).ok();
    }
}

fn of_tab() -> Option<web_sys::Storage> {
    window().session_storage().ok()?
}

/// What was kept under a name for this tab.
#[must_use]
pub fn get_of_tab(name: &str) -> Option<String> {
    of_tab()?.get_item(&[SPACE, name].concat()).ok()?
}

/// Keeps a value for this tab.
pub fn set_for_tab(name: &str, value: &str) {
    if let Some(storage) = of_tab() {
        storage.set_item(&[SPACE, name].concat(), value).ok();
    }
}
