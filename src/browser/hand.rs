//! Correcting by hand: a form on what is under attention, undo and redo, and what was done.

pub mod form;
pub mod history;

use super::live::Live;
use super::state::State;
use super::worker;
use crate::correct::{Correction, Log};
use crate::display::fix::{self, Form};
use crate::display::strings::{fill, word};
use crate::error::Error;
use crate::query::Focus;
use crate::story::{Place, Story, Thing};
use leptos::prelude::expect_context;
use std::rc::Rc;

/// What the parts of correcting share.
#[derive(Clone, Copy)]
pub struct Hand {
    state: State,
    /// The form that is or was open.
    form: Live<Option<Rc<Form>>>,
    /// Whether it is.
    open: Live<bool>,
    /// Whether the list of corrections is.
    pub history: Live<bool>,
    /// What a filled form lacks.
    wrong: Live<&'static str>,
    /// What was done last, for those who do not see it.
    said: Live<String>,
    /// Counts what was asked of the engine: only the last answer is shown.
    asked: Live<u32>,
}

impl Hand {
    /// Nothing is being corrected.
    #[must_use]
    pub fn new(state: State) -> Self {
        Self {
            state,
            form: Live::new(None),
            open: Live::new(false),
            history: Live::new(false),
            wrong: Live::new(""),
            said: Live::new(String::new()),
            asked: Live::new(0),
        }
    }

    /// The hand of this page.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }

    /// Opens the form on a thing; `at` is the mention that was chosen.
    pub fn fix(self, thing: Thing, at: Option<Place>) {
        let Some(form) = fix::form(&self.state.story_now(), thing, at) else { return };
        self.wrong.set("");
        self.form.set(Some(Rc::new(form)));
        self.open.set(true);
    }

    /// Opens the form on what is under attention; `false` where nothing is.
    pub fn fix_attended(self) -> bool {
        let thing = match self.state.focus.get_untracked() {
            Focus::Event(event) => Thing::Event(event),
            Focus::Entity(name) => Thing::Name(name),
            Focus::Row(row) => Thing::Row(row),
            Focus::Article(article) => Thing::Article(article),
            Focus::Place(place) => Thing::Passage(place),
            Focus::Nothing => return false,
        };
        self.fix(thing, None);
        true
    }

    /// Makes corrections, and tells the story anew.
    fn make(self, corrections: Vec<Correction>) {
        if let Some(last) = corrections.last() {
            self.said.set(fill(word("history.done"), &[&fix::told(last)]));
        }
        self.state.log.update(|log| corrections.into_iter().for_each(|one| log.push(one)));
        self.retell();
    }

    /// Takes the last correction back.
    pub fn undo(self) {
        let done = self.state.log.with_untracked(|log| log.done());
        self.go_to(done.saturating_sub(1), "history.undone", done);
    }

    /// Makes the next one again.
    pub fn redo(self) {
        let done = self.state.log.with_untracked(|log| log.done());
        self.go_to(done + 1, "history.redone", done + 1);
    }

    /// Undoes or redoes until so many are in force; says of which one.
    fn go_to(self, done: usize, words: &str, which: usize) {
        let (before, entry) = self.state.log.with_untracked(|log| {
            let entry = which.checked_sub(1).and_then(|at| log.entries().get(at)).map(fix::told);
            (log.done(), entry)
        });
        let Some(entry) = entry.filter(|_| before != done) else { return };
        self.said.set(fill(word(words), &[&entry]));
        self.state.log.update(|log| log.go_to(done));
        self.retell();
    }

    fn retell(self) {
        let (state, log) = (self.state, self.state.log.get_untracked());
        let ticket = self.asked.get_untracked().wrapping_add(1);
        self.asked.set(ticket);
        state.work.spawn(async move {
            let told = retold(state, &log).await;
            if self.asked.get_untracked() != ticket {
                return;
            }
            match told {
                Ok(story) => state.retell(story),
                Err(error) => state.errors.update(|errors| errors.push(error.to_string())),
            }
        });
    }
}

/// The story with these corrections.
async fn retold(state: State, log: &Log) -> Result<Story, Error> {
    let known = state.known.get_untracked();
    #[cfg(feature = "viewer")]
    if known.is_empty() {
        return super::load::read_finished(state).await;
    }
    worker::retell(&known, log).await.ok_or_else(|| Error::new(word("wrong.engine")))
}
