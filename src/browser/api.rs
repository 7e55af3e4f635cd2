//! What other programs call: the analysis without a page. Articles go in and results come out as
//! plain objects in the shapes of the contract; `package/core.js` has checked what goes in.

use super::worker;
use crate::contract;
use crate::correct::Log;
use crate::engine::{self, Response};
use crate::finished;
use crate::import::{self, Record};
use crate::story::Story;
use futures::future::{Either, select};
use js_sys::{Function, Promise};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use std::pin::pin;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

/// The story of some articles. `progress` hears how many of how many are read; when `aborted`
/// settles the work stops.
///
/// # Errors
/// A sentence, where the articles are none or the program broke down; null where it was stopped.
#[wasm_bindgen]
pub async fn analyze(articles: JsValue, progress: Function, aborted: Promise) -> Result<JsValue, JsValue> {
    let (story, _) = told(articles, progress, aborted).await?;
    given(&contract::Story::new(&story))
}

/// The same story as [`finished::pack`] writes it.
///
/// # Errors
/// As [`analyze`].
#[wasm_bindgen]
pub async fn finish(articles: JsValue, progress: Function, aborted: Promise) -> Result<Vec<u8>, JsValue> {
    let (story, records) = told(articles, progress, aborted).await?;
    Ok(finished::pack(story, &records))
}

async fn told(articles: JsValue, progress: Function, aborted: Promise) -> Result<(Story, Vec<Record>), JsValue> {
    let mut records: Vec<Record> = taken(articles)?;
    import::unique_ids(&mut records);
    let work = pin!(worker::analyse(records.clone(), Log::default(), move |at| {
        progress.call2(&JsValue::NULL, &(at.done as f64).into(), &(at.all as f64).into()).ok();
    }));
    match select(work, JsFuture::from(aborted)).await {
        Either::Left((Ok((story, _)), _)) => Ok((story, records)),
        Either::Left((Err(error), _)) => Err(error.to_string().into()),
        Either::Right(_) => Err(JsValue::NULL),
    }
}

/// The times and names of one article.
///
/// # Errors
/// A sentence, where the article is none or the program broke down on it.
#[wasm_bindgen]
pub async fn extract(article: JsValue) -> Result<JsValue, JsValue> {
    let record: Record = taken(article)?;
    match worker::read(record).await.as_deref().and_then(engine::decode) {
        Some(Response::Facts(facts)) => given(&contract::Extract::new(&facts.article, &facts.times, &facts.entities)),
        _ => Err("The program broke down on this article.".into()),
    }
}

fn taken<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|e| e.to_string().into())
}

/// As JSON would spell it: objects, and null for what is not there.
fn given(shape: &impl Serialize) -> Result<JsValue, JsValue> {
    shape.serialize(&Serializer::json_compatible()).map_err(|e| e.to_string().into())
}
