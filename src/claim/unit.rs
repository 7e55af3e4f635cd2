//! Units of measure and money, brought to one base unit a dimension.
//!
//! Factors are exact by definition (SI brochure; international yard and pound of 1959) but for
//! the calendar's month and year, which are mean lengths.

use super::words::Lists;
use crate::letter::lower;
use serde::{Deserialize, Serialize};

/// What a figure measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Unit {
    /// Things, counted.
    Count,
    /// Money in the currency of this ISO 4217 code; `*` where the text names none.
    Money([u8; 3]),
    /// Metres.
    Length,
    /// Kilograms.
    Mass,
    /// Square metres.
    Area,
    /// Litres.
    Volume,
    /// Degrees Celsius.
    Temperature,
    /// Metres a second.
    Speed,
    /// Seconds.
    Duration,
    /// Of a hundred.
    Percent,
    /// Years of age.
    Age,
    /// Of an earthquake.
    Magnitude,
    /// Watts.
    Power,
    /// Votes or goals of two sides: 9.004 for nine to four.
    Tally,
}

/// No currency named.
pub const ANY: [u8; 3] = *b"***";

/// Words for units, the dimension, and how many base units one is.
const UNITS: &[(&str, Unit, f64)] = &[
    ("km kilometre kilometer kilometres kilometers kms", Unit::Length, 1e3),
    ("m metre meter metres meters", Unit::Length, 1.0),
    ("cm centimetre centimeter centimetres centimeters", Unit::Length, 0.01),
    ("mm millimetre millimeter millimetres millimeters", Unit::Length, 0.001),
    ("mile miles mi", Unit::Length, 1609.344),
    ("nmi", Unit::Length, 1852.0),
    ("foot feet ft", Unit::Length, 0.3048),
    ("yard yards", Unit::Length, 0.9144),
    ("inch inches", Unit::Length, 0.0254),
    ("kg kilogram kilograms kilo kilos kilogramme kilogrammes", Unit::Mass, 1.0),
    ("mg milligram milligrams", Unit::Mass, 1e-6),
    ("g gram grams gramme grammes", Unit::Mass, 0.001),
    ("t tonne tonnes ton tons", Unit::Mass, 1e3),
    ("lb lbs pound-weight", Unit::Mass, 0.453_592_37),
    ("ounce ounces oz", Unit::Mass, 0.028_349_523_125),
    ("hundredweight", Unit::Mass, 50.802_345_44),
    ("hectare hectares ha", Unit::Area, 1e4),
    ("acre acres", Unit::Area, 4_046.856_422_4),
    ("litre liter litres liters l", Unit::Volume, 1.0),
    ("ml millilitre millilitres milliliter milliliters", Unit::Volume, 1e-3),
    ("gallon gallons", Unit::Volume, 3.785_411_784),
    ("barrel barrels", Unit::Volume, 158.987_294_928),
    ("mph", Unit::Speed, 0.447_04),
    ("kmh kph", Unit::Speed, 1.0 / 3.6),
    ("knot knots kt kts kn", Unit::Speed, 1852.0 / 3600.0),
    ("second seconds sec secs", Unit::Duration, 1.0),
    ("minute minutes min mins", Unit::Duration, 60.0),
    ("hour hours hr hrs", Unit::Duration, 3600.0),
    ("day days", Unit::Duration, 86_400.0),
    ("week weeks", Unit::Duration, 604_800.0),
    ("fortnight fortnights", Unit::Duration, 1_209_600.0),
    ("month months", Unit::Duration, 2_629_746.0),
    ("year years", Unit::Duration, 31_556_952.0),
    ("decade decades", Unit::Duration, 315_569_520.0),
    ("percent % percentage per-cent pc", Unit::Percent, 1.0),
    ("kw kilowatt kilowatts", Unit::Power, 1e3),
    ("mw megawatt megawatts", Unit::Power, 1e6),
    ("gw gigawatt gigawatts", Unit::Power, 1e9),
];

