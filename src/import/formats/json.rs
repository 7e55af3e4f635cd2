//! JSON: one article, a list of articles, an object with `articles`, or one article a line.

use super::{File, Format, id_of};
use crate::import::limits::Room;
use crate::import::{Imported, PublishedFrom, Record};
use serde::Deserialize;

pub(super) const FORMAT: Format = Format { name: "JSON", recognise, read };

/// What one article may look like; `id` may be missing where the file's name can stand in.
#[derive(Deserialize)]
struct Loose {
    id: Option<String>,
    text: String,
    published: Option<String>,
    published_from: Option<PublishedFrom>,
    title: Option<String>,
    source: Option<String>,
    url: Option<String>,
}

#[derive(Deserialize)]
struct Corpus {
    articles: Vec<Loose>,
}

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
    let first = text.trim_start().bytes().next();
    if first == Some(b'[') {
        return match serde_json::from_str::<Vec<Loose>>(text) {
            Ok(list) => all(name, list, room),
            Err(error) => Imported::failed(expected(name, &error)),
        };
    }
    if let Ok(corpus) = serde_json::from_str::<Corpus>(text) {
        return all(name, corpus.articles, room);
    }
    match serde_json::from_str::<Loose>(text) {
        Ok(one) => return all(name, vec![one], room),
        // Several lines that each begin an object are one article a line.
        Err(error) if text.lines().filter(|l| l.trim_start().starts_with('{')).count() < 2 => {
            return Imported::failed(expected(name, &error));
        }
        Err(_) => {}
    }
    let mut broken = Imported::default();
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let list = lines.filter_map(|(number, line)| {
        let one = serde_json::from_str::<Loose>(line);
        one.map_err(|error| broken.fail(expected(&format!("{name}, line {}", number + 1), &error))).ok()
    });
    let list = list.collect();
    let mut imported = all(name, list, room);
    imported.join(broken);
    imported
}

fn expected(place: &str, error: &serde_json::Error) -> String {
    format!("{place}: an article as JSON with \"text\" was expected, but {error}.")
}

fn all(name: &str, list: Vec<Loose>, room: &mut Room) -> Imported {
    let single = list.len() == 1;
    let stem = id_of(name);
    let mut imported = Imported::default();
    for (i, one) in list.into_iter().enumerate() {
        let named = one.id.filter(|id| !id.is_empty());
        let id = named.unwrap_or_else(|| if single { stem.clone() } else { format!("{stem}-{}", i + 1) });
        let Loose { text, published, published_from, title, source, url, .. } = one;
        if !imported.add(name, Record { id, text, published, published_from, title, source, url }, room) {
            break;
        }
    }
    imported
}
