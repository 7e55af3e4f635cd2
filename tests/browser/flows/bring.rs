//! Bringing in articles: every way in, every format, and what means harm.

use crate::page::Page;
use crate::{Test, check, find};
use serde_json::{Value, json};
use std::fs;
use std::io::Write;
use std::time::{Duration, Instant};

pub const TESTS: &[Test] = &[
    ("files of many formats that fall on the page are read", many_formats),
    ("a folder is opened with all that lies in it", folder),
    ("a page's HTML is pasted, and more is added", paste),
    ("what an article does not state is asked for", missing),
    ("the address names a corpus beside the page", corpus),
    ("a corpus on another site is not asked for", foreign_corpus),
    ("reading is stopped and nothing is added", cancel),
    ("without its second program the page reads plain text and says so of the rest", no_reader),
    ("files that mean harm are read or named, and nothing runs", hostile),
    ("a table of a million rows is read as far as there is room, and memory stays bounded", million),
    ("what is attached to a mail is read", attached),
    ("a thousand files are read without a frozen page", thousand),
];

const PAGE: &str = include_str!("../../import/pages/wordpress.html");
const FEED: &str = "<?xml version=\"1.0\"?><rss><channel><title>The Sund Times</title><item><title>Bridge</title>\
    <pubDate>Fri, 08 Mar 2024 10:00:00 GMT</pubDate><description>The bridge at Holm was closed on Thursday.</description>\
    </item></channel></rss>";
const TABLE: &str =
    "title,source,date,text\nTrain,Kirk Gazette,2024-03-09,\"A train left the rails near Kirk on Friday.\"\n";
const MAIL: &str = "From: Harbour Office <office@harbour.example>\nSubject: Notice\nDate: Sat, 9 Mar 2024 08:00:00 +0000\n\n\
    The harbour of Port Ellis opened again on Saturday.\n";

/// Lets files fall on the page.
pub fn fall(page: &Page, files: &[(&str, &[u8])]) {
    let files: Vec<Value> = files.iter().map(|(name, bytes)| json!([name, bytes])).collect();
    fall_made(
        page,
        &format!("return {}.map(([name, bytes]) => new File([Uint8Array.from(bytes)], name));", json!(files)),
    );
}

/// Lets files fall that a script in the page makes.
pub fn fall_made(page: &Page, script: &str) {
    page.run(&format!(
        "const files = (() => {{ {script} }})();
         const dataTransfer = new DataTransfer();
         files.forEach((file) => dataTransfer.items.add(file));
         document.body.dispatchEvent(new DragEvent('drop', {{ dataTransfer, bubbles: true, cancelable: true }}));"
    ));
}

#[track_caller]
pub fn press(page: &Page, name: &str) {
    page.driver.click(&find::one(page, "button", name)).unwrap_or_else(|e| panic!("{e}"));
}

fn zip(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut archive = Vec::new();
    let mut writer = rawzip::ZipArchiveWriter::new(&mut archive);
    let (mut entry, config) =
        writer.new_file(name).compression_method(rawzip::CompressionMethod::DEFLATE).start().expect("memory");
    let mut inner = config.wrap(flate2::write::DeflateEncoder::new(&mut entry, flate2::Compression::fast()));
    inner.write_all(bytes).expect("memory");
    let (encoder, descriptor) = inner.finish().expect("memory");
    encoder.finish().expect("memory");
    entry.finish(descriptor).expect("memory");
    writer.finish().expect("memory");
    archive
}

fn many_formats(page: &mut Page) {
    page.open("");
    let requested = |part: &str| page.requested().iter().any(|path| path.contains(part) && path.ends_with(".wasm"));
    assert!(requested("dateline"));
    let archive = zip("../old.html", include_bytes!("../../import/pages/old.html"));
    fall(
        page,
        &[
            ("storm.html", PAGE.as_bytes()),
            ("feed.xml", FEED.as_bytes()),
            ("list.csv", TABLE.as_bytes()),
            ("notice.eml", MAIL.as_bytes()),
            ("old.zip", &archive),
            ("legacy.txt", b"date 2024-03-10 The caf\xe9 at the harbour opened on Sunday."),
            ("again.html", PAGE.as_bytes()),
            ("picture.html", b"\x89PNG\r\n\x1a\n\0\0"),
        ],
    );
    check::says(page, "8 files · 6 new articles · 1 was there already · 1 thing could not be read");
    check::says(page, "picture.html is a picture; it was not read.");
    check::says(page, "“again” has the same text as “storm” and was left out.");
    check::says(page, "legacy.txt does not state its encoding");
    for source in ["Ellis Courier", "The Sund Times", "Kirk Gazette", "Harbour Office"] {
        check::says(page, source);
    }
    assert!(!page.text().contains("owned"));
}

