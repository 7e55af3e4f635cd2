//! The address holds every choice: it can be shared, and the page comes back to it.

use crate::page::Page;
use crate::{Test, act, check, find};
use serde_json::json;

pub const TESTS: &[Test] = &[("a choice is in the address, and comes back from it", choice)];

fn choice(page: &mut Page) {
    page.open("");
    let before = address(page);
    let timeline = find::one(page, "region", "Timeline");
    assert_eq!(page.driver.ask(&timeline, "displayed"), Ok(json!(true)));
    let (_, event) = find::all(page, "button").into_iter().next().expect("something to choose");
    act::click(page, "button", &event);
    page.wait("the choice in the address", || address(page) != before);
    let chosen = address(page);
    page.driver.reload().unwrap_or_else(|e| panic!("{e}"));
    page.wait_for_story();
    assert_eq!(address(page), chosen);
    check::says(page, "Moscow, March 2024");
}

fn address(page: &Page) -> String {
    page.run("return location.hash;").as_str().unwrap_or_default().to_owned()
}
