//! How many of one number of things: "all five gates were open", "three of the five gates were",
//! "two of the five did not open".
//!
//! The whole that both name tells that the same things are meant; what is left of it by a denial
//! is counted as what was done.

use super::severity;
use crate::claim::unit::Unit;
use crate::claim::{Quantity, Scope};
use crate::order::{halves, numbers, pair};
use crate::story::compare::{Draft, Said, Telling};
use crate::story::{Aspect, RowKind};

/// Parts of wholes of one size that are compared, at most.
const CROWD: usize = 40;

/// A part of so many.
struct Part<'s> {
    article: u32,
    q: &'s Quantity,
    /// How many there are, and of how many it is told.
    whole: f64,
    count: f64,
    /// What they are.
    noun: &'s str,
    /// Whether the clause sets them against the rest: "only", "all", a denial.
    set_off: bool,
}

/// Finds the rows about parts.
pub(super) fn rows(story: &Telling, drafts: &mut Vec<Draft>) {
    let mut parts: Vec<Part> = Vec::new();
    for (a, facts) in story.articles.iter().enumerate() {
        let text = facts.article.text.as_str();
        let all = &facts.claims.quantities;
        for (i, q) in all.iter().enumerate().filter(|q| q.1.unit == Unit::Count && q.1.value > 1.0) {
            let noun = |q: &Quantity| q.span.of(text).rsplit(' ').next().filter(|w| w.len() > 3);
            let before = text[..q.span.start as usize].trim_end();
            let word = before.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
            let is = |w: &str| word.eq_ignore_ascii_case(w);
            let whole = all.get(i + 1).filter(|w| {
                q.scope.has(Scope::PART) && w.span != q.span && q.span.cover(w.span) == q.span && w.value > q.value
            });
            let denied = facts.claims.statements[q.statement as usize].negated;
            let part = match (whole, noun(whole.unwrap_or(q))) {
                (Some(w), Some(noun)) => {
                    let count = if denied { w.value - q.value } else { q.value };
                    Part { article: a as u32, q, whole: w.value, count, noun, set_off: is("only") || denied }
                }
                (None, Some(noun)) if is("all") && !denied && q.thing != 0 => {
                    Part { article: a as u32, q, whole: q.value, count: q.value, noun, set_off: true }
                }
                _ => continue,
            };
            parts.push(part);
        }
    }
    let alike = |a: &Part, b: &Part| {
        a.whole == b.whole && (a.q.thing == b.q.thing || a.noun.ends_with(b.noun) || b.noun.ends_with(a.noun))
    };
    let terms = |p: &Part| &story.articles[p.article as usize].claims.statements[p.q.statement as usize].terms;
    let shares = |a: &Part, b: &Part| {
        crate::story::compare::index::shared(terms(a), terms(b)).any(|t| t != a.q.thing && t != b.q.thing)
    };
    let mut order: Vec<u64> = parts.iter().zip(0..).map(|(p, i)| pair(p.whole as u32, i)).collect();
    numbers(&mut order);
    let mut done = vec![false; parts.len()];
    for (at, &i) in order.iter().enumerate() {
        let (whole, i) = (halves(i).0, halves(i).1 as usize);
        let a = &parts[i];
        let near = order[at + 1..].iter().map(|&k| halves(k)).take_while(|k| k.0 == whole).take(CROWD);
        let fits = |b: &Part| alike(a, b) && (shares(a, b) || (a.set_off && b.set_off));
        let others: Vec<usize> = near.map(|k| k.1 as usize).filter(|&k| !done[k] && fits(&parts[k])).collect();
        let differs = |k: &usize| parts[*k].article != a.article && parts[*k].count != a.count;
        if done[i] || !others.iter().any(differs) {
            continue;
        }
        let all: Vec<Said> = others.iter().chain([&i]).map(|&k| said(story, &parts[k])).collect();
        others.iter().for_each(|&k| done[k] = true);
        let why = "Of one number of things, one says that more of them did than the other.";
        let importance = severity::importance(a.q, RowKind::HardConflict, all.len());
        drafts.push(Draft::new(RowKind::HardConflict, Aspect::Count, importance, why, all));
    }
}

fn said(story: &Telling, p: &Part) -> Said {
    let statement = &story.articles[p.article as usize].claims.statements[p.q.statement as usize];
    let value = [crate::real::hundredths(p.count), crate::real::hundredths(p.whole)].join("/");
    Said { article: p.article, span: statement.span.cover(p.q.span), value, mark: p.q.span }
}

#[cfg(test)]
mod tests {
    use crate::facts::{self, Reader};
    use crate::import::{Article, Record};
    use crate::story::{Aspect, Row, RowKind};

    /// Whether two articles contradict each other by their parts.
    #[track_caller]
    fn check(a: &str, b: &str, expected: bool) {
        let read = |(id, text): (&str, &str)| {
            let record = Record { id: id.into(), text: text.into(), ..Record::default() };
            facts::read(Article::new(record), &Reader::default())
        };
        let story = crate::story::tell([("a", a), ("b", b)].map(read).into());
        let hard = |r: &Row| r.kind == RowKind::HardConflict && r.aspect == Aspect::Count;
        assert_eq!(story.rows.iter().any(hard), expected, "{a} | {b}");
    }

    #[test]
    fn how_many_of_them() {
        check("All five sluices were open that night.", "Only three of the five sluices were working.", true);
        check("All nine doors were locked.", "Two of the nine doors were not locked.", true);
        check("Six of the 14 gates were opened at one.", "All 14 floodgates were opened at once.", true);
    }

    #[test]
    fn near_misses() {
        check("Three of the five sluices were opened.", "Two of the five sluices were not opened.", false);
        check("All five sluices were open.", "Only three of the seven pumps were working.", false);
        check("All nine doors are green.", "Two of the nine doors were sold.", false);
    }
}
