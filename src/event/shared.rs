//! Helpers that several verbs share: "will close the plant and |cut 400 jobs", "was arrested and
//! |charged", "may send a ship and |put troops ashore".

use super::group::{Group, Link, Mask, Parsed, Tense};
use super::speech;
use super::verbs::{self, form};
use super::words::{Kind, Words, is_crowd};
use std::ops::Range;

/// Gives verbs that are joined to another one with helpers what these say of it.
pub(crate) fn share(words: &Words, masked: &[Mask], parsed: &mut Parsed) {
    for k in 1..parsed.groups.len() {
        let (before, rest) = parsed.groups.split_at_mut(k);
        let (Some(source), Some(group)) = (before.last(), rest.first()) else { continue };
        let helpers = if source.shared.is_empty() { source.first..source.head } else { source.shared.clone() };
        let Some(last) = helpers.clone().rev().find(|&t| is_helper(words, t)) else { continue };
        let goes_on = || rest.get(1).is_some_and(|next| is_joined(words, next) == Some(true));
        let joined = is_joined(words, group).is_some_and(|last| last || goes_on());
        let apart = group.link == Link::And && group.parent.is_some_and(|p| p + 1 < k);
        if !joined || apart || !fits(words, masked, words.kind(last), group) {
            continue;
        }
        let Some(group) = rest.first_mut() else { continue };
        group.tense = source.tense;
        group.passive = group.first < group.head || source.passive && matches!(words.kind(last), Kind::Be);
        group.negated |= source.negated && words.is(group.first - 1, &["or", "nor"]);
        (group.link, group.parent) = match source.link {
            Link::Purpose => (Link::Purpose, source.parent),
            _ => (Link::And, Some(k - 1)),
        };
        group.shared = helpers;
    }
}

/// Whether a verb without helpers and without a subject of its own is joined to one before it: by "and",
/// or by no more than a comma.
fn is_joined(words: &Words, group: &Group) -> Option<bool> {
    // "is due to start and |be finished"
    let bare = words.is(group.first, &["be"]);
    let plain =
        (group.first == group.head || bare) && matches!(group.tense, Tense::Past | Tense::Reduced | Tense::Present);
    let mut between = group.start..group.first;
    let and = between.clone().any(|t| words.kind(t) == Kind::Coordinator);
    let joint = and || between.clone().any(|t| words.is(t, &[","]));
    // "were killed and |hundreds injured": of others, and with the same helper.
    let only = between.all(|t| {
        matches!(words.kind(t), Kind::Coordinator | Kind::Adverb)
            || words.is(t, &[","])
            || and && !words.capital(t) && is_crowd(words, t)
    });
    (plain && joint && only).then_some(and)
}

/// Whether a verb has the form that a helper asks for.
fn fits(words: &Words, masked: &[Mask], helper: Kind, group: &Group) -> bool {
    if words.is(group.first, &["be"]) {
        return matches!(helper, Kind::Modal | Kind::To | Kind::Do);
    }
    let Some(verb) = verbs::read(words.word(group.head)) else { return false };
    let has = |form: u8| verb.forms & form != 0;
    match helper {
        // "was hit and crashed", "was caught and told the police": it did so itself.
        Kind::Be => {
            let next = group.last + 1;
            // "suspended the following day" has no object.
            let object = masked.get(next) != Some(&Mask::Time)
                && (matches!(words.kind(next), Kind::Determiner | Kind::Pronoun | Kind::Number) || words.capital(next));
            has(form::PARTICIPLE) && (!has(form::PAST) || !object && !speech::is_intransitive(&group.lemma))
        }
        Kind::Have => has(form::PARTICIPLE),
        _ => has(form::BASE),
    }
}

fn is_helper(words: &Words, token: usize) -> bool {
    matches!(words.kind(token), Kind::Be | Kind::Have | Kind::Modal | Kind::Do | Kind::To)
}

/// Whether a verb in its dictionary form stands where only a shared helper explains it: "will resign and
/// |leave the country".
pub(crate) fn is_awaited(words: &Words, at: usize, range: &Range<usize>, before: &[Group]) -> bool {
    let Some(source) = before.last() else { return false };
    let last = (source.first..source.head).rev().find(|&t| is_helper(words, t)).map(|t| words.kind(t));
    let of_it = words.kind(at + 1) == Kind::Preposition && words.kind(at + 2) == Kind::Pronoun;
    let object = matches!(words.kind(at + 1), Kind::Determiner | Kind::Pronoun | Kind::Number | Kind::To)
        || words.capital(at + 1)
        || of_it;
    at > range.start
        && words.kind(at - 1) == Kind::Coordinator
        && at - source.last < 24
        && matches!(last, Some(Kind::Modal | Kind::Do | Kind::To))
        && object
}
