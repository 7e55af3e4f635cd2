//! Plans and what became of them: "expected on Friday evening", and "passed on Saturday morning" in
//! a later report.

use super::dated::{self, Dated, statement};
use super::exclusive;
use crate::claim::Statement;
use crate::event::Certainty;
use crate::facts::Facts;
use crate::order::{Arrange, halves, numbers, pair};
use crate::span::Span;
use crate::story::compare::index::{At, BySentence};
use crate::story::compare::{Draft, Said, Telling};
use crate::story::{Aspect, RowKind};
use crate::time::TimeKind;

/// Sentences that share less than this tell no plan and its outcome; or less than this where they
/// are about another thing.
const ALIKE: f32 = 0.18;
const OF_ONE_THING: f32 = 0.12;
/// Days by which an outcome may be late; later it is of something else, unless it is said to be.
const LATE: i32 = 45;
const LATEST: i32 = 366;
/// Plans of one day that are looked at, at most.
const FEW: usize = 64;

/// Words of what comes later than it was to come.
const PUT_OFF: [&str; 10] = [
    " late",
    " later than",
    "put back",
    "put off",
    "postponed",
    "delayed",
    "pushed back",
    "slipped",
    " now ",
    "instead of",
];
/// Words behind a length of time by which something came late.
const BY: [&str; 6] =
    [" late", " later than planned", " later than expected", " later than scheduled", " behind schedule", " overdue"];

/// Verbs that move a plan to a later day.
const BACK: [&str; 7] = ["postponed", "delayed", "deferred", "put off", "put back", "pushed back", "set back"];

/// A day by which something is to happen.
struct Plan {
    at: At,
    statement: u32,
    said: Said,
    /// Its last day, and how many days it leaves.
    until: i32,
    length: i32,
}

/// Finds the rows about plans that another date came of.
/// Those of a plan that was moved, which may share a claim with other rows, go to `apart`.
pub(super) fn rows(
    story: &Telling,
    dated: &BySentence<Dated>,
    all: &[Dated],
    drafts: &mut Vec<Draft>,
    apart: &mut Vec<Draft>,
) {
    let articles = story.articles;
    let mut plans: Vec<Plan> = Vec::new();
    for d in all {
        let s = statement(articles, d);
        let published = articles[d.at.article as usize].article.published_date().map(crate::day::number);
        let ahead = published.is_none_or(|p| p <= d.reach().1);
        if ahead
            && !is_possessive(articles, d)
            && is_planned(story, d.at, d.statement, s)
            && !exclusive::is_of_saying(story, d)
        {
            let said = dated::said(articles, d);
            plans.push(Plan { at: d.at, statement: d.statement, said, until: d.reach().1, length: d.length() });
        }
    }
    for (a, facts) in articles.iter().enumerate() {
        deadlines(story, a as u32, facts, &mut plans);
    }
    plans.arrange_by_key(|p| (p.at, p.said.mark));
    late_by(story, all, &plans, drafts);
    moved(story, all, &plans, apart);
    let plans = BySentence::new(story.index, plans, |p| p.at);
    for &(a, b, similarity) in story.pairs.iter().filter(|p| p.2 >= OF_ONE_THING) {
        for (a, b) in [(a, b), (b, a)] {
            for plan in plans.of(a) {
                let came = dated.of(b).iter().filter(|d| !d.bare).find(|d| came_of(story, plan, d, similarity));
                if let Some(d) = came {
                    let both = vec![plan.said.clone(), dated::said(articles, d)];
                    drafts.push(Draft::new(RowKind::SoftConflict, Aspect::Date, 1.0 + similarity, CAME_LATER, both));
                }
            }
        }
    }
}

const CAME_LATER: &str = "One gives the day that was planned, a later one the day that came of it.";

