//! Verb groups of a sentence, and which words belong to which.
//!
//! ```text
//! [The ferry, which] was built [in 1984,] sank [off the coast on Sunday, police] said
//! ```
//!
//! Light on purpose: no tree, only groups in order, the words each owns, and how each hangs on
//! another. That is enough to say which time and which names belong to which event.

use super::chain::{chain, due, is_prefixed, is_verbal_clitic, particle};
use super::denied;
use super::describe::{BECOMES, DESCRIBES, MADE, is_described, is_finite, is_many, is_of_accounts};
use super::group::{Group, Link, Mask, Parsed, Tense};
use super::shared;
use super::speech;
use super::verbs::{self, form};
use super::words::{Kind, Words, denies, is_crowd, is_superlative};
use super::{link, reduced};
use std::ops::Range;

/// Tokens before and behind a word that are looked at for another verb: few sentences are longer.
const REACH: usize = 80;

/// Finds the groups of the sentence at `range`. `masked` tells the tokens that are part of a
/// name or a time.
pub(crate) fn parse(words: &Words, range: Range<usize>, masked: &[Mask]) -> Parsed {
    let mut parsed = Parsed { offset: range.start, ..Parsed::default() };
    let mut i = range.start;
    while i < range.end {
        let found = if masked.get(i).is_some_and(|m| *m != Mask::None) {
            None
        } else {
            group_at(words, i, &range, masked, &parsed.groups)
        };
        match found {
            Some(group) => {
                i = group.last + 1;
                parsed.groups.push(group);
            }
            None => i += 1,
        }
    }
    for k in (1..parsed.groups.len()).rev() {
        if parsed.groups[k].is_means() || completes(words, &parsed.groups[k - 1], &parsed.groups[k]) {
            parsed.groups.remove(k);
        }
    }
    reduced::reduce(words, &range, masked, &mut parsed.groups);
    link::link(words, &range, masked, &mut parsed);
    denied::mark(words, masked, &mut parsed);
    parsed
}

/// Whether a verb is part of telling the one before it: "banned from |driving", "prevented residents from
/// |returning", "will stop |making engines", "will cut |spending", "remain |closed".
fn completes(words: &Words, verb: &Group, other: &Group) -> bool {
    let keeps = ["ban", "bar", "block", "deter", "disqualify", "exempt", "keep", "prevent", "prohibit", "stop"];
    let phases = ["begin", "cease", "continue", "finish", "keep", "quit", "resume", "start", "stop"];
    let kept = words.is(other.first - 1, &["from"]) && keeps.contains(&verb.lemma.as_str());
    let behind = other.first == verb.last + 1;
    let ends = matches!(words.kind(other.last + 1), Kind::Mark | Kind::Coordinator);
    // "will cut |spending"; whoever admits stealing tells of a theft.
    let object = behind && ends && !speech::is_speech(&verb.lemma);
    let phase = behind && phases.contains(&verb.lemma.as_str()) || object;
    // "for the third month running"
    let units = ["time", "day", "week", "month", "year", "season", "night"];
    let running = other.lemma == "run" && words.is(other.first - 1, &units);
    // "ordered the building |closed"
    let causes = ["order", "declare", "want", "find", "leave", "keep"];
    let thing = |t: usize| matches!(words.kind(t), Kind::Determiner | Kind::Content);
    let caused = causes.contains(&verb.lemma.as_str()) && (verb.last + 1..other.first).all(thing) && !behind;
    let states = ["appear", "feel", "lie", "look", "remain", "seem", "stand", "stay"];
    // "was declared |eliminated", "is presumed |drowned"
    let held = ["believe", "confirm", "declare", "fear", "find", "presume", "report", "think"];
    let state =
        behind && (states.contains(&verb.lemma.as_str()) || verb.passive && held.contains(&verb.lemma.as_str()));
    other.first == other.head
        && match other.tense {
            Tense::Ing => kept || phase || running,
            Tense::Past | Tense::Reduced => state || caused && !words.is(other.last + 1, &["by"]),
            _ => false,
        }
}

