//! The words of one article, read once for all who look for something in them.

use super::words::{self, Term};
use crate::letter::lower;
use crate::span::Span;
use std::sync::OnceLock;
use xxhash_rust::xxh3::xxh3_64;

/// A word: a run of letters and digits, or a number with its separators.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its place.
    pub span: Span,
    /// Hash of its lower-case letters.
    pub hash: u32,
    /// What it is counted as; `None` where it carries no statement.
    pub term: Option<Term>,
    /// Whether it begins with a digit or a capital letter.
    pub marked: bool,
    /// By which [`Turns`] tell at once that they do not begin with it.
    signs: [u8; 2],
}

impl Word {
    /// Whether the word before it may mean another with it: [`words::phrasal`].
    #[must_use]
    pub fn is_particle(&self) -> bool {
        words::is_particle(self.hash)
    }
}

/// The words of an article, in order; read when they are first asked for. It is nothing of its own: whoever has the
/// text has the words, so it does not travel, and tells no two articles apart.
#[derive(Clone, Debug, Default)]
pub struct Lexicon(OnceLock<Vec<Word>>);

impl PartialEq for Lexicon {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl Eq for Lexicon {}

impl Lexicon {
    /// The words of the article's text that lie wholly within a stretch of it.
    pub fn within(&self, text: &str, span: Span) -> &[Word] {
        let words = self.0.get_or_init(|| read(text));
        // Words are spread so evenly that a guess is off by a few.
        let guess = |at: u32| at as usize * words.len() / text.len().max(1);
        let from = near(words, guess(span.start), |w| w.span.start < span.start);
        let to = near(words, guess(span.end), |w| w.span.end <= span.end);
        words.get(from..to).unwrap_or_default()
    }
}

/// As [`slice::partition_point`], by steps of doubled length from a guess.
fn near(words: &[Word], guess: usize, before: impl Fn(&Word) -> bool) -> usize {
    let (mut low, mut high, mut step) = (guess.min(words.len()), guess.min(words.len()), 4);
    while low > 0 && !before(&words[low - 1]) {
        high = low - 1;
        low = low.saturating_sub(step);
        step *= 2;
    }
    while high < words.len() && before(&words[high]) {
        low = high + 1;
        high = (high + step).min(words.len());
        step *= 2;
    }
    low + words[low..high].partition_point(before)
}

fn read(text: &str) -> Vec<Word> {
    let word = |span: Span| {
        let word = span.of(text);
        let marked = word.starts_with(|c: char| c.is_numeric() || c.is_uppercase());
        Word { span, hash: hash(word), term: words::term(word), marked, signs: signs(word.as_bytes(), word.len()) }
    };
    places(text).into_iter().map(word).collect()
}

/// Where the words of a text are.
fn places(text: &str) -> Vec<Span> {
    let mut words = Vec::with_capacity(text.len() / 5);
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    // How long the letter or digit is that stands there; 0 where none does. Most are one byte, and
    // need no decoding.
    let letter = |at: usize| match bytes.get(at) {
        Some(byte) if byte.is_ascii() => usize::from(byte.is_ascii_alphanumeric()),
        Some(_) => text
            .get(at..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, |c| if c.is_alphanumeric() { c.len_utf8() } else { 0 }),
        None => 0,
    };
    let mut end = 0;
    while end < bytes.len() {
        let start = end;
        loop {
            let long = letter(end);
            if long > 0 {
                end += long;
            } else if end > start && matches!(bytes.get(end), Some(b'.' | b',')) && digit(end - 1) && digit(end + 1) {
                end += 1;
            } else {
                break;
            }
        }
        if end > start {
            words.push(Span::new(start as u32, end as u32));
        }
        // Within a character of several bytes no letter begins.
        end += 1;
    }
    words
}

fn hash(word: &str) -> u32 {
    // Most words are short and plain, and need no memory of their own.
    let mut few = [0u8; 24];
    if let Some(few) = few.get_mut(..word.len())
        && word.is_ascii()
    {
        few.copy_from_slice(word.as_bytes());
        few.make_ascii_lowercase();
        return xxh3_64(few) as u32;
    }
    let lower = lower(word);
    xxh3_64(lower.as_bytes()) as u32
}

/// Two numbers below 64 that are the same for a word with and without a capital letter: of its first
/// letter and length, and of its second and last.
const fn signs(word: &[u8], length: usize) -> [u8; 2] {
    if length == 0 || length > word.len() {
        return [0, 0];
    }
    let [first, last] = [word[0].to_ascii_lowercase() as usize, word[length - 1].to_ascii_lowercase() as usize];
    let second = if length > 1 { word[1].to_ascii_lowercase() as usize } else { 0 };
    [((first * 5 + length * 11) % 64) as u8, ((second * 3 + last * 13) % 64) as u8]
}

/// Turns of phrase to be looked for in many places, lower case, one space between two words.
#[derive(Debug)]
pub struct Turns {
    list: &'static [&'static str],
    /// The signs of their first words.
    signs: [u64; 2],
}

impl Turns {
    /// A list of turns.
    #[must_use]
    pub const fn new(list: &'static [&'static str]) -> Self {
        let (mut all, mut i) = ([0, 0], 0);
        while i < list.len() {
            let turn = list[i].as_bytes();
            let mut length = 0;
            while length < turn.len() && turn[length] != b' ' {
                length += 1;
            }
            let [one, other] = signs(turn, length);
            all[0] |= 1 << one;
            all[1] |= 1 << other;
            i += 1;
        }
        Self { list, signs: all }
    }

    /// Those that may begin with a word; none for most words.
    #[must_use]
    pub fn that_may_begin(&self, word: &Word) -> &'static [&'static str] {
        let [one, other] = word.signs;
        if (self.signs[0] >> one) & (self.signs[1] >> other) & 1 == 0 { &[] } else { self.list }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn within<'t>(text: &'t str, part: &str) -> Vec<&'t str> {
        let start = text.find(part).unwrap() as u32;
        let words = Lexicon::default();
        let span = Span::new(start, start + part.len() as u32);
        words.within(text, span).iter().map(|w| w.span.of(text)).collect()
    }

    #[test]
    fn numbers_stay_whole() {
        let text = "Some 2,134 homes, at €3.5m. Ça va?";
        assert_eq!(within(text, text), ["Some", "2,134", "homes", "at", "3.5m", "Ça", "va"]);
    }

    #[test]
    fn a_stretch_holds_whole_words_alone() {
        for (part, expected) in [
            ("ree ships sank", &["ships", "sank"][..]),
            ("Three shi", &["Three"]),
            (" ships ", &["ships"]),
            ("hip", &[]),
            ("", &[]),
        ] {
            assert_eq!(within("Three ships sank.", part), expected, "{part}");
        }
    }

    #[test]
    fn a_guess_leads_to_what_a_search_finds() {
        let text = "a bb ccc dddd eeeee f g h i j k l m n o p q r s t u v w x y zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz";
        let words = read(text);
        for guess in [0, 1, 7, 20, words.len(), words.len() + 9] {
            for at in 0..=text.len() as u32 {
                let before = |w: &Word| w.span.start < at;
                assert_eq!(near(&words, guess, before), words.partition_point(before), "{guess} for {at}");
            }
        }
    }

    #[test]
    fn turns_pass_over_what_they_do_not_begin_with() {
        const BLAME: Turns = Turns::new(&["due to", "blamed on"]);
        let begins = |word: &str| !BLAME.that_may_begin(&read(word)[0]).is_empty();
        assert!(begins("due") && begins("Due") && begins("blamed"));
        assert!(!begins("on") && !begins("rain"));
    }
}
