//! Frames: every change asks for one; however many there are, one frame draws them all.

use super::chart::{Chart, Handle};
use super::paint::paint;
use crate::browser::dom::next_frame;

/// Asks for a frame.
pub fn redraw(chart: &Handle) {
    if chart.borrow_mut().ask() {
        return;
    }
    let chart = chart.clone();
    next_frame(move || {
        let flying = draw(&mut chart.borrow_mut());
        if flying {
            redraw(&chart);
        }
    });
}

/// Draws; whether there is more to come.
fn draw(chart: &mut Chart) -> bool {
    if !chart.advance() {
        return false;
    }
    paint(chart);
    chart.drawn()
}
