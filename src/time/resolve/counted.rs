//! What is counted from a day, and what was spoken of before.

use super::{Reading, Resolver};
use crate::time::Inferred;
use crate::time::found::{Base, Found, Length, Side};
use crate::time::moment::{Day, Grain, Moment, Unit, civil};

/// The day that lies so many units from another: in months and years, the same day of the month.
pub(in crate::time) fn exactly(day: Day, n: i32, unit: Unit) -> Moment {
    let (year, month, date) = civil(day);
    let months = match unit {
        Unit::Month => n,
        Unit::Quarter | Unit::Season => n.saturating_mul(3),
        Unit::Year => n.saturating_mul(12),
        Unit::Decade => n.saturating_mul(120),
        Unit::Week | Unit::Weekend => return Moment::day(day.saturating_add(n.saturating_mul(7))),
        Unit::Fortnight => return Moment::day(day.saturating_add(n.saturating_mul(14))),
        Unit::Day | Unit::Night => return Moment::day(day.saturating_add(n)),
        // Hours are known to be whole days only.
        Unit::Hour => return Moment::day(day.saturating_add(n / 24)),
        Unit::Minute => return Moment::day(day.saturating_add(n / 1440)),
        Unit::Second => return Moment::day(day.saturating_add(n / 86_400)),
        _ => return Moment::shifted(day, n, unit),
    };
    let month = Moment::months(year, (month - 1).saturating_add(months), 1, Grain::Month);
    Moment::day((month.first + date - 1).min(month.last))
}

impl Resolver<'_, '_> {
    pub(super) fn shift(&self, n: i32, unit: Unit, base: Base, one: &Found) -> Reading {
        // In a note "in two weeks" is a day; "next week" is a week everywhere.
        if self.t.brief()
            && !unit.is_clock()
            && matches!(one.rule, "ago" | "later")
            && (base != Base::Spoken || self.spoken.last.is_none())
            && let Some(published) = self.published
        {
            return Reading::of(exactly(published, n, unit)).inferring(Inferred::Anchor).from(published);
        }
        match base {
            Base::Published => self.since_published(n, unit),
            Base::Ago => {
                // "a year ago" beside a quarter is the quarter it is compared with.
                if unit == Unit::Year
                    && let Some((quarter, _)) = self.spoken.quarter.filter(|(_, s)| self.sentence - *s <= 1)
                {
                    return self.years_from(quarter, n);
                }
                self.since_published(n, unit)
            }
            Base::Compared => {
                let quarter = self.spoken.quarter.filter(|(_, s)| self.sentence.saturating_sub(*s) <= 12);
                match (quarter, self.published) {
                    (Some((quarter, _)), _) => self.years_from(quarter, -1),
                    (None, Some(p)) if unit == Unit::Quarter => {
                        self.years_from(Moment::shifted(p, -1, Unit::Quarter), -1)
                    }
                    _ => self.since_spoken(n, unit),
                }
            }
            Base::Spoken => self.since_spoken(n, unit),
        }
    }

    pub(super) fn since_published(&self, n: i32, unit: Unit) -> Reading {
        let Some(published) = self.published else { return Reading::default() };
        if unit.is_clock() {
            return self.by_the_clock(n, unit, published, self.minute);
        }
        Reading::of(Moment::shifted(published, n, unit)).inferring(Inferred::Anchor).from(published)
    }

    /// So many hours or minutes from a day, whose own clock time may be unknown.
    fn by_the_clock(&self, n: i32, unit: Unit, day: Day, minute: Option<u16>) -> Reading {
        let seconds = i64::from(n)
            * match unit {
                Unit::Second => 1,
                Unit::Minute => 60,
                _ => 3600,
            };
        let unknown = Reading::default().from(day);
        let (day, minute) = match minute {
            Some(minute) => {
                let at = (i64::from(minute) * 60 + seconds).div_euclid(60);
                let Ok(days) = Day::try_from(at.div_euclid(1440)) else { return unknown };
                (day.saturating_add(days), Some(at.rem_euclid(1440) as u16))
            }
            // Whole days need no clock; a few hours most likely stay within the day.
            None if seconds % 86_400 == 0 => {
                let Ok(days) = Day::try_from(seconds / 86_400) else { return unknown };
                (day.saturating_add(days), None)
            }
            None if seconds.abs() <= 6 * 3600 => (day, None),
            None => return unknown,
        };
        Reading {
            minute,
            ..Reading::of(Moment::day(day)).inferring(Inferred::Anchor).from(unknown.anchor.unwrap_or(day))
        }
    }

