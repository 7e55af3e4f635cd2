//! Dates that leave no room for another: what happened first, last or only on some day, and a report
//! that gives an earlier or later one for the same.
//!
//! ```text
//! a: the firm says it had heard only on Monday      b: its chief had read of it the Friday before
//! a: the first of them fell ill on Sunday           b: the first guest was taken ill on Friday
//! a: the shaft was last inspected in May 2019       b: the shaft was inspected in June 2020
//! ```

use super::dated::{Dated, statement};
use super::deeds::Deed;
use super::firsts::is_first;
use super::index::{At, BySentence, shared};
use super::{Draft, Said, Telling};
use crate::claim::{Statement, Term, words};
use crate::event::speech;
use crate::story::{Aspect, RowKind};

/// Sentences that share less than this are of different things; and two firsts of a kind share more.
const ALIKE: f32 = 0.08;
const OF_A_KIND: f32 = 0.2;
/// Days between the two dates of one thing at most.
const NEAR: i32 = 120;

/// Verbs of coming to know.
const AWARE: &str = "know hear learn notice observe discover detect read spot realize";

/// Finds the rows.
pub(super) fn rows(story: &Telling, dated: &BySentence<Dated>, drafts: &mut Vec<Draft>) {
    let aware: Vec<Term> = AWARE.split(' ').filter_map(words::term).collect();
    for &(a, b, similarity) in story.pairs.iter().filter(|p| p.2 >= ALIKE) {
        for (a, b) in [(a, b), (b, a)] {
            for x in dated.of(a).iter().filter(|x| !x.bare) {
                for y in dated.of(b).iter().filter(|y| !y.bare && is_other(story, x, y)) {
                    if let Some(why) = excludes(story, x, y, similarity, &aware) {
                        let said = |d: &Dated| {
                            let span = statement(story.articles, d).span;
                            Said { article: d.at.article, span, mark: d.time.span, value: d.time.value.clone() }
                        };
                        let both = vec![said(x), said(y)];
                        drafts.push(Draft::new(RowKind::HardConflict, Aspect::Date, 1.2 + similarity, why, both));
                    }
                }
            }
        }
    }
}

/// Whether two dates of what is told as real lie apart.
fn is_other(story: &Telling, x: &Dated, y: &Dated) -> bool {
    let (p, q) = (statement(story.articles, x), statement(story.articles, y));
    let ((from, to), (first, last)) = (x.reach(), y.reach());
    // "an editorial on Monday said": the day is that of the saying.
    let said = |d: &Dated| {
        deeds(story, d.at, d.statement).any(|o| {
            let beside = o.event.trigger.start.wrapping_sub(d.time.span.end) < 4;
            (beside || o.event.when.time == Some(d.time.span)) && speech::is_speech(&o.event.lemma)
        })
    };
    !p.unreal && !q.unreal && (to < first || last < from) && !said(x) && !said(y)
}

/// Why the first date leaves no room for the second.
fn excludes(story: &Telling, x: &Dated, y: &Dated, similarity: f32, aware: &[Term]) -> Option<&'static str> {
    let (articles, p, q) = (story.articles, statement(story.articles, x), statement(story.articles, y));
    let text = |d: &Dated| articles[d.at.article as usize].article.text.as_str();
    let ((from, to), (first, last)) = (x.reach(), y.reach());
    let gap = (from - last).max(first - to);
    let common = shared(&p.terms, &q.terms).next().is_some();
    let (which, other) = ((x.at.article, x.statement), (y.at.article, y.statement));
    // What costs least is asked first.
    let named = |d: &Dated, s: &Statement| s.span.of(text(d)).contains("first") && is_first(text(d), s);
    if gap <= NEAR && common && similarity >= OF_A_KIND && x.at < y.at && named(x, p) && named(y, q) {
        return Some("Both tell of the first of a kind, and date it differently.");
    }
    let before = text(x)[p.span.start as usize..x.time.span.start as usize].trim_end();
    let only = ["only", "only on", "only in", "only at", "only after", "not until", "not before"];
    if last < from && gap <= NEAR && only.iter().any(|o| before.ends_with(o)) {
        let knows = |d: &Dated| deeds(story, d.at, d.statement).any(|o| aware.contains(&o.verb));
        if story.same.share_deed(which, other) || (knows(x) && knows(y)) {
            return Some("One says that it was only then, the other dates the same before it.");
        }
    }
    let published = articles[x.at.article as usize].article.published_date().map(crate::day::number);
    let since = published.is_some_and(|d| to < first && last + 7 < d);
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
    if since && deeds(story, x.at, x.statement).any(again) {
        return Some("One says that it was the last time, the other gives a later one.");
    }
    None
}

/// The deeds of a statement.
fn deeds<'t>(story: &'t Telling, at: At, statement: u32) -> impl Iterator<Item = &'t Deed<'t>> {
    let from = story.deeds.partition_point(|o| o.at < at);
    story.deeds[from..].iter().take_while(move |o| o.at == at).filter(move |o| o.statement == statement)
}
