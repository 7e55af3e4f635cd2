//! The coverage matrix: which source reports which event, who was first, who is silent; and the
//! passages that articles share, side by side.

use crate::browser::comparison::cells::passage;
use crate::browser::dates;
use crate::browser::dom::{El, el, pieces};
use crate::browser::live::{Derived, effect};
use crate::browser::parts::shape;
use crate::browser::rows::Rows;
use crate::browser::state::State;
use crate::browser::windowed::Lines;
use crate::display::coverage::{self, Report};
use crate::display::strings::{count, strings, word};
use crate::display::voices::{Voice, Voices};
use crate::display::window::Heights;
use crate::display::wording;
use crate::query::Focus;
use crate::story::Place;
use std::sync::Arc;

/// Height of a line before it was seen, in CSS pixels.
const ROW: f32 = 48.0;

/// Who reports what.
pub fn coverage() -> El {
    let state = State::get();
    let voices = Derived::new(move || Arc::new(Voices::new(&state.story())));
    let events = Derived::new(move || Arc::new(state.selection.get().events.iter().collect::<Vec<u32>>()));
    let windowed = Lines::new();
    effect(move || {
        state.index.track();
        windowed.fill(Heights::new(events.get().iter().map(|_| ROW)));
    });
    effect(move || {
        if let Focus::Event(event) = state.focus.get()
            && let Some(at) = events.with_untracked(|events| events.iter().position(|&e| e == event))
        {
            windowed.reveal(at);
        }
    });
    let rows = Rows::new(windowed, 0);
    let draw = move |line: usize| {
        let event = events.with_untracked(|events| events.get(line).copied());
        event.map_or_else(pieces, |event| row(state, rows, &voices.get_untracked(), line, event))
    };
    let body = el("div").attr("role", "rowgroup");
    let lines = windowed.draw(&body, draw);
    let heads = move || {
        let column = |(voice, own): (usize, &Voice)| {
            el("div")
                .class("cover-source")
                .attr("role", "columnheader")
                .attr("title", own.name.clone())
                .child(shape(voice as u32))
                .child(el("span").child(own.name.clone()))
        };
        voices.get().list.iter().enumerate().map(column).collect::<El>()
    };
    let columns = move || voices.with(|v| v.list.len()).to_string();
    el("div")
        .class("cover")
        .style_live("--voices", columns)
        .child(el("ul").class("cover-legend").children(
            [("first", "★"), ("reports", "●"), ("silent", "–"), ("early", "·")].map(|(key, sign)| {
                let words = word(match key {
                    "first" => "cover.first",
                    "reports" => "cover.reports",
                    "silent" => "cover.silent",
                    _ => "cover.early",
                });
                el("li")
                    .child(
                        el("span")
                            .attr("class", ["cover-sign is-", key].concat())
                            .attr("aria-hidden", "true")
                            .child(sign),
                    )
                    .child(words)
            }),
        ))
        .child(
            rows.listen(el("div"))
                .class("cover-scroll")
                .attr("tabindex", "0")
                .attr("role", "group")
                .attr("aria-label", word("coverage"))
                .child(
                    el("div")
                        .class("cover-table")
                        .attr("role", "table")
                        .attr("aria-label", word("coverage"))
                        .attr_live("aria-rowcount", move || (windowed.count() + 1).to_string())
                        .child(
                            el("div").class("cover-head").attr("role", "rowgroup").child(
                                el("div")
                                    .class("cover-row")
                                    .attr("role", "row")
                                    .attr("aria-rowindex", "1")
                                    .child(
                                        el("div")
                                            .class("cover-source")
                                            .attr("role", "columnheader")
                                            .child(strings().event),
                                    )
                                    .live(heads),
                            ),
                        )
                        .child(body.child(lines)),
                ),
        )
        .child(copies(state, voices))
}

