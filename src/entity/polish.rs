//! A pass over the whole document after the model has read it: the names found are made to
//! agree with each other.
//!
//! ```text
//! President Ana Diaz … Diaz (place?)  →  Ana Diaz (person) … Diaz (person)
//! ```

use super::countries::{Country, country};
use super::lexicon::Lexicon;
use super::sheet::{Sheet, Signs, Traits};
use super::words::{self, holds};
use super::{EntityKind, Found};
use crate::order::Arrange;
use crate::text::Document;
use std::collections::{BTreeMap, HashMap};

/// What value of [`Traits::kind`] a title has.
pub(super) const TITLE: u8 = 1;
/// … a word that heads an organisation, and one that makes a place.
pub(super) const ORGANISATION_HEAD: u8 = 3;
pub(super) const PLACE_WORD: u8 = 5;
/// … and one that makes a building.
pub(super) const FACILITY_HEAD: u8 = 4;
/// … and a small word inside names.
pub(super) const PARTICLE: u8 = 10;
/// Bits of [`Traits::lists`], in the order of the lexicon's lists.
pub(super) const COUNTRY: u8 = 1;
pub(super) const DEMONYM: u8 = 1 << 1;
pub(super) const CAPITAL: u8 = 1 << 2;
pub(super) const REGION: u8 = 1 << 4;
pub(super) const ORGANIZATION: u8 = 1 << 5;
const COMPANY: u8 = 1 << 6;

/// Makes the names found agree with each other. They stay in order and do not overlap.
pub(super) fn polish(document: &Document, sheet: &Sheet, lexicon: &Lexicon, found: Vec<Found>) -> Vec<Found> {
    let pass = Pass { document, traits: &sheet.traits, lexicon };
    let found = found.into_iter().flat_map(|f| pass.sides(f)).flat_map(|f| pass.parts(f)).flat_map(|f| pass.parted(f));
    let found: Vec<Found> = found.filter_map(|f| pass.trim(f)).collect();
    let found = pass.joined(found);
    let mut found = pass.titled(found);
    pass.hyphened(&mut found);
    pass.branches(&mut found);
    pass.known(&mut found);
    pass.surnames(&mut found);
    pass.majority(&mut found);
    let found = pass.brackets(found);
    let found = pass.cued(found);
    let found = pass.repeats(found);
    let mut found = pass.bare_heads(found);
    pass.small_heads(&mut found);
    // The model knows buildings as places; the last word tells them apart.
    for f in found.iter_mut().filter(|f| f.kind == EntityKind::Place && f.tokens.len() > 1) {
        if sheet.traits[f.tokens.end - 1].kind == FACILITY_HEAD {
            f.kind = EntityKind::Facility;
        }
    }
    found
}

/// A document and what is known of its tokens.
pub(super) struct Pass<'d> {
    pub(super) document: &'d Document<'d>,
    pub(super) traits: &'d [Traits],
    pub(super) lexicon: &'d Lexicon,
}

