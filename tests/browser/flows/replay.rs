//! Time itself: what is in view is in the address, and the story is seen as it stood on a day.

use crate::page::Page;
use crate::{Test, act, check, find};
use serde_json::{Value, json};

pub const TESTS: &[Test] = &[
    ("the stretch of time in view is in the address, and comes back from it", zoomed),
    ("the handle on the timeline shows the story as it stood, and what changed later", handle),
];

fn zoomed(page: &mut Page) {
    page.open("");
    act::choose(page, &find::one(page, "button", "Zoom in"));
    let holds = |page: &Page, part: &str| act::address(page).as_str().unwrap_or_default().contains(part);
    page.wait("the view in the address", || holds(page, "t=20"));
    let chosen = act::address(page);
    page.driver.reload().unwrap_or_else(|e| panic!("{e}"));
    page.wait_for_story();
    // Long enough for another view to be written, were there one.
    page.run("await new Promise((done) => setTimeout(done, 1200));");
    assert_eq!(act::address(page), chosen);
    act::choose(page, &find::one(page, "button", "All"));
    page.wait("the bare address", || !holds(page, "t=20"));
}

fn handle(page: &mut Page) {
    page.open("");
    let events = find::events(page);
    // From the right end of the axis to before the first publication, as a mouse does.
    page.run(
        "const canvas = document.querySelector('.timeline-canvas'), box = canvas.getBoundingClientRect();
         const at = (type, x) => canvas.dispatchEvent(new PointerEvent(type,
             { clientX: box.left + x, clientY: box.top + 46, pointerId: 1, bubbles: true, button: 0 }));
         canvas.setPointerCapture = () => {};
         at('pointerdown', box.width - 12);
         for (let x = box.width - 20; x > box.width * 0.3; x -= 20) at('pointermove', x);
         at('pointerup', box.width * 0.3);",
    );
    page.wait("fewer events", || (1..events).contains(&find::events(page)));
    assert!(act::address(page).as_str().is_some_and(|a| a.contains("asof=2024-03-07")), "{}", act::address(page));
    check::says(page, "What changed later");
    check::says(page, "As known on");
    page.leave();
    page.open("#1&asof=2024-03-08");
    page.wait("a change", || page.run("return document.querySelectorAll('.later li').length > 0") == json!(true));
    // Each side leads to its words.
    page.run("document.querySelector('.later-side').click();");
    page.wait("the sentence", || page.run("return document.querySelectorAll('.focused').length > 0") == json!(true));
    assert_ne!(act::address(page), Value::Null);
}
