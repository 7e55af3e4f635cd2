//! What other programs call: the analysis without a page. Articles go in and results come out as
//! JSON in the shapes of the contract; `package/core.js` makes values of it.

use super::worker;
use crate::contract;
use crate::correct::Log;
use crate::engine::{self, Response};
use crate::finished;
use crate::import::{self, Record};
use crate::story::Story;
use futures::future::{Either, select};
use js_sys::{Function, Promise};
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
pub async fn analyze(articles: String, progress: Function, aborted: Promise) -> Result<String, JsValue> {
    let (story, _) = told(&articles, progress, aborted).await?;
    Ok(json(&contract::Story::new(&story)))
}

/// The same story as [`finished::pack`] writes it.
///
/// # Errors
/// As [`analyze`].
#[wasm_bindgen]
pub async fn finish(articles: String, progress: Function, aborted: Promise) -> Result<Vec<u8>, JsValue> {
    let (story, records) = told(&articles, progress, aborted).await?;
    Ok(finished::pack(story, &records))
}

async fn told(articles: &str, progress: Function, aborted: Promise) -> Result<(Story, Vec<Record>), JsValue> {
    let mut records: Vec<Record> = serde_json::from_str(articles).map_err(|e| JsValue::from(e.to_string()))?;
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
pub async fn extract(article: String) -> Result<String, JsValue> {
    let record: Record = serde_json::from_str(&article).map_err(|e| JsValue::from(e.to_string()))?;
    match worker::read(record).await.as_deref().and_then(engine::decode) {
        Some(Response::Facts(facts)) => {
            Ok(json(&contract::Extract::new(&facts.article, &facts.times, &facts.entities)))
        }
        _ => Err("The program broke down on this article.".into()),
    }
}

fn json(shape: &impl serde::Serialize) -> String {
    serde_json::to_string(shape).unwrap_or_default()
}
