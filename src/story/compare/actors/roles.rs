//! Who had a thing done, raised the alarm, was there first or made peace: parts that one alone
//! plays. "The trail was closed by order of the observatory" against "the mayor ordered it shut".

use crate::claim::{Statement, Term, Turns, words};
use crate::entity::{EntityKind, Mention};
use crate::facts::Facts;
use crate::order::Arrange;
use crate::story::compare::clauses::{other_days, said};
use crate::story::compare::index::{At, shared};
use crate::story::compare::phrase::Phrase;
use crate::story::compare::{Draft, Telling};
use crate::story::{Aspect, RowKind};

/// A part that somebody played.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// Had a thing done: ordered it, decided on it.
    Will,
    /// Asked for it.
    Wish,
    Alarm,
    First,
    Peace,
    /// Took the first step to another.
    Start,
}
use Part::{Alarm, First, Peace, Start, Will, Wish};

/// Words behind which somebody stands who played a part.
static BEHIND: [(Part, Turns); 5] = [
    (
        Will,
        Turns::new(&[
            "by order of",
            "by orders of",
            "on the orders of",
            "on the order of",
            "on orders of",
            "on orders from",
            "on instructions from",
            "on the instructions of",
            "by decision of",
            "by direction of",
            "by decree of",
            "on the initiative of",
            "came from",
            "attributed to",
            "taken by",
            "ordered by",
        ]),
    ),
    (
        Wish,
        Turns::new(&["at the request of", "at the insistence of", "at the behest of", "requested by", "demanded by"]),
    ),
    (Alarm, Turns::new(&["alerted by", "reported by", "raised by"])),
    (Peace, Turns::new(&["brokered by", "mediated by", "good offices of"])),
    (Start, Turns::new(&["initiated by", "proposed by", "come from"])),
];
/// Words before which they stand.
static BEFORE: [(Part, Turns); 6] = [
    (
        Will,
        Turns::new(&[
            "ordered",
            "decided to",
            "decided that",
            "directed that",
            "gave the order",
            "gave orders",
            "instructed",
            "sent the",
        ]),
    ),
    (Wish, Turns::new(&["asked for", "ask for", "requested", "request", "demanded", "insisted on"])),
    (
        Alarm,
        Turns::new(&[
            "raised the alarm",
            "sounded the alarm",
            "alerted",
            "rang the",
            "telephoned the",
            "phoned the",
            "called the police",
            "called the fire",
            "called the emergency",
            "called an ambulance",
            "blew the whistle",
        ]),
    ),
    (First, Turns::new(&["the first to", "first to", "came first", "arrived first", "got there first"])),
    (Peace, Turns::new(&["brokered"])),
    (
        Start,
        Turns::new(&[
            "initiated",
            "approached",
            "wrote first",
            "called first",
            "made the first call",
            "made the first move",
        ]),
    ),
];
/// What comes from somebody, or is his, where a part is told by a noun.
static NOUNS: Turns =
    Turns::new(&["order", "orders", "decision", "request", "demand", "instruction", "instructions", "call"]);
/// What comes from who has the first thought of a thing.
static IDEAS: Turns = Turns::new(&["idea", "proposal", "initiative", "suggestion", "approach", "plan"]);
static PASSIVE: Turns = Turns::new(&["was", "were", "is", "are", "been", "being", "be", "not"]);
/// Words between somebody and the verb.
static BETWEEN: Turns = Turns::new(&[
    "who",
    "that",
    "which",
    "had",
    "has",
    "have",
    "then",
    "also",
    "itself",
    "himself",
    "herself",
    "themselves",
    "first",
    "does",
    "did",
    "do",
    "was",
    "were",
    "is",
    "are",
    "the",
    "immediately",
]);
/// Words that nobody's name or title holds.
static STOPS: Turns = Turns::new(&[
    "was", "were", "is", "are", "be", "been", "that", "who", "which", "said", "says", "told", "by", "in", "on", "at",
    "when", "while", "after", "before", "because", "as", "and", "but", "if", "to", "from", "with", "for", "had", "has",
    "have", "not", "it", "he", "she", "they", "we", "i", "where",
]);
/// Words by which it is said that nobody else did it.
static OWN: Turns = Turns::new(&["itself", "himself", "herself", "themselves", "it was", "not the"]);
/// Words for what nobody else made somebody do.
static FREELY: Turns = Turns::new(&[
    "on its own initiative",
    "on his own initiative",
    "on her own initiative",
    "of its own accord",
    "of his own accord",
]);
/// Words by which a part is told, and not what was done.
const CUES: [&str; 7] = ["order", "decide", "decision", "direct", "instruct", "request", "insist"];
/// Parts of one kind or theme that are held against one, at most.
const CROWD: usize = 12;
/// How much of what was done two must share, of the rarest word.
const THEME: f32 = 0.5;

