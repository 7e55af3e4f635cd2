//! Everybody can use it: axe-core finds nothing in any state, targets are large enough, narrow
//! pages and large type hold, and the timeline is a list to those who do not see it.

use super::bring::press;
use crate::page::Page;
use crate::states::{self, State};
use crate::{Test, act};
use serde_json::{Value, json};
use std::path::Path;

pub const TESTS: &[Test] = &[
    ("axe finds nothing in what a reader sees first and chooses", chosen),
    ("axe finds nothing in dialogs and where articles are brought in", dialogs),
    ("axe finds nothing where something went wrong", wrong),
    ("axe finds nothing in what is seen for a moment", passing),
    ("axe finds nothing on a phone", phone),
    ("the timeline reads as a list of events with dates and sources", tree),
    ("no page is wider than its window, down to 320 pixels", narrow),
    ("twice as large type is not cut", large_type),
    ("what is drawn grows with the reader's type, and is still met by the pointer", drawn_type),
    ("what is pressed is 24 pixels large at least", targets),
];

/// Asks axe-core about the page as it is, light and dark.
#[track_caller]
fn clean(page: &Page, state: &str) {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(".tools/node_modules/axe-core/axe.min.js");
    let axe = std::fs::read_to_string(&file).expect("`scripts/tools.sh browser` fetches axe-core");
    let asked = format!(
        "{axe};
         const root = document.documentElement, before = root.dataset.theme, found = [];
         for (const theme of ['light', 'dark']) {{
             root.dataset.theme = theme;
             // Colours that fade would be judged half-way.
             await new Promise((done) => setTimeout(done, 100));
             document.getAnimations().forEach((fading) => fading.finish());
             const {{ violations }} = await window.axe.run(document, {{ resultTypes: ['violations'] }});
             violations.forEach(({{ id, nodes }}) => found.push(
                 `${{theme}}: ${{id}}: ${{nodes.slice(0, 3).map((n) => n.html.slice(0, 200)).join(' … ')}}`));
         }}
         if (before) root.dataset.theme = before; else delete root.dataset.theme;
         return found;"
    );
    let found = page.run(&asked);
    assert_eq!(found, json!([]), "{state}");
}

fn clean_states(page: &Page, list: &[State]) {
    for state in list {
        state.show(page);
        clean(page, state.name);
    }
}

fn chosen(page: &mut Page) {
    clean_states(page, states::CHOSEN);
}

fn dialogs(page: &mut Page) {
    clean_states(page, states::DIALOGS);
}

fn wrong(page: &mut Page) {
    clean_states(page, states::WRONG);
}

fn passing(page: &mut Page) {
    clean_states(page, states::PASSING);
}

fn phone(page: &mut Page) {
    page.driver.resize(390, 844);
    clean_states(page, states::PHONE);
}

fn tree(page: &mut Page) {
    page.open("");
    let tree = page.driver.cdp("Accessibility.getFullAXTree", &json!({})).expect("a tree");
    let nodes = tree["nodes"].as_array().expect("nodes");
    let node = |id: &Value| nodes.iter().find(|n| n["nodeId"] == *id);
    let is = |n: &Value, role: &str| n["role"]["value"] == role && n["ignored"] != true;
    let named = |n: &Value| n["name"]["value"].as_str().unwrap_or_default().to_owned();
    let list = nodes.iter().find(|n| is(n, "list") && named(n) == "Events in order of time").expect("the list");
    // Of what lies below a node, those with a role.
    fn below<'a>(node: &dyn Fn(&Value) -> Option<&'a Value>, of: &'a Value, role: &str, found: &mut Vec<&'a Value>) {
        for child in of["childIds"].as_array().into_iter().flatten().filter_map(node) {
            if child["role"]["value"] == role && child["ignored"] != true {
                found.push(child);
            } else {
                below(node, child, role, found);
            }
        }
    }
    let mut items = Vec::new();
    below(&node, list, "listitem", &mut items);
    assert!(items.len() >= 10, "{} events", items.len());
    for item in items {
        let mut buttons = Vec::new();
        below(&node, item, "button", &mut buttons);
        let name = buttons.first().map(|b| named(b)).unwrap_or_default();
        let (when, rest) = name.split_once(": ").unwrap_or_default();
        assert!(when.contains("20") || when.contains("no date"), "no date in “{name}”");
        let (what, who) = rest.split_once("Reported by").unwrap_or_default();
        assert!(what.len() > 3 && who.trim().len() > 2, "no source in “{name}”");
    }
    // How many there are in all, and which is which.
    let told = page.run(
        "return [...document.querySelectorAll('.timeline-list [role=listitem]')].every((item, i) =>
             +item.ariaPosInSet === i + 1 && +item.ariaSetSize >= 10)",
    );
    assert_eq!(told, json!(true));
    // The drawing itself is not told twice.
    let canvas = nodes.iter().filter(|n| is(n, "Canvas")).count();
    assert_eq!(canvas, 0);
}

const VIEWS: [&str; 4] = ["#1", "#1&view=comparison", "#1&view=coverage", "#1&view=articles"];

fn narrow(page: &mut Page) {
    for width in [320, 390, 768, 1280, 1920] {
        page.driver.resize(width, 800);
        for view in VIEWS {
            page.leave();
            page.open(view);
            fits(page, &format!("{width} pixels, {view}"));
            // Nor is one of five sources out of sight in the boxes of the comparison and of the coverage.
            let hidden = page.run(
                "return [...document.querySelectorAll('.compare-scroll, .cover-scroll')]
                     .filter((box) => box.scrollWidth > box.clientWidth).map((box) => box.className);",
            );
            assert_eq!(hidden, json!([]), "{width} pixels, {view}");
        }
    }
}

