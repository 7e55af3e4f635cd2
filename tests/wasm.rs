//! What only holds in WebAssembly, in a browser: `make test` runs it there.
#![cfg(target_arch = "wasm32")]

use dateline::browser::{dates, here, worker};
use dateline::correct::Log;
use dateline::engine::{self, Engine, Request, Response};
use dateline::import::Record;
use dateline::{day, id};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

fn record(id: &str, text: &str) -> Record {
    Record { id: id.into(), text: text.into(), ..Record::default() }
}

#[wasm_bindgen_test]
fn a_message_is_answered_as_the_types_are() {
    let engine = Engine::default();
    for text in ["", "Rain fell on 8 March 2024.", "date 2024-03-07 “Rain” — 雨 🚢 — fell on Friday.\n\nMore."]
    {
        let request = Request::Read(record("a", text));
        let reply = here::answer(&engine::encode(&request));
        assert_eq!(engine::decode(&reply), Some(engine.respond(request)), "{text:?}");
    }
    assert_eq!(engine::decode(&here::answer(b"?")), Some(Response::Unreadable));
}

#[wasm_bindgen_test]
fn ids_and_days_are_those_of_a_desktop() {
    // The same figures stand in the native tests; a word of 32 bits must not change them.
    assert_eq!(id::of("n", ["a", "b"]), "n858706f3c527");
    assert_eq!(day::number(day::parse("2024-03-22").unwrap()), 19_804);
    assert_eq!(day::date(19_804).to_string(), "2024-03-22");
}

#[wasm_bindgen_test]
fn dates_are_written_for_every_year() {
    let write = |text: &str| dates::write(day::parse(text).unwrap(), 12, &[("year", "numeric")]);
    assert_eq!(write("2024-03-22"), "2024");
    assert_eq!(write("0099-01-01"), "99");
    assert_eq!(write("1969-12-31"), "1969");
}

#[wasm_bindgen_test]
async fn nothing_is_analysed_before_the_page_is_started() {
    assert!(worker::analyse(vec![record("a", "Rain fell.")], Log::default(), |_| ()).await.is_err());
}
