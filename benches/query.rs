//! How fast a large story is narrowed: any filter with all facet counts, and typed words.
//!
//! `cargo bench --bench query --features bench-page`; `make bench-page` measures the same in a browser.
//! The story is made by a fixed rule, so that figures of two days can be compared: 200 articles of
//! 40 sources, 1 000 names, events over three years.

use dateline::query::made::{self, Size};
use dateline::query::{Index, select};
use std::sync::{Arc, OnceLock};

fn main() {
    divan::main();
}

const SIZES: [usize; 2] = [100_000, 1_000_000];

fn index(events: usize) -> &'static Index {
    static INDICES: [OnceLock<Index>; 2] = [OnceLock::new(), OnceLock::new()];
    let place = SIZES.iter().position(|&size| size == events).unwrap_or(0);
    INDICES[place].get_or_init(|| Index::new(Arc::new(made::story(Size::many(events as u32)))))
}

#[divan::bench(args = SIZES, consts = [0, 1, 2, 3, 4, 5, 6, 7])]
fn select_and_count<const ASKED: usize>(bencher: divan::Bencher, events: usize) {
    let index = index(events);
    let query = made::query(index, &made::ASKED[ASKED]);
    bencher.bench(|| select(index, &query).size);
}

#[divan::bench(args = [SIZES[0]])]
fn typed(bencher: divan::Bencher, events: usize) {
    let index = index(events);
    let query = made::query(index, &("", "q=name+99", &[]));
    bencher.bench(|| select(index, &query).size);
}

#[divan::bench(args = SIZES, sample_count = 3)]
fn build(bencher: divan::Bencher, events: usize) {
    let story = index(events).story.clone();
    bencher.bench(|| Index::new(story.clone()).values(0).len());
}