fn folder(page: &mut Page) {
    page.driver.needs_chromium("calling a script of the page");
    page.open("");
    // Only a hand can drop a folder; what opens it takes entries of the same shape.
    let found = page.run(
        "const file = (name) => ({ isFile: true, fullPath: name, file: (done) => done(new File(['Rain fell.'], name)) });
         const folder = (entries) => ({
             isFile: false,
             createReader() { let left = [entries.slice(0, 1), entries.slice(1), []]; return { readEntries: (done) => done(left.shift()) }; },
         });
         const entry = folder([file('/news/a.txt'), folder([file('/news/may/b.txt'), file('/news/may/c.txt')])]);
         return (await datelineDropped({ items: [{ webkitGetAsEntry: () => entry }], files: [] })).map(([path]) => path);",
    );
    assert_eq!(found, json!(["news/a.txt", "news/may/b.txt", "news/may/c.txt"]));
}

fn paste(page: &mut Page) {
    page.open("");
    press(page, "Use your own articles");
    page.run(&format!("document.querySelector('dialog[open] textarea').value = {};", json!(PAGE)));
    press(page, "Show only these");
    check::says(page, "1 file · 1 new article");
    check::says(page, "Ellis Courier");
    press(page, "Use your own articles");
    page.run("document.querySelector('dialog[open] textarea').value = 'date 2024-03-08\\nThe ferry sailed again on Friday.';");
    press(page, "Add to the story");
    page.wait("both articles", || page.text().contains("2 articles"));
}

fn missing(page: &mut Page) {
    page.open("");
    fall(page, &[("a.txt", b"The bridge at Holm was closed on Thursday."), ("storm.html", PAGE.as_bytes())]);
    check::says(page, "1 article states no title, source or date.");
    press(page, "Fill in what is missing");
    page.run(
        "const fill = (name, value) => { document.querySelector(`[aria-label='a: ${name}']`).value = value; };
         fill('Source', 'Holm Herald');
         fill('Published', '2024-03-08');",
    );
    press(page, "Take over");
    check::says(page, "Holm Herald");
    check::says(page, "1 article states no title, source or date.");
}

fn corpus(page: &mut Page) {
    let site = page.serve_copy();
    fs::write(site.join("corpus.csv"), TABLE).expect("a file");
    page.open("?src=corpus.csv");
    check::says(page, "Kirk Gazette");
    // It is the site's, not the reader's: nothing is kept of it.
    assert!(!page.text().contains("Saved in this browser"));
}

fn foreign_corpus(page: &mut Page) {
    page.open("?src=https://elsewhere.example/corpus.json");
    check::says(page, "only articles beside this page are read");
    check::says(page, "Moscow, March 2024");
}

fn cancel(page: &mut Page) {
    page.open("");
    fall_made(
        page,
        "return Array.from({ length: 3000 }, (_, i) => new File([`<html><body><p>Rain fell on day ${i} in Port Ellis.</p>`], `${i}.html`));",
    );
    // Faster than the driver finds a button by its name.
    let press_at_once = |which: &str| {
        page.run(&format!(
            "for (let i = 0; i < 5000; i++) {{
                 const button = document.querySelector({});
                 if (button) return button.click();
                 await new Promise((done) => setTimeout(done, 2));
             }}",
            json!(which)
        ));
        check::says(page, "Stopped. Nothing was added.");
        check::says(page, "Moscow, March 2024");
    };
    press_at_once(".bringing button");
    press(page, "Close");
    let long = "The harbour was closed on 7 March 2024, and twelve people were hurt. ".repeat(3000);
    fall_made(
        page,
        &format!(
            "return Array.from({{ length: 30 }}, (_, i) => new File([`${{i}}. ` + {}], `${{i}}.txt`));",
            json!(long)
        ),
    );
    press_at_once(".progress:not(.bringing) button:not([hidden])");
}

