//! Who did it, where one article says expressly that it was somebody else than another tells:
//! "It was the mate who shut the valve" against "the valve was turned off by an engineer"; and
//! where two are said to have done what one alone does, as landing an aircraft.
//!
//! The deed may be told by a verb, by a verb behind which its doer stands ("moved by"), or by a
//! noun that a verb without a meaning of its own carries ("gave the order").

use crate::claim::{Statement, Term, Turns, quantity, words};
use crate::entity::{EntityKind, Mention};
use crate::letter::lower;
use crate::order::{Arrange, numbers, pair};
use crate::story::compare::clauses::{other_days, said, statements};
use crate::story::compare::deeds::PREPOSITIONS;
use crate::story::compare::index::{At, shared};
use crate::story::compare::phrase::Phrase;
use crate::story::compare::{Draft, Telling};
use crate::story::{Aspect, RowKind};

/// Verbs by which one deed may be told, with their nouns; those of what one alone does are marked !.
const DEEDS: &str = "order direct instruct command|close shut stop halt seal|!move table propose submit|!land touchdown|\
!fly pilot steer drive|call ring phone telephone summon|kill shoot stab murder|write draft author|\
sign approve authorise authorize|demand request|negotiate bargain broker mediate|choose pick select appoint|\
throw hurl|repair fix mend|leak disclose|delete erase wipe|rescue save pull|pay finance fund|buy acquire|\
invite|find discover|break smash cut force tear breach|build design|open unlock";

/// Verbs that lend a noun their tense: "gave the order", "carried out the landing".
static LIGHT: Turns = Turns::new(&[
    "gave",
    "given",
    "give",
    "made",
    "issued",
    "took",
    "taken",
    "carried out",
    "carry out",
    "performed",
    "placed",
    "executed",
    "undertook",
    "signed",
]);
/// What may stand between such a verb and its noun.
static DETERMINERS: Turns = Turns::new(&["the", "a", "an", "this", "its", "his", "her", "their", "our", "first"]);
/// Forms of verbs that have no ending.
static FORMS: Turns = Turns::new(&[
    "shut", "shot", "drove", "driven", "flew", "flown", "wrote", "written", "rang", "rung", "chose", "chosen", "threw",
    "thrown", "paid", "bought", "found", "built", "took", "taken", "gave", "given", "made", "led", "sold", "sent",
    "struck", "hit", "won", "told", "put", "set", "got", "cut", "tore", "torn", "stole", "stolen", "held", "brought",
    "broke", "broken",
]);
/// Verbs that tell of no deed.
static EMPTY: Turns = Turns::new(&[
    "was", "were", "is", "are", "has", "had", "have", "did", "said", "told", "made", "took", "got", "gave", "put",
    "asked", "called", "used", "needed", "wanted", "seemed", "given", "taken", "set", "held",
]);
/// Words behind which another's deed is told.
static SAID: Turns = Turns::new(&["said", "says", "told", "claimed", "announced", "that", "how", "whether"]);
static RELATIVE: Turns = Turns::new(&["who", "that", "which"]);
/// Objects that stand for what was named before.
static PRONOUNS: Turns = Turns::new(&["it", "them", "this", "so", "everyone", "everybody", "all"]);
/// Acts of one deed that one is held against, at most.
const CROWD: usize = 16;
/// How much of what was done two must share, of the rarest word.
const THEME: f32 = 0.4;

/// Somebody who did something.
struct Act {
    deed: Term,
    at: At,
    statement: u32,
    doer: Doer,
    /// Whether it is said that it was he and nobody else, or that it was not he.
    stress: Stress,
    /// To what it was done, where a verb says so.
    object: Vec<Term>,
    /// What the sentence speaks of besides; and the one before, where it is left to that what was done.
    theme: Vec<Term>,
    /// Whether the doer is one person, and it is said what it was done to.
    single: bool,
    /// What the sentences beside speak of too.
    around: Vec<Term>,
}

#[derive(Clone)]
struct Doer {
    terms: Vec<Term>,
    /// The united name among them.
    entity: Option<u32>,
    /// Whether it is one person.
    single: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Stress {
    None,
    So,
    Not,
}

/// The deeds that may be told by several verbs.
struct Kinds {
    /// Term and number of the deed, sorted.
    all: Vec<u64>,
    /// Those that one alone does, by number.
    alone: u64,
    /// The number of closing, which "turn off" and "switch off" tell too.
    close: Option<Term>,
}

impl Kinds {
    fn new() -> Self {
        let (mut all, mut alone) = (Vec::new(), 0);
        for (k, list) in DEEDS.split('|').enumerate() {
            alone |= u64::from(list.starts_with('!')) << k;
            let list = list.trim_start_matches('!');
            all.extend(list.split(' ').filter_map(words::term).map(|t| pair(t, k as u32)));
        }
        numbers(&mut all);
        let mut kinds = Self { all, alone, close: None };
        kinds.close = words::term("close").and_then(|t| kinds.listed(t));
        kinds
    }

