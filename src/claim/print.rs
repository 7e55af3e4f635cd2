//! Fingerprints of an article's sentences, by which [`crate::story`] finds passages that two share.
//!
//! Shingles of [`SHINGLE`] words are hashed and winnowed (Schleimer, Wilkerson and Aiken 2003): of
//! every [`WINDOW`] neighbours the smallest is kept, so two texts that share a stretch of
//! `SHINGLE + WINDOW - 1` words share a print.

use crate::letter::lower;
use crate::order::Arrange;
use crate::span::Span;
use serde::{Deserialize, Serialize};
use xxhash_rust::xxh3::xxh3_64;

/// Words in a shingle.
const SHINGLE: usize = 4;
/// Of how many neighbouring shingles the smallest is kept.
const WINDOW: usize = 3;

/// The hash of one shingle and the sentence that holds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Print {
    /// Hash of the words.
    pub hash: u32,
    /// Index into [`crate::facts::Facts::sentences`].
    pub sentence: u32,
}

/// A word as copies compare it: hash of its lower-case letters, and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Hash of the lower-case letters.
    pub hash: u32,
    /// Its place.
    pub span: Span,
    /// Whether it begins with a digit or a capital letter.
    pub marked: bool,
}

/// The words of a stretch of text with their hashes.
#[must_use]
pub fn words(text: &str, span: Span) -> Vec<Word> {
    let read = |span: Span| {
        let word = span.of(text);
        let marked = word.starts_with(|c: char| c.is_numeric() || c.is_uppercase());
        Word { hash: hash(word), span, marked }
    };
    places(text, span).into_iter().map(read).collect()
}

/// The words of a stretch of text: runs of letters and digits, numbers with their separators.
#[must_use]
pub fn places(text: &str, span: Span) -> Vec<Span> {
    let inside = span.of(text);
    let mut words = Vec::with_capacity(inside.len() / 5);
    let bytes = inside.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    // How long the letter or digit is that stands there; 0 where none does. Most are one byte, and
    // need no decoding.
    let letter = |at: usize| match bytes.get(at) {
        Some(byte) if byte.is_ascii() => usize::from(byte.is_ascii_alphanumeric()),
        Some(_) => inside
            .get(at..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, |c| if c.is_alphanumeric() { c.len_utf8() } else { 0 }),
        None => 0,
    };
    let mut end = 0;
    while end < bytes.len() {
        let start = end;
        loop {
            let long = letter(end);
            if long > 0 {
                end += long;
            } else if end > start && matches!(bytes.get(end), Some(b'.' | b',')) && digit(end - 1) && digit(end + 1) {
                end += 1;
            } else {
                break;
            }
        }
        if end > start {
            words.push(Span::new(span.start + start as u32, span.start + end as u32));
        }
        // Within a character of several bytes no letter begins.
        end += 1;
    }
    words
}

fn hash(word: &str) -> u32 {
    // Most words are short and plain, and need no memory of their own.
    let mut few = [0u8; 24];
    if let Some(few) = few.get_mut(..word.len())
        && word.is_ascii()
    {
        few.copy_from_slice(word.as_bytes());
        few.make_ascii_lowercase();
        return xxh3_64(few) as u32;
    }
    let lower = lower(word);
    xxh3_64(lower.as_bytes()) as u32
}

/// The prints of an article's sentences, in order of the sentences.
pub(super) fn find(text: &str, sentences: &[Span]) -> Vec<Print> {
    let mut prints = Vec::new();
    for (index, &sentence) in sentences.iter().enumerate() {
        let words = words(text, sentence);
        let hashes: Vec<u32> = words.windows(SHINGLE).map(shingle).collect();
        let first = prints.len();
        for window in hashes.chunks(1).enumerate().map(|(i, _)| &hashes[i..hashes.len().min(i + WINDOW)]) {
            let Some(&hash) = window.iter().min() else { continue };
            let print = Print { hash, sentence: index as u32 };
            if prints.len() == first || prints.last() != Some(&print) {
                prints.push(print);
            }
        }
        prints[first..].arrange();
    }
    prints.dedup();
    prints
}

fn shingle(words: &[Word]) -> u32 {
    let mut bytes = [0u8; SHINGLE * 4];
    for (slot, word) in bytes.chunks_exact_mut(4).zip(words) {
        slot.copy_from_slice(&word.hash.to_le_bytes());
    }
    xxh3_64(&bytes) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Vec<Print> {
        find(text, &[Span::new(0, text.len() as u32)])
    }

    #[test]
    fn words_keep_numbers_whole() {
        let text = "Some 2,134 homes, at €3.5m. Ça va?";
        let found: Vec<_> =
            words(text, Span::new(0, text.len() as u32)).iter().map(|w| w.span.of(text)).collect::<Vec<_>>();
        assert_eq!(found, ["Some", "2,134", "homes", "at", "3.5m", "Ça", "va"]);
    }

    #[test]
    fn a_shared_stretch_shares_a_print() {
        let a = of("The harbour master said that the ferry left at dawn.");
        let b = of("According to him, said that the ferry left AT DAWN!");
        assert!(a.iter().any(|p| b.iter().any(|q| p.hash == q.hash)));
        let c = of("The harbour master was asleep when a boat went out.");
        assert!(!c.iter().any(|p| b.iter().any(|q| p.hash == q.hash)));
    }

    #[test]
    fn short_and_odd_text() {
        assert!(of("").is_empty());
        assert!(of("Not four words").is_empty());
        assert_eq!(of("Just these four words").len(), 1);
    }
}
