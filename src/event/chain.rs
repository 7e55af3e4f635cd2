//! Verbs with their helpers: "has been arrested", "is due to open", "was to have begun".

use super::group::{Group, Link, Tense};
use super::verbs::{self, form};
use super::words::{DAYS, Kind, Words, denies};
use std::ops::Range;

/// "the terminal, |due to open in 2025", "the trial, |expected to be held in May": what hangs on a noun
/// and is still to come.
pub(crate) fn due(words: &Words, i: usize, range: &Range<usize>) -> Option<Group> {
    let fixed = ["expected", "planned", "scheduled", "set", "slated"];
    let apart = i > range.start && words.is(i - 1, &[",", "(", "—", "–"]) && words.is(i, &fixed);
    if !(apart || words.is(i, &["due"])) || words.kind(i + 1) != Kind::To {
        return None;
    }
    let to = chain(words, i + 1, range).filter(|g| g.head > i + 1 && verbs::read(words.word(g.head)).is_some())?;
    Some(Group { first: i, start: i, tense: Tense::Future, ..to })
}

/// Whether a short form is a verb: "they|'ve", "he|'s"; but "the town's".
pub(crate) fn is_verbal_clitic(words: &Words, i: usize) -> bool {
    match words.word(i) {
        "'s" | "’s" => i > 0 && words.kind(i - 1) == Kind::Pronoun,
        "'" | "’" => false,
        _ => true,
    }
}

/// Helpers and the verb they lead to.
pub(crate) fn chain(words: &Words, first: usize, range: &Range<usize>) -> Option<Group> {
    let (mut modal, mut have, mut be, mut did, mut to) = (None, None, None, None, false);
    let (mut negated, mut future, mut suffered, mut done, mut adverbs) = (false, false, false, false, 0);
    let mut j = first;
    while j < range.end {
        let word = words.word(j);
        negated |= denies(words, j);
        match words.kind(j) {
            Kind::Modal if modal.is_none() && have.is_none() && be.is_none() => modal = Some(j),
            // "was to |have begun"
            Kind::Have if have.is_none() && (be.is_none() || future) => {
                done = future;
                have = Some(j);
            }
            Kind::Be => {
                // "is to |be demolished"
                suffered |= future;
                be = be.or(Some(j));
            }
            Kind::Do if did.is_none() && modal.is_none() && have.is_none() && be.is_none() => did = Some(j),
            Kind::Clitic if j == first => match word {
                "'ll" | "’ll" => modal = Some(j),
                "'ve" | "’ve" => have = Some(j),
                "'d" | "’d" => have = Some(j),
                _ => be = Some(j),
            },
            // "had on Monday |withdrawn"
            Kind::Preposition
                if (be.is_some() || have.is_some())
                    && words.is(j, &["on"])
                    && words.is(j + 1, &DAYS)
                    && is_participle(words, j + 2) =>
            {
                j += 1;
            }
            Kind::To if j == first => to = true,
            // "is to open", "was to have opened"
            Kind::To if be.is_some() => future = true,
            Kind::To => break,
            Kind::Adverb if adverbs < 5 => adverbs += 1,
            // "is due to open"; but "was set to the wrong time"
            Kind::Content
                if be.is_some()
                    && leads_to_future(word)
                    && words.kind(j + 1) == Kind::To
                    && words.kind(j + 2) != Kind::Determiner =>
            {
                future = true;
                j += 1;
            }
            // "was last inspected", "had first noticed", "was most likely shot down".
            _ if (be.is_some() || have.is_some())
                && matches!(word, "first" | "last" | "likely")
                && (is_participle(words, j + 1) || words.kind(j + 1) == Kind::Be) =>
            {
                adverbs += 1;
            }
            _ if be.is_some() && word == "most" && words.is(j + 1, &["likely"]) => adverbs += 1,
            // "has twice before sued"
            _ if have.is_some() && word == "before" && is_participle(words, j + 1) => adverbs += 1,
            _ => break,
        }
        j += 1;
    }
    if is_prefixed(words, j) {
        j += 2;
    }
    // "losses |to state coffers"
    let adjective = words.is(j, &["state"]) && words.kind(j + 1) == Kind::Content && !words.is(j + 1, &["that"]);
    if to && (is_goal(words, first, j) || adjective) {
        return None;
    }
    let verb = (j < range.end).then(|| verbs::read(words.word(j))).flatten().filter(|_| !words.capital(j));
    let forms = verb.as_ref().map_or(0, |v| v.forms);
    let past = |at: Option<usize>, forms: &[&str]| at.is_some_and(|at| forms.contains(&words.word(at)));
    let was = past(be, &["was", "were"]);
    let had = past(have, &["had", "'d", "’d"]);
    let simple = have.is_none() && be.is_none() && !future;
    let usable = if suffered || done {
        forms & (form::PARTICIPLE | form::ING) != 0
    } else if future || (simple && (modal.is_some() || did.is_some() || to)) {
        forms & form::BASE != 0
    } else if be.is_some() {
        forms & (form::PARTICIPLE | form::ING) != 0
    } else {
        have.is_some() && forms & form::PARTICIPLE != 0
    };
    let passive = be.is_some() && (!future || suffered) && forms & form::PARTICIPLE != 0;
    let ing = be.is_some() && !future && forms & form::ING != 0;
    let (head, lemma) = match (&verb, usable) {
        (Some(verb), true) => (j, verb.base.to_string()),
        // "is a threat", "had two sons": a clause, but its verb tells nothing.
        _ => {
            let at = be.or(have)?;
            (last_helper(words, first, j, at), if be.is_some() { "be" } else { "have" }.to_owned())
        }
    };
    let modal_word = modal.map_or("", |m| words.word(m));
    let tense = if to {
        Tense::Infinitive
    } else if future
        || modal_word.starts_with("will")
        || modal_word == "wo"
        || modal_word.starts_with("won")
        || modal_word == "shall"
        || modal_word.ends_with("ll")
    {
        Tense::Future
    } else if modal_word.starts_with("would") {
        if have.is_some() { Tense::Unreal } else { Tense::Would }
    } else if modal_word.starts_with("may") || modal_word.starts_with("might") || modal_word.starts_with("could") {
        Tense::Possible
    } else if modal.is_some() {
        Tense::Unreal
    } else if have.is_some_and(|h| words.word(h) == "having") {
        Tense::PastPerfect
    } else if have.is_some() {
        match (had, usable || be.is_some()) {
            (true, true) => Tense::PastPerfect,
            (true, false) => Tense::Past,
            (false, true) => Tense::Perfect,
            (false, false) => Tense::Present,
        }
    } else if be.is_some_and(|b| words.word(b) == "being") && be == Some(first) {
        Tense::Ing
    } else if be.is_some() {
        match (was, ing) {
            (true, true) => Tense::PastProgressive,
            (true, false) => Tense::Past,
            (false, true) => Tense::Progressive,
            (false, false) => Tense::Present,
        }
    } else if past(did, &["did", "didn't", "didn’t"]) {
        Tense::Past
    } else {
        Tense::Present
    };
    let (last, lemma) = particle(words, head, lemma, range);
    Some(Group {
        first,
        head,
        last,
        lemma,
        tense,
        passive,
        negated,
        link: Link::Main,
        parent: None,
        start: first,
        shared: 0..0,
    })
}

