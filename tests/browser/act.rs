//! Does what a reader does.

use crate::find;
use crate::page::Page;

/// Clicks on the thing with that role and name.
#[track_caller]
pub fn click(page: &Page, role: &str, name: &str) {
    let element = find::one(page, role, name);
    page.driver.click(&element).unwrap_or_else(|e| panic!("{e}"));
}
