//! Names that lie side by side: one name cut at "and", "&" or "for" is put together, two that
//! were taken as one are parted.
//!
//! ```text
//! the [Lima] and [Tacna Railway]  →  the [Lima and Tacna Railway]
//! [Rain Council and Water Board]  →  [Rain Council] and [Water Board]
//! pro-[Peruvian Rain Party]  →  pro-[Peruvian] [Rain Party]
//! ```

use super::polish::{COUNTRY, DEMONYM, FACILITY_HEAD, ORGANISATION_HEAD, ORGANIZATION, Pass, TITLE};
use super::sheet::Signs;
use super::{EntityKind, Found, words};
use crate::order::Arrange;

impl Pass<'_> {
    /// Parts what holds two names.
    pub(super) fn parted(&self, found: Found) -> Vec<Found> {
        let Found { tokens, kind } = found.clone();
        // Two offices: each side of the "and" has a head of its own.
        let and = |&i: &usize| self.document.word(i) == "and";
        if kind == EntityKind::Organization
            && let Some(at) = tokens.clone().find(and)
            && at > tokens.start + 1
            && tokens.end > at + 2
            && headed(self.traits[at - 1].kind)
            && headed(self.traits[tokens.end - 1].kind)
        {
            let right = at + 1 + usize::from(self.document.word(at + 1) == "the");
            return vec![Found { tokens: tokens.start..at, kind }, Found { tokens: right..tokens.end, kind }];
        }
        // "pro-Peruvian Rain Party": what hangs on a prefix is no part of the name behind it.
        let first = &self.traits[tokens.start];
        if tokens.len() > 1
            && matches!(kind, EntityKind::Organization | EntityKind::Place)
            && tokens.start > 1
            && self.document.word(tokens.start - 1) == "-"
            && !self.document.tokens[tokens.start].spaced
            && matches!(self.document.word(tokens.start - 2), "pro" | "Pro" | "anti" | "Anti" | "non" | "sub")
            && self.traits[tokens.start + 1].capital
        {
            let rest = Found { tokens: tokens.start + 1..tokens.end, kind };
            let norp = Found { tokens: tokens.start..tokens.start + 1, kind: EntityKind::Norp };
            return if first.lists & DEMONYM != 0 { vec![norp, rest] } else { vec![rest] };
        }
        // "Peruvian Ana Diaz" is a Peruvian.
        if tokens.len() > 2
            && kind == EntityKind::Person
            && first.lists & DEMONYM != 0
            && first.part == 1
            && (tokens.start + 1..tokens.end).all(|i| self.traits[i].capital)
        {
            let norp = Found { tokens: tokens.start..tokens.start + 1, kind: EntityKind::Norp };
            return vec![norp, Found { tokens: tokens.start + 1..tokens.end, kind }];
        }
        vec![found]
    }

    /// Puts together what is one name.
    pub(super) fn joined(&self, found: Vec<Found>) -> Vec<Found> {
        let mut out: Vec<Found> = Vec::with_capacity(found.len());
        for f in found {
            match out.last_mut() {
                Some(last) if last.tokens.end > f.tokens.start => {}
                Some(last) if self.is_one(last, &f) => {
                    *last = Found { tokens: last.tokens.start..f.tokens.end, kind: EntityKind::Organization };
                }
                _ => out.push(f),
            }
            if let Some(last) = out.last_mut() {
                last.tokens.end = self.list_end(last);
            }
        }
        out
    }

    /// Whether two neighbours are one organisation.
    fn is_one(&self, a: &Found, b: &Found) -> bool {
        let at = a.tokens.end;
        let between = match b.tokens.start.checked_sub(at) {
            Some(1) => self.document.word(at),
            Some(2) if self.document.word(at + 1) == "the" => self.document.word(at),
            _ => return false,
        };
        // "C&" at the end of a line and the name that opens the next are two.
        if self.document.tokens[b.tokens.start].line_start {
            return false;
        }
        let first = &self.traits[a.tokens.start];
        let office = b.kind == EntityKind::Organization && self.traits[b.tokens.end - 1].kind == ORGANISATION_HEAD;
        match between {
            "&" => a.kind == EntityKind::Organization || b.kind == EntityKind::Organization,
            // "the Lima and Tacna Railway".
            "and" => {
                a.tokens.len() < 4
                    && b.tokens.len() > 1
                    && b.tokens.start == at + 1
                    && office
                    && a.tokens.start > 0
                    && matches!(self.document.word(a.tokens.start - 1), "the" | "The")
                    && !a.tokens.clone().any(|i| headed(self.traits[i].kind))
                    && a.kind != EntityKind::Person
                    && !super::names::is_acronym(self.document.word(at - 1))
                    && (first.lists | self.traits[b.tokens.start].lists) & (COUNTRY | DEMONYM | ORGANIZATION) == 0
            }
            // "the Rain Foundation for the Arts".
            "for" => {
                a.kind == EntityKind::Organization
                    && a.tokens.len() > 1
                    && words::holds(words::PURPOSEFUL, self.document.word(at - 1))
                    && !matches!(b.kind, EntityKind::Person | EntityKind::Event)
                    && self.traits[b.tokens.start].capital
                    && self.traits[b.tokens.start].lists & COUNTRY == 0
            }
            _ => false,
        }
    }

    /// Where an office ends whose name lists its fields: "Ministry of Rain, Wind and Water".
    fn list_end(&self, found: &Found) -> usize {
        let end = found.tokens.end;
        let words = |i: usize| self.document.word(i);
        let office = matches!(
            words(found.tokens.start),
            "Ministry" | "Department" | "Minister" | "Office" | "Bureau" | "Committee" | "Secretary"
        );
        if found.kind != EntityKind::Organization || !office || !found.tokens.clone().any(|i| words(i) == "of") {
            return end;
        }
        // One or two capitalised words that no list knows.
        let field = |at: usize| {
            let plain = |&i: &usize| self.traits.get(i).is_some_and(|t| t.capital && t.lists == 0);
            let end = (at..at + 3).take_while(plain).last().map(|i| i + 1)?;
            (self.traits[end - 1].kind != ORGANISATION_HEAD && end < at + 3).then_some(end)
        };
        let mut at = end;
        while words(at) == "," {
            let Some(next) = field(at + 1) else { return end };
            at = next;
        }
        match (at > end, words(at)) {
            (true, "and") => field(at + 1).unwrap_or(end),
            _ => end,
        }
    }
}

