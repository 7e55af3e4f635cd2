//! Which clause or noun each time of a sentence stands by, and how: at it, since it, before it.

use super::beside;
use super::denied;
use super::group::{Group, Parsed, Tense};
use super::nouns;
use super::speech;
use super::table::Table;
use super::when;
use super::words::{Kind, Words, is_crowd, is_superlative};
use crate::day;
use crate::time::{TimeKind, TimeMention};
use std::ops::Range;

/// A time of a sentence and what it belongs to.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    /// Index into the document's times.
    pub(crate) time: usize,
    /// First token.
    pub(crate) first: usize,
    /// The group it dates.
    pub(crate) group: Option<usize>,
    /// The noun it dates.
    pub(crate) noun: Option<usize>,
    /// How it stands to what it dates.
    pub(crate) relation: Relation,
}

/// How a time stands to an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Relation {
    /// At it, or in it.
    At,
    /// "since": it began then.
    Since,
    /// "before", "until": not later.
    Before,
    /// "after": not earlier.
    After,
}

/// Finds what each time of a sentence belongs to.
pub(crate) fn places(
    words: &Words,
    parsed: &Parsed,
    sentence: Range<usize>,
    times: &[TimeMention],
    indices: Range<usize>,
) -> Vec<Place> {
    let mut places = Vec::new();
    for index in indices {
        let Some(time) = times.get(index) else { continue };
        let tokens = words.document.tokens_in(time.span);
        if tokens.is_empty() || tokens.start < sentence.start || tokens.end > sentence.end {
            continue;
        }
        if !matches!(time.kind, TimeKind::Date | TimeKind::Time) || time.days.is_none() {
            continue;
        }
        let mut put = |(group, noun, relation)| {
            places.push(Place { time: index, first: tokens.start, group, noun, relation });
        };
        // "the worst since 1996, when a ferry sank"
        if let Some(told) = beside::told_when(words, parsed, tokens.end) {
            put((Some(told), None, Relation::At));
        }
        if let Some(stand) = Stand::read(words, parsed, &sentence, time, tokens.clone()) {
            let (place, other) = stand.place();
            place.into_iter().chain(other).for_each(put);
        }
    }
    places
}

/// Days before the publication at which a time is over for what is told in the present: "He dies on Monday" may stand
/// in a paper of the week after.
const OVER: i32 = 31;

/// The group and the noun that a time dates, and how.
type Found = (Option<usize>, Option<usize>, Relation);

/// Where a time stands in its sentence.
struct Stand<'s, 'd, 'a> {
    words: &'s Words<'d, 'a>,
    parsed: &'s Parsed,
    sentence: &'s Range<usize>,
    time: &'s TimeMention,
    /// Its tokens.
    tokens: Range<usize>,
    /// Where its phrase begins, with the preposition.
    phrase: usize,
    /// The group whose words it stands among.
    owner: Option<usize>,
    relation: Relation,
}

