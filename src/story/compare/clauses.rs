//! Statements by their sentences: which a sentence makes, when they are dated, and as claims.

use super::Said;
use super::index::{At, Index, shared};
use crate::claim::Statement;
use crate::facts::Facts;
use crate::time::Days;

/// Whether both state a day, month or year and none of the one fits one of the other.
pub(super) fn other_days(a: &Facts, p: &Statement, b: &Facts, q: &Statement) -> bool {
    let days = |f: &Facts, s: &Statement| -> Vec<Days> {
        f.times_in(s.span).filter(|t| !crate::event::is_bare_clock(t)).filter_map(|t| t.days).collect()
    };
    let x = days(a, p);
    let y = if x.is_empty() { Vec::new() } else { days(b, q) };
    !y.is_empty() && !x.iter().any(|x| y.iter().any(|y| x.from <= y.to && y.from <= x.to))
}

/// Whether both state a time of day, and more than an hour lies between.
pub(super) fn other_hours(a: &Facts, p: &Statement, b: &Facts, q: &Statement) -> bool {
    let hours = |f: &Facts, s: &Statement| -> Vec<i32> {
        f.times_in(s.span).filter_map(|t| t.value.split_once('T')?.1.get(..2)?.parse().ok()).collect()
    };
    let (x, y) = (hours(a, p), hours(b, q));
    !x.is_empty() && !y.is_empty() && !x.iter().any(|x| y.iter().any(|y| (x - y).abs() % 12 < 2))
}

/// The clauses of two sentences that share most.
pub(super) fn closest(articles: &[Facts], index: &Index, a: At, b: At) -> Option<(u32, u32)> {
    let mut best: Option<(f32, u32, u32)> = None;
    for (i, x) in statements(articles, a) {
        for (j, y) in statements(articles, b) {
            let score: f32 = shared(&x.terms, &y.terms).map(|t| index.weight(t)).sum();
            if score > 0.0 && best.is_none_or(|b| score > b.0 + 1e-4) {
                best = Some((score, i, j));
            }
        }
    }
    best.map(|b| (b.1, b.2))
}

/// The statements of a sentence, with their indices.
pub(super) fn statements(articles: &[Facts], at: At) -> impl Iterator<Item = (u32, &Statement)> {
    let all = articles.get(at.article as usize).map_or(&[][..], |f| f.claims.statements.as_slice());
    let first = all.partition_point(|s| s.sentence < at.sentence);
    all[first..]
        .iter()
        .take_while(move |s| s.sentence == at.sentence)
        .enumerate()
        .map(move |(i, s)| ((first + i) as u32, s))
}

/// A whole clause as a claim; "who first saw it" with whom it is about.
pub(super) fn said(articles: &[Facts], at: At, statement: u32) -> Said {
    let facts = &articles[at.article as usize];
    let all = &facts.claims.statements;
    let mark = all[statement as usize].span;
    let mut span = mark;
    let words = mark.of(&facts.article.text);
    if ["who ", "which ", "whose "].iter().any(|w| words.starts_with(w))
        && let Some(before) = (statement as usize).checked_sub(1).and_then(|i| all.get(i))
        && before.sentence == at.sentence
        && before.span.cover(mark).len() <= 260
    {
        span = before.span.cover(mark);
    }
    Said { article: at.article, span, mark: span, value: String::new() }
}
