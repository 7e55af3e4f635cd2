//! In a browser, starts the page or the worker; on a desktop, runs the command line.

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    dateline::cli::main()
}

#[cfg(target_arch = "wasm32")]
fn main() {}
