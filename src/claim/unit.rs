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
    /// Volts.
    Voltage,
    /// Bytes.
    Data,
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
    ("mg milligram milligrams milligramme milligrammes", Unit::Mass, 1e-6),
    ("µg μg mcg microgram micrograms", Unit::Mass, 1e-9),
    ("ng nanogram nanograms", Unit::Mass, 1e-12),
    ("pg picogram picograms", Unit::Mass, 1e-15),
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
    ("barrel barrels bpd", Unit::Volume, 158.987_294_928),
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
    ("volt volts", Unit::Voltage, 1.0),
    ("kv kilovolt kilovolts", Unit::Voltage, 1e3),
    ("mb megabyte megabytes", Unit::Data, 1e6),
    ("gb gigabyte gigabytes", Unit::Data, 1e9),
    ("tb terabyte terabytes", Unit::Data, 1e12),
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
    ("peso pesos crown crowns mark marks guilder guilders florin florins escudo escudos leva lei", &ANY),
    ("reals", b"BRL"),
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

/// Words for money that several countries have, one between two bars: the word, then the code of each
/// country's and the adjectives for it.
const NATIONAL: &str = "dollar USD american us, AUD australian, CAD canadian, NZD zealand, SGD singapore singaporean, HKD kong, \
TWD taiwan taiwanese|pound GBP british, EGP egyptian, LBP lebanese, SDG sudanese, SYP syrian|franc CHF swiss, \
XOF cfa, CDF congolese, RWF rwandan|rupee INR indian, PKR pakistani pakistan, LKR lankan, NPR nepali \
nepalese|peso MXN mexican, ARS argentine argentinian, CLP chilean, COP colombian, PHP philippine|crown CZK \
czech, DKK danish, NOK norwegian, SEK swedish|krone DKK danish, NOK norwegian|krona SEK swedish, ISK icelandic|dinar IQD \
iraqi, JOD jordanian, KWD kuwaiti, RSD serbian, TND tunisian, DZD algerian|shilling KES kenyan, UGX \
ugandan, TZS tanzanian|riyal SAR saudi, QAR qatari|won KRW korean|lira TRY turkish|real BRL brazilian|rand \
ZAR african|rouble RUB russian, BYN belarusian";

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
    let (_, codes) = NATIONAL.split('|').filter_map(|m| m.split_once(' ')).find(|m| m.0 == one)?;
    let listed = codes.split(", ").find(|c| c.split(' ').skip(1).any(|w| w == of));
    listed.map_or(Some(ANY), |c| c.get(..3)?.as_bytes().try_into().ok())
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
    [1e-15, 1e-12, 1e-9, 1e-6, 1e-3, 1e-2, 1.0, 10.0, 1e2, 1e3, 1e4, 1e6, 1e9, 1e12]
        .iter()
        .any(|p| (factor / p - 1.0).abs() < 1e-9)
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
