//! For benchmarks alone: fills the page with made-up events and lets a harness drive the
//! drawing, through `setup`, `dragRect`, `viewKey` and `zoomStep` on `window`; `filters` times
//! queries. `benches/page/` is one such harness.

use super::chart::{AXIS, Chart};
use super::parts::Parts;
use crate::browser::dom::next_frame;
use crate::browser::worker::Known;
use crate::query::made::{self, Size};
use crate::query::{Index, select};
use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::window;
use std::sync::Arc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Puts the functions on `window`.
pub fn offer(parts: Parts) {
    let setup = Closure::<dyn Fn(u32) -> Promise>::new(move |count| {
        let mut story = Some(made::story(Size::long(count)));
        Promise::new(&mut |done: Function, _| {
            let start = now();
            parts.state.tell(story.take().unwrap_or_default(), Known::default());
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
            let css = |units: f32| f64::from(units * super::ink::scale());
            let (x, y) = (canvas.left() + css(chart.gutter()), canvas.top() + css(AXIS));
            for (name, value) in [("x", x), ("y", y), ("w", css(chart.plot())), ("h", css(chart.stack.height))] {
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
    let filters = Closure::<dyn Fn(u32) -> JsValue>::new(|count: u32| times(count).into());
    for (name, function) in [
        ("filters", filters.into_js_value()),
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

/// Median and worst milliseconds of every query over so many events, and how many events it leaves.
fn times(count: u32) -> Array {
    let start = now();
    let index = Index::new(Arc::new(made::story(Size::many(count))));
    let built = now() - start;
    let rounds = |asked: &made::Asked| {
        let query = made::query(&index, asked);
        let mut size = 0;
        let mut each: Vec<f64> = (0..21)
            .map(|_| {
                let start = now();
                size = select(&index, &query).size;
                now() - start
            })
            .collect();
        each.sort_unstable_by(f64::total_cmp);
        Array::of4(&asked.0.into(), &each[10].into(), &each[20].into(), &(size as u32).into())
    };
    let all: Array = made::ASKED.iter().map(rounds).collect();
    all.unshift(&Array::of2(&"made and read into columns".into(), &built.into()));
    all
}
