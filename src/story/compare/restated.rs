//! Statements that several articles make in their own words.

use super::index::{At, Index, shared};
use super::{Draft, Said};
use crate::claim::Statement;
use crate::facts::Facts;
use crate::span::Span;
use crate::story::{Aspect, RowKind};
use std::collections::HashSet;

/// Sentences less alike than this are not taken for the same statement.
const ALIKE: f32 = 0.2;

/// Finds the agreements that no figure or date carries.
pub(super) fn rows(articles: &[Facts], index: &Index, pairs: &[(At, At, f32)], drafts: &mut Vec<Draft>) {
    let mut order: Vec<&(At, At, f32)> = pairs.iter().filter(|p| p.2 >= ALIKE).collect();
    order.sort_by(|x, y| y.2.total_cmp(&x.2).then((x.0, x.1).cmp(&(y.0, y.1))));
    let mut disputed: Vec<(u32, Span)> = Vec::new();
    for draft in drafts.iter().filter(|d| d.kind != RowKind::Agree) {
        disputed.extend(draft.said.iter().map(|s| (s.article, s.span)));
    }
    disputed.sort_unstable();
    let mut taken: HashSet<(At, u32)> = HashSet::new();
    for &&(a, b, similarity) in &order {
        // A sentence restates at most one sentence of each other article.
        if taken.contains(&(a, b.article)) || taken.contains(&(b, a.article)) {
            continue;
        }
        let Some((x, y)) = closest(articles, index, a, b) else { continue };
        let (p, q) = (said(articles, a, x), said(articles, b, y));
        // What is in dispute is not agreed upon, whatever words it shares.
        let in_dispute = |s: &Said| disputed.binary_search(&(s.article, s.span)).is_ok();
        if !tells(articles, a, x) || !tells(articles, b, y) || (in_dispute(&p) && in_dispute(&q)) {
            continue;
        }
        taken.insert((a, b.article));
        taken.insert((b, a.article));
        let said = vec![p, q];
        let why = "The sentences share the words that tell what happened.";
        drafts.push(Draft::new(RowKind::Agree, Aspect::Fact, similarity, why, said));
    }
}

/// Whether a statement reports something, rather than commenting.
fn tells(articles: &[Facts], at: At, statement: u32) -> bool {
    let statement = &articles[at.article as usize].claims.statements[statement as usize];
    statement.commentary < 2 && statement.terms.len() > 1
}

/// The clauses of two sentences that share most.
pub(super) fn closest(articles: &[Facts], index: &Index, a: At, b: At) -> Option<(u32, u32)> {
    let mut best: Option<(f32, u32, u32)> = None;
    for (i, x) in statements(articles, a) {
        for (j, y) in statements(articles, b) {
            let score: f32 = shared(&x.terms, &y.terms).map(|t| index.weight(t)).sum();
            if score > 0.0 && best.is_none_or(|b| score > b.0 + 1e-4) {
                best = Some((score, i, j));
            }
        }
    }
    best.map(|b| (b.1, b.2))
}

/// The statements of a sentence, with their indices.
pub(super) fn statements(articles: &[Facts], at: At) -> impl Iterator<Item = (u32, &Statement)> {
    let all = articles.get(at.article as usize).map_or(&[][..], |f| f.claims.statements.as_slice());
    let first = all.partition_point(|s| s.sentence < at.sentence);
    all[first..]
        .iter()
        .take_while(move |s| s.sentence == at.sentence)
        .enumerate()
        .map(move |(i, s)| ((first + i) as u32, s))
}

/// A whole clause as a claim.
pub(super) fn said(articles: &[Facts], at: At, statement: u32) -> Said {
    let span = articles[at.article as usize].claims.statements[statement as usize].span;
    Said { article: at.article, span, mark: span, value: String::new() }
}
