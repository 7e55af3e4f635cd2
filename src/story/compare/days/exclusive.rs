//! Dates that leave no room for another: what happened first, last or only on some day, and a report
//! that gives an earlier or later one for the same.
//!
//! ```text
//! a: the firm says it had heard only on Monday      b: its chief had read of it the Friday before
//! a: the first of them fell ill on Sunday           b: the first guest was taken ill on Friday
//! a: the shaft was last inspected in May 2019       b: the shaft was inspected in June 2020
//! a: the bank first learned of it on 19 May         b: the bank was sent the audit on 14 March
//! ```

use super::dated::{self, Dated, statement};
use crate::claim::{Statement, Term, Turns, words};
use crate::event::{Certainty, speech};
use crate::order::{halves, numbers, pair};
use crate::story::compare::deeds::Deed;
use crate::story::compare::firsts::is_first;
use crate::story::compare::index::{At, BySentence, shared};
use crate::story::compare::phrase::Phrase;
use crate::story::compare::{Draft, Telling};
use crate::story::{Aspect, RowKind};

/// Sentences that share less than this are of different things; and two firsts of a kind share more.
const ALIKE: f32 = 0.06;
const OF_A_KIND: f32 = 0.2;
/// Days between the two dates of one thing at most.
const NEAR: i32 = 120;

/// Sentences much alike of which one tells a first and the other the same before it.
const MUCH_ALIKE: f32 = 0.35;
/// Days between two reports of who noticed something first, where no word is common to them.
const SOON: i32 = 14;
/// Dates of coming to know that are compared with one such, at most.
const FEW: usize = 64;

/// Verbs of coming to know; those of noticing; and those of being let know.
const AWARE: &str = "know hear learn notice observe discover detect read spot realize";
const NOTICE: &str = "notice observe discover detect spot see";
const TOLD: &str = "receive warn inform notify alert send write email phone";
/// What tells somebody something as it reaches them.
const MESSAGE: &str = "email letter fax note message telegram call";
const REACH: &str = "land arrive reach come";
/// Verbs of looking after a thing.
const CARE: &str = "inspect clean scrub check service overhaul maintain test survey repair inspector";
/// Words for doing so without delay.
static AT_ONCE: Turns = Turns::new(&["the very day", "at once", "immediately", "without delay", "within the hour"]);

/// The terms of those verbs.
struct Verbs {
    aware: Vec<Term>,
    notice: Vec<Term>,
    told: Vec<Term>,
    care: Vec<Term>,
    message: Vec<Term>,
    reach: Vec<Term>,
}

/// Finds the rows.
pub(super) fn rows(story: &Telling, dated: &BySentence<Dated>, all: &[Dated], drafts: &mut Vec<Draft>) {
    let read = |list: &str| list.split(' ').filter_map(words::term).collect();
    let verbs = Verbs {
        aware: read(AWARE),
        notice: read(NOTICE),
        told: read(TOLD),
        care: read(CARE),
        message: read(MESSAGE),
        reach: read(REACH),
    };
    for &(a, b, similarity) in story.pairs.iter().filter(|p| p.2 >= ALIKE) {
        for (a, b) in [(a, b), (b, a)] {
            for x in dated.of(a).iter().filter(|x| !x.bare) {
                for y in dated.of(b).iter().filter(|y| !y.bare && is_other(story, x, y, &verbs)) {
                    if let Some(why) = excludes(story, x, y, similarity, &verbs) {
                        let both = dated::both(story.articles, x, y);
                        drafts.push(Draft::new(RowKind::HardConflict, Aspect::Date, 1.2 + similarity, why, both));
                    }
                }
            }
        }
    }
    noticed(story, all, &verbs, drafts);
    neglected(story, all, &verbs, drafts);
}

