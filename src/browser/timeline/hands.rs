//! Pointers and wheels on the drawing: pan, pinch, zoom, brush, pick.

use super::card::Card;
use super::chart::{AXIS, Chart, OVERVIEW};
use super::ink::scale;
use super::parts::Parts;
use crate::display::days::{View, number};
use crate::display::scene::Hit;
use crate::query::Focus;
use crate::real;
use jiff::civil::Date;
use std::cell::RefCell;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, MouseEvent, PointerEvent, WheelEvent};

/// Fewer pixels than this between press and release are a click.
const SLACK: f32 = 5.0;

/// What a pressed pointer does.
#[derive(Clone, Copy, PartialEq)]
enum Grip {
    /// Moves the plot.
    Plot,
    /// Moves the brush of the overview; how far from its left edge it was taken.
    Brush(f64),
    /// Moves one end of the brush.
    Start,
    End,
    /// Moves the day of knowing.
    AsOf,
}

/// Pointers that are down: id, where now; what they do and how far they went.
#[derive(Default)]
struct Hands {
    down: Vec<(i32, f32, f32)>,
    grip: Option<Grip>,
    moved: f32,
}

thread_local! {
    static HANDS: RefCell<Hands> = RefCell::default();
}

fn at(ev: &MouseEvent) -> (f32, f32) {
    (ev.offset_x() as f32 / scale(), ev.offset_y() as f32 / scale())
}

fn over(chart: &Chart, x: f32, y: f32) -> Option<Hit> {
    chart.scene.hit(x - chart.gutter(), y - AXIS).filter(|_| y < AXIS + chart.stack.height)
}

/// What a press in the overview takes hold of.
fn grip(chart: &Chart, x: f32, y: f32) -> Grip {
    let top = chart.overview_top();
    let beside = chart.handle().map(|handle| (x - chart.gutter() - handle).abs());
    // The dashed line can be taken as well as its handle.
    let line = chart.as_of.is_some() && over(chart, x, y).is_none() && (AXIS..top - 6.0).contains(&y);
    if beside.is_some_and(|by| by < 12.0 && (y - AXIS).abs() < 14.0 || line && by < 5.0) {
        return Grip::AsOf;
    }
    if y < top - 6.0 || y > top + OVERVIEW + 18.0 {
        return Grip::Plot;
    }
    let (whole, plot, left) = (chart.whole(), chart.plot(), chart.gutter());
    let (x0, x1) = (left + whole.x(chart.view.from, plot), left + whole.x(chart.view.to, plot));
    match () {
        () if (x - x0).abs() < 9.0 => Grip::Start,
        () if (x - x1).abs() < 9.0 => Grip::End,
        () if x > x0 && x < x1 => Grip::Brush(whole.at(x - left, plot) - chart.view.from),
        () => Grip::Brush(chart.view.length() / 2.0),
    }
}

/// A pointer comes down.
pub fn down(parts: Parts, ev: &PointerEvent) {
    if ev.button() != 0 {
        return;
    }
    let (x, y) = at(ev);
    if let Some(canvas) = ev.current_target().and_then(|t| t.dyn_into::<HtmlElement>().ok()) {
        canvas.set_pointer_capture(ev.pointer_id()).ok();
    }
    parts.with_chart(|chart| {
        HANDS.with_borrow_mut(|hands| {
            hands.down.retain(|d| d.0 != ev.pointer_id());
            hands.down.push((ev.pointer_id(), x, y));
            if hands.down.len() == 1 {
                hands.moved = 0.0;
                hands.grip = Some(grip(chart, x, y));
                brush(chart, hands.grip, x);
            }
        });
    });
    replay(parts, x);
}

