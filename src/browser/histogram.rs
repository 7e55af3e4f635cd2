//! The histogram of dated events, on which days are picked; two date fields do the same.

use super::dates;
use super::state::State;
use crate::browser::parts::live::{cond, live, on};
use crate::display::strings::strings;
use crate::query::{Bar, bars};
use crate::time::Days;
use jiff::civil::Date;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;

/// How many bars there are at most.
const BARS: usize = 24;

/// Bars to drag over, and the days picked.
#[component]
pub fn Histogram() -> impl IntoView {
    let state = State::get();
    let bars =
        Memo::new(move |_| state.selection.with(|selection| state.index.with(|index| bars(index, selection, BARS))));
    // Where a drag began.
    let start = RwSignal::new(None::<usize>);
    let pick = move |from: usize, to: usize| {
        let days = bars.with(|bars| Some(Days { from: bars.get(from.min(to))?.from, to: bars.get(from.max(to))?.to }));
        state.query.update(|query| query.days = days);
    };
    let press = move |event: ev::PointerEvent| {
        let Some(bar) = bar_at(&event, bars.with(Vec::len)) else { return };
        start.set(Some(bar));
        if let Some(target) = event.current_target() {
            target.unchecked_into::<web_sys::Element>().set_pointer_capture(event.pointer_id()).ok();
        }
        pick(bar, bar);
    };
    let drag = move |event: ev::PointerEvent| {
        if let (Some(from), Some(to)) = (start.get_untracked(), bar_at(&event, bars.with(Vec::len))) {
            pick(from, to);
        }
    };
    view! {
        <Show when=cond(move || bars.with(|bars| bars.len() > 1))>
            <div
                class="histogram"
                role="img"
                aria-label=strings().histogram
                on:pointerdown=on(press)
                on:pointermove=on(drag)
                on:pointerup=on(move |_| start.set(None))
                on:pointercancel=on(move |_| start.set(None))
            >
                {live(move || bars.with(|bars| draw(state, bars)))}
            </div>
            <div class="days">
                {field(state, strings().from, |days| days.from, |days, day| Days { from: day, to: days.to.max(day) }, bars)}
                {field(state, strings().to, |days| days.to, |days, day| Days { from: days.from.min(day), to: day }, bars)}
            </div>
        </Show>
    }
}

/// The bar under a pointer.
fn bar_at(event: &ev::PointerEvent, count: usize) -> Option<usize> {
    let target = event.current_target()?.unchecked_into::<web_sys::Element>();
    let rect = target.get_bounding_client_rect();
    let share = (f64::from(event.client_x()) - rect.left()) / rect.width().max(1.0);
    Some(((share * count as f64).max(0.0) as usize).min(count.saturating_sub(1)))
}

fn draw(state: State, bars: &[Bar]) -> AnyView {
    let most = bars.iter().map(|bar| bar.counts.0).max().unwrap_or(1).max(1);
    let share = |count: u32| format!("{}%", 100 * count / most);
    let bar = |bar: &Bar| {
        let (from, to) = (bar.from, bar.to);
        let picked =
            move || state.query.with(|query| query.days.is_some_and(|days| days.from <= to && from <= days.to));
        view! {
            <span class="bar" class:picked=picked title=dates::span(Days { from, to })>
                <span class="all" style:height=share(bar.counts.0)></span>
                <span class="some" style:height=share(bar.counts.1)></span>
            </span>
        }
        .into_any()
    };
    bars.iter().map(bar).collect_view().into_any()
}

/// A date field for one end of the days picked.
fn field(
    state: State,
    name: &'static str,
    read: fn(Days) -> Date,
    write: fn(Days, Date) -> Days,
    bars: Memo<Vec<Bar>>,
) -> AnyView {
    let whole = move || bars.with(|bars| Some(Days { from: bars.first()?.from, to: bars.last()?.to }));
    let value = move || state.query.with(|query| query.days.map_or_else(String::new, |days| read(days).to_string()));
    let change = move |event: ev::Event| {
        let day = crate::day::parse(&event_target_value(&event));
        state.query.update(|query| {
            query.days = day.and_then(|day| Some(write(query.days.or_else(whole)?, day)));
        });
    };
    view! {
        <label>
            <span>{name}</span>
            <input type="date" prop:value=live(value) on:change=on(change)/>
        </label>
    }
    .into_any()
}
