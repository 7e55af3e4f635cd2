//! What stands where: nothing moves under the reader's eyes, and rooms that would be empty are not
//! kept.

use super::bring::fall;
use crate::page::Page;
use crate::{Test, act, check, find};
use serde_json::{Value, json};

pub const TESTS: &[Test] = &[
    ("nothing moves while a first visit unfolds", still),
    ("choosing an event moves neither the drawing nor the filters", chosen),
    ("a view opened from the bar of a phone begins with its first line", opened),
    ("a statement's tools stand on one line, and five sources fit a wide page", compared),
    ("where nothing is told there are no filters of rows and no empty list", untold),
    ("years of background do not press a story into one mark", background),
];

fn still(page: &mut Page) {
    page.driver.needs_chromium("layout shifts");
    page.before_all(
        "window.shifts = [];
         new PerformanceObserver((list) => list.getEntries().forEach(({ value, sources }) =>
             window.shifts.push([value, ...sources.map(({ node }) => node?.className || node?.nodeName)])))
             .observe({ type: 'layout-shift', buffered: true });",
    );
    for (width, height) in [(1280, 900), (1920, 1080), (390, 844)] {
        page.driver.resize(width, height);
        page.leave();
        page.driver.cdp("Network.clearBrowserCache", &json!({})).expect("Chromium forgets");
        page.open("");
        let shifts = page.run("await new Promise((done) => setTimeout(done, 500)); return window.shifts;");
        let sum: f64 = shifts.as_array().into_iter().flatten().filter_map(|shift| shift[0].as_f64()).sum();
        println!("    {width} pixels: {sum:.3}");
        assert!(sum <= 0.01, "{width} pixels: {shifts}");
    }
}

/// Where the top of something is.
#[track_caller]
fn top(page: &Page, what: &str) -> f64 {
    let top = page.run(&format!("return document.querySelector('{what}').getBoundingClientRect().top + scrollY;"));
    top.as_f64().unwrap_or_else(|| panic!("{what} is not there"))
}

fn chosen(page: &mut Page) {
    page.open("");
    let tops = || [".timeline-body", ".panel.lower"].map(|what| top(page, what));
    let before = tops();
    act::choose(page, &find::first_event(page));
    find::one(page, "button", "Correct");
    assert_eq!(tops(), before);
    page.driver.resize(390, 844);
    page.leave();
    page.open("");
    let before = top(page, ".timeline-body");
    act::choose(page, &find::first_event(page));
    find::one(page, "button", "Correct");
    assert_eq!(top(page, ".timeline-body"), before, "on a phone");
}

fn opened(page: &mut Page) {
    page.driver.resize(390, 844);
    page.open("");
    for view in ["Comparison", "Coverage", "Comparison"] {
        act::choose(page, &find::one(page, "button", view));
        let first = format!(
            "const list = document.querySelector('[role=table][aria-label={view}] > [role=rowgroup]:last-child');
             const line = list?.querySelector('[data-line]'), top = (of) => of.getBoundingClientRect().top;
             return line?.dataset.line === '0' && line.checkVisibility() && Math.abs(top(line) - top(list)) < 1;"
        );
        page.wait(&format!("the first line of {view}"), || page.run(&first) == true);
    }
}

fn compared(page: &mut Page) {
    page.driver.resize(1920, 1080);
    page.open("#1&view=comparison");
    let [why, pen] = ["summary", ".icon-button"].map(|tool| {
        let tool = format!(".compare-statement {tool}");
        page.run(&format!(
            "const {{ top, bottom, left, right }} = document.querySelector('{tool}').getBoundingClientRect();
             return [top, bottom, left, right];"
        ))
    });
    let side = |of: &Value, i: usize| of[i].as_f64().unwrap_or(f64::NAN);
    assert!(side(&pen, 0) < side(&why, 1) && side(&why, 0) < side(&pen, 1), "{why} and {pen} are not on one line");
    assert!(side(&why, 3) <= side(&pen, 2), "{pen} stands over {why}");
    let beyond = page.run("const { scrollWidth, clientWidth } = document.querySelector('.compare-scroll'); return scrollWidth - clientWidth;");
    assert_eq!(beyond, json!(0), "the fifth source is cut off");
}

fn untold(page: &mut Page) {
    page.open("");
    let shown = |what: &str| {
        page.run(&format!("return document.querySelector('{what}')?.checkVisibility() ?? false;")) == json!(true)
    };
    assert!(shown(".compare-filters"));
    fall(
        page,
        &[
            ("walk.txt", b"Walking clears the mind. Hills are better than plains. A dog helps."),
            ("rose.txt", b"Roses want sun and rich soil. Mulch keeps the soil cool."),
        ],
    );
    check::says(page, "No sentence in these articles");
    page.wait("no filters of rows", || !shown(".compare-filters"));
    assert!(!shown(".timeline-list"), "an empty list");
    assert!(!page.text().contains("All 0 events"));
}

fn background(page: &mut Page) {
    page.open("");
    let told = "The levee at Norwell broke on 14 May 2025. Police closed the bridge on 15 May 2025. \
        Soldiers came to Norwell on 16 May 2025. Divers found a body on 17 May 2025. \
        The mayor resigned on 18 May 2025. The levee was built in 1998.";
    let file = json!({ "source": "Norwell Gazette", "title": "Flood", "published": "2025-05-19", "text": told });
    fall(page, &[("flood.json", file.to_string().as_bytes())]);
    check::says(page, "The mayor resigned");
    let written = |page: &Page| page.run("await new Promise((done) => setTimeout(done, 700)); return location.hash;");
    assert!(!written(page).as_str().unwrap_or_default().contains("t="), "the first view needs no words in the address");
    // All is one button away, and is another view.
    page.run("document.querySelector('.timeline-zoom button:last-child').click();");
    page.wait("all of time in the address", || written(page).as_str().is_some_and(|hash| hash.contains("t=199")));
}
