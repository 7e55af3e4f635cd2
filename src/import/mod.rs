//! From what was given to [`Article`]s: text, metadata, and where the text is not prose.
//!
//! Never changes the text and never moves an offset: what is odd in it (a glued header, an
//! advertisement line, a heading) is marked as [`Noise`] for the later stages to step over.

mod article;
mod dateline;
mod decode;
mod formats;
mod header;
mod noise;
mod published;

pub use article::{Article, Record};
pub use formats::{FORMATS, Format};
pub use noise::{Noise, NoiseKind};
pub use published::{Published, PublishedFrom};

use crate::error::Error;

/// What one file gave.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// Its articles, each id unique within the file.
    pub records: Vec<Record>,
    /// For what could not be read, one sentence each that says what was expected.
    pub errors: Vec<Error>,
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
    let (text, _) = decode::decode(bytes);
    if text.contains('\0') {
        let message = format!("{name} is not text; plain text, Markdown or JSON was expected.");
        return Imported { records: Vec::new(), errors: vec![Error::new(message)] };
    }
    let lower = name.to_lowercase();
    let Some(format) = FORMATS.iter().find(|f| (f.recognise)(&lower, &text)) else { return Imported::default() };
    let mut imported = (format.read)(name, text);
    unique_ids(&mut imported.records);
    imported
}

/// Appends a number to every id that already stands before it.
pub fn unique_ids(records: &mut [Record]) {
    let mut seen = std::collections::BTreeSet::new();
    for record in records {
        if seen.contains(&record.id) {
            let free = (2u32..).map(|n| format!("{} ({n})", record.id)).find(|id| !seen.contains(id));
            record.id = free.unwrap_or_default();
        }
        seen.insert(record.id.clone());
    }
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
