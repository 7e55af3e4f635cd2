//! Small letters, without the tables of every script.
//!
//! The standard library knows the small form of each letter in the world, in twenty-five kilobytes
//! that the browser would download. Here are the alphabets that a newspaper in English meets:
//! Latin with all its accents, Greek, Cyrillic, Armenian. Other letters stay as they are.

/// The small form of a letter.
///
/// ```
/// use dateline::letter::small;
/// assert_eq!(['É', 'Ł', 'Щ', 'Ω', 'ж', '雨'].map(small), ['é', 'ł', 'щ', 'ω', 'ж', '雨']);
/// ```
#[must_use]
pub fn small(c: char) -> char {
    let code = c as u32;
    let step = match code {
        0x41..=0x5A => 32,
        0..=0xBF => 0,
        0xD7 => 0,
        0xC0..=0xDE | 0x391..=0x3A1 | 0x3A3..=0x3AB | 0x410..=0x42F | 0xFF21..=0xFF3A => 32,
        0x130 => return 'i',
        0x178 => return 'ÿ',
        0x386 => 38,
        0x388..=0x38A => 37,
        0x38C => 64,
        0x38E | 0x38F => 63,
        0x400..=0x40F => 80,
        0x531..=0x556 => 48,
        0x4C0 => 15,
        0x1E9E => return 'ß',
        // A capital and then its small letter, by turns.
        0x139..=0x148 | 0x179..=0x17E | 0x1CD..=0x1DC | 0x4C1..=0x4CE => code % 2,
        0x100..=0x137 | 0x14A..=0x177 | 0x1DE..=0x1EF | 0x1F8..=0x21F | 0x222..=0x233 => 1 - code % 2,
        0x460..=0x481 | 0x48A..=0x4BF | 0x4D0..=0x52F | 0x1E00..=0x1E95 | 0x1EA0..=0x1EFF => 1 - code % 2,
        _ => 0,
    };
    char::from_u32(code + step).unwrap_or(c)
}

/// A text in small letters.
#[must_use]
pub fn lower(text: &str) -> String {
    let mut out = text.to_owned();
    if text.is_ascii() {
        out.make_ascii_lowercase();
        return out;
    }
    out.clear();
    out.extend(text.chars().map(small));
    out
}

/// Whether a text in small letters is one of some words, which needs no memory of its own.
#[must_use]
pub fn is_one_of(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.chars().map(small).eq(word.chars()))
}

#[cfg(test)]
mod tests {
    use super::{is_one_of, lower, small};

    #[test]
    fn the_alphabets_of_europe_are_as_the_standard_library_has_them() {
        let blocks =
            [0..=0x17F, 0x1CD..=0x1EF, 0x1F8..=0x21F, 0x222..=0x233, 0x386..=0x3CE, 0x400..=0x52F, 0x531..=0x556];
        for c in blocks.into_iter().chain([0x1E00..=0x1EFF, 0xFF00..=0xFF5E]).flatten().filter_map(char::from_u32) {
            let expected = c.to_lowercase().next();
            // Small letters of Turkish and the dot above are two characters elsewhere.
            assert_eq!(Some(small(c)), expected, "{c} {:x}", c as u32);
        }
    }

    #[test]
    fn a_text() {
        for (text, expected) in [("", ""), ("NATO", "nato"), ("ÉLYSÉE Palace", "élysée palace"), ("東京 OK", "東京 ok")]
        {
            assert_eq!(lower(text), expected);
            assert!(is_one_of(text, &["no", expected]) && !is_one_of(text, &["no", "yes"]));
        }
    }
}
