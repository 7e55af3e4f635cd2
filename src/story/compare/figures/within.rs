//! What one article says against itself, and where the speakers it quotes differ.
//!
//! Two speakers of one article are two voices; figures that the article gives itself, on the
//! same thing and without a speaker between them, are a contradiction.

use super::joins::clause_overlap;
use super::severity;
use super::value::{self, Relation};
use super::{Figure, aspect, family, said};
use crate::claim::number::Bound;
use crate::claim::unit::Unit;
use crate::claim::{Kind, Scope};
use crate::story::RowKind;
use crate::story::compare::{Draft, Telling};

/// Figures of one article that one is held against, at most.
const NEAR: usize = 40;
/// Of how many others of its article a figure may differ before they are a list.
const LISTED: usize = 2;
/// How much two clauses of one article must share to speak of the same.
const ALIKE: f32 = 0.5;

/// Finds the rows within one article.
pub(super) fn rows(story: &Telling, figures: &[Figure], drafts: &mut Vec<Draft>) {
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (i, a) in figures.iter().enumerate() {
        let later = figures.iter().enumerate().skip(i + 1).take_while(|b| b.1.article == a.article).take(NEAR);
        pairs.extend(later.filter(|b| one_thing(story, a, b.1)).map(|b| (i, b.0)));
    }
    let mut others = vec![0usize; figures.len()];
    for &(i, k) in &pairs {
        others[i] += 1;
        others[k] += 1;
    }
    for &(i, k) in &pairs {
        // Many figures in one frame are a list: of each week, of each village.
        if others[i].max(others[k]) > LISTED {
            continue;
        }
        let (a, b) = (&figures[i], &figures[k]);
        let (x, y) = (story.speakers.of(a.article, a.q.span), story.speakers.of(b.article, b.q.span));
        let all = vec![said(story.articles, a), said(story.articles, b)];
        let aspect = aspect(a.q);
        let importance = severity::importance(a.q, RowKind::SoftConflict, 1) * 0.6;
        if x != y {
            let why = "One article quotes two accounts; each figure is its speaker's.";
            drafts.push(Draft::new(RowKind::SoftConflict, aspect, importance, why, all));
        } else if x.is_none() && a.at.sentence != b.at.sentence {
            let why = "One article gives two figures for the same thing: it contradicts itself.";
            drafts.push(Draft::new(RowKind::HardConflict, aspect, importance, why, all));
        }
    }
}

/// Whether a figure is the only one of its family in its sentence: a list of prices is no
/// contradiction.
fn lone(story: &Telling, f: &Figure) -> bool {
    let claims = &story.articles[f.article as usize].claims;
    claims.figures_in(f.at.sentence).iter().filter(|q| family(q.unit) == family(f.q.unit)).count() == 1
}

/// Whether two figures of one article are of one thing and exclude each other.
fn one_thing(story: &Telling, a: &Figure, b: &Figure) -> bool {
    let (p, q) = (a.q, b.q);
    let plain = |f: &Figure| f.q.scope == Scope::default() && matches!(f.q.bound, Bound::Exact | Bound::About);
    let named = match (p.kind, q.kind) {
        (Kind::Plain, Kind::Plain) => p.thing == q.thing && (p.unit != Unit::Count || p.thing != 0),
        (x, y) => x == y,
    };
    // "hit by a 7.1 earthquake", "an 8.1 earthquake two weeks ago": another one.
    let another = || {
        let text = &story.articles[b.article as usize].article.text[..q.span.start as usize];
        [" a ", " an ", " another "].iter().any(|w| text.ends_with(w))
    };
    plain(a)
        && plain(b)
        && !another()
        && named
        && family(p.unit) == family(q.unit)
        && p.statement != q.statement
        && value::relation(p, q) == Relation::Apart
        // Shares and small numbers of things are mostly of different ones.
        && (p.unit != Unit::Count || p.value.min(q.value) > 2.0)
        && clause_overlap(a, b) >= ALIKE
        && lone(story, a)
        && lone(story, b)
}
