//! The story as it was known on a day, and what changed after it.
//!
//! A pure function over the same facts: what had been published by then is told again, and the
//! rows of the whole story say what later articles changed. An article without a date counts
//! from the last day that its own text allows; where it allows none, it is never "by then".

use super::{Aspect, Claim, Place, RowKind, Story, tell_corrected};
use crate::claim::Statement;
use crate::correct::Correction;
use crate::event::{Certainty, classes};
use crate::facts::Facts;
use crate::real;
use jiff::civil::Date;

/// What was known by the end of a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// For each of [`Story::articles`], whether it had been published.
    pub articles: Vec<bool>,
    /// Indices into [`Story::events`] of what some article had told.
    pub events: Vec<u32>,
    /// Indices into [`Story::rows`] of what some article had stated.
    pub rows: Vec<u32>,
    /// What later articles changed, rows before events, both in their own order.
    pub changes: Vec<Change>,
}

/// Something whose picture changed after the day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is.
    pub of: Of,
    /// How it changed.
    pub turn: Turn,
    /// What had been published: indices into the row's claims or the event's mentions.
    pub before: Vec<u32>,
    /// What came later and says otherwise.
    pub after: Vec<u32>,
}

/// What changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Of {
    /// Index into [`Story::rows`].
    Row(u32),
    /// Index into [`Story::events`].
    Event(u32),
}

/// How the picture of something changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Turn {
    /// A figure became larger.
    Raised,
    /// A figure became smaller.
    Lowered,
    /// What was said is taken back.
    Withdrawn,
    /// What was said is denied.
    Denied,
    /// What was planned, feared or claimed is told as done.
    CameTrue,
    /// What had no day has one.
    Dated,
    /// Told otherwise, so that both can stand.
    Restated,
    /// Told otherwise, and both cannot stand.
    Disputed,
}

impl Turn {
    /// The turn's name, as in the JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Raised => "raised",
            Self::Lowered => "lowered",
            Self::Withdrawn => "withdrawn",
            Self::Denied => "denied",
            Self::CameTrue => "came-true",
            Self::Dated => "dated",
            Self::Restated => "restated",
            Self::Disputed => "disputed",
        }
    }
}

/// Whether an article had been published by the end of `day`.
#[must_use]
pub fn published(facts: &Facts, day: Date) -> bool {
    facts.article.published_date().or(facts.not_after).is_some_and(|d| d <= day)
}

/// The story told from what had been published by the end of `day`, with what a person corrected.
#[must_use]
pub fn up_to(articles: &[Facts], corrections: &[Correction], day: Date) -> Story {
    tell_corrected(articles.iter().filter(|f| published(f, day)).cloned().collect(), corrections)
}

/// What of `story` was known by the end of `day`, and what changed after.
#[must_use]
pub fn known(story: &Story, day: Date) -> Known {
    let articles: Vec<bool> = story.articles.iter().map(|f| published(f, day)).collect();
    let was = |article: u32| articles.get(article as usize).copied().unwrap_or_default();
    let indices = |some: &mut dyn Iterator<Item = bool>| -> Vec<u32> {
        some.enumerate().filter(|s| s.1).map(|s| s.0 as u32).collect()
    };
    let events = indices(&mut story.events.iter().map(|e| e.mentions.iter().any(|m| was(m.place.article))));
    let rows = indices(&mut story.rows.iter().map(|r| r.claims.iter().any(|c| was(c.place.article))));
    let mut changes = Vec::new();
    for (i, row) in (0u32..).zip(&story.rows).filter(|r| r.1.kind != RowKind::Agree) {
        let split = |then: bool| indices(&mut row.claims.iter().map(|c| was(c.place.article) == then));
        let (before, mut after) = (split(true), split(false));
        // Who says later what was said before changes nothing.
        let of = |c: u32| &row.claims[c as usize];
        after.retain(|&a| of(a).value.is_empty() || before.iter().all(|&b| of(b).value != of(a).value));
        if let (Some(&old), Some(&new)) = (before.last(), after.last()) {
            let turn = turn(story, row.kind, row.aspect, of(old), of(new));
            changes.push(Change { of: Of::Row(i), turn, before, after });
        }
    }
    for (i, event) in (0u32..).zip(&story.events) {
        let told = |m: u32| {
            let mention = &event.mentions[m as usize];
            story.articles[mention.place.article as usize].events.get(mention.event as usize)
        };
        let split = |then: bool| indices(&mut event.mentions.iter().map(|m| was(m.place.article) == then));
        let (before, mut after) = (split(true), split(false));
        let certainty = |list: &[u32]| list.iter().filter_map(|&m| Some(told(m)?.certainty)).min();
        let dated = |m: u32| told(m).is_some_and(|e| e.when.days.is_some());
        let turn = match (certainty(&before), certainty(&after)) {
            (None, _) | (_, None) => continue,
            (Some(Certainty::Reported | Certainty::Claimed), Some(Certainty::Denied)) => Turn::Denied,
            (Some(Certainty::Planned | Certainty::Possible), Some(Certainty::Reported)) => Turn::CameTrue,
            _ if before.iter().all(|&m| !dated(m)) && after.iter().any(|&m| dated(m)) => {
                after.retain(|&m| dated(m));
                Turn::Dated
            }
            _ => continue,
        };
        changes.push(Change { of: Of::Event(i), turn, before, after });
    }
    Known { articles, events, rows, changes }
}

