//! A table of many rows for the keyboard: Tab stops in one row alone, arrows go to others.

use super::windowed::Lines;
use crate::browser::dom::{El, next_frame};
use crate::browser::live::Live;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlElement, KeyboardEvent};

/// How many frames a row may take to come into the page.
const TRIES: u8 = 4;

/// Which row the keyboard is in.
#[derive(Clone, Copy)]
pub struct Rows {
    cursor: Live<usize>,
    windowed: Lines,
}

impl Rows {
    /// The rows of a windowed list, beginning with a line.
    #[must_use]
    pub fn new(windowed: Lines, first: usize) -> Self {
        Self { cursor: Live::new(first), windowed }
    }

    /// Whether Tab stops at a control of a line: the value of its `tabindex`.
    pub fn stop(self, line: usize) -> impl Fn() -> &'static str + Copy + 'static {
        move || if self.cursor.get() == line { "0" } else { "-1" }
    }

    /// Listens on the element around the rows.
    #[must_use]
    pub fn listen(self, body: El) -> El {
        let place = body.element();
        let key = move |event: KeyboardEvent| {
            let Some((row, control)) = row_of(&event) else { return };
            let Some(line) = line_of(&row) else { return };
            let last = self.windowed.count().saturating_sub(1);
            match event.key().as_str() {
                "ArrowDown" => self.go(&place, line + 1, 1),
                "ArrowUp" => self.go(&place, line.wrapping_sub(1), -1),
                "Home" => self.go(&place, 0, 1),
                "End" => self.go(&place, last, -1),
                "ArrowRight" => beside(&row, &control, 1),
                "ArrowLeft" => beside(&row, &control, -1),
                _ => return,
            }
            event.prevent_default();
        };
        let around = body.element();
        let come = move |event: Event| {
            // On the box itself, and its stop was scrolled or filtered away: the first row in the page.
            let lost = || around.query_selector("[data-line] [tabindex='0']").ok()?.is_none().then_some(());
            let first = || around.query_selector("[data-line] button").ok()??.closest("[data-line]").ok()?;
            let row = row_of(&event).map(|(row, _)| row).or_else(|| lost().and_then(|()| first()));
            let line = row.and_then(|row| line_of(&row));
            if let Some(line) = line.filter(|&line| self.cursor.get_untracked() != line) {
                self.cursor.set(line);
            }
        };
        body.on("keydown", key).on("focusin", come)
    }

    /// Goes to a line, or beyond it to the first that has a control.
    fn go(self, place: &HtmlElement, line: usize, step: isize) {
        if line < self.windowed.count() {
            self.windowed.reveal(line);
            focus_soon(self, place.clone(), line, step, TRIES);
        }
    }
}

fn focus_soon(rows: Rows, place: HtmlElement, line: usize, step: isize, tries: u8) {
    next_frame(move || {
        let row = place.query_selector(&["[data-line=\"", &line.to_string(), "\"]"].concat()).ok().flatten();
        match row.map(|row| row.query_selector("button").ok().flatten()) {
            Some(Some(control)) => control.unchecked_into::<HtmlElement>().focus().unwrap_or_default(),
            // The head of a group.
            Some(None) => rows.go(&place, line.wrapping_add_signed(step), step),
            None if tries > 0 => focus_soon(rows, place, line, step, tries - 1),
            None => {}
        }
    });
}

fn line_of(row: &Element) -> Option<usize> {
    row.get_attribute("data-line")?.parse().ok()
}

/// The row and the control that an event comes from.
fn row_of(event: &Event) -> Option<(Element, Element)> {
    let control: Element = event.target()?.dyn_into().ok()?;
    Some((control.closest("[data-line]").ok()??, control))
}

/// Goes to another control of the row.
fn beside(row: &Element, control: &Element, step: i32) {
    let Ok(all) = row.query_selector_all("button, summary") else { return };
    let at = (0..all.length()).find(|&i| all.item(i).is_some_and(|own| own.is_same_node(Some(control))));
    let next = at.and_then(|at| all.item(at.wrapping_add_signed(step)));
    if let Some(next) = next.and_then(|next| next.dyn_into::<HtmlElement>().ok()) {
        next.focus().ok();
    }
}
