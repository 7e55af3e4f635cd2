//! Serves a folder on this machine: `cargo run --example serve -- dist 8000`.

#[path = "../tests/browser/server.rs"]
mod server;

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().unwrap_or_else(|| "dist".into());
    let port = arguments.next().and_then(|port| port.parse().ok()).unwrap_or(8000);
    match server::Server::start(folder.as_ref(), "/", port) {
        Ok(server) => {
            println!("Dateline is on {} (Ctrl-C stops it).", server.url("/"));
            loop {
                std::thread::park();
            }
        }
        Err(error) => {
            eprintln!("{folder}/ cannot be served on port {port}: {error}. Another port: make serve PORT=8080");
            ExitCode::FAILURE
        }
    }
}
