//! The site on all kinds of hosts.

use crate::driver::Element;
use crate::page::{Page, scratch};
use crate::server::{Habits, Server};
use crate::{Test, act, check, find};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

pub const TESTS: &[Test] = &[
    ("bundled articles arrive byte for byte", same_bytes),
    ("the page works under the strict headers it comes with", strict_headers),
    ("a host that gets the program's type wrong is met silently", wrong_type),
    ("an altered program does not run", altered),
    ("no address is absolute, and every file of the page is named by its hash", addresses),
    ("the code for a frame is copied, and the frame shows what was seen", embed_code),
    ("the page's own address with ?embed is the page for frames", embed_address),
    ("other articles can be bundled, and an address given", other_story),
];

fn same_bytes(page: &mut Page) {
    page.open_only("");
    let index: Value = serde_json::from_slice(&fs::read("seeds/index.json").expect("a list")).expect("JSON");
    let articles = index["stories"].as_array().into_iter().flatten().flat_map(|s| s["articles"].as_array());
    let mut files: Vec<&str> = articles.flatten().filter_map(|article| article["file"].as_str()).collect();
    files.push("index.json");
    assert!(files.len() > 5, "{files:?}");
    for file in files {
        let body = "return Array.from(new Uint8Array(await (await fetch(`seeds/${args[0]}`)).arrayBuffer()));";
        let there = page.driver.run(body, &[json!(file)]).unwrap_or_else(|e| panic!("{file}: {e}"));
        let here = fs::read(Path::new("seeds").join(file)).expect("a seed");
        assert!(there == json!(here), "{file} differs");
    }
}

fn strict_headers(page: &mut Page) {
    let headers = fs::read_to_string(page.site.join("_headers")).expect("_headers");
    // The lines under "/", the page.
    let lines = headers.lines().skip_while(|line| *line != "/").skip(1).take_while(|line| line.starts_with(' '));
    let page_headers: Vec<(String, String)> =
        lines.filter_map(|line| line.trim().split_once(": ")).map(|(n, v)| (n.to_owned(), v.to_owned())).collect();
    assert!(page_headers.iter().any(|(_, policy)| policy.contains("frame-ancestors 'self'")), "{page_headers:?}");
    page.behave(Habits { page_headers, ..Habits::default() });
    page.open("");
    check::says(page, "Moscow, March 2024");
}

fn wrong_type(page: &mut Page) {
    for wrong in ["application/octet-stream", "text/plain", "text/html"] {
        page.behave(Habits { wasm_type: Some(wrong), ..Habits::default() });
        page.open(&format!("?{}", wrong.len()));
        check::says(page, "Moscow, March 2024");
    }
}

fn altered(page: &mut Page) {
    let copy = page.serve_copy();
    let program = named(&copy, ".wasm");
    let mut bytes = fs::read(&program).expect("the program");
    // In the names of its last part: it would still run.
    *bytes.last_mut().expect("bytes") ^= 1;
    fs::write(&program, bytes).expect("a change");
    page.expected_noise = Some("");
    page.open_only("");
    check::says(page, "Dateline could not be loaded.");
}

fn addresses(page: &mut Page) {
    let html = fs::read_to_string(page.site.join("index.html")).expect("the page");
    assert!(!html.contains("://"), "an address with a host");
    let tags = html.split('<').filter(|tag| tag.starts_with("link") || tag.starts_with("script"));
    for tag in tags {
        if let Some(text) = tag.strip_prefix("script>") {
            assert!(text.contains("embed.html"), "an inline script: {text}");
            continue; // Its hash is in the policy, or the browser would say so.
        }
        let attribute = |name: &str| tag.split(&format!("{name}=\"")).nth(1).and_then(|rest| rest.split('"').next());
        let path = attribute("href").or(attribute("src")).unwrap_or_default();
        assert!(!path.is_empty() && !path.starts_with('/'), "{tag}");
        if path.starts_with("icon") || path.ends_with(".webmanifest") {
            continue; // Browsers and hosts know these by their names.
        }
        assert!(attribute("integrity").is_some_and(|sum| sum.starts_with("sha384-")), "{tag}");
        let stem = path.trim_end_matches(|c: char| c != '.').trim_end_matches('.').trim_end_matches("_bg");
        // Sixteen hexadecimal digits, or fewer: Trunk leaves out zeros in front.
        let hash = stem.rsplit('-').next().unwrap_or_default();
        assert!((10..=16).contains(&hash.len()) && hash.bytes().all(|b| b.is_ascii_hexdigit()), "{path}");
    }
}

/// Opens a page elsewhere that shows nothing but frames; gives them.
fn frames(page: &mut Page, code: &str) -> Vec<Element> {
    let folder = scratch("framing");
    fs::create_dir_all(&folder).expect("a folder");
    let html = format!("<!doctype html><link rel=icon href='data:,'><title>A page elsewhere</title>{code}");
    fs::write(folder.join("index.html"), html).expect("a page");
    let server = Server::start(&folder, "/", 0).expect("a second server");
    page.also = Some(server.url("/"));
    page.driver.open(&server.url("/")).unwrap_or_else(|e| panic!("{e}"));
    page.driver.all(None, "iframe").unwrap_or_default()
}

