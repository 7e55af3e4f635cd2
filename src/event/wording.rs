//! The short text a timeline shows: the clause in the article's own words, without what opens it
//! and without who says so.

use super::anchor;
use super::denied;
use super::group::{Group, Link, Parsed, Tense};
use super::noun_phrase::noun_phrase;
use super::nouns;
use super::speech;
use super::table::Table;
use super::trigger::{Draft, DraftKind};
use super::words::{DAYS, Kind, UNITS, Words, is_amount};
use std::ops::Range;

/// Longest label, in characters.
const LONGEST: usize = 90;

/// The tokens of the clause that tells a draft.
pub(crate) fn clause(words: &Words, parsed: &Parsed, draft: &Draft) -> Range<usize> {
    let (first, last) = (*draft.tokens.start(), *draft.tokens.end());
    let Some(index) = draft.group else { return first..last + 1 };
    let mut range = parsed.clause(index);
    range.start = range.start.min(first);
    range.end = range.end.max(last + 1);
    if !matches!(draft.kind, DraftKind::Noun { .. }) {
        // "agreed to buy", "began to burn": the infinitive completes the clause.
        let mut at = index;
        while let Some(next) = parsed.groups.get(at + 1)
            && next.link == Link::Purpose
            && next.first == range.end
        {
            at += 1;
            range.end = range.end.max(parsed.clause(at).end);
        }
    }
    if let Some(group) = parsed.groups.get(index)
        && group.link == Link::Purpose
        && let Some(parent) = group.parent.and_then(|p| parsed.groups.get(p).map(|g| (p, g)))
    {
        // "forced the ferry to turn back", "Norvex agreed to buy": who is to do it stands before.
        // "agreed |on Sunday to extend the truce"
        let dated = words.kind(parent.1.last + 1) == Kind::Preposition;
        let object = !dated && (parent.1.last + 1..group.first).any(|t| words.kind(t) == Kind::Content);
        let start = if object { parent.1.last + 1 } else { parsed.clause(parent.0).start };
        let own = |t: usize| parsed.owner(t) == group.parent && words.kind(t) != Kind::Coordinator;
        if (start..range.start).all(own) {
            range.start = start;
        }
    }
    while range.start < first && is_lead(words, range.start) {
        range.start += 1;
    }
    // "did not stop |until it was dark": half of it would say the opposite.
    if let (Some(group), Some(next)) = (parsed.groups.get(index), parsed.groups.get(index + 1))
        && !group.negated
        && denied::names_not(words, group)
        && next.link == Link::Before
        && range.end == next.start
    {
        range.end = parsed.clause(index + 1).end;
    }
    while range.end > last + 1
        && (words.kind(range.end - 1) == Kind::Mark && !words.is(range.end - 1, &["”", "\"", ")", "%"])
            || words.kind(range.end - 1) == Kind::Coordinator
            || (words.kind(range.end - 1) == Kind::Preposition
                && (words.kind(range.end) == Kind::Relative
                    || parsed.groups.iter().any(|g| g.first == range.end && g.tense == Tense::Ing))))
    {
        range.end -= 1;
    }
    if words.is(range.end, &["before", "after"]) {
        range.end = without_length(words, last + 1..range.end);
    }
    range
}

/// Where a clause ends without a length of time that belongs to the clause behind it: "died in 2011|, six
/// months |after retiring", "left |the day |before it fell".
fn without_length(words: &Words, range: Range<usize>) -> usize {
    // "capsized |shortly |after leaving port"
    if !range.is_empty() && words.is(range.end - 1, &["shortly", "soon", "immediately", "just", "right"]) {
        return range.end - 1;
    }
    if range.is_empty() || !words.is(range.end - 1, &UNITS) {
        return range.end;
    }
    let part = |t: usize| {
        let more = ["about", "almost", "half", "just", "less", "more", "than"];
        words.kind(t) == Kind::Determiner || is_amount(words, t) || words.is(t, &more)
    };
    let start = range.clone().rev().skip(1).take_while(|&t| part(t)).last().unwrap_or(range.end - 1);
    if start > range.start && words.is(start - 1, &[","]) {
        return start - 1;
    }
    if words.is(start, &["the"]) && start + 2 == range.end { start } else { range.end }
}

/// What "that" points to rather than opens.
static POINTED: Table =
    Table::new("afternoon autumn day evening month morning night same spring summer week weekend winter year");

