//! What one article states, ready to be compared: figures, statements, and prints of its wording.
//!
//! Reads one [`Document`] with its times, names and events; sees no other article. Every claim
//! is a span of the article's own text and lies within one sentence.

mod print;

pub use print::{Print, Word, words};

use crate::span::Span;
use crate::text::Document;
use serde::{Deserialize, Serialize};

/// All that one article states.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Claims {
    /// Winnowed shingles of its sentences.
    pub prints: Vec<Print>,
}

impl Eq for Claims {}

/// Finds what a document states. `sentences` are its sentences of prose.
#[must_use]
pub fn find(document: &Document, sentences: &[Span]) -> Claims {
    Claims { prints: print::find(document.text, sentences) }
}
