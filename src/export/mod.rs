//! What a reader takes away: the story in the forms that other programs and people read.
//!
//! Every form is a pure function from [`Material`] to text; [`FORMATS`] lists them.

mod bibliography;
mod calendar;
mod chronology;
mod cite;
mod csv;
mod escape;
mod json;
mod page;
mod svg;
mod tables;
mod timelinejs;
pub mod workspace;

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

/// One form.
pub struct Format {
    /// Its name on the command line and in the page.
    pub word: &'static str,
    /// What a reader calls it.
    pub label: &'static str,
    /// One phrase: what it is good for.
    pub about: &'static str,
    /// How its file's name ends, after the story's name.
    pub ending: &'static str,
    /// Its media type.
    pub media: &'static str,
    /// Makes it.
    pub write: fn(&Material) -> String,
}

/// Every form, in the order of the menu.
pub const FORMATS: &[Format] = &[
    Format {
        word: "workspace",
        label: "Workspace",
        about: "articles and corrections, to go on later or elsewhere",
        ending: ".dateline.json",
        media: "application/json",
        write: workspace::write,
    },
    Format {
        word: "markdown",
        label: "Chronology, Markdown",
        about: "with numbered citations",
        ending: "-chronology.md",
        media: "text/markdown",
        write: chronology::write,
    },
    Format {
        word: "html",
        label: "Chronology, to print",
        about: "one page of HTML with numbered citations",
        ending: "-chronology.html",
        media: "text/html",
        write: page::write,
    },
    Format {
        word: "csv-events",
        label: "Events, CSV",
        about: "for a spreadsheet",
        ending: "-events.csv",
        media: "text/csv",
        write: tables::events,
    },
    Format {
        word: "csv-claims",
        label: "Claims, CSV",
        about: "who says what, a line a claim",
        ending: "-claims.csv",
        media: "text/csv",
        write: tables::claims,
    },
    Format {
        word: "csv-names",
        label: "Names, CSV",
        about: "people, organisations and places",
        ending: "-names.csv",
        media: "text/csv",
        write: tables::names,
    },
    Format {
        word: "json",
        label: "Everything, JSON",
        about: "the whole analysis",
        ending: ".json",
        media: "application/json",
        write: json::story,
    },
    Format {
        word: "ndjson",
        label: "Articles, NDJSON",
        about: "as they were given, one a line",
        ending: ".ndjson",
        media: "application/x-ndjson",
        write: json::articles,
    },
    Format {
        word: "ics",
        label: "Calendar",
        about: "dated events, iCalendar",
        ending: ".ics",
        media: "text/calendar",
        write: calendar::write,
    },
    Format {
        word: "timelinejs",
        label: "TimelineJS, JSON",
        about: "to embed as a slideshow",
        ending: "-timelinejs.json",
        media: "application/json",
        write: timelinejs::json,
    },
    Format {
        word: "timelinejs-csv",
        label: "TimelineJS, spreadsheet",
        about: "its columns as CSV",
        ending: "-timelinejs.csv",
        media: "text/csv",
        write: timelinejs::csv,
    },
    Format {
        word: "svg",
        label: "Timeline, SVG",
        about: "the drawing as it is seen",
        ending: ".svg",
        media: "image/svg+xml",
        write: svg::write,
    },
    Format {
        word: "bibtex",
        label: "Sources, BibTeX",
        about: "the articles as references",
        ending: ".bib",
        media: "application/x-bibtex",
        write: bibliography::bibtex,
    },
    Format {
        word: "ris",
        label: "Sources, RIS",
        about: "the articles as references",
        ending: ".ris",
        media: "application/x-research-info-systems",
        write: bibliography::ris,
    },
];

/// A story's title as the beginning of a file's name.
#[must_use]
pub fn stem(title: &str) -> String {
    let mut stem = String::new();
    for c in title.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            stem.push(c);
        } else if !stem.is_empty() && !stem.ends_with('-') {
            stem.push('-');
        }
        if stem.len() > 60 {
            break;
        }
    }
    let stem = stem.trim_end_matches('-');
    if stem.is_empty() { "story".to_owned() } else { stem.to_owned() }
}

impl Material<'_> {
    /// The events that carry the story, in order of time.
    fn central(&self) -> impl Iterator<Item = (u32, &StoryEvent)> {
        (0u32..).zip(&self.story.events).filter(|(_, e)| e.central)
    }

    /// The names at some indices, by semicolons.
    fn names(&self, indices: &[u32]) -> String {
        let names: Vec<&str> = indices.iter().map(|&i| self.story.entities[i as usize].name.as_str()).collect();
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
