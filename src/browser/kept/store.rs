//! What `keep.js` offers, in types.

use crate::import::Record;
use js_sys::{Array, Reflect};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

/// The shape in which stories are kept by now.
pub const VERSION: u32 = 1;

/// One kept story, without its articles.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// The shape it is in.
    pub version: u32,
    /// Names it.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// One sentence about it.
    #[serde(default)]
    pub description: String,
    /// How often it was saved.
    pub saved: u32,
    /// Its corrections as JSON.
    #[serde(default)]
    pub log: String,
    /// How many articles it has.
    #[serde(default)]
    pub count: usize,
    /// When it was saved, in words.
    #[serde(default)]
    pub when: String,
}

#[wasm_bindgen]
extern "C" {
    /// The storage of this browser.
    #[derive(Clone)]
    pub type Store;

    /// A name that no other story has.
    #[wasm_bindgen(method)]
    pub fn name(this: &Store) -> String;

    #[wasm_bindgen(method, catch, js_name = save)]
    async fn save_row(this: &Store, row: JsValue, records: JsValue) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = remove)]
    async fn remove_row(this: &Store, id: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = list)]
    async fn list_rows(this: &Store) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = load)]
    async fn load_row(this: &Store, id: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch, js_name = room)]
    async fn in_use(this: &Store) -> Result<JsValue, JsValue>;
}

fn why(error: JsValue) -> String {
    error.as_string().unwrap_or_default()
}

/// Saves a story; gives how often it has been saved, or `None` where another tab saved or deleted it.
pub async fn save(store: &Store, row: &Row, records: Option<&[Record]>) -> Result<Option<u32>, String> {
    let row = serde_wasm_bindgen::to_value(row).map_err(|e| e.to_string())?;
    let records = match records {
        Some(records) => serde_wasm_bindgen::to_value(records).map_err(|e| e.to_string())?,
        None => JsValue::NULL,
    };
    let saved = store.save_row(row, records).await.map_err(why)?;
    Ok(saved.as_f64().map(|n| n as u32).filter(|&n| n > 0))
}

/// Deletes a story.
pub async fn remove(store: &Store, id: &str) -> Result<(), String> {
    store.remove_row(id).await.map(drop).map_err(why)
}

/// All stories.
pub async fn list(store: &Store) -> Result<Vec<Row>, String> {
    let rows: Array = store.list_rows().await.map_err(why)?.unchecked_into();
    Ok(rows.iter().filter_map(|row| serde_wasm_bindgen::from_value(row).ok()).collect())
}

/// A story and its articles, `None` for each that is damaged.
pub async fn load(store: &Store, id: &str) -> Result<Option<(Row, Vec<Option<Record>>)>, String> {
    let found = store.load_row(id).await.map_err(why)?;
    if found.is_null() {
        return Ok(None);
    }
    let get = |name: &str| Reflect::get(&found, &JsValue::from_str(name)).unwrap_or_default();
    let row: Row = serde_wasm_bindgen::from_value(get("story")).map_err(|e| e.to_string())?;
    if row.version > VERSION {
        return Ok(None);
    }
    let records: Array = get("records").unchecked_into();
    Ok(Some((row, records.iter().map(|record| serde_wasm_bindgen::from_value(record).ok()).collect())))
}

/// Bytes in use, and bytes that there may be.
pub async fn room(store: &Store) -> Option<(f64, f64)> {
    let room: Array = store.in_use().await.ok().filter(|room| !room.is_null())?.unchecked_into();
    Some((room.get(0).as_f64()?, room.get(1).as_f64()?))
}