/// Whether a later report tells what was planned as done, or planned anew, for a later day.
fn came_of(story: &Telling, plan: &Plan, d: &Dated, similarity: f32) -> bool {
    let (articles, s) = (story.articles, statement(story.articles, d));
    let published = |a: u32| articles[a as usize].article.published_date().map(crate::day::number);
    let (from, _) = d.reach();
    let (planned, told) = (published(plan.at.article), published(d.at.article));
    // An undated report of what came of it is later than the plan, as that is.
    let later = match (planned, told) {
        (Some(planned), told) => told.unwrap_or(from) > planned,
        (None, told) => told.is_some_and(|t| t > plan.until),
    };
    let words = s.span.of(&articles[d.at.article as usize].article.text);
    let put_off = PUT_OFF.iter().any(|w| words.contains(w));
    let most = if put_off { LATEST } else { LATE };
    if !later
        || s.unreal
        || from <= plan.until
        || from - plan.until > most + plan.length
        || (!put_off && told.is_some_and(|t| from > t))
        || is_possessive(articles, d)
        || by_then(articles, d)
        || exclusive::is_of_saying(story, d)
    {
        return false;
    }
    let theme = || {
        let of = |at: At, statement: u32| {
            let from = story.deeds.partition_point(|o| o.at < at);
            story.deeds[from..].iter().take_while(move |o| o.at == at).filter(move |o| o.statement == statement)
        };
        of(plan.at, plan.statement).any(|p| {
            of(d.at, d.statement).any(|o| {
                (p.theme.head != 0 && [o.theme.head, o.agent.head].contains(&p.theme.head))
                    || (p.theme.entity.is_some() && [o.theme.entity, o.agent.entity].contains(&p.theme.entity))
            })
        })
    };
    similarity >= ALIKE || theme()
}

/// Whether a day is that of something else in its clause: "Monday's deadline".
fn is_possessive(articles: &[Facts], d: &Dated) -> bool {
    let after = &articles[d.at.article as usize].article.text[d.time.span.end as usize..];
    after.starts_with("'s") || after.starts_with("\u{2019}s")
}

/// Whether a day is only one by which, or since when, something is so.
fn by_then(articles: &[Facts], d: &Dated) -> bool {
    let before = &articles[d.at.article as usize].article.text[..d.time.span.start as usize];
    before.ends_with(" by ") || before.ends_with(" since ")
}

/// "the closure was put back to May": the plan of another report that names the same thing.
fn moved(story: &Telling, all: &[Dated], plans: &[Plan], drafts: &mut Vec<Draft>) {
    let facts = |d: &Dated| &story.articles[d.at.article as usize];
    let shifts = all.iter().filter_map(|d| Some((d, dated::moved_to(facts(d), statement(story.articles, d), d.time)?)));
    for (d, verb) in shifts.take(FEW) {
        let s = statement(story.articles, d);
        let words = facts(d).words(Span::new(s.span.start, verb.max(s.span.start)));
        let Some(thing) = words.iter().rev().find_map(|w| w.term) else { continue };
        // What is postponed was to come before.
        let told = &facts(d).article.text[verb as usize..d.time.span.start as usize];
        let postponed = BACK.iter().any(|w| told.starts_with(w));
        let of = |p: &&Plan| &story.articles[p.at.article as usize].claims.statements[p.statement as usize];
        let named = plans.iter().filter(|p| p.at.article != d.at.article && of(p).terms.contains(&thing));
        for plan in named.take(FEW) {
            let later = plan.until < d.reach().0;
            let apart = later || !postponed && d.reach().1 < plan.until + 1 - plan.length;
            if apart
                && (plan.until - d.reach().0).abs() <= LATEST
                && story.near.one_story(plan.at.article, d.at.article)
            {
                let both = vec![plan.said.clone(), dated::said(story.articles, d)];
                drafts.push(Draft::new(RowKind::SoftConflict, Aspect::Date, 1.3, MOVED, both));
            }
        }
    }
}

const MOVED: &str = "One gives the day that was planned, the other the day that it was moved to.";

