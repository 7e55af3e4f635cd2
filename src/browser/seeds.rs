//! Loads the bundled stories: files beside the page, or parts of it.

use super::home::Around;
use crate::error::Error;
use crate::import::{PublishedFrom, Record};
use futures::future::join_all;
use serde::Deserialize;

/// One bundled story: what `seeds/index.json` says of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct Bundled {
    /// Names the story in the address.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// One sentence about it.
    #[serde(default)]
    pub description: String,
    /// Where it comes from, in words.
    #[serde(default)]
    pub origin: String,
    /// Its articles.
    #[serde(default)]
    pub articles: Vec<Entry>,
    /// A workspace file in place of them: articles and corrections of a page that was saved.
    #[serde(default)]
    pub workspace: Option<String>,
}

/// One article of a bundled story: where it lies, and what is known of it beside its text.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Entry {
    /// Names the article.
    pub id: String,
    /// Its file, seen from the folder of the stories.
    #[serde(default)]
    pub file: String,
    /// Its text, where it comes with the list.
    #[serde(default)]
    pub text: Option<String>,
    /// Publisher, where known.
    #[serde(default)]
    pub source: Option<String>,
    /// ISO 8601 date of publication, where known.
    #[serde(default)]
    pub published: Option<String>,
    /// Where that date was read, for articles that were read before.
    #[serde(default)]
    pub published_from: Option<PublishedFrom>,
    /// Headline, where known.
    #[serde(default)]
    pub title: Option<String>,
    /// Address, where known.
    #[serde(default)]
    pub url: Option<String>,
}

#[derive(Deserialize)]
struct Index {
    stories: Vec<Bundled>,
}

/// The bundled stories, in the order of their list.
///
/// # Errors
/// When the list cannot be had or is not in its shape.
pub async fn index(from: &Around) -> Result<Vec<Bundled>, Error> {
    let list = from.stories().await;
    let index: Result<Index, _> = serde_wasm_bindgen::from_value(list);
    index.map(|index| index.stories).map_err(|_| Error::new("The list of bundled stories could not be loaded."))
}

/// The articles of a story, in its order, as they came.
///
/// # Errors
/// When one of them cannot be had.
pub async fn articles(from: &Around, story: &Bundled) -> Result<Vec<Record>, Error> {
    // All are asked for before the first answer is awaited.
    let texts = join_all(story.articles.iter().map(|entry| text(from, entry))).await;
    let record = |(entry, text): (&Entry, Option<String>)| {
        let failed = || Error::new(format!("The bundled file “{}” could not be loaded.", entry.file));
        let Entry { id, published, published_from, title, source, url, .. } = entry.clone();
        Ok(Record { text: text.ok_or_else(failed)?, id, published, published_from, title, source, url })
    };
    story.articles.iter().zip(texts).map(record).collect()
}

async fn text(from: &Around, entry: &Entry) -> Option<String> {
    match &entry.text {
        Some(text) => Some(text.clone()),
        None => from.text(&entry.file).await.as_string(),
    }
}
