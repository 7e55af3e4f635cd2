//! Draws a scene on the canvas.

use super::chart::{AXIS, Chart, OVERVIEW};
use super::ink::scale;
use crate::browser::parts::OUTLINES;
use crate::display::scene::{Bin, DOT, Flag, Item, PIP, ROW, fit};
use crate::display::strings::{fill, word};
use crate::display::ticks;
use crate::display::timeline::{Layout, Look};
use crate::display::voices::Voices;
use crate::story::Thing;
use leptos::prelude::window;
use std::f64::consts::{PI, TAU};
use web_sys::{CanvasRenderingContext2d, Path2d};

/// Height of a bar.
const BAR: f32 = 18.0;

/// The canvas with its coordinates in `f32`, as the scene has them.
struct Brush<'a>(&'a CanvasRenderingContext2d);

impl Brush<'_> {
    fn fill(&self, color: &str) {
        self.0.set_fill_style_str(color);
    }

    fn stroke(&self, color: &str, width: f64) {
        self.0.set_stroke_style_str(color);
        self.0.set_line_width(width);
    }

    fn alpha(&self, alpha: f64) {
        self.0.set_global_alpha(alpha);
    }

    fn rect(&self, x: f32, y: f32, width: f32, height: f32) {
        self.0.fill_rect(x.into(), y.into(), width.into(), height.into());
    }

    fn round(&self, x: f32, y: f32, width: f32, height: f32, radius: f64) {
        self.0.begin_path();
        self.0.round_rect_with_f64(x.into(), y.into(), width.into(), height.into(), radius).ok();
    }

    fn line(&self, x0: f32, y0: f32, x1: f32, y1: f32) {
        self.0.begin_path();
        self.0.move_to(x0.into(), y0.into());
        self.0.line_to(x1.into(), y1.into());
        self.0.stroke();
    }

    /// A hairline down, sharp at every pixel ratio.
    fn down(&self, x: f32, y0: f32, y1: f32) {
        let x = x.floor() + 0.5;
        self.line(x, y0, x, y1);
    }

    fn circle(&self, x: f32, y: f32, radius: f64) {
        self.0.begin_path();
        self.0.arc(x.into(), y.into(), radius, 0.0, TAU).ok(); // Fails only for a negative radius.
    }

    fn text(&self, text: &str, x: f32, y: f32) {
        self.0.fill_text(text, x.into(), y.into()).ok();
    }

    /// Draws with the origin elsewhere and nothing beyond a box.
    fn within(&self, x: f32, y: f32, width: f32, height: f32, draw: impl FnOnce()) {
        self.0.save();
        self.0.translate(x.into(), y.into()).ok();
        self.0.begin_path();
        self.0.rect(0.0, 0.0, width.into(), height.into());
        self.0.clip();
        draw();
        self.0.restore();
    }

    /// The shape of a voice.
    fn shape(&self, slot: u32, x: f32, y: f32, size: f64) {
        let Some(path) = OUTLINES.get(slot as usize).and_then(|o| Path2d::new_with_path_string(o).ok()) else { return };
        self.0.save();
        self.0.translate(f64::from(x) - size / 2.0, f64::from(y) - size / 2.0).ok();
        self.0.scale(size / 16.0, size / 16.0).ok();
        self.0.fill_with_path_2d(&path);
        self.0.restore();
    }
}

/// Draws all of a chart.
pub fn paint(chart: &Chart) {
    let (width, height) = (chart.width, chart.height());
    let ratio = window().device_pixel_ratio().max(1.0) * f64::from(scale());
    let pixels = |length: f32| (f64::from(length) * ratio).round() as u32;
    if (chart.canvas.width(), chart.canvas.height()) != (pixels(width), pixels(height)) {
        chart.canvas.set_width(pixels(width));
        chart.canvas.set_height(pixels(height));
    }
    let brush = Brush(&chart.context);
    brush.0.set_transform(ratio, 0.0, 0.0, ratio, 0.0, 0.0).ok();
    brush.alpha(1.0);
    brush.0.clear_rect(0.0, 0.0, width.into(), height.into());
    brush.0.set_text_baseline("middle");
    names(chart, &brush);
    axis(chart, &brush);
    let lanes = chart.stack.height;
    brush.within(chart.gutter(), AXIS, chart.plot(), lanes, || {
        veil(chart, &brush);
        threads(chart, &brush);
        brush.0.set_font(&chart.label_type.font);
        bins(chart, &brush);
        chart.scene.flags.iter().for_each(|flag| draw_flag(chart, &brush, flag));
        chart.scene.items.iter().for_each(|item| mark(chart, &brush, item));
        chart.scene.items.iter().for_each(|item| label(chart, &brush, item));
        chart.scene.items.iter().for_each(|item| by_hand(chart, &brush, item));
        as_of(chart, &brush);
    });
    handle(chart, &brush);
    overview(chart, &brush);
}

