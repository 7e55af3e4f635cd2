//! The histogram of dated events, on which days are picked; two date fields do the same.

use super::dates;
use super::state::State;
use crate::browser::dom::{El, el, pieces, value_of};
use crate::browser::live::{Derived, Live};
use crate::display::strings::strings;
use crate::query::{Bar, bars};
use crate::time::Days;
use jiff::civil::Date;
use wasm_bindgen::JsCast;

/// How many bars there are at most.
const BARS: usize = 24;

/// Bars to drag over, and the days picked.
pub fn histogram() -> El {
    let state = State::get();
    let bars =
        Derived::new(move || state.selection.with(|selection| state.index.with(|index| bars(index, selection, BARS))));
    // Where a drag began.
    let start = Live::new(None::<usize>);
    let pick = move |from: usize, to: usize| {
        let days = bars.with(|bars| Some(Days { from: bars.get(from.min(to))?.from, to: bars.get(from.max(to))?.to }));
        state.query.update(|query| query.days = days);
    };
    let press = move |event: web_sys::PointerEvent| {
        let Some(bar) = bar_at(&event, bars.with(Vec::len)) else { return };
        start.set(Some(bar));
        if let Some(target) = event.current_target() {
            target.unchecked_into::<web_sys::Element>().set_pointer_capture(event.pointer_id()).ok();
        }
        pick(bar, bar);
    };
    let drag = move |event: web_sys::PointerEvent| {
        if let (Some(from), Some(to)) = (start.get_untracked(), bar_at(&event, bars.with(Vec::len))) {
            pick(from, to);
        }
    };
    pieces().when(
        move || bars.with(|bars| bars.len() > 1),
        move || {
            pieces()
                .child(
                    el("div")
                        .class("histogram")
                        .attr("role", "img")
                        .attr("aria-label", strings().histogram)
                        .on("pointerdown", press)
                        .on("pointermove", drag)
                        .act_on("pointerup", move || start.set(None))
                        .act_on("pointercancel", move || start.set(None))
                        .live(move || bars.with(|bars| draw(state, bars))),
                )
                .child(
                    el("div")
                        .class("days")
                        .child(field(
                            state,
                            strings().from,
                            |days| days.from,
                            |days, day| Days { from: day, to: days.to.max(day) },
                            bars,
                        ))
                        .child(field(
                            state,
                            strings().to,
                            |days| days.to,
                            |days, day| Days { from: days.from.min(day), to: day },
                            bars,
                        )),
                )
        },
    )
}

/// The bar under a pointer.
fn bar_at(event: &web_sys::PointerEvent, count: usize) -> Option<usize> {
    let target = event.current_target()?.unchecked_into::<web_sys::Element>();
    let rect = target.get_bounding_client_rect();
    let share = (f64::from(event.client_x()) - rect.left()) / rect.width().max(1.0);
    Some(((share * count as f64).max(0.0) as usize).min(count.saturating_sub(1)))
}

fn draw(state: State, bars: &[Bar]) -> El {
    let most = bars.iter().map(|bar| bar.counts.0).max().unwrap_or(1).max(1);
    let share = |count: u32| format!("{}%", 100 * count / most);
    let bar = |bar: &Bar| {
        let (from, to) = (bar.from, bar.to);
        let picked =
            move || state.query.with(|query| query.days.is_some_and(|days| days.from <= to && from <= days.to));
        el("span")
            .class("bar")
            .class_if("picked", picked)
            .attr("title", dates::span(Days { from, to }))
            .child(el("span").class("all").style("height", &share(bar.counts.0)))
            .child(el("span").class("some").style("height", &share(bar.counts.1)))
    };
    bars.iter().map(bar).collect::<El>()
}

/// A date field for one end of the days picked.
fn field(
    state: State,
    name: &'static str,
    read: fn(Days) -> Date,
    write: fn(Days, Date) -> Days,
    bars: Derived<Vec<Bar>>,
) -> El {
    let whole = move || bars.with(|bars| Some(Days { from: bars.first()?.from, to: bars.last()?.to }));
    let value = move || state.query.with(|query| query.days.map_or_else(String::new, |days| read(days).to_string()));
    let change = move |event: web_sys::Event| {
        let day = crate::day::parse(&value_of(&event));
        state.query.update(|query| {
            query.days = day.and_then(|day| Some(write(query.days.or_else(whole)?, day)));
        });
    };
    el("label")
        .child(el("span").child(name))
        .child(el("input").attr("type", "date").value_live(value).on("change", change))
}
