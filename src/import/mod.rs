//! From what was given to [`Article`]s: text, metadata, and where the text is not prose.
//!
//! Never changes the text and never moves an offset: what is odd in it (a glued header, an
//! advertisement line, a heading) is marked as [`Noise`] for the later stages to step over.

mod article;
mod dateline;
mod decode;
mod formats;
mod gather;
mod header;
pub mod limits;
mod noise;
mod published;
mod stated;

pub use article::{Article, Record};
pub use formats::{FORMATS, File, Format};
pub use gather::{Missing, Repeated, Seen};
pub use noise::{Noise, NoiseKind};
pub use published::{Published, PublishedFrom};

use crate::error::Error;
use limits::Room;
use serde::{Deserialize, Serialize};

/// Most sentences about what one file holds and cannot be read.
const SENTENCES: usize = 100;

/// What one file gave.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Imported {
    /// Its articles, each id unique within the file.
    pub records: Vec<Record>,
    /// For what could not be read, one sentence each that says why or what was expected.
    pub errors: Vec<Error>,
    /// What a reader should know of what was read: a guessed encoding, a feed of summaries.
    pub notes: Vec<String>,
    /// The name of the format that it was read as.
    pub format: Option<String>,
}

impl Imported {
    /// Nothing, and why.
    #[must_use]
    pub fn failed(sentence: String) -> Self {
        Self { errors: vec![Error::new(sentence)], ..Self::default() }
    }

    /// One thing more that could not be read.
    fn fail(&mut self, sentence: String) {
        match self.errors.len() {
            0..SENTENCES => self.errors.push(Error::new(sentence)),
            SENTENCES => self.errors.push(Error::new("There is more that could not be read.")),
            _ => {}
        }
    }

    /// What another file gave, behind what is there.
    fn join(&mut self, other: Self) {
        self.records.extend(other.records);
        self.notes.extend(other.notes);
        other.errors.into_iter().for_each(|error| self.fail(error.to_string()));
    }

    /// Takes an article of the file `name`; false where there is no room for any more.
    fn add(&mut self, name: &str, record: Record, room: &mut Room) -> bool {
        let bytes = record.text.len();
        if record.text.trim().is_empty() {
            self.fail(format!("{name} holds no text; an article's words were expected."));
        } else if bytes > limits::ARTICLE {
            let (has, most) = (limits::size(bytes), limits::size(limits::ARTICLE));
            self.fail(format!("{name} holds an article of {has}; articles of at most {most} are read."));
        } else if room.admits(bytes) {
            self.records.push(record);
        } else {
            let (most, texts) = (limits::ARTICLES, limits::size(limits::TEXTS));
            self.fail(format!(
                "{name} holds more than {most} articles or {texts} of text; what stands before that was read."
            ));
            return false;
        }
        true
    }
}

/// Reads one file: the first of [`FORMATS`] that recognises it does.
///
/// ```
/// let read = dateline::import::read("notes/rain.txt", b"Rain fell on 3 May 2024.");
/// assert_eq!(read.records[0].id, "rain");
/// let bad = dateline::import::read("a.json", b"{\"txt\": 1}");
/// assert!(bad.records.is_empty() && bad.errors[0].to_string().contains("\"text\" was expected"));
/// ```
#[must_use]
pub fn read(name: &str, bytes: &[u8]) -> Imported {
    let mut imported = formats::read(&File::new(name, bytes), &mut Room::default());
    unique_ids(&mut imported.records);
    imported
}

/// Reads plain text and JSON; `None` for whatever may be in another format.
///
/// This is what the page itself reads; for the rest it fetches [`read`], which is large.
#[must_use]
pub fn read_here(name: &str, bytes: &[u8]) -> Option<Imported> {
    let text = decode::unicode(bytes)?;
    let mut room = Room::default();
    let mut imported = match () {
        () if formats::json::surely(name, &text) => formats::json::articles(name, &text, &mut room),
        () if formats::plain::surely(name, &text) => formats::plain::article(name, text, &mut room),
        () => return None,
    };
    unique_ids(&mut imported.records);
    Some(imported)
}

/// Appends a number to every id that already stands before it.
pub fn unique_ids(records: &mut [Record]) {
    gather::Names::default().tell_apart(records);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: &str, text: &str, ids: &[&str], errors: &[&str]) {
        let read = read(name, text.as_bytes());
        assert_eq!(read.records.iter().map(|r| r.id.as_str()).collect::<Vec<_>>(), ids, "{name}");
        assert_eq!(read.errors.len(), errors.len(), "{:?}", read.errors);
        for (error, expected) in read.errors.iter().zip(errors) {
            assert!(error.to_string().contains(expected), "{error}");
        }
    }

    #[test]
    fn files() {
        check("a.txt", "Rain fell.", &["a"], &[]);
        check("rain.md", "---\ntitle: Rain\n---\nRain fell.", &["rain"], &[]);
        check("one.json", r#"{"text":"Rain fell."}"#, &["one"], &[]);
        check(
            "list.json",
            r#"[{"id":"x","text":"A."},{"text":"B."},{"id":"x","text":"C."}]"#,
            &["x", "list-2", "x (2)"],
            &[],
        );
        check("corpus.json", r#"{"articles":[{"id":"x","text":"A."}]}"#, &["x"], &[]);
        check("lines.ndjson", "{\"id\":\"x\",\"text\":\"A.\"}\n\n{\"id\":\"y\",\"text\":\"B.\"}\n", &["x", "y"], &[]);
        check("pasted", r#"{"id":"x","text":"A."}"#, &["x"], &[]);
    }

    #[test]
    fn files_that_cannot_be_read() {
        check("a.txt", " \n", &[], &["holds no text"]);
        check("a.bin", "PK\0\0", &[], &["is not text"]);
        check("a.json", "[1, 2]", &[], &["was expected"]);
        check("a.json", "", &[], &["was expected"]);
        check("l.ndjson", "{\"id\":\"x\",\"text\":\"A.\"}\n{\"id\":\"y\"}\n", &["x"], &["line 2"]);
    }
}
