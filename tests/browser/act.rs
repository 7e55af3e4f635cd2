//! Does what a reader does.

use crate::driver::Element;
use crate::find;
use crate::page::Page;
use serde_json::Value;

/// Clicks on something and waits until the address holds the choice.
#[track_caller]
pub fn choose(page: &Page, thing: &Element) {
    let before = address(page);
    page.driver.click(thing).unwrap_or_else(|e| panic!("{e}"));
    page.wait("the choice in the address", || address(page) != before);
}

/// Opens the filters where they wait behind their button.
#[track_caller]
pub fn open_filters(page: &Page) {
    if page.run("return document.querySelector('.filters-open').ariaExpanded;") == "true" {
        return; // A wide page has them open.
    }
    let button = find::one(page, "button", "Filters");
    page.driver.click(&button).unwrap_or_else(|e| panic!("{e}"));
}

/// What stands behind the `#` of the address.
pub fn address(page: &Page) -> Value {
    page.run("return location.hash;")
}
