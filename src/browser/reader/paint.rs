//! Draws the pieces of an article as text nodes, and keeps what is under attention in sight.
//!
//! Built by hand and not as a view: a long article is thousands of pieces without a signal.

use super::reading::{Reading, numbered};
use crate::browser::live::{Live, effect};
use crate::browser::state::State;
use crate::correct::Op;
use crate::display::article::{Block, Cut, MarkKind, Piece};
use crate::display::fix;
use crate::display::strings::strings;
use crate::import::NoiseKind;
use crate::query::Focus;
use crate::span::Span;
use crate::story::{Place, Story, Thing};
use leptos::prelude::{document, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition};

/// Draws on every new article or search, marks on every new focus, scrolls on every new goal.
pub(super) fn keep(state: State, reading: Reading) {
    // Effects run in no promised order, and drawing anew wipes every light: lights follow the drawing.
    let drawn = Live::new(0u32);
    effect(move || {
        let body = reading.body.get_untracked();
        let story = state.story();
        let open = state.open.get();
        // A keyboard that stood on a mark stands on it again.
        let kept = document().active_element().filter(|active| body.contains(Some(active)));
        let kept = kept.and_then(|active| active.get_attribute("data-mark"));
        body.set_text_content(None);
        if let Some(facts) = story.articles.get(open as usize) {
            // The browser hyphenates and reads aloud by it; each paragraph finds its own direction.
            body.set_attribute("lang", &facts.language).ok();
            reading.cut.with(|cut| {
                draw(&body, cut, &facts.article.text);
                by_hand(&body, cut, &story, open);
            });
        }
        let again = kept.and_then(|mark| body.query_selector(&["[data-mark=\"", &mark, "\"]"].concat()).ok().flatten());
        if let Some(mark) = again {
            let options = web_sys::FocusOptions::new();
            options.set_prevent_scroll(true);
            mark.unchecked_into::<web_sys::HtmlElement>().focus_with_options(&options).ok();
        }
        drawn.update(|times| *times = times.wrapping_add(1));
    });
    effect(move || {
        drawn.track();
        let body = reading.body.get_untracked();
        let (story, open) = (state.story(), state.open.get());
        let (focus, pointed) = (state.focus.get(), state.pointed.get());
        reading.cut.with_untracked(|cut| {
            light(&body, cut, &places(focus, &story, open), entity(focus), "focused");
            light(&body, cut, &places(pointed, &story, open), entity(pointed), "pointed");
        });
    });
    effect(move || {
        drawn.track();
        let Some(goal) = state.goal.get() else { return };
        let body = reading.body.get_untracked();
        if goal.article == state.open.get_untracked() {
            reading.cut.with_untracked(|cut| scroll_to(&body, cut, goal.span));
        }
    });
    effect(move || {
        drawn.track();
        let hit = reading.hit.get();
        let body = reading.body.get_untracked();
        if reading.hits.with(|hits| hits.is_empty()) {
            return;
        }
        let old = body.query_selector_all(".hit.current");
        each(old.ok(), |element| drop(element.class_list().remove_1("current")));
        let now = body.query_selector_all(&numbered("hit", hit));
        each(now.ok(), |element| {
            element.class_list().add_1("current").ok();
            into_view(&element);
        });
    });
}

fn entity(focus: Focus) -> Option<u32> {
    if let Focus::Entity(entity) = focus { Some(entity) } else { None }
}

/// The sentences and passages of this article that something leads to; names light up as marks.
fn places(focus: Focus, story: &Story, open: u32) -> Vec<Span> {
    if entity(focus).is_some() {
        return Vec::new();
    }
    let here = |place: &Place| place.article == open;
    focus.places(story).into_iter().filter(here).map(|place| place.span).collect()
}

fn draw(body: &Element, cut: &Cut, text: &str) {
    for block in &cut.blocks {
        let Some(paragraph) = element(match block.noise {
            Some(NoiseKind::Heading) => "h3",
            _ => "p",
        }) else {
            return;
        };
        if let Some(kind) = block.noise.filter(|&kind| kind != NoiseKind::Heading) {
            paragraph.set_class_name("noise");
            paragraph.set_attribute("title", strings().noise[kind as usize]).ok();
        }
        paragraph.set_attribute("dir", "auto").ok();
        draw_block(&paragraph, block, cut, text);
        body.append_child(&paragraph).ok();
    }
}

/// Shows what a hand changed, and says so to those who cannot see it.
fn by_hand(body: &Element, cut: &Cut, story: &Story, open: u32) {
    if story.hand.touched.is_empty() {
        return;
    }
    for (i, mark) in cut.marks.iter().enumerate() {
        let thing = if mark.kind == MarkKind::Time { Thing::Time(open, mark.target) } else { Thing::Name(mark.target) };
        if story.hand.on(thing).next().is_none() {
            continue;
        }
        let Ok(Some(element)) = body.query_selector(&numbered("mark", i)) else { continue };
        element.class_list().add_1("by-hand").ok();
        let note = fix::note(story, thing, Op::Note).unwrap_or_default();
        let words = [fix::by_hand(story, thing).as_str(), note].join(" ");
        element.set_attribute("aria-description", words.trim()).ok();
    }
}

