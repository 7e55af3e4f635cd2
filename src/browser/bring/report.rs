//! What came of the last files, a line a file, and what is asked for.

use super::Bring;
use super::outcome::Report;
use crate::browser::dom::{El, el, pieces};
use crate::browser::parts::{Icon, icon_button};
use crate::browser::state::State;
use crate::display::bringing::WORDS;
use crate::display::strings::{count, fill, strings};
use leptos::prelude::expect_context;

/// Most lines that are shown.
const LINES: usize = 500;

/// The report, until it is closed, and the bar of progress while files are opened.
pub fn report() -> El {
    let state = State::get();
    let bring: Bring = expect_context();
    let text = move || {
        let (done, all) = bring.progress.get().unwrap_or_default();
        fill(WORDS.progress, &[&(done + 1).min(all).to_string(), &all.to_string()])
    };
    let value = move || {
        let (done, all) = bring.progress.get().unwrap_or_default();
        (done * 100 / all.max(1)).to_string()
    };
    let bar = move || {
        el("div")
            .class("progress bringing")
            .attr("role", "status")
            .child(el("progress").attr("max", "100").attr_live("value", value).attr_live("aria-label", text))
            .child(el("span").text_live(text))
            .child(el("button").on_click(move || bring.cancel()).child(WORDS.cancel))
    };
    let told = move || bring.report.get().map(|report| lines(state, bring, &report));
    pieces().when(move || bring.progress.with(Option::is_some), bar).live(told)
}

#[inline(never)]
fn lines(state: State, bring: Bring, report: &Report) -> El {
    let line = |(good, text): &(bool, String)| el("li").class(if *good { "good" } else { "bad" }).child(text.clone());
    let lines = report.lines.iter().take(LINES).map(line).collect::<El>();
    // What was not read is seen without asking.
    let open = report.unread > 0;
    let missing = super::missing::number(state);
    let ask = (missing > 0).then(|| {
        el("p")
            .child(count(missing, WORDS.missing))
            .text(" ")
            .child(el("button").on_click(move || bring.asking.set(true)).child(WORDS.fill_in))
    });
    let details = (!report.lines.is_empty()).then(|| {
        el("details").attr("open", open).child(el("summary").child(report.summary())).child(el("ul").child(lines))
    });
    let bare = report.lines.is_empty().then(|| el("p").child(report.summary()));
    el("section")
        .class("trouble report")
        .attr("aria-label", WORDS.report)
        .child(el("div").attr("role", "status").child(details).child(bare).child(ask))
        .child(icon_button(Icon::Close, strings().close, move || bring.report.set(None)))
}
