//! Golden tests: lines of text with the expected reading under them, and near misses beside.
//!
//! ```text
//! # What the lines below have in common.
//! @published 2024-05-02
//!
//! The mayor quit on Friday.
//!     Friday → DATE 2024-04-26, weekday inferred, from 2024-05-02, by weekday
//!
//! The Friday report is a near miss: nothing stands under this line.
//! ```
//!
//! `UPDATE=1 cargo test --test corpus` rewrites the readings; review them as a diff.

mod print;

use dateline::facts::{self, Facts, Reader};
use dateline::import::{Article, Record};
use std::fs;
use std::path::{Path, PathBuf};

#[test]
fn times() {
    check("time", print::times);
}

#[test]
fn names() {
    check("entity", print::names);
}

#[test]
fn events() {
    check("event", print::events);
}

/// Reads every file of a folder and compares its readings with what `print` gives.
fn check(folder: &str, print: fn(&Facts) -> Vec<String>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus").join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(&folder).unwrap().map(|e| e.unwrap().path()).collect();
    files.sort();
    let mut wrong = String::new();
    let mut cases = 0;
    for file in files {
        let expected = fs::read_to_string(&file).unwrap();
        let (found, count) = reread(&expected, print);
        cases += count;
        if found == expected {
            continue;
        }
        if std::env::var_os("UPDATE").is_some() {
            fs::write(&file, found).unwrap();
        } else {
            wrong.push_str(&difference(&file, &expected, &found));
        }
    }
    assert!(wrong.is_empty(), "{wrong}\nUPDATE=1 rewrites the readings.");
    println!("{cases} cases");
}

/// The file as it would be written now, and the number of its cases.
fn reread(file: &str, print: fn(&Facts) -> Vec<String>) -> (String, usize) {
    let mut out = String::new();
    let mut published = None;
    let mut cases = 0;
    for line in file.lines() {
        if line.starts_with("    ") {
            continue; // An old reading; the new one is written under its text.
        }
        out.push_str(line);
        out.push('\n');
        if let Some(day) = line.strip_prefix("@published ") {
            published = (day != "none").then(|| day.to_owned());
        } else if !line.is_empty() && !line.starts_with('#') {
            cases += 1;
            // A paragraph break inside a case is written as a pilcrow.
            let text = line.replace(" ¶ ", "\n\n");
            let record = Record { id: "case".into(), text, published: published.clone(), ..Record::default() };
            for reading in print(&facts::read(Article::new(record), &Reader::default())) {
                out.push_str("    ");
                out.push_str(&reading);
                out.push('\n');
            }
        }
    }
    (out, cases)
}

/// The first lines that differ, with the text they belong to.
fn difference(file: &Path, expected: &str, found: &str) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let blocks = |text: &str| text.split("\n\n").map(str::to_owned).collect::<Vec<_>>();
    let pairs = blocks(expected).into_iter().zip(blocks(found)).filter(|(a, b)| a != b);
    pairs.take(5).map(|(a, b)| format!("\n{name}, expected:\n{a}\nfound:\n{b}\n")).collect()
}
