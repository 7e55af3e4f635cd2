//! Checks what is seen.

use crate::page::Page;

/// Waits until the reader can read `words` on the page.
#[track_caller]
pub fn says(page: &Page, words: &str) {
    page.wait(&format!("the words “{words}”"), || page.text().contains(words));
}
