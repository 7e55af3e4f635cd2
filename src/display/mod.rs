//! From a story and a selection to plain rows, lanes, ticks and labels that components only draw.

pub mod article;
pub mod bringing;
pub mod changes;
pub mod citation;
pub mod comparison;
pub mod coverage;
pub mod days;
pub mod fix;
pub mod marked;
pub mod reason;
pub mod scene;
pub mod strings;
pub mod ticks;
pub mod timeline;
pub mod voices;
pub mod window;
pub mod wording;

#[cfg(test)]
mod sample;
