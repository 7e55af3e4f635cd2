//! What `host.js`, which outlives any breakdown of the program, does for it: workers, files, time.

use crate::display::bringing::WORDS;
use crate::error::Error;
use js_sys::Uint8Array;
use std::cell::OnceCell;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

#[wasm_bindgen]
extern "C" {
    /// What `host.js` does for the program.
    #[derive(Clone)]
    pub type Host;

    /// A fresh engine in a worker; fails where none can start.
    #[wasm_bindgen(method, catch, js_name = startEngine)]
    pub(super) async fn start_engine(this: &Host) -> Result<JsValue, JsValue>;

    /// The second program in a worker; fails where it cannot be had.
    #[wasm_bindgen(method, catch, js_name = startReader)]
    pub(super) async fn start_reader(this: &Host) -> Result<JsValue, JsValue>;

    /// The files and folders that fall: pairs of path and file. To be called while they do.
    #[wasm_bindgen(method)]
    pub(super) fn dropped(this: &Host, data: &web_sys::DataTransfer) -> js_sys::Promise;

    /// The bytes of a corpus beside the page.
    #[wasm_bindgen(method, catch)]
    pub(super) async fn corpus(this: &Host, place: &str) -> Result<JsValue, JsValue>;

    /// Lets the browser draw and listen.
    #[wasm_bindgen(method)]
    pub(super) async fn pause(this: &Host);

    /// Lets the browser draw what was made; does not wait long where it draws nothing.
    #[wasm_bindgen(method)]
    pub(super) async fn drawn(this: &Host);

    /// Notes what the page itself is about to read, in case it breaks down on it.
    #[wasm_bindgen(method)]
    pub(super) fn reading(this: &Host, article: Option<&str>);

    /// Whether the page broke down on this article before it was loaded again.
    #[wasm_bindgen(method, js_name = brokeOn)]
    pub(super) fn broke_on(this: &Host, article: &str) -> bool;

    /// The model of names as bytes; null where it could not be fetched.
    #[wasm_bindgen(method)]
    pub(super) async fn model(this: &Host) -> JsValue;

    /// How many threads the machine runs at once.
    #[wasm_bindgen(method, getter)]
    pub(super) fn threads(this: &Host) -> usize;

    /// Adds an entry to the browser's list of measures, from `start` till now.
    #[wasm_bindgen(method)]
    pub(super) fn measure(this: &Host, name: &str, start: f64);

    /// Milliseconds since the page began to load.
    #[wasm_bindgen(method)]
    pub(super) fn now(this: &Host) -> f64;

    /// A program in a worker.
    #[derive(Clone)]
    pub(super) type Worker;

    /// The reply to a message; fails where the worker broke down over it.
    #[wasm_bindgen(method, catch)]
    pub(super) async fn ask(this: &Worker, message: Uint8Array) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method)]
    pub(super) fn stop(this: &Worker);

    /// Whether it took the model of names.
    #[wasm_bindgen(method, getter)]
    pub(super) fn learned(this: &Worker) -> bool;
}

thread_local! {
    static HOST: OnceCell<Host> = const { OnceCell::new() };
}

/// Takes what `host.js` offers, once.
#[wasm_bindgen]
pub fn set_up(host: Host) {
    #[cfg(debug_assertions)]
    console_error_panic_hook::set_once();
    HOST.with(|place| {
        let _ = place.set(host);
    });
}

/// What `host.js` offers.
pub(super) fn host() -> Result<Host, Error> {
    HOST.with(|host| host.get().cloned()).ok_or_else(|| Error::new("The page has not been started."))
}

/// The bytes of a corpus beside the page, or a sentence that says why not.
pub(super) async fn corpus(place: &str) -> Result<Uint8Array, &'static str> {
    let host = host().map_err(|_| WORDS.absent)?;
    let bytes = host.corpus(place).await;
    bytes.map(JsCast::unchecked_into).map_err(|why| if why == "origin" { WORDS.origin } else { WORDS.absent })
}

/// Lets the browser draw and listen.
pub(super) async fn pause() {
    if let Ok(host) = host() {
        host.pause().await;
    }
}

/// Lets the browser draw what was made.
pub(super) async fn drawn() {
    if let Ok(host) = host() {
        host.drawn().await;
    }
}

/// Notes in the browser's list of measures that something took from `start` till now.
pub(super) fn measure(name: &str, start: f64) {
    if let Ok(host) = host() {
        host.measure(name, start);
    }
}

/// Milliseconds since the page began to load.
fn now() -> f64 {
    host().map_or(0.0, |host| host.now())
}

/// How long the page may work without answering its reader, in milliseconds.
const SLICE: f64 = 20.0;

/// Long work on the page's own thread, which pauses now and then.
pub(super) struct Breath(f64);

impl Breath {
    /// The work begins.
    pub(super) fn begin() -> Self {
        Self(now())
    }

    /// Lets the browser draw and listen, where it has not for a while.
    pub(super) async fn take(&mut self) {
        if now() - self.0 > SLICE {
            pause().await;
            self.0 = now();
        }
    }
}
