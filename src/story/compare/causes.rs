//! Why something happened: causes and blame that articles name for the same thing.

use super::Draft;
use super::index::{At, Index, shared};
use super::restated::{said, statements};
use crate::claim::{self, Term};
use crate::facts::Facts;
use crate::story::{Aspect, RowKind};

/// Words that introduce a cause, and words that name one.
const MARKERS: [&str; 20] = [
    "caused by",
    "started by",
    "sparked by",
    "triggered by",
    "due to",
    "because of",
    "blamed",
    "put the blame on",
    "blames",
    "pointed to",
    "the cause",
    "cause was",
    "brought about by",
    "led to by",
    "explanation",
    "the reason",
    "as a result of",
    "attributed to",
    "struck by",
    "to blame",
];

/// A statement that names a cause, with the terms of the cause.
struct Because {
    at: At,
    statement: u32,
    cause: Vec<Term>,
}

/// Finds the rows about causes.
pub(super) fn rows(articles: &[Facts], index: &Index, pairs: &[(At, At, f32)], drafts: &mut Vec<Draft>) {
    let mut all: Vec<Because> = Vec::new();
    for (a, facts) in articles.iter().enumerate() {
        collect(a as u32, facts, &mut all);
    }
    for &(a, b, similarity) in pairs {
        let of = |at: At| {
            let from = all.partition_point(|c| c.at < at);
            all[from..].iter().take_while(move |c| c.at == at)
        };
        for x in of(a) {
            for y in of(b) {
                let both = || vec![said(articles, x.at, x.statement), said(articles, y.at, y.statement)];
                let common: f32 = shared(&x.cause, &y.cause).map(|t| index.weight(t)).sum();
                if common > 0.0 {
                    let why = "Both name the same cause.";
                    drafts.push(Draft::new(RowKind::Agree, Aspect::Cause, 0.6, why, both()));
                } else if similarity >= 0.09 {
                    let why = "The statements speak of the same and name different causes.";
                    drafts.push(Draft::new(RowKind::HardConflict, Aspect::Cause, 1.4 + similarity, why, both()));
                }
            }
        }
    }
}

fn collect(article: u32, facts: &Facts, all: &mut Vec<Because>) {
    let text = facts.article.text.as_str();
    for sentence in 0..facts.sentences.len() as u32 {
        let at = At { article, sentence };
        let one = std::slice::from_ref(facts);
        for (i, statement) in statements(one, At { article: 0, sentence }) {
            let clause = statement.span.of(text);
            let Some(end) = MARKERS.iter().filter_map(|m| clause.find(m).map(|p| p + m.len())).min() else { continue };
            if statement.commentary > 1 {
                continue;
            }
            let from = statement.span.start + end as u32;
            let words = claim::words_of(text, crate::span::Span::new(from, statement.span.end));
            let mut cause: Vec<Term> =
                words.iter().take(9).filter_map(|w| claim::words::term(w.span.of(text))).collect();
            cause.sort_unstable();
            cause.dedup();
            if !cause.is_empty() {
                all.push(Because { at, statement: i, cause });
            }
        }
    }
}
