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
    let whole = RwSignal::new(false);
    let all = Memo::new(move |_| Arc::new(parts.columns.with(|c| c.undated.clone())));
    let central = Memo::new(move |_| {
        let story = parts.state.story_now();
        let carries = |event: &u32| story.events.get(*event as usize).is_some_and(|e| e.central);
        Arc::new(all.with(|events| events.iter().copied().filter(carries).collect::<Vec<u32>>()))
    });
    // What is context alone waits behind a button, unless there is nothing else.
    let aside = Memo::new(move |_| match central.with(|c| c.len()) {
        0 => 0,
        shown => all.with(|a| a.len()) - shown,
    });
    let events = Memo::new(move |_| if whole.get() || aside.get() == 0 { all.get() } else { central.get() });
    let columns = Memo::new(move |_| ((parts.width.get() / COLUMN) as usize).clamp(1, 6));
    let windowed = Lines::new();
    Effect::new(move || {
        let rows = events.with(|e| e.len()).div_ceil(columns.get());
        windowed.fill(Heights::new(std::iter::repeat_n(ROW, rows)));
    });
    let place: NodeRef<Div> = NodeRef::new();
    move || {
        let count = all.with(|e| e.len());
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
                    {(aside.get() > 0).then(|| view! {
                        <button type="button" class="undated-more" tabindex="-1" on:click=move |_| whole.update(|w| *w = !*w)>
                            {if whole.get() { "Show fewer".to_owned() } else { format!("Show {} more, told in passing", aside.get()) }}
                        </button>
                    })}
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
