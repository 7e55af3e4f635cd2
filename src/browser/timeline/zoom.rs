//! What of time is in view, kept in the address.

use super::parts::{Parts, set_setting, setting};
use crate::browser::dom::later;
use crate::browser::live::{Live, effect};
use crate::display::days::View;

/// Its name in the address.
const NAME: &str = "t";
/// The view before anything is drawn.
pub const UNSEEN: View = View { from: 0.0, to: 1.0 };
/// How long a view stays before it is written, in milliseconds.
const PAUSE: i32 = 400;

/// Follows the address, and writes it once the view has come to rest.
pub fn keep(parts: Parts) {
    let wanted = setting(parts.state, NAME);
    let known = Live::new(String::new());
    let waits = Live::new(false);
    effect(move || {
        let wanted = wanted.get();
        let first = parts.columns.with(|c| c.first());
        let (Some(first), false) = (first, known.get_untracked() == wanted) else { return };
        parts.with_chart(|chart| chart.look_at(View::read(&wanted).unwrap_or(first)));
        known.set_untracked(wanted);
    });
    effect(move || {
        let view = parts.view.get();
        if !waits.get_untracked() && !parts.listed.get_untracked() {
            waits.set_untracked(true);
            rest(parts, known, waits, view);
        }
    });
}

/// Waits until the view is still what it was, then writes it.
fn rest(parts: Parts, known: Live<String>, waits: Live<bool>, before: View) {
    later(PAUSE, move || {
        let Some(view) = parts.view.try_get_untracked() else { return };
        if view != before {
            return rest(parts, known, waits, view);
        }
        waits.set_untracked(false);
        // Where the timeline is not in sight nothing has been drawn, and no view was chosen.
        if parts.width.get_untracked() <= 0.0 || view == UNSEEN {
            return;
        }
        let (Some(whole), Some(first)) = parts.columns.with_untracked(|c| (c.whole, c.first())) else { return };
        let text = if view == first.within(whole) { String::new() } else { view.write() };
        if known.get_untracked() != text {
            known.set_untracked(text.clone());
            set_setting(parts.state, NAME, &text);
        }
    });
}
