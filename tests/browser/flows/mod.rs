//! One file a task.

mod address;
mod bring;
mod choose;
mod correct;
mod export;
mod hosting;
mod kept;
mod offline;
mod open;
mod parity;
mod single;
mod size;
mod worker;

use crate::Test;

/// All tests, in the order of their files.
pub const TESTS: &[&[Test]] = &[
    open::TESTS,
    choose::TESTS,
    correct::TESTS,
    export::TESTS,
    address::TESTS,
    bring::TESTS,
    kept::TESTS,
    worker::TESTS,
    hosting::TESTS,
    offline::TESTS,
    single::TESTS,
    parity::TESTS,
    size::TESTS,
];
