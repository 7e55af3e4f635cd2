//! [`Card`]: what the card beside a mark tells of, and where it stands.

use crate::display::days;
use crate::display::scene::Bin;
use crate::time::Days;

/// What a card tells of, and the point it belongs to, in the drawing's own units.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    pub(super) what: What,
    pub(super) x: f32,
    pub(super) y: f32,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    Event(u32),
    Bin(u32, Days),
    Articles(Vec<u32>),
}

impl Card {
    /// The card of an event.
    #[must_use]
    pub const fn event(event: u32, x: f32, y: f32) -> Self {
        Self { what: What::Event(event), x, y }
    }

    /// The card of a bin.
    #[must_use]
    pub fn bin(bin: &Bin, x: f32, y: f32) -> Self {
        let (from, to) = (bin.from.floor() as i32, ((bin.to - 0.01).floor() as i32).max(bin.from.floor() as i32));
        let what = What::Bin(bin.count, Days { from: days::date(from), to: days::date(to) });
        Self { what, x, y }
    }

    /// The card of publications.
    #[must_use]
    pub const fn articles(articles: Vec<u32>, x: f32, y: f32) -> Self {
        Self { what: What::Articles(articles), x, y }
    }
}
