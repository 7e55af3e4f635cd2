//! Statements with a day or a time of day: what the rows about dates are found from.
//!
//! The day of publication that opens a report dates no statement. Where an article looks back, a
//! day without a year is of the time that the other articles are of.

use super::clocks::Clock;
use crate::claim::Statement;
use crate::facts::Facts;
use crate::order::Arrange;
use crate::story::compare::Said;
use crate::story::compare::index::At;
use crate::time::{Days, Inferred, TimeKind, TimeMention};

/// No dateline ends further from the beginning of its text, in bytes.
const DATELINE: u32 = 140;
/// Days between the publications of a story and what is said of it, at most.
const OF_THE_STORY: i32 = 100;
/// Days from publication within which a day is of late.
const OF_LATE: i32 = 45;

/// A dated statement.
#[derive(Clone, Copy)]
pub(super) struct Dated<'s> {
    pub at: At,
    pub statement: u32,
    pub time: &'s TimeMention,
    pub days: Days,
    pub clock: Option<Clock>,
    /// Whether it states a time of day and no day: that of its article is only lent to it.
    pub bare: bool,
}

impl Dated<'_> {
    /// First and last day, as numbers.
    pub(super) fn reach(&self) -> (i32, i32) {
        (crate::day::number(self.days.from), crate::day::number(self.days.to))
    }

    /// How many days.
    pub(super) fn length(&self) -> i32 {
        self.reach().1 - self.reach().0 + 1
    }
}

/// The claim of a dated statement.
pub(super) fn said(articles: &[Facts], d: &Dated) -> Said {
    let span = statement(articles, d).span;
    let mut value = d.time.value.clone();
    // Where the story told the year or day, its.
    if d.time.days != Some(d.days) && d.length() == 1 && !d.bare {
        let hour = value.split_once('T').map(|v| v.1.to_owned());
        value = d.days.from.to_string();
        if let Some(hour) = hour {
            value.push('T');
            value.push_str(&hour);
        }
    }
    Said { article: d.at.article, span, mark: d.time.span, value }
}

/// The claims of two.
pub(super) fn both(articles: &[Facts], x: &Dated, y: &Dated) -> Vec<Said> {
    vec![said(articles, x), said(articles, y)]
}

/// Whether a day is only that on which somebody said it: "caused by accident, prosecutors said on |Tuesday|". Writing is
/// a deed of its day, and what is told of a day may be said behind it, unlike for [`super::exclusive::is_of_saying`].
pub(super) fn is_said(articles: &[Facts], d: &Dated) -> bool {
    let before = articles[d.at.article as usize].article.text[..d.time.span.start as usize].trim_end();
    // "on Tuesday (Apr 16)"
    let bracket = before.strip_suffix('(').map(str::trim_end);
    let before = bracket.and_then(|b| b.rsplit_once(' ')).map_or(before, |b| b.0);
    let before = before.strip_suffix("on").unwrap_or(before).trim_end();
    d.length() == 1 && [" said", " says", " told reporters"].iter().any(|w| before.ends_with(w))
}

/// The statement that states a time.
pub(super) fn statement<'s>(articles: &'s [Facts], d: &Dated) -> &'s Statement {
    &articles[d.at.article as usize].claims.statements[d.statement as usize]
}

/// The time that a story is of.
struct Frame {
    /// First and median publication.
    first: i32,
    told: i32,
    /// The days that articles of that time give, sorted.
    known: Vec<Days>,
}

/// All dated statements, in order of the sentences.
pub(super) fn collect(articles: &[Facts]) -> Vec<Dated<'_>> {
    let mut days: Vec<i32> =
        articles.iter().filter_map(|f| f.article.published_date()).map(crate::day::number).collect();
    days.arrange();
    let frame = days.first().map(|&first| {
        let told = days[(days.len() - 1) / 2];
        let news = |f: &&Facts| f.article.published_date().is_none_or(|p| !looks_back(crate::day::number(p), told));
        let mut known: Vec<Days> =
            articles.iter().filter(news).flat_map(|f| f.times.iter().filter_map(|t| t.days)).collect();
        known.arrange();
        Frame { first, told, known }
    });
    articles.iter().enumerate().flat_map(|(a, f)| of_article(a as u32, f, frame.as_ref())).collect()
}

