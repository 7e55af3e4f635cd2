//! [`Index`]: a story turned into columns, made once, read by every selection.

use super::column::{Column, Groups};
use super::facets::{FACETS, Material, Value};
use super::search::Words;
use crate::order::Arrange;
use crate::story::Story;
use crate::time::Days;
use jiff::civil::Date;
use std::sync::{Arc, OnceLock};

/// A story, and for each facet what it says of every event.
#[derive(Debug)]
pub struct Index {
    /// The story itself.
    pub story: Arc<Story>,
    pub(super) facets: Vec<Indexed>,
    /// Which articles tell an event.
    pub(super) articles: Column,
    /// First and last day of each event, as numbers; an event without a date spans none.
    pub(super) days: Vec<(i32, i32)>,
    /// The day each event was first reported.
    pub(super) known: Vec<i32>,
    /// For each event, the people, places… in it: indices into [`Story::entities`].
    pub named: Groups,
    words: OnceLock<Words>,
}

/// One facet of a story.
#[derive(Debug)]
pub(super) struct Indexed {
    pub values: Vec<Value>,
    /// Indices into `values`, sorted by key.
    order: Vec<u32>,
    pub events: Column,
    pub rows: Option<Groups>,
}

impl Indexed {
    /// The value with a key.
    pub fn find(&self, key: &str) -> Option<u32> {
        let key_of = |&i: &u32| self.values[i as usize].key.as_str();
        self.order.binary_search_by(|i| key_of(i).cmp(key)).ok().map(|at| self.order[at])
    }
}

impl Index {
    /// Reads a story into columns.
    #[must_use]
    pub fn new(story: Arc<Story>) -> Self {
        let material = Material::new(&story);
        let facets = FACETS
            .iter()
            .map(|facet| {
                let reading = (facet.read)(&material);
                let mut order: Vec<u32> = (0..reading.values.len() as u32).collect();
                order.arrange_by(|&a, &b| reading.values[a as usize].key.cmp(&reading.values[b as usize].key));
                let events = Column::new(reading.events, reading.values.len());
                Indexed { values: reading.values, order, events, rows: reading.rows }
            })
            .collect();
        let told = Groups::build(story.events.len(), &mut |i, out| {
            let last = story.articles.len() as u32;
            out.extend(story.events[i].mentions.iter().map(|m| m.place.article).filter(|&a| a < last));
        });
        let published: Vec<i32> =
            story.articles.iter().map(|f| f.article.published_date().map_or(i32::MAX, day_number)).collect();
        let known = (0..story.events.len() as u32)
            .map(|e| told.of(e).iter().map(|&a| published[a as usize]).min().unwrap_or(i32::MAX))
            .collect();
        let days = story.events.iter().map(|e| e.when.days.map_or((i32::MAX, i32::MIN), day_numbers)).collect();
        let articles = Column::new(told, story.articles.len());
        let named = material.named;
        Self { facets, articles, days, known, named, words: OnceLock::new(), story }
    }

    /// The values of a facet.
    #[must_use]
    pub fn values(&self, facet: usize) -> &[Value] {
        self.facets.get(facet).map_or(&[], |f| &f.values)
    }

    /// The value of a facet with a key.
    #[must_use]
    pub fn value(&self, facet: usize, key: &str) -> Option<&Value> {
        let facet = self.facets.get(facet)?;
        facet.values.get(facet.find(key)? as usize)
    }

    /// How many events have a value, whatever the query.
    #[must_use]
    pub fn total(&self, facet: usize, value: u32) -> u32 {
        self.facets.get(facet).map_or(0, |f| f.events.total(value))
    }

    /// The articles that tell an event: indices into [`Story::articles`].
    #[must_use]
    pub fn articles_of(&self, event: u32) -> &[u32] {
        self.articles.of(event)
    }

    /// The words of the story, prepared when first asked for.
    pub(super) fn words(&self) -> &Words {
        self.words.get_or_init(|| Words::new(&self.story, &self.named))
    }
}

/// The [`day_number`] of 1 January 1970, from which [`crate::day`] counts.
pub(super) const EPOCH: i32 = 719_528;

/// Days since 1 January of the year 0, in the proleptic Gregorian calendar.
#[must_use]
pub fn day_number(date: Date) -> i32 {
    // Years begin in March, so that the leap day is the last.
    let (month, day) = (i32::from(date.month()), i32::from(date.day()));
    let year = i32::from(date.year()) - i32::from(month <= 2);
    let since_march = (month + 9) % 12;
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    year * 365 + leaps + (153 * since_march + 2) / 5 + day - 1 + 60
}

/// First and last day as numbers.
pub(super) fn day_numbers(days: Days) -> (i32, i32) {
    (day_number(days.from), day_number(days.to))
}

#[cfg(test)]
mod tests {
    use super::day_number;
    use jiff::ToSpan;
    use jiff::civil::date;

    #[test]
    fn days_are_numbered_without_gaps() {
        assert_eq!(day_number(date(0, 1, 1)), 0);
        assert_eq!(day_number(date(1970, 1, 1)), super::EPOCH);
        for start in [date(-5, 12, 20), date(1899, 12, 20), date(2000, 2, 20), date(2023, 12, 20), date(2024, 2, 20)] {
            let mut day = start;
            for i in 0..800 {
                assert_eq!(day_number(day), day_number(start) + i, "{day}");
                day = day.saturating_add(1.day());
            }
        }
    }
}
