//! Runs the engine away from the page's own thread.

use crate::error::Error;
use crate::import::{Article, Record};
use crate::story::Story;
use crate::{facts, story};

/// How far an analysis is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Articles read so far.
    pub done: usize,
    /// Articles in all.
    pub all: usize,
}

/// Reads `records` and unites them; `on_progress` hears after every article.
///
/// Dropping the future cancels the work.
///
/// # Errors
/// When the program itself broke down; odd articles give notices instead.
pub async fn analyse(records: Vec<Record>, on_progress: impl Fn(Progress) + 'static) -> Result<Story, Error> {
    let all = records.len();
    let mut read = Vec::new();
    for record in records {
        read.push(facts::read(Article::new(record), &facts::Reader::default()));
        on_progress(Progress { done: read.len(), all });
    }
    Ok(story::tell(read))
}
