//! How two figures relate, and how one is written in a row.

use crate::claim::Quantity;
use crate::claim::number::Bound;
use crate::claim::unit::{self, Unit};
use crate::real;

/// How two figures relate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::story::compare) enum Relation {
    /// The same, in whatever words or unit.
    Same,
    /// A bound or rounding that the other fits.
    Near,
    /// Both cannot be the figure.
    Apart,
}

/// Compares two figures of one dimension.
pub(in crate::story::compare) fn relation(a: &Quantity, b: &Quantity) -> Relation {
    if let (Unit::Money(x), Unit::Money(y)) = (a.unit, b.unit)
        && !unit::same_money(x, y)
    {
        return Relation::Apart;
    }
    let (x, y) = (a.value, b.value);
    let vague = a.bound == Bound::Vague || b.bound == Bound::Vague;
    // Another unit, or the calendar's uneven months, moves the last digits.
    let exact = if a.converted || b.converted { 0.021 } else { 1e-9 };
    if a.unit == Unit::Tally && (x < 0.0) != (y < 0.0) {
        // Unanimous is what nobody was against.
        return if x.max(y).fract() == 0.0 { Relation::Same } else { Relation::Apart };
    }
    if a.unit == Unit::Tally {
        return if (x - y).abs() < 1e-6 { Relation::Same } else { Relation::Apart };
    }
    // "Less than two hours" and "more than two hours" share a number and nothing else.
    let (least, most) = if matches!(a.bound, Bound::LessThan | Bound::AtMost) { (b, a) } else { (a, b) };
    if matches!(least.bound, Bound::AtLeast | Bound::MoreThan)
        && matches!(most.bound, Bound::LessThan | Bound::AtMost)
        && (least.bound, most.bound) != (Bound::AtLeast, Bound::AtMost)
        && most.value <= least.value
    {
        return Relation::Apart;
    }
    if (x - y).abs() <= exact * x.abs().max(y.abs()) && !(vague && a.bound != b.bound) {
        return Relation::Same;
    }
    let ((a_low, a_high), (b_low, b_high)) = (range(a), range(b));
    if a_low <= b_high && b_low <= a_high { Relation::Near } else { Relation::Apart }
}

/// What a figure can mean, by how it is bounded.
fn range(q: &Quantity) -> (f64, f64) {
    let v = q.value;
    // Few hours are told in whole ones: 95 minutes are less than two hours, and more than one.
    let (least, most) = if q.unit == Unit::Duration { (0.5, 2.0) } else { (0.8, 1.35) };
    match q.bound {
        Bound::Exact => (v, v),
        Bound::About => {
            // "About a dozen" may be eleven.
            let one = if v >= 8.0 && v.fract() == 0.0 { 1.0 } else { 0.0 };
            // In another unit the digits no longer tell how round it was.
            let share = if q.converted { 0.1 } else { 0.06 };
            let slack = (v * share).max(last_place(v) / 2.0).max(one);
            (v - slack, v + slack)
        }
        // "more than a million" may be any up to two.
        Bound::AtLeast | Bound::MoreThan if v >= 1e3 => (v, (v * most).max(v + last_place(v))),
        Bound::AtLeast | Bound::MoreThan => (v, v * most),
        Bound::LessThan => (v * least, v),
        Bound::AtMost => (v * 0.5, v),
        Bound::Vague => (v, v * 12.0),
    }
}

/// One unit of the last digit that is not zero: 2,000 → 1,000; 640 → 10.
pub(super) fn last_place(v: f64) -> f64 {
    // What has a fraction, or more digits than one counts, is taken as it is.
    if v.fract() != 0.0 || !(10.0..1e15).contains(&v) {
        return 1.0;
    }
    let (mut rest, mut place) = (v as u64, 1_u64);
    while rest % 10 == 0 {
        (rest, place) = (rest / 10, place * 10);
    }
    place as f64
}

/// A figure in its normal form: bound, number, unit.
pub(super) fn text(q: &Quantity) -> String {
    let bound = match q.bound {
        Bound::Exact => "",
        Bound::About => "~",
        Bound::AtLeast | Bound::Vague => "≥",
        Bound::MoreThan => ">",
        Bound::LessThan => "<",
        Bound::AtMost => "≤",
    };
    let (value, unit) = match q.unit {
        Unit::Count => (q.value, ""),
        Unit::Money(unit::ANY) => (q.value, ""),
        Unit::Money(ref code) => (q.value, std::str::from_utf8(code).unwrap_or_default()),
        Unit::Length => scaled(q.value, &[(1000.0, "km"), (1.0, "m"), (0.01, "cm"), (0.001, "mm")]),
        Unit::Mass => scaled(
            q.value,
            &[(1000.0, "t"), (1.0, "kg"), (1e-3, "g"), (1e-6, "mg"), (1e-9, "µg"), (1e-12, "ng"), (1e-15, "pg")],
        ),
        Unit::Area => (q.value / 1e4, "ha"),
        Unit::Volume => scaled(q.value, &[(1.0, "l"), (1e-3, "ml")]),
        Unit::Temperature => (q.value, "°C"),
        Unit::Speed => (q.value * 3.6, "km/h"),
        Unit::Duration => lasting(q.value),
        Unit::Percent => (q.value, "%"),
        Unit::Age => (q.value, "years old"),
        Unit::Magnitude => (q.value, "magnitude"),
        Unit::Power => scaled(q.value, &[(1e6, "MW"), (1e3, "kW"), (1.0, "W")]),
        Unit::Voltage => scaled(q.value, &[(1e3, "kV"), (1.0, "V")]),
        Unit::Data => scaled(q.value, &[(1e12, "TB"), (1e9, "GB"), (1e6, "MB"), (1.0, "B")]),
        Unit::Tally if q.value < 0.0 => return "unanimous".to_owned(),
        Unit::Tally => {
            let (ours, theirs) = (q.value.trunc(), (q.value.fract() * 1000.0).round());
            return [real::hundredths(ours), real::hundredths(theirs)].join("–");
        }
    };
    let mut out = bound.to_owned();
    out.push_str(&real::hundredths(value));
    if !unit.is_empty() {
        out.push(' ');
        out.push_str(unit);
    }
    out
}

