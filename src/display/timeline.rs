//! The timeline's lanes: every dated event as columns of numbers, sorted by time.
//!
//! Reads a story and which of its events stay. No object an event is kept for drawing: a view
//! finds what it shows by binary search, however many events there are (see
//! [`crate::display::scene`]).

use super::days::{self, View};
use super::voices::Voices;
use crate::event::{Certainty, When};
use crate::order::Arrange;
use crate::story::Story;
use crate::time::Modifier;

/// How marks are spread over lanes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Layout {
    /// One lane for all sources.
    #[default]
    Merged,
    /// A lane a source.
    Sources,
}

/// How a mark looks: what is known of its time, and how well. A set of the constants below.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look(pub u8);

impl Look {
    /// Something about the time was inferred: drawn hollow.
    pub const INFERRED: u8 = 1;
    /// Its beginning is vague: drawn soft.
    pub const SOFT_START: u8 = 2;
    /// Its end is vague: drawn soft.
    pub const SOFT_END: u8 = 4;
    /// It may lie anywhere before: an open arrow to the left.
    pub const OPEN_START: u8 = 8;
    /// It may lie anywhere after: an open arrow to the right.
    pub const OPEN_END: u8 = 16;
    /// Known to the day or better: a dot where a day is narrow.
    pub const DAY: u8 = 32;
    /// Planned, possible or denied.
    pub const UNSURE: u8 = 64;
    /// Nothing is known of its time.
    pub const UNKNOWN: u8 = 128;

    /// Whether a look has one of the constants.
    #[must_use]
    pub const fn has(self, flag: u8) -> bool {
        self.0 & flag != 0
    }
}

/// Marks of one lane in order of their start, as columns of the same length.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lane {
    /// Whose lane it is; `None` for a lane of several sources.
    pub voice: Option<u32>,
    /// First moment, in days.
    pub start: Vec<f64>,
    /// End, in days; after `start`.
    pub end: Vec<f64>,
    /// Latest end of this and all marks before it, so that what reaches into a view is found
    /// by binary search.
    pub reach: Vec<f64>,
    /// Index into [`Story::events`].
    pub event: Vec<u32>,
    /// How it looks.
    pub look: Vec<Look>,
    /// The voices that report it: a bit for each colour and shape of the style sheet.
    pub slots: Vec<u8>,
    /// Whether its label stands here; with a lane a source only the first to report has it.
    pub named: Vec<bool>,
    /// Days on which the lane's sources published, and the article, in order.
    pub published: Vec<(f64, u32)>,
}

/// All lanes of a story.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// The lanes, from the top.
    pub lanes: Vec<Lane>,
    /// Events with a date: indices into [`Story::events`] in order of time.
    pub dated: Vec<u32>,
    /// Events without one, in the order of their bounds.
    pub undated: Vec<u32>,
    /// From the first mark to the last, publication days included, with room on both sides.
    pub whole: Option<View>,
    /// What is shown first, where it is not the whole: background of years before would press the
    /// story itself into one mark.
    pub dense: Option<View>,
}

/// Parts of the whole in which a dense stretch is looked for.
const BINS: usize = 240;
/// More sources than this share the last lane.
const MOST_LANES: usize = 12;

/// First moment, end, look and index of an event.
type Placed = (f64, f64, Look, u32);

/// Where every event of a story stands, worked out once: a choice of events is then a pass over
/// numbers, however often the reader chooses.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Places {
    /// Events with a date, in order of time.
    placed: Vec<Placed>,
    /// Events without one, in the order of their bounds.
    undated: Vec<u32>,
    /// For each event the voices that report it: a bit for each colour and shape, and a bit a lane.
    told: Vec<(u8, u16)>,
}

