//! The page as one file.

use crate::page::{Page, scratch};
use crate::{Test, act, check, find};
use serde_json::json;
use std::fs;

pub const TESTS: &[Test] = &[
    ("the page saves itself as one file, and that saves itself again", saved),
    ("one file opens from a disk and is the whole program", from_disk),
    ("a saved file reads and writes all formats", formats),
    ("one file stays small", small),
];

/// Bytes that the file may take on a disk.
const GOAL: u64 = 1_200_000;

fn from_disk(page: &mut Page) {
    let file = page.site.join("embed.html").canonicalize().expect("the file");
    page.lose_server();
    page.url = "file://".into();
    page.driver.open(&format!("file://{}", file.display())).unwrap_or_else(|e| panic!("{e}"));
    page.wait_for_story();
    check::says(page, "Moscow, March 2024");
    assert!(!page.text().contains("names were found by rules alone"));
    act::choose(page, &find::first_event(page));
    // A worker did it, not the page itself.
    let worked = page.run("return performance.getEntriesByName('dateline: engine').length;");
    assert!(worked.as_u64() > Some(0), "no worker started");
}

fn small(page: &mut Page) {
    let size = fs::metadata(page.site.join("embed.html")).expect("the file").len();
    println!("    {size:>7} bytes; the goal is {GOAL}");
    assert!(size <= GOAL, "one file takes {size} bytes");
}

/// Keeps what the page hands over as a download.
const CATCH: &str = "window.caught = null;
    const make = URL.createObjectURL;
    URL.createObjectURL = (blob) => {
        if (blob.type === 'text/html') blob.text().then((text) => { window.caught = text; });
        return make(blob);
    };
    HTMLAnchorElement.prototype.click = () => {};";

/// Presses the button and gives the file.
fn save(page: &Page) -> String {
    page.run(CATCH);
    page.driver.click(&find::one(page, "button", "Save as one file")).unwrap_or_else(|e| panic!("{e}"));
    page.wait("the file", || page.run("return !!window.caught;") == json!(true));
    page.run("return window.caught;").as_str().unwrap_or_default().to_owned()
}

fn saved(page: &mut Page) {
    page.open("");
    // What was chosen is saved too.
    act::choose(page, &find::first_event(page));
    let chosen = act::address(page);
    let first = save(page);
    let file = scratch("saved.html");
    page.lose_server();
    page.also = Some(std::mem::replace(&mut page.url, "file://".into()));
    for _ in 0..2 {
        fs::write(&file, &first).expect("a file");
        page.driver.open(&format!("file://{}", file.display())).unwrap_or_else(|e| panic!("{e}"));
        page.wait_for_story();
        check::says(page, "Moscow, March 2024");
        assert_eq!(act::address(page), chosen);
        assert_eq!(page.run("return document.title;"), json!("Moscow, March 2024 – Dateline"));
        assert!(save(page) == first, "a copy of the copy differs");
    }
}

fn formats(page: &mut Page) {
    page.open("");
    let text = save(page);
    println!("    {:>7} bytes with the second program", text.len());
    let file = scratch("formats.html");
    fs::write(&file, text).expect("a file");
    page.lose_server();
    page.also = Some(std::mem::replace(&mut page.url, "file://".into()));
    page.driver.open(&format!("file://{}", file.display())).unwrap_or_else(|e| panic!("{e}"));
    page.wait_for_story();
    let storm = include_bytes!("../../import/pages/wordpress.html");
    super::bring::fall(page, &[("storm.html", storm)]);
    check::says(page, "1 file · 1 new article");
    check::says(page, "Ellis Courier");
    page.run(&format!(
        "{CATCH} document.querySelector('.export').open = true;
         [...document.querySelectorAll('.export button')].find((b) => b.firstChild.textContent === 'Chronology, to print').click();"
    ));
    page.wait("the file", || page.run("return !!window.caught;") == json!(true));
    let chronology = page.run("return window.caught;");
    assert!(chronology.as_str().is_some_and(|text| text.contains("Ellis Courier")), "{chronology}");
    // What this file saves can do the same again.
    assert!(save(page).contains("id=\"reader\""));
}
