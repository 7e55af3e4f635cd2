//! Words to be looked up by their hash.

use crate::order::{halves, numbers, pair};
use xxhash_rust::xxh3::xxh3_64;

/// Words by the hash of their letters, each with a number: a search compares no letters. Each lies at the
/// place that its hash names, or at the next that is free.
#[derive(Default)]
pub(crate) struct Hashed(Vec<u64>);

impl Hashed {
    /// Where nothing lies.
    const FREE: u64 = u64::MAX;

    /// Entries are [`pair`]s of [`hash`] and number.
    pub(crate) fn new(mut entries: Vec<u64>) -> Self {
        // In order, so that of several numbers of a word the least is met first.
        numbers(&mut entries);
        let mut slots = vec![Self::FREE; (2 * entries.len()).next_power_of_two()];
        for entry in entries {
            let mut at = place(&slots, halves(entry).0);
            while slots[at] != Self::FREE {
                at = (at + 1) % slots.len();
            }
            slots[at] = entry;
        }
        Self(slots)
    }

    /// The words between white space.
    pub(crate) fn list(words: &str) -> Self {
        Self::new(words.split_whitespace().map(|w| pair(hash(w), 0)).collect())
    }

    /// The least number of a word.
    pub(crate) fn find(&self, word: &str) -> Option<u32> {
        self.number(hash(word))
    }

    /// The same by the word's [`hash`].
    pub(crate) fn number(&self, key: u32) -> Option<u32> {
        let mut at = place(&self.0, key);
        loop {
            match self.0.get(at) {
                None | Some(&Self::FREE) => return None,
                Some(&entry) if halves(entry).0 == key => return Some(halves(entry).1),
                Some(_) => at = (at + 1) % self.0.len(),
            }
        }
    }
}

/// The place that a hash names among so many slots, a power of two.
fn place(slots: &[u64], hash: u32) -> usize {
    hash as usize & slots.len().saturating_sub(1)
}

/// The hash of a word's letters.
pub(crate) fn hash(word: &str) -> u32 {
    xxh3_64(word.as_bytes()) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_number_of_a_word_is_found() {
        let words = ["pear", "fig", "pear", "date"];
        let all = Hashed::new(words.iter().zip([5, 1, 2, 0]).map(|(w, n)| pair(hash(w), n)).collect());
        assert_eq!(["pear", "fig", "date", "plum", ""].map(|w| all.find(w)), [Some(2), Some(1), Some(0), None, None]);
        assert_eq!(Hashed::default().find("fig"), None);
        assert_eq!(Hashed::list("").find("fig"), None);
    }
}
