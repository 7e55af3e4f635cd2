//! What the model sees of each token: the word and its parts, its run of capitals, its lists,
//! and what the rest of the document says of it.

use super::hash;
use super::lexicon::{LONGEST, Lexicon};
use crate::text::{Document, Sentence, TokenKind};
use std::collections::HashMap;
use std::ops::Range;

/// One token's own traits.
#[derive(Clone, Copy, Debug, Default)]
pub struct Traits {
    /// Hash of the word in lower case.
    pub word: u32,
    /// Its shape: runs of capitals, small letters, digits and other marks.
    pub shape: u32,
    /// Hashes of its first one to five letters; the last repeats in short words.
    pub prefix: [u32; 5],
    /// Hashes of its last one to five letters.
    pub suffix: [u32; 5],
    /// Class of like use, or 0.
    pub class: u16,
    /// Coarse class, or 0.
    pub coarse: u8,
    /// Word table that holds it, or 0.
    pub kind: u8,
    /// Lists that hold a phrase over this token: the longest match's bits…
    pub lists: u8,
    /// … and how it lies in it: 1 alone, 2 first, 3 inside.
    pub part: u8,
    /// Whether it may be part of a name.
    pub active: bool,
    /// Whether its first letter is a capital.
    pub capital: bool,
    /// Its run of capitals.
    pub run: (u32, u32),
    /// What other occurrences of the word in the document say, as bits of [`Signs`].
    pub signs: u16,
}

/// A document as the model sees it.
#[derive(Debug)]
pub struct Sheet {
    /// One entry a token.
    pub traits: Vec<Traits>,
    /// Stretches of tokens that may hold names, each within one sentence.
    pub stretches: Vec<Stretch>,
}

/// Neighbouring tokens that may hold names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// First token.
    pub start: u32,
    /// One past the last token.
    pub end: u32,
    /// First token of the sentence.
    pub first: u32,
    /// One past the last token of the sentence.
    pub last: u32,
    /// Whether the sentence is written in capitals like a headline: 1 most words, 2 all letters.
    pub capitals: u8,
}

impl Sheet {
    /// Reads a document.
    #[must_use]
    pub fn new(document: &Document, lexicon: &Lexicon) -> Self {
        let mut traits: Vec<Traits> = (0..document.tokens.len()).map(|i| own_traits(document, i, lexicon)).collect();
        let mut stretches = Vec::new();
        for sentence in &document.sentences {
            let range = sentence.token_range();
            mark_lists(&mut traits, range.clone(), lexicon);
            mark_runs(document, &mut traits, range.clone());
            mark_active(&mut traits, range.clone());
            let capitals = capitals(document, sentence);
            let mut at = range.start;
            while at < range.end {
                if !traits[at].active {
                    at += 1;
                    continue;
                }
                let end = (at..range.end).find(|&i| !traits[i].active).unwrap_or(range.end);
                stretches.push(Stretch {
                    start: at as u32,
                    end: end as u32,
                    first: sentence.first,
                    last: sentence.last,
                    capitals,
                });
                at = end;
            }
        }
        mark_signs(document, &mut traits);
        Self { traits, stretches }
    }
}

fn own_traits(document: &Document, i: usize, lexicon: &Lexicon) -> Traits {
    let text = document.word(i);
    let mut t = Traits { run: (i as u32, i as u32 + 1), ..Traits::default() };
    let mut state = hash::START;
    for (i, c) in hash::letters(text).enumerate() {
        state = hash::step(state, c);
        if i < 5 {
            t.prefix[i..].fill(state);
        }
    }
    t.word = state;
    let mut state = hash::START;
    for (i, c) in hash::letters(text).rev().take(5).enumerate() {
        state = hash::step(state, c);
        t.suffix[i..].fill(state);
    }
    t.shape = shape(text);
    t.capital = document.tokens[i].capital;
    (t.class, t.coarse) = lexicon.class(t.word);
    t.kind = lexicon.kind(t.word);
    t
}

