//! Denials that are answered in other words: "there was no distress call" and a pilot who calls
//! mayday, "we knew nothing of it" and a letter of warning.
//!
//! What a negation governs is looked for in the statements of the other articles by the fields of
//! its words, through an inverted index, so that the cost grows with the text.

use super::denials::{bounded, elsewhere, instead};
use super::index::At;
use super::kin::Kin;
use super::likely::{self, Likely, fields};
use super::phrase::{NEGATIONS, Phrase};
use super::restated::said;
use super::{Draft, Telling};
use crate::claim::{Statement, Term, Turns, words};
use crate::entity::EntityKind;
use crate::facts::Facts;
use crate::order::{Arrange, halves, numbers, pair};
use crate::story::{Aspect, RowKind};

/// Words behind which a denial holds for a while or a case only, and words that leave it open.
static LIMITS: Turns = Turns::new(&[
    "until",
    "unless",
    "since",
    "before",
    "yet",
    "if",
    "whether",
    "only",
    "just",
    "least",
    "longer",
    "more",
    "less",
    "later",
    "fewer",
    "immediately",
    "sure",
    "clear",
    "enough",
    "comment",
    "better",
    "doubt",
    "confidence",
]);
/// Words that speak of the proof of a thing, not of the thing.
const PROOF: &str = "evidence indicate indication suggest sign proof prove show trace known report moment point way anything \
any kind question reason word part place single \
see hear receive get notice expect";
/// Words that begin a clause of their own.
static CLAUSES: Turns = Turns::new(&["when", "while", "who", "which", "because", "after", "although", "so"]);
/// Words a denial governs at most, and further from it than which none stands.
const REACH: usize = 5;
const FAR: usize = 10;
/// How rare a word is of which alone it is said that there was none.
const LONE: f32 = 0.62;
/// Statements of one word that are looked at, at most.
const CROWD: usize = 40;

/// What a statement says is not so.
struct Denial {
    at: At,
    statement: u32,
    /// The fields of what is denied, in order.
    denied: Vec<Term>,
    /// Of whom or what: the fields of the words before.
    about: Vec<Term>,
    /// Whether its first word is denied altogether: "no call".
    none: bool,
    /// Whether it is said of nobody else.
    whose: bool,
}

/// Finds denials and what contradicts them.
pub(super) fn rows(story: &Telling, kin: &Kin, likely: &Likely, found: &mut Vec<Draft>) {
    let articles = story.articles;
    // Every statement by the fields of its words.
    let mut places: Vec<(u32, u32)> = Vec::new();
    let mut of: Vec<u64> = Vec::new();
    for (a, facts) in articles.iter().enumerate() {
        for s in 0..facts.claims.statements.len() {
            of.extend(likely.of(a as u32, s as u32).iter().map(|&t| pair(t, places.len() as u32)));
            places.push((a as u32, s as u32));
        }
    }
    numbers(&mut of);
    let run = |t: Term| {
        let from = of.partition_point(|&e| e < pair(t, 0));
        let end = from + of[from..].partition_point(|&e| halves(e).0 == t);
        &of[from..end]
    };
    let rarest = weight(places.len(), 1);
    let tells = |t: Term| weight(places.len(), run(t).len());
    let proof: Vec<Term> = PROOF.split_whitespace().filter_map(words::term).collect();
    let mut denials = Vec::new();
    for (a, facts) in articles.iter().enumerate() {
        collect(a as u32, facts, kin, &proof, &mut denials);
    }
    let day = |a: u32| articles[a as usize].article.published_date().map(crate::day::number);
    for denial in &denials {
        let unreal = articles[denial.at.article as usize].claims.statements[denial.statement as usize].unreal;
        let mut others: Vec<u64> = Vec::new();
        for &t in &denial.denied {
            others.extend(run(t).iter().take(CROWD).map(|&e| u64::from(halves(e).1)));
        }
        numbers(&mut others);
        others.dedup();
        let mut best: Vec<(u32, f32, u32)> = Vec::new();
        for o in others.iter().map(|&o| o as usize) {
            let (a, s) = places[o];
            let facts = &articles[a as usize];
            let statement = &facts.claims.statements[s as usize];
            // Two speakers of one article are two voices.
            if a == denial.at.article && !two_voices(articles, a, denial.statement, s) {
                continue;
            }
            let sentence = statement.sentence;
            let denies = &articles[denial.at.article as usize].claims.statements[denial.statement as usize];
            if elsewhere(story, ((denial.at, denial.statement), denies), ((At { article: a, sentence }, s), statement))
            {
                continue;
            }
            let far = !story.near.one(a, denial.at.article);
            if far || statement.unreal || statement.commentary > 1 {
                continue;
            }
            let before = s.checked_sub(1).map_or(&[][..], |i| likely.of(a, i));
            let there = At { article: a, sentence };
            let doubtful = || {
                let similarity = story.index.similarity(denial.at, there);
                likely.denies((denial.at, denial.statement), (there, s), similarity) < likely::DOUBTFUL
            };
            if let Some(score) = answer(denial, kin, statement, (likely.of(a, s), before), &tells, rarest)
                && !doubtful()
            {
                match best.last_mut().filter(|b| b.0 == a) {
                    Some(b) if b.1 >= score => {}
                    Some(b) => *b = (a, score, s),
                    None => best.push((a, score, s)),
                }
            }
        }
        let Some(most) = best.iter().map(|b| b.1).reduce(f32::max) else { continue };
        let mut all = vec![said(articles, denial.at, denial.statement)];
        all.extend(instead(articles, denial.at, denial.statement).map(|next| said(articles, denial.at, next)));
        for &(article, _, s) in &best {
            let sentence = articles[article as usize].claims.statements[s as usize].sentence;
            all.push(said(articles, At { article, sentence }, s));
        }
        let later = best.iter().all(|b| day(denial.at.article) < day(b.0));
        let (kind, why) = if unreal && later {
            (RowKind::SoftConflict, "One says that it will not be so, a later one that it is: the matter has moved on.")
        } else {
            (RowKind::HardConflict, "One says what the other denies, in other words: both cannot be true.")
        };
        found.push(Draft::new(kind, Aspect::Status, 0.9 + most, why, all));
    }
}

