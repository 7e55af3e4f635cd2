//! Statements that cannot stand together though no figure or date differs: what one says, the
//! other denies, or the two use opposite words.

use super::index::{At, Index, shared};
use super::phrase::Phrase;
use super::restated::{said, statements};
use super::{Draft, Telling};
use crate::claim::{Statement, Term, words};
use crate::facts::Facts;
use crate::order::Arrange;
use crate::story::{Aspect, RowKind};

/// Pairs of words for states of one thing, which follow each other in time.
const STATES: &str = "open close|open block|run halt|continue halt|operate standstill|underway halt|resume suspend|\
recruit halt|stable critical|intact damage|strike return|blocked cleared|carry halt";
/// Pairs of words of which one excludes the other, whatever the time.
const OPPOSITES: &str = "north south|east west|northern southern|eastern western|guilty innocent|convict acquit|\
option obligation|option oblige|voluntary compulsory|approve reject|accept reject|order reject|grant reject|confirm deny|legal illegal|\
increase decrease|safe unsafe|pass fail|agree refuse|sabotage accident|deliberate accident|true false|\
public private";

/// The least share of the denied words' weight that the other statement holds.
const DENIED: f32 = 0.74;
/// As [`DENIED`], for sentences that are much alike.
const DENIED_ALIKE: f32 = 0.45;

/// A word that stands in no more sentences than this is rare.
const RARE: u32 = 3;

/// Finds the conflicts of wording.
pub(super) fn rows(story: &Telling, drafts: &mut Vec<Draft>) {
    let (articles, index, pairs) = (story.articles, story.index, story.pairs);
    denials(articles, index, pairs, drafts);
    opposites(articles, index, pairs, drafts);
}

/// A statement: its sentence and index.
type Which = (At, u32);

/// One row for each denial, with what it denies in the other articles.
fn denials(articles: &[Facts], index: &Index, pairs: &[(At, At, f32)], drafts: &mut Vec<Draft>) {
    let mut found: Vec<(Which, Which, f32)> = Vec::new();
    for &(a, b, similarity) in pairs {
        for (i, x) in statements(articles, a) {
            for (j, y) in statements(articles, b) {
                let mut add = |deny: (Which, &Statement), say: (Which, &Statement)| {
                    let vague = by_pronoun(articles, say.0.0, say.1);
                    if let Some(score) = denial(index, deny.1, say.1, similarity, vague) {
                        found.push((deny.0, say.0, score));
                    }
                };
                add(((a, i), x), ((b, j), y));
                add(((b, j), y), ((a, i), x));
            }
        }
    }
    found.arrange_by(|x, y| {
        x.0.cmp(&y.0).then(x.1.0.article.cmp(&y.1.0.article)).then(y.2.total_cmp(&x.2)).then(x.1.cmp(&y.1))
    });
    // The closest statement of each article, and a second one that comes near it.
    let mut kept: Vec<(Which, Which, f32)> = Vec::new();
    for f in found {
        let same = |k: &&(Which, Which, f32)| k.0 == f.0 && k.1.0.article == f.1.0.article;
        let (before, best) = kept.iter().rev().take(2).filter(same).fold((0, f.2), |(n, b), k| (n + 1, b.max(k.2)));
        if before == 0 || (before == 1 && f.2 > 0.8 * best) {
            kept.push(f);
        }
    }
    let found = kept;
    for run in found.chunk_by(|x, y| x.0 == y.0) {
        let (at, deny) = run[0].0;
        let mut all = vec![said(articles, at, deny)];
        all.extend(instead(articles, at, deny).map(|next| said(articles, at, next)));
        all.extend(run.iter().map(|r| said(articles, r.1.0, r.1.1)));
        let score = run.iter().map(|r| r.2).fold(0.0, f32::max);
        let of = |w: &Which| &articles[w.0.article as usize].claims.statements[w.1 as usize];
        let (kind, why) = if run.iter().all(|r| of(&r.1).unreal) {
            (RowKind::SoftConflict, "One tells it as planned or possible, the other says that it did not come about.")
        } else {
            (RowKind::HardConflict, "One says what the other denies: both cannot be true.")
        };
        drafts.push(Draft::new(kind, Aspect::Status, 1.0 + score, why, all));
    }
}

