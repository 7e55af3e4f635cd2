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

/// What opens a statement to the press or a bulletin and ends with a full stop: a whole date, before
/// it perhaps a place, a day of the week or "Posted", about it perhaps a time of day.
fn statement(head: &str) -> Option<Published> {
    let mut rest = head;
    let mut placed = false;
    // "PORT ELLIS, Lenta, ", "Friday, ": whatever has capitals and a comma behind it.
    while let Some((place, after)) = rest.split_once(", ") {
        let named = |w: &str| w.starts_with(char::is_uppercase) && month(w).is_none();
        if !place.split(' ').all(named) || place.split(' ').count() > 3 {
            break;
        }
        (rest, placed) = (after, true);
    }
    let first = rest.split(' ').next()?;
    if ["Posted", "Published", "Updated", "Issued"].contains(&first) {
        rest = rest[first.len()..].trim_start();
    }
    let words: Vec<&str> = rest.split_ascii_whitespace().collect();
    let bare = |w: &str| w.trim_end_matches([',', '.']).to_owned();
    let belongs = |w: &str| month(&bare(w)).is_some() || is_of_clock(&bare(w));
    let length = words.iter().take_while(|w| belongs(w)).count();
    let closed = match words.get(length) {
        None => head.len() < LONGEST,
        Some(&"\u{2014}") => true,
        Some(next) => words[..length].last()?.ends_with('.') && !next.starts_with(char::is_lowercase),
    };
    let parts: Vec<String> = words[..length].iter().map(|w| bare(w)).collect();
    let parts: Vec<&str> = parts.iter().map(String::as_str).collect();
    let date = parts.windows(3).find_map(whole_date).filter(|d| closed && (placed || d.year() > 1994))?;
    Some(Published { date, minute: parts.iter().find_map(|p| clock(p)), from: PublishedFrom::Dateline })
}

/// A word that stands with a time of day: "1700 CDT", "6 p.m. ET", "2.00 p.m.", "THU".
fn is_of_clock(word: &str) -> bool {
    let digits = word.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b':')
        && word.starts_with(|c: char| c.is_ascii_digit());
    let zone = (2..5).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
    digits || zone || matches!(word, "a.m" | "p.m" | "am" | "pm" | "hrs" | "hours" | "local" | "time")
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
    fn statements_that_open_with_a_date() {
        check("15 August 2022. The ministry regrets.", Some("2022-08-15"));
        check("Monday, 15 August 2022. The chair was taken at ten.", Some("2022-08-15"));
        check("Posted 15 August 2022. It was not us.", Some("2022-08-15"));
        check("LENTA, 15 August 2022, 18:00 hrs. 1. The fire is out.", Some("2022-08-15 18:00"));
        check("15 August 2022, 1800 hrs. A slope gave way.", Some("2022-08-15"));
        check("15 August 2022, 2.00 p.m. Sentinel Care confirms it.", Some("2022-08-15"));
        check("15 August 2022, 6 p.m. ET.", Some("2022-08-15"));
        check("August 15, 2022, 1700 CDT. Confirmed dead: 17.", Some("2022-08-15"));
        check("1000 UTC MON 15 AUG 2022. The centre of the storm made landfall.", Some("2022-08-15"));
    }

    #[test]
    fn not_a_whole_date_or_not_a_dateline() {
        check("PORT ELLIS, Aug 15 (CPA) — A ferry sank.", None);
        check("WASHINGTON (AP) — The court ruled.", None);
        check("On 3 May 2019 — a Friday — rain fell.", None);
        check("Born in Lenta, 15 August 1922. He left.", None);
        check("Lenta, 15 August 2022 was a hot day. He left.", None);
        check("Lenta, 15 August. He left.", None);
        check("15 August 2022 was a hot day. He left.", None);
        check("15 August 1922. The bridge opens.", None);
        check("On 15 August 2022. The bridge opens.", None);
        check("Fifteen men left. On 15 August 2022 they came back.", None);
        check("NEW DELHI, Feb 30, 2024 - Rain fell.", None);
        check("ROME, 2 Maybe 2024 - Rain fell.", None);
        check("", None);
        check("Ж", None);
    }
}