/// Somebody in a part.
struct Role {
    part: Part,
    at: At,
    statement: u32,
    /// Who: the words of it, sorted.
    who: Vec<Term>,
    /// Whether it is said that another played it.
    denied: bool,
    /// Whether it is said with emphasis that it was he: "the board itself", "it was the board that".
    own: bool,
    /// What else the sentence speaks of, sorted.
    theme: Vec<Term>,
}

/// Finds the rows of parts that two are said to have played.
pub(in crate::story::compare) fn rows(story: &Telling, found: &mut Vec<Draft>) {
    let mut all = Vec::new();
    for (a, facts) in story.articles.iter().enumerate() {
        collect(a as u32, facts, &mut all);
    }
    // Those of one part and theme; of what goes without a theme all of one part.
    let mut blocks: Vec<(Part, Term, usize)> = Vec::new();
    for (i, role) in all.iter().enumerate() {
        match role.part {
            Will | Wish => blocks.extend(role.theme.iter().map(|&t| (Will, t, i))),
            part => blocks.push((part, 0, i)),
        }
    }
    blocks.arrange();
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for block in blocks.chunk_by(|x, y| (x.0, x.1) == (y.0, y.1)) {
        for (k, x) in block.iter().enumerate() {
            let others = block[k + 1..].iter().filter(|y| all[y.2].at.article != all[x.2].at.article);
            pairs.extend(others.take(CROWD).map(|y| (x.2, y.2)));
        }
    }
    pairs.arrange();
    pairs.dedup();
    for (x, y) in pairs.into_iter().map(|(x, y)| (&all[x], &all[y])) {
        if let Some(score) = differ(story, x, y) {
            let why = "The two name different ones for what one alone did.";
            let both = vec![said(story.articles, x.at, x.statement), said(story.articles, y.at, y.statement)];
            found.push(Draft::new(RowKind::HardConflict, Aspect::Actor, 1.5 + score, why, both));
        }
    }
}

/// How surely two tell one deed of two who cannot both have done it.
fn differ(story: &Telling, x: &Role, y: &Role) -> Option<f32> {
    let facts = |r: &Role| &story.articles[r.at.article as usize];
    let of = |r: &Role| -> &Statement { &facts(r).claims.statements[r.statement as usize] };
    let themed = matches!(x.part, Will | Wish);
    if !story.near.one(x.at.article, y.at.article) && !themed {
        return None;
    }
    // One may ask for what another orders, unless it is said to be his own doing.
    if x.part != y.part && !x.own && !y.own {
        return None;
    }
    let same = shared(&x.who, &y.who).next().is_some();
    // "It was not the soldiers who came first" answers whoever says that some others were.
    let answers = !themed && (x.denied || y.denied);
    if (x.denied && y.denied)
        || (same != (x.denied || y.denied) && !answers)
        || other_days(facts(x), of(x), facts(y), of(y))
    {
        return None;
    }
    let own = |t: &Term| x.who.contains(t) || y.who.contains(t);
    let theme = story.index.sum(shared(&x.theme, &y.theme).filter(|t| !own(t))) / story.index.rarest();
    let similarity = story.index.similarity(x.at, y.at);
    let one = || story.near.one_story(x.at.article, y.at.article) || theme >= THEME;
    (if themed { theme >= THEME } else { one() }).then_some(theme + similarity)
}

/// Who plays a part in an article.
fn collect(article: u32, facts: &Facts, all: &mut Vec<Role>) {
    // That both decided on something says nothing of what.
    let cues: Vec<Term> = CUES.iter().filter_map(|w| words::term(w)).collect();
    for (s, statement) in facts.claims.statements.iter().enumerate() {
        if statement.unreal || statement.commentary > 1 {
            continue;
        }
        let words = Phrase::new(facts, statement.span);
        let Some((part, who, denied)) = (0..words.len()).find_map(|i| read(facts, statement, &words, i)) else {
            continue;
        };
        let at = At { article, sentence: statement.sentence };
        let statements = &facts.claims.statements;
        let same = |o: &&Statement| o.sentence == statement.sentence;
        let mut theme: Vec<Term> = statements[s.saturating_sub(3)..(s + 4).min(statements.len())]
            .iter()
            .filter(same)
            .flat_map(|o| o.terms.iter().copied())
            .filter(|t| !who.contains(t) && !cues.contains(t))
            .collect();
        theme.arrange();
        theme.dedup();
        let own = (0..words.len()).any(|i| words.any(i, &OWN).is_some());
        all.push(Role { part, at, statement: s as u32, who, denied, own, theme });
    }
}