/// "returned to |profit", "brought to |trial", "back to |work": what one goes to, and nothing one is to do.
fn is_goal(words: &Words, to: usize, at: usize) -> bool {
    let goals = [
        "court", "ground", "land", "light", "market", "power", "profit", "rest", "school", "trial", "war", "waste",
        "work",
    ];
    let moves =
        ["back", "bring", "come", "commit", "fall", "get", "go", "lay", "return", "rise", "send", "swing", "take"];
    let verb = |t: usize| verbs::read(words.word(t)).is_some_and(|v| moves.contains(&&*v.base));
    words.is(at, &goals)
        && at == to + 1
        && (1..3).filter_map(|back| to.checked_sub(back)).any(|t| verb(t) || words.is(t, &moves))
}

/// Whether a token is the first half of a verb with a hyphen: "co-founded", "was |re-elected", "test-fired".
pub(crate) fn is_prefixed(words: &Words, at: usize) -> bool {
    let first = [
        "re", "co", "pre", "de", "mis", "over", "under", "test", "fire", "air", "hand", "short", "cross", "back",
        "court",
    ];
    words.is(at, &first)
        && words.is(at + 1, &["-", "‑"])
        && !words.spaced(at + 1)
        && !words.spaced(at + 2)
        && verbs::read(words.word(at + 2)).is_some()
}

/// Whether a word can follow "was" or "had" as a verb.
fn is_participle(words: &Words, at: usize) -> bool {
    verbs::read(words.word(at)).is_some_and(|v| v.forms & form::PARTICIPLE != 0)
}

/// The last helper of a chain that leads to no verb.
fn last_helper(words: &Words, first: usize, end: usize, known: usize) -> usize {
    (first..end).rev().find(|&k| matches!(words.kind(k), Kind::Be | Kind::Have)).unwrap_or(known)
}

/// Words between "is" and "to" that speak of the future.
fn leads_to_future(word: &str) -> bool {
    matches!(
        word,
        "due"
            | "going"
            | "set"
            | "about"
            | "expected"
            | "scheduled"
            | "slated"
            | "planning"
            | "preparing"
            | "poised"
            | "ready"
            | "likely"
            | "supposed"
            | "planned"
            | "bound"
    )
}

/// Joins a particle that changes the verb's meaning: "stepped down".
pub(crate) fn particle(words: &Words, head: usize, lemma: String, range: &Range<usize>) -> (usize, String) {
    let next = head + 1;
    if next < range.end
        && verbs::with_particle(&lemma, words.word(next))
        && !(words.is(next, &["over", "on", "off", "in", "through"])
            && (matches!(words.kind(next + 1), Kind::Determiner | Kind::Number)
                // "had been moved on Thursday"
                || words.is(next, &["on"]) && words.capital(next + 1)))
    {
        let joined = format!("{lemma} {}", words.word(next));
        return (next, joined);
    }
    (head, lemma)
}
