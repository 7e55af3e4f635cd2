//! [`Found`]: what a rule read, before anything is resolved.

use super::Modifier;
use super::amount::Amount;
use super::moment::Unit;

/// An expression as a rule read it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Found {
    /// Index of its first token.
    pub first: u32,
    /// One past the index of its last token.
    pub last: u32,
    pub meaning: Meaning,
    pub modifier: Option<Modifier>,
    /// The time of day that stands with it.
    pub clock: Clock,
    pub rule: &'static str,
    /// Whether it is the end of a stretch that begins with the expression before it.
    pub until: bool,
    /// The refiners that acted on it, as bits of [`super::refine::STEPS`].
    pub refined: u16,
}

impl Found {
    pub(super) fn new(first: usize, last: usize, meaning: Meaning) -> Self {
        Self {
            first: first as u32,
            last: last as u32,
            meaning,
            modifier: None,
            clock: Clock::None,
            rule: "",
            until: false,
            refined: 0,
        }
    }

    pub(super) fn at(self, clock: Clock) -> Self {
        Self { clock, ..self }
    }

    pub(super) const fn start(&self) -> usize {
        self.first as usize
    }

    pub(super) const fn end(&self) -> usize {
        self.last as usize
    }
}

/// What an expression says.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Meaning {
    /// A date or a part of one.
    Date(Parts),
    /// From one date to another, in one expression: "3-5 June".
    Range(Parts, Parts),
    /// So many units from some day: "yesterday", "last week", "a year earlier".
    Shift { n: i32, unit: Unit, base: Base },
    /// A length of time.
    Length(Length),
    /// So many units before or after a day that is named beside it: "two days after Christmas".
    Offset { n: i32, unit: Unit, from: Anchor },
    /// What comes again and again.
    Set(Set),
    /// 0 past, 1 present, 2 future.
    Reference(u8),
    /// A clock time or a part of day whose day stands elsewhere.
    Clock,
    /// The stretch spoken of before: "that day", "the quarter".
    Same(Unit),
    /// A weekday of the week that lies `n` weeks from that of publication.
    InWeek { n: i32, weekday: u8 },
    /// A day by name.
    Feast { feast: u8, year: Year, which: Which },
    /// The `n`th unit of a longer stretch: "the first week of June"; last ones are negative.
    Nth { n: i8, unit: Unit, parts: Parts },
}

/// A date or a part of one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    pub year: Year,
    /// 1 to 12; 0 where none is stated.
    pub month: u8,
    /// 1 to 31; 0 where none is stated.
    pub day: u8,
    /// 1 Monday to 7 Sunday; 0 where none is stated.
    pub weekday: u8,
    pub part: Part,
    pub which: Which,
    /// Whether the year is a business year.
    pub fiscal: bool,
}

/// A stretch that is neither day, month nor year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Part {
    #[default]
    None,
    Quarter(u8),
    Half(u8),
    Season(u8),
    Week(u8),
    Weekend,
    Decade,
    Century,
}

/// What is said of the year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Year {
    #[default]
    None,
    /// All digits.
    Stated(i16),
    /// Two digits: "'98".
    Short(u8),
    /// So many years from that of publication: "June of last year".
    Shift(i8),
    /// The year spoken of: "June of that year".
    Same,
}

/// Which of several the speaker means.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Which {
    /// Not said.
    #[default]
    Any,
    Last,
    This,
    Next,
    /// The one before what was spoken of.
    Previous,
    /// The one after what was spoken of.
    Following,
}

/// The day that a shift counts from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Base {
    /// The day of publication.
    Published,
    /// What was spoken of before.
    Spoken,
    /// "ago": publication, but in business prose the period compared with.
    Ago,
    /// "year-earlier": the period compared with.
    Compared,
}

/// A day that another one is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    Date(Parts),
    /// Days from that of publication.
    Shift(i32),
    Feast(u8, Year, Which),
    /// So many units from the day of publication: the larger part of "a month and two days ago".
    Units(i32, Unit),
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Length {
    pub amount: Amount,
    pub unit: Unit,
    /// A smaller part behind it: "two hours and 30 minutes".
    pub and: Option<(Amount, Unit)>,
    /// Where it is said to lie: behind or ahead of the day of publication.
    pub side: Option<Side>,
}

impl Length {
    /// The length with a smaller part behind it. There is room for one such part: a third one
    /// is added up with a neighbour, months with years, and everything shorter in days or seconds.
    pub(super) fn with(self, amount: Amount, unit: Unit) -> Option<Self> {
        let Some((middle, between)) = self.and else { return Some(Self { and: Some((amount, unit)), ..self }) };
        let sum = |a: Amount, from: Unit, b: Amount, to: Unit| match (a.integer(), b.integer(), from.count(to)) {
            (Some(a), Some(b), Some(each)) => Some(Amount::whole((a as u64).saturating_mul(each) + b as u64)),
            _ => None,
        };
        if let Some(amount) = sum(middle, between, amount, unit) {
            return Some(Self { and: Some((amount, unit)), ..self });
        }
        let whole = sum(self.amount, self.unit, middle, between)?;
        Some(Self { amount: whole, unit: between, and: Some((amount, unit)), side: self.side })
    }
}

/// Behind or ahead of an anchor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Behind,
    Ahead,
    /// Begins with the day of publication: "within three years".
    Within,
}

/// What comes again and again.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Set {
    /// Every so many units.
    Units(Amount, Unit),
    /// Every such weekday, 1 to 7.
    Weekday(u8),
    /// Every such month, 1 to 12.
    Month(u8),
    /// Every such season.
    Season(u8),
    /// Every such part of day: index of [`super::words::PARTS`].
    Part(u8),
}

/// A time of day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Clock {
    #[default]
    None,
    /// Minutes and seconds after midnight, and whether in universal time.
    At { minute: u16, second: Option<u8>, hour_only: bool, utc: bool },
    /// Index of [`super::words::PARTS`].
    Part(u8),
}
