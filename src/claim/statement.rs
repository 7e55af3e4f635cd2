//! Statements: the clauses of a sentence, with what each is about and how it is told.
//!
//! A clause ends at a semicolon, a dash, a colon, or at a joining word ("and", "but", "which",
//! "while", …) with enough words on both sides; nothing smaller than a clause is compared, and
//! nothing larger than a sentence.

use super::words::{self, Set, Term};
use crate::letter::lower;
use crate::order::Arrange;
use crate::span::Span;
use crate::text::{Document, Sentence, TokenKind};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// One clause of an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Where it stands, without the joining word and closing marks.
    pub span: Span,
    /// Index into [`crate::facts::Facts::sentences`].
    pub sentence: u32,
    /// What it is about: its content words, sorted, each once.
    pub terms: Vec<Term>,
    /// What it says is not so: the content words that a negation governs, sorted.
    pub denied: Vec<Term>,
    /// The first of them as they stand, which must be among what another says for that to be
    /// denied; 0 where there is none.
    pub refused: Term,
    /// For "a queen who never crossed it": whom the denial is about; 0 where it is no such clause.
    pub about: Term,
    /// The last content word before the denial: mostly its subject; 0 where there is none.
    pub subject: Term,
    /// Whether it says that something is not so.
    pub negated: bool,
    /// How many words of judgement and generality it has; two or more make commentary.
    pub commentary: u8,
    /// Whether it stands in quotation marks, or for the most part.
    pub quoted: bool,
    /// Whether it is told as not (yet) having happened: planned, feared, possible.
    pub unreal: bool,
}

/// The least number of words on either side of a joining word that parts two clauses.
const LEAST: usize = 4;

/// Words after which a new clause begins where a comma stands before.
const AFTER_COMMA: [&str; 18] = [
    "and", "but", "which", "who", "while", "although", "though", "where", "when", "because", "as", "so", "after",
    "before", "whose", "until", "yet", "or",
];
/// Words that begin a clause without a comma.
const ALONE: [&str; 8] = ["because", "while", "although", "whereas", "after", "before", "since", "when"];

/// Words that deny the clause they stand in.
const NEGATIONS: [&str; 13] = [
    "not", "no", "never", "nobody", "none", "nothing", "neither", "nor", "without", "denied", "denies", "deny",
    "denying",
];
/// Verbs that deny a claim; of anything else they tell that it was not accepted.
const REFUSALS: [&str; 5] = ["rejected", "dismissed", "refuted", "disproven", "debunked"];
/// Verbs by which a thing that was to be is not, or not yet: as the terms of their classes.
const UNDOING: [&str; 5] = ["postpone", "cancel", "scrap", "shelve", "defer"];
/// Words of mere presence: of "no soldiers were present" the soldiers are denied.
const PRESENCE: [&str; 6] = ["present", "inside", "there", "involved", "aboard", "anywhere"];
/// Nouns that are denied for the sake of what follows: "no evidence of sabotage".
const LIGHT: [&str; 16] = [
    "evidence",
    "sign",
    "signs",
    "indication",
    "indications",
    "trace",
    "plans",
    "intention",
    "intent",
    "use",
    "employ",
    "employs",
    "engage",
    "keep",
    "help",
    "word",
];
/// Nouns whose denial ends with them: "no say in how it is run", "no comment on the cause".
const EMPTY: [&str; 9] = ["say", "comment", "details", "word", "role", "part", "hand", "influence", "confidence"];
/// What is in somebody's mind: "did not want a boat" does not say that there was none.
pub(crate) const MINDED: [&str; 13] = [
    "need",
    "needs",
    "needed",
    "want",
    "wants",
    "wanted",
    "wish",
    "like",
    "think",
    "mind",
    "care",
    "remember",
    "understand",
];
/// Words behind "no" and "not" with which nothing is denied: "no doubt", "not only", "no more than".
const AFFIRMED: [&str; 9] = ["only", "just", "least", "doubt", "question", "more", "less", "fewer", "far"];
/// Verbs of which "nothing" tells only how a search or talk ended.
const FOUND: [&str; 6] = ["found", "heard", "knows", "known", "revealed", "changed"];
/// What is claimed.
const CLAIMED: [&str; 17] = [
    "claim",
    "claims",
    "allegation",
    "allegations",
    "accusation",
    "accusations",
    "charge",
    "charges",
    "report",
    "reports",
    "suggestion",
    "suggestions",
    "rumours",
    "rumors",
    "theory",
    "theories",
    "version",
];

