//! The timeline: a drawing over a list, both of the same events.

#[cfg(feature = "bench-page")]
mod bench;
mod card;
mod chart;
mod hands;
mod ink;
mod later;
mod legend;
mod list;
mod paint;
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
use crate::query::Focus;
use card::Card;
use chart::{Chart, Handle, redraw};
use ink::{rem, rescale, scale};
use jiff::civil::Date;
use leptos::prelude::window;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlCanvasElement};

/// Below this width, in the drawing's own units, the timeline stands upright as a list.
const UPRIGHT: f32 = 520.0;

/// What the parts of the timeline share.
#[derive(Clone, Copy)]
pub struct Parts {
    state: State,
    /// The sources.
    voices: Derived<Arc<Voices>>,
    /// Lanes and marks of what is selected.
    columns: Derived<Arc<Columns>>,
    /// Days on which articles were published, each once, in order.
    days: Derived<Arc<Vec<Date>>>,
    /// How lanes are laid out.
    layout: Derived<Layout>,
    /// Whether the list is shown in place of the drawing.
    listed: Derived<bool>,
    /// Width of the place for the timeline, in the drawing's own units.
    width: Live<f32>,
    /// What is in view; written after each frame.
    view: Live<View>,
    /// What is told of beside the drawing.
    card: Live<Option<Card>>,
    /// The drawing, once it is in the page.
    chart: Live<Option<Handle>>,
}

impl Parts {
    /// Does something to the drawing and draws it again.
    fn with_chart(&self, change: impl FnOnce(&mut Chart)) {
        if let Some(chart) = self.chart.try_get_untracked().flatten() {
            change(&mut chart.borrow_mut());
            redraw(&chart);
        }
    }

    /// Whether there is no room for a drawing.
    fn upright(&self) -> bool {
        self.width.with(|&width| 0.0 < width && width < UPRIGHT) || self.columns.with(|c| c.whole.is_none())
    }

    /// Shows the story as it stood at the end of a day, or as it is.
    fn replay(&self, day: Option<Date>) {
        if self.state.query.with_untracked(|query| query.as_of) != day {
            self.state.query.update(|query| query.as_of = day);
        }
    }

    /// Events in the order of the list: those with a date, then those without.
    fn order(&self) -> Vec<u32> {
        self.columns.with(|c| c.dated.iter().chain(&c.undated).copied().collect())
    }
}

/// One of the timeline's own settings in the address.
fn setting(state: State, name: &'static str) -> Derived<String> {
    Derived::new(move || {
        let more = state.more.get();
        more.into_iter().find(|(key, _)| key == name).map(|(_, value)| value).unwrap_or_default()
    })
}

fn set_setting(state: State, name: &'static str, value: &str) {
    state.more.update(|more| {
        more.retain(|(key, _)| key != name);
        if !value.is_empty() {
            more.push((name.to_owned(), value.to_owned()));
        }
    });
}

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
        .child(el("div").class("timeline-body").child(draw(parts)).child(list::list(parts)).child(card::card(parts)))
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

/// The event that a focus stands for on the timeline.
fn event_of(parts: Parts, focus: Focus) -> Option<u32> {
    match focus {
        Focus::Event(event) => Some(event),
        Focus::Row(row) => parts.state.story_now().rows.get(row as usize).map(|r| r.event),
        Focus::Place(place) => {
            let story = parts.state.story_now();
            let told = |m: &crate::story::EventMention| {
                m.place.article == place.article && (m.sentence == place.span || m.place.span.overlaps(place.span))
            };
            story.events.iter().position(|e| e.mentions.iter().any(told)).map(|i| i as u32)
        }
        _ => None,
    }
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
