//! End-to-end tests: what a reader does and sees, on the built page in a real browser.
//!
//! The page is served from a folder below the root of a plain static server. Each test gets a
//! browser of its own; a silent console and no request beyond the page's own files are part of
//! every one where the browser tells them. `make test` builds the page and runs them in Chromium
//! and Firefox; `cargo test` alone says so.

mod act;
mod check;
mod driver;
mod find;
mod flows;
mod keys;
mod page;
mod pictures;
mod server;
mod states;

use driver::{Kind, OnlyChromium};
use page::Page;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::Instant;

/// One test: what is done and seen, and the steps.
type Test = (&'static str, fn(&mut Page));

fn main() -> ExitCode {
    let Some(site) = std::env::var_os("DATELINE_SITE").map(PathBuf::from) else {
        println!("The browser tests need the built page: `make test` builds it and runs them.");
        println!("test result: ok. 0 passed; 0 failed");
        return ExitCode::SUCCESS;
    };
    if !site.join("index.html").exists() {
        println!("There is no page in {}: `make dist` builds one.", site.display());
        println!("test result: FAILED. 0 passed; 1 failed");
        return ExitCode::FAILURE;
    }
    if let Some(folder) = std::env::var_os("DATELINE_PICTURES").map(PathBuf::from) {
        pictures::take(&site, &folder);
        println!("The pictures are in {}.", folder.display());
        return ExitCode::SUCCESS;
    }
    // As with cargo's own harness: words given pick the tests whose names hold one of them.
    let picked: Vec<String> = std::env::args().skip(1).filter(|a| !a.starts_with('-')).collect();
    let tests: Vec<&Test> = flows::TESTS
        .iter()
        .copied()
        .flatten()
        .filter(|(name, _)| picked.is_empty() || picked.iter().any(|word| name.contains(word.as_str())))
        .collect();
    println!("\nrunning {} tests in {:?}", tests.len(), Kind::wanted());
    let usual = take_hook();
    set_hook(Box::new(move |panic| {
        if !panic.payload().is::<OnlyChromium>() {
            usual(panic);
        }
    }));
    let mut failed = Vec::new();
    let mut passed = 0;
    for (name, test) in &tests {
        let start = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| {
            let mut page = Page::new(&site);
            test(&mut page);
            page.finish();
        }));
        let seconds = start.elapsed().as_secs_f32();
        let Err(trouble) = outcome else {
            println!("test {name} ... ok ({seconds:.1} s)");
            passed += 1;
            continue;
        };
        if let Some(OnlyChromium(what)) = trouble.downcast_ref() {
            println!("test {name} ... left to Chromium, which alone tells: {what}");
        } else {
            println!("test {name} ... FAILED ({seconds:.1} s)");
            failed.push(*name);
        }
    }
    println!(
        "\ntest result: {}. {passed} passed; {} failed",
        if failed.is_empty() { "ok" } else { "FAILED" },
        failed.len()
    );
    if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