/// Whether two statements of one article are said by two speakers.
pub(super) fn two_voices(articles: &[Facts], article: u32, x: u32, y: u32) -> bool {
    let facts = &articles[article as usize];
    let (p, q) = (&facts.claims.statements[x as usize], &facts.claims.statements[y as usize]);
    p.sentence != q.sentence && voice(facts, p.sentence).zip(voice(facts, q.sentence)).is_some_and(|(a, b)| a != b)
}

/// Who speaks in a sentence: the first person or body named, where the sentence quotes somebody.
fn voice(facts: &Facts, sentence: u32) -> Option<u32> {
    static SAYS: Turns = Turns::new(&[
        "said",
        "says",
        "told",
        "tells",
        "insisted",
        "insists",
        "claimed",
        "claims",
        "testified",
        "according",
    ]);
    let span = *facts.sentences.get(sentence as usize)?;
    let words = Phrase::new(facts, span);
    (0..words.len()).find(|&i| words.any(i, &SAYS).is_some())?;
    let from = facts.entities.mentions.partition_point(|m| m.span.end <= span.start);
    let mut named = facts.entities.mentions[from..].iter().take_while(|m| m.span.start < span.end);
    named.find(|m| matches!(m.kind, EntityKind::Person | EntityKind::Organization)).map(|m| m.cluster)
}

/// How much a word tells that stands in so many statements.
fn weight(all: usize, count: usize) -> f32 {
    crate::real::ln(1.0 + all as f64 / count.max(1) as f64) as f32
}

