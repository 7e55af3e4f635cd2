//! [`Chart`]: the drawing's own state.

use super::ink::{Ink, Type};
use crate::browser::dates;
use crate::display::days::View;
use crate::display::scene::{self, Pens, Scene, Stack};
use crate::display::ticks::Form;
use crate::display::timeline::{Layout, Timeline};
use crate::display::voices::Voices;
use crate::story::Story;
use jiff::civil::Date;
use leptos::prelude::window;
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// Height of the axis above the lanes.
pub const AXIS: f32 = 46.0;
/// Space between the lanes and the overview.
pub const ABOVE_OVERVIEW: f32 = 14.0;
/// Height of the overview's histogram, and of the dates below it.
pub const OVERVIEW: f32 = 30.0;
const BELOW_OVERVIEW: f32 = 18.0;
/// Space at the right edge.
const RIGHT: f32 = 12.0;
/// What stands beside the name of a lane: its shape, and space.
const BESIDE_NAME: f32 = 30.0;
/// How long a flight to another view takes, in milliseconds.
const FLIGHT: f64 = 240.0;

/// A chart and its canvas, shared by the handlers of one component.
pub type Handle = Rc<RefCell<Chart>>;

/// The drawing's own state.
pub struct Chart {
    pub(super) canvas: HtmlCanvasElement,
    pub(super) context: CanvasRenderingContext2d,
    pub(super) ink: Ink,
    pub(super) label_type: Type,
    pub(super) axis_type: Type,
    pub(super) story: Arc<Story>,
    pub(super) voices: Arc<Voices>,
    pub(super) layout: Layout,
    pub(super) timeline: Arc<Timeline>,
    pub(super) density: Vec<u32>,
    pub(super) stack: Stack,
    pub(super) scene: Scene,
    /// What is in view.
    pub(super) view: View,
    pub(super) width: f32,
    gutter: f32,
    /// Event under attention, and event merely pointed at.
    pub(super) focus: Option<u32>,
    pub(super) pointed: Option<u32>,
    /// End of the day of knowing, in days.
    pub(super) as_of: Option<f64>,
    /// Whether there is more than one day to choose from.
    pub(super) replays: bool,
    flight: Option<(View, View, f64)>,
    pending: bool,
    most_rows: u32,
    /// Told after each frame: height of the canvas and view.
    told: Box<dyn Fn(f32, View)>,
}

impl Chart {
    /// A chart on a canvas; `None` where the browser gives no drawing context.
    #[must_use]
    pub fn new(canvas: HtmlCanvasElement, told: Box<dyn Fn(f32, View)>) -> Option<Self> {
        let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
        let ink = Ink::default();
        let label_type = Type::new(&context, 13.0, "sans-serif");
        Some(Self {
            axis_type: label_type.clone(),
            label_type,
            canvas,
            context,
            ink,
            story: Arc::default(),
            voices: Arc::default(),
            layout: Layout::default(),
            timeline: Arc::default(),
            density: Vec::new(),
            stack: Stack::default(),
            scene: Scene::default(),
            view: View { from: 0.0, to: 1.0 },
            width: 0.0,
            gutter: RIGHT,
            focus: None,
            pointed: None,
            as_of: None,
            replays: false,
            flight: None,
            pending: false,
            most_rows: 14,
            told,
        })
    }

    /// Reads colours and type again.
    pub fn restyle(&mut self) {
        self.ink = Ink::read(&self.canvas.parent_element().unwrap_or_else(|| self.canvas.clone().into()));
        self.label_type = Type::new(&self.context, 13.0, &self.ink.family);
        self.axis_type = Type::new(&self.context, 12.0, &self.ink.family);
    }

    /// Takes the width and the most rows there is room for.
    pub fn resize(&mut self, width: f32, most_rows: u32) {
        if (self.width, self.most_rows) != (width, most_rows) {
            self.width = width;
            self.most_rows = most_rows;
            self.restack();
        }
    }

    /// Shows other events; the view stays where they are within it.
    pub fn show(&mut self, story: Arc<Story>, voices: Arc<Voices>, layout: Layout, timeline: Arc<Timeline>) {
        // After a correction the story is another, of the same articles.
        let ids = |story: &Story| story.articles.iter().map(|f| f.article.id.clone()).collect::<Vec<_>>();
        let same = Arc::ptr_eq(&self.story, &story) || ids(&self.story) == ids(&story);
        let same = same && self.timeline.whole.is_some();
        self.story = story;
        self.voices = voices;
        self.layout = layout;
        self.timeline = timeline;
        self.restack();
        let whole = self.whole();
        self.view = if same { self.view.within(whole) } else { self.timeline.first().unwrap_or(whole) };
        self.flight = None;
        // Its place is as high as the drawing will be before anything is drawn, so nothing moves then.
        if self.width > 0.0 {
            (self.told)(self.height(), self.view);
        }
    }

    /// The whole of time that is told of.
    #[must_use]
    pub fn whole(&self) -> View {
        self.timeline.whole.unwrap_or(View { from: 0.0, to: 1.0 })
    }

    /// Width of the names of lanes.
    #[must_use]
    pub fn gutter(&self) -> f32 {
        self.gutter
    }

    /// Width of the plot.
    #[must_use]
    pub fn plot(&self) -> f32 {
        (self.width - self.gutter() - RIGHT).max(40.0)
    }

    /// Height of the canvas.
    #[must_use]
    pub fn height(&self) -> f32 {
        self.overview_top() + OVERVIEW + BELOW_OVERVIEW
    }

    /// Where the overview begins.
    #[must_use]
    pub fn overview_top(&self) -> f32 {
        AXIS + self.stack.height + ABOVE_OVERVIEW
    }

