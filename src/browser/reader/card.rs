//! The card beside a mark: what it means, why, and what it leads to.

use super::{Reading, events_at};
use crate::browser::dates;
use crate::browser::parts::live::live;
use crate::browser::state::State;
use crate::display::article::{Mark, MarkKind};
use crate::display::reason::{self, Dates};
use crate::display::strings::{count, strings, word};
use leptos::prelude::*;

pub(super) fn card(state: State, reading: Reading) -> AnyView {
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
    let left = move || format!("{}px", place(0).min(width() - 336.0).max(8.0));
    let top = move || if below() { format!("{}px", place(2) + 6.0) } else { "auto".into() };
    let bottom = move || if below() { "auto".into() } else { format!("{}px", height() - place(1) + 6.0) };
    view! {
        <div
            class="card"
            role="status"
            hidden=live(move || reading.card.with(Option::is_none))
            style:left=live(left)
            style:top=live(top)
            style:bottom=live(bottom)
        >
            {live(content)}
        </div>
    }
    .into_any()
}

/// "mid-February" → "February 2024, the middle", and why.
fn of_time(state: State, mark: Mark) -> AnyView {
    let story = state.story_now();
    let article = state.open.get_untracked();
    let facts = &story.articles[article as usize];
    let Some(time) = facts.times.get(mark.target as usize) else { return ().into_any() };
    let writing = Dates { day: &dates::long, span: &dates::span };
    let (meaning, why) = reason::time(time, &facts.article, writing);
    let words = mark.span.of(&facts.article.text).to_owned();
    let events = events_at(state, article, mark.span);
    let label = events.first().map(|&i| story.events[i as usize].label.clone());
    view! {
        <p class="card-head"><q>{words}</q> " → " <strong>{meaning}</strong></p>
        <p class="why">{why}</p>
        {label.map(|label| view! { <p class="leads">{label}</p> }.into_any())}
    }
    .into_any()
}

/// A name, its other names, and how often it is told.
fn of_entity(state: State, mark: Mark) -> AnyView {
    let story = state.story_now();
    let Some(entity) = story.entities.get(mark.target as usize) else { return ().into_any() };
    let names = reason::names(entity);
    let mut articles: Vec<u32> = entity.mentions.iter().map(|m| m.article).collect();
    articles.dedup();
    let told =
        [count(entity.mentions.len(), strings().mentions), count(articles.len(), strings().articles)].join(" · ");
    let kind = word(&["mark.", mark.kind.key()].concat()).to_owned();
    view! {
        <p class="kind">{kind}</p>
        <p class="card-head"><strong>{entity.name.clone()}</strong></p>
        <p class="why">{names}</p>
        <p class="leads">{told}</p>
    }
    .into_any()
}
