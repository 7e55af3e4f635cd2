//! The page as one file.

use crate::page::Page;
use crate::{Test, act, check, find};
use std::fs;

pub const TESTS: &[Test] =
    &[("one file opens from a disk and is the whole program", from_disk), ("one file stays small", small)];

/// Bytes that the file should take on a disk.
const GOAL: u64 = 1_200_000;

/// Bytes that it may take by now: lowered with every saving, never raised, until it is the goal.
const CEILING: u64 = 1_270_000;

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
    assert!(size <= CEILING, "one file takes {size} bytes");
}
