//! Any bytes as a file: everything that is read of them must hold together.

#![no_main]

#[path = "../../tests/support/mod.rs"]
mod support;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| support::read_bytes(bytes));
