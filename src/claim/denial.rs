//! What a clause says is not so.

use super::clause::Clause;
use super::words::{self, Term};
use crate::order::Arrange;
use crate::text::{Document, TokenKind};
use std::ops::Range;

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
/// Whoever needed none of these had none: "nobody needed treatment".
pub(crate) const CARED_FOR: [&str; 5] = ["hospital", "treatment", "surgery", "medical", "stitches"];
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

/// Who does none of this to what another says grants it: "nobody disputes the date".
const DISPUTED: [&str; 16] = [
    "quarrel",
    "quarrels",
    "quarrelled",
    "dispute",
    "disputes",
    "disputed",
    "disputing",
    "doubts",
    "doubted",
    "contest",
    "contests",
    "contested",
    "deny",
    "denies",
    "denied",
    "denying",
];

/// How many words a negation governs.
const REACH: usize = 6;

/// What a clause denies, gathered word by word.
#[derive(Default)]
pub(super) struct Denial {
    /// The content words that a negation governs.
    denied: Vec<Term>,
    /// The first of them as they stand, which must be among what another says for that to be
    /// denied; 0 where there is none.
    pub refused: Term,
    /// For "a queen who never crossed it": whom the denial is about; 0 where it is no such clause.
    pub about: Term,
    /// The last content word before the denial: mostly its subject; 0 where there is none.
    pub subject: Term,
    /// Whether something is not so.
    pub negated: bool,
    /// Whether what was to be is called off, so that nothing is planned any more.
    pub called_off: bool,
    /// How many words the last negation still governs.
    reach: usize,
    /// Whether it is "without", which governs a noun or a deed and not what stands behind.
    lacks: bool,
    /// Whether one is put in place of another, which denies nothing that was done.
    contrast: bool,
}

impl Denial {
    /// Before the first word.
    pub(super) fn new(clause: &Clause) -> Self {
        Self { contrast: is_contrast(clause), ..Self::default() }
    }

    /// Takes a mark, which may end what a negation governs.
    pub(super) fn mark(&mut self, mark: &str) {
        if matches!(mark, "," | ";" | "." | ":" | "—") {
            self.reach = 0;
        }
    }

    /// Takes word `i`, of which `lower` are the letters, before it is known what it is counted as: does it deny?
    /// `terms` are those of the words before; `unreal` is set where a thing is left open.
    pub(super) fn hear(&mut self, clause: &Clause, i: usize, lower: &str, terms: &[Term], unreal: &mut bool) -> bool {
        let negation = denies(clause, i, lower);
        // "ruled out sabotage" denies it; "did not rule out sabotage" leaves it open.
        let excludes = matches!(lower, "rule" | "rules" | "ruled" | "ruling") && clause.is(i + 1, &["out"]);
        if excludes && self.reach > 0 {
            (self.reach, self.negated, *unreal) = (0, false, true);
        }
        let negation = negation || (excludes && !*unreal);
        self.reach = self.reach.saturating_sub(1);
        // "lowered it without explanation |early on Monday": that it was lowered then is not denied.
        if self.lacks
            && matches!(lower, "early" | "late" | "on" | "at" | "in" | "by" | "from" | "to" | "before" | "after")
        {
            self.reach = 0;
        }
        if self.reach > 0 && lower == "until" {
            // "were not told until Wednesday": they were told then.
            (self.reach, self.negated, self.refused, self.about, self.subject) = (0, false, 0, 0, 0);
            self.denied.clear();
        }
        // "It was not known whether he was among the dead": that is left open.
        let open = || {
            ["known", "clear", "certain", "sure", "say", "know"].contains(&lower)
                && clause.is(i + 1, &["whether", "if", "how", "why", "who", "what", "when", "where"])
        };
        if self.reach > 0 && (DISPUTED.contains(&lower) || open()) {
            (self.reach, self.negated, self.refused, self.about, self.subject) = (0, false, 0, 0, 0);
            self.denied.clear();
            return false;
        }
        let empty = || EMPTY.contains(&lower) && ["in", "on", "about"].contains(&clause.word(i + 1));
        let minded = || MINDED.contains(&lower) && !(i + 1..i + 4).any(|k| clause.is(k, &CARED_FOR));
        if self.reach > 0 && (minded() || empty()) {
            self.reach = 0;
        }
        // "no more than five" tells of five, "no more flights" of none.
        let fewer = lower == "no" && clause.is(i + 1, &["more", "less", "fewer"]) && !clause.is(i + 2, &["than"]);
        if negation && (fewer || !clause.is(i + 1, &AFFIRMED)) {
            self.negated = true;
            // "No |other plant closes" denies nothing of this one; "says |nothing about the border"
            let others = clause.is(i + 1, &["other"]) || clause.is(i + 2, &["else"]) || clause.is(i + 1, &["else"]);
            let unsaid = lower == "nothing"
                && clause.is(i + 1, &["about", "of"])
                && ["say", "says", "said", "saying", "mentions", "tells"].contains(&clause.before(i));
            // "may not be brought in before May": what is possible or allowed denies nothing.
            if !self.contrast && !others && !unsaid && !["may", "might", "could"].contains(&clause.before(i)) {
                self.begin(clause, i, lower, terms, excludes);
            }
        }
        negation
    }

