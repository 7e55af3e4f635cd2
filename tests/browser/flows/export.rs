//! A reader takes the story away, and brings it back.

use crate::Test;
use crate::page::Page;
use serde_json::{Value, json};

pub const TESTS: &[Test] = &[
    ("every form of the story can be had", forms),
    ("the timeline can be had as a picture", picture),
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

fn workspace(page: &mut Page) {
    open(page);
    // A note on the open article.
    page.run(
        "document.querySelector('.reader-bar .fix-open').click();
         await new Promise((done) => setTimeout(done, 300));
         document.querySelector('dialog.fix textarea').value = 'From before.';
         document.querySelector('dialog.fix .actions button').click();",
    );
    page.wait("the note", || page.text().contains("From before."));
    let [_, _, text] = save(page, "Workspace");
    page.run("document.querySelector('.hand-tools button').click();");
    page.wait("the note to go", || !page.text().contains("From before."));
    let given = page.driver.run(
        "const transfer = new DataTransfer();
         transfer.items.add(new File([args[0]], 'kept.dateline.json', { type: 'application/json' }));
         document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true, cancelable: true }));",
        &[json!(text)],
    );
    assert!(given.is_ok());
    page.wait("the note again", || page.text().contains("From before."));
}
