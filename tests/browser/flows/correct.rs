//! A person corrects what the program read: from the reader, the timeline and the comparison, and
//! takes it back.

use crate::driver::Element;
use crate::page::Page;
use crate::{Test, check, find};
use serde_json::{Value, json};

pub const TESTS: &[Test] = &[
    ("a name is renamed from its mark, undone and redone", rename),
    ("a name is hidden, and a name is split off", hide_and_split),
    ("two names are united", unite),
    ("a time is dated, and a date is cleared", date),
    ("an event is renamed, dated and hidden", event),
    ("events are joined and taken apart", join),
    ("a statement is settled, noted and dismissed", statement),
    ("words are noted", note),
    ("what no longer fits is listed, and the list leads back", history),
    ("corrections hold when another article joins the story", joined),
];

/// Presses an element.
fn press(page: &Page, thing: &Element) {
    page.driver.click(thing).unwrap_or_else(|e| panic!("{e}"));
}

/// Presses one of the elements of a selector; waits for it, and finds it again where the page draws
/// it anew at that moment.
#[track_caller]
fn press_at(page: &Page, selector: &str, n: usize) {
    page.wait(selector, || {
        let all = page.driver.all(None, selector).unwrap_or_default();
        all.get(n).is_some_and(|thing| page.driver.click(thing).is_ok())
    });
}

/// The first element of a selector; waits for it.
#[track_caller]
fn first(page: &Page, selector: &str) -> Element {
    page.wait(selector, || page.driver.all(None, selector).is_ok_and(|all| !all.is_empty()));
    page.driver.all(None, selector).unwrap_or_default().into_iter().next().expect("waited for")
}

/// Opens the form on the first mark of a kind in the reader; gives the mark's words.
#[track_caller]
pub fn open_on_mark(page: &Page, kind: &str) -> String {
    let mark = format!(".prose .mark.{kind}");
    // The first article that has one.
    page.wait("the articles", || count(page, ".articles .tab", "") > 0);
    for tab in page.driver.all(None, ".articles .tab").unwrap_or_default() {
        if count(page, &mark, "") > 0 {
            break;
        }
        press(page, &tab);
        page.wait("the article", || {
            page.run("return Boolean(document.querySelector('.prose .sentence'))") == json!(true)
        });
    }
    page.wait("the form", || {
        press_at(page, &mark, 0);
        press_at(page, ".reader-bar .fix-open", 0);
        // A story that is told anew at that moment lets go of the mark, and the form is the article's.
        page.run(
            "await new Promise((done) => setTimeout(done, 100));
             const form = document.querySelector('dialog.fix');
             if (form.open && !/^Article \\d/.test(form.querySelector('.fix-what').textContent)) return true;
             form.querySelector('header button')?.click();
             return false;",
        ) == json!(true)
    });
    page.run("return document.querySelector('dialog.fix .fix-what').textContent")
        .as_str()
        .unwrap_or_default()
        .to_owned()
}

/// Fills the field of that name.
fn fill(page: &Page, label: &str, value: &str) {
    let filled = page.driver.run(
        "const label = [...document.querySelectorAll('dialog.fix label')].find((l) => l.firstChild.textContent === args[0]);
         if (!label) return false;
         label.querySelector('input, select, textarea').value = args[1];
         return true;",
        &[json!(label), json!(value)],
    );
    assert_eq!(filled, Ok(json!(true)), "the field {label}");
}

/// Presses a button of the form, and waits until it is gone.
#[track_caller]
fn act(page: &Page, name: &str) {
    // A form opens before all of it is made.
    page.wait(&format!("the button {name}"), || {
        let found = page.driver.run(
            "const button = [...document.querySelectorAll('dialog.fix .actions button')].find((b) => b.textContent === args[0]);
             button?.click();
             return Boolean(button);",
            &[json!(name)],
        );
        found == Ok(json!(true))
    });
    page.wait("the form to close", || page.run("return document.querySelector('dialog.fix').open") == json!(false));
}

/// Presses Ctrl and a key, with Shift or without.
fn control(page: &Page, key: &str, shift: bool) {
    let pressed = page.driver.run(
        "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: args[0], ctrlKey: true, shiftKey: args[1], bubbles: true, cancelable: true }))",
        &[json!(key), json!(shift)],
    );
    assert!(pressed.is_ok());
}

