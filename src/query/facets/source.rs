//! Who reports it: the publisher, or the article itself where none is known.

use super::{Facet, Groups, Material, Reading, Value};
use crate::story::Story;

pub(super) const FACET: Facet = Facet { key: "source", read };

fn read(material: &Material) -> Reading {
    let story = material.story;
    let (values, of_article) = sources(story);
    let events = Groups::build(story.events.len(), &mut |i, out| {
        out.extend(story.events[i].mentions.iter().filter_map(|m| of_article.get(m.place.article as usize)));
    });
    let rows = Groups::build(story.rows.len(), &mut |i, out| {
        out.extend(story.rows[i].claims.iter().filter_map(|c| of_article.get(c.place.article as usize)));
    });
    Reading { values, events, rows: Some(rows) }
}

/// The sources in the order of their first articles, and the source of each article.
fn sources(story: &Story) -> (Vec<Value>, Vec<u32>) {
    let mut values: Vec<Value> = Vec::new();
    let mut names: Vec<&str> = Vec::new();
    let mut places = std::collections::BTreeMap::new();
    let mut of_article = Vec::with_capacity(story.articles.len());
    for (index, facts) in (0u32..).zip(&story.articles) {
        let article = &facts.article;
        // A source and an article of the same name are two things.
        let (space, name) = match &article.source {
            Some(source) => ("s", source.as_str()),
            None => ("a", article.id.as_str()),
        };
        let place = *places.entry((space, name)).or_insert_with(|| {
            names.push(name);
            values.push(Value::name(&format!("{space}{name}"), &crate::story::label(&story.articles, index)));
            values.len() as u32 - 1
        });
        of_article.push(place);
    }
    (values, of_article)
}
