//! What the marks mean, and the marks themselves as small drawings for the legend and the list.

use super::Parts;
use crate::display::timeline::Look;
use crate::event::{Certainty, When};
use leptos::prelude::*;

/// A mark as the canvas draws it, 32 by 16, in the colour of the text around it.
#[must_use]
pub fn glyph(look: Look) -> AnyView {
    let hollow = look.has(Look::INFERRED);
    let soft = (look.has(Look::SOFT_START), look.has(Look::SOFT_END));
    let shape = if look.has(Look::UNKNOWN) {
        view! { <path class="sign-line sign-unknown" d="M4 8h24"></path> }.into_any()
    } else if look.has(Look::OPEN_START) {
        view! { <path class="sign-line" d="M28 8H6m5-5L6 8l5 5M28 3v10"></path> }.into_any()
    } else if look.has(Look::OPEN_END) {
        view! { <path class="sign-line" d="M4 8h22m-5-5l5 5-5 5M4 3v10"></path> }.into_any()
    } else if look.has(Look::DAY) {
        let halo = (soft.0 || soft.1).then(|| view! { <circle class="sign-halo" cx="16" cy="8" r="8"></circle> });
        view! { {halo} <circle class=if hollow { "sign-hollow" } else { "sign-full" } cx="16" cy="8" r="4.6"></circle> }
            .into_any()
    } else {
        // A vague end is drawn as three slices that fade.
        let edge = |soft: bool, x: u32, sign: i32| {
            let slice = move |step: i32| {
                let at = x.cast_signed() + sign * step * 3 - if sign < 0 { 3 } else { 0 };
                let (class, path) = if hollow { ("sign-thin", "h3m-3 12h3") } else { ("sign-body", "h3v12h-3z") };
                view! { <path class=format!("{class} fade-{step}") d=format!("M{at} 2{path}")></path> }
            };
            let line = view! { <path class="sign-line" d=format!("M{x} 1.5v13")></path> };
            (soft.then(|| (1..4).map(|step| slice(step - 1)).collect_view()), (!soft).then_some(line))
        };
        let (from, to) = (if soft.0 { 11 } else { 3 }, if soft.1 { 21 } else { 29 });
        let body = format!("M{from} 2H{to}V14H{from}Z");
        let lines = format!("M{from} 2H{to}M{from} 14H{to}");
        let start = if soft.0 { edge(true, from, -1) } else { edge(false, from, -1) };
        let end = if soft.1 { edge(true, to, 1) } else { edge(false, to, 1) };
        view! {
            {(!hollow).then(|| view! { <path class="sign-body" d=body></path> })}
            <path class="sign-thin" d=lines></path>
            {start}
            {end}
        }
        .into_any()
    };
    view! { <svg class="sign" viewBox="0 0 32 16" aria-hidden="true">{shape}</svg> }.into_any()
}

/// How an event is drawn; one without a date by its bounds.
#[must_use]
pub fn look_of(when: &When, certainty: Certainty) -> Look {
    match crate::display::timeline::place(when, certainty) {
        Some((_, _, look)) => look,
        None if when.not_before.is_some() && when.not_after.is_none() => Look(Look::OPEN_END),
        None if when.not_before.is_some() => Look(Look::SOFT_START | Look::SOFT_END | Look::INFERRED),
        None if when.not_after.is_some() => Look(Look::OPEN_START),
        None => Look(Look::UNKNOWN),
    }
}

const SIGNS: [(u8, &str); 5] = [
    (Look::DAY, "a day"),
    (0, "a week, a month or longer"),
    (Look::SOFT_START | Look::SOFT_END, "early, middle, late or about"),
    (Look::DAY | Look::INFERRED, "partly inferred"),
    (Look::OPEN_START, "not after"),
];

/// The legend under the drawing.
pub fn legend(parts: Parts) -> impl IntoView {
    let signs = SIGNS.map(|(look, words)| view! { <li>{glyph(Look(look))} {words}</li> });
    view! {
        <ul class="timeline-legend" class:is-hidden=parts.listed aria-label="What the marks mean">
            {signs.into_iter().collect_view()}
            <li>
                <svg class="sign" viewBox="0 0 32 16" aria-hidden="true">
                    <path class="sign-line" d="M11.5 1.5h6l3.5 3.5v9.5h-9.5zM14 8h5M14 11h5"></path>
                </svg>
                "an article was published"
            </li>
            <li>
                <svg class="sign" viewBox="0 0 32 16" aria-hidden="true">
                    <path class="sign-body" d="M8 3h16v12H8z"></path>
                    <path class="sign-thin" d="M8 3h16"></path>
                </svg>
                "several: opens on zoom"
            </li>
        </ul>
    }
}
