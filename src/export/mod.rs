//! What a reader takes away: the story in the forms that other programs and people read.
//!
//! Every form is a pure function from [`Material`] to text; [`FORMATS`] lists them.

mod bibliography;
mod calendar;
mod chronology;
mod cite;
mod csv;
mod escape;
mod forms;
mod json;
mod order;
mod page;
mod svg;
mod tables;
mod timelinejs;
pub mod workspace;

pub use forms::{FORMATS, Format, stem};
pub use order::Order;
pub use svg::Seen;

use crate::correct::Log;
use crate::import::Record;
use crate::story::{Story, StoryEvent, Thing};
use crate::time::{self, Days};

/// What is exported.
#[derive(Clone, Copy, Debug)]
pub struct Material<'a> {
    /// What the story is called.
    pub title: &'a str,
    /// The story as it stands, corrections applied.
    pub story: &'a Story,
    /// The articles as they were given.
    pub records: &'a [Record],
    /// What a person corrected.
    pub log: &'a Log,
    /// What of the timeline is drawn.
    pub seen: Seen<'a>,
}

/// A form of the story by its word; `None` for a word that names none.
#[must_use]
pub fn write(word: &str, material: &Material) -> Option<String> {
    let write: fn(&Material) -> String = match word {
        "workspace" => workspace::write,
        "markdown" => chronology::write,
        "html" => page::write,
        "csv-events" => tables::events,
        "csv-claims" => tables::claims,
        "csv-names" => tables::names,
        "json" => json::story,
        "ndjson" => json::articles,
        "ics" => calendar::write,
        "timelinejs" => timelinejs::json,
        "timelinejs-csv" => timelinejs::csv,
        "svg" => svg::write,
        "bibtex" => bibliography::bibtex,
        "ris" => bibliography::ris,
        _ => return None,
    };
    Some(write(material))
}

impl Material<'_> {
    /// The events that carry the story, in order of time.
    fn central(&self) -> impl Iterator<Item = (u32, &StoryEvent)> {
        (0u32..).zip(&self.story.events).filter(|(_, e)| e.central)
    }

    /// The names at some indices, by semicolons.
    fn names(&self, indices: &[u32]) -> String {
        let name = |&i: &u32| Some(self.story.entities.get(i as usize)?.name.as_str());
        let names: Vec<&str> = indices.iter().filter_map(name).collect();
        names.join("; ")
    }

    /// What an article is called.
    fn label(&self, article: u32) -> &str {
        self.story.articles.get(article as usize).map_or("", |f| f.article.label())
    }

    /// The sources of an event, each once.
    fn sources(&self, event: &StoryEvent) -> Vec<&str> {
        let mut sources: Vec<&str> = Vec::new();
        for mention in &event.mentions {
            let label = self.label(mention.place.article);
            if !sources.contains(&label) {
                sources.push(label);
            }
        }
        sources
    }

    /// What a hand did to a thing, and what it noted.
    fn hand(&self, thing: Thing) -> (String, &str) {
        let mut done: Vec<&str> = Vec::new();
        let mut note = "";
        for touched in self.story.hand.on(thing) {
            if touched.op == crate::correct::Op::Note {
                note = &touched.text;
            } else if !done.contains(&touched.op.word()) {
                done.push(touched.op.word());
            }
        }
        (done.join("; "), note)
    }
}

/// When an event happened, in words.
fn when(event: &StoryEvent) -> String {
    crate::display::wording::when(&event.when, &|days: Days| time::written(days))
}

/// What must be said beside an event's date: how sure the articles are, that a hand or a reading
/// gave it.
fn doubts(material: &Material, index: u32, event: &StoryEvent) -> String {
    let mut doubts = vec![crate::display::wording::certainty(event.certainty)];
    if event.when.days.is_some() && !event.when.inferred.is_empty() {
        doubts.push("date inferred");
    }
    if !material.hand(Thing::Event(index)).0.is_empty() {
        doubts.push("corrected by hand");
    }
    doubts.retain(|d| !d.is_empty());
    doubts.join(", ")
}
