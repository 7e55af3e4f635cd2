//! A dialog of the browser's own kind: it keeps the focus inside and gives it back.

use super::parts::{Icon, icon_button};
use crate::browser::dom::{El, el};
use crate::browser::live::{Live, effect};
use crate::display::strings::strings;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

/// A dialog that is open while `open` says so.
pub fn dialog(class: &'static str, title: &'static str, open: Live<bool>, content: El) -> El {
    let dialog = el("dialog");
    let node: HtmlDialogElement = dialog.element().unchecked_into();
    effect(move || {
        if open.get() && !node.open() {
            node.show_modal().ok();
        } else if !open.get() {
            node.close();
        }
    });
    dialog
        .class(class)
        .attr("aria-label", title)
        .act_on("close", move || open.set(false))
        .child(
            el("header")
                .child(el("h2").child(title))
                .child(icon_button(Icon::Close, strings().close, move || open.set(false))),
        )
        .child(content)
}