    /// "the next three weeks" as a stretch of the calendar: whole units, this one left out.
    pub(super) fn stretch(&self, length: Length) -> Reading {
        let Some(published) = self.published else { return Reading::default() };
        let Some(n) = length.amount.integer().filter(|_| !length.unit.is_clock()) else {
            let day = Reading::of(Moment::day(published)).from(published);
            return if length.unit.is_clock() { day } else { Reading::default() };
        };
        if length.side == Some(Side::Within) {
            let mut end = exactly(published, n, length.unit).first;
            match length.and.map(|(more, unit)| (more.integer(), unit)) {
                Some((Some(more), unit)) if !unit.is_clock() => end = exactly(end, more, unit).first - 1,
                Some(_) => {}
                None => end -= 1,
            }
            let until = Some(Moment::day(end)).filter(|_| end > published);
            return Reading { until, ..Reading::of(Moment::day(published)).from(published) };
        }
        let (first, last) = if length.side == Some(Side::Ahead) { (1, n) } else { (-n, -1) };
        let first = Moment::shifted(published, first, length.unit);
        let until = Some(Moment::shifted(published, last, length.unit)).filter(|u| u.last > first.last);
        Reading { until, ..Reading::of(first).from(published) }
    }

    /// The same stretch so many years away; of a day only the year is meant.
    fn years_from(&self, moment: Moment, n: i32) -> Reading {
        let (year, month, _) = civil(moment.first);
        let year = year.saturating_add(n);
        let months = |count, grain| Moment::months(year, month - 1, count, grain);
        let shifted = match moment.grain {
            Grain::Quarter => months(3, Grain::Quarter),
            Grain::Half => months(6, Grain::Half),
            Grain::Season => months(3, Grain::Season),
            Grain::Month => months(1, Grain::Month),
            _ => Moment::year(year),
        };
        Reading::of(shifted).inferring(Inferred::Anchor).from(moment.first)
    }

    pub(super) fn since_spoken(&self, n: i32, unit: Unit) -> Reading {
        let recent = self.spoken.last.filter(|(_, s)| self.sentence.saturating_sub(*s) <= 8);
        let day = self.spoken.day.filter(|(_, s)| self.sentence.saturating_sub(*s) <= 8);
        if unit <= Unit::Night && self.spoken.has_left() {
            return Reading::default();
        }
        let anchor = if unit <= Unit::Night { day.or(recent) } else { recent };
        let Some((anchor, _)) = anchor else { return self.since_published(n, unit) };
        if unit == Unit::Year {
            return self.years_from(anchor, n);
        }
        if unit.is_clock() {
            return if anchor.grain == Grain::Day {
                // "at 4:17 on Monday. … nine hours |later" is still that day, at no certain minute.
                let reading = self.by_the_clock(n, unit, anchor.first, self.spoken.minute);
                Reading { minute: None, ..reading }
            } else {
                Reading::default()
            };
        }
        // "two days later" needs a day to count from.
        if anchor.grain > unit.grain() && !(anchor.grain <= Grain::Week && unit.grain() == Grain::Day) {
            return if anchor.grain > Grain::Year || unit.grain() < Grain::Month {
                Reading::default()
            } else {
                Reading::of(Moment::shifted(anchor.first, n, unit)).inferring(Inferred::Anchor).from(anchor.first)
            };
        }
        Reading::of(Moment::shifted(anchor.first, n, unit)).inferring(Inferred::Anchor).from(anchor.first)
    }

    /// What was spoken of before.
    pub(super) fn same(&self, unit: Unit) -> Reading {
        let near = |spoken: Option<(Moment, usize)>, reach: usize| {
            spoken.filter(|(_, s)| self.sentence.saturating_sub(*s) <= reach).map(|(m, _)| m)
        };
        let last = near(self.spoken.last, 4);
        let moment = match unit {
            Unit::Day | Unit::Night => {
                // Of the days that one sentence names, the one of what it tells.
                let (day, told) = (self.spoken.day, self.spoken.told);
                let one = told.filter(|(_, s)| day.is_some_and(|(_, last)| last == *s && last < self.sentence));
                near(one.or(day), 6).map(|m| Moment::day(m.first))
            }
            Unit::Quarter => {
                let quarter = near(self.spoken.quarter, 12);
                quarter.or_else(|| self.published.map(|p| Moment::shifted(p, -1, Unit::Quarter)))
            }
            _ => last.filter(|m| m.grain <= unit.grain()).map(|m| Moment::shifted(m.first, 0, unit)),
        };
        let moment = moment.or_else(|| self.published.map(|p| Moment::shifted(p, 0, unit)));
        match moment {
            Some(moment) => Reading::of(moment).inferring(Inferred::Anchor).from(moment.first),
            None => Reading::default(),
        }
    }

    /// The day of a clock time that stands without one.
    pub(super) fn clock_day(&self) -> Reading {
        let spoken = self.spoken.day.filter(|(_, s)| *s == self.sentence || *s + 1 == self.sentence);
        match spoken.map(|(m, _)| m).or_else(|| self.published.map(Moment::day)) {
            Some(day) => Reading::of(day).inferring(Inferred::Anchor).from(day.first),
            None => Reading::default(),
        }
    }
}
