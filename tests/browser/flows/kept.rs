//! Stories kept in the browser: there again after all that can happen, gone when deleted.

use super::bring::{fall, press};
use crate::page::Page;
use crate::{Test, check};
use serde_json::json;
use std::fs;
use std::path::{Path, PathBuf};

pub const TESTS: &[Test] = &[
    ("a story of one's own is there again after a reload", reload),
    ("a killed tab loses nothing that was saved, also in the middle of an import", killed),
    ("a tab killed while it corrects loses no correction that was shown as saved", killed_correcting),
    ("several stories are kept, opened and named", several),
    ("deleting deletes", delete),
    ("a damaged article loses itself alone", damaged),
    ("two tabs do not overwrite each other", two_tabs),
    ("where storage is forbidden the work goes on and the page says so", forbidden),
    ("where storage is full the page says so, and saves when there is room", full),
    ("a story of a later version is left alone", later_version),
    ("a story of an older version is opened, and saved in the shape of now", older_version),
    ("a database of an older version is brought up, and nothing in it is lost", brought_up),
];

const HOLM: &[u8] =
    b"Title: Bridge\nSource: Holm Herald\nDate: 2024-03-08\n\nThe bridge at Holm was closed on Thursday.";
const KIRK: &[u8] =
    b"Title: Train\nSource: Kirk Gazette\nDate: 2024-03-09\n\nA train left the rails near Kirk on Friday.";
const SAVED: &str = "Saved in this browser";

/// Brings in articles, and waits until they are saved.
fn bring(page: &Page, files: &[(&str, &[u8])]) {
    fall(page, files);
    check::says(page, SAVED);
}

fn again(page: &Page) {
    page.driver.reload().unwrap_or_else(|e| panic!("{e}"));
    page.wait_for_story();
}

/// Rows of a store of the browser's own database.
const ROWS: &str = "const rows = async (name) => {
    const base = await new Promise((done) => { const r = indexedDB.open('dateline'); r.onsuccess = () => done(r.result); });
    const store = base.transaction(name).objectStore(name);
    const all = await new Promise((done) => { const r = store.getAll(); r.onsuccess = () => done(r.result); });
    base.close();
    return all;
};";

fn reload(page: &mut Page) {
    page.open("");
    bring(page, &[("a.txt", HOLM), ("b.txt", KIRK)]);
    again(page);
    check::says(page, "Holm Herald");
    check::says(page, "Kirk Gazette");
    check::says(page, SAVED);
    assert!(!page.text().contains("Moscow, March 2024"));
}

fn killed(page: &mut Page) {
    page.driver.needs_chromium("killing a tab");
    page.open("");
    bring(page, &[("a.txt", HOLM)]);
    page.run(
        "const dataTransfer = new DataTransfer();
         for (let i = 0; i < 2000; i++) dataTransfer.items.add(new File([`<html><body><p>Rain fell on day ${i}.</p>`], `${i}.html`));
         document.body.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));",
    );
    let other = page.driver.tab().unwrap_or_else(|e| panic!("{e}"));
    // The command itself does not outlive the tab.
    let _ = page.driver.cdp("Page.crash", &json!({}));
    page.driver.switch(&other).unwrap_or_else(|e| panic!("{e}"));
    page.open("");
    check::says(page, "Holm Herald");
    check::says(page, SAVED);
}

/// Notes words on the article that is open, as a reader does; does not wait for anything.
const NOTE: &str = "const note = async (words) => {
    const open = () => document.querySelector('.reader-bar .fix-open');
    for (let i = 0; i < 2000 && !open(); i++) await new Promise((done) => setTimeout(done, 10));
    open().click();
    for (let i = 0; i < 2000 && !document.querySelector('dialog.fix textarea'); i++) await new Promise((done) => setTimeout(done, 2));
    document.querySelector('dialog.fix textarea').value = words;
    [...document.querySelectorAll('dialog.fix .actions button')].find((b) => b.textContent === 'Save').click();
};";

