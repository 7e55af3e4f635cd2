//! For benchmarks alone: fills the page with made-up events and lets a harness drive the
//! drawing, through `setup`, `dragRect`, `viewKey` and `zoomStep` on `window`.

use super::Parts;
use super::chart::{AXIS, Chart};
use crate::browser::dom::next_frame;
use crate::event::{Certainty, When};
use crate::facts;
use crate::import::{Article, Record};
use crate::span::Span;
use crate::story::{EventMention, Place, Story, StoryEvent};
use crate::time::{Days, Inferred, Modifier};
use js_sys::{Function, Object, Promise, Reflect};
use leptos::prelude::window;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

const TEXT: &str = "Ministers met in the old town hall. A bridge fell on the north bank of the river.";
const LABELS: [&str; 6] = [
    "Ministers met",
    "A bridge fell",
    "The vote was put off",
    "Rescue teams arrived from the coast",
    "Talks broke down over the price of grain",
    "Fire",
];

/// Puts the functions on `window`.
pub fn offer(parts: Parts) {
    let setup = Closure::<dyn Fn(u32) -> Promise>::new(move |count| {
        let story = story(count);
        Promise::new(&mut |done: Function, _| {
            let start = now();
            parts.state.tell(story.clone());
            // The drawing takes the first frame; in the second it is on the screen.
            next_frame(move || {
                next_frame(move || {
                    done.call1(&JsValue::NULL, &(now() - start).into()).ok();
                });
            });
        })
    });
    let rect = Closure::<dyn Fn() -> JsValue>::new(move || {
        let rect = Object::new();
        parts.with_chart(|chart| {
            let canvas = chart.canvas.get_bounding_client_rect();
            let (x, y) = (canvas.left() + f64::from(chart.gutter()), canvas.top() + f64::from(AXIS));
            for (name, value) in [("x", x), ("y", y), ("w", chart.plot().into()), ("h", chart.stack.height.into())] {
                Reflect::set(&rect, &name.into(), &value.into()).ok();
            }
        });
        rect.into()
    });
    let key = Closure::<dyn Fn() -> String>::new(move || {
        let view = parts.view.try_get_untracked();
        view.map(|view| format!("{}..{}", view.from, view.to)).unwrap_or_default()
    });
    let zoom = Closure::<dyn Fn(i32)>::new(move |step: i32| {
        parts.with_chart(|chart: &mut Chart| {
            let middle = chart.gutter() + chart.plot() / 2.0;
            chart.zoom(if step > 0 { 0.8 } else { 1.25 }, middle);
        });
    });
    for (name, function) in [
        ("setup", setup.into_js_value()),
        ("dragRect", rect.into_js_value()),
        ("viewKey", key.into_js_value()),
        ("zoomStep", zoom.into_js_value()),
    ] {
        Reflect::set(&window(), &name.into(), function.unchecked_ref::<JsValue>()).ok();
    }
}

fn now() -> f64 {
    window().performance().map(|p| p.now()).unwrap_or_default()
}

/// Twenty years of events in five articles: always the same.
fn story(count: u32) -> Story {
    let article = |i: u32| {
        let record = Record {
            id: format!("source {i}"),
            text: TEXT.into(),
            published: Some(format!("2024-0{}-11", i + 1)),
            ..Record::default()
        };
        facts::read(Article::new(record), &facts::Reader::default())
    };
    let mut seed = 7u32;
    let mut random = |below: u32| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) % below
    };
    let mut events: Vec<StoryEvent> = (0..count)
        .map(|i| {
            let from = crate::display::days::date(12_000 + random(7300).cast_signed());
            let (days, modifier) = match random(10) {
                0 => (Days { from: from.first_of_month(), to: from.last_of_month() }, Some(Modifier::Mid)),
                1 => (Days { from: from.first_of_month(), to: from.last_of_month() }, None),
                _ => (Days { from, to: from }, None),
            };
            let mention = EventMention {
                place: Place { article: random(5), span: Span::new(10, 13) },
                sentence: Span::new(0, 35),
                event: 0,
            };
            StoryEvent {
                central: true,
                id: format!("e{i}"),
                label: LABELS[random(6) as usize].into(),
                when: When {
                    days: Some(days),
                    modifier,
                    inferred: if random(3) == 0 { vec![Inferred::Year] } else { Vec::new() },
                    ..When::default()
                },
                places: Vec::new(),
                actors: Vec::new(),
                certainty: Certainty::Reported,
                mentions: vec![mention],
            }
        })
        .collect();
    events.sort_by_key(|e| e.when.days.map(|d| d.from));
    Story { articles: (0..5).map(article).collect(), events, ..Story::default() }
}
