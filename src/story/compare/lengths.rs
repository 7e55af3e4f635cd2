//! How long one thing took: "it was over in less than two minutes", "the landing took an hour".
//!
//! ```text
//! a: the search lasted forty minutes               b: the search went on for more than six hours
//! a: the film runs for 162 minutes                 b: the film lasts two hours and forty-two minutes
//! ```

use super::deeds::PREPOSITIONS;
use super::index::At;
use super::phrase::Phrase;
use super::restated::PLANNED;
use super::{Draft, Said, Telling};
use crate::claim::{Term, Turns};
use crate::facts::Facts;
use crate::order::{halves, numbers, pair};
use crate::span::Span;
use crate::story::{Aspect, RowKind};
use crate::time::{Modifier, TimeKind, TimeMention};

/// Lengths of one thing that are compared pair by pair, at most.
const FEW: usize = 16;
/// How much the sentences before two must share where a pronoun stands for what took so long.
const ALIKE: f32 = 0.06;
/// Lengths further apart than this are of two things.
const FAR: f64 = 24.0;

/// What lasts, up to its length.
static LASTS: Turns = Turns::new(&[
    "lasts",
    "lasted",
    "last",
    "lasting",
    "took",
    "takes",
    "take",
    "went on",
    "goes on",
    "ran",
    "runs",
    "continued",
    "dragged on",
    "stretched",
]);
/// What ends after its length, or in it.
static ENDS: Turns = Turns::new(&[
    "ended after",
    "ceased after",
    "stopped after",
    "finished after",
    "lifted after",
    "over after",
    "over in",
    "over within",
    "finished in",
    "completed in",
    "complete in",
    "done in",
    "completed within",
    "finished within",
]);

/// Words between a verb and its length.
const SMALL: [&str; 10] = ["for", "just", "only", "some", "almost", "nearly", "about", "less", "more", "than"];

/// A length that is told of something.
struct Lasting {
    at: At,
    said: Said,
    /// The least and the most it may be, in seconds.
    range: (f64, f64),
    /// The word for what took so long; 0 where a pronoun stands for it.
    thing: Term,
    planned: bool,
    /// Whether only a bound is told: "less than two hours".
    open: bool,
}

/// Finds the rows about lengths.
pub(super) fn rows(story: &Telling, drafts: &mut Vec<Draft>) {
    let mut all: Vec<Lasting> = Vec::new();
    for (a, facts) in story.articles.iter().enumerate() {
        let lengths = facts.times.iter().filter(|t| t.kind == TimeKind::Duration);
        all.extend(lengths.filter_map(|t| lasting(a as u32, facts, t)));
    }
    let mut order: Vec<u64> = all.iter().enumerate().map(|(i, l)| pair(l.thing, i as u32)).collect();
    numbers(&mut order);
    let (unnamed, named) = order.split_at(order.partition_point(|&o| halves(o).0 == 0));
    for run in named.chunk_by(|&a, &b| halves(a).0 == halves(b).0) {
        for (k, &i) in run.iter().take(FEW).enumerate() {
            for &j in run[k + 1..].iter().take(FEW) {
                compare(&all[halves(i).1 as usize], &all[halves(j).1 as usize], drafts);
            }
        }
    }
    // "It was over in two minutes": what the sentence before is of.
    for &i in unnamed.iter().take(FEW) {
        let x = &all[halves(i).1 as usize];
        for &j in named.iter().take(FEW * 4) {
            let y = &all[halves(j).1 as usize];
            let before = |at: At| Some(At { sentence: at.sentence.checked_sub(1)?, ..at });
            let Some(mine) = before(x.at) else { continue };
            let theirs = [Some(y.at), before(y.at)].into_iter().flatten();
            if theirs.map(|at| story.index.similarity(mine, at)).any(|s| s >= ALIKE) {
                compare(x, y, drafts);
            }
        }
    }
}

