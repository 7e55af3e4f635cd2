//! When it happened, in months, years or decades, whichever the story spans; or no date stated.

use super::{Facet, Groups, Material, Reading, Value};
use crate::time::Days;

pub(super) const FACET: Facet = Facet { key: "period", read };

/// The grain that keeps the list short: how many months one value covers.
fn grain(months: i32) -> i32 {
    if months <= 36 {
        1
    } else if months <= 480 {
        12
    } else {
        120
    }
}

fn read(material: &Material) -> Reading {
    let events = &material.story.events;
    let dated = || events.iter().filter_map(|e| e.when.days);
    let first = dated().map(|d| months(d).0).min().unwrap_or(0);
    let last = dated().map(|d| months(d).1).max().unwrap_or(-1);
    let grain = grain(last - first + 1);
    let (first, last) = (first.div_euclid(grain), last.div_euclid(grain));
    // Periods without any event have no value, so an ancient date costs nothing.
    let mut used = vec![false; usize::try_from(last - first + 1).unwrap_or(0)];
    for days in dated() {
        let (a, b) = months(days);
        (a.div_euclid(grain)..=b.div_euclid(grain)).for_each(|p| used[(p - first) as usize] = true);
    }
    let mut values = Vec::new();
    let of_period: Vec<u32> = (first..)
        .zip(&used)
        .map(|(period, &used)| {
            if used {
                values.push(Value::word(&key(period, grain)));
            }
            values.len() as u32
        })
        .collect();
    let undated = values.len() as u32;
    values.push(Value::word("none"));
    let events = Groups::build(events.len(), &mut |i, out| match events[i].when.days {
        Some(days) => {
            let (a, b) = months(days);
            out.extend((a.div_euclid(grain)..=b.div_euclid(grain)).map(|p| of_period[(p - first) as usize] - 1));
        }
        None => out.push(undated),
    });
    Reading { values, events, rows: None }
}

/// First and last month, counted from the year 0.
fn months(days: Days) -> (i32, i32) {
    let month = |d: jiff::civil::Date| i32::from(d.year()) * 12 + i32::from(d.month()) - 1;
    (month(days.from), month(days.to).max(month(days.from)))
}

/// `2024-03`, `2024` or `2020s`.
fn key(period: i32, grain: i32) -> String {
    match grain {
        1 => format!("{:04}-{:02}", period.div_euclid(12), period.rem_euclid(12) + 1),
        12 => format!("{period:04}"),
        _ => format!("{:04}s", period * 10),
    }
}
