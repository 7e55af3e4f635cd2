//! [`Article`]: a text, and what is known of it beside the text.

use crate::span::Span;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One article as it is given from outside: the input shape of the contract.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Names the article; unique among the articles of one story.
    pub id: String,
    /// The article's text, as it came.
    pub text: String,
    /// ISO 8601 date or date and time.
    #[serde(default)]
    pub published: Option<String>,
    /// Headline; context only, nothing is extracted from it.
    #[serde(default)]
    pub title: Option<String>,
    /// Publisher.
    #[serde(default)]
    pub source: Option<String>,
    /// Address.
    #[serde(default)]
    pub url: Option<String>,
}

/// One article, ready to be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Names the article; unique among the articles of one story.
    pub id: String,
    /// The original text; every [`Span`] of the article is a byte range of it.
    pub text: String,
    /// Headline, where one was given.
    pub title: Option<String>,
    /// Publisher, where one was given or stated in the text.
    pub source: Option<String>,
    /// Address, where one was given.
    pub url: Option<String>,
    /// When it was published, and how that is known.
    pub published: Option<Published>,
    /// Stretches of the text that are not prose, in order, not overlapping.
    pub noise: Vec<Noise>,
}

/// A publication date and where it was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// The calendar day, in the publisher's own zone.
    #[serde(with = "crate::day::serial")]
    pub date: Date,
    /// Minutes after midnight, where a time of day was stated.
    pub minute: Option<u16>,
    /// Where it was read.
    pub from: PublishedFrom,
}

/// Where a publication date was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum PublishedFrom {
    /// Given beside the text.
    Given,
    /// A header line of the text.
    Header,
    /// The dateline of the text ("PORT ELLIS, 15 August 2022 —").
    Dateline,
    /// Metadata of a saved page.
    Metadata,
}

/// A stretch of the text that is not prose.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Noise {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: NoiseKind,
}

/// What a stretch that is not prose is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoiseKind {
    /// A metadata line or prefix ("date 2024-03-07").
    Header,
    /// A line that marks an advertisement.
    Advertisement,
    /// A heading on a line of its own: context, but it tells nothing itself.
    Heading,
    /// "By Ana Diaz" on a line of its own.
    Byline,
}

impl Article {
    /// Reads the metadata and noise of a given text.
    ///
    /// What was given beside the text wins over what the text says of itself.
    #[must_use]
    pub fn new(record: Record) -> Self {
        let given = record.published.as_deref().and_then(|p| Published::parse(p, PublishedFrom::Given));
        let header = super::header::read(&record.text);
        let filled = |s: Option<String>| s.filter(|s| !s.trim().is_empty());
        let noise = super::noise::find(&record.text, header.span);
        let prose = header.span.map_or(0, |s| s.end as usize);
        let published = given.or(header.published).or_else(|| super::dateline::read(record.text[prose..].trim_start()));
        Self {
            id: record.id,
            title: filled(record.title).or(header.title),
            source: filled(record.source).or(header.source),
            url: filled(record.url),
            published,
            noise,
            text: record.text,
        }
    }

    /// The publication day, where one is known.
    #[must_use]
    pub fn published_date(&self) -> Option<Date> {
        self.published.map(|p| p.date)
    }

    /// What the article is called where it has no title: its source or id.
    #[must_use]
    pub fn label(&self) -> &str {
        self.source.as_deref().or(self.title.as_deref()).unwrap_or(&self.id)
    }
}

impl Published {
    /// Reads an ISO 8601 date, with or without a time of day; `None` for anything else.
    ///
    /// A zone is not applied: the day is the one the publisher printed.
    #[must_use]
    pub fn parse(text: &str, from: PublishedFrom) -> Option<Self> {
        let text = text.trim();
        let date = crate::day::parse(text.get(..10)?)?;
        let minute = match text.as_bytes().get(10) {
            None => None,
            Some(b'T' | b't' | b' ') => {
                let clock = text.get(11..16)?;
                let (hour, minute) = clock.split_once(':')?;
                let (hour, minute) = (hour.parse::<u16>().ok()?, minute.parse::<u16>().ok()?);
                (hour < 24 && minute < 60).then_some(hour * 60 + minute)
            }
            Some(_) => return None,
        };
        Some(Self { date, minute, from })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn publication_dates() {
        let read = |s: &str| Published::parse(s, PublishedFrom::Given).map(|p| format!("{} {:?}", p.date, p.minute));
        assert_eq!(read("2024-03-07").as_deref(), Some("2024-03-07 None"));
        assert_eq!(read("2024-03-07T18:05:00+02:00").as_deref(), Some("2024-03-07 Some(1085)"));
        assert_eq!(read("2024-02-30"), None);
        assert_eq!(read("March 2024"), None);
        assert_eq!(read("2024-03-07x"), None);
        assert_eq!(read("２０２４-03-07"), None);
    }

    #[test]
    fn given_metadata_wins_over_the_header() {
        let article = Article::new(Record {
            id: "a".into(),
            text: "date 2024-03-07 Rain fell.".into(),
            published: Some("2024-03-09".into()),
            ..Record::default()
        });
        assert_eq!(article.published.map(|p| p.from), Some(PublishedFrom::Given));
        assert_eq!(article.noise[0].kind, NoiseKind::Header);
    }
}