fn is_lead(words: &Words, token: usize) -> bool {
    // "Until 2015 the drug was sold"
    let until =
        words.is(token, &["until", "till", "since", "before", "after"]) && words.kind(token + 1) == Kind::Number;
    let many = words.is(token, &["as"]) && words.is(token + 1, &["many", "much", "few", "little"]);
    matches!(words.kind(token), Kind::Coordinator | Kind::Subordinator) && !until && !many
        || (words.kind(token) == Kind::Mark && !words.is(token, &["“", "\"", "$", "£", "€"]))
        || words.is(token, &["however", "also", "meanwhile"])
        // "that summer", "that same day"
        || words.is(token, &["that"]) && !POINTED.has(words.word(token + 1))
}

/// The label of a draft.
pub(crate) fn label(words: &Words, parsed: &Parsed, draft: &Draft, clause: &Range<usize>) -> String {
    let text = words.document.text;
    let (first, last) = (*draft.tokens.start(), *draft.tokens.end());
    let mut range = clause.clone();
    // "The strike began on Monday" tells more of it than "The strike".
    let says_when = |g: &Group| g.first == last + 1 && anchor::says_when(g);
    let when = draft.group.and_then(|g| parsed.groups.get(g)).is_some_and(says_when);
    if matches!(draft.kind, DraftKind::Noun { .. }) && !when {
        range = noun_phrase(words, parsed, first, last, clause);
    } else if let Some(group) = draft.group.and_then(|g| parsed.groups.get(g)) {
        // A long phrase before the subject goes: "In a bold statement, …".
        if let Some(comma) = (range.start..group.first).rev().find(|&t| words.word(t) == ",")
            && (comma + 1..group.first).any(|t| matches!(words.kind(t), Kind::Content | Kind::Pronoun))
            && comma + 1 < first
            && (matches!(words.kind(range.start), Kind::Preposition | Kind::Adverb | Kind::Number)
                || range.start.checked_sub(1).is_some_and(|t| words.kind(t) == Kind::Subordinator))
        {
            range.start = comma + 1;
        }
    }
    // "…” she told reporters": what is left of a quotation.
    while range.start < first
        && words.is(range.start, &["”", "\"", "’", "''"])
        && (words.spaced(range.start + 1) || words.is(range.start, &["”"]))
    {
        range.start += 1;
    }
    if let Some(group) = draft.group.and_then(|g| parsed.groups.get(g)) {
        range.start = open(words, parsed, group, range.start);
    }
    let mut label = String::new();
    if !matches!(draft.kind, DraftKind::Noun { .. })
        && let Some(subject) = draft.group.and_then(|index| missing_subject(words, parsed, index, &range))
        && subject.end <= range.start
        // "tripled in |2004, doubled in 2005"
        && !(subject.len() == 1 && words.kind(subject.start) == Kind::Number)
    {
        let subject = without_day(words, subject);
        append(&mut label, words.cover(&subject).of(text));
        // "the number of people … has risen": which people is left out, and said to be.
        let apart = subject.end < range.start
            && draft.group.is_some_and(|g| (subject.end..range.start).all(|t| parsed.owner(t).is_some_and(|o| o < g)))
            && !words.is(subject.end, &[",", "(", "—", "–", "and", "or", "but"]);
        // "It gave way, |flooding 300 homes"
        let ing = subject.end < range.start && draft.group.is_some_and(|g| parsed.groups[g].tense == Tense::Ing);
        if (apart || ing) && words.kind(range.start) != Kind::Relative && !words.is(range.start, &["that"]) {
            append(&mut label, "…");
        }
        if words.kind(range.start) == Kind::Relative || words.is(range.start, &["that"]) {
            range.start += 1;
        }
    }
    // "He |was| convicted in 2021": the helper it shares stands before another verb.
    let helpers = draft.group.and_then(|g| parsed.groups.get(g)).map_or(0..0, |g| g.shared.clone());
    if !label.is_empty() && !helpers.is_empty() {
        append(&mut label, words.cover(&helpers).of(text));
    }
    append(&mut label, words.cover(&range).of(text));
    // "“We will appeal": of a quotation that is not closed, the words.
    if label.starts_with('“') && !label.contains('”') || label.starts_with('"') && !label[1..].contains('"') {
        label.remove(0);
        label = label.trim_start_matches([',', ' ']).to_owned();
    }
    // "lost a shoe.”": of one that began before, as well.
    if label.ends_with(".\"") && label.matches('"').count() == 1 || label.ends_with(".”") && !label.contains('“') {
        label.truncate(label.trim_end_matches(['"', '”', '.']).len());
    }
    shorten(label)
}

