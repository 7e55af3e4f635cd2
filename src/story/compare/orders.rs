//! Which of two things came first: "after", "following", "before" between two told events.

use super::index::{At, BySentence};
use super::{Draft, Said, Telling};
use crate::claim::Term;
use crate::event::classes;
use crate::facts::Facts;
use crate::span::Span;
use crate::story::{Aspect, RowKind};
use crate::time::TimeKind;

/// The least similarity of two sentences that order the same things.
const ALIKE: f32 = 0.12;

/// Sentences more alike than this are one sentence, and put nothing in another order.
const COPIED: f32 = 0.8;

/// Words before "first" where it tells of no order in time.
const NO_FIRST: [&str; 8] = ["at", "finished", "the", "placed", "ranked", "comes", "from", "safety"];

/// What a sentence puts in order.
struct Ordered<'s> {
    at: At,
    clause: Span,
    /// The order word and what it governs.
    mark: Span,
    earlier: Vec<Term>,
    later: Vec<Term>,
    /// The classes of what is told to happen first and then, where that is told by a known verb or noun.
    deeds: [Vec<&'s str>; 2],
    /// Whether it says only that something came first: "the siren sounded first".
    first: bool,
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
                    // What came first of all came after nothing.
                    (meets(&x.earlier, &y.later) && (x.first || meets(&x.later, &y.earlier)))
                        || (y.first && meets(&x.later, &y.earlier)),
                );
                // A word that both sides share is not yet an event that both tell.
                let told = |x: &[&str], y: &[&str]| x.is_empty() || y.is_empty() || x.iter().any(|c| y.contains(c));
                let crossed =
                    (x.first || told(&x.deeds[1], &y.deeds[0])) && (y.first || told(&x.deeds[0], &y.deeds[1]));
                if other && !same && crossed && similarity < COPIED {
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

fn collect<'s>(article: u32, facts: &'s Facts, all: &mut Vec<Ordered<'s>>) {
    let text = facts.article.text.as_str();
    for (i, &sentence) in facts.sentences.iter().enumerate() {
        let list = facts.words(sentence);
        let of = |k: usize| list.get(k).map_or("", |w| w.span.of(text));
        // "The |siren sounded first|.", but not "at first" or of whom a race was won by.
        let ends = |k: usize| text[list[k].span.end as usize..].starts_with(['.', ';', ',']);
        let k = list.len().min(8);
        let named = k > 0 && !matches!(of(0), "They" | "He" | "She" | "It" | "We" | "I" | "You");
        if let Some(k) = (2..k).find(|&k| named && of(k) == "first" && ends(k) && !NO_FIRST.contains(&of(k - 1))) {
            let earlier: Vec<Term> = (0..k).filter_map(|j| list[j].term).collect();
            let at = At { article, sentence: i as u32 };
            let mark = list[0].span.cover(list[k].span);
            let deeds = [deeds(facts, mark), Vec::new()];
            all.push(Ordered { at, clause: mark, mark, earlier, later: Vec::new(), deeds, first: true });
        }
        for k in 0..list.len() {
            let after = matches!(of(k), "after" | "After" | "following" | "Following");
            if !(after || matches!(of(k), "before" | "Before")) {
                continue;
            }
            // "after forty minutes" orders nothing.
            let time = list.get(k + 1).and_then(|w| facts.time_over(w.span));
            if time.is_some_and(|t| t.kind == TimeKind::Duration) {
                continue;
            }
            // What the word governs: up to the next comma, or eight words.
            let comma = text[list[k].span.end as usize..sentence.end as usize].find([',', ';', '.']);
            let end = comma.map_or(sentence.end, |c| list[k].span.end + c as u32);
            // "after the dam broke |after the rain": the second orders what it governs itself.
            let nested = |j: usize| matches!(of(j), "after" | "following" | "before");
            let reach = (k + 1..list.len()).take_while(|&j| list[j].span.end <= end);
            let governed: Vec<usize> = reach.clone().take(9).take_while(|&j| !nested(j)).collect();
            let Some(&last) = governed.last().filter(|_| !of(k + 1).starts_with(|c: char| c.is_ascii_digit())) else {
                continue;
            };
            let terms = |r: &mut dyn Iterator<Item = usize>| -> Vec<Term> { r.filter_map(|j| list[j].term).collect() };
            let inside = terms(&mut governed.iter().copied());
            // What it governs beyond those words is on neither side.
            let beyond = if k == 0 && comma.is_none() { last + 1 } else { reach.last().unwrap_or(last) + 1 };
            let outside = terms(&mut (0..k).chain(beyond..list.len()));
            let (earlier, later) = if after { (inside, outside) } else { (outside, inside) };
            let mark = list[k].span.cover(list[last].span);
            // "The tower fell |after an hour's fire": the deed outside is the nearest one.
            let within = deeds(facts, mark);
            let beside = if k == 0 {
                deeds(facts, Span::new(mark.end, sentence.end)).into_iter().next()
            } else {
                deeds(facts, Span::new(sentence.start, mark.start)).pop()
            };
            let beside = beside.into_iter().collect();
            let deeds = if after { [within, beside] } else { [beside, within] };
            let clause = if sentence.len() <= 300 { sentence } else { mark };
            let at = At { article, sentence: i as u32 };
            all.push(Ordered { at, clause, mark, earlier, later, deeds, first: false });
        }
    }
}