/// Where an event is drawn, in days, and how; `None` for an event without a date.
#[must_use]
pub fn place(when: &When, certainty: Certainty) -> Option<(f64, f64, Look)> {
    let span = when.days?;
    let (mut from, mut to) = (f64::from(days::number(span.from)), f64::from(days::number(span.to)) + 1.0);
    let mut look = 0;
    if !when.inferred.is_empty() {
        look |= Look::INFERRED;
    }
    if to - from <= 1.0 {
        look |= Look::DAY;
    }
    if let Some((hour, minute)) = when.clock {
        from += (f64::from(hour) * 60.0 + f64::from(minute)) / 1440.0;
        to = from + 1.0 / 1440.0;
        look |= Look::DAY;
    }
    let third = (to - from) / 3.0;
    match when.modifier {
        Some(Modifier::Start) => {
            to -= third * 2.0;
            look |= Look::SOFT_END;
        }
        Some(Modifier::Mid) => {
            from += third;
            to -= third;
            look |= Look::SOFT_START | Look::SOFT_END;
        }
        Some(Modifier::End) => {
            from += third * 2.0;
            look |= Look::SOFT_START;
        }
        Some(Modifier::Approx) => look |= Look::SOFT_START | Look::SOFT_END,
        Some(Modifier::Before) => look |= Look::OPEN_START,
        Some(Modifier::After) => look |= Look::OPEN_END,
        _ => {}
    }
    if matches!(certainty, Certainty::Planned | Certainty::Denied | Certainty::Possible) {
        look |= Look::UNSURE;
    }
    Some((from, to, Look(look)))
}

impl Places {
    /// Places all events of a story.
    #[must_use]
    pub fn new(story: &Story, voices: &Voices) -> Self {
        let mut places = Self::default();
        for (event, told) in (0u32..).zip(&story.events) {
            match place(&told.when, told.certainty) {
                Some((from, to, look)) => places.placed.push((from, to, look, event)),
                None => places.undated.push(event),
            }
            let mut by = (0, 0);
            for mention in &told.mentions {
                let voice = voices.of(mention.place.article);
                by.0 |= 1 << Voices::slot(voice);
                by.1 |= 1 << lane_of(voice);
            }
            places.told.push(by);
        }
        // What has bounds comes first: the others could stand anywhere.
        let bounded = |event: &u32| {
            story.events.get(*event as usize).is_some_and(|e| e.when.not_before.or(e.when.not_after).is_some())
        };
        places.undated.arrange_by_key(|event| !bounded(event));
        let order = |a: &Placed, b: &Placed| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.3.cmp(&b.3));
        // A story's events come in order of time, but for what a modifier or a clock moves.
        if !places.placed.is_sorted_by(|a, b| order(a, b).is_le()) {
            places.placed.arrange_by(order);
        }
        places
    }
}

impl Timeline {
    /// The lanes of the events that stay.
    ///
    /// `kept` says which of [`Story::events`] stay, `articles` which articles' publication days are
    /// marked.
    #[must_use]
    pub fn new(
        story: &Story,
        places: &Places,
        voices: &Voices,
        layout: Layout,
        kept: impl Fn(u32) -> bool,
        articles: impl Fn(u32) -> bool,
    ) -> Self {
        let count = match layout {
            Layout::Merged => 1,
            Layout::Sources => voices.list.len().clamp(1, MOST_LANES),
        };
        let alone = |lane: usize| count == voices.list.len() || lane + 1 < count;
        let mut lanes: Vec<Lane> = (0..count)
            .map(|lane| Lane {
                voice: alone(lane).then_some(lane as u32).filter(|_| !voices.list.is_empty()),
                ..Lane::default()
            })
            .collect();
        let mut dated = Vec::new();
        for &(from, to, look, event) in places.placed.iter().filter(|placed| kept(placed.3)) {
            dated.push(event);
            let (slots, own) = places.told.get(event as usize).copied().unwrap_or_default();
            // Told by nobody, or all in one lane.
            let own = if count == 1 || own == 0 { 1 } else { own };
            for (lane, marks) in lanes.iter_mut().enumerate().filter(|(lane, _)| own >> lane & 1 == 1) {
                marks.push((from, to), event, look, slots, lane as u32 == own.trailing_zeros());
            }
        }
        for (article, facts) in story.articles.iter().enumerate().filter(|&(i, _)| articles(i as u32)) {
            if let Some(day) = facts.article.published {
                let at = f64::from(days::number(day.date)) + day.minute.map_or(0.5, |m| f64::from(m) / 1440.0);
                let lane = (lane_of(voices.of(article as u32)) as usize).min(count - 1);
                lanes[lane].published.push((at, article as u32));
            }
        }
        for lane in &mut lanes {
            lane.published.arrange_by(|a, b| a.0.total_cmp(&b.0));
        }
        let whole = whole(&lanes);
        let undated = places.undated.iter().copied().filter(|&event| kept(event)).collect();
        let mut timeline = Self { lanes, dated, undated, whole, dense: None };
        timeline.dense = whole.and_then(|whole| timeline.dense(whole));
        timeline
    }

