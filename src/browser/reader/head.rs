//! What is known of the article beside its text, and what is unusual about it.

use crate::browser::dates;
use crate::browser::dom::{El, el, pieces};
use crate::browser::parts::shape;
use crate::browser::state::State;
use crate::display::strings::{fill, strings};
use crate::display::voices::Voices;
use crate::facts::Facts;
use crate::query::Focus;
use crate::story::{Story, Thing, Touched, label};

/// How many words stand for a title.
const OPENING: usize = 9;

pub(super) fn head(state: State) -> El {
    let content = move || {
        let story = state.story();
        let open = state.open.get();
        let facts = story.articles.get(open as usize)?;
        let article = &facts.article;
        let voice = Voices::new(&story).of(open);
        let untitled = article.title.is_none();
        let title = article.title.clone().unwrap_or_else(|| opening(facts, &label(&story.articles, open)));
        let source = article.source.clone().unwrap_or_else(|| match untitled {
            // Without title and source it is called here as everywhere else.
            true => [strings().no_source, " (", &label(&story.articles, open), ")"].concat(),
            false => strings().no_source.to_owned(),
        });
        // Only an address that opens a page is a link.
        let url = article.url.clone().filter(|url| url.starts_with("https://") || url.starts_with("http://"));
        let link = url.map(|url| {
            el("a")
                .attr("href", url)
                .attr("rel", "noopener noreferrer")
                .attr("target", "_blank")
                .child(strings().original)
        });
        let tells = story.events.iter().any(|e| e.mentions.iter().any(|m| m.place.article == open));
        let states = states(facts, tells).into_iter().map(|text| el("p").class("state").child(text));
        Some(
            el("header")
                .class("article-head")
                .child(el("h3").attr("class", untitled.then_some("untitled")).child(title))
                .child(
                    el("p")
                        .class("byline")
                        .child(shape(voice))
                        .child(el("span").child(source))
                        .child(el("span").child(published(facts)))
                        .child(link),
                )
                .children(states)
                .child(notes(state, &story, open)),
        )
    };
    pieces().live(content)
}

/// What was noted on the article and on words of it.
fn notes(state: State, story: &Story, open: u32) -> El {
    let text = story.articles.get(open as usize).map_or("", |f| f.article.text.as_str());
    let line = |touched: &Touched| {
        let note = el("span").class("noted").child(touched.text.as_str());
        match touched.thing {
            Thing::Article(article) if article == open => Some(el("p").child(note)),
            Thing::Passage(place) if place.article == open => {
                let go = move || state.attend(Focus::Place(place));
                let quote = el("q").child(place.span.of(text));
                Some(
                    el("p")
                        .child(el("button").attr("type", "button").class("quiet").on_click(go).child(quote))
                        .child(note),
                )
            }
            _ => None,
        }
    };
    story.hand.touched.iter().map(line).collect()
}

/// The first words of a text that has no title.
fn opening(facts: &Facts, name: &str) -> String {
    let first = facts.sentences.first().map_or("", |span| span.of(&facts.article.text));
    let words: Vec<&str> = first.split_whitespace().collect();
    match words.get(..OPENING).filter(|_| words.len() > OPENING) {
        Some(head) => [&head.join(" "), "…"].concat(),
        None if words.is_empty() => name.to_owned(),
        None => words.join(" "),
    }
}

/// When it was published, and how that is known.
fn published(facts: &Facts) -> String {
    let strings = strings();
    let bound = |pattern: &str, days: &[jiff::civil::Date]| {
        let days: Vec<String> = days.iter().map(|&day| dates::long(day)).collect();
        let days: Vec<&str> = days.iter().map(String::as_str).collect();
        [strings.undated, "; ", &fill(pattern, &days)].concat()
    };
    match (facts.article.published, facts.not_before, facts.not_after) {
        (Some(known), ..) => fill(strings.published[known.from as usize], &[&dates::long(known.date)]),
        (None, Some(first), Some(last)) => bound(strings.between, &[first, last]),
        (None, Some(first), None) => bound(strings.not_before, &[first]),
        (None, None, Some(last)) => bound(strings.not_after, &[last]),
        (None, None, None) => strings.undated.to_owned(),
    }
}

/// What is unusual, in sentences.
fn states(facts: &Facts, tells: bool) -> Vec<&'static str> {
    let strings = strings();
    let mut states = Vec::new();
    if facts.language != "en" {
        states.push(strings.other_language);
    } else if facts.times.is_empty() {
        states.push(strings.no_times);
    }
    if !tells {
        states.push(strings.tells_nothing);
    }
    states
}