/// "On Wednesday |shells … killing nine": the day in front is no part of who did it.
fn without_day(words: &Words, subject: Range<usize>) -> Range<usize> {
    let led = subject.start > 0 && words.is(subject.start - 1, &["on"]) && words.is(subject.start, &DAYS);
    if led && subject.len() > 1 { subject.start + 1..subject.end } else { subject }
}

/// Where the words of a relative clause with a subject of its own begin: "(a raid in) which |two men
/// died", "|one of whom had fled".
fn open(words: &Words, parsed: &Parsed, group: &Group, start: usize) -> usize {
    if words.kind(start) != Kind::Relative {
        return start;
    }
    // "|the mayor, whose house burned down"
    if words.is(start, &["whose"]) {
        let mut owner = antecedent(words, parsed, start, true);
        return owner.find(|&t| words.kind(t) != Kind::Preposition).unwrap_or(start);
    }
    let counted = |t: usize| matches!(words.kind(t), Kind::Content | Kind::Number | Kind::Determiner | Kind::Pronoun);
    if words.is(start, &["whom", "which"])
        && start >= parsed.offset + 2
        && words.is(start - 1, &["of"])
        && counted(start - 2)
        && start + 1 == group.first
    {
        return start - 2;
    }
    let own = |t: usize| matches!(words.kind(t), Kind::Content | Kind::Pronoun | Kind::Number);
    if words.is(start, &["whom", "which"]) && (start + 1..group.first).any(own) { start + 1 } else { start }
}

