//! The forms that there are: what a menu shows of them. How each is made is not told here, so that
//! the page can show the menu without the program that makes them.

use crate::letter;

/// One form.
#[derive(Debug)]
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
}

/// Every form, in the order of the menu.
pub const FORMATS: &[Format] = &[
    Format {
        word: "workspace",
        label: "Workspace",
        about: "articles and corrections, to go on later or elsewhere",
        ending: ".dateline.json",
        media: "application/json",
    },
    Format {
        word: "markdown",
        label: "Chronology, Markdown",
        about: "with numbered citations",
        ending: "-chronology.md",
        media: "text/markdown",
    },
    Format {
        word: "html",
        label: "Chronology, to print",
        about: "one page of HTML with numbered citations",
        ending: "-chronology.html",
        media: "text/html",
    },
    Format {
        word: "csv-events",
        label: "Events, CSV",
        about: "for a spreadsheet",
        ending: "-events.csv",
        media: "text/csv",
    },
    Format {
        word: "csv-claims",
        label: "Claims, CSV",
        about: "who says what, a line a claim",
        ending: "-claims.csv",
        media: "text/csv",
    },
    Format {
        word: "csv-names",
        label: "Names, CSV",
        about: "people, organisations and places",
        ending: "-names.csv",
        media: "text/csv",
    },
    Format {
        word: "json",
        label: "Everything, JSON",
        about: "the whole analysis",
        ending: ".json",
        media: "application/json",
    },
    Format {
        word: "ndjson",
        label: "Articles, NDJSON",
        about: "as they were given, one a line",
        ending: ".ndjson",
        media: "application/x-ndjson",
    },
    Format { word: "ics", label: "Calendar", about: "dated events, iCalendar", ending: ".ics", media: "text/calendar" },
    Format {
        word: "timelinejs",
        label: "TimelineJS, JSON",
        about: "to embed as a slideshow",
        ending: "-timelinejs.json",
        media: "application/json",
    },
    Format {
        word: "timelinejs-csv",
        label: "TimelineJS, spreadsheet",
        about: "its columns as CSV",
        ending: "-timelinejs.csv",
        media: "text/csv",
    },
    Format {
        word: "svg",
        label: "Timeline, SVG",
        about: "the drawing as it is seen",
        ending: ".svg",
        media: "image/svg+xml",
    },
    Format {
        word: "bibtex",
        label: "Sources, BibTeX",
        about: "the articles as references",
        ending: ".bib",
        media: "application/x-bibtex",
    },
    Format {
        word: "ris",
        label: "Sources, RIS",
        about: "the articles as references",
        ending: ".ris",
        media: "application/x-research-info-systems",
    },
];

/// A story's title as the beginning of a file's name.
#[must_use]
pub fn stem(title: &str) -> String {
    let mut stem = String::new();
    for c in title.chars().map(letter::small) {
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
