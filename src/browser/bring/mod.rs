//! "Use your own articles": pasted text, files and folders, read here and sent nowhere.

pub mod files;
pub mod missing;
pub mod outcome;
pub mod report;
pub mod sheet;

use self::files::{Given, Read};
use self::outcome::Report;
use super::host::{self, Breath};
use super::kept::Kept;
use super::load;
use super::state::{Origin, State};
use crate::browser::dom::on_window;
use crate::browser::live::Live;
use crate::correct::Log;
use crate::display::bringing::WORDS;
use crate::display::strings::{fill, strings};
use crate::error::Error;
use crate::export::workspace::Workspace;
use crate::import::{Imported, Record, Seen};
use crate::query::Query;
use futures::future::{AbortHandle, abortable};
use leptos::prelude::expect_context;
use leptos::task::spawn_local;
use std::rc::Rc;
use web_sys::DragEvent;

/// What is being brought in. Copied freely.
#[derive(Clone, Copy)]
pub struct Bring {
    /// Whether the dialog is open.
    pub open: Live<bool>,
    /// How many texts were pasted; names the next one.
    pasted: Live<usize>,
    /// Whether files hang over the page.
    pub over: Live<bool>,
    /// Files opened so far, of how many.
    pub progress: Live<Option<(usize, usize)>>,
    /// What came of the last files.
    pub report: Live<Option<Report>>,
    /// Whether the table of what is missing is open.
    pub asking: Live<bool>,
    running: Live<Option<AbortHandle>>,
    kept: Kept,
}

impl Bring {
    /// Listens to files dropped anywhere on the page.
    #[must_use]
    pub fn new(state: State) -> Self {
        let bring = Self {
            open: Live::new(false),
            pasted: Live::new(0),
            over: Live::new(false),
            progress: Live::new(None),
            report: Live::new(None),
            asking: Live::new(false),
            running: Live::new(None),
            kept: expect_context(),
        };
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
            if data.files().is_some_and(|files| files.length() > 0) {
                if let Ok(host) = host::host() {
                    bring.take(state, Given::Falling(host.dropped(&data)), false);
                }
            } else {
                bring.text(state, data.get_data("text/plain").unwrap_or_default(), false);
            }
        });
        bring
    }

    /// Takes pasted text.
    fn text(self, state: State, text: String, join: bool) {
        if text.trim().is_empty() {
            return state.errors.set(vec![strings().import_nothing.to_owned()]);
        }
        self.pasted.update(|n| *n += 1);
        let name = fill(strings().pasted, &[&self.pasted.get_untracked().to_string()]);
        self.take(state, Given::Text(name, text), join);
    }

    /// Reads what was given, in the place of what is shown or besides it.
    pub fn take(self, state: State, given: Given, join: bool) {
        self.cancel();
        self.open.set(false);
        // What the address asks for belongs to the site: it is shown, not kept.
        let hosted = matches!(given, Given::Bytes(..));
        let (work, handle) = abortable(async move {
            let read = given.read(self.progress).await;
            self.progress.set(None);
            let all = match read {
                Read::Articles(all) => all,
                Read::Workspace(read) => return self.workspace(state, read),
            };
            let records = self.gather(state, all, join).await;
            match records {
                Some(records) if hosted => self.hosted(state, records),
                Some(records) => self.own(state, records, join),
                None if hosted => load::open_bundled(state),
                None => {}
            }
        });
        self.running.set(Some(handle));
        spawn_local(async move {
            // Cancelled work is dropped, and its worker with it.
            work.await.ok();
        });
    }

    /// Opens a workspace in place of what is shown.
    fn workspace(self, state: State, read: Result<Workspace, Error>) {
        match read {
            Ok(read) => {
                self.report.set(None);
                self.kept.begin();
                state.errors.set(read.errors.iter().map(ToString::to_string).collect());
                let description = strings().own_about.to_owned();
                state.origin.set(Origin { title: read.title, description, bundled: false });
                state.query.set(Query::default());
                state.log.set(read.log);
                load::read(state, read.records);
                self.kept.save(state, true);
            }
            Err(error) => state.errors.set(vec![error.to_string()]),
        }
    }

    /// Stops reading.
    pub fn cancel(self) {
        if let Some(handle) = self.running.get_untracked() {
            handle.abort();
        }
        self.running.set(None);
        if self.progress.get_untracked().is_some() {
            self.progress.set(None);
            self.report.set(Some(Report::sentence(WORDS.cancelled)));
        }
    }

    /// The articles of all files, if any is new; tells what came of the files.
    async fn gather(self, state: State, files: Vec<(String, Imported)>, join: bool) -> Option<Vec<Record>> {
        let mut breath = Breath::begin();
        let mut seen = Seen::default();
        let mut records = if join { state.records.get_untracked() } else { Vec::new() };
        seen.sift(&mut records);
        records = seen.name(records);
        let before = records.len();
        let mut report = Report::default();
        for (name, mut file) in files {
            let repeated = seen.sift(&mut file.records);
            report.add(&name, &file, &repeated);
            records.extend(seen.name(file.records));
            breath.take().await;
        }
        let new = records.len() - before;
        self.report.set(Some(report));
        (new > 0).then_some(records)
    }

    /// Shows the articles of a corpus that lies beside the page.
    fn hosted(self, state: State, records: Vec<Record>) {
        self.report.set(None);
        let title = records.first().and_then(|one| one.title.clone()).unwrap_or_default();
        let title = if records.len() == 1 && !title.is_empty() { title } else { strings().story.to_owned() };
        state.origin.set(Origin { title, description: String::new(), bundled: true });
        state.log.set(Log::default());
        load::read(state, records);
    }

    /// Makes articles the reader's own story, or part of it.
    pub fn own(self, state: State, records: Vec<Record>, join: bool) {
        let kept = self.kept;
        let back = self.way_back(state);
        if !join || state.origin.with_untracked(|origin| origin.bundled) {
            kept.begin();
            let (title, description) = (strings().own_title.to_owned(), strings().own_about.to_owned());
            state.origin.set(Origin { title, description, bundled: false });
            state.log.set(Log::default());
            // What was chosen in another story means nothing in this one.
            state.query.set(Query::default());
        }
        load::read(state, records);
        state.back.set(Some(back));
        kept.save(state, true);
    }

    /// Shows again what is shown now.
    fn way_back(self, state: State) -> Rc<dyn Fn()> {
        let (records, origin) = (state.records.get_untracked(), state.origin.get_untracked());
        let (log, query, kept) = (state.log.get_untracked(), state.query.get_untracked(), self.kept.mark());
        Rc::new(move || {
            state.records.set(records.clone());
            state.origin.set(origin.clone());
            self.kept.back_to(&kept);
            state.log.set(log.clone());
            state.query.set(query.clone());
            self.kept.save(state, true);
            self.report.set(Some(Report::sentence(WORDS.cancelled)));
        })
    }

    /// The bundled story again.
    pub fn bundled(self, state: State) {
        self.open.set(false);
        self.report.set(None);
        self.kept.begin();
        state.query.set(Query::default());
        load::open_bundled(state);
    }
}

/// The files of an input.
pub(super) fn chosen(input: &web_sys::HtmlInputElement) -> Vec<web_sys::File> {
    let files = input.files();
    let length = files.as_ref().map_or(0, web_sys::FileList::length);
    (0..length).filter_map(|i| files.as_ref()?.get(i)).collect()
}
