//! Gives each expression its calendar days: from the publication date, from what was spoken of
//! before, and from the tense of its clause.
//!
//! The choices are those that hold most often in news: a bare weekday is the most recent one,
//! today included, unless the clause looks ahead; a month and day without a year is the nearest;
//! a bare month or season is the most recent one. Without a publication date nothing relative
//! is resolved; a missing year is then that of the article's own nearest full date.

use super::found::{Anchor, Base, Clock, Found, Length, Meaning, Part, Parts, Side, Which, Year};
use super::lexed::Lexed;
use super::moment::{self, Day, Grain, Moment, Unit, checked_day, civil};
use super::rules::holiday;
use super::value;
use super::words::{Class, Key};
use super::{Days, Inferred, TimeKind, TimeMention, tense};
use crate::notice::Notice;
use crate::order::Arrange;
use crate::span::Span;

/// Resolves all expressions of a document, in order.
pub(super) fn run(t: &Lexed, found: &[Found]) -> (Vec<TimeMention>, Vec<Notice>) {
    let article = t.document.article;
    let mut resolver = Resolver {
        t,
        published: article.published.map(|p| moment::from_date(p.date)),
        minute: article.published.and_then(|p| p.minute),
        spoken: Spoken::default(),
        alone: is_alone(t, found),
        stated: if article.published.is_none() { found.iter().filter_map(stated).collect() } else { Vec::new() },
        sentence: 0,
    };
    let mut mentions = Vec::with_capacity(found.len());
    let mut notices = Vec::new();
    for one in found {
        resolver.enter(one.start());
        let (mention, notice) = resolver.read(one);
        notices.extend(notice);
        mentions.push(mention);
    }
    (mentions, notices)
}

/// Whether the text is nothing but expressions of time and the small words between them: what
/// a person types to name a time, not prose. It looks ahead, and a length in it is a stretch.
fn is_alone(t: &Lexed, found: &[Found]) -> bool {
    let covered = |at: usize| found.iter().any(|f| f.start() <= at && at < f.end());
    t.len() < 16 && (0..t.len()).all(|at| matches!(t.class(at), Class::Key | Class::Mark) || covered(at))
}

/// The first token and the year of a date that states its year.
fn stated(found: &Found) -> Option<(u32, i16)> {
    match found.meaning {
        Meaning::Date(Parts { year: Year::Stated(year), month: 1.., .. }) => Some((found.first, year)),
        _ => None,
    }
}

/// The day that lies so many units from another: in months and years, the same day of the month.
fn exactly(day: Day, n: i32, unit: Unit) -> Moment {
    let (year, month, date) = civil(day);
    let months = match unit {
        Unit::Month => n,
        Unit::Quarter | Unit::Season => n.saturating_mul(3),
        Unit::Year => n.saturating_mul(12),
        Unit::Decade => n.saturating_mul(120),
        Unit::Week | Unit::Weekend => return Moment::day(day.saturating_add(n.saturating_mul(7))),
        Unit::Fortnight => return Moment::day(day.saturating_add(n.saturating_mul(14))),
        Unit::Day | Unit::Night => return Moment::day(day.saturating_add(n)),
        _ => return Moment::shifted(day, n, unit),
    };
    let month = Moment::months(year, (month - 1).saturating_add(months), 1, Grain::Month);
    Moment::day((month.first + date - 1).min(month.last))
}

struct Resolver<'t, 'd> {
    t: &'t Lexed<'d>,
    published: Option<Day>,
    /// Minutes after midnight of publication, where stated.
    minute: Option<u16>,
    spoken: Spoken,
    /// See [`is_alone`].
    alone: bool,
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
    quarter: Option<(Moment, usize)>,
    year: Option<(Moment, usize)>,
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
    /// Whether the clause of an expression looks ahead.
    fn ahead(&self, one: &Found) -> bool {
        self.alone || tense::is_future(self.t, one.start(), one.end())
    }

