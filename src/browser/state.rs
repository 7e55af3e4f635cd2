//! The signals of the page, and the memos derived from them.
//!
//! Everything a reader chooses is here, so every view shows the same choice; all of it but the
//! theme and what is merely pointed at lives in the address.

use super::home::Home;
use super::worker::Known;
use crate::browser::live::{Derived, Live};
use crate::correct::Log;
use crate::display::days;
use crate::error::Error;
use crate::import::Record;
use crate::query::{Address, Focus, Index, Query, Selection, View, select};
use crate::story::{Place, Story};
use futures::future::AbortHandle;
use leptos::prelude::{expect_context, window};
use std::rc::Rc;
use std::sync::Arc;

/// What the page is doing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Work {
    /// Nothing: the story is there.
    #[default]
    Done,
    /// Fetching the bundled story.
    Loading,
    /// Reading articles: so many of so many.
    Reading(usize, usize),
    /// It could not be done.
    Failed(Error),
}

/// Whose articles are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// What the story is called.
    pub title: String,
    /// One sentence about it.
    pub description: String,
    /// Whether it came with the page.
    pub bundled: bool,
}

/// All signals. Copied freely; `State::get()` gives it anywhere below the page.
#[derive(Clone, Copy)]
pub struct State {
    /// Where the page lives.
    pub home: Home,
    /// The story and its columns.
    pub index: Live<Arc<Index>>,
    /// What was read in its articles.
    pub known: Live<Rc<Known>>,
    /// The articles as they came, for reading them again with others.
    pub records: Live<Vec<Record>>,
    /// What a person corrected.
    pub log: Live<Log>,
    /// Whose articles they are.
    pub origin: Live<Origin>,
    /// What the reader asks.
    pub query: Live<Query>,
    /// What that leaves.
    pub selection: Derived<Arc<Selection>>,
    /// The one thing under attention, shown in every view.
    pub focus: Live<Focus>,
    /// What a pointer or the keyboard merely rests on; shown in every view, never kept.
    pub pointed: Live<Focus>,
    /// The view that is open; on a wide page it names the lower panel.
    pub view: Live<View>,
    /// The article in the reader: index into the story's articles.
    pub open: Live<u32>,
    /// Where the reader is to scroll to; set anew for every wish.
    pub goal: Live<Option<Place>>,
    /// Other parts of the address, by name: a view keeps its own here (`zoom`, `lanes`).
    pub more: Live<Vec<(String, String)>>,
    /// The stretch of time that the timeline draws, and its width.
    pub seen: Live<Option<(days::View, f32)>>,
    /// What the page is doing.
    pub work: Live<Work>,
    /// Stops the reading of articles.
    pub stop: Live<Option<AbortHandle>>,
    /// Goes back to what was shown before the articles that are being read came.
    pub back: Live<Option<Rc<dyn Fn()>>>,
    /// Sentences for the reader about files that could not be read.
    pub errors: Live<Vec<String>>,
    /// How many of the [`VIEWS`] stand: the first story brings them one after the other.
    pub standing: Live<u8>,
    /// An address that waits for its story.
    waiting: Live<String>,
}

/// Timeline; comparison or coverage; reader; facets.
pub const VIEWS: u8 = 4;

impl State {
    /// Makes the signals; called once, by the page.
    #[must_use]
    pub fn new(home: Home) -> Self {
        let index = Live::new(Arc::new(Index::new(Arc::default())));
        let query = Live::new(Query::default());
        Self {
            home,
            index,
            known: Live::new(Rc::default()),
            records: Live::new(Vec::new()),
            log: Live::new(Log::default()),
            origin: Live::new(Origin::default()),
            query,
            selection: Derived::new(move || Arc::new(index.with(|index| query.with(|query| select(index, query))))),
            focus: Live::new(Focus::Nothing),
            pointed: Live::new(Focus::Nothing),
            view: Live::new(View::default()),
            open: Live::new(0),
            goal: Live::new(None),
            more: Live::new(Vec::new()),
            seen: Live::new(None),
            work: Live::new(Work::Loading),
            stop: Live::new(None),
            back: Live::new(None),
            errors: Live::new(Vec::new()),
            standing: Live::new(0),
            waiting: Live::new(String::new()),
        }
    }

