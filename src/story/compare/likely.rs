//! How likely it is that one clause denies what another says, and not only something of the same
//! subject: a logistic regression over the pairs of clauses of 63 stories, fitted and checked by
//! story.

use super::Telling;
use super::index::{At, shared};
use super::kin::Kin;
use super::phrase::Phrase;
use crate::claim::{Statement, Term};
use crate::order::Arrange;

/// From here a pair needs no rule that vouches for it.
pub(super) const SURE: f32 = 0.3;
/// Below this no rule may vouch for it.
pub(super) const DOUBTFUL: f32 = -2.3;

/// Sentences less alike than this have hardly a word in common.
const STRANGE: f32 = 0.05;
/// What stands apart in a denial of so many words is asserted rather than denied.
const WORDS: f32 = 2.5;
/// Most that the words found may weigh.
const HIT: f32 = 2.5;
/// Words of the matter around it that are weighed.
const AROUND: usize = 4;

/// The fields of some terms, sorted, each once.
pub(super) fn fields(kin: &Kin, terms: impl Iterator<Item = Term>) -> Vec<Term> {
    let mut fields: Vec<Term> = terms.map(|t| kin.field(t)).collect();
    fields.arrange();
    fields.dedup();
    fields
}

/// The log-odds that statement `x` denies statement `y`; `None` where it denies no word of it.
pub(super) fn denies(story: &Telling, kin: &Kin, x: (At, u32), y: (At, u32), similarity: f32) -> Option<f32> {
    let index = story.index;
    let all = |w: (At, u32)| story.articles[w.0.article as usize].claims.statements.as_slice();
    let of = |w: (At, u32)| -> &Statement { &all(w)[w.1 as usize] };
    let (deny, say) = (of(x), of(y));
    let denied = fields(kin, deny.denied.iter().copied());
    let told = fields(kin, say.terms.iter().copied());
    let rarest = index.rarest();
    // A field is as rare as the word of it that is denied.
    let weigh = |f: Term| {
        let words = deny.denied.iter().filter(|&&t| kin.field(t) == f);
        words.map(|&t| index.weight(t)).next().unwrap_or(rarest) / rarest
    };
    let hit: f32 = shared(&denied, &told).map(weigh).sum();
    if hit == 0.0 {
        return None;
    }
    let whole: f32 = denied.iter().map(|&f| weigh(f)).sum();
    // The matter as each tells it, with the clause before.
    let matter = |w: (At, u32)| {
        let before = w.1.checked_sub(1).and_then(|i| all(w).get(i as usize)).map_or(&[][..], |s| &s.terms);
        fields(kin, before.iter().chain(&of(w).terms).copied())
    };
    let (a, b) = (matter(x), matter(y));
    let mut around: Vec<f32> =
        shared(&a, &b).filter(|f| denied.binary_search(f).is_err()).map(|f| index.weight(f)).collect();
    around.arrange_by(|a, b| b.total_cmp(a));
    let words = Phrase::new(&story.articles[x.0.article as usize].article.text, deny.span);
    let none = (0..words.len()).find_map(|i| Some((i, words.any(i, &super::denials::NEGATIONS)?)));
    let flag = |b: bool| f32::from(u8::from(b));
    Some(
        2.73 * hit.min(HIT)
            + 1.02 * hit / whole.max(f32::MIN_POSITIVE)
            + 0.74 * flag(deny.refused != 0 && told.binary_search(&kin.field(deny.refused)).is_ok())
            + 0.8 * (around.iter().take(AROUND).sum::<f32>() / rarest).min(HIT)
            + 0.64 * flag(none.is_some_and(|n| words.is(n.0, "no")))
            - 1.18 * (words.len() as f32 / 10.0).min(WORDS)
            - 1.23 * flag(similarity < STRANGE)
            - 1.95 * flag(deny.quoted)
            - 1.14 * flag(deny.unreal)
            - 3.85,
    )
}
