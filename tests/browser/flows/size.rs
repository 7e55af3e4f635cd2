//! What a first visit downloads.

use crate::Test;
use crate::page::Page;
use std::collections::BTreeSet;
use std::io::Write;
use std::path::{Path, PathBuf};

pub const TESTS: &[Test] = &[("a first visit stays below its ceiling", first_visit)];

/// Bytes that the whole first visit should take, compressed as a good host does.
const GOAL: usize = 160_000;

/// Bytes that it may take by now: to be lowered with every saving, until it is the goal. A hundredth of it
/// is slack: the same source built in another folder differs by so much, since the order of its functions does.
const CEILING: usize = 471_500;

/// What more it takes where the standard library's source could not be had to be built along.
const STD_AS_IT_COMES: usize = 45_000;

fn first_visit(page: &mut Page) {
    page.open("");
    // What is for later is fetched once, by what keeps the page for other visits.
    page.run("await navigator.serviceWorker.ready;");
    let early = page.requested().iter().filter(|path| path.starts_with("rest-")).count() > 1;
    assert!(!early, "a first visit calls what `scripts/site/later.mjs` takes for later: `early.mjs` says what");
    let site = PathBuf::from(std::env::var_os("DATELINE_SITE").unwrap_or_default());
    let paths: BTreeSet<String> = page.requested().into_iter().collect();
    // What the browser keeps for later visits comes when the page is there.
    let later = |path: &str| {
        ["inside-", "saving-", "rest-", "files", "sw.js", "manifest", "icon"]
            .iter()
            .any(|start| path.starts_with(start))
    };
    // The model of names comes beside the program; nothing is drawn later for it.
    let first = |path: &str| !path.ends_with(".model") && !later(path);
    // To compress is dear: only what counts is.
    let paths = paths.into_iter().filter(|path| first(path));
    let mut sizes: Vec<(usize, String)> = paths.map(|path| (compressed(&site, &path), path)).collect();
    sizes.sort();
    let sum: usize = sizes.iter().map(|size| size.0).sum();
    for (size, path) in sizes.iter().rev().take(4) {
        println!("    {size:>7} {path}");
    }
    println!("    {sum:>7} in all; the goal is {GOAL}");
    let ceiling = CEILING + without_small_std();
    assert!(sum <= ceiling, "a first visit takes {sum} bytes, {} more than before", sum - ceiling);
}

/// What more a program may take here.
pub fn without_small_std() -> usize {
    // `scripts/tools.sh` leaves this file where the library was built along.
    if Path::new(".tools/page.env").exists() { 0 } else { STD_AS_IT_COMES }
}

/// Size of a file of the site under brotli at its best.
pub fn compressed(site: &Path, path: &str) -> usize {
    let file = site.join(path);
    let file = if file.is_dir() { file.join("index.html") } else { file };
    let bytes = std::fs::read(&file).unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    let mut out = Vec::new();
    brotli::CompressorWriter::new(&mut out, 1 << 16, 11, 22).write_all(&bytes).expect("memory can be written");
    out.len()
}
