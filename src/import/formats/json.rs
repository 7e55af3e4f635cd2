//! JSON: one article, a list of articles, an object with `articles`, or one article a line.

use super::{File, Format, id_of};
use crate::import::limits::Room;
use crate::import::{Imported, Record};
use crate::json::{self, Value};

pub(super) const FORMAT: Format = Format { name: "JSON", recognise, read };

fn recognise(file: &File<'_>) -> bool {
    let prose = file.ends_with(&[".txt", ".md", ".markdown"]);
    let begins = file.head().starts_with('{') && file.head().contains("\"text\"");
    file.ends_with(&[".json", ".ndjson", ".jsonl"]) || (!prose && begins)
}

/// Whether text of this name is surely JSON of articles, so that the page itself can read it.
pub fn surely(name: &str, text: &str) -> bool {
    let first = text.trim_start().bytes().next();
    let named = [".json", ".ndjson", ".jsonl"].iter().any(|e| crate::letter::lower(name).ends_with(e));
    first.is_some_and(|b| b == b'{' || (named && b == b'[')) && !text.contains("jsonfeed.org") && !text.contains('\0')
}

fn read(file: &File<'_>, room: &mut Room) -> Imported {
    let (text, note) = file.text(None);
    let mut imported = articles(file.name, &text, room);
    imported.notes.extend(note);
    imported
}

/// The articles of a text in JSON.
pub fn articles(name: &str, text: &str, room: &mut Room) -> Imported {
    let whole = match json::read(text) {
        Ok(Value::Object(mut object)) => match object.take("articles") {
            Some(list) => list.objects(),
            None => Ok(vec![object]),
        },
        Ok(list) => list.objects(),
        Err(error) => Err(error),
    };
    let error = match whole.and_then(|list| list.into_iter().map(Record::read).collect()) {
        Ok(list) => return all(name, list, room),
        Err(error) => error,
    };
    // Several lines that each begin an object are one article a line.
    if text.trim_start().starts_with('[') || text.lines().filter(|l| l.trim_start().starts_with('{')).count() < 2 {
        return Imported::failed(expected(name, &error));
    }
    let mut broken = Imported::default();
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let list = lines.filter_map(|(number, line)| {
        let one = json::read(line).and_then(Value::object).and_then(Record::read);
        one.map_err(|error| broken.fail(expected(&format!("{name}, line {}", number + 1), &error))).ok()
    });
    let list = list.collect();
    let mut imported = all(name, list, room);
    imported.join(broken);
    imported
}

fn expected(place: &str, error: &str) -> String {
    format!("{place}: an article as JSON with \"text\" was expected, but {error}.")
}

fn all(name: &str, list: Vec<Record>, room: &mut Room) -> Imported {
    let single = list.len() == 1;
    let stem = id_of(name);
    let mut imported = Imported::default();
    for (i, mut record) in list.into_iter().enumerate() {
        if record.id.is_empty() {
            record.id = if single { stem.clone() } else { format!("{stem}-{}", i + 1) };
        }
        if !imported.add(name, record, room) {
            break;
        }
    }
    imported
}
