//! The worker: bound by the page's policy, replaced when it breaks down, done without where there is none.

use crate::page::Page;
use crate::server::Server;
use crate::{Test, check};
use serde_json::json;

pub const TESTS: &[Test] = &[
    ("nothing leaves from inside the worker", no_way_out),
    ("an article that breaks the program is left out and named", fault),
    ("an article that breaks the comparison is left out and named", spoiler),
    ("without workers the page reads for itself", no_workers),
    ("a worker that does not start is done without", dead_workers),
    ("a page that breaks down says so", broken_page),
];

/// JavaScript that ends as a panic in WebAssembly does: the smallest module that traps.
pub const TRAP: &str = "const trap = () => new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(
    [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 7, 5, 1, 1, 102, 0, 0, 10, 5, 1, 3, 0, 0, 11]
))).exports.f();";

/// Breaks the worker's program when a message of that kind (0 read, 1 tell) holds the words.
fn break_on(page: &Page, kind: u8, words: &str) {
    page.in_workers(&format!(
        "{TRAP}
         const sound = wasm_bindgen.answer;
         wasm_bindgen.answer = (message) => {{
             if (message[0] === {kind} && new TextDecoder().decode(message).includes({})) trap();
             return sound(message);
         }};",
        json!(words)
    ));
}

fn no_way_out(page: &mut Page) {
    let elsewhere = Server::start("seeds".as_ref(), "/", 0).expect("a second server");
    page.in_workers(&format!(
        "const tell = (word) => new BroadcastChannel('probe').postMessage(word);
         fetch({}, {{ mode: 'no-cors' }}).then(() => tell('reached'), () => tell('stopped'));",
        json!(elsewhere.url("/index.json"))
    ));
    page.before_all("new BroadcastChannel('probe').onmessage = ({ data }) => { window.probe = data; };");
    page.expected_noise = Some("Content Security Policy");
    page.open("");
    page.wait("the answer from the worker", || page.run("return window.probe ?? null;") != json!(null));
    assert_eq!(page.run("return window.probe;"), json!("stopped"));
    assert_eq!(elsewhere.requests(), [] as [&str; 0]);
}

fn fault(page: &mut Page) {
    break_on(page, 0, "002_27051d107f60b0fe");
    page.open("");
    page.run("document.querySelectorAll('details').forEach((details) => { details.open = true; });");
    check::says(page, "“002_27051d107f60b0fe” could not be read");
}

fn spoiler(page: &mut Page) {
    break_on(page, 1, "003_6ce2e043c53978d1");
    page.open("");
    page.run("document.querySelectorAll('details').forEach((details) => { details.open = true; });");
    check::says(page, "“003_6ce2e043c53978d1” could not be compared");
}

fn no_workers(page: &mut Page) {
    page.before_all("delete window.Worker;");
    page.open("");
    check::says(page, "Moscow, March 2024");
}

fn dead_workers(page: &mut Page) {
    page.in_workers("throw new Error('no start');");
    page.open("");
    check::says(page, "Moscow, March 2024");
}

fn broken_page(page: &mut Page) {
    page.open("");
    page.driver.needs_chromium("errors of a script that the test puts into the page");
    page.expected_noise = Some("unreachable");
    page.run(&format!("{TRAP} setTimeout(trap);"));
    check::says(page, "Dateline broke down and cannot go on.");
}
