//! Labels that are cut to the room there is, and stay in sight at the edges.

use super::{GAP, Item, LEAST_LABEL, Label, Pens, WIDEST_LABEL};
use crate::display::ticks::Measure;
use crate::display::timeline::Look;

/// Cuts a text to a width at the end of a word where that loses little; `None` where nothing
/// that says something is left.
#[must_use]
pub fn fit(text: &str, room: f32, measure: &Measure) -> Option<(String, f32)> {
    let width = measure(text);
    if width <= room {
        return Some((text.to_owned(), width));
    }
    if room < LEAST_LABEL {
        return None;
    }
    // Most texts are even enough for a first guess from the mean width of a character.
    let mut keep = (text.len() as f32 * room / width) as usize;
    loop {
        while !text.is_char_boundary(keep) {
            keep -= 1;
        }
        let head = text.get(..keep)?;
        let word = head.rfind(' ').filter(|&space| space * 3 > keep * 2).unwrap_or(keep);
        let mut cut = text[..word].trim_end_matches([' ', ',', '–', '-', ';', ':']).to_owned();
        cut.push('…');
        let width = measure(&cut);
        if width <= room {
            return (cut.chars().count() > 3).then_some((cut, width));
        }
        keep = keep.checked_sub(1)?;
    }
}

/// Labels at the edges: those inside a long bar stay in sight, those that would be cut off at
/// the right stand on the left of their mark, or are shortened.
pub(super) fn bring_into_view(items: &mut [Item], width: f32, pens: &Pens) {
    for item in items {
        let (x0, x1, told) = (item.x0, item.x1, (item.event, item.slots));
        if x1 <= 0.0 || x0 >= width {
            continue;
        }
        let inside = !item.dot && item.label.as_ref().is_some_and(|l| l.x < x1);
        let long = !item.dot && x1.min(width) - x0.max(0.0) > LEAST_LABEL * 2.0;
        if inside || (long && item.named && x1 > width) {
            let x = x0.max(0.0) + GAP;
            item.label = pens.fit(told, x1.min(width) - x - GAP, x);
            continue;
        }
        let Some(label) = &item.label else { continue };
        if label.x + label.width <= width {
            continue;
        }
        let wanted = pens.width(told.0, told.1).min(WIDEST_LABEL);
        let (x, room) = (label.x, width - label.x);
        let left_room = x0 - GAP - item.free.max(0.0);
        let flip = room < wanted.min(140.0) && left_room > room && !item.look.has(Look::OPEN_START);
        item.label = if flip {
            let label = pens.fit(told, left_room.min(WIDEST_LABEL), 0.0);
            label.map(|l| Label { x: x0 - GAP - l.width, ..l })
        } else {
            pens.fit(told, room, x)
        };
    }
}
