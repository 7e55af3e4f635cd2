//! One row of the comparison, cell by cell.

use super::{Table, aspect_key, kind_key, open_at};
use crate::browser::parts::shape;
use crate::display::comparison::{self, Cell, Quote};
use crate::display::marked::Piece;
use crate::display::strings::{strings, word};
use crate::display::voices::Voice;
use crate::query::Focus;
use crate::story::Aspect;
use leptos::prelude::*;

/// A row: what it is about, then what each source says of it.
pub fn row(table: Table, line: usize, index: u32) -> AnyView {
    let story = table.state.story_now();
    let voices = table.voices.get_untracked();
    let Some(row) = story.rows.get(index as usize) else { return ().into_any() };
    let attended = move || table.state.focus.get() == Focus::Row(index);
    let told = story.events.get(row.event as usize).map_or(row.summary.as_str(), |event| event.label.as_str());
    let figures = matches!(row.aspect, Aspect::Count | Aspect::Amount | Aspect::Measure);
    let cells = comparison::cells(&story, &voices, row);
    let cells = cells.iter().zip(&voices.list).enumerate();
    let cells = cells.map(|(voice, (cell, own))| draw_cell(table, index, voice as u32, own, cell, figures));
    view! {
        <div
            class=format!("compare-row kind-{}", kind_key(row.kind))
            class:is-focus=attended
            role="row"
            aria-rowindex=(line + 2).to_string()
            data-line=line.to_string()
        >
            <div class="compare-statement" role="rowheader">
                <button
                    type="button"
                    aria-pressed=move || attended().to_string()
                    on:click=move |_| table.state.attend(Focus::Row(index))
                >
                    <span class="compare-aspect">{word(aspect_key(row.aspect))}</span>
                    <span class="compare-told">{told.to_owned()}</span>
                </button>
                <details on:toggle=move |_| table.windowed.look()>
                    <summary>{strings().why}</summary>
                    <p>{row.why.clone()}</p>
                </details>
            </div>
            {cells.collect_view()}
        </div>
    }
    .into_any()
}

fn draw_cell(table: Table, row: u32, voice: u32, own: &Voice, cell: &Cell, figures: bool) -> AnyView {
    let name = view! { <span class="compare-who">{shape(voice)} {own.name.clone()}</span> };
    if cell.quotes.is_empty() {
        return view! {
            <div class="compare-cell is-silent" role="cell">{name} <span class="silent">{strings().silent}</span></div>
        }
        .into_any();
    }
    let quotes = cell.quotes.iter().map(|quote| draw_quote(table, row, quote, figures)).collect_view();
    view! { <div class="compare-cell" role="cell">{name} {quotes}</div> }.into_any()
}

fn draw_quote(table: Table, row: u32, quote: &Quote, figures: bool) -> AnyView {
    let place = quote.place;
    let value = (figures && !quote.value.is_empty()).then(|| {
        view! { <span class="compare-value">{quote.value.clone()}</span> }
    });
    let speaker = quote.speaker.as_ref().map(|who| {
        view! { <span class="compare-speaker">{strings().says} " " {who.clone()}</span> }
    });
    view! {
        <button
            type="button"
            class="compare-quote"
            on:click=move |_| open_at(table.state, Focus::Row(row), place)
        >
            {value}
            <q>{pieces(&quote.pieces)}</q>
            {speaker}
        </button>
    }
    .into_any()
}

/// A passage with its marks.
pub fn pieces(pieces: &[Piece]) -> AnyView {
    let piece = |piece: &Piece| {
        let text = piece.text.clone();
        if piece.marked { view! { <mark>{text}</mark> }.into_any() } else { text.into_any() }
    };
    pieces.iter().map(piece).collect_view().into_any()
}
