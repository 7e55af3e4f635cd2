//! The time axis: from a stretch of time and a width to ticks whose labels never overlap.
//!
//! Two tiers. The lower one counts hours, days, months or years; the upper one names the day,
//! month or year around them, and its first label stays at the left edge while time moves.

use super::days::{self, View};
use jiff::civil::Date;

/// How a point in time is to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// "14:00"
    Hour,
    /// "8"
    Day,
    /// "Mar"
    Month,
    /// "2024"
    Year,
    /// "8 March 2024"
    FullDay,
    /// "March 2024"
    MonthYear,
}

/// Writes dates for a reader: the day, the hour of it (0 to 23), and the form.
pub type WriteDate<'a> = dyn Fn(Date, u8, Form) -> String + 'a;
/// Width of a text in CSS pixels, in the axis' or the labels' own type.
pub type Measure<'a> = dyn Fn(&str) -> f32 + 'a;

/// One tick.
#[derive(Clone, Debug, PartialEq)]
pub struct Tick {
    /// Where its line stands, in CSS pixels from the left edge of the view.
    pub x: f32,
    /// Where its label begins.
    pub label_x: f32,
    /// What is written; empty where there was no room.
    pub label: String,
    /// Whether the tick also begins a unit of the upper tier.
    pub strong: bool,
}

/// The axis of a view.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Axis {
    /// Hours, days, months or years.
    pub lower: Vec<Tick>,
    /// The day, month or year around them.
    pub upper: Vec<Tick>,
}

/// A distance between ticks or a width of bins, in calendar units.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// So many hours; a divisor of 24.
    Hours(u8),
    /// One day.
    Day,
    /// Monday to Sunday.
    Week,
    /// So many months; a divisor of 12.
    Months(u8),
    /// So many years.
    Years(u16),
}

/// From the finest to the coarsest.
pub const STEPS: [Step; 17] = [
    Step::Hours(1),
    Step::Hours(3),
    Step::Hours(6),
    Step::Hours(12),
    Step::Day,
    Step::Week,
    Step::Months(1),
    Step::Months(3),
    Step::Months(6),
    Step::Years(1),
    Step::Years(2),
    Step::Years(5),
    Step::Years(10),
    Step::Years(50),
    Step::Years(100),
    Step::Years(500),
    Step::Years(1000),
];

impl Step {
    /// Length in days; of months and years the mean.
    #[must_use]
    pub fn days(self) -> f64 {
        match self {
            Self::Hours(n) => f64::from(n) / 24.0,
            Self::Day => 1.0,
            Self::Week => 7.0,
            Self::Months(n) => f64::from(n) * 30.44,
            Self::Years(n) => f64::from(n) * 365.2425,
        }
    }

    /// The last point of this step at or before a time.
    #[must_use]
    pub fn floor(self, day: f64) -> f64 {
        match self {
            Self::Hours(n) => {
                let per_day = 24.0 / f64::from(n);
                (day * per_day + 1e-6).floor() / per_day
            }
            Self::Day => day.floor(),
            // 1 January 1970 was a Thursday.
            Self::Week => ((day + 3.0) / 7.0).floor() * 7.0 - 3.0,
            Self::Months(n) => {
                let date = whole_day(day);
                let n = n.clamp(1, 12) as i8;
                first_of(date.year(), (date.month() - 1) / n * n + 1)
            }
            Self::Years(n) => first_of(date_year_floor(whole_day(day).year(), n), 1),
        }
    }

    /// The point that follows one given by [`Step::floor`].
    #[must_use]
    pub fn after(self, point: f64) -> f64 {
        match self {
            // A step and a half ahead is inside the next unit, whatever its length.
            Self::Months(_) | Self::Years(_) => {
                let next = self.floor(point + self.days() * 1.5);
                if next > point { next } else { point + self.days() }
            }
            _ => self.floor(point + self.days() * 1.01),
        }
    }

