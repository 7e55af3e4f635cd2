//! Which verbs and nouns of a sentence tell an event, and how sure the sentence is of it.

mod noun;
mod verb;

use super::Certainty;
use super::group::{Mask, Parsed};
use super::words::Words;
use crate::order::Arrange;
use noun::noun;
use std::ops::RangeInclusive;
use verb::{responsibility, verb};

/// A trigger, before it has a date.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// The tokens that name the event.
    pub(crate) tokens: RangeInclusive<usize>,
    /// Dictionary form.
    pub(crate) lemma: String,
    /// The group it stands in.
    pub(crate) group: Option<usize>,
    /// How sure the sentence is.
    pub(crate) certainty: Certainty,
    /// What stands behind the trigger.
    pub(crate) kind: DraftKind,
}

/// What kind of word a trigger is, and whether its group's time is its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DraftKind {
    /// The group's verb.
    Verb,
    /// A noun whose verb only lends its tense.
    Carried {
        /// Whether it points back: "this warning was sent out".
        definite: bool,
    },
    /// A noun with a life of its own.
    Noun {
        /// Whether it points back: "the raid", "this warning".
        definite: bool,
    },
}

/// Finds the triggers of a sentence. `dated` tells whether a time belongs to a group, `bound`
/// whether one belongs to the noun at a token.
pub(crate) fn find(
    words: &Words,
    parsed: &Parsed,
    masked: &[Mask],
    dated: &dyn Fn(usize) -> bool,
    bound: &dyn Fn(usize) -> bool,
) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut lent = vec![false; parsed.groups.len()];
    let range = parsed.offset..parsed.offset + parsed.owner.len();
    for token in range {
        if masked.get(token).is_some_and(|m| *m != Mask::None) {
            continue;
        }
        if let Some(draft) = noun(words, parsed, token, bound, &mut lent) {
            drafts.push(draft);
        }
    }
    for (index, group) in parsed.groups.iter().enumerate() {
        if !lent[index]
            && let Some(certainty) = verb(words, parsed, index, dated(index))
        {
            let lemma = responsibility(words, group).unwrap_or_else(|| group.lemma.clone());
            drafts.push(Draft {
                tokens: group.head..=group.last,
                lemma,
                group: Some(index),
                certainty,
                kind: DraftKind::Verb,
            });
        }
    }
    drafts.arrange_by_key(|d| *d.tokens.start());
    drafts
}
