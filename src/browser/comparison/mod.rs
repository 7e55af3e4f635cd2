//! The comparison: a row a statement, a column a source, the sources' own words in the cells.

mod cells;
mod filters;

use crate::browser::state::State;
use crate::browser::windowed::Lines;
use crate::display::comparison::{self, Filter, Line};
use crate::display::strings::{strings, word};
use crate::display::voices::Voices;
use crate::display::window::Heights;
use crate::query::{Focus, View};
use crate::story::{Aspect, Place, RowKind};
pub use cells::pieces;
use leptos::html::Div;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Heights before a line was seen, in CSS pixels.
const GROUP: f32 = 56.0;
const ROW: f32 = 150.0;

/// What the parts of the comparison share.
#[derive(Clone, Copy)]
struct Table {
    state: State,
    voices: Memo<Arc<Voices>>,
    filter: RwSignal<Filter>,
    lines: Memo<Arc<Vec<Line>>>,
    windowed: Lines,
}

/// Where the sources agree and differ.
#[component]
pub fn Comparison() -> impl IntoView {
    let state = State::get();
    let voices = Memo::new(move |_| Arc::new(Voices::new(&state.story())));
    let filter = RwSignal::new(Filter::default());
    let lines = Memo::new(move |_| {
        let (story, selection) = (state.story(), state.selection.get());
        Arc::new(filter.with(|filter| comparison::lines(&story, &selection.rows, filter)))
    });
    let windowed = Lines::new();
    Effect::new(move || {
        let height = |line: &Line| if matches!(line, Line::Group(..)) { GROUP } else { ROW };
        windowed.fill(Heights::new(lines.get().iter().map(height)));
    });
    let table = Table { state, voices, filter, lines, windowed };
    // A row under attention elsewhere comes into sight here.
    Effect::new(move || {
        if let Focus::Row(row) = state.focus.get() {
            let at = lines.with_untracked(|lines| lines.iter().position(|l| *l == Line::Row(row)));
            if let Some(at) = at {
                windowed.reveal(at);
            }
        }
    });
    let place: NodeRef<Div> = NodeRef::new();
    let draw = move |line: usize| {
        lines.with_untracked(|lines| match lines.get(line) {
            Some(&Line::Group(kind, count)) => group(line, kind, count),
            Some(&Line::Row(row)) => cells::row(table, line, row),
            None => ().into_any(),
        })
    };
    let empty = move || lines.with(|lines| lines.is_empty());
    let columns = move || voices.with(|v| v.list.len()).to_string();
    view! {
        <div class="compare" style=("--voices", columns)>
            {filters::filters(table)}
            <p class="state" hidden=move || !empty()>{strings().nothing_compared}</p>
            <div class="compare-scroll" tabindex="0" role="group" aria-label=word("comparison") hidden=empty>
                <div
                    class="compare-table"
                    role="table"
                    aria-rowcount=move || (windowed.count() + 1).to_string()
                    aria-label=word("comparison")
                >
                    {head(table)}
                    <div class="compare-lines" role="rowgroup" node_ref=place>
                        {windowed.draw(move || place.get().map(|div| div.unchecked_into::<HtmlElement>()), draw)}
                    </div>
                </div>
            </div>
        </div>
    }
}

/// The names of the sources, which stay in sight.
fn head(table: Table) -> AnyView {
    let columns = move || {
        let voices = table.voices.get();
        let column = |(voice, own): (usize, &crate::display::voices::Voice)| {
            view! {
                <div class="compare-source" role="columnheader">
                    {crate::browser::parts::shape(voice as u32)} <span>{own.name.clone()}</span>
                </div>
            }
        };
        voices.list.iter().enumerate().map(column).collect_view()
    };
    view! {
        <div class="compare-head" role="rowgroup">
            <div class="compare-row" role="row" aria-rowindex="1">
                <div class="compare-source" role="columnheader">{strings().statement}</div>
                {columns}
            </div>
        </div>
    }
    .into_any()
}

fn group(line: usize, kind: RowKind, count: u32) -> AnyView {
    view! {
        <div
            class=format!("compare-group kind-{}", kind_key(kind))
            role="row"
            aria-rowindex=(line + 2).to_string()
            data-line=line.to_string()
        >
            <div role="cell">
                <h3>{word(group_key(kind))} " " <span class="count">{count.to_string()}</span></h3>
            </div>
        </div>
    }
    .into_any()
}

/// A kind's key in the table of words and in the style sheet.
const fn kind_key(kind: RowKind) -> &'static str {
    match kind {
        RowKind::HardConflict => "hard",
        RowKind::SoftConflict => "soft",
        RowKind::OpinionConflict => "opinion",
        RowKind::SingleSource => "single",
        RowKind::Agree => "agree",
    }
}

/// The key of a group's name in the table of words.
const fn group_key(kind: RowKind) -> &'static str {
    match kind {
        RowKind::HardConflict => "group.hard",
        RowKind::SoftConflict => "group.soft",
        RowKind::OpinionConflict => "group.opinion",
        RowKind::SingleSource => "group.single",
        RowKind::Agree => "group.agree",
    }
}

/// An aspect's key in the table of words.
const fn aspect_key(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Count => "aspect.count",
        Aspect::Amount => "aspect.amount",
        Aspect::Measure => "aspect.measure",
        Aspect::Date => "aspect.date",
        Aspect::Order => "aspect.order",
        Aspect::Place => "aspect.place",
        Aspect::Actor => "aspect.actor",
        Aspect::Responsibility => "aspect.responsibility",
        Aspect::Cause => "aspect.cause",
        Aspect::Status => "aspect.status",
        Aspect::Fact => "aspect.fact",
    }
}

/// Gives attention to something and opens the reader at a place: beside, where there is room,
/// else in place of the view.
pub fn open_at(state: State, focus: Focus, place: Place) {
    state.focus.set(focus);
    state.open.set(place.article);
    state.goal.set(Some(place));
    let narrow = window().match_media("(max-width: 43.99rem)").ok().flatten().is_some_and(|m| m.matches());
    if narrow {
        state.view.set(View::Reader);
    }
}
