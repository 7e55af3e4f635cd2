//! How fast names are found: by the model and by rules, and how long the model takes to load.
//!
//! `cargo bench --bench names`; the figures of one run are comparable with each other only.
//! `DATELINE_PROSE=articles.ndjson` names real articles for `by_model_varied`, which otherwise
//! reads the news that the model is trained on.

use dateline::entity::{self, Model};
use dateline::import::{Article, Record};
use dateline::text::Document;
use divan::counter::BytesCount;

const FILE: &[u8] = include_bytes!("../model/names.model");

fn main() {
    divan::main();
}

/// News prose of our own, with a name every dozen words, repeated up to a size.
fn prose(size: usize) -> Article {
    const PARAGRAPHS: [&str; 3] = [
        "President Ana Diaz met Prime Minister Li Wei in Lima on Monday, a day after the Peruvian parliament had voted \
         on the treaty. The World Health Organization (WHO) welcomed the talks, which the Ministry of Health had asked \
         for in spring. Repairs costing about 4.2 million euros could last until early next year, officials said.\n\n",
        "Gen. Omar al-Said, who had led the army since 2011, left Khartoum for Cairo before dawn. His aides did not \
         say whether he would return; the African Union called for calm, and residents stayed indoors while shops and \
         schools were closed. Shares of Ford fell as much as three percent in New York.\n\n",
        "Maria de la Cruz, who runs the fishing cooperative, told reporters the decision came too late. \"We wrote to \
         them in March, and again in the summer,\" she said. Her members land nearly half of the catch sold in the \
         city, and most of it goes to markets in Quito and Guayaquil.\n\n",
    ];
    let text: String = PARAGRAPHS
        .iter()
        .cycle()
        .scan(0, |length, p| {
            *length += p.len();
            (*length < size + p.len()).then_some(*p)
        })
        .collect();
    Article::new(Record { id: "a".into(), text, ..Record::default() })
}

#[divan::bench(args = [8 << 10, 100 << 10, 1 << 20])]
fn by_model(bencher: divan::Bencher, size: usize) {
    let (article, model) = (prose(size), Model::load(FILE).expect("the model is whole"));
    let document = Document::new(&article);
    bencher.counter(BytesCount::new(article.text.len())).bench(|| entity::find(&document, Some(&model)).mentions.len());
}

/// Articles of prose in which little repeats itself.
fn varied() -> Vec<Article> {
    let article = |(i, text): (usize, String)| Article::new(Record { id: i.to_string(), text, ..Record::default() });
    let texts: Vec<String> = match std::env::var_os("DATELINE_PROSE") {
        Some(path) => {
            let lines = std::fs::read_to_string(path).expect("DATELINE_PROSE names a readable file");
            let text = |line| Some(serde_json::from_str::<serde_json::Value>(line).ok()?["text"].as_str()?.to_owned());
            lines.lines().filter_map(text).collect()
        }
        None => {
            let unmarked = |news: &str| {
                let mut pieces = news.split(']');
                let first = pieces.next().unwrap_or_default().replace('[', "");
                pieces.fold(first, |text, piece| text + &piece.get(1..).unwrap_or_default().replace('[', ""))
            };
            include_str!("../model/model-own-news.txt").split("\n\n").map(unmarked).collect()
        }
    };
    texts.into_iter().enumerate().map(article).collect()
}

#[divan::bench]
fn by_model_varied(bencher: divan::Bencher) {
    let (articles, model) = (varied(), Model::load(FILE).expect("the model is whole"));
    let documents: Vec<Document> = articles.iter().map(Document::new).collect();
    let bytes: usize = articles.iter().map(|a| a.text.len()).sum();
    bencher
        .counter(BytesCount::new(bytes))
        .bench(|| documents.iter().map(|d| entity::find(d, Some(&model)).mentions.len()).sum::<usize>());
}

#[divan::bench(args = [8 << 10, 1 << 20])]
fn by_rules(bencher: divan::Bencher, size: usize) {
    let article = prose(size);
    let document = Document::new(&article);
    bencher.counter(BytesCount::new(article.text.len())).bench(|| entity::find(&document, None).mentions.len());
}

#[divan::bench]
fn loading(bencher: divan::Bencher) {
    bencher.bench(|| Model::load(FILE).is_ok());
}
