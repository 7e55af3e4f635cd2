//! What happened when, and who says so: Dateline reads news articles about one story and gives
//! a timeline and a comparison of sources.
//!
//! Data flows one way, and the modules are listed in that order: [`import`] → [`text`] →
//! [`time`], [`entity`] → [`event`] → [`claim`] → [`story`] → [`query`] → [`display`]. Each stage is pure: no
//! clock, no randomness, no platform. `browser`, built for WebAssembly alone, draws the result.

#![cfg_attr(not(test), warn(clippy::unwrap_used, clippy::expect_used, clippy::panic))]

pub mod bytes;
pub mod claim;
pub mod contract;
pub mod correct;
pub mod day;
pub mod display;
pub mod engine;
pub mod entity;
pub mod error;
pub mod event;
pub mod explain;
pub mod export;
pub mod facts;
pub mod finished;
mod hashed;
pub mod id;
pub mod import;
pub mod json;
pub mod letter;
pub mod notice;
pub mod order;
pub mod query;
pub mod real;
pub mod span;
pub mod story;
pub mod text;
pub mod time;
pub mod utf16;

#[cfg(all(target_arch = "wasm32", not(feature = "files")))]
pub mod browser;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
