//! A dialog of the browser's own kind: it keeps the focus inside and gives it back.

use super::parts::{Icon, icon_button};
use crate::browser::dom::{El, el};
use crate::browser::live::{Live, effect};
use crate::display::strings::strings;
use leptos::prelude::Owner;
use leptos::reactive::graph::untrack;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

/// A dialog that is open while `open` says so. What is in it is drawn when it first opens.
pub fn dialog(class: &'static str, title: &'static str, open: Live<bool>, content: Box<dyn FnOnce() -> El>) -> El {
    let dialog = el("dialog");
    let node: HtmlDialogElement = dialog.element().unchecked_into();
    // It outlasts a run of the effect, so it belongs to what holds the dialog.
    let holder = Owner::current().unwrap_or_default();
    let (inside, mut content) = (dialog.clone(), Some(content));
    effect(move || {
        if open.get() && !node.open() {
            if let Some(content) = content.take() {
                let _ = inside.clone().child(holder.with(|| untrack(content)));
            }
            node.show_modal().ok();
        } else if !open.get() {
            node.close();
        }
    });
    dialog.class(class).attr("aria-label", title).act_on("close", move || open.set(false)).child(
        el("header")
            .child(el("h2").child(title))
            .child(icon_button(Icon::Close, strings().close, move || open.set(false))),
    )
}
