//! What the whole document says of a word: where it stands in lower case, or what stands before it.

use super::words::{self, holds};
use crate::letter::lower;
use crate::text::{Document, Sentence, TokenKind};
use std::collections::{HashMap, HashSet};

/// Signs gathered over all occurrences of each word.
#[derive(Debug)]
pub(super) struct Context<'d> {
    lower: HashSet<&'d str>,
    words: HashMap<&'d str, Signs>,
}

#[derive(Clone, Copy, Debug, Default)]
struct Signs {
    inside: bool,
    place_cue: bool,
    the_before: bool,
}

impl<'d> Context<'d> {
    /// Reads a document once.
    pub(super) fn new(document: &Document<'d>) -> Self {
        let mut context = Self { lower: HashSet::new(), words: HashMap::new() };
        for sentence in &document.sentences {
            let headline = is_headline(document, sentence);
            for i in sentence.token_range() {
                let token = document.tokens[i];
                if token.kind != TokenKind::Word {
                    continue;
                }
                let word = document.word(i);
                if !token.capital {
                    context.lower.insert(word);
                    continue;
                }
                if i == sentence.first as usize || headline {
                    continue;
                }
                let before = document.word(i - 1);
                let signs = context.words.entry(word).or_default();
                signs.inside |= !matches!(before, "“" | "\"" | ":" | "‘");
                signs.place_cue |=
                    matches!(before, "in" | "near" | "outside" | "from" | "across") && holds(words::PLACE_CUES, before);
                signs.the_before |= before == "the";
            }
        }
        context
    }

    /// Whether the document has the word in lower case, too.
    pub(super) fn lower_seen(&self, word: &str) -> bool {
        self.lower.contains(lower(word).as_str())
    }

    /// Whether the word stands capitalised inside a sentence.
    pub(super) fn inside_seen(&self, word: &str) -> bool {
        self.words.get(word).is_some_and(|s| s.inside)
    }

    /// Whether "in", "near", "from"… stands before the word somewhere.
    pub(super) fn place_cue(&self, word: &str) -> bool {
        self.words.get(word).is_some_and(|s| s.place_cue)
    }

    /// Whether "the" stands before the word somewhere.
    pub(super) fn the_before(&self, word: &str) -> bool {
        self.words.get(word).is_some_and(|s| s.the_before)
    }
}

/// Whether most longer words of a sentence are capitalised, so that capitals say little.
pub(super) fn is_headline(document: &Document, sentence: &Sentence) -> bool {
    let mut words = [0usize; 2];
    for i in sentence.token_range() {
        let token = document.tokens[i];
        if token.kind == TokenKind::Word && token.end - token.start > 3 {
            words[usize::from(token.capital)] += 1;
        }
    }
    let stopped = sentence.last > sentence.first && document.word(sentence.last as usize - 1) == ".";
    !stopped && words[1] > 3 && words[1] > 3 * words[0]
}
