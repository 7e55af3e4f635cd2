//! Numbered citations: a number for each sentence that is cited, in the order of citing.

use super::Material;
use super::escape::link;
use crate::span::Span;
use crate::story::StoryEvent;

/// The sentences cited so far.
#[derive(Debug, Default)]
pub(super) struct Citations {
    cited: Vec<(u32, Span)>,
}

/// What stands under one number.
#[derive(Debug)]
pub(super) struct Citation {
    /// The sentence.
    pub(super) quote: String,
    /// Publisher or what stands for it, title, date.
    pub(super) source: String,
    /// Address, where it is one of the web.
    pub(super) url: Option<String>,
}

impl Citations {
    /// The number of a sentence, from 1.
    pub(super) fn number(&mut self, article: u32, span: Span) -> usize {
        let place = (article, span);
        match self.cited.iter().position(|c| *c == place) {
            Some(at) => at + 1,
            None => {
                self.cited.push(place);
                self.cited.len()
            }
        }
    }

    /// The numbers of an event: the first sentence of each article that tells it.
    pub(super) fn of_event(&mut self, event: &StoryEvent) -> Vec<usize> {
        let mut numbers = Vec::new();
        let mut last = None;
        for mention in &event.mentions {
            if last != Some(mention.place.article) {
                numbers.push(self.number(mention.place.article, mention.sentence));
                last = Some(mention.place.article);
            }
        }
        numbers
    }

    /// What stands under each number.
    pub(super) fn list(&self, material: &Material) -> Vec<Citation> {
        let citation = |&(article, span): &(u32, Span)| {
            let facts = material.story.articles.get(article as usize)?;
            let (name, title) = (facts.article.label(), facts.article.title.as_deref());
            let date = facts.article.published_date().map(|d| d.to_string());
            let parts = [Some(name), title.filter(|t| *t != name), date.as_deref()];
            Some(Citation {
                quote: words(material, article, span),
                source: parts.into_iter().flatten().collect::<Vec<_>>().join(", "),
                url: facts.article.url.as_deref().and_then(link),
            })
        };
        self.cited.iter().filter_map(citation).collect()
    }
}

/// The words at a place, on one line.
pub(super) fn words(material: &Material, article: u32, span: Span) -> String {
    let text = material.story.articles.get(article as usize).map_or("", |f| span.of(&f.article.text));
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