/// Nothing has to be scrolled sideways but a box made for it.
#[track_caller]
fn fits(page: &Page, what: &str) {
    let beyond = page.run(
        "const wide = document.scrollingElement.scrollWidth - innerWidth;
         if (wide <= 0) return [];
         const boxed = (e) => e && (getComputedStyle(e).overflowX !== 'visible' || boxed(e.parentElement));
         return [...document.querySelectorAll('body *')]
             .filter((e) => e.getBoundingClientRect().right > innerWidth + 1 && !boxed(e.parentElement))
             .map((e) => e.outerHTML.slice(0, 120)).concat(`${wide} too wide`);",
    );
    assert_eq!(beyond, json!([]), "{what}");
}

fn large_type(page: &mut Page) {
    for view in VIEWS {
        page.leave();
        page.open(view);
        page.run(
            "document.documentElement.style.fontSize = '200%';
             await new Promise((done) => setTimeout(done, 300));",
        );
        fits(page, &format!("large type, {view}"));
        // A label that is cut without a sign of it.
        let cut = page.run(
            "return [...document.querySelectorAll('button, summary, label, h1, h2, h3, th')]
                 .filter((e) => e.checkVisibility() && !e.closest('.visually-hidden, .is-behind'))
                 .filter((e) => getComputedStyle(e).overflowX === 'hidden' && getComputedStyle(e).textOverflow === 'clip')
                 .filter((e) => e.scrollWidth > e.clientWidth + 1)
                 .map((e) => e.outerHTML.slice(0, 160));",
        );
        assert_eq!(cut, json!([]), "{view}");
    }
}

fn drawn_type(page: &mut Page) {
    page.driver.resize(1470, 1000);
    page.before_all(
        "const write = CanvasRenderingContext2D.prototype.fillText;
         CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
             const { a, e, f } = this.getTransform(), ratio = devicePixelRatio;
             const size = parseFloat(this.font.match(/([\\d.]+)px/)[1]) * a / ratio;
             (window.written ??= []).push({ text, size, x: (x * a + e) / ratio, y: (y * a + f) / ratio });
             return write.apply(this, arguments);
         };",
    );
    page.open("");
    for size in ["100%", "125%"] {
        let drawn = page.run(&format!(
            "document.documentElement.style.fontSize = '{size}';
             await new Promise((done) => setTimeout(done, 400));
             window.written = [];
             document.querySelector('.timeline-zoom button:last-child').click();
             dispatchEvent(new Event('resize'));
             document.documentElement.dataset.theme = 'light';
             await new Promise((done) => setTimeout(done, 400));
             const canvas = document.querySelector('.timeline-canvas'), box = canvas.getBoundingClientRect();
             // The first label of an event, and what a click on it chooses.
             const label = window.written.find(({{ text }}) => text.length > 12 && !/^\\d|20\\d\\d$/.test(text));
             const at = {{ clientX: box.x + label.x + 8, clientY: box.y + label.y, button: 0, pointerId: 1, bubbles: true }};
             for (const kind of ['pointerdown', 'pointerup']) canvas.dispatchEvent(new PointerEvent(kind, at));
             await new Promise((done) => setTimeout(done, 300));
             const chosen = document.querySelector('.list-event.is-focus .list-what')?.textContent;
             const result = [Math.min(...window.written.map(({{ size }}) => size)), label.text, chosen,
                 canvas.width / devicePixelRatio - box.width];
             document.dispatchEvent(new KeyboardEvent('keydown', {{ key: 'Escape', bubbles: true }}));
             return result;"
        ));
        let least = if size == "100%" { 12.0 } else { 15.0 };
        assert!(drawn[0].as_f64().is_some_and(|size| (size - least).abs() < 0.6), "{size}: {drawn}");
        let words = |i: usize| drawn[i].as_str().unwrap_or_default().trim_end_matches('…').to_owned();
        assert!(words(1).len() > 8 && words(2).starts_with(&words(1)), "{size}: {drawn}");
        assert!(drawn[3].as_f64().is_some_and(|beyond| beyond.abs() < 2.0), "{size}: {drawn}");
    }
}

fn targets(page: &mut Page) {
    let small = "const large = (e) => { const { width, height } = e.getBoundingClientRect(); return width >= 24 && height >= 24; };
         return [...document.querySelectorAll('button, a[href], input, select, textarea, summary, [role=option]')]
             .filter((e) => e.checkVisibility({ visibilityProperty: true }) && !e.closest('.is-behind, .skip'))
             // A mark stands in a sentence; a box is pressed by its label as well.
             .filter((e) => !e.closest('.prose') && !large(e) && !(e.closest('label') && large(e.closest('label'))))
             .map((e) => e.outerHTML.slice(0, 160));";
    for (width, height) in [(1280, 900), (390, 844)] {
        page.driver.resize(width, height);
        for view in VIEWS {
            page.leave();
            page.open(view);
            act::open_filters(page);
            assert_eq!(page.run(small), json!([]), "{width} pixels, {view}");
        }
        for name in ["Keyboard", "Use your own articles"] {
            page.leave();
            page.open("");
            press(page, name);
            assert_eq!(page.run(small), json!([]), "{width} pixels, {name}");
        }
    }
}
