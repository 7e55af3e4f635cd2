//! Says in one plain sentence how an expression was read.
//!
//! ```text
//! mid-February → February 2024, middle; year inferred from publication on 28 March 2024
//! ```

use super::moment::{civil, from_date};
use super::{Days, Inferred, Modifier, TimeMention};
use jiff::civil::Date;
use std::fmt::Write;

/// English names of the months.
pub(crate) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// How `mention`, whose words are `text`, was read in an article published on a day.
///
/// ```
/// use dateline::{import::{Article, Record}, text::Document, time};
/// let text = "It rained in mid-February.".to_owned();
/// let published = Some("2024-03-28".to_owned());
/// let article = Article::new(Record { id: "a".into(), text, published, ..Record::default() });
/// let (times, _) = time::find(&Document::new(&article));
/// assert_eq!(
///     time::reason(&times[0], times[0].span.of(&article.text), article.published_date()),
///     "mid-February → February 2024, middle; year inferred from publication on 28 March 2024"
/// );
/// ```
#[must_use]
pub fn reason(mention: &TimeMention, text: &str, published: Option<Date>) -> String {
    let mut out = String::with_capacity(96);
    // Writing to a String cannot fail.
    write(&mut out, mention, text, published).ok();
    out
}

/// A stretch of days in words: "22 March 2024", "March 2024".
#[must_use]
pub fn written(days: Days) -> String {
    let mut out = String::new();
    // Writing to a String cannot fail.
    stretch(&mut out, days).ok();
    out
}

fn write(out: &mut String, mention: &TimeMention, text: &str, published: Option<Date>) -> std::fmt::Result {
    for (i, word) in text.split_whitespace().enumerate() {
        write!(out, "{}{word}", if i > 0 { " " } else { "" })?;
    }
    out.push_str(" → ");
    let by_hand = mention.rule == super::HAND;
    match mention.days {
        Some(days) => stretch(out, days)?,
        None if by_hand => out.push_str("no date"),
        None => bare(out, &mention.value)?,
    }
    if let Some((_, clock)) = mention.value.split_once('T').filter(|_| mention.days.is_some()) {
        out.push_str(", ");
        out.push_str(part(clock));
    }
    if let Some(modifier) = mention.modifier {
        out.push_str(", ");
        out.push_str(match modifier {
            Modifier::Start => "early",
            Modifier::Mid => "middle",
            Modifier::End => "late",
            Modifier::Approx => "about",
            Modifier::LessThan => "less than that",
            Modifier::MoreThan => "more than that",
            Modifier::EqualOrLess => "at most",
            Modifier::EqualOrMore => "at least",
            Modifier::Before => "before",
            Modifier::After => "after",
        });
    }
    if by_hand {
        out.push_str("; set by hand");
    }
    let mut sign = "; ";
    for inferred in &mention.inferred {
        let word = match inferred {
            Inferred::Year => "year",
            Inferred::Month => "month",
            Inferred::Weekday => "week",
            Inferred::Century => "century",
            Inferred::Anchor | Inferred::Context => continue,
        };
        write!(out, "{sign}{word}")?;
        sign = " and ";
    }
    if sign == " and " {
        out.push_str(" inferred from ");
        return match published {
            Some(day) => {
                out.push_str("publication on ");
                write_day(out, day)
            }
            None => {
                out.push_str("the nearest full date in the article");
                Ok(())
            }
        };
    }
    match mention.anchor {
        Some(anchor) if Some(anchor) == published => out.push_str("; counted from publication on "),
        Some(_) => out.push_str("; counted from the date before it, "),
        None if mention.days.is_none() && published.is_none() && mention.value.starts_with("XX") => {
            out.push_str("; the article has no publication date to count from");
        }
        None => {}
    }
    mention.anchor.map_or(Ok(()), |anchor| write_day(out, anchor))
}

fn write_day(out: &mut String, day: Date) -> std::fmt::Result {
    write!(out, "{} {} {}", day.day(), month(day), day.year())
}

fn month(day: Date) -> &'static str {
    MONTHS[usize::from(day.month().unsigned_abs()).saturating_sub(1).min(11)]
}

/// A day, a month, a year, or from one day to another.
fn stretch(out: &mut String, Days { from, to }: Days) -> std::fmt::Result {
    let (_, _, after) = civil(from_date(to) + 1);
    let whole_months = from.day() == 1 && after == 1;
    if from == to {
        return write_day(out, from);
    }
    if whole_months && from.year() == to.year() {
        if from.month() == to.month() {
            return write!(out, "{} {}", month(from), from.year());
        }
        if from.month() == 1 && to.month() == 12 {
            return write!(out, "{}", from.year());
        }
        return write!(out, "{} to {} {}", month(from), month(to), to.year());
    }
    if whole_months && from.month() == 1 && to.month() == 12 {
        return write!(out, "{} to {}", from.year(), to.year());
    }
    write_day(out, from)?;
    out.push_str(" to ");
    write_day(out, to)
}

/// What has no days: lengths, sets, references, and what could not be resolved.
fn bare(out: &mut String, value: &str) -> std::fmt::Result {
    match value {
        "PAST_REF" => out.push_str("some time in the past"),
        "PRESENT_REF" => out.push_str("the present"),
        "FUTURE_REF" => out.push_str("some time in the future"),
        _ if value.starts_with('P') => write!(out, "a length or rate of time ({value})")?,
        _ => write!(out, "not resolved to a day ({value})")?,
    }
    Ok(())
}

/// A part of day or a clock time.
fn part(clock: &str) -> &str {
    match clock {
        "MO" => "morning",
        "MI" => "midday",
        "AF" => "afternoon",
        "EV" => "evening",
        "NI" => "night",
        "DT" => "daytime",
        "24:00" => "midnight",
        clock => clock,
    }
}

#[cfg(test)]
mod tests {
    use super::reason;
    use crate::import::{Article, Record};
    use crate::text::Document;
    use crate::time;

    #[track_caller]
    fn check(text: &str, published: Option<&str>, expected: &str) {
        let published = published.map(Into::into);
        let article = Article::new(Record { id: "a".into(), text: text.into(), published, ..Record::default() });
        let (times, _) = time::find(&Document::new(&article));
        let reasons: Vec<String> = times.iter().map(|t| reason(t, t.span.of(text), article.published_date())).collect();
        assert_eq!(reasons.join("\n"), expected);
    }

    #[test]
    fn reasons() {
        let day = Some("2024-03-28");
        check("It fell on Friday.", day, "Friday → 22 March 2024; week inferred from publication on 28 March 2024");
        check(
            "It fell two weeks ago.",
            day,
            "two weeks ago → 11 March 2024 to 17 March 2024; counted from publication on 28 March 2024",
        );
        check("It fell in late 2003.", day, "late 2003 → 2003, late");
        check("Profit in the third quarter of 1989 fell.", day, "the third quarter of 1989 → July to September 1989");
        check("It rained for two days.", day, "two days → a length or rate of time (P2D)");
        check(
            "It fell yesterday.",
            None,
            "yesterday → not resolved to a day (XXXX-XX-XX); the article has no publication date to count from",
        );
        check(
            "It fell on 3 May 2004 and again on 7 June.",
            None,
            "3 May 2004 → 3 May 2004\n7 June → 7 June 2004; year inferred from the nearest full date in the article",
        );
    }
}
