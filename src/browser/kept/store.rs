//! What `keep.js` offers, in types.

use crate::browser::host::{self, Host};
use crate::browser::plain::{object, plain};
use crate::import::Record;
use crate::json::{self, Object};
use js_sys::{Array, Reflect};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

/// The shape in which stories are kept by now.
pub const VERSION: u32 = 1;

/// One kept story, without its articles.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Row {
    /// The shape it is in.
    pub version: u32,
    /// Names it.
    pub id: String,
    /// What it is called.
    pub title: String,
    /// One sentence about it.
    pub description: String,
    /// How often it was saved.
    pub saved: u32,
    /// Its corrections as JSON.
    pub log: String,
    /// How many articles it has.
    pub count: usize,
    /// When it was saved, in words.
    pub when: String,
}

impl Row {
    fn read(mut object: Object) -> Result<Self, String> {
        let mut text = |name: &str| object.maybe(name).map(Option::unwrap_or_default);
        let [id, title, description] = [text("id")?, text("title")?, text("description")?];
        let [log, when] = [text("log")?, text("when")?];
        let [version, saved] = [object.number("version")?, object.number("saved")?];
        let count = object.number("count").unwrap_or_default() as usize;
        Ok(Self { version, id, title, description, saved, log, count, when })
    }

    fn write(&self, out: &mut String) {
        for (name, number) in [("version", self.version), ("saved", self.saved), ("count", self.count as u32)] {
            json::count(out, name, number);
        }
        let texts = [
            ("id", &self.id),
            ("title", &self.title),
            ("description", &self.description),
            ("log", &self.log),
            ("when", &self.when),
        ];
        for (name, text) in texts {
            json::member(out, name, text);
        }
    }
}

#[wasm_bindgen]
extern "C" {
    /// The storage of this browser.
    #[derive(Clone)]
    pub type Store;

    /// What keeps stories in this browser; absent in a page that keeps nothing.
    #[wasm_bindgen(method, getter)]
    fn kept(this: &Host) -> Option<Store>;

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

/// The storage, where there is one.
pub fn store() -> Option<Store> {
    host::host().ok()?.kept()
}

fn why(error: JsValue) -> String {
    error.as_string().unwrap_or_default()
}

/// Saves a story; gives how often it has been saved, or `None` where another tab saved or deleted it.
pub async fn save(store: &Store, row: &Row, records: Option<&[Record]>) -> Result<Option<u32>, String> {
    let row = object(&|out| row.write(out));
    let records = records.map_or(JsValue::NULL, |records| {
        records.iter().map(|record| object(&|out| record.write(out))).collect::<Array>().into()
    });
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
    Ok(rows.iter().filter_map(|row| plain(&row).and_then(Row::read).ok()).collect())
}

/// A story and its articles, `None` for each that is damaged.
pub async fn load(store: &Store, id: &str) -> Result<Option<(Row, Vec<Option<Record>>)>, String> {
    let found = store.load_row(id).await.map_err(why)?;
    if found.is_null() {
        return Ok(None);
    }
    let get = |name: &str| Reflect::get(&found, &JsValue::from_str(name)).unwrap_or_default();
    let row = plain(&get("story")).and_then(Row::read)?;
    if row.version > VERSION {
        return Ok(None);
    }
    let records: Array = get("records").unchecked_into();
    Ok(Some((row, records.iter().map(|record| plain(&record).and_then(Record::read).ok()).collect())))
}

/// Bytes in use, and bytes that there may be.
pub async fn room(store: &Store) -> Option<(f64, f64)> {
    let room: Array = store.in_use().await.ok().filter(|room| !room.is_null())?.unchecked_into();
    Some((room.get(0).as_f64()?, room.get(1).as_f64()?))
}
