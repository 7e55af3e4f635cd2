//! The timeline: a drawing over a list, both of the same events.

#[cfg(feature = "bench-page")]
mod bench;
mod card;
mod chart;
mod frame;
mod hands;
mod ink;
mod later;
mod legend;
mod list;
mod paint;
mod parts;
mod tell;
mod tools;
mod undated;
mod zoom;

use crate::browser::dom::{El, el, next_frame, on_resize, on_target};
use crate::browser::live::{Derived, Live, effect, keep};
use crate::browser::state::State;
use crate::display::days::{self, View};
use crate::display::timeline::{Layout, Places, Timeline as Columns};
use crate::display::voices::Voices;
use crate::order::Arrange;
use chart::Chart;
use ink::{rem, rescale, scale};
use jiff::civil::Date;
use leptos::prelude::window;
use parts::{Parts, UPRIGHT, event_of, setting};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlCanvasElement};

/// When what happened.
pub fn timeline() -> El {
    let state = State::get();
    let voices = Derived::new(move || Arc::new(Voices::new(&state.story())));
    let lanes = setting(state, "lanes");
    let layout = Derived::new(move || if lanes.get() == "sources" { Layout::Sources } else { Layout::Merged });
    let width = Live::new(0.0f32);
    let places = Derived::new(move || Arc::new(Places::new(&state.story(), &voices.get())));
    let columns = Derived::new(move || {
        let (story, selection) = (state.story(), state.selection.get());
        let last = state.query.with(|query| query.as_of);
        let published = |article: u32| {
            let day = story.articles.get(article as usize).and_then(|f| f.article.published_date());
            last.is_none_or(|last| day.is_some_and(|day| day <= last))
        };
        let (voices, places) = (voices.get(), places.get());
        let kept = |event: u32| selection.events.contains(event);
        let mut columns = Columns::new(&story, &places, &voices, layout.get(), kept, published);
        if last.is_some() {
            // As the reader goes from day to day, time itself stays where it is.
            let all = Columns::new(&story, &places, &voices, Layout::Merged, |_| true, |_| true);
            (columns.whole, columns.dense) = (all.whole, all.dense);
        }
        Arc::new(columns)
    });
    // Where no day is known there is nothing to draw.
    let listed = Derived::new(move || {
        lanes.get() == "list" || (0.0 < width.get() && width.get() < UPRIGHT) || columns.with(|c| c.whole.is_none())
    });
    let days = Derived::new(move || {
        let story = state.story();
        let mut days: Vec<Date> = story.articles.iter().filter_map(|f| f.article.published_date()).collect();
        days.arrange();
        days.dedup();
        Arc::new(days)
    });
    let parts = Parts {
        state,
        voices,
        columns,
        days,
        layout,
        listed,
        width,
        view: Live::new(zoom::UNSEEN),
        card: Live::new(None),
        chart: Live::new(None),
    };
    #[cfg(feature = "bench-page")]
    bench::offer(parts);
    effect(move || state.seen.set_untracked(Some((parts.view.get(), parts.width.get()))));
    let frame = el("div").class("timeline-frame").class_if("is-list", move || listed.get());
    follow_width(&frame, width);
    frame
        .child(tools::tools(parts))
        .child(el("div").class("timeline-body").child(draw(parts)).child(list::list(parts)).child(tell::card(parts)))
        .child(later::later(parts))
        .child(legend::legend(parts))
        .child(undated::undated(parts))
}

