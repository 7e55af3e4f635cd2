//! [`Published`]: a publication date and where it was read.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

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

impl PublishedFrom {
    const WORDS: [(Self, &str); 4] =
        [(Self::Given, "given"), (Self::Header, "header"), (Self::Dateline, "dateline"), (Self::Metadata, "metadata")];

    /// The word, as the JSON writes it.
    #[must_use]
    pub fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(one, _)| *one == self).map_or("", |(_, word)| word)
    }

    /// What a word means.
    #[must_use]
    pub fn of(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(_, other)| *other == word).map(|(one, _)| *one)
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
}