fn killed_correcting(page: &mut Page) {
    page.driver.needs_chromium("killing a tab");
    page.open("");
    bring(page, &[("a.txt", HOLM)]);
    let mut shown = 0;
    // Another moment of saving each time: before it begins, while it writes, when it is done.
    for delay in [0, 1, 3, 8, 20, 60] {
        // What the page says of it is known to the reader; one more is under way when the tab dies.
        page.run(&format!("{NOTE} await note('note {shown}.');"));
        shown += 1;
        page.wait("the correction to be saved", || {
            let words = format!("Corrections ({shown})");
            let text = page.text();
            text.contains(&words) && text.contains(SAVED)
        });
        page.run(&format!(
            "{NOTE} await note('in the middle'); await new Promise((done) => setTimeout(done, {delay}));"
        ));
        let other = page.driver.tab().unwrap_or_else(|e| panic!("{e}"));
        let _ = page.driver.cdp("Page.crash", &json!({}));
        page.driver.switch(&other).unwrap_or_else(|e| panic!("{e}"));
        page.open("");
        check::says(page, "Holm Herald");
        let kept = page.run(&format!(
            "{ROWS} const [row] = await rows('stories');
             const log = JSON.parse(row.log);
             return JSON.stringify(log).split('note ').length - 1;"
        ));
        assert_eq!(kept, json!(shown), "after {delay} ms");
        // What was under way is there whole or not at all; it is taken back, so that the next round counts alike.
        let more = page.run("return Number(document.querySelector('.hand-tools').innerText.match(/[(](\\d+)[)]/)[1]);");
        assert!(more == json!(shown) || more == json!(shown + 1), "{more} after {delay} ms");
        if more == json!(shown + 1) {
            page.run("document.querySelector('.hand-tools button').click();");
            page.wait("one less", || page.text().contains(&format!("Corrections ({shown})")));
        }
    }
}

fn several(page: &mut Page) {
    page.open("");
    bring(page, &[("a.txt", HOLM)]);
    name(page, "The bridge");
    bring(page, &[("b.txt", KIRK)]);
    check::says(page, "Kirk Gazette");
    assert!(!page.text().contains("Holm Herald"));
    press(page, "Use your own articles");
    press(page, "Open “The bridge”");
    check::says(page, "Holm Herald");
    check::says(page, "The bridge");
    press(page, "Use your own articles");
    check::says(page, "in use");
    check::says(page, "1 article, saved");
    press(page, "Back to the bundled story");
    check::says(page, "Moscow, March 2024");
    again(page);
    check::says(page, "Moscow, March 2024");
}

/// Names the story that is open.
fn name(page: &Page, name: &str) {
    press(page, "Use your own articles");
    page.run(&format!(
        "const field = document.querySelector('dialog[open] .kept input');
         field.value = {};
         field.dispatchEvent(new Event('change'));",
        json!(name)
    ));
    press(page, "Close");
    page.wait("the name", || page.run("return document.querySelector('h1').textContent;") == json!(name));
    check::says(page, SAVED);
}

fn delete(page: &mut Page) {
    page.open("");
    bring(page, &[("a.txt", HOLM)]);
    press(page, "Use your own articles");
    press(page, "Delete “Your articles”");
    check::says(page, "Nothing yet.");
    let left = page.run(&format!("{ROWS} return [await rows('stories'), await rows('articles')];"));
    assert_eq!(left, json!([[], []]));
    press(page, "Close");
    check::says(page, "Moscow, March 2024");
    again(page);
    check::says(page, "Moscow, March 2024");
}

/// Changes a row of the database as nothing of ours would.
fn spoil(page: &Page, store: &str, change: &str) {
    page.run(&format!(
        "const base = await new Promise((done) => {{ const r = indexedDB.open('dateline'); r.onsuccess = () => done(r.result); }});
         const t = base.transaction('{store}', 'readwrite');
         const cursor = t.objectStore('{store}').openCursor();
         cursor.onsuccess = () => {{ const row = cursor.result.value; cursor.result.update((() => {{ {change} }})()); }};
         await new Promise((done) => {{ t.oncomplete = done; }});
         base.close();"
    ));
}

fn damaged(page: &mut Page) {
    page.open("");
    bring(page, &[("a.txt", HOLM), ("b.txt", KIRK)]);
    spoil(page, "articles", "return { id: 7, txet: row.text };");
    again(page);
    check::says(page, "1 article of this story is damaged and was left out.");
    check::says(page, "Kirk Gazette");
}

fn two_tabs(page: &mut Page) {
    page.driver.needs_chromium("calling a script of the page");
    page.open("");
    bring(page, &[("a.txt", HOLM)]);
    // What another tab does when it saves the same story.
    page.run(&format!(
        "{ROWS} const [row] = await rows('stories');
         await datelineKeep.save({{ ...row, title: 'From the other tab' }}, null);"
    ));
    press(page, "Use your own articles");
    page.run(&format!(
        "document.querySelector('dialog[open] textarea').value = {};",
        json!(String::from_utf8_lossy(KIRK))
    ));
    press(page, "Add to the story");
    check::says(page, "Another tab has changed or deleted this story.");
    let titles =
        page.run(&format!("{ROWS} return (await rows('stories')).map((row) => [row.title, row.count]).sort();"));
    assert_eq!(titles, json!([["From the other tab", 1], ["Your articles (copy)", 2]]));
}

