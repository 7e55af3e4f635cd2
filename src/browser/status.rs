//! What the page is doing, what it shows, and what it could not do.

use super::app;
use super::facets::part_name;
use super::parts::{Icon, icon_button};
use super::state::{State, Work};
use super::stored;
use crate::browser::parts::live::{click, cond, live, on};
use crate::display::strings::{count, fill, strings};
use crate::query::{Part, relax};
use leptos::prelude::*;

/// A bar of true progress. The style sheet shows it only once the work lasts over 200 ms.
#[component]
pub fn Progress() -> impl IntoView {
    let state = State::get();
    let text = move || match state.work.get() {
        Work::Reading(done, all) => fill(strings().reading, &[&(done + 1).min(all).to_string(), &all.to_string()]),
        _ => strings().loading.to_owned(),
    };
    // Without a value the bar says that nothing is known of the end.
    let value = move || match state.work.get() {
        Work::Reading(done, all) => Some((done as f64 / all.max(1) as f64).to_string()),
        _ => None,
    };
    let busy = Memo::new(move |_| matches!(state.work.get(), Work::Loading | Work::Reading(..)));
    view! {
        <Show when=cond(move || busy.get())>
            <div class="progress" role="status">
                <progress value=live(value) aria-label=live(text)></progress>
                <span>{live(text)}</span>
            </div>
        </Show>
    }
}

/// What failed, in sentences, and what could be read in spite of it.
#[component]
pub fn Troubles() -> impl IntoView {
    let state = State::get();
    let failed = move || match state.work.get() {
        Work::Failed(error) => Some(error.to_string()),
        _ => None,
    };
    let retry = move |_| app::open(state);
    let trouble = move |text: String| {
        view! {
            <div class="trouble" role="alert">
                <p><strong>{strings().failed}</strong> " " {text}</p>
                <button on:click=on(retry)>{strings().retry}</button>
            </div>
        }
        .into_any()
    };
    let errors = move || {
        state.errors.with(|errors| {
            (!errors.is_empty()).then(|| {
                let lines = errors.iter().map(|error| view! { <p>{error.clone()}</p> }.into_any()).collect_view();
                view! {
                    <div class="trouble" role="alert">
                        <div>{lines}</div>
                        {icon_button(Icon::Close, strings().close, move || state.errors.update(Vec::clear))}
                    </div>
                }
                .into_any()
            })
        })
    };
    view! { {live(move || failed().map(trouble))} {live(errors)} }
}

/// The line that a first visitor sees, until it is closed.
#[component]
pub fn Welcome() -> impl IntoView {
    let state = State::get();
    let closed = RwSignal::new(stored::get("welcome").is_some());
    let close = move || {
        stored::set("welcome", "seen");
        closed.set(true);
    };
    let there = move || !closed.get() && state.origin.with(|o| o.bundled) && state.work.with(|w| *w == Work::Done);
    let text = move || fill(strings().welcome, &[&count(state.story().articles.len(), strings().articles)]);
    view! {
        <Show when=cond(there)>
            <div class="welcome">
                <p>{live(text)}</p>
                {icon_button(Icon::Close, strings().close, close)}
            </div>
        </Show>
    }
}

/// How much of the story is shown; read out when it changes.
#[component]
pub fn Summary() -> impl IntoView {
    let state = State::get();
    let text = move || {
        let selection = state.selection.get();
        let events = count(selection.of, strings().events);
        let shown = if selection.size == selection.of {
            fill(strings().all_shown, &[&events])
        } else {
            fill(strings().some_shown, &[&selection.size.to_string(), &events])
        };
        let told = selection.articles.iter().filter(|&&n| n > 0).count();
        let articles = if state.query.with(crate::query::Query::is_empty) { selection.articles.len() } else { told };
        let rows = count(selection.rows.len(), strings().statements);
        [shown, rows, count(articles, strings().articles)].join(" · ")
    };
    let there = move || state.index.with(|index| !index.story.articles.is_empty());
    view! { <p class="summary" role="status" hidden=live(move || !there())>{live(text)}</p> }
}

/// Where a view has nothing to show: why, and what to do about it.
#[component]
pub fn Nothing() -> impl IntoView {
    let state = State::get();
    let content = move || {
        if state.work.with(|work| *work != Work::Done) {
            return None;
        }
        let story = state.story();
        let plain = |text: &'static str| Some(view! { <p>{text}</p> }.into_any());
        if story.articles.is_empty() {
            return plain(strings().no_articles);
        }
        if story.events.is_empty() {
            return plain(strings().no_events);
        }
        if state.selection.with(|selection| selection.size > 0) {
            return None;
        }
        Some(relaxing(state))
    };
    view! { <div class="nothing" hidden=live(move || content().is_none())>{live(content)}</div> }
}

/// The parts of the query without which something would be left.
fn relaxing(state: State) -> AnyView {
    let query = state.query.get();
    let index = state.index.get();
    let gains = relax(&index, &query);
    let lead = if gains.is_empty() { strings().relax_all } else { strings().relax };
    let button = |(part, gain): (Part, usize)| {
        let name = fill(strings().without, &[&part_name(&index, &query, part)]);
        let text = format!("{name}: {}", count(gain, strings().events));
        view! { <li><button on:click=click(move || state.query.update(|query| query.clear(part)))>{text}</button></li> }
            .into_any()
    };
    view! {
        <p><strong>{strings().nothing}</strong></p>
        <p>{lead}</p>
        <ul>{gains.into_iter().map(button).collect_view()}</ul>
        <button on:click=click(move || state.query.set(crate::query::Query::default()))>{strings().clear_all}</button>
    }
    .into_any()
}

/// What was odd in the articles, folded away.
#[component]
pub fn Notices() -> impl IntoView {
    let state = State::get();
    let lines = move || {
        let story = state.story();
        let line = |notice: &crate::notice::Notice| {
            let article = story.articles.iter().find(|f| Some(&f.article.id) == notice.article.as_ref());
            let name = article.map(|f| format!("{}: ", f.article.label()));
            view! { <li>{name} {notice.message.clone()}</li> }.into_any()
        };
        story.notices.iter().take(100).map(line).collect_view().into_any()
    };
    let number = move || state.story().notices.len();
    view! {
        <details class="notices" hidden=live(move || number() == 0)>
            <summary>{live(move || count(number(), strings().notices))}</summary>
            <ul>{live(lines)}</ul>
        </details>
    }
}
