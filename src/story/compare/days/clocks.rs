//! Times of day: 3:41 a.m. local time is 08:41 UTC, "shortly after two" may be a quarter past two.

use crate::facts::Facts;
use crate::span::Span;
use crate::time::{self, Modifier, TimeMention};
use std::ops::Range;

/// Minutes of a day.
const DAY: i32 = 24 * 60;

/// How two times of day on one day relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    /// The same, and why.
    Same(&'static str),
    /// One moment by the clocks of two places, where the two are of one thing.
    Elsewhere,
    /// So many minutes apart.
    Apart(i32),
}

/// By whose clock a time of day is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Zone {
    /// That of the place, or of the paper: nothing is said of it.
    Unsaid,
    Universal,
    /// "Riga time", "Eastern": the hash of its name.
    Named(u32),
}

/// Names of zones that stand without the word "time", beside the short ones.
const ZONES: [&str; 4] = ["Eastern", "Central", "Mountain", "Pacific"];
/// Words before "time" that leave the place unsaid.
const NO_ZONE: [&str; 8] = ["local", "the", "same", "that", "this", "of", "first", "last"];

/// A time of day as it is told.
#[derive(Clone, Copy)]
pub(super) struct Clock {
    /// Minutes after midnight.
    minutes: i32,
    /// Whether it may as well be twelve hours later: "a quarter past two".
    half: bool,
    zone: Zone,
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
        let end = text.floor_char_boundary(sentence_end.min(time.span.end + 32) as usize);
        let after = text.get(time.span.end as usize..end).unwrap_or_default();
        let words = time.span.of(text).to_ascii_lowercase();
        let told = ["a.m", "p.m", "am", "pm", "morning", "noon", "evening", "night", "midday"];
        let start =
            (0..=16).find_map(|k| text.get(time.span.start.checked_sub(16 - k)? as usize..time.span.start as usize));
        let before = start.unwrap_or_default().trim_end();
        // "6.50" may be of the evening; "06.50", "6.50 hrs" and "18:50" are what they are.
        let dotted =
            words.contains('.') && !words.contains("hrs") && !words.contains("hours") && !words.starts_with('0');
        let ends = |last: &str| {
            ["shortly", "just", "soon", "little"]
                .iter()
                .any(|w| before.strip_suffix(last).is_some_and(|b| b.trim_end().ends_with(w)))
        };
        let about = before.ends_with("about") || before.ends_with("around");
        // Round times are told roughly more often than others.
        let round = if minutes % 30 == 0 { 3 } else { 2 * i32::from(minutes % 5 == 0) };
        let slack = match time.modifier {
            _ if ends("after") => (0, 15),
            _ if ends("before") => (15, 0),
            Some(Modifier::After) => (0, 15),
            Some(Modifier::Before) => (15, 0),
            Some(Modifier::Approx) => (8, 8),
            _ if about => (8, 8),
            _ => (round, round),
        };
        Some(Self {
            minutes,
            half: minutes <= DAY / 2
                && !told.iter().any(|t| words.contains(t))
                && (dotted || !words.contains(|c: char| c.is_ascii_digit())),
            zone: zone(time.span.of(text), after, time.value.ends_with('Z')),
            slack,
        })
    }

    /// Whether it is told in universal time.
    pub(super) fn is_universal(self) -> bool {
        self.zone == Zone::Universal
    }

    /// Whether two are told by the clocks of two places, as far as is said.
    pub(super) fn is_zoned(self, other: Self) -> bool {
        self.zone != other.zone
    }

    /// Whether it is told to the minute, or nearly so, and not roughly.
    pub(super) fn is_told(self) -> bool {
        self.slack.0 < 8 && self.slack.1 < 8
    }

    /// The same of an hour that is told to be before or after noon.
    pub(super) fn is_precise(self) -> bool {
        self.is_told() && !self.half
    }

    /// Whether it is no half or whole hour, at which much may happen.
    pub(super) fn is_odd(self) -> bool {
        self.minutes % 30 != 0
    }

    /// Whether it may lie in a stretch of its day.
    pub(super) fn is_within(self, (from, to): (i32, i32)) -> bool {
        let lies = |minutes: i32| (from..to).contains(&minutes);
        self.zone == Zone::Unsaid && (lies(self.minutes) || (self.half && lies(self.minutes + DAY / 2)))
    }

    /// Minutes after midnight in local time, which is `offset` ahead of universal time.
    pub(super) fn local(self, offset: Option<i32>) -> Option<i32> {
        match self.zone {
            Zone::Unsaid => Some(self.minutes),
            Zone::Universal => Some(self.minutes + offset?),
            Zone::Named(_) => None,
        }
    }

    /// How far this time is ahead of one moment's universal time, where the two can be of one moment.
    pub(super) fn ahead_of(self, other: Self) -> Option<i32> {
        let (local, universal) = match (self.zone, other.zone) {
            (Zone::Unsaid, Zone::Universal) => (self, other),
            (Zone::Universal, Zone::Unsaid) => (other, self),
            _ => return None,
        };
        let ahead = (local.minutes - universal.minutes + DAY / 2 - 120).rem_euclid(DAY) - DAY / 2 + 120;
        let quarter = ahead.rem_euclid(15);
        // Some zones are half and quarter hours off; seconds and roundings make a minute.
        (quarter <= 1 || quarter == 14).then(|| (ahead + 1).div_euclid(15) * 15)
    }

    /// Compares two; `offset` is how far local time is known to be ahead of universal time.
    pub(super) fn relation(self, other: Self, offset: Option<i32>) -> Relation {
        let zoned = self.is_zoned(other);
        let known = zoned.then(|| self.local(offset).zip(other.local(offset))).flatten();
        let mut apart = known.map_or(other.minutes - self.minutes, |(a, b)| b - a);
        if zoned {
            // The day of the one may be the day before that of the other.
            apart = (apart + DAY / 2).rem_euclid(DAY) - DAY / 2;
        }
        if (self.half || other.half) && apart.abs() >= DAY / 4 {
            apart -= DAY / 2 * apart.signum();
        }
        if apart == 0 && !zoned {
            return Relation::Same("The same time of day in other words.");
        }
        let fits = |apart: i32| apart <= self.slack.1 + other.slack.0 + 1 && -apart <= self.slack.0 + other.slack.1 + 1;
        if known.is_some() && fits(apart) {
            return Relation::Elsewhere;
        }
        if fits(apart) {
            return Relation::Same("One time of day is told roughly, and the other fits it.");
        }
        // Time zones are whole hours apart, mostly.
        let hour = apart.rem_euclid(60);
        if zoned && known.is_none() && fits(if hour > 30 { hour - 60 } else { hour }) {
            return Relation::Elsewhere;
        }
        Relation::Apart(apart.abs())
    }
}

