//! Which time belongs to which clause.
//!
//! First the time a clause states itself, then the one that a clause it hangs on states, then
//! the scene that the sentences before it have set. Where none of these is honest, bounds.

use super::When;
use super::parse::{Group, Link, Parsed, Tense};
use super::speech;
use super::trigger::{Draft, DraftKind};
use super::words::{Kind, Words};
use crate::day;
use crate::order::Arrange;
use crate::time::{Days, Inferred, TimeKind, TimeMention};
use jiff::civil::Date;
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
    let lead = dateline_end(words, &sentence);
    let mut places = Vec::new();
    for index in indices {
        let Some(time) = times.get(index) else { continue };
        let tokens = words.document.tokens_in(time.span);
        if tokens.is_empty() || tokens.start < lead || tokens.start < sentence.start || tokens.end > sentence.end {
            continue;
        }
        if !matches!(time.kind, TimeKind::Date | TimeKind::Time) || time.days.is_none() {
            continue;
        }
        let (first, end) = (tokens.start, tokens.end);
        let Some((mut relation, before)) = preposition(words, parsed, first, sentence.start) else { continue };
        if time.kind == TimeKind::Time
            && matches!(relation, Relation::Before | Relation::After)
            && !words.is(before, &["until", "till"])
        {
            // "shortly after 2 p.m. on Monday" is on Monday.
            relation = Relation::At;
        }
        let owner = parsed.owner(first);
        let attributive = matches!(words.kind(end), Kind::Clitic)
            || (matches!(words.kind(end), Kind::Content)
                && words.spaced(end)
                && before == first
                && !parsed.groups.iter().any(|g| g.first == end || g.head == end)
                && words.kind(first.wrapping_sub(1)) == Kind::Determiner);
        let (mut group, mut noun) = (owner, None);
        if attributive {
            noun = (end..(end + 6).min(sentence.end))
                .find(|&t| super::nouns::read(words.word(t)).is_some() && !parsed.groups.iter().any(|g| g.head == t));
            // "In a July 16 press conference, he said": the phrase dates the clause too.
            let led =
                (first.saturating_sub(4).max(sentence.start)..first).any(|t| words.is(t, &["in", "at", "during"]));
            let before_verb = owner.and_then(|g| parsed.groups.get(g)).is_some_and(|g| end <= g.first);
            group = owner.filter(|_| led && before_verb);
        } else if before > sentence.start {
            // "the lawsuit of 12 May", "a strike, in 1989, …"
            let mut at = before - 1;
            if words.word(at) == "," && at > sentence.start {
                at -= 1;
            }
            let event_noun =
                |t: usize| super::nouns::read(words.word(t)).is_some() && !parsed.groups.iter().any(|g| g.head == t);
            if words.word(before - 1) == "," && words.word(end) == "," && !event_noun(at) {
                // "the last strike at the port, in 1989, lasted": past the phrase on the noun.
                let plain = |t: usize| matches!(words.kind(t), Kind::Content | Kind::Determiner | Kind::Preposition);
                let from = at.saturating_sub(6).max(sentence.start);
                if let Some(t) = (from..at).rev().take_while(|&t| plain(t)).find(|&t| event_noun(t)) {
                    at = t;
                }
            }
            let is_noun = event_noun(at);
            if is_noun && words.kind(at) == Kind::Content {
                noun = Some(at);
                if let Some(g) = owner.and_then(|g| parsed.groups.get(g)) {
                    // The noun keeps it for itself where it is not what the verb does.
                    let phrase = (g.last + 1..at).any(|t| {
                        words.is(
                            t,
                            &[
                                "until",
                                "before",
                                "after",
                                "for",
                                "since",
                                "of",
                                "following",
                                "ahead",
                                "about",
                                "during",
                            ],
                        )
                    });
                    let scheduled = matches!(
                        g.lemma.as_str(),
                        "set" | "schedule" | "plan" | "call" | "expect" | "announce" | "need" | "await" | "face"
                    );
                    if at < g.first && words.word(before - 1) == "," || phrase || (at > g.last && scheduled) {
                        group = None;
                    }
                }
            }
        }
        places.push(Place { time: index, first, group, noun, relation });
    }
    places
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
            let lasting = parsed
                .owner(first)
                .and_then(|g| parsed.groups.get(g))
                .is_some_and(|g| matches!(g.tense, Tense::Perfect | Tense::PastPerfect | Tense::Progressive));
            if !lasting {
                return None;
            }
            Relation::Since
        }
        "before" | "until" | "till" => Relation::Before,
        "after" | "following" => Relation::After,
        "than" | "like" | "to" if before(at) != "to" || is_range(words, at) => return None,
        _ => Relation::At,
    };
    let phrase = if at > start && matches!(words.kind(at - 1), Kind::Preposition | Kind::Subordinator | Kind::To) {
        at - 1
    } else {
        at
    };
    Some((relation, phrase))
}