    /// A negation at word `i` begins to govern what follows.
    fn begin(&mut self, clause: &Clause, i: usize, lower: &str, terms: &[Term], excludes: bool) {
        self.reach = REACH;
        self.lacks = lower == "without";
        self.about = antecedent(clause, i).unwrap_or(self.about);
        let refuses = excludes || REFUSALS.contains(&lower);
        if !refuses
            && !lower.starts_with("den")
            && let Some(&last) = terms.last()
        {
            self.subject = last;
        }
        // "Brake failure was ruled out", "The theory of a break-in is rejected"
        let mut near = i.saturating_sub(3).max(clause.range.start)..i;
        let passive = near.any(|k| ["is", "are", "was", "were", "been"].contains(&clause.word(k)));
        if refuses && passive && !lower.starts_with("den") {
            self.denied.extend(terms.iter().rev().take(3));
            self.reach = 0;
        }
        // "The lightning struck nothing": the verb stands before.
        let before = clause.before(i);
        let verb = || before.len() > 4 && words::term(before) == terms.last().copied();
        if matches!(lower, "nothing" | "nobody") && verb() && !FOUND.contains(&before) {
            self.denied.extend(terms.last());
            (self.refused, self.subject) = (self.subject, terms.iter().rev().nth(1).copied().unwrap_or(0));
        }
    }

    /// Takes what word `i` is counted as, the last of `terms`; `negation` is what [`Denial::hear`] said of it.
    pub(super) fn govern(&mut self, clause: &Clause, i: usize, lower: &str, terms: &[Term], negation: bool) {
        let Some(&term) = terms.last() else { return };
        if let Some(head) = undone(clause, i, term) {
            self.denied.push(head);
            (self.refused, self.called_off) = (head, true);
        }
        // "a long undiscovered fault" was found since.
        let told = || !(i.saturating_sub(3).max(clause.range.start)..i).any(|k| clause.is(k, &["a", "an"]));
        if let Some(word) = positive(lower).filter(|_| self.reach == 0 && told()) {
            // "unharmed" denies that harm was done.
            self.denied.push(word);
            self.refused = if self.refused == 0 { word } else { self.refused };
            let before = || terms.iter().rev().nth(1).copied().unwrap_or(0);
            self.subject = if self.subject == 0 { before() } else { self.subject };
        }
        // "did not hear any warning": the warning is denied.
        // "No extraction of pillars": the pillars are, whatever it is called that was done to them.
        let of = || clause.word(i + 1) == "of" && clause.before(i).eq_ignore_ascii_case("no");
        // "She no longer runs it"
        let longer = || lower == "longer" && matches!(clause.before(i), "no" | "any");
        // "needed no treatment" denies the treatment.
        let light =
            || longer() || MINDED.contains(&lower) || LIGHT.contains(&lower) || clause.word(i + 1) == "any" || of();
        // "The slides were not used": there was nothing to do with slides.
        let used = matches!(lower, "used" | "deployed") && self.subject != 0 && self.denied.is_empty();
        if used && self.reach > 0 && !negation && clause.before(i) == "not" {
            (self.refused, self.reach) = (self.subject, 0);
            self.denied.push(self.subject);
        } else if self.reach > 0 && clause.before(i) == "not" && lower == "work" && ends(clause, i) {
            // "The drug did not work": no job of anybody's.
            self.reach = 0;
        } else if self.reach > 0 && !negation && !PRESENCE.contains(&lower) && !light() {
            self.denied.push(term);
            if self.refused == 0 {
                self.refused = term;
            }
        }
    }

    /// What is denied, sorted, each once.
    pub(super) fn denied(&mut self) -> Vec<Term> {
        let mut denied = std::mem::take(&mut self.denied);
        denied.arrange();
        denied.dedup();
        denied
    }
}

/// Whether a clause leaves out what it denies, which stands before it: "It did not.", "They weren't, either.",
/// "Not once."
pub(super) fn is_elliptic(document: &Document, range: Range<usize>) -> bool {
    const VERBS: [&str; 17] = [
        "did", "does", "do", "is", "are", "was", "were", "has", "have", "had", "will", "would", "could", "can",
        "should", "may", "might",
    ];
    const BEHIND: [&str; 12] =
        ["so", "true", "either", "then", "yet", "now", "at", "all", "of", "course", "once", "ever"];
    let clause = Clause { document, range: range.clone() };
    let short = |i: usize| clause.word(i).ends_with("n't") || clause.word(i).ends_with("n’t");
    let mut alone = range.clone().filter(|&i| document.tokens[i].kind == TokenKind::Word);
    let opens = alone.next().filter(|_| alone.next().is_some());
    let led = |i: usize| opens == Some(i) || VERBS.contains(&clause.before(i));
    let Some(at) = range.clone().find(|&i| short(i) || (clause.is(i, &["not"]) && led(i))) else { return false };
    (at + 1..range.end).all(|i| document.tokens[i].kind != TokenKind::Word || clause.is(i, &BEHIND))
}

