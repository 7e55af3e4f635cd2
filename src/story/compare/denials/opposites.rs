//! Statements that cannot stand together because they use opposite words: a road is closed, a
//! road is open, or is no longer closed; the first state of a thing may have been followed by the
//! second.

use super::{before, bounded};
use crate::claim::unit::Unit;
use crate::claim::{Quantity, Statement, Term, Turns};
use crate::facts::Facts;
use crate::order::{Arrange, halves, numbers, pair};
use crate::story::compare::clauses::{other_days, said};
use crate::story::compare::deeds::PREPOSITIONS;
use crate::story::compare::figures::value::{self, Relation};
use crate::story::compare::index::{At, shared};
use crate::story::compare::kin::Kin;
use crate::story::compare::phrase::{NEGATIONS, Phrase};
use crate::story::compare::speakers::two_voices;
use crate::story::compare::{Draft, Telling};
use crate::story::{Aspect, RowKind};

/// Words of one side that are held against a word of the other, at most.
const CROWD: usize = 12;
/// Of those in its own article, no more are asked for another voice.
const OWN: usize = 100;
/// How much two clauses must share to speak of one state, and of one matter.
const STATE: f32 = 0.3;
const MATTER: f32 = 0.5;
/// What a common theme of their deeds adds.
const THEME: f32 = 0.3;

/// A word of a pair as a statement says it.
struct Mark {
    pair: u32,
    right: bool,
    at: At,
    statement: u32,
    /// What stands beside it, sorted.
    beside: Vec<Term>,
    /// Whether it tells how things stand, rather than what was done.
    now: bool,
    /// Whether it says that it was so all the time.
    lasts: bool,
    /// Whether it says that it is so once more, and so was not before: "reopened".
    again: bool,
    /// The noun that it stands beside, where it is no name: "the missing |ship", "a |lifeboat was found".
    noun: Option<Term>,
    /// From where it points: "northwest of |Lima".
    of: Option<Term>,
}

/// Words before a word that make it a state or a deed rather than a name: "the block".
static BEFORE: Turns = Turns::new(&[
    "is", "are", "was", "were", "be", "been", "being", "has", "have", "had", "remain", "remains", "remained", "stay",
    "stays", "stayed", "stand", "stands", "stood", "under", "still", "again", "at", "kept",
]);
/// Words that make a state of what follows.
static BE: Turns = Turns::new(&[
    "is", "are", "was", "were", "be", "been", "being", "remain", "remains", "remained", "stay", "stayed", "stood",
    "kept",
]);
/// Words by which a clause tells the state at the time of writing.
static NOW: Turns = Turns::new(&[
    "is",
    "are",
    "has",
    "have",
    "remains",
    "remain",
    "still",
    "now",
    "again",
    "tonight",
    "today",
    "until further",
    "this morning",
    "this afternoon",
    "this evening",
    "continues",
]);
/// Words before what is not yet so.
static AHEAD: Turns = Turns::new(&["to", "if", "whether", "until", "unless", "before"]);
/// Verbs before them.
static MODALS: Turns = Turns::new(&["will", "would", "could", "may", "might", "should", "must"]);
/// Words that begin another clause.
static RELATIVE: Turns = Turns::new(&["that", "who", "which"]);
/// Phrases for what was so all the time.
static WHOLE: Turns = Turns::new(&[
    "all weekend",
    "all day",
    "all night",
    "throughout",
    "from the first",
    "from start to",
    "from beginning to",
    "at all times",
    "the whole time",
    "all along",
    "without interruption",
    "never stopped",
    "to the last",
]);

/// Words for what was so when a thing happened.
static AT_ONCE: Turns = Turns::new(&[
    "at once",
    "immediately",
    "within minutes",
    "all weekend",
    "all day",
    "all night",
    "all week",
    "throughout",
    "all the time",
]);

