//! How it stands with keeping, and the list of what is kept.

use super::{Kept, Standing};
use crate::browser::bring::Bring;
use crate::browser::dom::{El, el, pieces, value_of};
use crate::browser::live::effect;
use crate::browser::state::State;
use crate::display::bringing::WORDS;
use crate::display::strings::{count, fill, strings};
use crate::import::limits;
use leptos::prelude::expect_context;
use web_sys::Event;

/// How it stands with the story that is open, read out when it changes.
pub fn standing() -> El {
    let kept: Kept = expect_context();
    let text = move || match kept.standing.get() {
        Standing::Nothing => String::new(),
        Standing::Saving => WORDS.saving.to_owned(),
        Standing::Saved => WORDS.saved.to_owned(),
        Standing::Copied(name) => fill(WORDS.other, &[&name]),
        Standing::Unsaved(why) => why,
    };
    let unsaved = move || kept.standing.with(|standing| matches!(standing, Standing::Unsaved(_) | Standing::Copied(_)));
    el("p").class("standing-kept").class_if("unsaved", unsaved).attr("role", "status").text_live(text)
}

/// The stories that are kept, in the dialog.
pub fn list() -> El {
    let state = State::get();
    let bring: Bring = expect_context();
    let kept: Kept = expect_context();
    effect(move || {
        if bring.open.get() {
            kept.refresh();
        }
    });
    let rows = move || {
        let rows = kept.rows.get();
        if rows.is_empty() {
            return el("p").class("hint").child(WORDS.kept_none);
        }
        let row = |row: super::store::Row| {
            let (open, delete) = (row.id.clone(), row.id);
            let act = move || {
                bring.open.set(false);
                bring.report.set(None);
                kept.open(state, open.clone());
            };
            el("li")
                .child(el("button").on_click(act).child(fill(WORDS.open, &[&row.title])))
                .child(el("span").child(fill(WORDS.kept_of, &[&count(row.count, strings().articles), &row.when])))
                .child(
                    el("button")
                        .class("quiet")
                        .on_click(move || kept.remove(state, delete.clone()))
                        .child(fill(WORDS.delete, &[&row.title])),
                )
        };
        el("ul").children(rows.into_iter().map(row))
    };
    let room = move || {
        kept.room.get().map(|(used, of)| {
            let size = |bytes: f64| limits::size(bytes as usize);
            fill(WORDS.room, &[&size(used), &size(of)])
        })
    };
    let name = el("input")
        .attr("type", "text")
        .value_live(move || state.origin.with(|origin| origin.title.clone()))
        .on("change", move |event: Event| {
            let title = value_of(&event);
            if !title.trim().is_empty() {
                state.origin.update(|origin| origin.title = title.trim().to_owned());
                kept.save(state, false);
            }
        });
    pieces().child(
        el("section")
            .class("kept")
            .child(el("h3").child(WORDS.kept))
            .child(
                el("label")
                    .class("field")
                    .attr_live("hidden", move || state.origin.with(|origin| origin.bundled))
                    .child(el("span").child(WORDS.name))
                    .child(name),
            )
            .live(rows)
            .child(el("p").class("hint").text_live(move || room().unwrap_or_default())),
    )
}
