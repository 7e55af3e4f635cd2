//! Where a name found begins and ends: what the model took along is cut off, what it cut off is
//! put back.
//!
//! ```text
//! [LIMA - Ana Diaz]  →  [LIMA] - [Ana Diaz];  [Li Mei]-lin  →  [Li Mei-lin];  [The Rain Office]  →  The [Rain Office]
//! ```

use super::polish::{
    CAPITAL, COUNTRY, DEMONYM, FACILITY_HEAD, ORGANISATION_HEAD, ORGANIZATION, PARTICLE, PLACE_WORD, Pass, TITLE,
};
use super::words::{self, holds};
use super::{EntityKind, Found};
use std::ops::Range;

impl Pass<'_> {
    /// No name goes on behind a dash that stands apart: "LIMA - Ana Diaz" is a place and a person.
    pub(super) fn sides(&self, found: Found) -> Vec<Found> {
        let dash = |i: &usize| {
            let apart = self.document.tokens.get(i + 1).is_some_and(|t| t.spaced) && self.document.tokens[*i].spaced;
            apart && matches!(self.document.word(*i), "-" | "--" | "–" | "—")
        };
        let Some(at) = found.tokens.clone().skip(1).find(dash) else { return vec![found] };
        let left = Found { tokens: found.tokens.start..at, kind: EntityKind::Place };
        let right = at + 1..found.tokens.end;
        if right.is_empty() { vec![left] } else { vec![left, Found { tokens: right, kind: found.kind }] }
    }

    /// "Li Mei-lin" ends behind its hyphen, "Li Wei-led" before.
    pub(super) fn hyphened(&self, found: &mut [Found]) {
        for i in 0..found.len() {
            let end = found[i].tokens.end;
            let free = found.get(i + 1).is_none_or(|next| next.tokens.start >= end + 2);
            if found[i].kind == EntityKind::Person && found[i].tokens.len() > 1 && free && self.two_parts(end) {
                found[i].tokens.end += 2;
            }
        }
    }

    /// Whether a given name goes on at `end`: the "-lin" of "Li Mei-lin".
    pub(super) fn two_parts(&self, end: usize) -> bool {
        let glued = |i: usize| self.document.tokens.get(i).is_some_and(|t| !t.spaced);
        let word = self.document.word(end + 1);
        self.document.word(end) == "-"
            && glued(end)
            && glued(end + 1)
            && (2..=6).contains(&word.len())
            && word.bytes().all(|b| b.is_ascii_lowercase())
            && !hangs_on(word)
    }

    /// A letter or a word behind a listed acronym makes it a branch: "NATO X", "NATO-Xan".
    pub(super) fn branches(&self, found: &mut [Found]) {
        for i in 0..found.len() {
            let end = found[i].tokens.end;
            let first = &self.traits[found[i].tokens.start];
            if found[i].tokens.len() > 1
                || first.lists & ORGANIZATION == 0
                || !super::names::is_acronym(self.document.word(end - 1))
            {
                continue;
            }
            let hyphen = self.document.word(end) == "-";
            let at = if hyphen { end + 1 } else { end };
            let Some((t, token)) = self.traits.get(at).zip(self.document.tokens.get(at)) else { continue };
            let word = self.document.word(at);
            let letter = word.len() == 1 && !matches!(word, "A" | "I") && self.document.word(at + 1) != ".";
            let glued = self.document.tokens[end].spaced != hyphen && token.spaced != hyphen;
            let free = found.get(i + 1).is_none_or(|next| next.tokens.start > at);
            if free && glued && t.capital && (letter || hyphen && t.lists == 0) {
                found[i].tokens.end = at + 1;
                found[i].kind = EntityKind::Organization;
            }
        }
    }

    /// Cuts "Peru's Ministry" and "Peru-Chile" into two names, and "Lima-based" before its hyphen.
    pub(super) fn parts(&self, found: Found) -> Vec<Found> {
        let owner = |i: &usize| matches!(self.document.word(*i), "'s" | "’s");
        if let Some(at) = found.tokens.clone().skip(1).find(owner)
            && self.is_country(found.tokens.start..at)
            && at + 1 < found.tokens.end
        {
            let country = Found { tokens: found.tokens.start..at, kind: EntityKind::Place };
            return vec![country, Found { tokens: at + 1..found.tokens.end, kind: found.kind }];
        }
        let and = |i: &usize| matches!(self.document.word(*i), "and" | "&");
        if let Some(at) = found.tokens.clone().skip(1).find(and)
            && at + 1 < found.tokens.end
            && (self.is_listed(found.tokens.start..at) && self.is_listed(at + 1..found.tokens.end)
                || self.document.word(at) == "and"
                    && (self.is_short(found.tokens.start..at) || self.is_short(at + 1..found.tokens.end)))
        {
            let kind = found.kind;
            return vec![
                Found { tokens: found.tokens.start..at, kind },
                Found { tokens: at + 1..found.tokens.end, kind },
            ];
        }
        let hyphen = |i: &usize| matches!(self.document.word(*i), "-" | "–");
        let Some(at) = found.tokens.clone().skip(1).rfind(hyphen) else { return vec![found] };
        let (left, right) = (found.tokens.start..at, at + 1..found.tokens.end);
        let listed = |range: &Range<usize>| {
            range.clone().all(|i| self.traits[i].lists & (COUNTRY | DEMONYM | CAPITAL) != 0) && !range.is_empty()
        };
        let word = self.document.word(right.start);
        let kind = found.kind;
        if listed(&left) && listed(&right) && self.traits[left.start].part == 1 {
            return [left, right]
                .into_iter()
                .map(|tokens| {
                    let norp = self.traits[tokens.start].lists & DEMONYM != 0;
                    Found { kind: if norp { EntityKind::Norp } else { EntityKind::Place }, tokens }
                })
                .collect();
        }
        // A participle or adjective hangs on the name: "-based", "-led", "-friendly".
        let hangs = right.clone().all(|i| !self.traits[i].capital) && hangs_on(word);
        let led = right.len() > 1 && hangs_on(word) && holds(words::GROUP_NOUNS, self.document.word(right.start + 1));
        if led && !left.is_empty() {
            // "the Lima-based group Aurora".
            let mut both = vec![self.before_hyphen(left, kind)];
            if right.len() > 2 {
                both.push(Found { tokens: right.start + 2..right.end, kind: EntityKind::Organization });
            }
            return both;
        }
        if !hangs || left.is_empty() {
            return vec![found];
        }
        vec![self.before_hyphen(left, kind)]
    }

    /// What stands before a hyphen that a participle follows.
    fn before_hyphen(&self, tokens: Range<usize>, kind: EntityKind) -> Found {
        let bits = self.traits[tokens.end - 1].lists;
        let kind = match kind {
            EntityKind::Norp | EntityKind::Other if bits & ORGANIZATION != 0 => EntityKind::Organization,
            EntityKind::Norp | EntityKind::Other if bits & (COUNTRY | CAPITAL) != 0 => EntityKind::Place,
            kind => kind,
        };
        Found { tokens, kind }
    }

    /// Whether some tokens are one acronym: "ABC and Aurora" are two.
    fn is_short(&self, tokens: Range<usize>) -> bool {
        tokens.len() == 1 && super::names::is_acronym(self.document.word(tokens.start))
    }

    /// Whether some tokens are one listed name, all of it.
    fn is_listed(&self, tokens: Range<usize>) -> bool {
        let part = |i: usize| self.traits[i].part;
        let single = tokens.len() == 1 && part(tokens.start) == 1;
        single || (tokens.len() > 1 && part(tokens.start) == 2 && tokens.clone().skip(1).all(|i| part(i) == 3))
    }

    /// Whether a word of the name tells an organisation or a place, so that its article is none of it.
    fn is_office(&self, found: &Found) -> bool {
        let tells = |i: usize| matches!(self.traits[i].kind, ORGANISATION_HEAD | FACILITY_HEAD | PLACE_WORD);
        matches!(found.kind, EntityKind::Organization | EntityKind::Place) && found.tokens.clone().any(tells)
    }

    fn is_country(&self, tokens: Range<usize>) -> bool {
        let first = self.traits[tokens.start].part;
        tokens.clone().all(|i| self.traits[i].lists & COUNTRY != 0) && (tokens.len() == 1) == (first == 1) && first != 3
    }

    /// Takes titles off people, and articles and marks off the ends.
    pub(super) fn trim(&self, mut found: Found) -> Option<Found> {
        let is_mark = |word: &str| !word.chars().any(char::is_alphanumeric);
        // "John Gray, 2nd Earl": what stands behind the comma is a title.
        let comma = |i: &usize| {
            self.document.word(*i) == "," && !matches!(self.document.word(i + 1), "Jr" | "Jr." | "Sr" | "Sr." | "III")
        };
        if found.kind == EntityKind::Person
            && let Some(at) = found.tokens.clone().skip(1).find(comma)
        {
            found.tokens.end = at;
        }
        while found.tokens.len() > 1 {
            let first = found.tokens.start;
            let word = self.document.word(first);
            let title = found.kind == EntityKind::Person && self.traits[first].kind == TITLE;
            let stop = word == "." && self.traits[first.saturating_sub(1)].kind == TITLE;
            // "The Supreme Court" opens a sentence; "The Aurora" may be a ship.
            let article = match word {
                "the" => true,
                "The" => self.is_office(&found),
                "A" | "An" => {
                    matches!(found.kind, EntityKind::Place | EntityKind::Norp)
                        || self.is_listed(first + 1..found.tokens.end)
                }
                _ => false,
            };
            let capital = self.traits[found.tokens.end - 1].lists & (COUNTRY | CAPITAL) != 0;
            if article && found.kind == EntityKind::Other && capital {
                found.kind = EntityKind::Place;
            }
            if title || stop || article || (is_mark(word) && word != "." && word != "'" && word != "‘") {
                found.tokens.start += 1;
            } else {
                break;
            }
        }
        while found.tokens.len() > 1 {
            let token = found.tokens.end - 1;
            let word = self.document.word(token);
            let stays = !self.document.tokens[token].spaced
                || matches!(self.traits[token].kind, ORGANISATION_HEAD | PLACE_WORD)
                || found.kind == EntityKind::Other;
            let small = word.starts_with(char::is_lowercase) && !stays;
            if !small && !matches!(word, "," | "-" | "(" | "'s" | "’s") {
                break;
            }
            found.tokens.end -= 1;
        }
        // "Heavy rain fell" is no title of a work: half of a name's words are capitals.
        let small =
            |i: &usize| self.document.word(*i).starts_with(char::is_lowercase) && self.traits[*i].kind != PARTICLE;
        let prose = found.kind == EntityKind::Other
            && self.traits[found.tokens.start].capital
            && found.tokens.clone().filter(small).count() * 2 > found.tokens.len();
        (!prose && !found.tokens.clone().all(|i| is_mark(self.document.word(i)))).then_some(found)
    }
}

/// Whether a word hangs on a name before a hyphen: "-based", "-led", "-friendly".
fn hangs_on(word: &str) -> bool {
    word.ends_with("ed")
        || word.ends_with("ing")
        || matches!(word, "born" | "run" | "led" | "held" | "friendly" | "style" | "era" | "like" | "type" | "free")
}
