//! [`Moment`]: first and last day and grain of a stretch of the calendar, and how it is written.
//!
//! Days are counted from 1 January 1970 in the proleptic Gregorian calendar, so that shifting
//! and comparing are plain arithmetic. Weeks are ISO: Monday to Sunday, week 1 holds 4 January.

use jiff::civil::Date;
use std::fmt::Write;

/// A day, counted from 1 January 1970.
pub(super) type Day = i32;

/// How long the stretch is that a moment names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Grain {
    Day,
    Weekend,
    Week,
    Month,
    Quarter,
    Season,
    Half,
    Year,
    Decade,
    Century,
}

/// A unit of time as a word names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Season,
    Half,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    /// The unit that stands at `index` in the order above.
    pub(super) const fn at(index: u8) -> Self {
        match index {
            0 => Self::Second,
            1 => Self::Minute,
            2 => Self::Hour,
            3 => Self::Day,
            4 => Self::Night,
            5 => Self::Weekend,
            6 => Self::Week,
            7 => Self::Fortnight,
            8 => Self::Month,
            9 => Self::Quarter,
            10 => Self::Season,
            11 => Self::Half,
            12 => Self::Year,
            13 => Self::Decade,
            14 => Self::Century,
            _ => Self::Millennium,
        }
    }

    /// Whether it is shorter than a day.
    pub(super) const fn is_clock(self) -> bool {
        matches!(self, Self::Second | Self::Minute | Self::Hour)
    }

    /// The TIMEX3 letters of a length in this unit, and how many of them one unit makes.
    pub(super) const fn letters(self) -> (&'static str, u32) {
        match self {
            Self::Second => ("S", 1),
            Self::Minute => ("M", 1),
            Self::Hour => ("H", 1),
            Self::Day | Self::Night => ("D", 1),
            Self::Weekend => ("WE", 1),
            Self::Week => ("W", 1),
            Self::Fortnight => ("W", 2),
            Self::Month => ("M", 1),
            Self::Quarter | Self::Season => ("M", 3),
            Self::Half => ("M", 6),
            Self::Year => ("Y", 1),
            Self::Decade => ("Y", 10),
            Self::Century => ("Y", 100),
            Self::Millennium => ("Y", 1000),
        }
    }

    /// How many of a smaller unit one makes, where that is always the same.
    pub(super) fn count(self, smaller: Self) -> Option<u64> {
        // Seconds of the units up to a fortnight, and months of the longer ones.
        const SIZES: [u64; 16] =
            [1, 60, 3600, 86_400, 86_400, 0, 604_800, 1_209_600, 1, 3, 3, 6, 12, 120, 1200, 12_000];
        let alike = (self < Self::Month) == (smaller < Self::Month);
        let (whole, part) = (SIZES[self as usize], SIZES[smaller as usize]);
        (alike && part > 0 && whole > part).then(|| whole / part)
    }

    /// The grain of a calendar stretch of one unit.
    pub(super) const fn grain(self) -> Grain {
        match self {
            Self::Second | Self::Minute | Self::Hour | Self::Day | Self::Night => Grain::Day,
            Self::Weekend => Grain::Weekend,
            Self::Week | Self::Fortnight => Grain::Week,
            Self::Month => Grain::Month,
            Self::Quarter => Grain::Quarter,
            Self::Season => Grain::Season,
            Self::Half => Grain::Half,
            Self::Year => Grain::Year,
            Self::Decade => Grain::Decade,
            Self::Century | Self::Millennium => Grain::Century,
        }
    }
}

/// A stretch of whole days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Moment {
    pub first: Day,
    pub last: Day,
    pub grain: Grain,
}

impl Moment {
    pub(super) const fn day(day: Day) -> Self {
        Self { first: day, last: day, grain: Grain::Day }
    }

    pub(super) const fn week(day: Day) -> Self {
        let monday = monday(day);
        Self { first: monday, last: monday + 6, grain: Grain::Week }
    }

    /// Saturday and Sunday of the ISO week of `day`.
    pub(super) const fn weekend(day: Day) -> Self {
        let monday = monday(day);
        Self { first: monday + 5, last: monday + 6, grain: Grain::Weekend }
    }

    /// `month` counts from 0 and may lie outside the year.
    pub(super) fn months(year: i32, month: i32, count: i32, grain: Grain) -> Self {
        let (y, m) = (year + month.div_euclid(12), month.rem_euclid(12));
        let (end_y, end_m) = (year + (month + count).div_euclid(12), (month + count).rem_euclid(12));
        Self { first: days_from(y, m + 1, 1), last: days_from(end_y, end_m + 1, 1) - 1, grain }
    }

    pub(super) fn month(year: i32, month: u8) -> Self {
        Self::months(year, i32::from(month) - 1, 1, Grain::Month)
    }

