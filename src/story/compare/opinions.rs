//! How speakers judge a thing: one calls it a disgrace, another praises it.
//!
//! Judgements are told apart from facts: a row of opinions says who judges how, and never that
//! one of them is wrong.

use super::clauses::{said, statements};
use super::index::{At, shared};
use super::phrase::Phrase;
use super::{Draft, Telling, once};
use crate::claim::words::Set;
use crate::claim::{Statement, Turns};
use crate::order::Arrange;
use crate::story::{Aspect, RowKind};

/// Words that judge well of something.
static GOOD: Set = Set::new(
    "praised praise praises hailed hails welcomed welcomes applauded lauded commended celebrated proud fair \
triumph success successful historic remarkable excellent brilliant heroic brave exemplary sensible wise generous right \
justified necessary overdue good great best milestone victory breakthrough welcome relieved delighted effective \
transparent smooth courage courageous swift swiftly prompt promptly thorough professional admirable outstanding \
impressive responsible decisive fitting honest careful tireless honourable honorable deserved",
);
/// Words that judge ill of it.
static BAD: Set = Set::new(
    "criticised criticized criticises criticizes condemned condemns slammed denounced deplored blasted \
disgrace scandal shameful shame outrage outrageous failure disaster disastrous insult unacceptable reckless wrong unfair \
betrayal tragedy farce cynical excessive cowardly irresponsible marred flawed inadequate bad worst terrible appalling \
mistake injustice unjust unjustified unnecessary ridiculous sham sellout premature ineffective chaotic overpriced late outdated slow slowly poor poorly weak careless hasty rushed scandalous cowardice \
hypocritical hypocrisy incompetent incompetence negligent negligence chaos shambles bungled botched clumsy arrogant heartless \
cruel dishonest absurd lacking belated insufficient",
);
/// Words that lend a judgement.
static JUDGES: Turns = Turns::new(&[
    "called",
    "calls",
    "calling",
    "described",
    "describes",
    "praised",
    "praises",
    "hailed",
    "hails",
    "welcomed",
    "welcomes",
    "applauded",
    "lauded",
    "commended",
    "criticised",
    "criticized",
    "criticises",
    "condemned",
    "condemns",
    "slammed",
    "denounced",
    "deplored",
    "branded",
    "termed",
]);

/// Words that judge only where they say what something was.
const NAMES: [&str; 3] = ["disaster", "tragedy", "failure"];

/// A judgement: whether it is good.
#[derive(Clone, Copy)]
struct Judgement {
    at: At,
    statement: u32,
    good: bool,
}

/// Finds the rows of opinions.
pub(super) fn rows(story: &Telling, drafts: &mut Vec<Draft>) {
    let mut all: Vec<Judgement> = Vec::new();
    for (a, facts) in story.articles.iter().enumerate() {
        for (i, statement) in facts.claims.statements.iter().enumerate() {
            if let Some(good) = judges(story, a as u32, statement) {
                let at = At { article: a as u32, sentence: statement.sentence };
                all.push(Judgement { at, statement: i as u32, good });
            }
        }
    }
    let index = story.index;
    let mut found = Vec::new();
    for (i, x) in all.iter().enumerate() {
        for y in all[i + 1..].iter().take(NEAR).filter(|y| y.good != x.good && y.at != x.at) {
            let (p, q) = (of(story, x), of(story, y));
            // What is judged is named in both, or in the sentences before.
            let common: f32 = shared(&about(story, x), &about(story, y)).map(|t| index.weight(t)).sum();
            if common < 0.35 * index.rarest() || (p.sentence == q.sentence && x.at.article == y.at.article) {
                continue;
            }
            let all = vec![said(story.articles, x.at, x.statement), said(story.articles, y.at, y.statement)];
            let why = "Speakers judge the same thing differently; a judgement is its speaker's and no fact.";
            found.push(Draft::new(RowKind::OpinionConflict, Aspect::Fact, 0.6 + common / index.rarest(), why, all));
        }
    }
    once(found, drafts);
}

/// Judgements that one is held against, at most.
const NEAR: usize = 60;

fn of<'s>(story: &Telling<'s>, judgement: &Judgement) -> &'s Statement {
    &story.articles[judgement.at.article as usize].claims.statements[judgement.statement as usize]
}

/// The content words of the judging sentence.
fn about(story: &Telling, judgement: &Judgement) -> Vec<crate::claim::Term> {
    let mut terms: Vec<_> =
        statements(story.articles, judgement.at).flat_map(|(_, s)| s.terms.iter().copied()).collect();
    terms.arrange();
    terms.dedup();
    terms
}

/// Whether a statement judges well or ill of something; `None` where it does neither, or both.
fn judges(story: &Telling, article: u32, statement: &Statement) -> Option<bool> {
    let words = Phrase::new(&story.articles[article as usize], statement.span);
    let lent = (0..words.len()).any(|i| words.any(i, &JUDGES).is_some());
    if !lent && story.speakers.of(article, statement.span).is_none() {
        return None;
    }
    let (mut good, mut bad) = (0, 0);
    for i in 0..words.len() {
        // "too slowly", "not fast enough"
        let measured = words.is(i, "too") && i + 1 < words.len() && !words.pauses(i);
        bad += u32::from(measured || words.is(i, "failed to") || words.is(i, "failing to"));
        let word = words.of(i).to_ascii_lowercase();
        // "a disaster" judges, "the disaster" is what it is about.
        if i > 0 && NAMES.contains(&&*word) && !matches!(words.of(i - 1), "a" | "total" | "complete" | "utter") {
            continue;
        }
        good += u32::from(GOOD.has(&word));
        bad += u32::from(BAD.has(&word));
    }
    let flips = statement.negated;
    match (good > 0, bad > 0) {
        (true, false) => Some(!flips),
        (false, true) => Some(flips),
        _ => None,
    }
}