/// The part told at a word, who plays it, and whether that is denied.
fn read(facts: &Facts, statement: &Statement, words: &Phrase, i: usize) -> Option<(Part, Vec<Term>, bool)> {
    let cue = |list: &[(Part, Turns)]| list.iter().find_map(|(part, turns)| Some((words.any(i, turns)?, *part)));
    // "alerted late on Sunday by the doctor"
    let apart = || {
        BEHIND.iter().find_map(|(part, turns)| {
            let verb = words.begun(i, turns).iter().find_map(|t| t.strip_suffix(" by").filter(|v| words.is(i, v)))?;
            let by =
                (i + verb.split(' ').count()..i + 6).take_while(|&k| !words.pauses(k - 1)).find(|&k| words.is(k, "by"));
            Some((by? + 1 - i, *part))
        })
    };
    if let Some((n, part)) = cue(&BEHIND).or_else(apart) {
        let list = if part == Start { &IDEAS } else { &NOUNS };
        let noun = || (i.saturating_sub(7)..i).any(|k| words.any(k, list).is_some());
        let loose = ["came", "come", "attributed", "taken"].iter().any(|w| words.is(i, w));
        let alarm = || (i.saturating_sub(3)..i).any(|k| words.is(k, "alarm"));
        if (loose && !noun()) || (words.is(i, "raised") && !alarm()) {
            return None;
        }
        let end = words.end(i + n, 6);
        let end = (i + n + 1..end).find(|&k| words.any(k, &STOPS).is_some()).unwrap_or(end);
        let who = words.terms(i + n..end);
        return (!who.is_empty()).then_some((part, who, false));
    }
    if words.any(i, &FREELY).is_some() {
        let front = (0..i.min(6))
            .find(|&k| {
                words.pauses(k) || words.one_of(k, &["has", "have", "had", "did", "does", "is", "was"]).is_some()
            })
            .unwrap_or(0);
        let who = words.terms(0..front);
        return (!who.is_empty()).then_some((Will, who, statement.negated));
    }
    let (_, part) = cue(&BEFORE)?;
    let mut k = i;
    while k > 0 && !words.pauses(k - 1) && (words.any(k - 1, &BETWEEN).is_some() || words.of(k - 1).ends_with("ly")) {
        let passive = words.any(k - 1, &PASSIVE).is_some() && part != First;
        if passive && !(k > 1 && words.one_of(k - 2, &["it"]).is_some()) {
            return None;
        }
        k -= 1;
    }
    if k > 0 && words.is(k - 1, "not") && part != First {
        return None;
    }
    let from = (k.saturating_sub(7)..k)
        .rev()
        .take_while(|&j| (j + 1 == k || !words.pauses(j)) && words.any(j, &STOPS).is_none())
        .last();
    let mut who = from.map(|f| words.terms(f..k)).unwrap_or_default();
    let denied = from.is_some_and(|f| f > 0 && words.is(f - 1, "not"));
    if who.is_empty() {
        // "The governor said that he had ordered it": the first who is named in the sentence.
        let pronoun = k > 0 && words.one_of(k - 1, &["he", "she", "they", "it"]).is_some();
        if pronoun && let Some(before) = words.span(k - 1..k) {
            let start = facts.sentences.get(statement.sentence as usize)?.start;
            let from = facts.entities.mentions.partition_point(|m| m.span.end <= start);
            let mut named = facts.entities.mentions[from..].iter().take_while(|m| m.span.end <= before.start);
            let able = |m: &&Mention| matches!(m.kind, EntityKind::Person | EntityKind::Organization);
            let role = crate::span::Span::new(start, named.find(able)?.span.end);
            who = Phrase::new(facts, role).terms(0..9);
        }
    }
    if who.is_empty() && words.one_of(0, &["who", "which"]).is_some() {
        // "It was the clerk, Mr Lund, |who ordered it"
        let statements = &facts.claims.statements;
        let at = statements.partition_point(|o| o.span.start < statement.span.start);
        let before = statements.get(at.checked_sub(1)?).filter(|o| o.sentence == statement.sentence)?;
        let before = Phrase::new(facts, before.span);
        who = before.terms(before.len().saturating_sub(5)..before.len());
    }
    if who.is_empty() {
        // "An angler saw them drifting past and rang the fire brigade"
        let cue = words.span(i..i + 1)?;
        let from = facts.events.partition_point(|e| e.sentence.end <= cue.start);
        let mut here = facts.events[from..].iter().take_while(|e| e.sentence.start < cue.end);
        let subject = here.find(|e| e.trigger.overlaps(cue))?.subject?;
        who = Phrase::new(facts, subject).terms(0..7);
    }
    (!who.is_empty()).then_some((part, who, denied))
}
