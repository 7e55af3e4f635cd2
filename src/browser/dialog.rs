//! A dialog of the browser's own kind: it keeps the focus inside and gives it back.

use super::parts::{Icon, icon_button};
use crate::browser::parts::live::on;
use crate::display::strings::strings;
use leptos::{html, prelude::*};

/// A dialog that is open while `open` says so.
pub fn dialog(class: &'static str, title: &'static str, open: RwSignal<bool>, content: AnyView) -> AnyView {
    let node = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        let Some(dialog) = node.get() else { return };
        if open.get() && !dialog.open() {
            dialog.show_modal().ok();
        } else if !open.get() {
            dialog.close();
        }
    });
    view! {
        <dialog node_ref=node class=class aria-label=title on:close=on(move |_| open.set(false))>
            <header>
                <h2>{title}</h2>
                {icon_button(Icon::Close, strings().close, move || open.set(false))}
            </header>
            {content}
        </dialog>
    }
    .into_any()
}
