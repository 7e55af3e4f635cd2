//! States in which the page is looked at: by axe-core (`flows/access.rs`) and by people
//! (`pictures.rs`).

use crate::flows::bring::{fall, press};
use crate::page::Page;
use crate::{act, check, find};
use serde_json::json;

/// A state of the page, and how it comes about.
pub struct State {
    pub name: &'static str,
    /// What is arranged before the page is loaded.
    before: fn(&Page),
    /// What stands behind the page's address.
    address: &'static str,
    /// Whether a story comes.
    told: bool,
    /// What is pressed or shown then.
    steps: fn(&Page),
}

impl State {
    const fn new(name: &'static str, address: &'static str, steps: fn(&Page)) -> Self {
        Self { name, before: nothing, address, told: true, steps }
    }

    /// Loads the page and brings it into this state.
    pub fn show(&self, page: &Page) {
        // Another address alone would not load the page anew.
        page.leave();
        (self.before)(page);
        if self.told {
            page.open(self.address);
        } else {
            page.open_only(self.address);
        }
        (self.steps)(page);
    }
}

/// What a reader sees first and chooses.
pub const CHOSEN: &[State] = &[
    State::new("first visit", "", nothing),
    State::new("filters open, one chosen", "", |page| {
        act::open_filters(page);
        act::choose(page, &find::first_in(page, "Sources", "checkbox"));
    }),
    State::new("nothing is left", "#1&q=nowheretobefound", |page| check::says(page, "Nothing fits")),
    State::new("an event under attention", "", choose_event),
    State::new("lanes by source", "#1&lanes=sources", nothing),
    State::new("the list in place of the drawing", "#1&lanes=list", nothing),
    State::new("as known on a day", "#1&asof=2024-03-08", |page| check::says(page, "What changed later")),
    State::new("comparison, a reason open", "#1&view=comparison", |page| {
        page.run("document.querySelector('.compare-statement details').open = true;");
    }),
    State::new("coverage and copies", "#1&view=coverage", nothing),
    State::new("search", "", |page| {
        page.run(
            "const field = document.querySelector('.search input');
             field.focus(); field.value = 'Moscow'; field.dispatchEvent(new Event('input', { bubbles: true }));",
        );
        holds(page, "hits", "document.querySelector('[role=option]')");
    }),
    State::new("a name under attention in the reader", "#1&view=articles", |page| {
        page.run("document.querySelector('.prose [data-mark]').click();");
    }),
];

/// Dialogs, and where articles are brought in.
pub const DIALOGS: &[State] = &[
    State::new("keys", "", |page| press(page, "Keyboard")),
    State::new("own articles", "", |page| press(page, "Use your own articles")),
    State::new("a correction", "", |page| {
        choose_event(page);
        press(page, "Correct");
    }),
    State::new("corrections", "", |page| {
        page.run("document.querySelector('.hand-tools button:last-child')?.click();");
    }),
    State::new("exports", "", |page| {
        page.run("document.querySelector('.export').open = true;");
    }),
    State::new("what is missing of articles", "", |page| {
        fall(page, &[("one.txt", b"A bridge fell near Holm."), ("two.txt", b"Nobody was hurt when it fell.")]);
        press(page, "Fill in what is missing");
        holds(page, "the table", "document.querySelector('dialog.missing[open]')");
    }),
];

/// While the page waits, and what is seen for a moment.
pub const PASSING: &[State] = &[
    State::new("what an event is, under the pointer", "", |page| {
        page.run(
            "const canvas = document.querySelector('.timeline-canvas'), box = canvas.getBoundingClientRect();
             for (let y = 60; y < box.height; y += 6)
                 for (let x = 20; x < box.width; x += 12) {
                     canvas.dispatchEvent(new PointerEvent('pointermove', {
                         clientX: box.x + x, clientY: box.y + y, pointerId: 1, bubbles: true }));
                     await null;
                     if (document.querySelector('.timeline-card')) return;
                 }",
        );
    }),
    State::new("a statement under attention", "#1&view=comparison", |page| {
        act::choose(page, &find::first_statement(page));
    }),
    State::new("one source alone", "", |page| {
        fall(
            page,
            &[("bridge.txt", b"Date: 2024-03-08\n\nThe bridge at Holm was closed on Thursday after a lorry hit it.")],
        );
        page.wait("the story", || page.text().contains("Holm"));
    }),
    // Whatever is loaded after it is slow as well.
    State {
        name: "articles are being read",
        before: |page| {
            page.in_workers(
                "const answer = wasm_bindgen.answer;
                 wasm_bindgen.answer = (message) => {
                     for (const until = performance.now() + 4000; performance.now() < until;);
                     return answer(message);
                 };",
            );
        },
        address: "",
        told: false,
        steps: |page| holds(page, "a bar", "document.querySelector('progress, [role=progressbar]')?.checkVisibility()"),
    },
];

/// Where something went wrong.
pub const WRONG: &[State] = &[
    State::new("a broken file", "", |page| {
        fall(page, &[("broken.zip", b"PK\x03\x04 but no archive")]);
        holds(page, "a sentence", "document.querySelector('.report, .trouble')");
    }),
    State::new("one article of another language", "", |page| {
        let text = "Am Freitag fiel die Brücke bei Holm in den Fluss. Niemand wurde verletzt, sagte die Polizei.";
        fall(page, &[("holm.txt", text.as_bytes())]);
        check::says(page, "1 article");
    }),
];

/// Where the page cannot do what it should.
pub const BROKEN: &[State] = &[
    State {
        name: "the page broke down",
        before: nothing,
        address: "",
        told: true,
        steps: |page| {
            page.run(&format!("{} setTimeout(trap);", crate::flows::worker::TRAP));
            check::says(page, "Dateline broke down and cannot go on.");
        },
    },
    State {
        name: "nothing may be stored",
        before: |page| {
            page.before_all(
                "Object.defineProperty(window, 'indexedDB', { get() { throw new DOMException('no', 'SecurityError'); } });",
            );
        },
        address: "",
        told: true,
        steps: |page| {
            fall(page, &[("bridge.txt", b"Date: 2024-03-08\n\nThe bridge at Holm was closed on Thursday.")]);
            page.wait("the story", || page.text().contains("Holm"));
        },
    },
];

/// What is made otherwise on a phone.
pub const PHONE: &[State] = &[
    State::new("timeline on a phone", "", nothing),
    State::new("filters on a phone", "", act::open_filters),
    State::new("comparison on a phone", "#1&view=comparison", nothing),
    State::new("coverage on a phone", "#1&view=coverage", nothing),
    State::new("articles on a phone", "#1&view=articles", nothing),
    State::new("as known on a day, on a phone", "#1&asof=2024-03-08", nothing),
];

fn nothing(_: &Page) {}

fn choose_event(page: &Page) {
    act::choose(page, &find::first_event(page));
}

#[track_caller]
fn holds(page: &Page, what: &str, condition: &str) {
    page.wait(what, || page.run(&format!("return Boolean({condition});")) == json!(true));
}
