//! The timeline's tools: layout, zoom, and the day on which the story is seen.

use super::chart::Chart;
use super::{Parts, set_setting};
use crate::browser::dates;
use crate::order::Arrange;
use jiff::civil::Date;
use leptos::prelude::*;

/// Values of the setting `lanes` and what they are called.
const LAYOUTS: [(&str, &str); 3] = [("", "Merged"), ("sources", "By source"), ("list", "List")];

/// The row of tools above the drawing.
pub fn tools(parts: Parts) -> impl IntoView {
    let lanes = super::setting(parts.state, "lanes");
    let layouts = LAYOUTS.map(|(value, name)| {
        let chosen = move || lanes.get() == value;
        view! {
            <button
                type="button"
                aria-pressed=move || if chosen() { "true" } else { "false" }
                on:click=move |_| set_setting(parts.state, "lanes", value)
            >
                {name}
            </button>
        }
    });
    let zoom = move |factor: f64| {
        move |_| {
            parts.with_chart(|chart| {
                let view = chart.heading();
                chart.fly_to(view.zoomed(factor, f64::midpoint(view.from, view.to)));
            });
        }
    };
    view! {
        <div class="timeline-tools">
            <div class="segments" role="group" aria-label="Lanes" class:is-hidden=move || parts.upright()>{layouts.into_iter().collect_view()}</div>
            <div class="segments timeline-zoom" role="group" aria-label="Zoom" class:is-hidden=parts.listed>
                <button type="button" aria-label="Zoom out" on:click=zoom(1.8)>"−"</button>
                <button type="button" aria-label="Zoom in" on:click=zoom(0.55)>"+"</button>
                <button type="button" on:click=move |_| parts.with_chart(|c: &mut Chart| c.fly_to(c.whole()))>
                    "All"
                </button>
            </div>
            {as_of(parts)}
        </div>
    }
}

/// Days on which articles were published, each once, in order.
fn days_of_publication(parts: Parts) -> Vec<Date> {
    let story = parts.state.story();
    let mut days: Vec<Date> = story.articles.iter().filter_map(|f| f.article.published_date()).collect();
    days.arrange();
    days.dedup();
    days
}

/// The handle that shows the story as it stood on a day of publication.
fn as_of(parts: Parts) -> impl IntoView {
    let days = Memo::new(move |_| days_of_publication(parts));
    let chosen = move || parts.state.query.with(|query| query.as_of);
    let position =
        move || days.with(|days| chosen().map_or(days.len(), |day| days.partition_point(|&d| d < day)).min(days.len()));
    let words = move || chosen().map_or_else(|| "all articles".to_owned(), dates::long);
    let choose = move |text: String| {
        let at: usize = text.parse().unwrap_or(usize::MAX);
        let day = days.with_untracked(|days| days.get(at).copied());
        if parts.state.query.with_untracked(|q| q.as_of) != day {
            parts.state.query.update(|query| query.as_of = day);
        }
    };
    move || {
        let count = days.with(Vec::len);
        (count > 1).then(|| {
            view! {
                <label class="timeline-as-of">
                    <span>"Known as of"</span>
                    <input
                        type="range"
                        min="0"
                        max=count.to_string()
                        step="1"
                        prop:value=move || position().to_string()
                        aria-valuetext=words
                        on:input=move |ev| choose(event_target_value(&ev))
                    />
                    <output>{words}</output>
                </label>
            }
        })
    }
}
