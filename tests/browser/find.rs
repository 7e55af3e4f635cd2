//! Finds things as a reader knows them: by role and name, as assistive technology tells them.

use crate::driver::Element;
use crate::page::Page;
use serde_json::json;
use std::cell::RefCell;

/// The element with that role whose name holds `name`; waits for it, and fails without it.
#[track_caller]
pub fn one(page: &Page, role: &str, name: &str) -> Element {
    let found = RefCell::new(None);
    page.wait(&format!("{role} “{name}”"), || {
        found.replace(all(page, None, role).into_iter().find(|(_, n)| n.contains(name)).map(|(e, _)| e));
        found.borrow().is_some()
    });
    found.into_inner().expect("waited for")
}

/// The first element with that role in a region of the page; waits for it, and fails without it.
#[track_caller]
pub fn first_in(page: &Page, region: &str, role: &str) -> Element {
    let region = one(page, "region", region);
    let found = RefCell::new(None);
    page.wait(&format!("a {role}"), || {
        found.replace(all(page, Some(&region), role).into_iter().next().map(|(e, _)| e));
        found.borrow().is_some()
    });
    found.into_inner().expect("waited for")
}

/// The first event of the list behind the timeline.
#[track_caller]
pub fn first_event(page: &Page) -> Element {
    let found = page.driver.all(None, "[aria-label='Events in order of time'] button").unwrap_or_default();
    found.into_iter().next().expect("an event")
}

/// How many events the list behind the timeline holds, by what it tells a screen reader.
pub fn events(page: &Page) -> u64 {
    let size = "return document.querySelector(\"[aria-label='Events in order of time'] [aria-setsize]\")?.getAttribute('aria-setsize');";
    page.run(size).as_str().and_then(|n| n.parse().ok()).unwrap_or(0)
}

/// The first statement of the comparison.
#[track_caller]
pub fn first_statement(page: &Page) -> Element {
    let found = RefCell::new(None);
    page.wait("a statement", || {
        let rows = page.driver.all(None, "[role=table][aria-label=Comparison] [role=rowheader] > button");
        found.replace(rows.unwrap_or_default().into_iter().next());
        found.borrow().is_some()
    });
    found.into_inner().expect("waited for")
}

/// All elements with that role that can be seen, in the page or a part of it, and their names.
pub fn all(page: &Page, inside: Option<&Element>, role: &str) -> Vec<(Element, String)> {
    let ask = |element: &Element, what: &str| page.driver.ask(element, what).unwrap_or_default();
    page.driver
        .all(inside, &candidates(role))
        .unwrap_or_default()
        .into_iter()
        // What was redrawn in the meantime has no role any more.
        .filter(|e| ask(e, "displayed") == json!(true) && ask(e, "computedrole") == json!(role))
        .map(|e| {
            let name = ask(&e, "computedlabel").as_str().unwrap_or_default().to_owned();
            (e, name)
        })
        .collect()
}

/// A selector for what can have a role, so that not every element has to be asked.
fn candidates(role: &str) -> String {
    let native = match role {
        "button" => "button, summary",
        "link" => "a[href]",
        "heading" => "h1, h2, h3, h4",
        "checkbox" => "input[type=checkbox]",
        "radio" => "input[type=radio]",
        "searchbox" => "input[type=search]",
        "textbox" => "input, textarea",
        "table" => "table",
        "row" => "tr",
        "list" => "ul, ol",
        "listitem" => "li",
        "article" => "article",
        "region" => "section",
        "dialog" => "dialog",
        "img" => "img, svg",
        _ => "",
    };
    let explicit = format!("[role={role}]");
    if native.is_empty() { explicit } else { format!("{explicit}, {native}") }
}