    /// The signals of this page.
    #[must_use]
    pub fn get() -> Self {
        expect_context()
    }

    /// The story, followed.
    #[must_use]
    pub fn story(&self) -> Arc<Story> {
        self.index.with(|index| index.story.clone())
    }

    /// Whether there is a story, and the time of one of the [`VIEWS`] has come.
    #[must_use]
    pub fn stands(&self, view: u8) -> bool {
        self.standing.get() >= view && self.index.with(|index| !index.story.articles.is_empty())
    }

    /// Whether all views stand, or none will.
    #[must_use]
    pub fn settled(&self) -> bool {
        self.standing.get() >= VIEWS || self.work.with(|work| matches!(work, Work::Failed(_)))
    }

    /// The story, not followed: for handlers.
    #[must_use]
    pub fn story_now(&self) -> Arc<Story> {
        self.index.with_untracked(|index| index.story.clone())
    }

    /// Shows another story.
    pub fn tell(&self, story: Story, known: Known) {
        self.known.set(Rc::new(known));
        let story = Arc::new(story);
        let wanted = self.waiting.get_untracked();
        let focus = Focus::read(&wanted, &story);
        self.pointed.set(Focus::Nothing);
        self.focus.set(Focus::Nothing);
        self.open.set(0);
        self.goal.set(None);
        self.index.set(Arc::new(Index::new(story)));
        self.work.set(Work::Done);
        if focus != Focus::Nothing {
            self.attend(focus);
        }
    }

    /// Shows the same story after a correction; the reader stays where they are.
    pub fn retell(&self, story: Story) {
        let story = Arc::new(story);
        let attended = self.focus.get_untracked();
        let focus = match attended {
            Focus::Place(_) => attended,
            _ => Focus::read(&attended.write(&self.story_now()), &story),
        };
        self.pointed.set(Focus::Nothing);
        self.focus.set(Focus::Nothing);
        self.index.set(Arc::new(Index::new(story)));
        self.focus.set(focus);
    }

    /// Gives something attention: every view shows it, the reader opens where it is told.
    pub fn attend(&self, focus: Focus) {
        let story = self.story_now();
        self.focus.set(focus);
        if let Focus::Article(article) = focus {
            self.open.set(article);
            self.goal.set(None);
            return;
        }
        let places = focus.places(&story);
        let open = self.open.get_untracked();
        // A place in the article that is open spares the reader a jump.
        if let Some(&place) = places.iter().find(|p| p.article == open).or(places.first()) {
            self.open.set(place.article);
            self.goal.set(Some(place));
        }
    }

    /// Gives attention to something and opens the reader at a place: beside, where there is room,
    /// else in place of the view.
    pub fn open_at(&self, focus: Focus, place: Place) {
        self.focus.set(focus);
        self.open.set(place.article);
        self.goal.set(Some(place));
        let narrow = window().match_media("(max-width: 43.99rem)").ok().flatten().is_some_and(|m| m.matches());
        if narrow {
            self.view.set(View::Reader);
        }
    }

    /// Opens the reader at a place, keeping what is under attention.
    pub fn read(&self, place: Place) {
        self.open.set(place.article);
        self.goal.set(Some(place));
        self.view.set(View::Reader);
    }

    /// Takes attention away.
    pub fn release(&self) {
        self.focus.set(Focus::Nothing);
        self.pointed.set(Focus::Nothing);
    }

    /// All that was chosen, followed.
    #[must_use]
    pub fn address(&self) -> Address {
        Address {
            query: self.query.get(),
            view: self.view.get(),
            focus: self.focus.get().write(&self.story()),
            more: self.more.get(),
        }
    }

    /// Chooses what an address says; its focus waits for the story where that is not there yet.
    pub fn follow(&self, address: Address) {
        self.waiting.set_untracked(address.focus.clone());
        if self.query.get_untracked() != address.query {
            self.query.set(address.query);
        }
        self.view.set(address.view);
        self.more.set(address.more);
        let story = self.story_now();
        let focus = Focus::read(&address.focus, &story);
        if !story.articles.is_empty() && focus != self.focus.get_untracked() {
            self.attend(focus);
        }
    }
}
