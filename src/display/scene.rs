//! What a view of the timeline shows: marks in rows, counted bins, labels, publication flags.
//!
//! Reads the columns of [`Timeline`] and a [`View`]; costs what is seen, not what there is.
//! Within a lane, marks are set into rows from left to right. A label gives way to the marks
//! and labels that follow it; where a stretch holds more marks than rows, all of it becomes one
//! counted bin that opens when the reader zooms in.

mod label;
mod set;

pub use label::fit;

use super::days::View;
use super::ticks::{self, Axis, Measure, Step, WriteDate};
use super::timeline::{Lane, Layout, Look, Timeline};
use crate::order::Arrange;
use crate::story::Story;
use label::bring_into_view;
use set::set;

/// Height of a row of marks, in CSS pixels; also the smallest target for a finger.
pub const ROW: f32 = 24.0;
/// Height of the strip of publication flags at a lane's top.
pub const FLAGS: f32 = 20.0;
/// Space above and below a lane's rows.
pub const LANE_PADDING: f32 = 6.0;
/// Diameter of a dot.
pub const DOT: f32 = 11.0;
/// From this width on, a day is a bar: a dot would claim a moment within it.
const WIDE_DAY: f32 = 40.0;
/// A bar longer than this has its label inside, shortened where it must be.
const LONG_BAR: f32 = 220.0;
/// Narrowest bar.
const LEAST_BAR: f32 = 16.0;
/// Widest label.
const WIDEST_LABEL: f32 = 380.0;
/// Narrowest label that still says something.
const LEAST_LABEL: f32 = 44.0;
/// Between a mark and its label, and between a label and the next mark.
const GAP: f32 = 6.0;
const LABEL_GAP: f32 = 12.0;
/// Narrowest stretch that becomes a bin.
const LEAST_BIN: f32 = 30.0;
/// Lanes of up to so many marks are set whole, so that panning moves nothing between rows.
const SET_WHOLE: usize = 2000;

/// Width of the small shape of a source behind a label, in a lane of several sources.
pub const PIP: f32 = 10.0;

/// A label beside or inside a mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Left edge.
    pub x: f32,
    /// Width, with that of the shapes behind it.
    pub width: f32,
    /// What is written, shortened where there is no room.
    pub text: String,
}

/// A mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Item {
    /// Left edge.
    pub x0: f32,
    /// Right edge.
    pub x1: f32,
    /// Middle of its row.
    pub y: f32,
    /// Index into [`crate::story::Story::events`].
    pub event: u32,
    /// Index into [`Timeline::lanes`].
    pub lane: u32,
    /// How it looks.
    pub look: Look,
    /// Whether it is drawn as a dot.
    pub dot: bool,
    /// The voices that report it, a bit each.
    pub slots: u8,
    /// Its label, where there was room.
    pub label: Option<Label>,
    /// Whether the label is wanted here at all.
    named: bool,
    /// Row within the lane, and where what stands before in that row ends.
    row: u32,
    free: f32,
}

/// A stretch with more marks than rows.
#[derive(Clone, Debug, PartialEq)]
pub struct Bin {
    /// Left edge.
    pub x0: f32,
    /// Right edge.
    pub x1: f32,
    /// Top.
    pub y0: f32,
    /// Bottom.
    pub y1: f32,
    /// How many marks.
    pub count: u32,
    /// Index into [`Timeline::lanes`].
    pub lane: u32,
    /// First moment, in days.
    pub from: f64,
    /// End, in days.
    pub to: f64,
}

/// One or more publications.
#[derive(Clone, Debug, PartialEq)]
pub struct Flag {
    /// Middle.
    pub x: f32,
    /// Middle.
    pub y: f32,
    /// Index into [`Timeline::lanes`].
    pub lane: u32,
    /// Indices into [`crate::story::Story::articles`].
    pub articles: Vec<u32>,
}

/// The same event in several lanes: a vertical line.
#[derive(Clone, Debug, PartialEq)]
pub struct Thread {
    /// Index into [`crate::story::Story::events`].
    pub event: u32,
    /// Where.
    pub x: f32,
    /// Top.
    pub y0: f32,
    /// Bottom.
    pub y1: f32,
}

