//! The date of an event, from the time that dates it.

use super::When;
use super::anchor::Dated;
use crate::day;
use crate::order::Arrange;
use crate::span::Span;
use crate::time::{Days, Inferred, TimeKind, TimeMention};
use jiff::civil::Date;

/// A week or year that nobody stated is the last one for what has happened, and the next one for
/// what is to come.
fn on_right_side(days: Days, time: &TimeMention, happened: Option<bool>, published: Option<Date>) -> Days {
    let (Some(happened), Some(published)) = (happened, published) else { return days };
    let step: i16 = match happened {
        true if days.from > published => -1,
        false if days.to < published => 1,
        _ => return days,
    };
    if time.inferred.contains(&Inferred::Weekday) {
        let move_week = |d: Date| day::date(day::number(d) + 7 * i32::from(step));
        return Days { from: move_week(days.from), to: move_week(days.to) };
    }
    // 29 February has no like in the next year, and stays.
    let move_year = |d: Date| Date::new(d.year().saturating_add(step), d.month(), d.day()).ok();
    match (move_year(days.from), move_year(days.to)) {
        (Some(from), Some(to)) if time.inferred.contains(&Inferred::Year) => Days { from, to },
        _ => days,
    }
}

/// TIMEX3 value of a day, a month or a year that has been moved.
fn day_value(days: Days) -> String {
    let day = days.from.to_string();
    match day::number(days.to) - day::number(days.from) {
        0 => day,
        27..=30 => day[..7].to_owned(),
        364..=365 => day[..4].to_owned(),
        _ => format!("{day}/{}", days.to),
    }
}

/// Fills in an event's date.
pub(crate) fn when(
    dated: &Dated,
    times: &[TimeMention],
    clock: Option<(u8, u8)>,
    happened: Option<bool>,
    published: Option<Date>,
) -> When {
    let time = &times[dated.time];
    let mut inferred = time.inferred.clone();
    if dated.borrowed {
        inferred.push(Inferred::Context);
    }
    inferred.arrange();
    inferred.dedup();
    let shifted = |d: Date| day::date(day::number(d) + dated.shift);
    let days = time.days.map(|d| Days { from: shifted(d.from), to: shifted(d.to) });
    let right = days.map(|d| on_right_side(d, time, happened, published));
    let moved = right != days || dated.shift != 0;
    let days = right;
    let value = match days {
        Some(d) if moved => day_value(d),
        _ => time.value.split('T').next().unwrap_or_default().to_owned(),
    };
    // "3.14am local time (22:14 GMT on Monday)": the hour that goes with the day.
    let stated = clock_of(&time.value);
    When {
        days,
        value: Some(value),
        modifier: time.modifier,
        clock: if dated.borrowed { clock.or(stated) } else { stated.or(clock) },
        inferred,
        basis: dated.basis.clone(),
        not_before: None,
        not_after: None,
        time: Some(time.span),
    }
}

/// Times before one that may be what it counts from.
const NEAR: usize = 100;

/// Whether a time cannot be that of what is told as past: "A day later, the army entered", with no day before
/// it, is not the day after the publication, nor "the same day" that of it, and "forecast growth for 2025" of a year to come dates no
/// forecast.
pub(crate) fn is_unfounded(dated: &Dated, times: &[TimeMention], days: Option<Days>, published: Option<Date>) -> bool {
    let (Some(days), Some(published)) = (days, published) else { return false };
    let time = &times[dated.time];
    let reckoned = dated.shift == 0 && time.inferred.contains(&Inferred::Anchor);
    let told =
        || times[..dated.time].iter().rev().take(NEAR).any(|t| t.days == Some(Days { from: published, to: published }));
    let counted = reckoned && matches!(&*time.rule, "later" | "same") && time.anchor == Some(published) && !told();
    counted || day::number(days.from) - day::number(published) > i32::from(!reckoned)
}

/// "was suspended the following day": whether a clause counts from a day that is not known.
pub(crate) fn is_unresolved(times: &[TimeMention], clause: Span) -> bool {
    let from = times.partition_point(|t| t.span.end <= clause.start);
    let mut here = times[from..].iter().take_while(|t| t.span.start < clause.end);
    here.any(|t| t.days.is_none() && matches!(&*t.rule, "ago" | "later" | "last-next"))
}

/// Whether a time states an hour and no day: "at 22:52", "by the afternoon".
pub(crate) fn is_bare_clock(time: &TimeMention) -> bool {
    time.kind == TimeKind::Time && time.inferred == [Inferred::Anchor] && matches!(&*time.rule, "clock" | "part-of-day")
}

/// "2024-03-07T10:30", "T10:30" → ten thirty.
pub(crate) fn clock_of(value: &str) -> Option<(u8, u8)> {
    let (_, clock) = value.split_once('T')?;
    let (hour, rest) = clock.split_once(':')?;
    Some((hour.parse().ok()?, rest.get(..2)?.parse().ok()?))
}
