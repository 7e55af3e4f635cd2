//! A story that was told before: the articles as they were given, and beside them what was read and
//! compared, so that whoever shows it needs neither.
//!
//! The bytes hold everything but the texts, which stand with the articles, and the hash of those: to
//! articles that were changed since, they say nothing. They are read by the build that wrote them alone.

use crate::engine::{Response, Unfolding, encode};
use crate::id;
use crate::import::Record;
use crate::story::Story;

/// Bytes of the hash.
const HASH: usize = 8;

/// A story as bytes.
#[must_use]
pub fn pack(mut story: Story, records: &[Record]) -> Vec<u8> {
    for facts in &mut story.articles {
        facts.article.text = String::new();
    }
    let mut bytes = hash(records).to_le_bytes().to_vec();
    bytes.extend(encode(&Response::Story(Box::new(story))));
    bytes
}

/// The story in the bytes, one article after the other; `None` where they were not made of these articles.
#[must_use]
pub fn unpack<'a>(bytes: &'a [u8], records: &[Record]) -> Option<Unfolding<'a>> {
    let (made_of, story) = bytes.split_at_checked(HASH)?;
    if made_of != hash(records).to_le_bytes() { None } else { Unfolding::of(story) }
}

/// Gives the texts back to a story; `None` where an article is not among the given.
#[must_use]
pub fn complete(mut story: Story, records: &[Record]) -> Option<Story> {
    for facts in &mut story.articles {
        let record = records.iter().find(|record| record.id == facts.article.id)?;
        facts.article.text.clone_from(&record.text);
    }
    Some(story)
}

/// What a story depends on: all that is known of its articles.
fn hash(records: &[Record]) -> u64 {
    let parts = records.iter().flat_map(|record| {
        let known = [&record.published, &record.title, &record.source, &record.url];
        let known = known.map(|part| part.as_deref().unwrap_or_default());
        [record.id.as_str(), &record.text].into_iter().chain(known)
    });
    id::hash(parts)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{self, Reader};
    use crate::import::Article;

    fn record(id: &str, text: &str) -> Record {
        Record { id: id.into(), text: text.into(), published: Some("2024-05-03".into()), ..Record::default() }
    }

    fn given() -> Vec<Record> {
        vec![
            record("b", "The bridge in Port Ellis closed on Tuesday. Twelve people — 雨 — were hurt."),
            record("a", "Port Ellis shut its bridge on 30 April 2024. Fourteen people were hurt."),
            record("none", ""),
        ]
    }

    fn told(records: &[Record]) -> Story {
        let read = |record: &Record| facts::read(Article::new(record.clone()), &Reader::default());
        crate::story::tell(records.iter().map(read).collect())
    }

    fn shown(bytes: &[u8], records: &[Record]) -> Option<Story> {
        complete(unpack(bytes, records)?.finish()?, records)
    }

    #[test]
    fn it_is_the_story_that_was_told() {
        let records = given();
        let story = told(&records);
        let bytes = pack(story.clone(), &records);
        assert_eq!(shown(&bytes, &records), Some(story));
    }

    #[test]
    fn of_other_articles_or_damaged_it_says_nothing() {
        let records = given();
        let bytes = pack(told(&records), &records);
        let changed = |change: fn(&mut Vec<Record>)| {
            let mut records = given();
            change(&mut records);
            shown(&bytes, &records)
        };
        assert!(changed(|_| ()).is_some());
        assert_eq!(changed(|all| all[0].text.push('.')), None);
        assert_eq!(changed(|all| all[1].published = None), None);
        assert_eq!(changed(|all| all[1].title = Some("The bridge".into())), None);
        assert_eq!(changed(|all| drop(all.pop())), None);
        assert_eq!(changed(|all| all.swap(0, 1)), None);
        for end in 0..bytes.len() {
            assert_eq!(shown(&bytes[..end], &records), None, "{end}");
        }
    }
}
