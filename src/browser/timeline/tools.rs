//! The timeline's tools: layout, zoom, and the day on which the story is seen.

use super::chart::Chart;
use super::parts::{Parts, set_setting};
use crate::browser::dates;
use crate::browser::dom::{El, el, pieces, value_of};
use crate::browser::hand::Hand;
use crate::browser::parts::{Icon, icon};
use crate::display::strings::word;
use crate::story::Thing;

/// Values of the setting `lanes` and the keys of their words.
const LAYOUTS: [(&str, &str); 3] = [("", "lanes.merged"), ("sources", "lanes.sources"), ("list", "lanes.list")];

/// The row of tools above the drawing.
pub fn tools(parts: Parts) -> El {
    let lanes = super::parts::setting(parts.state, "lanes");
    let layouts = LAYOUTS.map(|(value, name)| {
        let chosen = move || lanes.get() == value;
        el("button")
            .attr("type", "button")
            .attr_live("aria-pressed", move || if chosen() { "true" } else { "false" })
            .on_click(move || set_setting(parts.state, "lanes", value))
            .child(word(name))
    });
    let zoom = move |factor: f64| {
        move || {
            parts.with_chart(|chart| {
                let view = chart.heading();
                chart.fly_to(view.zoomed(factor, f64::midpoint(view.from, view.to)));
            });
        }
    };
    el("div")
        .class("timeline-tools")
        .child(
            el("div")
                .class("segments")
                .attr("role", "group")
                .attr("aria-label", word("lanes"))
                .class_if("is-hidden", move || parts.upright())
                .children(layouts),
        )
        .child(
            el("div")
                .class("segments timeline-zoom")
                .attr("role", "group")
                .attr("aria-label", word("zoom"))
                .class_if("is-hidden", move || parts.listed.get())
                .child(
                    el("button")
                        .attr("type", "button")
                        .attr("aria-label", word("zoom.out"))
                        .on_click(zoom(1.8))
                        .text("−"),
                )
                .child(
                    el("button")
                        .attr("type", "button")
                        .attr("aria-label", word("zoom.in"))
                        .on_click(zoom(0.55))
                        .text("+"),
                )
                .child(
                    el("button")
                        .attr("type", "button")
                        .on_click(move || parts.with_chart(|c: &mut Chart| c.fly_to(c.whole())))
                        .child(word("zoom.all")),
                ),
        )
        .child(fix(parts))
        .child(as_of(parts))
}

/// Corrects the event under attention.
fn fix(parts: Parts) -> El {
    let hand = Hand::get();
    let event = move || super::parts::event_of(parts, parts.state.focus.get());
    let open = move || {
        if let Some(event) = super::parts::event_of(parts, parts.state.focus.get_untracked()) {
            hand.fix(Thing::Event(event), None);
        }
    };
    el("button")
        .attr("type", "button")
        .class("quiet fix-open")
        .attr_live("hidden", move || event().is_none())
        .on_click(open)
        .child(icon(Icon::Pen))
        .child(el("span").child(word("fix")))
}

/// The handle that shows the story as it stood on a day of publication.
fn as_of(parts: Parts) -> El {
    let days = parts.days;
    let chosen = move || parts.state.query.with(|query| query.as_of);
    let position =
        move || days.with(|days| chosen().map_or(days.len(), |day| days.partition_point(|&d| d < day)).min(days.len()));
    let words = move || chosen().map_or_else(|| word("asof.all").to_owned(), dates::long);
    let choose = move |text: String| {
        let at: usize = text.parse().unwrap_or(usize::MAX);
        parts.replay(days.with_untracked(|days| days.get(at).copied()));
    };
    let drawn = move || {
        let count = days.with(|days| days.len());
        (count > 1).then(|| {
            el("label")
                .class("timeline-as-of")
                .child(el("span").child(word("asof")))
                .child(
                    el("input")
                        .attr("type", "range")
                        .attr("min", "0")
                        .attr("max", count.to_string())
                        .attr("step", "1")
                        .value_live(move || position().to_string())
                        .attr_live("aria-valuetext", words)
                        .on("input", move |ev: web_sys::Event| choose(value_of(&ev))),
                )
                .child(el("output").text_live(words))
        })
    };
    pieces().live(drawn)
}
