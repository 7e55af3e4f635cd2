//! Figures of which one only rounds the other: "some four hundred" and 412, which are found by the digit they share.

use super::joins::CROWD;
use super::{Figure, family};
use crate::claim::number::Bound;
use crate::order::{halves, numbers, pair};

/// Figures by what they are to one digit.
pub(super) struct Rough {
    /// Of those that are bounds or roundings.
    hedged: Vec<u64>,
    /// Of all.
    all: Vec<u64>,
}

impl Rough {
    pub(super) fn new(figures: &[Figure]) -> Self {
        let keyed = |hedged: bool| {
            let kept = figures.iter().zip(0u32..).filter(|(f, _)| !hedged || f.q.bound != Bound::Exact);
            let mut keys: Vec<u64> = kept.filter_map(|(f, i)| Some(pair(Self::key(f)?, i))).collect();
            numbers(&mut keys);
            keys
        };
        Self { hedged: keyed(true), all: keyed(false) }
    }

    fn key(f: &Figure) -> Option<u32> {
        let digit = (f.q.value >= 20.0).then(|| to_digits(f.q.value, 1.0))?;
        let key = (digit ^ u64::from(family(f.q.unit)) << 48).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32;
        Some(key as u32)
    }

    /// The later figures that may be the one at `a`, where one of the two is a bound or rounding.
    pub(super) fn of<'r>(&'r self, figures: &[Figure], a: usize) -> impl Iterator<Item = u64> + use<'r> {
        let list = if figures[a].q.bound == Bound::Exact { &self.hedged } else { &self.all };
        let key = Self::key(&figures[a]);
        let from = key.map_or(list.len(), |key| list.partition_point(|&k| k <= pair(key, a as u32)));
        let same = list[from..].iter().map(|&k| halves(k)).take_while(move |k| Some(k.0) == key);
        same.take(CROWD).map(|k| u64::from(k.1))
    }
}

/// A value to one digit or, with `parts` of ten, two: what roundings of one number share.
pub(super) fn to_digits(value: f64, parts: f64) -> u64 {
    let place = crate::real::magnitude(value) / parts;
    ((value / place).round() * place).to_bits()
}
