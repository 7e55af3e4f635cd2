//! From what was given to [`Article`]s: text, metadata, and where the text is not prose.
//!
//! Never changes the text and never moves an offset: what is odd in it (a glued header, an
//! advertisement line, a heading) is marked as [`Noise`] for the later stages to step over.

mod article;
mod dateline;
mod header;
mod noise;

pub use article::{Article, Noise, NoiseKind, Published, PublishedFrom, Record};
