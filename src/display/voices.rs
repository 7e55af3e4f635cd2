//! Voices: the sources of a story, one column, lane, colour and shape each.
//!
//! Articles that name the same source are one voice; an article without one stands for itself.

use crate::story::{self, Story};

/// How many colours and shapes the style sheet has; further voices begin again.
pub const SLOTS: u32 = 8;

/// One source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Voice {
    /// What it is called.
    pub name: String,
    /// Its articles: indices into [`Story::articles`], in order.
    pub articles: Vec<u32>,
}

/// The sources of a story, in the order in which they first published.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Voices {
    /// The voices.
    pub list: Vec<Voice>,
    /// The voice of each article.
    pub of_article: Vec<u32>,
}

impl Voices {
    /// The voices of a story.
    #[must_use]
    pub fn new(story: &Story) -> Self {
        let mut voices = Self::default();
        let mut known = std::collections::BTreeMap::new();
        for (index, facts) in story.articles.iter().enumerate() {
            let article = &facts.article;
            let key = article.source.as_deref().map_or((false, article.id.as_str()), |source| (true, source));
            let voice = *known.entry(key).or_insert_with(|| {
                voices.list.push(Voice {
                    name: story::label(&story.articles, index as u32).into_owned(),
                    articles: Vec::new(),
                });
                voices.list.len() - 1
            });
            voices.list[voice].articles.push(index as u32);
            voices.of_article.push(voice as u32);
        }
        voices
    }

    /// The voice of an article.
    #[must_use]
    pub fn of(&self, article: u32) -> u32 {
        self.of_article.get(article as usize).copied().unwrap_or_default()
    }

    /// Which of the style sheet's colours and shapes a voice has.
    #[must_use]
    pub const fn slot(voice: u32) -> u32 {
        voice % SLOTS
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::display::sample;

    #[test]
    fn articles_of_one_source_are_one_voice() {
        let story =
            sample::story(&[("a", Some("Post"), "2024-03-02"), ("b", None, "2024-03-03"), ("c", Some("Post"), "")]);
        let voices = Voices::new(&story);
        let names: Vec<_> = voices.list.iter().map(|v| (v.name.as_str(), v.articles.clone())).collect();
        assert_eq!(names, [("Post", vec![0, 2]), ("b", vec![1])]);
        assert_eq!(voices.of_article, [0, 1, 0]);
    }
}
