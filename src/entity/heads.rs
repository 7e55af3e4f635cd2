//! Names whose last word stands in small letters.
//!
//! ```text
//! the [Kursk] region  →  the [Kursk region];  the Rain Bank … the [Rain] bank  →  the [Rain bank]
//! the [Peruvian] electoral commission  →  the [Peruvian electoral commission]
//! ```

use super::hash;
use super::polish::{COUNTRY, ORGANISATION_HEAD, PLACE_WORD, Pass, REGION};
use super::{EntityKind, Found};
use std::collections::HashSet;

impl Pass<'_> {
    /// Lets names go on to a head in small letters: that of a region listed under its town's name, of an
    /// office that a country has one of, or of a name that the article writes in capitals elsewhere.
    pub(super) fn small_heads(&self, found: &mut [Found]) {
        let headed = |f: &&Found| f.tokens.len() > 1 && self.head(f.tokens.end - 1) != 0;
        let capital: HashSet<Vec<u32>> = found
            .iter()
            .filter(headed)
            .filter(|f| f.tokens.clone().all(|i| self.traits[i].capital))
            .map(|f| f.tokens.clone().map(|i| self.traits[i].word).collect())
            .collect();
        for i in 0..found.len() {
            let Found { tokens, kind } = found[i].clone();
            let limit = found.get(i + 1).map_or(usize::MAX, |next| next.tokens.start);
            let end = tokens.end;
            if end >= limit || !self.is_small(end) {
                continue;
            }
            let the = tokens.start > 0 && matches!(self.document.word(tokens.start - 1), "the" | "The");
            let listed = self.traits[tokens.start].lists & COUNTRY != 0;
            let country = kind == EntityKind::Norp || kind == EntityKind::Place && listed;
            let repeats = self.head(end) != 0
                && capital.contains(&(tokens.start..=end).map(|i| self.traits[i].word).collect::<Vec<_>>());
            let region = kind == EntityKind::Place && is_region(self.document.word(end));
            if repeats || region && the && self.names_region(&found[i]) {
                found[i].tokens.end += 1;
                if repeats && self.head(end) == ORGANISATION_HEAD {
                    found[i].kind = EntityKind::Organization;
                }
            } else if country
                && the
                && let Some(end) = self.office(end).filter(|&end| end <= limit)
            {
                found[i].tokens.end = end;
                found[i].kind = EntityKind::Organization;
            }
        }
    }

    /// Where an office ends whose name goes on from a country at `at`: "embassy", "electoral commission".
    fn office(&self, at: usize) -> Option<usize> {
        let word = self.document.word(at);
        if matches!(word, "embassy" | "consulate") {
            return Some(at + 1);
        }
        let body = self.is_small(at + 1) && matches!(self.document.word(at + 1), "commission" | "committee");
        let adjective = ["al", "ary", "ive", "ic", "ory"].iter().any(|end| word.ends_with(end));
        (body && adjective).then_some(at + 2)
    }

    /// Whether a region is named for this town and listed with its kind: "Kursk Oblast", but not "Kursk".
    fn names_region(&self, found: &Found) -> bool {
        let town = found.tokens.clone().fold(0, |phrase, i| hash::phrase(phrase, self.traits[i].word));
        let listed = |phrase: u32| self.lexicon.lists(phrase) & REGION != 0;
        !listed(town)
            && ["governorate", "oblast", "prefecture", "province", "region"]
                .iter()
                .any(|kind| listed(hash::phrase(town, hash::word(kind))))
    }

    /// Which kind of head a token is, or 0.
    fn head(&self, i: usize) -> u8 {
        self.traits.get(i).map_or(0, |t| if matches!(t.kind, ORGANISATION_HEAD | PLACE_WORD) { t.kind } else { 0 })
    }

    /// Whether a word in small letters stands there, apart from the word before and in its sentence.
    fn is_small(&self, i: usize) -> bool {
        self.document.tokens.get(i).is_some_and(|t| t.spaced && !t.line_start)
            && self.document.word(i).starts_with(|c: char| c.is_ascii_lowercase())
    }
}

/// Words that make a region of a town: "the Tacna region" is more than Tacna.
fn is_region(word: &str) -> bool {
    matches!(word, "area" | "governorate" | "oblast" | "prefecture" | "province" | "region")
}
