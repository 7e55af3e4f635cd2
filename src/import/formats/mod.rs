//! The formats that files come in, one file a format.

mod json;
mod plain;

use super::Imported;

/// One format: how it is recognised and how it is read.
pub struct Format {
    /// What a reader calls it.
    pub name: &'static str,
    /// Whether a file is of this format, by its name (lower case) and its text.
    pub recognise: fn(name: &str, text: &str) -> bool,
    /// The articles of a file and, for parts that could not be read, why not.
    pub read: fn(name: &str, text: String) -> Imported,
}

/// Every format, in the order in which they are tried. The last takes any text.
pub const FORMATS: &[Format] = &[json::FORMAT, plain::FORMAT];

/// The id of an article from the name of its file: the last part of the path, without its ending.
pub(super) fn id_of(name: &str) -> String {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    if stem.is_empty() { "article".to_owned() } else { stem.to_owned() }
}