/// By whose clock a time of day is told: of "noon |Eastern time|", "15:22| Riga time|", "8am| GMT|".
fn zone(told: &str, after: &str, universal: bool) -> Zone {
    let is_universal = |t: &str| ["UTC", "GMT"].iter().any(|z| t.trim_start().starts_with(z));
    if universal || is_universal(after) {
        return Zone::Universal;
    }
    let of = |text: &str| {
        let words = || text.split([' ', ',', ')', '(']).filter(|w| !w.is_empty());
        let ends = |w: &str| w.trim_end_matches(['.', ';', ':', '"', '”']).to_owned();
        let mut before = words();
        // A name of two words at most: "Hong Kong time".
        let at = words().take(3).position(|w| ends(w) == "time").filter(|&k| k > 0);
        let name = match at {
            Some(k) => before.nth(k - 1).filter(|n| !NO_ZONE.contains(n)),
            None => before.next().filter(|n| ZONES.contains(&ends(n).as_str()) || time::is_zone(&ends(n))),
        }?;
        let named = name.starts_with(char::is_uppercase) || name == "our";
        named.then(|| crate::hashed::hash(&ends(name)))
    };
    // Within the expression itself, behind the hour: "9.40pm London time".
    let inside = told.match_indices(' ').find_map(|(k, _)| {
        let rest = &told[k + 1..];
        rest.starts_with(char::is_uppercase).then(|| of(rest)).flatten()
    });
    inside.or_else(|| of(after)).map_or(Zone::Unsaid, Zone::Named)
}

/// The hour of an expression that states a day as well: "|five| on Thursday morning", "today at |8.00 a.m.|".
pub(super) fn hour_of(words: &str) -> Option<Range<usize>> {
    let behind = |mark: &str| words.find(mark).map(|at| at + mark.len()..words.len());
    let ahead = |mark: &str| words.find(mark).map(|at| 0..at);
    behind(" at ").or_else(|| ahead(" on ")).or_else(|| ahead(" this ")).or_else(|| ahead(" today")).or_else(|| {
        let clock = |r: &Range<usize>| words[r.clone()].contains([':', '.']);
        behind(", ").filter(clock).or_else(|| ahead(" yesterday"))
    })
}