/// The words of pairs that an article uses.
fn collect(story: &Telling, article: u32, kin: &Kin, all: &mut Vec<Mark>) {
    let facts = &story.articles[article as usize];
    let statements = &facts.claims.statements;
    for (s, statement) in statements.iter().enumerate().filter(|s| s.1.commentary < 2) {
        if !statement.terms.iter().any(|&t| kin.sides(t).next().is_some()) {
            continue;
        }
        let text = facts.article.text.as_str();
        let words = Phrase::new(facts, statement.span);
        let from = all.len();
        // "had been open all weekend", "had been halted at nine": so when it happened, as one tells it.
        let once = (0..words.len()).any(|k| words.any(k, &AT_ONCE).is_some());
        let spoken = story.speakers.of(article, statement.span).is_some();
        for i in 0..words.len() {
            let word = words.of(i);
            let phrasal = words.phrasal(i);
            let Some(term) = phrasal.or(words.term(i)) else { continue };
            if kin.sides(term).next().is_none() {
                continue;
            }
            let near = |turns: &Turns, n: usize| {
                (i.saturating_sub(n)..i).rev().take_while(|&k| !words.pauses(k)).any(|k| words.any(k, turns).is_some())
            };
            // No names of people ("the operator"), nothing that had been before.
            let agent = ["or", "ors", "ers"].iter().any(|e| word.ends_with(e));
            // "locked herself in" has no other object.
            let itself = words.of(i + 1).ends_with("self") || words.of(i + 1).ends_with("selves");
            let timed = |i: usize| {
                let hour = words.span(i + 2..i + 3).filter(|_| words.is(i + 1, "at"));
                hour.is_some_and(|h| facts.time_over(h).is_some())
            };
            let before = i > 1 && words.is(i - 2, "had been") && !once && !timed(i) && !spoken;
            // "a win by the party", "lost by the army": what the one wins the other loses.
            let shared = words.is(i + 1, "by") && ["win", "wins", "won", "lost", "defeat", "loss"].contains(&word);
            // "21 pupils and five adults were killed": how many, and not that somebody is one.
            let counted = !inflects(word)
                && words.span(i..i + 1).is_some_and(|w| {
                    facts.claims.figures_of(s as u32).iter().any(|q| q.span.end == w.end && q.value > 1.0)
                });
            if agent || itself || before || shared || counted {
                continue;
            }
            // "off |South Sulawesi": a part of a name.
            let capital = |k: usize| words.of(k).starts_with(char::is_uppercase);
            if i > 0 && capital(i) && (capital(i + 1) || capital(i - 1)) && !words.pauses(i) {
                continue;
            }
            let inflected = inflects(word) || phrasal.is_some();
            // "It is not walls that protect": something else does.
            let denied = near(&NEGATIONS, 3) && !near(&RELATIVE, 3)
                || (i.saturating_sub(3)..i).any(|k| words.of(k).ends_with("n't") || words.of(k).ends_with("n’t"));
            if denied && bounded(text, statement) {
                continue;
            }
            for (pair, right) in kin.sides(term) {
                let told = inflected || near(&BEFORE, 3) || word.ends_with('s');
                if near(&AHEAD, 2) || near(&MODALS, 4) || (kin.passes(pair) && !told) {
                    continue;
                }
                all.push(Mark {
                    pair,
                    right: right != denied,
                    at: At { article, sentence: statement.sentence },
                    statement: s as u32,
                    beside: beside(facts, s, &words, i, kin.of_people(pair)),
                    now: word.starts_with("re") || (0..words.len()).any(|k| words.any(k, &NOW).is_some()),
                    lasts: (0..words.len()).any(|k| words.any(k, &WHOLE).is_some()),
                    again: ["reop", "resum", "restart", "reinstat"].iter().any(|w| word.starts_with(w))
                        || words.is(i + 1, "again"),
                    noun: noun(&words, i),
                    of: words.term(i + 2).filter(|_| words.is(i + 1, "of")),
                });
            }
        }
        // Who says both says neither.
        let here = all.split_off(from);
        let both = |m: &Mark| here.iter().any(|o| o.pair == m.pair && o.right != m.right);
        let keep: Vec<bool> = here.iter().map(|m| !both(m)).collect();
        all.extend(here.into_iter().zip(keep).filter(|m| m.1).map(|m| m.0));
    }
}

/// Whether a word tells what is or was done.
fn inflects(word: &str) -> bool {
    ["ed", "en", "ing"].iter().any(|e| word.ends_with(e))
}

/// The common noun of which a word at `i` is told: behind "missing" and "found", before "was found".
fn noun(words: &Phrase, i: usize) -> Option<Term> {
    let common = |k: usize| words.term(k).filter(|_| !words.of(k).starts_with(char::is_uppercase));
    let state = (i.saturating_sub(3)..i).any(|k| words.any(k, &BE).is_some());
    let passes = |k: &usize| (*k == 0 || !words.pauses(k - 1)) && !PREPOSITIONS.contains(&words.of(*k));
    if state {
        // "A lifeboat from the ship was found": what stands before the preposition.
        (0..i).take_while(passes).filter_map(common).last()
    } else {
        (i + 1..(i + 5).min(words.len())).take_while(passes).filter_map(common).last()
    }
}

