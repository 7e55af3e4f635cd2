//! The card beside a mark: what it means, why, and what it leads to.

use super::reading::{Reading, events_at};
use crate::browser::dates;
use crate::browser::dom::{El, el, pieces, px};
use crate::browser::hand::form::told;
use crate::browser::state::State;
use crate::display::article::{Mark, MarkKind};
use crate::display::reason::{self, Dates};
use crate::display::strings::{count, strings, word};
use crate::story::Thing;
use leptos::prelude::window;

pub(super) fn card(state: State, reading: Reading) -> El {
    let content = move || {
        let (mark, _) = reading.card.get()?;
        let mark = reading.cut.with(|cut| cut.marks.get(mark as usize).copied())?;
        Some(if mark.kind == MarkKind::Time { of_time(state, mark) } else { of_entity(state, mark) })
    };
    let place = move |at: usize| reading.card.get().map_or(0.0, |card| card.1[at]);
    let width = || window().inner_width().ok().and_then(|w| w.as_f64()).unwrap_or(1024.0);
    let height = || window().inner_height().ok().and_then(|h| h.as_f64()).unwrap_or(768.0);
    // Below the mark where there is room, above it otherwise.
    let below = move || place(2) < height() - 190.0;
    let left = move || px(place(0).min(width() - 336.0).max(8.0));
    let top = move || if below() { px(place(2) + 6.0) } else { "auto".into() };
    let bottom = move || if below() { "auto".into() } else { px(height() - place(1) + 6.0) };
    el("div")
        .class("card")
        .attr("role", "status")
        .attr_live("hidden", move || reading.card.with(Option::is_none))
        .style_live("left", left)
        .style_live("top", top)
        .style_live("bottom", bottom)
        .live(content)
}

/// "mid-February" → "February 2024, the middle", and why.
#[inline(never)]
fn of_time(state: State, mark: Mark) -> El {
    let story = state.story_now();
    let article = state.open.get_untracked();
    let facts = &story.articles[article as usize];
    let Some(time) = facts.times.get(mark.target as usize) else { return pieces() };
    let writing = Dates { day: &dates::long, span: &dates::span };
    let (meaning, why) = reason::time(time, &facts.article, writing);
    let words = mark.span.of(&facts.article.text).to_owned();
    let events = events_at(state, article, mark.span);
    let label = events.first().map(|&i| story.events[i as usize].label.clone());
    pieces()
        .child(el("p").class("card-head").child(el("q").child(words)).text(" → ").child(el("strong").child(meaning)))
        .child(el("p").class("why").child(why))
        .child(el("p").class("hand").child(told(&story, Thing::Time(article, mark.target))))
        .child(label.map(|label| el("p").class("leads").child(label)))
}

/// A name, its other names, and how often it is told.
#[inline(never)]
fn of_entity(state: State, mark: Mark) -> El {
    let story = state.story_now();
    let Some(entity) = story.entities.get(mark.target as usize) else { return pieces() };
    let names = reason::names(entity);
    let mut articles: Vec<u32> = entity.mentions.iter().map(|m| m.article).collect();
    articles.dedup();
    let mentioned =
        [count(entity.mentions.len(), strings().mentions), count(articles.len(), strings().articles)].join(" · ");
    let kind = word(&["mark.", mark.kind.key()].concat()).to_owned();
    pieces()
        .child(el("p").class("kind").child(kind))
        .child(el("p").class("card-head").child(el("strong").child(entity.name.clone())))
        .child(el("p").class("why").child(names))
        .child(el("p").class("hand").child(told(&story, Thing::Name(mark.target))))
        .child(el("p").class("leads").child(mentioned))
}
