//! A pass over the whole document after the model has read it: the names found are made to
//! agree with each other.
//!
//! ```text
//! President Ana Diaz … Diaz (place?)  →  Ana Diaz (person) … Diaz (person)
//! ```

use super::sheet::{Sheet, Signs, Traits};
use super::{EntityKind, Found};
use crate::order::Arrange;
use crate::text::Document;
use std::collections::{BTreeMap, HashMap};

/// What value of [`Traits::kind`] a title has.
const TITLE: u8 = 1;

/// Makes the names found agree with each other. They stay in order and do not overlap.
pub(super) fn polish(document: &Document, sheet: &Sheet, found: Vec<Found>) -> Vec<Found> {
    let pass = Pass { document, traits: &sheet.traits };
    let mut found: Vec<Found> = found.into_iter().filter_map(|f| pass.trim(f)).collect();
    pass.surnames(&mut found);
    pass.majority(&mut found);
    pass.repeats(found)
}

struct Pass<'d> {
    document: &'d Document<'d>,
    traits: &'d [Traits],
}

impl<'d> Pass<'d> {
    fn words(&self, found: &Found) -> Vec<&'d str> {
        found.tokens.clone().map(|i| self.document.word(i)).collect()
    }

    /// Takes titles off people, and articles and marks off the ends.
    fn trim(&self, mut found: Found) -> Option<Found> {
        let is_mark = |word: &str| !word.chars().any(char::is_alphanumeric);
        while found.tokens.len() > 1 {
            let first = found.tokens.start;
            let word = self.document.word(first);
            let title = found.kind == EntityKind::Person && self.traits[first].kind == TITLE;
            let stop = word == "." && self.traits[first.saturating_sub(1)].kind == TITLE;
            if title || stop || word == "the" || (is_mark(word) && word != "." && word != "'" && word != "‘") {
                found.tokens.start += 1;
            } else {
                break;
            }
        }
        while found.tokens.len() > 1
            && matches!(self.document.word(found.tokens.end - 1), "," | "-" | "(" | "'s" | "’s")
        {
            found.tokens.end -= 1;
        }
        (!found.tokens.clone().all(|i| is_mark(self.document.word(i)))).then_some(found)
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

    /// Marks occurrences of names that were found elsewhere in the document.
    fn repeats(&self, found: Vec<Found>) -> Vec<Found> {
        let mut forms: HashMap<&str, Vec<(Vec<&str>, EntityKind)>> = HashMap::new();
        for f in &found {
            let words = self.words(f);
            let single = words.len() == 1;
            let weak = single && (words[0].len() < 3 || !self.traits[f.tokens.start].capital);
            // A word that also stands in small letters may be a plain word where it opens a sentence.
            let plain = single && self.traits[f.tokens.start].signs & Signs::LOWER != 0;
            if !weak && !plain {
                let list = forms.entry(words[0]).or_default();
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
            let mut at = sentence.first as usize;
            while at < sentence.last as usize {
                if let Some(next) = found.peek()
                    && next.tokens.start <= at
                {
                    at = next.tokens.end.max(at + 1);
                    out.extend(found.next());
                    continue;
                }
                let limit = found.peek().map_or(usize::MAX, |f| f.tokens.start).min(sentence.last as usize);
                let fits = |words: &[&str]| {
                    at + words.len() <= limit && words.iter().enumerate().all(|(k, w)| self.document.word(at + k) == *w)
                };
                let repeat = forms.get(self.document.word(at)).and_then(|list| list.iter().find(|(w, _)| fits(w)));
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