/// Whether both say of how many they speak, and not of as many: "two guards were killed", "seven guards survived".
fn other_numbers(a: &Facts, x: u32, b: &Facts, y: u32) -> bool {
    let of = |f: &'_ Facts, s: u32| -> Vec<Quantity> {
        f.claims.figures_of(s).iter().filter(|q| q.unit == Unit::Count).cloned().collect()
    };
    let (x, y) = (of(a, x), of(b, y));
    !x.is_empty() && !y.is_empty() && x.iter().all(|p| y.iter().all(|q| value::relation(p, q) == Relation::Apart))
}

/// Of what word `i` is said: the nearest content words around it; where a pronoun stands for
/// them, those of the clause before. Names tell of what only where it is said of people, or of
/// the subject of a state.
fn beside(facts: &Facts, statement: usize, words: &Phrase, i: usize, people: bool) -> Vec<Term> {
    let state = (i.saturating_sub(3)..i).any(|k| words.any(k, &BE).is_some());
    let term = |k: usize, named: bool| {
        let name = k > 0 && words.of(k).starts_with(char::is_uppercase);
        words.term(k).filter(|_| named || !name)
    };
    // Whom or what a verb governs; of a passive or one without an object, its subject.
    let object = (i + 1..(i + 6).min(words.len()))
        .take_while(|&k| people || !(words.pauses(k - 1) || PREPOSITIONS.contains(&words.of(k))));
    let mut near: Vec<Term> = object.filter_map(|k| term(k, people)).take(if people { 4 } else { 2 }).collect();
    if near.is_empty() || state || people {
        // "The road, which …, reopened": the subject stands first.
        let apart = i > 0 && words.pauses(i - 1);
        let before = (i.saturating_sub(8)..i).rev().take_while(|&k| !words.pauses(k));
        near.extend(before.filter_map(|k| term(k, people || state)).take(3));
        if apart || near.is_empty() {
            near.extend((0..i.min(6)).filter_map(|k| term(k, people || k < 2)).take(3));
        }
    }
    let all = &facts.claims.statements;
    if near.len() < 2 && all[statement].terms.len() < 7 {
        near.extend((0..words.len()).filter(|&k| k != i).filter_map(|k| term(k, people)));
    }
    if i < 6
        && PRONOUNS.iter().any(|p| words.is(0, p))
        && let Some(before) = statement.checked_sub(1).and_then(|s| all.get(s))
    {
        near.extend(&before.terms);
    }
    near.arrange();
    near.dedup();
    near
}

/// What the deeds of a clause are done by or happen to, sorted.
fn themes(story: &Telling, mark: &Mark) -> Vec<Term> {
    let from = story.deeds.partition_point(|d| d.at < mark.at);
    let here = story.deeds[from..].iter().take_while(|d| d.at == mark.at).filter(|d| d.statement == mark.statement);
    let mut all: Vec<Term> = here.map(|d| d.theme.head).filter(|h| *h != 0 && mark.beside.contains(h)).collect();
    all.arrange();
    all
}

/// Whether a clause tells what came late in its day: "Late on Monday the search was called off".
fn turned(facts: &Facts, statement: &Statement) -> bool {
    let text = statement.span.of(&facts.article.text);
    ["Late ", " late ", " later ", " night", " evening", "vernight"].iter().any(|w| text.contains(w))
}

/// Subjects that stand for something named before.
const PRONOUNS: [&str; 6] = ["it", "they", "he", "she", "this", "both"];

