//! One row of the comparison, cell by cell.

use super::table::{Table, aspect_key};
use crate::browser::dom::{El, el, pieces};
use crate::browser::hand::form::told;
use crate::browser::parts::{Icon, icon_button, shape};
use crate::display::comparison::{self, Cell, Quote};
use crate::display::marked::Piece;
use crate::display::strings::{strings, word};
use crate::display::voices::Voice;
use crate::query::Focus;
use crate::story::{Aspect, Thing};

/// A row: what it is about, then what each source says of it.
pub(super) fn row(table: Table, line: usize, index: u32) -> El {
    let story = table.state.story_now();
    let voices = table.voices.get_untracked();
    let Some(row) = story.rows.get(index as usize) else { return pieces() };
    let stop = table.rows.stop(line);
    let attended = move || table.state.focus.get() == Focus::Row(index);
    let event = story.events.get(row.event as usize).map_or(row.summary.as_str(), |event| event.label.as_str());
    let figures = matches!(row.aspect, Aspect::Count | Aspect::Amount | Aspect::Measure);
    let cells = comparison::cells(&story, &voices, row);
    let cells = cells.iter().zip(&voices.list).enumerate();
    let cells = cells.map(|(voice, (cell, own))| draw_cell(table, (line, index), voice as u32, own, cell, figures));
    el("div")
        .attr("class", ["compare-row kind-", row.kind.word()].concat())
        .class_if("is-focus", attended)
        .attr("role", "row")
        .attr("aria-rowindex", (line + 2).to_string())
        .attr("data-line", line.to_string())
        .child(
            el("div")
                .class("compare-statement")
                .attr("role", "rowheader")
                .child(
                    el("button")
                        .attr("type", "button")
                        .attr_live("tabindex", stop)
                        .attr_live("aria-pressed", move || attended().to_string())
                        .on_click(move || table.state.attend(Focus::Row(index)))
                        .child(el("span").class("compare-aspect").child(word(aspect_key(row.aspect))))
                        .child(el("span").class("compare-told").child(event.to_owned())),
                )
                .child(
                    el("details")
                        .act_on("toggle", move || table.windowed.look())
                        .child(el("summary").attr_live("tabindex", stop).child(strings().why))
                        .child(el("p").child(row.why.clone())),
                )
                .child(el("p").class("hand").child(told(&story, Thing::Row(index))))
                .child(
                    icon_button(Icon::Pen, word("fix"), move || table.hand.fix(Thing::Row(index), None))
                        .attr_live("tabindex", stop),
                ),
        )
        .children(cells)
}

fn draw_cell(table: Table, row: (usize, u32), voice: u32, own: &Voice, cell: &Cell, figures: bool) -> El {
    let name = el("span").class("compare-who").child(shape(voice)).child(own.name.clone());
    if cell.quotes.is_empty() {
        return el("div")
            .class("compare-cell is-silent")
            .attr("role", "cell")
            .child(name)
            .child(el("span").class("silent").child(strings().silent));
    }
    let quotes = cell.quotes.iter().map(|quote| draw_quote(table, row, quote, figures)).collect::<El>();
    el("div").class("compare-cell").attr("role", "cell").child(name).child(quotes)
}

fn draw_quote(table: Table, (line, row): (usize, u32), quote: &Quote, figures: bool) -> El {
    let place = quote.place;
    let value =
        (figures && !quote.value.is_empty()).then(|| el("span").class("compare-value").child(quote.value.clone()));
    let speaker = quote
        .speaker
        .as_ref()
        .map(|who| el("span").class("compare-speaker").child(strings().says).text(" ").child(who.clone()));
    el("button")
        .attr("type", "button")
        .class("compare-quote")
        .attr_live("tabindex", table.rows.stop(line))
        .on_click(move || table.state.open_at(Focus::Row(row), place))
        .child(value)
        .child(el("q").child(passage(&quote.pieces)))
        .child(speaker)
}

/// A passage with its marks.
pub fn passage(pieces: &[Piece]) -> El {
    let piece = |piece: &Piece| {
        let text = &piece.text;
        if piece.marked { el("mark").text(text) } else { crate::browser::dom::pieces().text(text) }
    };
    pieces.iter().map(piece).collect::<El>()
}