/// Names of the lanes, and the lines between them.
fn names(chart: &Chart, brush: &Brush) {
    let gutter = chart.gutter();
    brush.stroke(&chart.ink.line, 1.0);
    for (index, (lane, &(top, ..))) in chart.timeline.lanes.iter().zip(&chart.stack.lanes).enumerate() {
        let y = (AXIS + top).floor() + 0.5;
        brush.line(0.0, y, chart.width, y);
        if chart.timeline.lanes.len() < 2 {
            continue;
        }
        let others = chart.voices.list.len().saturating_sub(index);
        let name = match lane.voice.and_then(|v| chart.voices.list.get(v as usize)) {
            Some(voice) => voice.name.clone(),
            None => fill(word("lanes.more"), &[&others.to_string()]),
        };
        let middle = y + 18.0;
        let mut x = 2.0;
        if let Some(voice) = lane.voice {
            brush.fill(chart.ink.voice(Voices::slot(voice)));
            brush.shape(Voices::slot(voice), x + 6.0, middle, 12.0);
            x += 18.0;
        }
        let measure = |text: &str| chart.label_type.width(text);
        if let Some((name, _)) = fit(&name, gutter - x - 8.0, &measure) {
            brush.fill(&chart.ink.ink);
            brush.0.set_font(&chart.label_type.font);
            brush.text(&name, x, middle);
        }
    }
    let y = (AXIS + chart.stack.height).floor() + 0.5;
    brush.line(0.0, y, chart.width, y);
}

fn axis(chart: &Chart, brush: &Brush) {
    let bottom = AXIS + chart.stack.height;
    brush.within(chart.gutter(), 0.0, chart.plot(), bottom, || {
        brush.0.set_font(&chart.axis_type.font);
        brush.stroke(&chart.ink.line, 1.0);
        for tick in &chart.scene.axis.lower {
            brush.alpha(if tick.strong { 1.0 } else { 0.55 });
            brush.down(tick.x, AXIS - 20.0, bottom);
        }
        brush.alpha(1.0);
        for tick in chart.scene.axis.upper.iter().filter(|t| t.x > 0.0) {
            brush.down(tick.x, 4.0, AXIS);
        }
        brush.fill(&chart.ink.soft);
        chart.scene.axis.lower.iter().for_each(|tick| brush.text(&tick.label, tick.label_x, AXIS - 11.0));
        brush.fill(&chart.ink.ink);
        chart.scene.axis.upper.iter().for_each(|tick| brush.text(&tick.label, tick.label_x, 13.0));
    });
}

/// One event in several lanes.
fn threads(chart: &Chart, brush: &Brush) {
    for thread in &chart.scene.threads {
        let attended = [chart.focus, chart.pointed].contains(&Some(thread.event));
        let (color, width) = if attended { (&chart.ink.accent, 2.0) } else { (&chart.ink.line, 1.0) };
        brush.stroke(color, width);
        brush.down(thread.x, thread.y0, thread.y1);
    }
}

/// Columns from a lane's foot, as high as they are full.
fn bins(chart: &Chart, brush: &Brush) {
    let mut most = vec![1u32; chart.timeline.lanes.len()];
    for bin in &chart.scene.bins {
        if let Some(most) = most.get_mut(bin.lane as usize) {
            *most = bin.count.max(*most);
        }
    }
    for bin in &chart.scene.bins {
        let most = most.get(bin.lane as usize).copied().unwrap_or(1);
        let height = column(bin, most);
        let voice = chart.timeline.lanes.get(bin.lane as usize).and_then(|l| l.voice);
        brush.fill(voice.map_or(&chart.ink.ink, |v| chart.ink.voice(Voices::slot(v))));
        brush.alpha(0.2);
        brush.rect(bin.x0, bin.y1 - height, bin.x1 - bin.x0, height);
        brush.alpha(1.0);
        brush.rect(bin.x0, bin.y1 - height, bin.x1 - bin.x0, 1.5);
        brush.fill(&chart.ink.ink);
        let text = short_number(bin.count);
        let (x0, x1, width) = (bin.x0.max(0.0), bin.x1.min(chart.plot()), chart.label_type.width(&text));
        if x1 - x0 >= width + 2.0 {
            brush.text(&text, f32::midpoint(x0, x1) - width / 2.0, bin.y1 - 11.0);
        }
    }
}

