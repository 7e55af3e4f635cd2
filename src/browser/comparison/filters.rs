//! Which kinds and aspects of statements are shown, with how many there are of each.

use super::table::{Table, aspect_key, group_key};
use crate::browser::dom::{El, Key, el};
use crate::browser::live::Derived;
use crate::display::comparison;
use crate::display::strings::{strings, word};
use crate::story::{Aspect, RowKind};

/// The filters, in two groups.
pub fn filters(table: Table) -> El {
    let counts = Derived::new(move || {
        let (story, selection) = (table.state.story(), table.state.selection.get());
        table.filter.with(|filter| comparison::counts(&story, &selection.rows, filter))
    });
    let kinds = move || counts.with(|counts| counts.0.iter().map(|(kind, _)| (*kind as u32, 0)).collect());
    let kind = move |(key, _): Key| {
        let own = move |(kind, _): &&(RowKind, u32)| *kind as u32 == key;
        let kind = counts.with(|counts| counts.0.iter().find(own).map_or(RowKind::Agree, |own| own.0));
        let count = move || counts.with(|counts| counts.0.iter().find(own).map_or(0, |own| own.1));
        let chosen = move || table.filter.with(|filter| filter.kinds.contains(&kind));
        let toggle = move || table.filter.update(|filter| toggle(&mut filter.kinds, kind));
        chip(word(group_key(kind)), count, &["kind-", kind.word()].concat(), chosen, toggle)
    };
    let aspects = move || counts.with(|counts| counts.1.iter().map(|(aspect, _)| (*aspect as u32, 0)).collect());
    let aspect = move |(key, _): Key| {
        let own = move |(aspect, _): &&(Aspect, u32)| *aspect as u32 == key;
        let aspect = counts.with(|counts| counts.1.iter().find(own).map_or(Aspect::Fact, |own| own.0));
        let count = move || counts.with(|counts| counts.1.iter().find(own).map_or(0, |own| own.1));
        let chosen = move || table.filter.with(|filter| filter.aspects.contains(&aspect));
        let toggle = move || table.filter.update(|filter| toggle(&mut filter.aspects, aspect));
        chip(word(aspect_key(aspect)), count, "", chosen, toggle)
    };
    el("div")
        .class("compare-filters")
        .child(el("div").attr("role", "group").attr("aria-label", word("kind")).each(kinds, kind))
        .child(el("div").attr("role", "group").attr("aria-label", word("aspect")).each(aspects, aspect))
        .child(el("span").class("visually-hidden").attr("aria-live", "polite").text_live(move || {
            let rows = table.lines.with(|lines| lines.iter().filter(|l| matches!(l, comparison::Line::Row(_))).count());
            crate::display::strings::count(rows, strings().statements)
        }))
}

fn chip(
    name: &'static str,
    count: impl Fn() -> u32 + Copy + 'static,
    class: &str,
    chosen: impl Fn() -> bool + Copy + 'static,
    toggle: impl FnMut() + 'static,
) -> El {
    el("button")
        .attr("type", "button")
        .attr("class", ["compare-chip ", class].concat())
        .attr_live("aria-pressed", move || chosen().to_string())
        .attr_live("disabled", move || count() == 0 && !chosen())
        .on_click(toggle)
        .child(name)
        .child(el("span").class("count").text_live(move || count().to_string()))
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, value: T) {
    match list.iter().position(|v| *v == value) {
        Some(at) => drop(list.remove(at)),
        None => list.push(value),
    }
}