/// The subject of a clause that begins with its verb: "…, who fled", "and sold it", "The ferry,
/// built in 1984, sank".
fn missing_subject(words: &Words, parsed: &Parsed, index: usize, range: &Range<usize>) -> Option<Range<usize>> {
    let group = &parsed.groups[index];
    // "and only then |came the blast"
    if group.lemma == "come" && group.first > parsed.offset && words.is(group.first - 1, &["then", "there", "here"]) {
        return None;
    }
    let that = |t: usize| words.is(t, &["that"]) && group.link == Link::Relative;
    let relative = words.kind(range.start) == Kind::Relative || that(range.start);
    let begins = if relative { range.start + 1 } else { range.start };
    // "and |on Friday launched a search"
    let dated = words.is(begins, &["on"]) && words.is(begins + 1, &DAYS) && begins + 2 == group.first;
    let begins = if dated { group.first } else { begins };
    if (begins..group.first).any(|t| matches!(words.kind(t), Kind::Content | Kind::Pronoun | Kind::Number)) {
        return None;
    }
    let sentence = parsed.offset..parsed.offset + parsed.owner.len();
    let before = |back: usize| range.start.checked_sub(back).filter(|t| *t >= parsed.offset);
    // The group's own words before a clause or an aside put in between.
    let gap =
        (parsed.offset..range.start).rev().find(|&t| parsed.owner(t) == Some(index) && words.kind(t) == Kind::Content);
    // "the gates, 38 km upstream, |were lifted"
    let aside = |t: usize| (t + 1..range.start).all(|t| parsed.owner(t) == Some(index));
    if gap.is_some_and(aside) && group.link != Link::Relative && before(1).is_some_and(|t| words.word(t) == ",") {
        return super::speaker::subject(words, parsed, index, &sentence);
    }
    if range.start == group.first
        && gap.is_none()
        && let Some(subject) = doing(words, parsed, index)
    {
        return Some(subject);
    }
    // "described the house as |having been burnt"
    if range.start == group.first
        && matches!(words.word(range.start), "having" | "being")
        && before(1).is_some_and(|t| words.is(t, &["as"]))
        && let Some(prior) = index.checked_sub(1).map(|k| &parsed.groups[k])
        && prior.last + 2 < range.start
    {
        return Some(prior.last + 1..range.start - 1);
    }
    // "The hostages, seized when gunmen stormed their bus, |were handed over", "The paper, by a team led by a
    // doctor, |appeared"
    let main = |g: &Group| g.link == Link::Main;
    if before(1).is_some_and(|t| words.word(t) == ",")
        && range.start == group.first
        && let Some(aside) = parsed.groups.first().filter(|g| g.tense == Tense::Reduced && g.first > parsed.offset)
        && let Some(comma) = (parsed.offset..aside.first).rfind(|&t| words.is(t, &[","]))
        && (comma + 1 == aside.first || words.kind(comma + 1) == Kind::Preposition)
        && !parsed.groups[..index].iter().any(main)
    {
        return Some(antecedent(words, parsed, comma + 1, true)).filter(|s| !s.is_empty());
    }
    // "made in Vietnam and |sold", "were due to |meet": the subject of the verb it is joined to.
    let shares = before(1).is_some_and(|t| matches!(words.kind(t), Kind::Coordinator | Kind::To))
        || matches!(words.kind(range.start), Kind::Be | Kind::To);
    // "a car that |was found" is no "they … and were found".
    let shares = shares && !before(1).is_some_and(that);
    if shares && group.first == begins && group.link != Link::Main && group.tense != Tense::Ing {
        // "He collapsed when the verdict was read out and |spent two weeks in hospital": he did.
        let apart = |g: &Group| g.link == Link::When && g.passive && !group.passive;
        let parallel = |g: &Group| is_parallel(g, group);
        let joined = parsed.groups[..index].iter().rposition(|g| parallel(g) && !apart(g));
        let back = group.parent.filter(|&p| group.link == Link::And && p + 1 < index && parallel(&parsed.groups[p]));
        let joined = back.or(joined).or_else(|| parsed.groups[..index].iter().rposition(parallel));
        // "took the airport, a spokesman said, and |is advancing"
        let main = |said: bool| {
            let main = |g: &Group| g.link == Link::Main && (said || !speech::is_speech(&g.lemma));
            parsed.groups[..index].iter().rposition(main)
        };
        let joined = joined.or_else(|| main(speech::is_speech(&group.lemma))).or_else(|| main(true));
        if let Some(joined) = joined.map(|joined| parsed.first_joined(joined)) {
            let subject = match pronoun(words, parsed, &parsed.groups[joined]) {
                Some(who) => Some(antecedent(words, parsed, who, false)),
                // "An oil rig leased by a firm |exploded and |sank": the rig did.
                None => missing_subject(words, parsed, joined, &opened(words, parsed, joined))
                    .filter(|s| s.clone().any(|t| words.kind(t) == Kind::Content))
                    .or_else(|| super::speaker::subject(words, parsed, joined, &sentence))
                    .or_else(|| doing(words, parsed, joined)),
            };
            return subject.filter(|s| !s.is_empty() && s.end - s.start < 10);
        }
    }
    // "The ship, which left and sank, |carried grain"
    if range.start == group.first && before(1).is_some_and(|t| words.word(t) == ",") && gap.is_none() {
        let opening = parsed.groups[..index].iter().find(|g| matches!(g.link, Link::Main | Link::Relative));
        if let Some(who) = opening.and_then(|g| pronoun(words, parsed, g)) {
            return Some(antecedent(words, parsed, who, true)).filter(|s| !s.is_empty());
        }
    }
    // "the road built in 1998 |had collapsed"; but "schools levelled by a quake that |killed nine"
    if range.start == group.first
        && !before(1).is_some_and(that)
        && gap.is_none()
        && let Some(prior) = index.checked_sub(1).map(|k| &parsed.groups[k])
        && (prior.tense == Tense::Reduced || prior.tense == Tense::Ing && prior.parent == Some(index))
        && group.link != Link::And
    {
        let noun = antecedent(words, parsed, prior.first, true);
        // "The effort to find the ship, built in 1990, |has failed": the effort has.
        let goal = parsed.groups[..index].iter().rfind(|g| g.last + 1 == noun.start && g.tense == Tense::Infinitive);
        let whole = goal
            .filter(|g| g.first > parsed.offset && words.kind(g.first - 1) == Kind::Content)
            .map(|g| antecedent(words, parsed, g.first, true).start..noun.end);
        return Some(whole.filter(|w| w.len() < 12).unwrap_or(noun)).filter(|s| !s.is_empty());
    }
    // "the ferry, |built in 1984", "the terminal, |due to open in 2025"
    let due = group.tense == Tense::Future && group.link == Link::Relative && range.start == group.first;
    let hangs = group.tense == Tense::Reduced || due;
    // "The bill, first |introduced in 2019"
    let adverb = |t: &usize| words.kind(*t) == Kind::Adverb || words.is(*t, &["first", "last"]);
    let behind = (parsed.offset..range.start).rev().take_while(adverb).last().unwrap_or(range.start);
    let end = match gap {
        // "a series that |began"
        _ if before(1).is_some_and(that) => range.start - 1,
        _ if relative => range.start,
        _ if hangs => behind,
        Some(t) => t + 1,
        // "…, killing two": whoever did the rest.
        None if matches!(group.link, Link::And | Link::When) && group.parent.is_some_and(|p| p < index) => {
            // "A slope loosened by rain |crashed onto the road, killing two": as of the verb it hangs on.
            let hangs = |g: &Group| g.tense == Tense::Reduced || g.tense == Tense::Ing && g.link == Link::Relative;
            let hung = group.parent.filter(|&p| p > 0 && hangs(&parsed.groups[p - 1]));
            // "An oil rig leased by a firm exploded and |sank, killing two": the rig, once more.
            let joined = group.parent.filter(|&p| parsed.groups[p].link == Link::And).map(|p| parsed.first_joined(p));
            // "struck a truck, killing two and |injuring nine": whoever killed.
            let listed = group.parent.filter(|&p| group.tense == Tense::Ing && parsed.groups[p].tense == Tense::Ing);
            let whole =
                hung.or(joined).or(listed).and_then(|p| missing_subject(words, parsed, p, &opened(words, parsed, p)));
            return whole
                .or_else(|| super::speaker::subject(words, parsed, joined?, &sentence))
                .or_else(|| super::speaker::subject(words, parsed, index, &sentence));
        }
        None => return None,
    };
    let own = !relative && !hangs && gap.is_some();
    // "until a |fix is available, which is expected": no adjective is.
    if relative
        && let Some(k) = (index.saturating_sub(3)..index).rev().find(|&k| {
            let g = &parsed.groups[k];
            g.lemma == "be" && g.last + 2 == end - usize::from(words.is(end - 1, &[","]))
        })
        && let Some(subject) = super::speaker::subject(words, parsed, k, &sentence)
    {
        return Some(subject).filter(|s| !s.is_empty());
    }
    let mut subject = antecedent(words, parsed, end, own);
    // "a ship carrying 33 people that |has been missing": the ship has.
    let singular = before(1).is_some_and(that) && words.is(group.first, &["has", "was", "is"]);
    let many = (subject.start..subject.end).any(|t| words.kind(t) == Kind::Number && !words.is(t, &["one", "1"]));
    if singular
        && many
        && let Some(prior) = index.checked_sub(1).map(|k| &parsed.groups[k])
        && matches!(prior.tense, Tense::Ing | Tense::Reduced)
        && prior.first > parsed.offset
    {
        subject = antecedent(words, parsed, prior.first, own);
    }
    // "an |attack on a concert hall that claimed 130 lives": the attack did, and no hall.
    // "talks with an investor that broke down": what such verbs tell is of talks or a strike.
    // "an outbreak of Ebola in Congo that began": no country does.
    let runs = ["begin", "break down", "break off", "break out", "collapse", "end", "fail", "last", "stall", "start"];
    let itself = subject.clone().next_back().is_some_and(|t| nouns::read(words.word(t)).is_some());
    let ran = runs.contains(&group.lemma.as_str()) && !itself;
    // "schools destroyed by an earthquake that killed nine": the earthquake did.
    let harms = speech::is_harm(&group.lemma) && !itself;
    let harm = group.link == Link::Relative && !group.passive && (ran || harms);
    // "nine residents of a home in Sinz, who |drowned"
    let who = words.is(range.start, &["who"]) && words.is(range.start.wrapping_sub(1), &[","]);
    let harm = harm || who;
    let mut start = subject.start;
    for _ in 0..3 {
        let before = start.checked_sub(2).filter(|&t| harm && t >= parsed.offset);
        let noun = before.filter(|&t| words.kind(t) == Kind::Content && !parsed.is_verb(t));
        let leads = |t: &usize| words.kind(t + 1) == Kind::Preposition && !words.is(t + 1, &["by"]);
        let Some(noun) = noun.filter(leads) else { break };
        start = antecedent(words, parsed, noun + 1, false).start;
        if who && is_amount(words, start) && !words.capital(noun) || nouns::read(words.word(noun)).is_some() {
            subject.start = start;
            break;
        }
    }
    Some(subject).filter(|s| !s.is_empty())
}

