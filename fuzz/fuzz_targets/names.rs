//! Any text with the trained model: names lie in the text, in order, apart, and each is of a
//! cluster. Any bytes as a model, too: they load or are told, and what loads reads any text.

#![no_main]

use dateline::entity::{self, Entities, Model};
use dateline::import::{Article, Record};
use dateline::text::Document;
use std::sync::LazyLock;

static MODEL: LazyLock<Option<Model>> =
    LazyLock::new(|| Model::load(include_bytes!("../../model/names.model")).ok());

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes).into_owned();
    let article = Article::new(Record { id: "a".into(), text, ..Record::default() });
    let document = Document::new(&article);
    check(&article, &entity::find(&document, Some(MODEL.as_ref().expect("the model is whole"))));
    if let Ok(model) = Model::load(bytes).or_else(|_| Model::load(&dressed(bytes))) {
        check(&article, &entity::find(&document, Some(&model)));
    }
});

/// A body behind a header that fits it.
fn dressed(body: &[u8]) -> Vec<u8> {
    let mut file = entity::model::MAGIC.to_vec();
    file.extend(entity::model::VERSION.to_le_bytes());
    file.extend((body.len() as u32).to_le_bytes());
    file.extend(xxhash_rust::xxh3::xxh3_64(body).to_le_bytes());
    file.extend(body);
    file
}

fn check(article: &Article, entities: &Entities) {
    let mut end = 0;
    for mention in &entities.mentions {
        assert!(mention.span.start >= end && mention.span.end > mention.span.start, "{mention:?}");
        assert!(!mention.span.of(&article.text).is_empty(), "{mention:?}");
        assert!((mention.cluster as usize) < entities.clusters.len(), "{mention:?}");
        end = mention.span.end;
    }
}
