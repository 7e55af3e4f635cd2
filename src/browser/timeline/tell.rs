//! The card beside a mark: what, when, why that date, who says so.

use super::card::What;
use super::ink::rem;
use super::parts::Parts;
use crate::browser::dates;
use crate::browser::dom::{El, el, pieces};
use crate::browser::hand::form::told as told_by_hand;
use crate::browser::parts::shape;
use crate::display::strings::{fill, word};
use crate::display::wording;
use crate::order::Arrange;
use crate::story::{StoryEvent, Thing};
use crate::time::Days;

/// Width of a card, in the drawing's own units.
const WIDTH: f32 = 320.0;

/// The card, where one is to be shown.
pub fn card(parts: Parts) -> El {
    let drawn = move || {
        let card = parts.card.get()?;
        let width = parts.width.get();
        let left = (card.x - WIDTH / 2.0).clamp(4.0, (width - WIDTH - 4.0).max(4.0));
        let content = match card.what {
            What::Event(event) => of_event(parts, event),
            What::Bin(count, days) => of_bin(count, days),
            What::Articles(articles) => of_articles(parts, &articles),
        };
        Some(
            el("div")
                .class("timeline-card")
                .attr("aria-hidden", "true")
                .style("left", &rem(left))
                .style("top", &rem(card.y + 18.0))
                .child(content),
        )
    };
    pieces().live(drawn)
}

#[inline(never)]
fn of_event(parts: Parts, event: u32) -> El {
    let story = parts.state.story_now();
    let Some(told) = story.events.get(event as usize) else { return pieces() };
    let certainty = wording::certainty(told.certainty);
    let voices = parts.voices.get_untracked();
    let who = voices_of(parts, told).into_iter().map(|voice| {
        let name = voices.list.get(voice as usize).map(|v| v.name.clone());
        el("li").child(shape(voice)).child(name)
    });
    pieces()
        .child(
            el("p")
                .class("card-when")
                .child(wording::when(&told.when, &dates::span))
                .child((!certainty.is_empty()).then(|| el("em").class("card-certainty").child(certainty))),
        )
        .child(el("p").class("card-what").child(told.label.clone()))
        .child(el("p").class("card-why").child(told.when.basis.clone()))
        .child(el("p").class("hand").child(told_by_hand(&story, Thing::Event(event))))
        .child(el("ul").class("card-who").children(who))
}

/// Shapes that stand beside an event at most.
pub const MOST_SHAPES: usize = 8;

/// The shapes of voices, and how many more there are.
#[must_use]
pub fn shapes(voices: &[u32]) -> El {
    let more = voices.len().saturating_sub(MOST_SHAPES);
    let more = (more > 0).then(|| el("small").child([" +", &more.to_string()].concat()));
    pieces().children(voices.iter().take(MOST_SHAPES).map(|&voice| shape(voice))).child(more)
}

/// The voices that report an event, each once, in order.
#[must_use]
pub fn voices_of(parts: Parts, told: &StoryEvent) -> Vec<u32> {
    let voices = parts.voices.get_untracked();
    let mut list: Vec<u32> = told.mentions.iter().map(|m| voices.of(m.place.article)).collect();
    list.arrange();
    list.dedup();
    list
}

#[inline(never)]
fn of_bin(count: u32, days: Days) -> El {
    pieces()
        .child(el("p").class("card-when").child(dates::span(days)))
        .child(el("p").class("card-what").child(fill(word("card.bin"), &[&count.to_string()])))
        .child(el("p").class("card-why").child(word("card.bin.open")))
}

#[inline(never)]
fn of_articles(parts: Parts, articles: &[u32]) -> El {
    let story = parts.state.story_now();
    let voices = parts.voices.get_untracked();
    let lines = articles.iter().take(12).filter_map(|&index| {
        let article = &story.articles.get(index as usize)?.article;
        let date = article.published_date().map(dates::long);
        Some(
            el("li")
                .child(shape(voices.of(index)))
                .child(&*crate::story::label(&story.articles, index))
                .text(", ")
                .child(date),
        )
    });
    let rest = articles.len().saturating_sub(12);
    pieces()
        .child(el("p").class("card-when").child(word(if articles.len() == 1 {
            "card.article"
        } else {
            "card.articles"
        })))
        .child(
            el("ul")
                .class("card-who")
                .children(lines)
                .child((rest > 0).then(|| el("li").child(fill(word("card.more"), &[&rest.to_string()])))),
        )
}