/// "between 2016 and 2019", "from March to May": the end of a stretch dates nothing.
fn is_range(words: &Words, at: usize) -> bool {
    (at.saturating_sub(6)..at).any(|t| words.is(t, &["from", "compared"]))
}

/// "LIMA, 16 May (CPA) —": where the first sentence's prose begins.
fn dateline_end(words: &Words, sentence: &Range<usize>) -> usize {
    if sentence.start != 0 {
        return sentence.start;
    }
    let end = sentence.end.min(sentence.start + 16);
    (sentence.start..end)
        .find(|&t| matches!(words.word(t), "—" | "–" | "-") && words.spaced(t) && words.spaced(t + 1))
        .filter(|_| words.capital(sentence.start))
        .map_or(sentence.start, |t| t + 1)
}

/// A day or span that a group or noun has, and how it came by it.
#[derive(Clone, Debug)]
pub(crate) struct Dated {
    /// Index of the time.
    pub(crate) time: usize,
    /// One sentence.
    pub(crate) basis: String,
    /// Whether the clause itself does not state it.
    pub(crate) borrowed: bool,
    /// Days to add to the time: "five days after".
    pub(crate) shift: i32,
}

/// Bounds of a group, from the clauses around it.
#[derive(Clone, Debug, Default)]
pub(crate) struct Bounds {
    /// Not earlier, and why.
    pub(crate) not_before: Option<(Date, String)>,
    /// Not later, and why.
    pub(crate) not_after: Option<(Date, String)>,
}

/// Lengths of time in days, each with one past its last token: "five days |after".
pub(crate) fn lengths(words: &Words, times: &[TimeMention], indices: Range<usize>) -> Vec<(usize, i32)> {
    let in_days = |value: &str| {
        let number = |unit| value.strip_prefix('P')?.strip_suffix(unit)?.parse::<i32>().ok().filter(|n| *n < 10_000);
        number('D').or_else(|| number('W').map(|n| n * 7))
    };
    let durations = times.get(indices).unwrap_or_default().iter().filter(|t| t.kind == TimeKind::Duration);
    durations.filter_map(|t| Some((words.document.tokens_in(t.span).end, in_days(&t.value)?))).collect()
}

/// Dates the groups of one sentence from its own times and from each other.
pub(crate) fn groups(
    words: &Words,
    parsed: &Parsed,
    places: &[Place],
    times: &[TimeMention],
    lengths: &[(usize, i32)],
) -> Vec<Option<Dated>> {
    let text = words.document.text;
    let mut dated: Vec<Option<Dated>> = parsed
        .groups
        .iter()
        .enumerate()
        .map(|(index, group)| {
            let own = places
                .iter()
                .filter(|p| p.group == Some(index) && matches!(p.relation, Relation::At | Relation::Since));
            // The most precise, then the nearest.
            own.min_by_key(|p| (grain(&times[p.time]), p.first.abs_diff(group.head), p.first)).map(|p| Dated {
                time: p.time,
                basis: stated(text, &times[p.time], p.relation),
                borrowed: false,
                shift: 0,
            })
        })
        .collect();
    for _ in 0..3 {
        for index in 0..parsed.groups.len() {
            if dated[index].is_none() {
                dated[index] = lent(words, parsed, &dated, times, index)
                    .or_else(|| counted(words, parsed, &dated, times, lengths, index));
            }
        }
    }
    dated
}

