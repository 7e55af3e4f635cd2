//! The words of a clause, for the files that look for a turn of phrase in it.

use crate::claim::{Term, Turns, Word, words};
use crate::facts::Facts;
use crate::order::Arrange;
use crate::span::Span;
use std::ops::Range;

/// Words that deny what follows them.
pub(super) static NEGATIONS: Turns =
    Turns::new(&["not", "no", "never", "nobody", "none", "nothing", "neither", "nor", "without"]);

/// The words of a stretch of one article.
#[derive(Clone, Copy)]
pub(super) struct Phrase<'t> {
    text: &'t str,
    words: &'t [Word],
}

impl<'t> Phrase<'t> {
    pub(super) fn new(facts: &'t Facts, span: Span) -> Self {
        Self { text: &facts.article.text, words: facts.words(span) }
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    /// A word as it is written; empty beyond the last.
    pub(super) fn of(&self, i: usize) -> &'t str {
        self.words.get(i).map_or("", |w| w.span.of(self.text))
    }

    /// What a word is counted as; `None` beyond the last, and where it carries no statement.
    pub(super) fn term(&self, i: usize) -> Option<Term> {
        self.words.get(i)?.term
    }

    /// What a word means with the one behind it.
    pub(super) fn phrasal(&self, i: usize) -> Option<Term> {
        self.words.get(i + 1).filter(|next| next.is_particle())?;
        words::phrasal(self.of(i), self.of(i + 1))
    }

    /// Whether some words stand at `i`, the first of them perhaps with a capital letter.
    pub(super) fn is(&self, i: usize, words: &str) -> bool {
        let (mut rest, mut at) = (words.as_bytes(), i);
        loop {
            let word = self.of(at).as_bytes();
            let Some((head, tail)) = rest.split_at_checked(word.len()).filter(|_| !word.is_empty()) else {
                return false;
            };
            if !head.eq_ignore_ascii_case(word) {
                return false;
            }
            match tail {
                [] => return true,
                [b' ', more @ ..] => (rest, at) = (more, at + 1),
                _ => return false,
            }
        }
    }

    /// How many words of the first of some turns that stands at `i`.
    pub(super) fn any(&self, i: usize, turns: &Turns) -> Option<usize> {
        Some(self.which(i, turns)?.1)
    }

    /// Which of some turns stands at `i`, and how many words it is of.
    pub(super) fn which(&self, i: usize, turns: &Turns) -> Option<(usize, usize)> {
        // For most words the list is empty, and that is found in line.
        match self.begun(i, turns) {
            [] => None,
            list => self.which_of(i, list),
        }
    }

    #[inline(never)]
    fn which_of(&self, i: usize, list: &[&str]) -> Option<(usize, usize)> {
        // Most differ in the first letter.
        let first = self.of(i).bytes().next()?.to_ascii_lowercase();
        let found = list.iter().position(|t| t.as_bytes().first() == Some(&first) && self.is(i, t))?;
        Some((found, list[found].split(' ').count()))
    }

    /// Those of some turns that may stand at `i`.
    pub(super) fn begun(&self, i: usize, turns: &Turns) -> &'static [&'static str] {
        self.words.get(i).map_or(&[], |word| turns.that_may_begin(word))
    }

    /// The same of a few turns that are seldom asked for.
    pub(super) fn one_of(&self, i: usize, turns: &[&str]) -> Option<usize> {
        let found = turns.iter().find(|t| self.is(i, t))?;
        Some(found.split(' ').count())
    }

    /// Whether a pronoun stands for whom a clause is about.
    pub(super) fn by_pronoun(&self) -> bool {
        (0..2).any(|i| self.one_of(i, &["it", "they", "he", "she", "we"]).is_some())
    }

    /// From the first to the last of some words.
    pub(super) fn span(&self, range: Range<usize>) -> Option<Span> {
        let (first, last) = (self.words.get(range.start)?, self.words.get(range.end.checked_sub(1)?)?);
        (first.span.start <= last.span.end).then(|| first.span.cover(last.span))
    }

    /// The content words of a stretch, sorted, each once.
    pub(super) fn terms(&self, range: Range<usize>) -> Vec<Term> {
        let mut terms: Vec<Term> = range.filter_map(|i| self.term(i)).collect();
        terms.arrange();
        terms.dedup();
        terms
    }

    /// Whether a comma or stop stands between word `i` and the next.
    pub(super) fn pauses(&self, i: usize) -> bool {
        let (Some(a), Some(b)) = (self.words.get(i), self.words.get(i + 1)) else { return true };
        self.text[a.span.end as usize..b.span.start as usize]
            .contains([',', ';', ':', '.', '—', '–', '(', ')', '"', '“'])
    }

    /// Where the phrase that begins at `i` ends: at a pause, at a verb or joining word, or after
    /// `most` words.
    pub(super) fn end(&self, i: usize, most: usize) -> usize {
        let mut end = i;
        while end < self.len() && end - i < most {
            if end > i && (self.pauses(end - 1) || ENDS.contains(&self.of(end))) {
                break;
            }
            end += 1;
        }
        end
    }
}

/// Words that no noun phrase holds.
const ENDS: [&str; 40] = [
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "will", "would", "could", "can", "may", "might",
    "who", "which", "that", "when", "while", "where", "because", "after", "before", "as", "but", "if", "said", "says",
    "told", "he", "she", "it", "they", "we", "i", "did", "does", "do", "not",
];
