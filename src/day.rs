//! Calendar days as plain numbers and from ISO text, without the formatting and error machinery
//! of a calendar library: that would be a tenth of the page's program.

use jiff::civil::Date;
use serde::{Deserialize, Deserializer, Serializer};

/// Day zero of [`number`].
const EPOCH: Date = jiff::civil::date(1970, 1, 1);

/// Days from 1 January 1970 to a day.
///
/// A story asks for millions of them, so it is reckoned without a duration: `days_from_civil` of
/// Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms", in which a year begins in March.
#[must_use]
pub fn number(date: Date) -> i32 {
    let (month, day) = (i32::from(date.month()), i32::from(date.day()));
    let year = i32::from(date.year()) - i32::from(month <= 2);
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// The day of a [`number`]; the calendar's first or last day where it has no such day.
#[must_use]
pub fn date(number: i32) -> Date {
    EPOCH.saturating_add(jiff::SignedDuration::from_hours(i64::from(number) * 24))
}

/// Reads `YYYY-MM-DD`; `None` for anything else, and for a day that no calendar has.
///
/// ```
/// use dateline::day;
/// assert_eq!(day::parse("2024-02-29").map(day::number), Some(19_782));
/// assert_eq!(day::parse("2023-02-29"), None);
/// ```
#[must_use]
pub fn parse(text: &str) -> Option<Date> {
    let text = text.as_bytes();
    if text.len() != 10 || text[4] != b'-' || text[7] != b'-' {
        return None;
    }
    let number = |digits: &[u8]| {
        digits.iter().try_fold(0i16, |sum, d| d.is_ascii_digit().then(|| sum * 10 + i16::from(d - b'0')))
    };
    let (year, month, day) = (number(&text[..4])?, number(&text[5..7])?, number(&text[8..])?);
    Date::new(year, month as i8, day as i8).ok()
}

/// For `#[serde(with = …)]`: a day as its [`number`].
pub mod serial {
    use super::{Date, Deserialize, Deserializer, Serializer, date, number};

    /// Writes the number.
    ///
    /// # Errors
    /// When the writer fails.
    pub fn serialize<S: Serializer>(day: &Date, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_i32(number(*day))
    }

    /// Reads the number.
    ///
    /// # Errors
    /// When there is no number.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Date, D::Error> {
        i32::deserialize(from).map(date)
    }
}

/// For `#[serde(with = …)]`: a day that may be unknown, as its [`number`].
pub mod serial_option {
    use super::{Date, Deserialize, Deserializer, Serializer, date, number};
    use serde::Serialize;

    /// Writes the number, if there is a day.
    ///
    /// # Errors
    /// When the writer fails.
    pub fn serialize<S: Serializer>(day: &Option<Date>, to: S) -> Result<S::Ok, S::Error> {
        day.map(number).serialize(to)
    }

    /// Reads the number, if there is one.
    ///
    /// # Errors
    /// When there is something else.
    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Date>, D::Error> {
        Ok(Option::<i32>::deserialize(from)?.map(date))
    }
}

#[cfg(test)]
mod tests {
    use super::{Date, date, number, parse};

    #[test]
    fn iso_dates() {
        for text in ["0001-01-01", "1969-12-31", "1970-01-01", "2024-02-29", "9999-12-31"] {
            let day = parse(text).unwrap();
            assert_eq!(day.to_string(), text);
            assert_eq!(date(number(day)), day);
        }
        for text in
            ["", "2024-2-29", "2024-13-01", "2023-02-29", "2024/02/29", "２０24-02-29", "+024-02-29", "2024-02-29T10"]
        {
            assert_eq!(parse(text), None, "{text:?}");
        }
        assert_eq!(number(parse("2024-03-22").unwrap()), 19_804);
    }

    #[test]
    fn days_are_numbered_as_the_calendar_does() {
        let all = (number(Date::MIN)..=number(Date::MAX)).step_by(97).chain(-1_000..1_000).chain(18_000..20_000);
        for n in all {
            assert_eq!(number(date(n)), n);
        }
    }

    #[test]
    fn numbers_beyond_the_calendar_stop_at_its_ends() {
        assert_eq!(date(i32::MAX).to_string(), "9999-12-31");
        assert_eq!(date(i32::MIN).to_string(), "-009999-01-01");
    }
}
