//! Where a page lives: in a document of its own, or in an element of somebody else's.
//!
//! What is found, listened to, kept and written beyond the page's own elements goes through here,
//! so that several pages can stand in one document and leave the rest of it alone.

use crate::browser::dom::{on_target, on_window};
use crate::browser::live::keep;
use leptos::prelude::{GetValue, LocalStorage, StoredValue, expect_context};
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};

/// Whether the document is the page's own: the program of elements (feature `viewer`) is another, with
/// nothing in it that a page alone has. What this leaves out the linker drops, but not what an `async` block
/// awaits behind it: such places ask for the feature itself.
pub const ALONE: bool = cfg!(not(feature = "viewer"));

#[wasm_bindgen]
extern "C" {
    /// What the script that opens the page says of its place.
    #[derive(Clone)]
    pub type Around;

    /// The element that the page fills.
    #[wasm_bindgen(method, getter)]
    pub fn element(this: &Around) -> HtmlElement;

    /// The element whose `data-theme` the style sheet follows.
    #[wasm_bindgen(method, getter)]
    fn themed(this: &Around) -> Element;

    /// Whether the story that was open last comes again, or the one that the address asks for.
    #[wasm_bindgen(method, getter)]
    pub fn restores(this: &Around) -> bool;

    /// What was chosen, as text behind a `#`.
    #[wasm_bindgen(method)]
    fn address(this: &Around) -> String;

    /// Notes what is chosen now; `step` where a reader may want to come back.
    #[wasm_bindgen(method)]
    fn write(this: &Around, address: &str, step: bool);

    /// Calls back whenever somebody else changed the address.
    #[wasm_bindgen(method)]
    fn follow(this: &Around, changed: &JsValue);

    /// Calls back with the number of requests to anybody else.
    #[wasm_bindgen(method)]
    fn count(this: &Around, changed: &JsValue);

    /// The list of stories; null where it could not be had.
    #[wasm_bindgen(method)]
    pub async fn stories(this: &Around) -> JsValue;

    /// An article of a story; null where it could not be had.
    #[wasm_bindgen(method)]
    pub async fn text(this: &Around, file: &str) -> JsValue;

    /// The story as `finished::pack` wrote it, where the articles came with it.
    #[wasm_bindgen(method, getter)]
    pub fn finished(this: &Around) -> Option<js_sys::Uint8Array>;

    /// Hears that the story is there.
    #[wasm_bindgen(method)]
    pub fn told(this: &Around);

    /// Hears that there will be none, and why.
    #[wasm_bindgen(method)]
    pub fn failed(this: &Around, why: &str);

    /// Whether [`Around::save`] can do it here.
    #[wasm_bindgen(method, getter, js_name = canSave)]
    pub fn can_save(this: &Around) -> bool;

    /// The code that shows this page, as it is seen now, in another; null where there is no address for it.
    #[wasm_bindgen(method, js_name = embedCode)]
    pub fn embed_code(this: &Around, title: &str) -> Option<String>;

    /// Whether [`Around::embed_code`] has one.
    #[wasm_bindgen(method, getter)]
    pub fn embeds(this: &Around) -> bool;

    /// The language that the element around it asks for; undefined where it leaves that to the browser.
    #[wasm_bindgen(method, getter)]
    pub fn language(this: &Around) -> Option<String>;

    /// Hands the reader the page with a story as one file; false where it cannot.
    #[wasm_bindgen(method)]
    pub async fn save(this: &Around, title: &str, description: &str, workspace: &str) -> JsValue;
}

/// The place of this page. Copied freely; `Home::get()` gives it anywhere below the page.
#[derive(Clone, Copy)]
pub struct Home(StoredValue<Around, LocalStorage>);

impl Home {
    /// A place that was given.
    #[must_use]
    pub fn new(given: Around) -> Self {
        Self(StoredValue::new_local(given))
    }

    /// The place of this page.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }

    /// What its script offers.
    #[must_use]
    pub fn given(self) -> Around {
        self.0.get_value()
    }

    /// The element that the page fills.
    #[must_use]
    pub fn element(self) -> HtmlElement {
        self.given().element()
    }

    /// The element whose `data-theme` the style sheet follows.
    #[must_use]
    pub fn themed(self) -> Element {
        self.given().themed()
    }

    /// An element of the page, by a selector.
    #[must_use]
    pub fn find(self, selector: &str) -> Option<HtmlElement> {
        // A frame may come when the page is gone.
        let element = self.0.try_get_value()?.element();
        element.query_selector(selector).ok().flatten().map(JsCast::unchecked_into)
    }

    /// Listens to an event anywhere on the page, which may be the whole window.
    pub fn listen<E: JsCast>(self, name: &'static str, early: bool, act: impl FnMut(E) + 'static) {
        if ALONE { on_window(name, early, act) } else { on_target(self.element().into(), name, early, act) }
    }

    /// What was chosen, as text behind a `#`.
    #[must_use]
    pub fn address(self) -> String {
        self.given().address()
    }

    /// Notes what is chosen now; `step` where a reader may want to come back.
    pub fn write(self, address: &str, step: bool) {
        self.given().write(address, step);
    }

    /// Acts whenever somebody else changed the address.
    pub fn follow(self, act: impl FnMut() + 'static) {
        let act = Closure::<dyn FnMut()>::new(act);
        self.given().follow(act.as_ref());
        keep(act);
    }

    /// Hears how many requests went to anybody else.
    pub fn count(self, act: impl FnMut(f64) + 'static) {
        let act = Closure::<dyn FnMut(f64)>::new(act);
        self.given().count(act.as_ref());
        keep(act);
    }
}
