//! Loads the bundled stories, which are files beside the page.

use crate::error::Error;
use crate::import::Record;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

/// Where the stories lie, seen from the page.
const FOLDER: &str = "seeds/";

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
    pub articles: Vec<Entry>,
}

/// One article of a bundled story: where it lies, and what is known of it beside its text.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Entry {
    /// Names the article.
    pub id: String,
    /// Its file, seen from the folder of the stories.
    pub file: String,
    /// Publisher, where known.
    #[serde(default)]
    pub source: Option<String>,
    /// ISO 8601 date of publication, where known.
    #[serde(default)]
    pub published: Option<String>,
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
/// When the list cannot be fetched or is not in its shape.
pub async fn index() -> Result<Vec<Bundled>, Error> {
    let index: Index = json("index.json").await?;
    Ok(index.stories)
}

/// The articles of a story, in its order, as they came.
///
/// # Errors
/// When one of them cannot be fetched.
pub async fn articles(story: &Bundled) -> Result<Vec<Record>, Error> {
    // All requests leave before the first answer is awaited.
    let pending: Vec<_> = story.articles.iter().map(|entry| (entry, request(&entry.file))).collect();
    let mut records = Vec::new();
    for (entry, request) in pending {
        let response = answer(&entry.file, request).await?;
        let text = response.text().map_err(|_| failed(&entry.file))?;
        let text = JsFuture::from(text).await.ok().and_then(|text| text.as_string());
        let entry = entry.clone();
        records.push(Record {
            text: text.ok_or_else(|| failed(&entry.file))?,
            id: entry.id,
            published: entry.published,
            title: entry.title,
            source: entry.source,
            url: entry.url,
        });
    }
    Ok(records)
}

async fn json<T: DeserializeOwned>(file: &str) -> Result<T, Error> {
    let response = answer(file, request(file)).await?;
    let value = JsFuture::from(response.json().map_err(|_| failed(file))?).await.map_err(|_| failed(file))?;
    serde_wasm_bindgen::from_value(value).map_err(|_| failed(file))
}

fn request(file: &str) -> js_sys::Promise {
    leptos::prelude::window().fetch_with_str(&format!("{FOLDER}{file}"))
}

async fn answer(file: &str, request: js_sys::Promise) -> Result<Response, Error> {
    let response: JsValue = JsFuture::from(request).await.map_err(|_| failed(file))?;
    let response: Response = response.unchecked_into();
    if response.ok() { Ok(response) } else { Err(failed(file)) }
}

fn failed(file: &str) -> Error {
    Error::new(format!("The bundled file “{file}” could not be loaded."))
}
