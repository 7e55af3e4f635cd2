//! How fast articles are read: bytes a second, and allocations a document.
//!
//! `cargo bench --bench reading`; the figures of one run are comparable with each other only.

use dateline::import::{Article, Record};
use dateline::text::Document;
use dateline::time;
use divan::counter::BytesCount;

#[global_allocator]
static ALLOCATIONS: divan::AllocProfiler<mimalloc::MiMalloc> = divan::AllocProfiler::new(mimalloc::MiMalloc);

fn main() {
    divan::main();
}

const SIZES: [usize; 5] = [1 << 10, 8 << 10, 100 << 10, 1 << 20, 10 << 20];

/// News prose of our own, repeated up to a size: a time every thirty words or so, as in agency copy.
fn prose(size: usize) -> Article {
    const PARAGRAPHS: [&str; 4] = [
        "The harbour authority said on Tuesday that it would close the northern pier after inspectors found cracks in \
         two of its supports, and that repairs costing about 4.2 million euros could last until early next year.\n\n",
        "Ana Diaz, who runs the fishing cooperative, told reporters the decision came too late. \"We wrote to them in \
         March, and again in the summer,\" she said. Her members land nearly half of the catch sold in the city.\n\n",
        "Sales in the third quarter rose 12 percent to $310 million from $277 million a year earlier, the company \
         said, helped by demand from builders in the south of the country and by a weaker currency.\n\n",
        "Opposition leaders in the assembly have asked for a hearing. A vote is expected within two weeks; the \
         minister, Li Wei, was travelling and could not be reached. Rain and high wind kept most boats in port.\n\n",
    ];
    let mut text = String::with_capacity(size + 256);
    for paragraph in PARAGRAPHS.iter().cycle() {
        if text.len() >= size {
            break;
        }
        text.push_str(paragraph);
    }
    Article::new(Record { id: "a".into(), text, published: Some("2024-05-02".into()), ..Record::default() })
}

#[divan::bench(args = SIZES)]
fn text(bencher: divan::Bencher, size: usize) {
    let article = prose(size);
    bencher.counter(BytesCount::new(article.text.len())).bench(|| Document::new(&article).tokens.len());
}

#[divan::bench(args = SIZES)]
fn text_and_time(bencher: divan::Bencher, size: usize) {
    let article = prose(size);
    bencher.counter(BytesCount::new(article.text.len())).bench(|| time::find(&Document::new(&article)).0.len());
}

#[divan::bench(args = [1 << 10, 8 << 10, 100 << 10, 1 << 20])]
fn everything(bencher: divan::Bencher, size: usize) {
    let article = prose(size);
    let reader = dateline::facts::Reader::default();
    bencher
        .counter(BytesCount::new(article.text.len()))
        .with_inputs(|| article.clone())
        .bench_values(|article| dateline::facts::read(article, &reader).events.len());
}