/// The canvas; what it shows stands in the list for those who do not see it.
fn draw(parts: Parts) -> El {
    let height = Live::new(0.0f32);
    let canvas = el("canvas").class("timeline-canvas");
    let own: HtmlCanvasElement = canvas.element().unchecked_into();
    effect(move || {
        let told = move |new_height: f32, view: View| {
            // A frame may come when the page is gone.
            if height.try_get_untracked().is_some_and(|before| before != new_height) {
                height.set(new_height);
            }
            if parts.view.try_get_untracked().is_some_and(|before| before != view) {
                parts.view.set(view);
            }
        };
        let Some(mut chart) = Chart::new(own.clone(), Box::new(told)) else { return };
        chart.restyle();
        parts.chart.set_untracked(Some(Rc::new(RefCell::new(chart))));
        follow_style(parts);
    });
    // The canvas comes first, then what it shows: the order of the effects is that of the code.
    effect(move || {
        let (width, columns, layout, voices) =
            (parts.width.get(), parts.columns.get(), parts.layout.get(), parts.voices.get());
        let story = parts.state.story();
        let as_of = parts.state.query.with(|q| q.as_of).map(|day| f64::from(days::number(day)) + 1.0);
        let screen = window().inner_height().ok().and_then(|h| h.as_f64()).unwrap_or(800.0) as f32;
        let rows = ((screen * 0.5 / scale() / crate::display::scene::ROW) as u32).clamp(8, 24);
        parts.with_chart(|chart| {
            chart.resize(width, rows);
            chart.as_of = as_of;
            chart.replays = parts.days.with_untracked(|days| days.len() > 1);
            chart.show(story, voices, layout, columns);
        });
    });
    zoom::keep(parts);
    effect(move || {
        let (focus, pointed) = (event_of(parts, parts.state.focus.get()), event_of(parts, parts.state.pointed.get()));
        parts.with_chart(|chart| {
            if let Some(event) = focus.filter(|&event| chart.focus != Some(event)) {
                chart.reveal(event);
            }
            (chart.focus, chart.pointed) = (focus, pointed);
        });
    });
    canvas
        .attr("aria-hidden", "true")
        .style_live("height", move || rem(height.get()))
        .on("pointerdown", move |ev| hands::down(parts, &ev))
        .on("pointermove", move |ev| hands::moved(parts, &ev))
        .on("pointerup", move |ev| hands::up(parts, &ev))
        .on("pointercancel", move |ev| hands::cancel(parts, &ev))
        .on("pointerleave", move |ev| hands::leave(parts, &ev))
        .on("wheel", move |ev| hands::wheel(parts, &ev))
        .on("dblclick", move |ev| hands::twice(parts, &ev))
}

/// Keeps a signal at the width of an element.
fn follow_width(of: &El, width: Live<f32>) {
    let element = of.element();
    effect(move || {
        let seen = element.clone();
        // At once: what is drawn first has its height before anything below it is seen.
        measure(&element, width);
        on_resize(&element, move || measure(&seen, width));
    });
}

fn measure(element: &Element, width: Live<f32>) {
    rescale();
    let now = element.client_width() as f32 / scale();
    if width.try_get_untracked().is_some_and(|before| before != now) {
        width.set(now);
    }
}

/// Draws again when the page's colours, its type or the pixel ratio change.
fn follow_style(parts: Parts) {
    // The style sheet's own change is through a frame later.
    let restyle = move || {
        next_frame(move || {
            let place = parts.chart.try_get_untracked().flatten();
            let place = place.and_then(|chart| chart.borrow().canvas.parent_element());
            place.into_iter().for_each(|place| measure(&place, parts.width));
            parts.with_chart(Chart::restyle);
        })
    };
    let queries = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(min-resolution: 1.5dppx)"];
    for query in queries {
        if let Ok(Some(query)) = window().match_media(query) {
            on_target(query.into(), "change", false, move |_: web_sys::Event| restyle());
        }
    }
    // The theme is an attribute of the root element.
    let changed = Closure::<dyn FnMut()>::new(restyle);
    let Ok(observer) = web_sys::MutationObserver::new(changed.as_ref().unchecked_ref()) else { return };
    let options = web_sys::MutationObserverInit::new();
    options.set_attributes(true);
    observer.observe_with_options(&parts.state.home.themed(), &options).ok();
    keep(Styles { observer, _changed: changed });
}

/// An observer of the page's colours, and what it calls.
struct Styles {
    observer: web_sys::MutationObserver,
    _changed: Closure<dyn FnMut()>,
}

impl Drop for Styles {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}