    pub(super) fn quarter(year: i32, quarter: u8) -> Self {
        Self::months(year, i32::from(quarter) * 3 - 3, 3, Grain::Quarter)
    }

    pub(super) fn half(year: i32, half: u8) -> Self {
        Self::months(year, i32::from(half) * 6 - 6, 6, Grain::Half)
    }

    /// Meteorological seasons of the northern half: spring 1, summer 2, autumn 3, and winter 4,
    /// which begins in December of its year.
    pub(super) fn season(year: i32, season: u8) -> Self {
        Self::months(year, i32::from(season) * 3 - 1, 3, Grain::Season)
    }

    pub(super) fn year(year: i32) -> Self {
        Self::months(year, 0, 12, Grain::Year)
    }

    /// The ten years that begin with `year`.
    pub(super) fn decade(year: i32) -> Self {
        Self::months(year, 0, 120, Grain::Decade)
    }

    /// The hundred years that begin with `year`.
    pub(super) fn century(year: i32) -> Self {
        Self::months(year, 0, 1200, Grain::Century)
    }

    /// The stretch of `unit` that lies `n` units from the one that holds `day`.
    pub(super) fn shifted(day: Day, n: i32, unit: Unit) -> Self {
        let (year, month, _) = civil(day);
        let month = month - 1;
        match unit {
            Unit::Second | Unit::Minute | Unit::Hour | Unit::Day | Unit::Night => Self::day(day.saturating_add(n)),
            Unit::Weekend => Self::weekend(day.saturating_add(n.saturating_mul(7))),
            Unit::Week => Self::week(day.saturating_add(n.saturating_mul(7))),
            Unit::Fortnight => Self::week(day.saturating_add(n.saturating_mul(14))),
            Unit::Month => Self::months(year, month.saturating_add(n), 1, Grain::Month),
            Unit::Quarter => Self::months(year, month / 3 * 3 + n.saturating_mul(3), 3, Grain::Quarter),
            Unit::Season => {
                let start = (month + 1).div_euclid(3) * 3 - 1;
                Self::months(year, start + n.saturating_mul(3), 3, Grain::Season)
            }
            Unit::Half => Self::months(year, month / 6 * 6 + n.saturating_mul(6), 6, Grain::Half),
            Unit::Year => Self::year(year.saturating_add(n)),
            Unit::Decade => Self::decade(year.div_euclid(10).saturating_add(n).saturating_mul(10)),
            Unit::Century => Self::century(year.div_euclid(100).saturating_add(n).saturating_mul(100)),
            Unit::Millennium => Self::century(year.div_euclid(1000).saturating_add(n).saturating_mul(1000)),
        }
    }

    /// Whether `day` lies inside.
    pub(super) const fn holds(self, day: Day) -> bool {
        self.first <= day && day <= self.last
    }

    /// Whether the calendar can write it: years 1 to 9999.
    pub(super) const fn is_writable(self) -> bool {
        self.first >= FIRST && self.last <= LAST
    }

    /// Appends the TIMEX3 value.
    pub(super) fn write(self, out: &mut String) {
        let (year, month, day) = civil(self.first);
        // Writing to a String cannot fail.
        match self.grain {
            Grain::Day => write!(out, "{year:04}-{month:02}-{day:02}"),
            Grain::Week | Grain::Weekend => {
                let (year, week) = iso_week(self.first);
                let weekend = if self.grain == Grain::Weekend { "-WE" } else { "" };
                write!(out, "{year:04}-W{week:02}{weekend}")
            }
            Grain::Month => write!(out, "{year:04}-{month:02}"),
            Grain::Quarter => write!(out, "{year:04}-Q{}", (month + 2) / 3),
            Grain::Half => write!(out, "{year:04}-H{}", (month + 5) / 6),
            Grain::Season => {
                write!(out, "{year:04}-{}", ["WI", "SP", "SU", "FA"][usize::try_from(month % 12 / 3).unwrap_or(0)])
            }
            Grain::Year => write!(out, "{year:04}"),
            Grain::Decade => write!(out, "{:03}", year.div_euclid(10)),
            Grain::Century => write!(out, "{:02}", year.div_euclid(100)),
        }
        .ok();
    }
}

/// 1 January of year 1 and 31 December 9999.
const FIRST: Day = -719_162;
const LAST: Day = 2_932_896;

/// The year, month and day of a count of days.
pub(super) const fn civil(day: Day) -> (i32, i32, i32) {
    let shifted = day as i64 + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let d = of_year - (153 * shifted_month + 2) / 5 + 1;
    let m = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let y = year_of_era + era * 400 + if m <= 2 { 1 } else { 0 };
    (y as i32, m as i32, d as i32)
}

