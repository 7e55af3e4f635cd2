//! The strip of events whose day nobody states, in the order of their bounds.
//!
//! For the pointer and the eye: the keyboard and a screen reader find the same events at the
//! end of the list.

use super::legend::{glyph, look_of};
use super::parts::Parts;
use super::tell::{shapes, voices_of};
use crate::browser::dates;
use crate::browser::dom::{El, el, pieces};
use crate::browser::live::{Derived, Live, effect};
use crate::browser::windowed::Lines;
use crate::display::strings::{fill, word};
use crate::display::window::Heights;
use crate::display::wording;
use crate::query::Focus;
use std::sync::Arc;

/// Least width of a column, and height of a row before it was seen.
const COLUMN: f32 = 300.0;
const ROW: f32 = 62.0;

/// The strip; nothing where every event has a date.
pub fn undated(parts: Parts) -> El {
    let whole = Live::new(false);
    let all = Derived::new(move || Arc::new(parts.columns.with(|c| c.undated.clone())));
    let central = Derived::new(move || {
        let story = parts.state.story_now();
        let carries = |event: &u32| story.events.get(*event as usize).is_some_and(|e| e.central);
        Arc::new(all.with(|events| events.iter().copied().filter(carries).collect::<Vec<u32>>()))
    });
    // What is context alone waits behind a button, unless there is nothing else.
    let aside = Derived::new(move || match central.with(|c| c.len()) {
        0 => 0,
        shown => all.with(|a| a.len()) - shown,
    });
    let events = Derived::new(move || if whole.get() || aside.get() == 0 { all.get() } else { central.get() });
    let columns = Derived::new(move || ((parts.width.get() / COLUMN) as usize).clamp(1, 6));
    let windowed = Lines::new();
    effect(move || {
        parts.state.index.track();
        let rows = events.with(|e| e.len()).div_ceil(columns.get());
        windowed.fill(Heights::new(std::iter::repeat_n(ROW, rows)));
    });
    let drawn = move || {
        let count = all.with(|e| e.len());
        (count > 0 && !parts.listed.get()).then(|| {
            let draw = move |row: usize| {
                let columns = columns.get_untracked();
                let cells = events.with_untracked(|events| {
                    let own = events.iter().skip(row * columns).take(columns);
                    own.map(|&event| cell(parts, event)).collect::<El>()
                });
                el("div")
                    .attr("class", format!("undated-row columns-{columns}"))
                    .attr("data-line", row.to_string())
                    .child(cells)
            };
            let list = el("div").class("undated-list");
            let lines = windowed.draw(&list, draw);
            el("div")
                .class("timeline-undated")
                .attr("aria-hidden", "true")
                .child(
                    el("h3").child(word("undated")).text(" ").child(el("span").class("count").child(count.to_string())),
                )
                .child(el("p").class("undated-note").child(word("undated.order")))
                .child((aside.get() > 0).then(|| {
                    el("button")
                        .attr("type", "button")
                        .class("undated-more")
                        .attr("tabindex", "-1")
                        .on_click(move || whole.update(|w| *w = !*w))
                        .text_live(move || {
                            if whole.get() {
                                word("undated.fewer").to_owned()
                            } else {
                                fill(word("undated.more"), &[&aside.get().to_string()])
                            }
                        })
                }))
                .child(el("div").class("undated-scroll").child(list.child(lines)))
        })
    };
    pieces().live(drawn)
}

/// Longer words, in bytes, may be broken.
const LONG: usize = 24;

fn cell(parts: Parts, event: u32) -> El {
    let story = parts.state.story_now();
    let Some(told) = story.events.get(event as usize) else { return pieces() };
    let attended = move || parts.state.focus.get() == Focus::Event(event);
    let pointed = move || parts.state.pointed.get() == Focus::Event(event);
    let certainty = wording::certainty(told.certainty);
    // The marks stand on the line of the last word, but for one so long that it needs several.
    let last = told.label.rfind(' ').map_or(0, |at| at + 1);
    let (before, last) = told.label.split_at(if told.label.len() - last <= LONG { last } else { told.label.len() });
    el("button")
        .attr("type", "button")
        .class("undated-event")
        .class_if("is-focus", attended)
        .class_if("is-pointed", pointed)
        .attr("tabindex", "-1")
        .attr("title", told.when.basis.clone())
        .on_click(move || parts.state.attend(Focus::Event(event)))
        .act_on("pointerenter", move || parts.state.pointed.set(Focus::Event(event)))
        .act_on("pointerleave", move || parts.state.pointed.set(Focus::Nothing))
        .child(
            el("span")
                .class("undated-when")
                .child(glyph(look_of(&told.when, told.certainty)))
                .child(wording::when(&told.when, &dates::span))
                .child((!certainty.is_empty()).then(|| el("em").child(certainty))),
        )
        .child(el("span").class("undated-what").child(before.to_owned()).child(
            el("span").class("undated-end").child(last.to_owned()).text(" ").child(shapes(&voices_of(parts, told))),
        ))
}
