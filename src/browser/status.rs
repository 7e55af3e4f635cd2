//! What the page is doing, what it shows, and what it could not do.

use super::facets::part_name;
use super::load;
use super::parts::{Icon, icon_button};
use super::state::{State, Work};
use super::stored;
use crate::browser::dom::{El, el, pieces};
use crate::browser::live::{Derived, Live};
use crate::display::bringing::WORDS;
use crate::display::strings::{count, fill, strings};
use crate::query::{Part, relax};
use crate::story::label;

/// A bar of true progress. The style sheet shows it only once the work lasts over 200 ms.
pub fn progress() -> El {
    let state = State::get();
    let text = move || match state.work.get() {
        Work::Reading(done, all) => fill(strings().reading, &[&(done + 1).min(all).to_string(), &all.to_string()]),
        _ => strings().loading.to_owned(),
    };
    // Without a value the bar says that nothing is known of the end.
    let value = move || match state.work.get() {
        Work::Reading(done, _) => Some(done.to_string()),
        _ => None,
    };
    let most = move || match state.work.get() {
        Work::Reading(_, all) => Some(all.max(1).to_string()),
        _ => None,
    };
    let busy = Derived::new(move || matches!(state.work.get(), Work::Loading | Work::Reading(..)));
    pieces().when(
        move || busy.get(),
        move || {
            el("div")
                .class("progress")
                .attr("role", "status")
                .child(el("progress").attr_live("max", most).attr_live("value", value).attr_live("aria-label", text))
                .child(el("span").text_live(text))
                .child(
                    el("button")
                        .attr_live("hidden", move || state.back.with(Option::is_none))
                        .on_click(move || stop(state))
                        .child(WORDS.cancel),
                )
        },
    )
}

/// Stops reading, and shows again what was shown before.
fn stop(state: State) {
    if let Some(handle) = state.stop.get_untracked() {
        handle.abort();
    }
    if let Some(back) = state.back.get_untracked() {
        state.work.set(Work::Done);
        back();
    }
}

/// What failed, in sentences, and what could be read in spite of it.
pub fn troubles() -> El {
    let state = State::get();
    let failed = move || match state.work.get() {
        Work::Failed(error) => Some(error.to_string()),
        _ => None,
    };
    let retry = move || load::open_bundled(state);
    let trouble = move |text: String| {
        el("div")
            .class("trouble")
            .attr("role", "alert")
            .child(el("p").child(el("strong").child(strings().failed)).text(" ").child(text))
            .child(el("button").on_click(retry).child(strings().retry))
    };
    let errors = move || {
        state.errors.with(|errors| {
            (!errors.is_empty()).then(|| {
                let lines = errors.iter().map(|error| el("p").child(error.clone())).collect::<El>();
                el("div").class("trouble").attr("role", "alert").child(el("div").child(lines)).child(icon_button(
                    Icon::Close,
                    strings().close,
                    move || state.errors.update(Vec::clear),
                ))
            })
        })
    };
    pieces().live(move || failed().map(trouble)).live(errors)
}

/// The line that a first visitor sees, until it is closed.
pub fn welcome() -> El {
    let state = State::get();
    let closed = Live::new(stored::get("welcome").is_some());
    let close = move || {
        stored::set("welcome", "seen");
        closed.set(true);
    };
    // While the first story is read the line's room is kept, so that nothing moves when it comes.
    let comes = move || state.work.with(|work| matches!(work, Work::Loading | Work::Reading(..)));
    let there = move || !closed.get() && (comes() || state.origin.with(|o| o.bundled));
    let seen = move || if comes() { "hidden" } else { "visible" }.to_owned();
    let text = move || fill(strings().welcome, &[&count(state.story().articles.len(), strings().articles)]);
    pieces().when(there, move || {
        el("div").class("welcome").style_live("visibility", seen).child(el("p").text_live(text)).child(icon_button(
            Icon::Close,
            strings().close,
            close,
        ))
    })
}

/// How much of the story is shown; read out when it changes.
pub fn summary() -> El {
    let state = State::get();
    let text = move || {
        let selection = state.selection.get();
        let events = count(selection.of, strings().events);
        let shown = if selection.of < 2 {
            events
        } else if selection.size == selection.of {
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
    el("p").class("summary").attr("role", "status").attr_live("hidden", move || !there()).text_live(text)
}

/// Where a view has nothing to show: why, and what to do about it.
pub fn nothing() -> El {
    let state = State::get();
    let content = move || {
        if state.work.with(|work| *work != Work::Done) {
            return None;
        }
        let story = state.story();
        let plain = |text: &'static str| Some(el("p").child(text));
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
    el("div").class("nothing").attr_live("hidden", move || content().is_none()).live(content)
}

/// The parts of the query without which something would be left.
fn relaxing(state: State) -> El {
    let query = state.query.get();
    let index = state.index.get();
    let gains = relax(&index, &query);
    let lead = if gains.is_empty() { strings().relax_all } else { strings().relax };
    let button = |(part, gain): (Part, usize)| {
        let name = fill(strings().without, &[&part_name(&index, &query, part)]);
        let text = [&name, ": ", &count(gain, strings().events)].concat();
        el("li").child(el("button").on_click(move || state.query.update(|query| query.clear(part))).child(text))
    };
    pieces()
        .child(el("p").child(el("strong").child(strings().nothing)))
        .child(el("p").child(lead))
        .child(el("ul").children(gains.into_iter().map(button)))
        .child(
            el("button").on_click(move || state.query.set(crate::query::Query::default())).child(strings().clear_all),
        )
}

/// What was odd in the articles, folded away.
pub fn notices() -> El {
    let state = State::get();
    let lines = move || {
        let story = state.story();
        let line = |notice: &crate::notice::Notice| {
            let article = story.articles.iter().position(|f| Some(&f.article.id) == notice.article.as_ref());
            let name = article.map(|at| [&label(&story.articles, at as u32), ": "].concat());
            el("li").child(name).child(notice.message.clone())
        };
        story.notices.iter().take(100).map(line).collect::<El>()
    };
    let number = move || state.story().notices.len();
    el("details")
        .class("notices")
        .attr_live("hidden", move || number() == 0)
        .child(el("summary").text_live(move || count(number(), strings().notices)))
        .child(el("ul").live(lines))
}
