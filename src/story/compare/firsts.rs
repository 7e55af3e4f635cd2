//! Who or what came first: two articles that give the same first place to different ones.

use super::clauses::{said, statements};
use super::index::{At, shared};
use super::{Draft, Telling};
use crate::claim::words::Set;
use crate::claim::{Statement, Term};
use crate::entity::{EntityKind, Mention};
use crate::facts::Facts;
use crate::story::cast::Cast;
use crate::story::{Aspect, RowKind};
use crate::time::Days;

/// How many words behind "first" tell what kind of first it is.
const REACH: usize = 3;

/// Finds the rows about firsts.
pub(super) fn rows(story: &Telling, drafts: &mut Vec<Draft>) {
    let (articles, cast, index, pairs) = (story.articles, story.cast, story.index, story.pairs);
    let first: Vec<Vec<bool>> =
        articles.iter().map(|f| f.claims.statements.iter().map(|s| is_first(f, s)).collect()).collect();
    let is_first = |at: At, i: u32| first[at.article as usize][i as usize];
    for &(a, b, similarity) in pairs {
        if similarity < 0.04 {
            continue;
        }
        for (i, x) in statements(articles, a).filter(|s| is_first(a, s.0)) {
            for (j, y) in statements(articles, b).filter(|s| is_first(b, s.0)) {
                let common: f32 = shared(&x.terms, &y.terms).map(|t| index.weight(t)).sum();
                let named = |at: At, s: &Statement| names(articles, cast, at, s);
                let one = named(b, y);
                if named(a, x).iter().any(|n| one.contains(n)) {
                    continue; // Both name the same one as the first.
                }
                let of_time = |at: At, s: &Statement| is_of_time(&articles[at.article as usize], s);
                if of_time(a, x) && of_time(b, y) {
                    continue;
                }
                // "The first storm in ten years weakened": which one that is, it does not say.
                let unsaid = |at: At, s: &Statement| opens(&articles[at.article as usize], s);
                if unsaid(a, x) || unsaid(b, y) {
                    continue;
                }
                if one_day(&articles[a.article as usize], x, &articles[b.article as usize], y) {
                    continue; // Both date it alike.
                }
                let own = |s: &Statement, o: &Statement| s.terms.len() - shared(&s.terms, &o.terms).count();
                let facts = |at: At| &articles[at.article as usize];
                let (p, q) = (kind(facts(a), x), kind(facts(b), y));
                let alike = p.iter().any(|t| q.contains(t));
                if common >= 0.35 * index.rarest()
                    && (alike || is_said_to_be(facts(a), x) && is_said_to_be(facts(b), y))
                    && own(x, y) >= 2
                    && own(y, x) >= 2
                    && index.overlap(&x.terms, &y.terms) < 0.6
                {
                    let why = "Both name a first of the same kind, and not the same one.";
                    let both = vec![said(articles, a, i), said(articles, b, j)];
                    drafts.push(Draft::new(RowKind::HardConflict, Aspect::Order, 1.3 + similarity, why, both));
                }
            }
        }
    }
}

/// Whether a clause begins with the first, and tells of nobody that he or it is.
fn opens(facts: &Facts, statement: &Statement) -> bool {
    let text = statement.span.of(&facts.article.text);
    let named = |m: &Mention| statement.span.contains(m.span) && m.kind != EntityKind::Place;
    ["The first ", "the first "].iter().any(|w| text.starts_with(w))
        && ![" was ", " were ", " is ", " came "].iter().any(|w| text.contains(w))
        && !facts.entities.mentions.iter().any(named)
}

/// What kind of first it is: the words that "first" stands before, "the first |boat on the scene".
fn kind(facts: &Facts, statement: &Statement) -> Vec<Term> {
    let words = facts.words(statement.span);
    let first = words.iter().position(|w| w.span.of(&facts.article.text) == "first");
    words.iter().skip(first.map_or(words.len(), |i| i + 1)).take(REACH).filter_map(|w| w.term).collect()
}

/// Whether somebody is said to be the first: "were the first to reach it".
fn is_said_to_be(facts: &Facts, statement: &Statement) -> bool {
    let text = statement.span.of(&facts.article.text);
    ["was", "were", "is", "are", "became"].iter().any(|be| text.contains(&[be, " the first "].concat()))
}

/// Whether both state a day, and the same.
fn one_day(a: &Facts, x: &Statement, b: &Facts, y: &Statement) -> bool {
    let days = |f: &Facts, s: &Statement| -> Vec<Days> {
        f.times_in(s.span).filter_map(|t| t.days).filter(|d| d.from == d.to).collect()
    };
    let x = days(a, x);
    !x.is_empty() && days(b, y).iter().any(|y| x.iter().any(|x| x.from == y.from))
}

/// Whether a clause tells when something was done for the first time, and not who was first: "first
/// learned on Friday".
fn is_of_time(facts: &Facts, statement: &Statement) -> bool {
    let words = facts.words(statement.span);
    let of = |i: usize| words.get(i).map_or("", |w| w.span.of(&facts.article.text));
    let verb = |w: &str| w.len() > 4 && (w.ends_with("ed") || matches!(w, "heard" | "found" | "learnt" | "spoke"));
    let timed = facts.times_in(statement.span).next().is_some();
    timed && (0..words.len()).any(|i| of(i) == "first" && verb(of(i + 1))) && !(0..words.len()).any(|i| of(i) == "by")
}

/// The people and organisations that a statement names.
fn names(articles: &[Facts], cast: &Cast, at: At, statement: &Statement) -> Vec<u32> {
    let mentions = &articles[at.article as usize].entities.mentions;
    let from = mentions.partition_point(|m| m.span.end <= statement.span.start);
    let inside = mentions[from..].iter().take_while(|m| m.span.start < statement.span.end);
    let of = |m: &Mention| cast.index.get(at.article as usize)?.get(m.cluster as usize).copied();
    inside.filter(|m| matches!(m.kind, EntityKind::Person | EntityKind::Organization)).filter_map(of).collect()
}

/// What "first" stands before without a second.
static NO_FIRST: Set = Set::new(
    "time half quarter day week month year light place count officer lady minister aid responders name floor class mate stage \
     phase step leg",
);

/// Whether a clause gives a first place: "the first to reach", "first raised", "the first unit".
pub(super) fn is_first(facts: &Facts, statement: &Statement) -> bool {
    let words = facts.words(statement.span);
    let of = |i: usize| words.get(i).map_or("", |w| w.span.of(&facts.article.text));
    statement.commentary < 2
        && (0..words.len()).any(|i| {
            // "before the first rains"
            let of_time = matches!(of(i.wrapping_sub(2)), "before" | "until" | "after");
            of(i) == "first"
                && !matches!(of(i.wrapping_sub(1)), "at" | "At")
                && !of_time
                && !NO_FIRST.has(of(i + 1))
                && words.get(i + 1).is_none_or(|w| !w.marked)
        })
}
