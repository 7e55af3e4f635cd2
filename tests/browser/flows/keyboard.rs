//! Everything can be reached and done with a keyboard alone, and the focus is always seen.

use crate::keys::{DOWN, END, ENTER, ESCAPE, HOME, LEFT, RIGHT, SHIFT, SPACE, press, press_with, stop, tab_to, write};
use crate::page::Page;
use crate::{Test, act, check, find};
use serde_json::json;

pub const TESTS: &[Test] = &[
    ("a keyboard alone reaches and does everything above the story", head),
    ("a keyboard alone filters by any, all and none", filters),
    ("a keyboard alone goes through the timeline, zooms, pans and replays it", timeline),
    ("a keyboard alone reads the comparison, its reasons and the coverage", compared),
    ("a keyboard alone reads an article, its marks, and copies a quotation", article),
    ("Tab goes through the page once, and every stop is seen", around),
];

#[track_caller]
fn address_gets(page: &Page, part: &str) {
    page.wait(&format!("{part} in the address"), || address(page).contains(part));
}

#[track_caller]
fn address_loses(page: &Page, part: &str) {
    page.wait(&format!("an address without {part}"), || !address(page).contains(part));
}

fn address(page: &Page) -> String {
    act::address(page).as_str().unwrap_or_default().to_owned()
}

fn holds(page: &Page, script: &str) -> bool {
    page.run(&format!("return Boolean({script});")) == json!(true)
}

fn head(page: &mut Page) {
    page.open("");
    tab_to(page, "Skip to the story");
    press(page, ENTER);
    assert!(holds(page, "document.activeElement.localName === 'main'"));

    // Search: words, the first hit, and back.
    press(page, "/");
    assert!(stop(page).is_some_and(|name| name.contains("Search")));
    write(page, "embassy");
    page.wait("hits", || holds(page, "document.querySelector('[role=option]')"));
    press(page, DOWN);
    press(page, ENTER);
    page.wait("a choice", || address(page).len() > 2);
    press(page, ESCAPE);

    // The help sheet, from anywhere; it gives the focus back.
    page.run("document.activeElement.blur();");
    press(page, "?");
    page.wait("the sheet", || holds(page, "document.querySelector('dialog.keys').open"));
    assert!(stop(page).is_some());
    press(page, ESCAPE);
    page.wait("no sheet", || !holds(page, "document.querySelector('dialog[open]')"));

    page.leave();
    page.open("");
    tab_to(page, "Use your own articles");
    press(page, ENTER);
    page.wait("the dialog", || holds(page, "document.querySelector('dialog[open]')"));
    tab_to(page, "Paste");
    press(page, ESCAPE);
    page.wait("no dialog", || !holds(page, "document.querySelector('dialog[open]')"));
    assert!(stop(page).is_some_and(|name| name.contains("Use your own articles")), "the focus comes back");
    tab_to(page, "Theme");
    press(page, ENTER);
    press(page, ENTER);
    page.wait("the dark theme", || holds(page, "document.documentElement.dataset.theme === 'dark'"));
    tab_to(page, "Export");
    press(page, ENTER);
    page.run("HTMLAnchorElement.prototype.click = function () { window.savedAs = this.download; };");
    tab_to(page, "Chronology, Markdown");
    press(page, ENTER);
    page.wait("a file", || holds(page, "window.savedAs?.endsWith('.md')"));
}

fn filters(page: &mut Page) {
    page.open("");
    let all = find::events(page);
    tab_to(page, "Filters");
    press(page, ENTER);
    tab_to(page, "input");
    press(page, SPACE);
    address_gets(page, "=");
    page.wait("fewer events", || (1..all).contains(&find::events(page)));
    let any = address(page);
    page.run("document.activeElement.blur();");
    for (mode, mark) in [("all", "*"), ("none", "!")] {
        page.run("document.querySelector('.skip').focus();");
        tab_to(page, &format!("button. {mode}"));
        press(page, ENTER);
        page.wait("another address", || address(page) != any);
        address_gets(page, if mark == "*" { "*" } else { "!" });
    }
    page.run("document.querySelector('.skip').focus();");
    tab_to(page, "Clear all");
    press(page, ENTER);
    page.wait("all events", || find::events(page) == all);
}

