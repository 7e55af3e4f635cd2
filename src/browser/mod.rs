//! The page: the only module built for WebAssembly alone.

pub mod address_bar;
pub mod app;
pub mod bring;
pub mod clipboard;
pub mod comparison;
pub mod coverage;
pub mod dates;
pub mod dialog;
pub mod dom;
pub mod export;
pub mod facets;
pub mod hand;
pub mod histogram;
pub mod kept;
pub mod keys;
pub mod live;
pub mod parts;
pub mod reader;
pub mod search;
pub mod seeds;
pub mod state;
pub mod status;
pub mod stored;
pub mod theme;
pub mod timeline;
pub mod windowed;
pub mod worker;

use leptos::prelude::document;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;

/// Draws the page into its mount point. Called by `start.js`, once, with what it offers.
#[wasm_bindgen]
pub fn open_page(host: worker::Host) {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    worker::set_up(host);
    let Some(place) = document().get_element_by_id("dateline") else { return };
    leptos::mount::mount_to(place.unchecked_into(), app::app).forget();
}