/// How many days a time spans, in steps: a day first.
fn grain(time: &TimeMention) -> u8 {
    match time.days {
        Some(d) if d.from == d.to => 0,
        Some(d) if day::number(d.to) - day::number(d.from) < 8 => 1,
        Some(d) if day::number(d.to) - day::number(d.from) < 32 => 2,
        Some(_) => 3,
        None => 4,
    }
}

/// Why a clause that states a time has its date.
pub(crate) fn stated(text: &str, time: &TimeMention, relation: Relation) -> String {
    let words = time.span.of(text);
    let mut basis = match relation {
        Relation::Since => format!("The clause says that it has lasted since “{words}”"),
        _ => format!("The clause says “{words}”"),
    };
    let missing: Vec<&str> = time.inferred.iter().map(|i| missing(*i)).collect();
    if !missing.is_empty() {
        basis.push_str("; ");
        basis.push_str(&missing.join(" and "));
        basis.push_str(if missing.len() > 1 { " are" } else { " is" });
        match time.anchor {
            Some(anchor) => {
                basis.push_str(" reckoned from ");
                basis.push_str(&anchor.to_string());
            }
            None => basis.push_str(" inferred"),
        }
    }
    basis.push('.');
    basis
}

fn missing(part: Inferred) -> &'static str {
    match part {
        Inferred::Year => "the year",
        Inferred::Month => "the month",
        Inferred::Weekday => "the week",
        Inferred::Century => "the century",
        _ => "the day",
    }
}

/// The date a group has from one it hangs on, or that hangs on it.
fn lent(words: &Words, parsed: &Parsed, dated: &[Option<Dated>], times: &[TimeMention], index: usize) -> Option<Dated> {
    let group = &parsed.groups[index];
    let text = words.document.text;
    let borrow = |from: &Dated, how: &str| Dated {
        time: from.time,
        basis: format!("{how} “{}”.", times[from.time].span.of(text)),
        borrowed: true,
        shift: from.shift,
    };
    if let Some(p) = group.parent
        && let Some(date) = dated.get(p).and_then(Option::as_ref)
    {
        let parent = &parsed.groups[p];
        let same = same_time(group, parent);
        match group.link {
            Link::And if p < index && same => return Some(borrow(date, "Told together with what the sentence dates")),
            Link::When if same && !speech::is_speech(&parent.lemma) => {
                return Some(borrow(date, "At the same time as what the sentence dates"));
            }
            Link::When if same && group.tense == Tense::Ing && speech::is_speech(&group.lemma) => {
                return Some(borrow(date, "Said together with what the sentence dates"));
            }
            Link::Purpose if matches!(parent.lemma.as_str(), "begin" | "start" | "continue" | "proceed" | "return") => {
                return Some(borrow(date, "Begun at what the sentence dates"));
            }
            _ => {}
        }
    }
    // The main clause takes the day that its "when" states.
    let child = parsed.groups.iter().enumerate().find(|(k, g)| {
        g.parent == Some(index)
            && g.link == Link::When
            && same_time(g, group)
            && dated[*k].as_ref().is_some_and(|d| !d.borrowed)
    });
    if let Some((k, _)) = child
        && !speech::is_speech(&group.lemma)
        && let Some(date) = &dated[k]
    {
        return Some(borrow(date, "At the same time as the clause that says"));
    }
    None
}

/// "resigned on Monday, five days after a bridge fell": one of the two counts from the other.
fn counted(
    words: &Words,
    parsed: &Parsed,
    dated: &[Option<Dated>],
    times: &[TimeMention],
    lengths: &[(usize, i32)],
    index: usize,
) -> Option<Dated> {
    let length = |k: usize| {
        let g = &parsed.groups[k];
        let opener = (g.start..g.first).find(|&t| words.is(t, &["after", "before"]))?;
        lengths.iter().find(|l| l.0 == opener).map(|l| l.1)
    };
    let from = |k: usize, days: i32| {
        let date = dated.get(k)?.as_ref()?;
        let whole = times[date.time].days.is_some_and(|d| d.from == d.to);
        whole.then(|| Dated {
            time: date.time,
            basis: format!("Counted from what the sentence dates “{}”.", times[date.time].span.of(words.document.text)),
            borrowed: true,
            shift: date.shift + days,
        })
    };
    let group = &parsed.groups[index];
    let sign = |link: Link| match link {
        Link::After => Some(1),
        Link::Before => Some(-1),
        _ => None,
    };
    if let (Some(sign), Some(parent), Some(days)) = (sign(group.link), group.parent, length(index)) {
        return from(parent, -sign * days);
    }
    let child = (0..parsed.groups.len()).find(|&k| {
        let g = &parsed.groups[k];
        g.parent == Some(index) && sign(g.link).is_some() && length(k).is_some()
    })?;
    from(child, sign(parsed.groups[child].link)? * length(child)?)
}

