//! A list of which only the lines in sight are in the page, whichever box around it scrolls.

use crate::browser::dom::{El, Key, el, next_frame, on_resize, on_window, pieces, px};
use crate::browser::live::{Derived, Live};
use crate::display::window::Heights;
use leptos::prelude::window;
use web_sys::{Element, Event, HtmlElement};

/// Which lines of a list are in the page.
#[derive(Clone, Copy)]
pub struct Lines {
    /// Heights, guessed until seen.
    heights: Live<Heights>,
    /// Where sight begins, from the top of the list, and how high it is; in CSS pixels.
    sight: Live<(f32, f32)>,
    /// Counts how often the lines became others, so that none is kept by mistake.
    generation: Live<u32>,
    list: Live<Option<HtmlElement>>,
    asked: Live<bool>,
    /// A line to be scrolled to.
    wanted: Live<Option<usize>>,
}

impl Lines {
    /// A list without lines, to be filled by [`Lines::fill`].
    #[must_use]
    pub fn new() -> Self {
        let lines = Self {
            heights: Live::new(Heights::default()),
            sight: Live::new((0.0, 0.0)),
            generation: Live::new(0),
            list: Live::new(None),
            asked: Live::new(false),
            wanted: Live::new(None),
        };
        // Caught on its way down, a scroll is heard from every box around the list.
        for event in ["scroll", "resize"] {
            on_window(event, true, move |_: Event| lines.look());
        }
        // On paper there is no scrolling.
        on_window("beforeprint", false, move |_: Event| lines.sight.set((0.0, f32::MAX)));
        lines
    }

    /// Takes other lines, of the heights they probably have.
    pub fn fill(&self, heights: Heights) {
        self.generation.update(|g| *g += 1);
        self.heights.set(heights);
        self.look();
    }

    /// How many lines there are, in the page or not; followed.
    #[must_use]
    pub fn count(&self) -> usize {
        self.heights.with(Heights::len)
    }

    /// Scrolls so that a line is in sight, once the list itself is.
    pub fn reveal(&self, line: usize) {
        self.wanted.set_untracked(Some(line));
        self.list.with_untracked(|list| list.iter().for_each(|list| self.go(list)));
        self.look();
    }

    fn go(&self, list: &HtmlElement) {
        if is_hidden(list) {
            return;
        }
        if let Some(line) = self.wanted.get_untracked() {
            self.wanted.set_untracked(None);
            let (scroll, height) = sight(list);
            let goal = self.heights.with_untracked(|h| h.reveal(line, scroll, height - AHEAD, 48.0));
            scroll_by(list, goal - scroll);
        }
    }

    /// Looks again at what is in sight, once a frame: after a line became higher, say.
    pub fn look(&self) {
        if self.asked.try_get_untracked() != Some(false) {
            return;
        }
        self.asked.set_untracked(true);
        let lines = *self;
        next_frame(move || lines.look_now());
    }

    fn look_now(&self) {
        self.asked.set_untracked(false);
        let Some(list) = self.list.try_get_untracked().flatten() else { return };
        if is_hidden(&list) {
            return;
        }
        self.go(&list);
        let seen = sight(&list);
        if self.sight.get_untracked() != seen {
            self.sight.set(seen);
        }
        self.measure(&list, seen.0);
    }

    /// Takes the heights of the lines in the page; keeps what is in sight where it is.
    fn measure(&self, list: &HtmlElement, scroll: f32) {
        let children = list.children();
        let mut seen = Vec::new();
        for child in (0..children.length()).filter_map(|i| children.item(i)) {
            let line = child.get_attribute("data-line").and_then(|line| line.parse().ok());
            if let Some(line) = line {
                seen.push((line, child.get_bounding_client_rect().height() as f32));
            }
        }
        let mut heights = self.heights.get_untracked();
        let first = heights.line_at(scroll);
        let before = heights.top(first);
        if heights.measured(&seen) {
            let shift = heights.top(first) - before;
            self.heights.set(heights);
            if shift.abs() > 0.5 && scroll > 0.0 {
                scroll_by(list, shift);
            }
            self.look();
        }
    }

    /// The lines in the page, as children of a list element, with the space of the others kept.
    ///
    /// `list` is the element that they are put into; `draw` gives one child for a line, which has
    /// to carry `data-line`.
    pub fn draw(self, list: &El, draw: impl Fn(usize) -> El + 'static) -> El {
        let place = list.element();
        // Also when the view that it is in is opened or left.
        on_resize(&place, move || self.look());
        self.list.set_untracked(Some(place));
        let shown = Derived::new(move || {
            let (scroll, height) = self.sight.get();
            self.heights.with(|heights| heights.shown(scroll, height))
        });
        let space = move |of: fn(&Heights, std::ops::Range<usize>) -> f32| {
            move || px(self.heights.with(|heights| of(heights, shown.get())).into())
        };
        let before = space(|heights, shown| heights.top(shown.start));
        let after = space(|heights, shown| heights.total() - heights.top(shown.end));
        let keys = move || {
            let generation = self.generation.get();
            shown.get().map(|line| (generation, line as u32)).collect()
        };
        let line = move |(_, line): Key| {
            self.look();
            draw(line as usize)
        };
        pieces()
            .child(el("div").class("lines-space").attr("role", "presentation").style_live("height", before))
            .each(keys, line)
            .child(el("div").class("lines-space").attr("role", "presentation").style_live("height", after))
    }
}

impl Default for Lines {
    fn default() -> Self {
        Self::new()
    }
}

/// Whether a list is in a view that is not open: nothing in it has a height that could be taken.
fn is_hidden(list: &HtmlElement) -> bool {
    list.offset_width() == 0
}

/// What is drawn below the lines in sight, in CSS pixels.
const AHEAD: f32 = 300.0;

/// The nearest box around an element that scrolls up and down by itself.
fn scroller(of: &Element) -> Option<Element> {
    let mut at = of.parent_element();
    while let Some(element) = at {
        let overflow = window().get_computed_style(&element).ok().flatten();
        let overflow = overflow.and_then(|s| s.get_property_value("overflow-y").ok()).unwrap_or_default();
        if overflow == "auto" || overflow == "scroll" {
            return Some(element);
        }
        at = element.parent_element();
    }
    None
}

/// Where sight begins from the top of a list, and how much of it is in sight.
fn sight(list: &HtmlElement) -> (f32, f32) {
    let screen = window().inner_height().ok().and_then(|h| h.as_f64()).unwrap_or(800.0);
    let own = list.get_bounding_client_rect();
    let (mut top, mut bottom) = (0.0, screen);
    if let Some(frame) = scroller(list).map(|s| s.get_bounding_client_rect()) {
        top = frame.top().max(0.0);
        bottom = frame.bottom().min(screen);
    }
    let from = (top - own.top()).max(0.0);
    (from as f32, (bottom - top).max(0.0) as f32 + AHEAD)
}

fn scroll_by(list: &HtmlElement, pixels: f32) {
    match scroller(list) {
        Some(scroller) => scroller.set_scroll_top(scroller.scroll_top() + pixels.round() as i32),
        None => window().scroll_by_with_x_and_y(0.0, pixels.into()),
    }
}
