//! The coverage matrix: which source reports which event, who was first, who is silent; and the
//! passages that articles share, side by side.

use crate::browser::comparison::{open_at, pieces};
use crate::browser::dates;
use crate::browser::parts::shape;
use crate::browser::state::State;
use crate::browser::windowed::Lines;
use crate::display::coverage::{self, Report};
use crate::display::strings::{count, strings, word};
use crate::display::voices::{Voice, Voices};
use crate::display::window::Heights;
use crate::display::wording;
use crate::query::Focus;
use crate::story::Place;
use leptos::html::Div;
use leptos::prelude::*;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Height of a line before it was seen, in CSS pixels.
const ROW: f32 = 48.0;

/// Who reports what.
#[component]
pub fn Coverage() -> impl IntoView {
    let state = State::get();
    let voices = Memo::new(move |_| Arc::new(Voices::new(&state.story())));
    let events = Memo::new(move |_| Arc::new(state.selection.get().events.iter().collect::<Vec<u32>>()));
    let windowed = Lines::new();
    Effect::new(move || windowed.fill(Heights::new(events.get().iter().map(|_| ROW))));
    Effect::new(move || {
        if let Focus::Event(event) = state.focus.get()
            && let Some(at) = events.with_untracked(|events| events.iter().position(|&e| e == event))
        {
            windowed.reveal(at);
        }
    });
    let place: NodeRef<Div> = NodeRef::new();
    let draw = move |line: usize| {
        let event = events.with_untracked(|events| events.get(line).copied());
        event.map(|event| row(state, &voices.get_untracked(), line, event)).into_any()
    };
    let heads = move || {
        let column = |(voice, own): (usize, &Voice)| {
            view! {
                <div class="cover-source" role="columnheader">
                    {shape(voice as u32)} <span>{own.name.clone()}</span>
                </div>
            }
        };
        voices.get().list.iter().enumerate().map(column).collect_view()
    };
    let columns = move || voices.with(|v| v.list.len()).to_string();
    view! {
        <div class="cover" style=("--voices", columns)>
            <ul class="cover-legend">
                {[("first", "★"), ("reports", "●"), ("silent", "–"), ("early", "·")]
                    .map(|(key, sign)| {
                        let words = word(match key {
                            "first" => "cover.first",
                            "reports" => "cover.reports",
                            "silent" => "cover.silent",
                            _ => "cover.early",
                        });
                        view! { <li><span class=format!("cover-sign is-{key}") aria-hidden="true">{sign}</span> {words}</li> }
                    })
                    .collect_view()}
            </ul>
            <div class="cover-scroll" tabindex="0" role="group" aria-label=word("coverage")>
                <div
                    class="cover-table"
                    role="table"
                    aria-label=word("coverage")
                    aria-rowcount=move || (windowed.count() + 1).to_string()
                >
                    <div class="cover-head" role="rowgroup">
                        <div class="cover-row" role="row" aria-rowindex="1">
                            <div class="cover-source" role="columnheader">{strings().event}</div>
                            {heads}
                        </div>
                    </div>
                    <div role="rowgroup" node_ref=place>
                        {windowed.draw(move || place.get().map(|div| div.unchecked_into::<HtmlElement>()), draw)}
                    </div>
                </div>
            </div>
            {copies(state, voices)}
        </div>
    }
}

fn row(state: State, voices: &Voices, line: usize, event: u32) -> AnyView {
    let story = state.story_now();
    let Some(told) = story.events.get(event as usize) else { return ().into_any() };
    let attended = move || state.focus.get() == Focus::Event(event);
    let pointed = move || state.pointed.get() == Focus::Event(event);
    let reports = coverage::line(&story, voices, event).reports;
    let cells = reports.into_iter().enumerate().map(|(voice, report)| cell(state, event, voice as u32, report));
    view! {
        <div
            class="cover-row"
            class:is-focus=attended
            class:is-pointed=pointed
            role="row"
            aria-rowindex=(line + 2).to_string()
            data-line=line.to_string()
        >
            <div role="rowheader" class="cover-event">
                <button
                    type="button"
                    aria-pressed=move || attended().to_string()
                    on:click=move |_| state.attend(Focus::Event(event))
                    on:pointerenter=move |_| state.pointed.set(Focus::Event(event))
                    on:pointerleave=move |_| state.pointed.set(Focus::Nothing)
                >
                    <span class="cover-when">{wording::when(&told.when, &dates::span)}</span>
                    <span class="cover-what">{told.label.clone()}</span>
                </button>
            </div>
            {cells.collect_view()}
        </div>
    }
    .into_any()
}

fn cell(state: State, event: u32, voice: u32, report: Report) -> AnyView {
    let (key, words, mention) = match report {
        Report::First(mention) => ("first", word("cover.first"), Some(mention)),
        Report::Reports(mention) => ("reports", word("cover.reports"), Some(mention)),
        Report::Silent => ("silent", word("cover.silent"), None),
        Report::TooEarly => ("early", word("cover.early"), None),
    };
    let inner = match mention {
        Some(mention) => {
            let place = Place { article: mention.place.article, span: mention.sentence };
            view! {
                <button
                    type="button"
                    class=format!("cover-mark is-{key}")
                    aria-label=words
                    title=words
                    on:click=move |_| open_at(state, Focus::Event(event), place)
                >
                    {shape(voice)}
                </button>
            }
            .into_any()
        }
        None => {
            let sign = if key == "silent" { "–" } else { "·" };
            view! {
                <span class=format!("cover-sign is-{key}") aria-hidden="true">{sign}</span>
                <span class="visually-hidden">{words}</span>
            }
            .into_any()
        }
    };
    view! { <div role="cell" class="cover-cell">{inner}</div> }.into_any()
}

/// The passages that articles share.
fn copies(state: State, voices: Memo<Arc<Voices>>) -> AnyView {
    let drawn = move || {
        let story = state.story();
        let voices = voices.get();
        let side = |place: Place, pieces_of: &[crate::display::marked::Piece]| {
            let name = story.articles.get(place.article as usize).map(|f| f.article.label().to_owned());
            view! {
                <button type="button" class="copy-side" on:click=move |_| open_at(state, Focus::Place(place), place)>
                    <span class="copy-who">{shape(voices.of(place.article))} {name}</span>
                    <q>{pieces(pieces_of)}</q>
                </button>
            }
        };
        let pair = |copy: &crate::story::Copy| {
            let both = coverage::side_by_side(&story, copy);
            let percent = (copy.similarity * 100.0).round() as u32;
            let words = if copy.verbatim {
                word("copy.verbatim").to_owned()
            } else {
                crate::display::strings::fill(word("copy.edited"), &[&percent.to_string()])
            };
            view! {
                <li class="copy">
                    <p class="copy-kind">{words}</p>
                    {side(copy.a, &both.a)}
                    {side(copy.b, &both.b)}
                </li>
            }
        };
        (!story.copies.is_empty()).then(|| view! {
            <section class="copies">
                <h3>{word("copy")} " " <span class="count">{story.copies.len().to_string()}</span></h3>
                <p class="hint">{strings().copies_about}</p>
                <ul>{story.copies.iter().take(MOST_COPIES).map(pair).collect_view()}</ul>
                {(story.copies.len() > MOST_COPIES)
                    .then(|| view! { <p class="hint">{count(story.copies.len() - MOST_COPIES, strings().copies_more)}</p> })}
            </section>
        })
    };
    drawn.into_any()
}

/// More shared passages than this are only counted.
const MOST_COPIES: usize = 40;
