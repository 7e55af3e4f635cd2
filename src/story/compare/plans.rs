//! Plans and what became of them: "expected on Friday evening", and "passed on Saturday morning" in
//! a later report.

use super::dated::{Dated, statement};
use super::index::{At, BySentence, shared};
use super::{Draft, Said, Telling};
use crate::claim::Statement;
use crate::event::Certainty;
use crate::facts::Facts;
use crate::order::Arrange;
use crate::story::{Aspect, RowKind};
use crate::time::TimeKind;

/// Sentences that share less than this tell no plan and its outcome; or less than this where they
/// are about another thing.
const ALIKE: f32 = 0.2;
const OF_ONE_THING: f32 = 0.12;
/// Days by which an outcome may be late; later it is of something else.
const LATE: i32 = 366;

/// A day by which something is to happen.
struct Plan {
    at: At,
    statement: u32,
    said: Said,
    /// Its last day.
    until: i32,
}

/// Finds the rows about plans that another date came of.
pub(super) fn rows(story: &Telling, dated: &BySentence<Dated>, all: &[Dated], drafts: &mut Vec<Draft>) {
    let articles = story.articles;
    let mut plans: Vec<Plan> = Vec::new();
    for d in all {
        let s = statement(articles, d);
        let published = articles[d.at.article as usize].article.published_date().map(crate::day::number);
        let ahead = published.is_none_or(|p| p <= d.reach().1);
        if ahead && is_planned(story, d.at, d.statement, s) {
            let said = Said { article: d.at.article, span: s.span, mark: d.time.span, value: d.time.value.clone() };
            plans.push(Plan { at: d.at, statement: d.statement, said, until: d.reach().1 });
        }
    }
    for (a, facts) in articles.iter().enumerate() {
        deadlines(story, a as u32, facts, &mut plans);
    }
    plans.arrange_by_key(|p| (p.at, p.said.mark));
    let plans = BySentence::new(story.index, plans, |p| p.at);
    for &(a, b, similarity) in story.pairs.iter().filter(|p| p.2 >= OF_ONE_THING) {
        for (a, b) in [(a, b), (b, a)] {
            for plan in plans.of(a) {
                let came = dated.of(b).iter().filter(|d| !d.bare).find(|d| came_of(story, plan, d, similarity));
                if let Some(d) = came {
                    let s = statement(articles, d);
                    let other =
                        Said { article: b.article, span: s.span, mark: d.time.span, value: d.time.value.clone() };
                    let why = "One gives the day that was planned, a later one the day that came of it.";
                    let both = vec![plan.said.clone(), other];
                    drafts.push(Draft::new(RowKind::SoftConflict, Aspect::Date, 1.0 + similarity, why, both));
                }
            }
        }
    }
}

/// Whether a later report tells what was planned as done, or planned anew, for a later day.
fn came_of(story: &Telling, plan: &Plan, d: &Dated, similarity: f32) -> bool {
    let (articles, s) = (story.articles, statement(story.articles, d));
    let published = |a: u32| articles[a as usize].article.published_date();
    let later = published(plan.at.article).zip(published(d.at.article)).is_some_and(|(p, o)| p < o);
    let (from, _) = d.reach();
    if !later || s.unreal || from <= plan.until || from - plan.until > LATE {
        return false;
    }
    let terms = &articles[plan.at.article as usize].claims.statements[plan.statement as usize].terms;
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
    shared(terms, &s.terms).next().is_some() && (similarity >= ALIKE || theme())
}

/// Whether a statement announces something for a day to come.
fn is_planned(story: &Telling, at: At, index: u32, statement: &Statement) -> bool {
    let from = story.deeds.partition_point(|o| o.at < at);
    let mut deeds = story.deeds[from..].iter().take_while(|o| o.at == at);
    let text = statement.span.of(&story.articles[at.article as usize].article.text);
    statement.unreal
        && (deeds.any(|o| o.statement == index && o.event.certainty == Certainty::Planned)
            || super::restated::PLANNED.iter().any(|p| text.contains(p))
            || ["expected", "expects", "should", "scheduled"].iter().any(|p| text.contains(p)))
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
            plans.push(Plan { at, statement: i as u32, said, until: crate::day::number(published) + days });
        }
    }
}

/// The days of a length: "P2W" → 14.
fn length(value: &str) -> Option<i32> {
    let (number, unit) = value.strip_prefix('P')?.split_at_checked(value.len().checked_sub(2)?)?;
    let days = match unit {
        "D" => 1,
        "W" => 7,
        "M" => 31,
        _ => return None,
    };
    Some(number.parse::<i32>().ok()?.clamp(0, 100) * days)
}
