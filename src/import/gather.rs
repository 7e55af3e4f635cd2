//! What is asked of articles before they are read: whether one came twice, and what is not known of it.

use super::article::{Article, Record};
use std::collections::BTreeMap;

/// An article that is there already: its id, and the id of the one it repeats.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeated {
    /// The one that is left out.
    pub id: String,
    /// The one that stays.
    pub of: String,
}

/// Recognises articles whose text came before, over any number of calls.
#[derive(Clone, Debug, Default)]
pub struct Seen {
    texts: BTreeMap<u64, String>,
    names: Names,
}

impl Seen {
    /// Takes out the records whose text is that of an earlier one but for spaces.
    pub fn sift(&mut self, records: &mut Vec<Record>) -> Vec<Repeated> {
        let mut repeated = Vec::new();
        records.retain(|record| {
            let words: Vec<&str> = record.text.split_whitespace().collect();
            let hash = xxhash_rust::xxh3::xxh3_64(words.join(" ").as_bytes());
            match self.texts.get(&hash) {
                Some(of) => {
                    repeated.push(Repeated { id: record.id.clone(), of: of.clone() });
                    false
                }
                None => {
                    self.texts.insert(hash, record.id.clone());
                    true
                }
            }
        });
        repeated
    }

    /// Gives each record an id that none before it had.
    #[must_use]
    pub fn name(&mut self, mut records: Vec<Record>) -> Vec<Record> {
        self.names.tell_apart(&mut records);
        records
    }
}

/// Ids that are taken, each with the next number to try behind it.
#[derive(Clone, Debug, Default)]
pub(super) struct Names(BTreeMap<String, u32>);

impl Names {
    /// Appends a number to every id that is taken.
    pub(super) fn tell_apart(&mut self, records: &mut [Record]) {
        for record in records {
            let mut id = record.id.clone();
            if let Some(&first) = self.0.get(&id) {
                let mut number = first;
                while self.0.contains_key(&id) {
                    id = format!("{} ({number})", record.id);
                    number += 1;
                }
                self.0.insert(record.id.clone(), number);
            }
            self.0.insert(id.clone(), 2);
            record.id = id;
        }
    }
}

/// What neither the file nor the text says of an article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Missing {
    /// No headline.
    pub title: bool,
    /// No publisher.
    pub source: bool,
    /// No date of publication.
    pub published: bool,
}

impl Missing {
    /// What is missing of an article.
    #[must_use]
    pub fn of(article: &Article) -> Self {
        Self {
            title: article.title.is_none(),
            source: article.source.is_none(),
            published: article.published.is_none(),
        }
    }

    /// Whether anything is.
    #[must_use]
    pub fn any(self) -> bool {
        self.title || self.source || self.published
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record(id: &str, text: &str) -> Record {
        Record { id: id.into(), text: text.into(), ..Record::default() }
    }

    #[test]
    fn the_same_text_comes_once() {
        let mut seen = Seen::default();
        let mut first = vec![record("a", "Rain fell."), record("b", "Rain\r\n fell. "), record("c", "Rain fell!")];
        assert_eq!(seen.sift(&mut first), [Repeated { id: "b".into(), of: "a".into() }]);
        let mut second = vec![record("d", "Rain fell!")];
        assert_eq!(seen.sift(&mut second), [Repeated { id: "d".into(), of: "c".into() }]);
        assert_eq!((first.len(), second.len()), (2, 0));
    }

    #[test]
    fn what_is_missing() {
        let missing = |text: &str| {
            let m = Missing::of(&Article::new(record("a", text)));
            (m.title, m.source, m.published)
        };
        assert_eq!(missing("Rain fell."), (true, true, true));
        assert_eq!(missing("date 2024-03-07 Rain fell."), (true, true, false));
        assert_eq!(missing("Title: Rain\nSource: The Post\nDate: 2024-03-07\n\nIt fell."), (false, false, false));
    }
}