/// Currency words, signs and codes, and the code each stands for.
const MONEY: &[(&str, &[u8; 3])] = &[
    ("$ dollar dollars usd us$", b"USD"),
    ("€ euro euros eur", b"EUR"),
    ("£ pound pounds gbp sterling", b"GBP"),
    ("¥ yen jpy", b"JPY"),
    ("yuan renminbi rmb cny", b"CNY"),
    ("franc francs chf", b"CHF"),
    ("rupee rupees inr rs ₹", b"INR"),
    ("rouble roubles ruble rubles rub ₽", b"RUB"),
    ("kroner krone nok", b"NOK"),
    ("kronor krona sek", b"SEK"),
    ("dkk", b"DKK"),
    ("zloty zlotys pln", b"PLN"),
    ("real reais brl", b"BRL"),
    ("peso pesos crown crowns", &ANY),
    ("rand zar", b"ZAR"),
    ("won krw", b"KRW"),
    ("lira liras try", b"TRY"),
    ("naira ngn", b"NGN"),
    ("shilling shillings kes ksh", b"KES"),
    ("hryvnia hryvnias uah", b"UAH"),
    ("aud a$", b"AUD"),
    ("cad c$", b"CAD"),
    ("kwacha", b"ZMW"),
    ("dirham dirhams", b"AED"),
    ("riyal riyals", b"SAR"),
    ("dinar dinars", b"JOD"),
    ("ringgit rm", b"MYR"),
    ("rupiah rp", b"IDR"),
    ("baht", b"THB"),
    ("taka tk", b"BDT"),
    ("birr", b"ETB"),
    ("cedi cedis", b"GHS"),
    ("forint forints", b"HUF"),
    ("shekel shekels", b"ILS"),
    ("tenge", b"KZT"),
    ("php", b"PHP"),
    ("bitcoin bitcoins btc", b"BTC"),
];

/// The dimension and factor of a unit word, lower case.
#[must_use]
pub fn unit(word: &str) -> Option<(Unit, f64)> {
    static WORDS: Lists = Lists::new(|| UNITS.iter().map(|u| u.0).collect());
    WORDS.find(word).map(|i| (UNITS[i].1, UNITS[i].2))
}

/// The currency of a word, sign or code.
#[must_use]
pub fn currency(word: &str) -> Option<[u8; 3]> {
    let lower = lower(word);
    // A code is only one in capitals ("rs", "try" and "won" are words).
    let code_like = matches!(lower.as_str(), "try" | "won" | "real" | "rs" | "rub");
    if code_like && !word.chars().all(char::is_uppercase) && word != "Rs" {
        return None;
    }
    static WORDS: Lists = Lists::new(|| MONEY.iter().map(|m| m.0).collect());
    WORDS.find(&lower).map(|i| *MONEY[i].1)
}

/// The currency of letters that stand without a space before a sum ("R2.7bn", "KSh500,000"), of
/// which some serve several.
#[must_use]
pub fn sign(letters: &str) -> [u8; 3] {
    match letters {
        "R" => *b"ZAR",
        "N" => *b"NGN",
        "P" => *b"PHP",
        _ => currency(letters).unwrap_or(ANY),
    }
}

/// The dollar that letters before its sign tell: "A$3m".
#[must_use]
pub fn dollar(letters: &str) -> [u8; 3] {
    match letters {
        "A" | "AU" => *b"AUD",
        "C" | "CA" | "CDN" => *b"CAD",
        "NZ" => *b"NZD",
        "S" => *b"SGD",
        "HK" => *b"HKD",
        "US" | "U.S." => *b"USD",
        _ => ANY,
    }
}

/// Currencies that several countries have by one word, and whose each is.
const NATIONAL: &[(&str, &str, &[u8; 3])] = &[
    ("dollar", "american us", b"USD"),
    ("dollar", "australian", b"AUD"),
    ("dollar", "canadian", b"CAD"),
    ("dollar", "zealand", b"NZD"),
    ("dollar", "singapore singaporean", b"SGD"),
    ("dollar", "kong", b"HKD"),
    ("dollar", "taiwan taiwanese", b"TWD"),
    ("pound", "british", b"GBP"),
    ("pound", "egyptian", b"EGP"),
    ("pound", "lebanese", b"LBP"),
    ("pound", "sudanese", b"SDG"),
    ("pound", "syrian", b"SYP"),
    ("franc", "swiss", b"CHF"),
    ("franc", "cfa", b"XOF"),
    ("franc", "congolese", b"CDF"),
    ("franc", "rwandan", b"RWF"),
    ("rupee", "indian", b"INR"),
    ("rupee", "pakistani pakistan", b"PKR"),
    ("rupee", "lankan", b"LKR"),
    ("rupee", "nepali nepalese", b"NPR"),
    ("peso", "mexican", b"MXN"),
    ("peso", "argentine argentinian", b"ARS"),
    ("peso", "chilean", b"CLP"),
    ("peso", "colombian", b"COP"),
    ("peso", "philippine", b"PHP"),
    ("crown", "czech", b"CZK"),
    ("crown", "danish", b"DKK"),
    ("crown", "norwegian", b"NOK"),
    ("crown", "swedish", b"SEK"),
    ("krone", "danish", b"DKK"),
    ("krone", "norwegian", b"NOK"),
    ("krona", "icelandic", b"ISK"),
    ("dinar", "iraqi", b"IQD"),
    ("dinar", "jordanian", b"JOD"),
    ("dinar", "kuwaiti", b"KWD"),
    ("dinar", "serbian", b"RSD"),
    ("dinar", "tunisian", b"TND"),
    ("dinar", "algerian", b"DZD"),
    ("shilling", "kenyan", b"KES"),
    ("shilling", "ugandan", b"UGX"),
    ("shilling", "tanzanian", b"TZS"),
    ("riyal", "saudi", b"SAR"),
    ("riyal", "qatari", b"QAR"),
    ("won", "korean", b"KRW"),
    ("lira", "turkish", b"TRY"),
    ("real", "brazilian", b"BRL"),
    ("rand", "african", b"ZAR"),
    ("rouble", "russian", b"RUB"),
    ("rouble", "belarusian", b"BYN"),
];