impl<'d> Pass<'d> {
    fn words(&self, found: &Found) -> Vec<&'d str> {
        found.tokens.clone().map(|i| self.document.word(i)).collect()
    }

    /// A whole name that the lists know under one kind alone is of that kind, and so is a branch.
    fn known(&self, found: &mut [Found]) {
        let capitals = |f: &Found| self.words(f).iter().filter_map(|w| w.chars().next()).collect::<String>();
        let full = |f: &&Found| f.tokens.len() > 1 && matches!(f.kind, EntityKind::Place | EntityKind::Organization);
        let mut initials: Vec<(String, EntityKind)> =
            found.iter().filter(full).map(|f| (capitals(f), f.kind)).collect();
        initials.arrange();
        for f in found.iter_mut() {
            let first = &self.traits[f.tokens.start];
            // A branch of a listed organisation: "NATO-X".
            if first.lists & ORGANIZATION != 0
                && f.tokens.len() > 2
                && super::names::is_acronym(self.document.word(f.tokens.start))
                && self.document.word(f.tokens.start + 1) == "-"
                && self.traits[f.tokens.start + 2].capital
            {
                f.kind = EntityKind::Organization;
            }
            // A club is none of the town whose name it bears.
            if f.kind == EntityKind::Place
                && f.tokens.len() > 1
                && holds(words::BODIES, self.document.word(f.tokens.end - 1))
            {
                f.kind = EntityKind::Organization;
            }
            // "the militant group Aurora Dawn".
            let before = self.document.word(f.tokens.start.wrapping_sub(1));
            let group = match f.kind {
                EntityKind::Other => holds(words::GROUP_NOUNS, before),
                // A publisher may be a person: these are none.
                EntityKind::Person => {
                    matches!(
                        before,
                        "cell" | "company" | "faction" | "firm" | "gang" | "militia" | "movement" | "outfit"
                    )
                }
                _ => false,
            };
            if group {
                f.kind = EntityKind::Organization;
            }
            // "U. S." written apart, and "S. F." in an article of San Fernando.
            let letters: Vec<&str> = self.words(f).into_iter().filter(|w| *w != ".").collect();
            if letters.len() > 1 && letters.iter().all(|w| w.len() == 1) {
                let letters = letters.concat();
                if country(&letters) == Some(Country::Name) {
                    f.kind = EntityKind::Place;
                } else if let Ok(at) = initials.binary_search_by(|(i, _)| i.as_str().cmp(&letters)) {
                    f.kind = initials[at].1;
                }
            }
            let whole = f.tokens.clone().all(|i| self.traits[i].lists == first.lists && self.traits[i].part != 0)
                && first.part != 3
                && (f.tokens.len() == 1) == (first.part == 1);
            let titled = f.tokens.start > 0 && self.traits[f.tokens.start - 1].kind == TITLE;
            if !whole || titled || f.tokens.clone().any(|i| !self.traits[i].capital && i == f.tokens.start) {
                continue;
            }
            let organisation =
                first.lists & (ORGANIZATION | COMPANY) != 0 && first.lists & !(ORGANIZATION | COMPANY) == 0;
            f.kind = match f.kind {
                EntityKind::Person | EntityKind::Other if organisation => EntityKind::Organization,
                EntityKind::Person | EntityKind::Organization | EntityKind::Other
                    if first.lists & COUNTRY != 0 && first.lists & DEMONYM == 0 =>
                {
                    EntityKind::Place
                }
                kind => kind,
            };
        }
    }

    /// A name of one word that ends a person's full name is that person, unless it is mostly
    /// read as something else: a company or a town may bear the name, too.
    fn surnames(&self, found: &mut [Found]) {
        let mut others: HashMap<&str, i32> = HashMap::new();
        for f in found.iter().filter(|f| f.tokens.len() == 1) {
            *others.entry(self.document.word(f.tokens.start)).or_default() +=
                if f.kind == EntityKind::Person { -2 } else { 1 };
        }
        let full = |f: &&Found| f.kind == EntityKind::Person && f.tokens.len() > 1;
        let mut known: Vec<&str> =
            found.iter().filter(full).map(|f| self.document.word(f.tokens.end - 1)).filter(|w| w.len() > 2).collect();
        known.arrange();
        for f in found.iter_mut().filter(|f| f.tokens.len() == 1) {
            if matches!(f.kind, EntityKind::Organization | EntityKind::Place | EntityKind::Other)
                && known.binary_search(&self.document.word(f.tokens.start)).is_ok()
                && others.get(self.document.word(f.tokens.start)).is_none_or(|&n| n < 2)
            {
                f.kind = EntityKind::Person;
            }
        }
    }

    /// One written form has one kind in a document, that of most of its occurrences.
    fn majority(&self, found: &mut [Found]) {
        let mut counts: HashMap<Vec<&str>, BTreeMap<EntityKind, u32>> = HashMap::new();
        for f in found.iter() {
            *counts.entry(self.words(f)).or_default().entry(f.kind).or_default() += 1;
        }
        for f in found.iter_mut() {
            let Some(kinds) = counts.get(&self.words(f)) else { continue };
            let own = kinds.get(&f.kind).copied().unwrap_or(0);
            if let Some((&kind, &most)) = kinds.iter().max_by_key(|(_, n)| **n)
                && most > own
            {
                f.kind = kind;
            }
        }
    }

    /// An acronym in brackets is what the name before it is.
    fn brackets(&self, found: Vec<Found>) -> Vec<Found> {
        let mut out: Vec<Found> = Vec::with_capacity(found.len());
        for f in found {
            let end = f.tokens.end;
            // What begins inside the acronym that was marked before is no name of its own.
            if out.last().is_some_and(|last| f.tokens.start < last.tokens.end) {
                continue;
            }
            let acronym = self.document.word(end) == "("
                && self.document.word(end + 2) == ")"
                && f.tokens.len() > 1
                && f.kind != EntityKind::Person
                && super::names::is_acronym(self.document.word(end + 1))
                && self.document.word(f.tokens.start).chars().next() == self.document.word(end + 1).chars().next();
            let kind = f.kind;
            let acronym_of = |from: usize| {
                let letters = (from..end).filter_map(|i| self.document.word(i).chars().next());
                letters.filter(|c| c.is_uppercase()).eq(self.document.word(end + 1).chars())
            };
            let start = f.tokens.start;
            // "The Peruvian Rain Office (RO)": the letters tell where the name begins. Those of another
            // language tell it by the first and their number: "the Peruvian Rain Watch Office (RUV)".
            let initial = |i: usize| self.document.word(i).chars().next();
            let behind = || {
                let capitals = (start + 1..end).filter(|&i| self.traits[i].capital).count();
                let short = self.document.word(end + 1);
                capitals > 2
                    && super::names::is_acronym(short)
                    && short.len() == capitals
                    && short.chars().next() == initial(start + 1)
                    && initial(start) != initial(start + 1)
            };
            if self.document.word(end) == "("
                && kind == EntityKind::Organization
                && f.tokens.len() > 2
                && self.traits[start].lists & DEMONYM != 0
                && !acronym_of(start)
                && (acronym_of(start + 1) || behind())
            {
                out.push(Found { tokens: start..start + 1, kind: EntityKind::Norp });
                out.push(Found { tokens: start + 1..end, kind });
            } else {
                out.push(f);
            }
            if acronym {
                out.push(Found { tokens: end + 1..end + 2, kind });
            }
        }
        out
    }

    /// Marks a capitalised word that its noun names: "the Aurora news agency", "the Aurora party".
    fn cued(&self, found: Vec<Found>) -> Vec<Found> {
        let mut out = Vec::with_capacity(found.len());
        let mut found = found.into_iter().peekable();
        for sentence in &self.document.sentences {
            for i in sentence.first as usize + 1..sentence.last as usize {
                while found.peek().is_some_and(|f| f.tokens.start < i) {
                    out.extend(found.next());
                }
                let ended = out.last().is_some_and(|f: &Found| f.tokens.end > i);
                let started = found.peek().is_some_and(|f| f.tokens.start <= i);
                let taken = out.last().is_some_and(|f: &Found| f.tokens.end > i)
                    || found.peek().is_some_and(|f| f.tokens.start <= i + 2);
                let t = &self.traits[i];
                let opens = self.document.word(i - 1) == "The" && i as u32 == t.run.0 + 1;
                let whole = (t.run.0 as usize == i || opens) && t.run.1 as usize == i + 1;
                let alone = whole && t.capital && t.kind == 0 && t.signs & Signs::LOWER == 0;
                let listed = t.lists & (ORGANIZATION | COMPANY) != 0 && t.part == 1 && t.capital;
                if listed && whole && t.signs & Signs::LOWER == 0 && !ended && !started {
                    out.push(Found { tokens: i..i + 1, kind: EntityKind::Organization });
                    continue;
                }
                let behind_the = matches!(self.document.word(i - 1), "the" | "The");
                let news = usize::from(self.document.word(i + 1) == "news");
                if alone && behind_the && !taken && holds(words::NAMED_NOUNS, self.document.word(i + 1 + news)) {
                    out.push(Found { tokens: i..i + 1, kind: EntityKind::Organization });
                }
            }
        }
        out.extend(found);
        out
    }

    /// Marks occurrences of names that were found elsewhere in the document.
    fn repeats(&self, found: Vec<Found>) -> Vec<Found> {
        let mut forms: HashMap<u32, Vec<(Vec<&str>, EntityKind)>> = HashMap::new();
        for f in &found {
            let words = self.words(f);
            let single = words.len() == 1;
            let short = words[0].len() < 3 && !super::names::is_acronym(words[0]);
            let weak = single && (short || !self.traits[f.tokens.start].capital);
            // A word that also stands in small letters may be a plain word where it opens a sentence.
            let lower = self.traits[f.tokens.start].signs & Signs::LOWER != 0;
            let plain = single && lower && !super::names::is_acronym(words[0]);
            if !weak && !plain {
                let list = forms.entry(self.traits[f.tokens.start].word).or_default();
                if !list.iter().any(|(w, _)| *w == words) {
                    list.push((words, f.kind));
                }
            }
        }
        for list in forms.values_mut() {
            list.arrange_by_key(|(words, _)| std::cmp::Reverse(words.len()));
        }
        let mut out: Vec<Found> = Vec::with_capacity(found.len());
        let mut found = found.into_iter().peekable();
        for sentence in &self.document.sentences {
            // No name is found within another one, not even in one that the sentence before began.
            let mut at = out.last().map_or(0, |f| f.tokens.end).max(sentence.first as usize);
            while at < sentence.last as usize {
                if let Some(next) = found.peek()
                    && next.tokens.start <= at
                {
                    at = next.tokens.end.max(at + 1);
                    out.extend(found.next());
                    continue;
                }
                let limit = found.peek().map_or(usize::MAX, |f| f.tokens.start).min(sentence.last as usize);
                // "ANA DIAZ" in a heading is the Ana Diaz of the text.
                let same = |word: &str, known: &str| {
                    word == known || (word.eq_ignore_ascii_case(known) && !word.bytes().any(|b| b.is_ascii_lowercase()))
                };
                let fits = |words: &[&str]| {
                    at + words.len() <= limit
                        && words.iter().enumerate().all(|(k, w)| {
                            self.document.word(at + k) == *w || (words.len() > 1 && same(self.document.word(at + k), w))
                        })
                };
                let repeat = forms.get(&self.traits[at].word).and_then(|list| list.iter().find(|(w, _)| fits(w)));
                if let Some((words, kind)) = repeat
                    && self.stands_alone(at, at + words.len())
                {
                    out.push(Found { tokens: at..at + words.len(), kind: *kind });
                    at += words.len();
                } else {
                    at += 1;
                }
            }
        }
        out.extend(found);
        out
    }

    /// Whether the capitals end where the name does: "Lima" is not found in "Lima Accord".
    fn stands_alone(&self, start: usize, end: usize) -> bool {
        let run = self.traits[start].run;
        let opens = start == run.0 as usize || self.traits[start - 1].kind == TITLE;
        let goes_on = end < run.1 as usize && self.traits.get(end).is_some_and(|t| t.capital);
        opens && !goes_on
    }
}
