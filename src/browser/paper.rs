//! What is printed in place of the page: a chronology with numbered sources, and the comparison.
//!
//! Made when the browser is about to print, of what is selected, and taken away afterwards.

use crate::browser::comparison::cells::passage;
use crate::browser::comparison::table::{aspect_key, group_key};
use crate::browser::dates;
use crate::browser::dom::{El, el, on_window, pieces};
use crate::browser::state::State;
use crate::display::comparison::{self, Filter, Line};
use crate::display::strings::{fill, strings, word};
use crate::display::voices::Voices;
use crate::display::wording;
use crate::order::Arrange;
use crate::story::{Row, Story, StoryEvent, label};
use web_sys::Event;

/// The place of what is printed.
pub fn paper() -> El {
    let state = State::get();
    let place = el("div").class("paper");
    let (before, after) = (place.element(), place.element());
    on_window("beforeprint", false, move |_: Event| {
        before.set_text_content(None);
        before.append_child(&sheets(state).element()).ok(); // A div can hold what is made here.
    });
    on_window("afterprint", false, move |_: Event| after.set_text_content(None));
    place
}

fn sheets(state: State) -> El {
    let story = state.story_now();
    let selection = state.selection.get_untracked();
    let mut events: Vec<&StoryEvent> =
        selection.events.iter().filter_map(|event| story.events.get(event as usize)).collect();
    let all = events.len();
    // What is told in passing would bury the rest.
    if events.iter().any(|event| event.central) {
        events.retain(|event| event.central);
    }
    let passing = (all > events.len()).then(|| fill(word("paper.passing"), &[&(all - events.len()).to_string()]));
    let (dated, mut undated): (Vec<&StoryEvent>, Vec<&StoryEvent>) =
        events.into_iter().partition(|e| e.when.days.is_some());
    // As on the page: what has bounds comes first.
    undated.arrange_by_key(|e| e.when.not_before.or(e.when.not_after).is_none());
    let chronology = |head: &'static str, events: Vec<&StoryEvent>| {
        (!events.is_empty()).then(|| {
            let mut before = String::new();
            let lines = events.into_iter().map(|told| {
                // What several have in common stands before the first of them.
                let when = wording::when(&told.when, &dates::span);
                let again = when == before;
                before = when;
                event(told, if again { "" } else { &before })
            });
            pieces().child(el("h2").child(word(head))).child(el("ol").class("paper-events").children(lines))
        })
    };
    let voices = Voices::new(&story);
    let lines =
        comparison::lines(&story, &selection.rows, &Filter::default()).into_iter().filter_map(|line| match line {
            Line::Group(kind, _) => Some(el("h3").child(word(group_key(kind)))),
            Line::Row(index) => story.rows.get(index as usize).map(|one| row(&story, &voices, one)),
        });
    let compared = (story.articles.len() > 1 && !selection.rows.is_empty())
        .then(|| el("section").class("paper-rows").child(el("h2").child(word("paper.compare"))).children(lines));
    pieces()
        .child(chronology("paper.when", dated))
        .child(chronology("paper.undated", undated))
        .child(passing.map(|words| el("p").class("hint").child(words)))
        .child(compared)
        .child(el("h2").child(word("paper.sources")))
        .child(el("ol").class("paper-sources").children((0..story.articles.len() as u32).map(|i| source(&story, i))))
}

/// The numbers of articles, each once, in order.
fn numbers(articles: impl Iterator<Item = u32>) -> El {
    let mut articles: Vec<u32> = articles.collect();
    articles.arrange();
    articles.dedup();
    let list: Vec<String> = articles.iter().map(|article| (article + 1).to_string()).collect();
    el("sup").text("\u{a0}").child(list.join(", "))
}

fn event(told: &StoryEvent, when: &str) -> El {
    let certainty = wording::certainty(told.certainty);
    el("li").child(el("span").class("paper-day").child(when)).child(
        el("span")
            .child(told.label.clone())
            .child((!certainty.is_empty()).then(|| el("em").text(" (").child(certainty).text(")")))
            .child(numbers(told.mentions.iter().map(|m| m.place.article))),
    )
}

fn row(story: &Story, voices: &Voices, row: &Row) -> El {
    let cells = comparison::cells(story, voices, row);
    let what = story.events.get(row.event as usize).map_or(&row.summary, |event| &event.label);
    let mut silent: Vec<&str> = Vec::new();
    let mut quotes = Vec::new();
    for (cell, voice) in cells.iter().zip(&voices.list) {
        if cell.quotes.is_empty() {
            silent.push(&voice.name);
        }
        quotes.extend(cell.quotes.iter().map(|quote| {
            let speaker = quote
                .speaker
                .as_ref()
                .map(|who| pieces().text(", ").child(strings().says).text(" ").child(who.as_str()));
            el("li")
                .child(el("q").child(passage(&quote.pieces)))
                .child(speaker)
                .child(numbers(std::iter::once(quote.place.article)))
        }));
    }
    let silent = (!silent.is_empty() && row.kind != crate::story::RowKind::SingleSource)
        .then(|| el("p").class("silent").child(fill(word("paper.silent"), &[&silent.join(", ")])));
    el("div")
        .class("paper-row")
        .child(el("h4").child(el("span").child(word(aspect_key(row.aspect)))).text(" ").child(what.as_str()))
        .child(el("ul").children(quotes))
        .child(silent)
        .child((!row.why.is_empty()).then(|| el("p").class("paper-why").child(row.why.as_str())))
}

fn source(story: &Story, index: u32) -> El {
    let Some(article) = story.articles.get(index as usize).map(|f| &f.article) else { return pieces() };
    let name = label(&story.articles, index);
    let title = article.title.as_ref().filter(|title| **title != *name);
    let published = article.published_date().map_or_else(|| strings().undated.to_owned(), dates::long);
    el("li")
        .child(&*name)
        .child(title.map(|title| pieces().text(", ").child(el("cite").child(title.as_str()))))
        .text(", ")
        .child(published)
        .child(article.url.as_ref().map(|url| pieces().text(", ").child(url.as_str())))
        .child((*name != article.id).then(|| pieces().text(" (").child(article.id.as_str()).text(")")))
}