/// A verb's clause without the comma it begins with.
fn opened(words: &Words, parsed: &Parsed, index: usize) -> Range<usize> {
    let clause = parsed.clause(index);
    clause.start + usize::from(words.is(clause.start, &[","]))..clause.end
}

/// The subject that is a verb itself: "Voting |began", "Shelling of the town |resumed".
fn doing(words: &Words, parsed: &Parsed, index: usize) -> Option<Range<usize>> {
    let (prior, verb) = (&parsed.groups[index.checked_sub(1)?], &parsed.groups[index]);
    // "A plan to build a runway |was rejected"
    let purpose = prior.tense == Tense::Infinitive && index == 1 && verb.first - parsed.offset < 12;
    let gerund = prior.tense == Tense::Ing && parsed.opens(words, prior);
    let start = if purpose { parsed.offset } else { prior.first };
    let apart = |t: usize| matches!(words.kind(t), Kind::Mark | Kind::Coordinator);
    ((gerund || purpose) && !(start..verb.first).any(apart)).then_some(start..verb.first)
}

/// The "who" or "which" that a verb begins with.
fn pronoun(words: &Words, parsed: &Parsed, verb: &Group) -> Option<usize> {
    let from = parsed.offset.max(verb.start.min(verb.first));
    (from..verb.first)
        .rfind(|&t| words.kind(t) == Kind::Relative && !words.is(t, &["whose"]))
        .filter(|_| verb.link == Link::Relative)
}

