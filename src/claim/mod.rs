//! What one article states, ready to be compared: figures, statements, and prints of its wording.
//!
//! Reads one [`Document`] with its times; sees no other article. Every claim is a span of the
//! article's own text and lies within one sentence.

mod clause;
mod denial;
mod lexicon;
pub mod number;
mod print;
pub mod quantity;
mod statement;
pub mod unit;
pub mod words;

pub(crate) use denial::{CARED_FOR, MINDED};
pub use lexicon::{Lexicon, Turns, Word};
pub use print::Print;
pub use quantity::{Kind, Quantity, Scope};
pub use statement::Statement;
pub use words::Term;

use crate::span::Span;
use crate::text::Document;
use crate::time::{TimeKind, TimeMention};
use serde::{Deserialize, Serialize};

/// All that one article states.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claims {
    /// Winnowed shingles of its sentences.
    pub prints: Vec<Print>,
    /// Its clauses, in order.
    pub statements: Vec<Statement>,
    /// Its figures, in order.
    pub quantities: Vec<Quantity>,
    /// Its words.
    #[serde(skip)]
    pub lexicon: Lexicon,
}

impl Claims {
    /// The figures of one statement.
    #[must_use]
    pub fn figures_of(&self, statement: u32) -> &[Quantity] {
        let from = self.quantities.partition_point(|q| q.statement < statement);
        let rest = &self.quantities[from..];
        &rest[..rest.partition_point(|q| q.statement == statement)]
    }

    /// The figures of one sentence.
    #[must_use]
    pub fn figures_in(&self, sentence: u32) -> &[Quantity] {
        let of = |q: &Quantity| self.statements[q.statement as usize].sentence;
        let from = self.quantities.partition_point(|q| of(q) < sentence);
        let rest = &self.quantities[from..];
        &rest[..rest.partition_point(|q| of(q) == sentence)]
    }
}

/// Finds what a document states. `sentences` are its sentences of prose, in order.
#[must_use]
pub fn find(document: &Document, sentences: &[Span], times: &[TimeMention]) -> Claims {
    let mut claims = Claims::default();
    claims.prints = print::find(document.text, &claims.lexicon, sentences);
    let dates: Vec<Span> =
        times.iter().filter(|t| matches!(t.kind, TimeKind::Date | TimeKind::Time)).map(|t| t.span).collect();
    let dated = |token: usize| {
        let Some(token) = document.tokens.get(token) else { return false };
        let at = dates.partition_point(|d| d.end <= token.start);
        dates.get(at).is_some_and(|d| d.overlaps(token.span()))
    };
    // An undated article is at least as young as the last year that it names.
    let named = || times.iter().filter_map(|t| t.days).map(|d| d.from.year()).max();
    let year = document.article.published_date().map(|d| d.year()).or_else(named);
    for (index, &span) in sentences.iter().enumerate() {
        let Some(sentence) = document.sentence_at(span.start).map(|i| document.sentences[i]) else { continue };
        let mut clauses = Vec::new();
        for clause in clause::clauses(document, &sentence, &dated) {
            if let Some(mut statement) = statement::read(document, index as u32, clause.clone()) {
                // "City hall says it passed. It did not." denies what stands before it; "Not us", "Let's not have
                // that" do not.
                if statement.negated
                    && statement.terms.is_empty()
                    && denial::is_elliptic(document, clause.clone())
                    && let Some(before) = claims.statements.last()
                {
                    statement.denied.clone_from(&before.terms);
                    statement.terms.clone_from(&before.terms);
                }
                clauses.push((clause, claims.statements.len() as u32));
                claims.statements.push(statement);
            }
        }
        quantity::find(document, sentence.token_range(), &clauses, &dated, year, &mut claims.quantities);
    }
    claims
}
