//! The formats that files come in, one file a format.

mod charset;
mod csv;
mod feed;
mod foreign;
mod gzip;
mod html;
pub(super) mod json;
mod json_feed;
mod mail;
pub(super) mod plain;
mod warc;
mod zip;

use super::limits::{self, Room};
use super::{Imported, decode};
use std::cell::OnceCell;

/// One format: how it is recognised and how it is read.
pub struct Format {
    /// What a reader calls it.
    pub name: &'static str,
    /// Whether a file is of this format.
    pub recognise: fn(&File<'_>) -> bool,
    /// The articles of a file and, for parts that could not be read, why not.
    pub read: fn(&File<'_>, &mut Room) -> Imported,
}

/// Every format, in the order in which they are tried: what the bytes say of themselves comes
/// before what the name says. The last takes any text.
pub const FORMATS: &[Format] = &[
    zip::FORMAT,
    gzip::FORMAT,
    foreign::FORMAT,
    warc::FORMAT,
    feed::FORMAT,
    html::FORMAT,
    json_feed::FORMAT,
    json::FORMAT,
    mail::FORMAT,
    csv::FORMAT,
    plain::FORMAT,
];

/// A file that is to be read.
pub struct File<'a> {
    /// What the reader calls it: its path, behind the archive it lies in.
    pub name: &'a str,
    /// Its bytes.
    pub bytes: &'a [u8],
    /// Its address, where it was met on the web.
    pub url: Option<String>,
    /// The encoding that whatever brought the file states.
    pub charset: Option<String>,
    lower: String,
    head: OnceCell<String>,
}

impl<'a> File<'a> {
    /// A file of which nothing but its name is known.
    pub fn new(name: &'a str, bytes: &'a [u8]) -> Self {
        Self { name, bytes, url: None, charset: None, lower: crate::letter::lower(name), head: OnceCell::new() }
    }

    /// Whether its name ends in one of these.
    pub fn ends_with(&self, endings: &[&str]) -> bool {
        endings.iter().any(|e| self.lower.ends_with(e))
    }

    /// The beginning of its text, for recognising it: lower case, without space before it.
    pub fn head(&self) -> &str {
        self.head.get_or_init(|| {
            // An even number of bytes, so that UTF-16 stays whole.
            let head = &self.bytes[..self.bytes.len().min(4096)];
            let text = decode::unicode(head).unwrap_or_else(|| String::from_utf8_lossy(head).into_owned());
            crate::letter::lower(text.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}'))
        })
    }

    /// Its text, and what is to be said of its encoding; `label` is what the file itself states.
    pub fn text(&self, label: Option<&str>) -> (String, Option<String>) {
        charset::decode(self.name, self.bytes, self.charset.as_deref().or(label))
    }
}

/// Reads a file: the first of [`FORMATS`] that recognises it does.
pub(super) fn read(file: &File<'_>, room: &mut Room) -> Imported {
    if file.bytes.len() > limits::FILE {
        let (has, most) = (limits::size(file.bytes.len()), limits::size(limits::FILE));
        return Imported::failed(format!("{} holds {has}; files of at most {most} are read.", file.name));
    }
    let Some(format) = FORMATS.iter().find(|f| (f.recognise)(file)) else { return Imported::default() };
    let mut imported = (format.read)(file, room);
    imported.format.get_or_insert(format.name.to_owned());
    imported
}

/// The id of an article from the name of its file: the last part of the path, without its ending.
pub(super) fn id_of(name: &str) -> String {
    let file = name.rsplit(['/', '\\', '›']).next().unwrap_or(name).trim();
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    if stem.is_empty() { "article".to_owned() } else { stem.to_owned() }
}
