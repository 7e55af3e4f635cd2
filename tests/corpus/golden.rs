//! Reads golden files: sentences with the expected reading indented under each.
//!
//! ```text
//! # A line that opens with # is for the reader of the file.
//! published 2024-05-02
//! He left on Friday.
//!     Friday → DATE 2024-04-26
//! He may leave.
//! ```
//!
//! A sentence without indented lines is a near miss: nothing may be read in it. `published`
//! holds until the next one; `published none` stands for an article without a date. `⏎` in a
//! sentence is a line break. `UPDATE=1 cargo test --test corpus` writes the present reading
//! under every sentence, so that a change is reviewed as a difference of these files.

use dateline::import::{Article, Record};
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// Checks every `.txt` file of a folder beside this file: `read` gives the lines that describe
/// one article.
pub fn check(folder: &str, read: impl Fn(Article) -> Vec<String>) {
    let mut wrong = String::new();
    for path in files(folder) {
        let before = fs::read_to_string(&path).expect("a golden file is readable");
        let after = run(&before, &read);
        if before == after {
            continue;
        }
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&path, after).expect("a golden file is writable");
        } else {
            write!(wrong, "\n{}", difference(&path, &before, &after)).expect("a string takes any text");
        }
    }
    assert!(wrong.is_empty(), "{wrong}\nUPDATE=1 cargo test --test corpus writes the new reading.");
}

fn files(folder: &str) -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(folder);
    let entries = fs::read_dir(root).expect("the folder of golden files exists");
    let mut files: Vec<PathBuf> = entries.map(|e| e.expect("an entry is readable").path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "txt"));
    files.sort();
    assert!(!files.is_empty(), "no golden files in {folder}");
    files
}

/// The file with the present reading under every sentence.
fn run(file: &str, read: impl Fn(Article) -> Vec<String>) -> String {
    let mut out = String::new();
    let mut published = None;
    for line in file.lines().filter(|line| !line.starts_with("    ")) {
        out.push_str(line);
        out.push('\n');
        if let Some(date) = line.strip_prefix("published ") {
            published = (date != "none").then(|| date.to_owned());
        } else if !line.is_empty() && !line.starts_with('#') {
            let text = line.replace('⏎', "\n");
            let record = Record { id: "a".into(), text, published: published.clone(), ..Record::default() };
            for reading in read(Article::new(record)) {
                writeln!(out, "    {reading}").expect("a string takes any text");
            }
        }
    }
    out
}

/// The lines in which two versions of a file differ, each under its sentence.
fn difference(path: &Path, before: &str, after: &str) -> String {
    let mut out = format!("{}\n", path.display());
    let cases = |file: &str| {
        let mut cases: Vec<(String, Vec<String>)> = Vec::new();
        for line in file.lines() {
            match (line.starts_with("    "), cases.last_mut()) {
                (true, Some(case)) => case.1.push(line.to_owned()),
                _ => cases.push((line.to_owned(), Vec::new())),
            }
        }
        cases
    };
    for ((sentence, expected), (_, found)) in cases(before).into_iter().zip(cases(after)) {
        if expected == found {
            continue;
        }
        writeln!(out, "{sentence}").expect("a string takes any text");
        for line in &expected {
            let sign = if found.contains(line) { ' ' } else { '-' };
            writeln!(out, "{sign}{line}").expect("a string takes any text");
        }
        for line in found.iter().filter(|line| !expected.contains(line)) {
            writeln!(out, "+{line}").expect("a string takes any text");
        }
    }
    out
}
