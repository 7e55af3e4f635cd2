//! Logarithm and exponential, the same to the last bit on every machine.
//!
//! The standard library hands these to the platform, and platforms differ in the last bit: enough
//! to swap two rows between the page and the desktop. Sums, products and quotients do not differ.

use std::f64::consts::{LN_2, SQRT_2};

/// Natural logarithm of a positive, finite number; of anything else, that of the least one.
///
/// ```
/// assert!((dateline::real::ln(10.0) - 2.302585092994046).abs() < 1e-14);
/// ```
#[must_use]
pub fn ln(x: f64) -> f64 {
    let x = if x >= f64::MIN_POSITIVE && x.is_finite() { x } else { f64::MIN_POSITIVE };
    // x = m · 2^e with m between √½ and √2.
    let bits = x.to_bits();
    let mut exponent = ((bits >> 52) & 0x7ff) as i32 - 1023;
    let mut m = f64::from_bits((bits & 0x000f_ffff_ffff_ffff) | 0x3ff0_0000_0000_0000);
    if m > SQRT_2 {
        m /= 2.0;
        exponent += 1;
    }
    // ln m = 2 artanh s, whose series converges fast for so small an s.
    let s = (m - 1.0) / (m + 1.0);
    let square = s * s;
    let series = (0..11).rev().fold(0.0, |sum, k| sum * square + 1.0 / f64::from(2 * k + 1));
    2.0 * s * series + f64::from(exponent) * LN_2
}

/// e to the power of x, for x between −700 and 700; beyond, that of the nearer end.
///
/// ```
/// assert!((dateline::real::exp(1.0) - 2.718281828459045).abs() < 1e-14);
/// ```
#[must_use]
pub fn exp(x: f64) -> f64 {
    let x = if x.is_nan() { 0.0 } else { x.clamp(-700.0, 700.0) };
    // e^x = 2^k · e^r with r between −½ ln 2 and ½ ln 2.
    let k = (x / LN_2).round();
    let r = x - k * LN_2;
    let series = (1..16).rev().fold(1.0, |sum, n| 1.0 + sum * r / f64::from(n));
    series * f64::from_bits(((k as i64 + 1023) as u64) << 52)
}

/// The largest power of ten that is not above a number's size; for sizes from 10⁻⁹ to 10³⁰⁰.
///
/// ```
/// assert_eq!(dateline::real::magnitude(1000.0), 1000.0);
/// assert_eq!(dateline::real::magnitude(-143.0), 100.0);
/// ```
#[must_use]
pub fn magnitude(x: f64) -> f64 {
    let size = if x.is_nan() { 1.0 } else { x.abs().clamp(1e-9, 1e300) };
    let mut power = 1.0;
    while power * 10.0 <= size {
        power *= 10.0;
    }
    while power > size {
        power /= 10.0;
    }
    power
}

/// A number written with digits and perhaps a point: "12.5". Without the ten kilobytes of powers
/// with which the standard library reads every number there is to the last bit.
///
/// ```
/// use dateline::real::parse;
/// assert_eq!([parse("12.5"), parse("7"), parse("1e3")], [Some(12.5), Some(7.0), None]);
/// ```
#[must_use]
pub fn parse(text: &str) -> Option<f64> {
    let (whole, part) = text.split_once('.').unwrap_or((text, ""));
    if whole.is_empty() && part.is_empty() {
        return None;
    }
    let (mut digits, mut scale) = (0.0, 1.0);
    for (i, c) in whole.chars().chain(part.chars()).enumerate() {
        digits = digits * 10.0 + f64::from(c.to_digit(10)?);
        if i >= whole.len() {
            scale *= 10.0;
        }
    }
    // Exact for up to fifteen digits, as both are whole numbers that a real number holds.
    Some(digits / scale)
}

/// A number in digits, rounded to hundredths, without zeros at its end: "12.5". As the standard
/// library writes it, but without its ways for numbers that need more digits.
///
/// ```
/// use dateline::real::hundredths;
/// assert_eq!([12.5, 143.0, 5.005, -0.25].map(hundredths), ["12.5", "143", "5.01", "-0.25"]);
/// ```
#[must_use]
pub fn hundredths(x: f64) -> String {
    let all = (x.abs() * 100.0).round();
    // Too large for hundredths: whole then, and at most what 64 bits hold.
    let (whole, part) = if all < 1e18 { (all as u64 / 100, all as u64 % 100) } else { (x.abs() as u64, 0) };
    let mut out = String::from(if x < 0.0 && all > 0.0 { "-" } else { "" });
    out.push_str(&whole.to_string());
    if part > 0 {
        out.push('.');
        out.push(char::from(b'0' + (part / 10) as u8));
        if part % 10 > 0 {
            out.push(char::from(b'0' + (part % 10) as u8));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{exp, hundredths, ln};

    #[test]
    fn hundredths_are_written_as_the_standard_library_writes_them() {
        for x in [0.0, 0.004, 0.005, 0.1, 0.99, 0.999, 1.0, 7.1, 12.345, 143.0, 2.5e9, 1.2e15, -3.5, -0.001] {
            let rounded = f64::round(x * 100.0) / 100.0;
            let expected = if rounded == 0.0 { "0".to_owned() } else { rounded.to_string() };
            assert_eq!(hundredths(x), expected, "{x}");
        }
    }

    #[test]
    fn numbers_are_read_as_the_standard_library_reads_them() {
        for text in [
            "0",
            "7",
            "12.5",
            "3.14159",
            "1000000",
            "0.1",
            ".5",
            "5.",
            "2024",
            "999999999999.99",
            "-1",
            "",
            ".",
            "1.2.3",
            "x",
        ] {
            let expected = text.parse().ok().filter(|_| !text.starts_with('-'));
            assert_eq!(super::parse(text), expected, "{text}");
        }
    }

    #[test]
    fn close_to_the_platforms_own() {
        for i in 1..2000 {
            let x = f64::from(i) * f64::from(i) / 977.0;
            assert!((ln(x) - x.ln()).abs() <= 1e-13 * x.ln().abs().max(1.0), "ln {x}");
            let y = f64::from(i - 1000) / 3.0;
            assert!((exp(y) / y.exp() - 1.0).abs() < 1e-12, "exp {y}");
        }
    }

    #[test]
    fn odd_numbers_give_numbers() {
        for x in [0.0, -1.0, f64::NAN, f64::INFINITY, f64::MIN_POSITIVE / 2.0] {
            assert!(ln(x).is_finite() && exp(x).is_finite(), "{x}");
        }
        assert_eq!((ln(1.0), exp(0.0)), (0.0, 1.0));
    }
}
