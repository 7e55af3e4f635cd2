//! The linear-chain model: labels, weights, and the best labelling of a stretch of tokens.
//!
//! All arithmetic is in whole numbers, so that every machine gives the same names.

use super::features;
use super::sheet::Sheet;
use super::{EntityKind, Found};

/// What is told apart; each has a label for its first token and one for the others.
pub const KINDS: [EntityKind; 6] = [
    EntityKind::Person,
    EntityKind::Organization,
    EntityKind::Place,
    EntityKind::Norp,
    EntityKind::Event,
    EntityKind::Other,
];

/// Labels: 0 outside, `1 + 2k` the first token of kind `k`, `2 + 2k` a later one.
pub const LABELS: usize = 1 + 2 * KINDS.len();

/// Whether label `to` may follow label `from`; 0 stands before a stretch.
#[must_use]
pub const fn follows(from: usize, to: usize) -> bool {
    to == 0 || to % 2 == 1 || from == to || from + 1 == to
}

/// Weights of features and of pairs of labels, in one unit.
#[derive(Clone, Debug)]
pub struct Weights {
    /// One bit for every 8 feature hashes: most features have no weight, and this tells fast.
    bits: Vec<u64>,
    /// Feature hashes, open addressing; [`NONE`] is free.
    keys: Vec<u32>,
    /// For each key, where its entries begin.
    rows: Vec<u32>,
    /// For each row its number of entries, then label and weight of each.
    entries: Vec<i8>,
    /// Weight of each label behind each, and of each at the start of a stretch.
    pairs: [[i32; LABELS]; LABELS],
}

const NONE: u32 = u32::MAX;
const NEVER: i32 = i32::MIN / 4;

impl Weights {
    /// From the weights of pairs and, for each feature hash, `(label, weight)`s.
    #[must_use]
    pub fn new(pairs: [[i32; LABELS]; LABELS], features: &[(u32, Vec<(u8, i8)>)]) -> Self {
        let size = (features.len() * 2).next_power_of_two().max(2);
        let mut weights =
            Self { bits: vec![0; 1 << 15], keys: vec![NONE; size], rows: vec![0; size], entries: Vec::new(), pairs };
        for (key, row) in features {
            let mut at = *key as usize & (size - 1);
            while weights.keys[at] != NONE {
                at = (at + 1) & (size - 1);
            }
            weights.keys[at] = *key;
            weights.rows[at] = weights.entries.len() as u32;
            weights.entries.push(row.len() as i8);
            weights.entries.extend(row.iter().flat_map(|&(label, weight)| [label as i8, weight]));
            let bit = (*key >> 3) as usize;
            weights.bits[(bit >> 6) & 0x7fff] |= 1 << (bit & 63);
        }
        weights
    }

    fn add(&self, key: u32, scores: &mut [i32; LABELS]) {
        let bit = (key >> 3) as usize;
        if self.bits[(bit >> 6) & 0x7fff] >> (bit & 63) & 1 == 0 {
            return;
        }
        let mask = self.keys.len() - 1;
        let mut at = key as usize & mask;
        while self.keys[at] != key {
            if self.keys[at] == NONE {
                return;
            }
            at = (at + 1) & mask;
        }
        let row = self.rows[at] as usize;
        let count = self.entries.get(row).map_or(0, |&n| n.max(0) as usize);
        for entry in self.entries[row + 1..row + 1 + 2 * count].chunks_exact(2) {
            scores[entry[0] as usize] += i32::from(entry[1]);
        }
    }

    /// Finds the names of a document, in order.
    #[must_use]
    pub(super) fn read(&self, sheet: &Sheet) -> Vec<Found> {
        let mut found = Vec::new();
        let mut buffer = Vec::with_capacity(128);
        let mut scores = Vec::new();
        for stretch in &sheet.stretches {
            scores.clear();
            for i in stretch.start as usize..stretch.end as usize {
                features::write(sheet, stretch, i, true, &mut buffer);
                let mut sum = [0; LABELS];
                buffer.iter().for_each(|&key| self.add(key, &mut sum));
                scores.push(sum);
            }
            collect(&self.best(&scores), stretch.start as usize, &mut found);
        }
        found
    }

    /// The labelling with the greatest score (Viterbi).
    fn best(&self, scores: &[[i32; LABELS]]) -> Vec<u8> {
        let mut behind: Vec<[u8; LABELS]> = Vec::with_capacity(scores.len());
        let mut totals = [NEVER; LABELS];
        totals[0] = 0;
        for token in scores {
            let mut next = [NEVER; LABELS];
            let mut from = [0u8; LABELS];
            for to in 0..LABELS {
                for before in (0..LABELS).filter(|&b| follows(b, to)) {
                    let total = totals[before] + self.pairs[before][to];
                    if total > next[to] {
                        (next[to], from[to]) = (total, before as u8);
                    }
                }
                next[to] = next[to].saturating_add(token[to]).max(NEVER);
            }
            behind.push(from);
            totals = next;
        }
        let mut label = (0..LABELS as u8).max_by_key(|&l| (totals[l as usize], std::cmp::Reverse(l))).unwrap_or(0);
        let mut labels = vec![0; scores.len()];
        for (slot, from) in labels.iter_mut().zip(&behind).rev() {
            *slot = label;
            label = from[label as usize];
        }
        labels
    }
}

/// Turns labels into names.
fn collect(labels: &[u8], start: usize, found: &mut Vec<Found>) {
    let mut i = 0;
    while i < labels.len() {
        let label = labels[i];
        let mut end = i + 1;
        if label > 0 {
            // First tokens have odd labels, later ones the even label behind.
            while end < labels.len() && labels[end] == label + label % 2 && labels[end].is_multiple_of(2) {
                end += 1;
            }
            let kind = KINDS[(usize::from(label) - 1) / 2];
            found.push(Found { tokens: start + i..start + end, kind });
        }
        i = end;
    }
}