/// Whether a verb can stand beside another after "and": "burst its bank and swept", "had sold it and
/// closed". What is to come does not stand beside what was.
fn is_parallel(verb: &Group, joined: &Group) -> bool {
    use Tense::{Past, PastPerfect, PastProgressive, Perfect, Present, Progressive};
    match joined.tense {
        Past => matches!(verb.tense, Past | PastPerfect | Perfect | PastProgressive),
        Present => matches!(verb.tense, Present | Progressive | Perfect),
        tense => verb.tense == tense,
    }
}

/// The noun phrase that ends before a token, a comma aside.
///
/// What "who" or "which" stands for is the last noun: "the plans of the men, who…"; but not a place
/// that only tells where: "the raid near Lima, which…". A subject is whole: "the number of people".
fn antecedent(words: &Words, parsed: &Parsed, end: usize, subject: bool) -> Range<usize> {
    let mut end = if words.is(end.wrapping_sub(1), &[","]) { end - 1 } else { end };
    // "Maria Lopez, 43, |who lost her house"
    if end > parsed.offset + 2 && words.kind(end - 1) == Kind::Number && words.is(end - 2, &[","]) {
        end -= 2;
    }
    let mut start = end;
    // "the 41-metre dam"
    let glued = |t: usize| words.is(t, &["-", "‑"]) && !words.spaced(t) && !words.spaced(t + 1);
    let inside =
        |t: usize| matches!(words.kind(t), Kind::Content | Kind::Number | Kind::Clitic | Kind::Determiner) || glued(t);
    let joins = |t: usize| {
        let place = words.is(t, &["in", "near", "at", "outside", "off", "on"]) && words.capital(t + 1);
        let kind = ["group", "kind", "pair", "series", "set", "state", "string", "team", "wave"];
        let one = words.is(t, &["of"]) && t > parsed.offset && words.is(t - 1, &kind);
        t > parsed.offset
            && t + 1 < end
            && (matches!(words.kind(t - 1), Kind::Content | Kind::Number)
                || words.is(t - 1, &["most", "many", "some", "all"]))
            && (place
                || one
                || subject && words.is(t, &["of", "in", "near", "at", "between", "from", "for", "on", "with"]))
    };
    while start > parsed.offset && end - start < 9 && !parsed.is_verb(start - 1) {
        let whole = start < end && words.kind(start) == Kind::Determiner;
        if !joins(start - 1) && (whole || !inside(start - 1)) {
            break;
        }
        start -= 1;
    }
    // "|at least seven employees"
    if words.is(start, &["least", "most"]) && start > parsed.offset && words.is(start - 1, &["at"]) {
        start -= 1;
    }
    start..end
}

/// Adds a stretch of text, with single spaces.
fn append(label: &mut String, stretch: &str) {
    for word in stretch.split_whitespace() {
        if !label.is_empty() {
            label.push(' ');
        }
        label.push_str(word);
    }
}

/// Cuts a label at a word.
fn shorten(label: String) -> String {
    let Some((cut, _)) = label.char_indices().nth(LONGEST) else { return label };
    let cut = label[..cut].rfind(' ').unwrap_or(cut);
    let mut short = label[..cut].trim_end_matches([',', ' ', ';', '-', '–', '—']).to_owned();
    short.push('…');
    short
}