/// The classes of the events that a stretch tells.
fn deeds(facts: &Facts, stretch: Span) -> Vec<&str> {
    let from = facts.events.partition_point(|e| e.sentence.end <= stretch.start);
    let near = facts.events[from..].iter().take_while(|e| e.sentence.start < stretch.end);
    near.filter(|e| stretch.contains(e.trigger)).map(|e| classes::of(&e.lemma)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Reader, read};
    use crate::import::{Article, Record};

    fn differ(a: &str, b: &str) -> bool {
        let facts = [a, b].into_iter().enumerate().map(|(n, text)| {
            // What stands in every sentence of a story tells nothing.
            let text = format!("{text} Anna Dahl keeps bees. Some geese crossed a lake.");
            let record = Record { id: format!("a{n}"), text, ..Record::default() };
            read(Article::new(record), &Reader::default())
        });
        let story = crate::story::tell(facts.collect());
        story.rows.iter().any(|r| r.aspect == Aspect::Order && r.kind == RowKind::HardConflict)
    }

    #[test]
    fn what_came_first_of_all() {
        assert!(differ("The siren sounded first. Then the dam broke.", "The siren sounded after the dam broke."));
        assert!(differ("The siren sounded first. Then the dam broke.", "The siren sounded an hour after the flood."));
        assert!(differ(
            "Police fired gas into the square after the crowd threw bottles.",
            "The crowd threw bottles after police fired gas at the gate, a baker said.",
        ));
        for (a, b) in [
            ("The siren sounded first. Then the dam broke.", "The dam broke after the siren sounded."),
            ("The siren sounded first. Then the dam broke.", "The siren sounded after forty minutes."),
            ("At first the siren was silent.", "The siren sounded after the dam broke."),
            ("They sounded the siren first.", "The siren sounded after the dam broke."),
            // Sharing a word, and not what happened.
            (
                "The search was halted at night after a dam burst at the mine, officials said.",
                "Before the dam burst, 28 outsourced workers took turns operating the mine.",
            ),
            (
                "The toll rose to ten after crews pulled a body from the collapsed tower.",
                "Nobody was pulled alive from the tower after its collapse.",
            ),
            // Nested, and longer than what is looked at.
            (
                "The villagers fled after the dam broke after the storm in the hills.",
                "The dam broke and the villagers fled after the storm, officers said.",
            ),
            (
                "The villagers fled after the dam broke above the old mill at ten on Monday amid a storm.",
                "The villagers fled after a storm led to a breach in the dam, officers said.",
            ),
        ] {
            assert!(!differ(a, b), "{a} | {b}");
        }
    }
}