    /// The number of a deed that is listed.
    fn listed(&self, term: Term) -> Option<Term> {
        let from = self.all.partition_point(|&e| e < pair(term, 0));
        self.all.get(from).map(|&e| crate::order::halves(e)).filter(|e| e.0 == term).map(|e| e.1)
    }

    /// Whether one alone does a deed.
    fn of_one(&self, deed: Term) -> bool {
        deed < 64 && self.alone >> deed & 1 == 1
    }

    /// What is done at a word, where that is a verb, or a noun that a verb carries.
    fn at(&self, words: &Phrase, i: usize) -> Option<Term> {
        let off = |k: usize| words.is(k, "off") && !words.pauses(k - 1);
        if words.one_of(i, &["turned", "switched", "shut", "closed"]).is_some() && (off(i + 1) || off(i + 2)) {
            return self.close;
        }
        let word = words.of(i);
        let going = word.ends_with("ing") && i > 0 && words.one_of(i - 1, &["was", "were"]).is_some();
        let verb = (word.ends_with("ed") && word.len() > 4) || words.any(i, &FORMS).is_some() || going;
        // "the boil-water order", "the landing": what is done is told by the verb before.
        let noun = (1..4).find(|&n| n <= i && words.any(i - n, &DETERMINERS).is_some());
        if let Some(n) = noun.filter(|&n| n == 1 || !verb) {
            let lent = (1..3).any(|m| i >= n + m && words.any(i - n - m, &LIGHT) == Some(m));
            return if lent { self.listed(words.term(i)?) } else { None };
        }
        if !verb || (words.any(i, &EMPTY).is_some() && !words.is(i, "called")) {
            return None;
        }
        let term = words.phrasal(i).or(words.term(i))?;
        Some(self.listed(term).unwrap_or(term))
    }
}

/// Finds the rows of deeds that two are said to have done.
pub(in crate::story::compare) fn rows(story: &Telling, found: &mut Vec<Draft>) {
    let kinds = Kinds::new();
    let mut stressed = Vec::new();
    for (a, facts) in story.articles.iter().enumerate() {
        for s in 0..facts.sentences.len() {
            let at = At { article: a as u32, sentence: s as u32 };
            stressed.extend(cleft(story, &kinds, at).unwrap_or_default());
        }
    }
    let mut asked: Vec<Term> = stressed.iter().map(|a| a.deed).collect();
    asked.extend((0..64).filter(|&d| kinds.of_one(d)));
    asked.arrange();
    let mut plain = Vec::new();
    for (a, facts) in story.articles.iter().enumerate() {
        for s in 0..facts.claims.statements.len() {
            told(story, &kinds, a as u32, s, &asked, &mut plain);
        }
    }
    plain.arrange_by_key(|a: &Act| (a.deed, a.at, a.statement));
    for x in stressed.iter().chain(plain.iter().filter(|a| a.single && kinds.of_one(a.deed))) {
        let from = plain.partition_point(|y| y.deed < x.deed);
        let others = plain[from..].iter().take_while(|y| y.deed == x.deed);
        let able = |y: &&Act| {
            y.at.article != x.at.article && (x.stress != Stress::None || (y.single && x.at.article < y.at.article))
        };
        for y in others.filter(able).take(CROWD) {
            if let Some(score) = differ(story, x, y) {
                let why = match x.stress {
                    Stress::None => "The two name different ones for what one alone did.",
                    _ => "One says expressly who did it, and the other names somebody else.",
                };
                let both = vec![said(story.articles, x.at, x.statement), said(story.articles, y.at, y.statement)];
                found.push(Draft::new(RowKind::HardConflict, Aspect::Actor, 1.6 + score, why, both));
            }
        }
    }
}

/// How surely two tell one deed of two who cannot both have done it.
fn differ(story: &Telling, x: &Act, y: &Act) -> Option<f32> {
    if !story.near.one(x.at.article, y.at.article) {
        return None;
    }
    let own = |t: &Term| x.doer.terms.contains(t) || y.doer.terms.contains(t);
    let theme = story.index.sum(shared(&x.theme, &y.theme).filter(|t| !own(t))) / story.index.rarest();
    // Whoever answers an account names the one of whom it told.
    let answered = shared(&y.doer.terms, &x.around).any(|t| !x.doer.terms.contains(&t));
    let (denied, facts) = (x.stress == Stress::Not, |a: &Act| &story.articles[a.at.article as usize]);
    // "called a strike", "called the meeting".
    let another = !x.object.is_empty() && !y.object.is_empty() && shared(&x.object, &y.object).next().is_none();
    if !denied && !answered && (theme < THEME || another) {
        return None;
    }
    let of = |a: &Act| -> &Statement { &facts(a).claims.statements[a.statement as usize] };
    let apart = || other_days(facts(x), of(x), facts(y), of(y));
    (is_one(story, x, y) == denied && !apart()).then_some(theme + if answered && !denied { 0.5 } else { 0.0 })
}

/// Whether two doers are one, as far as can be told.
fn is_one(story: &Telling, x: &Act, y: &Act) -> bool {
    if let (Some(a), Some(b)) = (x.doer.entity, y.doer.entity) {
        return a == b || (x.stress == Stress::Not && shared(&x.doer.terms, &y.doer.terms).next().is_some());
    }
    let common = |a: &[Term], b: &[Term]| shared(a, b).next().is_some();
    let known = |at: At, e: u32, b: &Act| common(&known_as(story, at, e), &b.doer.terms);
    let called = |a: &Act, b: &Act| a.doer.entity.is_some_and(|e| known(a.at, e, b) || known(b.at, e, b));
    common(&x.doer.terms, &y.doer.terms) || called(x, y) || called(y, x)
}

/// What an article calls somebody: the words beside the name.
fn known_as(story: &Telling, at: At, entity: u32) -> Vec<Term> {
    let facts = &story.articles[at.article as usize];
    let Some(index) = story.cast.index.get(at.article as usize) else { return Vec::new() };
    let one = facts.entities.mentions.iter().filter(|m| index.get(m.cluster as usize) == Some(&entity));
    let mut all = Vec::new();
    for mention in one.take(12) {
        let from = facts.sentences.partition_point(|s| s.end <= mention.span.start);
        let Some(&sentence) = facts.sentences.get(from) else { continue };
        let words = Phrase::new(facts, sentence);
        let Some(i) = (0..words.len()).find(|&i| words.span(i..i + 1).is_some_and(|w| w.overlaps(mention.span))) else {
            continue;
        };
        all.extend(words.terms(i.saturating_sub(4)..(i + 8).min(words.len())));
    }
    all.arrange();
    all.dedup();
    all
}

/// A doer that stands in some words; none where a pronoun stands for him, or a time or manner does.
fn doer(story: &Telling, article: u32, words: &Phrase, range: std::ops::Range<usize>) -> Option<Doer> {
    let span = words.span(range.clone())?;
    let facts = &story.articles[article as usize];
    let terms = words.terms(range.clone());
    let opens = words.any(range.start, &DETERMINERS).is_some();
    let time = facts.times.partition_point(|t| t.span.start < span.start);
    let timed = facts.times.get(time).is_some_and(|t| t.span.start == span.start);
    let index = story.cast.index.get(article as usize)?;
    let from = facts.entities.mentions.partition_point(|m| m.span.end <= span.start);
    let here = facts.entities.mentions[from..].iter().take_while(|m| m.span.start < span.end);
    let able = |m: &&Mention| matches!(m.kind, EntityKind::Person | EntityKind::Organization);
    // "Soldiers cut the wire"
    let people = range.clone().any(|i| quantity::people(&lower(words.of(i))));
    if terms.is_empty() || timed || !(opens || people || here.clone().next().is_some()) {
        return None;
    }
    let entity = here.clone().find(able).and_then(|m| index.get(m.cluster as usize)).copied();
    let person = here.clone().any(|m| m.kind == EntityKind::Person);
    let last = words.of(range.end - 1);
    let role = opens && ["er", "or", "man", "ain", "ist", "ian", "ief", "lot"].iter().any(|e| last.ends_with(e));
    let several = range.clone().any(|i| words.is(i, "and"));
    Some(Doer { terms, entity, single: (person || role) && !several })
}

/// To what a verb says that something was done; nothing where a pronoun stands for it.
fn object(words: &Phrase, verb: usize) -> Vec<Term> {
    let pronoun = (verb + 1..verb + 3).any(|i| words.any(i, &PRONOUNS).is_some());
    if pronoun || words.pauses(verb) {
        return Vec::new();
    }
    let end = words.end(verb + 1, 6);
    let end = (verb + 2..end).find(|&i| PREPOSITIONS.contains(&words.of(i)) || words.is(i, "of")).unwrap_or(end);
    words.terms(verb + 1..end)
}

/// Where a sentence says with stress who did something.
struct Stressed {
    /// Who, as words.
    who: std::ops::Range<usize>,
    not: bool,
    /// Where what was done is told.
    deed: std::ops::Range<usize>,
}

/// "It was (not) X who did it", "X, not Y, did it", "the one who did it was X".
fn stressed(words: &Phrase, k: usize) -> Option<Stressed> {
    let all = words.len();
    let relative = |from: usize, to: usize| (from..to.min(all)).find(|&i| words.any(i, &RELATIVE).is_some());
    if let Some((found, n)) = words.which(k, &CLEFTS) {
        let nor = found == 0;
        let not = words.one_of(k + n, &["not", "never"]).is_some();
        let start = k + n + usize::from(not);
        if PREPOSITIONS.contains(&words.of(start)) {
            return None;
        }
        let relative = relative(start + 1, start + 11)?;
        // "X, not Y, who": X.
        let end = (start..relative).find(|&i| words.is(i, "not")).unwrap_or(relative);
        // "the mate, 38, who", but "Dr. Lund"
        let title = |i: usize| words.of(i).len() < 5 && words.of(i).starts_with(char::is_uppercase);
        let end = (start + 1..end).find(|&i| words.pauses(i - 1) && !title(i - 1)).unwrap_or(end);
        return Some(Stressed { who: start..end, not: not || nor, deed: relative + 1..(relative + 9).min(all) });
    }
    if let Some(n) = words.any(k, &ONES) {
        let is = (k + n + 1..(k + n + 10).min(all)).find(|&i| words.is(i, "was"))?;
        let not = words.is(is + 1, "not");
        let start = is + 1 + usize::from(not);
        return Some(Stressed { who: start..words.end(start, 7), not, deed: k + n..is });
    }
    // "The mate, not the engineer, shut it"
    if words.any(k, &INSTEAD).is_some() && k > 0 && words.pauses(k - 1) {
        let close = (k + 1..(k + 8).min(all)).find(|&i| words.pauses(i))?;
        let from = (k.saturating_sub(6)..k).rev().take_while(|&i| i + 1 == k || !words.pauses(i)).last()?;
        return Some(Stressed { who: from..k, not: false, deed: close + 1..(close + 4).min(all) });
    }
    None
}

/// Words before whoever is said with stress to have done it.
static CLEFTS: Turns =
    Turns::new(&["nor was it", "it was in fact", "it was actually", "it was", "it had been", "it is"]);
/// Words before whoever is said with stress not to have done it.
static INSTEAD: Turns = Turns::new(&["not", "and not", "rather than"]);
/// Whoever is named behind what he did.
static ONES: Turns = Turns::new(&[
    "the one who",
    "the man who",
    "the woman who",
    "the person who",
    "the official who",
    "the officer who",
]);

/// The deeds of which a sentence says with stress who did them.
fn cleft(story: &Telling, kinds: &Kinds, at: At) -> Option<Vec<Act>> {
    let facts = &story.articles[at.article as usize];
    let words = Phrase::new(facts, facts.sentences[at.sentence as usize]);
    let Stressed { who, not, deed: range } = (0..words.len()).find_map(|k| stressed(&words, k))?;
    // "who said that the port had closed"
    let end = range.clone().find(|&i| words.any(i, &SAID).is_some()).unwrap_or(range.end);
    let range = range.start..end;
    let doer = doer(story, at.article, &words, who)?;
    let stress = if not { Stress::Not } else { Stress::So };
    let before = |s: u32| s.checked_sub(1).map(|s| terms(story, at.article, s)).unwrap_or_default();
    let mut theme = terms(story, at.article, at.sentence);
    let mut around = [theme.clone(), terms(story, at.article, at.sentence + 1), before(at.sentence)].concat();
    let left = range.clone().take(6).any(|i| words.any(i, &PRONOUNS).is_some());
    if left {
        theme.extend(before(at.sentence));
    }
    for list in [&mut theme, &mut around] {
        list.arrange();
        list.dedup();
    }
    let mut acts: Vec<Act> = Vec::new();
    for i in range {
        let Some((deed, verb)) = kinds.at(&words, i).zip(words.span(i..i + 1)) else { continue };
        let statement = facts.claims.statements.partition_point(|s| s.span.end <= verb.start);
        let here = facts.claims.statements.get(statement).is_some_and(|s| s.span.contains(verb));
        if here && acts.iter().all(|a| a.deed != deed) {
            let mut theme = theme.clone();
            theme.retain(|&t| kinds.listed(t).unwrap_or(t) != deed);
            let (doer, around, object) = (doer.clone(), around.clone(), object(&words, i));
            let statement = statement as u32;
            acts.push(Act { deed, at, statement, doer, stress, object, theme, single: false, around });
        }
    }
    Some(acts)
}

/// What a sentence speaks of, sorted.
fn terms(story: &Telling, article: u32, sentence: u32) -> Vec<Term> {
    let mut terms: Vec<Term> =
        statements(story.articles, At { article, sentence }).flat_map(|s| s.1.terms.iter().copied()).collect();
    terms.arrange();
    terms.dedup();
    terms
}

/// What a statement tells of somebody who did one of some deeds.
fn told(story: &Telling, kinds: &Kinds, article: u32, s: usize, asked: &[Term], all: &mut Vec<Act>) {
    let facts = &story.articles[article as usize];
    let statement = &facts.claims.statements[s];
    let wanted = |deed: Term| asked.binary_search(&deed).is_ok();
    let sought = |t: &Term| wanted(kinds.listed(*t).unwrap_or(*t));
    let close = kinds.close.is_some_and(wanted);
    if statement.unreal || statement.negated || statement.commentary > 1 {
        return;
    }
    let words = Phrase::new(facts, statement.span);
    // "turned it off" holds no word of closing.
    let off = || close && (0..words.len()).any(|i| words.is(i, "off"));
    if !statement.terms.iter().any(sought) && !off() {
        return;
    }
    let at = At { article, sentence: statement.sentence };
    let mut add = |deed: Term, doer: Option<Doer>, transitive: bool, object: Vec<Term>| {
        let Some(doer) = doer.filter(|_| wanted(deed)) else { return };
        let mut theme = terms(story, article, at.sentence);
        theme.retain(|&t| kinds.listed(t).unwrap_or(t) != deed);
        let single = transitive && doer.single;
        let stress = Stress::None;
        all.push(Act { deed, at, statement: s as u32, doer, stress, object, theme, single, around: Vec::new() });
    };
    for by in (1..words.len()).filter(|&i| words.is(i, "by")) {
        let from = by.saturating_sub(4);
        let participle = |&i: &usize| {
            (words.of(i).ends_with("ed") || words.any(i, &FORMS).is_some()) && (i..by).all(|k| !words.pauses(k))
        };
        let Some(verb) = (from..by).rev().find(participle) else { continue };
        let deed = match words.any(verb, &LIGHT) {
            // "The order to clear the hall was given by"
            Some(_) => (0..verb).find_map(|i| kinds.listed(words.term(i)?)),
            None => kinds.at(&words, verb),
        };
        let end = words.end(by + 1, 8);
        // "the manager, Peter Lund"
        let end = if words.pauses(end.saturating_sub(1)) && words.of(end).starts_with(char::is_uppercase) {
            words.end(end, 3)
        } else {
            end
        };
        let end = (by + 2..end).find(|&i| PREPOSITIONS.contains(&words.of(i))).unwrap_or(end);
        if let Some(deed) = deed {
            let suffers = words.terms(0..verb);
            add(deed, doer(story, article, &words, by + 1..end), true, suffers);
        }
    }
    let from = facts.events.partition_point(|e| e.sentence.end <= statement.span.start);
    let here = facts.events[from..].iter().take_while(|e| e.sentence.start < statement.span.end);
    for event in here.filter(|e| !e.passive && statement.span.contains(e.trigger)) {
        let Some(subject) = event.subject else { continue };
        let Some(i) = (0..words.len()).find(|&i| words.span(i..i + 1).is_some_and(|w| w.overlaps(event.trigger)))
        else {
            continue;
        };
        let carried = || words.any(i, &LIGHT).and_then(|n| (i + n + 1..i + n + 4).find_map(|k| kinds.at(&words, k)));
        let own = kinds.at(&words, i);
        let lent = own.is_none() || (i > 0 && words.any(i - 1, &DETERMINERS).is_some());
        let transitive = lent || words.any(i + 1, &DETERMINERS).is_some();
        let Some(deed) = own.or_else(carried) else { continue };
        let sentence = Phrase::new(facts, subject);
        let object = if lent { Vec::new() } else { object(&words, i) };
        add(deed, doer(story, article, &sentence, 0..sentence.len()), transitive, object);
    }
}
