//! Names by rule alone: runs of capitals, typed by the words in and around them.
//!
//! What the reader has before the model has loaded, or where it cannot be: precision first.
//!
//! ```text
//! Mayor Ana Diaz of Lima told the Ministry of Health  →  Ana Diaz (person), Lima (place),
//!                                                        Ministry of Health (organization)
//! ```

use super::context::{Context, is_headline};
use super::countries::{Country, country};
use super::words::{self, holds};
use super::{EntityKind, Found};
use crate::order::Arrange;
use crate::text::{Document, Sentence, TokenKind};
use std::ops::Range;

/// Finds the names of a document, in order, not overlapping.
pub(super) fn find(document: &Document, context: &Context) -> Vec<Found> {
    let mut found = Vec::new();
    for sentence in &document.sentences {
        let reader = Runs { document, context, sentence, headline: is_headline(document, sentence) };
        let mut at = sentence.first as usize;
        while at < sentence.last as usize {
            let Some(run) = reader.run(at) else {
                at += 1;
                continue;
            };
            at = run.end;
            reader.read(run, &mut found);
        }
    }
    surnames(document, &mut found);
    found
}

struct Runs<'d> {
    document: &'d Document<'d>,
    context: &'d Context<'d>,
    sentence: &'d Sentence,
    headline: bool,
}

