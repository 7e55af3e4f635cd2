//! The timeline as a drawing of its own: what the page shows, in its light colours, with a key.

use super::Material;
use super::escape::markup;
use crate::display::days::View;
use crate::display::scene::{self, Bin, DOT, Flag, Item, LANE_PADDING, Pens, ROW, Scene, Stack};
use crate::display::ticks::Form;
use crate::display::timeline::{Layout, Look, Places, Timeline};
use crate::display::voices::{SLOTS, Voices};
use crate::time;
use jiff::civil::Date;

/// What of the timeline is drawn.
#[derive(Clone, Copy, Debug, Default)]
pub struct Seen<'a> {
    /// One lane or a lane a source.
    pub layout: Layout,
    /// The stretch of time; all of it where none is given.
    pub view: Option<View>,
    /// Indices into the story's events; those that carry the story where none are given.
    pub events: Option<&'a [u32]>,
    /// Width in CSS pixels; 0 for one that suits a page.
    pub width: f32,
}

const PAPER: &str = "#fbfaf6";
const INK: &str = "#1c1a17";
const SOFT: &str = "#57534b";
const LINE: &str = "#ddd8cb";
/// The voices' colours, as in the light style of the page.
const VOICES: [&str; SLOTS as usize] =
    ["#0b5fa5", "#bd4b0a", "#0a7a58", "#9c3d7c", "#7d6100", "#1f7f9e", "#7b3f20", "#545b66"];
const FAMILY: &str = "system-ui, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
/// Size of the type.
const TYPE: f32 = 13.0;
/// Height of a bar.
const BAR: f32 = 18.0;
/// Room around.
const MARGIN: f32 = 24.0;
/// Height of the head and of the axis.
const HEAD: f32 = 36.0;
const AXIS: f32 = 46.0;
/// Most rows of marks.
const ROWS: u32 = 60;

/// The whole drawing.
pub(super) fn write(material: &Material) -> String {
    let (story, seen) = (material.story, material.seen);
    let voices = Voices::new(story);
    let central: Vec<u32>;
    let kept = match seen.events {
        Some(events) => events,
        None => {
            central = material.central().map(|e| e.0).collect();
            &central
        }
    };
    let places = Places::new(story, &voices);
    let mut stays = vec![false; story.events.len()];
    for &event in kept {
        if let Some(stays) = stays.get_mut(event as usize) {
            *stays = true;
        }
    }
    let timeline =
        Timeline::new(story, &places, &voices, seen.layout, |event| stays.get(event as usize) == Some(&true), |_| true);
    let width = if seen.width > 0.0 { seen.width.clamp(320.0, 8000.0) } else { 1200.0 };
    let gutter = if seen.layout == Layout::Sources { 150.0 } else { 0.0 };
    let plot = width - MARGIN * 2.0 - gutter;
    let pens = Pens { story, measure: &measure, write_date: &date, pips: false };
    let view = seen.view.or(timeline.whole).unwrap_or(View { from: 0.0, to: 1.0 });
    let stack = scene::stack(&timeline, plot, ROWS, &pens);
    let scene = scene::scene(&timeline, &stack, seen.layout, view, plot, &pens);
    let key_rows = voices.list.len().div_ceil(4) as f32;
    let height = MARGIN * 2.0 + HEAD + AXIS + stack.height + 34.0 + key_rows * 20.0;
    let mut draw = Draw { out: String::new(), layout: seen.layout, timeline: &timeline, stack: &stack };
    draw.open(width, height, material.title);
    draw.group(MARGIN + gutter, MARGIN + HEAD);
    draw.axis(&scene, plot, stack.height);
    draw.group(0.0, AXIS);
    draw.out.push_str("<g clip-path=\"url(#plot)\">");
    draw.all(&scene, &voices, story);
    draw.out.push_str("</g>");
    if gutter > 0.0 {
        draw.lane_names(&voices, gutter);
    }
    draw.out.push_str("</g></g>");
    draw.group(MARGIN, MARGIN + HEAD + AXIS + stack.height + 24.0);
    draw.key(&voices, width - MARGIN * 2.0);
    draw.out.push_str("</g>");
    let clip = ["<clipPath id=\"plot\"><rect width=\"", &n(plot), "\" height=\"", &n(stack.height), "\"/></clipPath>"];
    draw.out.push_str(&clip.concat());
    draw.out.push_str("</svg>\n");
    draw.out
}

