//! JSON: one article, a list of articles, an object with `articles`, or one article a line.

use super::{Format, id_of};
use crate::error::Error;
use crate::import::{Imported, Record};
use serde::Deserialize;

pub(super) const FORMAT: Format = Format { name: "JSON", recognise, read };

/// What one article may look like; `id` may be missing where the file's name can stand in.
#[derive(Deserialize)]
struct Loose {
    id: Option<String>,
    text: String,
    published: Option<String>,
    title: Option<String>,
    source: Option<String>,
    url: Option<String>,
}

#[derive(Deserialize)]
struct Corpus {
    articles: Vec<Loose>,
}

fn recognise(name: &str, text: &str) -> bool {
    let first = text.trim_start().bytes().next();
    let ending = [".json", ".ndjson", ".jsonl"].iter().any(|e| name.ends_with(e));
    ending || (!name.contains('.') && first == Some(b'{') && text.contains("\"text\""))
}

fn read(name: &str, text: String) -> Imported {
    let first = text.trim_start().bytes().next();
    if first == Some(b'[') {
        return match serde_json::from_str::<Vec<Loose>>(&text) {
            Ok(list) => all(name, list),
            Err(error) => none(expected(name, &error)),
        };
    }
    if let Ok(corpus) = serde_json::from_str::<Corpus>(&text) {
        return all(name, corpus.articles);
    }
    match serde_json::from_str::<Loose>(&text) {
        Ok(one) => return all(name, vec![one]),
        // Several lines that each begin an object are one article a line.
        Err(error) if text.lines().filter(|l| l.trim_start().starts_with('{')).count() < 2 => {
            return none(expected(name, &error));
        }
        Err(_) => {}
    }
    let (mut list, mut errors) = (Vec::new(), Vec::new());
    for (number, line) in text.lines().enumerate().filter(|(_, l)| !l.trim().is_empty()) {
        match serde_json::from_str::<Loose>(line) {
            Ok(one) => list.push(one),
            Err(error) => errors.push(expected(&format!("{name}, line {}", number + 1), &error)),
        }
    }
    Imported { errors, ..all(name, list) }
}

fn expected(place: &str, error: &serde_json::Error) -> Error {
    Error::new(format!("{place}: an article as JSON with \"text\" was expected, but {error}."))
}

fn none(error: Error) -> Imported {
    Imported { records: Vec::new(), errors: vec![error] }
}

fn all(name: &str, list: Vec<Loose>) -> Imported {
    let single = list.len() == 1;
    let named = list.into_iter().enumerate().map(|(i, one)| Record {
        id: one.id.filter(|id| !id.is_empty()).unwrap_or_else(|| {
            let stem = id_of(name);
            if single { stem } else { format!("{stem}-{}", i + 1) }
        }),
        text: one.text,
        published: one.published,
        title: one.title,
        source: one.source,
        url: one.url,
    });
    Imported { records: named.collect(), errors: Vec::new() }
}
