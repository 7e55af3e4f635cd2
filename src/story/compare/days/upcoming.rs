//! When something takes place the next time, which it does on one day only: "the council meets again on 24 October"
//! against "will sit again on 7 November".

use super::dated::{self, Dated, statement};
use crate::claim::{Term, words};
use crate::order::Arrange;
use crate::story::compare::phrase::Phrase;
use crate::story::compare::{Draft, Telling};
use crate::story::{Aspect, RowKind};

/// Verbs of sitting together; with "again" they tell of the next sitting.
const SITS: &str = "meet sit convene reconvene gather decide";
/// What a sitting may be called.
const SITTINGS: &str = "meeting session sitting decision";
/// What else takes place again and again, each by its own name.
const OTHERS: &str = "hearing round vote election launch attempt summit trial race game match flight auction";

/// Tellings of one kind that are compared, at most.
const FEW: usize = 24;

/// The days of a next time that only a month or less tells.
const LONGEST: i32 = 31;

/// Finds the rows about next times.
pub(super) fn rows(story: &Telling, all: &[Dated], drafts: &mut Vec<Draft>) {
    let read = |list: &str| -> Vec<Term> { list.split(' ').filter_map(words::term).collect() };
    let (sits, sittings, others) = (read(SITS), read(SITTINGS), read(OTHERS));
    let sitting = sittings.first().copied().unwrap_or_default();
    let kind = |words: &Phrase| {
        let again = (0..words.len()).any(|i| words.is(i, "again"));
        let sits = |i: usize| words.term(i).is_some_and(|t| sits.contains(&t));
        if again && (0..words.len()).any(sits) {
            return Some(sitting);
        }
        let next = (0..words.len()).find(|&i| words.is(i, "next") && i > 0)?;
        let mut noun = (next + 1..next + 3).filter_map(|i| words.term(i));
        noun.find_map(|t| if sittings.contains(&t) { Some(sitting) } else { others.contains(&t).then_some(t) })
    };
    let day = |d: &Dated| story.articles[d.at.article as usize].article.published_date().map(crate::day::number);
    let mut told: Vec<(Term, usize)> = Vec::new();
    for (i, d) in all.iter().enumerate().filter(|d| !d.1.bare && d.1.length() <= LONGEST) {
        let to_come = day(d).is_some_and(|published| published < d.reach().0);
        let words = || Phrase::new(&story.articles[d.at.article as usize], statement(story.articles, d).span);
        told.extend(to_come.then(words).and_then(|w| kind(&w)).map(|kind| (kind, i)));
    }
    told.arrange();
    for run in told.chunk_by(|x, y| x.0 == y.0).filter(|run| run.len() <= FEW) {
        for (k, x) in run.iter().enumerate() {
            for y in &run[k + 1..] {
                let (x, y) = (&all[x.1], &all[y.1]);
                let (a, b) = (x.at.article.min(y.at.article), x.at.article.max(y.at.article));
                // What was next then may be over now.
                let both = day(x).zip(day(y)).is_some_and(|(p, q)| p.max(q) < x.reach().0.min(y.reach().0));
                let apart = x.reach().1 < y.reach().0 || y.reach().1 < x.reach().0;
                if a != b && both && apart && story.near.one_story(a, b) {
                    let why = "Both tell when it is the next time, and give different days.";
                    drafts.push(Draft::new(
                        RowKind::HardConflict,
                        Aspect::Date,
                        1.2,
                        why,
                        dated::both(story.articles, x, y),
                    ));
                }
            }
        }
    }
}
