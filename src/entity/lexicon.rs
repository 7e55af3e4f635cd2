//! What is known of words beforehand: their class of like use, and the lists they stand in.

use super::hash;
use super::table::Table;
use super::words;

/// Lists of names; a phrase carries a bit for each it stands in.
pub const LISTS: [&str; 8] = ["country", "demonym", "capital", "city", "region", "organization", "company", "person"];

/// The longest listed phrase, in tokens.
pub const LONGEST: usize = 6;

/// Classes of words and lists of names.
#[derive(Clone, Debug)]
pub struct Lexicon {
    classes: Table,
    coarse: Vec<u8>,
    phrases: Table,
    kinds: Table,
}

/// The word tables of this program, in the order of the values of [`Lexicon::kind`].
const KINDS: [&str; 12] = [
    words::TITLES,
    words::COMPANY_ENDINGS,
    words::ORGANISATIONS,
    words::FACILITIES,
    words::PLACES,
    words::EVENTS,
    words::GROUPS,
    words::CALENDAR,
    words::SPEECH,
    words::PARTICLES,
    words::PLACE_CUES,
    words::COMMON,
];

impl Lexicon {
    /// From `(word, class)`, the coarse class of each class, and `(phrase, lists)`, all keys short.
    #[must_use]
    pub fn new(classes: &[(u32, u8)], coarse: Vec<u8>, phrases: &[(u32, u8)]) -> Self {
        let kinds: Vec<(u32, u8)> = KINDS
            .iter()
            .zip(1..)
            .flat_map(|(table, kind)| table.split(' ').map(move |w| (hash::short(hash::word(w)), kind)))
            .collect();
        Self {
            classes: Table::new(classes.iter().copied()),
            coarse,
            phrases: Table::new(phrases.iter().copied()),
            kinds: Table::new(kinds.into_iter()),
        }
    }

    /// The class of a word and its coarse class, from 1; 0 for an unknown word.
    #[must_use]
    pub fn class(&self, word: u32) -> (u16, u8) {
        match self.classes.get(hash::class_key(word)) {
            Some(class) => (u16::from(class) + 1, self.coarse.get(usize::from(class)).map_or(0, |c| c + 1)),
            None => (0, 0),
        }
    }

    /// The lists that hold a phrase, as bits.
    #[must_use]
    pub fn lists(&self, phrase: u32) -> u8 {
        self.phrases.get(hash::short(phrase)).unwrap_or(0)
    }

    /// Which word table holds a word: 0 for none.
    #[must_use]
    pub fn kind(&self, word: u32) -> u8 {
        self.kinds.get(hash::short(word)).unwrap_or(0)
    }
}
