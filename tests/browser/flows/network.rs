//! Nothing leaves: the page counts requests to anybody else, and the browser's own log agrees.

use crate::page::Page;
use crate::server::Server;
use crate::{Test, act, check, find};
use serde_json::json;

pub const TESTS: &[Test] = &[
    ("the page counts no request to anybody else, and one where one is tried", counted),
    ("the page makes no script out of text", trusted),
];

fn counted(page: &mut Page) {
    page.open("");
    act::choose(page, &find::first_event(page));
    check::says(page, "Requests to anybody else so far: 0.");
    let before = page.requested().len();
    let elsewhere = Server::start("seeds".as_ref(), "/", 0).expect("a second server");
    page.expected_noise = Some("Content Security Policy");
    page.driver
        .run("await fetch(args[0], { mode: 'no-cors' }).catch(() => {});", &[json!(elsewhere.url("/index.json"))])
        .unwrap_or_else(|e| panic!("{e}"));
    if page.driver.kind == crate::driver::Kind::Chromium {
        check::says(page, "Requests to anybody else so far: 1.");
    }
    assert_eq!(elsewhere.requests(), [] as [&str; 0]);
    assert!(page.requested().len() >= before);
    page.also = Some(elsewhere.url("/"));
}

fn trusted(page: &mut Page) {
    page.open("");
    page.driver.needs_chromium("errors of a script that the test puts into the page");
    page.expected_noise = Some("Trusted");
    let tried = "const made = document.createElement('div');
        try { made.innerHTML = '<p>x</p>'; } catch (error) { return error.name; }
        return 'made';";
    assert_eq!(page.run(tried), json!("TypeError"));
}
