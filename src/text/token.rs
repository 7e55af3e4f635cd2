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
pub(super) fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5 + 8);
    let mut chars = text.char_indices().peekable();
    let (mut spaced, mut line_start) = (true, true);
    let mut rest_of = 0usize;
    while let Some(&(start, first)) = chars.peek() {
        if start < rest_of {
            chars.next();
            continue;
        }
        if first.is_whitespace() || is_ignorable(first) {
            line_start |= first == '\n';
            spaced |= first.is_whitespace();
            chars.next();
            continue;
        }
        let rest = &text[start..];
        let (length, kind) = measure(rest, first, spaced);
        tokens.push(Token {
            start: start as u32,
            end: (start + length) as u32,
            kind,
            spaced,
            capital: first.is_uppercase(),
            line_start,
        });
        (spaced, line_start) = (false, false);
        rest_of = start + length;
    }
    tokens
}

/// Length in bytes and kind of the token at the head of `rest`.
fn measure(rest: &str, first: char, spaced: bool) -> (usize, TokenKind) {
    if first.is_ascii_digit() {
        return (number(rest), TokenKind::Number);
    }
    if first.is_alphanumeric() {
        return (initialism(rest).unwrap_or_else(|| word(rest)), TokenKind::Word);
    }
    if matches!(first, '\'' | '’')
        && !spaced
        && let Some(length) = clitic(rest, first)
    {
        return (length, TokenKind::Clitic);
    }
    (first.len_utf8(), TokenKind::Mark)
}

/// Letters and digits, with apostrophes between letters ("O'Brien", "don't") but for clitics.
fn word(rest: &str) -> usize {
    let mut end = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let inside = c.is_alphanumeric() || is_mark_on_letter(c) || (is_ignorable(c) && end > 0);
        let apostrophe = matches!(c, '\'' | '’')
            && chars.peek().is_some_and(|&(_, n)| n.is_alphabetic())
            && clitic(&rest[at..], c).is_none();
        if inside || apostrophe {
            end = at + c.len_utf8();
        } else {
            break;
        }
    }
    end
}

/// "U.S.", "U.K", "a.m.": single letters with a stop between them.
fn initialism(rest: &str) -> Option<usize> {
    let bytes = rest.as_bytes();
    let mut end = 0;
    while end + 1 < bytes.len() && bytes[end].is_ascii_alphabetic() && bytes[end + 1] == b'.' {
        end += 2;
    }
    if end < 2 {
        return None;
    }
    let next = bytes.get(end).copied().unwrap_or(b' ');
    if next.is_ascii_alphanumeric() {
        // "U.S" without its last stop, but not "e.g" of "e.gone" or "J.Smith".
        let single = next.is_ascii_alphabetic() && !bytes.get(end + 1).is_some_and(u8::is_ascii_alphanumeric);
        return (single && end >= 2).then_some(end + 1);
    }
    // One letter and a stop is an initial ("J. Smith"); its stop is left to the sentences.
    (end >= 4).then_some(end)
}

/// Digits with `,` or `.` between digits.
fn number(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    let mut end = 0;
    while end < bytes.len() {
        let digit = bytes[end].is_ascii_digit();
        let joint = matches!(bytes[end], b',' | b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit);
        if !(digit || joint) {
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
    }

    #[test]
    fn odd_text() {
        check("", "");
        check(" \u{feff}a\u{200f}", "a\u{200f}");
        check("e\u{301}te\u{301} 日本", "e\u{301}te\u{301}|日本");
        check("'s", "'|s");
    }
}
