//! Why a time, a name or a date is read as it is, in one plain sentence.

use super::strings::{Reasons, fill, strings};
use crate::import::Article;
use crate::story::Entity;
use crate::time::{Days, TimeKind, TimeMention};
use jiff::civil::Date;

/// How the page writes dates.
#[derive(Clone, Copy)]
pub struct Dates<'a> {
    /// One day.
    pub day: &'a dyn Fn(Date) -> String,
    /// First to last day.
    pub span: &'a dyn Fn(Days) -> String,
}

/// What a time means, and what of it the text did not state.
///
/// "mid-February" is "February 2024, the middle" and "year inferred from publication on 28
/// March 2024".
#[must_use]
pub fn time(time: &TimeMention, article: &Article, dates: Dates) -> (String, String) {
    let reasons = &strings().reasons;
    let mut meaning = match (time.days, time.kind) {
        (Some(days), _) => (dates.span)(days),
        (None, TimeKind::Duration) => duration(&time.value, reasons),
        (None, TimeKind::Set) => reasons.set.to_owned(),
        (None, _) => {
            let reference = reasons.references.iter().find(|r| r.0 == time.value);
            reference.map_or(reasons.unresolved, |r| r.1).to_owned()
        }
    };
    if let Some(clock) = clock(&time.value) {
        meaning.extend([", ", clock]);
    }
    if let Some(modifier) = time.modifier {
        meaning.extend([", ", reasons.modifiers[modifier as usize]]);
    }
    let mut why = Vec::new();
    if !time.inferred.is_empty() {
        let parts: Vec<&str> = time.inferred.iter().map(|&i| reasons.inferred[i as usize]).collect();
        why.push(fill(reasons.is_inferred, &[&parts.join(", ")]));
    }
    if let Some(anchor) = time.anchor {
        let pattern =
            if article.published_date() == Some(anchor) { reasons.from_publication } else { reasons.from_anchor };
        why.push(fill(pattern, &[&(dates.day)(anchor)]));
    }
    if why.is_empty() && time.days.is_some() {
        why.push(reasons.stated.to_owned());
    }
    (meaning, why.join(" "))
}

/// The other names of an entity, each with the reason it was joined.
#[must_use]
pub fn names(entity: &Entity) -> String {
    let pattern = strings().reasons.alias;
    let names = entity.aliases.iter().filter(|alias| alias.text != entity.name);
    let names: Vec<String> = names.map(|alias| fill(pattern, &[&alias.text, &alias.reason])).collect();
    names.join("; ")
}

/// "PT48H" as "a length of time: 48 hours".
fn duration(value: &str, reasons: &Reasons) -> String {
    let unit = |letter: u8, clock: bool| match (letter, clock) {
        (b'Y', _) => Some(0),
        (b'M', false) => Some(1),
        (b'W', _) => Some(2),
        (b'D', _) => Some(3),
        (b'H', _) => Some(4),
        (b'M', true) => Some(5),
        _ => None,
    };
    let body = value.strip_prefix('P').unwrap_or_default();
    let (clock, body) = body.strip_prefix('T').map_or((false, body), |body| (true, body));
    let number = body.trim_end_matches(|c: char| !c.is_ascii_digit());
    let unit = body.as_bytes().last().and_then(|&letter| unit(letter, clock));
    match unit {
        Some(unit)
            if body.len() == number.len() + 1
                && !number.is_empty()
                && number.bytes().all(|b| b.is_ascii_digit() || b == b'.') =>
        {
            let form = reasons.units[unit][usize::from(number != "1")];
            format!("{}: {number} {form}", reasons.duration)
        }
        _ => reasons.duration.to_owned(),
    }
}

/// The clock time at the end of a TIMEX3 value.
fn clock(value: &str) -> Option<&str> {
    let (_, clock) = value.split_once('T')?;
    (!value.starts_with('P') && clock.len() >= 5 && clock.as_bytes()[2] == b':').then_some(clock)
}

#[cfg(test)]
mod tests {
    use super::{Dates, time};
    use crate::import::{Article, Record};
    use crate::span::Span;
    use crate::time::{Days, Inferred, Modifier, TimeKind, TimeMention};

    fn mention(value: &str, kind: TimeKind, days: Option<(&str, &str)>) -> TimeMention {
        let day = |text: &str| text.parse().unwrap();
        TimeMention {
            span: Span::new(0, 1),
            kind,
            value: value.into(),
            modifier: None,
            days: days.map(|(a, b)| Days { from: day(a), to: day(b) }),
            inferred: Vec::new(),
            anchor: None,
            rule: "".into(),
            refiners: 0,
        }
    }

    #[track_caller]
    fn check(time_mention: &TimeMention, expected: (&str, &str)) {
        let record = Record { id: "a".into(), published: Some("2024-03-28".into()), ..Record::default() };
        let dates = Dates { day: &|d| d.to_string(), span: &|d| format!("{}..{}", d.from, d.to) };
        let (meaning, why) = time(time_mention, &Article::new(record), dates);
        assert_eq!((meaning.as_str(), why.as_str()), expected, "{}", time_mention.value);
    }

    #[test]
    fn reasons() {
        let february = mention("2024-02", TimeKind::Date, Some(("2024-02-01", "2024-02-29")));
        check(&february, ("2024-02-01..2024-02-29", "as stated"));
        let inferred = TimeMention {
            modifier: Some(Modifier::Mid),
            inferred: vec![Inferred::Year],
            anchor: Some("2024-03-28".parse().unwrap()),
            ..february.clone()
        };
        check(&inferred, ("2024-02-01..2024-02-29, the middle", "year inferred from publication on 2024-03-28"));
        let counted = TimeMention { anchor: Some("2024-02-01".parse().unwrap()), ..february };
        check(&counted, ("2024-02-01..2024-02-29", "from 2024-02-01"));
        check(&mention("PT48H", TimeKind::Duration, None), ("a length of time: 48 hours", ""));
        check(&mention("P1M", TimeKind::Duration, None), ("a length of time: 1 month", ""));
        check(&mention("PT5M", TimeKind::Duration, None), ("a length of time: 5 minutes", ""));
        check(&mention("PXD", TimeKind::Duration, None), ("a length of time", ""));
        check(&mention("P1Y2M", TimeKind::Duration, None), ("a length of time", ""));
        check(&mention("PAST_REF", TimeKind::Date, None), ("some time past, no particular day", ""));
        check(&mention("XXXX-WXX-5", TimeKind::Date, None), ("nothing in the text says which day", ""));
        check(&mention("P1W", TimeKind::Set, None), ("a time that recurs", ""));
        let noon = mention("2024-03-22T12:30", TimeKind::Time, Some(("2024-03-22", "2024-03-22")));
        check(&noon, ("2024-03-22..2024-03-22, 12:30", "as stated"));
    }
}
