//! The dialog: where to paste, choose and open again.

use super::files::Given;
use super::{Bring, chosen};
use crate::browser::dialog::dialog;
use crate::browser::dom::{El, el, pieces};
use crate::browser::kept::list;
use crate::browser::state::State;
use crate::display::bringing::WORDS;
use crate::display::strings::strings;
use leptos::prelude::expect_context;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, HtmlTextAreaElement};

/// Endings of the files that are read.
const ACCEPTED: &str = ".txt,.text,.md,.markdown,.html,.htm,.xhtml,.mht,.mhtml,.xml,.rss,.atom,.json,.ndjson,.jsonl,\
    .csv,.tsv,.eml,.warc,.gz,.zip,text/plain,text/html";

/// The dialog.
pub fn sheet() -> El {
    let state = State::get();
    let bring: Bring = expect_context();
    dialog("bring", strings().import, bring.open, Box::new(move || content(state, bring)))
}

fn content(state: State, bring: Bring) -> El {
    let strings = strings();
    let text = el("textarea").attr("rows", "8");
    let files = el("input").attr("type", "file").attr("multiple", "").attr("accept", ACCEPTED);
    let folder = el("input").attr("type", "file").attr("multiple", "").attr("webkitdirectory", "");
    let area: HtmlTextAreaElement = text.element().unchecked_into();
    let inputs: [HtmlInputElement; 2] = [files.element().unchecked_into(), folder.element().unchecked_into()];
    let take = move |join: bool| {
        let given: Vec<_> = inputs.iter().flat_map(chosen).collect();
        if given.is_empty() {
            bring.open.set(false);
            bring.text(state, area.value(), join);
        } else {
            bring.take(state, Given::Files(given), join);
        }
        area.set_value("");
        inputs.iter().for_each(|input| input.set_value(""));
    };
    let join = take.clone();
    let field = |label: &'static str, input: El| el("label").class("field").child(el("span").child(label)).child(input);
    pieces()
        .child(el("p").child(strings.import_about))
        .child(field(strings.import_paste, text))
        .child(el("div").class("fields").child(field(strings.import_files, files)).child(field(WORDS.folder, folder)))
        .child(el("p").class("hint").child(strings.import_drop))
        .child(
            el("div")
                .class("actions")
                .child(el("button").class("primary").on_click(move || take(false)).child(strings.import_replace))
                .child(el("button").on_click(move || join(true)).child(strings.import_add))
                .child(
                    el("button")
                        .class("quiet")
                        .attr_live("hidden", move || state.origin.with(|o| o.bundled))
                        .on_click(move || bring.bundled(state))
                        .child(strings.bundled),
                ),
        )
        .child(list::list())
}
