//! Which of two things came first: "after", "following", "before" between two told events.

use super::index::{At, BySentence};
use super::{Draft, Said, Telling};
use crate::claim::Term;
use crate::facts::Facts;
use crate::span::Span;
use crate::story::{Aspect, RowKind};

/// The least similarity of two sentences that order the same things.
const ALIKE: f32 = 0.12;

/// Sentences more alike than this are one sentence, and put nothing in another order.
const COPIED: f32 = 0.8;

/// What a sentence puts in order.
struct Ordered {
    at: At,
    clause: Span,
    /// The order word and what it governs.
    mark: Span,
    earlier: Vec<Term>,
    later: Vec<Term>,
}

/// Finds the rows about order.
pub(super) fn rows(story: &Telling, drafts: &mut Vec<Draft>) {
    let (articles, index, pairs) = (story.articles, story.index, story.pairs);
    let mut all: Vec<Ordered> = Vec::new();
    for (a, facts) in articles.iter().enumerate() {
        collect(a as u32, facts, &mut all);
    }
    let all = BySentence::new(index, all, |o| o.at);
    let of = |at: At| all.of(at);
    let meets = |x: &[Term], y: &[Term]| x.iter().any(|t| y.contains(t) && index.weight(*t) > 1.0);
    for &(a, b, similarity) in pairs.iter().filter(|p| p.2 >= ALIKE) {
        for x in of(a) {
            for y in of(b) {
                let said =
                    |o: &Ordered| Said { article: o.at.article, span: o.clause, mark: o.mark, value: String::new() };
                let (same, other) = (
                    meets(&x.earlier, &y.earlier) && meets(&x.later, &y.later),
                    meets(&x.earlier, &y.later) && meets(&x.later, &y.earlier),
                );
                if other && !same && similarity < COPIED {
                    let why = "The two put the same events in opposite order.";
                    drafts.push(Draft::new(
                        RowKind::HardConflict,
                        Aspect::Order,
                        1.5 + similarity,
                        why,
                        vec![said(x), said(y)],
                    ));
                } else if same && !other {
                    let why = "The two put the same events in the same order.";
                    drafts.push(Draft::new(RowKind::Agree, Aspect::Order, 0.5, why, vec![said(x), said(y)]));
                }
            }
        }
    }
}

fn collect(article: u32, facts: &Facts, all: &mut Vec<Ordered>) {
    let text = facts.article.text.as_str();
    for (i, &sentence) in facts.sentences.iter().enumerate() {
        let list = facts.words(sentence);
        let of = |k: usize| list.get(k).map_or("", |w| w.span.of(text));
        for k in 0..list.len() {
            let after = matches!(of(k), "after" | "After" | "following" | "Following");
            if !(after || matches!(of(k), "before" | "Before")) {
                continue;
            }
            // What the word governs: up to the next comma, or eight words.
            let comma = text[list[k].span.end as usize..sentence.end as usize].find([',', ';', '.']);
            let end = comma.map_or(sentence.end, |c| list[k].span.end + c as u32);
            let governed: Vec<usize> = (k + 1..list.len()).take(9).take_while(|&j| list[j].span.end <= end).collect();
            let Some(&last) = governed.last().filter(|_| !of(k + 1).starts_with(|c: char| c.is_ascii_digit())) else {
                continue;
            };
            let terms = |r: &mut dyn Iterator<Item = usize>| -> Vec<Term> { r.filter_map(|j| list[j].term).collect() };
            let inside = terms(&mut governed.iter().copied());
            let outside = terms(&mut (0..k).chain(last + 1..list.len()));
            let (earlier, later) = if after { (inside, outside) } else { (outside, inside) };
            let mark = list[k].span.cover(list[last].span);
            let clause = if sentence.len() <= 300 { sentence } else { mark };
            let at = At { article, sentence: i as u32 };
            all.push(Ordered { at, clause, mark, earlier, later });
        }
    }
}