/// Whether an article comes long after most of the others.
fn looks_back(published: i32, told: i32) -> bool {
    published - told >= OF_THE_STORY
}

fn of_article<'s>(article: u32, facts: &'s Facts, frame: Option<&Frame>) -> Vec<Dated<'s>> {
    let mut found = Vec::new();
    let mut before = 0;
    for time in facts.times.iter().filter(|t| matches!(t.kind, TimeKind::Date | TimeKind::Time)) {
        // "the last quarter of |2023|" is one time.
        let part = facts.article.text.get(before..time.span.start as usize) == Some(" of ");
        // But the night of "the night of 11 to 12 July" is no time of its own.
        let night = part && facts.article.text[..before].ends_with("night");
        if night && found.last().is_some_and(|d: &Dated| d.time.span.end as usize == before) {
            found.pop();
        }
        let part = part && !night;
        before = time.span.end as usize;
        // "that night" is the night of something else: of the day that its sentence told before, or
        // whose day it is was guessed.
        let points = ["that ", "That "].iter().any(|w| time.span.of(&facts.article.text).starts_with(w));
        if part {
            continue;
        }
        let all = &facts.claims.statements;
        let i = all.partition_point(|s| s.span.end <= time.span.start);
        let Some(statement) = all.get(i).filter(|s| s.span.contains(time.span) && s.commentary < 2) else { continue };
        if is_of_attribution(facts, statement, time) {
            continue;
        }
        let clock = Clock::new(facts, time, facts.sentences[statement.sentence as usize].end);
        let told = frame.map(|f| f.told);
        let earlier = found.last().filter(|d: &&Dated| d.at.sentence == statement.sentence && d.length() == 1);
        let stated = match earlier {
            Some(d) if points => Some(d.days),
            _ if points => continue,
            _ if moved_to(facts, statement, time).is_some() => time.days.map(|d| ahead(facts, d, time)),
            _ => of_its_event(facts, time)
                .or_else(|| of_the_year(&time.value, told?))
                .map(|d| of_its_time(d, time, facts, frame)),
        };
        // An undated article may still say at what time of day.
        let lent = || told.map(crate::day::date).filter(|_| clock.is_some()).map(|d| Days { from: d, to: d });
        let Some(days) = stated.or_else(lent) else { continue };
        if is_dateline(facts, time) {
            continue;
        }
        let bare = stated.is_none() || crate::event::is_bare_clock(time);
        let at = At { article, sentence: statement.sentence };
        found.push(Dated { at, statement: i as u32, time, days, clock, bare });
    }
    found
}

/// Whether it is the day on which what the clause tells was said: "a ferry sank, the minister said |Monday".
fn is_of_attribution(facts: &Facts, statement: &Statement, time: &TimeMention) -> bool {
    let text = facts.article.text.as_str();
    let Some(before) = text.get(statement.span.start as usize..time.span.start as usize) else { return false };
    let Some((told, by)) = before.rsplit_once(',') else { return false };
    let mut words = by.split_whitespace().rev().filter(|w| !matches!(*w, "on" | "late" | "early" | "the"));
    let says = words.next().is_some_and(|w| matches!(w, "said" | "says" | "reported" | "announced" | "added"));
    // Nothing but who said it, and when.
    let ends = text[time.span.end as usize..].starts_with(['.', '\n']) || time.span.end as usize == text.len();
    says && ends && told.contains(' ') && by.split_whitespace().count() < 12
}

/// A day without a year that a plan is moved to, which lies ahead of what tells of it.
fn ahead(facts: &Facts, days: Days, time: &TimeMention) -> Days {
    let next = |d: jiff::civil::Date| jiff::civil::Date::new(d.year() + 1, d.month(), d.day()).ok();
    let past = facts.article.published_date().is_some_and(|p| days.to < p);
    let moved = || Some(Days { from: next(days.from)?, to: next(days.to)? });
    let unsaid = past && time.inferred.contains(&Inferred::Year);
    if unsaid { moved().unwrap_or(days) } else { days }
}

/// Verbs that move a plan to another day.
const SHIFTS: [&str; 14] = [
    "moved back",
    "moved forward",
    "put back",
    "pushed back",
    "pushed forward",
    "brought forward",
    "put off",
    "postponed",
    "delayed",
    "deferred",
    "rescheduled",
    "set back",
    "moved",
    "extended",
];

