//! Where a thing began, and what is said not to have been its cause: "the fire started in the
//! attic" against "in a shop"; "his death had nothing to do with the vaccine" against those who
//! name it as the cause.

use crate::claim::{Term, Turns, words};
use crate::event::Certainty;
use crate::order::{Arrange, halves, numbers, pair};
use crate::story::compare::clauses::said;
use crate::story::compare::deeds::{Deed, PREPOSITIONS};
use crate::story::compare::index::{At, shared};
use crate::story::compare::phrase::Phrase;
use crate::story::compare::{Draft, Telling};
use crate::story::{Aspect, RowKind};

/// Phrases before what is said not to be a cause.
static UNRELATED: Turns = Turns::new(&[
    "unrelated to",
    "nothing to do with",
    "not related to",
    "not linked to",
    "not connected to",
    "not connected with",
    "not caused by",
    "not due to",
    "not because of",
    "no link to",
    "no link with",
    "no connection with",
    "no connection to",
    "not the fault of",
]);
/// Words by which a cause is told.
const CAUSES: &str = "cause responsible blame trigger fault lead link contribute due effect fail break burst snap crack \
collapse malfunction rupture defect";

/// Statements that are held against one other, at most.
const CROWD: usize = 24;

/// Finds the rows about beginnings and about causes denied.
pub(in crate::story::compare) fn rows(story: &Telling, found: &mut Vec<Draft>) {
    began(story, found);
    unrelated(story, found);
}

/// One beginning in two places.
fn began(story: &Telling, found: &mut Vec<Draft>) {
    let Some(begin) = words::term("begin") else { return };
    let mut all: Vec<(Term, &Deed, Term)> = Vec::new();
    for deed in story.deeds.iter().filter(|d| d.verb == begin && d.theme.head != 0) {
        if !matches!(deed.event.certainty, Certainty::Reported | Certainty::Claimed) {
            continue;
        }
        if let Some(place) = inside(story, deed) {
            all.push((deed.theme.head, deed, place));
        }
    }
    all.arrange_by_key(|d| (d.0, d.1.at));
    let holds = |d: &Deed, t: Term| {
        let statements = &story.articles[d.at.article as usize].claims.statements;
        statements[d.statement as usize].terms.binary_search(&t).is_ok()
    };
    for run in all.chunk_by(|x, y| x.0 == y.0) {
        for (k, x) in run.iter().enumerate().take(CROWD) {
            for y in run[k + 1..].iter().take(CROWD) {
                if x.1.at.article == y.1.at.article
                    || !near(story, x.1.at, y.1.at)
                    || holds(x.1, y.2)
                    || holds(y.1, x.2)
                {
                    continue;
                }
                let why = "The two let the same thing begin in different places.";
                let both = [x.1, y.1].iter().map(|d| said(story.articles, d.at, d.statement)).collect();
                let score = 1.6 + story.index.similarity(x.1.at, y.1.at);
                found.push(Draft::new(RowKind::HardConflict, Aspect::Cause, score, why, both));
            }
        }
    }
}

/// The common noun in which a deed took place: "broke out in a |bakery".
fn inside(story: &Telling, deed: &Deed) -> Option<Term> {
    let facts = &story.articles[deed.at.article as usize];
    let rest = crate::span::Span::new(deed.event.trigger.end, deed.event.sentence.end.max(deed.event.trigger.end));
    let words = Phrase::new(facts, rest);
    let at = (0..words.len().min(4)).find(|&i| ["in", "inside", "at", "on"].contains(&words.of(i)))?;
    let end = (at + 1..(at + 6).min(words.len()))
        .find(|&i| (i > at + 1 && words.pauses(i - 1)) || PREPOSITIONS.contains(&words.of(i)) || words.of(i) == "of")
        .unwrap_or((at + 6).min(words.len()));
    let common = |i: &usize| !words.of(*i).starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    let article = ["a", "an", "the", "one", "its", "his", "her", "their"].contains(&words.of(at + 1));
    // "in the early hours", "at the weekend"
    let time = deed.event.when.time.is_some_and(|t| words.span(at..end).is_some_and(|s| s.overlaps(t)));
    let last = (at + 1..end).rev().filter(common).find_map(|i| words.term(i));
    last.filter(|_| article && !time)
}

/// Whether two articles may be about one time.
fn near(story: &Telling, a: At, b: At) -> bool {
    story.near.one(a.article, b.article)
}

/// A cause that one denies and another names.
fn unrelated(story: &Telling, found: &mut Vec<Draft>) {
    let causes: Vec<Term> = CAUSES.split(' ').filter_map(words::term).collect();
    // Statements that tell a cause.
    let mut told: Vec<(At, u32)> = Vec::new();
    let mut denied: Vec<(At, u32, Vec<Term>)> = Vec::new();
    for (a, facts) in story.articles.iter().enumerate() {
        for (s, statement) in facts.claims.statements.iter().enumerate() {
            let at = At { article: a as u32, sentence: statement.sentence };
            let words = Phrase::new(facts, statement.span);
            let phrase = (0..words.len()).find_map(|i| Some(i + words.any(i, &UNRELATED)?));
            if let Some(from) = phrase {
                denied.push((at, s as u32, words.terms(from..words.end(from, 5))));
            } else if causes
                .iter()
                .any(|c| statement.terms.binary_search(c).is_ok() && statement.denied.binary_search(c).is_err())
            {
                told.push((at, s as u32));
            }
        }
    }
    // The causes by what the denials speak of.
    let mut asked: Vec<Term> = denied.iter().flat_map(|d| d.2.iter().copied()).collect();
    asked.arrange();
    asked.dedup();
    let of = |t: &(At, u32)| &story.articles[t.0.article as usize].claims.statements[t.1 as usize];
    let mut by: Vec<u64> = Vec::new();
    for (i, t) in told.iter().enumerate() {
        by.extend(shared(&asked, &of(t).terms).map(|term| pair(term, i as u32)));
    }
    numbers(&mut by);
    let weight = |t: &[Term]| story.index.sum(t.iter().copied());
    for (at, s, what) in &denied {
        let mut others: Vec<u64> = Vec::new();
        for &t in what {
            let from = by.partition_point(|&e| e < pair(t, 0));
            let run = by[from..].iter().take_while(|&&e| halves(e).0 == t);
            others.extend(run.take(CROWD).map(|&e| u64::from(halves(e).1)));
        }
        numbers(&mut others);
        others.dedup();
        for t in others.iter().map(|&o| &told[o as usize]) {
            let hit: Vec<Term> = shared(what, &of(t).terms).collect();
            if t.0.article != at.article && near(story, t.0, *at) && weight(&hit) >= 0.6 * weight(what) {
                let why = "One says that it had nothing to do with what the other names as a cause.";
                let both = vec![said(story.articles, *at, *s), said(story.articles, t.0, t.1)];
                let score = 1.7 + story.index.similarity(*at, t.0);
                found.push(Draft::new(RowKind::HardConflict, Aspect::Cause, score, why, both));
            }
        }
    }
}