fn no_reader(page: &mut Page) {
    page.before_all("const plain = fetch; fetch = (a, ...b) => (`${a}`.includes('files') ? Promise.reject(new Error('gone')) : plain(a, ...b));");
    page.open("");
    fall(page, &[("a.txt", b"The bridge at Holm was closed on Thursday."), ("storm.html", PAGE.as_bytes())]);
    check::says(page, "storm.html was not read: the part of Dateline that reads such files could not be loaded.");
    check::says(page, "2 files · 1 new article · 1 thing could not be read");
}

fn hostile(page: &mut Page) {
    page.open("");
    let bomb = zip("bomb.txt", &vec![b' '; 80 << 20]);
    fall(
        page,
        &[
            ("bomb.zip", &bomb),
            ("lie.zip", b"%PDF-1.7 not an archive"),
            ("up.zip", &zip("../../etc/passwd", b"The bridge at Holm was closed on 7 March 2024.")),
        ],
    );
    check::says(page, "unfolds to more than");
    check::says(page, "lie.zip is a PDF document");
    check::says(page, "up.zip: 1 article");
    fall_made(
        page,
        "const text = 'Rain fell on Port Ellis on 3 May 2024, and twelve people were hurt. ';
         return [
             new File([text.repeat((50 << 20) / text.length)], 'large.txt'),
             new File([new Uint8Array(70 << 20)], 'larger.bin'),
             new File(['['.repeat(1_000_000)], 'deep.json'),
             new File([`<!DOCTYPE rss [<!ENTITY x SYSTEM \"${location.href}secret\">]><rss><item><description>Rain fell on &x;Friday.</description></item></rss>`], 'feed.xml'),
             new File([`<html><body onload='window.owned = 1'><script>window.owned = 2</scr` + `ipt><img src=x onerror='window.owned = 3'><p onclick='owned = 4'>Rain fell on Port Ellis on Friday.</p>`], 'scripts.html'),
         ];",
    );
    check::says(page, "large.txt holds an article of 49 MB; articles of at most 4 MB are read.");
    check::says(page, "larger.bin holds 70 MB; files of at most 64 MB are read.");
    check::says(page, "deep.json: an article as JSON with \"text\" was expected");
    check::says(page, "5 files · 2 new articles");
    assert_eq!(page.run("return window.owned ?? null;"), json!(null));
    assert!(!page.requested().iter().any(|path| path.contains("secret")));
}

/// Most that a process of the browser may hold at any time: the file, its text, what is read of it
/// and what comes back, and the browser itself.
const MEMORY: u64 = 1 << 30;

fn million(page: &mut Page) {
    page.open("");
    fall_made(
        page,
        "const rows = ['id,text\\n'];
         for (let i = 0; i < 1_000_000; i++) rows.push(`${i},It fell ${i} times.\\n`);
         const encoded = new TextEncoder().encode('<html><head><meta charset=utf-8></head><body><p>The caf');
         const lie = [encoded, new Uint8Array([0xe9]), ' at the harbour of Port Ellis opened again on 3 May 2024.</p>'];
         return [new File(rows, 'rows.csv'), new File(lie, 'lie.html')];",
    );
    let until = Instant::now() + Duration::from_secs(120);
    while !page.text().contains("2 files · ") {
        assert!(Instant::now() < until, "a million rows were not read: {}", page.text());
        std::thread::sleep(Duration::from_millis(100));
    }
    check::says(page, "rows.csv holds more than 20000 articles or 64 MB of text; what stands before that was read.");
    check::says(page, "lie.html says it is in utf-8, which it is not");
    // It can be stopped, and the page answers all along.
    press(page, "Cancel");
    if let Some(most) = page.driver.most_memory() {
        println!("    at most {} MB in one process", most >> 20);
        assert!(most < MEMORY, "a process of the browser took {} MB", most >> 20);
    }
}

