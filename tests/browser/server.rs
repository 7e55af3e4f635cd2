//! A plain static server: the files of one folder under one path, and nothing else.
//!
//! Without any special header, as the simplest host would serve them. Tests can take it away,
//! and ask what was requested; `examples/serve.rs` shows the page with it.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

/// A running server. Stops when dropped.
pub struct Server {
    address: SocketAddr,
    stopped: Arc<AtomicBool>,
    requests: Arc<Mutex<Vec<String>>>,
}

impl Server {
    /// Serves `folder` at `base` (`/` or `/some/folder/`) on a port of this machine alone; port 0
    /// takes any free one.
    pub fn start(folder: &Path, base: &str, port: u16) -> io::Result<Self> {
        let folder = folder.canonicalize()?;
        let listener = TcpListener::bind(("127.0.0.1", port))?;
        let server = Self { address: listener.local_addr()?, stopped: Arc::default(), requests: Arc::default() };
        let (stopped, requests) = (Arc::clone(&server.stopped), Arc::clone(&server.requests));
        let base = base.to_owned();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if stopped.load(Ordering::SeqCst) {
                    break;
                }
                let (folder, base, requests) = (folder.clone(), base.clone(), Arc::clone(&requests));
                // A reader that goes away in the middle is no failure of the server.
                thread::spawn(move || drop(respond(stream, &folder, &base, &requests)));
            }
        });
        Ok(server)
    }

    /// Address of a file, seen from the root of the server.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The paths requested so far, in order.
    #[allow(dead_code, reason = "the example that shares this file does not ask")]
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().map(|r| r.clone()).unwrap_or_default()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stopped.store(true, Ordering::SeqCst);
        // Wakes the thread that waits for the next caller, so that it lets the port go.
        drop(TcpStream::connect(self.address));
    }
}

/// Answers one request, then hangs up.
fn respond(stream: TcpStream, folder: &Path, base: &str, requests: &Mutex<Vec<String>>) -> io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut first = String::new();
    // Nobody asks for more than some kilobytes.
    reader.by_ref().take(8192).read_line(&mut first)?;
    let mut header = String::new();
    while reader.by_ref().take(8192).read_line(&mut header)? > 2 {
        header.clear();
    }
    let path = first.split(' ').nth(1).unwrap_or("/");
    if let Ok(mut requests) = requests.lock() {
        requests.push(path.to_owned());
    }
    let file =
        path.split(['?', '#']).next().and_then(|path| path.strip_prefix(base)).and_then(|path| find(folder, path));
    let (status, kind, body) = match file.and_then(|file| Some((kind(&file), std::fs::read(&file).ok()?))) {
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain", b"There is no such file.".to_vec()),
    };
    let mut out = &stream;
    write!(
        out,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n",
        body.len()
    )?;
    out.write_all(&body)
}

/// The file of a path below the folder; never one outside it.
fn find(folder: &Path, path: &str) -> Option<PathBuf> {
    let path = Path::new(path);
    if !path.components().all(|part| matches!(part, Component::Normal(_))) {
        return None;
    }
    let file = folder.join(path);
    Some(if file.is_dir() { file.join("index.html") } else { file })
}

/// The type that a browser has to be told.
fn kind(file: &Path) -> &'static str {
    match file.extension().and_then(|e| e.to_str()) {
        Some("html") => "text/html",
        Some("css") => "text/css",
        Some("js") => "text/javascript",
        Some("json" | "webmanifest") => "application/json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt" | "md") => "text/plain",
        _ => "application/octet-stream",
    }
}
