//! What an article says against somebody: "It was the crew, not the company, that raised the
//! alarm"; "the cause was fire, not rock". Whoever writes so answers another account, and this
//! finds it.

use crate::claim::Term;
use crate::facts::Facts;
use crate::story::compare::clauses::{said, statements};
use crate::story::compare::deeds::PREPOSITIONS;
use crate::story::compare::index::{At, Index, shared};
use crate::story::compare::phrase::Phrase;
use crate::story::compare::{Draft, Telling, once};
use crate::story::{Aspect, RowKind};

/// A contrast that one sentence makes.
struct Contrast {
    at: At,
    /// What is so, where it is said.
    so: Vec<Term>,
    /// What is not so, where it is said.
    not: Vec<Term>,
    /// Of what.
    rest: Vec<Term>,
    /// Whether somebody is said to have done it.
    actor: bool,
}

/// How much of what a contrast is about another must tell.
const MATTER: f32 = 0.4;

/// Finds the rows about contrasts.
pub(in crate::story::compare) fn rows(story: &Telling, drafts: &mut Vec<Draft>) {
    let mut all = Vec::new();
    for (a, facts) in story.articles.iter().enumerate() {
        collect(a as u32, facts, &mut all);
    }
    let of = |at: At| {
        let from = all.partition_point(|c| c.at < at);
        all[from..].iter().take_while(move |c| c.at == at)
    };
    let mut found = Vec::new();
    for &(a, b, similarity) in story.pairs {
        of(a).for_each(|c| answer(story, c, b, similarity, &mut found));
        of(b).for_each(|c| answer(story, c, a, similarity, &mut found));
    }
    once(found, drafts);
}

/// Holds a contrast against a sentence of another article.
fn answer(story: &Telling, contrast: &Contrast, other: At, similarity: f32, found: &mut Vec<Draft>) {
    let (articles, index) = (story.articles, story.index);
    let best = statements(articles, other).filter_map(|(i, s)| Some((contradicts(index, contrast, &s.terms)?, i)));
    let Some((score, i)) = best.max_by(|x, y| x.0.total_cmp(&y.0).then(y.1.cmp(&x.1))) else { return };
    if articles[other.article as usize].claims.statements[i as usize].negated {
        return;
    }
    let mut all: Vec<_> = statements(articles, contrast.at).map(|(k, _)| said(articles, contrast.at, k)).collect();
    if contrast.so.is_empty() {
        // Who it was is said in the next sentence.
        let next = At { sentence: contrast.at.sentence + 1, ..contrast.at };
        all.extend(statements(articles, next).take(1).map(|(k, _)| said(articles, next, k)));
    }
    all.push(said(articles, other, i));
    let aspect = if contrast.actor { Aspect::Actor } else { Aspect::Fact };
    let why = "One says expressly that it was not as the other tells it.";
    found.push(Draft::new(RowKind::HardConflict, aspect, 1.4 + score + similarity, why, all));
}

/// How surely a statement says what a contrast contradicts.
fn contradicts(index: &Index, contrast: &Contrast, terms: &[Term]) -> Option<f32> {
    let has = |list: &[Term]| shared(list, terms).next().is_some();
    if has(&contrast.so) {
        return None;
    }
    let weight = |t: Term| index.weight(t);
    let all: f32 = contrast.rest.iter().map(|&t| weight(t)).sum();
    let common: f32 = shared(&contrast.rest, terms).map(weight).sum();
    let share = common / all.max(1.0);
    // "not any fault of the wall" is answered by the fault, not by the wall.
    let against = shared(&contrast.not, terms).count();
    let telling = common >= MATTER * index.rarest()
        || !contrast.actor && index.sum(shared(&contrast.not, terms)) >= 0.6 * index.rarest();
    let named = 2 * against > contrast.not.len() && telling;
    named.then_some(share + 0.5)
}