/// Width of a text: a little more than the usual faces need, since the reader's is not known.
fn measure(text: &str) -> f32 {
    let one = |c: char| match c {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.3,
        'f' | 'r' | 't' | ' ' | '(' | ')' | '-' => 0.38,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' => 0.92,
        'A'..='Z' => 0.7,
        c if (c as u32) < 0x2000 => 0.58,
        _ => 1.0,
    };
    text.chars().map(one).sum::<f32>() * TYPE
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

fn date(day: Date, hour: u8, form: Form) -> String {
    let month = || MONTHS[usize::from(day.month().unsigned_abs()).saturating_sub(1).min(11)].to_owned();
    match form {
        Form::Hour => format!("{hour:02}:00"),
        Form::Day => day.day().to_string(),
        Form::Month => month(),
        Form::Year => day.year().to_string(),
        Form::FullDay => time::written(time::Days { from: day, to: day }),
        Form::MonthYear => [&month(), " ", &day.year().to_string()].concat(),
    }
}

/// A number with one decimal at most.
fn n(number: f32) -> String {
    let tenths = (number * 10.0).round() as i64;
    let (sign, tenths) = (if tenths < 0 { "-" } else { "" }, tenths.unsigned_abs());
    match tenths % 10 {
        0 => [sign, &(tenths / 10).to_string()].concat(),
        tenth => [sign, &(tenths / 10).to_string(), ".", &tenth.to_string()].concat(),
    }
}

/// The drawing while it is written.
struct Draw<'a> {
    out: String,
    layout: Layout,
    timeline: &'a Timeline,
    stack: &'a Stack,
}

