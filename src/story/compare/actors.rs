//! Who did it: the same one, in articles that tell of the same doing in other words.

use super::deeds::Deed;
use super::index::{At, BySentence, shared};
use super::restated::{said, statements};
use super::{Draft, Telling};
use crate::claim::Term;
use crate::event::{Certainty, speech};
use crate::order::Arrange;
use crate::story::{Aspect, RowKind};

/// Sentences less alike than this tell of different doings.
const ALIKE: f32 = 0.06;

/// Finds the rows about who did something: one for each name, of the doings most alike.
pub(super) fn rows(story: &Telling, drafts: &mut Vec<Draft>) {
    let index = story.index;
    let done: Vec<&Deed> = story.deeds.iter().filter(|d| acts(d)).collect();
    let done = BySentence::new(index, done, |d| d.at);
    let mut found: Vec<(u32, f32, Which, Which)> = Vec::new();
    for &(a, b, similarity) in story.pairs.iter().filter(|p| p.2 >= ALIKE) {
        for x in done.of(a) {
            for y in done.of(b).iter().filter(|y| y.agent.entity == x.agent.entity) {
                let Some(entity) = x.agent.entity else { continue };
                if !denied(story, x) && !denied(story, y) && alike(story, x, y) {
                    found.push((entity, similarity, (a, x.statement), (b, y.statement)));
                }
            }
        }
    }
    found.arrange_by(|x, y| x.0.cmp(&y.0).then(y.1.total_cmp(&x.1)).then((x.2, x.3).cmp(&(y.2, y.3))));
    for one in found.chunk_by(|x, y| x.0 == y.0) {
        // The pair most alike, and what is alike to either of it in other articles.
        let mut of: Vec<Which> = vec![one[0].2, one[0].3];
        for &(_, _, x, y) in &one[1..] {
            for (known, other) in [(x, y), (y, x)] {
                if of.contains(&known) && of.iter().all(|w| w.0.article != other.0.article) {
                    of.push(other);
                }
            }
        }
        let all = of.iter().map(|w| said(story.articles, w.0, w.1)).collect();
        drafts.push(Draft::new(RowKind::Agree, Aspect::Actor, 0.5, "The articles name the same one as doing it.", all));
    }
}

/// A statement: its sentence and index.
type Which = (At, u32);

/// Whether somebody with a name did it, and more than say something.
fn acts(deed: &Deed) -> bool {
    deed.agent.entity.is_some()
        && !speech::is_speech(&deed.event.lemma)
        && matches!(deed.event.certainty, Certainty::Reported | Certainty::Claimed)
}

/// Whether the clause says that it was not done.
fn denied(story: &Telling, deed: &Deed) -> bool {
    story.articles[deed.at.article as usize].claims.statements[deed.statement as usize].negated
}

/// Whether the clauses share a telling word beside the name.
fn alike(story: &Telling, x: &Deed, y: &Deed) -> bool {
    let terms = |d: &Deed| -> Vec<Term> {
        let of = statements(story.articles, d.at).filter(|s| s.0 == d.statement);
        of.flat_map(|(_, s)| s.terms.iter().copied()).collect()
    };
    let named = |t: &Term| *t == x.agent.head || *t == y.agent.head;
    let common = shared(&terms(x), &terms(y)).filter(|t| !named(t)).map(|t| story.index.weight(t)).sum::<f32>();
    x.verb == y.verb || common >= 0.5 * story.index.rarest()
}