/// A pointer moves: pressed it drags, two of them pinch, else it points.
pub fn moved(parts: Parts, ev: &PointerEvent) {
    let (x, y) = at(ev);
    let dragging = HANDS.with_borrow(|hands| hands.down.iter().any(|d| d.0 == ev.pointer_id()));
    if !dragging {
        point(parts, x, y);
        return;
    }
    parts.with_chart(|chart| {
        HANDS.with_borrow_mut(|hands| {
            let spread = |down: &[(i32, f32, f32)]| match down {
                [a, b, ..] => Some(((a.1 - b.1).hypot(a.2 - b.2).max(20.0), f32::midpoint(a.1, b.1))),
                _ => None,
            };
            let before = spread(&hands.down);
            let mut step = 0.0;
            if let Some(hand) = hands.down.iter_mut().find(|d| d.0 == ev.pointer_id()) {
                step = x - hand.1;
                hands.moved += step.abs() + (y - hand.2).abs();
                (hand.1, hand.2) = (x, y);
            }
            if let (Some((before, middle_before)), Some((after, middle))) = (before, spread(&hands.down)) {
                chart.zoom(f64::from(before / after), middle_before);
                chart.pan(middle_before - middle);
            } else if hands.grip == Some(Grip::Plot) {
                chart.pan(-step);
            } else {
                brush(chart, hands.grip, x);
            }
        });
    });
    replay(parts, x);
    if parts.card.with_untracked(Option::is_some) {
        parts.card.set(None);
    }
}

fn brush(chart: &mut Chart, grip: Option<Grip>, x: f32) {
    let day = chart.whole().at(x - chart.gutter(), chart.plot());
    let view = chart.view;
    let least = chart.whole().length() * 0.002;
    match grip {
        Some(Grip::Brush(from)) => chart.look_at(view.moved(day - from - view.from)),
        Some(Grip::Start) => chart.look_at(View { from: day.min(view.to - least), ..view }),
        Some(Grip::End) => chart.look_at(View { to: day.max(view.from + least), ..view }),
        _ => {}
    }
}

/// The day of knowing follows the pointer that holds its handle, from one publication to the next.
fn replay(parts: Parts, x: f32) {
    if HANDS.with_borrow(|hands| hands.grip != Some(Grip::AsOf) || hands.down.is_empty()) {
        return;
    }
    let at = parts.chart.with_untracked(|chart| {
        let chart = chart.as_ref()?.borrow();
        let x = x - chart.gutter();
        (x < chart.plot() - 3.0).then(|| chart.view.at(x, chart.plot()))
    });
    let day = parts.days.with_untracked(|days| {
        let at = at?;
        let end = |day: Date| f64::from(number(day)) + 1.0;
        let next = days.partition_point(|&day| end(day) < at);
        let (before, after) = (next.checked_sub(1).and_then(|i| days.get(i)), days.get(next));
        match (before, after) {
            (Some(&before), Some(&after)) => Some(if at - end(before) < end(after) - at { before } else { after }),
            (_, only) => only.copied(),
        }
    });
    parts.replay(day);
}

/// A pointer goes up; where it hardly moved, it picks.
pub fn up(parts: Parts, ev: &PointerEvent) {
    let (x, y) = at(ev);
    let click = HANDS.with_borrow_mut(|hands| {
        let own = hands.down.iter().any(|d| d.0 == ev.pointer_id());
        hands.down.retain(|d| d.0 != ev.pointer_id());
        own && hands.down.is_empty() && hands.moved < SLACK && hands.grip == Some(Grip::Plot)
    });
    if click {
        pick(parts, x, y);
    }
}

/// A pointer is taken away by the browser, to scroll the page.
pub fn cancel(parts: Parts, ev: &PointerEvent) {
    HANDS.with_borrow_mut(|hands| hands.down.retain(|d| d.0 != ev.pointer_id()));
    leave(parts, ev);
}

/// A pointer leaves.
pub fn leave(parts: Parts, _: &PointerEvent) {
    parts.card.set(None);
    if parts.state.pointed.with_untracked(|p| *p != Focus::Nothing) {
        parts.state.pointed.set(Focus::Nothing);
    }
}

