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

/// Sentences that speak of a few things in several words, so that articles meet and differ.
const SENTENCES: &[&str] = &[
    "A ferry sank off Port Ellis on Tuesday, killing 19 people.",
    "On 30 April the Marisol capsized near Port Ellis; at least 17 passengers died.",
    "The coastguard rescued 212 passengers, a spokeswoman said.",
    "Some 210 people were brought ashore by fishing boats.",
    "The captain, Luis Moreno, denied that the ferry had been overloaded.",
    "The ferry carried more people than it was allowed to, the port authority said.",
    "Moreno was arrested on Wednesday.",
    "Police did not arrest the captain.",
    "The owner will pay 3.5 million euros to the families.",
    "“We are sorry,” said Ana Diaz, who heads the company 🚢.",
    "Divers will search the wreck next week.",
    "The search was called off after two days.",
    "In 2007 a quake killed 519 people along the coast.",
    "Rain fell.",
];

/// A story of articles that share sentences, each of a day of its own.
fn story() -> impl Strategy<Value = Vec<String>> {
    let article = proptest::collection::vec(proptest::sample::select(SENTENCES), 1..7).prop_map(|s| s.join(" "));
    proptest::collection::vec(article, 2..6)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn a_story_of_articles_that_meet(texts in story(), turn in 0usize..6) {
        let facts = held_by(&texts);
        let told = dateline::story::tell(facts.clone());

        let mut turned = facts.clone();
        turned.rotate_left(turn % texts.len());
        turned.reverse();
        prop_assert_eq!(&told, &dateline::story::tell(turned));

        // The text of every claim is what stands at its place, in the units that leave the program.
        let json = serde_json::to_value(dateline::contract::Story::new(&told)).expect("a story has a shape");
        for claim in json["comparison"].as_array().into_iter().flatten().flat_map(|r| r["claims"].as_array()).flatten() {
            let article = told.articles.iter().find(|f| claim["article"] == f.article.id.as_str());
            let units: Vec<u16> = article.expect("the article is known").article.text.encode_utf16().collect();
            let at = |end: &str| claim[end].as_u64().expect("an offset") as usize;
            let text = String::from_utf16(&units[at("start")..at("end")]).expect("a claim ends between letters");
            prop_assert_eq!(claim["text"].as_str(), Some(text.as_str()));
        }

        // One more time the same adds copies and nothing to compare or to tell.
        let mut twice = facts.clone();
        let mut again = facts[turn % texts.len()].clone();
        again.article.id = "zz-again".into();
        twice.push(again);
        let twice = dateline::story::tell(twice);
        let ids = |s: &dateline::story::Story| -> Vec<String> {
            s.rows.iter().map(|r| r.id.clone()).chain(s.events.iter().map(|e| e.id.clone())).collect()
        };
        prop_assert_eq!(ids(&told), ids(&twice));

        // What the others say stays: as read, and wherever it is compared.
        let gone = turn % texts.len();
        let (mut fewer, facts_of) = (facts.clone(), &facts);
        fewer.remove(gone);
        let left = dateline::story::tell(fewer.clone());
        prop_assert_eq!(&left.articles, &fewer);
        for event in &left.events {
            for mention in &event.mentions {
                let facts = &left.articles[mention.place.article as usize];
                prop_assert_ne!(&facts.article.id, &facts_of[gone].article.id);
                prop_assert_eq!(facts.events[mention.event as usize].trigger, mention.place.span);
            }
        }
        let mentions = |s: &dateline::story::Story, without: &str| -> usize {
            let of = |m: &&dateline::story::EventMention| s.articles[m.place.article as usize].article.id != without;
            s.events.iter().flat_map(|e| &e.mentions).filter(of).count()
        };
        prop_assert_eq!(mentions(&told, &facts[gone].article.id), mentions(&left, ""));
    }
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

/// What fuzzing found once.
#[test]
fn what_was_found_once_stays_mended() {
    read_bytes(b"from5pm-7\n:\n8-9am\n8am - 1p%\nI lost 3 to 4 and then 2 - \n");
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
