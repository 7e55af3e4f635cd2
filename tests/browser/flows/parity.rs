//! The program in the browser gives the same bytes as the one on a desktop.

use crate::Test;
use crate::page::Page;
use dateline::engine::{self, Engine, Request};
use dateline::import::Record;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

pub const TESTS: &[Test] = &[("every golden input is read to the same bytes as on a desktop", same_bytes)];

fn same_bytes(page: &mut Page) {
    // A script of the page's own, because not every driver sees what scripts merely declare.
    let copy = page.serve_copy();
    let html = fs::read_to_string(copy.join("index.html")).expect("the page");
    let html = html.replace("</title>", "</title><script src=\"probe.js\" defer></script>");
    fs::write(copy.join("index.html"), html).expect("a change");
    fs::write(copy.join("probe.js"), "window.probe = (message) => wasm_bindgen.answer(message);").expect("a file");
    page.open("");
    let mut files = Vec::new();
    for folder in ["tests/corpus", "seeds"] {
        list(Path::new(folder), &mut files);
    }
    files.sort();
    let engine = Engine::default();
    let mut count = 0;
    for file in files {
        let messages: Vec<Vec<u8>> = records(&file).into_iter().map(|r| engine::encode(&Request::Read(r))).collect();
        let replies: Vec<Vec<u8>> = messages.iter().map(|m| engine.answer(m)).collect();
        let told = engine::tell(replies.iter().map(|r| engine::facts(r).expect("facts")));
        count += messages.len();
        compare(page, &engine, &file, &[messages, vec![told]].concat());
    }
    println!("    {count} texts");
    assert!(count > 100, "only {count} golden inputs were found");
}

/// Puts the same requests to both.
fn compare(page: &Page, engine: &Engine, file: &Path, messages: &[Vec<u8>]) {
    // Arrays of numbers: plain, and quick enough.
    let answers = page
        .driver
        .run("return args[0].map((m) => Array.from(window.probe(Uint8Array.from(m))));", &[json!(messages)])
        .unwrap_or_else(|e| panic!("{}: {e}", file.display()));
    for (i, message) in messages.iter().enumerate() {
        let there: Vec<u8> = bytes(&answers[i]);
        let here = engine.answer(message);
        assert!(here == there, "{}, text {i}: {}", file.display(), difference(&here, &there));
    }
}

/// Where two replies part, in words.
fn difference(here: &[u8], there: &[u8]) -> String {
    let words = |reply: &[u8]| format!("{:?}", engine::decode(reply));
    let (here, there) = (words(here), words(there));
    let same = here.chars().zip(there.chars()).take_while(|(a, b)| a == b).count();
    let around = |text: &str| text.chars().skip(same.saturating_sub(200)).take(400).collect::<String>();
    format!("\non a desktop    …{}…\nin the browser …{}…", around(&here), around(&there))
}

fn bytes(value: &Value) -> Vec<u8> {
    value.as_array().into_iter().flatten().filter_map(|n| u8::try_from(n.as_u64()?).ok()).collect()
}

/// All files below a folder.
fn list(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            list(&path, files);
        } else if path.extension().is_some_and(|e| e == "txt" || e == "ndjson" || e == "json") {
            files.push(path);
        }
    }
}

/// The texts of a golden file: its lines where readings stand under them, the articles of a story,
/// else the whole.
fn records(file: &Path) -> Vec<Record> {
    let text = fs::read_to_string(file).unwrap_or_default();
    let stories = text.lines().filter(|line| line.starts_with('{')).filter_map(|line| serde_json::from_str(line).ok());
    let stories: Vec<Record> = stories.collect();
    if !stories.is_empty() {
        return stories;
    }
    let whole = Record { id: "whole".into(), text: text.clone(), ..Record::default() };
    let mut records = vec![whole];
    if file.starts_with("tests") {
        let mut published = None;
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with("    ")) {
            if let Some(day) = line.strip_prefix("@published ") {
                published = Some(day.to_owned());
            } else if !line.is_empty() && !line.starts_with('#') {
                let text = line.replace(" ¶ ", "\n\n");
                records.push(Record {
                    id: number.to_string(),
                    text,
                    published: published.clone(),
                    ..Record::default()
                });
            }
        }
    }
    records
}
