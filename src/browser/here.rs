//! The engine in this very thread: that of a worker, or of a page where no worker can start.
//!
//! Most programs have it in them. That of elements (feature `viewer`) has none, and is handed one
//! that `host.js` fetches: only here do the two differ in how they read.

#[cfg(feature = "viewer")]
pub(super) use brought::engine;
#[cfg(not(feature = "viewer"))]
pub use own::answer;
#[cfg(not(feature = "viewer"))]
pub(super) use own::engine;

/// Stands before an `export::Order`, in the place of a request's number.
#[cfg(any(feature = "viewer", feature = "library"))]
pub(super) const ORDER: u8 = 0xff;

/// An engine that is part of the program.
#[cfg(not(feature = "viewer"))]
mod own {
    use crate::browser::host::Host;
    use crate::engine::Engine;
    use crate::error::Error;
    use wasm_bindgen::prelude::wasm_bindgen;

    thread_local! {
        static HERE: Engine = Engine::default();
    }

    /// Answers a message from the page: what a worker runs.
    #[wasm_bindgen]
    #[must_use]
    pub fn answer(message: &[u8]) -> Vec<u8> {
        #[cfg(debug_assertions)]
        console_error_panic_hook::set_once();
        // For elements it writes what their readers take away, too.
        #[cfg(feature = "library")]
        if let [super::ORDER, order @ ..] = message {
            return crate::export::Order::carry_out(order).unwrap_or_default().into_bytes();
        }
        HERE.with(|engine| engine.answer(message))
    }

    /// Hands a worker the model of names; false where it is none.
    #[wasm_bindgen]
    #[must_use]
    pub fn learn(model: &[u8]) -> bool {
        HERE.with(|engine| engine.learn(model))
    }

    /// Has a worker try out what it will have to do.
    #[wasm_bindgen]
    pub fn warm_up() {
        HERE.with(Engine::warm_up);
    }

    /// The engine here.
    pub struct Here;

    pub async fn engine(_: &Host) -> Result<Here, Error> {
        Ok(Here)
    }

    impl Here {
        pub fn answer(&self, message: &[u8]) -> Vec<u8> {
            answer(message)
        }

        pub fn learn(&self, model: &[u8]) -> bool {
            learn(model)
        }
    }
}

/// An engine that comes when it is needed.
#[cfg(feature = "viewer")]
mod brought {
    use crate::browser::host::Host;
    use crate::error::Error;
    use wasm_bindgen::prelude::wasm_bindgen;
    use wasm_bindgen::{JsCast, JsValue};

    #[wasm_bindgen]
    extern "C" {
        /// The other program, started.
        pub type Here;

        #[wasm_bindgen(method)]
        pub fn answer(this: &Here, message: &[u8]) -> Vec<u8>;

        #[wasm_bindgen(method)]
        pub fn learn(this: &Here, model: &[u8]) -> bool;

        #[wasm_bindgen(method, catch, js_name = engine)]
        async fn bring(this: &Host) -> Result<JsValue, JsValue>;
    }

    pub async fn engine(host: &Host) -> Result<Here, Error> {
        let brought = host.bring().await;
        brought
            .map(JsCast::unchecked_into)
            .map_err(|_| Error::new("The part of Dateline that reads articles could not be loaded."))
    }
}
