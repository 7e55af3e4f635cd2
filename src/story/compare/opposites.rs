//! Statements that cannot stand together because they use opposite words: a road is closed, a
//! road is open; the first state of a thing may have been followed by the second.

use super::index::{At, shared};
use super::phrase::Phrase;
use super::restated::{other_days, said, statements};
use super::{Draft, Telling};
use crate::claim::{Statement, Term, words};
use crate::facts::Facts;
use crate::order::Arrange;
use crate::story::{Aspect, RowKind};

/// Pairs of words for states of one thing, which follow each other in time.
const STATES: &str = "open close|open lock|allow bar|allow ban|permit ban|improve deteriorate|improve worsen|run halt|continue halt|operate standstill|underway halt|resume suspend|\
recruit halt|stable critical|intact damage|strike return|blocked cleared|carry halt";
/// The first of [`OPPOSITES`], which on different days exclude nothing.
const MOVES: u64 = 0b1111;
/// Pairs of words of which one excludes the other, whatever the time.
const OPPOSITES: &str = "increase decrease|rise fall|gain lose|lift extend|north south|east west|northern southern|eastern western|guilty innocent|convict acquit|\
option obligation|option oblige|voluntary compulsory|approve reject|accept reject|order reject|grant reject|confirm deny|legal illegal|\
profit loss|valid lapse|valid expire|surplus deficit|unanimous majority|unanimous split|present absent|\
permanent temporary|genuine forge|authentic forge|genuine fake|authentic fake|suicide murder|stay leave|adopt reject|\
accept refuse|adult child|alive dead|clear convict|clear suspend|full partial|upheld overturn|uphold overturn|safe unsafe|pass fail|agree refuse|sabotage accident|deliberate accident|true false|\
public private";

/// Pairs of terms, and all of them sorted.
struct Table {
    pairs: Vec<(Term, Term)>,
    all: Vec<Term>,
}

fn table(pairs: &str) -> Table {
    let both = |p: &str| {
        let (a, b) = p.split_once(' ')?;
        Some((words::term(a)?, words::term(b)?))
    };
    let pairs: Vec<(Term, Term)> = pairs.split('|').filter_map(both).filter(|(a, b)| a != b).collect();
    let mut all: Vec<Term> = pairs.iter().flat_map(|p| [p.0, p.1]).collect();
    all.arrange();
    Table { pairs, all }
}

/// Which words of the pairs a statement holds and does not deny: a bit a pair for each side.
#[derive(Clone, Copy, Default)]
struct Sides {
    left: u64,
    right: u64,
}

impl Sides {
    /// The words as they stand: no names of people ("the operator"), nothing that had been before.
    fn new(table: &Table, text: &str, statement: &Statement) -> Self {
        let has = |t: Term| statement.terms.binary_search(&t).is_ok() && statement.denied.binary_search(&t).is_err();
        let mut sides = Self::default();
        if !statement.terms.iter().any(|t| table.all.binary_search(t).is_ok()) {
            return sides;
        }
        let words = Phrase::new(text, statement.span);
        for i in 0..words.len() {
            let word = words.of(i);
            let agent = ["or", "ors", "ers"].iter().any(|e| word.ends_with(e));
            let before = i > 1 && words.is(i - 2, "had been");
            // "locked herself in"
            let before = before || words.of(i + 1).ends_with("self") || words.of(i + 1).ends_with("selves");
            let Some(term) = words::phrasal(word, words.of(i + 1)).or_else(|| words::term(word)) else { continue };
            if agent || before || !has(term) {
                continue;
            }
            for (k, pair) in table.pairs.iter().enumerate().take(64) {
                sides.left |= u64::from(pair.0 == term) << k;
                sides.right |= u64::from(pair.1 == term) << k;
            }
        }
        // Who says both says neither.
        let both = sides.left & sides.right;
        Self { left: sides.left & !both, right: sides.right & !both }
    }

    fn meet(self, other: Self) -> bool {
        (self.left & other.right) | (self.right & other.left) != 0
    }

    fn only(self, pairs: u64) -> Self {
        Self { left: self.left & pairs, right: self.right & pairs }
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

/// Whether two words that exclude each other are said of one thing: what stands beside each is
/// partly the same.
fn of_one_thing(
    articles: &[Facts],
    opposites: &[(Term, Term)],
    (a, x): (At, &Statement),
    (b, y): (At, &Statement),
) -> bool {
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

/// Finds the rows of words that exclude each other.
pub(super) fn rows(story: &Telling, drafts: &mut Vec<Draft>) {
    let (articles, index, pairs) = (story.articles, story.index, story.pairs);
    let (states, opposites) = (table(STATES), table(OPPOSITES));
    let read = |f: &Facts| -> Vec<(Sides, Sides)> {
        let text = f.article.text.as_str();
        let of =
            |pairs: &Table, s: &Statement| if s.commentary < 2 { Sides::new(pairs, text, s) } else { Sides::default() };
        f.claims.statements.iter().map(|s| (of(&states, s), of(&opposites, s))).collect()
    };
    let all: Vec<Vec<(Sides, Sides)>> = articles.iter().map(read).collect();
    let mut found = Vec::new();
    for &(a, b, similarity) in pairs {
        let of = |at: At, i: u32| all[at.article as usize][i as usize];
        for (i, x) in statements(articles, a).filter(|s| of(a, s.0).0.any() || of(a, s.0).1.any()) {
            for (j, y) in statements(articles, b) {
                let ((x_state, x_word), (y_state, y_word)) = (of(a, i), of(b, j));
                let (state, word) = (x_state.meet(y_state), x_word.meet(y_word));
                let moves = x_word.only(MOVES).meet(y_word.only(MOVES));
                if !(state || word) {
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
                } else if word
                    && context > 0.6
                    && of_one_thing(articles, &opposites.pairs, (a, x), (b, y))
                    && !(moves && other_days(&articles[a.article as usize], x, &articles[b.article as usize], y))
                {
                    let why = "The two use words that exclude each other.";
                    found.push(Draft::new(RowKind::HardConflict, Aspect::Fact, 1.0 + context, why, both()));
                }
            }
        }
    }
    super::once(found, drafts);
}