/// Where each lane stands, from the top of the plot.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stack {
    /// Top, rows of marks, and whether a strip for flags stands above them, for each lane.
    pub lanes: Vec<(f32, u32, bool)>,
    /// Height of all lanes.
    pub height: f32,
}

/// All that a view shows, in CSS pixels from the plot's top left corner.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scene {
    /// The time axis.
    pub axis: Axis,
    /// Marks, lane by lane.
    pub items: Vec<Item>,
    /// Bins, lane by lane.
    pub bins: Vec<Bin>,
    /// Publications.
    pub flags: Vec<Flag>,
    /// Events that stand in several lanes.
    pub threads: Vec<Thread>,
}

/// What lies under a pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hit {
    /// A mark: index into [`Scene::items`].
    Item(usize),
    /// A bin: index into [`Scene::bins`].
    Bin(usize),
    /// A publication: index into [`Scene::flags`].
    Flag(usize),
}

/// What a scene needs from outside: whose events these are, how wide a text is, how dates read.
#[derive(Clone, Copy)]
pub struct Pens<'a> {
    /// Whose labels are written.
    pub story: &'a Story,
    /// Width of a text in the labels' type.
    pub measure: &'a Measure<'a>,
    /// Writes dates on the axis.
    pub write_date: &'a WriteDate<'a>,
    /// Whether the sources' shapes stand behind each label.
    pub pips: bool,
}

impl<'a> Pens<'a> {
    fn name(&self, event: u32) -> &'a str {
        self.story.events.get(event as usize).map_or("", |e| e.label.as_str())
    }

    /// Whether an event carries the story: what is told in passing has a mark without words.
    fn carries(&self, event: u32) -> bool {
        self.story.events.get(event as usize).is_none_or(|e| e.central)
    }

    /// Width of the whole label, with the shapes behind it.
    fn width(&self, event: u32, slots: u8) -> f32 {
        (self.measure)(self.name(event)) + self.pips_width(slots)
    }

    fn pips_width(&self, slots: u8) -> f32 {
        if self.pips { slots.count_ones() as f32 * PIP + 4.0 } else { 0.0 }
    }

    fn fit(&self, (event, slots): (u32, u8), room: f32, x: f32) -> Option<Label> {
        let pips = self.pips_width(slots);
        fit(self.name(event), room - pips, self.measure).map(|(text, width)| Label { x, width: width + pips, text })
    }
}

/// How high each lane is: as many rows as the whole timeline wants, within `most_rows` for all.
#[must_use]
pub fn stack(timeline: &Timeline, width: f32, most_rows: u32, pens: &Pens) -> Stack {
    let lanes = timeline.lanes.len().max(1) as u32;
    let each = (most_rows / lanes).clamp(1, 14);
    let mut wanted: Vec<u32> = timeline
        .lanes
        .iter()
        .map(|lane| {
            let Some(whole) = timeline.whole else { return 1 };
            // A lane alone may take more than its share; what is too much is taken back below.
            let most = (each * 2).min(14);
            let (items, bins) = set(lane, 0, whole, whole, width, (0.0, most), pens);
            if bins.is_empty() { items.iter().map(|i| i.row + 1).max().unwrap_or(1) } else { most }
        })
        .collect();
    while wanted.iter().sum::<u32>() > most_rows.max(lanes) {
        match wanted.iter_mut().max() {
            Some(highest) if *highest > 1 => *highest -= 1,
            _ => break,
        }
    }
    let mut top = 0.0;
    let mut stack = Stack::default();
    for (lane, rows) in timeline.lanes.iter().zip(wanted) {
        let flags = !lane.published.is_empty();
        stack.lanes.push((top, rows, flags));
        top += rows as f32 * ROW + LANE_PADDING * 2.0 + if flags { FLAGS } else { 0.0 };
    }
    stack.height = top;
    stack
}

