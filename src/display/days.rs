//! Days as numbers, and the stretch of time that is in view.
//!
//! A position in time is a count of days since 1 January 1970; its fraction is the time of day.

pub use crate::day::{date, number};

use crate::time::Days;
use jiff::civil::Date;

/// Longest stretch that is told under the month it begins in, in days.
const MONTH: i32 = 31;

/// Shortest stretch that can be in view, in days: six hours.
const CLOSEST: f64 = 0.25;

/// The month, or the year or years, under which a list tells what happened then: of what is only
/// known to be of one year, no month is claimed.
#[must_use]
pub fn heading(days: Days) -> Days {
    let Days { from, to } = days;
    if number(to) - number(from) < MONTH {
        return Days { from: from.first_of_month(), to: from.last_of_month() };
    }
    let last = Date::new(to.year(), 12, 31).unwrap_or(to);
    Days { from: Date::new(from.year(), 1, 1).unwrap_or(from), to: last }
}

/// The stretch of time in view, in days.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct View {
    /// Left edge.
    pub from: f64,
    /// Right edge, after `from`.
    pub to: f64,
}

impl View {
    /// Length in days.
    #[must_use]
    pub fn length(self) -> f64 {
        self.to - self.from
    }

    /// Where a time falls on `width` pixels.
    #[must_use]
    pub fn x(self, day: f64, width: f32) -> f32 {
        ((day - self.from) / self.length() * f64::from(width)) as f32
    }

    /// The time under a pixel.
    #[must_use]
    pub fn at(self, x: f32, width: f32) -> f64 {
        self.from + f64::from(x) / f64::from(width) * self.length()
    }

    /// Moved by a number of days.
    #[must_use]
    pub fn moved(self, days: f64) -> Self {
        Self { from: self.from + days, to: self.to + days }
    }

    /// Made `factor` times as long, with `still` staying where it is.
    #[must_use]
    pub fn zoomed(self, factor: f64, still: f64) -> Self {
        Self { from: still + (self.from - still) * factor, to: still + (self.to - still) * factor }
    }

    /// Kept within `whole`, and not shorter than six hours.
    #[must_use]
    pub fn within(self, whole: Self) -> Self {
        let longest = whole.length().max(CLOSEST);
        let length = self.length().clamp(CLOSEST, longest);
        let middle = f64::midpoint(self.from, self.to);
        let from = (middle - length / 2.0).clamp(whole.from, (whole.to - length).max(whole.from));
        Self { from, to: from + length }
    }

    /// As an address holds it: `2024-03-01..2024-03-08`, with hours and minutes where it is short.
    #[must_use]
    pub fn write(self) -> String {
        let step = if self.length() > 60.0 { 1440 } else { 15 };
        let edge = |day: f64| {
            let minutes = ((day * 1440.0 / f64::from(step)).round() as i32).saturating_mul(step);
            let rest = minutes.rem_euclid(1440);
            let clock = if rest == 0 { String::new() } else { format!("T{:02}{:02}", rest / 60, rest % 60) };
            [date(minutes.div_euclid(1440)).to_string(), clock].concat()
        };
        [edge(self.from), edge(self.to)].join("..")
    }

    /// From the text of [`View::write`]; `None` for anything else.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let edge = |text: &str| -> Option<f64> {
            let (day, clock) = text.split_once('T').unwrap_or((text, "0000"));
            let digits = clock.len() == 4 && clock.bytes().all(|b| b.is_ascii_digit());
            let clock: i32 = clock.parse().ok().filter(|_| digits)?;
            let minutes = clock / 100 * 60 + clock % 100;
            Some(f64::from(number(crate::day::parse(day)?)) + f64::from(minutes) / 1440.0)
        };
        let (from, to) = text.split_once("..")?;
        let view = Self { from: edge(from)?, to: edge(to)? };
        (view.from < view.to).then_some(view)
    }

    /// With room on both sides: a share of its length.
    #[must_use]
    pub fn padded(self, share: f64) -> Self {
        let room = self.length() * share;
        Self { from: self.from - room, to: self.to + room }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_there_and_back() {
        for text in ["-009999-01-02", "0001-01-01", "1969-12-31", "1970-01-01", "2024-02-29", "9999-12-31"] {
            let day: Date = text.parse().unwrap();
            assert_eq!(date(number(day)), day, "{text}");
        }
        assert_eq!(number(jiff::civil::date(2024, 3, 22)), 19_804);
        assert_eq!(date(i32::MAX), jiff::civil::Date::MAX);
    }

    #[test]
    fn nothing_is_listed_under_a_month_that_is_not_known() {
        let check = |days: [&str; 2], expected: [&str; 2]| {
            let [from, to] = days.map(|day| day.parse().unwrap());
            let Days { from, to } = heading(Days { from, to });
            assert_eq!([from.to_string(), to.to_string()], expected, "{days:?}");
        };
        check(["2024-03-08", "2024-03-08"], ["2024-03-01", "2024-03-31"]);
        check(["2024-01-01", "2024-01-31"], ["2024-01-01", "2024-01-31"]);
        check(["2024-03-30", "2024-04-02"], ["2024-03-01", "2024-03-31"]);
        check(["1999-01-01", "1999-12-31"], ["1999-01-01", "1999-12-31"]);
        check(["2024-03-01", "2024-05-31"], ["2024-01-01", "2024-12-31"]);
        check(["2019-11-01", "2020-02-29"], ["2019-01-01", "2020-12-31"]);
        check(["9999-01-01", "9999-12-31"], ["9999-01-01", "9999-12-31"]);
    }

    #[test]
    fn a_view_in_the_address() {
        let check = |from: f64, to: f64, expected: &str| {
            let text = View { from, to }.write();
            assert_eq!(text, expected);
            assert_eq!(View::read(&text).map(View::write).as_deref(), Some(expected));
        };
        check(19_783.0, 19_790.0, "2024-03-01..2024-03-08");
        check(19_783.25, 19_783.511, "2024-03-01T0600..2024-03-01T1215");
        check(-0.4, 365.3, "1970-01-01..1971-01-01");
        check(-0.5, 0.5, "1969-12-31T1200..1970-01-01T1200");
        for text in ["", "2024-03-01", "2024-03-08..2024-03-01", "2024-03-01..x", "2024-03-01T6..2024-03-08"] {
            assert_eq!(View::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_view_keeps_within_the_whole() {
        let whole = View { from: 0.0, to: 100.0 };
        let check = |from, to, expected: (f64, f64)| {
            let view = View { from, to }.within(whole);
            assert_eq!((view.from, view.to), expected, "{from}..{to}");
        };
        check(10.0, 20.0, (10.0, 20.0));
        check(-5.0, 5.0, (0.0, 10.0));
        check(95.0, 115.0, (80.0, 100.0));
        check(-50.0, 400.0, (0.0, 100.0));
        check(50.0, 50.1, (49.925, 50.175));
    }

    #[test]
    fn zooming_keeps_the_day_under_the_pointer() {
        let view = View { from: 0.0, to: 100.0 };
        let still = view.at(250.0, 1000.0);
        let closer = view.zoomed(0.5, still);
        assert!((closer.x(still, 1000.0) - 250.0).abs() < 0.01);
        assert!((closer.length() - 50.0).abs() < 1e-9);
    }
}