fn column(bin: &Bin, most: u32) -> f32 {
    let whole = bin.y1 - bin.y0;
    (whole * bin.count as f32 / most as f32).max((ROW - 2.0).min(whole))
}

fn short_number(count: u32) -> String {
    if count < 10_000 { count.to_string() } else { [&(count / 1000).to_string(), "k"].concat() }
}

/// A page with a turned corner, and a dotted line down its lane.
fn draw_flag(chart: &Chart, brush: &Brush, flag: &Flag) {
    let Some(&(top, rows, _)) = chart.stack.lanes.get(flag.lane as usize) else { return };
    let slots = flag.articles.iter().fold(0u8, |slots, &a| slots | 1 << Voices::slot(chart.voices.of(a)));
    let color = chart.ink.of_slots(slots);
    brush.stroke(color, 1.0);
    brush.alpha(0.45);
    brush.0.set_line_dash(&js_sys::Array::of2(&1.into(), &3.into())).ok();
    brush.down(flag.x, flag.y + 7.0, top + rows as f32 * ROW + ROW);
    brush.0.set_line_dash(&js_sys::Array::new()).ok();
    brush.alpha(1.0);
    let (x, y) = (f64::from(flag.x), f64::from(flag.y));
    brush.0.begin_path();
    for (step, (dx, dy)) in [(-4.5, -6.0), (1.0, -6.0), (4.5, -2.5), (4.5, 6.0), (-4.5, 6.0)].into_iter().enumerate() {
        if step == 0 { brush.0.move_to(x + dx, y + dy) } else { brush.0.line_to(x + dx, y + dy) }
    }
    brush.0.close_path();
    brush.fill(&chart.ink.paper);
    brush.0.fill();
    brush.stroke(color, 1.4);
    brush.0.stroke();
    brush.line(flag.x - 2.0, flag.y + 0.5, flag.x + 2.0, flag.y + 0.5);
    brush.line(flag.x - 2.0, flag.y + 3.0, flag.x + 2.0, flag.y + 3.0);
    if flag.articles.len() > 1 {
        brush.0.set_font(&chart.axis_type.font);
        brush.fill(&chart.ink.soft);
        brush.text(&["×", &flag.articles.len().to_string()].concat(), flag.x + 8.0, flag.y);
        brush.0.set_font(&chart.label_type.font);
    }
}

fn mark(chart: &Chart, brush: &Brush, item: &Item) {
    let own = chart.timeline.lanes.get(item.lane as usize).and_then(|l| l.voice);
    let color = match own {
        Some(voice) if chart.layout == Layout::Sources => chart.ink.voice(Voices::slot(voice)),
        _ => chart.ink.of_slots(item.slots),
    };
    let attended = chart.focus == Some(item.event) || chart.pointed == Some(item.event);
    let middle = f32::midpoint(item.x0, item.x1);
    if attended {
        brush.stroke(&chart.ink.accent, if chart.focus == Some(item.event) { 2.5 } else { 1.5 });
        if item.dot {
            brush.circle(middle, item.y, f64::from(DOT) / 2.0 + 4.0);
        } else {
            let (x0, x1) = (item.x0.max(-4.0), item.x1.min(chart.plot() + 4.0));
            brush.round(x0 - 2.0, item.y - BAR / 2.0 - 2.0, x1 - x0 + 4.0, BAR + 4.0, 5.0);
        }
        brush.0.stroke();
    }
    brush.fill(color);
    if item.dot {
        dot(chart, brush, item, middle, color)
    } else {
        bar(chart, brush, item)
    }
    for (flag, x, sign) in [(Look::OPEN_START, item.x0, -1.0), (Look::OPEN_END, item.x1, 1.0)] {
        if item.look.has(flag) {
            brush.stroke(color, 1.8);
            let tip = x + sign * 18.0;
            brush.line(x + sign * 2.0, item.y, tip, item.y);
            brush.line(tip, item.y, tip - sign * 5.0, item.y - 4.5);
            brush.line(tip, item.y, tip - sign * 5.0, item.y + 4.5);
        }
    }
}