/// What one says was not looked after since some time, and another that it was, later: "no |inspector|
/// had come since 2017", "it was last |inspected| in 2021".
fn neglected(story: &Telling, all: &[Dated], verbs: &Verbs, drafts: &mut Vec<Draft>) {
    let (mut never, mut done) = (Vec::new(), Vec::new());
    for d in all.iter().filter(|d| !d.bare) {
        let (facts, s) = (&story.articles[d.at.article as usize], statement(story.articles, d));
        let words = Phrase::new(facts, s.span);
        let care = |i: usize| words.term(i).is_some_and(|t| verbs.care.contains(&t));
        let Some(at) = (0..words.len()).find(|&i| care(i)) else { continue };
        let before = facts.article.text[..d.time.span.start as usize].trim_end();
        let denied = (0..words.len()).any(|i| matches!(words.of(i), "No" | "no" | "not" | "never"));
        if before.ends_with("since") && denied {
            never.push(d);
        } else if at > 0 && is_latest(&words, at) && !s.unreal {
            done.push((d, words.by_pronoun()));
        }
    }
    for x in never.iter().take(FEW) {
        for (y, pronoun) in done.iter().take(FEW).filter(|y| y.0.at.article != x.at.article) {
            let one = || *pronoun || story.same.matter((x.at.article, x.statement), (y.at.article, y.statement));
            if x.reach().1 < y.reach().0 && one() && akin(story, x.at.article, y.at.article) {
                let why = "One says that there was none since, the other gives a later one.";
                let both = dated::both(story.articles, x, y);
                drafts.push(Draft::new(RowKind::HardConflict, Aspect::Date, 1.3, why, both));
            }
        }
    }
}

const KNEW: &str = "One says that it was only then that this became known, the other dates it before.";

/// Who came to know first, and who did before, where their sentences share no word.
fn noticed(story: &Telling, all: &[Dated], verbs: &Verbs, drafts: &mut Vec<Draft>) {
    let mut firsts = Vec::new();
    // By day, none of which is as far back.
    let day = |number: i32| (number + 10_000_000) as u32;
    let mut others: Vec<u64> = Vec::new();
    for (i, d) in all.iter().enumerate().filter(|d| !d.1.bare && !statement(story.articles, d.1).unreal) {
        let (facts, s) = (&story.articles[d.at.article as usize], statement(story.articles, d));
        let words = Phrase::new(facts, s.span);
        let has = |list: &[Term]| (0..words.len()).any(|w| words.term(w).is_some_and(|t| list.contains(&t)));
        let notice = has(&verbs.notice);
        if notice && is_first_time(&words, &verbs.notice) {
            firsts.push((d, true));
        } else if has(&verbs.told) && (0..words.len()).any(|w| words.any(w, &AT_ONCE).is_some()) {
            firsts.push((d, false));
        }
        if notice {
            others.push(pair(day(d.reach().1), (i as u32) << 1 | 1));
        }
        // Who knows is named.
        let named =
            |w: usize| words.span(w..w + 1).is_some_and(|w| facts.entities.mentions.iter().any(|m| m.span.contains(w)));
        if (1..words.len()).any(|w| matches!(words.of(w), "knew" | "known") && (0..w).any(named)) {
            others.push(pair(day(d.reach().1), (i as u32) << 1));
        }
    }
    numbers(&mut others);
    for (x, notice) in firsts {
        let (from, _) = x.reach();
        let earliest = from - if notice { SOON } else { NEAR };
        let start = others.partition_point(|&o| halves(o).0 < day(earliest));
        for &other in others[start..].iter().take_while(|&&o| halves(o).0 < day(from)).take(FEW) {
            let other = halves(other).1;
            let y = &all[other as usize >> 1];
            if y.at.article != x.at.article && (other & 1 > 0) == notice && akin(story, x.at.article, y.at.article) {
                let both = dated::both(story.articles, x, y);
                drafts.push(Draft::new(RowKind::HardConflict, Aspect::Date, 1.2, KNEW, both));
            }
        }
    }
}