/// Where the verb begins that moves something to a given day, in its article: "was |put back to| May".
pub(super) fn moved_to(facts: &Facts, statement: &Statement, time: &TimeMention) -> Option<u32> {
    let text = facts.article.text.as_str();
    let before = text.get(statement.span.start as usize..time.span.start as usize)?;
    let verb = [" to ", " until ", " till ", " to the ", " until the "].iter().find_map(|w| before.strip_suffix(w))?;
    let found = SHIFTS.iter().find(|s| verb.ends_with(**s))?;
    Some(statement.span.start + (verb.len() - found.len()) as u32)
}

/// The days of a time; of a year that nobody stated, those of the event that it dates: what is told
/// as past is not to come.
fn of_its_event(facts: &Facts, time: &TimeMention) -> Option<Days> {
    let days = time.days?;
    if !time.inferred.contains(&Inferred::Year) {
        return Some(days);
    }
    let from = facts.events.partition_point(|e| e.sentence.end <= time.span.start);
    let mut here = facts.events[from..].iter().take_while(|e| e.sentence.start < time.span.end);
    let dated = here.find(|e| e.when.time == Some(time.span)).and_then(|e| e.when.days);
    let apart = |d: &Days| (crate::day::number(d.from) - crate::day::number(days.from)).abs();
    Some(dated.filter(|d| matches!(apart(d), 365 | 366)).unwrap_or(days))
}

/// The day of a date without a year, as in an undated article, in the year of a given day.
fn of_the_year(value: &str, told: i32) -> Option<Days> {
    let day = value.strip_prefix("XXXX-")?.split('T').next().filter(|d| d.len() == 5)?;
    let mut text = crate::day::date(told).year().to_string();
    text.push('-');
    text.push_str(day);
    let day = crate::day::parse(&text)?;
    Some(Days { from: day, to: day })
}

/// The days of a time: in the year of the story where its article looks back and states none; the
/// second day of "the night of 12 to 13 July".
/// A day of late is taken for one of the story's only where the other articles give it.
fn of_its_time(days: Days, time: &TimeMention, facts: &Facts, frame: Option<&Frame>) -> Days {
    let (from, to) = (crate::day::number(days.from), crate::day::number(days.to));
    let before = &facts.article.text[..time.span.start as usize];
    if to == from + 1 && (before.ends_with("night of ") || before.ends_with("night from ")) {
        return Days { from: days.to, to: days.to };
    }
    let Some(&Frame { first, told, ref known }) = frame else { return days };
    let near = |day: i32| (day - told).abs() <= OF_THE_STORY;
    let unsaid = time.inferred.contains(&Inferred::Year) && !near(from) && to - from <= 31;
    let moved = |years: i16| {
        let of = |d: jiff::civil::Date| jiff::civil::Date::new(d.year() + years, d.month(), d.day()).ok();
        let days = Days { from: of(days.from)?, to: of(days.to)? };
        near(crate::day::number(days.from)).then_some(days)
    };
    let Some(published) = facts.article.published_date().map(crate::day::number) else {
        // An undated article that itself gives a day of the story means other days of its time as well.
        let own = |t: &TimeMention| {
            let day = t.days.filter(|d| d.from == d.to && !t.inferred.contains(&Inferred::Year));
            day.is_some_and(|d| near(crate::day::number(d.from)))
        };
        let found = [1, -1].into_iter().find_map(moved).filter(|_| unsaid && facts.times.iter().any(own));
        return found.unwrap_or(days);
    };
    // "on the Friday evening" weeks later: the Friday on which the story began.
    let lent = time.anchor.map(crate::day::number) == Some(published) && time.inferred == [Inferred::Weekday];
    if lent && to == from && from - first >= 7 && is_the(before, time.span.of(&facts.article.text)) {
        let day = crate::day::date(first - (first - from).rem_euclid(7));
        return Days { from: day, to: day };
    }
    // What is still to come is of no time past.
    if !looks_back(published, told) || !unsaid || from > published {
        return days;
    }
    let lately = (published - from).abs() <= OF_LATE;
    let of_story = |years: i16| moved(-years).filter(|d| !lately || known.binary_search(d).is_ok());
    (1..4).find_map(of_story).unwrap_or(days)
}