/// What tells that something has not happened, or not yet.
const UNREAL: [&str; 23] = [
    "will",
    "would",
    "could",
    "may",
    "might",
    "should",
    "plans",
    "plan",
    "planned",
    "expected",
    "due",
    "expects",
    "hopes",
    "fears",
    "feared",
    "scheduled",
    "if",
    "intends",
    "proposed",
    "demanding",
    "limit",
    "going",
    "unless",
];

/// Words of judgement and generality, which mark commentary rather than report.
static COMMENTARY: Set = Set::new(
    "reminder underscore underscores underscored underscoring highlight highlights highlighted \
highlighting implication implications significance complexity complex challenge challenges dynamics narrative landscape \
resilience vigilance importance necessity profound sobering stark raises raising questions concern concerns tension tensions \
global broader intricate relentless crucial inevitably clear ultimately perhaps honest reality realities future strategy \
strategies framework frameworks efforts effectiveness efficacy efficiency persistent ongoing evolving evolves dialogue \
spotlight shadow scrutiny layer layers remains poses posed pose signals signaling difficulties demonstrates demonstrated \
wonder wish trust guess tragedy tragic terrible shocking pervasive grapples grapple serves emphasizes emphasises ramifications \
collaboration cooperation worldwide seas debate speculation repercussions trajectory escalating escalate stakes menace",
);

/// How many words a negation governs.
const REACH: usize = 6;

/// The clauses of a sentence, as ranges of tokens.
#[must_use]
pub fn clauses(document: &Document, sentence: &Sentence, dated: &dyn Fn(usize) -> bool) -> Vec<Range<usize>> {
    let range = sentence.token_range();
    let word = |i: usize| document.word(i);
    let is_word = |i: usize| document.tokens[i].kind == TokenKind::Word;
    let count = |r: Range<usize>| r.filter(|&i| is_word(i)).count();
    let mut starts = vec![range.start];
    for i in range.start + 1..range.end.saturating_sub(1) {
        let from = starts.last().copied().unwrap_or(range.start);
        let mark = word(i);
        let token = document.tokens[i];
        let dash = matches!(mark, "—" | "–") || (mark == "-" && token.spaced && document.tokens[i + 1].spaced);
        let colon = mark == ":" && document.tokens[i + 1].spaced;
        let lower = lower(mark);
        let joined = word(i - 1) == "," && AFTER_COMMA.contains(&lower.as_str());
        // "shortly after 2 p.m." begins no clause.
        let alone = ALONE.contains(&lower.as_str()) && !dated(i + 1) && !dated(i);
        let list = lower == "and" && joined && !has_verb(document, i + 1..range.end);
        let parts = mark == ";" || dash || colon || ((joined || alone) && !list);
        // "In a brief appearance before the cameras she admitted"
        let opening = alone && !joined && count(from..i) < 6 && !has_verb(document, from..i);
        if parts && !opening && count(from..i) >= LEAST && count(i + 1..range.end) >= LEAST {
            let shortly = matches!(word(i - 1), "shortly" | "just" | "soon" | "immediately" | "even" | "only");
            starts.push(if mark == ";" || dash || colon { i + 1 } else { i - usize::from(shortly) });
        }
    }
    starts.push(range.end);
    starts.windows(2).map(|w| w[0]..w[1]).collect()
}

/// Whether something like a verb stands within the next words: an auxiliary, or a past form.
fn has_verb(document: &Document, range: Range<usize>) -> bool {
    range.take(8).any(|i| {
        let word = lower(document.word(i));
        matches!(
            word.as_str(),
            "is" | "was"
                | "were"
                | "are"
                | "has"
                | "had"
                | "have"
                | "will"
                | "would"
                | "could"
                | "did"
                | "does"
                | "said"
                | "says"
                | "may"
                | "can"
                | "be"
        ) || (word.ends_with("ed") && word.len() > 4)
    })
}

