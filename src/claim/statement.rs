//! Statements: clauses with what each is about and how it is told.

use super::clause::Clause;
use super::denial::Denial;
use super::words::{self, Set, Term};
use crate::letter::lower;
use crate::order::Arrange;
use crate::span::Span;
use crate::text::{Document, TokenKind};
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

/// What tells that something has not happened, or not yet.
const UNREAL: [&str; 24] = [
    "will",
    "shall",
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

/// Reads one clause.
#[must_use]
pub fn read(document: &Document, index: u32, range: Range<usize>) -> Option<Statement> {
    let clause = Clause { document, range: range.clone() };
    let span = clause.trimmed()?;
    let mut terms = Vec::new();
    let mut denial = Denial::new(&clause);
    let mut skip = 0;
    let mut commentary = 0u8;
    let (mut unreal, mut quoted, mut inside) = (false, 0usize, false);
    let mut all = 0;
    for i in range.clone() {
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
                denial.mark(word);
                continue;
            }
            _ => continue,
        }
        all += 1;
        quoted += usize::from(inside);
        let lower = lower(word);
        let lower = lower.as_str();
        let negation = denial.hear(&clause, i, lower, &terms, &mut unreal);
        commentary += u8::from(COMMENTARY.has(lower) && commentary < 9);
        let to_be = || matches!(lower, "is" | "are" | "was" | "were") && clause.is(i + 1, &["to"]);
        // "on May 9", "since May" are days.
        let month = word == "May" && i > range.start;
        unreal |= (UNREAL.contains(&lower) && !month) || to_be();
        if i < skip {
            continue; // The particle of a verb.
        }
        let phrasal = words::phrasal(lower, document.word(i + 1)).filter(|_| range.contains(&(i + 1)));
        if phrasal.is_some() {
            skip = i + 2;
        }
        if let Some(term) = phrasal.or_else(|| words::term(word)) {
            terms.push(term);
            denial.govern(&clause, i, lower, &terms, negation);
        }
    }
    terms.arrange();
    terms.dedup();
    Some(Statement {
        span,
        sentence: index,
        terms,
        denied: denial.denied(),
        refused: denial.refused,
        about: denial.about,
        subject: denial.subject,
        negated: denial.negated,
        commentary,
        quoted: quoted * 2 > all,
        unreal: unreal && !denial.called_off,
    })
}

#[cfg(test)]
mod tests {
    use super::super::clause::clauses;
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
        denies("The fault was undiscovered.", "discover", true);
        denies("They blamed a long undiscovered fault.", "discover", false);
        denies("The rope was not used.", "rope", true);
        denies("The rope was not used for the bell.", "bell", false);
        denies("The kiln No. 2 burst.", "burst", false);
        denies("Nobody needed hospital treatment.", "hospital", true);
        denies("Nine finals were cancelled.", "finals", false);
        denies("Nobody disputes the verdict.", "verdict", false);
        denies("She no longer drives the van.", "longer", false);
        denies("She no longer drives the van.", "drives", true);
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
