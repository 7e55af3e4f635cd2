//! How much something changed: "from 25 to 33 crowns" beside "eight crowns more" and "almost a
//! third more".
//!
//! Two figures of one clause hold a third, their difference, and a share, by how much the one is
//! more than the other. Another article that tells either in a sentence on the same matter agrees.

use super::index::shared;
use super::phrase::Phrase;
use super::{Draft, Said, Telling};
use crate::claim::unit::Unit;
use crate::claim::{Quantity, Term, Turns};
use crate::facts::Facts;
use crate::order::Arrange;
use crate::story::{Aspect, RowKind};

/// Articles in one row at most.
const LARGEST: usize = 24;
/// Words between a figure and what makes a step of it, at most.
const NEAR: usize = 3;
/// By how much of a hundred a share may be off: "almost a third".
const ROUGH: f64 = 2.5;
/// By how much of itself a difference may be off.
const OFF: f64 = 0.02;
/// One figure of a change is so many times the other at most; more is another scale of numbers.
const MOST: f64 = 50.0;

/// Words that make a step up of the figure before or behind them.
static UP: Turns = Turns::new(&[
    "more",
    "extra",
    "higher",
    "dearer",
    "up",
    "rise of",
    "increase of",
    "raise of",
    "rose by",
    "rise by",
]);
/// The same of a step down.
static DOWN: Turns = Turns::new(&[
    "less",
    "lower",
    "cheaper",
    "fewer",
    "down",
    "cut of",
    "fall of",
    "drop of",
    "decrease of",
    "fell by",
    "fall by",
    "cut by",
]);
/// Shares of a whole in words, of a hundred.
const SHARES: [(&str, f64); 8] = [
    ("a fifth", 20.0),
    ("a quarter", 25.0),
    ("a third", 100.0 / 3.0),
    ("one third", 100.0 / 3.0),
    ("two fifths", 40.0),
    ("half", 50.0),
    ("two thirds", 200.0 / 3.0),
    ("three quarters", 75.0),
];

/// A figure by which something is more or less.
struct Step {
    unit: Unit,
    by: f64,
    up: bool,
    /// The words beside the figures.
    about: Vec<Term>,
    said: Said,
}

/// A change from one figure to another.
struct Change {
    unit: Unit,
    by: f64,
    /// Of a hundred of the first.
    share: f64,
    up: bool,
    /// The words beside the figures.
    about: Vec<Term>,
    said: Said,
}

/// Finds the agreements on how much something changed.
pub(super) fn rows(story: &Telling, drafts: &mut Vec<Draft>) {
    let (mut changes, mut steps) = (Vec::new(), Vec::new());
    for (a, facts) in story.articles.iter().enumerate() {
        collect(a as u32, facts, &mut changes, &mut steps);
    }
    if changes.is_empty() {
        return;
    }
    steps.arrange_by(|x, y| (x.unit, x.up).cmp(&(y.unit, y.up)).then(x.by.total_cmp(&y.by)));
    for change in changes {
        let mut row = vec![change.said.clone()];
        let amounts = (change.unit, change.by, change.by * OFF);
        for (unit, by, off) in [amounts, (Unit::Percent, change.share, ROUGH)] {
            let from = steps.partition_point(|s| {
                (s.unit, s.up) < (unit, change.up) || (s.unit, s.up) == (unit, change.up) && s.by < by - off
            });
            let fit = steps[from..].iter().take_while(|s| (s.unit, s.up) == (unit, change.up) && s.by <= by + off);
            for step in fit.take(LARGEST) {
                let article = step.said.article;
                let one = shared(&change.about, &step.about).next().is_some();
                if row.len() < LARGEST && one && row.iter().all(|s| s.article != article) {
                    row.push(step.said.clone());
                }
            }
        }
        if row.len() > 1 {
            let aspect = match change.unit {
                Unit::Money(_) => Aspect::Amount,
                Unit::Count => Aspect::Count,
                _ => Aspect::Measure,
            };
            let why = "The one gives two figures, the other by how much they differ.";
            drafts.push(Draft::new(RowKind::Agree, aspect, 0.6, why, row));
        }
    }
}