impl Runs<'_> {
    fn word(&self, i: usize) -> &str {
        if i < self.sentence.last as usize { self.document.word(i) } else { "" }
    }

    /// The word before `i` in the sentence, or nothing.
    fn before(&self, i: usize) -> &str {
        if i > self.sentence.first as usize { self.document.word(i - 1) } else { "" }
    }

    fn is_name_word(&self, i: usize) -> bool {
        i < self.sentence.last as usize && {
            let token = self.document.tokens[i];
            let word = self.document.word(i);
            token.kind == TokenKind::Word && token.capital && !holds(words::CALENDAR, word) && word != "I"
        }
    }

    /// The run of capitals that starts at `at`, with the small words that join it.
    fn run(&self, at: usize) -> Option<Range<usize>> {
        if !self.is_name_word(at) {
            return None;
        }
        let mut end = at + 1;
        loop {
            let tokens = &self.document.tokens;
            let last = self.sentence.last as usize;
            if self.is_name_word(end) && (tokens[end].spaced || self.word(end - 1) == ".") {
                end += 1;
                continue;
            }
            let glued = |i: usize| i < last && !tokens[i].spaced;
            match self.word(end) {
                // An initial's full stop, or that of "St." and "Mt.".
                "." if glued(end) && self.word(end - 1).len() <= 2 && self.is_name_word(end + 1) => end += 2,
                "-" | "–" if glued(end) && glued(end + 1) && self.is_name_word(end + 1) => end += 2,
                "&" if self.is_name_word(end + 1) => end += 2,
                "of" | "for" if holds(words::ORGANISATIONS, self.word(end - 1)) || self.word(end - 1) == "Republic" => {
                    let skip = if self.word(end + 1) == "the" { 2 } else { 1 };
                    if !self.is_name_word(end + skip) {
                        break;
                    }
                    end += skip + 1;
                }
                joint if holds(words::PARTICLES, joint) && joint != "e" && joint != "do" => {
                    let mut next = end + 1;
                    while holds(words::PARTICLES, self.word(next)) && next < end + 3 || self.word(next) == "-" {
                        next += 1;
                    }
                    if !self.is_name_word(next) {
                        break;
                    }
                    end = next + 1;
                }
                _ => break,
            }
        }
        Some(at..end)
    }

    /// Cuts titles and common words off a run and types what is left.
    fn read(&self, run: Range<usize>, found: &mut Vec<Found>) {
        let (mut start, end) = (run.start, run.end);
        let first = self.sentence.first as usize;
        let opens = start == first
            || self.document.tokens[start].line_start
            || matches!(self.before(start), "“" | "\"" | ":" | "‘");
        if opens || self.headline {
            while start < end && holds(words::COMMON, self.word(start)) && !is_acronym(self.word(start)) {
                start += 1;
            }
        } else if self.word(start) == "The" {
            start += 1;
        }
        let mut titled = false;
        while start < end && end - start > 1 && holds(words::TITLES, self.word(start)) {
            titled = true;
            start += if self.word(start + 1) == "." { 2 } else { 1 };
        }
        if start >= end {
            return;
        }
        titled |= start == run.start && start > first && holds(words::TITLES, self.before(start));
        if let Some(kind) = self.kind(start..end, titled, opens && start == run.start) {
            found.push(Found { tokens: start..end, kind });
        }
    }

    fn kind(&self, run: Range<usize>, titled: bool, opens: bool) -> Option<EntityKind> {
        let head = self.word(run.start);
        let last = self.word(run.end - 1);
        if run.len() == 1 {
            let acronym = is_acronym(head) && !self.headline;
            if !acronym && (holds(words::TITLES, head) || holds(words::COMMON, head)) {
                return None;
            }
            match country(head) {
                Some(Country::Name) => return Some(EntityKind::Place),
                Some(Country::Demonym) => return Some(EntityKind::Norp),
                None if holds(words::GROUPS, head) => return Some(EntityKind::Norp),
                None => {}
            }
        }
        let inner = run.clone().find(|&i| matches!(self.word(i), "of" | "for"));
        if inner.is_some_and(|i| holds(words::ORGANISATIONS, self.word(i - 1)))
            || (run.len() > 1 && (holds(words::ORGANISATIONS, last) || last == "Committee"))
        {
            return Some(EntityKind::Organization);
        }
        if run.len() > 1 {
            let acronym_last = self.word(run.end) == "(" && is_acronym(self.word(run.end + 1));
            if holds(words::FACILITIES, last) {
                return Some(EntityKind::Facility);
            }
            if holds(words::EVENTS, last) {
                return Some(EntityKind::Event);
            }
            if holds(words::PLACES, last)
                || matches!(
                    head,
                    "Lake"
                        | "Mount"
                        | "Gulf"
                        | "Cape"
                        | "Fort"
                        | "North"
                        | "South"
                        | "East"
                        | "West"
                        | "New"
                        | "San"
                        | "Saint"
                        | "St"
                )
            {
                return Some(EntityKind::Place);
            }
            if acronym_last || holds(words::COMPANY_ENDINGS, last) || country(head).is_some() {
                return Some(EntityKind::Organization);
            }
        }
        let speaks = holds(words::SPEECH, self.word(run.end));
        if titled || (speaks && run.len() > 1) {
            return Some(EntityKind::Person);
        }
        if run.len() == 1 {
            return self.single(run.start, opens, speaks);
        }
        if run.clone().any(|i| is_acronym(self.word(i)) && self.word(i).len() > 2) {
            return Some(EntityKind::Organization);
        }
        if self.headline {
            return None;
        }
        if holds(words::PLACE_CUES, self.before(run.start)) && self.before(run.start) != "of" && run.len() <= 2 {
            return Some(EntityKind::Place);
        }
        let capital = |i: &usize| self.document.tokens[*i].capital;
        let common = run.clone().filter(capital).filter(|&i| self.context.lower_seen(self.word(i))).count();
        match run.len() {
            2..=4 if common == 0 => Some(EntityKind::Person),
            _ if common < run.len() => Some(EntityKind::Organization),
            _ => None,
        }
    }

    /// A name of one word: only with a sign that it is one.
    fn single(&self, i: usize, opens: bool, speaks: bool) -> Option<EntityKind> {
        let word = self.word(i);
        if is_acronym(word) && !self.headline {
            return Some(EntityKind::Organization);
        }
        if self.context.lower_seen(word) || word.len() < 3 {
            return None;
        }
        let elsewhere = self.context.inside_seen(word);
        if (opens || self.headline) && !elsewhere {
            return None;
        }
        let place = holds(words::PLACE_CUES, self.before(i));
        if speaks && !place {
            return Some(EntityKind::Person);
        }
        if holds(words::ORGANISATIONS, word) {
            return Some(EntityKind::Organization);
        }
        if place || self.context.place_cue(word) {
            return Some(EntityKind::Place);
        }
        if self.before(i) == "the" || self.context.the_before(word) {
            return Some(EntityKind::Organization);
        }
        Some(EntityKind::Person)
    }
}

/// Two to six capitals, full stops aside.
pub(super) fn is_acronym(word: &str) -> bool {
    let letters = word.bytes().filter(|&b| b != b'.').count();
    (2..=6).contains(&letters) && word.bytes().all(|b| b.is_ascii_uppercase() || b == b'.')
}

/// A name of one word that ends or opens a person's full name is that person.
fn surnames(document: &Document, found: &mut [Found]) {
    let mut known: Vec<&str> = Vec::new();
    for f in found.iter().filter(|f| f.kind == EntityKind::Person && f.tokens.len() > 1) {
        known.push(document.word(f.tokens.end - 1));
    }
    known.arrange();
    for f in found.iter_mut().filter(|f| f.tokens.len() == 1 && f.kind != EntityKind::Norp) {
        if known.binary_search(&document.word(f.tokens.start)).is_ok() {
            f.kind = EntityKind::Person;
        }
    }
}
