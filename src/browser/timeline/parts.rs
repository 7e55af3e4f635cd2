//! [`Parts`]: what the parts of the timeline share.

use super::card::Card;
use super::chart::{Chart, Handle};
use super::frame::redraw;
use crate::browser::live::{Derived, Live};
use crate::browser::state::State;
use crate::display::days::View;
use crate::display::timeline::{Layout, Timeline as Columns};
use crate::display::voices::Voices;
use crate::query::Focus;
use jiff::civil::Date;
use std::sync::Arc;

/// Below this width, in the drawing's own units, the timeline stands upright as a list.
pub const UPRIGHT: f32 = 520.0;

/// What the parts of the timeline share.
#[derive(Clone, Copy)]
pub struct Parts {
    pub(super) state: State,
    /// The sources.
    pub(super) voices: Derived<Arc<Voices>>,
    /// Lanes and marks of what is selected.
    pub(super) columns: Derived<Arc<Columns>>,
    /// Days on which articles were published, each once, in order.
    pub(super) days: Derived<Arc<Vec<Date>>>,
    /// How lanes are laid out.
    pub(super) layout: Derived<Layout>,
    /// Whether the list is shown in place of the drawing.
    pub(super) listed: Derived<bool>,
    /// Width of the place for the timeline, in the drawing's own units.
    pub(super) width: Live<f32>,
    /// What is in view; written after each frame.
    pub(super) view: Live<View>,
    /// What is told of beside the drawing.
    pub(super) card: Live<Option<Card>>,
    /// The drawing, once it is in the page.
    pub(super) chart: Live<Option<Handle>>,
}

impl Parts {
    /// Does something to the drawing and draws it again.
    pub(super) fn with_chart(&self, change: impl FnOnce(&mut Chart)) {
        if let Some(chart) = self.chart.try_get_untracked().flatten() {
            change(&mut chart.borrow_mut());
            redraw(&chart);
        }
    }

    /// Whether there is no room for a drawing.
    pub(super) fn upright(&self) -> bool {
        self.width.with(|&width| 0.0 < width && width < UPRIGHT) || self.columns.with(|c| c.whole.is_none())
    }

    /// Shows the story as it stood at the end of a day, or as it is.
    pub(super) fn replay(&self, day: Option<Date>) {
        if self.state.query.with_untracked(|query| query.as_of) != day {
            self.state.query.update(|query| query.as_of = day);
        }
    }

    /// Events in the order of the list: those with a date, then those without.
    pub(super) fn order(&self) -> Vec<u32> {
        self.columns.with(|c| c.dated.iter().chain(&c.undated).copied().collect())
    }
}

/// One of the timeline's own settings in the address.
pub fn setting(state: State, name: &'static str) -> Derived<String> {
    Derived::new(move || {
        let more = state.more.get();
        more.into_iter().find(|(key, _)| key == name).map(|(_, value)| value).unwrap_or_default()
    })
}

/// Chooses one of them; an empty value takes it out of the address.
pub fn set_setting(state: State, name: &'static str, value: &str) {
    state.more.update(|more| {
        more.retain(|(key, _)| key != name);
        if !value.is_empty() {
            more.push((name.to_owned(), value.to_owned()));
        }
    });
}

/// The event that a focus stands for on the timeline.
pub fn event_of(parts: Parts, focus: Focus) -> Option<u32> {
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
