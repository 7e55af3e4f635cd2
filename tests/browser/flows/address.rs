//! The address holds every choice: it can be shared, and the page comes back to it.

use crate::page::Page;
use crate::{Test, act, find};

pub const TESTS: &[Test] = &[("a choice is in the address, and comes back from it", choice)];

fn choice(page: &mut Page) {
    page.open("");
    act::choose(page, &find::first_event(page));
    act::open_filters(page);
    act::choose(page, &find::first_in(page, "Sources", "checkbox"));
    page.wait("its events", || find::events(page) > 0);
    let (chosen, events) = (act::address(page), find::events(page));
    page.driver.reload().unwrap_or_else(|e| panic!("{e}"));
    page.wait_for_story();
    assert_eq!(act::address(page), chosen);
    page.wait("the same events", || find::events(page) == events);
}