/// Whether two groups can tell of one time.
fn same_time(a: &Group, b: &Group) -> bool {
    let kind = |g: &Group| match g.tense {
        Tense::Past | Tense::PastProgressive | Tense::Reduced => 1,
        Tense::PastPerfect => 2,
        Tense::Perfect => 3,
        Tense::Future | Tense::Would => 4,
        Tense::Ing => 0,
        Tense::Present | Tense::Progressive => 5,
        Tense::Possible | Tense::Unreal | Tense::Infinitive => 6,
    };
    kind(a) == kind(b) || kind(a) == 0 || kind(b) == 0
}

/// Bounds that the sentence gives a group.
pub(crate) fn bounds(
    parsed: &Parsed,
    places: &[Place],
    dated: &[Option<Dated>],
    times: &[TimeMention],
    index: usize,
    text: &str,
) -> Bounds {
    let mut bounds = Bounds::default();
    let group = &parsed.groups[index];
    let days = |time: usize| times.get(time).and_then(|t| t.days);
    let quote = |time: usize| times[time].span.of(text);
    for place in places.iter().filter(|p| p.group == Some(index)) {
        let Some(d) = days(place.time) else { continue };
        match place.relation {
            Relation::Before => bounds.not_after = Some((d.to, format!("before or until “{}”", quote(place.time)))),
            Relation::After => bounds.not_before = Some((d.from, format!("after “{}”", quote(place.time)))),
            _ => {}
        }
    }
    let date = |k: usize| dated.get(k).and_then(Option::as_ref).and_then(|d| Some((days(d.time)?, d.time)));
    if let Some(p) = group.parent
        && let Some((d, time)) = date(p)
    {
        let why = format!("what the sentence dates “{}”", quote(time));
        match (group.link, group.tense) {
            (Link::After, _)
            | (Link::Relative | Link::Content, Tense::Past | Tense::PastPerfect | Tense::Perfect | Tense::Reduced) => {
                bounds.not_after = bounds.not_after.or(Some((d.to, format!("not after {why}"))));
            }
            (Link::Before, _) | (_, Tense::Future | Tense::Would) => {
                bounds.not_before = bounds.not_before.or(Some((d.from, format!("not before {why}"))));
            }
            _ => {}
        }
    }
    for (k, child) in parsed.groups.iter().enumerate() {
        if child.parent != Some(index) {
            continue;
        }
        let Some((d, time)) = date(k) else { continue };
        let why = format!("“{}”", quote(time));
        match child.link {
            Link::After | Link::Since => {
                bounds.not_before = bounds.not_before.or(Some((d.from, format!("after what happened {why}"))))
            }
            Link::Before => bounds.not_after = bounds.not_after.or(Some((d.to, format!("before what happened {why}")))),
            _ => {}
        }
    }
    bounds
}

/// What a clause has in common with others.
#[derive(Debug)]
pub(crate) struct Told {
    /// Index of its sentence.
    pub(crate) sentence: usize,
    /// Cluster of the person or organisation it begins with.
    pub(crate) subject: Option<u32>,
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// Clusters of names in it.
    pub(crate) names: Vec<u32>,
    /// Its other words.
    pub(crate) words: Vec<String>,
    /// The time of day it states.
    pub(crate) clock: Option<(u8, u8)>,
    /// Whether it begins with a pronoun or its like.
    pub(crate) points_back: bool,
    /// Whether it is joined to a clause of its sentence: "and …", "saying …".
    pub(crate) joined: bool,
    /// Whether it names the occasion: "during the keynote".
    pub(crate) occasion: bool,
}