/// The verb group that begins at a token.
fn group_at(words: &Words, i: usize, range: &Range<usize>, masked: &[Mask], before: &[Group]) -> Option<Group> {
    let helper = match words.kind(i) {
        Kind::Modal | Kind::Be | Kind::Have | Kind::Do | Kind::To => true,
        Kind::Clitic => is_verbal_clitic(words, i),
        _ => false,
    };
    if helper {
        chain(words, i, range)
    } else {
        due(words, i, range).or_else(|| plain(words, i, range, masked, before))
    }
}

/// A verb without helpers.
fn plain(words: &Words, i: usize, range: &Range<usize>, masked: &[Mask], before: &[Group]) -> Option<Group> {
    if words.kind(i) != Kind::Content || (words.capital(i) && i > range.start) {
        return None;
    }
    let word = words.word(i);
    // "its present ground" is no grinding; "traffic ground to a halt" is.
    if word == "ground" && !words.is(i + 1, &["to", "out", "down", "on"]) {
        return None;
    }
    let verb = verbs::read(word)?;
    if is_of_accounts(words, i) {
        return None;
    }
    // "bomb-making", "Iran-backed"
    let glued = |k: usize| k < range.end && matches!(words.word(k), "-" | "‑" | "–") && !words.spaced(k);
    // "come pre-loaded": what stands behind a verb describes.
    let behind = before.last().is_some_and(|g| g.last + 3 == i);
    let prefixed = !behind && i >= range.start + 2 && is_prefixed(words, i - 2);
    let compound = !prefixed && i > range.start && glued(i - 1) && !words.spaced(i);
    if compound || glued(i + 1) && !words.spaced(i + 2) {
        return None;
    }
    let mut p = if prefixed { i - 2 } else { i };
    // Adverbs between subject and verb tell nothing about either.
    while p > range.start && words.kind(p - 1) == Kind::Adverb {
        p -= 1;
    }
    let previous = if p > range.start { words.kind(p - 1) } else { Kind::Mark };
    let previous_word = if p > range.start { words.word(p - 1) } else { "" };
    let next = words.kind(i + 1);
    let at_end = i + 1 >= range.end;
    let tense = if verb.forms & form::ING != 0 {
        let as_noun = super::nouns::read(word).is_some();
        match previous {
            // "fought |rising winds"
            Kind::Content | Kind::Preposition
                if next == Kind::Content
                    && !words.capital(i + 1)
                    && BECOMES.has(word)
                    && is_many(words.word(i + 1)) =>
            {
                return None;
            }
            // "On Friday, |grieving relatives gathered"
            Kind::Mark
                if previous_word == "," && before.is_empty() && next == Kind::Content && is_finite(words, i + 2) =>
            {
                return None;
            }
            // "the capital and |surrounding towns"
            Kind::Coordinator if next == Kind::Content && DESCRIBES.has(word) => return None,
            Kind::Determiner | Kind::Clitic | Kind::Number => return None,
            // "was close to |breaking": it did not.
            Kind::To if p >= range.start + 2 && words.is(p - 2, &["close"]) => return None,
            // "called it “deeply |troubling”"
            Kind::Mark if p > range.start && words.is(p - 1, &["“", "\""]) && (at_end || next == Kind::Mark) => {
                return None;
            }
            Kind::Preposition | Kind::Subordinator
                if (previous_word == "of" && next != Kind::Determiner)
                    || words.is(i + 1, &["of"])
                    || previous_word == "like" =>
            {
                return None;
            }
            // "outlined the proposed |restructuring"
            Kind::Content
                if p == i
                    && previous_word.ends_with("ed")
                    && p >= range.start + 2
                    && words.kind(p - 2) == Kind::Determiner
                    && next != Kind::Determiner =>
            {
                return None;
            }
            // "killing at least 12"
            _ if as_noun
                && (at_end || !matches!(next, Kind::Determiner | Kind::Number | Kind::Content))
                && !opens_amount(words, i + 1) =>
            {
                return None;
            }
            // "denied |killing his wife": behind a verb it is one.
            _ if as_noun
                && previous == Kind::Content
                && !((next == Kind::Determiner || is_crowd(words, i + 1))
                    && before.last().is_some_and(|g| g.last + 1 == p)) =>
            {
                return None;
            }
            Kind::Content if p == i && words.is(i + 1, &["of"]) => return None,
            Kind::Content
                if MADE.has(word) && matches!(next, Kind::Preposition | Kind::Mark | Kind::Be | Kind::Coordinator) =>
            {
                return None;
            }
            // "guilty of money |laundering", "for drink |driving"
            Kind::Content
                if p == i
                    && p >= range.start + 2
                    && matches!(words.kind(p - 2), Kind::Preposition | Kind::To)
                    && !(words.capital(p - 1) || is_many(previous_word)) =>
            {
                return None;
            }
            _ => Tense::Ing,
        }
    } else if verb.forms & (form::PAST | form::BASE) == form::BASE && is_only_verb(words, p..i, range, masked, before) {
        // "The rules come into force", "Trains run until midnight"
        Tense::Present
    } else if verb.forms & (form::PAST | form::PARTICIPLE) != 0 {
        // "in a desperate |bid to save it": what stands behind such a preposition does nothing.
        let bare = verb.forms & form::BASE != 0
            && previous == Kind::Content
            && p >= range.start + 3
            && words.is(p - 2, &["a", "an", "the"])
            && words.is(p - 3, &["in", "with", "for", "of", "on", "by", "at", "from"])
            && !words.is(i + 1, &["by"]);
        // "plunging cars and |twisted metal to the ground", "the wrecked and |deserted streets"
        let ended = |t: usize| words.word(t).ends_with("ed") && words.kind(t - 1) == Kind::Determiner;
        let paired = previous == Kind::Coordinator
            && next == Kind::Content
            && p >= range.start + 3
            && (before.last().is_some_and(|g| g.tense == Tense::Ing && g.last + 1 < p - 1) || ended(p - 2));
        if bare || paired {
            return None;
        }
        let attributive = match previous {
            Kind::Determiner => !(previous_word == "that" || previous_word == "this" && next == Kind::Determiner),
            // "a test in December 2019 |went wrong"
            // "100 |confirmed or probable cases"
            Kind::Number => {
                let both = next == Kind::Coordinator
                    && words.kind(i + 2) == Kind::Content
                    && words.kind(i + 3) == Kind::Content;
                (next == Kind::Content || both) && masked.get(p - 1) != Some(&Mask::Time)
            }
            Kind::Preposition | Kind::To => true,
            Kind::Clitic => !is_verbal_clitic(words, p - 1),
            Kind::Subordinator => {
                let opens = matches!(previous_word, "as" | "than" | "if" | "once" | "when" | "until");
                opens || next == Kind::Content && is_described(words, i)
            }
            // "its worst |known eruption"
            Kind::Content => {
                let one = is_superlative(previous_word) || matches!(previous_word, "last" | "least" | "most" | "only");
                one && next == Kind::Content
            }
            Kind::Mark if i == range.start => next == Kind::Content && is_described(words, i),
            _ => false,
        };
        if attributive || (i == range.start && words.capital(i) && verb.forms & form::BASE != 0) {
            return None;
        }
        // ", cut |prices", but not ", shut down |a pipeline"
        if verb.forms & form::BASE != 0 && previous == Kind::Mark && next == Kind::Content {
            let last = particle(words, i, verb.base.to_string(), range).0;
            if last == i || !matches!(words.kind(last + 1), Kind::Determiner | Kind::Number) {
                return None;
            }
        }
        // "after drinking |contaminated water": it describes what the verb before it is of.
        let described = before
            .last()
            .filter(|g| g.first > range.start)
            .is_some_and(|g| g.last + 1 == i && matches!(g.tense, Tense::Ing | Tense::Infinitive));
        if described && next == Kind::Content && !words.capital(i + 1) {
            return None;
        }
        if !verb.known && previous == Kind::Content && next == Kind::Content && !words.capital(p - 1) {
            return None;
        }
        if verb.forms & form::PAST == 0 { Tense::Reduced } else { Tense::Past }
    } else if verb.forms & form::PRESENT != 0 {
        // "the firm plans to cut jobs"
        let plans = previous == Kind::Content && next == Kind::To && speech::is_plan(&verb.base);
        // "The agency, with two others, announces the recall", "The exhibition, which opened last month, runs
        // until June": behind what is put in after the subject.
        let resumes = previous_word == ","
            && (before.is_empty() && next == Kind::Determiner && super::nouns::read(word).is_none()
                || before.len() == 1 && matches!(next, Kind::Determiner | Kind::Preposition))
            && words.kind(range.start) != Kind::Preposition
            && (range.start + 1..p - 1).any(|t| {
                words.word(t) == ","
                    && (before.is_empty() || words.kind(t + 1) == Kind::Relative && t < before[0].first)
            });
        // "The store |currently sells music": an adverb of a verb stands between it and its subject.
        let led = previous == Kind::Content && (p..i).any(|t| leads_a_verb(words.word(t)));
        // "connects to a computer and |plays all its content"
        let goes_on = previous == Kind::Coordinator
            && (next == Kind::Determiner || words.is(i + 1, &["all", "both", "each", "every", "some"]))
            && super::nouns::read(word).is_none()
            && before.last().is_some_and(|g| g.tense == Tense::Present);
        let subject = previous == Kind::Relative
            || led
            || goes_on
            || previous == Kind::Content && verbs::is_only_verb(&verb.base)
            // "said, by those figures, its store |passes Best Buy": what is said needs a verb.
            || previous == Kind::Content
                && matches!(next, Kind::Content | Kind::Number)
                && super::nouns::read(word).is_none()
                && before.last().is_some_and(|g| speech::is_speech(&g.lemma))
            || plans
            || resumes
            || matches!(previous_word, "he" | "she" | "it" | "that")
            || (p > range.start
                && previous == Kind::Content
                && (words.capital(p - 1) && matches!(next, Kind::Content | Kind::Number)
                    || matches!(next, Kind::Determiner | Kind::Pronoun)
                    // "The resignation comes days after a report"
                    || verb.base == "come"
                    || words.is(i + 1, &["that"])));
        // "Android phones managed to sell", "Similar attacks took place": the verb comes behind it.
        let verb_follows = next == Kind::Content
            && verbs::read(words.word(i + 1)).is_some_and(|v| {
                let goes_on = !matches!(words.kind(i + 2), Kind::Content | Kind::Mark);
                let sure = v.forms & form::PARTICIPLE == 0 || super::nouns::read(word).is_some();
                v.forms & form::PAST != 0 && (sure || goes_on || p == range.start + 1)
            });
        // "sold Norvex shares": the object of the verb before it.
        let object = before.last().is_some_and(|g| {
            g.lemma != "be"
                && (g.last + 1 >= p
                    || !speech::is_speech(&g.lemma) && (g.last + 1..p).all(|t| words.kind(t) == Kind::Content))
        });
        // "said that |talks had taken place"
        let helper_follows = matches!(next, Kind::Be | Kind::Have | Kind::Do | Kind::Modal);
        let finite = subject && !verb_follows && !helper_follows && !object;
        if !finite && !is_only_verb(words, p..i, range, masked, before) {
            return None;
        }
        Tense::Present
    } else {
        // "they claim", "prosecutors allege that"
        let opens =
            next == Kind::Determiner || words.is(i + 1, &["that"]) || speech::is_plan(&verb.base) && next == Kind::To;
        let tells = previous == Kind::Content
            && previous_word.ends_with('s')
            && (speech::is_speech(&verb.base) || speech::is_plan(&verb.base))
            && super::nouns::read(word).is_none()
            && opens;
        let alone = is_only_verb(words, p..i, range, masked, before);
        let subject = matches!(previous_word, "i" | "we" | "they" | "you");
        if !tells && !alone && !subject && !shared::is_awaited(words, p, range, before) {
            return None;
        }
        Tense::Present
    };
    let (last, lemma) = particle(words, i, verb.base.into_owned(), range);
    Some(Group {
        first: i,
        head: i,
        last,
        lemma,
        tense,
        passive: tense == Tense::Reduced,
        // "never recovered"
        negated: (p..i).any(|t| denies(words, t)),
        link: Link::Main,
        parent: None,
        start: i,
        shared: 0..0,
    })
}

