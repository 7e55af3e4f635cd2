//! A reader takes the story away, and brings it back.

use crate::Test;
use crate::page::{Page, copy_folder, scratch};
use serde_json::{Value, json};
use std::path::Path;
use std::process::Command;

pub const TESTS: &[Test] = &[
    ("every form of the story can be had", forms),
    ("the timeline can be had as a picture", picture),
    ("another program reads the list of sources", sources),
    ("TimelineJS shows the slides that it is given", slides),
    ("a workspace comes back with its corrections", workspace),
];

/// Opens the page and keeps what is put among the downloads.
fn open(page: &Page) {
    page.open("");
    page.run(
        "const make = URL.createObjectURL;
         URL.createObjectURL = (blob) => { window.saved = blob; return make.call(URL, blob); };
         HTMLAnchorElement.prototype.click = function () { if (this.download) window.savedAs = this.download; };",
    );
}

/// Presses an entry of the menu; gives the file's name, media type and text.
#[track_caller]
fn save(page: &Page, label: &str) -> [String; 3] {
    let pressed = page.driver.run(
        "window.savedAs = null;
         document.querySelector('.export').open = true;
         const entry = [...document.querySelectorAll('.export button')].find((b) => b.firstChild.textContent === args[0]);
         entry?.click();
         return Boolean(entry);",
        &[json!(label)],
    );
    assert_eq!(pressed, Ok(json!(true)), "{label}");
    page.wait("the file", || page.run("return window.savedAs") != Value::Null);
    let file = page.run(
        "return [savedAs, saved.type, saved.type.startsWith('image/png') ? String(saved.size) : await saved.text()]",
    );
    [0, 1, 2].map(|i| file[i].as_str().unwrap_or_default().to_owned())
}

fn forms(page: &mut Page) {
    open(page);
    for (label, ending, begins) in [
        ("Workspace", ".dateline.json", "{\"version\":1,\"type\":\"dateline-workspace\""),
        ("Chronology, Markdown", "-chronology.md", "# "),
        ("Chronology, to print", "-chronology.html", "<!doctype html>"),
        ("Events, CSV", "-events.csv", "id,from,to,value,"),
        ("Claims, CSV", "-claims.csv", "row,kind,severity,"),
        ("Names, CSV", "-names.csv", "id,name,type,"),
        ("Everything, JSON", ".json", "{\"version\":1,\"articles\":["),
        ("Articles, NDJSON", ".ndjson", "{\"id\":"),
        ("Calendar", ".ics", "BEGIN:VCALENDAR\r\n"),
        ("TimelineJS, JSON", "-timelinejs.json", "{\"title\":"),
        ("TimelineJS, spreadsheet", "-timelinejs.csv", "Year,Month,Day,"),
        ("Timeline, SVG", ".svg", "<svg xmlns="),
        ("Sources, BibTeX", ".bib", "@online{"),
        ("Sources, RIS", ".ris", "TY  - "),
    ] {
        let [name, media, text] = save(page, label);
        assert!(name.ends_with(ending) && !media.is_empty(), "{label}: {name} {media}");
        assert!(text.starts_with(begins), "{label}: {}", text.chars().take(60).collect::<String>());
    }
}

fn picture(page: &mut Page) {
    open(page);
    let [name, media, size] = save(page, "Timeline, PNG");
    assert!(name.ends_with(".png") && media == "image/png", "{name} {media}");
    assert!(size.parse::<u64>().unwrap_or(0) > 10_000, "{size} bytes");
}

fn sources(page: &mut Page) {
    open(page);
    let [_, _, ris] = save(page, "Sources, RIS");
    let file = scratch("file.ris");
    std::fs::write(&file, ris).expect("a file can be written");
    let output = Command::new("node").arg("ris.mjs").arg(&file).current_dir("target/package").output();
    let output = output.expect("`make package` installs it");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let read: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let read = read.as_array().expect("a list");
    let shown = page.run("return [...document.querySelectorAll('.articles .tab')].length;");
    assert_eq!(shown, json!(read.len()));
    for entry in read {
        assert_eq!(entry["type"], "article-newspaper");
        // Where an article states a day, or none.
        let issued = &entry["issued"]["date-parts"];
        assert!(issued.is_null() || *issued == json!([[2024]]), "{entry}");
        assert!(entry["title"].as_str().is_some_and(|title| !title.is_empty()), "{entry}");
    }
}

fn slides(page: &mut Page) {
    let library = Path::new(env!("CARGO_MANIFEST_DIR")).join(".tools/node_modules/@knight-lab/timelinejs/dist");
    assert!(library.is_dir(), "TimelineJS is not in .tools/: `scripts/tools.sh browser` fetches it");
    let site = page.serve_copy();
    open(page);
    let [_, _, slides] = save(page, "TimelineJS, JSON");
    copy_folder(&library, &site.join("timelinejs"));
    std::fs::write(site.join("slides.json"), &slides).expect("a file can be written");
    std::fs::write(site.join("slides.html"), SLIDES).expect("a file can be written");
    page.open_only("slides.html");
    page.wait("the slides", || page.run("return document.querySelectorAll('.tl-slide').length") != json!(0));
    let messages = page.run("return [slides.config.messages.errors.length, slides.config.messages.warnings.length]");
    assert_eq!(messages, json!([0, 0]));
    let given: Value = serde_json::from_str(&slides).expect("JSON");
    let shown = page.run("return slides.config.events.map((e) => e.text.headline)");
    let headlines: Vec<_> = given["events"].as_array().into_iter().flatten().map(|e| &e["text"]["headline"]).collect();
    assert_eq!(json!(headlines), shown);
    assert!(!headlines.is_empty());
}

/// A page of TimelineJS alone.
const SLIDES: &str = r#"<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,">
<link rel="stylesheet" href="timelinejs/css/timeline.css"><div id="slides" style="width:60rem;height:36rem"></div>
<script src="timelinejs/js/timeline.js"></script>
<script>
  const beside = (path) => String(new URL(path, location.href));
  window.slides = new TL.Timeline("slides", beside("slides.json"), { script_path: beside("timelinejs/js"), font: null });
</script>"#;

fn workspace(page: &mut Page) {
    open(page);
    // A note on the open article.
    page.run("document.querySelector('.reader-bar .fix-open').click();");
    page.wait("the form", || page.run("return !!document.querySelector('dialog.fix textarea');") == json!(true));
    page.run(
        "document.querySelector('dialog.fix textarea').value = 'From before.';
         document.querySelector('dialog.fix .actions button').click();",
    );
    let noted =
        || page.run("return document.querySelector('.article-head .noted')?.textContent ?? ''") == "From before.";
    page.wait("the note", noted);
    let [_, _, text] = save(page, "Workspace");
    page.run("document.querySelector('.hand-tools button').click();");
    page.wait("the note to go", || !noted());
    let given = page.driver.run(
        "const transfer = new DataTransfer();
         transfer.items.add(new File([args[0]], 'kept.dateline.json', { type: 'application/json' }));
         document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));",
        &[json!(text)],
    );
    assert!(given.is_ok());
    page.wait("the note again", noted);
}