/// Runs of like characters, each marked once ("McNeil" is XxXx), and whether a run is long.
fn shape(text: &str) -> u32 {
    let mut state = hash::START;
    let mut last = ' ';
    let mut same = 0;
    for c in text.chars() {
        let kind = match c {
            'a'..='z' => 'x',
            'A'..='Z' => 'X',
            '0'..='9' => 'd',
            c if c.is_uppercase() => 'X',
            c if c.is_alphabetic() => 'x',
            '’' | '‘' => '\'',
            c => c,
        };
        same = if kind == last { same + 1 } else { 0 };
        if same == 0 || (same == 1 && kind != 'x') {
            state = hash::step(state, kind);
        }
        last = kind;
    }
    state
}

/// Marks each token under the longest listed phrase that starts at or before it.
fn mark_lists(traits: &mut [Traits], range: Range<usize>, lexicon: &Lexicon) {
    let mut at = range.start;
    while at < range.end {
        let mut phrase = 0;
        let mut best = (0, 0);
        for (length, t) in traits[at..range.end.min(at + LONGEST)].iter().enumerate() {
            phrase = hash::phrase(phrase, t.word);
            let lists = lexicon.lists(phrase);
            if lists != 0 {
                best = (length + 1, lists);
            }
        }
        let (length, lists) = best;
        for (i, t) in traits[at..at + length].iter_mut().enumerate() {
            t.lists = lists;
            t.part = match i {
                _ if length == 1 => 1,
                0 => 2,
                _ => 3,
            };
        }
        at += length.max(1);
    }
}

