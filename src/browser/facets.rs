//! The facets: what a story can be narrowed by, with live counts.

use super::histogram::histogram;
use super::parts::{Icon, icon, shape};
use super::state::State;
use crate::browser::dom::{El, Key, el, pieces};
use crate::browser::live::{Derived, Live};
use crate::display::strings::{fill, strings, word};
use crate::display::voices::Voices;
use crate::query::{self, FACETS, Mode, Part, Shown, shown};
use std::sync::Arc;

/// How many values of a facet are shown before "more".
const SHORT: usize = 6;

/// All facets.
pub fn facets() -> El {
    pieces().child(el("h2").class("visually-hidden").child(strings().filters)).children((0..FACETS.len()).map(facet))
}

/// One facet; nothing where no event has a value of it.
fn facet(facet: usize) -> El {
    let state = State::get();
    let key = FACETS[facet].key;
    let whole = Live::new(false);
    let values = Derived::new(move || {
        let limit = if whole.get() { usize::MAX } else { SHORT };
        let selection = state.selection.get();
        state.index.with(|index| state.query.with(|query| shown(index, &selection, query, facet, limit)))
    });
    let empty = move || values.with(|(values, _)| values.is_empty());
    let keys = move || values.with(|(values, _)| values.iter().map(tag).collect());
    let period = (key == "period").then(histogram);
    el("section")
        .class("facet")
        .attr_live("hidden", empty)
        .attr("aria-label", word(key))
        .child(el("h3").child(word(key)))
        .child(modes(facet))
        .child(period)
        .child(el("ul").each(keys, move |key| row(facet, key, values)))
        .child(more(values, whole))
}

/// One value: a check box, its name, its count.
fn row(facet: usize, own: Key, values: Derived<(Vec<Shown>, usize)>) -> El {
    let state = State::get();
    let name = FACETS[facet].key;
    let value = Derived::new(move || values.with(|(values, _)| values.iter().find(|v| tag(v) == own).cloned()));
    let key = value.with(|value| value.as_ref().map_or_else(String::new, |v| v.key.clone()));
    let label = move || value.get().map(|v| label(name, &v.key, &v.label)).unwrap_or_default();
    let count = move || value.with(|v| v.as_ref().map_or(0, |v| v.count));
    let chosen = move || value.with(|v| v.as_ref().is_some_and(|v| v.chosen));
    let mark = pieces();
    let mark = if name == "source" { mark.live(voice_shape(&key)) } else { mark };
    el("li").class("value").class_if("none", move || count() == 0).child(
        el("label")
            .child(
                el("input")
                    .attr("type", "checkbox")
                    .checked_live(chosen)
                    .act_on("change", move || state.query.update(|query| query.toggle(facet, &key))),
            )
            .child(mark)
            .child(el("span").class("name").attr_live("title", label).text_live(label))
            .child(el("span").class("count").text_live(move || count().to_string())),
    )
}

/// Tells the lines of a facet apart.
fn tag(value: &Shown) -> Key {
    let hash = crate::id::hash([value.key.as_str()]);
    ((hash >> 32) as u32, hash as u32)
}

/// The shape of the source that a value of the source facet stands for.
fn voice_shape(key: &str) -> impl Fn() -> Option<El> + use<> {
    let state = State::get();
    let key = key.to_owned();
    move || {
        let story = state.story();
        let facet = query::facets::find("source")?;
        let place = state.index.with(|index| index.values(facet).iter().position(|v| v.key == key))?;
        // Voices and the values of this facet are in one order: that of the first articles.
        (place < Voices::new(&story).list.len()).then(|| shape(place as u32))
    }
}