/// Two lengths of one thing.
fn compare(x: &Lasting, y: &Lasting, drafts: &mut Vec<Draft>) {
    if x.at.article == y.at.article {
        return;
    }
    let ((a, b), (c, d)) = (x.range, y.range);
    let (shorter, longer) = (b.min(d), a.max(c));
    let (kind, why) = if x.planned != y.planned {
        (RowKind::SoftConflict, "One says how long it was to last, the other how long it did.")
    } else if longer <= shorter && x.open != y.open {
        (RowKind::SoftConflict, "One gives a bound and the other the length, which lies within it.")
    } else if longer <= shorter {
        (RowKind::Agree, "Both tell how long it took, and the two lengths fit each other.")
    } else {
        (RowKind::HardConflict, "The same is said to have taken two lengths of time.")
    };
    if longer < shorter * FAR && !(x.planned != y.planned && longer <= shorter) {
        let both = vec![x.said.clone(), y.said.clone()];
        drafts.push(Draft::new(kind, Aspect::Measure, if kind == RowKind::Agree { 0.5 } else { 1.3 }, why, both));
    }
}

/// A length that a clause tells of its subject.
fn lasting(article: u32, facts: &Facts, time: &TimeMention) -> Option<Lasting> {
    let statements = &facts.claims.statements;
    let statement = statements.get(statements.partition_point(|s| s.span.end <= time.span.start))?;
    if !statement.span.contains(time.span) || statement.commentary > 1 {
        return None;
    }
    let words = Phrase::new(facts, statement.span);
    let end = (0..words.len()).find(|&i| words.span(i..i + 1).is_some_and(|s| s.end > time.span.start))?;
    // The verb, and at most a few words between it and the length: "went on, with pauses, for".
    let small = |k: usize| SMALL.contains(&words.of(k));
    let mut verb = None;
    for i in 0..end {
        let ends = words.any(i, &ENDS);
        let near = |n: usize| (i + n..end).all(small);
        let paused = |n: usize| words.pauses(i + n - 1) && end > i && words.of(end - 1) == "for" && end - i - n < 5;
        if ends.is_some_and(near) {
            verb = Some(i);
        } else if words.any(i, &LASTS).is_some_and(|n| near(n) || paused(n)) {
            // "the last two days", "takes" of medicine: the verb has a subject of its own.
            let noun = i > 0 && matches!(words.of(i - 1), "the" | "The" | "in" | "for" | "over" | "these" | "its");
            verb = Some(i).filter(|_| !noun).or(verb);
        }
    }
    let verb = verb?;
    let text = statement.span.of(&facts.article.text);
    let planned = PLANNED.iter().any(|w| text.contains(w)) || text.contains("expected to") || text.contains("due to");
    // "40 minutes late", "two hours' drive" are no lengths of what runs.
    let behind = facts.article.text[time.span.end as usize..].trim_start();
    if ["late", "behind", "before", "after", "ago", "earlier", "later", "of "].iter().any(|w| behind.starts_with(w)) {
        return None;
    }
    let skip = |w: &str| matches!(w, "expected" | "due" | "likely" | "scheduled" | "planned" | "was" | "were");
    let thing = match words.span(verb..end).and_then(|s| subject(facts, s)) {
        Some(subject) => head(&Phrase::new(facts, subject)),
        None => (0..verb).rev().filter(|&i| !skip(words.of(i))).find_map(|i| words.term(i)),
    };
    let length = seconds(&time.value)?;
    let range = match time.modifier {
        _ if words.of(end.wrapping_sub(1)) == "within" => (0.0, length),
        Some(Modifier::LessThan | Modifier::EqualOrLess) => (0.0, length),
        Some(Modifier::MoreThan | Modifier::EqualOrMore) => (length, f64::INFINITY),
        Some(Modifier::Approx) => (length * 0.75, length * 1.25),
        _ => (length * 0.95, length * 1.05),
    };
    Some(Lasting {
        at: At { article, sentence: statement.sentence },
        said: Said { article, span: statement.span, mark: time.span, value: time.value.clone() },
        range,
        thing: thing.unwrap_or(0),
        planned,
        open: range.0 <= 0.0 || range.1.is_infinite(),
    })
}

