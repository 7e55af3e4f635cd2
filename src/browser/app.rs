//! The outer component: the page's places, and the story that fills them.

use super::bring::files::Given;
use super::bring::{self, Bring};
use super::comparison::comparison;
use super::coverage::coverage;
use super::facets::{chosen, facets};
use super::foot::foot;
use super::hand::{self, Hand};
use super::home::{ALONE, Home};
use super::kept::{self, Kept};
use super::keys::{self, Keys};
use super::paper::paper;
use super::parts::{Icon, icon, icon_button};
use super::reader::reader;
use super::search::search;
use super::state::{State, VIEWS, Work};
use super::status::{nothing, progress, summary, troubles, welcome};
use super::theme::{self, Theme};
use super::timeline::timeline;
use super::{address_bar, dates, export, host, load};
use crate::browser::dom::{El, el, pieces};
use crate::browser::live::{Live, effect};
use crate::display::strings::{fill, strings, word};
use crate::query::{Query, View};
use leptos::prelude::{expect_context, provide_context};
use std::cell::Cell;

/// The whole page.
pub fn app(home: Home) -> El {
    let state = State::new(home);
    provide_context(home);
    provide_context(state);
    provide_context(Theme::new());
    let hand = Hand::new(state);
    provide_context(hand);
    provide_context(Keys::new(state, hand));
    address_bar::keep(state);
    if ALONE {
        let kept = Kept::new(state);
        provide_context(kept);
        let bring = Bring::new(state);
        provide_context(bring);
        open(state, kept, bring);
    } else {
        // An element shows what it came with, and files that fall on somebody else's page are theirs.
        load::open_bundled(state);
    }
    report(state, home);
    let later = Live::new(false);
    unfold(state, later);
    // A wide page has room for the facets; a narrower one shows them when asked.
    let filters = Live::new(home.element().client_width() >= 1480);
    pieces()
        .child(
            el("div")
                .class("page")
                .attr_live("data-view", move || state.view.get().key())
                .class_if("filtering", move || filters.get())
                .child(ALONE.then(masthead))
                .child(progress())
                .child(troubles())
                .child(ALONE.then(bring::report::report))
                .child(headline(state, filters))
                .child(body(state))
                .child(bottom(state))
                .child(paper())
                // Below all views, so it comes behind them: what a reader sees never jumps.
                .when(move || state.settled(), move || foot(state)),
        )
        .when(move || later.get(), sheets)
        .child(ALONE.then(drop_here))
}

/// What lies over the page while files hang over it.
fn drop_here() -> El {
    let bring: Bring = expect_context();
    el("div")
        .class("drop")
        .attr_live("hidden", move || !bring.over.get())
        .attr("aria-hidden", "true")
        .child(el("p").child(strings().import_drop))
}

/// What opens over the page, when it is asked for.
fn sheets() -> El {
    pieces()
        .child(ALONE.then(bring::sheet::sheet))
        .child(ALONE.then(bring::missing::sheet))
        .child(keys::sheet())
        .child(hand::form::sheet())
        .child(hand::history::sheet())
}

/// The name of the paper, the search box, and what concerns the whole page.
fn masthead() -> El {
    let bring: Bring = expect_context();
    let keys: Keys = expect_context();
    let home = Home::get();
    let skip = move || {
        if let Some(main) = home.find("main") {
            main.focus().ok();
        }
    };
    el("header")
        .class("masthead")
        .child(el("button").class("skip").on_click(skip).child(strings().skip))
        .child(el("p").class("wordmark").text("Dateline"))
        .child(el("p").class("tagline").child(strings().tagline))
        .child(search())
        .child(
            el("div")
                .class("tools")
                .child(
                    el("button")
                        .class("primary")
                        .on_click(move || bring.open.set(true))
                        .child(icon(Icon::Add))
                        .child(el("span").child(strings().own_articles)),
                )
                .child(theme::button())
                .child(icon_button(Icon::Help, strings().help, move || keys.sheet.set(true))),
        )
}

/// The story's name, and what of it is shown.
fn headline(state: State, filters: Live<bool>) -> El {
    let number = move || state.query.with(Query::parts).len();
    let label = move || match number() {
        0 => strings().filters.to_owned(),
        n => fill(strings().filters_open, &[&n.to_string()]),
    };
    el("section")
        .class("headline")
        .attr("aria-label", strings().story)
        .child(
            el("div")
                .class("story")
                .child(el("h1").text_live(move || state.origin.get().title))
                .child(el("p").class("standfirst").text_live(move || state.origin.get().description))
                .child(ALONE.then(kept::list::standing)),
        )
        .child(ALONE.then(welcome))
        .child(
            el("div")
                .class("standing")
                .child(
                    el("button")
                        .class("filters-open")
                        .attr_live("aria-expanded", move || filters.get().to_string())
                        .attr("aria-controls", "facets")
                        .on_click(move || filters.update(|open| *open = !*open))
                        .child(icon(Icon::Filter))
                        .child(el("span").text_live(label)),
                )
                .child(summary())
                .child(chosen())
                .child(el("span").class("standing-tools").child(hand::history::buttons()).child(export::menu())),
        )
}