/// Finds the rows of words that exclude each other.
pub(in crate::story::compare) fn rows(story: &Telling, kin: &Kin, found: &mut Vec<Draft>) {
    let (articles, index) = (story.articles, story.index);
    let mut all = Vec::new();
    for a in 0..articles.len() {
        collect(story, a as u32, kin, &mut all);
    }
    let mut blocks: Vec<(u32, Term, bool, usize)> = Vec::new();
    for (m, mark) in all.iter().enumerate() {
        blocks.extend(mark.beside.iter().map(|&t| (mark.pair, t, mark.right, m)));
    }
    blocks.arrange();
    let mut pairs: Vec<u64> = Vec::new();
    for block in blocks.chunk_by(|x, y| (x.0, x.1) == (y.0, y.1)) {
        let (left, right) = block.split_at(block.partition_point(|b| !b.2));
        for x in left {
            let a = &all[x.3];
            // In the order of the articles; of its own, only other voices, and not all of an endless one.
            let from = right.partition_point(|y| all[y.3].at.article < a.at.article);
            let to = from + right[from..].partition_point(|y| all[y.3].at.article == a.at.article);
            let other = |b: &Mark| two_voices(articles, a.at.article, a.statement, b.statement);
            let own = right[from..to].iter().take(OWN).filter(|y| other(&all[y.3]));
            let others = right[..from].iter().chain(own).chain(&right[to..]);
            pairs.extend(others.take(CROWD).map(|y| pair(x.3 as u32, y.3 as u32)));
        }
    }
    numbers(&mut pairs);
    pairs.dedup();
    let day = |m: &Mark| articles[m.at.article as usize].article.published_date().map(crate::day::number);
    let of = |m: &Mark| -> &Statement { &articles[m.at.article as usize].claims.statements[m.statement as usize] };
    for (x, y) in pairs.into_iter().map(halves).map(|(x, y)| (&all[x as usize], &all[y as usize])) {
        let (p, q) = (day(x), day(y));
        if !story.near.one(x.at.article, y.at.article) {
            continue;
        }
        let other = |a: Option<Term>, b: Option<Term>| a.zip(b).is_some_and(|(a, b)| a != b);
        if other(x.of, y.of) || kin.is_of_noun(x.pair) && other(x.noun, y.noun) {
            continue;
        }
        let passes = kin.passes(x.pair);
        let own = |t: &Term| kin.sides(*t).any(|s| s.0 == x.pair);
        let common = index.sum(shared(&of(x).terms, &of(y).terms).filter(|t| !own(t)));
        let near = index.sum(shared(&x.beside, &y.beside).filter(|t| !own(t)));
        // "The alarm rang", "The alarm did not go off": of one subject, whatever else they share.
        let themed = || shared(&themes(story, x), &themes(story, y)).next().is_some();
        let context = common.max(near) / (1.9 * index.rarest()) + index.similarity(x.at, y.at);
        let context = if context < MATTER && themed() { context + THEME } else { context };
        let least = if kin.of_people(x.pair) { 0.01 } else { 0.25 * index.rarest() };
        if near < least || context < if passes { STATE } else { MATTER } {
            continue;
        }
        let facts = |m: &Mark| &articles[m.at.article as usize];
        if kin.of_people(x.pair) && other_numbers(facts(x), x.statement, facts(y), y.statement) {
            continue;
        }
        if kin.moves(x.pair) && other_days(facts(x), of(x), facts(y), of(y)) {
            continue;
        }
        let whole = x.lasts || y.lasts;
        let (kind, aspect, why) = match (passes, whole) {
            (false, _) => (RowKind::HardConflict, Aspect::Fact, "The two use words that exclude each other."),
            (_, true) => {
                let why = "The two tell opposite states, and one says that it was so all the time.";
                (RowKind::HardConflict, Aspect::Status, why)
            }
            _ if p == q
                && p.is_some()
                && !x.again
                && !y.again
                && (turned(facts(x), of(x)) || turned(facts(y), of(y))) =>
            {
                let why =
                    "The two tell opposite states of one day, one of them late in it: the matter may have moved on.";
                (RowKind::SoftConflict, Aspect::Status, why)
            }
            _ if p == q && p.is_some() && !x.again && !y.again => {
                (RowKind::HardConflict, Aspect::Status, "The two tell opposite states on the same day.")
            }
            _ if !x.now && !y.now => {
                let why = "The two tell opposite things of the same matter, and neither as of today.";
                (RowKind::HardConflict, Aspect::Status, why)
            }
            _ => {
                let why =
                    "The two tell opposite states; published at different times, so one may have followed the other.";
                (RowKind::SoftConflict, Aspect::Status, why)
            }
        };
        let mut both = Vec::new();
        for m in [x, y] {
            both.push(said(articles, m.at, m.statement));
            // "No alarm went off. It had been disconnected."
            let words = Phrase::new(facts(m), of(m).span);
            let told = before(articles, m.at, m.statement).filter(|_| words.by_pronoun());
            both.extend(told.map(|i| said(articles, m.at, i)));
        }
        found.push(Draft::new(kind, aspect, 1.0 + context, why, both));
    }
}