/// How often words stand in the marks and lists of the page.
fn count(page: &Page, selector: &str, words: &str) -> u64 {
    let all = "return [...document.querySelectorAll(args[0])].filter((e) => e.textContent.includes(args[1])).length;";
    page.driver.run(all, &[json!(selector), json!(words)]).ok().and_then(|n| n.as_u64()).unwrap_or(0)
}

pub fn in_force(page: &Page) -> Value {
    page.run("return document.querySelector('.hand-tools')?.hidden ? '' : document.querySelector('.hand-tools').innerText.trim();")
}

fn rename(page: &mut Page) {
    page.open("");
    open_on_mark(page, "organisation");
    fill(page, "Called", "Quintus of Osk");
    act(page, "Save");
    page.wait("the new name", || count(page, ".attention", "Quintus of Osk") == 1);
    page.wait("the mark of a hand", || count(page, ".mark.by-hand", "") > 0);
    assert_eq!(in_force(page), "Corrections (1)");
    control(page, "z", false);
    page.wait("the old name", || count(page, ".mark.by-hand", "") == 0);
    assert_eq!(in_force(page), "Corrections (0)");
    control(page, "Z", true);
    page.wait("the new name again", || count(page, ".mark.by-hand", "") > 0);
}

fn hide_and_split(page: &mut Page) {
    page.open("");
    let marks = || page.run("return document.querySelectorAll('.prose .mark.place').length").as_u64().unwrap_or(0);
    page.wait("marks", || marks() > 1);
    let before = marks();
    open_on_mark(page, "place");
    fill(page, "Which mentions", "one");
    act(page, "Take apart");
    page.wait("the mark of a hand", || count(page, ".mark.by-hand", "") > 0);
    assert_eq!(marks(), before);
    open_on_mark(page, "place");
    act(page, "Hide");
    page.wait("one mark less", || marks() == before - 1);
}

fn unite(page: &mut Page) {
    page.open("");
    open_on_mark(page, "organisation");
    let other = page.run("return document.querySelector('#fix-others option').value");
    fill(page, "The same as", other.as_str().unwrap_or_default());
    act(page, "Save");
    page.wait("the mark of a hand", || count(page, ".mark.by-hand", "") > 0);
    assert_eq!(in_force(page), "Corrections (1)");
    // Nothing else is called so: that is said, and nothing is done.
    open_on_mark(page, "organisation");
    fill(page, "The same as", "Nothing of that name");
    let save = find::one(page, "button", "Save");
    press(page, &save);
    check::says(page, "Nothing else in the story is called that");
    assert_eq!(in_force(page), "Corrections (1)");
}

fn date(page: &mut Page) {
    page.open("");
    let words = open_on_mark(page, "time");
    fill(page, "Date", "2023-01-17");
    act(page, "Save");
    page.wait("the mark of a hand", || count(page, ".mark.time.by-hand", words.trim_matches('“')) > 0);
    open_on_mark(page, "time");
    fill(page, "Date", "some day");
    press(page, &find::one(page, "button", "Save"));
    check::says(page, "That is no date.");
    fill(page, "Date", "");
    act(page, "Save");
    page.wait("both", || in_force(page) == "Corrections (2)");
}

/// Opens the form on an event of the timeline; gives how many events there are.
#[track_caller]
fn open_on_event(page: &Page) -> u64 {
    let event = first(page, "[aria-label='Events in order of time'] button[aria-pressed=false]");
    press(page, &event);
    press_at(page, ".timeline-tools .fix-open:not([hidden])", 0);
    page.wait("the form", || page.run("return document.querySelector('dialog.fix').open") == json!(true));
    find::events(page)
}

fn event(page: &mut Page) {
    page.open("");
    open_on_event(page);
    fill(page, "Called", "What happened first of all");
    fill(page, "Date", "1999-12-31");
    act(page, "Save");
    let list = "[aria-label='Events in order of time']";
    page.wait("its name in the list", || count(page, list, "What happened first of all") == 1);
    page.wait("its date in the list", || {
        count(page, list, "31 December 1999") + count(page, list, "December 31, 1999") == 1
    });
    page.wait("the mark of a hand", || count(page, &format!("{list} .by-hand"), "date set by hand") == 1);
    let before = find::events(page);
    press_at(page, ".timeline-tools .fix-open:not([hidden])", 0);
    act(page, "Hide");
    page.wait("one event less", || find::events(page) == before - 1);
    control(page, "z", false);
    page.wait("it is back", || find::events(page) == before);
}

