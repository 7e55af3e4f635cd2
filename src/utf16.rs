//! [`Utf16`]: offsets as JavaScript and the JSON shapes count them, and back to bytes.

use crate::span::Span;
use serde::Serialize;

/// A range of UTF-16 code units.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct Range {
    /// First unit.
    pub start: u32,
    /// One past the last unit.
    pub end: u32,
}

/// Turns byte offsets of one text into UTF-16 offsets.
///
/// Keeps one checkpoint per kilobyte, so a lookup costs at most that much and any number of
/// lookups stays linear.
#[derive(Debug)]
pub struct Utf16<'a> {
    text: &'a str,
    checkpoints: Vec<u32>,
    ascii: bool,
}

/// Bytes between checkpoints.
const STRIDE: usize = 1024;

impl<'a> Utf16<'a> {
    /// Prepares a text.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let ascii = text.is_ascii();
        let mut checkpoints = vec![0];
        if !ascii {
            let mut units = 0u32;
            for (at, c) in text.char_indices() {
                while at >= checkpoints.len() * STRIDE {
                    checkpoints.push(units);
                }
                units += c.len_utf16() as u32;
            }
        }
        Self { text, checkpoints, ascii }
    }

    /// The UTF-16 offset of a byte offset.
    #[must_use]
    pub fn offset(&self, byte: u32) -> u32 {
        if self.ascii {
            return byte;
        }
        let slot = (byte as usize / STRIDE).min(self.checkpoints.len() - 1);
        let mut from = slot * STRIDE;
        while !self.text.is_char_boundary(from) {
            from += 1; // A checkpoint counts the characters that start before it.
        }
        let between = self.text.get(from..byte as usize).unwrap_or_default();
        self.checkpoints[slot] + between.chars().map(|c| c.len_utf16() as u32).sum::<u32>()
    }

    /// The UTF-16 range of a span.
    #[must_use]
    pub fn range(&self, span: Span) -> Range {
        Range { start: self.offset(span.start), end: self.offset(span.end) }
    }

    /// The byte offset of a UTF-16 offset: the start of the character that holds it, and the end
    /// of the text beyond it.
    #[must_use]
    pub fn byte(&self, unit: u32) -> u32 {
        if self.ascii {
            return unit.min(self.text.len() as u32);
        }
        let slot = self.checkpoints.partition_point(|&units| units <= unit).saturating_sub(1);
        let mut from = slot * STRIDE;
        while !self.text.is_char_boundary(from) {
            from += 1;
        }
        let mut units = self.checkpoints[slot];
        for (at, c) in self.text[from..].char_indices() {
            units += c.len_utf16() as u32;
            if units > unit {
                return (from + at) as u32;
            }
        }
        self.text.len() as u32
    }
}

#[cfg(test)]
mod tests {
    use super::Utf16;

    #[test]
    fn offsets_count_utf16_units() {
        let text = "a’b🚢c".repeat(700);
        let utf16 = Utf16::new(&text);
        let mut units = 0;
        for (at, c) in text.char_indices() {
            assert_eq!(utf16.offset(at as u32), units, "byte {at}");
            assert_eq!(utf16.byte(units), at as u32, "unit {units}");
            units += c.len_utf16() as u32;
        }
        assert_eq!(utf16.offset(text.len() as u32), units);
        assert_eq!(utf16.byte(units + 7), text.len() as u32);
    }
}
