//! Runs the engine away from the page's own thread, so that nothing freezes.
//!
//! An [`Engine`] is this same program in a worker; `host.js`, which outlives any breakdown,
//! starts and stops it. Where no worker can start the page does the work itself, one article at
//! a time, and lets the browser breathe between two. An article on which the program breaks
//! down costs its engine: the next article gets a fresh one, the reader gets a notice.

use super::here;
#[cfg(feature = "viewer")]
use super::home::Around;
#[cfg(feature = "viewer")]
use super::host::Host;
use super::host::{self, Breath, Worker, pause};
use super::live::{Doing, together};
use crate::correct::Log;
use crate::engine::{self, Unfolding};
use crate::error::Error;
#[cfg(feature = "viewer")]
use crate::finished;
use crate::import::Record;
use crate::notice::Notice;
use crate::story::Story;
use js_sys::Uint8Array;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use wasm_bindgen::JsCast;

/// Most workers at once: each costs some megabytes, and more seldom pay.
const WORKERS: usize = 4;

/// A further worker starts for every so many bytes of text: for less, starting it takes longer
/// than reading does.
const BYTES_A_WORKER: usize = 200_000;

/// How many articles may spoil the comparison before it is given up.
const SPOILERS: usize = 3;

/// What was read in the articles of a story: what a correction needs to tell it again.
#[derive(Clone, Debug, Default)]
pub struct Known {
    /// Their encoded facts.
    facts: Vec<Vec<u8>>,
    /// What was odd with the rest.
    notices: Vec<Notice>,
}

#[cfg(feature = "viewer")]
impl Known {
    /// Whether nothing was read yet: the story came finished.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty()
    }
}

/// How far an analysis is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Articles read so far. When all are, they are being compared.
    pub done: usize,
    /// Articles in all.
    pub all: usize,
}

thread_local! {
    static IDLE: RefCell<Vec<Worker>> = const { RefCell::new(Vec::new()) };
    static NO_WORKERS: Cell<bool> = const { Cell::new(false) };
    /// Whether the page's own engine was offered the model.
    static TAUGHT: Cell<bool> = const { Cell::new(false) };
    /// Whether an engine goes on by rules alone.
    static RULES_ALONE: Cell<bool> = const { Cell::new(false) };
}