impl<'s, 'd, 'a> Stand<'s, 'd, 'a> {
    /// Nothing where the time dates nothing that the sentence tells.
    fn read(
        words: &'s Words<'d, 'a>,
        parsed: &'s Parsed,
        sentence: &'s Range<usize>,
        time: &'s TimeMention,
        tokens: Range<usize>,
    ) -> Option<Self> {
        let (first, end) = (tokens.start, tokens.end);
        // "from 3 p.m. to 5 p.m. on Tuesday"
        let last = time.kind == TimeKind::Time && beside::ends_hours(words, sentence.start, first);
        let (mut relation, phrase) =
            if last { (Relation::At, first - 1) } else { preposition(words, parsed, first, sentence.start)? };
        let apposed = || parsed.owner(first).is_some_and(|g| beside::is_apposed(words, &parsed.groups[g], phrase, end));
        // "a curfew from 6 p.m. to 6 a.m.": hours of every day
        let daily = when::is_bare_clock(time) && (last || beside::opens_hours(words, sentence.start, first, end));
        if daily || beside::dates_nothing(words, sentence.start, first, end) || apposed() {
            return None;
        }
        let ordered = matches!(relation, Relation::Before | Relation::After);
        if time.kind == TimeKind::Time && ordered && !words.is(phrase, &["until", "till"]) {
            // "shortly after 2 p.m. on Monday" is on Monday.
            relation = Relation::At;
        }
        // "have killed 40 people since January": some then, some later. What began on a day has that day, but for
        // "have been reported since 3 July".
        let told =
            |g: usize| ["confirm", "die", "kill", "record", "register", "report"].contains(&&*parsed.groups[g].lemma);
        let long = time.days.is_none_or(|d| day::number(d.to) - day::number(d.from) > 7)
            || parsed.owner(first).is_some_and(|g| g < parsed.groups.len() && told(g));
        if relation == Relation::Since && long && owner_sums(words, parsed, first) {
            relation = Relation::After;
        }
        // "opened boards called shelves on Monday": a name that is given has no day.
        let owner = parsed.owner(first).and_then(|g| {
            let group = parsed.groups.get(g)?;
            if group.is_naming() || beside::leads_a_count(words, group, end) {
                return group.parent;
            }
            Some(beside::told_by(parsed, g))
        });
        let owner = owner.filter(|_| !beside::is_compared(words, sentence.start, phrase));
        // "was convicted of taking bribes |from 1995 to 2003": longer than a day, it is of the crime.
        let long = time.days.is_some_and(|d| d.from < d.to);
        let owner = owner.filter(|&g| !(long && beside::of_a_crime(words, &parsed.groups[g], phrase)));
        // "Shares fell 8 percent to close at $61.28 |Wednesday"
        let owner = owner.map(|g| beside::to_close(parsed, g).unwrap_or(g));
        let owner = beside::opens_what_is_said(words, parsed, phrase, end).or(owner);
        // "passes its rival for the No. 2 retailer |in 2007", "faces charges over a fire in 2007": what is so at
        // present is not dated by a time that is over.
        let published = words.document.article.published_date();
        let over = || {
            time.inferred.is_empty()
                && time.days.zip(published).is_some_and(|(days, p)| day::number(days.to) + OVER < day::number(p))
        };
        let owner =
            owner.filter(|&g| !(parsed.groups[g].tense == Tense::Present && parsed.groups[g].first < first && over()));
        Some(Self { words, parsed, sentence, time, tokens, phrase, owner, relation })
    }

    /// What the time dates; a second thing where its phrase leads the clause.
    fn place(&self) -> (Option<Found>, Option<Found>) {
        let Self { words, parsed, sentence, owner, relation, .. } = self;
        let verb = self.verb();
        let one = |group, noun, relation| (Some((group, noun, relation)), None);
        if self.is_attributive() {
            let (group, noun) = self.attributive();
            // "after the June |election": the election is in June, and what comes after it later.
            let ordered = matches!(relation, Relation::Before | Relation::After);
            if let (Some(noun), true) = (noun, ordered) {
                return (Some((None, Some(noun), Relation::At)), Some((*owner, None, *relation)));
            }
            return one(group, noun, *relation);
        }
        if let Some(told) = owner.and_then(|g| cleft(words, parsed, g, self.tokens.end)) {
            return one(Some(told), None, Relation::At);
        }
        if let Some(noun) = verb.and_then(|g| is_then(words, g, self.phrase)) {
            return one(*owner, Some(noun), *relation);
        }
        // "marks the anniversary of the disaster on Sunday": the disaster was long before.
        if is_anniversary(words, parsed, sentence.start, self.phrase) {
            return one(*owner, None, *relation);
        }
        // What is written or said in a quotation does not date the saying.
        if verb.is_some_and(|g| quoted_apart(words, g.head, self.tokens.start)) {
            return (None, None);
        }
        // "50 had been pulled from the rubble of the quake |as of Wednesday": what had been by then.
        let by_then = words.is(self.tokens.start.wrapping_sub(1), &["as"]) || words.is(self.phrase, &["as"]);
        if self.phrase > sentence.start && !by_then {
            return self.behind();
        }
        one(*owner, None, *relation)
    }

