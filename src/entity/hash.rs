//! Hashes of words and features. Part of the model's format: a change here needs a new model.

use crate::letter::small;

/// Bits of a feature's hash.
pub const BITS: u32 = 24;

const OFFSET: u32 = 0x811c_9dc5;
const PRIME: u32 = 0x0100_0193;

/// One step over a character (FNV-1a on whole characters).
#[must_use]
pub const fn step(state: u32, c: char) -> u32 {
    (state ^ c as u32).wrapping_mul(PRIME)
}

/// The start of a word's hash.
pub const START: u32 = OFFSET;

/// A word as the model sees it: lower case, digits alike, straight quotes and one dash.
pub fn letters(word: &str) -> impl DoubleEndedIterator<Item = char> + '_ {
    word.chars().map(|c| match c {
        'A'..='Z' => c.to_ascii_lowercase(),
        '0'..='9' => '0',
        '’' | '‘' | '´' | '`' => '\'',
        '“' | '”' | '„' | '«' | '»' => '"',
        '–' | '—' | '‑' => '-',
        c if c.is_ascii() => c,
        c => small(c),
    })
}

/// Hash of a word, whatever its case.
#[must_use]
pub fn word(word: &str) -> u32 {
    letters(word).fold(START, step)
}

/// Hash of a phrase, from the hash of what stands before and the next word's.
#[must_use]
pub const fn phrase(before: u32, word: u32) -> u32 {
    (before.rotate_left(7) ^ word).wrapping_mul(0x9e37_79b1)
}

/// A feature: its template and up to two values, in [`BITS`] bits.
#[must_use]
pub const fn feature(template: u32, a: u32, b: u32) -> u32 {
    let mut x = (a as u64) ^ ((b as u64) << 32) ^ ((template as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15));
    x = (x ^ (x >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    x = (x ^ (x >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    (x >> (64 - BITS)) as u32
}

/// A word's or phrase's hash folded to the 24 bits that tables keep.
#[must_use]
pub const fn short(hash: u32) -> u32 {
    let x = hash.wrapping_mul(0x85eb_ca6b);
    (x ^ (x >> 15)).wrapping_mul(0xc2b2_ae35) >> 8
}

/// A word's hash folded to the bits by which its class is kept: few, for there are many words,
/// and an unknown word in thirty may take a class by chance.
#[must_use]
pub const fn class_key(word: u32) -> u32 {
    short(word) >> 3
}
