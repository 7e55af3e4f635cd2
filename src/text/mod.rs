//! One article's text as sentences and tokens.
//!
//! Decides nothing about meaning: where words, sentences, paragraphs and quotations begin and
//! end, and which sentences are prose. Linear in the length of the text, whatever it holds.

mod language;
mod sentence;
mod token;

pub use sentence::{Sentence, SentenceKind};
pub use token::{Token, TokenKind};

use crate::import::Article;
use crate::span::Span;
use std::ops::Range;

/// One article, cut into sentences and tokens.
#[derive(Debug)]
pub struct Document<'a> {
    /// The article it was made from.
    pub article: &'a Article,
    /// The article's original text.
    pub text: &'a str,
    /// All tokens in order; white space lies between them.
    pub tokens: Vec<Token>,
    /// All sentences in order; every token outside noise belongs to exactly one.
    pub sentences: Vec<Sentence>,
    /// ISO 639-1 code of its language, `und` where that cannot be told.
    pub language: &'static str,
}

impl<'a> Document<'a> {
    /// Cuts an article's text.
    #[must_use]
    pub fn new(article: &'a Article) -> Self {
        let text = article.text.as_str();
        let tokens = token::tokenize(text);
        let sentences = sentence::split(text, &tokens, &article.noise);
        let language = language::detect(text, &tokens);
        Self { article, text, tokens, sentences, language }
    }

    /// The text of a token.
    #[must_use]
    pub fn word(&self, token: usize) -> &'a str {
        self.tokens.get(token).map_or("", |t| t.span().of(self.text))
    }

    /// The tokens of a sentence.
    #[must_use]
    pub fn tokens_of(&self, sentence: &Sentence) -> &[Token] {
        &self.tokens[sentence.token_range()]
    }

    /// Index of the first token that starts at or after a byte.
    #[must_use]
    pub fn token_at(&self, byte: u32) -> usize {
        self.tokens.partition_point(|t| t.start < byte)
    }

    /// Indices of the tokens that lie wholly in a span.
    #[must_use]
    pub fn tokens_in(&self, span: Span) -> Range<usize> {
        let start = self.token_at(span.start);
        let end = self.tokens.partition_point(|t| t.end <= span.end);
        start..end.max(start)
    }

    /// Index of the sentence that holds a byte, if one does.
    #[must_use]
    pub fn sentence_at(&self, byte: u32) -> Option<usize> {
        let i = self.sentences.partition_point(|s| s.span.end <= byte);
        (self.sentences.get(i)?.span.start <= byte).then_some(i)
    }
}
