//! [`Article`]: a text, and what is known of it beside the text.

use super::noise::Noise;
use super::published::{Published, PublishedFrom};
use crate::json::{self, Object};
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
    /// Where that was read, if not given beside the text.
    #[serde(default)]
    pub published_from: Option<PublishedFrom>,
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

impl Record {
    /// Reads a record whose `id` may be missing, and is empty then.
    ///
    /// # Errors
    /// When a member is of another kind, or there is no text.
    pub fn read(mut object: Object) -> Result<Self, String> {
        let from = object.maybe("published_from")?;
        let read =
            |word: &String| PublishedFrom::of(word).ok_or_else(|| ["“", word, "” is no origin of a date"].concat());
        Ok(Self {
            id: object.maybe("id")?.unwrap_or_default(),
            text: object.text("text")?,
            published: object.maybe("published")?,
            published_from: from.as_ref().map(read).transpose()?,
            title: object.maybe("title")?,
            source: object.maybe("source")?,
            url: object.maybe("url")?,
        })
    }

    /// Appends the members of the record as JSON, without the brackets.
    pub fn write(&self, out: &mut String) {
        let from = self.published_from.map(|from| from.word().to_owned());
        json::member(out, "id", &self.id);
        json::member(out, "text", &self.text);
        let rest = [
            ("published", &self.published),
            ("published_from", &from),
            ("title", &self.title),
            ("source", &self.source),
            ("url", &self.url),
        ];
        for (name, text) in rest {
            match text {
                Some(text) => json::member(out, name, text),
                None => {
                    json::name(out, name);
                    out.push_str("null");
                }
            }
        }
    }
}

/// One article, ready to be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// Names the article; unique among the articles of one story.
    pub id: String,
    /// The original text; every [`Span`](crate::span::Span) of the article is a byte range of it.
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

impl Article {
    /// Reads the metadata and noise of a given text.
    ///
    /// What was given beside the text wins over what the text says of itself.
    #[must_use]
    pub fn new(record: Record) -> Self {
        let from = record.published_from.unwrap_or(PublishedFrom::Given);
        let given = record.published.as_deref().and_then(|p| Published::parse(p, from));
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::NoiseKind;

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
