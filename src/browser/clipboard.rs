//! What a reader has selected, and the clipboard it goes to.

use leptos::prelude::window;
use leptos::task::spawn_local;
use wasm_bindgen_futures::JsFuture;

/// Puts a text into the clipboard and says whether that was allowed.
pub fn write(text: String, said: impl Fn(bool) + 'static) {
    let navigator = window().navigator();
    // Absent on pages that are not served securely.
    let there = js_sys::Reflect::has(&navigator, &"clipboard".into()).unwrap_or(false);
    if !there {
        return said(false);
    }
    let promise = navigator.clipboard().write_text(&text);
    spawn_local(async move { said(JsFuture::from(promise).await.is_ok()) });
}

/// The selected text, if some is selected and it lies within an element.
#[must_use]
pub fn selection_in(element: &web_sys::HtmlElement) -> Option<String> {
    let selection = window().get_selection().ok()??;
    let text: String = selection.to_string().into();
    let inside = element.contains(selection.anchor_node().as_ref());
    (inside && !text.trim().is_empty()).then_some(text)
}
