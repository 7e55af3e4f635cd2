//! Fingerprints of an article's sentences, by which [`crate::story`] finds passages that two share.
//!
//! Shingles of [`SHINGLE`] words are hashed and winnowed (Schleimer, Wilkerson and Aiken 2003): of
//! every [`WINDOW`] neighbours the smallest is kept, so two texts that share a stretch of
//! `SHINGLE + WINDOW - 1` words share a print.

use super::lexicon::{Lexicon, Word};
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

/// The prints of an article's sentences, in order of the sentences.
pub(super) fn find(text: &str, lexicon: &Lexicon, sentences: &[Span]) -> Vec<Print> {
    let mut prints = Vec::new();
    for (index, &sentence) in sentences.iter().enumerate() {
        let words = lexicon.within(text, sentence);
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
        find(text, &Lexicon::default(), &[Span::new(0, text.len() as u32)])
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
