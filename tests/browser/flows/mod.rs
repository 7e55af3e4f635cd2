//! One file a task.

mod address;
mod choose;
mod open;
mod parity;
mod size;
mod worker;

use crate::Test;

/// All tests, in the order of their files.
pub const TESTS: &[&[Test]] = &[open::TESTS, choose::TESTS, address::TESTS, worker::TESTS, parity::TESTS, size::TESTS];
