//! One line a name: its text, kind, and the name of what it is one of.

use dateline::entity::{self, Model};
use dateline::import::Article;
use dateline::text::Document;
use std::sync::OnceLock;

/// By the model that the project carries.
pub fn read(article: Article) -> Vec<String> {
    static MODEL: OnceLock<Model> = OnceLock::new();
    let model =
        MODEL.get_or_init(|| Model::load(include_bytes!("../../model/names.model")).expect("the model is whole"));
    print(&article, Some(model))
}

/// By rules alone, as before the model has loaded.
pub fn read_by_rules(article: Article) -> Vec<String> {
    print(&article, None)
}

fn print(article: &Article, model: Option<&Model>) -> Vec<String> {
    let found = entity::find(&Document::new(article), model);
    let line = |m: &entity::Mention| {
        let cluster = &found.clusters[m.cluster as usize];
        let written = m.span.of(&article.text);
        let alias = cluster.aliases.iter().find(|a| a.text == written);
        let same = alias.map_or(String::new(), |a| format!(" = {} ({})", cluster.name, a.reason));
        format!("{written} → {}{same}", m.kind.name())
    };
    found.mentions.iter().map(line).collect()
}
