//! The reader's own stories, kept in this browser: saved as they change, there again after a reload
//! or a crash, and gone for good when deleted.
//!
//! `keep.js` holds the storage; here is decided what is kept. Where nothing can be kept the work
//! goes on in memory, and the page says so.

pub mod list;
mod store;

use self::store::{Row, Store, store};
use super::state::{Origin, State};
use super::{load, stored};
use crate::browser::live::{Live, effect};
use crate::correct::{Log, json};
use crate::display::bringing::WORDS;
use crate::display::strings::{count, fill};
use crate::import::Record;
use leptos::task::spawn_local;

/// Under which the story that is open is noted.
const OPEN: &str = "story";

/// How it stands with keeping the story that is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Standing {
    /// There is nothing to keep.
    #[default]
    Nothing,
    /// It is on its way.
    Saving,
    /// All that is seen is on the disk.
    Saved,
    /// It is, under this name: another tab had changed what was kept.
    Copied(String),
    /// It is not, for this reason.
    Unsaved(String),
}

/// What is kept. Copied freely.
#[derive(Clone, Copy)]
pub struct Kept {
    /// How it stands with the story that is open.
    pub standing: Live<Standing>,
    /// All stories that are kept, the last one saved first.
    pub rows: Live<Vec<Row>>,
    /// Bytes in use, and bytes that there may be.
    pub room: Live<Option<(f64, f64)>>,
    /// The name of the story that is open, and how often it was saved.
    id: Live<String>,
    saved: Live<u32>,
    /// The copy that another tab's saving made necessary: its name, and what it is called.
    copied: Live<Option<(String, String)>>,
    /// The corrections that were saved last.
    log: Live<Log>,
    /// Whether a save is under way, and what has changed since: something, and articles too.
    busy: Live<bool>,
    again: Live<Option<bool>>,
}

impl Kept {
    /// Nothing is kept yet; corrections are saved as they are made.
    #[must_use]
    pub fn new(state: State) -> Self {
        let kept = Self {
            standing: Live::new(Standing::Nothing),
            rows: Live::new(Vec::new()),
            room: Live::new(None),
            id: Live::new(String::new()),
            saved: Live::new(0),
            copied: Live::new(None),
            log: Live::new(Log::default()),
            busy: Live::new(false),
            again: Live::new(None),
        };
        effect(move || {
            if state.log.with(|log| *log != kept.log.get_untracked()) {
                kept.corrected(state);
            }
        });
        kept
    }

    /// Saves corrections; a bundled story becomes the reader's own with the first.
    fn corrected(self, state: State) {
        let bundled = state.origin.with_untracked(|origin| origin.bundled);
        if state.log.with_untracked(|log| log.entries().is_empty()) && bundled {
            return;
        }
        if bundled {
            self.begin();
            state.origin.update(|origin| origin.bundled = false);
        }
        self.save(state, bundled);
    }

    /// The next save is of another story, or of none.
    pub fn begin(self) {
        self.id.set(String::new());
        self.saved.set(0);
        self.log.set(Log::default());
        self.standing.set(Standing::Nothing);
        note("");
    }

    /// Which story is open, for going back to it.
    #[must_use]
    pub fn mark(self) -> (String, u32, Log) {
        (self.id.get_untracked(), self.saved.get_untracked(), self.log.get_untracked())
    }

    /// Goes back to a story; what was brought in the meantime stays among those that are kept.
    pub fn back_to(self, (id, saved, log): &(String, u32, Log)) {
        if *id != self.id.get_untracked() {
            self.id.set(id.clone());
            self.saved.set(*saved);
            self.standing.set(Standing::Nothing);
            note(id);
        }
        self.log.set(log.clone());
    }

    /// Saves the story that is open: its name and corrections, and its articles where they have changed.
    pub fn save(self, state: State, articles: bool) {
        if state.origin.with_untracked(|origin| origin.bundled) {
            return;
        }
        let Some(store) = store() else { return self.standing.set(Standing::Unsaved(WORDS.forbidden.to_owned())) };
        if self.busy.get_untracked() {
            let before = self.again.get_untracked().unwrap_or_default();
            return self.again.set(Some(before || articles));
        }
        self.busy.set(true);
        self.standing.set(Standing::Saving);
        spawn_local(async move {
            self.save_now(state, &store, articles).await;
            self.busy.set(false);
            let again = self.again.get_untracked();
            self.again.set(None);
            if let Some(articles) = again {
                self.save(state, articles);
            }
        });
    }

