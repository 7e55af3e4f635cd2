//! The small table of what articles do not state: asked for, never guessed.

use super::Bring;
use crate::browser::dialog::dialog;
use crate::browser::dom::{El, el, pieces};
use crate::browser::state::State;
use crate::display::bringing::WORDS;
use crate::display::strings::fill;
use crate::import::Missing;
use leptos::prelude::expect_context;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// Most rows at once.
const ROWS: usize = 100;

/// What is missing of the articles of the reader's own story: id, and what.
fn lacking(state: State) -> Vec<(String, Missing)> {
    if state.origin.with(|origin| origin.bundled) {
        return Vec::new();
    }
    state.index.with(|index| {
        let missing = index.story.articles.iter().map(|facts| (facts.article.id.clone(), Missing::of(&facts.article)));
        missing.filter(|(_, missing)| missing.any()).collect()
    })
}

/// How many articles lack something.
pub fn number(state: State) -> usize {
    lacking(state).len()
}

/// The table, in its dialog.
pub fn sheet() -> El {
    let state = State::get();
    let bring: Bring = expect_context();
    let content = move || {
        if !bring.asking.get() {
            return None;
        }
        let lacking = lacking(state);
        let more = lacking.len().saturating_sub(ROWS);
        let mut fields: Vec<(String, [Option<HtmlInputElement>; 3])> = Vec::new();
        let mut rows = Vec::new();
        for (id, missing) in lacking.into_iter().take(ROWS) {
            let mut inputs = [None, None, None];
            let wants = [missing.title, missing.source, missing.published];
            let mut row = el("tr").child(el("th").attr("scope", "row").child(id.clone()));
            for (at, wanted) in wants.into_iter().enumerate() {
                let mut cell = el("td");
                if wanted {
                    let label = [id.as_str(), WORDS.columns[at + 1]].join(": ");
                    let kind = if at == 2 { "date" } else { "text" };
                    let field = el("input").attr("type", kind).attr("aria-label", label);
                    // Where rows are stacked the head of the table is not seen.
                    let field = field.attr("placeholder", WORDS.columns[at + 1]);
                    inputs[at] = Some(field.element().unchecked_into());
                    cell = cell.child(field);
                }
                row = row.child(cell);
            }
            fields.push((id, inputs));
            rows.push(row);
        }
        let take = move || {
            let mut records = state.records.get_untracked();
            let mut any = false;
            for record in &mut records {
                let Some((_, inputs)) = fields.iter().find(|(id, _)| *id == record.id) else { continue };
                let places = [&mut record.title, &mut record.source, &mut record.published];
                for (place, input) in places.into_iter().zip(inputs) {
                    let value = input.as_ref().map(HtmlInputElement::value).unwrap_or_default();
                    if !value.trim().is_empty() {
                        *place = Some(value.trim().to_owned());
                        any = true;
                    }
                }
            }
            bring.asking.set(false);
            if any {
                bring.own(state, records, true);
            }
        };
        let head = WORDS.columns.map(|name| el("th").attr("scope", "col").child(name));
        Some(
            pieces()
                .child(el("p").child(WORDS.table_about))
                .child(el("table").child(el("thead").child(el("tr").children(head))).child(el("tbody").children(rows)))
                .child((more > 0).then(|| el("p").class("hint").child(fill(WORDS.table_more, &[&more.to_string()]))))
                .child(
                    el("div").class("actions").child(el("button").class("primary").on_click(take).child(WORDS.done)),
                ),
        )
    };
    dialog("bring missing", WORDS.table, bring.asking, Box::new(move || pieces().live(content)))
}
