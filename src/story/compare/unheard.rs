//! Whether anybody spoke up: "no complaints about the dryers were received" against "he handed in
//! two written warnings about a dryer". What is denied is that it was told, in whatever words.

use super::index::{At, shared};
use super::phrase::Phrase;
use super::restated::{said, statements};
use super::{Draft, Telling};
use crate::claim::{Term, Turns};
use crate::story::{Aspect, RowKind};

/// What nobody is said to have uttered.
static NONE: Turns = Turns::new(&[
    "no complaint",
    "no complaints",
    "no concern",
    "no concerns",
    "no warning",
    "no warnings",
    "no objection",
    "no objections",
    "no report",
    "no reports",
    "no doubts",
    "no formal complaint",
    "no formal complaints",
    "no prior warning",
    "any complaint",
    "any complaints",
    "any concern",
    "any concerns",
    "any warning",
    "any warnings",
]);
/// Of what.
static OF: Turns = Turns::new(&["about", "of", "over", "regarding", "concerning", "on", "against"]);
/// Words by which somebody speaks up.
static SPEAKS: Turns = Turns::new(&[
    "told",
    "reported",
    "warned",
    "warning",
    "warnings",
    "complained",
    "complaint",
    "complaints",
    "concerns",
    "objected",
    "objections",
    "alerted",
    "notified",
    "informed",
    "raised",
    "flagged",
    "pointed out",
    "wrote to",
    "written to",
]);
static NOT: Turns = Turns::new(&["not", "never", "nobody", "t", "without"]);

/// How much of what was spoken of two must share, of the rarest word.
const MATTER: f32 = 0.4;

/// Finds the rows of what was and was not told.
pub(super) fn rows(story: &Telling, found: &mut Vec<Draft>) {
    for &(a, b, similarity) in story.pairs {
        for (deny, say) in [(a, b), (b, a)] {
            let facts = |at: At| &story.articles[at.article as usize];
            for (i, x) in statements(story.articles, deny).filter(|s| s.1.negated && !s.1.unreal) {
                let Some(matter) = unheard(&Phrase::new(facts(deny), x.span)) else { continue };
                let told = |words: &Phrase| (0..words.len()).any(|k| words.any(k, &SPEAKS).is_some());
                let heard = statements(story.articles, say).filter(|s| !s.1.negated && !s.1.unreal).filter(|s| {
                    story.index.sum(shared(&matter, &s.1.terms)) >= MATTER * story.index.rarest()
                        && told(&Phrase::new(facts(say), s.1.span))
                });
                for (j, _) in heard.take(1) {
                    let why = "One says that nobody spoke of it, the other that somebody did.";
                    let both = vec![said(story.articles, deny, i), said(story.articles, say, j)];
                    found.push(Draft::new(RowKind::HardConflict, Aspect::Status, 1.3 + similarity, why, both));
                }
            }
        }
    }
}

/// Of what a clause says that nobody spoke.
fn unheard(words: &Phrase) -> Option<Vec<Term>> {
    let (k, n) = (0..words.len()).find_map(|k| Some((k, words.any(k, &NONE)?)))?;
    let denied = !words.is(k, "any") || (k.saturating_sub(5)..k).any(|i| words.any(i, &NOT).is_some());
    words.any(k + n, &OF).filter(|_| denied)?;
    let matter = words.terms(k + n + 1..words.end(k + n + 1, 6));
    (!matter.is_empty()).then_some(matter)
}
