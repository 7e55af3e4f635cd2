//! One file a task.

mod address;
mod open;
mod parity;
mod size;
mod worker;

use crate::Test;

/// All tests, in the order of their files.
pub const TESTS: &[&[Test]] = &[open::TESTS, address::TESTS, worker::TESTS, parity::TESTS, size::TESTS];