/// Whether two articles are of one story: by a name, or two sentences much alike.
fn akin(story: &Telling, a: u32, b: u32) -> bool {
    let (a, b) = (a.min(b), a.max(b));
    let from = story.pairs.partition_point(|p| p.0.article < a);
    let mut of_both = story.pairs[from..].iter().take_while(|p| p.0.article == a).filter(|p| p.1.article == b);
    story.near.one_story(a, b) || of_both.any(|p| p.2 >= OF_A_KIND)
}

/// Whether one of some verbs is told as done for the first time: "|first| learned", "was noticed |first|".
fn is_first_time(words: &Phrase, verbs: &[Term]) -> bool {
    let verb = |i: usize| words.term(i).is_some_and(|t| verbs.contains(&t));
    (0..words.len()).any(|i| words.of(i) == "first" && (verb(i + 1) || (i > 0 && verb(i - 1))))
}

/// Whether what stands at `i` is the last of its kind: "|last| inspected", "most |recent| inspection".
fn is_latest(words: &Phrase, i: usize) -> bool {
    matches!(words.of(i - 1), "last" | "latest")
        || (i > 1 && words.of(i - 2) == "most" && matches!(words.of(i - 1), "recent" | "recently"))
}

/// Whether somebody is let know by the verb at `i`: "were first |notified|".
fn is_told(words: &Phrase, i: usize, verbs: &Verbs) -> bool {
    i > 1
        && matches!(words.of(i - 2), "was" | "were" | "been")
        && (words.of(i) == "told" || words.term(i).is_some_and(|t| verbs.told.contains(&t)))
}

/// Whether a date is that of saying something: "an editorial on |Monday| said".
pub(super) fn is_of_saying(story: &Telling, d: &Dated) -> bool {
    let behind = &story.articles[d.at.article as usize].article.text[d.time.span.end as usize..];
    let next = behind.trim_start().split(' ').next().unwrap_or_default();
    let events = &story.articles[d.at.article as usize].events;
    let from = events.partition_point(|e| e.sentence.end <= d.time.span.start);
    let mut here = events[from..].iter().take_while(|e| e.sentence.start < d.time.span.end);
    matches!(next, "said" | "says" | "claimed" | "argued" | "wrote" | "called")
        || here.any(|e| {
            let beside = d.time.span.start >= e.trigger.end && d.time.span.start - e.trigger.end <= 4;
            (beside || e.when.time == Some(d.time.span))
                && e.certainty != Certainty::Planned
                && !e.passive
                && speech::is_speech(&e.lemma)
        })
}

/// Whether two dates of what is told as real lie apart.
fn is_other(story: &Telling, x: &Dated, y: &Dated, verbs: &Verbs) -> bool {
    let (p, q) = (statement(story.articles, x), statement(story.articles, y));
    let ((from, to), (first, last)) = (x.reach(), y.reach());
    // "an editorial on Monday said": the day is that of the saying.
    let said = |d: &Dated| {
        let knows = |o: &Deed| o.event.when.time == Some(d.time.span) && verbs.aware.contains(&o.verb);
        is_of_saying(story, d) && !deeds(story, d.at, d.statement).any(knows)
    };
    !p.unreal && !q.unreal && (to < first || last < from) && !said(x) && !said(y)
}

