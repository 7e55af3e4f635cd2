//! Gives each expression its calendar days: from the publication date, from what was spoken of
//! before, and from the tense of its clause.
//!
//! The choices are those that hold most often in news: a bare weekday is the most recent one,
//! today included, unless the clause looks ahead; a month and day without a year is the nearest;
//! a bare month or season is the most recent one. Without a publication date nothing relative
//! is resolved; a missing year is then that of the article's own nearest full date.

mod counted;
mod date;

use super::found::{Anchor, Base, Clock, Found, Meaning, Parts, Which, Year};
use super::lexed::{Lexed, Register};
use super::moment::{self, Day, Grain, Moment, Unit, civil};
use super::refine::is_range;
use super::value;
use super::{Days, Inferred, TimeKind, TimeMention, tense};
use crate::notice::Notice;
use crate::order::Arrange;
use crate::span::Span;
pub(super) use counted::exactly;

/// Resolves all expressions of a document, in order.
pub(super) fn run(t: &Lexed, found: &[Found]) -> (Vec<TimeMention>, Vec<Notice>) {
    let article = t.document.article;
    let mut resolver = Resolver {
        t,
        published: article.published.map(|p| moment::from_date(p.date)),
        minute: article.published.and_then(|p| p.minute),
        spoken: Spoken::default(),
        stated: if article.published.is_none() { found.iter().filter_map(stated).collect() } else { Vec::new() },
        sentence: 0,
    };
    let mut mentions = Vec::with_capacity(found.len());
    let mut notices = Vec::new();
    for (at, one) in found.iter().enumerate() {
        resolver.enter(one.start());
        let (mention, notice) = resolver.read(one);
        notices.extend(notice);
        if one.until
            && let Some(from) = mentions.last_mut()
        {
            // "from October to March": where the end lies before, the next year's is meant.
            let both = through(from, &mention).or_else(|| {
                let Meaning::Date(parts @ Parts { year: Year::None, month: 1.., .. }) = one.meaning else {
                    return None;
                };
                let year = Year::Stated(from.days?.from.year() + 1);
                through(from, &resolver.read(&Found { meaning: Meaning::Date(Parts { year, ..parts }), ..*one }).0)
            });
            match both {
                Some(both) => *from = both,
                None => mentions.push(mention),
            }
            continue;
        }
        if let (Some(from), Some(before)) = (mentions.last_mut(), at.checked_sub(1).map(|at| &found[at])) {
            resolver.reorder(from, before, &mention, one);
            lend_day(t, from, before, &mention, one);
        }
        mentions.push(mention);
    }
    (mentions, notices)
}

/// "from 3 p.m. to 5 p.m. on Tuesday": the first hour is of the day that the second one states.
fn lend_day(t: &Lexed, from: &mut TimeMention, first: &Found, to: &TimeMention, second: &Found) {
    let bare = matches!(first.meaning, Meaning::Clock) && !matches!(second.meaning, Meaning::Clock);
    let clocks = from.kind == TimeKind::Time && to.kind == TimeKind::Time;
    let one_day = to.days.filter(|d| d.from == d.to && bare && clocks && is_range(t, first, second));
    if let (Some(days), Some((_, hour)), Some((day, _))) =
        (one_day, from.value.split_once('T'), to.value.split_once('T'))
    {
        from.value = [day, "T", hour].concat();
        from.days = Some(days);
        from.inferred.clone_from(&to.inferred);
        from.anchor = to.anchor;
    }
}

/// Two times as the stretch from one to the other, where the second does not lie before the first.
fn through(from: &TimeMention, to: &TimeMention) -> Option<TimeMention> {
    let days = Days { from: from.days?.from, to: to.days?.to };
    let mut inferred = [&*from.inferred, &*to.inferred].concat();
    inferred.arrange();
    inferred.dedup();
    (days.from <= days.to).then(|| TimeMention {
        span: from.span.cover(to.span),
        inferred,
        value: [&*from.value, "/", &*to.value].concat(),
        days: Some(days),
        refiners: from.refiners | to.refiners,
        ..from.clone()
    })
}

/// The first token and the year of a date that states its year.
fn stated(found: &Found) -> Option<(u32, i16)> {
    match found.meaning {
        Meaning::Date(Parts { year: Year::Stated(year), month: 1.., .. }) => Some((found.first, year)),
        _ => None,
    }
}

struct Resolver<'t, 'd> {
    t: &'t Lexed<'d>,
    published: Option<Day>,
    /// Minutes after midnight of publication, where stated.
    minute: Option<u16>,
    spoken: Spoken,
    /// In an article without a publication date: where a full date stands, and its year.
    stated: Vec<(u32, i16)>,
    /// Index of the sentence at hand.
    sentence: usize,
}

