//! What the reader's parts share: [`Reading`], its marks, and what they mean to the other views.

use crate::browser::live::{Derived, Live};
use crate::browser::state::State;
use crate::display::article::{Cut, Mark, MarkKind};
use crate::query::Focus;
use crate::span::Span;
use crate::story::Place;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// What the reader's parts share.
#[derive(Clone, Copy)]
pub(super) struct Reading {
    /// The article, cut into pieces.
    pub(super) cut: Derived<Arc<Cut>>,
    /// Words to find in the article.
    pub(super) find: Live<String>,
    /// Where they stand.
    pub(super) hits: Derived<Vec<Span>>,
    /// Which of them is shown.
    pub(super) hit: Live<usize>,
    /// The mark that the keyboard is on: index into [`Cut::marks`].
    pub(super) mark: Live<Option<u32>>,
    /// The mark whose card is open, and where its box is on the screen.
    pub(super) card: Live<Option<(u32, [f64; 3])>>,
    /// The element that holds the text.
    pub(super) body: Live<HtmlElement>,
    /// What became of the last copy.
    pub(super) said: Live<&'static str>,
}

/// Tab stops here within a place, and nowhere else.
pub(super) fn stop_at(place: &HtmlElement, here: &web_sys::Element) {
    if let Ok(Some(before)) = place.query_selector("[tabindex='0']") {
        before.set_attribute("tabindex", "-1").ok();
    }
    here.set_attribute("tabindex", "0").ok();
}

/// The mark that an element is or stands in.
pub(super) fn mark_at(target: Option<web_sys::EventTarget>) -> Option<u32> {
    element_of(target)?.get_attribute("data-mark")?.parse().ok()
}

pub(super) fn element_of(target: Option<web_sys::EventTarget>) -> Option<web_sys::Element> {
    target?.dyn_into::<web_sys::Element>().ok()?.closest("[data-mark]").ok()?
}

/// What a mark means to the other views: its entity, or the event a time belongs to.
pub(super) fn focus_of(state: State, reading: Reading, mark: u32) -> Focus {
    let article = state.open.get_untracked();
    match reading.cut.with_untracked(|cut| cut.marks.get(mark as usize).copied()) {
        Some(Mark { kind: MarkKind::Time, span, .. }) => events_at(state, article, span)
            .first()
            .map_or(Focus::Place(Place { article, span }), |&event| Focus::Event(event)),
        Some(mark) => Focus::Entity(mark.target),
        None => Focus::Nothing,
    }
}

/// The events told in the sentence around a place.
pub(super) fn events_at(state: State, article: u32, span: Span) -> Vec<u32> {
    let story = state.story_now();
    let told = |event: &crate::story::StoryEvent| {
        event.mentions.iter().any(|m| m.place.article == article && m.sentence.contains(span))
    };
    let mut events: Vec<u32> = (0..).zip(&story.events).filter(|(_, e)| told(e)).map(|(i, _)| i).collect();
    // The event that takes its date from this very expression goes first.
    events.sort_by_key(|&i| story.events[i as usize].when.time != Some(span));
    events
}

/// Moves the keyboard to another mark.
pub(super) fn step_mark(reading: Reading, by: i64) {
    let count = reading.cut.with_untracked(|cut| cut.marks.len() as i64);
    if count == 0 {
        return;
    }
    let next = reading.mark.get_untracked().map_or(if by > 0 { 0 } else { count - 1 }, |m| i64::from(m) + by);
    let next = next.rem_euclid(count) as u32;
    reading.mark.set(Some(next));
    if let Ok(Some(element)) = reading.body.get_untracked().query_selector(&numbered("mark", next as usize))
        && let Ok(element) = element.dyn_into::<HtmlElement>()
    {
        element.focus().ok();
    }
}

/// Selects what carries a number.
pub(super) fn numbered(what: &str, number: usize) -> String {
    ["[data-", what, "=\"", &number.to_string(), "\"]"].concat()
}
