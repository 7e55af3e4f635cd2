//! The story as it was known on a day, and what changed after it.
//!
//! A pure function over the same facts: what had been published by then is told again, and the
//! rows of the whole story say what later articles changed. An article without a date counts
//! from the last day that its own text allows; where it allows none, it is never "by then".

use super::{Row, RowKind, Story, tell};
use crate::facts::Facts;
use jiff::civil::Date;

/// What was known by the end of a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// For each of [`Story::articles`], whether it had been published.
    pub articles: Vec<bool>,
    /// Indices into [`Story::events`] of what some article had told.
    pub events: Vec<u32>,
    /// Indices into [`Story::rows`] of what some article had stated.
    pub rows: Vec<u32>,
    /// What later articles changed, in the order of the rows.
    pub changes: Vec<Change>,
}

/// A row whose picture changed after the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// Index into [`Story::rows`].
    pub row: u32,
    /// Claims that had been published: indices into [`Row::claims`].
    pub before: Vec<u32>,
    /// Claims that came later.
    pub after: Vec<u32>,
}

/// Whether an article had been published by the end of `day`.
#[must_use]
pub fn published(facts: &Facts, day: Date) -> bool {
    facts.article.published_date().or(facts.not_after).is_some_and(|d| d <= day)
}

/// The story told from what had been published by the end of `day`.
#[must_use]
pub fn up_to(articles: &[Facts], day: Date) -> Story {
    tell(articles.iter().filter(|f| published(f, day)).cloned().collect())
}

/// What of `story` was known by the end of `day`, and what changed after.
#[must_use]
pub fn known(story: &Story, day: Date) -> Known {
    let articles: Vec<bool> = story.articles.iter().map(|f| published(f, day)).collect();
    let was = |article: u32| articles.get(article as usize).copied().unwrap_or_default();
    let indices = |some: &mut dyn Iterator<Item = bool>| -> Vec<u32> {
        some.enumerate().filter(|s| s.1).map(|s| s.0 as u32).collect()
    };
    let events = indices(&mut story.events.iter().map(|e| e.mentions.iter().any(|m| was(m.place.article))));
    let rows = indices(&mut story.rows.iter().map(|r| r.claims.iter().any(|c| was(c.place.article))));
    let change = |(i, row): (usize, &Row)| {
        let split = |then: bool| indices(&mut row.claims.iter().map(|c| was(c.place.article) == then));
        let (before, after) = (split(true), split(false));
        let changed = row.kind != RowKind::Agree && !before.is_empty() && !after.is_empty();
        changed.then_some(Change { row: i as u32, before, after })
    };
    let changes = story.rows.iter().enumerate().filter_map(change).collect();
    Known { articles, events, rows, changes }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts;
    use crate::import::{Article, Record};
    use jiff::civil::date;

    fn article(id: &str, published: Option<&str>, text: &str) -> Facts {
        let record =
            Record { id: id.into(), text: text.into(), published: published.map(Into::into), ..Record::default() };
        facts::read(Article::new(record), &facts::Reader::default())
    }

    #[test]
    fn a_toll_that_rose_later() {
        let articles = vec![
            article("a", Some("2021-05-03"), "A mine collapsed near Osk on Monday, killing 12 people, police said."),
            article("b", Some("2021-05-05"), "The mine collapse near Osk killed 17 people, police said on Wednesday."),
            article("c", None, "The mine collapse near Osk killed 17 people."),
        ];
        let story = tell(articles.clone());
        let known = known(&story, date(2021, 5, 4));
        assert_eq!(known.articles, [true, false, false]);
        let change = &known.changes[0];
        let row = &story.rows[change.row as usize];
        let values = |claims: &[u32]| claims.iter().map(|&c| row.claims[c as usize].value.clone()).collect::<Vec<_>>();
        assert_eq!(
            (values(&change.before), values(&change.after)),
            (vec!["12".into()], vec!["17".into(), "17".into()])
        );
        assert_eq!(up_to(&articles, date(2021, 5, 4)).articles.len(), 1);
        assert!(super::known(&story, date(2021, 5, 2)).rows.is_empty());
    }
}
