//! A plain static server: the files of one folder under one path, and nothing else.
//!
//! Without any special header, as the simplest host would serve them; tests can have it err as
//! hosts do, take it away, and ask what was requested. `examples/serve.rs` shows the page with it.

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
    shared: Arc<Mutex<Shared>>,
}

/// What a host may do to its files.
#[derive(Clone, Default)]
#[allow(dead_code, reason = "the example that shares this file serves plainly")]
pub struct Habits {
    /// Headers for the page itself.
    pub page_headers: Vec<(String, String)>,
    /// The type it gives to the program, where it does not know the right one.
    pub wasm_type: Option<&'static str>,
    /// Files that it lacks, by the ends of their names.
    pub missing: Vec<String>,
}

#[derive(Default)]
struct Shared {
    requests: Vec<String>,
    habits: Habits,
}

#[allow(dead_code, reason = "the example that shares this file serves plainly")]
impl Server {
    /// Serves `folder` at `base` (`/` or `/some/folder/`) on a port of this machine alone; port 0
    /// takes any free one.
    pub fn start(folder: &Path, base: &str, port: u16) -> io::Result<Self> {
        let folder = folder.canonicalize()?;
        let listener = TcpListener::bind(("127.0.0.1", port))?;
        let server = Self { address: listener.local_addr()?, stopped: Arc::default(), shared: Arc::default() };
        let (stopped, shared) = (Arc::clone(&server.stopped), Arc::clone(&server.shared));
        let base = base.to_owned();
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if stopped.load(Ordering::SeqCst) {
                    break;
                }
                let (folder, base, shared) = (folder.clone(), base.clone(), Arc::clone(&shared));
                // A reader that goes away in the middle is no failure of the server.
                thread::spawn(move || drop(respond(stream, &folder, &base, &shared)));
            }
        });
        Ok(server)
    }

    /// Address of a file, seen from the root of the server.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// The paths requested so far, in order.
    pub fn requests(&self) -> Vec<String> {
        self.shared.lock().map(|shared| shared.requests.clone()).unwrap_or_default()
    }

    /// Changes how it serves.
    pub fn behave(&self, habits: Habits) {
        if let Ok(mut shared) = self.shared.lock() {
            shared.habits = habits;
        }
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
fn respond(stream: TcpStream, folder: &Path, base: &str, shared: &Mutex<Shared>) -> io::Result<()> {
    let mut reader = BufReader::new(stream.try_clone()?);
    let mut first = String::new();
    // Nobody asks for more than some kilobytes.
    reader.by_ref().take(8192).read_line(&mut first)?;
    let mut header = String::new();
    while reader.by_ref().take(8192).read_line(&mut header)? > 2 {
        header.clear();
    }
    let path = first.split(' ').nth(1).unwrap_or("/");
    let habits = shared.lock().map(|mut shared| {
        shared.requests.push(path.to_owned());
        shared.habits.clone()
    });
    let habits = habits.unwrap_or_default();
    let file =
        path.split(['?', '#']).next().and_then(|path| path.strip_prefix(base)).and_then(|path| find(folder, path));
    let file = file.filter(|file| !habits.missing.iter().any(|end| file.to_string_lossy().ends_with(end.as_str())));
    let page = file.as_ref().is_some_and(|file| file.ends_with("index.html"));
    let (status, kind, body) = match file.and_then(|file| Some((kind(&file), std::fs::read(&file).ok()?))) {
        Some(("application/wasm", body)) => ("200 OK", habits.wasm_type.unwrap_or("application/wasm"), body),
        Some((kind, body)) => ("200 OK", kind, body),
        None => ("404 Not Found", "text/plain", b"There is no such file.".to_vec()),
    };
    let mut out = &stream;
    write!(
        out,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nCache-Control: no-cache\r\nConnection: close\r\n",
        body.len()
    )?;
    for (name, value) in habits.page_headers.iter().filter(|_| page) {
        write!(out, "{name}: {value}\r\n")?;
    }
    out.write_all(b"\r\n")?;
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
        Some("js" | "mjs") => "text/javascript",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("wasm") => "application/wasm",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt" | "md") => "text/plain",
        _ => "application/octet-stream",
    }
}