/// Whether a number begins at a token, with what bounds it: "at least 12", "up to |a dozen".
fn opens_amount(words: &Words, token: usize) -> bool {
    let bound = match words.word(token) {
        "at" if words.is(token + 1, &["least", "most"]) => 2,
        "as" if words.is(token + 1, &["many"]) && words.is(token + 2, &["as"]) => 3,
        "more" | "fewer" | "less" if words.is(token + 1, &["than"]) => 2,
        "up" if words.is(token + 1, &["to"]) => 2,
        "about" | "almost" | "around" | "nearly" | "over" | "some" => 1,
        _ => 0,
    };
    is_crowd(words, token + bound) || bound > 0 && words.is(token + bound, &["a"])
}

/// "The store |currently sells": whether an adverb mostly stands before a verb.
fn leads_a_verb(adverb: &str) -> bool {
    let nouns = ["daily", "early", "hourly", "monthly", "only", "quarterly", "weekly", "yearly"];
    ["now", "still", "often", "never"].contains(&adverb) || adverb.ends_with("ly") && !nouns.contains(&adverb)
}

/// Whether a word in its present form is the one verb that a sentence with a date can have: "The
/// exhibition |opens on Friday", "Polls |close at 8 p.m.". `at` goes from behind the subject to the word.
fn is_only_verb(words: &Words, at: Range<usize>, range: &Range<usize>, masked: &[Mask], before: &[Group]) -> bool {
    let (p, i) = (at.start, at.end);
    let mask = |t: usize| masked.get(t).copied().unwrap_or(Mask::None);
    if p <= range.start || mask(p - 1) == Mask::Time {
        return false;
    }
    // "…; his trial |begins next January", "… and the trial |begins on Monday": a clause of its own.
    let near = range.start.max(p.saturating_sub(REACH));
    let opens = |t: usize| {
        words.is(t, &[";", "before", "after", "until", "when", "once"]) || words.kind(t) == Kind::Coordinator
    };
    let opener = (near..p).rev().find(|&t| opens(t));
    let opener = opener.filter(|&t| {
        let phrase = |t: usize| matches!(words.kind(t), Kind::Content | Kind::Clitic) || words.is(t, &["of"]);
        let opened = words.kind(t + 1) == Kind::Determiner || mask(t + 1) == Mask::Name;
        // "before observations |begin in August"
        let phrased =
            words.kind(t) == Kind::Subordinator && (t + 1..p).all(|t| phrase(t) || words.kind(t) == Kind::Determiner);
        words.is(t, &[";"])
            || phrased
            || opened && t + 2 < p && (t + 2..p).all(phrase)
            || opened && mask(p - 1) == Mask::Name
    });
    let range = &(opener.filter(|_| !before.is_empty()).map_or(range.start, |t| t + 1)..range.end);
    if p <= range.start || before.last().is_some_and(|g| g.last >= range.start) {
        return false;
    }
    let subject = words.word(p - 1);
    let (named, many) = (mask(p - 1) == Mask::Name, subject.ends_with('s') && !subject.ends_with("ss"));
    let agrees = if words.word(i).ends_with('s') { named || !many } else { !named && many };
    let goes_on = i + 1 >= range.end
        || mask(i + 1) == Mask::Time
        || matches!(words.kind(i + 1), Kind::Preposition | Kind::Adverb | Kind::Mark | Kind::To)
        || words.is(i + 1, &["place", "effect", "office", "home", "back"]);
    let other = |t: usize| is_finite(words, t);
    let mut around = range.start.max(i.saturating_sub(REACH))..range.end.min(i + REACH);
    // "1 May: Pilots |stop work": an entry of a chronology.
    let dated = (range.start..p).take_while(|&t| mask(t) == Mask::Time).count();
    let entry = dated > 0 && words.is(range.start + dated, &[":", "–", "—"]);
    words.kind(p - 1) == Kind::Content
        && agrees
        && (goes_on || entry)
        && !words.is(i + 1, &["of"])
        && around.clone().any(|t| mask(t) == Mask::Time)
        && !around.any(|t| t != i && mask(t) == Mask::None && other(t))
}

