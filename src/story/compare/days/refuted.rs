//! Dates that one says outright are wrong: "on 26 August, not in October", against "on 2 October".

use super::dated::{Dated, both, statement};
use super::nested::within;
use crate::story::compare::index::shared;
use crate::story::compare::phrase::Phrase;
use crate::story::compare::{Draft, Telling};
use crate::story::{Aspect, RowKind};

/// Words before a date that is refused.
const REFUSED: [&str; 7] =
    ["not in ", "not on ", "not at ", "not since ", "rather than in ", "rather than on ", "and not "];
/// Dates within a refused one that are looked at, at most; and refused ones, each held against all dates.
const FEW: usize = 24;
const REFUSALS: usize = 64;

/// Finds the rows; `all` in the order of their sentences.
pub(super) fn rows(story: &Telling, all: &[Dated], drafts: &mut Vec<Draft>) {
    let before = |d: &Dated| &story.articles[d.at.article as usize].article.text[..d.time.span.start as usize];
    for x in all.iter().filter(|d| REFUSED.iter().any(|w| before(d).ends_with(w))).take(REFUSALS) {
        let told = all.iter().filter(|y| {
            y.at.article != x.at.article
                && within(x.days, y.days)
                && y.length() <= x.length()
                && !statement(story.articles, y).negated
        });
        // What shares a word with it, or is the first of something too.
        let first = |d: &Dated| {
            let facts = &story.articles[d.at.article as usize];
            let words = Phrase::new(facts, facts.sentences[d.at.sentence as usize]);
            (0..words.len()).any(|i| words.is(i, "first"))
        };
        let alike = |y: &&Dated| {
            let terms = |d: &Dated| &statement(story.articles, d).terms;
            let words = shared(terms(x), terms(y)).count() + usize::from(first(x) && first(y));
            (words > 0).then(|| words as f32 + story.index.similarity(x.at, y.at))
        };
        let best = told.take(FEW).filter_map(|y| Some((alike(&y)?, y))).reduce(|a, b| if b.0 > a.0 { b } else { a });
        if let Some((score, y)) = best {
            let why = "One denies the date that the other gives: both cannot be true.";
            drafts.push(Draft::new(
                RowKind::HardConflict,
                Aspect::Date,
                1.2 + score.min(1.0),
                why,
                both(story.articles, x, y),
            ));
        }
    }
}
