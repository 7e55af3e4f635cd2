//! [`Log`]: the corrections in the order they were made, and how many of them are in force.

use super::Correction;
use serde::{Deserialize, Serialize};

/// All corrections of a story; those behind `done` were undone and can be redone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Log {
    entries: Vec<Correction>,
    done: u32,
}

impl Log {
    /// A log of these entries; `done` beyond their number means all.
    #[must_use]
    pub fn new(entries: Vec<Correction>, done: usize) -> Self {
        let done = done.min(entries.len()) as u32;
        Self { entries, done }
    }

    /// Adds a correction. What was undone before it can no longer be redone.
    pub fn push(&mut self, correction: Correction) {
        self.entries.truncate(self.done as usize);
        self.entries.push(correction);
        self.done += 1;
    }

    /// Takes the last correction in force back; `false` where there is none.
    pub fn undo(&mut self) -> bool {
        let any = self.done > 0;
        self.done -= u32::from(any);
        any
    }

    /// Brings the next one back; `false` where there is none.
    pub fn redo(&mut self) -> bool {
        let any = (self.done as usize) < self.entries.len();
        self.done += u32::from(any);
        any
    }

    /// Undoes or redoes until `done` corrections are in force.
    pub fn go_to(&mut self, done: usize) {
        self.done = done.min(self.entries.len()) as u32;
    }

    /// All entries, also those undone.
    #[must_use]
    pub fn entries(&self) -> &[Correction] {
        &self.entries
    }

    /// How many are in force.
    #[must_use]
    pub const fn done(&self) -> usize {
        self.done as usize
    }

    /// Those in force.
    #[must_use]
    pub fn in_force(&self) -> &[Correction] {
        &self.entries[..self.done as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::Log;
    use crate::correct::{Anchor, Correction, Op, Subject};

    #[test]
    fn undo_and_redo() {
        let note = |value: &str| Correction::new(Op::Note, Subject::Passage, Anchor::default(), value);
        let mut log = Log::default();
        assert!(!log.undo() && !log.redo());
        log.push(note("a"));
        log.push(note("b"));
        assert!(log.undo() && log.undo() && !log.undo() && log.redo());
        assert_eq!((log.in_force().len(), log.entries().len()), (1, 2));
        log.push(note("c"));
        assert!(!log.redo());
        let values: Vec<&str> = log.in_force().iter().map(|c| c.value.as_str()).collect();
        assert_eq!(values, ["a", "c"]);
        log.go_to(9);
        assert_eq!(log.done(), 2);
    }
}
