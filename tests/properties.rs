//! Properties that hold for any input: places lie in the text, intervals are ordered, the same
//! input gives the same output.

mod support;

use proptest::prelude::*;
use support::{held_by, read_bytes};

/// Pieces that reach further into the stages than letters at random do.
const PIECES: &[&str] = &[
    "on Friday",
    "two weeks ago",
    "31 February 2024",
    "Sept. 30",
    "２０２４年",
    "1999-13-45",
    "at 25:61 p.m.",
    "last",
    "the nine months ended",
    "from March to May",
    "'98",
    "Q3",
    "every",
    "early",
    "Gen. Li Wei",
    "U.S.",
    "FSB",
    "(FSB)",
    "Ms Diaz's",
    "al-",
    "attack",
    "killed",
    "said",
    "at least 143",
    "$1.2bn",
    "3.5 km",
    "before",
    "not",
    "“",
    "”",
    "\"",
    "\n",
    "\n\n",
    ". ",
    ", ",
    " — ",
    "\u{200f}",
    "e\u{301}",
    "🚢",
    "date 2024-03-07 ",
    "Advertisement",
    "\r\n",
    "\t",
    "-",
    "PORT ELLIS, 15 August 2022 — ",
    "by ",
    "the ",
    "in ",
    "a ",
    "year",
    "1984",
    "2,000",
    "1/2",
    "09/30/2024",
    "and",
];

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![4 => proptest::sample::select(PIECES).prop_map(str::to_owned), 1 => any::<String>(), 2 => Just(" ".to_owned())];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_text_is_read(text in text()) {
        read_bytes(text.as_bytes());
    }

    #[test]
    fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..200)) {
        read_bytes(&bytes);
    }

    #[test]
    fn the_order_of_articles_does_not_matter(texts in proptest::collection::vec(text(), 1..5), turn in 0usize..5) {
        let mut turned = held_by(&texts);
        let straight = dateline::story::tell(turned.clone());
        let by = turn % turned.len();
        turned.rotate_left(by);
        turned.reverse();
        prop_assert_eq!(straight, dateline::story::tell(turned));
    }
}

/// Long inputs of one kind: quadratic work would show as a test that never ends.
#[test]
fn long_hostile_texts_are_read() {
    for piece in [
        "a",
        "A ",
        "1",
        "1,",
        "U.S.",
        "'s",
        "\"",
        "(",
        "\n",
        "on Friday ",
        "two ",
        "and ",
        "e\u{301}",
        "-",
        "Ms ",
        "2024-",
    ] {
        let text = piece.repeat(60_000 / piece.len());
        read_bytes(text.as_bytes());
    }
}
