//! [`Bits`]: a set of small numbers as one bit each, for sets of events.

/// A set of numbers below a fixed bound.
///
/// Plain words beat compressed bitmaps here: a million events are 125 KB, and every operation
/// is one pass without a branch.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bits {
    words: Vec<u64>,
    bound: usize,
}

impl Bits {
    /// No number below `bound`.
    #[must_use]
    pub fn none(bound: usize) -> Self {
        Self { words: vec![0; bound.div_ceil(64)], bound }
    }

    /// Every number below `bound`.
    #[must_use]
    pub fn all(bound: usize) -> Self {
        let mut words = vec![u64::MAX; bound.div_ceil(64)];
        if let Some(last) = words.last_mut()
            && !bound.is_multiple_of(64)
        {
            *last = (1 << (bound % 64)) - 1;
        }
        Self { words, bound }
    }

    /// The numbers below `bound` that `keep` keeps.
    pub fn filled(bound: usize, keep: impl Fn(usize) -> bool) -> Self {
        let word = |at: usize| {
            (at * 64..bound.min(at * 64 + 64)).fold(0, |word, number| word | u64::from(keep(number)) << (number % 64))
        };
        Self { words: (0..bound.div_ceil(64)).map(word).collect(), bound }
    }

    /// Adds a number; one that is out of bounds is not kept.
    pub fn insert(&mut self, number: u32) {
        if let Some(word) = self.words.get_mut(number as usize / 64) {
            *word |= 1 << (number % 64);
        }
    }

    /// Whether a number is in the set.
    #[must_use]
    pub fn contains(&self, number: u32) -> bool {
        self.words.get(number as usize / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
    }

    /// How many numbers are in the set.
    #[must_use]
    pub fn len(&self) -> usize {
        self.words.iter().map(|word| word.count_ones() as usize).sum()
    }

    /// Whether nothing is in the set.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.words.iter().all(|&word| word == 0)
    }

    /// The numbers, rising.
    pub fn iter(&self) -> impl Iterator<Item = u32> {
        self.words.iter().enumerate().flat_map(|(at, &word)| Ones(word).map(move |bit| at as u32 * 64 + bit))
    }

    /// Keeps what is in `other` too.
    pub fn and(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a &= b);
    }

    /// Adds what is in `other`.
    pub fn or(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a |= b);
    }

    /// Keeps what is not in `other`.
    pub fn and_not(&mut self, other: &Self) {
        self.words.iter_mut().zip(&other.words).for_each(|(a, b)| *a &= !b);
    }

    /// How many numbers are in both.
    #[must_use]
    pub fn count_and(&self, other: &Self) -> u32 {
        self.words.iter().zip(&other.words).map(|(a, b)| (a & b).count_ones()).sum()
    }
}

/// The places of the ones in a word, rising.
struct Ones(u64);

impl Iterator for Ones {
    type Item = u32;

    fn next(&mut self) -> Option<u32> {
        let bit = (self.0 != 0).then(|| self.0.trailing_zeros())?;
        self.0 &= self.0 - 1;
        Some(bit)
    }
}

#[cfg(test)]
mod tests {
    use super::Bits;

    fn of(bound: usize, numbers: &[u32]) -> Bits {
        let mut bits = Bits::none(bound);
        numbers.iter().for_each(|&n| bits.insert(n));
        bits
    }

    #[test]
    fn borders() {
        for bound in [0, 1, 63, 64, 65, 128, 130] {
            let all = Bits::all(bound);
            assert_eq!(Bits::filled(bound, |_| true), all);
            assert_eq!(all.len(), bound);
            assert_eq!(all.iter().collect::<Vec<_>>(), (0..bound as u32).collect::<Vec<_>>());
        }
        assert_eq!(of(10, &[3, 9, 200]).iter().collect::<Vec<_>>(), [3, 9]);
    }

    #[test]
    fn operations() {
        let (a, b) = (of(200, &[1, 64, 150]), of(200, &[64, 150, 199]));
        let after = |f: fn(&mut Bits, &Bits)| {
            let mut x = a.clone();
            f(&mut x, &b);
            x.iter().collect::<Vec<_>>()
        };
        assert_eq!(after(Bits::and), [64, 150]);
        assert_eq!(after(Bits::or), [1, 64, 150, 199]);
        assert_eq!(after(Bits::and_not), [1]);
        assert_eq!(a.count_and(&b), 2);
    }
}
