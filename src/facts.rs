//! [`Facts`]: all that was read in one article, on its own.
//!
//! Articles are read one at a time, in any order, in parallel; adding an article re-uses the
//! facts of the others. Only [`crate::story`] sees several together.

use crate::claim::{self, Claims};
use crate::entity::{self, Entities, Model};
use crate::event::{self, Event};
use crate::import::Article;
use crate::notice::Notice;
use crate::span::Span;
use crate::text::{Document, SentenceKind};
use crate::time::{self, TimeMention};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// All that was read in one article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// The article itself.
    pub article: Article,
    /// ISO 639-1 code of its language, `en` or `und`.
    pub language: String,
    /// Not written before this day, by its own text; for an article without a date.
    #[serde(with = "crate::day::serial_option")]
    pub not_before: Option<Date>,
    /// Not written after this day, by its own text; for an article without a date.
    #[serde(with = "crate::day::serial_option")]
    pub not_after: Option<Date>,
    /// Its sentences of prose.
    pub sentences: Vec<Span>,
    /// Its expressions of time.
    pub times: Vec<TimeMention>,
    /// Its names.
    pub entities: Entities,
    /// Its events.
    pub events: Vec<Event>,
    /// What it states, ready to be compared.
    pub claims: Claims,
    /// What was odd.
    pub notices: Vec<Notice>,
}

impl Facts {
    /// The words that lie wholly within a stretch of its text.
    #[must_use]
    pub fn words(&self, span: Span) -> &[claim::Word] {
        self.claims.lexicon.within(&self.article.text, span)
    }

    /// The first expression of time that shares a part with a stretch of its text.
    #[must_use]
    pub fn time_over(&self, span: Span) -> Option<&TimeMention> {
        let from = self.times.partition_point(|t| t.span.end <= span.start);
        self.times.get(from).filter(|t| t.span.overlaps(span))
    }

    /// The expressions of time that lie wholly within a stretch of its text, in order.
    pub fn times_in(&self, span: Span) -> impl Iterator<Item = &TimeMention> + Clone {
        let from = self.times.partition_point(|t| t.span.start < span.start);
        self.times[from..].iter().take_while(move |t| t.span.start < span.end).filter(move |t| span.contains(t.span))
    }
}

/// What reading needs beside an article; by default nothing, so that names are found by rules.
#[derive(Clone, Debug, Default)]
pub struct Reader {
    /// The trained recogniser of names, once it has loaded.
    pub model: Option<Arc<Model>>,
}

/// Reads one article.
///
/// ```
/// use dateline::{facts, import::{Article, Record}};
/// let record = Record { id: "a".into(), text: "date 2024-03-28 Rain fell on Friday.".into(), ..Record::default() };
/// let facts = facts::read(Article::new(record), &facts::Reader::default());
/// assert_eq!(facts.article.published_date().unwrap().to_string(), "2024-03-28");
/// ```
#[must_use]
pub fn read(article: Article, reader: &Reader) -> Facts {
    let (sentences, language, times, entities, events, claims, mut notices) = {
        let document = Document::new(&article);
        let (times, notices) = time::find(&document);
        let entities = entity::find(&document, reader.model.as_deref());
        let events = event::find(&document, &times, &entities);
        let prose = document.sentences.iter().filter(|s| s.kind == SentenceKind::Prose).map(|s| s.span);
        let sentences: Vec<Span> = prose.collect();
        let claims = claim::find(&document, &sentences, &times);
        (sentences, document.language.to_owned(), times, entities, events, claims, notices)
    };
    if language != "en" {
        let what = "This text does not look like English; it was read as far as that goes.";
        notices.push(Notice::about(&article.id, what));
    }
    let bounds = if article.published.is_none() { event::of_article(&events, &times) } else { Default::default() };
    let event::ArticleBounds { not_before, not_after } = bounds;
    Facts { article, language, not_before, not_after, sentences, times, entities, events, claims, notices }
}

/// Reads the events and statements of an article again, after a hand changed its times or names.
pub fn read_again(facts: &mut Facts) {
    let document = Document::new(&facts.article);
    facts.events = event::find(&document, &facts.times, &facts.entities);
    facts.claims = claim::find(&document, &facts.sentences, &facts.times);
    if facts.article.published.is_none() {
        let event::ArticleBounds { not_before, not_after } = event::of_article(&facts.events, &facts.times);
        (facts.not_before, facts.not_after) = (not_before, not_after);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::Record;

    #[test]
    fn times_and_figures_are_found_by_their_place() {
        let text = "In 2019 two men died. In May 2020 nine boats sank, and four crews were lost in June 2021.";
        let facts =
            read(Article::new(Record { id: "a".into(), text: text.into(), ..Record::default() }), &Reader::default());
        let span = |part: &str| {
            let start = text.find(part).unwrap() as u32;
            Span::new(start, start + part.len() as u32)
        };
        for (part, expected) in [
            (text, &["2019", "May 2020", "June 2021"][..]),
            ("In 2019 two", &["2019"]),
            ("019 two men died. In May 2020 nine", &["May 2020"]),
            ("two men died.", &[]),
        ] {
            assert_eq!(facts.times_in(span(part)).map(|t| t.span.of(text)).collect::<Vec<_>>(), expected, "{part}");
        }
        for (part, expected) in [("19 two", Some("2019")), ("In May", Some("May 2020")), ("boats", None)] {
            assert_eq!(facts.time_over(span(part)).map(|t| t.span.of(text)), expected, "{part}");
        }
        let claims = &facts.claims;
        let figures = |list: &[claim::Quantity]| list.iter().map(|q| q.number.of(text)).collect::<Vec<_>>();
        assert_eq!(figures(claims.figures_in(0)), ["two"]);
        assert_eq!(figures(claims.figures_in(1)), ["nine", "four"]);
        assert!(claims.figures_in(2).is_empty());
        let of: Vec<_> = (0..claims.statements.len() as u32 + 1).map(|s| figures(claims.figures_of(s))).collect();
        assert_eq!(of, [vec!["two"], vec!["nine"], vec!["four"], vec![]]);
    }
}
