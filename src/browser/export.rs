//! The menu of what a reader takes away: files made by the page's second program (an element's engine)
//! and put among the downloads. A page makes a workspace itself, so that nobody's work hangs on anything to be fetched.

use super::dom::{El, el, pieces};
use super::home::ALONE;
#[cfg(not(feature = "viewer"))]
use super::host::{self, Worker};
use super::live::Live;
use super::parts::{Icon, icon};
use super::state::State;
// An element's reader of files is its engine.
#[cfg(feature = "viewer")]
use super::worker::carry_out as carried_out;
use crate::display::strings::{fill, word};
use crate::export::{FORMATS, Format, Order, stem, workspace};
use crate::story::Story;
use leptos::prelude::document;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement, Url,
};

/// A picture has so many pixels for one of the page's.
const SHARP: f64 = 2.0;

/// The menu.
pub fn menu() -> El {
    let state = State::get();
    let said = Live::new(String::new());
    let item = |label: &str, about: &str| pieces().child(el("span").child(label)).child(el("small").child(about));
    let format = move |format: &'static Format| {
        let act = move || {
            state.work.spawn(async move {
                let (name, text) = written(state, format).await;
                let done = text.is_some_and(|text| save(&name, format.media, &JsValue::from_str(&text)));
                tell(said, &name, done);
            });
        };
        el("button").attr("type", "button").on_click(act).child(item(format.label, format.about))
    };
    let png = move || picture(state, said);
    let png =
        el("button").attr("type", "button").on_click(png).child(item(word("export.png"), word("export.png.about")));
    let menu = el("details").class("menu export");
    let own = menu.element();
    let key = move |event: web_sys::KeyboardEvent| {
        if event.key() == "Escape" && own.has_attribute("open") {
            own.remove_attribute("open").ok();
            if let Ok(Some(summary)) = own.query_selector("summary") {
                summary.unchecked_into::<web_sys::HtmlElement>().focus().ok();
            }
            event.prevent_default();
        }
    };
    menu.on("keydown", key)
        .act_on("toggle", move || said.set(String::new()))
        .child(el("summary").child(icon(Icon::Export)).child(el("span").child(word("export"))))
        .child(
            el("div")
                .class("menu-items")
                .child(el("output").attr("aria-live", "polite").text_live(move || said.get()))
                .children(FORMATS.iter().map(format))
                .child(png),
        )
}

/// A file's name and what is in it.
async fn written(state: State, format: &Format) -> (String, Option<String>) {
    let title = state.origin.with_untracked(|o| o.title.clone());
    let name = [&stem(&title), format.ending].concat();
    let (records, log) = (state.records.get_untracked(), state.log.get_untracked());
    // An element has nothing that writes JSON.
    if ALONE && format.word == "workspace" {
        return (name, Some(workspace::write_parts(&title, &records, &log)));
    }
    let lanes = state.more.with_untracked(|more| more.iter().any(|(key, lanes)| key == "lanes" && lanes == "sources"));
    // Upright the timeline is a list, and its drawing has a width of its own.
    let drawn = state.seen.get_untracked().filter(|seen| seen.1 >= 520.0);
    let order = Order {
        word: format.word.to_owned(),
        title,
        story: Story::clone(&state.story_now()),
        records,
        log,
        by_source: lanes,
        view: drawn.map(|(view, _)| (view.from, view.to)),
        events: state.selection.with_untracked(|s| s.events.iter().collect()),
        width: drawn.map_or(0.0, |d| d.1 + 48.0),
    };
    (name, made(&order).await)
}

/// Has another program carry out an order.
async fn made(order: &Order) -> Option<String> {
    let text = String::from_utf8(carried_out(&order.message()).await?).ok()?;
    (!text.is_empty()).then_some(text)
}

#[cfg(not(feature = "viewer"))]
async fn carried_out(order: &[u8]) -> Option<Vec<u8>> {
    let host = host::host().ok()?;
    let program: Worker = host.start_reader().await.ok()?.unchecked_into();
    // A file has a name; an order has none.
    let message = [&[0], order].concat();
    let reply = program.ask(js_sys::Uint8Array::from(message.as_slice())).await;
    program.stop();
    Some(js_sys::Uint8Array::new(&reply.ok()?).to_vec())
}

fn tell(said: Live<String>, name: &str, done: bool) {
    said.set(if done { fill(word("export.done"), &[name]) } else { word("export.failed").to_owned() });
}

/// Hands a file to the browser's downloads.
fn save(name: &str, media: &str, content: &JsValue) -> bool {
    let options = BlobPropertyBag::new();
    options.set_type(media);
    let parts = js_sys::Array::of1(content);
    let Ok(blob) = Blob::new_with_str_sequence_and_options(&parts, &options) else { return false };
    offer(name, &blob)
}

fn offer(name: &str, blob: &Blob) -> bool {
    let (Ok(url), Ok(link)) = (Url::create_object_url_with_blob(blob), document().create_element("a")) else {
        return false;
    };
    let link: HtmlAnchorElement = link.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The download holds the blob from now on.
    super::dom::next_frame(move || drop(Url::revoke_object_url(&url)));
    true
}

/// The drawing as a picture.
fn picture(state: State, said: Live<String>) {
    let Some(format) = FORMATS.iter().find(|f| f.word == "svg") else { return };
    state.work.spawn(async move {
        let (name, text) = written(state, format).await;
        match text {
            Some(text) => paint(name.replace(".svg", ".png"), &text, said),
            None => tell(said, &name, false),
        }
    });
}

/// Draws it once more by the browser, from a text that fetches nothing.
fn paint(name: String, text: &str, said: Live<String>) {
    let failed = move || tell(said, "", false);
    let Ok(image) = HtmlImageElement::new() else { return failed() };
    let drawn = image.clone();
    let draw = move || {
        let Some((canvas, context)) = canvas(&drawn) else { return failed() };
        if context
            .draw_image_with_html_image_element_and_dw_and_dh(
                &drawn,
                0.0,
                0.0,
                canvas.width().into(),
                canvas.height().into(),
            )
            .is_err()
        {
            return failed();
        }
        let taken: Box<dyn FnOnce(JsValue)> = Box::new(move |blob| match blob.dyn_into::<Blob>() {
            Ok(blob) => tell(said, &name, offer(&name, &blob)),
            Err(_) => failed(),
        });
        canvas.to_blob(Closure::once_into_js(taken).unchecked_ref()).ok();
    };
    let draw: Box<dyn FnOnce()> = Box::new(draw);
    image.set_onload(Some(Closure::once_into_js(draw).unchecked_ref()));
    let wrong: Box<dyn FnOnce()> = Box::new(failed);
    image.set_onerror(Some(Closure::once_into_js(wrong).unchecked_ref()));
    // The page's policy lets a picture come from its own text.
    let encoded = String::from(js_sys::encode_uri_component(text));
    image.set_src(&["data:image/svg+xml;charset=utf-8,", &encoded].concat());
}

fn canvas(image: &HtmlImageElement) -> Option<(HtmlCanvasElement, CanvasRenderingContext2d)> {
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.unchecked_into();
    let pixels = |length: u32| (f64::from(length) * SHARP) as u32;
    canvas.set_width(pixels(image.natural_width()));
    canvas.set_height(pixels(image.natural_height()));
    let context = canvas.get_context("2d").ok()??.unchecked_into();
    Some((canvas, context))
}
