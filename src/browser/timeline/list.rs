//! The timeline as a list: what a screen reader and the keyboard use behind the drawing, and
//! what a phone shows, upright.
//!
//! One tab stop; arrows, Home and End go from event to event, + and - zoom the drawing.

use super::card::Card;
use super::chart::AXIS;
use super::legend::{glyph, look_of};
use super::parts::Parts;
use super::tell::{MOST_SHAPES, shapes, voices_of};
use crate::browser::dates;
use crate::browser::dom::{El, el, next_frame, pieces};
use crate::browser::hand::form::told as told_by_hand;
use crate::browser::home::Home;
use crate::browser::live::{Derived, Live, effect};
use crate::browser::windowed::Lines;
use crate::display::days::heading;
use crate::display::strings::word;
use crate::display::window::Heights;
use crate::display::wording;
use crate::query::Focus;
use crate::story::Thing;
use std::sync::Arc;

/// One line of the list.
#[derive(Clone, Debug, PartialEq)]
enum Line {
    /// A month, a year or years, or that no date is stated.
    Head(String),
    /// An event, and its place in the order.
    Event(u32, usize),
}

/// Heights before a line was seen, in CSS pixels.
const HEAD: f32 = 44.0;
const ROW: f32 = 68.0;
/// Lines kept around the one with the focus while the drawing is shown.
const AROUND: usize = 12;

/// The list.
pub fn list(parts: Parts) -> El {
    let order = Derived::new(move || Arc::new(parts.order()));
    let cursor = Live::new(0usize);
    let lines = Derived::new(move || {
        // Behind the drawing only the lines near the focus are made, one by one.
        Arc::new(if parts.listed.get() { lines(parts, &order.get()) } else { Vec::new() })
    });
    let windowed = Lines::new();
    effect(move || {
        // After a correction the same events may be told otherwise.
        parts.state.index.track();
        let height = |line: &Line| if matches!(line, Line::Head(_)) { HEAD } else { ROW };
        windowed.fill(Heights::new(lines.get().iter().map(height)));
        let last = order.with_untracked(|o| o.len().saturating_sub(1));
        cursor.set_untracked(cursor.get_untracked().min(last));
    });
    // Attention from elsewhere takes the tab stop along.
    effect(move || {
        if let Some(event) = super::parts::event_of(parts, parts.state.focus.get())
            && let Some(at) = order.with_untracked(|order| order.iter().position(|&e| e == event))
        {
            cursor.set(at);
        }
    });
    let line_of = move |at: usize| {
        lines.with_untracked(|lines| lines.iter().position(|l| matches!(l, Line::Event(_, place) if *place == at)))
    };
    let go = move |to: usize| {
        let Some(&event) = order.with_untracked(|order| order.get(to).copied()).as_ref() else { return };
        cursor.set(to);
        if parts.listed.get_untracked()
            && let Some(line) = line_of(to)
        {
            windowed.reveal(line);
        }
        parts.with_chart(|chart| chart.reveal(event));
        focus_soon(parts.state.home, event, 3);
    };
    let key = move |ev: web_sys::KeyboardEvent| {
        if ev.ctrl_key() || ev.meta_key() || ev.alt_key() {
            return;
        }
        let (at, count) = (cursor.get_untracked(), order.with_untracked(|o| o.len()));
        let zoom = |factor: f64| {
            parts.with_chart(|chart| {
                let view = chart.heading();
                let middle =
                    chart.middle_of(chart.pointed.or(chart.focus)).unwrap_or(f64::midpoint(view.from, view.to));
                chart.fly_to(view.zoomed(factor, middle));
            })
        };
        match ev.key().as_str() {
            "ArrowRight" | "ArrowLeft" if ev.shift_key() => parts.with_chart(|chart| {
                let view = chart.heading();
                let by = view.length() * if ev.key() == "ArrowLeft" { -0.25 } else { 0.25 };
                chart.fly_to(view.moved(by));
            }),
            "ArrowRight" | "ArrowDown" => go((at + 1).min(count.saturating_sub(1))),
            "ArrowLeft" | "ArrowUp" => go(at.saturating_sub(1)),
            "PageDown" => go((at + 10).min(count.saturating_sub(1))),
            "PageUp" => go(at.saturating_sub(10)),
            "Home" => go(0),
            "End" => go(count.saturating_sub(1)),
            "+" | "=" => zoom(0.6),
            "-" => zoom(1.0 / 0.6),
            "0" => parts.with_chart(|chart| chart.fly_to(chart.whole())),
            "Escape" => parts.state.release(),
            _ => return,
        }
        ev.prevent_default();
    };
    let leave = move || {
        parts.card.set(None);
        parts.state.pointed.set(Focus::Nothing);
    };
    let list = el("div").class("timeline-list");
    let place = list.clone();
    let content = move || {
        parts.state.index.track();
        let count = order.with(|o| o.len());
        if parts.listed.get() {
            let draw = move |line: usize| {
                lines.with_untracked(|lines| match lines.get(line) {
                    Some(Line::Head(words)) => head(line, words.clone()),
                    Some(&Line::Event(event, at)) => item(parts, cursor, line, event, at, count),
                    None => pieces(),
                })
            };
            windowed.draw(&place, draw)
        } else {
            let near = move || {
                let at = cursor.get();
                (at.saturating_sub(AROUND)..(at + AROUND).min(order.with(|o| o.len())))
                    .filter_map(|at| order.with(|o| o.get(at).map(|&event| (event, at as u32))))
                    .collect()
            };
            pieces().each(near, move |(event, at)| item(parts, cursor, at as usize, event, at as usize, count))
        }
    };
    list.class_if("is-behind", move || !parts.listed.get())
        .attr_live("hidden", move || order.with(|o| o.is_empty()))
        .attr("role", "list")
        .attr("aria-label", word("list"))
        .on("keydown", key)
        .act_on("focusout", leave)
        .live(content)
}