/// "three days late", "a week later than planned": the plan of another report that this takes back to.
fn late_by(story: &Telling, all: &[Dated], plans: &[Plan], drafts: &mut Vec<Draft>) {
    // By their last days, none of which is as far back.
    let day = |number: i32| (number + 10_000_000) as u32;
    let mut order: Vec<u64> = plans.iter().enumerate().map(|(i, p)| pair(day(p.until), i as u32)).collect();
    numbers(&mut order);
    for (a, facts) in story.articles.iter().enumerate() {
        let text = facts.article.text.as_str();
        for time in facts.times.iter().filter(|t| t.kind == TimeKind::Duration) {
            let behind = &text[time.span.end as usize..];
            let Some(word) = BY.iter().find(|w| behind.starts_with(**w)) else { continue };
            let statements = &facts.claims.statements;
            let Some(s) = statements.get(statements.partition_point(|s| s.span.end <= time.span.start)) else {
                continue;
            };
            let at = At { article: a as u32, sentence: s.sentence };
            let from = all.partition_point(|d| d.at < at);
            let own = all[from..].iter().take_while(|d| d.at == at).find(|d| d.length() == 1 && !d.bare);
            let published = || facts.article.published_date().map(crate::day::number);
            let Some((came, days)) = own.map(|d| d.reach().0).or_else(published).zip(length(&time.value)) else {
                continue;
            };
            let slack = i32::from(days > 6);
            let first = order.partition_point(|&p| halves(p).0 < day(came - days - slack));
            let due = order[first..].iter().take_while(|&&p| halves(p).0 <= day(came - days + slack)).take(FEW);
            let due = due.map(|&p| &plans[halves(p).1 as usize]);
            for plan in due.filter(|p| p.at.article != at.article && story.near.one_story(p.at.article, at.article)) {
                let mark = Span::new(time.span.start, time.span.end + word.len() as u32);
                let late = Said { article: at.article, span: s.span, mark, value: time.value.clone() };
                let both = vec![plan.said.clone(), late];
                drafts.push(Draft::new(RowKind::SoftConflict, Aspect::Date, 1.3, CAME_LATER, both));
            }
        }
    }
}

/// Whether a statement announces something for a day to come.
fn is_planned(story: &Telling, at: At, index: u32, statement: &Statement) -> bool {
    let from = story.deeds.partition_point(|o| o.at < at);
    let mut deeds = story.deeds[from..].iter().take_while(|o| o.at == at);
    let text = statement.span.of(&story.articles[at.article as usize].article.text);
    let has = |words: &[&str]| words.iter().any(|w| text.contains(w));
    // "There will be no flights today"
    if statement.negated {
        return false;
    }
    has(&["is to be ", "are to be ", "was to be ", "were to be "])
        || has(&["due to be ", "set to be ", "expected to be ", "scheduled to be ", "planned to be ", "slated to be "])
        || has(&["hopes to ", "hoped to ", "hope to "])
        || (statement.unreal
            && (deeds.any(|o| o.statement == index && o.event.certainty == Certainty::Planned)
                || has(&crate::story::compare::restated::PLANNED)
                || has(&["expected", "expects", "should", "scheduled"])))
}

/// "within two weeks": the last day of a stretch that begins with the publication.
fn deadlines(story: &Telling, article: u32, facts: &Facts, plans: &mut Vec<Plan>) {
    for time in facts.times.iter().filter(|t| t.kind == TimeKind::Duration) {
        let before = facts.article.text[..time.span.start as usize].trim_end();
        let within = before.ends_with("within") || time.span.of(&facts.article.text).starts_with("within");
        let Some((days, published)) = length(&time.value).zip(facts.article.published_date()).filter(|_| within) else {
            continue;
        };
        let all = &facts.claims.statements;
        let i = all.partition_point(|s| s.span.end <= time.span.start);
        let Some(s) = all.get(i).filter(|s| s.span.contains(time.span)) else { continue };
        let at = At { article, sentence: s.sentence };
        if is_planned(story, at, i as u32, s) {
            let said = Said { article, span: s.span, mark: time.span, value: time.value.clone() };
            plans.push(Plan { at, statement: i as u32, said, until: crate::day::number(published) + days, length: 1 });
        }
    }
}

/// The days of a length: "P2W" → 14. Nothing that is told as late comes a hundred months later.
fn length(value: &str) -> Option<i32> {
    let (number, unit) = value.strip_prefix('P')?.split_at_checked(value.len().checked_sub(2)?)?;
    let days = match unit {
        "D" => 1,
        "W" => 7,
        "M" => 31,
        _ => return None,
    };
    Some(number.parse::<i32>().ok().filter(|n| (0..100).contains(n))? * days)
}
