//! Loads stories into the page: the bundled one, or that of articles which a reader brought.

use super::home::{ALONE, Around};
use super::seeds;
use super::state::{Origin, State, Work};
use super::worker::{self, Known};
use crate::correct::Log;
use crate::error::Error;
use crate::export::workspace;
use crate::import::Record;
use crate::story::Story;
use futures::future::abortable;

/// Opens the first bundled story.
pub fn open_bundled(state: State) {
    state.work.set(Work::Loading);
    let given = state.home.given();
    state.work.spawn(async move {
        match bundled(&given).await {
            Ok((origin, records, log)) => {
                state.origin.set(origin);
                state.log.set(log);
                #[cfg(feature = "viewer")]
                if let Some(story) = worker::finished(&given, &records).await {
                    state.records.set(records);
                    return state.tell(story, Known::default());
                }
                read(state, records);
            }
            Err(error) => state.work.set(Work::Failed(error)),
        }
    });
}

async fn bundled(given: &Around) -> Result<(Origin, Vec<Record>, Log), Error> {
    let mut story = seeds::index(given).await?.into_iter().next().unwrap_or_default();
    let saved = story.workspace.take().filter(|_| ALONE);
    let (records, log) = match &saved {
        Some(text) => workspace::read(text).map(|read| (read.records, read.log))?,
        None => (seeds::articles(given, &story).await?, Log::default()),
    };
    let origin = Origin { title: story.title, description: story.description, bundled: saved.is_none() };
    Ok((origin, records, log))
}

/// Reads articles and shows their story, unless others are asked for in the meantime.
pub fn read(state: State, records: Vec<Record>) {
    if let Some(handle) = state.stop.get_untracked() {
        handle.abort();
    }
    state.back.set(None);
    state.records.set(records.clone());
    let (told, handle) = abortable(analyse(state, records));
    state.stop.set(Some(handle));
    state.work.spawn(async move {
        match told.await {
            Ok(Ok((story, known))) => state.tell(story, known),
            Ok(Err(error)) => state.work.set(Work::Failed(error)),
            // Its engines were stopped with it.
            Err(_) => {}
        }
    });
}

/// Reads the articles of a story that came finished, when there is a first correction to tell it with.
#[cfg(feature = "viewer")]
pub(super) async fn read_finished(state: State) -> Result<Story, Error> {
    let records = state.records.get_untracked();
    let told = analyse(state, records).await;
    state.work.set(Work::Done);
    let (story, known) = told?;
    state.known.set(std::rc::Rc::new(known));
    Ok(story)
}

/// Has articles read and told, and tells the reader how far that is.
fn analyse(state: State, records: Vec<Record>) -> impl Future<Output = Result<(Story, Known), Error>> {
    state.work.set(Work::Reading(0, records.len()));
    worker::analyse(records, state.log.get_untracked(), move |progress| {
        state.work.set(Work::Reading(progress.done, progress.all));
    })
}
