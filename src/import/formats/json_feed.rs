//! JSON Feed 1.0 and 1.1. Each item is an article.

use super::html;
use super::{File, Format, id_of};
use crate::import::limits::Room;
use crate::import::{Imported, PublishedFrom, Record, stated};
use serde::Deserialize;

pub(super) const FORMAT: Format = Format { name: "JSON Feed", recognise, read };

#[derive(Deserialize)]
struct Feed {
    title: Option<String>,
    items: Vec<Item>,
}

#[derive(Deserialize)]
struct Item {
    url: Option<String>,
    title: Option<String>,
    content_html: Option<String>,
    content_text: Option<String>,
    summary: Option<String>,
    date_published: Option<String>,
}

fn recognise(file: &File<'_>) -> bool {
    let head = file.head();
    head.starts_with('{') && (head.contains("jsonfeed.org/version") || head.contains("jsonfeed.org\\/version"))
}

fn read(file: &File<'_>, room: &mut Room) -> Imported {
    let (text, note) = file.text(None);
    let feed: Feed = match serde_json::from_str(&text) {
        Ok(feed) => feed,
        Err(error) => return Imported::failed(format!("{}: a JSON Feed was expected, but {error}.", file.name)),
    };
    let mut imported = Imported::default();
    imported.notes.extend(note);
    let mut empty = 0;
    for (number, item) in feed.items.into_iter().enumerate() {
        let text = item.content_text.filter(|t| !t.trim().is_empty());
        let text = text.or_else(|| item.content_html.map(|h| html::fragment(&h)).filter(|t| !t.is_empty()));
        let Some(text) = text.or(item.summary).filter(|t| !t.trim().is_empty()) else {
            empty += 1;
            continue;
        };
        let published = item.date_published.as_deref().and_then(stated::iso);
        let record = Record {
            id: format!("{}-{}", id_of(file.name), number + 1),
            text,
            published_from: published.as_ref().map(|_| PublishedFrom::Metadata),
            published,
            title: item.title,
            source: feed.title.clone(),
            url: item.url,
        };
        if !imported.add(file.name, record, room) {
            break;
        }
    }
    if empty > 0 {
        imported.fail(format!("{}: {empty} entries hold no text; they were left out.", file.name));
    }
    imported
}
