//! Participles that only describe a noun: "leaked emails", "adjusted earnings", "surrounding towns".

use super::table::Table;
use super::verbs::{self, form};
use super::words::{Kind, Words};

/// Whether a participle says of what kind the figures of a firm are: "|adjusted earnings", "|operating profit".
pub(super) fn is_of_accounts(words: &Words, i: usize) -> bool {
    let kinds = [
        "adjusted",
        "annualised",
        "annualized",
        "combined",
        "consolidated",
        "diluted",
        "operating",
        "recurring",
        "restated",
    ];
    static ACCOUNTS: Table = Table::new(
        "cost costs earnings ebitda expenses income loss losses margin margins profit profits results revenue revenues sales",
    );
    words.is(i, &kinds) && ACCOUNTS.has(words.word(i + 1))
}

/// Whether a participle describes the noun behind it, of which another verb tells: "after |leaked emails showed".
pub(super) fn is_described(words: &Words, i: usize) -> bool {
    let noun = is_many(words.word(i + 1)) && verbs::read(words.word(i + 1)).is_none_or(|v| v.forms & form::BASE == 0);
    noun && is_finite(words, i + 2)
}

/// Whether a finite verb stands at a token.
pub(super) fn is_finite(words: &Words, at: usize) -> bool {
    matches!(words.kind(at), Kind::Be | Kind::Have | Kind::Modal | Kind::Do)
        || words.kind(at) == Kind::Content && verbs::read(words.word(at)).is_some_and(|v| v.forms & form::PAST != 0)
}

/// Forms in -ing that tell which thing is meant.
pub(super) static DESCRIBES: Table = Table::new(
    "adjoining existing following incoming neighboring neighbouring outgoing outlying remaining surrounding upcoming",
);

/// Forms in -ing that tell how things are becoming: "fought |rising winds", "amid |growing fears".
pub(super) static BECOMES: Table = Table::new(
    "burning climbing dwindling escalating falling flagging growing increasing looming mounting raging rising soaring swirling worsening",
);

/// Things that are called after what made them: "a six-storey |building in Kestle".
pub(super) static MADE: Table = Table::new(
    "building ceiling clothing crossing dwelling funding housing lodging painting parking spending training",
);

/// Whether a noun is of several, by its form: "of people |fleeing" tells what they do.
pub(super) fn is_many(word: &str) -> bool {
    word.ends_with('s') && !word.ends_with("ss") || matches!(word, "people" | "men" | "women" | "children" | "police")
}