    fn verb(&self) -> Option<&'s Group> {
        self.parsed.groups.get(self.owner?)
    }

    fn is_event_noun(&self, t: usize) -> bool {
        nouns::read(self.words.word(t)).is_some()
            && !nouns::is_tally(self.words, t)
            && !self.parsed.groups.iter().any(|g| g.head == t)
    }

    /// Whether it stands before the noun it belongs to: "a July 16 conference", "under the 1991 agreement".
    fn is_attributive(&self) -> bool {
        let (words, Range { start: first, end }) = (self.words, self.tokens.clone());
        let before = first.wrapping_sub(1);
        let determined =
            words.kind(before) == Kind::Determiner || words.is(first, &["the"]) && self.time.value.len() <= 4;
        // "the deadly |Sunday attack"; but "told the paper |Monday protesters had left"
        let described = || {
            let mut led = (self.sentence.start..first).rev().take(3).skip_while(|&t| words.kind(t) == Kind::Content);
            led.next().is_some_and(|t| matches!(words.kind(t), Kind::Determiner | Kind::Clitic))
                && (end..end + 3).any(|t| self.is_event_noun(t))
        };
        let determined = determined || described();
        let noun = words.kind(end) == Kind::Content
            && words.spaced(end)
            && !self.parsed.groups.iter().any(|g| g.first == end || g.head == end);
        words.kind(end) == Kind::Clitic || noun && determined && !words.is(before, &["that"])
    }

    /// What a time before its noun dates: the noun, and the clause where the noun says when it is of.
    fn attributive(&self) -> (Option<usize>, Option<usize>) {
        let (words, Range { start: first, end }) = (self.words, self.tokens.clone());
        let noun = (end..(end + 6).min(self.sentence.end)).find(|&t| self.is_event_noun(t));
        let Some(verb) = self.verb() else { return (None, noun) };
        let within =
            |list: &[&str]| (first.saturating_sub(4).max(self.sentence.start)..first).any(|t| words.is(t, list));
        let behind = |reach: usize| verb.last < first && first - verb.last <= reach;
        let is = |list: &[&str]| list.contains(&verb.lemma.as_str());
        // "In a July 16 press conference, he said": the phrase dates the clause too.
        let led = end <= verb.first && within(&["in", "at", "during"]);
        // "who wrote the 2020 letter": what is made is dated with its making.
        // "lost the 1987 final": what is held is won and lost when it is held.
        static MAKES: Table = Table::new(
            "boycott contest file host issue lose make produce publish reach record release sign stage win write",
        );
        // "killed in Tuesday's explosion" is killed on Tuesday, "invested in the 2030 games" is not.
        let leads_on =
            ["admit", "concede", "result", "invest", "believe", "end", "lead", "compete", "specialise", "specialize"];
        let took_place = noun.is_some() && within(&["in", "during"]) && behind(5) && !is(&leads_on);
        (self.owner.filter(|_| led || MAKES.has(&verb.lemma) && behind(2) || took_place), noun)
    }

    /// What a time dates that may belong to the noun it stands behind: "the lawsuit of 12 May", "a strike, in
    /// 1989, …".
    fn behind(&self) -> (Option<Found>, Option<Found>) {
        let (words, phrase, verb) = (self.words, self.phrase, self.verb());
        let at = self.noun_before();
        if !self.is_event_noun(at) {
            if let Some(noun) = verb.and_then(|g| self.spoken_of(g, at)) {
                return (Some((None, Some(noun), self.relation)), None);
            }
            // "Following the arrest of her brother in May, she fled": the arrest has the day.
            if self.relation == Relation::At
                && let Some((noun, side)) = self.led_by()
            {
                return (Some((None, Some(noun), self.relation)), Some((self.owner, None, side)));
            }
        }
        // "were battling the wildfires on Tuesday": what one does about an event says nothing of its day.
        let about = verb.is_some_and(|g| ABOUT.has(&g.lemma) && g.last < at);
        if !self.is_event_noun(at) || words.kind(at) != Kind::Content || verb.is_some_and(|g| became(words, g)) || about
        {
            return (Some((self.owner, None, self.relation)), None);
        }
        // The noun keeps it for itself where it is not what the verb does.
        let keeps = verb.is_some_and(|g| {
            let apart = ["until", "before", "after", "for", "since", "of", "following", "ahead", "about", "during"];
            // "rejected an offer of 4% at a |meeting on Monday": what governs the noun is what stands nearest.
            let preposition = |t: usize| words.kind(t) == Kind::Preposition || words.is(t, &apart);
            let governs = (g.last + 1..at).rev().find(|&t| preposition(t)).unwrap_or(g.last);
            let scheduled = ["set", "schedule", "plan", "call", "expect", "announce", "need", "await", "face"];
            at < g.first && words.word(phrase - 1) == ","
                || words.is(governs, &apart)
                || at > g.last && scheduled.contains(&g.lemma.as_str()) && !words.is(governs, &["at", "during"])
        });
        (Some((self.owner.filter(|_| !keeps), Some(at), self.relation)), None)
    }

    /// The token that the phrase of the time stands behind, a comma aside: "the last |strike at the port, in
    /// 1989, lasted".
    fn noun_before(&self) -> usize {
        let (words, phrase, start) = (self.words, self.phrase, self.sentence.start);
        let comma = words.word(phrase - 1) == ",";
        let at = if comma && phrase - 1 > start { phrase - 2 } else { phrase - 1 };
        if !comma || words.word(self.tokens.end) != "," || self.is_event_noun(at) {
            return at;
        }
        let from = at.saturating_sub(6).max(start);
        (from..at).rev().take_while(|&t| is_plain(words, t)).find(|&t| self.is_event_noun(t)).unwrap_or(at)
    }

    /// "spoke of the |collapse of the bridge on 3 May": what was spoken of has the day.
    fn spoken_of(&self, verb: &Group, at: usize) -> Option<usize> {
        let words = self.words;
        let speaks = speech::is_speech(&verb.lemma) || matches!(verb.lemma.as_str(), "speak" | "talk");
        let of = words.is(verb.last + 1, &["of", "about", "over"]) && speaks
            || matches!(verb.lemma.as_str(), "remember" | "recall" | "describe" | "mourn" | "commemorate");
        let first = (verb.last + 1..at).find(|&t| self.is_event_noun(t))?;
        // "remembered the victims of the collapse at a |service on Sunday"
        let held = ["service", "ceremony", "vigil", "mass", "gathering", "event"];
        let elsewhere = (first..at).any(|t| words.is(t, &["at", "during"])) && words.is(at, &held);
        (of && !elsewhere && (first..at).all(|t| is_plain(words, t))).then_some(first)
    }

    /// The event that a time belongs to where its phrase says what came before or after it, and on which
    /// side of it the clause lies: "following the |arrest of her brother in May".
    fn led_by(&self) -> Option<(usize, Relation)> {
        let (words, end) = (self.words, self.phrase);
        let behind = self.verb().filter(|g| g.last < end).map_or(self.sentence.start, |g| g.last + 1);
        let behind = behind.max(end.saturating_sub(PHRASE));
        let openers = ["following", "after", "before", "until", "since"];
        let opener = (behind..end).rev().find(|&t| words.is(t, &openers))?;
        let side = if words.is(opener, &["before", "until"]) { Relation::Before } else { Relation::After };
        let inside = |t: usize| {
            (is_plain(words, t) || matches!(words.kind(t), Kind::Number | Kind::Clitic)) && !self.parsed.is_verb(t)
        };
        let noun = (opener + 1..end).find(|&t| self.is_event_noun(t))?;
        (opener + 1..end).all(inside).then_some((noun, side))
    }
}