/// Any, all or none of the chosen values; there once something is chosen.
fn modes(facet: usize) -> El {
    let state = State::get();
    let there = Derived::new(move || state.query.with(|query| query.clause(facet).is_some()));
    // A switch of one value has nothing to join.
    if FACETS[facet].key == "conflict" {
        return pieces();
    }
    let button = move |mode: Mode| {
        let pressed = move || state.query.with(|query| query.mode(facet) == mode).to_string();
        el("button")
            .attr_live("aria-pressed", pressed)
            .on_click(move || state.query.update(|query| query.set_mode(facet, mode)))
            .child(strings().modes[mode as usize])
    };
    pieces().when(
        move || there.get(),
        move || {
            el("div")
                .class("modes")
                .attr("role", "group")
                .attr("aria-label", strings().mode)
                .children(Mode::ALL.map(button))
                .child(
                    el("button")
                        .class("quiet")
                        .on_click(move || state.query.update(|query| query.clear(Part::Facet(facet))))
                        .child(strings().clear),
                )
        },
    )
}

fn more(values: Derived<(Vec<Shown>, usize)>, whole: Live<bool>) -> El {
    let hidden = move || values.with(|(values, more)| *more == 0 && (!whole.get() || values.len() <= SHORT));
    let text = move || {
        let left = values.with(|(_, more)| *more);
        if left > 0 { fill(strings().more, &[&left.to_string()]) } else { strings().fewer.to_owned() }
    };
    el("button")
        .class("quiet")
        .attr_live("hidden", hidden)
        .on_click(move || whole.update(|whole| *whole = !*whole))
        .text_live(text)
}

/// What a reader calls a value.
pub fn label(facet: &str, key: &str, label: &str) -> String {
    if !label.is_empty() {
        return label.to_owned();
    }
    let path = [facet, ".", key].concat();
    let known = word(&path);
    if known != path {
        return known.to_owned();
    }
    // A month is written out; years and decades speak for themselves.
    let month = (key.len() == 7).then(|| crate::day::parse(&[key, "-01"].concat())).flatten();
    month.map_or_else(|| key.to_owned(), |day| super::dates::write(day, 12, super::dates::MONTH))
}

/// What is chosen, as chips that take it back.
pub fn chosen() -> El {
    let state = State::get();
    let chips = move || {
        let query = state.query.get();
        let index = state.index.get();
        query.parts().into_iter().map(|part| chip(state, part, part_name(&index, &query, part))).collect::<El>()
    };
    pieces().when(
        move || state.query.with(|query| !query.is_empty()),
        move || {
            el("div").class("chips").attr("role", "group").attr("aria-label", strings().chosen).live(chips).child(
                el("button")
                    .class("quiet")
                    .on_click(move || state.query.set(crate::query::Query::default()))
                    .child(strings().clear_all),
            )
        },
    )
}

fn chip(state: State, part: Part, name: String) -> El {
    let label = fill(strings().remove, &[&name]);
    el("button")
        .class("chip")
        .attr("title", label.clone())
        .attr("aria-label", label)
        .on_click(move || state.query.update(|q| q.clear(part)))
        .child(name)
        .child(icon(Icon::Close))
}

/// A part of a query in words.
pub fn part_name(index: &Arc<crate::query::Index>, query: &crate::query::Query, part: Part) -> String {
    let strings = strings();
    match part {
        Part::Words => fill(strings.words_chip, &[query.words.trim()]),
        Part::Days => query.days.map_or_else(String::new, super::dates::span),
        Part::AsOf => query.as_of.map_or_else(String::new, |day| fill(strings.as_of, &[&super::dates::long(day)])),
        Part::Facet(facet) => {
            let Some(clause) = query.clause(facet) else { return String::new() };
            let key = FACETS[facet].key;
            let names: Vec<String> = clause
                .values
                .iter()
                .map(|v| label(key, v, index.value(facet, v).map_or("", |value| &value.label)))
                .collect();
            let joined = names.join(if clause.mode == Mode::All { " + " } else { ", " });
            if clause.mode == Mode::Not { fill(strings.not, &[&joined]) } else { joined }
        }
    }
}
