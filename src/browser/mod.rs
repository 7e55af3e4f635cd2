//! The page: the only module built for WebAssembly alone.

pub mod address_bar;
#[cfg(feature = "library")]
pub mod api;
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
pub mod foot;
pub mod hand;
pub mod here;
pub mod histogram;
pub mod home;
pub mod host;
pub mod kept;
pub mod keys;
pub mod live;
pub mod load;
pub mod paper;
pub mod parts;
pub mod plain;
pub mod reader;
#[cfg(not(any(feature = "viewer", feature = "library")))]
pub mod rest;
pub mod rows;
pub mod search;
pub mod seeds;
pub mod state;
pub mod status;
pub mod stored;
pub mod theme;
pub mod timeline;
pub mod windowed;
pub mod worker;

use home::{Around, Home};
use leptos::prelude::Owner;
use std::any::Any;

/// A page in its place. Taken away when it is freed.
#[cfg_attr(not(feature = "library"), wasm_bindgen::prelude::wasm_bindgen)]
pub struct Mounted {
    owner: Owner,
    _handle: Box<dyn Any>,
}

impl Drop for Mounted {
    fn drop(&mut self) {
        // Parts that hold each other would outlive the page.
        self.owner.cleanup();
    }
}

/// Draws a page into a place. The program has been set up before.
#[cfg_attr(not(feature = "library"), wasm_bindgen::prelude::wasm_bindgen)]
#[must_use]
pub fn mount(given: Around) -> Mounted {
    if !home::ALONE {
        stored::forget();
    }
    dates::speak(given.language());
    let owner = Owner::new();
    let handle = owner.with(|| leptos::mount::mount_to(given.element(), move || app::app(Home::new(given))));
    Mounted { owner, _handle: Box::new(handle) }
}