/// "during the keynote", "in his speech"
pub(crate) fn names_occasion(words: &Words, tokens: Range<usize>) -> bool {
    let occasions = [
        "address",
        "ceremony",
        "conference",
        "debate",
        "event",
        "game",
        "hearing",
        "interview",
        "keynote",
        "match",
        "meeting",
        "presentation",
        "rally",
        "session",
        "speech",
        "summit",
        "trial",
    ];
    let definite = ["the", "his", "her", "their", "that", "same", "this", "its"];
    tokens.clone().any(|t| {
        words.is(t, &["during", "in", "at"])
            && words.is(t + 1, &definite)
            && (t + 2..tokens.end.min(t + 6))
                .take_while(|&k| words.kind(k) == Kind::Content)
                .any(|k| words.is(k, &occasions))
    })
}

/// What the sentences so far are about: a day, and who or what was there.
#[derive(Clone, Debug)]
pub(crate) struct Scene {
    /// Index of the time.
    pub(crate) time: usize,
    /// Whether something was said rather than done.
    pub(crate) spoken: bool,
    subjects: Vec<u32>,
    names: Vec<u32>,
    words: Vec<String>,
    /// Index of the last sentence that belongs to it.
    pub(crate) sentence: usize,
}

impl Scene {
    /// A scene on a day.
    pub(crate) fn new(time: usize, spoken: bool) -> Self {
        Self { time, spoken, subjects: Vec::new(), names: Vec::new(), words: Vec::new(), sentence: 0 }
    }

    /// Adds a clause.
    pub(crate) fn add(&mut self, told: &Told) {
        self.sentence = told.sentence;
        self.subjects.extend(told.subject.filter(|s| !self.subjects.contains(s)));
        self.names.extend(&told.names);
        self.words.extend(told.words.iter().cloned());
        self.names.arrange();
        self.names.dedup();
        self.words.arrange();
        self.words.dedup();
    }

    /// Whether a clause goes on with the scene. Who speaks goes on speaking for longer than
    /// anything else goes on.
    pub(crate) fn holds(&self, told: &Told, speaks: bool) -> bool {
        let distance = told.sentence.saturating_sub(self.sentence);
        let same_subject = self.has_subject(told);
        match distance {
            0 if told.joined => true,
            0 | 1 if told.points_back => true,
            0..=2 => {
                same_subject
                    || told.occasion
                    || told.clock.is_some()
                    || told.names.iter().any(|n| self.names.binary_search(n).is_ok())
                    || told.words.iter().any(|w| self.words.binary_search(w).is_ok())
            }
            3 => same_subject || told.clock.is_some() || told.occasion,
            4..=6 => (same_subject && speaks) || told.occasion,
            7..=10 => same_subject && (speaks || told.occasion),
            _ => false,
        }
    }

    /// Whether a clause begins with somebody of the scene.
    pub(crate) fn has_subject(&self, told: &Told) -> bool {
        told.subject.is_some_and(|s| self.subjects.contains(&s))
    }
}

/// Words that take a clause away from the day told before it.
pub(crate) fn leaves_scene(words: &Words, range: Range<usize>) -> Option<Relation> {
    for t in range {
        match words.word(t) {
            "later" | "subsequently" | "eventually" | "soon" | "afterwards" | "finally" | "quickly" => {
                return Some(Relation::After);
            }
            "earlier" | "previously" | "already" | "formerly" | "initially" | "originally" | "recently" | "once" => {
                return Some(Relation::Before);
            }
            _ => {}
        }
    }
    None
}

