//! The small words that give a sentence its shape, and a document's words in lower case.

use super::table::Table;
use super::{nouns, verbs};
use crate::span::Span;
use crate::text::{Document, Token, TokenKind};
use std::ops::Range;

/// What a small word does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// a, the, this, their…
    Determiner,
    /// of, in, against…
    Preposition,
    /// when, after, because…
    Subordinator,
    /// who, which
    Relative,
    /// and, but
    Coordinator,
    /// he, them…
    Pronoun,
    /// will, might…
    Modal,
    /// is, were…
    Be,
    /// has, had…
    Have,
    /// did…
    Do,
    /// to
    To,
    /// not, also, soon, and most words on -ly
    Adverb,
    /// Punctuation.
    Mark,
    /// Digits.
    Number,
    /// 's and its like.
    Clitic,
    /// Everything else: nouns, verbs, adjectives, names.
    Content,
}

/// A document's words, each with its kind.
pub(crate) struct Words<'d, 'a> {
    /// The document.
    pub(crate) document: &'d Document<'a>,
    lower: String,
    kinds: Vec<Kind>,
}

impl<'d, 'a> Words<'d, 'a> {
    /// Reads every token's kind.
    pub(crate) fn new(document: &'d Document<'a>) -> Self {
        // ASCII alone changes, so every span stays where it was.
        let lower = document.text.to_ascii_lowercase();
        let mut kinds: Vec<Kind> = document.tokens.iter().map(|t| kind(t.span().of(&lower), t.kind)).collect();
        // "notified the WHO on Tuesday", "the IT department": short forms, where not all is in capitals.
        let loud = |t: &Token| {
            let word = t.span().of(document.text);
            (2..5).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase())
        };
        for (k, pair) in document.tokens.windows(2).enumerate() {
            if loud(&pair[1]) && kinds[k] == Kind::Determiner && !loud(&pair[0]) {
                kinds[k + 1] = Kind::Content;
            }
        }
        // "the families' homes": a possessive, not a mark.
        for (k, three) in document.tokens.windows(3).enumerate() {
            let [owner, mark, owned] = three else { continue };
            if matches!(mark.span().of(&lower), "'" | "’")
                && owner.span().of(&lower).ends_with(['s', 'x', 'z'])
                && !(mark.spaced || mark.line_start)
                && owned.spaced
                && kinds[k] == Kind::Content
                && kinds[k + 2] == Kind::Content
            {
                kinds[k + 1] = Kind::Clitic;
            }
        }
        Self { document, lower, kinds }
    }

    /// A token in lower case.
    pub(crate) fn word(&self, token: usize) -> &str {
        self.document.tokens.get(token).map_or("", |t| t.span().of(&self.lower))
    }

    /// What a token does; past the end, a mark.
    pub(crate) fn kind(&self, token: usize) -> Kind {
        self.kinds.get(token).copied().unwrap_or(Kind::Mark)
    }

    /// Whether a token is one of these words.
    pub(crate) fn is(&self, token: usize, words: &[&str]) -> bool {
        words.contains(&self.word(token))
    }

    /// Whether a token begins with a capital.
    pub(crate) fn capital(&self, token: usize) -> bool {
        self.document.tokens.get(token).is_some_and(|t| t.capital)
    }

    /// Whether white space stands before a token.
    pub(crate) fn spaced(&self, token: usize) -> bool {
        self.document.tokens.get(token).is_none_or(|t| t.spaced || t.line_start)
    }

    /// The span from a range's first to its last token.
    pub(crate) fn cover(&self, range: &Range<usize>) -> Span {
        let tokens = &self.document.tokens;
        match (tokens.get(range.start), range.end.checked_sub(1).and_then(|e| tokens.get(e))) {
            (Some(a), Some(b)) if a.start <= b.end => Span::new(a.start, b.end),
            _ => Span::new(0, 0),
        }
    }
}

fn kind(word: &str, token: TokenKind) -> Kind {
    match token {
        TokenKind::Mark => return Kind::Mark,
        TokenKind::Number => return Kind::Number,
        TokenKind::Clitic => return Kind::Clitic,
        TokenKind::Word => {}
    }
    let word = word.strip_suffix("n't").or_else(|| word.strip_suffix("n’t")).unwrap_or(word);
    // What is left of "won't" and "can't".
    if matches!(word, "wo" | "ca") {
        return Kind::Modal;
    }
    match SMALL.find(word) {
        Some("d") => Kind::Determiner,
        Some("p") => Kind::Preposition,
        Some("s") => Kind::Subordinator,
        Some("r") => Kind::Relative,
        Some("c") => Kind::Coordinator,
        Some("n") => Kind::Pronoun,
        Some("m") => Kind::Modal,
        Some("b") => Kind::Be,
        Some("h") => Kind::Have,
        Some("o") => Kind::Do,
        Some("t") => Kind::To,
        Some(_) => Kind::Adverb,
        None if is_adverb(word) => Kind::Adverb,
        None => Kind::Content,
    }
}