fn forbidden(page: &mut Page) {
    page.before_all(
        "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } });",
    );
    page.open("");
    fall(page, &[("a.txt", HOLM)]);
    check::says(page, "This browser keeps nothing for this page");
    check::says(page, "Holm Herald");
}

fn full(page: &mut Page) {
    page.before_all(
        "const put = IDBObjectStore.prototype.put;
         IDBObjectStore.prototype.put = function (...args) {
             if (!window.room) throw new DOMException('no', 'QuotaExceededError');
             return put.apply(this, args);
         };
         window.room = true;",
    );
    page.open("");
    bring(page, &[("a.txt", HOLM)]);
    page.run("window.room = false;");
    fall(page, &[("b.txt", KIRK)]);
    check::says(page, "The browser’s storage is full, so this story is not saved.");
    check::says(page, "Kirk Gazette");
    page.run("window.room = true;");
    press(page, "Use your own articles");
    press(page, "Delete “Your articles”");
    press(page, "Close");
    check::says(page, SAVED);
    again(page);
    check::says(page, "Kirk Gazette");
}

fn later_version(page: &mut Page) {
    page.open("");
    bring(page, &[("a.txt", HOLM)]);
    spoil(page, "stories", "return { ...row, version: 99 };");
    again(page);
    check::says(page, "The story that was open last is no longer kept in this browser.");
    let left = page.run(&format!("{ROWS} return (await rows('stories')).map((row) => row.version);"));
    assert_eq!(left, json!([99]));
}

fn older_version(page: &mut Page) {
    page.open("");
    bring(page, &[("a.txt", HOLM)]);
    // Before a story had more than its name and its articles.
    spoil(
        page,
        "stories",
        "return { version: 0, id: row.id, title: row.title, saved: row.saved, changed: row.changed };",
    );
    again(page);
    check::says(page, "Holm Herald");
    name(page, "The bridge");
    let kept = page.run(&format!("{ROWS} return (await rows('stories')).map((row) => [row.version, row.count]);"));
    assert_eq!(kept, json!([[1, 1]]));
    again(page);
    check::says(page, "The bridge");
}

/// A page of the next version, with one step more: it brings what is there into another shape.
const NEXT: &str = "(base, transaction) => {
      base.createObjectStore('marks');
      const stories = transaction.objectStore('stories');
      stories.openCursor().onsuccess = ({ target }) => {
        if (!target.result) return;
        target.result.update({ ...target.result.value, title: `${target.result.value.title}, brought up` });
        target.result.continue();
      };
    },
  ];";

fn brought_up(page: &mut Page) {
    let site = page.serve_copy();
    page.open("");
    bring(page, &[("a.txt", HOLM), ("b.txt", KIRK)]);
    // The next version, as a host would publish it.
    let script = named_start(&site);
    let text = fs::read_to_string(&script).expect("a script");
    let steps = text.find("const STEPS").and_then(|at| Some(at + text[at..].find("];")?)).expect("the steps");
    let next = [&text[..steps], NEXT, &text[steps + 2..]].concat();
    fs::write(&script, next).expect("a script");
    let html = fs::read_to_string(site.join("index.html")).expect("the page");
    // Its hashes are another, and it keeps nothing for the time without a network.
    let html = html.replace("integrity=", "data-was=").replace("name=\"build\"", "name=\"unbuilt\"");
    fs::write(site.join("index.html"), html).expect("a page");
    page.run("for (const one of await navigator.serviceWorker.getRegistrations()) await one.unregister();");
    page.driver.open(&format!("{}index.html", page.url)).unwrap_or_else(|e| panic!("{e}"));
    page.wait_for_story();
    check::says(page, "Your articles, brought up");
    check::says(page, "Holm Herald");
    check::says(page, "Kirk Gazette");
    check::says(page, SAVED);
    let stores = page.run(
        "const base = await new Promise((done) => { const r = indexedDB.open('dateline'); r.onsuccess = () => done(r.result); });
         const found = [base.version, [...base.objectStoreNames]];
         base.close();
         return found;",
    );
    assert_eq!(stores, json!([2, ["articles", "marks", "stories"]]));
}

fn named_start(site: &Path) -> PathBuf {
    let files = fs::read_dir(site).into_iter().flatten().flatten().map(|entry| entry.path());
    let start = |path: &PathBuf| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with("start-"));
    files.into_iter().find(start).expect("the page's script")
}
