//! What changed after the day on which the story is seen: the words before and the words after.

use super::parts::Parts;
use crate::browser::comparison::cells::passage;
use crate::browser::dates;
use crate::browser::dom::{El, el, pieces};
use crate::browser::live::{Derived, Live};
use crate::browser::parts::{Icon, icon, shape};
use crate::display::changes::{self, Changes, Line, Side};
use crate::display::strings::{count, fill, word};
use crate::query::Focus;
use crate::story::asof::Of;

/// Changes shown at once.
const STEP: usize = 5;

/// What changed later; nothing while the whole story is seen.
pub fn later(parts: Parts) -> El {
    let state = parts.state;
    let changes = Derived::new(move || {
        let day = state.query.with(|query| query.as_of)?;
        Some(changes::after(&state.story(), day))
    });
    let shown = Live::new(STEP);
    pieces().live(move || changes.get().map(|changes| all(parts, shown, &changes)))
}

#[inline(never)]
fn all(parts: Parts, shown: Live<usize>, changes: &Changes) -> El {
    let lines = changes.lines.iter().take(shown.get()).map(|line| change(parts, line));
    let rest = changes.lines.len().saturating_sub(shown.get());
    let more = (rest > 0).then(|| {
        el("button")
            .attr("type", "button")
            .class("quiet")
            .on_click(move || shown.update(|shown| *shown += 4 * STEP))
            .child(fill(word("card.more"), &[&rest.to_string()]))
    });
    let none = changes.lines.is_empty().then(|| el("p").class("hint").child(word("later.none")));
    el("section")
        .class("later")
        .attr("aria-label", word("later"))
        .child(
            el("h3")
                .child(word("later"))
                .text(" ")
                .child(el("span").class("count").child(changes.lines.len().to_string())),
        )
        .child(none)
        .child(el("ol").children(lines))
        .child(more)
        .child(besides(changes))
}

/// How much else was told later.
fn besides(changes: &Changes) -> Option<El> {
    let of = |number: u32, one: &'static str, more: &'static str| count(number as usize, [word(one), word(more)]);
    let words = fill(
        word("later.more"),
        &[
            &of(changes.articles, "later.article", "later.articles"),
            &of(changes.events, "later.event", "later.events"),
            &of(changes.rows, "later.row", "later.rows"),
        ],
    );
    (changes.articles > 0).then(|| el("p").class("hint").child(words))
}

fn change(parts: Parts, line: &Line) -> El {
    let story = parts.state.story_now();
    let (focus, event) = match line.of {
        Of::Row(row) => (Focus::Row(row), story.rows.get(row as usize).map(|r| r.event)),
        Of::Event(event) => (Focus::Event(event), Some(event)),
    };
    let label = event.and_then(|event| story.events.get(event as usize)).map(|e| e.label.clone());
    el("li")
        .child(
            el("p")
                .class("later-what")
                .child(el("strong").child(word(&["turn.", line.turn.name()].concat())))
                .text(" ")
                .child(label),
        )
        .child(side(parts, focus, &line.before))
        .child(icon(Icon::Open))
        .child(side(parts, focus, &line.after))
}

fn side(parts: Parts, focus: Focus, side: &Side) -> El {
    let place = side.place;
    let voice = parts.voices.with_untracked(|voices| voices.of(place.article));
    el("button")
        .attr("type", "button")
        .class("later-side")
        .on_click(move || parts.state.open_at(focus, place))
        .child(
            el("span")
                .class("later-who")
                .child(shape(voice))
                .child(parts.voices.with_untracked(|voices| voices.list.get(voice as usize).map(|v| v.name.clone())))
                .child(side.published.map(|day| el("span").class("later-day").child(dates::short(day)))),
        )
        .child(el("q").child(passage(&side.pieces)))
}
