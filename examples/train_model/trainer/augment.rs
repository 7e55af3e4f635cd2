//! Copies of the documents with other names, so that the surroundings of a name are learnt and
//! not the name: people of other cultures, other cities, countries and acronyms, each the same
//! throughout a document; titles before some people; some sentences as headlines.

use super::corpus::{Marked, Name, Random};
use dateline::entity::EntityKind;
use std::collections::BTreeMap;

/// Given names, a bar, surnames; a line a culture. Particles stand with the surname they precede.
const CULTURES: &str = include_str!("cultures.txt");
const PARTICLES: [&str; 11] = ["de", "la", "del", "dos", "da", "van", "den", "von", "bin", "al", "der"];
const TITLES: [&str; 16] = [
    "Mr. ",
    "Mr ",
    "Ms ",
    "Ms. ",
    "Mrs. ",
    "Dr. ",
    "President ",
    "Prime Minister ",
    "Gen. ",
    "Senator ",
    "Foreign Minister ",
    "Governor ",
    "spokesman ",
    "Professor ",
    "Judge ",
    "Mayor ",
];

/// What of each kind of name is changed, in percent.
const PEOPLE: u64 = 60;
const PLACES: u64 = 40;
const ACRONYMS: u64 = 40;
const TITLED: u64 = 8;
/// Sentences in headline case, and in capitals.
const HEADLINES: u64 = 5;
const CAPITALS: u64 = 1;

/// A stretch of a document: a name with its kind, or what stands between.
struct Piece {
    text: String,
    kind: Option<EntityKind>,
}

/// One altered copy of each document. `lists` gives the places to put in.
pub fn copies(documents: &[Marked], lists: &str, random: &mut Random) -> Vec<Marked> {
    let places = Places::new(lists);
    documents.iter().map(|d| copy(d, &places, random)).collect()
}

/// Listed places by list.
struct Places<'a> {
    lists: BTreeMap<&'a str, Vec<&'a str>>,
    of: BTreeMap<&'a str, &'a str>,
}

impl<'a> Places<'a> {
    fn new(text: &'a str) -> Self {
        let mut lists: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        let mut of = BTreeMap::new();
        for (list, name) in text.lines().filter_map(|l| l.split_once('\t')) {
            if matches!(list, "country" | "capital" | "city" | "demonym") && name.len() > 3 && name.is_ascii() {
                lists.entry(list).or_default().push(name);
                of.entry(name).or_insert(list);
            }
        }
        Self { lists, of }
    }

    /// Another name of the same list.
    fn other(&self, name: &str, random: &mut Random) -> Option<&'a str> {
        let list = self.lists.get(self.of.get(name)?)?;
        list.get(random.below(list.len() as u64) as usize).copied()
    }
}

fn copy(document: &Marked, places: &Places, random: &mut Random) -> Marked {
    let mut pieces = cut(document);
    let mut others: BTreeMap<String, Option<String>> = BTreeMap::new();
    let mut surnames: BTreeMap<String, String> = BTreeMap::new();
    for piece in pieces.iter_mut() {
        let Some(kind) = piece.kind else { continue };
        if !others.contains_key(&piece.text) {
            let other = another(&piece.text, kind, places, &mut surnames, random);
            others.insert(piece.text.clone(), other);
        }
        if let Some(Some(other)) = others.get(&piece.text) {
            piece.text.clone_from(other);
        }
    }
    titles(&mut pieces, random);
    headlines(&mut pieces, random);
    join(document, &pieces)
}

fn cut(document: &Marked) -> Vec<Piece> {
    let units: Vec<u16> = document.text.encode_utf16().collect();
    let text = |from: usize, to: usize| String::from_utf16_lossy(units.get(from..to).unwrap_or_default());
    let mut pieces = Vec::new();
    let mut at = 0;
    for name in &document.entities {
        if name.start < at || name.end > units.len() {
            continue;
        }
        pieces.push(Piece { text: text(at, name.start), kind: None });
        pieces.push(Piece { text: text(name.start, name.end), kind: Some(name.kind) });
        at = name.end;
    }
    pieces.push(Piece { text: text(at, units.len()), kind: None });
    pieces
}

