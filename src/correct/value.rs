//! The dates that a person writes: a day, month or year, a stretch of days, a time of day.

use crate::day;
use crate::time::Days;
use jiff::civil::Date;

/// A date as it was written and what it means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dated {
    /// First and last day.
    pub days: Days,
    /// TIMEX3 value.
    pub value: String,
    /// Hour and minute, where they were written.
    pub clock: Option<(u8, u8)>,
}

/// Reads `2024`, `2024-03`, `2024-03-22`, `2024-03-22T14:30` or `2024-03-04/2024-03-10`.
///
/// ```
/// use dateline::correct::dated;
/// assert_eq!(dated("2024-02").unwrap().days.to.to_string(), "2024-02-29");
/// assert_eq!(dated("2024-03-10/2024-03-04"), None);
/// ```
#[must_use]
pub fn dated(text: &str) -> Option<Dated> {
    let text = text.trim();
    if let Some((from, to)) = text.split_once('/') {
        let (from, to) = (unit(from)?, unit(to)?);
        let days = Days { from: from.from, to: to.to };
        return (days.from <= days.to).then(|| Dated { days, value: text.to_owned(), clock: None });
    }
    let Some((date, clock)) = text.split_once('T') else {
        return Some(Dated { days: unit(text)?, value: text.to_owned(), clock: None });
    };
    let day = day::parse(date)?;
    let (hour, minute) = clock.split_once(':')?;
    let two = |part: &str| {
        if part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit()) { part.parse::<u8>().ok() } else { None }
    };
    let clock = (two(hour)?, two(minute)?);
    let days = Days { from: day, to: day };
    (clock.0 < 24 && clock.1 < 60).then(|| Dated { days, value: date.to_owned(), clock: Some(clock) })
}

/// The days of a year, a month or a day.
fn unit(text: &str) -> Option<Days> {
    let padded = |rest: &str| day::parse(&[text, rest].concat());
    let (from, to) = match text.len() {
        4 => (padded("-01-01")?, padded("-12-31")?),
        7 => {
            let from = padded("-01")?;
            (from, from.last_of_month())
        }
        _ => {
            let day = day::parse(text)?;
            (day, day)
        }
    };
    (from >= Date::constant(1, 1, 1)).then_some(Days { from, to })
}

#[cfg(test)]
mod tests {
    use super::dated;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let read = dated(text).map(|d| format!("{} {} {} {:?}", d.days.from, d.days.to, d.value, d.clock));
        assert_eq!(read.as_deref().unwrap_or("-"), expected, "{text}");
    }

    #[test]
    fn dates_that_people_write() {
        check("2024-03-22", "2024-03-22 2024-03-22 2024-03-22 None");
        check(" 2023-02 ", "2023-02-01 2023-02-28 2023-02 None");
        check("1998", "1998-01-01 1998-12-31 1998 None");
        check("2024-03-04/2024-03-10", "2024-03-04 2024-03-10 2024-03-04/2024-03-10 None");
        check("2024-03/2024-04", "2024-03-01 2024-04-30 2024-03/2024-04 None");
        check("2024-03-22T14:30", "2024-03-22 2024-03-22 2024-03-22 Some((14, 30))");
        for wrong in
            ["", "22", "0000", "2024-13", "2024-3-2", "2024-03-22T24:00", "2024-03-22T+1:00", "2024/2023", "é024"]
        {
            check(wrong, "-");
        }
    }
}