/// Whether a token is part of a noun phrase and of those that hang on it.
fn is_plain(words: &Words, t: usize) -> bool {
    matches!(words.kind(t), Kind::Content | Kind::Determiner | Kind::Preposition)
}

/// "weakened to a tropical storm on Thursday": what it became was there before.
fn became(words: &Words, verb: &Group) -> bool {
    let turns = ["weaken", "strengthen", "turn", "grow", "develop", "downgrade", "upgrade", "change"];
    turns.contains(&verb.lemma.as_str()) && words.is(verb.last + 1, &["to", "into"])
}

/// The group of which "It was on Monday that |the bank failed" gives the time.
fn cleft(words: &Words, parsed: &Parsed, owner: usize, end: usize) -> Option<usize> {
    let (was, told) = (parsed.groups.get(owner)?, parsed.groups.get(owner + 1)?);
    let it = was.lemma == "be" && was.first > 0 && words.is(was.first - 1, &["it"]) && was.first == was.head;
    (it && words.is(end, &["that", "when"]) && told.start <= end + 1).then_some(owner + 1)
}

/// The event of which a clause says no more than its time: "the |count is on 4 July".
fn is_then(words: &Words, group: &Group, phrase: usize) -> Option<usize> {
    let subject = group.first.checked_sub(1).filter(|&t| t >= group.start)?;
    // "the decision is due on 20 June"
    let due = usize::from(words.is(group.last + 1, &["due"]));
    let only = group.lemma == "be" && group.last + 1 + due == phrase && words.kind(phrase) == Kind::Preposition;
    (only && words.kind(subject) == Kind::Content && nouns::read(words.word(subject)).is_some()).then_some(subject)
}