fn dot(chart: &Chart, brush: &Brush, item: &Item, x: f32, color: &str) {
    let radius = f64::from(DOT) / 2.0;
    if item.look.has(Look::SOFT_START) || item.look.has(Look::SOFT_END) {
        for (part, alpha) in [(1.0, 0.14), (0.6, 0.2)] {
            brush.alpha(alpha);
            brush.circle(x, item.y, radius + 5.0 * part);
            brush.0.fill();
        }
        brush.alpha(1.0);
    }
    if item.look.has(Look::INFERRED) {
        brush.circle(x, item.y, radius - 1.0);
        brush.fill(&chart.ink.paper);
        brush.0.fill();
        brush.stroke(color, 2.0);
        brush.0.stroke();
    } else {
        brush.circle(x, item.y, radius);
        brush.0.fill();
    }
}

/// A bar: filled where stated, an outline where inferred; a vague end fades, a known one has an edge.
fn bar(chart: &Chart, brush: &Brush, item: &Item) {
    let (x0, x1) = (item.x0.max(-20.0), item.x1.min(chart.plot() + 20.0));
    let (width, top) = (x1 - x0, item.y - BAR / 2.0);
    let fade = (item.x1 - item.x0).min(160.0) * 0.45;
    let soft = (item.look.has(Look::SOFT_START), item.look.has(Look::SOFT_END));
    let hollow = item.look.has(Look::INFERRED);
    let slice = |x: f32, width: f32, strength: f64| {
        if !hollow {
            brush.alpha(0.24 * strength);
            brush.rect(x, top, width, BAR);
        }
        brush.alpha(strength);
        brush.rect(x, top, width, 1.5);
        brush.rect(x, top + BAR - 1.5, width, 1.5);
    };
    let (from, to) = (if soft.0 { x0 + fade } else { x0 }, if soft.1 { x1 - fade } else { x1 });
    slice(from, (to - from).max(0.0), 1.0);
    const STEPS: u8 = 12;
    for step in 0..STEPS {
        // Half a cosine: the fade has no visible beginning.
        let strength = (1.0 - js_sys::Math::cos(PI * (f64::from(step) + 0.5) / f64::from(STEPS))) / 2.0;
        let (part, at) = (fade / f32::from(STEPS), f32::from(step));
        if soft.0 {
            slice(x0 + at * part, part, strength);
        }
        if soft.1 {
            slice(x1 - (at + 1.0) * part, part, strength);
        }
    }
    brush.alpha(1.0);
    let edge = |x: f32| brush.rect(x, top, 2.5f32.min(width), BAR);
    if !soft.0 {
        edge(x0);
    }
    if !soft.1 {
        edge(x1 - 2.5);
    }
}

fn label(chart: &Chart, brush: &Brush, item: &Item) {
    let Some(label) = &item.label else { return };
    let unsure = item.look.has(Look::UNSURE);
    if unsure {
        brush.0.set_font(&["italic ", &chart.label_type.font].concat());
    }
    let text = chart.label_type.width(&label.text);
    if chart.focus == Some(item.event) || chart.pointed == Some(item.event) {
        brush.fill(&chart.ink.accent);
        brush.rect(label.x, item.y + 8.0, text, 1.5);
    }
    brush.fill(&chart.ink.ink);
    brush.text(&label.text, label.x, item.y);
    if unsure {
        brush.0.set_font(&chart.label_type.font);
    }
    if label.width > text + 1.0 {
        let mut x = label.x + text + 4.0 + PIP / 2.0;
        for slot in (0..8).filter(|slot| item.slots & 1 << slot != 0) {
            brush.fill(chart.ink.voice(slot));
            brush.shape(slot, x, item.y, 8.0);
            x += PIP;
        }
    }
}

