//! The strip of events whose day nobody states, in the order of their bounds.
//!
//! For the pointer and the eye: the keyboard and a screen reader find the same events at the
//! end of the list.

use super::Parts;
use super::card::voices_of;
use super::legend::{glyph, look_of};
use crate::browser::dates;
use crate::browser::parts::shape;
use crate::browser::windowed::Lines;
use crate::display::window::Heights;
use crate::display::wording;
use crate::query::Focus;
use leptos::html::Div;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Least width of a column, and height of a row before it was seen.
const COLUMN: f32 = 300.0;
const ROW: f32 = 62.0;

/// The strip; nothing where every event has a date.
pub fn undated(parts: Parts) -> impl IntoView {
    let events = Memo::new(move |_| Arc::new(parts.columns.with(|c| c.undated.clone())));
    let columns = Memo::new(move |_| ((parts.width.get() / COLUMN) as usize).clamp(1, 6));
    let windowed = Lines::new();
    Effect::new(move || {
        let rows = events.with(|e| e.len()).div_ceil(columns.get());
        windowed.fill(Heights::new(std::iter::repeat_n(ROW, rows)));
    });
    let place: NodeRef<Div> = NodeRef::new();
    move || {
        let count = events.with(|e| e.len());
        (count > 0 && !parts.listed.get()).then(|| {
            let draw = move |row: usize| {
                let columns = columns.get_untracked();
                let cells = events.with_untracked(|events| {
                    let own = events.iter().skip(row * columns).take(columns);
                    own.map(|&event| cell(parts, event)).collect_view()
                });
                view! { <div class=format!("undated-row columns-{columns}") data-line=row.to_string()>{cells}</div> }
                    .into_any()
            };
            view! {
                <div class="timeline-undated" aria-hidden="true">
                    <h3>"No date stated " <span class="count">{count.to_string()}</span></h3>
                    <p class="undated-note">"In the order of what is known of them."</p>
                    <div class="undated-scroll">
                        <div class="undated-list" node_ref=place>
                            {windowed
                                .draw(move || place.get().map(|div| div.unchecked_into::<HtmlElement>()), draw)}
                        </div>
                    </div>
                </div>
            }
        })
    }
}

fn cell(parts: Parts, event: u32) -> AnyView {
    let story = parts.state.story_now();
    let Some(told) = story.events.get(event as usize) else { return ().into_any() };
    let attended = move || parts.state.focus.get() == Focus::Event(event);
    let pointed = move || parts.state.pointed.get() == Focus::Event(event);
    let certainty = wording::certainty(told.certainty);
    view! {
        <button
            type="button"
            class="undated-event"
            class:is-focus=attended
            class:is-pointed=pointed
            tabindex="-1"
            title=told.when.basis.clone()
            on:click=move |_| parts.state.attend(Focus::Event(event))
            on:pointerenter=move |_| parts.state.pointed.set(Focus::Event(event))
            on:pointerleave=move |_| parts.state.pointed.set(Focus::Nothing)
        >
            <span class="undated-when">
                {glyph(look_of(&told.when, told.certainty))} {wording::when(&told.when, &dates::span)}
                {(!certainty.is_empty()).then(|| view! { <em>{certainty}</em> })}
            </span>
            <span class="undated-what">
                {told.label.clone()} " " {voices_of(parts, told).into_iter().map(shape).collect_view()}
            </span>
        </button>
    }
    .into_any()
}
