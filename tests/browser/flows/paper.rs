//! On paper: a chronology with numbered sources, and the comparison.

use crate::Test;
use crate::page::Page;
use serde_json::json;

pub const TESTS: &[Test] = &[("the page prints as a chronology with numbered sources and the comparison", print)];

fn print(page: &mut Page) {
    page.open("");
    page.driver.needs_chromium("what a page looks like on paper");
    // What is there while the browser prints, and how large the sheets are.
    page.run("addEventListener('beforeprint', () => setTimeout(() => {
        window.printed = document.querySelector('.paper').innerText; window.many = document.querySelectorAll('.paper *').length; }));");
    for (width, height) in [(8.27, 11.69), (8.5, 11.0)] {
        let sheet = json!({ "paperWidth": width, "paperHeight": height, "preferCSSPageSize": false });
        let file = page.driver.cdp("Page.printToPDF", &sheet).expect("sheets");
        let data = file["data"].as_str().unwrap_or_default();
        assert!(data.starts_with("JVBERi0") && data.len() > 20_000, "{} characters", data.len());
    }
    page.driver.cdp("Emulation.setEmulatedMedia", &json!({ "media": "print" })).expect("paper");
    page.run("dispatchEvent(new Event('beforeprint'));");
    let text = page.run("return document.querySelector('.paper').innerText");
    let text = text.as_str().unwrap_or_default();
    for words in
        ["What happened when", "Without a date", "What the sources say", "Hard conflicts", "does not say", "Sources"]
    {
        assert!(text.contains(words), "{words} is not in\n{text}");
    }
    // In the order of their bounds: what could stand anywhere comes last.
    let places = ["Without a date", "not after", "no date stated"].map(|words| text.find(words));
    assert!(places.is_sorted() && places[0].is_some(), "{places:?}");
    let numbered = page.run(
        "const sources = document.querySelectorAll('.paper-sources li').length;
         const numbers = [...document.querySelectorAll('.paper sup')].flatMap((sup) => sup.textContent.trim().split(', '));
         return numbers.length > 10 && numbers.every((n) => +n >= 1 && +n <= sources);",
    );
    assert_eq!(numbered, json!(true));
    // Controls stay off the paper.
    let controls = page.run("return [...document.querySelectorAll('button, input')].filter((e) => e.checkVisibility() && !e.closest('.chips')).length");
    assert_eq!(controls, json!(0));
    page.run("dispatchEvent(new Event('afterprint'));");
    assert_eq!(page.run("return document.querySelectorAll('.paper *').length"), json!(0));
}