/// Whether a word on -ly is an adverb rather than a verb, noun or adjective.
fn is_adverb(word: &str) -> bool {
    word.len() > 4
        && word.ends_with("ly")
        && !matches!(
            word,
            "family"
                | "early"
                | "daily"
                | "weekly"
                | "monthly"
                | "yearly"
                | "deadly"
                | "assembly"
                | "anomaly"
                | "elderly"
                | "monopoly"
                | "likely"
                | "ally"
                | "italy"
                | "july"
        )
        && verbs::read(word).is_none()
        && nouns::read(word).is_none()
}

/// Whether a lower-case word is one of the small ones.
pub(crate) fn is_small(word: &str) -> bool {
    SMALL.has(word)
}

/// Days of the week.
pub(crate) const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Units of a length of time that days and hours are counted by.
pub(crate) const UNITS: [&str; 11] =
    ["minutes", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "year", "years"];

/// Whether a word says which one in a row of them: "the |lowest since 1998", "the |worst known case".
pub(crate) fn is_superlative(word: &str) -> bool {
    static PLAIN: Table = Table::new("arrest forest guest harvest interest protest quest request unrest");
    matches!(word, "best" | "first" | "worst") || word.len() > 5 && word.ends_with("est") && !PLAIN.has(word)
}

/// Whether a token is a number, in digits or in words.
pub(crate) fn is_amount(words: &Words, token: usize) -> bool {
    words.kind(token) == Kind::Number || crate::time::spelled_number(words.word(token)).is_some()
}

/// Whether a token tells how many, of whom is said before: "dozens were killed and |hundreds injured".
pub(crate) fn is_crowd(words: &Words, token: usize) -> bool {
    let some = ["another", "dozens", "hundreds", "many", "more", "others", "scores", "several", "some", "thousands"];
    is_amount(words, token) || words.is(token, &some)
}

/// Whether a word is "not" or ends in it.
pub(crate) fn is_negation(word: &str) -> bool {
    matches!(word, "not" | "never" | "no" | "cannot" | "neither" | "nor" | "nobody" | "none")
        || word.ends_with("n't")
        || word.ends_with("n’t")
}

/// Whether a token denies what its verb tells: "did |not fall"; but "not only fell".
pub(crate) fn denies(words: &Words, token: usize) -> bool {
    let only = words.is(token, &["not"]) && words.is(token + 1, &["only", "just", "merely", "simply", "least"]);
    is_negation(words.word(token)) && !only
}

/// Small words by what they do.
static SMALL: Table = Table::new(
    "\
    a=d about=p above=p according=p across=p after=s again=v against=p ago=v all=d allegedly=v almost=v alongside=p \
    already=v also=v although=s always=v am=b amid=p amidst=p among=p an=d and=c another=d any=d anyone=n apart=v \
    are=b around=p as=s at=p be=b because=s been=b before=s behind=p being=b below=p beside=p between=p beyond=p \
    both=d but=c by=p can=m cannot=m concerning=p could=m currently=v despite=p did=o do=o does=o during=p each=d \
    earlier=v either=d even=v ever=v every=d everybody=n everyone=n excluding=p far=v few=d first=v following=p \
    for=p from=p had=h has=h have=h having=h he=n her=d here=v herself=n him=n himself=n his=d how=s however=v i=n if=s \
    in=p including=p indeed=v inside=p instead=v into=p involving=p is=b it=n its=d itself=n just=v later=v like=p \
    long=v many=d may=m maybe=v me=n meanwhile=v might=m more=d most=d must=m my=d near=p nearly=v neither=d never=v \
    no=d nobody=n nor=c not=v nothing=n now=v of=p off=p often=v on=p once=s one=n only=v onto=p or=c other=d our=d \
    outside=p over=p pending=p per=p perhaps=v quite=v rather=v recently=v regarding=p reportedly=v several=d \
    shall=m she=n should=m since=s so=v some=d someone=n something=n soon=v still=v such=d than=p that=d the=d \
    their=d them=n themselves=n then=v there=n therefore=v these=d they=n this=d those=d though=s through=p \
    throughout=p thus=v till=s to=t today=v together=v tomorrow=v tonight=v too=v toward=p towards=p twice=v under=p \
    unless=s until=s upon=p us=n versus=p very=v via=p was=b we=n well=v were=b what=d when=s where=s whereas=s \
    whether=s which=r while=s who=r whom=r whose=r why=s will=m with=p within=p without=p would=m yesterday=v yet=c you=n \
    your=d",
);

#[cfg(test)]
mod tests {
    use super::{Kind, SMALL, kind};
    use crate::text::TokenKind;

    #[test]
    fn table_is_sorted() {
        assert_eq!(SMALL.disorder(), None);
    }

    #[test]
    fn kinds() {
        for (word, expected) in [
            ("the", Kind::Determiner),
            ("didn't", Kind::Do),
            ("won’t", Kind::Modal),
            ("quickly", Kind::Adverb),
            ("rally", Kind::Content),
            ("family", Kind::Content),
            ("bridge", Kind::Content),
        ] {
            assert_eq!(kind(word, TokenKind::Word), expected, "{word}");
        }
    }
}