    /// Where on the plot the handle of the day of knowing stands: at the end where all is known.
    #[must_use]
    pub fn handle(&self) -> Option<f32> {
        let at = |day: f64| self.view.x(day, self.plot()).clamp(0.0, self.plot());
        self.replays.then(|| self.as_of.map_or(self.plot(), at))
    }

    fn restack(&mut self) {
        if self.width <= 0.0 {
            return;
        }
        self.gutter = RIGHT;
        if self.timeline.lanes.len() > 1 {
            let names = self.voices.list.iter().map(|voice| self.label_type.width(&voice.name) + BESIDE_NAME);
            self.gutter = names.fold(96.0, f32::max).min((self.width * 0.27).max(96.0));
        }
        let (plot, rows) = (self.plot(), self.most_rows);
        self.stack = self.with_pens(|pens| scene::stack(&self.timeline, plot, rows, pens));
        let bins = (plot / 4.0) as usize;
        self.density = self.timeline.density(self.whole(), bins.max(1));
    }

    fn with_pens<T>(&self, draw: impl FnOnce(&Pens) -> T) -> T {
        let measure = |text: &str| self.label_type.width(text);
        draw(&Pens {
            story: &self.story,
            measure: &measure,
            write_date: &write_date,
            pips: self.layout == Layout::Merged && self.voices.list.len() > 1,
        })
    }

    /// Moves by pixels.
    pub fn pan(&mut self, pixels: f32) {
        let days = f64::from(pixels) * self.view.length() / f64::from(self.plot());
        self.look_at(self.view.moved(days));
    }

    /// Zooms by a factor, keeping the time under a pixel of the canvas in its place; says whether
    /// anything changed.
    pub fn zoom(&mut self, factor: f64, x: f32) -> bool {
        let still = self.view.at(x - self.gutter(), self.plot());
        let before = self.view;
        self.look_at(self.view.zoomed(factor, still));
        self.view != before
    }

    /// Shows a stretch of time at once.
    pub fn look_at(&mut self, view: View) {
        self.flight = None;
        self.view = view.within(self.whole());
    }

    /// Goes to a stretch of time, in a short flight where the reader has nothing against motion.
    pub fn fly_to(&mut self, view: View) {
        let goal = view.within(self.whole());
        if goal == self.view {
            return;
        }
        if still_preferred() {
            self.look_at(goal);
        } else {
            self.flight = Some((self.view, goal, now()));
        }
    }

    /// Where the view goes: the end of a flight, else where it is.
    #[must_use]
    pub fn heading(&self) -> View {
        self.flight.map_or(self.view, |f| f.1)
    }

    /// Brings an event into view.
    pub fn reveal(&mut self, event: u32) {
        let Some(told) = self.story.events.get(event as usize) else { return };
        let Some((from, to, _)) = crate::display::timeline::place(&told.when, told.certainty) else { return };
        let view = self.heading();
        let margin = view.length() * 0.04;
        if from >= view.from + margin && from <= view.to - margin * 3.0 || from < view.from && to > view.to {
            return;
        }
        let middle = if to - from > view.length() { from + view.length() * 0.3 } else { f64::midpoint(from, to) };
        self.fly_to(view.moved(middle - f64::midpoint(view.from, view.to)));
    }

    /// The middle of an event's time.
    #[must_use]
    pub fn middle_of(&self, event: Option<u32>) -> Option<f64> {
        let told = self.story.events.get(event? as usize)?;
        crate::display::timeline::place(&told.when, told.certainty).map(|(from, to, _)| f64::midpoint(from, to))
    }

    /// Notes that a frame was asked for; whether one was already.
    pub(super) fn ask(&mut self) -> bool {
        std::mem::replace(&mut self.pending, true)
    }

    /// Makes the scene of the frame that was asked for; false where there is no room for one.
    pub(super) fn advance(&mut self) -> bool {
        self.pending = false;
        if self.width <= 0.0 {
            return false;
        }
        if let Some((from, to, start)) = self.flight {
            let part = ((now() - start) / FLIGHT).clamp(0.0, 1.0);
            let eased = 1.0 - (1.0 - part).powi(3);
            let between = |a: f64, b: f64| a + (b - a) * eased;
            self.view = View { from: between(from.from, to.from), to: between(from.to, to.to) };
            if part >= 1.0 {
                self.flight = None;
            }
        }
        let (plot, view) = (self.plot(), self.view);
        let scene = self.with_pens(|pens| scene::scene(&self.timeline, &self.stack, self.layout, view, plot, pens));
        self.scene = scene;
        true
    }

    /// Tells what was drawn; whether the view is still on its way.
    pub(super) fn drawn(&self) -> bool {
        (self.told)(self.height(), self.view);
        self.flight.is_some()
    }
}

/// A date on the axis.
#[must_use]
pub fn write_date(day: Date, hour: u8, form: Form) -> String {
    match form {
        Form::Hour => format!("{hour:02}:00"),
        Form::Day => day.day().to_string(),
        Form::Month => dates::write(day, 12, &[("month", "short")]),
        Form::Year => day.year().to_string(),
        Form::FullDay => dates::write(day, 12, dates::WEEKDAY),
        Form::MonthYear => dates::write(day, 12, dates::MONTH),
    }
}

fn now() -> f64 {
    window().performance().map(|p| p.now()).unwrap_or_default()
}

/// Whether the reader asked for less motion.
fn still_preferred() -> bool {
    window().match_media("(prefers-reduced-motion: reduce)").ok().flatten().is_some_and(|m| m.matches())
}