    async fn save_now(self, state: State, store: &Store, articles: bool) {
        if self.id.get_untracked().is_empty() {
            self.id.set(store.name());
        }
        self.log.set(state.log.get_untracked());
        let row = self.row(state);
        let records = articles.then(|| state.records.get_untracked());
        let mut standing = match store::save(store, &row, records.as_deref()).await {
            Ok(Some(saved)) => {
                self.saved_as(&row.id, saved);
                // A reader shall not miss that there are two now.
                match self.copied.get_untracked() {
                    Some((id, title)) if id == row.id => Standing::Copied(title),
                    _ => Standing::Saved,
                }
            }
            // Another tab was here: what it saved stays, what is here becomes a story of its own.
            Ok(None) if row.id == self.id.get_untracked() => {
                let title = fill(WORDS.copy, &[&row.title]);
                let copy = Row { id: store.name(), saved: 0, title: title.clone(), ..row };
                state.origin.update(|origin| origin.title.clone_from(&title));
                self.id.set(copy.id.clone());
                self.copied.set(Some((copy.id.clone(), title.clone())));
                match store::save(store, &copy, Some(&state.records.get_untracked())).await {
                    Ok(saved) => {
                        self.saved_as(&copy.id, saved.unwrap_or_default());
                        Standing::Copied(title)
                    }
                    Err(why) => Standing::Unsaved(sentence(&why)),
                }
            }
            // The reader went to another story meanwhile.
            Ok(None) => return,
            Err(why) => Standing::Unsaved(sentence(&why)),
        };
        if self.id.get_untracked().is_empty() {
            standing = Standing::Nothing;
        }
        self.standing.set(standing);
    }

    /// Notes that a story was saved, if it is still the one that is open.
    fn saved_as(self, id: &str, saved: u32) {
        if self.id.get_untracked() == id {
            self.saved.set(saved);
            note(id);
        }
    }

    fn row(self, state: State) -> Row {
        let Origin { title, description, .. } = state.origin.get_untracked();
        let log = state.log.get_untracked();
        let (id, saved, log) = (self.id.get_untracked(), self.saved.get_untracked(), json::write(&log));
        Row { version: store::VERSION, id, title, description, saved, log, ..Row::default() }
    }

    /// Opens the story that was open before the page was loaded; false where there was none.
    pub async fn restore(self, state: State) -> bool {
        let Some(id) = noted() else { return false };
        let open = self.open_now(state, &id).await;
        if !open {
            note("");
            state.errors.set(vec![WORDS.lost.to_owned()]);
        }
        open
    }

    /// Opens a kept story.
    pub fn open(self, state: State, id: String) {
        spawn_local(async move {
            state.query.set(crate::query::Query::default());
            if !self.open_now(state, &id).await {
                state.errors.set(vec![WORDS.lost.to_owned()]);
            }
        });
    }

    async fn open_now(self, state: State, id: &str) -> bool {
        let Some(store) = store() else { return false };
        let Ok(Some((row, records))) = store::load(&store, id).await else { return false };
        let whole: Vec<Record> = records.iter().flatten().cloned().collect();
        let damaged = records.len() - whole.len();
        let mut errors = Vec::new();
        if damaged > 0 {
            errors.push(count(damaged, WORDS.damaged));
        }
        let log = match json::read(&row.log) {
            Ok((log, broken)) => {
                errors.extend(broken.iter().map(ToString::to_string));
                log
            }
            Err(error) => {
                errors.push(error.to_string());
                Log::default()
            }
        };
        state.errors.set(errors);
        self.id.set(row.id);
        self.saved.set(row.saved);
        self.log.set(log.clone());
        state.log.set(log);
        self.standing.set(Standing::Saved);
        note(id);
        state.origin.set(Origin { title: row.title, description: row.description, bundled: false });
        load::read(state, whole);
        true
    }

    /// Deletes a kept story, for good.
    pub fn remove(self, state: State, id: String) {
        let Some(store) = store() else { return };
        spawn_local(async move {
            if let Err(why) = store::remove(&store, &id).await {
                return state.errors.set(vec![sentence(&why)]);
            }
            if self.id.get_untracked() == id {
                self.begin();
                state.query.set(crate::query::Query::default());
                load::open_bundled(state);
            } else if matches!(self.standing.get_untracked(), Standing::Unsaved(_)) {
                // There may be room now.
                self.save(state, true);
            }
            self.look(&store).await;
        });
    }

    /// Reads the list of what is kept.
    pub fn refresh(self) {
        let Some(store) = store() else { return };
        spawn_local(async move { self.look(&store).await });
    }

    async fn look(self, store: &Store) {
        self.rows.set(store::list(store).await.unwrap_or_default());
        self.room.set(store::room(store).await);
    }
}

/// Why something is not saved, for a reader.
fn sentence(why: &str) -> String {
    match why {
        "full" => WORDS.full.to_owned(),
        "forbidden" => WORDS.forbidden.to_owned(),
        other => fill(WORDS.failed, &[other]),
    }
}

/// Notes which story is open: for this tab, and for the next one that is opened.
fn note(id: &str) {
    stored::set(OPEN, id);
    stored::set_for_tab(OPEN, id);
}

/// The story that was open; `None` where it was the bundled one.
fn noted() -> Option<String> {
    stored::get_of_tab(OPEN).or_else(|| stored::get(OPEN)).filter(|id| !id.is_empty())
}
