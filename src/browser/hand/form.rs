//! The form on one thing, in a dialog.

use super::Hand;
use crate::browser::dialog::dialog;
use crate::browser::dom::{El, el, pieces};
use crate::display::fix::{self, Act, Field, Form, Input};
use crate::display::strings::{fill, word};
use crate::story::Thing;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// The dialog.
pub fn sheet() -> El {
    let hand = Hand::get();
    let content = move || hand.form.get().map(|form| draw(hand, &form));
    dialog("fix", word("fix"), hand.open, Box::new(move || el("div").live(content)))
}

#[inline(never)]
fn draw(hand: Hand, form: &Rc<Form>) -> El {
    let story = hand.state.story_now();
    let inputs: Vec<El> = form.fields.iter().map(input).collect();
    // The dialog gives it the focus.
    let inputs =
        Rc::new(inputs.into_iter().enumerate().map(|(i, el)| el.attr("autofocus", i == 0)).collect::<Vec<El>>());
    let act = {
        let (form, inputs) = (form.clone(), inputs.clone());
        Rc::new(move |act: Act| {
            let answers: Vec<String> = inputs.iter().map(value).collect();
            match fix::corrections(&hand.state.story_now(), &form, &answers, act) {
                Ok(made) => {
                    hand.open.set(false);
                    hand.make(made);
                }
                Err(wrong) => hand.wrong.set(wrong),
            }
        })
    };
    let first = form.acts.first().copied().unwrap_or(Act::Save);
    let enter = {
        let act = act.clone();
        move |event: web_sys::KeyboardEvent| {
            let typed = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok()).is_some();
            if event.key() == "Enter" && typed {
                event.prevent_default();
                act(first);
            }
        }
    };
    let buttons = form.acts.iter().map(|&one| {
        let act = act.clone();
        let class = if one == first { "primary" } else { "" };
        el("button").attr("type", "button").class(class).on_click(move || act(one)).child(word(one.key()))
    });
    let others = fix::others(&story, form.thing);
    let list = el("datalist")
        .attr("id", "fix-others")
        .children(others.iter().map(|o| el("option").attr("value", (*o).to_owned())));
    let done = fix::by_hand(&story, form.thing);
    el("div")
        .on("keydown", enter)
        .child(el("p").class("fix-what").child(el("q").child(form.name.as_str())))
        .child((!done.is_empty()).then(|| el("p").class("by-hand").child(done)))
        .child(event_of(hand, form))
        .children(form.fields.iter().zip(inputs.iter()).map(|(field, input)| label(field, input)))
        .child(list)
        .child(el("p").class("wrong").attr("role", "alert").text_live(move || word(hand.wrong.get())))
        .child(el("div").class("actions").children(buttons))
}

/// A time leads to the event that takes its date from it.
fn event_of(hand: Hand, form: &Form) -> Option<El> {
    let Thing::Time(article, time) = form.thing else { return None };
    let story = hand.state.story_now();
    let span = story.articles.get(article as usize)?.times.get(time as usize)?.span;
    let dated = |e: &crate::story::StoryEvent| {
        e.when.time == Some(span) && e.mentions.iter().any(|m| m.place.article == article && m.sentence.contains(span))
    };
    let event = story.events.iter().position(dated)?;
    let label = story.events[event].label.clone();
    let open = move || hand.fix(Thing::Event(event as u32), None);
    Some(
        el("p").child(
            el("button")
                .attr("type", "button")
                .class("quiet")
                .on_click(open)
                .child(word("fix.event"))
                .text(" ")
                .child(el("q").child(label)),
        ),
    )
}

fn label(field: &Field, input: &El) -> El {
    let hint = (field.input == Input::Date).then(|| el("span").class("hint").child(word("fix.date.hint")));
    el("label").class("field").child(el("span").child(word(field.input.key()))).child(input.clone()).child(hint)
}

fn input(field: &Field) -> El {
    if !field.choices.is_empty() {
        let choice = |(value, words): &(String, String)| {
            // A number is filled into what it counts.
            let text = match field.input {
                Input::Scope => fill(word(&["scope.", value].concat()), &[words]),
                _ => word(words).to_owned(),
            };
            el("option").attr("value", value.clone()).attr("selected", *value == field.value).child(text)
        };
        return el("select").children(field.choices.iter().map(choice));
    }
    if matches!(field.input, Input::Note) {
        return el("textarea").attr("rows", "2").child(field.value.as_str());
    }
    let list = (field.input == Input::Same).then_some("fix-others");
    el("input").attr("type", "text").attr("list", list).attr("autocomplete", "off").attr("value", field.value.clone())
}

/// What stands in a field; choices and longer texts have the same property.
fn value(input: &El) -> String {
    input.element().unchecked_into::<HtmlInputElement>().value()
}

/// What a hand did to a thing, and what it noted, for those who read about it.
pub fn told(story: &crate::story::Story, thing: Thing) -> El {
    let done = fix::by_hand(story, thing);
    let verdict = fix::note(story, thing, crate::correct::Op::Settle);
    let note = fix::note(story, thing, crate::correct::Op::Note);
    let done = verdict.map_or_else(|| done.clone(), |verdict| [&done, ": ", verdict].concat());
    pieces()
        .child((!done.is_empty()).then(|| el("span").class("by-hand").child(done)))
        .child(note.map(|note| el("span").class("noted").child(note)))
}
