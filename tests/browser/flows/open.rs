//! Opening the page: the bundled story is there.

use crate::page::Page;
use crate::{Test, act, check, find};
use serde_json::Value;

pub const TESTS: &[Test] = &[
    ("the bundled story is there on the first visit", first_visit),
    ("the page goes on when its server is gone", without_server),
];

fn first_visit(page: &mut Page) {
    page.open("");
    check::says(page, "Moscow, March 2024");
    // The figures are told, not judged: they depend on the machine.
    let measures =
        page.run("return performance.getEntriesByType('measure').map((m) => [m.name, m.startTime, m.duration]);");
    let of = |name: &str, i: usize| -> f64 {
        measures.as_array().into_iter().flatten().filter(|m| m[0] == name).filter_map(|m| m[i].as_f64()).sum()
    };
    println!(
        "    analysed {:.0} ms after the start of the page; {:.1} ms in the worker, {:.1} ms with the way there and back",
        of("dateline: analysis", 1) + of("dateline: analysis", 2),
        of("dateline: engine", 2),
        of("dateline: analysis", 2),
    );
    assert_ne!(measures, Value::Null);
}

fn without_server(page: &mut Page) {
    page.open("");
    page.lose_server();
    act::choose(page, &find::first_event(page));
}