/// Why the first date leaves no room for the second.
fn excludes(story: &Telling, x: &Dated, y: &Dated, similarity: f32, verbs: &Verbs) -> Option<&'static str> {
    let (articles, p, q) = (story.articles, statement(story.articles, x), statement(story.articles, y));
    let facts = |d: &Dated| &articles[d.at.article as usize];
    let text = |d: &Dated| facts(d).article.text.as_str();
    let ((from, to), (first, end)) = (x.reach(), y.reach());
    let gap = (from - end).max(first - to);
    let common = shared(&p.terms, &q.terms).next().is_some();
    let (which, other) = ((x.at.article, x.statement), (y.at.article, y.statement));
    // What costs least is asked first.
    let named = |d: &Dated, s: &Statement| s.span.of(text(d)).contains("first") && is_first(facts(d), s);
    if gap <= NEAR && common && similarity >= OF_A_KIND && x.at < y.at && named(x, p) && named(y, q) {
        return Some("Both tell of the first of a kind, and date it differently.");
    }
    let before = text(x)[p.span.start as usize..x.time.span.start as usize].trim_end();
    let only = ["only", "only on", "only in", "only at", "only after", "not until", "not before"];
    if end < from && gap <= NEAR && only.iter().any(|o| before.ends_with(o)) {
        let knows = |d: &Dated| deeds(story, d.at, d.statement).any(|o| verbs.aware.contains(&o.verb));
        if story.same.share_deed(which, other) || (knows(x) && knows(y)) {
            return Some("One says that it was only then, the other dates the same before it.");
        }
    }
    if end < from && gap <= NEAR {
        let heard = |o: &Deed| {
            let message = || {
                story.articles[o.at.article as usize]
                    .words(o.event.sentence)
                    .iter()
                    .any(|w| w.span.end <= o.event.trigger.start && w.term.is_some_and(|t| verbs.message.contains(&t)))
            };
            verbs.aware.contains(&o.verb)
                || verbs.told.contains(&o.verb)
                || (verbs.reach.contains(&o.verb) && message())
        };
        let words = Phrase::new(facts(x), p.span);
        let told = (1..words.len()).any(|i| words.is(i - 1, "first") && is_told(&words, i, verbs));
        let knew = is_first_time(&words, &verbs.aware) || told;
        if knew && deeds(story, y.at, y.statement).any(heard) {
            return Some(KNEW);
        }
        if similarity >= MUCH_ALIKE && story.index.overlap(&p.terms, &q.terms) >= 0.5 && named(x, p) {
            return Some("One says that it was the first, the other tells the same of an earlier day.");
        }
    }
    let published = articles[x.at.article as usize].article.published_date().map(crate::day::number);
    let since = published.is_some_and(|d| to < first && end + 7 < d);
    // "was |last inspected": by the same verb, of the same thing.
    let again = |o: &Deed| {
        let said = &text(x)[..o.event.trigger.start as usize];
        said.trim_end().ends_with(" last")
            && deeds(story, y.at, y.statement).any(|d| {
                d.verb == o.verb
                    && ((d.theme.head != 0 && d.theme.head == o.theme.head)
                        || (d.theme.entity.is_some() && d.theme.entity == o.theme.entity))
            })
    };
    // "was |last cleaned", "its most recent |inspection|": by another verb of care, of what both speak of.
    let words = |d: &Dated, s: &Statement| Phrase::new(facts(d), s.span);
    let care = |words: &Phrase, i: usize| words.term(i).is_some_and(|t| verbs.care.contains(&t));
    let last = |words: &Phrase| (1..words.len()).any(|i| is_latest(words, i) && care(words, i));
    let cared = || {
        let theirs = words(y, q);
        let since = text(y)[..y.time.span.start as usize].ends_with("since ");
        !since && last(&words(x, p)) && (0..theirs.len()).any(|i| care(&theirs, i)) && story.same.matter(which, other)
    };
    if x.at < y.at && last(&words(y, q)) && cared() {
        return Some("Both tell of the last time, and date it differently.");
    }
    if since && (deeds(story, x.at, x.statement).any(again) || cared()) {
        return Some("One says that it was the last time, the other gives a later one.");
    }
    None
}

/// The deeds of a statement.
fn deeds<'t>(story: &'t Telling, at: At, statement: u32) -> impl Iterator<Item = &'t Deed<'t>> {
    let from = story.deeds.partition_point(|o| o.at < at);
    story.deeds[from..].iter().take_while(move |o| o.at == at).filter(move |o| o.statement == statement)
}