fn timeline(page: &mut Page) {
    page.open("");
    tab_to(page, "By source");
    press(page, ENTER);
    address_gets(page, "lanes=sources");
    tab_to(page, "Zoom in");
    press(page, ENTER);
    address_gets(page, "t=");
    tab_to(page, "button. All");
    press(page, ENTER);
    address_loses(page, "t=");

    // Known as of: one publication back, and forth again.
    tab_to(page, "Known as of");
    press(page, LEFT);
    address_gets(page, "asof=");
    check::says(page, "What changed later");
    press(page, END);
    address_loses(page, "asof=");

    // The events: one stop.
    tab_to(page, "Reported by");
    let first = stop(page);
    press(page, RIGHT);
    let second = stop(page);
    assert!(second.is_some() && second != first, "{second:?}");
    press(page, HOME);
    assert_eq!(stop(page), first);
    press(page, ENTER);
    address_gets(page, "on=");
    press(page, "+");
    address_gets(page, "t=");
    let near = address(page);
    press_with(page, SHIFT, RIGHT);
    page.wait("another stretch", || address(page) != near);
    press(page, "0");
    address_loses(page, "t=");
    press(page, END);
    assert!(stop(page).is_some_and(|last| Some(last) != first));
    press(page, ESCAPE);
    address_loses(page, "on=");
}

fn compared(page: &mut Page) {
    page.open("#1&view=comparison");
    page.run("document.querySelector('.switch button').focus();");
    tab_to(page, "compare-chip");
    press(page, ENTER);
    page.wait("a pressed filter", || holds(page, "document.querySelector('.compare-chip[aria-pressed=true]')"));
    press(page, ENTER);
    tab_to(page, "compare-scroll");
    // The first statement, its reason, its correction, and a source's own words.
    tab_to(page, "button.");
    press(page, ENTER);
    address_gets(page, "on=");
    tab_to(page, "summary");
    press(page, ENTER);
    page.wait("the reason", || holds(page, "document.querySelector('.compare-statement details[open]')"));
    tab_to(page, "compare-quote");
    // The next row, and back; a row's own controls side by side.
    let before = stop(page);
    press(page, DOWN);
    assert!(stop(page).is_some_and(|next| next.starts_with("button. ") && Some(next) != before));
    press(page, RIGHT);
    assert!(stop(page).is_some_and(|next| next.contains("Why")));
    press(page, END);
    press(page, HOME);
    tab_to(page, "compare-quote");
    press(page, ENTER);
    page.wait("the sentence", || holds(page, "document.querySelector('.focused')"));

    press(page, "3");
    address_gets(page, "view=coverage");
    page.run("document.querySelector('.switch button').focus();");
    tab_to(page, "cover-mark");
    press(page, ENTER);
    page.wait("the sentence", || holds(page, "document.querySelector('.focused')"));
}

fn article(page: &mut Page) {
    page.open("");
    // The articles are one stop; arrows go from one to the next, Enter opens it.
    let one_stop = |place: &str| {
        let script = "const all = document.querySelectorAll(`${place} [tabindex='0']`);
             return all.length === 1 && all[0] === document.activeElement;";
        assert_eq!(page.run(&format!("const place = '{place}'; {script}")), json!(true), "one stop in {place}");
    };
    tab_to(page, "tab");
    let first = stop(page);
    one_stop(".articles");
    press(page, DOWN);
    press(page, DOWN);
    press(page, END);
    press(page, HOME);
    assert_eq!(stop(page), first);
    press(page, DOWN);
    assert_ne!(stop(page), first);
    one_stop(".articles");
    press(page, ENTER);
    page.wait("the second article", || {
        holds(page, "document.querySelectorAll('.tab')[1].hasAttribute('aria-current')")
    });
    tab_to(page, "Find in this article");
    write(page, "attack");
    page.wait("a hit", || holds(page, "document.querySelector('.prose .hit')"));
    press(page, ENTER);
    tab_to(page, "Next mark");
    press(page, ENTER);
    assert!(stop(page).is_some_and(|name| name.contains("mark")), "a mark has the focus");
    page.wait("its card", || holds(page, "document.querySelector('.card')"));
    // The text is one stop as well: the mark that the keyboard is on.
    let mark = stop(page);
    press(page, RIGHT);
    assert_ne!(stop(page), mark);
    one_stop(".prose");
    press(page, LEFT);
    assert_eq!(stop(page), mark);
    one_stop(".prose");
    press(page, "]");
    press(page, "[");
    press(page, ENTER);
    address_gets(page, "on=");
    page.run("navigator.clipboard.writeText = async (text) => { window.copied = text; };");
    press(page, "c");
    page.wait("a copy", || holds(page, "window.copied?.includes('“') || window.copied?.includes('\"')"));
    // Corrections begin from what is under attention.
    press(page, "e");
    page.wait("the form", || holds(page, "document.querySelector('dialog.fix[open], dialog[open] .fix')"));
    press(page, ESCAPE);
}

fn around(page: &mut Page) {
    page.open("");
    let mut stops = 0;
    let mut last = String::new();
    for _ in 0..600 {
        press(page, crate::keys::TAB);
        match stop(page) {
            Some(name) if name.contains("Save as one file") => {
                last = name;
                break;
            }
            Some(_) => stops += 1,
            None => break,
        }
    }
    assert!(stops > 30 && !last.is_empty(), "{stops} stops, the last “{last}”");
}
