//! What an article is called beside what it says: short, and no more than is known of it.

use crate::facts::Facts;
use std::borrow::Cow;

/// Its source, else its title, else an id that somebody chose; else its number in the story,
/// which goes by publication. An id with a hash in it tells a reader nothing.
#[must_use]
pub fn label(articles: &[Facts], article: u32) -> Cow<'_, str> {
    let Some(known) = articles.get(article as usize).map(|f| &f.article) else { return Cow::Borrowed("") };
    let id = Some(known.id.as_str()).filter(|id| is_chosen(id));
    match known.source.as_deref().or(known.title.as_deref()).or(id) {
        Some(name) => Cow::Borrowed(name),
        None => Cow::Owned(["Article ", &(article + 1).to_string()].concat()),
    }
}

/// Whether an id has letters and no part that reads like a hash or a counter.
fn is_chosen(id: &str) -> bool {
    let mut parts = id.split(|c: char| !c.is_alphanumeric());
    let hash = |part: &str| {
        let digits = part.bytes().filter(u8::is_ascii_digit).count();
        part.len() >= 8 && part.bytes().all(|b| b.is_ascii_hexdigit()) && digits > 0 && digits < part.len()
    };
    id.chars().any(char::is_alphabetic) && !parts.any(hash)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Article, Record};

    #[test]
    fn short_names_of_articles() {
        let check = |source: Option<&str>, title: Option<&str>, id: &str, expected: &str| {
            let record = Record {
                id: id.into(),
                source: source.map(Into::into),
                title: title.map(Into::into),
                text: "It rained.".into(),
                ..Record::default()
            };
            let facts = [crate::facts::read(Article::new(record), &crate::facts::Reader::default())];
            assert_eq!(label(&facts, 0), expected, "{id}");
        };
        check(Some("Holm Post"), Some("Bridge closed"), "a", "Holm Post");
        check(None, Some("Bridge closed"), "a", "Bridge closed");
        check(None, None, "holm-post-2024-03-08.txt", "holm-post-2024-03-08.txt");
        check(None, None, "a", "a");
        check(None, None, "facade", "facade");
        check(None, None, "000_9fd2c40a77b1", "Article 1");
        check(None, None, "9fd2c40a-77b1-4c1e-a0aa-1f2e3d4c5b6a", "Article 1");
        check(None, None, "20240308", "Article 1");
    }
}
