//! Dates and parts of dates: which year, which week, which one of several.

use super::{Reading, Resolver};
use crate::time::found::{Found, Part, Parts, Which, Year};
use crate::time::moment::{self, Day, Grain, Moment, Unit, checked_day, civil};
use crate::time::rules::holiday;
use crate::time::words::{Class, Key};
use crate::time::{Inferred, tense};

/// Days from publication within which a day without a year is news.
const FRESH: Day = 45;
/// Days before publication from which a text looks back, and to which it goes on to.
const LONG_AGO: std::ops::Range<Day> = 100..2000;
/// Days between two days that are spoken of together, and sentences that may lie between them.
const AROUND: Day = 62;
const REMEMBERED: usize = 12;

impl Resolver<'_, '_> {
    pub(super) fn date(&self, parts: Parts, one: &Found) -> Reading {
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
    pub(super) fn year(&self, year: Year) -> (Option<i32>, Option<Inferred>) {
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
            let day = |y| checked_day(y, parts.month, parts.day);
            let nearest = self.nearest(published, parts, one, |y| day(y).map(Moment::day));
            // "Friday, July 18" is of a year in which that day is a Friday, where one is near.
            let fits = |m: &Moment| parts.weekday == 0 || moment::weekday(m.first) == parts.weekday;
            let other = || {
                let days = [year, year - 1, year + 1].into_iter().filter_map(day).map(Moment::day).filter(fits);
                days.min_by_key(|m| (m.first - published).abs())
            };
            nearest.filter(fits).or_else(other).or(nearest)
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
            // "Friday the 13th" is of a month in which that day is a Friday, where one is near.
            let named = |d: &Day| parts.weekday != 0 && moment::weekday(*d) == parts.weekday;
            let near = (0..12).map(|n| if future { n } else { -n }).find_map(|n| day_of(n).filter(named).filter(fits));
            let day = near.or_else(|| order.iter().find_map(|n| day_of(*n).filter(fits))).or_else(|| day_of(0));
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
            Which::Any if self.is_alone() => return (year..year + 5).filter_map(&at).find(|m| m.first >= published),
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
            // "it ended Jan. 5" is never told of a day to come.
            if ahead && distance > 7 && tense::is_told(self.t, one.start()) {
                distance += 365;
            }
            if best.is_none_or(|(d, _)| distance < d) {
                best = Some((distance, moment));
            }
            if distance < 60 {
                break;
            }
        }
        let near = best.filter(|b| (b.1.first - published).abs() <= FRESH).map(|b| b.1);
        near.or_else(|| self.of_that_time(published, one, &at)).or(best.map(|b| b.1))
    }

    /// In a look back: the year in which a day lies about the one that was spoken of last, "on 3 May 2019
    /// … on 6 May" in a report of 2020.
    fn of_that_time(&self, published: Day, one: &Found, at: &impl Fn(i32) -> Option<Moment>) -> Option<Moment> {
        let (spoken, sentence) = self.spoken.stated?;
        let (year, _, _) = civil(spoken.first);
        let lately = self.sentence - sentence.min(self.sentence) <= REMEMBERED;
        if !lately
            || !LONG_AGO.contains(&(published - spoken.first))
            || tense::is_future(self.t, one.start(), one.end())
        {
            return None;
        }
        let mut around = [year, year - 1, year + 1].into_iter().filter_map(at);
        around.find(|m| m.grain == Grain::Day && (m.first - spoken.first).abs() <= AROUND)
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
            Which::Any if self.ahead(one) => {
                if self.reported(one, this.grain, published, last, next) {
                    last
                } else {
                    next
                }
            }
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
        if self.is_alone() || last.last >= published {
            return false;
        }
        match grain {
            Grain::Quarter | Grain::Half => {
                // What something is measured against is over: "higher sales than the first half's".
                let ended = t.is(one.end(), "ended") || t.key(one.start().wrapping_sub(1)) == Key::Than;
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
        if let Some((day, from)) = self.looked_back(parts, published, one) {
            return Reading::of(Moment::day(day)).inferring(Inferred::Weekday).from(from);
        }
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

    /// "on the Thursday night" weeks later: the Thursday nearest to the day that was spoken of.
    /// The day that was spoken of comes along.
    fn looked_back(&self, parts: Parts, published: Day, one: &Found) -> Option<(Day, Day)> {
        let t = self.t;
        let at = (one.start()..one.end()).find(|&i| t.class(i) == Class::Weekday)?;
        let told = parts.which == Which::Any && t.key(at.checked_sub(1)?) == Key::The;
        let spoken = self.spoken.day.filter(|(m, _)| told && published - m.first > 6)?.0.first;
        let ahead = Day::from((parts.weekday + 7 - moment::weekday(spoken)) % 7);
        Some((spoken + if ahead > 3 { ahead - 7 } else { ahead }, spoken))
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

    pub(super) fn feast(&self, feast: u8, year: Year, which: Which, one: &Found) -> Reading {
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

    pub(super) fn nth(&self, n: i8, unit: Unit, parts: Parts, one: &Found) -> Reading {
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
            Unit::Month if n != 0 => {
                let month = if n > 0 { Day::from(n) - 1 } else { 11 };
                Moment::months(civil(stretch.first).0, month, 1, Grain::Month)
            }
            // The week of a day; the quarter that ends with it, whose middle lies six weeks before.
            _ if n == 0 => Moment::shifted(stretch.first - if unit == Unit::Quarter { 45 } else { 0 }, 0, unit),
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