/// Events under the months or years they are of; those without a date at the end.
fn lines(parts: Parts, order: &[u32]) -> Vec<Line> {
    let story = parts.state.story_now();
    let mut lines = Vec::new();
    let mut last = None;
    for (at, &event) in order.iter().enumerate() {
        let Some(told) = story.events.get(event as usize) else { continue };
        let days = told.when.days.map(heading);
        if last != Some(days) {
            lines.push(Line::Head(days.map_or_else(|| word("undated").to_owned(), dates::span)));
            last = Some(days);
        }
        lines.push(Line::Event(event, at));
    }
    lines
}

fn head(line: usize, words: String) -> El {
    el("div").class("list-head").attr("role", "presentation").attr("data-line", line.to_string()).child(words)
}

fn item(parts: Parts, cursor: Live<usize>, line: usize, event: u32, at: usize, count: usize) -> El {
    let story = parts.state.story_now();
    let Some(told) = story.events.get(event as usize) else { return pieces() };
    let voices = parts.voices.get_untracked();
    let who = voices_of(parts, told);
    let names = who.iter().filter_map(|&v| voices.list.get(v as usize)).map(|v| v.name.as_str());
    let mut names = names.take(MOST_SHAPES).collect::<Vec<_>>().join(", ");
    if who.len() > MOST_SHAPES {
        names.extend([" +", &(who.len() - MOST_SHAPES).to_string()]);
    }
    let certainty = wording::certainty(told.certainty);
    let inferred = if told.when.inferred.is_empty() { "" } else { word("list.inferred") };
    let attended = move || parts.state.focus.get() == Focus::Event(event);
    let pointed = move || parts.state.pointed.get() == Focus::Event(event);
    let focus = move || {
        cursor.set(at);
        parts.state.pointed.set(Focus::Event(event));
        show_card(parts, event);
    };
    el("div")
        .attr("role", "listitem")
        .class("list-event")
        .class_if("is-focus", attended)
        .class_if("is-pointed", pointed)
        .attr("data-line", line.to_string())
        .attr("aria-setsize", count.to_string())
        .attr("aria-posinset", (at + 1).to_string())
        .child(
            el("button")
                .attr("type", "button")
                .attr("id", format!("when-{event}"))
                .attr_live("tabindex", move || if cursor.get() == at { "0" } else { "-1" })
                .attr_live("aria-pressed", move || if attended() { "true" } else { "false" })
                .on_click(move || parts.state.attend(Focus::Event(event)))
                .act_on("focus", focus)
                .act_on("pointerenter", move || parts.state.pointed.set(Focus::Event(event)))
                .act_on("pointerleave", move || parts.state.pointed.set(Focus::Nothing))
                .child(
                    el("span")
                        .class("list-when")
                        .child(wording::when(&told.when, &dates::span))
                        .child(el("span").class("unseen-text").child(inferred).text(": ")),
                )
                .child(glyph(look_of(&told.when, told.certainty)))
                .child(el("span").class("list-what").child(told.label.clone()))
                .child(
                    el("span")
                        .class("list-who")
                        .child(shapes(&who))
                        .child(
                            el("span")
                                .class("list-names")
                                .child(el("span").class("unseen-text").child(word("list.by")))
                                .child(names),
                        )
                        .child((!certainty.is_empty()).then(|| el("em").child(certainty)))
                        .child(told_by_hand(&story, Thing::Event(event))),
                ),
        )
}

/// The card beside the mark of the event that has the keyboard's focus.
fn show_card(parts: Parts, event: u32) {
    if parts.listed.get_untracked() {
        return;
    }
    parts.chart.with_untracked(|chart| {
        let Some(chart) = chart else { return };
        let chart = chart.borrow();
        let item = chart.scene.items.iter().find(|item| item.event == event);
        let card = item.map(|item| {
            let x = chart.gutter() + f32::midpoint(item.x0.max(0.0), item.x1.min(chart.plot()));
            Card::event(event, x, AXIS + item.y)
        });
        parts.card.set(card);
    });
}

/// Moves the keyboard's focus to an event's line, which may take some frames to be in the page.
fn focus_soon(home: Home, event: u32, tries: u8) {
    next_frame(move || match home.find(&format!("#when-{event}")) {
        Some(line) => {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            line.focus_with_options(&options).ok();
        }
        None if tries > 0 => focus_soon(home, event, tries - 1),
        None => {}
    });
}
