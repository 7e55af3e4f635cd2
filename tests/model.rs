//! The model's file: training gives the same bytes again, and a broken file is told as such.

#[path = "../examples/train_model/trainer/mod.rs"]
mod trainer;

use dateline::entity::{self, EntityKind, Model};
use dateline::import::{Article, Record};
use dateline::text::Document;
use proptest::prelude::*;
use trainer::{Options, Texts};
use xxhash_rust::xxh3::xxh3_64;

const SHIPPED: &[u8] = include_bytes!("../model/names.model");
const CLASSES: &str = "0 lima quito tacna\n1 said told\n";
const LISTS: &str = "country\tPeru\ncountry\tChile\ncity\tLima\ndemonym\tPeruvian\n";

const NEWS: &str = "# Own news.\n\n[Eva Cruz]p met the [Rain Council]o in [Lima]l.\n\n[Cruz]p left.\n";

/// The model that a corpus gives.
fn train(corpus: &str, options: &Options) -> Result<Vec<u8>, String> {
    trainer::train(&Texts { corpus, news: NEWS, classes: CLASSES, lists: LISTS }, options)
}

/// A few sentences about invented people, as a corpus.
fn corpus() -> String {
    let people = ["Ana Diaz", "Li Wei", "Omar Said", "Jan Berg", "Rosa Vega"];
    let places = ["Lima", "Quito", "Tacna", "Puno"];
    let mut lines = String::new();
    for i in 0..60 {
        let (person, place) = (people[i % people.len()], places[i % places.len()]);
        let text = format!("{person} came to {place} and said it was late. The rain in {place} fell.");
        let start = format!("{person} came to ").len();
        let last = text.len() - format!("{place} fell.").len();
        let name = |start: usize, name: &str, kind: &str| serde_json::json!({"start": start, "end": start + name.len(), "type": kind});
        let entities = [name(0, person, "person"), name(start, place, "place"), name(last, place, "place")];
        lines +=
            &serde_json::json!({"id": i.to_string(), "suite": "own", "text": text, "entities": entities}).to_string();
        lines.push('\n');
    }
    lines
}

#[test]
fn the_same_corpus_gives_the_same_bytes() {
    let options = Options { runs: 1, ..Options::default() };
    let once = train(&corpus(), &options).unwrap();
    assert_eq!(once, train(&corpus(), &options).unwrap());
    let other = train(&corpus(), &Options { seed: 2, ..options }).unwrap();
    assert_ne!(once, other, "the seed has no part in it");
    let model = Model::load(&once).unwrap();
    let text = "Eva Ruiz came to Cusco and said it was late.";
    let article = Article::new(Record { id: "a".into(), text: text.into(), ..Record::default() });
    let found = entity::find(&Document::new(&article), Some(&model));
    let found: Vec<_> = found.mentions.iter().map(|m| (m.span.of(text), m.kind)).collect();
    assert_eq!(found, [("Eva Ruiz", EntityKind::Person), ("Cusco", EntityKind::Place)]);
}

#[test]
fn a_line_that_is_no_document_is_named() {
    let wrong = train(&(corpus() + "{}\n"), &Options::default()).unwrap_err();
    assert!(wrong.starts_with("line 61:"), "{wrong}");
}

#[test]
fn a_file_cut_short_is_told() {
    Model::load(SHIPPED).unwrap();
    for length in 0..SHIPPED.len() {
        let error = Model::load(&SHIPPED[..length]).unwrap_err().to_string();
        assert!(error.contains("cut short") || error.contains("whole"), "{length}: {error}");
    }
}

/// A body behind a header that fits it.
fn dressed(body: &[u8]) -> Vec<u8> {
    let mut file = SHIPPED[..6].to_vec();
    file.extend((body.len() as u32).to_le_bytes());
    file.extend(xxh3_64(body).to_le_bytes());
    file.extend(body);
    file
}

#[test]
fn sections_cut_short_are_told() {
    let body = &train(&corpus(), &Options { runs: 1, ..Options::default() }).unwrap()[18..];
    Model::load(&dressed(body)).unwrap();
    for length in 0..body.len() {
        assert!(Model::load(&dressed(&body[..length])).is_err(), "{length}");
    }
}

#[test]
fn another_file_is_told() {
    for (at, what) in [(0, "begins otherwise"), (4, "version"), (6, "cut short"), (12, "altered"), (1000, "altered")] {
        let mut file = SHIPPED.to_vec();
        file[at] ^= 1;
        let error = Model::load(&file).unwrap_err().to_string();
        assert!(error.contains(what), "{at}: {error}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_sections_load_or_are_told(body in proptest::collection::vec(any::<u8>(), 0..600)) {
        if let Ok(model) = Model::load(&dressed(&body)) {
            let article = Article::new(Record { id: "a".into(), text: "Ana Diaz left Lima.".into(), ..Record::default() });
            let found = entity::find(&Document::new(&article), Some(&model));
            prop_assert!(found.mentions.len() < 10);
        }
    }
}

/// What a fuzzer found: a name that ran on behind "&" over the end of its line held the next one.
#[test]
fn no_name_holds_another() {
    let model = Model::load(SHIPPED).unwrap();
    for text in ["z CCB C&\nJB\nJCFC\nJB\nJB\nJBC\nJB\nKKKKKKKKK\nJB\nKKKKKK\nJCF", "Rain Council &\nLima Bank met."] {
        let article = Article::new(Record { id: "a".into(), text: text.into(), ..Record::default() });
        let found = entity::find(&Document::new(&article), Some(&model));
        let apart = found.mentions.windows(2).all(|w| w[0].span.end <= w[1].span.start);
        assert!(apart, "{text:?}: {:?}", found.mentions);
    }
}