#[cfg(test)]
mod tests {
    use super::{Mask, parse};
    use crate::event::words::Words;
    use crate::import::{Article, Record};
    use crate::text::Document;

    /// Prints a sentence's groups: verb, tense, link, parent and the words each owns.
    fn check(text: &str, expected: &[&str]) {
        let article = Article::new(Record { id: "a".into(), text: text.into(), ..Record::default() });
        let document = Document::new(&article);
        let words = Words::new(&document);
        let masked = vec![Mask::None; document.tokens.len()];
        let parsed = parse(&words, 0..document.tokens.len(), &masked);
        let printed: Vec<String> = (0..parsed.groups.len())
            .map(|k| {
                let g = &parsed.groups[k];
                let own: Vec<&str> = (0..document.tokens.len())
                    .filter(|&t| parsed.owner(t) == Some(k))
                    .map(|t| document.word(t))
                    .collect();
                format!("{} {:?} {:?}: {}", g.lemma, g.tense, g.link, own.join(" "))
            })
            .collect();
        assert_eq!(printed, expected, "{text}");
    }

    #[test]
    fn clauses() {
        check("Police said the man fled.", &["say Past Main: Police said", "flee Past Content: the man fled ."]);
        check(
            "The tower, built in 1921, collapsed.",
            &["build Reduced Relative: built in 1921", "collapse Past Main: The tower , , collapsed ."],
        );
        check(
            "The man who had fled was caught.",
            &["flee PastPerfect Relative: who had fled", "catch Past Main: The man was caught ."],
        );
        check("He left and took the car.", &["leave Past Main: He left", "take Past And: and took the car ."]);
        check(
            "When the alarm rang, guards closed the gate.",
            &["ring Past When: When the alarm rang", "close Past Main: , guards closed the gate ."],
        );
        check(
            "They will sell the plant after the union votes on it.",
            &["sell Future Main: They will sell the plant after the union votes on it ."],
        );
        check(
            "She was due to speak but stayed away.",
            &["speak Future Main: She was due to speak", "stay Past And: but stayed away ."],
        );
        check("The planned closure hurt workers.", &["hurt Past Main: The planned closure hurt workers ."]);
        check(
            "Voss sold Norvex shares worth $2 million.",
            &["sell Past Main: Voss sold Norvex shares worth $ 2 million ."],
        );
        check(
            "Voss said Norvex leases the plant.",
            &["say Past Main: Voss said", "lease Present Content: Norvex leases the plant ."],
        );
        check("A bomb-making cell was found.", &["find Past Main: A bomb - making cell was found ."]);
    }
}