    /// Moves on to the sentence of a token.
    fn enter(&mut self, token: usize) {
        let sentences = &self.t.document.sentences;
        while sentences.get(self.sentence).is_some_and(|s| s.last as usize <= token) {
            self.sentence += 1;
        }
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
            self.remember(reading.until.unwrap_or(moment));
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

    fn remember(&mut self, moment: Moment) {
        let now = Some((moment, self.sentence));
        self.spoken.last = now;
        match moment.grain {
            Grain::Day => self.spoken.day = now,
            Grain::Quarter | Grain::Half => self.spoken.quarter = now,
            Grain::Year => self.spoken.year = now,
            _ => {}
        }
    }

    fn resolve(&self, one: &Found) -> Reading {
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
            Meaning::Shift { n, unit, base } => self.shift(n, unit, base),
            Meaning::Length(length) if self.alone && length.side.is_some() => self.stretch(length),
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

    // ---- dates ----

    fn date(&self, parts: Parts, one: &Found) -> Reading {
        let (year, inferred) = self.year(parts.year);
        let base = Reading { inferred: [inferred, None], ..Reading::default() };
        let given = |moment| Reading { moment: Some(moment), ..base };
        let Some(year) = year else {
            return if parts.year == Year::None { self.open(parts, one) } else { base };
        };
        match parts.part {
            Part::Quarter(n) => return given(Moment::quarter(year, n)),
            Part::Half(n) => return given(Moment::half(year, n)),
            Part::Season(n) => return given(Moment::season(year, n)),
            Part::Week(n) => return given(Moment::week(moment::week_start(year, n.into()))),
            Part::Decade => return given(Moment::decade(year.div_euclid(10) * 10)),
            Part::Century => return given(Moment::century(year)),
            Part::Weekend | Part::None => {}
        }
        match (parts.month, parts.day) {
            (0, 0) => given(Moment::year(year)),
            (month, 0) => given(Moment::month(year, month)),
            (month, day) => match checked_day(year, month, day) {
                Some(day) => given(Moment::day(day)),
                None => Reading { impossible: true, ..base },
            },
        }
    }

    /// The year that is said, and what of it was not stated.
    fn year(&self, year: Year) -> (Option<i32>, Option<Inferred>) {
        match year {
            Year::None => (None, None),
            Year::Stated(year) => (Some(year.into()), None),
            Year::Short(short) => {
                let now = self.published.map_or(2025, |p| civil(p).0);
                let this = now - now.rem_euclid(100) + i32::from(short);
                // Not more than twenty years ahead.
                (Some(if this > now + 20 { this - 100 } else { this }), Some(Inferred::Century))
            }
            Year::Shift(n) => (self.published.map(|p| civil(p).0 + i32::from(n)), Some(Inferred::Anchor)),
            Year::Same => {
                let year = self.spoken.last.map(|(m, _)| civil(m.first).0);
                (year.or_else(|| self.published.map(|p| civil(p).0)), Some(Inferred::Year))
            }
        }
    }

    /// A date whose year is not said.
    fn open(&self, parts: Parts, one: &Found) -> Reading {
        if parts.month != 0 && parts.day > moment::month_length(2000, parts.month) {
            return Reading { impossible: true, ..Reading::default() };
        }
        let Some(published) = self.published else { return self.undated(parts, one) };
        if parts.part == Part::Weekend {
            let this = Moment::weekend(published);
            let ahead = this.first <= published || self.ahead(one);
            let weekend = if ahead { this } else { Moment::weekend(published - 7) };
            return Reading::of(weekend).inferring(Inferred::Weekday).from(published);
        }
        let (year, month, _) = civil(published);
        let reading = if parts.weekday != 0 && parts.day == 0 {
            return self.weekday(parts, published, one);
        } else if parts.month != 0 && parts.day != 0 {
            self.nearest(published, parts, one, |y| checked_day(y, parts.month, parts.day).map(Moment::day))
        } else if parts.month != 0 {
            self.recurring(published, parts.which, one, Moment::month(year, parts.month), |y| {
                Moment::month(y, parts.month)
            })
        } else if parts.day != 0 {
            // "the 22nd": of this month, or of the one before or after it.
            let day_of = |n: i32| {
                let m = Moment::months(year, month - 1 + n, 1, Grain::Month);
                Some(m.first + Day::from(parts.day) - 1).filter(|d| *d <= m.last)
            };
            let future = self.ahead(one);
            let order = if future { [0, 1, -1] } else { [0, -1, 1] };
            let fits = |d: &Day| if future { *d >= published } else { *d <= published + 7 };
            let day = order.iter().find_map(|n| day_of(*n).filter(fits)).or_else(|| day_of(0));
            return Reading { moment: day.map(Moment::day), ..Reading::default() }.inferring(Inferred::Month);
        } else {
            let which = parts.which;
            match parts.part {
                Part::Quarter(n) => {
                    self.recurring(published, which, one, Moment::quarter(year, n), |y| Moment::quarter(y, n))
                }
                Part::Half(n) => self.recurring(published, which, one, Moment::half(year, n), |y| Moment::half(y, n)),
                Part::Season(n) => {
                    self.recurring(published, which, one, Moment::season(year, n), |y| Moment::season(y, n))
                }
                _ => None,
            }
        };
        match reading {
            Some(moment) => Reading::of(moment).inferring(Inferred::Year),
            None => Reading::default(),
        }
    }

    /// The nearest of the years around; a verb's tense decides where two are not far apart.
    fn nearest(&self, published: Day, parts: Parts, one: &Found, at: impl Fn(i32) -> Option<Moment>) -> Option<Moment> {
        let (year, _, _) = civil(published);
        match parts.which {
            Which::Last | Which::Previous => {
                return [year, year - 1].into_iter().filter_map(&at).find(|m| m.first < published);
            }
            Which::Next | Which::Following => {
                return [year, year + 1].into_iter().filter_map(&at).find(|m| m.first > published);
            }
            Which::This => return at(year),
            Which::Any if self.alone => return (year..year + 5).filter_map(&at).find(|m| m.first >= published),
            Which::Any => {}
        }
        let mut best: Option<(i32, Moment)> = None;
        // 29 February may be four years away.
        for y in [year, year - 1, year + 1, year - 2, year + 2, year - 3, year + 3, year - 4, year + 4] {
            let Some(moment) = at(y) else { continue };
            let mut distance = (moment.first - published).abs();
            // Where the other side is about as far, the tense tells.
            let ahead = moment.first > published;
            let against = if ahead {
                tense::is_past(self.t, one.start(), one.end())
            } else {
                tense::is_future(self.t, one.start(), one.end())
            };
            if against && distance > 60 {
                distance += 130;
            }
            if best.is_none_or(|(d, _)| distance < d) {
                best = Some((distance, moment));
            }
            if distance < 60 {
                break;
            }
        }
        best.map(|(_, moment)| moment)
    }

    /// What comes every year: the most recent one that has begun, or the next one where the
    /// clause looks ahead.
    fn recurring(
        &self,
        published: Day,
        which: Which,
        one: &Found,
        this: Moment,
        at: impl Fn(i32) -> Moment,
    ) -> Option<Moment> {
        let (year, _, _) = civil(published);
        let last = if this.first <= published { this } else { at(year - 1) };
        let next = if this.last >= published { this } else { at(year + 1) };
        // "in November, in December, in January": each follows the one before.
        if which == Which::Any
            && let Some((before, sentence)) = self.spoken.last
            && sentence == self.sentence
            && before.grain == this.grain
            && before.first > published
        {
            return [this, at(year + 1), at(year + 2)].into_iter().find(|m| m.first >= before.first);
        }
        Some(match which {
            Which::Last | Which::Previous => {
                if last.holds(published) {
                    at(civil(last.first).0 - 1)
                } else {
                    last
                }
            }
            Which::Next | Which::Following => {
                if next.holds(published) {
                    at(civil(next.first).0 + 1)
                } else {
                    next
                }
            }
            Which::This => {
                // Winter runs over the turn of the year.
                if at(year - 1).holds(published) { at(year - 1) } else { this }
            }
            Which::Any if self.ahead(one) && !self.reported(one, this.grain, published, last, next) => next,
            Which::Any if tense::is_past(self.t, one.start(), one.end()) => last,
            // No verb tells: the nearer one, and the one that has begun where both are as near.
            Which::Any if next.first - published < published - last.last => next,
            Which::Any => last,
        })
    }

    /// Whether a clause that looks ahead speaks of a stretch that is over: "expects to report a
    /// loss for the third quarter", "will release its October figures".
    fn reported(&self, one: &Found, grain: Grain, published: Day, last: Moment, next: Moment) -> bool {
        let t = self.t;
        if self.alone || last.last >= published {
            return false;
        }
        match grain {
            Grain::Quarter | Grain::Half => {
                let ended = t.is(one.end(), "ended");
                let figures = || {
                    (one.start().saturating_sub(10)..one.end() + 6).any(|i| {
                        t.is_any(
                            i,
                            "report reports post loss losses profit profits earnings net income results sales revenue",
                        )
                    })
                };
                ended || (published - last.last < 100 && figures())
            }
            Grain::Month => {
                let before = one.start().wrapping_sub(1);
                let placed = t.class(before) == Class::Key || t.is_hyphen(before) || t.class(before) == Class::Month;
                let owned = matches!(t.key(before), Key::The | Key::A | Key::Possessive);
                (!placed || owned) && published - last.last < next.first - published
            }
            _ => false,
        }
    }

    fn weekday(&self, parts: Parts, published: Day, one: &Found) -> Reading {
        let back = Day::from((moment::weekday(published) + 7 - parts.weekday) % 7);
        let week = moment::monday(published) + Day::from(parts.weekday) - 1;
        let day = match parts.which {
            Which::Any if back > 0 && self.ahead(one) => published - back + 7,
            Which::Any => published - back,
            Which::Last => published - if back == 0 { 7 } else { back },
            Which::This => week,
            Which::Next => week + 7,
            Which::Previous | Which::Following => {
                let spoken = self.spoken.day.map_or(published, |(m, _)| m.first);
                let ahead = Day::from((parts.weekday + 7 - moment::weekday(spoken)) % 7);
                if parts.which == Which::Following {
                    spoken + if ahead == 0 { 7 } else { ahead }
                } else {
                    spoken + ahead - 7
                }
            }
        };
        Reading::of(Moment::day(day)).inferring(Inferred::Weekday).from(published)
    }

    /// Without a publication date: the year of the article's nearest full date.
    fn undated(&self, parts: Parts, one: &Found) -> Reading {
        if parts.month == 0 || parts.which != Which::Any {
            return Reading::default();
        }
        let after = self.stated.partition_point(|(token, _)| *token < one.first);
        let near = self.stated[after.saturating_sub(1)..].iter().take(2);
        let nearest = near.min_by_key(|(token, _)| token.abs_diff(one.first));
        let Some((_, year)) = nearest else { return Reading::default() };
        self.date(Parts { year: Year::Stated(*year), ..parts }, one).inferring(Inferred::Year)
    }

    // ---- counted ----

    fn shift(&self, n: i32, unit: Unit, base: Base) -> Reading {
        match base {
            Base::Published => self.since_published(n, unit),
            Base::Ago => {
                // "a year ago" beside a quarter is the quarter it is compared with.
                if unit == Unit::Year
                    && let Some((quarter, _)) = self.spoken.quarter.filter(|(_, s)| self.sentence - *s <= 1)
                {
                    return self.years_from(quarter, n);
                }
                self.since_published(n, unit)
            }
            Base::Compared => {
                let quarter = self.spoken.quarter.filter(|(_, s)| self.sentence.saturating_sub(*s) <= 12);
                match (quarter, self.published) {
                    (Some((quarter, _)), _) => self.years_from(quarter, -1),
                    (None, Some(p)) if unit == Unit::Quarter => {
                        self.years_from(Moment::shifted(p, -1, Unit::Quarter), -1)
                    }
                    _ => self.since_spoken(n, unit),
                }
            }
            Base::Spoken => self.since_spoken(n, unit),
        }
    }

    fn since_published(&self, n: i32, unit: Unit) -> Reading {
        let Some(published) = self.published else { return Reading::default() };
        if unit.is_clock() {
            return self.by_the_clock(n, unit, published, self.minute);
        }
        Reading::of(Moment::shifted(published, n, unit)).inferring(Inferred::Anchor).from(published)
    }

    /// So many hours or minutes from a day, whose own clock time may be unknown.
    fn by_the_clock(&self, n: i32, unit: Unit, day: Day, minute: Option<u16>) -> Reading {
        let seconds = i64::from(n)
            * match unit {
                Unit::Second => 1,
                Unit::Minute => 60,
                _ => 3600,
            };
        let unknown = Reading::default().from(day);
        let (day, minute) = match minute {
            Some(minute) => {
                let at = (i64::from(minute) * 60 + seconds).div_euclid(60);
                let Ok(days) = Day::try_from(at.div_euclid(1440)) else { return unknown };
                (day.saturating_add(days), Some(at.rem_euclid(1440) as u16))
            }
            // Whole days need no clock; a few hours most likely stay within the day.
            None if seconds % 86_400 == 0 => {
                let Ok(days) = Day::try_from(seconds / 86_400) else { return unknown };
                (day.saturating_add(days), None)
            }
            None if seconds.abs() <= 6 * 3600 => (day, None),
            None => return unknown,
        };
        Reading {
            minute,
            ..Reading::of(Moment::day(day)).inferring(Inferred::Anchor).from(unknown.anchor.unwrap_or(day))
        }
    }

    /// "the next three weeks" as a stretch of the calendar: whole units, this one left out.
    fn stretch(&self, length: Length) -> Reading {
        let (Some(published), Some(n)) = (self.published, length.amount.integer()) else { return Reading::default() };
        if length.unit.is_clock() {
            return Reading::of(Moment::day(published)).from(published);
        }
        let (first, last) = if length.side == Some(Side::Ahead) { (1, n) } else { (-n, -1) };
        let first = Moment::shifted(published, first, length.unit);
        let until = Some(Moment::shifted(published, last, length.unit)).filter(|u| u.last > first.last);
        Reading { until, ..Reading::of(first).from(published) }
    }

    /// The same stretch so many years away; of a day only the year is meant.
    fn years_from(&self, moment: Moment, n: i32) -> Reading {
        let (year, month, _) = civil(moment.first);
        let year = year.saturating_add(n);
        let months = |count, grain| Moment::months(year, month - 1, count, grain);
        let shifted = match moment.grain {
            Grain::Quarter => months(3, Grain::Quarter),
            Grain::Half => months(6, Grain::Half),
            Grain::Season => months(3, Grain::Season),
            Grain::Month => months(1, Grain::Month),
            _ => Moment::year(year),
        };
        Reading::of(shifted).inferring(Inferred::Anchor).from(moment.first)
    }

    fn since_spoken(&self, n: i32, unit: Unit) -> Reading {
        let recent = self.spoken.last.filter(|(_, s)| self.sentence.saturating_sub(*s) <= 8);
        let day = self.spoken.day.filter(|(_, s)| self.sentence.saturating_sub(*s) <= 8);
        let anchor = if unit <= Unit::Night { day.or(recent) } else { recent };
        let Some((anchor, _)) = anchor else { return self.since_published(n, unit) };
        if unit == Unit::Year {
            return self.years_from(anchor, n);
        }
        if unit.is_clock() {
            return if anchor.grain == Grain::Day {
                self.by_the_clock(n, unit, anchor.first, None)
            } else {
                Reading::default()
            };
        }
        // "two days later" needs a day to count from.
        if anchor.grain > unit.grain() && !(anchor.grain <= Grain::Week && unit.grain() == Grain::Day) {
            return if anchor.grain > Grain::Year || unit.grain() < Grain::Month {
                Reading::default()
            } else {
                Reading::of(Moment::shifted(anchor.first, n, unit)).inferring(Inferred::Anchor).from(anchor.first)
            };
        }
        Reading::of(Moment::shifted(anchor.first, n, unit)).inferring(Inferred::Anchor).from(anchor.first)
    }

    /// What was spoken of before.
    fn same(&self, unit: Unit) -> Reading {
        let near = |spoken: Option<(Moment, usize)>, reach: usize| {
            spoken.filter(|(_, s)| self.sentence.saturating_sub(*s) <= reach).map(|(m, _)| m)
        };
        let last = near(self.spoken.last, 4);
        let moment = match unit {
            Unit::Day | Unit::Night => near(self.spoken.day, 6).map(|m| Moment::day(m.first)),
            Unit::Quarter => {
                let quarter = near(self.spoken.quarter, 12);
                quarter.or_else(|| self.published.map(|p| Moment::shifted(p, -1, Unit::Quarter)))
            }
            _ => last.filter(|m| m.grain <= unit.grain()).map(|m| Moment::shifted(m.first, 0, unit)),
        };
        let moment = moment.or_else(|| self.published.map(|p| Moment::shifted(p, 0, unit)));
        match moment {
            Some(moment) => Reading::of(moment).inferring(Inferred::Anchor).from(moment.first),
            None => Reading::default(),
        }
    }

    /// The day of a clock time that stands without one.
    fn clock_day(&self) -> Reading {
        let spoken = self.spoken.day.filter(|(_, s)| *s == self.sentence || *s + 1 == self.sentence);
        match spoken.map(|(m, _)| m).or_else(|| self.published.map(Moment::day)) {
            Some(day) => Reading::of(day).inferring(Inferred::Anchor).from(day.first),
            None => Reading::default(),
        }
    }

    fn feast(&self, feast: u8, year: Year, which: Which, one: &Found) -> Reading {
        let at = |y: i32| holiday::day_in(feast, y).map(Moment::day);
        let (stated, inferred) = self.year(year);
        if let Some(year) = stated {
            return Reading { moment: at(year), inferred: [inferred, None], ..Reading::default() };
        }
        let Some(published) = self.published else { return Reading::default() };
        let parts = Parts { which, ..Parts::default() };
        let moment = self.nearest(published, parts, one, at);
        Reading { moment, ..Reading::default() }.inferring(Inferred::Year)
    }

    fn nth(&self, n: i8, unit: Unit, parts: Parts, one: &Found) -> Reading {
        let whole = if parts.which != Which::Any && parts.month == 0 {
            let n = match parts.which {
                Which::Last | Which::Previous => -1,
                Which::Next | Which::Following => 1,
                _ => 0,
            };
            self.since_published(n, Unit::Month)
        } else {
            self.date(Parts { weekday: 0, ..parts }, one)
        };
        let Some(stretch) = whole.moment else { return whole };
        let step = Day::from(n);
        let moment = match unit {
            Unit::Day => Moment::day(if n > 0 { stretch.first + step - 1 } else { stretch.last }),
            Unit::Month => {
                let month = if n > 0 { Day::from(n) - 1 } else { 11 };
                Moment::months(civil(stretch.first).0, month, 1, Grain::Month)
            }
            _ if n == 0 => {
                if unit == Unit::Weekend {
                    Moment::weekend(stretch.first)
                } else {
                    Moment::week(stretch.first)
                }
            }
            _ if parts.weekday != 0 => {
                let ahead = Day::from((7 + parts.weekday - moment::weekday(stretch.first)) % 7);
                let behind = Day::from((7 + moment::weekday(stretch.last) - parts.weekday) % 7);
                Moment::day(if n > 0 { stretch.first + ahead + 7 * (step - 1) } else { stretch.last - behind })
            }
            // The first week of a month is the one that holds its first Thursday, as in ISO years.
            _ => {
                let first = moment::monday(stretch.first + 3);
                let last = moment::monday(stretch.last - 3);
                let monday = if n > 0 { first + 7 * (step - 1) } else { last };
                if unit == Unit::Weekend { Moment::weekend(monday) } else { Moment::week(monday) }
            }
        };
        Reading { moment: Some(moment), ..whole }
    }
}
