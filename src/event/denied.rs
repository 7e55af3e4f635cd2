//! What a sentence denies otherwise than by a helper, and what it denies only up to a day: "No one was
//! hurt", "None of the men was charged"; "did not reach the wreck until Monday".

use super::group::{Link, Mask, Parsed, Tense};
use super::words::{Kind, Words, denies};

/// Marks the groups of a sentence that are denied.
pub(crate) fn mark(words: &Words, masked: &[Mask], parsed: &mut Parsed) {
    // "Had it lost, elections would have followed": it did not.
    let first = parsed.offset;
    if words.is(first, &["had"]) && matches!(words.kind(first + 1), Kind::Pronoun | Kind::Determiner) {
        parsed.groups.iter_mut().take(2).for_each(|g| g.tense = Tense::Unreal);
    }
    for k in 0..parsed.groups.len() {
        let group = &parsed.groups[k];
        let nobody = (group.start..group.first).any(|t| parsed.owner(t) == Some(k) && is_nobody(words, t, group.start));
        // "Nobody was killed and robbed": of one subject.
        let shared = group.link == Link::And
            && !group.shared.is_empty()
            && group.parent.is_some_and(|p| parsed.groups[p].negated && !names_not(words, &parsed.groups[p]));
        // "did not fall silent until it was dark"
        let next = parsed.groups.get(k + 1).filter(|n| n.parent == Some(k) && n.link == Link::Before);
        let clause = || next.is_some_and(|n| (n.start..n.first).any(|t| words.is(t, &["until", "till"])));
        let until = group.negated && (parsed.clause(k).any(|t| is_until(words, masked, t)) || clause());
        let group = &mut parsed.groups[k];
        group.negated = (group.negated || nobody || shared) && !until;
    }
}

/// Whether a group's own words deny it.
pub(crate) fn names_not(words: &Words, group: &super::group::Group) -> bool {
    (group.first..=group.last).any(|t| denies(words, t))
}

/// "until" before a time.
fn is_until(words: &Words, masked: &[Mask], token: usize) -> bool {
    let time = |t: usize| masked.get(t) == Some(&Mask::Time);
    words.is(token, &["until", "till"]) && (time(token + 1) || time(token + 2))
}

/// Whether a subject that nobody is begins at a token: "no one", "none of them", "not a single shot"; but
/// "no fewer than 12".
fn is_nobody(words: &Words, token: usize, start: usize) -> bool {
    let word = words.word(token);
    let begins = token == start
        || matches!(words.kind(token - 1), Kind::Mark | Kind::Coordinator | Kind::Subordinator | Kind::Adverb)
        || words.is(token - 1, &["that"]);
    // "no bigger than a thumbnail"
    let amount = words.is(token + 1, &["fewer", "less", "more", "later", "longer", "doubt", "wonder", "sooner"])
        || words.is(token + 2, &["than"]);
    let none = match word {
        "nobody" | "none" | "neither" | "nothing" => true,
        "no" => !amount && (words.is(token + 1, &["one"]) || words.kind(token + 1) != Kind::Number),
        "not" => words.is(token + 1, &["one"]) || words.is(token + 1, &["a"]) && words.is(token + 2, &["single"]),
        _ => false,
    };
    none && begins
}
