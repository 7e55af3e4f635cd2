//! The outer component: the page's places, and the story that fills them.

use super::bring::{self, Bring};
use super::comparison::Comparison;
use super::coverage::Coverage;
use super::facets::{Chosen, Facets};
use super::keys::{self, Keys};
use super::parts::{Icon, icon, icon_button};
use super::reader::Reader;
use super::search::Search;
use super::state::{Origin, State, Work};
use super::status::{Nothing, Notices, Progress, Summary, Troubles, Welcome};
use super::theme::{self, Theme};
use super::timeline::Timeline;
use super::{address_bar, seeds, worker};
use crate::browser::parts::live::{click, cond, live, on};
use crate::display::strings::{fill, strings, word};
use crate::error::Error;
use crate::import::Record;
use crate::query::{Query, View};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The whole page.
#[component]
pub fn App() -> impl IntoView {
    let state = State::new();
    provide_context(state);
    provide_context(Theme::new());
    provide_context(Keys::new(state));
    provide_context(Bring::new(state));
    address_bar::keep(state);
    open(state);
    let Bring { over, .. } = expect_context();
    // A wide page has room for the facets; a narrower one shows them when asked.
    let width = window().inner_width().ok().and_then(|width| width.as_f64()).unwrap_or_default();
    let filters = RwSignal::new(width >= 1500.0);
    view! {
        <div class="page" data-view=live(move || state.view.get().key()) class:filtering=live(move || filters.get())>
            {masthead()}
            <Progress/>
            <Troubles/>
            {headline(state, filters)}
            {body(state)}
            {bottom(state)}
            <footer class="foot">
                <Notices/>
                <p>{strings().foot}</p>
            </footer>
        </div>
        {bring::sheet()}
        {keys::sheet()}
        <div class="drop" hidden=live(move || !over.get()) aria-hidden="true"><p>{strings().import_drop}</p></div>
    }
}

/// The name of the paper, the search box, and what concerns the whole page.
fn masthead() -> AnyView {
    let bring: Bring = expect_context();
    let keys: Keys = expect_context();
    let skip = move |_| {
        if let Ok(Some(main)) = document().query_selector("main") {
            let main: web_sys::HtmlElement = wasm_bindgen::JsCast::unchecked_into(main);
            main.focus().ok();
        }
    };
    view! {
        <header class="masthead">
            <button class="skip" on:click=on(skip)>{strings().skip}</button>
            <p class="wordmark">"Dateline"</p>
            <p class="tagline">{strings().tagline}</p>
            <Search/>
            <div class="tools">
                <button class="primary" on:click=click(move || bring.open.set(true))>
                    {icon(Icon::Add)}
                    <span>{strings().own_articles}</span>
                </button>
                {theme::button()}
                {icon_button(Icon::Help, strings().help, move || keys.sheet.set(true))}
            </div>
        </header>
    }
    .into_any()
}

/// The story's name, and what of it is shown.
fn headline(state: State, filters: RwSignal<bool>) -> AnyView {
    let number = move || state.query.with(Query::parts).len();
    let label = move || match number() {
        0 => strings().filters.to_owned(),
        n => fill(strings().filters_open, &[&n.to_string()]),
    };
    view! {
        <section class="headline" aria-label=strings().story>
            <div class="story">
                <h1>{live(move || state.origin.get().title)}</h1>
                <p class="standfirst">{live(move || state.origin.get().description)}</p>
            </div>
            <Welcome/>
            <div class="standing">
                <button
                    class="filters-open"
                    aria-expanded=live(move || filters.get().to_string())
                    aria-controls="facets"
                    on:click=click(move || filters.update(|open| *open = !*open))
                >
                    {icon(Icon::Filter)}
                    <span>{live(label)}</span>
                </button>
                <Summary/>
                <Chosen/>
            </div>
        </section>
    }
    .into_any()
}

/// The four views and the facets, each in its place.
fn body(state: State) -> AnyView {
    let coverage = Memo::new(move |_| state.view.get() == View::Coverage);
    let lower = move || if coverage.get() { Coverage().into_any() } else { Comparison().into_any() };
    let there = Memo::new(move |_| state.index.with(|index| !index.story.articles.is_empty()));
    let alone = move || state.story().articles.len() == 1;
    view! {
        <main tabindex="-1">
            <aside id="facets" class="facets" aria-label=strings().filters><Facets/></aside>
            <section class="panel timeline" aria-label=word("timeline")>
                <h2>{word("timeline")}</h2>
                <Nothing/>
                <Show when=cond(move || there.get())><Timeline/></Show>
            </section>
            <section class="panel lower" aria-label=move || word(if coverage.get() { "coverage" } else { "comparison" })>
                {switch(state)}
                <p class="state" hidden=live(move || !alone())>{strings().one_article}</p>
                <Show when=cond(move || there.get() && (!alone() || coverage.get()))>{live(lower)}</Show>
            </section>
            <section class="panel reader" aria-label=strings().reader>
                <Show when=cond(move || there.get())><Reader/></Show>
            </section>
        </main>
    }
    .into_any()
}

/// Comparison or coverage, on a page with room for both panels.
fn switch(state: State) -> AnyView {
    let button = move |view: View| {
        let current = move || {
            let coverage = state.view.get() == View::Coverage;
            (coverage == (view == View::Coverage)).then_some("true")
        };
        view! {
            <button aria-current=live(current) on:click=click(move || state.view.set(view))>{word(view.key())}</button>
        }
        .into_any()
    };
    view! {
        <h2 class="visually-hidden">{live(move || word(if state.view.get() == View::Coverage { "coverage" } else { "comparison" }))}</h2>
        <div class="switch" role="group" aria-label=strings().views>
            {[View::Comparison, View::Coverage].map(button).collect_view()}
        </div>
    }
    .into_any()
}

/// On a phone, the four views at the bottom, where a thumb reaches.
fn bottom(state: State) -> AnyView {
    let tab = move |view: View| {
        let current = move || (state.view.get() == view).then_some("page");
        let which = match view {
            View::Timeline => Icon::Timeline,
            View::Comparison => Icon::Comparison,
            View::Coverage => Icon::Coverage,
            View::Reader => Icon::Reader,
        };
        view! {
            <button aria-current=live(current) on:click=click(move || state.view.set(view))>
                {icon(which)}
                <span>{word(view.key())}</span>
            </button>
        }
        .into_any()
    };
    view! { <nav class="bottom" aria-label=strings().views>{View::ALL.map(tab).collect_view()}</nav> }.into_any()
}

/// Opens the first bundled story.
pub fn open(state: State) {
    state.work.set(Work::Loading);
    spawn_local(async move {
        match bundled().await {
            Ok((origin, records)) => {
                state.origin.set(origin);
                read(state, records);
            }
            Err(error) => state.work.set(Work::Failed(error)),
        }
    });
}

async fn bundled() -> Result<(Origin, Vec<Record>), Error> {
    let story = seeds::index().await?.into_iter().next().unwrap_or_default();
    let records = seeds::articles(&story).await?;
    Ok((Origin { title: story.title, description: story.description, bundled: true }, records))
}

/// Reads articles and shows their story.
pub fn read(state: State, records: Vec<Record>) {
    state.records.set(records.clone());
    state.work.set(Work::Reading(0, records.len()));
    spawn_local(async move {
        let told = worker::analyse(records, move |progress| {
            state.work.set(Work::Reading(progress.done, progress.all));
        });
        match told.await {
            Ok(story) => state.tell(story),
            Err(error) => state.work.set(Work::Failed(error)),
        }
    });
}
