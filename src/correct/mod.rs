//! What a person corrects of a reading: small operations, each anchored in an article's words.
//!
//! A [`Correction`] is plain data; [`crate::story::tell_corrected`] applies a list of them. It names what it is
//! about by quotation and position ([`Anchor`], the W3C Web Annotation selectors), so that it
//! survives a new analysis and an edited article. The [`Log`] is what undo and redo walk through;
//! [`json`] is how it is kept.

pub mod anchor;
pub mod json;
mod log;
mod value;

pub use anchor::{Anchor, Lost};
pub use log::Log;
pub use value::{Dated, dated};

use serde::{Deserialize, Serialize};

/// One operation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// What is done.
    pub op: Op,
    /// To what.
    pub target: Target,
    /// With what: the name or event that `target` is united with.
    pub with: Option<Anchor>,
    /// Of a name, how much of it is meant.
    pub scope: Scope,
    /// The new name, kind, date or note; empty where the operation has none.
    pub value: String,
}

/// What a correction is about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Target {
    /// What kind of thing.
    pub subject: Subject,
    /// Where it stands: one place, but for a row one a claim.
    pub anchors: Vec<Anchor>,
    /// Of a row, what it compares.
    pub aspect: String,
}

/// A word of a closed list, as the JSON writes it.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$each:meta])* $variant:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $($(#[$each])* $variant),* }

        impl $name {
            /// All, in order.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The word, as the JSON writes it.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }

            /// What a word means.
            #[must_use]
            pub fn read(word: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.word() == word)
            }
        }
    };
}

words! {
    /// What can be done.
    Op {
        /// Two names are one; two events are one.
        Merge = "merge",
        /// Some of a name's mentions name something else; a mention tells another event.
        Split = "split",
        /// A name or an event is called otherwise.
        Rename = "rename",
        /// A name is of another kind.
        Retype = "retype",
        /// It is none.
        Hide = "hide",
        /// It is of this date.
        SetDate = "set-date",
        /// Its date is unknown.
        ClearDate = "clear-date",
        /// A row has been checked: what `value` says of it.
        Settle = "settle",
        /// A row compares what cannot be compared.
        Dismiss = "dismiss",
        /// A remark; a later one on the same thing stands in its place, an empty one takes it away.
        Note = "note",
    }
}

words! {
    /// What can be corrected.
    Subject {
        /// A person, organisation, place…, by one of its mentions.
        Name = "name",
        /// An expression of time.
        Time = "time",
        /// An event, by one of its triggers.
        Event = "event",
        /// A row of the comparison, by its claims.
        Row = "row",
        /// A whole article.
        Article = "article",
        /// Any words.
        Passage = "passage",
    }
}

words! {
    /// How much of a name is meant.
    Scope {
        /// All mentions of it.
        All = "all",
        /// Those written the same.
        Spelling = "spelling",
        /// The one mention alone.
        One = "one",
    }
}

impl Correction {
    /// An operation on one place, as it is most often.
    #[must_use]
    pub fn new(op: Op, subject: Subject, at: Anchor, value: impl Into<String>) -> Self {
        let target = Target { subject, anchors: vec![at], aspect: String::new() };
        Self { op, target, with: None, scope: Scope::All, value: value.into() }
    }

    /// Whether such a thing can be done to such a subject.
    #[must_use]
    pub const fn is_meant(&self) -> bool {
        use Op::{ClearDate, Dismiss, Hide, Merge, Note, Rename, Retype, SetDate, Settle, Split};
        match self.target.subject {
            Subject::Name => matches!(self.op, Merge | Split | Rename | Retype | Hide | Note),
            Subject::Time => matches!(self.op, SetDate | ClearDate | Note),
            Subject::Event => matches!(self.op, Merge | Split | Rename | Hide | SetDate | ClearDate | Note),
            Subject::Row => matches!(self.op, Settle | Dismiss | Note),
            Subject::Article | Subject::Passage => matches!(self.op, Note),
        }
    }
}
