//! Loads the bundled stories: files beside the page, or parts of it.

use super::home::Around;
use super::live::{Doing, together};
use crate::error::Error;
use crate::import::{PublishedFrom, Record};
use js_sys::{Array, Reflect};
use std::cell::RefCell;
use wasm_bindgen::{JsCast, JsValue};

/// One bundled story: what `seeds/index.json` says of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bundled {
    /// What it is called.
    pub title: String,
    /// One sentence about it.
    pub description: String,
    /// Its articles.
    pub articles: Vec<Entry>,
    /// A workspace file in place of them: articles and corrections of a page that was saved.
    pub workspace: Option<String>,
}

/// One article of a bundled story: where it lies, and what is known of it beside its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its file, seen from the folder of the stories.
    pub file: String,
    /// Its text, where it comes with the list.
    pub text: Option<String>,
    /// What is known of it, and no text.
    pub record: Record,
}

/// The bundled stories, in the order of their list.
///
/// # Errors
/// When the list cannot be had or is not in its shape.
pub async fn index(from: &Around) -> Result<Vec<Bundled>, Error> {
    let list = from.stories().await;
    let stories = items(&list, "stories").and_then(|stories| stories.iter().map(|one| bundled(&one)).collect());
    stories.ok_or_else(|| Error::new("The list of bundled stories could not be loaded."))
}

// The browser has read the JSON; to go through it by hand takes a fifth of what serde does for it.

fn bundled(value: &JsValue) -> Option<Bundled> {
    let workspace = text_of(value, "workspace");
    let articles = match items(value, "articles") {
        Some(articles) => articles.iter().map(|one| entry(&one)).collect::<Option<_>>()?,
        None => Vec::new(),
    };
    let description = text_of(value, "description").unwrap_or_default();
    Some(Bundled { title: text_of(value, "title")?, description, articles, workspace })
}

fn entry(value: &JsValue) -> Option<Entry> {
    let text = |name: &str| text_of(value, name);
    Some(Entry {
        file: text("file").unwrap_or_default(),
        text: text("text"),
        record: Record {
            id: text("id")?,
            text: String::new(),
            published: text("published"),
            published_from: text("published_from").and_then(|word| PublishedFrom::of(&word)),
            title: text("title"),
            source: text("source"),
            url: text("url"),
        },
    })
}

fn get(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap_or_default()
}

fn text_of(value: &JsValue, name: &str) -> Option<String> {
    get(value, name).as_string()
}

fn items(value: &JsValue, name: &str) -> Option<Array> {
    get(value, name).dyn_into().ok()
}

/// The articles of a story, in its order, as they came.
///
/// # Errors
/// When one of them cannot be had.
pub async fn articles(from: &Around, story: &Bundled) -> Result<Vec<Record>, Error> {
    // All are asked for before the first answer is awaited.
    let texts: Vec<RefCell<Option<String>>> = story.articles.iter().map(|_| RefCell::default()).collect();
    let mut work: Vec<Doing<'_>> = Vec::new();
    for (entry, place) in story.articles.iter().zip(&texts) {
        work.push(Box::pin(async move { *place.borrow_mut() = text(from, entry).await }));
    }
    together(work).await;
    let record = |(entry, text): (&Entry, RefCell<Option<String>>)| {
        let failed = || Error::new(format!("The bundled file “{}” could not be loaded.", entry.file));
        Ok(Record { text: text.into_inner().ok_or_else(failed)?, ..entry.record.clone() })
    };
    story.articles.iter().zip(texts).map(record).collect()
}

async fn text(from: &Around, entry: &Entry) -> Option<String> {
    match &entry.text {
        Some(text) => Some(text.clone()),
        None => from.text(&entry.file).await.as_string(),
    }
}
