//! "Use your own articles": pasted text and files, read here and sent nowhere.

use super::app;
use super::dialog::dialog;
use super::state::{Origin, State};
use crate::browser::dom::{El, el, on_window, pieces};
use crate::browser::live::Live;
use crate::correct::Log;
use crate::display::strings::{fill, strings};
use crate::error::Error;
use crate::export::workspace::{self, Workspace};
use crate::import::{self, Record};
use leptos::prelude::expect_context;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, FileList, HtmlInputElement, HtmlTextAreaElement};

/// Whether the dialog is open, and whether what is given joins the story.
#[derive(Clone, Copy)]
pub struct Bring {
    /// Whether the dialog is open.
    pub open: Live<bool>,
    join: Live<bool>,
    /// How many texts were pasted; names the next one.
    pasted: Live<usize>,
    /// Whether files hang over the page.
    pub over: Live<bool>,
}

impl Bring {
    /// Listens to files dropped anywhere on the page.
    #[must_use]
    pub fn new(state: State) -> Self {
        let bring =
            Self { open: Live::new(false), join: Live::new(false), pasted: Live::new(0), over: Live::new(false) };
        on_window("dragover", false, move |event: DragEvent| {
            event.prevent_default();
            bring.over.set(true);
        });
        on_window("dragleave", false, move |event: DragEvent| {
            // Leaving an element inside the page is not leaving the page.
            if event.related_target().is_none() {
                bring.over.set(false);
            }
        });
        on_window("drop", false, move |event: DragEvent| {
            event.prevent_default();
            bring.over.set(false);
            let Some(data) = event.data_transfer() else { return };
            match data.files().filter(|files| files.length() > 0) {
                Some(files) => bring.files(state, &files),
                None => bring.text(state, data.get_data("text/plain").unwrap_or_default()),
            }
        });
        bring
    }

    /// Reads files; what cannot be read is named, the rest is shown.
    fn files(self, state: State, files: &FileList) {
        let files: Vec<web_sys::File> = (0..files.length()).filter_map(|i| files.get(i)).collect();
        spawn_local(async move {
            let mut given = Vec::new();
            let mut errors = Vec::new();
            for file in files {
                let Ok(buffer) = JsFuture::from(file.array_buffer()).await else {
                    errors.push(file.name());
                    continue;
                };
                let bytes = js_sys::Uint8Array::new(&buffer).to_vec();
                if let Ok(text) = std::str::from_utf8(&bytes)
                    && workspace::recognise(text)
                {
                    return self.workspace(state, workspace::read(text));
                }
                let read = read(&file.name(), &bytes);
                given.extend(read.records);
                errors.extend(read.errors.iter().map(ToString::to_string));
            }
            self.take(state, given, errors);
        });
    }

    /// Opens a workspace in place of what is shown.
    fn workspace(self, state: State, read: Result<Workspace, Error>) {
        match read {
            Ok(read) => {
                state.errors.set(read.errors.iter().map(ToString::to_string).collect());
                self.open.set(false);
                let description = strings().own_about.to_owned();
                state.origin.set(Origin { title: read.title, description, bundled: false });
                state.query.set(crate::query::Query::default());
                state.log.set(read.log);
                app::read(state, read.records);
            }
            Err(error) => state.errors.set(vec![error.to_string()]),
        }
    }

    /// Reads a pasted text: an article, or records as JSON.
    fn text(self, state: State, text: String) {
        if text.trim().is_empty() {
            return self.take(state, Vec::new(), Vec::new());
        }
        self.pasted.update(|n| *n += 1);
        let name = fill(strings().pasted, &[&self.pasted.get_untracked().to_string()]);
        let read = read(&name, text.as_bytes());
        self.take(state, read.records, read.errors.iter().map(ToString::to_string).collect());
    }

    fn take(self, state: State, given: Vec<Record>, mut errors: Vec<String>) {
        if given.is_empty() && errors.is_empty() {
            errors.push(strings().import_nothing.to_owned());
        }
        state.errors.set(errors);
        if given.is_empty() {
            return;
        }
        self.open.set(false);
        let mut records = if self.join.get_untracked() { state.records.get_untracked() } else { Vec::new() };
        records.extend(given);
        import::unique_ids(&mut records);
        if !self.join.get_untracked() {
            let (title, description) = (strings().own_title.to_owned(), strings().own_about.to_owned());
            state.origin.set(Origin { title, description, bundled: false });
            state.log.set(Log::default());
            // What was chosen in another story means nothing in this one.
            state.query.set(crate::query::Query::default());
        }
        app::read(state, records);
    }
}

/// The dialog.
pub fn sheet() -> El {
    let state = State::get();
    let bring: Bring = expect_context();
    let strings = strings();
    let text = el("textarea").attr("rows", "8");
    let files = el("input")
        .attr("type", "file")
        .attr("multiple", "")
        .attr("accept", ".txt,.md,.markdown,.json,.ndjson,.jsonl,text/plain");
    let area: HtmlTextAreaElement = text.element().unchecked_into();
    let input: HtmlInputElement = files.element().unchecked_into();
    let take = move |join: bool| {
        bring.join.set(join);
        match input.files().filter(|files| files.length() > 0) {
            Some(chosen) => bring.files(state, &chosen),
            None => bring.text(state, area.value()),
        }
        area.set_value("");
        input.set_value("");
    };
    let join = take.clone();
    let bundled = move || {
        bring.open.set(false);
        state.query.set(crate::query::Query::default());
        app::open(state);
    };
    let content = pieces()
        .child(el("p").child(strings.import_about))
        .child(el("label").class("field").child(el("span").child(strings.import_paste)).child(text))
        .child(el("label").class("field").child(el("span").child(strings.import_files)).child(files))
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
                        .on_click(bundled)
                        .child(strings.bundled),
                ),
        );
    dialog("bring", strings.import, bring.open, content)
}

/// What the page itself can read of a file.
fn read(name: &str, bytes: &[u8]) -> import::Imported {
    import::read_here(name, bytes).unwrap_or_else(|| import::Imported::failed(fill(strings().import_other, &[name])))
}