/// How surely a statement says what is denied; its fields, and those of the one before it.
fn answer(
    denial: &Denial,
    kin: &Kin,
    other: &Statement,
    (terms, before): (&[Term], &[Term]),
    tells: &dyn Fn(Term) -> f32,
    rarest: f32,
) -> Option<f32> {
    let has = |t: &Term| terms.binary_search(t).is_ok();
    let sum = |list: &[Term]| list.iter().map(|&t| tells(t)).sum::<f32>();
    let hits: Vec<Term> = denial.denied.iter().copied().filter(has).collect();
    // What it denies as well, or by its first words, it does not say.
    let denies = |t: &Term| hits.contains(&kin.field(*t));
    if other.negated && (other.denied.is_empty() || other.denied.iter().any(denies)) {
        return None;
    }
    // Of whom it is said: here, or in the clause before.
    let one = |t: &Term| !hits.contains(t) && (has(t) || before.binary_search(t).is_ok());
    let subject: Vec<Term> = denial.about.iter().copied().filter(one).collect();
    let head = denial.denied.first().is_some_and(has);
    if (denial.whose && subject.is_empty()) || (denial.none && !head) {
        return None;
    }
    // Who was warned of a thing knew of it, whatever it is called.
    let known = denial.denied.first() == Some(&kin.known()) && head;
    let share = if known { 1.0 } else { sum(&hits) / sum(&denial.denied).max(1.0) };
    let (hit, about) = (sum(&hits) / rarest, sum(&subject) / rarest);
    // Two words that stand together in the denial stand for one thing.
    let compound = denial.denied.windows(2).any(|w| has(&w[0]) && has(&w[1]));
    let whole = share >= 0.6 && hits.len() > 1 && hit >= 0.9;
    let thing = compound && share >= 0.4 && hit >= 1.0;
    let deed = head && share >= 0.45 && hit >= 0.4 && about >= 0.35;
    // "There was no warning" says so of everybody.
    let none = denial.none && share >= 0.6 && hit >= LONE;
    (whole || thing || deed || none).then_some(share + 0.3 * (hit + about))
}

/// The denials of an article.
fn collect(article: u32, facts: &Facts, kin: &Kin, proof: &[Term], all: &mut Vec<Denial>) {
    let statements = &facts.claims.statements;
    for (s, statement) in statements.iter().enumerate() {
        if !statement.negated || statement.commentary > 1 || bounded(&facts.article.text, statement) {
            continue;
        }
        let words = Phrase::new(facts, statement.span);
        let is = |i: usize| {
            words.any(i, &NEGATIONS).is_some() || words.of(i).ends_with("n't") || words.of(i).ends_with("n’t")
        };
        let Some(at) = (0..words.len()).find(|&i| is(i)) else { continue };
        // "It was not the walls that …" says that it was another; "not having read it" is an aside.
        let cleft =
            at > 1 && words.of(at - 2).eq_ignore_ascii_case("it") && words.one_of(at - 1, &["is", "was"]).is_some();
        let contrast = at > 0 && words.is(at, "not") && words.pauses(at - 1);
        if cleft || contrast || words.of(at + 1).ends_with("ing") || words.is(at + 1, "to") {
            continue;
        }
        let ends = |i: usize| words.pauses(i - 1) || (i > at + 2 && words.any(i, &CLAUSES).is_some());
        let end = (at + 1..words.len()).find(|&i| ends(i)).unwrap_or(words.len()).min(at + FAR);
        if (at..end).any(|i| words.any(i, &LIMITS).is_some()) {
            continue;
        }
        let term = |i: usize| words.term(i).map(|t| kin.field(t));
        let told = |i: &usize| words.term(*i).is_some_and(|t| !proof.contains(&t));
        let governed: Vec<usize> = (at + 1..end).filter(told).collect();
        // A name by itself, or how much less of a thing there is, is no matter that is denied.
        let named = |i: &usize| !words.of(*i).starts_with(char::is_lowercase);
        if governed.iter().all(named) || (at + 1..(at + 4).min(end)).any(|i| words.is(i, "as")) {
            continue;
        }
        let mut denied: Vec<Term> = governed.into_iter().filter_map(term).take(REACH).collect();
        denied.dedup();
        let mut about: Vec<Term> = (0..at).filter_map(term).collect();
        // "a queen who never crossed it": it is denied of her alone.
        let relative = (at.saturating_sub(3)..at).any(|i| words.one_of(i, &["who", "which"]).is_some());
        let whose = statement.about != 0 && relative;
        if whose {
            about = vec![kin.field(statement.about)];
        } else if about.is_empty() || by_pronoun(&words) {
            let before = s.checked_sub(1).map(|b: usize| fields(kin, &statements[b].terms)).unwrap_or_default();
            about.extend(before);
        }
        about.retain(|t| !denied.contains(t));
        about.arrange();
        about.dedup();
        if !denied.is_empty() {
            let place = at;
            let at = At { article, sentence: statement.sentence };
            all.push(Denial { at, statement: s as u32, denied, about, none: words.is(place, "no"), whose });
        }
    }
}

/// Whether a pronoun stands for whom a clause is about.
pub(super) fn by_pronoun(words: &Phrase) -> bool {
    (0..2).any(|i| words.one_of(i, &["it", "they", "he", "she", "we"]).is_some())
}