/// Reads one clause.
#[must_use]
pub fn read(document: &Document, index: u32, clause: Range<usize>) -> Option<Statement> {
    let span = trimmed(document, clause.clone())?;
    let mut terms = Vec::new();
    let mut denied = Vec::new();
    let (mut refused, mut about, mut subject) = (0, 0, 0);
    let mut reach = 0;
    let (mut skip, mut planned) = (0, true);
    let contrast = is_contrast(document, &clause);
    let mut commentary = 0u8;
    let (mut negated, mut unreal, mut quoted, mut inside) = (false, false, 0usize, false);
    let mut all = 0;
    for i in clause.clone() {
        let word = document.word(i);
        match document.tokens[i].kind {
            TokenKind::Word => {}
            TokenKind::Mark => {
                match word {
                    "“" => inside = true,
                    "”" => inside = false,
                    "\"" => inside = !inside,
                    _ => {}
                }
                if matches!(word, "," | ";" | "." | ":" | "—") {
                    reach = 0;
                }
                continue;
            }
            _ => continue,
        }
        all += 1;
        quoted += usize::from(inside);
        let lower = lower(word);
        let lower = lower.as_str();
        // "did not hear any warning": the warning is denied.
        // "No extraction of pillars": the pillars are, whatever it is called that was done to them.
        let of = i > clause.start && document.word(i + 1) == "of" && document.word(i - 1).eq_ignore_ascii_case("no");
        let light = |lower| LIGHT.contains(&lower) || document.word(i + 1) == "any" || of;
        let claimed = || {
            let near = i.saturating_sub(6).max(clause.start)..(i + 5).min(clause.end);
            near.clone().any(|k| CLAIMED.contains(&document.word(k)))
        };
        // "may not be brought in before May": what is possible or allowed denies nothing.
        let may = i > clause.start && ["may", "might", "could"].contains(&document.word(i - 1));
        let negation = NEGATIONS.contains(&lower)
            || lower.ends_with("n't")
            || lower.ends_with("n’t")
            || (REFUSALS.contains(&lower) && claimed());
        // "a motion of no confidence", "Let nobody tell you"
        let behind = |w: &str| i > clause.start && document.word(i - 1).eq_ignore_ascii_case(w);
        let negation = negation && !(lower == "no" && behind("of")) && !behind("let");
        // "ruled out sabotage" denies it; "did not rule out sabotage" leaves it open.
        let excludes =
            matches!(lower, "rule" | "rules" | "ruled" | "ruling") && document.word(i + 1).eq_ignore_ascii_case("out");
        if excludes && reach > 0 {
            (reach, negated, unreal) = (0, false, true);
        }
        let negation = negation || (excludes && !unreal);
        let only = AFFIRMED.iter().any(|w| document.word(i + 1).eq_ignore_ascii_case(w));
        reach = usize::saturating_sub(reach, 1);
        if reach > 0 && lower == "until" {
            // "were not told until Wednesday": they were told then.
            (reach, negated, refused, about, subject) = (0, false, 0, 0, 0);
            denied.clear();
        }
        if reach > 0 && MINDED.contains(&lower) {
            reach = 0;
        }
        if reach > 0 && EMPTY.contains(&lower) && ["in", "on", "about"].contains(&document.word(i + 1)) {
            reach = 0;
        }
        if negation && !only {
            negated = true;
            if !contrast && !may {
                reach = REACH;
                about = antecedent(document, &clause, i).unwrap_or(about);
                let denies = excludes || lower.starts_with("den") || REFUSALS.contains(&lower);
                if !denies && let Some(&last) = terms.last() {
                    subject = last;
                }
                // "Brake failure was ruled out", "The theory of a break-in is rejected"
                let passive = i.saturating_sub(3).max(clause.start)..i;
                let passive =
                    passive.into_iter().any(|k| ["is", "are", "was", "were", "been"].contains(&document.word(k)));
                if denies && passive && !lower.starts_with("den") {
                    denied.extend(terms.iter().rev().take(3));
                    reach = 0;
                }
                // "The lightning struck nothing": the verb stands before.
                let verb = || {
                    i > clause.start
                        && document.word(i - 1).len() > 4
                        && words::term(document.word(i - 1)) == terms.last().copied()
                };
                if matches!(lower, "nothing" | "nobody") && verb() && !FOUND.contains(&document.word(i - 1)) {
                    let before = terms.iter().rev().nth(1).copied();
                    denied.extend(terms.last());
                    (refused, subject) = (subject, before.unwrap_or(0));
                }
            }
        }
        commentary += u8::from(COMMENTARY.has(lower) && commentary < 9);
        let to_be =
            || matches!(lower, "is" | "are" | "was" | "were") && document.word(i + 1).eq_ignore_ascii_case("to");
        // "on May 9", "since May" are days.
        let month = word == "May" && i > clause.start;
        unreal |= (UNREAL.contains(&lower) && !month) || to_be();
        if i < skip {
            continue; // The particle of a verb.
        }
        let phrasal = words::phrasal(lower, document.word(i + 1)).filter(|_| clause.contains(&(i + 1)));
        if phrasal.is_some() {
            skip = i + 2;
        }
        if let Some(term) = phrasal.or_else(|| words::term(word)) {
            terms.push(term);
            if let Some(head) = undone(document, &clause, i, term) {
                denied.push(head);
                (refused, planned) = (head, false);
            }
            if let Some(word) = positive(lower).filter(|_| reach == 0) {
                // "unharmed" denies that harm was done.
                denied.push(word);
                refused = if refused == 0 { word } else { refused };
                subject = if subject == 0 { terms.iter().rev().nth(1).copied().unwrap_or(0) } else { subject };
            }
            if reach > 0 && !negation && !PRESENCE.contains(&lower) && !light(lower) {
                denied.push(term);
                if refused == 0 {
                    refused = term;
                }
            }
        }
    }
    terms.arrange();
    terms.dedup();
    denied.arrange();
    denied.dedup();
    let (quoted, unreal) = (quoted * 2 > all, unreal && planned);
    Some(Statement {
        span,
        sentence: index,
        terms,
        denied,
        refused,
        about,
        subject,
        negated,
        commentary,
        quoted,
        unreal,
    })
}

