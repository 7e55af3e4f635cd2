//! Clauses that say no more than that something has not come about until now.

use crate::claim::Turns;
use crate::story::compare::phrase::Phrase;

/// What is awaited after a misfortune or a crime, and often comes: not what befell somebody.
static AWAITED: Turns = Turns::new(&[
    "claimed",
    "arrested",
    "arrests",
    "arrest",
    "charged",
    "named",
    "identified",
    "detained",
    "filed",
    "announced",
    "found",
    "recovered",
    "located",
    "rescued",
    "reports",
    "reported",
]);

/// Whether a clause says that nothing awaited has come about so far: "No group has claimed it", "Police have made no
/// arrests", "There were no immediate reports of injuries".
pub(super) fn is_so_far(words: &Phrase) -> bool {
    let near = |from: usize, to: usize, of: &dyn Fn(usize) -> bool| (from..to.min(words.len())).any(of);
    let none = near(0, 8, &|i| words.one_of(i, &["no", "nobody", "none"]).is_some());
    let awaited = near(1, 10, &|i| words.any(i, &AWAITED).is_some());
    none && awaited && is_open(words)
}

/// Whether a clause speaks of the time until it was told: in the perfect tense, or by a word.
pub(super) fn is_open(words: &Phrase) -> bool {
    const UNTIL_NOW: [&str; 5] = ["so far", "immediate", "immediately", "yet", "to date"];
    (0..words.len()).any(|i| {
        let perfect = i < 7 && words.one_of(i, &["has", "have"]).is_some();
        // "said no arrests had been made"
        let told = i < 9 && words.is(i, "had been") && words.one_of(i.saturating_sub(2), &["no"]).is_some();
        perfect || told || words.one_of(i, &UNTIL_NOW).is_some()
    })
}