fn collect(article: u32, facts: &Facts, all: &mut Vec<Contrast>) {
    for (i, &sentence) in facts.sentences.iter().enumerate() {
        let words = Phrase::new(facts, sentence);
        let at = At { article, sentence: i as u32 };
        if let Some(contrast) = (0..words.len())
            .find_map(|k| cleft(&words, k, at).or_else(|| not(&words, k, at)).or_else(|| but(&words, k, at)))
        {
            all.push(contrast);
        }
    }
}

const RELATIVE: [&str; 3] = ["who", "that", "which"];

/// "It was (not) X(, not Y,) who did"
fn cleft(words: &Phrase, k: usize, at: At) -> Option<Contrast> {
    words.one_of(k, &["it was"])?;
    let denied = words.is(k + 2, "not");
    let start = k + 2 + usize::from(denied);
    // "It was from there that they saw her" names nobody.
    if PREPOSITIONS.contains(&words.of(start)) || words.one_of(start, &["here", "there", "then", "only"]).is_some() {
        return None;
    }
    let relative = |i: &usize| RELATIVE.contains(&words.of(*i));
    let first = (start + 1..(start + 10).min(words.len())).find(relative)?;
    // "not the man who gets the credit, who first did it": the second one says of what.
    let second = (first + 1..(first + 12).min(words.len())).find(|i| relative(i) && words.pauses(i - 1));
    let relative = second.unwrap_or(first);
    let not = (start..first).find(|&i| words.is(i, "not"));
    let head = words.terms(start..not.unwrap_or(first));
    let other = not.map(|n| words.terms(n + 1..first)).unwrap_or_default();
    let rest = words.terms(relative + 1..(relative + 15).min(words.len()));
    if head.is_empty() || rest.is_empty() {
        return None;
    }
    let (so, not) = if denied { (other, head) } else { (head, other) };
    Some(Contrast { at, so, not, rest, actor: true })
}

/// "X, not Y", "X and not Y", "X rather than Y"
fn not(words: &Phrase, k: usize, at: At) -> Option<Contrast> {
    let instead = words.one_of(k, &["rather than", "instead of"]);
    let and = k > 0 && words.is(k - 1, "and");
    let opens = instead.is_some() || (k > 0 && words.is(k, "not") && (and || words.pauses(k - 1)));
    if k == 0 || !opens || words.one_of(k + 1, &["only", "just", "least", "all", "yet"]).is_some() {
        return None;
    }
    let from = k + instead.unwrap_or(1);
    let end = words.end(from, 7);
    let ends = end == words.len() || words.pauses(end - 1);
    let not = words.terms(from..end);
    // "not to a broken |part": of a head that tells nothing, its adjective alone tells less.
    if !ends || not.is_empty() || words.term(end - 1).is_none() {
        return None;
    }
    let k = k - usize::from(and);
    let from = (k.saturating_sub(3)..k).rev().take_while(|&i| i + 1 == k || !words.pauses(i)).last()?;
    let so = words.terms(from..k);
    let mut rest = words.terms(0..words.len());
    rest.retain(|t| !so.contains(t) && !not.contains(t));
    Some(Contrast { at, so, not, rest, actor: false })
}

/// "not X but Y"
fn but(words: &Phrase, k: usize, at: At) -> Option<Contrast> {
    if !words.is(k, "not") || words.one_of(k + 1, &["only", "just", "least", "all"]).is_some() {
        return None;
    }
    let turn = (k + 2..(k + 9).min(words.len())).find(|&i| words.is(i, "but"))?;
    let end = words.end(turn + 1, 8);
    let (not, so) = (words.terms(k + 1..turn), words.terms(turn + 1..end));
    let mut rest = words.terms(0..words.len());
    rest.retain(|t| !so.contains(t) && !not.contains(t));
    let whole = !not.is_empty() && !so.is_empty() && !rest.is_empty();
    whole.then_some(Contrast { at, so, not, rest, actor: false })
}