fn another(
    text: &str,
    kind: EntityKind,
    places: &Places,
    surnames: &mut BTreeMap<String, String>,
    random: &mut Random,
) -> Option<String> {
    let mut chance = |percent: u64| random.below(100) < percent;
    match kind {
        EntityKind::Person => {
            let words: Vec<&str> = text.split(' ').collect();
            let plain = words.iter().all(|w| w.chars().next().is_some_and(char::is_uppercase));
            if let [one] = words.as_slice() {
                return surnames.get(*one).cloned();
            }
            if !plain || words.len() > 3 || !chance(PEOPLE) {
                return None;
            }
            let (given, surname) = person(random);
            surnames.insert(words[words.len() - 1].to_owned(), surname.clone());
            Some(format!("{given} {surname}"))
        }
        EntityKind::Place | EntityKind::Norp => {
            if chance(PLACES) {
                places.other(text, random).map(str::to_owned)
            } else {
                None
            }
        }
        EntityKind::Organization => {
            let acronym = (2..=5).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase());
            if !acronym || !chance(ACRONYMS) {
                return None;
            }
            Some((0..2 + random.below(3)).map(|_| (b'A' + random.below(26) as u8) as char).collect())
        }
        _ => None,
    }
}

/// A given name and a surname of one culture.
fn person(random: &mut Random) -> (String, String) {
    let cultures: Vec<&str> = CULTURES.lines().collect();
    let line = cultures[random.below(cultures.len() as u64) as usize];
    let (given, family) = line.split_once('|').unwrap_or((line, line));
    let given: Vec<&str> = given.split(' ').collect();
    let mut names: Vec<String> = Vec::new();
    let mut particles = String::new();
    for word in family.split(' ') {
        if PARTICLES.contains(&word) {
            particles = particles + word + " ";
        } else {
            names.push(std::mem::take(&mut particles) + word);
        }
    }
    let pick = |n: usize, random: &mut Random| random.below(n as u64) as usize;
    (given[pick(given.len(), random)].to_owned(), names[pick(names.len(), random)].clone())
}

/// Puts titles before some people.
fn titles(pieces: &mut [Piece], random: &mut Random) {
    for i in 1..pieces.len() {
        let (before, rest) = pieces.split_at_mut(i);
        let (Some(gap), Some(piece)) = (before.last_mut(), rest.first()) else { continue };
        let free = gap.kind.is_none() && gap.text.ends_with(' ') && !gap.text.ends_with(". ");
        let behind_title = gap.text.trim_end().rsplit(' ').next().is_some_and(|w| w.starts_with(char::is_uppercase));
        if piece.kind == Some(EntityKind::Person) && free && !behind_title && random.below(100) < TITLED {
            gap.text.push_str(TITLES[random.below(TITLES.len() as u64) as usize]);
        }
    }
}

/// Writes some sentences as headlines: on a line of their own, capitalised, without full stop.
fn headlines(pieces: &mut Vec<Piece>, random: &mut Random) {
    let mut out: Vec<Piece> = Vec::with_capacity(pieces.len());
    let mut sentence: Vec<Piece> = Vec::new();
    for piece in pieces.drain(..) {
        let mut rest = piece.text.as_str();
        while piece.kind.is_none()
            && let Some(at) = rest.find(". ")
        {
            let (head, tail) = rest.split_at(at + 2);
            sentence.push(Piece { text: head.to_owned(), kind: None });
            restyle(&mut sentence, random);
            out.append(&mut sentence);
            rest = tail;
        }
        sentence.push(Piece { text: rest.to_owned(), kind: piece.kind });
    }
    out.append(&mut sentence);
    *pieces = out;
}

fn restyle(sentence: &mut [Piece], random: &mut Random) {
    let length: usize = sentence.iter().map(|p| p.text.len()).sum();
    let roll = random.below(100);
    if !(30..160).contains(&length) || roll >= HEADLINES + CAPITALS {
        return;
    }
    for piece in sentence.iter_mut() {
        if roll < CAPITALS {
            piece.text = piece.text.to_uppercase();
        } else if piece.kind.is_none() {
            let small = ["a", "an", "and", "as", "at", "by", "for", "in", "of", "on", "or", "the", "to", "with"];
            let words: Vec<String> =
                piece.text.split(' ').map(|w| if small.contains(&w) { w.to_owned() } else { capitalised(w) }).collect();
            piece.text = words.join(" ");
        }
    }
    if let Some(first) = sentence.first_mut().filter(|p| p.kind.is_none()) {
        first.text = format!("\n\n{}", capitalised(first.text.trim_start()));
    }
    if let Some(last) = sentence.last_mut() {
        last.text = format!("{}\n\n", last.text.trim_end().trim_end_matches('.'));
    }
}

fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

fn join(document: &Marked, pieces: &[Piece]) -> Marked {
    let mut text = String::new();
    let mut entities = Vec::new();
    let mut at = 0;
    for piece in pieces {
        let length = piece.text.encode_utf16().count();
        if let Some(kind) = piece.kind {
            entities.push(Name { start: at, end: at + length, kind });
        }
        text.push_str(&piece.text);
        at += length;
    }
    Marked { suite: document.suite.clone(), text, published: document.published.clone(), entities }
}
