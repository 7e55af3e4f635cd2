//! [`Report`]: what came of some files.

use crate::display::bringing::WORDS;
use crate::display::strings::{count, fill, strings};
use crate::import::{Imported, Repeated};

/// What came of some files.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    files: usize,
    new: usize,
    known: usize,
    pub(super) unread: usize,
    pub(super) lines: Vec<(bool, String)>,
    /// A sentence in place of numbers.
    sentence: Option<&'static str>,
}

impl Report {
    /// Nothing but a sentence.
    pub fn sentence(sentence: &'static str) -> Self {
        Self { sentence: Some(sentence), ..Self::default() }
    }

    /// Adds a file.
    pub fn add(&mut self, name: &str, read: &Imported, repeated: &[Repeated]) {
        self.files += 1;
        self.new += read.records.len();
        self.known += repeated.len();
        self.unread += read.errors.len();
        if !read.records.is_empty() {
            let format = read.format.as_deref().unwrap_or("text");
            self.lines.push((true, fill(WORDS.read, &[name, &count(read.records.len(), strings().articles), format])));
        }
        self.lines.extend(read.notes.iter().map(|note| (true, note.clone())));
        self.lines.extend(repeated.iter().map(|r| (true, fill(WORDS.repeated, &[&r.id, &r.of]))));
        self.lines.extend(read.errors.iter().map(|error| (false, error.to_string())));
    }

    pub(super) fn summary(&self) -> String {
        if let Some(sentence) = self.sentence {
            return sentence.to_owned();
        }
        let some = |number: usize, forms| (number > 0).then(|| count(number, forms));
        let parts = [
            Some(count(self.files, WORDS.files)),
            Some(count(self.new, WORDS.new)),
            some(self.known, WORDS.known),
            some(self.unread, WORDS.unread),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
    }
}