/// The four views and the facets, each in its place.
fn body(state: State) -> El {
    let covered = move || state.view.get() == View::Coverage;
    let alone = move || state.story().articles.len() == 1;
    el("main")
        .attr("tabindex", "-1")
        .child(
            el("aside")
                .attr("id", "facets")
                .class("facets")
                .attr("aria-label", strings().filters)
                .when(move || state.stands(4), facets),
        )
        .child(
            el("section")
                .class("panel timeline")
                .attr("aria-label", word("timeline"))
                .child(el("h2").child(word("timeline")))
                .child(nothing())
                .when(move || state.stands(1), timeline),
        )
        .child(
            el("section")
                .class("panel lower")
                .attr_live("hidden", move || state.standing.get() < 2)
                .attr_live("aria-label", move || word(if covered() { "coverage" } else { "comparison" }))
                .child(switch(state))
                .child(el("p").class("state").attr_live("hidden", move || !alone()).child(strings().one_article))
                .when(move || state.stands(2) && covered(), coverage)
                .when(move || state.stands(2) && !covered() && !alone(), comparison),
        )
        .child(
            el("section")
                .class("panel reader")
                .attr("aria-label", strings().reader)
                .when(move || state.stands(3), reader),
        )
}

/// Comparison or coverage, on a page with room for both panels.
fn switch(state: State) -> El {
    let button = move |view: View| {
        let current = move || {
            let coverage = state.view.get() == View::Coverage;
            (coverage == (view == View::Coverage)).then_some("true")
        };
        el("button").attr_live("aria-current", current).on_click(move || state.view.set(view)).child(word(view.key()))
    };
    pieces()
        .child(
            el("h2")
                .class("visually-hidden")
                .text_live(move || word(if state.view.get() == View::Coverage { "coverage" } else { "comparison" })),
        )
        .child(
            el("div")
                .class("switch")
                .attr("role", "group")
                .attr("aria-label", strings().views)
                .children([View::Comparison, View::Coverage].map(button)),
        )
}

/// On a phone, the four views at the bottom, where a thumb reaches.
fn bottom(state: State) -> El {
    let tab = move |view: View| {
        let current = move || (state.view.get() == view).then_some("page");
        let which = match view {
            View::Timeline => Icon::Timeline,
            View::Comparison => Icon::Comparison,
            View::Coverage => Icon::Coverage,
            View::Reader => Icon::Reader,
        };
        el("button")
            .attr_live("aria-current", current)
            .on_click(move || state.view.set(view))
            .child(icon(which))
            .child(el("span").child(word(view.key())))
    };
    el("nav").class("bottom").attr("aria-label", strings().views).children(View::ALL.map(tab))
}

/// Tells the place of the page how its work ended.
fn report(state: State, home: Home) {
    effect(move || match state.work.get() {
        Work::Done if state.standing.get() == VIEWS => home.given().told(),
        Work::Done => {}
        Work::Failed(error) => home.given().failed(&error.to_string()),
        Work::Loading | Work::Reading(..) => {}
    });
}

/// Has the views of the first story made one after the other, each in a task of its own: all in one
/// would keep the page from answering for too long. `later` is when the page itself is there.
fn unfold(state: State, later: Live<bool>) {
    let begun = Cell::new(false);
    effect(move || {
        if state.work.with(|work| *work != Work::Done) || begun.replace(true) {
            return;
        }
        state.work.spawn(async move {
            for view in 1..=VIEWS {
                state.standing.set(view);
                host::drawn().await;
                if view == 1 {
                    host::measure("dateline: timeline", 0.0);
                }
            }
            host::measure("dateline: standing", 0.0);
        });
    });
    // While the articles are read the page has nothing to do, and what writes dates takes long to make.
    state.work.spawn(async move {
        host::pause().await;
        later.set(true);
        for options in [dates::SHORT, dates::LONG, dates::MONTH, dates::WEEKDAY] {
            host::pause().await;
            let _ = dates::write(crate::day::date(0), 12, options);
        }
    });
}

/// Opens what the address asks for, or the story that was open last, or the bundled one.
fn open(state: State, kept: Kept, bring: Bring) {
    state.work.set(Work::Loading);
    state.work.spawn(async move {
        // A file that was saved shows what it came with.
        if !state.home.given().restores() {
            return load::open_bundled(state);
        }
        if let Some(place) = address_bar::corpus() {
            match host::corpus(&place).await {
                Ok(bytes) => return bring.take(state, Given::Bytes(place, bytes), false),
                Err(sentence) => state.errors.set(vec![sentence.to_owned()]),
            }
        } else if kept.restore(state).await {
            return;
        }
        load::open_bundled(state);
    });
}
