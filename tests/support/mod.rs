//! What must hold of every reading; the property tests and the fuzz targets ask the same.

use dateline::entity::Model;
use dateline::facts::{self, Facts, Reader};
use dateline::import::{self, Article, Record};
use dateline::span::Span;
use std::sync::{Arc, OnceLock};

/// Imports bytes as a file, reads every article twice, and checks what must hold.
pub fn read_bytes(bytes: &[u8]) {
    for record in import::read("case", bytes).records {
        for published in [None, Some("2024-05-02".to_owned())] {
            let given = Record { published, ..record.clone() };
            for reader in [&Reader::default(), trained()] {
                let facts = facts::read(Article::new(given.clone()), reader);
                check(&facts);
                let again = facts::read(Article::new(given.clone()), reader);
                assert_eq!(facts, again, "the same input, another output");
            }
        }
    }
}

/// A reader with the model that the project carries.
fn trained() -> &'static Reader {
    static READER: OnceLock<Reader> = OnceLock::new();
    READER.get_or_init(|| {
        let model = Model::load(include_bytes!("../../model/names.model")).expect("the model is whole");
        Reader { model: Some(Arc::new(model)) }
    })
}

/// Facts of some texts, as articles of consecutive days.
#[allow(unused, reason = "the fuzz targets share this file and need the other half of it")]
pub fn held_by(texts: &[String]) -> Vec<Facts> {
    let article = |(i, text): (usize, &String)| {
        let published = Some(format!("2024-05-{:02}", i + 1));
        let record = Record { id: format!("article-{i}"), text: text.clone(), published, ..Record::default() };
        facts::read(Article::new(record), trained())
    };
    texts.iter().enumerate().map(article).collect()
}

/// Spans in bounds and on character borders, in order, not overlapping; intervals ordered.
fn check(facts: &Facts) {
    let text = facts.article.text.as_str();
    let inside = |span: Span| {
        assert!(span.start <= span.end, "{span:?}");
        assert!(text.get(span.start as usize..span.end as usize).is_some(), "{span:?} does not fit {text:?}");
    };
    let ordered = |spans: Vec<Span>| {
        spans.iter().copied().for_each(inside);
        for pair in spans.windows(2) {
            assert!(pair[0].end <= pair[1].start, "{pair:?} overlap in {text:?}");
        }
    };
    ordered(facts.times.iter().map(|t| t.span).collect());
    ordered(facts.entities.mentions.iter().map(|m| m.span).collect());
    ordered(facts.sentences.clone());
    ordered(facts.article.noise.iter().map(|n| n.span).collect());
    for time in &facts.times {
        assert!(!time.span.is_empty() && !time.value.is_empty() && !time.rule.is_empty(), "{time:?}");
        if let Some(days) = time.days {
            assert!(days.from <= days.to, "{time:?}");
        }
    }
    for mention in &facts.entities.mentions {
        assert!(!mention.span.is_empty(), "{mention:?}");
        assert!((mention.cluster as usize) < facts.entities.clusters.len(), "{mention:?}");
    }
    for event in &facts.events {
        for span in
            [event.trigger, event.clause, event.sentence].into_iter().chain(event.speaker).chain(event.when.time)
        {
            inside(span);
        }
        assert!(event.sentence.contains(event.trigger) && event.sentence.contains(event.clause), "{event:?}");
        assert!(event.when.days.is_none_or(|d| d.from <= d.to), "{event:?}");
        assert!(
            event.actors.iter().chain(&event.places).all(|&c| (c as usize) < facts.entities.clusters.len()),
            "{event:?}"
        );
    }
}