fn attached(page: &mut Page) {
    page.open("");
    let archive = zip("old.html", include_bytes!("../../import/pages/old.html"));
    let mut packed = String::new();
    for three in archive.chunks(3) {
        let n = three.iter().fold(0u32, |n, &b| n << 8 | u32::from(b)) << (8 * (3 - three.len()));
        let letters = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for i in 0..4 {
            packed.push(if i <= three.len() { char::from(letters[(n >> (18 - 6 * i)) as usize & 63]) } else { '=' });
        }
        if packed.len().is_multiple_of(76) {
            packed.push('\n');
        }
    }
    let mail = format!(
        "From: Desk <desk@holm.example>\nSubject: Two pieces\nDate: Sat, 9 Mar 2024 08:00:00 +0000\nMIME-Version: 1.0\n\
         Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nBoth are attached.\n\
         --b\nContent-Type: text/html; charset=utf-8\nContent-Disposition: attachment; filename=storm.html\n\n{PAGE}\n\
         --b\nContent-Type: application/zip\nContent-Disposition: attachment; filename=old.zip\n\
         Content-Transfer-Encoding: base64\n\n{packed}\n--b--\n"
    );
    fall(page, &[("pieces.eml", mail.as_bytes())]);
    check::says(page, "1 file · 3 new articles");
    for source in ["Desk", "Ellis Courier"] {
        check::says(page, source);
    }
}

fn thousand(page: &mut Page) {
    page.open("");
    page.run(
        "window.longest = 0;
         // Making the files is the test's own work.
         window.from = Infinity;
         new PerformanceObserver((list) => list.getEntries().forEach((e) => { if (e.startTime >= window.from) window.longest = Math.max(window.longest, e.duration); }))
             .observe({ type: 'longtask' });
         performance.clearMeasures('dateline: analysis');",
    );
    let start = Instant::now();
    fall_made(
        page,
        // As in the news: a few sentences tell what happened, the others say more of it.
        "const places = ['Port Ellis', 'Holm', 'Kirk', 'Sund', 'Vik', 'Ostra'];
         const deeds = ['closed the bridge', 'opened the harbour', 'found a wreck', 'arrested two men', 'flooded the mill'];
         const more = [
             'It is the sort of thing that people here talk about for a long while, and not everybody agrees on what it means.',
             'The office would not say more, and several of those who live nearby had not heard of any of it.',
             'Much of the town depends on the ferries, which carry timber, ore and, in the warm months, a good many visitors.',
             'There is no simple answer, according to people who know the place, because the money was never there.',
         ];
         const told = (i, j) => `On ${1 + (i * 3 + j * 5) % 28} March 2024 the council of ${places[(i + j) % 6]} ${deeds[(i * 7 + j) % 5]}, and ${2 + (i * j) % 40} people were hurt. `;
         const text = (i) => Array.from({ length: 45 }, (_, j) => (j % 9 ? `${more[(i + j) % 4]} (${i}) ` : told(i, j))).join('');
         setTimeout(() => { window.from = performance.now() - 1; });
         return Array.from({ length: 1000 }, (_, i) => new File([`Source: Paper ${i % 40}\\nDate: 2024-04-${10 + i % 20}\\n\\n${text(i)}`], `${i}.txt`));",
    );
    let until = Instant::now() + Duration::from_secs(90);
    while page.run("return performance.getEntriesByName('dateline: analysis').length;") == json!(0) {
        assert!(Instant::now() < until, "a thousand files were not read: {}", page.text());
        std::thread::sleep(Duration::from_millis(50));
    }
    let took = start.elapsed();
    // The figures are told, not judged: they depend on the machine.
    let measured = page.run(
        "const all = performance.getEntriesByType('measure');
         const of = (name) => Math.round(all.filter((m) => m.name === name).at(-1)?.duration ?? 0);
         return `analysis ${of('dateline: analysis')} ms, of it uniting ${of('dateline: engine')} ms, longest task ${window.longest} ms`;",
    );
    println!("    read and analysed in {:.1} s: {}", took.as_secs_f32(), measured.as_str().unwrap_or_default());
    check::says(page, "1000 new articles");
}