/// Whether nothing but a mark stands behind word `i`.
fn ends(clause: &Clause, i: usize) -> bool {
    i + 1 >= clause.range.end || !clause.word(i + 1).starts_with(char::is_alphanumeric)
}

/// Whether a word denies by itself.
fn denies(clause: &Clause, i: usize, lower: &str) -> bool {
    let claimed = || {
        let mut near = i.saturating_sub(6).max(clause.range.start)..(i + 5).min(clause.range.end);
        near.any(|k| CLAIMED.contains(&clause.word(k)))
    };
    let negation = NEGATIONS.contains(&lower)
        || lower.ends_with("n't")
        || lower.ends_with("n’t")
        || (REFUSALS.contains(&lower) && claimed());
    // "dryer No. 2"
    let numbers = || clause.word(i) == "No" && clause.before(i).ends_with(char::is_alphabetic);
    // "a motion of no confidence", "Let nobody tell you"
    let behind = |w: &str| clause.before(i).eq_ignore_ascii_case(w);
    negation && !(lower == "no" && (behind("of") || numbers())) && !behind("let")
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
fn undone(clause: &Clause, verb: usize, term: Term) -> Option<Term> {
    let start = clause.range.start;
    let passive = verb > start && clause.is(verb - 1, &["been", "was", "were", "is"]);
    if !passive || !UNDOING.iter().any(|u| words::term(u) == Some(term)) {
        return None;
    }
    // Not that of "the final of the cup was called off".
    let apart = |i: usize| i == start || !clause.is(i - 1, &["of", "for", "in", "on", "at", "to", "with"]);
    let article =
        (start..verb).rev().find(|&i| clause.is(i, &["the", "a", "an", "its", "this", "his", "their"]) && apart(i));
    let mut nouns =
        (article.unwrap_or(start)..verb).take_while(|&i| !clause.is(i, &["due", "of", "for", "in", "on", "was"]));
    let head = nouns.by_ref().filter(|&i| words::term(clause.word(i)).is_some()).last()?;
    // "Nine flights were cancelled": others were not.
    let some = article.is_none() && clause.word(head).ends_with('s');
    if some { None } else { words::term(clause.word(head)) }
}

/// "It was not the mayor who asked": says that another did, and denies nothing that was done.
fn is_contrast(clause: &Clause) -> bool {
    let (start, end) = (clause.range.start, clause.range.end);
    let is = |i: usize, list: &[&str]| clause.is(i, list);
    (start..end).any(|i| {
        // "fire, not rock", "not by an employee but by the auditor"
        if i > start && is(i, &["not"]) && clause.word(i - 1) == "," {
            return true;
        }
        let by = || is(i + 1, &["by", "to", "from", "for", "with"]);
        if is(i, &["not"]) && by() && (i + 2..(i + 12).min(end)).any(|k| is(k, &["but"])) {
            return true;
        }
        is(i, &["it"])
            && is(i + 1, &["is", "was"])
            && is(i + 2, &["not"])
            && (i + 4..end).any(|k| is(k, &["who", "that", "which"]))
    })
}

/// The noun before "who never", "which did not"; also where a comma parts it from them.
fn antecedent(clause: &Clause, negation: usize) -> Option<Term> {
    let relative =
        (clause.range.start..negation).rev().take(4).find(|&i| matches!(clause.word(i), "who" | "which" | "that"))?;
    let before = relative.checked_sub(1).map(|i| i - usize::from(clause.word(i) == "," && i > 0))?;
    words::term(clause.word(before))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Article, Record};

    #[test]
    fn what_is_left_out() {
        for (text, expected) in [
            ("It did not.", true),
            ("They weren't, either.", true),
            ("It is not so.", true),
            ("She has not yet.", true),
            ("Not once.", true),
            ("Not at all!", true),
            ("Not us.", false),
            ("Not.", false),
            ("Not the van.", false),
            ("So let's not have any more of that.", false),
            ("He will not get it.", false),
            ("No.", false),
        ] {
            let article = Article::new(Record { id: "t".into(), text: text.into(), ..Record::default() });
            let document = Document::new(&article);
            let range = document.sentences[0].token_range();
            assert_eq!(is_elliptic(&document, range), expected, "{text}");
        }
    }
}
