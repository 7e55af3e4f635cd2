//! Statements that cannot stand together though no figure or date differs: what one says, the
//! other denies; the two use opposite words; or both name a first.

use super::Draft;
use super::index::{At, Index, shared};
use super::restated::{said, statements};
use crate::claim::{Statement, Term, words};
use crate::facts::Facts;
use crate::story::{Aspect, RowKind};

/// Pairs of words of which one excludes the other; a state that may change in time.
const STATES: &str = "open close|open block|closed reopen|run halt|continue halt|operate standstill|underway halt|alive dead|\
resume suspend|recruit halt|stable critical|intact damage|strike return";
/// Pairs of words of which one excludes the other, whatever the time.
const OPPOSITES: &str = "north south|east west|northern southern|eastern western|guilty innocent|convict acquit|convict clear|\
option obligation|option oblige|voluntary compulsory|approve reject|accept reject|confirm deny|legal illegal|win lose|\
increase decrease|rise fall|safe unsafe|pass fail|duplicate manipulate|agree refuse|left right|arrive depart|full empty|\
refund exchange|sabotage accident|deliberate accident|planned spontaneous|before after|true false|public private|early late";

/// Finds the conflicts of wording.
pub(super) fn rows(articles: &[Facts], index: &Index, pairs: &[(At, At, f32)], drafts: &mut Vec<Draft>) {
    let tables = (table(STATES), table(OPPOSITES));
    let mut found: Vec<(f32, Draft)> = Vec::new();
    for &(a, b, similarity) in pairs {
        for (i, x) in statements(articles, a) {
            for (j, y) in statements(articles, b) {
                let Some((score, kind, aspect, why)) = judge(articles, index, &tables, (a, x), (b, y), similarity)
                else {
                    continue;
                };
                let both = vec![said(articles, a, i), said(articles, b, j)];
                found.push((score, Draft::new(kind, aspect, score, why, both)));
            }
        }
    }
    found.sort_by(|x, y| {
        y.0.total_cmp(&x.0)
            .then_with(|| (x.1.said[0].article, x.1.said[0].span).cmp(&(y.1.said[0].article, y.1.said[0].span)))
    });
    drafts.extend(found.into_iter().map(|f| f.1));
}

fn table(pairs: &str) -> Vec<(Term, Term)> {
    pairs
        .split('|')
        .filter_map(|p| p.split_once(' '))
        .filter_map(|(a, b)| Some((words::term(a)?, words::term(b)?)))
        .filter(|(a, b)| a != b)
        .collect()
}

type Tables = (Vec<(Term, Term)>, Vec<(Term, Term)>);

/// Whether two clauses exclude each other: score, kind, aspect and reason.
fn judge(
    articles: &[Facts],
    index: &Index,
    tables: &Tables,
    (a, x): (At, &Statement),
    (b, y): (At, &Statement),
    similarity: f32,
) -> Option<(f32, RowKind, Aspect, &'static str)> {
    if x.commentary > 1 || y.commentary > 1 {
        return None;
    }
    let denied = denial(index, x, y).max(denial(index, y, x));
    if denied > 0.0 {
        let score = denied + similarity * 2.0;
        return (score > 1.1).then_some((
            score,
            RowKind::HardConflict,
            Aspect::Status,
            "One says what the other denies.",
        ));
    }
    let context: f32 = shared(&x.terms, &y.terms).map(|t| index.weight(t)).sum::<f32>() / 8.0;
    let meets = |pairs: &[(Term, Term)]| {
        let has = |s: &Statement, t: Term| s.terms.binary_search(&t).is_ok() && s.denied.binary_search(&t).is_err();
        pairs.iter().any(|&(p, q)| {
            (has(x, p) && has(y, q) && !has(x, q) && !has(y, p)) || (has(x, q) && has(y, p) && !has(x, p) && !has(y, q))
        })
    };
    if meets(&tables.0) {
        let score = context + similarity;
        let day = |at: At| articles[at.article as usize].article.published_date();
        let later = day(a) != day(b) || day(a).is_none();
        let kind = if later { RowKind::SoftConflict } else { RowKind::HardConflict };
        return (score > 0.5).then_some((score, kind, Aspect::Status, "The two tell opposite states."));
    }
    if meets(&tables.1) {
        let score = context + similarity;
        return (score > 0.6).then_some((
            score,
            RowKind::HardConflict,
            Aspect::Fact,
            "The two use words that exclude each other.",
        ));
    }
    None
}

/// How surely `x` denies what `y` says.
fn denial(index: &Index, x: &Statement, y: &Statement) -> f32 {
    if x.denied.is_empty() {
        return 0.0;
    }
    let hit: f32 =
        shared(&x.denied, &y.terms).filter(|t| y.denied.binary_search(t).is_err()).map(|t| index.weight(t)).sum();
    if hit == 0.0 || y.negated {
        return 0.0;
    }
    let rest: f32 = shared(&x.terms, &y.terms).map(|t| index.weight(t)).sum();
    hit / 4.0 + rest / 8.0
}
