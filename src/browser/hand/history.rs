//! Undo, redo, and the list of corrections.

use super::Hand;
use crate::browser::dialog::dialog;
use crate::browser::dom::{El, el, pieces};
use crate::browser::parts::{Icon, icon, icon_button};
use crate::correct::Lost;
use crate::display::fix::told;
use crate::display::strings::{fill, word};

/// The buttons beside the story's summary; there once something was corrected.
pub fn buttons() -> El {
    let hand = Hand::get();
    let log = hand.state.log;
    let there = move || log.with(|log| !log.entries().is_empty());
    let number = move || fill(word("history.count"), &[&log.with(|log| log.done()).to_string()]);
    let undo = icon_button(Icon::Undo, word("history.undo"), move || hand.undo());
    let redo = icon_button(Icon::Redo, word("history.redo"), move || hand.redo());
    let some = move || log.with(|log| log.done() > 0);
    let more = move || log.with(|log| log.done() < log.entries().len());
    pieces()
        .child(
            el("span")
                .class("hand-tools")
                .attr_live("hidden", move || !there())
                .child(undo.attr_live("disabled", move || !some()))
                .child(redo.attr_live("disabled", move || !more()))
                .child(
                    el("button")
                        .on_click(move || hand.history.set(true))
                        .child(icon(Icon::Pen))
                        .child(el("span").text_live(number)),
                ),
        )
        .child(el("output").class("visually-hidden").text_live(move || hand.said.get()))
}

/// The dialog.
pub fn sheet() -> El {
    let hand = Hand::get();
    dialog("past", word("history"), hand.history, Box::new(move || list(hand)))
}

fn list(hand: Hand) -> El {
    let log = hand.state.log;
    let lines = move || {
        let story = hand.state.story();
        log.with(|log| {
            let line = |(done, words): (usize, String)| {
                let lost = story
                    .hand
                    .lost
                    .iter()
                    .find(|l| done > 0 && done <= log.done() && l.correction as usize + 1 == done);
                let why = lost.map(|l| fill(word("history.lost"), &[word(lost_key(l.why))]));
                el("li")
                    .child(
                        el("button")
                            .attr("type", "button")
                            .attr("aria-current", (done == log.done()).then_some("step"))
                            .attr("class", (done > log.done()).then_some("undone"))
                            .on_click(move || hand.to(done))
                            .child(words),
                    )
                    .child(why.map(|why| el("p").class("wrong").child(why)))
            };
            let first = (0, word("history.start").to_owned());
            let rest = log.entries().iter().enumerate().map(|(i, entry)| (i + 1, told(entry)));
            [first].into_iter().chain(rest).map(line).collect::<El>()
        })
    };
    let none = move || log.with(|log| log.entries().is_empty());
    pieces()
        .child(el("p").class("hint").attr_live("hidden", move || !none()).child(word("history.none")))
        .child(el("ol").class("history").attr_live("hidden", none).live(lines))
}

const fn lost_key(why: Lost) -> &'static str {
    match why {
        Lost::Article => "lost.article",
        Lost::Words => "lost.words",
        Lost::Thing => "lost.thing",
        Lost::Done => "lost.done",
        Lost::Meaning => "lost.meaning",
    }
}

impl Hand {
    /// Goes back or forward to a line of the list.
    fn to(self, done: usize) {
        let before = self.state.log.with_untracked(|log| log.done());
        if done < before {
            self.go_to(done, "history.undone", done + 1);
        } else {
            self.go_to(done, "history.redone", done);
        }
    }
}