/// The changes and steps of one article.
fn collect(article: u32, facts: &Facts, changes: &mut Vec<Change>, steps: &mut Vec<Step>) {
    let text = facts.article.text.as_str();
    let said = |statement: u32, mark| {
        let span = facts.claims.statements.get(statement as usize)?.span;
        Some(Said { article, span, mark, value: String::new() })
    };
    // "euros" is in both, whatever costs them.
    let about = |statement: u32, said: &Said| {
        let words = facts.claims.statements.get(statement as usize).map_or(&[][..], |s| facts.words(s.span));
        let mut terms: Vec<Term> =
            words.iter().filter(|w| !w.span.overlaps(said.mark)).filter_map(|w| w.term).collect();
        terms.arrange();
        terms.dedup();
        terms
    };
    let quantities = &facts.claims.quantities;
    for pair in quantities.windows(2) {
        let [from, to] = pair else { continue };
        if let Some((from_value, unit)) = leads(text, from, to)
            && let Some(said) = said(to.statement, from.number.cover(to.span))
        {
            let by = (to.value - from_value).abs();
            let share = 100.0 * by / from_value;
            changes.push(Change {
                unit,
                by,
                share,
                up: to.value > from_value,
                about: about(to.statement, &said),
                said,
            });
        }
    }
    for (i, statement) in facts.claims.statements.iter().enumerate() {
        let words = Phrase::new(facts, statement.span);
        for k in 0..words.len() {
            let up = words.any(k, &UP).is_some();
            if !up && words.any(k, &DOWN).is_none() {
                continue;
            }
            let near = words.span(k.saturating_sub(NEAR)..(k + NEAR + 1).min(words.len()));
            let Some(near) = near else { continue };
            let first = quantities.partition_point(|q| q.statement < i as u32);
            let here = quantities[first..].iter().take_while(|q| q.statement == i as u32);
            for q in here.filter(|q| q.number.overlaps(near)) {
                if let Some(said) = said(i as u32, q.span) {
                    steps.push(Step { unit: q.unit, by: q.value, up, about: about(i as u32, &said), said });
                }
            }
            // "a third more"
            for (share, by) in SHARES {
                let from = k.saturating_sub(share.split(' ').count());
                if words.is(from, share)
                    && from < k
                    && let Some(said) = words.span(from..k + 1).and_then(|mark| said(i as u32, mark))
                {
                    steps.push(Step { unit: Unit::Percent, by, up, about: about(i as u32, &said), said });
                }
            }
        }
    }
}

/// The first figure of "from 25 to 33 crowns", with the unit of both.
fn leads(text: &str, from: &Quantity, to: &Quantity) -> Option<(f64, Unit)> {
    let before = text.get(..from.number.start as usize)?.trim_end_matches(['$', '£', '€', ' ']);
    let between = text.get(from.number.end as usize..to.number.start as usize)?;
    let mut last = between.split_whitespace().rev().filter(|w| !matches!(*w, "about" | "some" | "$" | "£" | "€"));
    let opens = before.ends_with("from") && from.statement == to.statement;
    let unit = if from.unit == to.unit || between.trim() == "to" { to.unit } else { return None };
    let fits = from.value > 0.0 && to.value > 0.0 && from.value != to.value;
    let near = from.value.max(to.value) < MOST * from.value.min(to.value);
    (opens && last.next() == Some("to") && fits && near).then_some((from.value, unit))
}

#[cfg(test)]
mod tests {
    use crate::facts::{self, Reader};
    use crate::import::{Article, Record};

    /// Whether a change is found to be what another article tells of it.
    #[track_caller]
    fn check(a: &str, b: &str, expected: bool) {
        let read = |(id, text): (&str, &str)| {
            let (id, text) = (id.into(), text.into());
            let record = Record { id, text, published: Some("2024-03-08".into()), ..Record::default() };
            facts::read(Article::new(record), &Reader::default())
        };
        let story = crate::story::tell([("a", a), ("b", b)].map(read).into());
        let found = story.rows.iter().any(|r| r.why.contains("by how much they differ"));
        assert_eq!(found, expected, "{a} | {b}");
    }

    #[test]
    fn changes_and_their_size() {
        let rent = "The rent of a stall will go up from 40 to 53 euros.";
        check(rent, "Every stall is to pay 13 euros more in rent.", true);
        check(rent, "The new rent of a stall is almost a third more.", true);
        check(
            "The price of a loaf fell from 5 euros to 4 euros.",
            "A loaf costs a fifth less, at a lower price.",
            true,
        );
        // Near misses: another sum, the other way, another matter, and a sum that is no change.
        check(rent, "Every stall is to pay 15 euros more in rent.", false);
        check(rent, "Every stall is to pay 13 euros less in rent.", false);
        check(rent, "A ferry costs 13 euros more.", false);
        check(rent, "Every stall had paid 13 euros in rent.", false);
    }
}