/// The wheel zooms; sideways it pans; where nothing is left to zoom, the page scrolls.
pub fn wheel(parts: Parts, ev: &WheelEvent) {
    let unit = if ev.delta_mode() == WheelEvent::DOM_DELTA_PIXEL { 1.0 } else { 24.0 };
    let (dx, dy) = (ev.delta_x() * unit, ev.delta_y() * unit);
    let (x, _) = at(ev);
    let mut taken = true;
    parts.with_chart(|chart| {
        if dx.abs() > dy.abs() || ev.shift_key() {
            chart.pan((if dx == 0.0 { dy } else { dx }) as f32 / scale());
        } else {
            // A pinch on a touch pad comes as a wheel with Ctrl, in smaller steps.
            let speed = if ev.ctrl_key() { 0.01 } else { 0.0022 };
            taken = chart.zoom(real::exp((dy * speed).clamp(-0.7, 0.7)), x);
        }
    });
    if taken {
        ev.prevent_default();
    }
    parts.card.set(None);
}

/// Two clicks zoom in.
pub fn twice(parts: Parts, ev: &MouseEvent) {
    let (x, y) = at(ev);
    parts.with_chart(|chart| {
        if over(chart, x, y).is_none() && y < chart.overview_top() {
            let still = chart.view.at(x - chart.gutter(), chart.plot());
            chart.fly_to(chart.view.zoomed(0.4, still));
        }
    });
}

/// Tells of what lies under the pointer.
fn point(parts: Parts, x: f32, y: f32) {
    let mut card = None;
    let mut event = None;
    parts.chart.with_untracked(|chart| {
        let Some(chart) = chart else { return };
        let chart = chart.borrow();
        let hit = over(&chart, x, y);
        let cursor = match (hit, grip(&chart, x, y)) {
            (_, Grip::AsOf) => "ew-resize",
            (Some(_), _) => "pointer",
            (None, Grip::Plot) => "grab",
            (None, Grip::Brush(_)) => "grab",
            (None, _) => "ew-resize",
        };
        web_sys::HtmlElement::style(&chart.canvas).set_property("cursor", cursor).ok();
        let (left, scene) = (chart.gutter(), &chart.scene);
        match hit {
            Some(Hit::Item(i)) => {
                event = scene.items.get(i).map(|item| item.event);
                card = scene.items.get(i).map(|item| Card::event(item.event, x.max(left), AXIS + item.y));
            }
            Some(Hit::Bin(i)) => card = scene.bins.get(i).map(|bin| Card::bin(bin, x, AXIS + bin.y0)),
            Some(Hit::Flag(i)) => {
                card = scene.flags.get(i).map(|f| Card::articles(f.articles.clone(), left + f.x, AXIS + f.y));
            }
            None => {}
        }
    });
    let pointed = event.map_or(Focus::Nothing, Focus::Event);
    if parts.state.pointed.get_untracked() != pointed {
        parts.state.pointed.set(pointed);
    }
    if parts.card.with_untracked(|c| *c != card) {
        parts.card.set(card);
    }
}

/// Opens what lies under a click.
fn pick(parts: Parts, x: f32, y: f32) {
    let mut focus = Focus::Nothing;
    parts.with_chart(|chart| match over(chart, x, y) {
        Some(Hit::Item(i)) => focus = chart.scene.items.get(i).map_or(Focus::Nothing, |i| Focus::Event(i.event)),
        Some(Hit::Flag(i)) => {
            let article = chart.scene.flags.get(i).and_then(|f| f.articles.first());
            focus = article.map_or(Focus::Nothing, |&a| Focus::Article(a));
        }
        Some(Hit::Bin(i)) => {
            if let Some(bin) = chart.scene.bins.get(i) {
                chart.fly_to(View { from: bin.from, to: bin.to }.padded(0.1));
            }
        }
        None => {}
    });
    if focus == Focus::Nothing {
        point(parts, x, y);
    } else {
        parts.state.attend(focus);
    }
}
