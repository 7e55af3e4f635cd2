//! The words of time as tables: months, weekdays, units, spelled numbers, and the small words
//! that bind them.
//!
//! Each token of a text is looked up once; what comes back is two bytes. A word of several
//! senses ("second", "may", "fall") stands here in its sense of time; the rules decide.

mod index;
mod tables;

pub(super) use index::find;
use tables::KEYS;

/// What kind of word of time a token is. The number beside it says which one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(in crate::time) enum Class {
    /// No word of time.
    Other,
    /// Digits.
    Digits,
    /// 1 January to 12 December.
    Month,
    /// 1 Monday to 7 Sunday.
    Weekday,
    /// Index of [`crate::time::moment::Unit`].
    Unit,
    /// A spelled number below a hundred.
    Cardinal,
    /// A power of ten, or 12.
    Scale,
    /// "several", "few": a number that is not told.
    Vague,
    /// "third", "thirtieth".
    Ordinal,
    /// 1 spring to 4 winter.
    Season,
    /// Index of [`PARTS`].
    Part,
    /// [`YESTERDAY`] and what follows it.
    Deictic,
    /// "now", "recently": 0 past, 1 present, 2 future.
    Reference,
    /// "daily", "annual": index of a unit, and [`TWO`] more for every second one.
    Frequency,
    /// First word of a holiday's name.
    Feast,
    /// "eighties", "1990s" without its number: the decade of a century.
    Tens,
    /// Letters that only mean something beside digits: "Q", "FY", "H", "CY".
    Code,
    /// A name of a time zone.
    Zone,
    /// A verb, or as good as one, that tells whether its clause looks [`AHEAD`] or [`BACK`].
    Verb,
    /// A small word; see [`Key`].
    Key,
    /// A mark of punctuation, as its ASCII code.
    Mark,
}

impl Class {
    /// The class as one bit, for sets of classes.
    pub(in crate::time) const fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// Values of [`Class::Deictic`].
pub(in crate::time) const YESTERDAY: u8 = 0;
pub(in crate::time) const TODAY: u8 = 1;
pub(in crate::time) const TOMORROW: u8 = 2;
pub(in crate::time) const TONIGHT: u8 = 3;
/// Two days ago and two days on: "the day before yesterday" has no word of its own.
pub(in crate::time) const OVERMORROW: u8 = 4;

/// Set on a [`Class::Frequency`] that comes every second unit.
pub(in crate::time) const TWO: u8 = 16;

/// TIMEX3 codes of the parts of a day, with the clock time of those that name a point.
pub(in crate::time) const PARTS: [(&str, Option<u16>); 8] = [
    ("TMO", None),
    ("TMI", None),
    ("TAF", None),
    ("TEV", None),
    ("TNI", None),
    ("TDT", None),
    ("T12:00", Some(720)),
    ("T24:00", Some(1440)),
];

/// Small words, by what they do beside a word of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(in crate::time) enum Key {
    None,
    The,
    A,
    Of,
    In,
    On,
    At,
    By,
    For,
    Since,
    Until,
    From,
    To,
    Through,
    Between,
    And,
    Or,
    During,
    Before,
    After,
    Ago,
    Later,
    Earlier,
    Hence,
    Next,
    Last,
    Past,
    Previous,
    Following,
    Coming,
    This,
    That,
    These,
    Those,
    Same,
    Current,
    Latest,
    Recent,
    Early,
    Mid,
    Late,
    End,
    Start,
    Middle,
    Every,
    Each,
    Per,
    About,
    Nearly,
    Over,
    Less,
    More,
    Than,
    Least,
    Most,
    Fiscal,
    Long,
    Old,
    Whole,
    Ended,
    Oclock,
    Am,
    Pm,
    Time,
    Period,
    Within,
    Straight,
    Era,
    Possessive,
    School,
    Future,
    /// Stands before or for a word of time, but means nothing itself.
    Adjective,
    PastNoun,
    Once,
    Other,
    No,
    Up,
    Only,
}

/// Set on a [`Class::Unit`] in the plural.
pub(in crate::time) const PLURAL: u8 = 32;

/// Values of [`Class::Verb`].
pub(in crate::time) const BACK: u8 = 0;
pub(in crate::time) const AHEAD: u8 = 1;
/// Looks back before a participle only: "have left", not "have a plan".
pub(in crate::time) const HAVE: u8 = 2;

/// The small word with this number.
pub(in crate::time) fn key(value: u8) -> Key {
    KEYS.get(value as usize).map_or(Key::None, |(_, key)| *key)
}

/// The number that a word spells, whatever its case: "three", "dozen", "hundred"; 0 for "dozens" and
/// other words that count nothing exact.
#[must_use]
pub fn spelled_number(word: &str) -> Option<u32> {
    let found = find(word.as_bytes());
    match found.class {
        Class::Cardinal => Some(found.value.into()),
        Class::Scale if matches!(found.value, 12 | 20) => Some(found.value.into()),
        Class::Scale => 10_u32.checked_pow(found.value.into()),
        _ => ["zero", "dozens", "scores", "hundreds", "thousands"]
            .iter()
            .any(|w| w.eq_ignore_ascii_case(word))
            .then_some(0),
    }
}

/// Whether a word, whatever its case, is the short name of a time zone: "GMT", "CEST".
#[must_use]
pub fn is_zone(word: &str) -> bool {
    find(word.as_bytes()).class == Class::Zone
}

/// A word's class, and which one of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::time) struct Word {
    pub class: Class,
    pub value: u8,
}

impl Word {
    pub(in crate::time) const OTHER: Self = Self { class: Class::Other, value: 0 };
}
