//! On which side of one landmark a thing was: "above the town weir" against "below the town
//! weir", "the left engine" against "the right engine".

use super::clauses::said;
use super::index::{At, shared};
use super::phrase::Phrase;
use super::{Draft, Telling};
use crate::claim::{Term, Turns};
use crate::order::Arrange;
use crate::story::{Aspect, RowKind};

/// Words that exclude each other before one landmark: each and the next.
static SIDES: Turns = Turns::new(&[
    "left",
    "right",
    "above",
    "below",
    "inside",
    "outside",
    "upstream of",
    "downstream of",
    "in front of",
    "behind",
    "north of",
    "south of",
    "east of",
    "west of",
]);
/// Places that are held against one, at most.
const CROWD: usize = 12;

/// A side of a landmark.
struct Side {
    /// Index of the pair, and which of the two.
    pair: usize,
    second: bool,
    at: At,
    statement: u32,
    /// The words of the landmark, sorted.
    of: Vec<Term>,
}

/// Finds the rows of one thing on two sides of a landmark.
pub(super) fn rows(story: &Telling, found: &mut Vec<Draft>) {
    let (articles, index) = (story.articles, story.index);
    let mut all: Vec<Side> = Vec::new();
    for (a, facts) in articles.iter().enumerate() {
        for (s, statement) in facts.claims.statements.iter().enumerate() {
            if statement.unreal || statement.commentary > 1 {
                continue;
            }
            let words = Phrase::new(facts, statement.span);
            for i in 0..words.len() {
                let Some((pair, second, n)) = side(&words, i) else { continue };
                let at = At { article: a as u32, sentence: statement.sentence };
                // What follows the word: up to three content words, the noun among them.
                let end = words.end(i + n, 5);
                let of = words.terms(i + n..end.min(i + n + 4));
                if !of.is_empty() {
                    all.push(Side { pair, second, at, statement: s as u32, of });
                }
            }
        }
    }
    let mut blocks: Vec<(usize, Term, bool, usize)> = Vec::new();
    for (i, side) in all.iter().enumerate() {
        blocks.extend(side.of.iter().map(|&t| (side.pair, t, side.second, i)));
    }
    blocks.arrange();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for block in blocks.chunk_by(|x, y| (x.0, x.1) == (y.0, y.1)) {
        let (one, other) = block.split_at(block.partition_point(|b| !b.2));
        for x in one {
            let others = other.iter().filter(|y| all[x.3].at.article != all[y.3].at.article);
            pairs.extend(others.take(CROWD).map(|y| (x.3, y.3)));
        }
    }
    pairs.arrange();
    pairs.dedup();
    for (x, y) in pairs.into_iter().map(|(x, y)| (&all[x], &all[y])) {
        if !story.near.one(x.at.article, y.at.article) {
            continue;
        }
        let terms = |s: &Side| &articles[s.at.article as usize].claims.statements[s.statement as usize].terms;
        let landmark: Vec<Term> = shared(&x.of, &y.of).collect();
        let rest = index.sum(shared(terms(x), terms(y)).filter(|t| !landmark.contains(t))) / index.rarest();
        if rest >= 0.4 || (landmark.len() > 1 && index.sum(landmark.iter().copied()) >= 0.9 * index.rarest()) {
            let why = "The two put it on opposite sides of one place.";
            let both = vec![said(articles, x.at, x.statement), said(articles, y.at, y.statement)];
            found.push(Draft::new(RowKind::HardConflict, Aspect::Place, 1.5 + rest, why, both));
        }
    }
}

/// The pair that a word is of, whether it is the second of it, and of how many words it is.
fn side(words: &Phrase, i: usize) -> Option<(usize, bool, usize)> {
    let (which, n) = words.which(i, &SIDES)?;
    let (k, second) = (which / 2, which % 2 == 1);
    // "above all", "he left the house", "the right to vote": no side.
    if k == 0 {
        let placed = i > 0 && ["the", "its", "his", "her", "their", "a", "near"].contains(&words.of(i - 1));
        if !placed || words.term(i + 1).is_none() || words.pauses(i) {
            return None;
        }
    }
    let counted = words.of(i + n).starts_with(|c: char| c.is_ascii_digit());
    (!counted).then_some((k, second, n))
}
