//! The timeline: a drawing over a list, both of the same events.

#[cfg(feature = "bench-page")]
mod bench;
mod card;
mod chart;
mod hands;
mod ink;
mod legend;
mod list;
mod paint;
mod tools;
mod undated;

use crate::browser::state::State;
use crate::display::days::{self, View};
use crate::display::timeline::{Layout, Timeline as Columns};
use crate::display::voices::Voices;
use crate::query::Focus;
use card::Card;
use chart::{Chart, Handle, redraw};
use leptos::html::{Canvas, Div};
use leptos::prelude::*;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// Below this width, in CSS pixels, the timeline stands upright as a list.
const UPRIGHT: f32 = 520.0;

/// What the parts of the timeline share.
#[derive(Clone, Copy)]
pub struct Parts {
    state: State,
    /// The sources.
    voices: Memo<Arc<Voices>>,
    /// Lanes and marks of what is selected.
    columns: Memo<Arc<Columns>>,
    /// How lanes are laid out.
    layout: Memo<Layout>,
    /// Whether the list is shown in place of the drawing.
    listed: Memo<bool>,
    /// Width of the place for the timeline.
    width: RwSignal<f32>,
    /// What is in view; written after each frame.
    view: RwSignal<View>,
    /// What is told of beside the drawing.
    card: RwSignal<Option<Card>>,
    /// The drawing, once it is in the page.
    chart: StoredValue<Option<Handle>, LocalStorage>,
}

impl Parts {
    /// Does something to the drawing and draws it again.
    fn with_chart(&self, change: impl FnOnce(&mut Chart)) {
        self.chart.with_value(|chart| {
            if let Some(chart) = chart {
                change(&mut chart.borrow_mut());
                redraw(chart);
            }
        });
    }

    /// Whether there is no room for a drawing.
    fn upright(&self) -> bool {
        self.width.with(|&width| 0.0 < width && width < UPRIGHT)
    }

    /// Events in the order of the list: those with a date, then those without.
    fn order(&self) -> Vec<u32> {
        self.columns.with(|c| c.dated.iter().chain(&c.undated).copied().collect())
    }
}

