//! What the marks mean, and the marks themselves as small drawings for the legend and the list.

use super::parts::Parts;
use crate::browser::dom::{El, el, pieces, svg};
use crate::display::strings::word;
use crate::display::timeline::Look;
use crate::event::{Certainty, When};

/// A mark as the canvas draws it, 32 by 16, in the colour of the text around it.
#[must_use]
pub fn glyph(look: Look) -> El {
    let hollow = look.has(Look::INFERRED);
    let soft = (look.has(Look::SOFT_START), look.has(Look::SOFT_END));
    let shape = if look.has(Look::UNKNOWN) {
        svg("path").class("sign-line sign-unknown").attr("d", "M4 8h24")
    } else if look.has(Look::OPEN_START) {
        svg("path").class("sign-line").attr("d", "M28 8H6m5-5L6 8l5 5M28 3v10")
    } else if look.has(Look::OPEN_END) {
        svg("path").class("sign-line").attr("d", "M4 8h22m-5-5l5 5-5 5M4 3v10")
    } else if look.has(Look::DAY) {
        let halo = (soft.0 || soft.1)
            .then(|| svg("circle").class("sign-halo").attr("cx", "16").attr("cy", "8").attr("r", "8"));
        pieces().child(halo).child(
            svg("circle")
                .attr("class", if hollow { "sign-hollow" } else { "sign-full" })
                .attr("cx", "16")
                .attr("cy", "8")
                .attr("r", "4.6"),
        )
    } else {
        // A vague end is drawn as three slices that fade.
        let edge = |soft: bool, x: u32, sign: i32| {
            let slice = move |step: i32| {
                let at = x.cast_signed() + sign * step * 3 - if sign < 0 { 3 } else { 0 };
                let (class, path) = if hollow { ("sign-thin", "h3m-3 12h3") } else { ("sign-body", "h3v12h-3z") };
                svg("path").attr("class", format!("{class} fade-{step}")).attr("d", format!("M{at} 2{path}"))
            };
            let line = svg("path").class("sign-line").attr("d", format!("M{x} 1.5v13"));
            if soft { (0..3).map(slice).collect() } else { line }
        };
        let (from, to) = (if soft.0 { 11 } else { 3 }, if soft.1 { 21 } else { 29 });
        let body = format!("M{from} 2H{to}V14H{from}Z");
        let lines = format!("M{from} 2H{to}M{from} 14H{to}");
        let start = if soft.0 { edge(true, from, -1) } else { edge(false, from, -1) };
        let end = if soft.1 { edge(true, to, 1) } else { edge(false, to, 1) };
        pieces()
            .child((!hollow).then(|| svg("path").class("sign-body").attr("d", body)))
            .child(svg("path").class("sign-thin").attr("d", lines))
            .child(start)
            .child(end)
    };
    svg("svg").class("sign").attr("viewBox", "0 0 32 16").attr("aria-hidden", "true").child(shape)
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
    (Look::DAY, "sign.day"),
    (0, "sign.long"),
    (Look::SOFT_START | Look::SOFT_END, "sign.soft"),
    (Look::DAY | Look::INFERRED, "sign.inferred"),
    (Look::OPEN_START, "sign.open"),
];

/// The legend under the drawing.
pub fn legend(parts: Parts) -> El {
    let signs = SIGNS.map(|(look, words)| el("li").child(glyph(Look(look))).child(word(words)));
    el("ul")
        .class("timeline-legend")
        .class_if("is-hidden", move || parts.listed.get())
        .attr("aria-label", word("sign"))
        .children(signs)
        .child(
            el("li")
                .child(
                    svg("svg").class("sign").attr("viewBox", "0 0 32 16").attr("aria-hidden", "true").child(
                        svg("path").class("sign-line").attr("d", "M11.5 1.5h6l3.5 3.5v9.5h-9.5zM14 8h5M14 11h5"),
                    ),
                )
                .child(word("sign.published")),
        )
        .child(
            el("li")
                .child(
                    svg("svg")
                        .class("sign")
                        .attr("viewBox", "0 0 32 16")
                        .attr("aria-hidden", "true")
                        .child(svg("path").class("sign-body").attr("d", "M8 3h16v12H8z"))
                        .child(svg("path").class("sign-thin").attr("d", "M8 3h16")),
                )
                .child(word("sign.bin")),
        )
}