/// Whether a time is that of an anniversary, and not of what it is the anniversary of.
fn is_anniversary(words: &Words, parsed: &Parsed, start: usize, before: usize) -> bool {
    let behind = (start..before).rev().take(PHRASE).take_while(|&t| !parsed.is_verb(t));
    behind.into_iter().any(|t| words.is(t, &["anniversary", "anniversaries", "centenary", "birthday"]))
}

/// Tokens of the longest phrase "following the arrest of … in May".
const PHRASE: usize = 24;

/// Whether a quotation mark that is not closed again stands between two tokens.
fn quoted_apart(words: &Words, a: usize, b: usize) -> bool {
    let (from, to) = (a.min(b), a.max(b));
    let marks = |list: &[&str]| (from..to).filter(|&t| words.is(t, list)).count();
    marks(&["\"", "``", "''"]) % 2 == 1 || marks(&["“"]) != marks(&["”"])
}

/// The word before a time that says how it stands to the event, and where the phrase begins;
/// nothing where it only compares.
fn preposition(words: &Words, parsed: &Parsed, first: usize, start: usize) -> Option<(Relation, usize)> {
    let mut at = first;
    while at > start
        && matches!(
            words.word(at - 1),
            "the"
                | "early"
                | "late"
                | "about"
                | "around"
                | "shortly"
                | "just"
                | "mid"
                | "-"
                | "last"
                | "of"
                | "end"
                | "as"
                | "long"
                | "ago"
        )
    {
        at -= 1;
    }
    let before = |at: usize| if at > start { words.word(at - 1) } else { "" };
    let relation = match before(at) {
        "since" => {
            let lasting = parsed.owner(first).and_then(|g| parsed.groups.get(g)).is_some_and(|g| {
                // "Two men held since March", but not "those killed since March".
                let held = g.tense == Tense::Reduced && !speech::is_harm(&g.lemma);
                held || matches!(g.tense, Tense::Perfect | Tense::PastPerfect | Tense::Progressive)
            });
            // "had fallen to 41%, the lowest since 1998"
            if !lasting || (start..at - 1).rev().take(4).any(|t| is_ranked(words, t)) {
                return None;
            }
            Relation::Since
        }
        // "did not reach it until Monday" is to reach it on Monday.
        "until" | "till" if parsed.owner(first).is_some_and(|g| denied::names_not(words, &parsed.groups[g])) => {
            Relation::At
        }
        "before" | "until" | "till" => Relation::Before,
        "after" | "following" => Relation::After,
        // "prior to 3 May"; what was put off "to 30 June" did not happen then.
        "to" if at > start + 1 && words.is(at - 2, &["prior"]) => Relation::Before,
        // "beat a record from 1974": of that year is the record.
        "from" if is_dated_thing(words, parsed, first, at - 1) => return None,
        // "in the year to April"
        "to" if beside::length_to(words, at).is_some() => Relation::At,
        // "in the night to Thursday"
        "to" if at > start + 1 && words.is(at - 2, &["night"]) => Relation::At,
        "than" | "like" | "to" => return None,
        _ => Relation::At,
    };
    let phrase = if at > start && matches!(words.kind(at - 1), Kind::Preposition | Kind::Subordinator | Kind::To) {
        at - 1
    } else {
        at
    };
    Some((relation, phrase))
}

