//! The trained model's file.
//!
//! ```text
//! "DLNM"  version u16  length of what follows u32  its XXH3 u64
//! classes of words: count, coarse classes | keys, classes     (keys as gaps, sorted)
//! lists of names:   count                 | keys, list bits
//! weights:          count                 | keys, label masks, weights
//! pairs of labels:  i16 each
//! ```
//! Numbers are little-endian; counts and gaps are LEB128. What is alike lies together, so that
//! the file packs well on its way to a browser.

use super::crf::{LABELS, Weights};
use super::lexicon::Lexicon;
use crate::error::Error;
use xxhash_rust::xxh3::xxh3_64;

/// The first bytes of a model file.
pub const MAGIC: &[u8; 4] = b"DLNM";
/// The layout, features and hashes that this program knows.
pub const VERSION: u16 = 2;
/// Bytes before the first section.
pub const HEADER: usize = 18;

/// A trained recogniser, ready to read.
#[derive(Clone, Debug)]
pub struct Model {
    pub(super) lexicon: Lexicon,
    pub(super) weights: Weights,
}

impl Model {
    /// Reads a model file.
    ///
    /// # Errors
    /// Where the bytes are not a whole model file of this program's version.
    pub fn load(bytes: &[u8]) -> Result<Self, Error> {
        let body = check(bytes)?;
        let mut reader = Sections { rest: body };
        reader
            .model()
            .ok_or_else(|| Error::new("expected a whole model of names, but its sections do not fit together"))
    }

    /// Reads a lexicon alone: a model file's first two sections, without header.
    #[must_use]
    pub fn lexicon_of(sections: &[u8]) -> Option<Lexicon> {
        Sections { rest: sections }.lexicon()
    }
}

/// The sections of a file whose header and checksum are right.
fn check(bytes: &[u8]) -> Result<&[u8], Error> {
    let Some((header, body)) = bytes.split_first_chunk::<HEADER>() else {
        return Err(Error::new("expected a model of names, but the file is cut short"));
    };
    let number = |range: std::ops::Range<usize>| header[range].iter().rev().fold(0u64, |n, &b| n << 8 | u64::from(b));
    if &header[..4] != MAGIC {
        return Err(Error::new("expected a model of names, but the file begins otherwise"));
    }
    if number(4..6) != u64::from(VERSION) {
        return Err(Error::new("expected a model of names of version 2; this file has another version"));
    }
    if number(6..10) != body.len() as u64 {
        return Err(Error::new("expected a whole model of names, but the file is cut short or too long"));
    }
    if number(10..18) != xxh3_64(body) {
        return Err(Error::new("expected a sound model of names, but the file was altered on its way"));
    }
    Ok(body)
}

/// What is left to read.
struct Sections<'a> {
    rest: &'a [u8],
}

impl<'a> Sections<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.rest.split_at_checked(count)?;
        self.rest = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<u32> {
        let mut value = 0u32;
        for shift in (0..35).step_by(7) {
            let byte = *self.take(1)?.first()?;
            value |= u32::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                return Some(value);
            }
        }
        None
    }

    /// A number of entries of at least one byte each.
    fn count(&mut self) -> Option<usize> {
        let count = self.number()? as usize;
        (count <= self.rest.len()).then_some(count)
    }

    fn keys(&mut self, count: usize) -> Option<Vec<u32>> {
        let mut keys = Vec::with_capacity(count);
        let mut key = 0u32;
        for _ in 0..count {
            key = key.checked_add(self.number()?)?;
            keys.push(key);
        }
        keys.last().is_none_or(|&k| k < 1 << 24).then_some(keys)
    }

    fn table(&mut self, count: usize) -> Option<Vec<(u32, u8)>> {
        let keys = self.keys(count)?;
        Some(keys.into_iter().zip(self.take(count)?.iter().copied()).collect())
    }

    fn lexicon(&mut self) -> Option<Lexicon> {
        let count = self.count()?;
        let coarse = self.count()?;
        let coarse = self.take(coarse)?.to_vec();
        let classes = self.table(count)?;
        let count = self.count()?;
        let phrases = self.table(count)?;
        Some(Lexicon::new(&classes, coarse, &phrases))
    }

    fn model(&mut self) -> Option<Model> {
        let lexicon = self.lexicon()?;
        let count = self.count()?;
        let keys = self.keys(count)?;
        let (low, high) = (self.take(count)?, self.take(count)?);
        let mut features = Vec::with_capacity(count);
        for ((key, low), high) in keys.into_iter().zip(low).zip(high) {
            let mask = u16::from_le_bytes([*low, *high]);
            let labels = (0..16u8).filter(|l| mask >> l & 1 == 1);
            let weights = self.take(mask.count_ones() as usize)?;
            let row: Vec<(u8, i8)> = labels.zip(weights.iter().map(|&w| w as i8)).collect();
            if row.iter().any(|&(label, _)| usize::from(label) >= LABELS) {
                return None;
            }
            features.push((key, row));
        }
        let mut pairs = [[0; LABELS]; LABELS];
        for pair in pairs.iter_mut().flatten() {
            *pair = i32::from(i16::from_le_bytes(self.take(2)?.try_into().ok()?));
        }
        self.rest.is_empty().then(|| Model { lexicon, weights: Weights::new(pairs, &features) })
    }
}