/// Goes into a frame, and waits for its story: it may still be on the way to it.
fn enter(page: &Page, frame: &Element) {
    page.driver.enter(None).unwrap_or_else(|e| panic!("{e}"));
    page.driver.enter(Some(frame)).unwrap_or_else(|e| panic!("{e}"));
    page.wait("the story", || {
        page.driver
            .run("return performance.getEntriesByName('dateline: analysis').length > 0;", &[])
            .is_ok_and(|there| there == json!(true))
    });
}

fn embed_code(page: &mut Page) {
    page.open("");
    act::choose(page, &find::first_event(page));
    let seen = act::address(page);
    page.run(
        "window.copied = null;
         Object.defineProperty(navigator, 'clipboard', { value: { writeText: async (text) => { window.copied = text; } } });
         [...document.querySelectorAll('.foot button')].find((b) => b.textContent === 'Copy embed code').click();",
    );
    check::says(page, "Copied: the code for a frame that shows this page.");
    let code = page.run("return window.copied;");
    let code = code.as_str().expect("a code");
    assert!(code.contains("sandbox=\"allow-scripts\"") && code.contains("title=\"Moscow, March 2024\""), "{code}");
    let frame = frames(page, code).into_iter().next().expect("a frame");
    enter(page, &frame);
    assert_eq!(page.run("return [location.hash, origin];"), json!([seen, "null"]));
    check::says(page, "Moscow, March 2024");
    assert!(!page.text().contains("Copy embed code"));
    page.driver.enter(None).unwrap_or_else(|e| panic!("{e}"));
}

fn embed_address(page: &mut Page) {
    let src = format!("src='{}?embed#1&view=coverage'", page.url);
    let code = format!("<iframe {src} sandbox=allow-scripts></iframe><iframe {src}></iframe>");
    for frame in frames(page, &code) {
        enter(page, &frame);
        let there = page.run("return [location.pathname.split('/').pop(), location.hash];");
        assert_eq!(there, json!(["embed.html", "#1&view=coverage"]));
        check::says(page, "Moscow, March 2024");
    }
    page.driver.enter(None).unwrap_or_else(|e| panic!("{e}"));
}

fn other_story(page: &mut Page) {
    let copy = page.serve_copy();
    let folder = copy.join("my-story");
    fs::create_dir(&folder).expect("a folder");
    fs::write(folder.join("one.txt"), "date 2024-05-02 The bridge closed on Tuesday, the mayor said.").expect("a file");
    fs::write(folder.join("two.txt"), "date 2024-05-03 The bridge reopened on Thursday.").expect("a file");
    let about = r#"{"title":"The “old” bridge","description":"Two articles & a bridge.","articles":[
        {"file":"one.txt","source":"Morning Post"},{"file":"two.txt"}]}"#;
    fs::write(folder.join("story.json"), about).expect("a file");
    finish(&copy, &[("STORY", &folder.to_string_lossy()), ("BASE_URL", "https://example.org/bridge")]);
    page.open("");
    check::says(page, "The “old” bridge");
    check::says(page, "Two articles & a bridge.");
    assert_eq!(page.run("return document.title;"), json!("The “old” bridge – Dateline"));
    let html = fs::read_to_string(copy.join("index.html")).expect("the page");
    assert!(html.contains(r#"<link rel="canonical" href="https://example.org/bridge/">"#), "{html}");
    let discovery =
        r#"<link rel="alternate" type="application/json+oembed" href="https://example.org/bridge/oembed.json""#;
    assert!(html.contains(discovery), "{html}");
    let oembed: Value = serde_json::from_slice(&fs::read(copy.join("oembed.json")).expect("oEmbed")).expect("JSON");
    assert_eq!((&oembed["version"], &oembed["type"]), (&json!("1.0"), &json!("rich")));
    let frame = oembed["html"].as_str().unwrap_or_default();
    assert!(frame.contains(r#"src="https://example.org/bridge/embed.html""#), "{frame}");
    assert!(oembed["width"].is_u64() && oembed["height"].is_u64());
}

/// Finishes what trunk built into another folder, as `make dist` does.
pub fn finish(into: &Path, settings: &[(&str, &str)]) {
    // The story may lie in the folder that is about to be written anew.
    let aside = into.with_extension("new");
    let status = Command::new("node")
        .args(["scripts/site/finish.mjs", "target/site"])
        .arg(&aside)
        .envs(settings.iter().copied())
        .status();
    assert!(status.is_ok_and(|status| status.success()), "the site could not be finished");
    crate::page::copy_folder(&aside, into);
}

/// The file of a folder whose name ends so.
pub fn named(folder: &Path, end: &str) -> PathBuf {
    let files = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    files.filter(|path| path.to_string_lossy().ends_with(end)).min().unwrap_or_else(|| panic!("no {end}"))
}
