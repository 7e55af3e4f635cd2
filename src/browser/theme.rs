//! Light, dark, or as the system says.

use super::home::Home;
use super::parts::{Icon, icon};
use super::stored;
use crate::browser::dom::{El, el};
use crate::browser::live::{Live, effect};
use crate::display::strings::{fill, strings};
use leptos::prelude::expect_context;

/// Values of the attribute on the root; the first leaves the choice to the system.
const THEMES: [&str; 3] = ["", "light", "dark"];

/// The theme in use; views that draw on a canvas follow it.
#[derive(Clone, Copy)]
pub struct Theme(pub Live<usize>);

impl Theme {
    /// Reads what was chosen before and keeps the root's attribute in step.
    #[must_use]
    pub fn new() -> Self {
        let before = stored::get("theme").and_then(|name| THEMES.iter().position(|t| *t == name));
        let theme = Live::new(before.unwrap_or(0));
        let home = Home::get();
        effect(move || {
            let name = THEMES[theme.get() % 3];
            let root = home.themed();
            if name.is_empty() {
                root.remove_attribute("data-theme").ok();
            } else {
                root.set_attribute("data-theme", name).ok();
            }
            stored::set("theme", name);
        });
        Self(theme)
    }
}

impl Default for Theme {
    fn default() -> Self {
        Self::new()
    }
}

/// Goes to the next theme.
pub fn button() -> El {
    let Theme(theme) = expect_context();
    let label = move || fill(strings().theme, &[strings().themes[theme.get() % 3]]);
    el("button")
        .class("icon-button")
        .attr_live("title", label)
        .attr_live("aria-label", label)
        .on_click(move || theme.update(|theme| *theme = (*theme + 1) % 3))
        .child(icon(Icon::Theme))
}
