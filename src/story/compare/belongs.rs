//! Whose something is: "the Maltese-flagged tanker" beside "it is registered in Malta", "a mill
//! owned by the Brandt group" beside "at a Brandt mill".
//!
//! A flag and an owner are told in a few turns of phrase, and hardly two articles choose the same.
//! A country and its people are one word here (`claim::words`). "A Brandt mill" alone says little
//! of who owns what, so another article must say it outright.

use super::phrase::Phrase;
use super::{Draft, Said, Telling};
use crate::claim::{Term, Turns};
use crate::facts::Facts;
use crate::order::Arrange;
use crate::story::{Aspect, RowKind};

/// Articles in one row at most.
const LARGEST: usize = 24;
/// Words of an owner's name and what stands before it, at most.
const NAME: usize = 6;
/// Words between "owned" and "by" at most: "owned since 2015 by".
const SINCE: usize = 4;

/// Before the country of a ship's flag.
static REGISTERED: Turns =
    Turns::new(&["registered in", "registered under the", "under the", "flies the", "flying the", "flag of"]);
/// Before an owner.
static OWNED: Turns = Turns::new(&["belongs to", "belonged to", "belonging to", "subsidiary of"]);
/// What a firm has, and is called by its name.
static WORKS: Turns = Turns::new(&[
    "plant",
    "factory",
    "mill",
    "works",
    "mine",
    "terminal",
    "refinery",
    "warehouse",
    "depot",
    "shipyard",
    "yard",
    "brewery",
    "smelter",
    "quarry",
    "laboratory",
    "site",
]);

/// Whose something is, in one article.
struct Owned {
    flag: bool,
    owner: Term,
    said: Said,
    /// Whether it says so outright.
    outright: bool,
}

/// Finds the agreements on whose something is.
pub(super) fn rows(story: &Telling, drafts: &mut Vec<Draft>) {
    let mut all = Vec::new();
    for (a, facts) in story.articles.iter().enumerate() {
        collect(a as u32, facts, &mut all);
    }
    all.arrange_by(|x, y| {
        (x.flag, x.owner, x.said.article, !x.outright, x.said.mark).cmp(&(
            y.flag,
            y.owner,
            y.said.article,
            !y.outright,
            y.said.mark,
        ))
    });
    all.dedup_by_key(|o| (o.flag, o.owner, o.said.article));
    for run in all.chunk_by(|x, y| (x.flag, x.owner) == (y.flag, y.owner)) {
        if run.len() > 1 && run.iter().any(|o| o.outright) {
            let said = run.iter().take(LARGEST).map(|o| o.said.clone()).collect();
            let why = "Both say in their own words whose it is.";
            drafts.push(Draft::new(RowKind::Agree, Aspect::Actor, 0.5, why, said));
        }
    }
}

/// What one article says of whose something is.
fn collect(article: u32, facts: &Facts, all: &mut Vec<Owned>) {
    for statement in facts.claims.statements.iter().filter(|s| !s.negated && s.commentary < 2) {
        let words = Phrase::new(facts, statement.span);
        let named = |i: usize| words.of(i).starts_with(char::is_uppercase);
        // The last capitalised word of the phrase that begins at `i`.
        let name = |i: usize| (i..words.end(i, NAME)).rev().find(|&k| named(k) && words.term(k).is_some());
        let works = (0..words.len()).any(|i| words.any(i, &WORKS).is_some());
        let mut add = |flag: bool, owner: usize, from: usize, to: usize, outright: bool| {
            let Some((owner, mark)) = words.term(owner).zip(words.span(from..to)) else { return };
            let said = Said { article, span: statement.span, mark, value: String::new() };
            all.push(Owned { flag, owner, said, outright });
        };
        for i in 0..words.len() {
            if words.is(i + 1, "flagged") && named(i) {
                add(true, i, i, i + 2, true);
            } else if let Some(n) = words.any(i, &REGISTERED) {
                let flag = words.is(i, "registered in") || words.is(i, "flag of") || words.is(i + n + 1, "flag");
                if flag && named(i + n) {
                    add(true, i + n, i, i + n + 1, true);
                }
            } else if let Some(n) = words.any(i, &OWNED).filter(|_| works)
                && let Some(owner) = name(i + n)
            {
                add(false, owner, i, owner + 1, true);
            } else if words.is(i, "owned") && works {
                let by = (i + 1..i + 1 + SINCE).find(|&k| words.is(k, "by"));
                if let Some((by, owner)) = by.and_then(|by| Some((by, name(by + 1)?))) {
                    add(false, owner, i.min(by), owner + 1, true);
                }
            } else if ["a", "an", "the"].iter().any(|w| words.is(i, w)) && named(i + 1) {
                // "a Brandt paper mill"
                let noun = (i + 2..i + 5).find(|&k| words.any(k, &WORKS).is_some());
                let one = |k: &usize| (i + 2..*k).all(|j| !named(j) && words.term(j).is_some() && !words.pauses(j));
                if let Some(noun) = noun.filter(one) {
                    add(false, i + 1, i, noun + 1, false);
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::facts::{self, Reader};
    use crate::import::{Article, Record};

    /// Whether two articles are found to say whose something is.
    #[track_caller]
    fn check(a: &str, b: &str, expected: bool) {
        let read = |(id, text): (&str, &str)| {
            let (id, text) = (id.into(), text.into());
            let record = Record { id, text, published: Some("2024-03-08".into()), ..Record::default() };
            facts::read(Article::new(record), &Reader::default())
        };
        let story = crate::story::tell([("a", a), ("b", b)].map(read).into());
        let found = story.rows.iter().any(|r| r.why.contains("whose it is"));
        assert_eq!(found, expected, "{a} | {b}");
    }

    #[test]
    fn flags() {
        let flagged = "The Maltese-flagged tanker ran aground on Friday.";
        check(flagged, "The ship, which is registered in Malta, was towed off.", true);
        check(flagged, "The crew of the tanker, sailing under the Maltese flag, is safe.", true);
        // Near misses: another country, and one that does something else.
        check(flagged, "The ship, which is registered in Panama, was towed off.", false);
        check(flagged, "The crew of the tanker was flown to Malta.", false);
    }

    #[test]
    fn owners() {
        let owned = "The mill has been owned since 2011 by the Swiss group Brandt.";
        check(owned, "A fire broke out at a Brandt paper mill on Friday.", true);
        check(owned, "The paper mill belongs to Brandt, which is sorry.", true);
        // Near misses: another owner, a name that only stands there, and two mere names.
        check(owned, "A fire broke out at a Keller paper mill on Friday.", false);
        check(owned, "A spokesman for Brandt was sorry.", false);
        check("The Brandt mill is closed.", "A fire broke out at a Brandt paper mill.", false);
    }
}
