//! What the facet panel shows: values in order, with counts; and the histogram of days.

use super::index::{EPOCH, Index};
use super::{FACETS, Query, Selection};
use crate::order::Arrange;
use jiff::civil::Date;

/// One value in the panel.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Shown {
    /// Its key in a query.
    pub key: String,
    /// Its name; empty where the table of strings has the word.
    pub label: String,
    /// How many events it would leave.
    pub count: u32,
    /// How many events have it at all.
    pub total: u32,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// The values of a facet in the order of the panel, at most `limit`, and how many more there are.
///
/// Words and periods keep their own order; names go by how many events they have at all, so
/// that a choice moves nothing under the reader's hand. What is chosen is always shown; what
/// no event has never is.
#[must_use]
pub fn shown(index: &Index, selection: &Selection, query: &Query, facet: usize, limit: usize) -> (Vec<Shown>, usize) {
    let counts = selection.counts.get(facet);
    let mut all: Vec<Shown> = index
        .values(facet)
        .iter()
        .enumerate()
        .map(|(i, value)| Shown {
            key: value.key.clone(),
            label: value.label.clone(),
            count: counts.and_then(|c| c.get(i)).copied().unwrap_or(0),
            total: index.total(facet, i as u32),
            chosen: query.has(facet, &value.key),
        })
        .filter(|value| value.total > 0 || value.chosen)
        .collect();
    let named = all.iter().any(|value| !value.label.is_empty());
    if named && FACETS[facet].key != "source" {
        all.arrange_by(|a, b| (b.total, &a.label, &a.key).cmp(&(a.total, &b.label, &b.key)));
    }
    let mut left = limit;
    let before = all.len();
    all.retain(|value| {
        let room = left > 0;
        left = left.saturating_sub(1);
        room || value.chosen
    });
    let more = before - all.len();
    (all, more)
}

/// One bar of the histogram.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bar {
    /// First day.
    pub from: Date,
    /// Last day.
    pub to: Date,
    /// How many dated events fall into it: all, and those the rest of the query leaves.
    pub counts: (u32, u32),
}

/// A histogram of the dated events in at most `limit` bars of equal length.
#[must_use]
pub fn bars(index: &Index, selection: &Selection, limit: usize) -> Vec<Bar> {
    let dated = || index.days.iter().filter(|days| days.0 <= days.1);
    let (Some(start), Some(end)) = (dated().map(|d| d.0).min(), dated().map(|d| d.1).max()) else {
        return Vec::new();
    };
    let span = end - start + 1;
    let step = (span + limit.max(1) as i32 - 1) / limit.max(1) as i32;
    let day = |n: i32| crate::day::date(n - EPOCH);
    let mut bars: Vec<Bar> = (0..(span + step - 1) / step)
        .map(|i| {
            let from = start + i * step;
            Bar { from: day(from), to: day((from + step - 1).min(end)), counts: (0, 0) }
        })
        .collect();
    for (i, days) in index.days.iter().enumerate().filter(|(_, days)| days.0 <= days.1) {
        // A long event would fill every bar; where it begins is where it is looked for.
        if let Some(bar) = bars.get_mut(((days.0 - start) / step) as usize) {
            bar.counts.0 += 1;
            bar.counts.1 += u32::from(selection.events.contains(i as u32));
        }
    }
    bars
}

#[cfg(test)]
mod tests {
    use super::{bars, shown};
    use crate::query::facets::find;
    use crate::query::{Query, sample, select};

    #[track_caller]
    fn check(facet: &str, limit: usize, query: &Query, expected: &str) {
        let index = sample::index();
        let (values, more) = shown(&index, &select(&index, query), query, find(facet).unwrap(), limit);
        let mut text: Vec<String> = values
            .iter()
            .map(|v| {
                let name = if v.label.is_empty() { &v.key } else { &v.label };
                format!("{}{name} {}/{}", if v.chosen { "+" } else { "" }, v.count, v.total)
            })
            .collect();
        if more > 0 {
            text.push(format!("{more} more"));
        }
        assert_eq!(text.join(", "), expected, "{facet}");
    }

    #[test]
    fn panels() {
        let none = Query::default();
        check("source", 9, &none, "The Post 3/3, a3 2/2");
        check("period", 9, &none, "2021-05 1/1, 2021-07 1/1, none 2/2");
        check("certainty", 2, &none, "reported 2/2, claimed 1/1, 1 more");
        let mut query = Query::default();
        query.toggle(find("certainty").unwrap(), "planned");
        check("certainty", 1, &query, "reported 2/2, +planned 1/1, 1 more");
        check("source", 9, &query, "The Post 0/3, a3 1/2");
        check("person", 9, &query, "Ana Ruiz 0/2");
        check("organisation", 9, &Query { words: "wept".into(), ..Query::default() }, "Élan 0/1");
    }

    #[test]
    fn histogram() {
        let index = sample::index();
        let selection = select(&index, &Query::default());
        let bars: Vec<String> = bars(&index, &selection, 2)
            .iter()
            .map(|b| format!("{}..{} {}/{}", b.from, b.to, b.counts.1, b.counts.0))
            .collect();
        assert_eq!(bars, ["2021-05-02..2021-06-16 1/1", "2021-06-17..2021-07-31 1/1"]);
    }
}
