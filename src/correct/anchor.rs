//! [`Anchor`]: a place in an article's words, found again by quotation, surroundings and position.

use crate::span::Span;
use crate::utf16::Utf16;
use serde::{Deserialize, Serialize};

/// A place, as a `TextQuoteSelector` and a `TextPositionSelector` of the W3C name it. A whole
/// article is named by an anchor that quotes nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Anchor {
    /// Id of the article.
    pub source: String,
    /// The words.
    pub exact: String,
    /// What stands before them.
    pub prefix: String,
    /// What stands behind them.
    pub suffix: String,
    /// First UTF-16 code unit in the text of the day.
    pub start: u32,
    /// One past the last.
    pub end: u32,
}

/// Why a correction does not fit any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Lost {
    /// Its article is not here.
    Article,
    /// Its words are not in the article any more.
    Words,
    /// Nothing of its kind is read at those words.
    Thing,
    /// There is nothing to do: it is so already.
    Done,
    /// It cannot be understood.
    Meaning,
}

impl Lost {
    /// The reason as a sentence.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Article => "its article is not among these.",
            Self::Words => "its words are no longer in the article.",
            Self::Thing => "nothing of its kind is read at those words.",
            Self::Done => "it is so already.",
            Self::Meaning => "it cannot be understood.",
        }
    }
}

/// Characters kept on either side.
const AROUND: usize = 32;
/// So many characters of the surroundings must be the same on one side.
const ENOUGH: usize = 8;
/// Words of so many characters are known by themselves, where they stand but once.
const LONG: usize = 24;

impl Anchor {
    /// Anchors a place in a text.
    #[must_use]
    pub fn new(source: &str, text: &str, span: Span) -> Self {
        let utf16 = Utf16::new(text);
        let before = text.get(..span.start as usize).unwrap_or_default();
        let after = text.get(span.end as usize..).unwrap_or_default();
        let from = before.char_indices().rev().take(AROUND).last().map_or(before.len(), |(at, _)| at);
        let to = after.char_indices().nth(AROUND).map_or(after.len(), |(at, _)| at);
        Self {
            source: source.to_owned(),
            exact: span.of(text).to_owned(),
            prefix: before[from..].to_owned(),
            suffix: after[..to].to_owned(),
            start: utf16.offset(span.start),
            end: utf16.offset(span.end),
        }
    }

    /// Anchors a whole article.
    #[must_use]
    pub fn article(source: &str) -> Self {
        Self { source: source.to_owned(), ..Self::default() }
    }

    /// Finds the place again in what may be a later text.
    ///
    /// The same words must stand there, with the same words before or behind them; of several
    /// such places, the one most alike, then the nearest to the old position.
    ///
    /// ```
    /// use dateline::{correct::Anchor, span::Span};
    /// let anchor = Anchor::new("a", "Ana Diaz came. Luis Diaz left.", Span::new(20, 24));
    /// let found = anchor.find("On Monday Ana Diaz came. Then Luis Diaz left.").unwrap();
    /// assert_eq!(found.start, 35);
    /// assert_eq!(anchor.find("Eva Diaz came."), None);
    /// ```
    #[must_use]
    pub fn find(&self, text: &str) -> Option<Span> {
        if self.exact.is_empty() {
            return Some(Span::new(0, 0));
        }
        let stated = Utf16::new(text).byte(self.start);
        let mut best: Option<((usize, u32), Span)> = None;
        let mut count = 0;
        for (at, words) in text.match_indices(self.exact.as_str()) {
            let span = Span::new(at as u32, (at + words.len()) as u32);
            let before = same(self.prefix.chars().rev(), text[..at].chars().rev());
            let after = same(self.suffix.chars(), text[at + words.len()..].chars());
            count += 1;
            let known = near(before, &self.prefix) || near(after, &self.suffix);
            let whole = self.prefix.is_empty() && self.suffix.is_empty() && words.len() == text.len();
            let rank = if known || whole { 1 + before + after } else { 0 };
            let rank = (rank, u32::MAX - stated.abs_diff(span.start));
            if best.is_none_or(|b| b.0 < rank) {
                best = Some((rank, span));
            }
        }
        let ((alike, _), span) = best?;
        (alike > 0 || (count == 1 && self.exact.chars().count() >= LONG)).then_some(span)
    }
}

/// How many characters two run together.
fn same(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).count()
}

/// Whether enough of one side is the same.
fn near(same: usize, side: &str) -> bool {
    same >= ENOUGH || (same > 0 && same == side.chars().count())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Anchors the words in brackets of one text and prints where they stand in another.
    #[track_caller]
    fn check(old: &str, new: &str) {
        let (from, to) = (old.find('[').unwrap(), old.find(']').unwrap());
        let text = old.replace(['[', ']'], "");
        let anchor = Anchor::new("a", &text, Span::new(from as u32, to as u32 - 1));
        assert_eq!(anchor.find(&text), Some(Span::new(from as u32, to as u32 - 1)), "the same text");
        let plain = new.replace(['[', ']'], "");
        let expected = new.find('[').map(|at| Span::new(at as u32, new.find(']').unwrap() as u32 - 1));
        assert_eq!(anchor.find(&plain), expected, "{new}");
    }

    #[test]
    fn words_are_found_again() {
        check("Rain fell on [Friday] in Lima.", "Rain fell on [Friday] in Lima.");
        check("Rain fell on [Friday] in Lima.", "Much – 🚢 – later, rain fell on [Friday], they say.");
        check("Rain fell on [Friday] in Lima.", "Snow came [Friday] in Lima.");
        check("[Friday]", "[Friday]");
        check("Diaz said. [Diaz] left. Diaz slept.", "Diaz rose. Diaz said. [Diaz] left. Diaz slept.");
        check(
            "the port, the port, the port, [the port], the port",
            "the port, the port, the port, [the port], the port",
        );
        check("A. [A ferry capsized in the gale] on Monday.", "Then [A ferry capsized in the gale]: no more.");
    }

    #[test]
    fn words_that_went_are_not_guessed() {
        check("Rain fell on [Friday] in Lima.", "Rain fell on Monday in Lima.");
        check("Rain fell on [Friday] in Lima.", "Next Friday, snow.");
        check("[Friday] it rained.", "Nothing.");
    }
}