/// Whether a word says which one in a row of them: "the |lowest since 1998", "the |third since May".
fn is_ranked(words: &Words, token: usize) -> bool {
    is_superlative(words.word(token)) || words.is(token, &["second", "third", "fourth", "fifth", "sixth"])
}

/// Verbs of what is done, said or thought about what has happened.
static ABOUT: Table = Table::new(
    "\
    assess battle blame combat condemn criticise criticize deplore douse examine extinguish fight investigate monitor \
    mourn probe regret review study tackle",
);

/// Verbs of what lasts: "have been held since May", "led the firm from 1998".
static LASTS: Table = Table::new(
    "\
    ban bar be block close detain head hold jail keep lead live miss occupy own play rule run serve shelter shut stay \
    strand study suspend teach trap wait work",
);

/// Whether a year behind "from" is that of a thing that a verb's deed was done to.
fn is_dated_thing(words: &Words, parsed: &Parsed, first: usize, from: usize) -> bool {
    let Some(g) = parsed.owner(first).and_then(|k| parsed.groups.get(k)) else { return false };
    let told = matches!(g.tense, Tense::Past | Tense::PastPerfect | Tense::Perfect | Tense::Ing) && !g.passive;
    let thing = from > g.last + 1 && words.kind(from - 1) == Kind::Content;
    let year = words.kind(first) == Kind::Number && words.word(first).len() == 4;
    let stretch = words.is(first + 1, &["to", "until", "till", "through", "-", "–", "onwards", "onward", "on"]);
    told && thing && year && first == from + 1 && !stretch && !LASTS.has(&g.lemma)
}

/// Whether a clause in the perfect tells, before a time, how many there were of something: a sum of what happened
/// one by one. "Two men have been held since May" tells how they are.
fn owner_sums(words: &Words, parsed: &Parsed, time: usize) -> bool {
    let Some((group, g)) = parsed.owner(time).and_then(|k| Some((k, parsed.groups.get(k)?))) else { return false };
    let perfect = matches!(g.tense, Tense::Perfect | Tense::PastPerfect) && !LASTS.has(&g.lemma);
    let counted = |t: usize| is_crowd(words, t) && !(t > 0 && words.is(t - 1, &["the", "all", "these", "those"]));
    perfect && (g.start..time).filter(|&t| parsed.owner(t) == Some(group)).any(counted)
}

/// Lengths of time in days, each with one past its last token: "five days |after".
pub(crate) fn lengths(words: &Words, times: &[TimeMention], indices: Range<usize>) -> Vec<(usize, i32)> {
    let in_days = |value: &str| {
        let number = |unit| value.strip_prefix('P')?.strip_suffix(unit)?.parse::<i32>().ok().filter(|n| *n < 10_000);
        // "24 hours after" is a day after.
        let hours = || value.strip_prefix("PT")?.strip_suffix('H')?.parse::<i32>().ok().filter(|n| n % 24 == 0);
        number('D').or_else(|| number('W').map(|n| n * 7)).or_else(|| hours().map(|n| n / 24))
    };
    let durations = times.get(indices).unwrap_or_default().iter().filter(|t| t.kind == TimeKind::Duration);
    durations.filter_map(|t| Some((words.document.tokens_in(t.span).end, in_days(&t.value)?))).collect()
}
