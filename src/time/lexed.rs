//! [`Lexed`]: the tokens of a document beside what the word tables say of them.

use super::words::{self, Class, Key, Word};
use crate::text::{Document, TokenKind};

/// What kind of text it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Register {
    /// An article, or a piece of one.
    Prose,
    /// A few words in which somebody speaks as "I" or to "you", outside quotation marks.
    Note,
    /// Expressions of time and the small words between them, and nothing else: what a person
    /// types to name a time. It looks ahead.
    Phrase,
}

/// The tokens of a document, each looked up once. Every index may lie outside the text: there
/// stands the empty word.
pub(super) struct Lexed<'d> {
    pub document: &'d Document<'d>,
    words: Vec<Word>,
    /// What kind of text it is: prose until [`super::register`] has looked.
    pub register: Register,
}

impl<'d> Lexed<'d> {
    pub(super) fn new(document: &'d Document<'d>) -> Self {
        let bytes = document.text.as_bytes();
        let words = document.tokens.iter().map(|token| {
            let text = &bytes[token.start as usize..token.end as usize];
            match token.kind {
                TokenKind::Number => Word { class: Class::Digits, value: 0 },
                // "FY2024" is one token, and no list holds all of them.
                TokenKind::Word if text.starts_with(b"FY") => Word { class: Class::Code, value: 0 },
                TokenKind::Word => words::find(text.strip_suffix(b".").unwrap_or(text)),
                TokenKind::Mark => Word { class: Class::Mark, value: mark(text) },
                TokenKind::Clitic => words::find(text),
            }
        });
        Self { document, words: words.collect(), register: Register::Prose }
    }

    /// Whether it is no article: short forms are read there that prose uses for other things.
    pub(super) fn brief(&self) -> bool {
        self.register != Register::Prose
    }

    /// How many tokens there are.
    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    pub(super) fn word(&self, at: usize) -> Word {
        self.words.get(at).copied().unwrap_or(Word::OTHER)
    }

    pub(super) fn class(&self, at: usize) -> Class {
        self.word(at).class
    }

    pub(super) fn value(&self, at: usize) -> u8 {
        self.word(at).value
    }

    pub(super) fn key(&self, at: usize) -> Key {
        match self.word(at) {
            Word { class: Class::Key, value } => words::key(value),
            _ => Key::None,
        }
    }

    pub(super) fn text(&self, at: usize) -> &'d str {
        self.document.word(at)
    }

    /// Whether the token is this word, whatever its case.
    pub(super) fn is(&self, at: usize, word: &str) -> bool {
        self.text(at).eq_ignore_ascii_case(word)
    }

    /// Whether the token is one of these words, which spaces part, whatever its case.
    pub(super) fn is_any(&self, at: usize, words: &str) -> bool {
        let text = self.text(at).as_bytes();
        !text.is_empty() && words.as_bytes().split(|b| *b == b' ').any(|word| word.eq_ignore_ascii_case(text))
    }

    pub(super) fn is_mark(&self, at: usize, mark: u8) -> bool {
        self.word(at) == Word { class: Class::Mark, value: mark }
    }

    /// A hyphen or a dash short enough to be one.
    pub(super) fn is_hyphen(&self, at: usize) -> bool {
        self.is_mark(at, b'-')
    }

    /// Whether white space stands before the token.
    pub(super) fn spaced(&self, at: usize) -> bool {
        self.document.tokens.get(at).is_none_or(|t| t.spaced)
    }

    /// Whether a line begins with the token.
    pub(super) fn line_start(&self, at: usize) -> bool {
        self.document.tokens.get(at).is_none_or(|t| t.line_start)
    }

    pub(super) fn capital(&self, at: usize) -> bool {
        self.document.tokens.get(at).is_some_and(|t| t.capital)
    }

    /// Whether the token is a clitic or a word at all.
    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.document.tokens.get(at).map(|t| t.kind)
    }

    /// The number that a token of plain digits writes, and how many digits it has.
    pub(super) fn digits(&self, at: usize) -> Option<(u32, usize)> {
        if self.class(at) != Class::Digits {
            return None;
        }
        let text = self.text(at);
        if text.len() > 8 {
            return None;
        }
        let mut number = 0;
        for b in text.bytes() {
            if !b.is_ascii_digit() {
                return None;
            }
            number = number * 10 + u32::from(b - b'0');
        }
        Some((number, text.len()))
    }

    /// Skips a full stop that belongs to an abbreviation.
    pub(super) fn stop(&self, at: usize) -> usize {
        at + usize::from(self.is_mark(at, b'.') && !self.spaced(at))
    }

    /// Skips a possessive ending.
    pub(super) fn skip_possessive(&self, at: usize) -> usize {
        at + usize::from(self.kind(at) == Some(TokenKind::Clitic))
    }

    /// Skips one comma.
    pub(super) fn comma(&self, at: usize) -> usize {
        at + usize::from(self.is_mark(at, b','))
    }

    /// Skips one hyphen.
    pub(super) fn hyphen(&self, at: usize) -> usize {
        at + usize::from(self.is_hyphen(at))
    }

    /// Skips one small word.
    pub(super) fn skip(&self, at: usize, key: Key) -> usize {
        at + usize::from(self.key(at) == key)
    }
}

/// A mark as one ASCII code, its look-alikes folded together; 0 for marks that no rule reads.
fn mark(text: &[u8]) -> u8 {
    match text {
        [b] => *b,
        [0xe2, 0x80, 0x90..=0x93] => b'-',
        [0xe2, 0x80, 0x94 | 0x95] => b'_',
        [0xe2, 0x80, 0x98 | 0x99] => b'\'',
        [0xe2, 0x88, 0x92] => b'-',
        [0xe2, 0x82, 0xac] | [0xc2, 0xa3 | 0xa5] => b'$',
        _ => 0,
    }
}

/// Lexes a text for a test.
#[cfg(test)]
pub(super) fn check_lexed(text: &str, mut with: impl FnMut(&Lexed)) {
    use crate::import::{Article, Record};
    let article = Article::new(Record { id: "a".into(), text: text.into(), ..Record::default() });
    let document = Document::new(&article);
    with(&Lexed::new(&document));
}
