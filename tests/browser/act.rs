//! Does what a reader does.

use crate::driver::Element;
use crate::page::Page;
use serde_json::Value;

/// Clicks on something and waits until the address holds the choice.
#[track_caller]
pub fn choose(page: &Page, thing: &Element) {
    let before = address(page);
    page.driver.click(thing).unwrap_or_else(|e| panic!("{e}"));
    page.wait("the choice in the address", || address(page) != before);
}

/// What stands behind the `#` of the address.
pub fn address(page: &Page) -> Value {
    page.run("return location.hash;")
}