impl Pass<'_> {
    /// Marks people whom a title and a given name of two parts tell: "President Park Jae-won".
    pub(super) fn titled(&self, found: Vec<Found>) -> Vec<Found> {
        let mut out: Vec<Found> = Vec::with_capacity(found.len());
        let mut found = found.into_iter().peekable();
        for i in 1..self.traits.len() {
            while let Some(f) = found.next_if(|f| f.tokens.start < i) {
                out.push(f);
            }
            let (t, title) = (&self.traits[i], &self.traits[i - 1]);
            let end = t.run.1 as usize;
            let person = title.kind == TITLE && title.run == t.run && end == i + 2 && self.two_parts(end);
            let free =
                out.last().is_none_or(|f| f.tokens.end <= i) && found.peek().is_none_or(|f| f.tokens.start >= end);
            if person && free {
                out.push(Found { tokens: i..end, kind: EntityKind::Person });
            }
        }
        out.extend(found);
        out
    }

    /// "the Board" of an article that tells of the Water Board, where it never writes "board".
    pub(super) fn bare_heads(&self, found: Vec<Found>) -> Vec<Found> {
        let of = |i: usize| matches!(self.document.word(i), "of" | "for");
        let mut heads: Vec<u32> = Vec::new();
        for f in found.iter().filter(|f| f.kind == EntityKind::Organization && f.tokens.len() > 1) {
            let head = |&i: &usize| self.traits[i].kind == ORGANISATION_HEAD && (i + 1 == f.tokens.end || of(i + 1));
            heads.extend(f.tokens.clone().filter(head).map(|i| self.traits[i].word));
        }
        heads.arrange();
        let mut out = Vec::with_capacity(found.len());
        let mut found = found.into_iter().peekable();
        for i in 1..self.traits.len() {
            while let Some(f) = found.next_if(|f| f.tokens.start < i) {
                out.push(f);
            }
            let t = &self.traits[i];
            let free =
                out.last().is_none_or(|f: &Found| f.tokens.end <= i) && found.peek().is_none_or(|f| f.tokens.start > i);
            let the = matches!(self.document.word(i - 1), "the" | "The");
            let alone = t.run.1 as usize == i + 1 && (t.run.0 as usize == i || t.run.0 as usize + 1 == i && the);
            if t.capital
                && free
                && the
                && alone
                && t.kind == ORGANISATION_HEAD
                && t.signs & Signs::LOWER == 0
                && heads.binary_search(&t.word).is_ok()
            {
                out.push(Found { tokens: i..i + 1, kind: EntityKind::Organization });
            }
        }
        out.extend(found);
        out
    }
}

/// Whether a kind of word heads an office or a building.
fn headed(kind: u8) -> bool {
    matches!(kind, ORGANISATION_HEAD | FACILITY_HEAD)
}
