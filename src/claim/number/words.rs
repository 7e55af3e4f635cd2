//! Words of numbers.

/// Zero to nineteen.
pub(super) const SMALL: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
/// Twenty to ninety.
pub(super) const TENS: [&str; 8] = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
/// Words that multiply what stands before them.
pub(super) const SCALES: [(&str, f64); 13] = [
    ("hundred", 1e2),
    ("thousand", 1e3),
    ("million", 1e6),
    ("billion", 1e9),
    ("trillion", 1e12),
    ("lakh", 1e5),
    ("lakhs", 1e5),
    ("crore", 1e7),
    ("crores", 1e7),
    ("bn", 1e9),
    ("bln", 1e9),
    ("mln", 1e6),
    ("k", 1e3),
];
/// Vague plurals and the least they mean.
pub(super) const VAGUE: [(&str, f64); 7] = [
    ("tens", 20.0),
    ("dozens", 24.0),
    ("scores", 40.0),
    ("hundreds", 200.0),
    ("thousands", 2e3),
    ("millions", 2e6),
    ("billions", 2e9),
];
/// Fractions by name.
pub(super) const FRACTIONS: [(&str, f64); 9] = [
    ("half", 0.5),
    ("third", 1.0 / 3.0),
    ("thirds", 1.0 / 3.0),
    ("quarter", 0.25),
    ("quarters", 0.25),
    ("fifth", 0.2),
    ("fifths", 0.2),
    ("tenth", 0.1),
    ("tenths", 0.1),
];
/// Words behind which "a mile" is one, no more and no less.
pub(super) const HEDGES: [&str; 8] = ["about", "over", "nearly", "almost", "under", "roughly", "around", "than"];
/// What is counted in millions, and not measured in metres.
pub(super) const MILLIONS: [&str; 28] = [
    "people",
    "voters",
    "viewers",
    "users",
    "customers",
    "readers",
    "workers",
    "residents",
    "refugees",
    "jobs",
    "homes",
    "households",
    "tonnes",
    "barrels",
    "doses",
    "copies",
    "passengers",
    "visitors",
    "shares",
    "votes",
    "vehicles",
    "cars",
    "members",
    "subscribers",
    "children",
    "tickets",
    "litres",
    "hectares",
];
