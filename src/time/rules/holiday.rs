//! Holidays that name a day.
//!
//! ```text
//! Christmas Day · New Year's Eve · Labor Day · last Thanksgiving · Easter 2018 · Fourth of July
//! ```

use super::month::which;
use super::pieces::year_behind;
use crate::text::TokenKind;
use crate::time::Modifier;
use crate::time::found::{Found, Meaning, Parts, Which, Year};
use crate::time::lexed::Lexed;
use crate::time::moment::{Day, days_from, month_length, weekday};
use crate::time::words::{Class, Key};

/// How a holiday's day follows from its year.
#[derive(Clone, Copy)]
enum Rule {
    /// Month and day.
    Fixed(u8, u8),
    /// Month, which one of its weekdays (5 is the last), weekday.
    Weekday(u8, u8, u8),
    /// Days after Western Easter Sunday.
    Easter(i16),
    /// Days after another weekday rule: the Friday after Thanksgiving.
    After(u8, u8, u8, i16),
}

/// Names, one word a token and without possessive endings, and their rules. Longer names come
/// before shorter ones that begin alike.
const NAMES: &[(&str, Rule)] = &[
    ("christmas eve", Rule::Fixed(12, 24)),
    ("christmas day", Rule::Fixed(12, 25)),
    ("christmas", Rule::Fixed(12, 25)),
    ("xmas eve", Rule::Fixed(12, 24)),
    ("xmas day", Rule::Fixed(12, 25)),
    ("xmas", Rule::Fixed(12, 25)),
    ("boxing day", Rule::Fixed(12, 26)),
    ("new year eve", Rule::Fixed(12, 31)),
    ("new years eve", Rule::Fixed(12, 31)),
    ("new year day", Rule::Fixed(1, 1)),
    ("new years day", Rule::Fixed(1, 1)),
    ("halloween", Rule::Fixed(10, 31)),
    ("independence day", Rule::Fixed(7, 4)),
    ("labor day", Rule::Weekday(9, 1, 1)),
    ("labour day", Rule::Fixed(5, 1)),
    ("may day", Rule::Fixed(5, 1)),
    ("memorial day", Rule::Weekday(5, 5, 1)),
    ("veterans day", Rule::Fixed(11, 11)),
    ("armistice day", Rule::Fixed(11, 11)),
    ("remembrance day", Rule::Fixed(11, 11)),
    ("remembrance sunday", Rule::Weekday(11, 2, 7)),
    ("columbus day", Rule::Weekday(10, 2, 1)),
    ("presidents day", Rule::Weekday(2, 3, 1)),
    ("martin luther king jr day", Rule::Weekday(1, 3, 1)),
    ("martin luther king day", Rule::Weekday(1, 3, 1)),
    ("mlk day", Rule::Weekday(1, 3, 1)),
    ("thanksgiving day", Rule::Weekday(11, 4, 4)),
    ("thanksgiving", Rule::Weekday(11, 4, 4)),
    ("canadian thanksgiving", Rule::Weekday(10, 2, 1)),
    ("black friday", Rule::After(11, 4, 4, 1)),
    ("cyber monday", Rule::After(11, 4, 4, 4)),
    ("valentine day", Rule::Fixed(2, 14)),
    ("valentines day", Rule::Fixed(2, 14)),
    ("groundhog day", Rule::Fixed(2, 2)),
    ("juneteenth", Rule::Fixed(6, 19)),
    ("flag day", Rule::Fixed(6, 14)),
    ("mother day", Rule::Weekday(5, 2, 7)),
    ("mothers day", Rule::Weekday(5, 2, 7)),
    ("father day", Rule::Weekday(6, 3, 7)),
    ("fathers day", Rule::Weekday(6, 3, 7)),
    ("earth day", Rule::Fixed(4, 22)),
    ("april fools day", Rule::Fixed(4, 1)),
    ("april fool day", Rule::Fixed(4, 1)),
    ("all saints day", Rule::Fixed(11, 1)),
    ("all souls day", Rule::Fixed(11, 2)),
    ("bastille day", Rule::Fixed(7, 14)),
    ("guy fawkes day", Rule::Fixed(11, 5)),
    ("guy fawkes night", Rule::Fixed(11, 5)),
    ("anzac day", Rule::Fixed(4, 25)),
    ("australia day", Rule::Fixed(1, 26)),
    ("canada day", Rule::Fixed(7, 1)),
    ("st patrick day", Rule::Fixed(3, 17)),
    ("st patricks day", Rule::Fixed(3, 17)),
    ("patriots day", Rule::Weekday(4, 3, 1)),
    ("d day", Rule::Fixed(6, 6)),
    ("epiphany", Rule::Fixed(1, 6)),
    ("ash wednesday", Rule::Easter(-46)),
    ("shrove tuesday", Rule::Easter(-47)),
    ("mardi gras", Rule::Easter(-47)),
    ("palm sunday", Rule::Easter(-7)),
    ("maundy thursday", Rule::Easter(-3)),
    ("holy thursday", Rule::Easter(-3)),
    ("good friday", Rule::Easter(-2)),
    ("holy saturday", Rule::Easter(-1)),
    ("easter sunday", Rule::Easter(0)),
    ("easter monday", Rule::Easter(1)),
    ("easter", Rule::Easter(0)),
    ("ascension day", Rule::Easter(39)),
    ("pentecost", Rule::Easter(49)),
    ("whit sunday", Rule::Easter(49)),
    ("whit monday", Rule::Easter(50)),
    ("trinity sunday", Rule::Easter(56)),
    ("corpus christi", Rule::Easter(60)),
];

