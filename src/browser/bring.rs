//! "Use your own articles": pasted text and files, read here and sent nowhere.

use super::app;
use super::dialog::dialog;
use super::state::{Origin, State};
use crate::browser::parts::live::{click, live, on};
use crate::display::strings::{fill, strings};
use crate::import::{self, Record};
use leptos::task::spawn_local;
use leptos::{ev, html, prelude::*};
use wasm_bindgen_futures::JsFuture;
use web_sys::FileList;

/// Whether the dialog is open, and whether what is given joins the story.
#[derive(Clone, Copy)]
pub struct Bring {
    /// Whether the dialog is open.
    pub open: RwSignal<bool>,
    join: RwSignal<bool>,
    /// How many texts were pasted; names the next one.
    pasted: RwSignal<usize>,
    /// Whether files hang over the page.
    pub over: RwSignal<bool>,
}

impl Bring {
    /// Listens to files dropped anywhere on the page.
    #[must_use]
    pub fn new(state: State) -> Self {
        let bring = Self {
            open: RwSignal::new(false),
            join: RwSignal::new(false),
            pasted: RwSignal::new(0),
            over: RwSignal::new(false),
        };
        let over = window_event_listener(ev::dragover, move |event| {
            event.prevent_default();
            bring.over.set(true);
        });
        let leave = window_event_listener(ev::dragleave, move |event| {
            // Leaving an element inside the page is not leaving the page.
            if event.related_target().is_none() {
                bring.over.set(false);
            }
        });
        let drop = window_event_listener(ev::drop, move |event| {
            event.prevent_default();
            bring.over.set(false);
            let Some(data) = event.data_transfer() else { return };
            match data.files().filter(|files| files.length() > 0) {
                Some(files) => bring.files(state, &files),
                None => bring.text(state, data.get_data("text/plain").unwrap_or_default()),
            }
        });
        on_cleanup(move || [over, leave, drop].into_iter().for_each(WindowListenerHandle::remove));
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
                let read = import::read(&file.name(), &js_sys::Uint8Array::new(&buffer).to_vec());
                given.extend(read.records);
                errors.extend(read.errors.iter().map(ToString::to_string));
            }
            self.take(state, given, errors);
        });
    }

    /// Reads a pasted text: an article, or records as JSON.
    fn text(self, state: State, text: String) {
        if text.trim().is_empty() {
            return self.take(state, Vec::new(), Vec::new());
        }
        self.pasted.update(|n| *n += 1);
        let name = fill(strings().pasted, &[&self.pasted.get_untracked().to_string()]);
        let read = import::read(&name, text.as_bytes());
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
            // What was chosen in another story means nothing in this one.
            state.query.set(crate::query::Query::default());
        }
        app::read(state, records);
    }
}

/// The dialog.
pub fn sheet() -> AnyView {
    let state = State::get();
    let bring: Bring = expect_context();
    let strings = strings();
    let text = NodeRef::<html::Textarea>::new();
    let files = NodeRef::<html::Input>::new();
    let take = move |join: bool| {
        bring.join.set(join);
        let chosen = files.get_untracked().and_then(|input| input.files()).filter(|files| files.length() > 0);
        let typed = text.get_untracked().map(|area| area.value()).unwrap_or_default();
        match chosen {
            Some(chosen) => bring.files(state, &chosen),
            None => bring.text(state, typed),
        }
        if let (Some(area), Some(input)) = (text.get_untracked(), files.get_untracked()) {
            area.set_value("");
            input.set_value("");
        }
    };
    let bundled = move |_| {
        bring.open.set(false);
        state.query.set(crate::query::Query::default());
        app::open(state);
    };
    let content = view! {
        <p>{strings.import_about}</p>
        <label class="field">
            <span>{strings.import_paste}</span>
            <textarea node_ref=text rows="8"></textarea>
        </label>
        <label class="field">
            <span>{strings.import_files}</span>
            <input node_ref=files type="file" multiple accept=".txt,.md,.markdown,.json,.ndjson,.jsonl,text/plain"/>
        </label>
        <p class="hint">{strings.import_drop}</p>
        <div class="actions">
            <button class="primary" on:click=click(move || take(false))>{strings.import_replace}</button>
            <button on:click=click(move || take(true))>{strings.import_add}</button>
            <button class="quiet" hidden=live(move || state.origin.with(|o| o.bundled)) on:click=on(bundled)>
                {strings.bundled}
            </button>
        </div>
    }
    .into_any();
    dialog("bring", strings.import, bring.open, content)
}