/// What was spoken of last.
#[derive(Default)]
struct Spoken {
    last: Option<(Moment, usize)>,
    day: Option<(Moment, usize)>,
    /// The minute of that day, where its clock time was told.
    minute: Option<u16>,
    /// A day of which something is told, and not one until which it lasts or is to come.
    told: Option<(Moment, usize)>,
    /// A day whose year is stated.
    stated: Option<(Moment, usize)>,
    quarter: Option<(Moment, usize)>,
    year: Option<(Moment, usize)>,
    /// How many months, years and longer have been spoken of since the last day, in which it does not lie.
    away: u32,
}

impl Spoken {
    /// Whether the text has gone over to other times, so that "the following day" is not counted from the
    /// last day it named.
    fn has_left(&self) -> bool {
        self.away > 1
    }
}

/// A reading before it is written.
#[derive(Clone, Copy, Default)]
struct Reading {
    moment: Option<Moment>,
    /// Where the second end has a value of its own.
    until: Option<Moment>,
    inferred: [Option<Inferred>; 2],
    anchor: Option<Day>,
    /// The clock time, where counting gave one.
    minute: Option<u16>,
    impossible: bool,
}

impl Reading {
    fn of(moment: Moment) -> Self {
        Self { moment: Some(moment), ..Self::default() }
    }

    fn inferring(self, inferred: Inferred) -> Self {
        Self { inferred: [Some(inferred), self.inferred[0]], ..self }
    }

    fn from(self, anchor: Day) -> Self {
        Self { anchor: Some(anchor), ..self }
    }
}

impl Resolver<'_, '_> {
    /// Whether the text is nothing but times.
    fn is_alone(&self) -> bool {
        self.t.register == Register::Phrase
    }

    /// Whether the clause of an expression looks ahead.
    fn ahead(&self, one: &Found) -> bool {
        self.is_alone() || tense::is_future(self.t, one.start(), one.end())
    }

    /// Moves on to the sentence of a token.
    fn enter(&mut self, token: usize) {
        let sentences = &self.t.document.sentences;
        while sentences.get(self.sentence).is_some_and(|s| s.last as usize <= token) {
            self.sentence += 1;
        }
    }

    /// "between March and June", told in May: where the first month, being the nearest, would lie behind
    /// the second, it is of the year before.
    fn reorder(&mut self, from: &mut TimeMention, first: &Found, to: &TimeMention, second: &Found) {
        let open = |one: &Found| match one.meaning {
            Meaning::Date(parts @ Parts { year: Year::None, month: 1.., which: Which::Any, .. }) => Some(parts),
            _ => None,
        };
        let (Some(parts), Some(_), Some(a), Some(b)) = (open(first), open(second), from.days, to.days) else { return };
        if a.from <= b.to || !is_range(self.t, first, second) {
            return;
        }
        let year = Year::Stated(a.from.year() - 1);
        let spoken = std::mem::take(&mut self.spoken);
        let earlier = self.read(&Found { meaning: Meaning::Date(Parts { year, ..parts }), ..*first }).0;
        self.spoken = spoken;
        *from = TimeMention { inferred: from.inferred.clone(), anchor: from.anchor, ..earlier };
    }

    fn read(&mut self, one: &Found) -> (TimeMention, Option<Notice>) {
        let t = self.t;
        let reading = self.resolve(one);
        let tokens = &t.document.tokens;
        let start = tokens.get(one.start()).map_or(0, |t| t.start);
        let end = one.end().checked_sub(1).and_then(|i| tokens.get(i)).map_or(start, |t| t.end);
        let span = Span::new(start, end.max(start));
        let moment = reading.moment.filter(|m| m.is_writable() && reading.until.is_none_or(Moment::is_writable));
        let days = moment.and_then(|m| {
            let last = reading.until.map_or(m.last, |u| u.last);
            Some(Days { from: moment::to_date(m.first)?, to: moment::to_date(last.max(m.first))? })
        });
        if let Some(moment) = moment {
            self.remember(reading.until.unwrap_or(moment), one);
        }
        let clock = match (one.clock, reading.minute) {
            (Clock::None, Some(minute)) => Clock::At { minute, second: None, hour_only: false, utc: false },
            (clock, _) => clock,
        };
        let kind = match one.meaning {
            Meaning::Length(_) => TimeKind::Duration,
            Meaning::Set(_) => TimeKind::Set,
            _ if clock != Clock::None => TimeKind::Time,
            _ => TimeKind::Date,
        };
        let mut value = String::with_capacity(10);
        value::write(&mut value, &one.meaning, moment, reading.until, clock);
        let mut inferred: Vec<Inferred> = reading.inferred.iter().flatten().copied().collect();
        inferred.arrange();
        inferred.dedup();
        let notice = reading.impossible.then(|| {
            let text = span.of(t.document.text);
            Notice::at(&t.document.article.id, span, format!("The calendar has no {text}: the date stays unresolved."))
        });
        let mention = TimeMention {
            span,
            kind,
            value,
            modifier: one.modifier,
            days,
            inferred,
            anchor: reading.anchor.and_then(moment::to_date),
            rule: one.rule.into(),
            refiners: one.refined,
        };
        (mention, notice)
    }