/// The count of days of a year, month and day; the day may lie outside its month.
pub(super) const fn days_from(year: i32, month: i32, day: i32) -> Day {
    let y = year as i64 - if month <= 2 { 1 } else { 0 };
    let era = y.div_euclid(400);
    let of_era = y.rem_euclid(400);
    let shifted_month = if month > 2 { month - 3 } else { month + 9 } as i64;
    let of_year = (153 * shifted_month + 2) / 5 + day as i64 - 1;
    let of_era = of_era * 365 + of_era / 4 - of_era / 100 + of_year;
    (era * 146_097 + of_era - 719_468) as Day
}

/// The count of days of a date that the calendar has.
pub(super) const fn checked_day(year: i32, month: u8, day: u8) -> Option<Day> {
    if month == 0 || month > 12 || day == 0 || day > month_length(year, month) {
        return None;
    }
    Some(days_from(year, month as i32, day as i32))
}

/// Days of a month.
pub(super) const fn month_length(year: i32, month: u8) -> u8 {
    match month {
        2 if year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// 1 Monday to 7 Sunday.
pub(super) const fn weekday(day: Day) -> u8 {
    (day.wrapping_add(3).rem_euclid(7) + 1) as u8
}

/// The Monday on or before `day`.
pub(super) const fn monday(day: Day) -> Day {
    day - (weekday(day) as Day - 1)
}

/// ISO year and week.
pub(super) const fn iso_week(day: Day) -> (i32, i32) {
    let thursday = monday(day) + 3;
    let (year, _, _) = civil(thursday);
    (year, (thursday - days_from(year, 1, 1)) / 7 + 1)
}

/// The Monday of an ISO week.
pub(super) const fn week_start(year: i32, week: i32) -> Day {
    monday(days_from(year, 1, 4)) + (week - 1) * 7
}

/// A count of days as a date; `None` outside years 1 to 9999.
pub(super) fn to_date(day: Day) -> Option<Date> {
    if !(FIRST..=LAST).contains(&day) {
        return None;
    }
    let (y, m, d) = civil(day);
    Date::new(i16::try_from(y).ok()?, i8::try_from(m).ok()?, i8::try_from(d).ok()?).ok()
}

/// A date as a count of days.
pub(super) fn from_date(date: Date) -> Day {
    days_from(date.year().into(), date.month().into(), date.day().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(moment: Moment, value: &str, first: &str, last: &str) {
        let mut out = String::new();
        moment.write(&mut out);
        assert_eq!(out, value);
        assert_eq!(to_date(moment.first).unwrap().to_string(), first);
        assert_eq!(to_date(moment.last).unwrap().to_string(), last);
    }

    #[test]
    fn stretches() {
        check(Moment::month(2024, 2), "2024-02", "2024-02-01", "2024-02-29");
        check(Moment::quarter(1989, 3), "1989-Q3", "1989-07-01", "1989-09-30");
        check(Moment::half(1990, 2), "1990-H2", "1990-07-01", "1990-12-31");
        check(Moment::season(2021, 4), "2021-WI", "2021-12-01", "2022-02-28");
        check(Moment::season(2021, 1), "2021-SP", "2021-03-01", "2021-05-31");
        check(Moment::decade(1980), "198", "1980-01-01", "1989-12-31");
        check(Moment::week(days_from(2021, 1, 2)), "2020-W53", "2020-12-28", "2021-01-03");
        check(Moment::weekend(days_from(2024, 3, 13)), "2024-W11-WE", "2024-03-16", "2024-03-17");
    }

    #[test]
    fn shifts() {
        let day = days_from(2024, 3, 31);
        check(Moment::shifted(day, -1, Unit::Month), "2024-02", "2024-02-01", "2024-02-29");
        check(Moment::shifted(day, 1, Unit::Quarter), "2024-Q2", "2024-04-01", "2024-06-30");
        check(Moment::shifted(day, -1, Unit::Decade), "201", "2010-01-01", "2019-12-31");
        check(Moment::shifted(day, -2, Unit::Week), "2024-W11", "2024-03-11", "2024-03-17");
    }

    #[test]
    fn days_match_the_calendar() {
        for year in [1, 4, 100, 400, 1582, 1900, 1970, 2000, 2024, 9999] {
            for (month, day) in [(1, 1), (2, 28), (3, 1), (12, 31)] {
                let date = Date::new(year, month, day).unwrap();
                let count = from_date(date);
                assert_eq!(to_date(count), Some(date));
                assert_eq!(i8::try_from(weekday(count)).unwrap(), date.weekday().to_monday_one_offset());
                let iso = date.iso_week_date();
                assert_eq!(iso_week(count), (iso.year().into(), iso.week().into()));
                assert_eq!(week_start(iso.year().into(), iso.week().into()), monday(count));
            }
        }
        assert_eq!(to_date(FIRST - 1), None);
        assert_eq!(to_date(LAST + 1), None);
    }
}
