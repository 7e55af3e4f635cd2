//! The workspace file: the articles as they were given and what a person corrected, in one JSON
//! file from which all else is made again.

use super::Material;
use crate::correct::{Log, json};
use crate::error::Error;
use crate::import::Record;
use serde::{Deserialize, Serialize};

/// What the file calls itself.
const TYPE: &str = "dateline-workspace";

/// A workspace as it is written.
#[derive(Serialize)]
struct Out<'a> {
    version: u32,
    #[serde(rename = "type")]
    kind: &'static str,
    title: &'a str,
    articles: &'a [Record],
    corrections: json::Written,
}

/// A workspace as it is read.
#[derive(Deserialize)]
struct In {
    version: u32,
    #[serde(rename = "type")]
    kind: String,
    #[serde(default)]
    title: String,
    articles: Vec<Record>,
    corrections: json::Written,
}

/// What a workspace file held.
#[derive(Debug, PartialEq, Eq)]
pub struct Workspace {
    /// What the story is called.
    pub title: String,
    /// The articles.
    pub records: Vec<Record>,
    /// What a person corrected.
    pub log: Log,
    /// What of it could not be understood.
    pub errors: Vec<Error>,
}

/// The file.
pub(super) fn write(material: &Material) -> String {
    write_parts(material.title, material.records, material.log)
}

/// The file from its parts, for whoever keeps a workspace.
#[must_use]
pub fn write_parts(title: &str, articles: &[Record], log: &Log) -> String {
    let out = Out { version: 1, kind: TYPE, title, articles, corrections: json::shape(log) };
    // Strings and numbers in memory always write.
    serde_json::to_string(&out).unwrap_or_default() + "\n"
}

/// Whether a text looks like a workspace, at little cost.
#[must_use]
pub fn recognise(text: &str) -> bool {
    let head = text.get(..200).or_else(|| text.get(..text.floor_char_boundary(200))).unwrap_or(text);
    head.contains(TYPE)
}

/// Reads a workspace file.
///
/// # Errors
/// When it is none, or one of a later version.
pub fn read(text: &str) -> Result<Workspace, Error> {
    let read: In = serde_json::from_str(text)
        .map_err(|error| Error::new(format!("A workspace of Dateline was expected, but {error}.")))?;
    if read.kind != TYPE || read.version != 1 {
        let found = format!("{} of version {}", read.kind, read.version);
        return Err(Error::new(format!("{TYPE} of version 1 was expected, but this is {found}.")));
    }
    let (log, errors) = json::unshape(read.corrections)?;
    let mut records = read.articles;
    crate::import::unique_ids(&mut records);
    Ok(Workspace { title: read.title, records, log, errors })
}
