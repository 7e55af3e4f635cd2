//! Figures that one article expressly says are wrong: "there were 12, not 22".

use super::{Figure, aspect, family, said};
use crate::claim::{Quantity, Scope};
use crate::order::Arrange;
use crate::span::Span;
use crate::story::RowKind;
use crate::story::compare::{Draft, Said, Telling};

/// Least likeness to the sentence whose figure another expressly denies.
const ALIKE: f32 = 0.06;
/// Figures of one value that are looked at, at most.
const CROWD: usize = 160;

/// Finds them among the figures, which stand in the order of their articles, and there of their
/// quantities; `drafts` holds the rows about figures so far.
pub(super) fn rows(story: &Telling, figures: &[Figure], drafts: &mut Vec<Draft>) {
    let denied = |q: &Quantity| q.scope.has(Scope::DENIED);
    if !story.articles.iter().any(|f| f.claims.quantities.iter().any(denied)) {
        return;
    }
    let key = |q: &Quantity| (family(q.unit), q.value.to_bits());
    let mut by_value: Vec<((u8, u64), usize)> = figures.iter().enumerate().map(|(i, f)| (key(f.q), i)).collect();
    by_value.arrange();
    let conflicts = drafts.iter().enumerate().filter(|d| d.1.kind != RowKind::Agree);
    let mut holders: Vec<((u32, Span), usize)> =
        conflicts.flat_map(|(i, d)| d.said.iter().map(move |s| ((s.article, s.mark), i))).collect();
    holders.arrange();
    let mut corrected = vec![false; drafts.len()];
    let mut found: Vec<Draft> = Vec::new();
    for (a, facts) in story.articles.iter().enumerate() {
        let all = &facts.claims.quantities;
        for (i, wrong) in all.iter().enumerate().filter(|q| denied(q.1)) {
            // What is right stands before it.
            let right = i.checked_sub(1).map(|i| &all[i]).filter(|q| q.statement == wrong.statement);
            let place = |f: &Figure| (f.article as usize, std::ptr::from_ref(f.q));
            let known = |q| figures.binary_search_by(|f| place(f).cmp(&(a, std::ptr::from_ref(q)))).ok();
            let Some(right) = right.and_then(known).map(|i| &figures[i]) else { continue };
            let thing = if wrong.thing == 0 { right.q.thing } else { wrong.thing };
            let of_it = |f: &&Figure| {
                f.article as usize != a
                    && ((thing != 0 && f.q.thing == thing) || story.index.similarity(f.at, right.at) >= ALIKE)
            };
            let from = by_value.partition_point(|v| v.0 < key(wrong));
            let same = by_value[from..].iter().take_while(|v| v.0 == key(wrong)).take(CROWD);
            let told: Vec<Said> = same.map(|v| &figures[v.1]).filter(of_it).map(|f| said(story.articles, f)).collect();
            let Some(first) = told.first() else { continue };
            let right = said(story.articles, right);
            let source = |a: u32| story.articles[a as usize].article.source.as_deref();
            let own = source(right.article).is_some() && source(right.article) == source(first.article);
            // The conflicts that hold these figures already.
            let place = (right.article, right.mark);
            let from = holders.partition_point(|h| h.0 < place);
            let with = holders[from..].iter().take_while(|h| h.0 == place).map(|h| h.1);
            let holds = |d: usize, s: &Said| drafts[d].said.iter().any(|o| (o.article, o.mark) == (s.article, s.mark));
            let known: Vec<usize> = with.filter(|&d| told.iter().all(|s| holds(d, s))).collect();
            // A correction is no contradiction of two sources.
            for &d in known.iter().filter(|&&d| own && drafts[d].said.len() == 2) {
                corrected[d] = true;
            }
            if own || known.is_empty() {
                let (kind, why) = if own {
                    (RowKind::SoftConflict, "The source corrects its own figure.")
                } else {
                    (RowKind::HardConflict, "One says expressly that the other's figure is wrong.")
                };
                let all = told.into_iter().chain([right]).collect();
                found.push(Draft::new(kind, aspect(wrong), 2.4, why, all));
            }
        }
    }
    let mut at = 0..;
    drafts.retain(|_| !at.next().is_some_and(|i: usize| corrected[i]));
    drafts.extend(found);
}