    fn form(self) -> Form {
        match self {
            Self::Hours(_) => Form::Hour,
            Self::Day | Self::Week => Form::Day,
            Self::Months(_) => Form::Month,
            Self::Years(_) => Form::Year,
        }
    }

    /// What the upper tier counts, and how it is written.
    fn around(self) -> Option<(Self, Form)> {
        match self {
            Self::Hours(_) => Some((Self::Day, Form::FullDay)),
            Self::Day | Self::Week => Some((Self::Months(1), Form::MonthYear)),
            Self::Months(_) => Some((Self::Years(1), Form::Year)),
            Self::Years(_) => None,
        }
    }
}

fn date_year_floor(year: i16, n: u16) -> i16 {
    let n = i32::from(n.max(1));
    (i32::from(year).div_euclid(n) * n).clamp(-9999, 9999) as i16
}

fn first_of(year: i16, month: i8) -> f64 {
    f64::from(Date::new(year, month, 1).map_or(0, days::number))
}

fn whole_day(day: f64) -> Date {
    days::date(day.floor() as i32)
}

fn write(day: f64, form: Form, write_date: &WriteDate) -> String {
    let hour = ((day - day.floor()) * 24.0).round() as u8;
    write_date(whole_day(day), hour.min(23), form)
}

/// Space between two labels, in CSS pixels.
const GAP: f32 = 14.0;

/// The finest step whose units are at least `pixels` wide in a view.
#[must_use]
pub fn step_of(view: View, width: f32, pixels: f32) -> Step {
    let least = f64::from(pixels) * view.length() / f64::from(width.max(1.0));
    STEPS.into_iter().find(|s| s.days() >= least).unwrap_or(Step::Years(1000))
}

/// The axis of a view.
#[must_use]
pub fn axis(view: View, width: f32, measure: &Measure, write_date: &WriteDate) -> Axis {
    let per_day = f64::from(width) / view.length();
    let step = STEPS
        .into_iter()
        .filter(|step| *step != Step::Months(6)) // "Jul Jan Jul" reads badly.
        .find(|step| {
            let sample = write(view.from.floor() + 0.5, step.form(), write_date);
            step.days() * per_day >= f64::from(measure(&sample).max(14.0) * 1.2 + GAP)
        })
        .unwrap_or(Step::Years(1000));
    let around = step.around();
    let upper = around.map(|(unit, form)| upper(view, width, unit, form, measure, write_date)).unwrap_or_default();
    let mut lower: Vec<Tick> = Vec::new();
    let mut free = f32::MIN;
    let mut day = step.floor(view.from);
    while day <= view.to && lower.len() < 400 {
        let x = view.x(day, width);
        let mut label = write(day, step.form(), write_date);
        let size = measure(&label);
        let label_x = x + 4.0;
        if label_x < free || label_x < 0.0 || label_x + size > width {
            label.clear();
        } else {
            // Half of it: February is shorter than the step was chosen for.
            free = label_x + size + GAP / 2.0;
        }
        let strong = around.is_some_and(|(unit, _)| (unit.floor(day + 1e-6) - day).abs() < 1e-3);
        if x >= 0.0 {
            lower.push(Tick { x, label_x, label, strong });
        }
        day = step.after(day);
    }
    Axis { lower, upper }
}

