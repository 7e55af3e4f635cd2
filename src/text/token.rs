//! Words, numbers and punctuation.
//!
//! ```text
//! Mid-February's U.S. toll: 2,000  →  Mid|-|February|'s|U.S.|toll|:|2,000
//! ```

use crate::span::Span;

/// What a token is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TokenKind {
    /// Letters, with digits inside ("A320"), and initialisms with their full stops ("U.S.").
    Word,
    /// Digits, with separators inside ("2,000", "3.5"). A suffix is a word of its own ("30|th").
    Number,
    /// A possessive or contracted ending: 's, ’s, 've, n't is not split off.
    Clitic,
    /// Anything else that is not white space, one character each.
    Mark,
}

/// A word, number or mark and its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// First byte in the text.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
    /// What it is made of.
    pub kind: TokenKind,
    /// Whether white space stands before it.
    pub spaced: bool,
    /// Whether its first letter is upper case.
    pub capital: bool,
    /// Whether a line begins with it.
    pub line_start: bool,
}

impl Token {
    /// The token's place.
    #[must_use]
    pub const fn span(self) -> Span {
        Span::new(self.start, self.end)
    }
}

/// Cuts `text` into tokens.
///
/// Most bytes are ASCII letters, digits and spaces, and are told apart one byte at a time; any
/// other character is decoded.
pub(super) fn tokenize(text: &str) -> Vec<Token> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::with_capacity(bytes.len() / 5 + 8);
    let mut at = 0;
    let (mut spaced, mut line_start) = (true, true);
    while let Some(&byte) = bytes.get(at) {
        if matches!(byte, b' ' | b'\n' | b'\t' | b'\r' | 0x0b | 0x0c) {
            line_start |= byte == b'\n';
            spaced = true;
            at += 1;
            continue;
        }
        let (length, kind, capital) = if byte.is_ascii_alphabetic() {
            let length = initialism(&bytes[at..]).or_else(|| currency(&bytes[at..])).unwrap_or_else(|| word(text, at));
            (length, TokenKind::Word, byte.is_ascii_uppercase())
        } else if byte.is_ascii_digit() {
            (number(&bytes[at..]), TokenKind::Number, false)
        } else {
            let first = char_at(text, at);
            if first.is_whitespace() || is_ignorable(first) {
                spaced |= first.is_whitespace();
                at += first.len_utf8();
                continue;
            }
            let (length, kind) = measure(text, at, first, spaced);
            (length, kind, first.is_uppercase())
        };
        let start = at;
        at += length;
        tokens.push(Token { start: start as u32, end: at as u32, kind, spaced, capital, line_start });
        (spaced, line_start) = (false, false);
    }
    tokens
}

/// The character at a border of characters; the text goes on there.
fn char_at(text: &str, at: usize) -> char {
    text[at..].chars().next().unwrap_or('\0')
}

/// Length in bytes and kind of a token that does not begin with an ASCII letter or digit.
fn measure(text: &str, at: usize, first: char, spaced: bool) -> (usize, TokenKind) {
    if first.is_alphanumeric() {
        return (word(text, at), TokenKind::Word);
    }
    if matches!(first, '\'' | '’')
        && !spaced
        && let Some(length) = clitic(&text[at..], first)
    {
        return (length, TokenKind::Clitic);
    }
    (first.len_utf8(), TokenKind::Mark)
}

/// Letters and digits, with apostrophes between letters ("O'Brien", "don't") but for clitics.
fn word(text: &str, start: usize) -> usize {
    let bytes = text.as_bytes();
    let mut at = start;
    let mut end = start;
    loop {
        while bytes.get(at).is_some_and(u8::is_ascii_alphanumeric) {
            at += 1;
            end = at;
        }
        match bytes.get(at) {
            None => break,
            Some(b'\'') => {}
            Some(byte) if byte.is_ascii() => break,
            Some(_) => {}
        }
        let c = char_at(text, at);
        let next = at + c.len_utf8();
        if c.is_alphanumeric() || is_mark_on_letter(c) {
            (at, end) = (next, next);
        } else if matches!(c, '\'' | '’') {
            let joins = text[next..].chars().next().is_some_and(char::is_alphabetic);
            if !joins || clitic(&text[at..], c).is_some() {
                break;
            }
            at = next;
        } else if is_ignorable(c) {
            // Inside a word only: a mark behind it is not part of it.
            at = next;
        } else {
            break;
        }
    }
    end - start
}

