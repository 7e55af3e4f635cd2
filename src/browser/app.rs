//! The outer component: the page's places, and the story that fills them.

use super::comparison::Comparison;
use super::coverage::Coverage;
use super::state::{Origin, State, Work};
use super::timeline::Timeline;
use super::{address_bar, seeds, worker};
use crate::error::Error;
use crate::import::Record;
use crate::query::View;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let state = State::new();
    provide_context(state);
    address_bar::keep(state);
    spawn_local(async move {
        if let Err(error) = open_bundled(state).await {
            state.work.set(Work::Failed(error));
        }
    });
    let lower = move || match state.view.get() {
        View::Coverage => Coverage().into_any(),
        _ => Comparison().into_any(),
    };
    view! {
        <header><h1>{move || state.origin.get().title}</h1></header>
        <main data-view=move || state.view.get().key()>
            <section class="timeline" aria-label="Timeline"><Timeline/></section>
            <section class="lower">{lower}</section>
        </main>
    }
}

/// Fetches and reads the first bundled story.
async fn open_bundled(state: State) -> Result<(), Error> {
    let bundled = seeds::index().await?.into_iter().next().unwrap_or_default();
    let records = seeds::articles(&bundled).await?;
    state.origin.set(Origin { title: bundled.title, description: bundled.description, bundled: true });
    read(state, records).await
}

/// Reads articles and shows their story.
pub async fn read(state: State, records: Vec<Record>) -> Result<(), Error> {
    state.records.set(records.clone());
    state.work.set(Work::Reading(0, records.len()));
    let story = worker::analyse(records, move |progress| {
        state.work.set(Work::Reading(progress.done, progress.all));
    })
    .await?;
    state.tell(story);
    Ok(())
}