/// How a later claim changes an earlier one.
fn turn(story: &Story, kind: RowKind, aspect: Aspect, old: &Claim, new: &Claim) -> Turn {
    let said = |c: &Claim| statement(story, c.place);
    let (then, now) = (said(old), said(new));
    let negated = |s: Option<&Statement>| s.is_some_and(|s| s.negated);
    let unreal = |s: Option<&Statement>| s.is_some_and(|s| s.unreal);
    if matches!(aspect, Aspect::Count | Aspect::Amount | Aspect::Measure) {
        return match number(&old.value).zip(number(&new.value)) {
            Some((a, b)) if a < b => Turn::Raised,
            // "More than 100" after "118" is said more roughly, and no less.
            Some((a, b)) if a > b && !new.value.starts_with(['≥', '>', '~']) => Turn::Lowered,
            _ => Turn::Restated,
        };
    }
    let disputed = matches!(kind, RowKind::HardConflict | RowKind::OpinionConflict);
    if takes_back(story, new) && !takes_back(story, old) {
        Turn::Withdrawn
    } else if disputed && matches!(aspect, Aspect::Status | Aspect::Fact) && negated(now) && !negated(then) {
        Turn::Denied
    } else if unreal(then) && !unreal(now) {
        Turn::CameTrue
    } else if disputed {
        Turn::Disputed
    } else {
        Turn::Restated
    }
}

/// The statement around a place.
fn statement(story: &Story, place: Place) -> Option<&Statement> {
    let all = &story.articles.get(place.article as usize)?.claims.statements;
    all.get(all.partition_point(|s| s.span.end <= place.span.start))
}

/// Whether a claim says that something was withdrawn.
fn takes_back(story: &Story, claim: &Claim) -> bool {
    let Some(facts) = story.articles.get(claim.place.article as usize) else { return false };
    let inside = facts.events.iter().filter(|e| claim.place.span.contains(e.trigger));
    inside.map(|e| classes::of(&e.lemma)).any(|class| class == "retract")
}

/// The number of a normalised figure: "≥2500 EUR".
fn number(value: &str) -> Option<f64> {
    let bare = value.trim_start_matches(|c: char| !c.is_ascii_digit());
    real::parse(bare.split(' ').next()?)
}

#[cfg(test)]
mod tests {
    use super::super::tell;
    use super::*;
    use crate::facts;
    use crate::import::{Article, Record};
    use jiff::civil::date;

    fn article(id: &str, published: Option<&str>, text: &str) -> Facts {
        let record =
            Record { id: id.into(), text: text.into(), published: published.map(Into::into), ..Record::default() };
        facts::read(Article::new(record), &facts::Reader::default())
    }

    #[test]
    fn a_toll_that_rose_later() {
        let articles = vec![
            article("a", Some("2021-05-03"), "A mine collapsed near Osk on Monday, killing 12 people, police said."),
            article("b", Some("2021-05-05"), "The mine collapse near Osk killed 17 people, police said on Wednesday."),
            article("c", None, "The mine collapse near Osk killed 17 people."),
        ];
        let story = tell(articles.clone());
        let known = known(&story, date(2021, 5, 4));
        assert_eq!(known.articles, [true, false, false]);
        let change = &known.changes[0];
        let Of::Row(row) = change.of else { panic!("{change:?}") };
        let row = &story.rows[row as usize];
        assert_eq!(change.turn, Turn::Raised);
        let values = |claims: &[u32]| claims.iter().map(|&c| row.claims[c as usize].value.clone()).collect::<Vec<_>>();
        assert_eq!(
            (values(&change.before), values(&change.after)),
            (vec!["12".into()], vec!["17".into(), "17".into()])
        );
        assert_eq!(up_to(&articles, &[], date(2021, 5, 4)).articles.len(), 1);
        assert!(super::known(&story, date(2021, 5, 2)).rows.is_empty());
    }

    #[test]
    fn what_was_planned_denied_or_undated() {
        let check = |before: &str, after: &str, expected: &[Turn]| {
            let story = tell(vec![article("a", Some("2021-05-03"), before), article("b", Some("2021-05-06"), after)]);
            let mut turns: Vec<Turn> = known(&story, date(2021, 5, 4)).changes.iter().map(|c| c.turn).collect();
            turns.sort();
            turns.dedup();
            assert_eq!(turns, expected, "{before} | {after}");
        };
        check(
            "The Osk shipyard will close its northern dock.",
            "The Osk shipyard closed its northern dock on Wednesday.",
            &[Turn::CameTrue],
        );
        check("Police said 12 miners died near Osk.", "Police said 12 miners died near Osk.", &[]);
        check("Police said 12 miners died near Osk.", "Police said 9 miners died near Osk.", &[Turn::Lowered]);
        check(
            "Police said 118 miners were hurt near Osk.",
            "Police said more than 100 miners were hurt near Osk.",
            &[Turn::Restated],
        );
    }
}