/// "U.S.", "U.K", "a.m.": single letters with a stop between them.
fn initialism(bytes: &[u8]) -> Option<usize> {
    if bytes.get(1) != Some(&b'.') {
        return None;
    }
    let mut end = 0;
    // Initialisms are short; without a bound, a chain of letters would be looked through again and again.
    while end < 16 && end + 1 < bytes.len() && bytes[end].is_ascii_alphabetic() && bytes[end + 1] == b'.' {
        end += 2;
    }
    let next = bytes.get(end).copied().unwrap_or(b' ');
    if next.is_ascii_alphanumeric() {
        // "U.S" without its last stop, but not "e.g" of "e.gone" or "J.Smith".
        let single = next.is_ascii_alphabetic() && !bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric);
        return single.then_some(end + 1);
    }
    // One letter and a stop is an initial ("J. Smith"); its stop is left to the sentences.
    (end >= 4).then_some(end)
}

/// Length of a currency's letters before a sum: "R|2.7bn", "N|950 million", "KSh|500,000", "R|600m";
/// what has neither separator nor scale is a name ("A320", "H5N1").
fn currency(bytes: &[u8]) -> Option<usize> {
    let letters = bytes.iter().take(4).take_while(|b| b.is_ascii_alphabetic()).count();
    let digits = bytes.get(letters).is_some_and(u8::is_ascii_digit);
    if !(1..4).contains(&letters) || !digits || !bytes[0].is_ascii_uppercase() {
        return None;
    }
    let sum = &bytes[letters..];
    let (number, rest) = sum.split_at(number(sum).min(24));
    let ends = |n: usize| !rest.get(n).is_some_and(u8::is_ascii_alphanumeric);
    let scaled = (rest.starts_with(b"bn") && ends(2)) || (rest.starts_with(b"m") && ends(1));
    let words: [&[u8]; 5] = [b" million", b" billion", b" trillion", b" crore", b" lakh"];
    // "R100 000"
    let grouped = rest.len() > 3 && rest[0] == b' ' && rest[1..4].iter().all(u8::is_ascii_digit) && ends(4);
    let parted = number.iter().any(|b| !b.is_ascii_digit()) && ends(0);
    (parted || scaled || grouped || words.iter().any(|w| rest.starts_with(w))).then_some(letters)
}

/// Digits with `,` or `.` between digits.
fn number(bytes: &[u8]) -> usize {
    let mut end = 0;
    while let Some(&byte) = bytes.get(end) {
        let joint = matches!(byte, b',' | b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if !(byte.is_ascii_digit() || joint) {
            break;
        }
        end += 1;
    }
    end
}

/// Length of a clitic at the head of `rest`, which begins with an apostrophe.
fn clitic(rest: &str, apostrophe: char) -> Option<usize> {
    let tail = &rest[apostrophe.len_utf8()..];
    let letters = tail.bytes().take(3).take_while(u8::is_ascii_alphabetic).count();
    if tail[letters..].chars().next().is_some_and(char::is_alphanumeric) {
        return None;
    }
    let known = ["s", "ve", "re", "ll", "d", "m"].iter().any(|k| tail[..letters].eq_ignore_ascii_case(k));
    known.then_some(apostrophe.len_utf8() + letters)
}

/// Combining marks stay with their letter.
fn is_mark_on_letter(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{1ab0}'..='\u{1aff}' | '\u{20d0}'..='\u{20ff}' | '\u{fe20}'..='\u{fe2f}')
}

/// Characters that print nothing: soft hyphen, joiners, directional marks, byte order mark.
fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let words: Vec<_> = tokenize(text).into_iter().map(|t| t.span().of(text)).collect();
        assert_eq!(words.join("|"), expected);
    }

    #[test]
    fn words_and_numbers() {
        check("Mid-February's U.S. toll: 2,000", "Mid|-|February|'s|U.S.|toll|:|2,000");
        check("At 10:40 p.m. on the 30th, 3.5km", "At|10|:|40|p.m.|on|the|30|th|,|3.5|km");
        check("the 1980s; an A320, F-16s", "the|1980|s|;|an|A320|,|F|-|16|s");
        check("O'Brien didn’t say “we’ve won”.", "O'Brien|didn’t|say|“|we|’ve|won|”|.");
        check("J. Smith and J.R. Ewing", "J|.|Smith|and|J.R.|Ewing");
        check("the families' homes", "the|families|'|homes");
        check("R2.7bn, N950 million, KSh500,000, R600m", "R|2.7|bn|,|N|950|million|,|KSh|500,000|,|R|600|m");
        check("R100 000; an A320, H5N1, T20, M25 million", "R|100|000|;|an|A320|,|H5N1|,|T20|,|M|25|million");
        check("B1.b, P4mx, COVID19 250", "B1|.|b|,|P4mx|,|COVID19|250");
    }

    #[test]
    fn odd_text() {
        check("", "");
        check(" \u{feff}a\u{200f} b\u{ad}c", "a|b\u{ad}c");
        check("e\u{301}te\u{301} 日本", "e\u{301}te\u{301}|日本");
        check("'s", "'|s");
    }
}
