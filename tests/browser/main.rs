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
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Mutex;
use std::thread;
use std::time::Instant;

/// One test: what is done and seen, and the steps.
type Test = (&'static str, fn(&mut Page));

/// Most browsers at once. Tests wait for much of their time; more than a few would starve each other.
const LANES: usize = 4;

/// What has become of the tests so far.
#[derive(Default)]
struct Outcome {
    passed: usize,
    failed: Vec<Test>,
}

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
    let wanted = |tests: &[&'static [Test]]| -> Vec<Test> {
        let all = tests.iter().copied().flatten().copied();
        all.filter(|(name, _)| picked.is_empty() || picked.iter().any(|word| name.contains(word.as_str()))).collect()
    };
    let (timed, tests) = (wanted(flows::TIMED), wanted(flows::TESTS));
    let lanes = thread::available_parallelism().map_or(1, usize::from).min(LANES);
    println!("\nrunning {} tests in {:?}, {lanes} at once", timed.len() + tests.len(), Kind::wanted());
    let usual = take_hook();
    set_hook(Box::new(move |panic| {
        if !panic.payload().is::<OnlyChromium>() {
            usual(panic);
        }
    }));
    let mut outcome = Outcome::default();
    run(&site, timed, 1, &mut outcome);
    let alone = outcome.failed.len();
    run(&site, tests, lanes, &mut outcome);
    // What failed only for what ran beside it is no fault of the page; the first failure stays told.
    if lanes > 1 && outcome.failed.len() > alone {
        let again = outcome.failed.split_off(alone);
        println!("\n{} failed beside others; once more, alone:", again.len());
        run(&site, again, 1, &mut outcome);
    }
    let Outcome { passed, failed } = outcome;
    println!(
        "\ntest result: {}. {passed} passed; {} failed",
        if failed.is_empty() { "ok" } else { "FAILED" },
        failed.len()
    );
    // They stand among hundreds of lines.
    failed.iter().for_each(|(name, _)| println!("    failed: {name}"));
    if failed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Runs tests, so many at once; each lane takes the next one that nobody has taken.
fn run(site: &Path, tests: Vec<Test>, lanes: usize, outcome: &mut Outcome) {
    let (waiting, shared) = (Mutex::new(tests.into_iter()), Mutex::new(outcome));
    let lane = || {
        loop {
            let Some((name, test)) = waiting.lock().ok().and_then(|mut waiting| waiting.next()) else { return };
            let start = Instant::now();
            let result = catch_unwind(AssertUnwindSafe(|| {
                let mut page = Page::new(site);
                test(&mut page);
                page.finish();
            }));
            let seconds = start.elapsed().as_secs_f32();
            let Ok(mut outcome) = shared.lock() else { return };
            match result.as_ref().map_err(|trouble| trouble.downcast_ref()) {
                Ok(()) => {
                    println!("test {name} ... ok ({seconds:.1} s)");
                    outcome.passed += 1;
                }
                Err(Some(OnlyChromium(what))) => {
                    println!("test {name} ... left to Chromium, which alone tells: {what}");
                }
                Err(None) => {
                    println!("test {name} ... FAILED ({seconds:.1} s)");
                    outcome.failed.push((name, test));
                }
            }
        }
    };
    thread::scope(|scope| (0..lanes).for_each(|_| drop(scope.spawn(lane))));
}