/// A pen beside what a person corrected or noted.
fn by_hand(chart: &Chart, brush: &Brush, item: &Item) {
    if chart.story.hand.on(Thing::Event(item.event)).next().is_some() {
        brush.fill(&chart.ink.accent);
        brush.text("✎", item.x0.max(0.0) - 6.0, item.y - 8.0);
    }
}

/// The days of which nothing was known yet, shaded.
fn veil(chart: &Chart, brush: &Brush) {
    let Some(day) = chart.as_of else { return };
    let x = chart.view.x(day, chart.plot()).max(0.0);
    brush.fill(&chart.ink.line);
    brush.alpha(0.35);
    brush.rect(x, 0.0, (chart.plot() - x).max(0.0), chart.stack.height);
    brush.alpha(1.0);
}

/// The handle that is drawn along the axis to see the story as it stood.
fn handle(chart: &Chart, brush: &Brush) {
    let Some(x) = chart.handle().map(|x| x + chart.gutter()) else { return };
    brush.fill(&chart.ink.accent);
    brush.round(x - 6.0, AXIS - 9.0, 12.0, 18.0, 3.0);
    brush.0.fill();
    brush.stroke(&chart.ink.paper, 1.0);
    brush.down(x - 2.0, AXIS - 4.0, AXIS + 4.0);
    brush.down(x + 1.0, AXIS - 4.0, AXIS + 4.0);
}

/// The dashed line of the day of knowing.
fn as_of(chart: &Chart, brush: &Brush) {
    let Some(day) = chart.as_of else { return };
    let x = chart.view.x(day, chart.plot());
    brush.stroke(&chart.ink.accent, 1.5);
    brush.0.set_line_dash(&js_sys::Array::of2(&5.into(), &4.into())).ok();
    brush.down(x, 0.0, chart.stack.height);
    brush.0.set_line_dash(&js_sys::Array::new()).ok();
}

/// The whole of time: a histogram, dates, and a brush around what is in view.
fn overview(chart: &Chart, brush: &Brush) {
    let (left, top, plot) = (chart.gutter(), chart.overview_top(), chart.plot());
    let whole = chart.whole();
    let most = chart.density.iter().copied().max().unwrap_or(0).max(1) as f32;
    let each = plot / chart.density.len().max(1) as f32;
    let (x0, x1) = (left + whole.x(chart.view.from, plot), left + whole.x(chart.view.to, plot));
    brush.fill(&chart.ink.accent);
    brush.alpha(0.1);
    brush.rect(x0, top, x1 - x0, OVERVIEW);
    brush.alpha(1.0);
    for (bin, &count) in chart.density.iter().enumerate().filter(|d| *d.1 > 0) {
        let height = (OVERVIEW - 3.0) * (count as f32 / most).sqrt();
        let x = left + bin as f32 * each;
        let inside = x + each >= x0 && x <= x1;
        brush.fill(if inside { &chart.ink.ink } else { &chart.ink.soft });
        brush.alpha(if inside { 0.75 } else { 0.45 });
        brush.rect(x, top + OVERVIEW - height, (each - 0.5).max(1.0), height);
    }
    brush.alpha(1.0);
    if let Some(day) = chart.as_of {
        brush.stroke(&chart.ink.accent, 1.5);
        brush.down(left + whole.x(day, plot), top - 4.0, top + OVERVIEW);
    }
    brush.stroke(&chart.ink.line, 1.0);
    let foot = (top + OVERVIEW).floor() + 0.5;
    brush.line(left, foot, left + plot, foot);
    brush.fill(&chart.ink.accent);
    for x in [x0, x1] {
        brush.rect(x - 1.0, top, 2.0, OVERVIEW);
        brush.round(x - 3.5, top + OVERVIEW / 2.0 - 8.0, 7.0, 16.0, 3.0);
        brush.0.fill();
    }
    brush.0.set_font(&chart.axis_type.font);
    brush.fill(&chart.ink.soft);
    let measure = |text: &str| chart.axis_type.width(text);
    let axis = ticks::axis(whole, plot, &measure, &super::chart::write_date);
    let marks = if axis.upper.iter().filter(|t| !t.label.is_empty()).count() > 1 { &axis.upper } else { &axis.lower };
    let named = |tick: &&ticks::Tick| !tick.label.is_empty();
    marks.iter().filter(named).for_each(|tick| brush.text(&tick.label, left + tick.label_x, foot + 11.0));
}
