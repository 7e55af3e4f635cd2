//! Plain objects of JavaScript, read and made by way of the browser's own JSON.

use crate::json::{self, Object};
use js_sys::JSON;
use wasm_bindgen::JsValue;

/// What an object holds.
///
/// # Errors
/// When it is none.
pub fn plain(value: &JsValue) -> Result<Object, String> {
    let text = JSON::stringify(value).ok().and_then(|text| JsValue::from(text).as_string());
    json::read(&text.unwrap_or_default())?.object()
}

/// An object of the members that are written.
pub fn object(write: &dyn Fn(&mut String)) -> JsValue {
    let mut out = String::from("{");
    write(&mut out);
    out.push('}');
    JSON::parse(&out).unwrap_or_default()
}