fn row(state: State, rows: Rows, voices: &Voices, line: usize, event: u32) -> El {
    let story = state.story_now();
    let Some(told) = story.events.get(event as usize) else { return pieces() };
    let attended = move || state.focus.get() == Focus::Event(event);
    let pointed = move || state.pointed.get() == Focus::Event(event);
    let reports = coverage::line(&story, voices, event).reports;
    let cells = reports
        .into_iter()
        .enumerate()
        .map(|(voice, report)| cell(state, rows.stop(line), event, voice as u32, report));
    el("div")
        .class("cover-row")
        .class_if("is-focus", attended)
        .class_if("is-pointed", pointed)
        .attr("role", "row")
        .attr("aria-rowindex", (line + 2).to_string())
        .attr("data-line", line.to_string())
        .child(
            el("div").attr("role", "rowheader").class("cover-event").child(
                el("button")
                    .attr("type", "button")
                    .attr_live("tabindex", rows.stop(line))
                    .attr_live("aria-pressed", move || attended().to_string())
                    .on_click(move || state.attend(Focus::Event(event)))
                    .act_on("pointerenter", move || state.pointed.set(Focus::Event(event)))
                    .act_on("pointerleave", move || state.pointed.set(Focus::Nothing))
                    .child(el("span").class("cover-when").child(wording::when(&told.when, &dates::span)))
                    .child(el("span").class("cover-what").child(told.label.clone())),
            ),
        )
        .children(cells)
}

fn cell(state: State, stop: impl Fn() -> &'static str + 'static, event: u32, voice: u32, report: Report) -> El {
    let (key, words, mention) = match report {
        Report::First(mention) => ("first", word("cover.first"), Some(mention)),
        Report::Reports(mention) => ("reports", word("cover.reports"), Some(mention)),
        Report::Silent => ("silent", word("cover.silent"), None),
        Report::TooEarly => ("early", word("cover.early"), None),
    };
    let inner = match mention {
        Some(mention) => {
            let place = Place { article: mention.place.article, span: mention.sentence };
            el("button")
                .attr("type", "button")
                .attr("class", ["cover-mark is-", key].concat())
                .attr_live("tabindex", stop)
                .attr("aria-label", words)
                .attr("title", words)
                .on_click(move || state.open_at(Focus::Event(event), place))
                .child(shape(voice))
        }
        None => {
            let sign = if key == "silent" { "–" } else { "·" };
            pieces()
                .child(
                    el("span").attr("class", ["cover-sign is-", key].concat()).attr("aria-hidden", "true").child(sign),
                )
                .child(el("span").class("visually-hidden").child(words))
        }
    };
    el("div").attr("role", "cell").class("cover-cell").child(inner)
}

/// The passages that articles share.
fn copies(state: State, voices: Derived<Arc<Voices>>) -> El {
    let drawn = move || {
        let story = state.story();
        let voices = voices.get();
        let side = |place: Place, pieces_of: &[crate::display::marked::Piece]| {
            let name = crate::story::label(&story.articles, place.article);
            el("button")
                .attr("type", "button")
                .class("copy-side")
                .on_click(move || state.open_at(Focus::Place(place), place))
                .child(el("span").class("copy-who").child(shape(voices.of(place.article))).child(&*name))
                .child(el("q").child(passage(pieces_of)))
        };
        let pair = |copy: &crate::story::Copy| {
            let both = coverage::side_by_side(&story, copy);
            let percent = (copy.similarity * 100.0).round() as u32;
            let words = if copy.verbatim {
                word("copy.verbatim").to_owned()
            } else {
                crate::display::strings::fill(word("copy.edited"), &[&percent.to_string()])
            };
            el("li")
                .class("copy")
                .child(el("p").class("copy-kind").child(words))
                .child(side(copy.a, &both.a))
                .child(side(copy.b, &both.b))
        };
        (!story.copies.is_empty()).then(|| {
            el("section")
                .class("copies")
                .child(
                    el("h3")
                        .child(word("copy"))
                        .text(" ")
                        .child(el("span").class("count").child(story.copies.len().to_string())),
                )
                .child(el("p").class("hint").child(strings().copies_about))
                .child(el("ul").children(story.copies.iter().take(MOST_COPIES).map(pair)))
                .child((story.copies.len() > MOST_COPIES).then(|| {
                    el("p").class("hint").child(count(story.copies.len() - MOST_COPIES, strings().copies_more))
                }))
        })
    };
    pieces().live(drawn)
}

/// More shared passages than this are only counted.
const MOST_COPIES: usize = 40;