/// What a word with "un-" denies: of "unarmed" the term of "armed".
fn positive(lower: &str) -> Option<Term> {
    let rest = lower.strip_prefix("un")?;
    let participle = rest.len() > 4 && rest.ends_with("ed") && !rest.starts_with("der") && !rest.starts_with("it");
    let listed = ["hurt", "paid", "safe", "lawful", "fit", "aware", "able"].contains(&rest);
    // "uncovered", "unveiled", "unloaded" tell of a deed.
    let deed = ["cover", "veil", "load", "leash", "fold", "earth", "ravel", "dergo", "expect", "iform", "ifi"];
    (listed || (participle && !deed.iter().any(|d| rest.starts_with(d)))).then(|| words::term(rest))?
}

/// What "had been postponed": the head of the noun phrase before it, of which it says that it did
/// not take place.
fn undone(document: &Document, clause: &Range<usize>, verb: usize, term: Term) -> Option<Term> {
    let is = |i: usize, list: &[&str]| list.iter().any(|w| document.word(i).eq_ignore_ascii_case(w));
    let passive = verb > clause.start && is(verb - 1, &["been", "was", "were", "is"]);
    if !passive || !UNDOING.iter().any(|u| words::term(u) == Some(term)) {
        return None;
    }
    let before = clause.start..verb;
    // Not that of "the final of the cup was called off".
    let apart = |i: usize| i == clause.start || !is(i - 1, &["of", "for", "in", "on", "at", "to", "with"]);
    let article = before.clone().rev().find(|&i| is(i, &["the", "a", "an", "its", "this", "his", "their"]) && apart(i));
    let mut nouns =
        (article.unwrap_or(clause.start)..verb).take_while(|&i| !is(i, &["due", "of", "for", "in", "on", "was"]));
    let first = nouns.find_map(|i| words::term(document.word(i)))?;
    Some(nouns.filter_map(|i| words::term(document.word(i))).last().unwrap_or(first))
}

/// "It was not the mayor who asked": says that another did, and denies nothing that was done.
fn is_contrast(document: &Document, clause: &Range<usize>) -> bool {
    let is = |i: usize, list: &[&str]| list.iter().any(|w| document.word(i).eq_ignore_ascii_case(w));
    clause.clone().any(|i| {
        // "fire, not rock", "not by an employee but by the auditor"
        if i > clause.start && is(i, &["not"]) && document.word(i - 1) == "," {
            return true;
        }
        let by = || is(i + 1, &["by", "to", "from", "for", "with"]);
        if is(i, &["not"]) && by() && (i + 2..(i + 12).min(clause.end)).any(|k| is(k, &["but"])) {
            return true;
        }
        is(i, &["it"])
            && is(i + 1, &["is", "was"])
            && is(i + 2, &["not"])
            && (i + 4..clause.end).any(|k| is(k, &["who", "that", "which"]))
    })
}

