//! One file a task.

mod access;
mod address;
pub mod bring;
mod choose;
mod correct;
mod export;
mod hosting;
mod kept;
mod keyboard;
mod layout;
mod network;
pub mod offline;
mod open;
mod package;
mod paper;
mod parity;
mod replay;
mod single;
mod size;
pub mod worker;

use crate::Test;

/// All other tests, in the order of their files.
pub const TESTS: &[&[Test]] = &[
    open::TESTS,
    choose::TESTS,
    correct::TESTS,
    export::TESTS,
    address::TESTS,
    replay::TESTS,
    keyboard::TESTS,
    layout::TESTS,
    access::TESTS,
    paper::TESTS,
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

/// Tests that are judged by the clock: nothing else runs beside them.
pub const TIMED: &[&[Test]] = &[open::TIMED];