/// The day of holiday `feast` in a year.
pub(crate) fn day_in(feast: u8, year: i32) -> Option<Day> {
    let nth = |month: u8, n: u8, day: u8| {
        let first = days_from(year, month.into(), 1);
        let ahead = i32::from((7 + day - weekday(first)) % 7);
        let found = first + ahead + 7 * (i32::from(n) - 1);
        if found > days_from(year, month.into(), month_length(year, month).into()) { found - 7 } else { found }
    };
    Some(match NAMES.get(usize::from(feast))?.1 {
        Rule::Fixed(month, day) => days_from(year, month.into(), day.into()),
        Rule::Weekday(month, n, day) => nth(month, n, day),
        Rule::After(month, n, day, offset) => nth(month, n, day) + i32::from(offset),
        Rule::Easter(offset) => easter(year) + i32::from(offset),
    })
}

/// Western Easter Sunday, by the anonymous Gregorian computation.
const fn easter(year: i32) -> Day {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    days_from(year, n / 31, n % 31 + 1)
}

/// A holiday by name.
pub(super) fn holiday(t: &Lexed, at: usize) -> Option<Found> {
    let (chosen, first) = match t.class(at) {
        Class::Feast | Class::Month => (Which::Any, at),
        Class::Key => match which(t, at) {
            Some(chosen) => (chosen, at + 1),
            None => return None,
        },
        _ => return None,
    };
    if !matches!(t.class(first), Class::Feast | Class::Month) {
        return None;
    }
    let initial = t.text(first).bytes().next().unwrap_or_default().to_ascii_lowercase();
    let (feast, next) = NAMES.iter().enumerate().find_map(|(i, (name, _))| {
        let next = (name.as_bytes()[0] == initial).then(|| phrase(t, first, name))??;
        Some((i as u8, next))
    })?;
    let one_word = !NAMES[usize::from(feast)].0.contains(' ');
    // "the Christmas and New Year sales period": its month rather than its day.
    let season =
        (next..next + 6).take_while(|&k| t.kind(k) == Some(TokenKind::Word)).find(|&k| t.is_any(k, "period season"));
    if let (Some(season), Rule::Fixed(month, _)) = (season.filter(|_| one_word), &NAMES[usize::from(feast)].1) {
        let (year, end) = year_behind(t, season + 1).unwrap_or((Year::None, season + 1));
        let parts = Parts { month: *month, year, which: chosen, ..Parts::default() };
        let mut found = Found::new(at, end, Meaning::Date(parts));
        found.modifier = Some(Modifier::Approx);
        return Some(found);
    }
    // "Easter eggs", "a Christmas tree", "Labor Day weekend": the day itself, or nothing. A
    // holiday written small counts only where it is a common word for the day.
    let compound = t.kind(next) == Some(TokenKind::Word) && t.class(next) == Class::Other && one_word;
    let placed = matches!(
        t.key(at.wrapping_sub(1)),
        Key::On | Key::Before | Key::After | Key::Since | Key::By | Key::Until | Key::At | Key::For | Key::In | Key::Of
    );
    if compound && !placed && chosen == Which::Any {
        return None;
    }
    let (year, end) = year_behind(t, next).unwrap_or((Year::None, next));
    Some(Found::new(at, end, Meaning::Feast { feast, year, which: chosen }))
}

/// Whether the words of `name` stand at `at`: the index behind them.
fn phrase(t: &Lexed, at: usize, name: &str) -> Option<usize> {
    let mut next = at;
    for word in name.split(' ') {
        let text = t.text(next);
        let bare = text.strip_suffix('.').unwrap_or(text);
        if !bare.eq_ignore_ascii_case(word) {
            return None;
        }
        next = if matches!(word, "st" | "jr") { t.stop(next + 1) } else { next + 1 };
        let possessive = t.kind(next) == Some(TokenKind::Clitic) || (t.is_mark(next, b'\'') && !t.spaced(next));
        let hyphen = t.is_hyphen(next) && !t.spaced(next) && word == "d";
        next += usize::from(possessive || hyphen);
    }
    // A possessive behind the whole name is not part of it.
    Some(if t.kind(next.wrapping_sub(1)) == Some(TokenKind::Clitic) { next - 1 } else { next })
}
