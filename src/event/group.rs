//! What the words of a sentence are grouped into: verbs with their helpers, their tenses, and how
//! one hangs on another. [`super::parse`] finds them.

use super::words::{Kind, Words};
use std::ops::Range;

/// The tense of a verb group, as far as dating needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    /// struck
    Past,
    /// was striking
    PastProgressive,
    /// had struck
    PastPerfect,
    /// has struck
    Perfect,
    /// strikes
    Present,
    /// is striking
    Progressive,
    /// will strike, is to strike, was due to strike
    Future,
    /// would strike
    Would,
    /// may, might, could strike
    Possible,
    /// should, must strike; would have struck
    Unreal,
    /// to strike
    Infinitive,
    /// …, striking
    Ing,
    /// (the ship) struck by
    Reduced,
}

/// How a group hangs on its parent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// On nothing.
    Main,
    /// and, but, or a comma
    And,
    /// when, while, as; a participle after a comma
    When,
    /// after
    After,
    /// before, until
    Before,
    /// since
    Since,
    /// if, unless, whether
    If,
    /// because, although…
    Because,
    /// who, which, or a participle behind its noun
    Relative,
    /// that, or what is said
    Content,
    /// to
    Purpose,
}

impl Link {
    /// Whether the clause tells when or why: "after it had opened".
    pub(crate) fn is_adverbial(self) -> bool {
        matches!(self, Self::When | Self::After | Self::Before | Self::Since | Self::Because)
    }
}

/// A verb with its helpers.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    /// First token: a helper or the verb.
    pub(crate) first: usize,
    /// The verb.
    pub(crate) head: usize,
    /// Last token: the verb or its particle.
    pub(crate) last: usize,
    /// Dictionary form, with its particle.
    pub(crate) lemma: String,
    /// When.
    pub(crate) tense: Tense,
    /// Whether the subject suffers it.
    pub(crate) passive: bool,
    /// Whether it is denied.
    pub(crate) negated: bool,
    /// How it hangs on `parent`.
    pub(crate) link: Link,
    /// Index of the group it hangs on.
    pub(crate) parent: Option<usize>,
    /// The tokens it owns before its own verb begin here (its connector, its subject).
    pub(crate) start: usize,
    /// The helpers of a verb before it that are its as well; mostly none.
    pub(crate) shared: Range<usize>,
}

impl Group {
    /// "lists called boards", "problems resulting from it": the verb only says what a thing is or is of.
    pub(crate) fn is_naming(&self) -> bool {
        let named = matches!(self.lemma.as_str(), "call" | "name" | "dub" | "entitle" | "title");
        let of = matches!(self.lemma.as_str(), "arise" | "consist" | "derive" | "result" | "stem");
        self.tense == Tense::Reduced && named || self.tense == Tense::Ing && self.link == Link::Relative && of
    }

    /// "broken up by police using tear gas": with what a deed was done, which is part of telling it.
    pub(crate) fn is_means(&self) -> bool {
        self.tense == Tense::Ing && matches!(self.lemma.as_str(), "use" | "wear" | "wield" | "brandish")
    }
}

/// What a token is part of, so that it triggers nothing itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mask {
    /// Nothing.
    None,
    /// A name.
    Name,
    /// An expression of time.
    Time,
}

/// A sentence's groups.
#[derive(Debug, Default)]
pub(crate) struct Parsed {
    /// In order.
    pub(crate) groups: Vec<Group>,
    /// For each token of the sentence, the group it belongs to.
    pub(crate) owner: Vec<usize>,
    /// Index of the sentence's first token.
    pub(crate) offset: usize,
}

impl Parsed {
    /// The group a token belongs to.
    pub(crate) fn owner(&self, token: usize) -> Option<usize> {
        let owner = *self.owner.get(token.checked_sub(self.offset)?)?;
        (owner < self.groups.len()).then_some(owner)
    }

    /// Whether a group's verb opens the sentence or a clause: "|Fighting broke out", "before |trading began".
    pub(crate) fn opens(&self, words: &Words, group: &Group) -> bool {
        group.first == self.offset || words.kind(group.first - 1) == Kind::Subordinator
    }

    /// Whether a token is a verb or one of its helpers.
    pub(crate) fn is_verb(&self, token: usize) -> bool {
        self.groups.iter().any(|g| g.first <= token && token <= g.last)
    }

    /// The first of the verbs that a group is joined to: "|sank, burned and drifted".
    pub(crate) fn first_joined(&self, group: usize) -> usize {
        let before = |&k: &usize| {
            let group = &self.groups[k];
            group.parent.filter(|&p| group.link == Link::And && p < k)
        };
        std::iter::successors(Some(group), before).last().unwrap_or(group)
    }

    /// The stretch of tokens around a group's verb that belong to it without a gap.
    pub(crate) fn clause(&self, group: usize) -> Range<usize> {
        let Some(g) = self.groups.get(group) else { return 0..0 };
        let (mut start, mut end) = (g.first, g.last + 1);
        while start > self.offset && self.owner(start - 1) == Some(group) {
            start -= 1;
        }
        while self.owner(end) == Some(group) {
            end += 1;
        }
        start..end
    }
}
