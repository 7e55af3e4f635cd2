//! Folding: "Élysée" and "elysee" are one word to somebody who types.

use crate::letter::small;
use std::ops::Range;

/// Plain letters of the Latin letters from `À` to `ſ`, in order; a space keeps the letter.
const PLAIN: &str = "\
    aaaaaaaceeeeiiiidnooooo ouuuuy saaaaaaaceeeeiiiidnooooo ouuuuy yaaaaaaccccccccddddeeeeeeeeeegggg\
    gggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Adds the folded form of a character.
pub fn fold(c: char, out: &mut String) {
    let at = (c as usize).wrapping_sub('À' as usize);
    match PLAIN.as_bytes().get(at) {
        Some(b' ') | None => out.push(small(c)),
        Some(&plain) => out.push(char::from(plain)),
    }
}

/// The folded words of a text, without punctuation, each with its place.
pub fn words(text: &str) -> impl Iterator<Item = (Range<usize>, String)> {
    spans(text).map(|range| {
        let mut word = String::with_capacity(range.len());
        text[range.clone()].chars().for_each(|c| fold(c, &mut word));
        (range, word)
    })
}

/// Where letters and digits stand together.
fn spans(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let start = at + text[at..].find(char::is_alphanumeric)?;
        let length = text[start..].find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len() - start);
        at = start + length;
        Some(start..at)
    })
}

/// Where words of `text` begin with one of the folded `terms`: the part that matches.
#[must_use]
pub fn find(text: &str, terms: &[String]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    if terms.is_empty() {
        return found;
    }
    let mut folded = String::new();
    for range in spans(text) {
        folded.clear();
        text[range.clone()].chars().for_each(|c| fold(c, &mut folded));
        let longest = terms.iter().filter(|term| folded.starts_with(term.as_str())).map(String::len).max();
        if let Some(length) = longest {
            let mut seen = String::new();
            let end = text[range.clone()].char_indices().find_map(|(at, c)| {
                fold(c, &mut seen);
                (seen.len() >= length).then_some(range.start + at + c.len_utf8())
            });
            found.push(range.start..end.unwrap_or(range.end));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::{find, words};

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        assert_eq!(words(text).map(|w| w.1).collect::<Vec<_>>(), expected, "{text:?}");
    }

    #[test]
    fn folded_words() {
        check("The Élysée’s 3rd ČEZ–Łódź", &["the", "elysee", "s", "3rd", "cez", "lodz"]);
        check("Ünlü žena ŽENA Ÿ Øre ×÷", &["unlu", "zena", "zena", "y", "ore"]);
        check("Москва 東京", &["москва", "東京"]);
        check(" …— ", &[]);
    }

    #[test]
    fn places_of_terms() {
        let text = "In Città, cities cite Éire.";
        let terms = ["cit".to_owned(), "eire".to_owned()];
        let found: Vec<_> = find(text, &terms).into_iter().map(|r| &text[r]).collect();
        assert_eq!(found, ["Cit", "cit", "cit", "Éire"]);
        assert!(find(text, &[]).is_empty());
    }
}
