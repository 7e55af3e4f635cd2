//! Articles put together from pieces of news: a story must hold together whatever they say.
//!
//! A byte is a piece, so that what the fuzzer changes stays close to news; articles end at 255.

#![no_main]

#[allow(unused, reason = "shared with the targets and tests that need the other half of it")]
#[path = "../../tests/support/mod.rs"]
mod support;

use dateline::{contract, story};
use support::held_by;

const PIECES: &[&str] = &[
    "A ferry ", "The ferry ", "Police ", "Ana Diaz ", "Diaz ", "Ms Diaz's ", "the Port Authority ", "(PA) ", "It ", "He ",
    "sank ", "killed ", "killing ", "died ", "arrested ", "denied ", "said ", "said that ", "confirmed ", "will search ",
    "did not arrest ", "was called off ", "capsized ", "warned of ", "blamed ", "opened ", "plans to open ", "was not ",
    "at least 19 ", "more than 200 ", "17 ", "some 210 ", "two ", "$3.5 million ", "3.5 km ", "12% ", "a 6.1-magnitude ",
    "people ", "passengers ", "children ", "injured ", "dead ", "euros ", "of them ", "an attack ", "the search ", "a fire ",
    "off Port Ellis ", "near the harbour ", "in Paris ", "in France ", "outside ", "because of fog ", "caused by a leak ",
    "on Tuesday ", "on 30 April ", "on 31 February 2024 ", "in 2007 ", "two days later ", "before ", "after ", "last week ",
    "at 5 p.m. ", "yesterday ", "next year ", "from March to May ", "every day ", "early ", "since ", "until Friday ",
    "“", "”", "\"", "’", ", ", ". ", "? ", "; ", ": ", "\n", "\n\n", " — ", "-", "(", ")", "not ", "never ", "may ", "if ",
    "and ", "or ", "but ", "while ", "which ", "who ", "the ", "a ", "to ", "of ", "by ", "that ", "🚢", "e\u{301}", "\u{200f}",
];

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let article = |bytes: &[u8]| bytes.iter().map(|&b| PIECES[b as usize % PIECES.len()]).collect::<String>();
    let texts: Vec<String> = bytes.split(|&b| b == 255).take(5).map(article).collect();
    let facts = held_by(&texts);
    let told = story::tell(facts.clone());
    let mut turned = facts;
    turned.reverse();
    assert_eq!(told, story::tell(turned), "the order of the articles showed");
    let json = serde_json::to_string(&contract::Story::new(&told)).expect("a story has a shape");
    assert!(json.starts_with('{'));
});