fn join(page: &mut Page) {
    page.open("");
    let before = open_on_event(page);
    let other = page.run("return [...document.querySelectorAll('#fix-others option')].at(-1).value");
    fill(page, "The same as", other.as_str().unwrap_or_default());
    act(page, "Save");
    page.wait("one event less", || find::events(page) == before - 1);
    press_at(page, ".timeline-tools .fix-open:not([hidden])", 0);
    page.wait("its mentions", || count(page, "dialog.fix label", "Told in") == 1);
    act(page, "Take apart");
    page.wait("they are two again", || find::events(page) == before);
}

fn statement(page: &mut Page) {
    page.open("#view=comparison");
    let rows = || {
        page.run("return Number(document.querySelector('[role=table][aria-label=Comparison]').ariaRowCount)")
            .as_u64()
            .unwrap_or(0)
    };
    let pen = ".compare-statement > .icon-button";
    press_at(page, pen, 0);
    fill(page, "What is so", "The higher figure, by the court");
    fill(page, "Note", "Seen in the files.");
    act(page, "Settled");
    page.wait("what was found", || count(page, ".compare-statement .by-hand", "The higher figure, by the court") == 1);
    page.wait("the note", || count(page, ".compare-statement .noted", "Seen in the files.") == 1);
    let before = rows();
    press_at(page, pen, 0);
    act(page, "Dismiss");
    page.wait("one statement less", || rows() < before);
    control(page, "z", false);
    page.wait("it is back", || rows() == before);
}

fn note(page: &mut Page) {
    page.open("");
    page.wait("an article", || page.run("return Boolean(document.querySelector('.prose .sentence'))") == json!(true));
    let words = page.run(
        "const node = document.createTreeWalker(document.querySelector('.prose .sentence'), NodeFilter.SHOW_TEXT).nextNode();
         getSelection().setBaseAndExtent(node, 0, node, node.length);
         return getSelection().toString().trim();",
    );
    press_at(page, ".reader-bar .fix-open", 0);
    fill(page, "Note", "Look again.\n=1+1");
    act(page, "Save");
    page.wait("the note", || count(page, ".article-head .noted", "Look again.") == 1);
    assert!(count(page, ".article-head q", words.as_str().unwrap_or_default()) == 1, "{words}");
}

fn history(page: &mut Page) {
    page.open("");
    open_on_mark(page, "organisation");
    act_hide(page);
    open_on_mark(page, "organisation");
    act_hide(page);
    press(page, &find::one(page, "button", "Corrections (2)"));
    page.wait("the list", || count(page, ".history li", "") == 3);
    press_at(page, ".history button", 0);
    page.wait("the beginning", || in_force(page) == "Corrections (0)");
    assert_eq!(count(page, ".history .undone", ""), 2, "what is undone can be redone");
    press_at(page, ".history button", 2);
    page.wait("all of it", || in_force(page) == "Corrections (2)");
}

pub fn act_hide(page: &Page) {
    let before = in_force(page);
    act(page, "Hide");
    page.wait("one more", || in_force(page) != before);
}

fn joined(page: &mut Page) {
    page.open("");
    open_on_mark(page, "organisation");
    fill(page, "Called", "Quintus of Osk");
    act(page, "Save");
    page.wait("the new name", || count(page, ".attention", "Quintus of Osk") == 1);
    press(page, &find::one(page, "button", "Use your own articles"));
    page.run("document.querySelector('dialog.bring textarea').value = 'Rain fell in Port Ellis on 3 May 2024.'");
    press(page, &find::one(page, "button", "Add to the story"));
    page.wait("the article", || count(page, ".articles .tab", "") == 6);
    page.wait("the name is kept", || in_force(page) == "Corrections (1)");
    page.wait("and holds", || page.run("return document.querySelector('.history .wrong') === null") == json!(true));
}