/// The currency that a country's adjective and a word for money name together: "Australian dollars".
/// A word for money that is no country's own is any money of that word.
#[must_use]
pub fn national(of: &str, word: &str) -> Option<[u8; 3]> {
    let (of, word) = (lower(of), lower(word));
    let one = match word.as_str() {
        "kroner" => "krone",
        "kronor" | "kronur" => "krona",
        "reais" => "real",
        "ruble" | "rubles" => "rouble",
        other => other.strip_suffix('s').unwrap_or(other),
    };
    let listed = NATIONAL.iter().find(|n| n.0 == one && n.1.split(' ').any(|w| w == of));
    listed.map(|n| *n.2).or_else(|| NATIONAL.iter().any(|n| n.0 == one).then_some(ANY))
}

/// Whether two sums may be of one currency: a dollar without a country is any dollar.
#[must_use]
pub fn same_money(a: [u8; 3], b: [u8; 3]) -> bool {
    let dollar = |c: [u8; 3]| c[2] == b'D' && matches!(&c, b"USD" | b"AUD" | b"CAD" | b"NZD" | b"SGD" | b"HKD");
    a == b || a == ANY || b == ANY || (dollar(a) && dollar(b) && (a == *b"USD" || b == *b"USD"))
}

/// Square and cubic forms, compound units: the factor and dimension of `first second`.
#[must_use]
pub fn compound(first: &str, second: &str) -> Option<(Unit, f64)> {
    match (first, second) {
        ("square", _) => match unit(second)? {
            (Unit::Length, f) => Some((Unit::Area, f * f)),
            _ => None,
        },
        ("sq", _) => compound("square", second),
        ("nautical", "mile" | "miles") => Some((Unit::Length, 1852.0)),
        ("cubic", _) => match unit(second)? {
            (Unit::Length, f) => Some((Unit::Volume, f * f * f * 1000.0)),
            _ => None,
        },
        ("per", "cent") => Some((Unit::Percent, 1.0)),
        ("percentage", "point" | "points") => Some((Unit::Percent, 1.0)),
        _ => None,
    }
}

/// Whether a factor is a power of ten.
#[must_use]
pub fn is_decimal(factor: f64) -> bool {
    [1e-6, 1e-3, 1e-2, 1.0, 10.0, 1e2, 1e3, 1e4, 1e6, 1e9].iter().any(|p| (factor / p - 1.0).abs() < 1e-9)
}

/// Degrees Fahrenheit in degrees Celsius.
#[must_use]
pub fn fahrenheit(degrees: f64) -> f64 {
    (degrees - 32.0) / 1.8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_meet_in_their_base() {
        let check = |a: f64, x: Option<(Unit, f64)>, b: f64, y: Option<(Unit, f64)>| {
            let (Some(x), Some(y)) = (x, y) else { panic!("unknown unit") };
            assert_eq!(x.0, y.0);
            assert!((a * x.1 / (b * y.1) - 1.0).abs() < 0.012, "{a} {b}");
        };
        check(3.0, compound("nautical", "miles"), 5.5, unit("km"));
        check(214.0, unit("metres"), 700.0, unit("ft"));
        check(18.0, compound("square", "miles"), 4662.0, unit("hectares"));
        check(100.0, unit("acres"), 40.5, unit("ha"));
        check(60.0, unit("mph"), 96.6, unit("kmh"));
        assert!((fahrenheit(109.4) - 43.0).abs() < 0.01);
    }

    #[test]
    fn near_misses() {
        assert_eq!(unit("milestone"), None);
        assert_eq!(currency("won"), None);
        assert_eq!(currency("try"), None);
        assert_eq!(currency("TRY"), Some(*b"TRY"));
        assert_eq!((currency("Rs"), currency("rs")), (Some(*b"INR"), None));
        assert_eq!((sign("R"), sign("Z")), (*b"ZAR", ANY));
        assert!(same_money(dollar("A"), *b"USD") && !same_money(dollar("A"), dollar("NZ")));
        assert_eq!(currency("€"), Some(*b"EUR"));
        assert_eq!((national("Canadian", "dollars"), national("Swiss", "francs")), (Some(*b"CAD"), Some(*b"CHF")));
        assert_eq!((national("Namibian", "dollars"), national("Canadian", "tonnes")), (Some(ANY), None));
    }
}
