//! Dates of publication as metadata states them, brought into ISO 8601.
//!
//! Only what can be read in one way is read: "03/07/2024" is March in one country and July in
//! another, so it is left out and asked for.

use super::dateline;
use super::published::{Published, PublishedFrom};

/// A stated date (and time of day) in ISO 8601; `None` where it is none or can be read in two ways.
///
/// Knows ISO 8601 with and without hyphens, the dates of mail and feeds ("Thu, 07 Mar 2024 18:05:00 GMT")
/// and months by name ("March 7, 2024", "7 March 2024").
pub(super) fn iso(text: &str) -> Option<String> {
    let text = text.trim();
    let mut iso = text.replacen('/', "-", 2);
    if let Some(head) = text.get(..8).filter(|h| h.bytes().all(|b| b.is_ascii_digit())) {
        iso = format!("{}-{}-{}{}", &head[..4], &head[4..6], &head[6..], text.get(8..).unwrap_or_default());
    }
    if Published::parse(&iso, PublishedFrom::Metadata).is_some() {
        return Some(iso);
    }
    // A day with a time of day in a form that is not ISO's: the day alone is sure.
    if let Some(day) = iso.get(..10).filter(|_| iso.as_bytes().get(10).is_some_and(|b| b"T t".contains(b)))
        && Published::parse(day, PublishedFrom::Metadata).is_some()
    {
        return Some(day.to_owned());
    }
    let parts: Vec<&str> = text.split([' ', ',', '\u{a0}', '-']).filter(|p| !p.is_empty()).take(12).collect();
    let (at, date) = parts.windows(3).enumerate().find_map(|(i, w)| Some((i + 3, dateline::whole_date(w)?)))?;
    let minutes = |p: &&str| p.match_indices(':').nth(1).map_or(p.len(), |(seconds, _)| seconds);
    let clock = parts.get(at).and_then(|p| dateline::clock(&p[..minutes(p)]));
    // "6:05 PM" needs its half of the day, which only some write: then the day alone is sure.
    let half = parts.get(at + 1).is_some_and(|p| p.to_ascii_lowercase().starts_with(['a', 'p']));
    Some(match clock.filter(|_| !half) {
        Some(minute) => format!("{date}T{:02}:{:02}", minute / 60, minute % 60),
        None => date.to_string(),
    })
}

#[cfg(test)]
mod tests {
    use super::iso;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(iso(text).as_deref(), expected, "{text:?}");
    }

    #[test]
    fn stated_dates() {
        check(" 2024-03-07 ", Some("2024-03-07"));
        check("2024-03-07T18:05:00+02:00", Some("2024-03-07T18:05:00+02:00"));
        check("2024-03-07 18:05:00", Some("2024-03-07 18:05:00"));
        check("2024/03/07", Some("2024-03-07"));
        check("20240307", Some("2024-03-07"));
        check("20240307T180500Z", Some("2024-03-07"));
        check("Thu, 07 Mar 2024 18:05:00 GMT", Some("2024-03-07T18:05"));
        check("7 Mar 2024 6:05:00 +0100", Some("2024-03-07T06:05"));
        check("March 7, 2024", Some("2024-03-07"));
        check("7-Mar-2024", Some("2024-03-07"));
        check("Published: March 7, 2024 6:05 PM EST", Some("2024-03-07"));
    }

    #[test]
    fn no_sure_date() {
        check("03/07/2024", None);
        check("7.3.2024", None);
        check("yesterday", None);
        check("2024", None);
        check("Thu, 31 Feb 2024 18:05:00 GMT", None);
        check("1709834700", None);
        check("", None);
        check("Ж", None);
    }
}