/// What a view shows.
#[must_use]
pub fn scene(timeline: &Timeline, stack: &Stack, layout: Layout, view: View, width: f32, pens: &Pens) -> Scene {
    let mut scene = Scene { axis: ticks::axis(view, width, pens.measure, pens.write_date), ..Scene::default() };
    for (index, (lane, &(top, rows, has_flags))) in timeline.lanes.iter().zip(&stack.lanes).enumerate() {
        let strip = if has_flags { FLAGS } else { 0.0 };
        let first = top + LANE_PADDING + strip;
        let setting = settled_view(lane, timeline.whole.unwrap_or(view), view, width);
        let (mut items, bins) = set(lane, index as u32, view, setting, width, (first, rows), pens);
        bring_into_view(&mut items, width, pens);
        items.retain(|i| i.x1 > 0.0 && i.x0 < width);
        scene.items.append(&mut items);
        scene.bins.extend(bins.into_iter().filter(|b| b.x1 > 0.0 && b.x0 < width));
        flags(lane, index as u32, view, width, top + LANE_PADDING + FLAGS / 2.0 - 2.0, &mut scene.flags);
    }
    if layout == Layout::Sources {
        scene.threads = threads(&scene.items);
    }
    scene
}

/// From where to where marks are set into rows: all of a small lane, of a large one a stretch
/// that begins at a round date, so that little moves between rows while the reader pans.
fn settled_view(lane: &Lane, whole: View, view: View, width: f32) -> View {
    if lane.start.len() <= SET_WHOLE {
        return View { from: whole.from.min(view.from), to: whole.to.max(view.to) };
    }
    let round = ticks::step_of(view, 1.0, 0.25);
    let step = ticks::step_of(view, width, LEAST_BIN);
    View { from: round.floor(view.from), to: step.after(step.floor(view.to)) }
}

/// Publication flags; those that would touch another, or its number, are one.
fn flags(lane: &Lane, index: u32, view: View, width: f32, y: f32, out: &mut Vec<Flag>) {
    let from = lane.published.partition_point(|p| p.0 < view.from);
    let mut last_x = f32::MIN;
    for &(day, article) in lane.published[from..].iter().take_while(|p| p.0 <= view.to) {
        let x = view.x(day, width);
        match out.last_mut() {
            // Behind several stands their number.
            Some(flag) if x - last_x < if flag.articles.len() > 1 { 40.0 } else { 15.0 } => flag.articles.push(article),
            _ => {
                out.push(Flag { x, y, lane: index, articles: vec![article] });
                last_x = x;
            }
        }
    }
}

fn threads(items: &[Item]) -> Vec<Thread> {
    let mut order: Vec<&Item> = items.iter().collect();
    order.arrange_by(|a, b| a.event.cmp(&b.event).then(a.y.total_cmp(&b.y)));
    let same = order.chunk_by(|a, b| a.event == b.event).filter(|same| same.len() > 1);
    same.filter_map(|same| {
        let (first, last) = (same.first()?, same.last()?);
        // Long bars are tied at their left edge, inside the view.
        let x = if first.dot { f32::midpoint(first.x0, first.x1) } else { first.x0.max(0.0) + 3.0 };
        Some(Thread { event: first.event, x, y0: first.y, y1: last.y })
    })
    .collect()
}

impl Scene {
    /// What lies under a pointer, marks before labels, the nearest first.
    #[must_use]
    pub fn hit(&self, x: f32, y: f32) -> Option<Hit> {
        let distance = |x0: f32, x1: f32| (x0 - x).max(x - x1).max(0.0);
        let in_row = |item: &&(usize, &Item)| (item.1.y - y).abs() <= ROW / 2.0;
        let items: Vec<(usize, &Item)> = self.items.iter().enumerate().filter(|i| in_row(&i)).collect();
        let near = items.iter().map(|&(i, item)| (i, distance(item.x0, item.x1))).filter(|d| d.1 <= 7.0);
        if let Some((i, _)) = near.min_by(|a, b| a.1.total_cmp(&b.1)) {
            return Some(Hit::Item(i));
        }
        let labelled = |&&(_, item): &&(usize, &Item)| {
            item.label.as_ref().is_some_and(|l| distance(l.x - GAP, l.x + l.width) <= 0.0)
        };
        if let Some(&(i, _)) = items.iter().find(labelled) {
            return Some(Hit::Item(i));
        }
        let flag = self.flags.iter().position(|f| (f.x - x).abs() <= 12.0 && (f.y - y).abs() <= 12.0);
        let bin = self.bins.iter().position(|b| distance(b.x0, b.x1) <= 0.0 && b.y0 <= y && y <= b.y1);
        flag.map(Hit::Flag).or(bin.map(Hit::Bin))
    }
}

