//! Whether anybody spoke up: "no complaints about the dryers were received" against "he handed in
//! two written warnings about a dryer". What is denied is that it was told, in whatever words.

use crate::claim::{Term, Turns};
use crate::story::compare::clauses::{said, statements};
use crate::story::compare::index::{At, BySentence, shared};
use crate::story::compare::phrase::Phrase;
use crate::story::compare::{Draft, Telling};
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
pub(in crate::story::compare) fn rows(story: &Telling, found: &mut Vec<Draft>) {
    let mut all = Vec::new();
    for (a, facts) in story.articles.iter().enumerate() {
        for (i, statement) in facts.claims.statements.iter().enumerate().filter(|s| s.1.negated && !s.1.unreal) {
            let at = At { article: a as u32, sentence: statement.sentence };
            all.extend(unheard(&Phrase::new(facts, statement.span)).map(|matter| (at, i as u32, matter)));
        }
    }
    if all.is_empty() {
        return;
    }
    let all = BySentence::new(story.index, all, |u| u.0);
    for &(a, b, similarity) in story.pairs {
        for (deny, say) in [(a, b), (b, a)] {
            let facts = &story.articles[say.article as usize];
            for (_, i, matter) in all.of(deny) {
                let mut heard = statements(story.articles, say).filter(|s| !s.1.negated && !s.1.unreal).filter(|s| {
                    let words = Phrase::new(facts, s.1.span);
                    story.index.sum(shared(matter, &s.1.terms)) >= MATTER * story.index.rarest()
                        && (0..words.len()).any(|k| words.any(k, &SPEAKS).is_some())
                });
                let Some((j, _)) = heard.next() else { continue };
                let why = "One says that nobody spoke of it, the other that somebody did.";
                let both = vec![said(story.articles, deny, *i), said(story.articles, say, j)];
                found.push(Draft::new(RowKind::HardConflict, Aspect::Status, 1.3 + similarity, why, both));
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
