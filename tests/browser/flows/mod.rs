//! One file a task.

mod address;
mod bring;
mod choose;
mod correct;
mod export;
mod hosting;
mod kept;
mod network;
mod offline;
mod open;
mod package;
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
    network::TESTS,
    offline::TESTS,
    single::TESTS,
    package::TESTS,
    parity::TESTS,
    size::TESTS,
];
