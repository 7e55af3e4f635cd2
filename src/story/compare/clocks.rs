//! Times of day: 3:41 a.m. local time is 08:41 UTC, "shortly after two" may be a quarter past two.

use crate::facts::Facts;
use crate::span::Span;
use crate::time::{Modifier, TimeMention};

/// Minutes of a day.
const DAY: i32 = 24 * 60;

/// How two times of day on one day relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// The same, and why.
    Same(&'static str),
    /// So many minutes apart.
    Apart(i32),
}

/// A time of day as it is told.
#[derive(Clone, Copy)]
pub(super) struct Clock {
    /// Minutes after midnight.
    minutes: i32,
    /// Whether it may as well be twelve hours later: "a quarter past two".
    half: bool,
    /// Whether it is universal time.
    universal: bool,
    /// How far before and behind it the moment may be.
    slack: (i32, i32),
}

impl Clock {
    /// The time of day of a mention, if it has one.
    pub(super) fn new(facts: &Facts, time: &TimeMention, sentence_end: u32) -> Option<Self> {
        let (_, clock) = time.value.split_once('T')?;
        let part = |range| clock.get(range).map(str::parse::<i32>);
        let minutes = part(0..2)?.ok()? * 60 + part(3..5).map_or(Some(0), Result::ok)?;
        let text = facts.article.text.as_str();
        let after =
            text.get(time.span.start as usize..sentence_end.min(time.span.end + 12) as usize).unwrap_or_default();
        let words = time.span.of(text).to_ascii_lowercase();
        let told = words.contains("a.m") || words.contains("p.m") || words.contains("am") || words.contains("pm");
        let start =
            (0..=16).find_map(|k| text.get(time.span.start.checked_sub(16 - k)? as usize..time.span.start as usize));
        let before = start.unwrap_or_default().trim_end();
        let slack = match time.modifier {
            _ if before.ends_with("shortly after")
                || before.ends_with("just after")
                || before.ends_with("soon after") =>
            {
                (0, 20)
            }
            _ if before.ends_with("shortly before") || before.ends_with("just before") => (20, 0),
            Some(Modifier::After) => (0, 20),
            Some(Modifier::Before) => (20, 0),
            Some(Modifier::Approx) => (7, 7),
            // Few look at a clock to the minute.
            _ => (2, 2),
        };
        Some(Self {
            minutes,
            half: !told && minutes <= DAY / 2 && !words.contains(|c: char| c.is_ascii_digit()),
            universal: after.contains("UTC") || after.contains("GMT"),
            slack,
        })
    }

    /// The minute, where it is no half or whole hour, at which much may happen; else -1.
    pub(super) fn exact(self) -> i32 {
        if self.minutes % 30 == 0 { -1 } else { self.minutes }
    }

    /// Compares two.
    pub(super) fn relation(self, other: Self) -> Relation {
        let mut apart = other.minutes - self.minutes;
        if (self.half || other.half) && apart.abs() >= DAY / 4 {
            apart -= DAY / 2 * apart.signum();
        }
        if apart == 0 && self.universal == other.universal {
            return Relation::Same("The same time of day in other words.");
        }
        if self.universal != other.universal && apart % 60 == 0 && apart.abs() <= 14 * 60 {
            return Relation::Same(
                "One is told in universal time and the other in local time; they are whole hours apart, as time zones are.",
            );
        }
        if apart <= self.slack.1 + other.slack.0 && -apart <= self.slack.0 + other.slack.1 {
            return Relation::Same("One time of day is told roughly, and the other fits it.");
        }
        Relation::Apart(apart.abs())
    }
}

/// Whether a year only tells which thing is meant: "the 2020 letter", "Cell Pathways (2018)".
pub(super) fn names_a_thing(facts: &Facts, time: Span) -> bool {
    let text = facts.article.text.as_str();
    let before = text.get(..time.start as usize).unwrap_or_default();
    let year = time.of(text).bytes().all(|b| b.is_ascii_digit());
    let after = text.get(time.end as usize..).unwrap_or_default();
    let noun = after.strip_prefix(' ').is_some_and(|a| a.starts_with(|c: char| c.is_ascii_lowercase()));
    let last = before.trim_end().rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or_default();
    year && (before.ends_with('(')
        || (noun && ["the", "The", "a", "its", "his", "her", "their", "that", "this"].contains(&last)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{self, Reader};
    use crate::import::{Article, Record};

    fn read(text: &str) -> Facts {
        let record =
            Record { id: "t".into(), text: text.into(), published: Some("2024-05-02".into()), ..Record::default() };
        facts::read(Article::new(record), &Reader::default())
    }

    /// Whether two texts tell the same time of day.
    #[track_caller]
    fn check(a: &str, b: &str, same: bool) {
        let clock = |text: &str| {
            let facts = read(text);
            facts.times.iter().find_map(|t| Clock::new(&facts, t, text.len() as u32))
        };
        let (Some(x), Some(y)) = (clock(a), clock(b)) else { panic!("no time of day in {a} | {b}") };
        assert_eq!(matches!(x.relation(y), Relation::Same(_)), same, "{a} | {b}");
        assert_eq!(matches!(y.relation(x), Relation::Same(_)), same, "{b} | {a}");
    }

    #[test]
    fn the_same_time_of_day() {
        check("It fell at 7:46 a.m. on Monday.", "It fell at a quarter to eight on Monday.", true);
        check("It hit at 3:41 a.m. on Monday.", "It hit at 08:41 UTC on Monday.", true);
        check("It began shortly after 2 p.m. on Monday.", "It was a quarter past two on Monday.", true);
    }

    #[test]
    fn other_times_of_day() {
        check("It fell at 7:50 a.m. on Monday.", "It fell at 8:20 a.m. on Monday.", false);
        check("It sank at around 10:40 p.m. on Sunday.", "A call came at 22:52 on Sunday.", false);
        check("It began shortly before 2 p.m. on Monday.", "It began at 2:15 p.m. on Monday.", false);
    }

    #[test]
    fn years_that_only_name_a_thing() {
        let named = |text: &str| {
            let facts = read(text);
            facts.times.iter().any(|t| names_a_thing(&facts, t.span))
        };
        assert!(named("He wrote the 2020 letter."));
        assert!(!named("He wrote the letter in 2020."));
    }
}
