//! [`Order`]: a form asked for by one program of the page and made by another.

use super::{Material, Seen, write};
use crate::correct::Log;
use crate::display::days::View;
use crate::display::timeline::Layout;
use crate::import::Record;
use crate::story::Story;
use serde::{Deserialize, Serialize};

/// What [`Material`] holds, ready to be sent, and which form is wanted.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Order {
    /// The form's word.
    pub word: String,
    /// What the story is called.
    pub title: String,
    /// The story as it stands.
    pub story: Story,
    /// The articles as they were given.
    pub records: Vec<Record>,
    /// What a person corrected.
    pub log: Log,
    /// Whether the timeline has a lane a source.
    pub by_source: bool,
    /// The stretch of time that is drawn: first and last day.
    pub view: Option<(f64, f64)>,
    /// The events that are drawn: indices into the story's.
    pub events: Vec<u32>,
    /// Width of the drawing in CSS pixels; 0 for one that suits a page.
    pub width: f32,
}

impl Order {
    /// The order as bytes.
    #[must_use]
    pub fn message(&self) -> Vec<u8> {
        // Writing to memory cannot fail, and no type here has a length unknown beforehand.
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// Carries out an order; `None` where the bytes are none, or name no form.
    #[must_use]
    pub fn carry_out(message: &[u8]) -> Option<String> {
        let order: Self = crate::bytes::read(message)?;
        let seen = Seen {
            layout: if order.by_source { Layout::Sources } else { Layout::Merged },
            view: order.view.map(|(from, to)| View { from, to }).filter(|v| v.from < v.to),
            events: Some(&order.events),
            width: order.width,
        };
        let Self { title, story, records, log, .. } = &order;
        write(&order.word, &Material { title, story, records, log, seen })
    }
}