/// Whether a clause does not name its subject: "We told them at once".
fn by_pronoun(articles: &[Facts], at: At, statement: &Statement) -> bool {
    let clause = statement.span.of(&articles[at.article as usize].article.text);
    ["We ", "we ", "It ", "it ", "They ", "they ", "He ", "he ", "She ", "she "].iter().any(|p| clause.starts_with(p))
}

/// How surely `x` denies what `y` says; `vague` tells that `y` does not name its subject.
fn denial(index: &Index, x: &Statement, y: &Statement, similarity: f32, vague: bool) -> Option<f32> {
    if x.denied.is_empty() || similarity < 0.045 || y.negated || x.commentary > 1 || y.commentary > 1 || x.unreal {
        return None;
    }
    let holds = |term: Term| term == 0 || y.terms.binary_search(&term).is_ok();
    if !holds(x.refused) || !holds(x.about) {
        return None;
    }
    // Of another subject only what is much alike, or what few sentences of the story speak of.
    if !vague && !holds(x.subject) && similarity < 0.2 && index.frequency(x.refused) > RARE {
        return None;
    }
    let all: f32 = x.denied.iter().map(|&t| index.weight(t)).sum();
    let hit: f32 = shared(&x.denied, &y.terms).map(|t| index.weight(t)).sum();
    let share = hit / all.max(1.0);
    let sure = share >= DENIED && hit >= 0.4 * index.rarest();
    let alike = share >= DENIED_ALIKE && hit >= 0.58 * index.rarest() && similarity >= 0.22;
    (sure || alike).then_some(share + similarity)
}

/// The statements after a denial, which mostly say what is so instead: those of its sentence,
/// or those of the next one where the denial is short.
fn instead(articles: &[Facts], at: At, deny: u32) -> impl Iterator<Item = u32> + '_ {
    let all = &articles[at.article as usize].claims.statements;
    let last = |s: &Statement| s.sentence == at.sentence;
    let ends = !all.get(deny as usize + 1).is_some_and(last);
    let short = all.get(deny as usize).is_some_and(|s| s.span.len() < 60) && ends;
    let text = articles[at.article as usize].article.text.as_str();
    // "It was not shallow. It lay 30 km down."
    let denied = &all[deny as usize];
    let goes_on = move |s: &Statement| {
        let first = s.span.of(text).split(' ').next().unwrap_or_default();
        shared(&denied.terms, &s.terms).next().is_some()
            || matches!(
                first,
                "It" | "They" | "He" | "She" | "Its" | "Their" | "Instead" | "Rather" | "In" | "At" | "Only"
            )
    };
    let next = all.iter().enumerate().skip(deny as usize + 1).take(2);
    next.take_while(move |(_, s)| {
        (s.sentence == at.sentence || (short && s.sentence == at.sentence + 1 && goes_on(s))) && s.commentary < 2
    })
    .map(|(i, _)| i as u32)
}

fn table(pairs: &str) -> Vec<(Term, Term)> {
    let both = |p: &str| {
        let (a, b) = p.split_once(' ')?;
        Some((words::term(a)?, words::term(b)?))
    };
    pairs.split('|').filter_map(both).filter(|(a, b)| a != b).collect()
}

/// Which words of the pairs a statement holds and does not deny: a bit a pair for each side.
#[derive(Clone, Copy, Default)]
struct Sides {
    left: u64,
    right: u64,
}

impl Sides {
    fn new(pairs: &[(Term, Term)], statement: &Statement) -> Self {
        let has = |t: &Term| statement.terms.binary_search(t).is_ok() && statement.denied.binary_search(t).is_err();
        let mut sides = Self::default();
        for (i, (p, q)) in pairs.iter().enumerate().take(64) {
            sides.left |= u64::from(has(p)) << i;
            sides.right |= u64::from(has(q)) << i;
        }
        // Who says both says neither.
        let both = sides.left & sides.right;
        Self { left: sides.left & !both, right: sides.right & !both }
    }

    fn meet(self, other: Self) -> bool {
        (self.left & other.right) | (self.right & other.left) != 0
    }

    fn any(self) -> bool {
        self.left | self.right != 0
    }
}

/// Whether a clause says that something was so all the time.
fn lasts(articles: &[Facts], at: At, statement: &Statement) -> bool {
    const WHOLE: [&str; 10] = [
        "throughout",
        "from the first",
        "from start to",
        "from beginning to",
        "at all times",
        "the whole time",
        "all along",
        "without interruption",
        "never stopped",
        "to the last",
    ];
    let words = Phrase::new(&articles[at.article as usize].article.text, statement.span);
    (0..words.len()).any(|i| words.any(i, &WHOLE).is_some())
}