fn upper(view: View, width: f32, unit: Step, form: Form, measure: &Measure, write_date: &WriteDate) -> Vec<Tick> {
    let mut ticks: Vec<(Tick, f32)> = Vec::new();
    let mut day = unit.floor(view.from);
    while day <= view.to && ticks.len() < 400 {
        let x = view.x(day, width);
        let label = write(day, form, write_date);
        let size = measure(&label);
        let mut label_x = x.max(0.0) + 4.0;
        if let Some((last, last_size)) = ticks.last_mut()
            && last.label_x + *last_size + GAP > label_x
        {
            // The label of the unit that is leaving on the left gives way to the next one.
            if last.x < 0.0 {
                last.label_x = label_x - GAP - *last_size;
                if last.label_x < 0.0 {
                    last.label.clear();
                    *last_size = 0.0;
                    last.label_x = f32::MIN;
                }
            } else {
                label_x = f32::MIN;
            }
        }
        let fits = label_x > 0.0 && label_x + size <= width;
        let tick = Tick { x, label_x, label: if fits { label } else { String::new() }, strong: true };
        if fits || x >= 0.0 {
            ticks.push((tick, if fits { size } else { 0.0 }));
        }
        day = unit.after(day);
    }
    ticks.into_iter().map(|t| t.0).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::display::sample::{measure, write_english};

    fn view(from: &str, to: &str) -> View {
        let day = |s: &str| f64::from(days::number(s.parse().unwrap()));
        View { from: day(from), to: day(to) }
    }

    fn check(from: &str, to: &str, width: f32, lower: &str, upper: &str) {
        let axis = axis(view(from, to), width, &measure, &write_english);
        let text = |ticks: &[Tick]| {
            let labels: Vec<&str> = ticks.iter().map(|t| t.label.as_str()).filter(|l| !l.is_empty()).collect();
            labels.join(" ")
        };
        assert_eq!((text(&axis.lower).as_str(), text(&axis.upper).as_str()), (lower, upper), "{from}..{to} on {width}");
    }

    #[test]
    fn from_hours_to_centuries() {
        check("2024-03-07", "2024-03-08", 400.0, "00:00 06:00 12:00 18:00", "7 March 2024");
        check("2024-03-05", "2024-03-12", 400.0, "5 6 7 8 9 10 11", "March 2024");
        check("2024-02-20", "2024-04-02", 400.0, "26 4 11 18 25", "March 2024");
        check("2024-02-10", "2024-04-02", 620.0, "12 19 26 4 11 18 25 1", "February 2024 March 2024");
        check("2023-11-10", "2024-03-10", 400.0, "Dec Jan Feb Mar", "2023 2024");
        check("2019-05-05", "2024-03-10", 400.0, "2020 2021 2022 2023", "");
        check("1801-05-05", "2024-03-10", 400.0, "1850 1900 1950 2000", "");
    }

    #[test]
    fn labels_never_overlap() {
        for days in 1..800 {
            let from = 19_000.0 + f64::from(days) * 0.37;
            let length = 0.25 * 1.018f64.powi(days);
            let axis = axis(View { from, to: from + length }, 733.0, &measure, &write_english);
            for tier in [&axis.lower, &axis.upper] {
                let mut free = 0.0;
                for tick in tier.iter().filter(|t| !t.label.is_empty()) {
                    assert!(tick.label_x >= free, "{} days: {tick:?} of {tier:?}", length);
                    free = tick.label_x + measure(&tick.label) + 2.0;
                    assert!(free <= 736.0, "{tick:?} leaves the view");
                }
            }
            assert!(!axis.lower.is_empty() || !axis.upper.is_empty(), "{length} days have no tick");
        }
    }

    #[test]
    fn steps_begin_at_calendar_units() {
        let at = |step: Step, day: &str| {
            let point = step.floor(f64::from(days::number(day.parse().unwrap())) + 0.4);
            format!("{} {}", days::date(point as i32), days::date(step.after(point) as i32))
        };
        assert_eq!(at(Step::Week, "2024-03-08"), "2024-03-04 2024-03-11");
        assert_eq!(at(Step::Months(1), "2024-01-31"), "2024-01-01 2024-02-01");
        assert_eq!(at(Step::Months(3), "2024-03-31"), "2024-01-01 2024-04-01");
        assert_eq!(at(Step::Years(10), "-000004-03-31"), "-000010-01-01 0000-01-01");
        assert_eq!(at(Step::Years(100), "2024-02-29"), "2000-01-01 2100-01-01");
    }
}