    /// The stretch of all publications and of most events, where it is short against the whole.
    fn dense(&self, whole: View) -> Option<View> {
        let counts = self.density(whole, BINS);
        let most = counts.iter().sum::<u32>() * 7 / 10;
        if most < 4 {
            return None;
        }
        let (mut best, mut first, mut sum) = (0..BINS, 0, 0);
        for (last, count) in counts.iter().enumerate() {
            sum += count;
            while sum >= most {
                if last + 1 - first < best.len() {
                    best = first..last + 1;
                }
                sum -= counts[first];
                first += 1;
            }
        }
        let mut view =
            View { from: whole.at(best.start as f32, BINS as f32), to: whole.at(best.end as f32, BINS as f32) };
        for day in self.lanes.iter().flat_map(|lane| &lane.published).map(|published| published.0) {
            view = View { from: view.from.min(day), to: view.to.max(day) };
        }
        (view.length() * 6.0 < whole.length()).then(|| view.padded(0.1).within(whole))
    }

    /// What is shown first.
    #[must_use]
    pub fn first(&self) -> Option<View> {
        self.dense.or(self.whole)
    }

    /// How many events begin in each of `bins` equal parts of a view, whatever their lane.
    #[must_use]
    pub fn density(&self, view: View, bins: usize) -> Vec<u32> {
        let mut counts = vec![0; bins];
        for lane in &self.lanes {
            let mut before = 0;
            let named = |to: usize, from: usize| lane.named[from..to].iter().filter(|&&n| n).count();
            for (bin, count) in counts.iter_mut().enumerate() {
                let to = view.at(bin as f32 + 1.0, bins as f32);
                let end = before + lane.start[before..].partition_point(|&start| start < to);
                *count += named(end, before) as u32;
                before = end;
            }
        }
        counts
    }
}

impl Lane {
    fn push(&mut self, (from, to): (f64, f64), event: u32, look: Look, slots: u8, named: bool) {
        let reach = self.reach.last().copied().unwrap_or(f64::MIN).max(to);
        self.start.push(from);
        self.end.push(to);
        self.reach.push(reach);
        self.event.push(event);
        self.look.push(look);
        self.slots.push(slots);
        self.named.push(named);
    }

    /// The first mark that may reach past `day`.
    #[must_use]
    pub fn reaching(&self, day: f64) -> usize {
        self.reach.partition_point(|&end| end <= day)
    }

    /// The first mark that begins at or after `day`.
    #[must_use]
    pub fn from(&self, day: f64) -> usize {
        self.start.partition_point(|&start| start < day)
    }
}

/// The lane of a voice, where each has its own.
fn lane_of(voice: u32) -> u32 {
    voice.min(MOST_LANES as u32 - 1)
}