/// The stretch of its day, in minutes, that a vague word for the time of day leaves: "before dawn on
/// |Thursday", "in the small hours of |Sunday", "late on |Saturday".
pub(super) fn phase(facts: &Facts, time: &TimeMention) -> Option<(i32, i32)> {
    let text = facts.article.text.as_str();
    let from = text.floor_char_boundary((time.span.start as usize).saturating_sub(20));
    let words = text[from..time.span.end as usize].to_ascii_lowercase();
    let told = &words[time.span.start as usize - from..];
    let has = |list: &[&str]| list.iter().any(|w| words.contains(w));
    if time.value.contains(':') {
        return None;
    }
    if has(&["small hours", "early hours", "overnight", "before dawn", "before daybreak", "before sunrise"]) {
        return Some((0, 6 * 60));
    }
    let late = told.starts_with("late ") || words.contains("late on ");
    late.then_some((18 * 60, DAY))
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
        assert_eq!(!matches!(x.relation(y, None), Relation::Apart(_)), same, "{a} | {b}");
        assert_eq!(!matches!(y.relation(x, None), Relation::Apart(_)), same, "{b} | {a}");
    }

    #[test]
    fn the_same_time_of_day() {
        check("It fell at 7:46 a.m. on Monday.", "It fell at a quarter to eight on Monday.", true);
        check("It hit at 3:41 a.m. on Monday.", "It hit at 08:41 UTC on Monday.", true);
        check("It began shortly after 2 p.m. on Monday.", "It was a quarter past two on Monday.", true);
        check("It fell at 3.35 p.m. on Monday.", "It fell at about twenty to four on Monday.", true);
        check("It broke at 2.35 on Monday morning.", "The wall failed at 18:35 GMT.", true);
        check("It broke at 04:55.", "He was there at five on Monday morning.", true);
        check("The gate was shut. It was 6.50.", "It happened at 18.50 hrs.", true);
        check("They left at 5.20 on Monday morning.", "They left at 05:18.", true);
    }

    #[test]
    fn other_times_of_day() {
        check("It fell at 7:50 a.m. on Monday.", "It fell at 8:20 a.m. on Monday.", false);
        check("It sank at around 10:40 p.m. on Sunday.", "A call came at 22:52 on Sunday.", false);
        check("It began shortly before 2 p.m. on Monday.", "It began at 2:15 p.m. on Monday.", false);
        check("The gate was shut at 06.50 hrs.", "It happened at 18.50 hrs.", false);
        check("It was shut just before half past two on Monday.", "He came in at ten past two on Monday.", false);
        check("She cleared it at 6:46 a.m. on Monday.", "It hit at 06:48.", false);
        check("It ended at noon on Monday.", "It began at midnight on Monday.", false);
        check("It broke at 2.35 on Monday morning.", "It was cleared at 18:50 GMT.", false);
        check("It broke at 2 a.m. on Monday.", "He spoke at 18:30 GMT.", false);
    }

    #[test]
    fn zones_that_are_known() {
        let clock = |text: &str| {
            let facts = read(text);
            facts.times.iter().find_map(|t| Clock::new(&facts, t, text.len() as u32))
        };
        let (Some(local), Some(universal)) = (clock("It fell at 2:20 a.m."), clock("It fell at 20:35 GMT.")) else {
            panic!("no time of day")
        };
        assert_eq!(local.ahead_of(universal), Some(345));
        assert_eq!(local.relation(universal, Some(345)), Relation::Elsewhere);
        assert!(matches!(local.relation(universal, Some(480)), Relation::Apart(_)));
    }

    #[test]
    fn clocks_of_two_places() {
        let relation = |a: &str, b: &str| {
            let clock = |text: &str| {
                let facts = read(text);
                facts.times.iter().find_map(|t| Clock::new(&facts, t, text.len() as u32))
            };
            clock(a).zip(clock(b)).map(|(x, y)| x.relation(y, None))
        };
        for (a, b) in [
            ("It fell at 9.40pm London time.", "It fell at 11.40 p.m. on Monday."),
            ("It fell at 15:22 Oslo time.", "It fell at 9:22 a.m. Eastern on Monday."),
            ("It fell at ten past one in the afternoon, Hong Kong time.", "It fell at 06:10."),
            ("It fell at noon Eastern time on Monday.", "It fell at 6 p.m. on Monday."),
            ("It fell at 20:40 our time.", "It fell at 19:40 GMT."),
            ("It fell at 10 a.m. CET.", "It fell at 9 a.m. GMT."),
        ] {
            assert_eq!(relation(a, b), Some(Relation::Elsewhere), "{a} | {b}");
            assert_eq!(relation(b, a), Some(Relation::Elsewhere), "{b} | {a}");
        }
        for (a, b) in [
            ("It fell at 9.40pm local time.", "It fell at 11.40 p.m. on Monday."),
            ("It fell at 9.40pm, the first time.", "It fell at 11.40 p.m. on Monday."),
            ("It fell at 9.40pm London time.", "It fell at 11.10 p.m. on Monday."),
            ("It fell at 9.40pm Oslo time.", "It fell at 11.40 p.m. Oslo time."),
        ] {
            assert!(matches!(relation(a, b), Some(Relation::Apart(_))), "{a} | {b}");
        }
    }

    #[test]
    fn hours_beside_days() {
        for (words, hour) in [
            ("five on Thursday morning", "five"),
            ("today at 8.00 a.m.", "8.00 a.m."),
            ("9 June 2019, 2.00 p.m.", "2.00 p.m."),
            ("02.35 today", "02.35"),
        ] {
            assert_eq!(hour_of(words).map(|r| &words[r]), Some(hour));
        }
        assert_eq!(hour_of("Thursday, 6 June"), None);
    }

    #[test]
    fn vague_parts_of_a_day() {
        let check = |text: &str, expected: Option<(i32, i32)>| {
            let facts = read(text);
            assert_eq!(facts.times.iter().find_map(|t| phase(&facts, t)), expected, "{text}");
        };
        check("It gave way before dawn on Monday.", Some((0, 360)));
        check("It gave way in the small hours of Monday.", Some((0, 360)));
        check("It gave way late on Monday.", Some((1080, 1440)));
        check("It gave way on Monday afternoon.", None);
        check("It gave way early on Monday.", None);
        check("It gave way before 2:35 a.m. on Monday.", None);
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
