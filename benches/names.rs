//! How fast names are found: by the model and by rules, and how long the model takes to load.
//!
//! `cargo bench --bench names`; the figures of one run are comparable with each other only.

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
