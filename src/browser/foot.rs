//! The foot of the page: what was odd, what the network was asked for, and the page as one file.

use super::clipboard;
use super::home::ALONE;
use super::state::State;
use super::status::notices;
use crate::browser::dom::{El, el, pieces};
use crate::browser::live::Live;
use crate::display::strings::{fill, strings, word};
use crate::export::workspace;
use leptos::task::spawn_local;

/// The foot.
pub fn foot(state: State) -> El {
    let home = state.home;
    // Until the first count comes there was none to hear of.
    let elsewhere = Live::new(0);
    home.count(move |number| elsewhere.set(number as usize));
    let failed = Live::new(false);
    let save = move || {
        let (given, origin) = (home.given(), state.origin.get_untracked());
        let workspace = state.records.with_untracked(|records| {
            state.log.with_untracked(|log| workspace::write_parts(&origin.title, records, log))
        });
        spawn_local(async move {
            failed.set(given.save(&origin.title, &origin.description, &workspace).await.is_falsy());
        });
    };
    let there = move || state.index.with(|index| !index.story.articles.is_empty());
    el("footer").class("foot").child(notices()).child(counted(elsewhere)).child(
        (ALONE && home.given().can_save()).then(|| {
            el("p")
                .attr_live("hidden", move || !there())
                .child(el("button").on_click(save).child(strings().save_file))
                .child(
                    el("span").attr("role", "status").text_live(move || failed.get().then_some(strings().save_failed)),
                )
                .child(home.given().embeds().then(|| embedding(state)))
        }),
    )
}

/// The code for a frame in another page. That holds what came with this page: articles of the
/// reader's own are on no server.
fn embedding(state: State) -> El {
    let said = Live::new("");
    let copy = move || {
        let title = state.origin.with_untracked(|origin| origin.title.clone());
        let Some(code) = state.home.given().embed_code(&title) else { return };
        clipboard::write(code, move |done| said.set(if done { word("embed.done") } else { strings().copy_failed }));
    };
    pieces()
        .child(
            el("button")
                .attr_live("hidden", move || !state.origin.with(|origin| origin.bundled))
                .on_click(copy)
                .child(word("embed")),
        )
        .child(el("span").attr("role", "status").text_live(move || said.get()))
}

/// That nothing is sent, and the count that shows it.
fn counted(elsewhere: Live<usize>) -> El {
    el("p").child(strings().foot).child(" ").child(
        el("span").class("requests").text_live(move || fill(strings().requests, &[&elsewhere.get().to_string()])),
    )
}