/// One of the timeline's own settings in the address.
fn setting(state: State, name: &'static str) -> Memo<String> {
    Memo::new(move |_| {
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
#[component]
pub fn Timeline() -> impl IntoView {
    let state = State::get();
    let voices = Memo::new(move |_| Arc::new(Voices::new(&state.story())));
    let lanes = setting(state, "lanes");
    let layout = Memo::new(move |_| if lanes.get() == "sources" { Layout::Sources } else { Layout::Merged });
    let width = RwSignal::new(0.0f32);
    let listed = Memo::new(move |_| lanes.get() == "list" || (0.0 < width.get() && width.get() < UPRIGHT));
    let columns = Memo::new(move |_| {
        let (story, selection) = (state.story(), state.selection.get());
        let last = state.query.with(|query| query.as_of);
        let published = |article: u32| {
            let day = story.articles.get(article as usize).and_then(|f| f.article.published_date());
            last.is_none_or(|last| day.is_some_and(|day| day <= last))
        };
        let voices = voices.get();
        let mut columns = Columns::new(&story, &voices, layout.get(), selection.events.iter(), published);
        if last.is_some() {
            // As the reader goes from day to day, time itself stays where it is.
            let all = 0..story.events.len() as u32;
            columns.whole = Columns::new(&story, &voices, Layout::Merged, all, |_| true).whole;
        }
        Arc::new(columns)
    });
    let parts = Parts {
        state,
        voices,
        columns,
        layout,
        listed,
        width,
        view: RwSignal::new(View { from: 0.0, to: 1.0 }),
        card: RwSignal::new(None),
        chart: StoredValue::new_local(None),
    };
    #[cfg(feature = "bench-page")]
    bench::offer(parts);
    let frame: NodeRef<Div> = NodeRef::new();
    follow_width(frame, width);
    view! {
        <div class="timeline-frame" class:is-list=listed node_ref=frame>
            {tools::tools(parts)}
            <div class="timeline-body">
                {draw(parts)}
                {list::list(parts)}
                {card::card(parts)}
            </div>
            {legend::legend(parts)}
            {undated::undated(parts)}
        </div>
    }
}

/// The canvas; what it shows stands in the list for those who do not see it.
fn draw(parts: Parts) -> impl IntoView {
    let canvas: NodeRef<Canvas> = NodeRef::new();
    let height = RwSignal::new(0.0f32);
    Effect::new(move || {
        let Some(canvas) = canvas.get() else { return };
        let told = move |new_height: f32, view: View| {
            if height.get_untracked() != new_height {
                height.set(new_height);
            }
            if parts.view.get_untracked() != view {
                parts.view.set(view);
            }
        };
        let Some(mut chart) = Chart::new(canvas, Box::new(told)) else { return };
        chart.restyle();
        parts.chart.set_value(Some(Rc::new(RefCell::new(chart))));
        follow_style(parts);
    });
    // The canvas comes first, then what it shows: the order of the effects is that of the code.
    Effect::new(move || {
        let (width, columns, layout, voices) =
            (parts.width.get(), parts.columns.get(), parts.layout.get(), parts.voices.get());
        let story = parts.state.story_now();
        let as_of = parts.state.query.with(|q| q.as_of).map(|day| f64::from(days::number(day)) + 1.0);
        canvas.track();
        let screen = window().inner_height().ok().and_then(|h| h.as_f64()).unwrap_or(800.0) as f32;
        let rows = ((screen * 0.5 / crate::display::scene::ROW) as u32).clamp(8, 24);
        parts.with_chart(|chart| {
            chart.resize(width, rows);
            chart.as_of = as_of;
            chart.show(story, voices, layout, columns);
        });
    });
    Effect::new(move || {
        let (focus, pointed) = (event_of(parts, parts.state.focus.get()), event_of(parts, parts.state.pointed.get()));
        parts.with_chart(|chart| {
            if let Some(event) = focus.filter(|&event| chart.focus != Some(event)) {
                chart.reveal(event);
            }
            (chart.focus, chart.pointed) = (focus, pointed);
        });
    });
    view! {
        <canvas
            class="timeline-canvas"
            node_ref=canvas
            aria-hidden="true"
            style:height=move || format!("{}px", height.get())
            on:pointerdown=move |ev| hands::down(parts, &ev)
            on:pointermove=move |ev| hands::moved(parts, &ev)
            on:pointerup=move |ev| hands::up(parts, &ev)
            on:pointercancel=move |ev| hands::cancel(parts, &ev)
            on:pointerleave=move |ev| hands::leave(parts, &ev)
            on:wheel=move |ev| hands::wheel(parts, &ev)
            on:dblclick=move |ev| hands::twice(parts, &ev)
        ></canvas>
    }
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
fn follow_width(of: NodeRef<Div>, width: RwSignal<f32>) {
    Effect::new(move || {
        let Some(element) = of.get() else { return };
        let seen = element.clone();
        let changed = Closure::<dyn FnMut()>::new(move || {
            let now = seen.client_width() as f32;
            if width.try_get_untracked().is_some_and(|before| before != now) {
                width.set(now);
            }
        });
        let Ok(observer) = web_sys::ResizeObserver::new(changed.as_ref().unchecked_ref()) else { return };
        observer.observe(&element);
        let kept = StoredValue::new_local((observer, changed));
        on_cleanup(move || kept.with_value(|kept| kept.0.disconnect()));
    });
}

/// Draws again when the page's colours or the pixel ratio change.
fn follow_style(parts: Parts) {
    let restyle = Closure::<dyn FnMut()>::new(move || {
        // The style sheet's own change is through a frame later.
        request_animation_frame(move || parts.with_chart(Chart::restyle));
    });
    let queries = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(min-resolution: 1.5dppx)"];
    for query in queries {
        if let Ok(Some(query)) = window().match_media(query) {
            query.add_event_listener_with_callback("change", restyle.as_ref().unchecked_ref()).ok();
        }
    }
    // The theme is an attribute of the root element.
    if let (Ok(observer), Some(root)) =
        (web_sys::MutationObserver::new(restyle.as_ref().unchecked_ref()), document().document_element())
    {
        let options = web_sys::MutationObserverInit::new();
        options.set_attributes(true);
        observer.observe_with_options(&root, &options).ok();
    }
    restyle.forget();
}