    fn remember(&mut self, moment: Moment, one: &Found) {
        // "8.6% in May, 8.7% a month earlier and 8.1% a year earlier": all are counted from May.
        let compared = matches!(one.meaning, Meaning::Shift { n: ..0, unit, base: Base::Spoken } if unit >= Unit::Week);
        if compared && self.spoken.last.is_some_and(|(_, sentence)| sentence == self.sentence) {
            return;
        }
        let now = Some((moment, self.sentence));
        self.spoken.last = now;
        if moment.grain == Grain::Day && stated(one).is_some() {
            self.spoken.stated = now;
        }
        let within = self.spoken.day.is_some_and(|(day, _)| moment.first <= day.first && day.last <= moment.last);
        self.spoken.away = match moment.grain {
            Grain::Day => 0,
            grain if grain > Grain::Week && !within => self.spoken.away + 1,
            _ => self.spoken.away,
        };
        match moment.grain {
            Grain::Day => {
                self.spoken.day = now;
                self.spoken.minute = match one.clock {
                    Clock::At { minute, utc: false, .. } => Some(minute),
                    _ => None,
                };
                // "and had spread by Friday. … began |the same day"
                let limit = self.t.is_any(one.start().wrapping_sub(1), "by until till before");
                if !limit && !self.ahead(one) {
                    self.spoken.told = now;
                }
            }
            Grain::Quarter | Grain::Half => self.spoken.quarter = now,
            Grain::Year => self.spoken.year = now,
            _ => {}
        }
    }

    fn resolve(&self, one: &Found) -> Reading {
        let t = self.t;
        match one.meaning {
            Meaning::Date(parts) => self.date(parts, one),
            Meaning::Range(first, second) => {
                let start = self.date(first, one);
                let end = match (first.year, second.year, start.moment) {
                    (Year::None, Year::None, Some(m)) => {
                        let (year, _, _) = civil(m.first);
                        self.date(Parts { year: Year::Stated(year as i16), ..second }, one)
                    }
                    _ => self.date(second, one),
                };
                let impossible = start.impossible || end.impossible;
                let fits = matches!((start.moment, end.moment), (Some(a), Some(b)) if a.first <= b.last);
                Reading {
                    moment: start.moment.filter(|_| fits),
                    until: end.moment.filter(|_| fits),
                    impossible,
                    ..start
                }
            }
            Meaning::Shift { n, unit: Unit::Year, base: Base::Spoken } if one.rule == "last-next" => {
                // "the previous year" is a whole year, also after a quarter.
                let year = self.spoken.last.filter(|(_, s)| self.sentence.saturating_sub(*s) <= 8);
                year.map_or_else(
                    || self.since_published(n, Unit::Year),
                    |(m, _)| {
                        Reading::of(Moment::shifted(m.first, n, Unit::Year)).inferring(Inferred::Anchor).from(m.first)
                    },
                )
            }
            Meaning::Shift { n, unit, base } => self.shift(n, unit, base, one),
            Meaning::Length(length) if t.brief() && length.side.is_some() => self.stretch(length),
            Meaning::Length(length) => {
                let anchored = length.side.and(self.published);
                Reading { anchor: anchored, ..Reading::default() }
            }
            Meaning::Same(unit) => self.same(unit),
            Meaning::Clock => self.clock_day(),
            Meaning::Feast { feast, year, which } => self.feast(feast, year, which, one),
            Meaning::InWeek { n, weekday } => self.published.map_or_else(Reading::default, |p| {
                let week = Moment::shifted(p, n, Unit::Week);
                Reading::of(Moment::day(week.first + Day::from(weekday) - 1)).inferring(Inferred::Anchor).from(p)
            }),
            Meaning::Nth { n, unit, parts } => self.nth(n, unit, parts, one),
            Meaning::Offset { n, unit, from } => {
                let base = match from {
                    Anchor::Date(parts) => self.date(parts, one),
                    Anchor::Units(n, unit) => self.published.map_or_else(Reading::default, |p| {
                        Reading::of(exactly(p, n, unit)).inferring(Inferred::Anchor)
                    }),
                    Anchor::Shift(n) => self.since_published(n, Unit::Day),
                    Anchor::Feast(feast, year, which) => self.feast(feast, year, which, one),
                };
                let Some(day) = base.moment else { return base };
                Reading { moment: Some(exactly(day.first, n, unit)), ..base.from(day.first) }
            }
            Meaning::Set(_) | Meaning::Reference(_) => Reading::default(),
        }
    }
}
