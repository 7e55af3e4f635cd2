//! Sorting for the page's size: one compiled sort for all types.
//!
//! Every type that the standard library sorts brings three to five kilobytes of program; there
//! are dozens. In the page indices are sorted, by one function, and the items then put in their
//! place. Elsewhere size does not matter, and the standard library's own sort is the faster one;
//! both keep the order of equal items, so both give the same.

use std::cmp::Ordering;

/// Sorting with one function for all types; equal items keep their order.
pub trait Arrange<T> {
    /// Sorts by a comparison.
    ///
    /// ```
    /// use dateline::order::Arrange;
    /// let mut words = ["pear", "fig", "apple", "date"];
    /// words.arrange_by(|a, b| a.len().cmp(&b.len()));
    /// assert_eq!(words, ["fig", "pear", "date", "apple"]);
    /// ```
    fn arrange_by(&mut self, compare: impl Fn(&T, &T) -> Ordering);

    /// Sorts by a key, which is made anew for every comparison.
    fn arrange_by_key<K: Ord>(&mut self, key: impl Fn(&T) -> K) {
        self.arrange_by(|a, b| key(a).cmp(&key(b)));
    }

    /// Sorts.
    fn arrange(&mut self)
    where
        T: Ord,
    {
        self.arrange_by(T::cmp);
    }
}

impl<T> Arrange<T> for [T] {
    fn arrange_by(&mut self, compare: impl Fn(&T, &T) -> Ordering) {
        if cfg!(target_family = "wasm") { by_indices(self, compare) } else { self.sort_by(compare) }
    }
}

fn by_indices<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let mut order: Vec<u32> = (0..items.len() as u32).collect();
    indices(&mut order, &|a, b| compare(&items[a as usize], &items[b as usize]));
    // `order[i]` names the item that belongs at `i`. Each cycle of swaps is walked once, and a
    // place that has its item names itself from then on.
    for start in 0..order.len() {
        let mut place = start;
        loop {
            let next = std::mem::replace(&mut order[place], place as u32) as usize;
            if next == start || next == place {
                break;
            }
            items.swap(place, next);
            place = next;
        }
    }
}

/// Sorts plain numbers: many times faster than [`Arrange`], for lists that grow with the story.
/// Pairs of numbers travel in one, the first in the high half.
///
/// ```
/// let mut pairs = [(2, 1), (1, 7), (1, 3)].map(|(a, b)| dateline::order::pair(a, b));
/// dateline::order::numbers(&mut pairs);
/// assert_eq!(pairs.map(dateline::order::halves), [(1, 3), (1, 7), (2, 1)]);
/// ```
#[inline(never)]
pub fn numbers(list: &mut [u64]) {
    // The page's stories are short, and its bytes few.
    if cfg!(target_arch = "wasm32") || list.len() < SHORT || list.is_sorted() {
        list.sort_unstable();
        return;
    }
    let differ = list.iter().fold(0, |differ, n| differ | n ^ list[0]);
    // Byte by byte, the lowest first; the high ones of most lists are all alike.
    let (mut from, mut to) = (list.to_vec(), vec![0; list.len()]);
    for shift in (0..64).step_by(8).filter(|shift| differ >> shift & 0xff != 0) {
        let byte = |n: u64| (n >> shift & 0xff) as usize;
        let mut places = [0usize; 256];
        from.iter().for_each(|&n| places[byte(n)] += 1);
        let mut before = 0;
        for place in &mut places {
            before += std::mem::replace(place, before);
        }
        for &n in &from {
            let place = &mut places[byte(n)];
            to[*place] = n;
            *place += 1;
        }
        std::mem::swap(&mut from, &mut to);
    }
    list.copy_from_slice(&from);
}

/// Lists shorter than this are sorted by comparing.
const SHORT: usize = 1000;

/// Two numbers in one.
#[must_use]
pub fn pair(high: u32, low: u32) -> u64 {
    u64::from(high) << 32 | u64::from(low)
}

/// The two numbers of [`pair`].
#[must_use]
pub fn halves(pair: u64) -> (u32, u32) {
    ((pair >> 32) as u32, pair as u32)
}

/// A number that sorts from the greatest to the least of floats that are not negative.
#[must_use]
pub fn falling(value: f32) -> u32 {
    !value.to_bits()
}

/// The one sort.
#[inline(never)]
fn indices(order: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering) {
    order.sort_by(|a, b| compare(*a, *b));
}

#[cfg(test)]
mod tests {
    use super::{Arrange, SHORT, by_indices, numbers};

    #[test]
    fn long_lists_of_numbers() {
        let mut state = 7u64;
        let mut list: Vec<u64> = (0..3 * SHORT)
            .map(|i| {
                state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
                state >> [0, 20, 40][i % 3]
            })
            .collect();
        let mut expected = list.clone();
        expected.sort_unstable();
        numbers(&mut list);
        assert_eq!(list, expected);
    }

    #[test]
    fn sorts_as_the_standard_library_does() {
        let mut state = 7u32;
        for length in [0, 1, 2, 3, 10, 100, 1000] {
            let mut items: Vec<(u32, usize)> = (0..length)
                .map(|i| {
                    state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                    (state >> 28, i)
                })
                .collect();
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            let mut again = items.clone();
            items.arrange_by(|a, b| a.0.cmp(&b.0));
            assert_eq!(items, expected);
            by_indices(&mut again, |a, b| a.0.cmp(&b.0));
            assert_eq!(again, expected);
            items.reverse();
            expected.sort();
            items.arrange();
            assert_eq!(items, expected);
        }
    }
}