/// The noun before "who never", "which did not".
fn antecedent(document: &Document, clause: &Range<usize>, negation: usize) -> Option<Term> {
    let relative =
        (clause.start..negation).rev().take(3).find(|&i| matches!(document.word(i), "who" | "which" | "that"))?;
    words::term(document.word(relative.checked_sub(1).filter(|i| clause.contains(i))?))
}

/// The span of a clause without the commas and joining words at its edges.
fn trimmed(document: &Document, mut clause: Range<usize>) -> Option<Span> {
    let edge = |i: usize| matches!(document.word(i), "," | ";" | ":" | "—" | "–" | "-" | "." | "!" | "?" | ")" | "(");
    while clause.len() > 1 && (edge(clause.start) || matches!(document.word(clause.start), "and" | "but" | "or")) {
        clause.start += 1;
    }
    while clause.len() > 1 && edge(clause.end - 1) {
        clause.end -= 1;
    }
    let (first, last) = (document.tokens.get(clause.start)?, document.tokens.get(clause.end.checked_sub(1)?)?);
    Some(first.span().cover(last.span()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Article, Record};

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let article = Article::new(Record { id: "t".into(), text: text.into(), ..Record::default() });
        let document = Document::new(&article);
        let found: Vec<_> = document
            .sentences
            .iter()
            .flat_map(|s| clauses(&document, s, &|_| false))
            .filter_map(|c| read(&document, 0, c))
            .map(|s| format!("{}{}", if s.negated { "NOT " } else { "" }, s.span.of(text)))
            .collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn clauses_of_a_sentence() {
        check(
            "The bank failed on Monday, and its chairman was arrested after he tried to leave.",
            &["The bank failed on Monday", "its chairman was arrested", "after he tried to leave"],
        );
        check("It lost ships, boats, and a very old crane.", &["It lost ships, boats, and a very old crane"]);
        check(
            "The valve did not fail; the pump did that day.",
            &["NOT The valve did not fail", "the pump did that day"],
        );
        check("He left.", &["He left"]);
    }

    /// Which of some words a text denies.
    #[track_caller]
    fn denies(text: &str, word: &str, expected: bool) {
        let article = Article::new(Record { id: "t".into(), text: text.into(), ..Record::default() });
        let document = Document::new(&article);
        let clauses = document.sentences.iter().flat_map(|s| clauses(&document, s, &|_| false));
        let denied: Vec<Term> = clauses.filter_map(|c| read(&document, 0, c)).flat_map(|s| s.denied).collect();
        assert_eq!(words::term(word).is_some_and(|t| denied.contains(&t)), expected, "{text}");
    }

    #[test]
    fn what_is_denied() {
        denies("The pilot never reported a fire.", "fire", true);
        denies("The inspection had been postponed.", "inspection", true);
        denies("The minister rejected the claim of fraud.", "fraud", true);
        denies("Police ruled out arson.", "arson", true);
        // Near misses: a matter left open, a contrast of persons, an offer refused, presence.
        denies("Police did not rule out arson.", "arson", false);
        denies("Police could not rule out arson on Monday.", "arson", false);
        denies("The court ruled on arson.", "arson", false);
        denies("It was not the mayor who ordered it.", "mayor", false);
        denies("The union rejected an offer.", "offer", false);
        denies("There is no evidence of sabotage.", "evidence", false);
        denies("There is no evidence of sabotage.", "sabotage", true);
        denies("They did not hear any siren.", "siren", true);
        denies("She has no say in how it is run.", "run", false);
        denies("We do not need a driver.", "driver", false);
        denies("Let nobody tell you of a driver.", "driver", false);
        denies("The final of the cup had been postponed.", "final", true);
        denies("The final of the cup had been postponed.", "cup", false);
        denies("The driver was unharmed.", "harm", true);
        denies("The statue was unveiled.", "veil", false);
        denies("Parents were not told until Friday.", "told", false);
        denies("Parents were not warned until Friday.", "warn", false);
        denies("No more than nine boats sank.", "boats", false);
        denies("No soldiers were present.", "present", false);
        denies("Arson has been ruled out.", "arson", true);
        denies("The theory of a burglary is rejected.", "burglary", true);
        denies("The appeal was rejected on Monday.", "appeal", false);
        denies("The hail struck nothing that night.", "struck", true);
        denies("The divers found nothing that night.", "found", false);
        denies("No extraction of marble took place.", "marble", true);
        denies("The house has no confidence in the mayor.", "mayor", false);
        denies("It was brought not by a porter but by a clerk.", "porter", false);
    }
}
