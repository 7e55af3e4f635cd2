//! Which kinds and aspects of statements are shown, with how many there are of each.

use super::{Table, aspect_key, group_key, kind_key};
use crate::display::comparison;
use crate::display::strings::{strings, word};
use leptos::prelude::*;

/// The filters, in two groups.
pub fn filters(table: Table) -> AnyView {
    let counts = Memo::new(move |_| {
        let (story, selection) = (table.state.story(), table.state.selection.get());
        table.filter.with(|filter| comparison::counts(&story, &selection.rows, filter))
    });
    let kinds = move || {
        let button = |(kind, count)| {
            let chosen = move || table.filter.with(|filter| filter.kinds.contains(&kind));
            let toggle = move |_| table.filter.update(|filter| toggle(&mut filter.kinds, kind));
            chip(word(group_key(kind)), count, format!("kind-{}", kind_key(kind)), chosen, toggle)
        };
        counts.get().0.into_iter().map(button).collect_view()
    };
    let aspects = move || {
        let button = |(aspect, count)| {
            let chosen = move || table.filter.with(|filter| filter.aspects.contains(&aspect));
            let toggle = move |_| table.filter.update(|filter| toggle(&mut filter.aspects, aspect));
            chip(word(aspect_key(aspect)), count, String::new(), chosen, toggle)
        };
        counts.get().1.into_iter().map(button).collect_view()
    };
    view! {
        <div class="compare-filters">
            <div role="group" aria-label=word("kind")>{kinds}</div>
            <div role="group" aria-label=word("aspect")>{aspects}</div>
            <span class="visually-hidden" aria-live="polite">
                {move || {
                    let rows = table.lines.with(|lines| {
                        lines.iter().filter(|l| matches!(l, comparison::Line::Row(_))).count()
                    });
                    crate::display::strings::count(rows, strings().statements)
                }}
            </span>
        </div>
    }
    .into_any()
}

fn chip(
    name: &'static str,
    count: u32,
    class: String,
    chosen: impl Fn() -> bool + Copy + Send + 'static,
    toggle: impl Fn(web_sys::MouseEvent) + 'static,
) -> AnyView {
    view! {
        <button
            type="button"
            class=format!("compare-chip {class}")
            aria-pressed=move || chosen().to_string()
            disabled=move || count == 0 && !chosen()
            on:click=toggle
        >
            {name}
            <span class="count">{count.to_string()}</span>
        </button>
    }
    .into_any()
}

fn toggle<T: PartialEq>(list: &mut Vec<T>, value: T) {
    match list.iter().position(|v| *v == value) {
        Some(at) => drop(list.remove(at)),
        None => list.push(value),
    }
}
