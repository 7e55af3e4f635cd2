//! The dateline of an agency report, `PORT ELLIS, 15 August 2022, 18:00 — The Coastguard…`, or of
//! a statement to the press, `Lenta, 15 August 2022. The ministry…`.
//!
//! Only a whole date is read as the day of publication; "Aug 15" alone has no year and stays
//! an expression for the later stages to resolve.

use super::published::{Published, PublishedFrom};
use jiff::civil::Date;

/// No dateline is longer, in bytes.
const LONGEST: usize = 120;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// Reads the day of publication from the dateline that opens `prose`, if it has a whole date.
pub(super) fn read(prose: &str) -> Option<Published> {
    let line = prose.lines().next()?;
    let head = &line[..line.floor_char_boundary(LONGEST)];
    agency(head).or_else(|| statement(head))
}

/// A place in any letters, a whole date behind a comma, perhaps a time of day, and a full stop.
fn statement(head: &str) -> Option<Published> {
    let (place, rest) = head.split_once(", ")?;
    let named = place.split(' ').all(|w| w.starts_with(char::is_uppercase)) && place.split(' ').count() < 4;
    let end = rest.find(['.', '\u{2014}']).filter(|_| named)?;
    let parts: Vec<&str> = rest[..end].split([' ', ',']).filter(|p| !p.is_empty()).collect();
    let (date, after) = parts.split_at_checked(3)?;
    let minute = match after {
        [] => None,
        [time] => Some(clock(time)?),
        _ => return None,
    };
    Some(Published { date: whole_date(date)?, minute, from: PublishedFrom::Dateline })
}

/// A place in capitals, a date, and a dash.
fn agency(head: &str) -> Option<Published> {
    let end = [" — ", " – ", " -- ", "— ", " - ", "--"].iter().filter_map(|dash| head.find(dash)).min()?;
    let head = &head[..end];
    let place = head.split([',', '(']).next()?.trim();
    // The place opens the line in capitals: that is what sets a dateline apart from a sentence.
    let capitals = place.chars().filter(|c| c.is_uppercase()).count();
    if capitals < 2 || place.chars().any(char::is_lowercase) {
        return None;
    }
    let parts: Vec<&str> = head.split([' ', ',', '(', ')']).filter(|p| !p.is_empty()).collect();
    let (at, date) = parts.windows(3).enumerate().find_map(|(i, w)| Some((i + 3, whole_date(w)?)))?;
    let minute = parts.get(at).and_then(|p| clock(p));
    Some(Published { date, minute, from: PublishedFrom::Dateline })
}

/// "15 August 2022" or "Aug. 15 2022".
pub(super) fn whole_date(parts: &[&str]) -> Option<Date> {
    let &[a, b, year] = parts else { return None };
    let year: i16 = (year.len() == 4).then(|| year.parse().ok())??;
    let (day, month) = match month(b) {
        Some(month) => (a, month),
        None => (b, month(a)?),
    };
    Date::new(year, month, day.parse().ok()?).ok()
}

/// A month by its name or the first letters of it.
fn month(word: &str) -> Option<i8> {
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    let month = MONTHS.iter().position(|m| word.len() >= 3 && m.starts_with(&word))?;
    i8::try_from(month + 1).ok()
}

/// "18:00" as minutes after midnight.
pub(super) fn clock(word: &str) -> Option<u16> {
    let (hour, minute) = word.split_once(':')?;
    let (hour, minute) = (hour.parse::<u16>().ok()?, minute.parse::<u16>().ok()?);
    (hour < 24 && minute < 60).then_some(hour * 60 + minute)
}

#[cfg(test)]
mod tests {
    use super::read;

    #[track_caller]
    fn check(prose: &str, expected: Option<&str>) {
        let found = read(prose).map(|p| match p.minute {
            Some(m) => format!("{} {:02}:{:02}", p.date, m / 60, m % 60),
            None => p.date.to_string(),
        });
        assert_eq!(found.as_deref(), expected, "{prose:?}");
    }

    #[test]
    fn whole_dates() {
        check("PORT ELLIS, 15 August 2022, 18:00 — The vessel left.", Some("2022-08-15 18:00"));
        check("WASHINGTON, Sept. 3, 2019 (AP) -- The court ruled.", Some("2019-09-03"));
        check("NEW DELHI, Feb 29, 2024 - Rain fell.", Some("2024-02-29"));
        check("Port Ellis, 15 August 2022. The ministry regrets.", Some("2022-08-15"));
        check("LENTA, 15 August 2022, 18:00. The fire is out.", Some("2022-08-15 18:00"));
    }

    #[test]
    fn not_a_whole_date_or_not_a_dateline() {
        check("PORT ELLIS, Aug 15 (CPA) — A ferry sank.", None);
        check("WASHINGTON (AP) — The court ruled.", None);
        check("On 3 May 2019 — a Friday — rain fell.", None);
        check("Born in Lenta, 15 August 1922. He left.", None);
        check("Lenta, 15 August 2022 was a hot day. He left.", None);
        check("Lenta, 15 August. He left.", None);
        check("NEW DELHI, Feb 30, 2024 - Rain fell.", None);
        check("ROME, 2 Maybe 2024 - Rain fell.", None);
        check("", None);
        check("Ж", None);
    }
}