fn whole(lanes: &[Lane]) -> Option<View> {
    let firsts =
        lanes.iter().flat_map(|l| l.start.first().copied().into_iter().chain(l.published.first().map(|p| p.0)));
    let lasts = lanes.iter().flat_map(|l| l.reach.last().copied().into_iter().chain(l.published.last().map(|p| p.0)));
    let from = firsts.min_by(f64::total_cmp)?;
    let to = lasts.max_by(f64::total_cmp)?;
    let view = View { from, to: to.max(from + 1.0) };
    Some(view.padded(0.04))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::display::sample::{event, story, when};

    fn check(time: &str, expected: &str) {
        let drawn = place(&when(time), Certainty::Reported).map(|(from, to, look)| {
            let mut words = format!("{:.1} long", to - from);
            for (flag, word) in [
                (Look::INFERRED, "hollow"),
                (Look::SOFT_START, "soft start"),
                (Look::SOFT_END, "soft end"),
                (Look::DAY, "dot"),
            ] {
                if look.has(flag) {
                    words = format!("{words}, {word}");
                }
            }
            words
        });
        assert_eq!(drawn.as_deref().unwrap_or("not drawn"), expected, "{time}");
    }

    #[test]
    fn precision_is_shown() {
        check("2024-03-08", "1.0 long, dot");
        check("2024-03-22?", "1.0 long, hollow, dot");
        check("2024-03-04/2024-03-10", "7.0 long");
        check("<2024-06-01/2024-06-30", "10.0 long, soft end");
        check("|2024-06-01/2024-06-30?", "10.0 long, hollow, soft start, soft end");
        check(">2024-06-01/2024-06-30", "10.0 long, soft start");
        check("~2024-06-01/2024-06-30", "30.0 long, soft start, soft end");
        check("..2024-06-30", "not drawn");
    }

    #[test]
    fn a_lane_a_source_or_one() {
        let mut story = story(&[("a", None, "2024-03-07"), ("b", None, "2024-03-28"), ("c", None, "")]);
        story.events = vec![
            event("quake", when("2024-03-01/2024-03-31"), &[1, 2]),
            event("flood", when("2024-03-08"), &[0, 0, 1]),
            event("fire", when("..2024-03-28"), &[1]),
            event("storm", when("2024-03-10"), &[2]),
        ];
        let voices = Voices::new(&story);
        let lanes = |layout, kept: &[u32]| {
            let places = Places::new(&story, &voices);
            let timeline = Timeline::new(&story, &places, &voices, layout, |event| kept.contains(&event), |_| true);
            let lanes: Vec<_> = timeline.lanes.iter().map(|l| (l.event.clone(), l.published.len())).collect();
            (
                lanes,
                timeline.undated,
                timeline.lanes.iter().map(|l| l.named.iter().filter(|&&n| n).count()).sum::<usize>(),
            )
        };
        assert_eq!(lanes(Layout::Merged, &[0, 1, 2, 3]), (vec![(vec![0, 1, 3], 2)], vec![2], 3));
        let (each, undated, named) = lanes(Layout::Sources, &[0, 1, 2, 3]);
        assert_eq!(each, [(vec![1], 1), (vec![0, 1], 1), (vec![0, 3], 0)]);
        assert_eq!((undated, named), (vec![2], 3));
        assert_eq!(lanes(Layout::Merged, &[1]), (vec![(vec![1], 2)], vec![], 1));
    }

    #[test]
    fn what_reaches_into_a_view_is_found() {
        let mut story = story(&[("a", None, "")]);
        story.events = (1..=28).map(|d| event("x", when(&format!("2024-02-{d:02}")), &[0])).collect();
        story.events.push(event("long", when("2024-02-02/2024-02-20"), &[0]));
        let voices = Voices::new(&story);
        let places = Places::new(&story, &voices);
        let timeline = Timeline::new(&story, &places, &voices, Layout::Merged, |_| true, |_| true);
        let lane = &timeline.lanes[0];
        let day = f64::from(days::number("2024-02-15".parse().unwrap()));
        assert_eq!(lane.event[lane.reaching(day)], 28, "the long one began on the 2nd");
        assert_eq!(lane.event[lane.from(day)], 14);
        assert_eq!(timeline.density(timeline.whole.unwrap(), 7).iter().sum::<u32>(), 29);
    }

    #[test]
    fn background_does_not_press_the_story_together() {
        let check = |days: &[&str], expected: Option<(&str, &str)>| {
            let mut story = story(&[("a", None, "2024-03-07"), ("b", None, "2024-03-28")]);
            story.events = days.iter().map(|day| event("x", when(day), &[0])).collect();
            let voices = Voices::new(&story);
            let places = Places::new(&story, &voices);
            let timeline = Timeline::new(&story, &places, &voices, Layout::Merged, |_| true, |_| true);
            let day = |day: &str| f64::from(days::number(day.parse().unwrap()));
            let near = |view: View, (from, to): (&str, &str)| {
                (view.from - day(from)).abs() < 12.0 && (view.to - day(to)).abs() < 12.0
            };
            match (timeline.dense, expected) {
                (None, None) => {}
                (Some(view), Some(bounds)) if near(view, bounds) => {}
                (view, _) => panic!("{days:?}: {view:?}"),
            }
        };
        let near = ["2024-03-05", "2024-03-06", "2024-03-09", "2024-03-20", "2024-03-22"];
        let with = |more: &[&'static str]| [&near[..], more].concat();
        check(&near, None);
        // Two of seven lie years before; a week before is no reason to leave anything out.
        check(&with(&["2017-01-01/2017-12-31", "2019-05-01"]), Some(("2024-03-05", "2024-03-30")));
        check(&with(&["2024-02-20"]), None);
        // Half of it is history: the history is the story.
        check(&with(&["2001-01-01", "2005-05-05", "2009-09-09", "2013-03-03"]), None);
        check(&["2001-01-01", "2024-03-05"], None);
    }

    #[test]
    fn nothing_dated_has_no_extent() {
        let (story, voices) = (Story::default(), Voices::default());
        let places = Places::new(&story, &voices);
        let timeline = Timeline::new(&story, &places, &voices, Layout::Sources, |_| true, |_| true);
        assert_eq!((timeline.whole, timeline.lanes.len()), (None, 1));
    }
}
