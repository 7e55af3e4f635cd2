//! One file a task.

mod open;
mod parity;
mod size;
mod worker;

use crate::Test;

/// All tests, in the order of their files.
pub const TESTS: &[&[Test]] = &[open::TESTS, worker::TESTS, parity::TESTS, size::TESTS];
