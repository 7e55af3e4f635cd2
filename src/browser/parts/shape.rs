//! The shape of a source: with its colour it tells sources apart, and without it too.

use crate::browser::dom::{El, svg};

/// Outlines on a field of 16 by 16, one for each colour of the style sheet.
pub const OUTLINES: [&str; 8] = [
    "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11Z",
    "M3 3h10v10H3Z",
    "M8 2l6.5 11.5h-13Z",
    "M8 1l7 7-7 7-7-7Z",
    "M8 14.5L1.5 3h13Z",
    "M5.8 2h4.4v3.8H14v4.4h-3.8V14H5.8v-3.8H2V5.8h3.8Z",
    "M8 1.5l6.4 4.6-2.4 7.6H4L1.6 6.1Z",
    "M4.5 2h7L15 8l-3.5 6h-7L1 8Z",
];

/// The shape of a voice, in its colour; it says nothing that the name beside it does not.
#[must_use]
pub fn shape(voice: u32) -> El {
    let slot = voice as usize % OUTLINES.len();
    svg("svg")
        .attr("class", format!("shape voice-{slot}"))
        .attr("viewBox", "0 0 16 16")
        .attr("aria-hidden", "true")
        .child(svg("path").attr("d", OUTLINES[slot]))
}
