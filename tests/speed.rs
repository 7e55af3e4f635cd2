//! How fast text, times and names are read in a browser; printed, and held to a floor far below
//! what any machine should reach. `cargo bench --bench reading` and `--bench names` measure the
//! same on a desktop.
//!
//! `CARGO_PROFILE_RELEASE_OPT_LEVEL=z cargo test --release --target wasm32-unknown-unknown --test speed`

#![cfg(target_arch = "wasm32")]

use dateline::entity::{self, Model};
use dateline::import::{Article, Record};
use dateline::text::Document;
use dateline::time;
use wasm_bindgen_test::{console_log, wasm_bindgen_test, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

const PROSE: &str = "The harbour authority said on Tuesday that it would close the northern pier after inspectors found \
    cracks in two of its supports, and that repairs costing about 4.2 million euros could last until early next year. \
    Sales in the third quarter rose 12 percent to $310 million from $277 million a year earlier, the company said, \
    helped by demand from builders in the south of the country and by a weaker currency. Rain kept most boats in port.\n\n";

#[wasm_bindgen_test]
fn text_and_time() {
    // The largest first: by the time of the smallest the browser has compiled for speed.
    for size in [10 << 20, 1 << 20, 100 << 10, 1 << 10] {
        let text = PROSE.repeat(size / PROSE.len() + 1);
        let published = Some("2024-05-02".to_owned());
        let article = Article::new(Record { id: "a".into(), text, published, ..Record::default() });
        let rounds = (1 << 20) / size + 1;
        let mut best = f64::MAX;
        for _ in 0..3 {
            let start = js_sys::Date::now();
            for _ in 0..rounds {
                assert!(!time::find(&Document::new(&article)).0.is_empty());
            }
            best = best.min(js_sys::Date::now() - start);
        }
        let rate = (article.text.len() * rounds) as f64 / 1000.0 / best.max(1.0);
        console_log!("{size} bytes: {rate:.1} MB/s");
        assert!(rate > 1.0, "{size} bytes: {rate:.1} MB/s");
    }
}

/// News prose of our own, and between its sentences words of all kinds, one in six a capital: text
/// that repeats itself would find all weights at hand.
fn names_and_words(size: usize) -> String {
    const SENTENCES: [&str; 4] = [
        "President Ana Diaz met Prime Minister Li Wei in Lima on Monday, a day after the Peruvian parliament had voted.",
        "The World Health Organization (WHO) welcomed the talks, which the Ministry of Health had asked for in spring.",
        "Gen. Omar al-Said, who had led the army since 2011, left Khartoum for Cairo before dawn, his aides said.",
        "Shares of Ford fell as much as three percent in New York while shops and schools were closed.",
    ];
    let mut words =
        include_str!("../model/model-classes.txt").split_whitespace().filter(|w| w.len() > 2).step_by(7).cycle();
    let mut text = String::new();
    while text.len() < size {
        for sentence in SENTENCES {
            text += sentence;
            for (i, word) in words.by_ref().take(18).enumerate() {
                text.push(' ');
                match word.chars().next() {
                    Some(first) if i % 6 == 0 => {
                        text.extend(first.to_uppercase());
                        text += &word[first.len_utf8()..];
                    }
                    _ => text += word,
                }
            }
            text += ".\n\n";
        }
    }
    text
}

#[wasm_bindgen_test]
fn names() {
    let start = js_sys::Date::now();
    let model = Model::load(include_bytes!("../model/names.model")).expect("the model is whole");
    console_log!("the model loads in {:.0} ms", js_sys::Date::now() - start);
    // The news that the model is trained on, dense with names, its marks taken out.
    let mut news = String::new();
    for (i, piece) in include_str!("../model/model-own-news.txt").split(']').enumerate() {
        news += &piece.get(usize::from(i > 0)..).unwrap_or_default().replace('[', "");
    }
    let mut texts: Vec<String> = [1 << 20, 100 << 10, 8 << 10].into_iter().map(names_and_words).collect();
    texts.push(news);
    for text in texts {
        let size = text.len();
        let article = Article::new(Record { id: "a".into(), text, ..Record::default() });
        let document = Document::new(&article);
        let rounds = (1 << 20) / size + 1;
        let mut best = f64::MAX;
        for _ in 0..3 {
            let start = js_sys::Date::now();
            for _ in 0..rounds {
                assert!(!entity::find(&document, Some(&model)).mentions.is_empty());
            }
            best = best.min(js_sys::Date::now() - start);
        }
        let rate = (article.text.len() * rounds) as f64 / 1000.0 / best.max(1.0);
        console_log!("names in {size} bytes: {rate:.2} MB/s");
        assert!(rate > 0.3, "names in {size} bytes: {rate:.2} MB/s");
    }
}