impl Draw<'_> {
    fn push(&mut self, parts: &[&str]) {
        parts.iter().for_each(|part| self.out.push_str(part));
    }

    fn open(&mut self, width: f32, height: f32, title: &str) {
        let (w, h, title) = (n(width), n(height), markup(title));
        self.push(&["<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"", &w, "\" height=\"", &h, "\" viewBox=\"0 0 "]);
        self.push(&[&w, " ", &h, "\" font-family=\"", FAMILY, "\" font-size=\"", &n(TYPE), "\" role=\"img\">"]);
        self.push(&["<title>", &title, "</title><rect width=\"100%\" height=\"100%\" fill=\"", PAPER, "\"/>"]);
        self.push(&[
            "<text x=\"",
            &n(MARGIN),
            "\" y=\"",
            &n(MARGIN + 14.0),
            "\" font-size=\"20\" font-family=\"Charter, ",
        ]);
        self.push(&["Georgia, serif\" font-weight=\"600\" fill=\"", INK, "\">", &title, "</text>"]);
    }

    fn group(&mut self, x: f32, y: f32) {
        self.push(&["<g transform=\"translate(", &n(x), " ", &n(y), ")\">"]);
    }

    fn rect(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), fill: &str, rest: &str) {
        let (w, h) = (n(width.max(0.0)), n(height.max(0.0)));
        self.push(&["<rect x=\"", &n(x), "\" y=\"", &n(y), "\" width=\"", &w, "\" height=\"", &h, "\" fill=\"", fill]);
        self.push(&["\"", rest, "/>"]);
    }

    fn line(&mut self, (x0, y0): (f32, f32), (x1, y1): (f32, f32), color: &str, rest: &str) {
        self.push(&[
            "<path d=\"M",
            &n(x0),
            " ",
            &n(y0),
            "L",
            &n(x1),
            " ",
            &n(y1),
            "\" stroke=\"",
            color,
            "\"",
            rest,
            "/>",
        ]);
    }

    fn text(&mut self, x: f32, y: f32, text: &str, fill: &str, rest: &str) {
        self.push(&[
            "<text x=\"",
            &n(x),
            "\" y=\"",
            &n(y),
            "\" fill=\"",
            fill,
            "\"",
            rest,
            ">",
            &markup(text),
            "</text>",
        ]);
    }

    fn axis(&mut self, scene: &Scene, plot: f32, height: f32) {
        let bottom = AXIS + height;
        for tick in &scene.axis.lower {
            let rest = if tick.strong { "" } else { " stroke-opacity=\"0.55\"" };
            self.line((tick.x, AXIS - 20.0), (tick.x, bottom), LINE, rest);
            self.text(tick.label_x, AXIS - 7.0, &tick.label, SOFT, "");
        }
        for tick in &scene.axis.upper {
            self.line((tick.x.max(0.0), 4.0), (tick.x.max(0.0), AXIS), LINE, "");
            self.text(tick.label_x, 17.0, &tick.label, INK, "");
        }
        for &(top, _, _) in &self.stack.lanes {
            self.line((0.0, AXIS + top), (plot, AXIS + top), LINE, "");
        }
    }

    fn all(&mut self, scene: &Scene, voices: &Voices, story: &crate::story::Story) {
        for thread in &scene.threads {
            self.line((thread.x, thread.y0), (thread.x, thread.y1), LINE, "");
        }
        self.bins(&scene.bins);
        scene.flags.iter().for_each(|flag| self.flag(flag, voices));
        for item in &scene.items {
            let label = story.events.get(item.event as usize).map_or("", |e| e.label.as_str());
            let when = story.events.get(item.event as usize).map(super::when).unwrap_or_default();
            self.push(&["<g><title>", &markup(&when), ": ", &markup(label), "</title>"]);
            self.item(item);
            self.out.push_str("</g>");
        }
    }

    fn color(&self, lane: u32, slots: u8) -> &'static str {
        let own = self.timeline.lanes.get(lane as usize).and_then(|l| l.voice);
        match own {
            Some(voice) if self.layout == Layout::Sources => VOICES[Voices::slot(voice) as usize],
            _ if slots.count_ones() == 1 => VOICES[slots.trailing_zeros() as usize % VOICES.len()],
            _ => INK,
        }
    }

    fn bins(&mut self, bins: &[Bin]) {
        let most = bins.iter().map(|b| b.count).max().unwrap_or(1) as f32;
        for bin in bins {
            let whole = bin.y1 - bin.y0;
            let height = (whole * bin.count as f32 / most).max((ROW - 2.0).min(whole));
            let color = self.color(bin.lane, 0);
            let (at, size) = ((bin.x0, bin.y1 - height), (bin.x1 - bin.x0, height));
            self.rect(at, size, color, " fill-opacity=\"0.2\"");
            self.rect(at, (size.0, 1.5), color, "");
            let middle = f32::midpoint(bin.x0, bin.x1);
            self.text(middle, bin.y1 - 7.0, &bin.count.to_string(), INK, " text-anchor=\"middle\"");
        }
    }

    fn flag(&mut self, flag: &Flag, voices: &Voices) {
        let Some(&(top, rows, _)) = self.stack.lanes.get(flag.lane as usize) else { return };
        let slots = flag.articles.iter().fold(0u8, |slots, &a| slots | 1 << Voices::slot(voices.of(a)));
        let color = self.color(u32::MAX, slots);
        let foot = top + rows as f32 * ROW + ROW + LANE_PADDING;
        let dots = " stroke-dasharray=\"1 3\" stroke-opacity=\"0.5\"";
        self.line((flag.x, flag.y + 7.0), (flag.x, foot), color, dots);
        let (x, y) = (n(flag.x - 4.5), n(flag.y - 6.0));
        self.push(&["<path d=\"M", &x, " ", &y, "h5.5l3.5 3.5v8.5h-9z\" fill=\"", PAPER, "\" stroke=\"", color]);
        self.push(&["\" stroke-width=\"1.4\"/>"]);
        if flag.articles.len() > 1 {
            let count = ["×", &flag.articles.len().to_string()].concat();
            self.text(flag.x + 8.0, flag.y + 4.0, &count, SOFT, " font-size=\"11\"");
        }
    }

    fn item(&mut self, item: &Item) {
        let color = self.color(item.lane, item.slots);
        if item.dot {
            self.dot(item, color)
        } else {
            self.bar(item, color)
        }
        for (flag, x, sign) in [(Look::OPEN_START, item.x0, -1.0), (Look::OPEN_END, item.x1, 1.0)] {
            if item.look.has(flag) {
                let tip = x + sign * 18.0;
                let thick = " stroke-width=\"1.8\"";
                self.line((x + sign * 2.0, item.y), (tip, item.y), color, thick);
                self.line((tip, item.y), (tip - sign * 5.0, item.y - 4.5), color, thick);
                self.line((tip, item.y), (tip - sign * 5.0, item.y + 4.5), color, thick);
            }
        }
        if let Some(label) = &item.label {
            let slant = if item.look.has(Look::UNSURE) { " font-style=\"italic\"" } else { "" };
            self.text(label.x, item.y + 4.5, &label.text, INK, slant);
        }
    }

    fn dot(&mut self, item: &Item, color: &str) {
        let (x, y) = (n(f32::midpoint(item.x0, item.x1)), n(item.y));
        if item.look.has(Look::SOFT_START) || item.look.has(Look::SOFT_END) {
            self.push(&[
                "<circle cx=\"",
                &x,
                "\" cy=\"",
                &y,
                "\" r=\"10\" fill=\"",
                color,
                "\" fill-opacity=\"0.18\"/>",
            ]);
        }
        let hollow = item.look.has(Look::INFERRED);
        let radius = if hollow { DOT / 2.0 - 1.0 } else { DOT / 2.0 };
        self.push(&["<circle cx=\"", &x, "\" cy=\"", &y, "\" r=\"", &n(radius), "\" fill=\""]);
        if hollow {
            self.push(&[PAPER, "\" stroke=\"", color, "\" stroke-width=\"2\"/>"]);
        } else {
            self.push(&[color, "\"/>"]);
        }
    }

    /// A bar: filled where stated, an outline where inferred; a vague end fades, a known one has
    /// an edge.
    fn bar(&mut self, item: &Item, color: &str) {
        let (x0, x1, top) = (item.x0.max(-50.0), item.x1.min(9000.0), item.y - BAR / 2.0);
        let soft = (item.look.has(Look::SOFT_START), item.look.has(Look::SOFT_END));
        let fade = (item.x1 - item.x0).min(160.0) * 0.45;
        let (from, to) = (if soft.0 { x0 + fade } else { x0 }, if soft.1 { x1 - fade } else { x1 });
        let hollow = item.look.has(Look::INFERRED);
        const STEPS: u8 = 6;
        let mut slices = vec![(from, to - from, 1.0)];
        for step in 0..STEPS {
            let (part, at) = (fade / f32::from(STEPS), f32::from(step));
            let strength = (at + 0.5) / f32::from(STEPS);
            if soft.0 {
                slices.push((x0 + at * part, part, strength));
            }
            if soft.1 {
                slices.push((x1 - (at + 1.0) * part, part, strength));
            }
        }
        for (x, width, strength) in slices.into_iter().filter(|s| s.1 > 0.0) {
            let opacity = |share: f32| [" fill-opacity=\"0.", &format!("{:02}", (share * 99.0) as u8), "\""].concat();
            if !hollow {
                self.rect((x, top), (width, BAR), color, &opacity(0.24 * strength));
            }
            self.rect((x, top), (width, 1.5), color, &opacity(strength));
            self.rect((x, top + BAR - 1.5), (width, 1.5), color, &opacity(strength));
        }
        if !soft.0 {
            self.rect((x0, top), (2.5, BAR), color, "");
        }
        if !soft.1 {
            self.rect((x1 - 2.5, top), (2.5, BAR), color, "");
        }
    }

    fn lane_names(&mut self, voices: &Voices, gutter: f32) {
        for (lane, &(top, _, _)) in self.timeline.lanes.iter().zip(&self.stack.lanes) {
            let name =
                lane.voice.and_then(|v| voices.list.get(v as usize)).map_or("Other sources", |v| v.name.as_str());
            let color = lane.voice.map_or(INK, |v| VOICES[Voices::slot(v) as usize]);
            if let Some((name, _)) = scene::fit(name, gutter - 16.0, &measure) {
                self.text(-gutter, top + 20.0, &name, color, " font-weight=\"600\"");
            }
        }
    }

    /// Who is who, and what the marks mean.
    fn key(&mut self, voices: &Voices, width: f32) {
        self.line((0.0, -14.0), (width, -14.0), LINE, "");
        let each = width / 4.0;
        for (i, voice) in voices.list.iter().enumerate() {
            let (x, y) = ((i % 4) as f32 * each, (i / 4) as f32 * 20.0 + 6.0);
            let color = VOICES[Voices::slot(i as u32) as usize];
            self.push(&["<circle cx=\"", &n(x + 5.0), "\" cy=\"", &n(y - 4.5), "\" r=\"5\" fill=\"", color, "\"/>"]);
            if let Some((name, _)) = scene::fit(&voice.name, each - 24.0, &measure) {
                self.text(x + 16.0, y, &name, INK, "");
            }
        }
        let y = voices.list.len().div_ceil(4) as f32 * 20.0 + 6.0;
        let words =
            "Hollow: something about the date is inferred. Faded end: vague. Italic: claimed, planned or denied.";
        self.text(0.0, y, words, SOFT, " font-size=\"11\"");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_colours_are_those_of_the_page() {
        let style = include_str!("../../style.css");
        let light = &style[..style.find("dark").unwrap_or(style.len())];
        for (name, color) in [("paper", PAPER), ("ink", INK), ("ink-soft", SOFT), ("line", LINE)] {
            assert!(light.contains(&format!("--{name}: {color};")), "{name}");
        }
        for (slot, color) in VOICES.iter().enumerate() {
            assert!(light.contains(&format!("--voice-{slot}: {color};")), "{slot}");
        }
    }

    #[test]
    fn numbers() {
        for (number, expected) in [(0.0, "0"), (1.25, "1.3"), (-0.04, "0"), (-3.5, "-3.5"), (1200.0, "1200")] {
            assert_eq!(n(number), expected);
        }
    }
}