/// A measure in the largest of some units, each with its size, of which it is one at least.
fn scaled(value: f64, units: &[(f64, &'static str)]) -> (f64, &'static str) {
    let fits = units.iter().find(|u| value >= u.0 * 0.9995);
    let &(size, name) = fits.or(units.iter().find(|u| u.0 == 1.0)).unwrap_or(&(1.0, ""));
    (value / size, name)
}

/// Seconds in the largest unit of which they are a whole number: 71 seconds, 60 days, 2 months.
fn lasting(seconds: f64) -> (f64, &'static str) {
    const UNITS: [(f64, &str); 6] = [
        (31_556_952.0, "years"),
        (2_629_746.0, "months"),
        (86_400.0, "days"),
        (3600.0, "hours"),
        (60.0, "minutes"),
        (1.0, "seconds"),
    ];
    let whole = |u: &&(f64, &str)| {
        let count = seconds / u.0;
        count >= 0.9995 && (count - count.round()).abs() <= 5e-4 * count
    };
    UNITS.iter().find(whole).map_or_else(|| scaled(seconds, &UNITS), |u| (seconds / u.0, u.1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{self, Reader};
    use crate::import::{Article, Record};

    /// The last figure of a text.
    fn figure(text: &str) -> Quantity {
        let record =
            Record { id: "t".into(), text: text.into(), published: Some("2024-05-02".into()), ..Record::default() };
        facts::read(Article::new(record), &Reader::default()).claims.quantities.pop().expect("a figure")
    }

    #[track_caller]
    fn check(a: &str, b: &str, expected: Relation) {
        assert_eq!(relation(&figure(a), &figure(b)), expected, "{a} | {b}");
        assert_eq!(relation(&figure(b), &figure(a)), expected, "{b} | {a}");
    }

    #[test]
    fn the_same_in_other_words_and_units() {
        check("A dozen images were altered.", "Twelve images were altered.", Relation::Same);
        check("It lies 34 km down.", "It lies some 21 miles down.", Relation::Same);
        check("It lies three nautical miles out.", "It lies 5.5 kilometres out.", Relation::Same);
        check("It backed him by 9 votes to 4.", "It voted nine to four.", Relation::Same);
        check("It runs for two months.", "A 60-day emergency began.", Relation::Same);
        check("The jury voted 7 to 0.", "The jury voted unanimously.", Relation::Same);
        check("It paid a third of the £3.6m bill.", "It paid £1.2m.", Relation::Same);
        check("It closed at 305p.", "It closed at £3.05.", Relation::Same);
        check("It gave A$3 million.", "It gave three million dollars.", Relation::Same);
        check("It lost R1,9 billion.", "It lost 1.9 billion rand.", Relation::Same);
        check("It paid €2.5m.", "It paid two and a half million euros.", Relation::Same);
    }

    #[test]
    fn bounds_and_roundings() {
        check("At least 143 people died.", "More than 130 people died.", Relation::Near);
        check("Some 2,000 homes fell.", "It took 2,134 homes.", Relation::Near);
        check("It took less than two hours.", "It took 95 minutes.", Relation::Near);
        check("It took more than one hour.", "It took 95 minutes.", Relation::Near);
        check("Hundreds of people fled.", "Some 640 people fled.", Relation::Near);
        check("More than a million people read it.", "It was read by 1.4 million people.", Relation::Near);
    }

    #[test]
    fn figures_that_exclude_each_other() {
        check("31 people died.", "47 people died.", Relation::Apart);
        check("More than a million people read it.", "It was read by 2.4 million people.", Relation::Apart);
        check("It cost $4.2 billion.", "It cost €4.2 billion.", Relation::Apart);
        check("It was 43C there.", "It was 43F there.", Relation::Apart);
        check("It took less than two hours.", "It took more than two hours.", Relation::Apart);
        check("It took more than one hour.", "It took six hours.", Relation::Apart);
        check("The panel voted 9 to 4 for it.", "The panel split eight to five.", Relation::Apart);
        check("Nobody was hurt.", "Three people were hurt.", Relation::Apart);
        check("The jury was unanimous.", "The jury split four against three.", Relation::Apart);
    }

    #[test]
    fn normal_forms() {
        assert_eq!(text(&figure("At least 31 people died.")), "≥31");
        assert_eq!(text(&figure("It burned about 18 square miles.")), "~4661.98 ha");
        assert_eq!(text(&figure("It paid €2.5m.")), "2500000 EUR");
        assert_eq!(text(&figure("The court ruled 5-4 for him.")), "5–4");
        for (told, value) in [
            ("It took 71 seconds.", "71 seconds"),
            ("It lasted 60 days.", "60 days"),
            ("It lasted two months.", "2 months"),
            ("It took 90 minutes.", "90 minutes"),
            ("She was given 300 milligrams.", "300 mg"),
            ("It weighed 1.2 tonnes.", "1.2 t"),
            ("The crack was 3 centimetres wide.", "3 cm"),
            ("It stands 34 km from here.", "34 km"),
        ] {
            assert_eq!(text(&figure(told)), value, "{told}");
        }
    }
}
