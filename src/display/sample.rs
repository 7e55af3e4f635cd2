//! Made-up stories for tests: articles, events and rows without reading any text.

use super::ticks::Form;
use crate::event::{Certainty, When};
use crate::facts;
use crate::import::{Article, Record};
use crate::span::Span;
use crate::story::{Aspect, Claim, EventMention, Place, Row, RowKind, Story, StoryEvent};
use crate::time::{Days, Inferred, Modifier};
use jiff::civil::Date;

/// Every character is 7 pixels wide.
pub fn measure(text: &str) -> f32 {
    text.chars().count() as f32 * 7.0
}

/// Dates in English.
pub fn write_english(date: Date, hour: u8, form: Form) -> String {
    let month = crate::time::MONTHS[date.month() as usize - 1];
    match form {
        Form::Hour => format!("{hour:02}:00"),
        Form::Day => date.day().to_string(),
        Form::Month => month[..3].to_owned(),
        Form::Year => date.year().to_string(),
        Form::FullDay => format!("{} {month} {}", date.day(), date.year()),
        Form::MonthYear => format!("{month} {}", date.year()),
    }
}

/// A story of articles: id, source, publication day or "".
pub fn story(articles: &[(&str, Option<&str>, &str)]) -> Story {
    let article = |&(id, source, published): &(&str, Option<&str>, &str)| {
        let article = Article::new(Record {
            id: id.into(),
            source: source.map(Into::into),
            published: Some(published.to_owned()).filter(|p| !p.is_empty()),
            text: "About 40 people fled on Friday. The mayor, Ana Diaz, said 42 were safe.".into(),
            ..Record::default()
        });
        facts::read(article, &facts::Reader::default())
    };
    Story { articles: articles.iter().map(article).collect(), ..Story::default() }
}

/// When: `2024-03-08`, `2024-03-01/2024-03-31`, with `?` behind it inferred, with a modifier's
/// letter before it (`<` early, `|` mid, `>` late, `~` about), or bounds as `..2024-03-08`.
pub fn when(text: &str) -> When {
    let mut when = When { basis: format!("basis of {text}"), ..When::default() };
    if let Some((after, before)) = text.split_once("..") {
        when.not_before = after.parse().ok();
        when.not_after = before.parse().ok();
        return when;
    }
    if text.ends_with('?') {
        when.inferred.push(Inferred::Year);
    }
    when.modifier = match text.as_bytes().first() {
        Some(b'<') => Some(Modifier::Start),
        Some(b'|') => Some(Modifier::Mid),
        Some(b'>') => Some(Modifier::End),
        Some(b'~') => Some(Modifier::Approx),
        _ => None,
    };
    let days = text.trim_matches(|c: char| !c.is_ascii_digit());
    let (from, to) = days.split_once('/').unwrap_or((days, days));
    when.days = from.parse().ok().zip(to.parse().ok()).map(|(from, to)| Days { from, to });
    when
}

/// An event told by some articles.
pub fn event(label: &str, when: When, articles: &[u32]) -> StoryEvent {
    let mention = |&article: &u32| EventMention {
        place: Place { article, span: Span::new(16, 20) },
        sentence: Span::new(0, 31),
        event: 0,
    };
    StoryEvent {
        central: true,
        id: format!("e-{label}"),
        label: label.into(),
        when,
        places: Vec::new(),
        actors: Vec::new(),
        certainty: Certainty::Reported,
        mentions: articles.iter().map(mention).collect(),
    }
}

/// A row of claims: article, span in its text, value.
pub fn row(kind: RowKind, aspect: Aspect, event: u32, claims: &[(u32, Span, &str)]) -> Row {
    let claim = |&(article, span, value): &(u32, Span, &str)| Claim {
        place: Place { article, span },
        mark: span,
        value: value.into(),
        speaker: None,
    };
    Row {
        id: format!("r-{kind:?}-{aspect:?}-{event}"),
        kind,
        aspect,
        event,
        other_event: None,
        summary: format!("{kind:?} of {aspect:?}"),
        why: "because".into(),
        claims: claims.iter().map(claim).collect(),
    }
}