/// The subject of a verb within some words.
fn subject(facts: &Facts, within: Span) -> Option<Span> {
    let from = facts.events.partition_point(|e| e.sentence.end <= within.start);
    let mut here = facts.events[from..].iter().take_while(|e| e.sentence.start < within.end);
    here.find(|e| within.overlaps(e.trigger)).and_then(|e| e.subject)
}

/// The last content word of a phrase before what is said of it: "the search at Lund" → search.
fn head(words: &Phrase) -> Option<Term> {
    let of = (1..words.len()).find(|&i| PREPOSITIONS.contains(&words.of(i)) || words.of(i) == "of");
    (0..of.unwrap_or(words.len())).rev().find_map(|i| words.term(i))
}

/// "PT3M40S" → 220.
fn seconds(value: &str) -> Option<f64> {
    let mut rest = value.strip_prefix('P')?;
    let (mut timed, mut total) = (false, 0.0);
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix('T') {
            (timed, rest) = (true, after);
            continue;
        }
        let digits = rest.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let number = crate::real::parse(&rest[..digits])?;
        let unit = match (rest.as_bytes()[digits], timed) {
            (b'S', true) => 1.0,
            (b'M', true) => 60.0,
            (b'H', true) => 3600.0,
            (b'D', false) => 86_400.0,
            (b'W', false) => 604_800.0,
            (b'M', false) => 2_629_800.0,
            (b'Y', false) => 31_557_600.0,
            _ => return None,
        };
        total += number * unit;
        rest = &rest[digits + 1..];
    }
    (total > 0.0).then_some(total)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Reader, read};
    use crate::import::{Article, Record};

    /// The gravest row about a length that comes of two texts.
    #[track_caller]
    fn check(a: &str, b: &str, expected: Option<RowKind>) {
        let facts = [a, b].into_iter().enumerate().map(|(n, text)| {
            let record = Record { id: format!("a{n}"), text: text.into(), ..Record::default() };
            read(Article::new(record), &Reader::default())
        });
        let story = crate::story::tell(facts.collect());
        let found = story.rows.iter().filter(|r| r.aspect == Aspect::Measure && r.kind != RowKind::SingleSource);
        assert_eq!(found.map(|r| r.kind).min(), expected, "{a} | {b}");
    }

    #[test]
    fn lengths_of_one_thing() {
        let (hard, soft, agree) = (Some(RowKind::HardConflict), Some(RowKind::SoftConflict), Some(RowKind::Agree));
        check("The search lasted forty minutes.", "The search at Lund went on for more than six hours.", hard);
        check("The film runs for 162 minutes.", "The film lasts two hours and forty-two minutes.", agree);
        check("The siege is expected to last a week.", "The siege was over after 12 days.", soft);
        check(
            "Divers searched the wreck off Lund. \"It was over in two minutes,\" said Anna Dahl.",
            "The divers left the wreck at Lund. The dive took eleven minutes.",
            hard,
        );
        // Near misses: another thing, what is late, the last of some days, far apart.
        check("The search lasted forty minutes.", "The trial at Lund went on for more than six hours.", None);
        check("The train ran 40 minutes late.", "The train ran for 9 hours.", None);
        check("It rained in the last 40 minutes.", "The rain lasted 9 hours.", None);
        check("The strike lasted forty minutes.", "The strike lasted seven weeks.", None);
    }

    #[test]
    fn values_in_seconds() {
        for (value, expected) in
            [("PT3M40S", Some(220.0)), ("P1W", Some(604_800.0)), ("PXD", None), ("P", None), ("PT2.5H", Some(9000.0))]
        {
            assert_eq!(seconds(value), expected, "{value}");
        }
    }
}
