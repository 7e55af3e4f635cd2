//! Of which of several sides a figure counts the fallen, hurt or taken.

use crate::claim::{Kind, Quantity};
use crate::facts::Facts;
use crate::hashed::hash;
use crate::letter::lower;
use crate::span::Span;

/// How a side speaks of its own, before the number and in its clause.
const OWN: [&str; 4] = ["our own ", "our losses ", "our dead ", "our casualties "];
const OURS: [&str; 4] = ["of the fatherland", "of the nation ", "of the homeland", "of the motherland"];

/// The side that a figure is of, by a number: "eleven |Danish soldiers", "63 |Danes"; what a source says of its own is of
/// that source. 0 where no side is told, and for what is no fate.
pub(super) fn of(facts: &Facts, article: u32, q: &Quantity) -> u8 {
    if q.kind == Kind::Plain {
        return 0;
    }
    let text = facts.article.text.as_str();
    let behind = Span::new(q.number.end.min(q.span.end), q.span.end).of(text);
    // Two of one sum are of two sides; "five of the Brask dead" are of a place.
    let lone = !behind.contains(" and ") && !behind.contains("of ");
    let mut words = behind.split(' ').filter(|w| lone && w.len() > 3);
    if let Some(name) = words.find(|w| w.starts_with(char::is_uppercase)) {
        return number(name.strip_suffix('s').unwrap_or(name));
    }
    let clause = facts.claims.statements[q.statement as usize].span;
    let before = Span::new(clause.start.min(q.span.start), q.span.start).of(text);
    let before = if before.contains("ur ") { lower(before) } else { String::new() };
    let own = OWN.iter().any(|o| before.contains(o)) || OURS.iter().any(|o| clause.of(text).contains(o));
    if own { number(&["own ", &article.to_string()].concat()) } else { 0 }
}

/// One of 255 numbers for a name: where two names of a story meet, their figures are compared as before.
fn number(name: &str) -> u8 {
    (hash(name) % 255) as u8 + 1
}
