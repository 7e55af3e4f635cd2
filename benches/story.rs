//! How fast the facts of many articles are united into one story, and how much memory it takes.
//!
//! `cargo bench --bench story`; articles are generated, about 3 KB each, twenty to an event, in
//! varied words, with what each says of its own mixed in. Reading is not measured here.

use dateline::facts::{Facts, Reader, read};
use dateline::import::{Article, Record};
use dateline::story;
use std::fmt::Write;

#[global_allocator]
static ALLOCATIONS: divan::AllocProfiler<mimalloc::MiMalloc> = divan::AllocProfiler::new(mimalloc::MiMalloc);

fn main() {
    divan::main();
}

const PLACES: [&str; 12] = [
    "Ardal",
    "Brennick",
    "Caldermouth",
    "Dunmore",
    "Eastholm",
    "Farrow Bay",
    "Glenside",
    "Harrowgate",
    "Inverloch",
    "Jarrod Falls",
    "Kestle",
    "Lowmarsh",
];
const PEOPLE: [&str; 10] = [
    "Ana Diaz",
    "Li Wei",
    "Tom Harker",
    "Ruth Osei",
    "Jan Novak",
    "Mary Kent",
    "Omar Said",
    "Ella Brandt",
    "Paul Grey",
    "Nina Falk",
];
const DEEDS: [(&str, &str); 8] = [
    ("A fire broke out at a warehouse in", "the blaze"),
    ("A passenger train derailed near", "the derailment"),
    ("Gunmen attacked a police post in", "the assault"),
    ("An earthquake struck the town of", "the tremor"),
    ("Dockworkers began a strike in", "the walkout"),
    ("A ferry sank off the coast of", "the sinking"),
    ("Police arrested the mayor of", "the arrest"),
    ("A court convicted a developer from", "the verdict"),
];

/// A generator that gives the same numbers everywhere.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }
}

/// One article of about 3 KB on the event of its number.
fn article(number: usize) -> Article {
    let event = number / 20;
    let mut at = Numbers(number as u64 + 1);
    let (deed, noun) = DEEDS[event % DEEDS.len()];
    let place = PLACES[(event / DEEDS.len()) % PLACES.len()];
    let (year, month, day) = (2010 + event / 330 % 14, event % 12 + 1, event / 12 % 27 + 1);
    let dead = 3 + event % 40 + at.below(3);
    let mut text = format!("{deed} {place} on {year}-{month:02}-{day:02}, killing {dead} people, officials said.\n\n");
    while text.len() < 3000 {
        let (who, other) = (PEOPLE[at.below(PEOPLE.len())], PLACES[at.below(PLACES.len())]);
        let n = at.below(900) + 2;
        match at.below(6) {
            0 => write!(
                text,
                "{who} told reporters that {noun} had injured {n} more people and closed the road to {other}.\n\n"
            ),
            1 => write!(
                text,
                "Rescuers from {other} reached the scene {n} minutes later and evacuated {n} families.\n\n"
            ),
            2 => {
                write!(text, "The council approved {n} million dollars for repairs, {who} announced after {noun}.\n\n")
            }
            3 => write!(text, "In {}, a similar accident killed {n} people in {other}.\n\n", 1950 + at.below(50)),
            4 => write!(
                text,
                "{who} denied that the authorities had ignored {n} complaints. A hearing will be held in {other}.\n\n"
            ),
            _ => write!(
                text,
                "Investigators found {n} documents in an office that {who} rented, and searched two houses.\n\n"
            ),
        }
        .expect("a string takes any text");
    }
    Article::new(Record {
        id: format!("a{number:05}"),
        text,
        published: Some(format!("{year}-{month:02}-{:02}", day + 1)),
        ..Record::default()
    })
}

fn facts(count: usize) -> Vec<Facts> {
    let reader = Reader::default();
    (0..count).map(|n| read(article(n), &reader)).collect()
}

/// The rate (articles a second) tells how near to linear it is.
#[divan::bench(args = [10, 100, 1000], sample_count = 3, sample_size = 1)]
fn unite(bencher: divan::Bencher, count: usize) {
    measure(bencher, count);
}

#[divan::bench(args = [10_000], sample_count = 1, sample_size = 1)]
fn unite_many(bencher: divan::Bencher, count: usize) {
    measure(bencher, count);
}

fn measure(bencher: divan::Bencher, count: usize) {
    let facts = facts(count);
    bencher
        .counter(divan::counter::ItemsCount::new(count))
        .with_inputs(|| facts.clone())
        .bench_values(|facts| story::tell(facts).events.len());
}
