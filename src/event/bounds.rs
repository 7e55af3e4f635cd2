//! What is known of a date that nothing states: bounds of events, and of an article that bears
//! no date of its own.

use super::anchor::Bounds;
use super::group::Tense;
use super::{Certainty, Event, When};
use crate::time::{Days, Inferred, TimeMention};
use jiff::civil::Date;

/// Bounds of an event from its sentence, its tense and the day of publication.
pub(crate) fn fill(
    when: &mut When,
    found: Bounds,
    tense: Option<Tense>,
    certainty: Certainty,
    published: Option<Date>,
) {
    let mut why: Vec<String> = Vec::new();
    if when.not_before.is_some() {
        why.push("later than what is told before it".to_owned());
    } else if when.not_after.is_some() {
        why.push("earlier than what is told before it".to_owned());
    }
    if let Some((day, reason)) = found.not_before {
        when.not_before = Some(day);
        why.push(reason);
    }
    if let Some((day, reason)) = found.not_after {
        when.not_after = Some(day);
        why.push(reason);
    }
    let happened = matches!(certainty, Certainty::Reported | Certainty::Claimed | Certainty::Denied);
    let past = happened
        && !matches!(tense, Some(Tense::Future | Tense::Would | Tense::Possible | Tense::Unreal | Tense::Infinitive));
    let to_come = tense == Some(Tense::Future) || tense == Some(Tense::Would) && certainty == Certainty::Planned;
    if let Some(published) = published {
        if past && when.not_after.is_none_or(|d| d > published) {
            when.not_after = Some(published);
            why.push(format!("told as past in an article published {published}"));
        } else if to_come && when.not_before.is_none() {
            when.not_before = Some(published);
            why.push(format!("told as to come in an article published {published}"));
        }
    }
    // Two bounds that cross say that the reading is wrong: the text's own goes.
    if let (Some(a), Some(b)) = (when.not_before, when.not_after)
        && a > b
    {
        when.not_before = None;
    }
    // Not before a day and not after it: on it.
    let one = when.not_before.filter(|d| when.not_after == Some(*d));
    when.basis = if why.is_empty() {
        "The text states no day.".to_owned()
    } else {
        let then = if one.is_some() { ": on that day" } else { "" };
        format!("The text states no day; it is {}{then}.", why.join(", and "))
    };
    if let Some(day) = one {
        when.days = Some(Days { from: day, to: day });
        when.value = Some(day.to_string());
        when.inferred = vec![Inferred::Context];
        (when.not_before, when.not_after) = (None, None);
    }
}

/// Between which days an article without a date was written, by its own text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ArticleBounds {
    /// Not earlier: the latest day that it tells as past.
    pub not_before: Option<Date>,
    /// Not later: the earliest day that it tells as to come.
    pub not_after: Option<Date>,
}

/// Bounds of an article from the events it tells; only for one without a date.
#[must_use]
pub fn of_article(events: &[Event], times: &[TimeMention]) -> ArticleBounds {
    let mut bounds = ArticleBounds::default();
    for event in events {
        let Some(Days { from, to }) = event.when.days else { continue };
        // The day is stated by a time of the article, not lent by another clause.
        if !times.iter().any(|t| Some(t.span) == event.when.time) {
            continue;
        }
        match event.certainty {
            Certainty::Reported | Certainty::Claimed => {
                bounds.not_before = bounds.not_before.max(Some(from));
            }
            Certainty::Planned => {
                bounds.not_after = Some(bounds.not_after.map_or(to, |d| d.min(to)));
            }
            _ => {}
        }
    }
    // A plan may have been made for a day that has passed since.
    if let (Some(a), Some(b)) = (bounds.not_before, bounds.not_after)
        && a > b
    {
        bounds.not_after = None;
    }
    bounds
}

#[cfg(test)]
mod tests {
    use crate::facts::{Reader, read};
    use crate::import::{Article, Record};

    #[test]
    fn of_an_article_without_a_date() {
        let check = |text: &str, expected: (Option<&str>, Option<&str>)| {
            let article = Article::new(Record { id: "a".into(), text: text.into(), ..Record::default() });
            let facts = read(article, &Reader::default());
            let print = |d: Option<jiff::civil::Date>| d.map(|d| d.to_string());
            let found = (print(facts.not_before), print(facts.not_after));
            assert_eq!((found.0.as_deref(), found.1.as_deref()), expected, "{text}");
        };
        check("A ferry sank on 3 March 2024. Divers found it on 9 March 2024.", (Some("2024-03-09"), None));
        check("The court will rule on 4 June 2024.", (None, Some("2024-06-04")));
        check(
            "A ferry sank on 3 March 2024. The court will rule on 4 June 2024.",
            (Some("2024-03-03"), Some("2024-06-04")),
        );
        check("A ferry sank on Sunday.", (None, None));
        check("The river is wide.", (None, None));
    }
}