/// Marks the run of capitals that each capitalised token stands in.
fn mark_runs(document: &Document, traits: &mut [Traits], range: Range<usize>) {
    let mut at = range.start;
    while at < range.end {
        if !traits[at].capital {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while end < range.end {
            let glued = !document.tokens[end].spaced;
            let next = end + 1 < range.end && traits[end + 1].capital;
            match document.word(end) {
                _ if traits[end].capital => end += 1,
                "." if glued && next && document.word(end - 1).len() < 4 => end += 2,
                "-" | "–" | "/" if glued && next => end += 2,
                "&" if next => end += 2,
                _ => break,
            }
        }
        for t in &mut traits[at..end] {
            t.run = (at as u32, end as u32);
        }
        at = end;
    }
}

/// A name holds a capital, or a listed place in small letters; small words near one may belong to it.
fn mark_active(traits: &mut [Traits], range: Range<usize>) {
    const PLACES: u8 = 0b111;
    let range = range.start..range.end.min(traits.len());
    let sure = |t: &Traits| t.capital || t.run.1 - t.run.0 > 1 || t.lists & PLACES != 0;
    let marks: Vec<bool> = traits[range.clone()].iter().map(sure).collect();
    for (i, t) in traits[range].iter_mut().enumerate() {
        t.active = marks[i.saturating_sub(2)..(i + 2).min(marks.len())].contains(&true);
    }
}

/// How a sentence is capitalised: 2 all letters, 1 nearly all words, 0 as usual.
fn capitals(document: &Document, sentence: &Sentence) -> u8 {
    let (mut words, mut capital, mut all) = (0, 0, 0);
    for i in sentence.token_range() {
        let token = document.tokens[i];
        let word = document.word(i);
        if token.kind == TokenKind::Word && word.len() > 3 {
            words += 1;
            capital += usize::from(token.capital);
            all += usize::from(!word.chars().any(char::is_lowercase));
        }
    }
    match words {
        4.. if all * 10 > words * 8 => 2,
        4.. if capital * 10 > words * 8 => 1,
        _ => 0,
    }
}

/// What stands around a word, one bit each.
#[derive(Clone, Copy, Debug)]
pub struct Signs;

impl Signs {
    /// In lower case.
    pub const LOWER: u16 = 1;
    /// Capitalised inside a sentence of ordinary writing.
    pub const INSIDE: u16 = 1 << 1;
    /// Behind "in", "near", "from"…
    pub const PLACE: u16 = 1 << 2;
    /// Behind "the".
    pub const THE: u16 = 1 << 3;
    /// Behind a title.
    pub const TITLE: u16 = 1 << 4;
    /// Before "said", "told"…
    pub const SAID: u16 = 1 << 5;
    /// Before a word that heads an organisation.
    pub const ORGANISATION: u16 = 1 << 6;
    /// In brackets.
    pub const BRACKETS: u16 = 1 << 7;
    /// Before "'s".
    pub const OWNER: u16 = 1 << 8;
    /// Behind another capitalised word.
    pub const BEHIND: u16 = 1 << 9;
    /// Before another capitalised word.
    pub const BEFORE: u16 = 1 << 10;
    /// Behind "of" or "by".
    pub const OF: u16 = 1 << 11;
    /// Before a company's ending, or a place word.
    pub const PLACE_WORD: u16 = 1 << 12;
    /// Capitalised, at all.
    pub const CAPITAL: u16 = 1 << 13;
}

/// Gathers signs over all occurrences of each word; a token does not see its own.
fn mark_signs(document: &Document, traits: &mut [Traits]) {
    let mut own = vec![0u16; traits.len()];
    for sentence in &document.sentences {
        let ordinary = capitals(document, sentence) == 0;
        for i in sentence.token_range() {
            own[i] = own_signs(document, traits, sentence, i, ordinary);
        }
    }
    // Two bits of count are enough to take the own occurrence off.
    let mut counts: HashMap<u32, (u16, u16)> = HashMap::new();
    for (t, &signs) in traits.iter().zip(&own).filter(|(t, _)| t.active || !t.capital) {
        let (once, twice) = counts.entry(t.word).or_default();
        *twice |= *once & signs;
        *once |= signs;
    }
    for (t, &signs) in traits.iter_mut().zip(&own) {
        if let Some((once, twice)) = counts.get(&t.word)
            && t.active
        {
            t.signs = (once & !signs) | twice;
        }
    }
}

fn own_signs(document: &Document, traits: &[Traits], sentence: &Sentence, i: usize, ordinary: bool) -> u16 {
    let t = traits[i];
    if document.tokens[i].kind != TokenKind::Word {
        return 0;
    }
    if !t.capital {
        return Signs::LOWER;
    }
    let first = sentence.first as usize;
    let inside = i > first && ordinary && !matches!(document.word(i - 1), "\"" | "“" | "‘" | ":");
    let mut signs = Signs::CAPITAL;
    let mut set = |when: bool, sign: u16| signs |= if when { sign } else { 0 };
    set(inside, Signs::INSIDE);
    // What stands before and after the whole run speaks for its last and first words alike.
    let (start, end) = (t.run.0 as usize, t.run.1 as usize);
    set(i > start && ordinary, Signs::BEHIND);
    set(i + 1 < end && ordinary, Signs::BEFORE);
    if start > first {
        let before = document.word(start - 1);
        set(matches!(before, "in" | "at" | "from" | "near" | "across" | "outside" | "around" | "inside"), Signs::PLACE);
        set(before == "the" || before == "The", Signs::THE);
        set(traits[start - 1].kind == 1, Signs::TITLE);
        set(matches!(before, "of" | "by"), Signs::OF);
        set(before == "(" && end < document.tokens.len() && document.word(end) == ")", Signs::BRACKETS);
    }
    set(i > start && traits[start].kind == 1, Signs::TITLE);
    if end < sentence.last as usize {
        set(traits[end].kind == 9, Signs::SAID);
        set(matches!(document.word(end), "'s" | "’s"), Signs::OWNER);
        set(traits[end].kind == 3 && end == i + 1, Signs::ORGANISATION);
    }
    let head = traits[end - 1].kind;
    set(i + 1 < end && head == 3, Signs::ORGANISATION);
    set(i + 1 < end && matches!(head, 2 | 4 | 5), Signs::PLACE_WORD);
    signs
}