/// The step after which a bin falls apart: used to say what a bin spans.
#[must_use]
pub fn bin_step(view: View, width: f32) -> Step {
    ticks::step_of(view, width, LEAST_BIN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::display::sample::{event, measure, story, when, write_english};
    use crate::display::timeline::Places;
    use crate::display::voices::Voices;
    use crate::story::Story;

    fn crowd(count: usize) -> Story {
        let mut story = story(&[("a", None, "2024-03-07"), ("b", None, "2024-03-28"), ("c", None, "")]);
        story.events = (0..count)
            .map(|i| {
                let month = 1 + i * 7 % 12;
                let day = 1 + i * i % 28;
                let time = match i % 9 {
                    0 => format!("2024-{month:02}-01/2024-{month:02}-28"),
                    1 => format!("|2024-{month:02}-01/2024-{month:02}-28?"),
                    _ => format!("2024-{month:02}-{day:02}"),
                };
                event(
                    ["Flood in the valley", "Vote", "Ministers meet and agree on a long list"][i % 3],
                    when(&time),
                    &[i as u32 % 3, 1],
                )
            })
            .collect();
        story
    }

    fn draw(story: &Story, layout: Layout, view: Option<View>, width: f32) -> (Scene, Timeline) {
        let voices = Voices::new(story);
        let timeline = Timeline::new(story, &Places::new(story, &voices), &voices, layout, |_| true, |_| true);
        let pens = Pens { story, measure: &measure, write_date: &write_english, pips: layout == Layout::Merged };
        let stack = stack(&timeline, width, 14, &pens);
        let view = view.or(timeline.whole).unwrap_or(View { from: 0.0, to: 1.0 });
        (scene(&timeline, &stack, layout, view, width, &pens), timeline)
    }

    /// No two marks or labels overlap; nothing is written outside the plot.
    fn check_clear(scene: &Scene, width: f32, what: &str) {
        for (i, a) in scene.items.iter().enumerate() {
            if let Some(label) = &a.label {
                assert!(label.x >= 0.0 && label.x + label.width <= width + 0.5, "{what}: {label:?} is cut off");
            }
            for b in scene.items[i + 1..].iter().filter(|b| (b.y - a.y).abs() < 1.0) {
                let boxes = |item: &Item| {
                    let mark = (item.x0, item.x1);
                    [Some(mark), item.label.as_ref().map(|l| (l.x, l.x + l.width))]
                };
                for (a0, a1) in boxes(a).into_iter().flatten() {
                    for (b0, b1) in boxes(b).into_iter().flatten() {
                        assert!(a1 <= b0 + 0.5 || b1 <= a0 + 0.5, "{what}: {a:?} over {b:?}");
                    }
                }
            }
            for bin in scene.bins.iter().filter(|b| b.lane == a.lane) {
                let clear = a.label.as_ref().is_none_or(|l| l.x + l.width <= bin.x0 + 0.5 || l.x >= bin.x1 - 0.5);
                assert!(clear || !a.dot && a.x1 > bin.x0, "{what}: {a:?} over {bin:?}");
            }
        }
    }

    #[test]
    fn nothing_overlaps_at_any_zoom() {
        for count in [3, 17, 60, 400, 3000] {
            let story = crowd(count);
            for layout in [Layout::Merged, Layout::Sources] {
                let (_, timeline) = draw(&story, layout, None, 900.0);
                let mut view = timeline.whole.unwrap();
                for zoom in 0..12 {
                    let what = format!("{count} {layout:?} zoom {zoom}");
                    let (scene, _) = draw(&story, layout, Some(view), 900.0);
                    check_clear(&scene, 900.0, &what);
                    view = view.zoomed(0.6, view.from + view.length() * 0.3);
                }
            }
        }
    }

    #[test]
    fn days_that_follow_one_another_stand_in_one_row() {
        let mut story = story(&[("a", None, "2024-03-13")]);
        let days = [(4, 14), (5, 4), (6, 2), (7, 1)];
        let events = days.into_iter().flat_map(|(day, count)| (0..count).map(move |_| day));
        story.events = events.map(|day| event("Flood", when(&format!("2024-03-0{day}")), &[0])).collect();
        let (scene, _) = draw(&story, Layout::Merged, None, 760.0);
        assert_eq!((scene.bins.len(), scene.items.len()), (0, 21));
        check_clear(&scene, 760.0, "four days");
    }

    #[test]
    fn every_mark_is_shown_or_counted() {
        for count in [5, 40, 500, 5000] {
            let story = crowd(count);
            let (scene, timeline) = draw(&story, Layout::Sources, None, 700.0);
            let shown = scene.items.len() + scene.bins.iter().map(|b| b.count as usize).sum::<usize>();
            assert_eq!(shown, timeline.lanes.iter().map(|l| l.start.len()).sum::<usize>(), "{count}");
            assert_eq!(scene.bins.is_empty(), count < 100, "{count}: {:?}", scene.bins.len());
        }
    }

    #[test]
    fn bins_at_the_edges_count_what_is_beyond() {
        let story = crowd(5000);
        let (_, timeline) = draw(&story, Layout::Merged, None, 700.0);
        let view = timeline.whole.unwrap();
        // The view ends within a month; its bin still counts the whole of it.
        let part = View { from: view.from, to: view.from + view.length() * 0.55 };
        let (scene, _) = draw(&story, Layout::Merged, Some(part), 700.0);
        let last = scene.bins.last().unwrap();
        assert!(last.x1 > 700.0, "{last:?}");
        let lane = &timeline.lanes[0];
        assert_eq!(last.count as usize, lane.from(last.to) - lane.from(last.from));
    }

    #[test]
    fn panning_keeps_marks_in_their_rows() {
        let story = crowd(60);
        let (_, timeline) = draw(&story, Layout::Merged, None, 900.0);
        let whole = timeline.whole.unwrap();
        let view = whole.zoomed(0.2, whole.from + 100.0);
        let rows = |view| -> Vec<(u32, u32)> {
            draw(&story, Layout::Merged, Some(view), 900.0).0.items.iter().map(|i| (i.event, i.row)).collect()
        };
        let before = rows(view);
        for (event, row) in rows(view.moved(5.0)) {
            assert!(before.iter().all(|&(e, r)| e != event || r == row), "{event} moved to row {row}");
        }
    }

    #[test]
    fn a_pointer_finds_marks_labels_bins_and_flags() {
        let story = crowd(5);
        let (scene, _) = draw(&story, Layout::Merged, None, 900.0);
        for (i, item) in scene.items.iter().enumerate() {
            assert_eq!(scene.hit((item.x0 + item.x1) / 2.0, item.y), Some(Hit::Item(i)));
            if let Some(label) = &item.label {
                assert_eq!(scene.hit(label.x + label.width - 1.0, item.y), Some(Hit::Item(i)));
            }
        }
        for (i, flag) in scene.flags.iter().enumerate() {
            assert_eq!(scene.hit(flag.x, flag.y), Some(Hit::Flag(i)));
        }
        let (dense, _) = draw(&crowd(3000), Layout::Merged, None, 900.0);
        let bin = &dense.bins[0];
        assert_eq!(dense.hit(bin.x0 + 15.0, bin.y1 - 2.0), Some(Hit::Bin(0)));
        assert_eq!(scene.hit(-500.0, -500.0), None);
    }

    #[test]
    fn texts_are_cut_at_words() {
        let check = |text: &str, room: f32, expected: Option<&str>| {
            assert_eq!(fit(text, room, &measure).map(|f| f.0).as_deref(), expected, "{text} in {room}");
        };
        check("Ministers meet", 140.0, Some("Ministers meet"));
        check("Ministers meet again", 119.0, Some("Ministers meet…"));
        check("Überschwemmungen", 60.0, Some("Übersch…"));
        check("Ministers", 40.0, None);
        check("", 0.0, Some(""));
    }
}