/// Pieces of one sentence stand in one element, and so do pieces of one mark.
fn draw_block(paragraph: &Element, block: &Block, cut: &Cut, text: &str) {
    for sentence in block.pieces.chunk_by(|a, b| a.sentence == b.sentence) {
        let Some(inner) = sentence[0].sentence else {
            draw_marks(paragraph, sentence, cut, text);
            continue;
        };
        let Some(span) = element("span") else { return };
        span.set_class_name("sentence");
        span.set_attribute("data-sentence", &inner.to_string()).ok();
        draw_marks(&span, sentence, cut, text);
        paragraph.append_child(&span).ok();
    }
}

fn draw_marks(parent: &Element, pieces: &[Piece], cut: &Cut, text: &str) {
    for run in pieces.chunk_by(|a, b| a.mark == b.mark) {
        let known = run[0].mark.and_then(|i| Some((i, cut.marks.get(i as usize)?)));
        let Some((i, mark)) = known else {
            run.iter().for_each(|piece| draw_piece(parent, *piece, text));
            continue;
        };
        let Some(span) = element("span") else { return };
        span.set_class_name(&["mark ", mark.kind.key()].concat());
        for (name, value) in [("data-mark", i.to_string().as_str()), ("role", "button"), ("tabindex", "-1")] {
            span.set_attribute(name, value).ok();
        }
        if i == 0 {
            // The text is one tab stop; arrows go from mark to mark.
            span.set_attribute("tabindex", "0").ok();
        }
        run.iter().for_each(|piece| draw_piece(&span, *piece, text));
        parent.append_child(&span).ok();
    }
}

fn draw_piece(parent: &Element, piece: Piece, text: &str) {
    let node = document().create_text_node(piece.span.of(text));
    let Some(hit) = piece.hit else { return drop(parent.append_child(&node)) };
    let Some(mark) = element("mark") else { return };
    mark.set_class_name("hit");
    mark.set_attribute("data-hit", &hit.to_string()).ok();
    mark.append_child(&node).ok();
    parent.append_child(&mark).ok();
}

fn element(tag: &str) -> Option<Element> {
    document().create_element(tag).ok()
}

/// Gives a class to the sentences of some places and to the marks of an entity, and to nothing else.
fn light(body: &Element, cut: &Cut, places: &[Span], entity: Option<u32>, class: &str) {
    let old = body.query_selector_all(&[".", class].concat());
    each(old.ok(), |element| drop(element.class_list().remove_1(class)));
    let add = |selector: String| {
        each(body.query_selector_all(&selector).ok(), |element| drop(element.class_list().add_1(class)));
    };
    for place in places {
        for i in sentences_at(cut, *place) {
            add(numbered("sentence", i));
        }
    }
    if let Some(entity) = entity {
        let marks = cut.marks.iter().enumerate();
        let same = marks.filter(|(_, m)| m.kind != crate::display::article::MarkKind::Time && m.target == entity);
        same.for_each(|(i, _)| add(numbered("mark", i)));
    }
}

fn sentences_at(cut: &Cut, place: Span) -> impl Iterator<Item = usize> {
    (0..cut.sentences.len()).filter(move |&i| cut.sentences[i].overlaps(place))
}

fn scroll_to(body: &Element, cut: &Cut, span: Span) {
    let mark = cut.marks.iter().position(|m| m.span == span).map(|i| numbered("mark", i));
    let sentence = || sentences_at(cut, span).next().map(|i| numbered("sentence", i));
    let Some(selector) = mark.or_else(sentence) else { return };
    if let Ok(Some(element)) = body.query_selector(&selector) {
        into_view(&element);
    }
}

/// Scrolls the reader so that an element is seen; on narrow pages, where it has no scroll bar
/// of its own, the page.
fn into_view(element: &Element) {
    let panel = element.closest(".panel.reader").ok().flatten();
    if let Some(panel) = panel.filter(|panel| panel.scroll_height() > panel.client_height()) {
        let (rect, frame) = (element.get_bounding_client_rect(), panel.get_bounding_client_rect());
        let head = panel
            .query_selector(".reader-top")
            .ok()
            .flatten()
            .map_or(frame.top(), |head| head.get_bounding_client_rect().bottom());
        // What is in sight stays where it is.
        let foot = frame.bottom().min(window().inner_height().ok().and_then(|h| h.as_f64()).unwrap_or(f64::MAX));
        if rect.top() >= head && rect.bottom() <= foot {
            return;
        }
        let middle = rect.top() - frame.top();
        let room = f64::from(panel.client_height()) / 2.5;
        panel.set_scroll_top(panel.scroll_top() + (middle - room) as i32);
        return;
    }
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    options.set_inline(ScrollLogicalPosition::Nearest);
    options.set_behavior(ScrollBehavior::Auto);
    element.scroll_into_view_with_scroll_into_view_options(&options);
}

fn each(list: Option<web_sys::NodeList>, act: impl Fn(Element)) {
    let Some(list) = list else { return };
    for i in 0..list.length() {
        if let Some(element) = list.item(i).and_then(|node| node.dyn_into::<Element>().ok()) {
            act(element);
        }
    }
}
