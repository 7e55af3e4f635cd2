//! On a desktop, runs the command line. In a browser, `start.js` calls what it needs.

#[cfg(not(target_arch = "wasm32"))]
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    dateline::cli::main()
}

// The file is a page or a worker: whoever loads it says which, by calling one of
// `dateline::browser`'s exports.
#[cfg(target_arch = "wasm32")]
use dateline as _;
#[cfg(target_arch = "wasm32")]
fn main() {}
