//! The workspace file: the articles as they were given and what a person corrected, in one JSON
//! file from which all else is made again.

use super::Material;
use crate::correct::{self, Log};
use crate::error::Error;
use crate::import::Record;
use crate::json::{self, Value};

/// What the file calls itself.
const TYPE: &str = "dateline-workspace";

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
    let mut out = String::from("{");
    json::count(&mut out, "version", 1);
    json::member(&mut out, "type", TYPE);
    json::member(&mut out, "title", title);
    json::list(&mut out, "articles", articles, |out, record| record.write(out));
    json::name(&mut out, "corrections");
    out.push('{');
    correct::json::shape(&mut out, log);
    out + "}}\n"
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
    let expected = |error: String| Error::new(format!("A workspace of Dateline was expected, but {error}."));
    let mut file = json::read(text).and_then(Value::object).map_err(expected)?;
    let head = (file.number("version").map_err(expected)?, file.text("type").map_err(expected)?);
    if head.1 != TYPE || head.0 != 1 {
        let found = format!("{} of version {}", head.1, head.0);
        return Err(Error::new(format!("{TYPE} of version 1 was expected, but this is {found}.")));
    }
    let title = file.maybe("title").map_err(expected)?.unwrap_or_default();
    let articles = file.objects("articles").map_err(expected)?;
    let mut records = articles.into_iter().map(Record::read).collect::<Result<Vec<_>, _>>().map_err(expected)?;
    let log = file.take("corrections").unwrap_or(Value::List(Vec::new())).object().map_err(expected)?;
    let (log, errors) = correct::json::unshape(log, &expected)?;
    crate::import::unique_ids(&mut records);
    Ok(Workspace { title, records, log, errors })
}