/// Whether an article stands before a day of the week: "on the Friday evening", "at nine on the Friday".
fn is_the(before: &str, time: &str) -> bool {
    let named = time.starts_with(char::is_uppercase) && before.ends_with(" the ");
    named || time.split_once(" the ").is_some_and(|(_, day)| day.starts_with(char::is_uppercase))
}

/// Whether a time is the day of publication that opens a report: "LIMA, 16 May (CPA) — A ferry sank".
fn is_dateline(facts: &Facts, time: &TimeMention) -> bool {
    let text = facts.article.text.as_str();
    let (start, end) = (time.span.start as usize, time.span.end as usize);
    let published = facts.article.published_date();
    let of_publication = published.is_none() || time.days.map(|d| d.from) == published;
    if time.span.end > DATELINE || !of_publication {
        return false;
    }
    let line = text[..start].rsplit('\n').next().unwrap_or_default();
    let mut words = line.split([' ', ',', '.']).filter(|w| w.starts_with(char::is_alphabetic));
    let behind = text[end..].trim_start_matches(' ');
    words.all(|w| w.starts_with(char::is_uppercase) && !matches!(w, "On" | "In" | "At" | "By" | "Since"))
        && (behind.is_empty() || behind.starts_with(['(', '\u{2014}', '\u{2013}', '-', '.', ':', '\n']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{self, Reader};
    use crate::import::{Article, Record};

    /// The days that the statements of the last of some articles give, each with its publication.
    #[track_caller]
    fn check(texts: &[(&str, &str)], expected: &str) {
        let read = |(i, (published, text)): (usize, &(&str, &str))| {
            let published = Some((*published).to_owned());
            facts::read(
                Article::new(Record { id: i.to_string(), text: (*text).into(), published, ..Record::default() }),
                &Reader::default(),
            )
        };
        let articles: Vec<Facts> = texts.iter().enumerate().map(read).collect();
        let last = texts.len() as u32 - 1;
        let days: Vec<String> =
            collect(&articles).iter().filter(|d| d.at.article == last).map(|d| d.days.to.to_string()).collect();
        assert_eq!(days.join(" "), expected, "{texts:?}");
    }

    #[test]
    fn datelines_date_nothing() {
        check(&[("2022-05-16", "LIMA, May 16 (CPA) - A ferry sank on Sunday.")], "2022-05-15");
        check(&[("2022-05-16", "Lima, 16 May 2022. The firm lost a ferry yesterday.")], "2022-05-15");
        check(&[("2022-05-16", "A ferry sank on May 16 (in a storm) off Lima.")], "2022-05-16");
        check(&[("2022-05-17", "On 16 May - in a storm - a ferry sank.")], "2022-05-16");
    }

    #[test]
    fn years_of_a_look_back() {
        let news = ("2022-05-16", "A ferry sank on Sunday.");
        let more = ("2022-05-18", "Divers found the ferry on Tuesday.");
        check(&[news, more, ("2023-04-02", "The ferry had left port on 15 May.")], "2022-05-15");
        check(&[news, more, ("2023-05-15", "The ferry had left port on 15 May.")], "2022-05-15");
        check(&[news, more, ("2023-06-20", "The inquiry heard its last witness on 13 June.")], "2023-06-13");
        check(&[news, more, ("2023-04-02", "The ferry was built on 15 May 1990.")], "1990-05-15");
    }

    #[test]
    fn days_of_the_week_on_which_a_story_began() {
        let news = ("2022-05-16", "A ferry sank on Sunday.");
        check(&[news, ("2022-05-28", "They had sailed on the Saturday evening.")], "2022-05-14");
        check(&[news, ("2022-05-28", "It left at nine on the Saturday.")], "2022-05-14");
        check(&[news, ("2022-05-28", "They sailed again on Friday evening.")], "2022-05-27");
        check(&[news, ("2022-05-18", "They sailed on the Tuesday ferry.")], "2022-05-17");
    }

    #[test]
    fn one_time_in_two_parts() {
        check(&[("2022-02-18", "It was booked in the last quarter of 2021.")], "2021-12-31");
    }

    #[test]
    fn the_second_day_of_a_night() {
        check(&[("2022-05-18", "It burst on the night of 15 to 16 May.")], "2022-05-16");
    }
}