/// Reads `records` and unites them; `on_progress` hears after every article.
///
/// Dropping the future cancels the work.
///
/// # Errors
/// When the program itself broke down over the comparison. An article that cannot be read is
/// left out with a notice instead.
pub async fn analyse(
    records: Vec<Record>,
    log: Log,
    on_progress: impl Fn(Progress) + 'static,
) -> Result<(Story, Known), Error> {
    let host = host::host()?;
    let start = host.now();
    #[cfg(feature = "viewer")]
    ready(&host).await?;
    let bytes: usize = records.iter().map(|r| r.text.len()).sum();
    let lanes = (bytes / BYTES_A_WORKER + 1).min(records.len()).min(host.threads()).clamp(1, WORKERS);
    let job = Job {
        progress: Cell::new(Progress { done: 0, all: records.len() }),
        facts: RefCell::new(vec![None; records.len()]),
        ids: records.iter().map(|r| r.id.clone()).collect(),
        waiting: RefCell::new(records.into_iter().enumerate().collect()),
        notices: RefCell::default(),
        log,
        on_progress,
    };
    together((0..lanes).map(|_| -> Doing<'_> { Box::pin(job.read()) }).collect()).await;
    if RULES_ALONE.get() {
        let message = "The model of names could not be loaded; names were found by rules alone.".to_owned();
        job.notices.borrow_mut().push(Notice { article: None, span: None, message });
    }
    let story = job.tell().await;
    host.measure("dateline: analysis", start);
    story
}

/// Tells a story again, with other corrections.
pub async fn retell(known: &Known, log: &Log) -> Option<Story> {
    let message = engine::tell_corrected(log, known.facts.iter().map(Vec::as_slice));
    let mut story = told(&message).await?;
    story.notices.extend(known.notices.iter().cloned());
    Some(story)
}

/// The story that came finished with its articles, if it did and they are the same.
#[cfg(feature = "viewer")]
pub(super) async fn finished(given: &Around, records: &[Record]) -> Option<Story> {
    let bytes = given.finished()?.to_vec();
    let story = unfolded(finished::unpack(&bytes, records)?).await?;
    finished::complete(story, records)
}

async fn told(message: &[u8]) -> Option<Story> {
    let reply = Engine::get().await.ask(message, None).await?;
    unfolded(Unfolding::of(&reply)?).await
}

async fn unfolded(mut story: Unfolding<'_>) -> Option<Story> {
    let mut breath = Breath::begin();
    while story.step()? {
        breath.take().await;
    }
    let story = story.finish();
    // What is made of it is a task of its own.
    pause().await;
    story
}

/// One analysis.
struct Job<F> {
    waiting: RefCell<VecDeque<(usize, Record)>>,
    /// Encoded facts of each article, in the order given.
    facts: RefCell<Vec<Option<Vec<u8>>>>,
    ids: Vec<String>,
    notices: RefCell<Vec<Notice>>,
    progress: Cell<Progress>,
    log: Log,
    on_progress: F,
}

impl<F: Fn(Progress)> Job<F> {
    /// Reads articles until none is waiting.
    async fn read(&self) {
        let mut engine = Engine::get().await;
        loop {
            let next = self.waiting.borrow_mut().pop_front();
            let Some((index, record)) = next else { break };
            let message = engine::encode(&engine::Request::Read(record));
            match engine.ask(&message, Some(&self.ids[index])).await {
                Some(reply) => self.facts.borrow_mut()[index] = engine::facts(&reply).map(<[u8]>::to_vec),
                None => {
                    self.leave_out(index, "could not be read: the program broke down on it. It was left out.");
                    engine = Engine::get().await;
                }
            }
            let mut progress = self.progress.get();
            progress.done += 1;
            self.progress.set(progress);
            (self.on_progress)(progress);
        }
    }

    /// Unites what was read.
    async fn tell(&self) -> Result<(Story, Known), Error> {
        for _ in 0..=SPOILERS {
            let read: Vec<usize> = (0..self.ids.len()).filter(|&i| self.facts.borrow()[i].is_some()).collect();
            if let Some(mut story) = self.tell_of(&read).await {
                let notices = std::mem::take(&mut *self.notices.borrow_mut());
                story.notices.extend(notices.iter().cloned());
                let facts = self.facts.take().into_iter().flatten().collect();
                return Ok((story, Known { facts, notices }));
            }
            // The first article with which the comparison breaks down is the one at fault.
            let (mut sound, mut broken) = (0, read.len());
            while sound + 1 < broken {
                let middle = usize::midpoint(sound, broken);
                if self.tell_of(&read[..middle]).await.is_some() { sound = middle } else { broken = middle }
            }
            let Some(&culprit) = read.get(sound) else { break };
            self.facts.borrow_mut()[culprit] = None;
            self.leave_out(culprit, "could not be compared: the program broke down on it. It was left out.");
        }
        Err(Error::new(
            "Dateline broke down while comparing these articles. Please leave some of them out and try again.",
        ))
    }

    async fn tell_of(&self, articles: &[usize]) -> Option<Story> {
        let message = {
            let facts = self.facts.borrow();
            engine::tell_corrected(&self.log, articles.iter().map(|&i| facts[i].as_deref().unwrap_or_default()))
        };
        told(&message).await
    }

    fn leave_out(&self, index: usize, why: &str) {
        let id = &self.ids[index];
        self.notices.borrow_mut().push(Notice::about(id, format!("“{id}” {why}")));
    }
}

/// Has an engine write what a reader takes away; `order` is an `export::Order` as bytes.
#[cfg(feature = "viewer")]
pub(super) async fn carry_out(order: &[u8]) -> Option<Vec<u8>> {
    let message = [&[here::ORDER], order].concat();
    Engine::get().await.ask(&message, None).await
}

/// Has any engine read one article; the reply as it came.
#[cfg(feature = "library")]
pub(super) async fn read(record: Record) -> Option<Vec<u8>> {
    let id = record.id.clone();
    Engine::get().await.ask(&engine::encode(&engine::Request::Read(record)), Some(&id)).await
}

/// Where requests are answered. Goes back to the idle ones when dropped, unless it is busy.
struct Engine {
    /// `None` for the page itself.
    worker: Option<Worker>,
    busy: bool,
}

impl Engine {
    /// An idle engine, or a fresh one.
    async fn get() -> Self {
        let mut worker = IDLE.with_borrow_mut(Vec::pop);
        if worker.is_none()
            && !NO_WORKERS.get()
            && let Ok(host) = host::host()
        {
            worker = host.start_engine().await.ok().map(JsCast::unchecked_into::<Worker>);
            NO_WORKERS.set(worker.is_none());
            if worker.as_ref().is_some_and(|worker| !worker.learned()) {
                RULES_ALONE.set(true);
            }
        }
        Self { worker, busy: false }
    }

    /// The reply, or `None` if the engine broke down: then it is of no more use.
    async fn ask(&mut self, message: &[u8], article: Option<&str>) -> Option<Vec<u8>> {
        let Some(worker) = self.worker.clone() else { return here(message, article).await };
        self.busy = true;
        let reply = worker.ask(Uint8Array::from(message)).await.ok()?;
        self.busy = false;
        Some(Uint8Array::new(&reply).to_vec())
    }
}

impl Drop for Engine {
    fn drop(&mut self) {
        let Some(worker) = self.worker.take() else { return };
        // A busy one works on something that nobody waits for any more, or broke down.
        if self.busy { worker.stop() } else { IDLE.with_borrow_mut(|idle| idle.push(worker)) }
    }
}

/// Makes sure that somebody can read.
#[cfg(feature = "viewer")]
async fn ready(host: &Host) -> Result<(), Error> {
    if Engine::get().await.worker.is_none() {
        // Another time there may be a network again.
        here::engine(host).await.inspect_err(|_| NO_WORKERS.set(false))?;
    }
    Ok(())
}

/// The page does it itself.
async fn here(message: &[u8], article: Option<&str>) -> Option<Vec<u8>> {
    let host = host::host().ok()?;
    if article.is_some_and(|id| host.broke_on(id)) {
        return None;
    }
    let engine = here::engine(&host).await.ok()?;
    if !TAUGHT.replace(true) {
        let model = host.model().await;
        let learned = !model.is_null() && engine.learn(&Uint8Array::new(&model).to_vec());
        RULES_ALONE.set(!learned);
    }
    host.pause().await;
    host.reading(article);
    let reply = engine.answer(message);
    host.reading(None);
    Some(reply)
}
