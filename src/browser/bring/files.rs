//! Reads what was given: plain text here, everything else by the second program.
//!
//! One file after the other, and the page breathes in between, so that a thousand files freeze
//! nothing. A file over which the second program breaks down costs that file.

use crate::browser::host::{self, Breath, Host, Worker};
use crate::browser::live::Live;
use crate::display::bringing::WORDS;
use crate::display::strings::{fill, strings};
use crate::error::Error;
use crate::export::workspace::{self, Workspace};
use crate::import::{self, Imported, limits};
use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::File;

/// What a reader gave.
pub enum Given {
    /// A text, and what to call it.
    Text(String, String),
    /// Chosen files.
    Files(Vec<File>),
    /// Files and folders that were dropped: pairs of path and file.
    Falling(Promise),
    /// Bytes of a file that was fetched.
    Bytes(String, Uint8Array),
}

/// Files larger than this are not first tried as plain text here.
const SMALL: u32 = 8 << 20;

/// What came of it.
pub enum Read {
    /// Each file, and what it gave.
    Articles(Vec<(String, Imported)>),
    /// A whole workspace, as it was exported.
    Workspace(Result<Workspace, Error>),
}

impl Given {
    /// Reads all of it; `progress` hears of every file.
    pub async fn read(self, progress: Live<Option<(usize, usize)>>) -> Read {
        let mut reader = Reader::default();
        let files = match self {
            Self::Text(name, text) => {
                let bytes = Uint8Array::from(text.as_bytes());
                return Read::one(name, bytes, reader).await;
            }
            Self::Bytes(name, bytes) => return Read::one(name, bytes, reader).await,
            Self::Files(files) => files.into_iter().map(|file| (path(&file), file)).collect(),
            Self::Falling(found) => pairs(JsFuture::from(found).await.unwrap_or_default()),
        };
        let all = files.len();
        let mut read = Vec::new();
        let mut breath = Breath::begin();
        for (done, (name, file)) in files.into_iter().enumerate() {
            progress.set(Some((done, all)));
            let imported = if fits(file.size()) {
                match JsFuture::from(file.array_buffer()).await {
                    Ok(buffer) => {
                        let bytes = Uint8Array::new(&buffer);
                        if let Some(workspace) = workspace(&bytes) {
                            return Read::Workspace(workspace);
                        }
                        reader.read(&name, &bytes).await
                    }
                    Err(_) => Imported::failed(fill(WORDS.closed, &[&name])),
                }
            } else {
                let has = limits::size(file.size() as usize);
                Imported::failed(fill(WORDS.large, &[&name, &has, &limits::size(limits::FILE)]))
            };
            read.push((name, imported));
            breath.take().await;
        }
        Read::Articles(read)
    }
}

impl Read {
    async fn one(name: String, bytes: Uint8Array, mut reader: Reader) -> Self {
        match workspace(&bytes) {
            Some(workspace) => Self::Workspace(workspace),
            None => Self::Articles(vec![(name.clone(), reader.read(&name, &bytes).await)]),
        }
    }
}

/// The workspace in some bytes, if they are one.
fn workspace(bytes: &Uint8Array) -> Option<Result<Workspace, Error>> {
    // It begins as JSON does; the rest is not looked at for nothing.
    let first = bytes.slice(0, 64).to_vec().into_iter().find(|byte| !byte.is_ascii_whitespace())?;
    let text = (first == b'{').then(|| String::from_utf8(bytes.to_vec()).ok())??;
    workspace::recognise(&text).then(|| workspace::read(&text))
}

/// Whether a file of so many bytes is read at all.
fn fits(bytes: f64) -> bool {
    bytes <= limits::FILE as f64
}

/// The path of a chosen file, inside its folder where one was chosen.
fn path(file: &File) -> String {
    let inside = js_sys::Reflect::get(file, &JsValue::from_str("webkitRelativePath"));
    inside.ok().and_then(|path| path.as_string()).filter(|path| !path.is_empty()).unwrap_or_else(|| file.name())
}

fn pairs(found: JsValue) -> Vec<(String, File)> {
    let pair = |pair: JsValue| {
        let pair: Array = pair.unchecked_into();
        Some((pair.get(0).as_string()?, pair.get(1).unchecked_into()))
    };
    found.unchecked_into::<Array>().iter().filter_map(pair).collect()
}

/// The second program, started when the first file asks for it and stopped when the work is over.
#[derive(Default)]
struct Reader(Option<Worker>);

impl Reader {
    async fn read(&mut self, name: &str, bytes: &Uint8Array) -> Imported {
        if bytes.length() < SMALL
            && let Some(read) = import::read_here(name, &bytes.to_vec())
        {
            return read;
        }
        if self.0.is_none() {
            let started = match host::host() {
                Ok(host) => Host::start_reader(&host).await.ok(),
                Err(_) => None,
            };
            let Some(started) = started else { return Imported::failed(fill(strings().import_other, &[name])) };
            self.0 = Some(started.unchecked_into());
        }
        let Some(worker) = &self.0 else { return Imported::default() };
        let label = [name.replace('\0', "").as_bytes(), &[0]].concat();
        let message = Uint8Array::new_with_length(label.len() as u32 + bytes.length());
        message.set(&Uint8Array::from(label.as_slice()), 0);
        message.set(bytes, label.len() as u32);
        if let Ok(reply) = worker.ask(message).await {
            let reply: Option<Imported> = crate::engine::decoded(&Uint8Array::new(&reply).to_vec());
            if let Some(read) = reply {
                return read;
            }
        }
        // It is of no more use.
        worker.stop();
        self.0 = None;
        Imported::failed(fill(WORDS.broke, &[name]))
    }
}

impl Drop for Reader {
    fn drop(&mut self) {
        if let Some(worker) = self.0.take() {
            worker.stop();
        }
    }
}
