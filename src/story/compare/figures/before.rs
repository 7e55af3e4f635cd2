//! Times of what was before a story: the toll of another attack, the price of a year long past.

use crate::facts::Facts;
use crate::order::{halves, numbers, pair};
use crate::time::{TimeKind, TimeMention};

/// Days before the first report from which on a time is of what was before.
const BEFORE: i32 = 14;

/// Tells which times of an article are of what was before the story: long before its first report, and given by no
/// other article.
pub(super) fn the_story(articles: &[Facts]) -> impl Fn(u32, &TimeMention) -> bool {
    let first = articles.iter().filter_map(|f| f.article.published_date()).min().map(crate::day::number);
    let early = move |t: &TimeMention| {
        let last = t.days.filter(|_| t.kind == TimeKind::Date).map(|d| crate::day::number(d.to));
        last.filter(|&last| first.is_some_and(|first| last + BEFORE < first))
    };
    let mut told: Vec<u64> = Vec::new();
    for (a, f) in articles.iter().enumerate() {
        told.extend(f.times.iter().filter_map(early).map(|day| pair(day as u32, a as u32)));
    }
    numbers(&mut told);
    told.dedup();
    move |article, time| {
        early(time).is_some_and(|day| {
            let from = told.partition_point(|&t| t < pair(day as u32, 0));
            told[from..].iter().take_while(|&&t| halves(t).0 == day as u32).all(|&t| halves(t).1 == article)
        })
    }
}
