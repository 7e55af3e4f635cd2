//! A small hash table from 24-bit keys to bytes or row numbers, packed in words.

/// Open addressing; a slot is `key << 8 | value`, or [`EMPTY`].
#[derive(Clone, Debug)]
pub struct Table {
    slots: Vec<u32>,
}

const EMPTY: u32 = u32::MAX;

impl Table {
    /// A table of `(key, value)`; keys below 2²⁴, value 255 kept for none.
    #[must_use]
    pub fn new(entries: impl ExactSizeIterator<Item = (u32, u8)>) -> Self {
        let size = (entries.len() * 2).next_power_of_two().max(2);
        let mut slots = vec![EMPTY; size];
        for (key, value) in entries {
            let mut at = spread(key) & (size - 1);
            // A key that came before keeps its value.
            while slots[at] != EMPTY && slots[at] >> 8 != key {
                at = (at + 1) & (size - 1);
            }
            if slots[at] == EMPTY {
                slots[at] = key << 8 | u32::from(value);
            }
        }
        Self { slots }
    }

    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: u32) -> Option<u8> {
        let mask = self.slots.len() - 1;
        let mut at = spread(key) & mask;
        loop {
            let slot = self.slots[at];
            if slot == EMPTY {
                return None;
            }
            if slot >> 8 == key {
                return Some(slot as u8);
            }
            at = (at + 1) & mask;
        }
    }
}

/// Keys are hashes already, but their low bits alone fill a table in runs.
const fn spread(key: u32) -> usize {
    (key ^ (key >> 11)) as usize
}

#[cfg(test)]
mod tests {
    use super::Table;

    #[test]
    fn keeps_the_first_value() {
        let table = Table::new([(5, 1), (1 << 20, 2), (5, 3)].into_iter());
        assert_eq!((table.get(5), table.get(1 << 20), table.get(6)), (Some(1), Some(2), None));
        assert_eq!(Table::new(std::iter::empty::<(u32, u8)>().collect::<Vec<_>>().into_iter()).get(0), None);
    }
}
