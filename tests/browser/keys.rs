//! Goes through the page as somebody does who has only a keyboard.

use crate::page::Page;
use serde_json::{Value, json};

/// Keys that WebDriver knows by a private character.
pub const TAB: &str = "\u{e004}";
pub const ENTER: &str = "\u{e007}";
pub const ESCAPE: &str = "\u{e00c}";
pub const SPACE: &str = " ";
pub const LEFT: &str = "\u{e012}";
pub const RIGHT: &str = "\u{e014}";
pub const DOWN: &str = "\u{e015}";
pub const HOME: &str = "\u{e011}";
pub const END: &str = "\u{e010}";
pub const SHIFT: &str = "\u{e008}";

/// Presses a key and lets it go.
#[track_caller]
pub fn press(page: &Page, key: &str) {
    page.driver.keys(&[key]).unwrap_or_else(|e| panic!("{e}"));
}

/// Presses a key while another is held.
#[track_caller]
pub fn press_with(page: &Page, held: &str, key: &str) {
    page.driver.keys(&[held, key]).unwrap_or_else(|e| panic!("{e}"));
}

/// Types a text, letter by letter.
#[track_caller]
pub fn write(page: &Page, text: &str) {
    text.chars().for_each(|letter| press(page, &letter.to_string()));
}

/// What has the focus: what it is called, whether that is seen, and whether it stands in sight.
fn focus(page: &Page) -> Value {
    page.run(
        "await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
         const own = document.activeElement, style = (e) => e && getComputedStyle(e);
         if (!own || own === document.body) return null;
         const ring = (e) => e && style(e).outlineStyle !== 'none' && parseFloat(style(e).outlineWidth) >= 2;
         // The list behind the drawing has its ring around the drawing.
         const shown = own.closest('.is-behind') ? document.querySelector('.timeline-canvas') : own;
         const { top, bottom, left, right, width } = shown.getBoundingClientRect();
         const text = (e) => e.getAttribute('aria-label') || e.closest('label')?.innerText || e.innerText || e.placeholder || '';
         return {
             name: text(own).replace(/\\s+/g, ' ').trim().slice(0, 400),
             what: `${own.localName}.${own.className}`,
             ring: ring(shown),
             sight: width > 0 && bottom > 0 && top < innerHeight && right > 0 && left < innerWidth,
         };",
    )
}

/// The name of what has the focus, after checking that a reader sees where it is.
#[track_caller]
pub fn stop(page: &Page) -> Option<String> {
    let focus = focus(page);
    if focus.is_null() {
        return None;
    }
    assert_eq!((&focus["ring"], &focus["sight"]), (&json!(true), &json!(true)), "the focus is not seen on {focus}");
    Some([focus["what"].as_str().unwrap_or_default(), " ", focus["name"].as_str().unwrap_or_default()].concat())
}

/// Presses Tab until the focus is on something of that class or name; each stop on the way must
/// be seen.
#[track_caller]
pub fn tab_to(page: &Page, what: &str) {
    let mut passed = Vec::new();
    for _ in 0..160 {
        press(page, TAB);
        let stop = stop(page).unwrap_or_default();
        if stop.contains(what) {
            return;
        }
        passed.push(stop);
    }
    panic!("Tab does not reach “{what}”; it stops at {passed:#?}");
}
