//! The rest of the program: what a first visit does without, in a file of its own.
//!
//! `scripts/site/apart.mjs` takes functions out of the built program. In the place of each stands a
//! call of [`rest`] and then of what came with it, so nothing else here knows of it.

use std::cell::Cell;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen]
extern "C" {
    /// Joins the rest to the program before it returns, or throws (`host.js`).
    #[wasm_bindgen(js_name = datelineRest)]
    fn join();
}

thread_local! {
    static THERE: Cell<bool> = const { Cell::new(false) };
}

/// Makes sure that the rest is there.
#[wasm_bindgen]
pub fn rest() {
    if !THERE.get() {
        join();
        THERE.set(true);
    }
}