/// Whether a word of the pairs is more than somebody's name: "operates", not "the operator".
fn verbal(articles: &[Facts], (at, statement): (At, &Statement)) -> bool {
    let pairs = [table(STATES), table(OPPOSITES)].concat();
    let words = Phrase::new(&articles[at.article as usize].article.text, statement.span);
    (0..words.len()).any(|i| {
        let word = words.of(i);
        let agent = ["or", "ors", "ers"].iter().any(|e| word.ends_with(e));
        let term = words::phrasal(word, words.of(i + 1)).or_else(|| words::term(word));
        !agent && term.is_some_and(|t| pairs.iter().any(|p| p.0 == t || p.1 == t))
    })
}

/// Whether two words that exclude each other are said of one thing: what stands beside each is
/// partly the same.
fn of_one_thing(articles: &[Facts], (a, x): (At, &Statement), (b, y): (At, &Statement)) -> bool {
    let opposites = table(OPPOSITES);
    let beside = |at: At, s: &Statement, right: bool| {
        let words = Phrase::new(&articles[at.article as usize].article.text, s.span);
        let is = |i: &usize| {
            let term = words::term(words.of(*i));
            opposites.iter().any(|o| term == Some(if right { o.1 } else { o.0 }))
        };
        let mut near = Vec::new();
        for i in (0..words.len()).filter(is) {
            near.extend(words.terms(i.saturating_sub(5)..i));
            near.extend(words.terms(i + 1..(i + 6).min(words.len())));
        }
        near
    };
    let meet = |left: Vec<Term>, right: Vec<Term>| left.iter().any(|t| right.contains(t));
    meet(beside(a, x, false), beside(b, y, true)) || meet(beside(a, x, true), beside(b, y, false))
}

fn opposites(articles: &[Facts], index: &Index, pairs: &[(At, At, f32)], drafts: &mut Vec<Draft>) {
    let (states, opposites) = (table(STATES), table(OPPOSITES));
    let sides = |s: &Statement| (s.commentary < 2).then(|| (Sides::new(&states, s), Sides::new(&opposites, s)));
    let all: Vec<Vec<(Sides, Sides)>> =
        articles.iter().map(|f| f.claims.statements.iter().map(|s| sides(s).unwrap_or_default()).collect()).collect();
    let mut found = Vec::new();
    for &(a, b, similarity) in pairs {
        let of = |at: At, i: u32| all[at.article as usize][i as usize];
        for (i, x) in statements(articles, a).filter(|s| of(a, s.0).0.any() || of(a, s.0).1.any()) {
            for (j, y) in statements(articles, b) {
                let ((x_state, x_word), (y_state, y_word)) = (of(a, i), of(b, j));
                let (state, word) = (x_state.meet(y_state), x_word.meet(y_word));
                if !(state || word) || !verbal(articles, (a, x)) || !verbal(articles, (b, y)) {
                    continue;
                }
                let common: f32 = shared(&x.terms, &y.terms).map(|t| index.weight(t)).sum();
                let context = common / (1.9 * index.rarest()) + similarity;
                let both = || vec![said(articles, a, i), said(articles, b, j)];
                let day = |at: At| articles[at.article as usize].article.published_date();
                let whole = lasts(articles, a, x) || lasts(articles, b, y);
                if state && context > 0.3 && !whole && (day(a) != day(b) || day(a).is_none()) {
                    let why = "The two tell opposite states; published at different times, so one may have followed the other.";
                    found.push(Draft::new(RowKind::SoftConflict, Aspect::Status, 1.0 + context, why, both()));
                } else if state && context > 0.3 {
                    let why = if whole {
                        "The two tell opposite states, and one says that it was so all the time."
                    } else {
                        "The two tell opposite states on the same day."
                    };
                    found.push(Draft::new(RowKind::HardConflict, Aspect::Status, 1.0 + context, why, both()));
                } else if word && context > 0.6 && of_one_thing(articles, (a, x), (b, y)) {
                    let why = "The two use words that exclude each other.";
                    found.push(Draft::new(RowKind::HardConflict, Aspect::Fact, 1.0 + context, why, both()));
                }
            }
        }
    }
    super::once(found, drafts);
}
