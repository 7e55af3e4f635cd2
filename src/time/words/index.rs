//! Finds a word in the tables, by a hash made when the program is built.
//!
//! All words lie behind each other in one string of bytes, each with two bytes of what it is:
//! pointers to a thousand small strings would be more than the words themselves.

use super::tables::{KEYS, TABLES};
use super::{Class, Word};

/// Calls for each word of the tables, at build time: its table, its value, and the text that
/// begins with it.
macro_rules! each_word {
    ($table:ident, $value:ident, $word:ident => $do:block) => {
        let mut $table = 0;
        // The small words come behind the tables.
        while $table <= TABLES.len() {
            let mut row = 0;
            while row < rows($table) {
                let (mut text, $value) = entry($table, row);
                while !text.is_empty() {
                    let ($word, tail) = text.split_at(first_word(text));
                    $do
                    text = if tail.is_empty() { tail } else { tail.split_at(1).1 };
                }
                row += 1;
            }
            $table += 1;
        }
    };
}

/// How many words there are, and how many bytes all of them take.
const SIZE: (usize, usize) = {
    let (mut count, mut bytes) = (0, 1);
    each_word!(table, value, word => {
        let _: u8 = value;
        count += 1;
        bytes += 3 + word.len();
    });
    (count, bytes)
};

/// Slots of the hash table, a power of two well above the number of words.
const SLOTS: usize = 2048;

const _: () = assert!(SIZE.0 * 2 < SLOTS, "the hash table needs room");

/// The words, each behind its length, its table and its value; and where the word of each slot
/// stands, 0 where the slot is empty.
const MADE: ([u8; SIZE.1], [u16; SLOTS]) = {
    let mut bytes = [0; SIZE.1];
    let mut slots = [0; SLOTS];
    let mut at = 1;
    each_word!(table, value, word => {
        let text = word.as_bytes();
        let mut slot = hash(text);
        while slots[slot] != 0 {
            slot = (slot + 1) % SLOTS;
        }
        slots[slot] = at as u16;
        bytes[at] = text.len() as u8;
        bytes[at + 1] = table as u8;
        bytes[at + 2] = value;
        let mut i = 0;
        while i < text.len() {
            bytes[at + 3 + i] = text[i];
            i += 1;
        }
        at += 3 + text.len();
    });
    (bytes, slots)
};

static BYTES: [u8; SIZE.1] = MADE.0;
static SLOT: [u16; SLOTS] = MADE.1;

/// The class of each table; the small words come last.
static CLASSES: [Class; TABLES.len() + 1] = {
    let mut classes = [Class::Key; TABLES.len() + 1];
    let mut table = 0;
    while table < TABLES.len() {
        classes[table] = TABLES[table].0;
        table += 1;
    }
    classes
};

/// How many rows a table has.
const fn rows(table: usize) -> usize {
    if table < TABLES.len() { TABLES[table].1.len() } else { KEYS.len() }
}

/// The words of a row, and their value: that of a small word is its row.
const fn entry(table: usize, row: usize) -> (&'static str, u8) {
    if table < TABLES.len() { TABLES[table].1[row] } else { (KEYS[row].0, row as u8) }
}

/// Length of the first word.
const fn first_word(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut n = 0;
    while n < bytes.len() && bytes[n] != b' ' {
        n += 1;
    }
    n
}

/// The longest word.
const LONGEST: usize = 13;

/// A hash of four letters and the length, blind to case.
const fn hash(word: &[u8]) -> usize {
    let (n, fold) = (word.len(), 0x20);
    let (first, last) = (word[0] | fold, word[n - 1] | fold);
    let (second, middle) = (word[(n > 1) as usize] | fold, word[n / 2] | fold);
    let mixed = u32::from_le_bytes([first, second, middle, last]) ^ (n as u32) << 13;
    (mixed.wrapping_mul(0x9E37_79B1) >> 21) as usize % SLOTS
}

/// Looks a word up, whatever its case.
pub(in crate::time) fn find(word: &[u8]) -> Word {
    if word.is_empty() || word.len() > LONGEST {
        return Word::OTHER;
    }
    let mut slot = hash(word);
    while let at @ 1.. = SLOT[slot] as usize {
        let text = at + 3..at + 3 + BYTES[at] as usize;
        if text.len() == word.len() && BYTES[text].eq_ignore_ascii_case(word) {
            return Word { class: CLASSES[BYTES[at + 1] as usize], value: BYTES[at + 2] };
        }
        slot = (slot + 1) % SLOTS;
    }
    Word::OTHER
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_found_once() {
        let mut seen: Vec<&str> = Vec::new();
        each_word!(table, value, text => {
            let word = Word { class: CLASSES[table], value };
            assert_eq!(find(text.as_bytes()), word, "{text}");
            assert_eq!(find(text.to_ascii_uppercase().as_bytes()), word, "{text}");
            assert!(text.len() <= LONGEST, "{text}");
            assert!(!seen.contains(&text), "{text} stands twice");
            seen.push(text);
        });
        assert_eq!(seen.len(), SIZE.0);
    }

    #[test]
    fn other_words_are_not() {
        for text in ["", "x", "mayor", "secondly", "extraordinarily", "é"] {
            assert_eq!(find(text.as_bytes()), Word::OTHER, "{text}");
        }
    }
}
