//! Without a network, and from one version to the next.

use super::correct::{act_hide, in_force, open_on_mark};
use super::hosting::{finish, named};
use crate::page::{Page, scratch};
use crate::server::{Habits, Server};
use crate::{Test, check, find};
use serde_json::json;
use std::fs;

pub const TESTS: &[Test] = &[
    ("after one visit the page opens without its server", reload),
    ("without its server a story is corrected, kept and exported", whole),
    ("a new version is offered and comes when chosen", update),
    ("an update that breaks off leaves the old version working", half_update),
    ("the browser finds nothing that forbids installing", installable),
    ("what another program shares is read", share),
];

/// Waits until the browser keeps the whole site.
fn kept(page: &Page) {
    page.wait("the site to be kept", || {
        page.run("return !!navigator.serviceWorker.controller && (await navigator.serviceWorker.ready).active.state;")
            == json!("activated")
    });
}

/// Nothing can be fetched any more.
const GONE: &str = "net::ERR_CONNECTION_REFUSED";

fn reload(page: &mut Page) {
    page.open("");
    kept(page);
    page.lose_server();
    page.expected_noise = Some(GONE);
    page.driver.reload().unwrap_or_else(|e| panic!("{e}"));
    page.wait_for_story();
    check::says(page, "Moscow, March 2024");
    // The model is there too.
    assert!(!page.text().contains("names were found by rules alone"));
}

/// What a first visit does without is asked for without a sign of it before: a screen reader presses
/// with no pointer and no key.
fn whole(page: &mut Page) {
    page.open("");
    kept(page);
    page.lose_server();
    page.expected_noise = Some(GONE);
    for corrections in ["Corrections (1)", "Corrections (2)"] {
        open_on_mark(page, "organisation");
        act_hide(page);
        // What a page was not done saving when it is loaded again may be lost, and does not say that it was saved.
        page.wait("the correction to be saved", || {
            in_force(page) == json!(corrections) && page.text().contains("Saved in this browser")
        });
        page.run("document.querySelector('.export summary').click();");
        page.wait("the forms", || {
            page.run("return document.querySelectorAll('.export button').length > 9") == json!(true)
        });
        page.driver.reload().unwrap_or_else(|e| panic!("{e}"));
        page.wait_for_story();
        page.wait("what was corrected", || in_force(page) == json!(corrections));
    }
    assert!(!page.text().contains("could not be fetched"));
}

/// Puts another version on the server.
fn publish(page: &Page) {
    let folder = scratch("bridge");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("one.txt"), "date 2024-05-02 The bridge closed on Tuesday.").expect("a file");
    fs::write(folder.join("story.json"), r#"{"title":"The old bridge"}"#).expect("a file");
    finish(&page.site, &[("STORY", &folder.to_string_lossy())]);
}

/// Opens the page and has it find a new version on its server.
pub fn offered(page: &mut Page) {
    page.serve_copy();
    page.open("");
    kept(page);
    publish(page);
    page.driver.reload().unwrap_or_else(|e| panic!("{e}"));
    page.wait_for_story();
    check::says(page, "A new version of Dateline is ready.");
}

fn update(page: &mut Page) {
    offered(page);
    // The page is still the one before.
    assert_eq!(page.run("return document.title;"), json!("Dateline"));
    let before = page.run("return document.querySelector('meta[name=build]').content;");
    page.driver.click(&find::one(page, "button", "Use it now")).unwrap_or_else(|e| panic!("{e}"));
    page.wait("the new version", || page.run("return document.title;") == json!("The old bridge – Dateline"));
    check::says(page, "The old bridge");
    assert_ne!(before, page.run("return document.querySelector('meta[name=build]').content;"));
    kept(page);
    let caches = page.run("return (await caches.keys()).filter((name) => name.startsWith('dateline ')).length;");
    assert_eq!(caches, json!(1), "the files of the old version are dropped");
}

fn half_update(page: &mut Page) {
    let copy = page.serve_copy();
    page.open("");
    kept(page);
    publish(page);
    // One file of the new version has not arrived yet.
    let missing = named(&copy, ".model").file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    fs::rename(copy.join(&missing), copy.join("elsewhere")).expect("a file");
    page.behave(Habits { missing: vec![missing], ..Habits::default() });
    page.expected_noise = Some("");
    page.driver.reload().unwrap_or_else(|e| panic!("{e}"));
    page.wait_for_story();
    page.run("await (await navigator.serviceWorker.ready).update().catch(() => {});");
    let has = |what: &str| page.run(&format!("return !!(await navigator.serviceWorker.ready).{what};")) == json!(true);
    page.wait("the new version to be kept or given up", || !has("installing"));
    assert!(!has("waiting"), "half a version waits");
    page.lose_server();
    page.driver.reload().unwrap_or_else(|e| panic!("{e}"));
    page.wait_for_story();
    assert_eq!(page.run("return document.title;"), json!("Dateline"));
    check::says(page, "Moscow, March 2024");
}

fn installable(page: &mut Page) {
    page.open("");
    kept(page);
    let found = page.driver.cdp("Page.getInstallabilityErrors", &json!({})).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(found["installabilityErrors"], json!([]));
    let manifest = page.driver.cdp("Page.getAppManifest", &json!({})).unwrap_or_else(|e| panic!("{e}"));
    assert_eq!(manifest["errors"], json!([]));
    assert!(manifest["data"].as_str().is_some_and(|text| text.contains("share_target")), "{manifest}");
}

fn share(page: &mut Page) {
    page.open("");
    kept(page);
    // Another program, here a page elsewhere, posts a form.
    let folder = scratch("sharer");
    fs::create_dir_all(&folder).expect("a folder");
    let form = format!(
        "<!doctype html><form method=post enctype=multipart/form-data action='{}?share'>
         <input name=title value='Bridge reopens'>
         <textarea name=text>The old bridge in Port Ellis reopened on 4 May 2024, the mayor Ana Diaz said.</textarea></form>",
        page.url
    );
    fs::write(folder.join("index.html"), form).expect("a file");
    let sharer = Server::start(&folder, "/", 0).expect("a second server");
    page.driver.open(&sharer.url("/")).unwrap_or_else(|e| panic!("{e}"));
    page.run("setTimeout(() => document.forms[0].submit());");
    page.wait("the page", || page.run("return location.href;").as_str().is_some_and(|url| url.starts_with(&page.url)));
    page.wait_for_story();
    check::says(page, "Port Ellis");
    assert_eq!(page.run("return location.search;"), json!(""));
    page.also = Some(sharer.url("/"));
    page.expected_noise = Some("favicon");
}