/// The date of a draft, from its group or its own time.
pub(crate) fn own<'d>(
    parsed: &Parsed,
    draft: &Draft,
    places: &[Place],
    dated: &'d [Option<Dated>],
    times: &[TimeMention],
    text: &str,
) -> Option<std::borrow::Cow<'d, Dated>> {
    let tokens = &draft.tokens;
    if let Some(place) =
        places.iter().find(|p| p.noun.is_some_and(|n| tokens.contains(&n)) && p.relation == Relation::At)
    {
        return Some(std::borrow::Cow::Owned(Dated {
            time: place.time,
            basis: stated(text, &times[place.time], Relation::At),
            borrowed: false,
            shift: 0,
        }));
    }
    match draft.kind {
        DraftKind::Verb | DraftKind::Carried { .. } => {
            dated.get(draft.group?)?.as_ref().map(std::borrow::Cow::Borrowed)
        }
        // "a quake killed 519 people in 2007": what is brought up is of the time of its deed.
        DraftKind::Noun { definite: false } => {
            let group = parsed.groups.get(draft.group?)?;
            let date = dated.get(draft.group?)?.as_ref()?;
            (*tokens.end() < group.first && group.tense == Tense::Past && !speech::is_speech(&group.lemma))
                .then_some(std::borrow::Cow::Borrowed(date))
        }
        DraftKind::Noun { .. } => None,
    }
}

/// A week or year that nobody stated is the last one for what has happened, and the next one for
/// what is to come.
fn on_right_side(days: Days, time: &TimeMention, happened: Option<bool>, published: Option<Date>) -> Days {
    let (Some(happened), Some(published)) = (happened, published) else { return days };
    let step: i16 = match happened {
        true if days.from > published => -1,
        false if days.to < published => 1,
        _ => return days,
    };
    if time.inferred.contains(&Inferred::Weekday) {
        let move_week = |d: Date| day::date(day::number(d) + 7 * i32::from(step));
        return Days { from: move_week(days.from), to: move_week(days.to) };
    }
    // 29 February has no like in the next year, and stays.
    let move_year = |d: Date| Date::new(d.year().saturating_add(step), d.month(), d.day()).ok();
    match (move_year(days.from), move_year(days.to)) {
        (Some(from), Some(to)) if time.inferred.contains(&Inferred::Year) => Days { from, to },
        _ => days,
    }
}

/// TIMEX3 value of a day, a month or a year that has been moved.
fn day_value(days: Days) -> String {
    let day = days.from.to_string();
    match day::number(days.to) - day::number(days.from) {
        0 => day,
        27..=30 => day[..7].to_owned(),
        364..=365 => day[..4].to_owned(),
        _ => format!("{day}/{}", days.to),
    }
}

/// Fills in an event's date.
pub(crate) fn when(
    dated: &Dated,
    times: &[TimeMention],
    clock: Option<(u8, u8)>,
    happened: Option<bool>,
    published: Option<Date>,
) -> When {
    let time = &times[dated.time];
    let mut inferred = time.inferred.clone();
    if dated.borrowed {
        inferred.push(Inferred::Context);
    }
    inferred.arrange();
    inferred.dedup();
    let shifted = |d: Date| day::date(day::number(d) + dated.shift);
    let days = time.days.map(|d| Days { from: shifted(d.from), to: shifted(d.to) });
    let right = days.map(|d| on_right_side(d, time, happened, published));
    let moved = right != days || dated.shift != 0;
    let days = right;
    let value = match days {
        Some(d) if moved => day_value(d),
        _ => time.value.split('T').next().unwrap_or_default().to_owned(),
    };
    When {
        days,
        value: Some(value),
        modifier: time.modifier,
        clock: clock.or_else(|| clock_of(&time.value)),
        inferred,
        basis: dated.basis.clone(),
        not_before: None,
        not_after: None,
        time: Some(time.span),
    }
}

/// Whether a time states an hour and no day: "at 22:52", "by the afternoon".
pub(crate) fn is_bare_clock(time: &TimeMention) -> bool {
    time.kind == TimeKind::Time && time.inferred == [Inferred::Anchor] && matches!(&*time.rule, "clock" | "part-of-day")
}

/// "2024-03-07T10:30", "T10:30" → ten thirty.
pub(crate) fn clock_of(value: &str) -> Option<(u8, u8)> {
    let (_, clock) = value.split_once('T')?;
    let (hour, rest) = clock.split_once(':')?;
    Some((hour.parse().ok()?, rest.get(..2)?.parse().ok()?))
}
