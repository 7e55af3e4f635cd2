//! The comparison: a row a statement, a column a source, the sources' own words in the cells.

pub mod cells;
mod filters;
pub mod table;

use crate::browser::dom::{El, el, pieces};
use crate::browser::hand::Hand;
use crate::browser::live::{Derived, Live, effect};
use crate::browser::rows::Rows;
use crate::browser::state::State;
use crate::browser::windowed::Lines;
use crate::display::comparison::{self, Filter, Line};
use crate::display::strings::{strings, word};
use crate::display::voices::Voices;
use crate::display::window::Heights;
use crate::query::Focus;
use crate::story::RowKind;
use std::sync::Arc;
use table::{Table, group_key};

/// Heights before a line was seen, in CSS pixels.
const GROUP: f32 = 56.0;
const ROW: f32 = 150.0;

/// So many sources are told side by side where their columns have no room: fewer have, and more of
/// them are easier looked through in columns that scroll.
const MANY: std::ops::Range<usize> = 5..8;

/// Where the sources agree and differ.
pub fn comparison() -> El {
    let state = State::get();
    let voices = Derived::new(move || Arc::new(Voices::new(&state.story())));
    let filter = Live::new(Filter::default());
    let rows = Derived::new(move || {
        let (story, selection) = (state.story(), state.selection.get());
        Arc::new(filter.with(|filter| comparison::lines(&story, &selection.rows, filter)))
    });
    let windowed = Lines::new();
    effect(move || {
        // After a correction the same rows may say something else.
        state.index.track();
        let height = |line: &Line| if matches!(line, Line::Group(..)) { GROUP } else { ROW };
        windowed.fill(Heights::new(rows.get().iter().map(height)));
    });
    let table = Table { state, voices, filter, lines: rows, windowed, rows: Rows::new(windowed, 1), hand: Hand::get() };
    // A row under attention elsewhere comes into sight here.
    effect(move || {
        if let Focus::Row(row) = state.focus.get() {
            let at = rows.with_untracked(|lines| lines.iter().position(|l| *l == Line::Row(row)));
            if let Some(at) = at {
                windowed.reveal(at);
            }
        }
    });
    let draw = move |line: usize| {
        rows.with_untracked(|lines| match lines.get(line) {
            Some(&Line::Group(kind, count)) => group(line, kind, count),
            Some(&Line::Row(row)) => cells::row(table, line, row),
            None => pieces(),
        })
    };
    let body = el("div").class("compare-lines").attr("role", "rowgroup");
    let lines = windowed.draw(&body, draw);
    let empty = move || rows.with(|lines| lines.is_empty());
    let columns = move || voices.with(|v| v.list.len()).to_string();
    el("div")
        .class("compare")
        .class_if("is-many", move || voices.with(|v| MANY.contains(&v.list.len())))
        .style_live("--voices", columns)
        .child(filters::filters(table))
        .child(el("p").class("state").attr_live("hidden", move || !empty()).child(strings().nothing_compared))
        .child(
            table
                .rows
                .listen(el("div"))
                .class("compare-scroll")
                .attr("tabindex", "0")
                .attr("role", "group")
                .attr("aria-label", word("comparison"))
                .attr_live("hidden", empty)
                .child(
                    el("div")
                        .class("compare-table")
                        .attr("role", "table")
                        .attr_live("aria-rowcount", move || (windowed.count() + 1).to_string())
                        .attr("aria-label", word("comparison"))
                        .child(head(table))
                        .child(body.child(lines)),
                ),
        )
}

/// The names of the sources, which stay in sight.
fn head(table: Table) -> El {
    let columns = move || {
        let voices = table.voices.get();
        let column = |(voice, own): (usize, &crate::display::voices::Voice)| {
            el("div")
                .class("compare-source")
                .attr("role", "columnheader")
                .attr("title", own.name.clone())
                .child(crate::browser::parts::shape(voice as u32))
                .child(el("span").child(own.name.clone()))
        };
        voices.list.iter().enumerate().map(column).collect::<El>()
    };
    el("div").class("compare-head").attr("role", "rowgroup").child(
        el("div")
            .class("compare-row")
            .attr("role", "row")
            .attr("aria-rowindex", "1")
            .child(el("div").class("compare-source").attr("role", "columnheader").child(strings().statement))
            .live(columns),
    )
}

fn group(line: usize, kind: RowKind, count: u32) -> El {
    el("div")
        .attr("class", ["compare-group kind-", kind.word()].concat())
        .attr("role", "row")
        .attr("aria-rowindex", (line + 2).to_string())
        .attr("data-line", line.to_string())
        .child(el("div").attr("role", "cell").child(
            el("h3").child(word(group_key(kind))).text(" ").child(el("span").class("count").child(count.to_string())),
        ))
}
