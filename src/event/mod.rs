//! What one article tells: clauses that report, plan, claim or deny something, with an honest date.
//!
//! Reads one [`Document`] and its mentions; sees no other article. The publication date is
//! never taken for the date of an event, it only bounds it.

mod ahead;
mod anchor;
mod bounds;
pub mod classes;
mod follow;
mod group;
mod lead;
mod link;
mod listed;
mod nouns;
mod parse;
mod place;
mod scene;
mod speaker;
pub mod speech;
mod table;
mod trigger;
mod verbs;
mod when;
mod wording;
mod words;

pub use bounds::{ArticleBounds, of_article};
pub(crate) use nouns::is_generic;
pub(crate) use when::is_bare_clock;
pub(crate) use words::is_small;

use crate::entity::{Entities, EntityKind};
use crate::order::Arrange;
use crate::span::Span;
use crate::text::{Document, SentenceKind};
use crate::time::{Days, Inferred, TimeKind, TimeMention};
use anchor::Dated;
use group::Mask;
use jiff::civil::Date;
use listed::Listed;
use place::Relation;
use scene::{Scene, Told};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use words::{Kind, Words};

/// One mention of an event in one article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// The word or words that name the event.
    pub trigger: Span,
    /// The clause that tells it.
    pub clause: Span,
    /// The sentence that holds the clause.
    pub sentence: Span,
    /// Dictionary form of the trigger's head, lower case.
    pub lemma: String,
    /// A short text in the article's own words.
    pub label: String,
    /// When it happened, as far as the article says.
    pub when: When,
    /// Who takes part: indices into [`Entities::clusters`].
    pub actors: Vec<u32>,
    /// Where: indices into [`Entities::clusters`].
    pub places: Vec<u32>,
    /// How sure the article is.
    pub certainty: Certainty,
    /// Who says so, where the clause is attributed: the words that name the speaker.
    pub speaker: Option<Span>,
    /// What kind of word the trigger is.
    pub trigger_kind: TriggerKind,
    /// The words of the verb's subject.
    pub subject: Option<Span>,
    /// Whether the subject suffers it.
    pub passive: bool,
}

/// What kind of word names an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TriggerKind {
    /// A verb, or a noun whose verb only lends its tense ("launched an assault").
    Clause,
    /// A noun that brings an event up.
    Noun,
    /// A noun that points back to one: "the raid", "this warning".
    Back,
    /// A further time of what a clause tells, which stands for it there: "in 1999 and |2003".
    Listed,
}

/// When something happened, and how that is known.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// First and last day; `None` where the article gives no honest date.
    pub days: Option<Days>,
    /// TIMEX3 value of `days`.
    pub value: Option<String>,
    /// Modifier of the time that was used.
    pub modifier: Option<crate::time::Modifier>,
    /// Hour and minute, where a clock time is stated.
    pub clock: Option<(u8, u8)>,
    /// What the text did not state.
    pub inferred: Vec<Inferred>,
    /// One sentence: why this date, or why none.
    pub basis: String,
    /// Not earlier than this day.
    #[serde(with = "crate::day::serial_option")]
    pub not_before: Option<Date>,
    /// Not later than this day.
    #[serde(with = "crate::day::serial_option")]
    pub not_after: Option<Date>,
    /// The expression the date comes from, where it is one of the article.
    pub time: Option<Span>,
}

/// How sure an article is of what it tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Certainty {
    /// Told as having happened.
    Reported,
    /// Somebody says it happened.
    Claimed,
    /// It is to happen, or was prevented.
    Planned,
    /// Somebody says it did not happen.
    Denied,
    /// It may happen or have happened.
    Possible,
}

impl Certainty {
    /// Its name, as in the JSON.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Claimed => "claimed",
            Self::Planned => "planned",
            Self::Denied => "denied",
            Self::Possible => "possible",
        }
    }
}

/// Finds the events of a document, in order of their triggers.
#[must_use]
pub fn find(document: &Document, times: &[TimeMention], entities: &Entities) -> Vec<Event> {
    let words = Words::new(document);
    let masked = mask(document, times, entities);
    let mut reader = Reader::new(&words, times, entities, &masked);
    let mut next_time = 0;
    for (index, sentence) in document.sentences.iter().enumerate() {
        while times.get(next_time).is_some_and(|t| t.span.end <= sentence.span.start) {
            next_time += 1;
        }
        let first = next_time;
        while times.get(next_time).is_some_and(|t| t.span.start < sentence.span.end) {
            next_time += 1;
        }
        if sentence.kind == SentenceKind::Prose && !is_question(&words, sentence.token_range()) {
            reader.sentence(index, first..next_time);
        }
    }
    reader.events
}

/// Tells the tokens that are part of a name or a time: they trigger nothing.
fn mask(document: &Document, times: &[TimeMention], entities: &Entities) -> Vec<Mask> {
    let mut masked = vec![Mask::None; document.tokens.len()];
    for mention in entities.mentions.iter().filter(|m| m.kind != EntityKind::Event) {
        masked[document.tokens_in(mention.span)].fill(Mask::Name);
    }
    for time in times.iter().filter(|t| t.kind != TimeKind::Set) {
        masked[document.tokens_in(time.span)].fill(Mask::Time);
    }
    masked
}

/// Whether a sentence asks.
fn is_question(words: &Words, range: Range<usize>) -> bool {
    range.rev().take(3).any(|t| words.word(t) == "?")
}

/// What is known while a document is read, sentence by sentence.
struct Reader<'r, 'd, 'a> {
    words: &'r Words<'d, 'a>,
    times: &'r [TimeMention],
    entities: &'r Entities,
    masked: &'r [Mask],
    /// The days that the sentences before tell of, the latest last.
    scenes: Vec<Scene>,
    /// The last sentence that tells of times long past.
    history: Option<usize>,
    /// Number of sentences so far that tell what happened: what describes takes no time.
    telling: usize,
    /// The person last told to do something: who "he" or "she" is.
    person: Option<u32>,
    events: Vec<Event>,
}

impl<'r, 'd, 'a> Reader<'r, 'd, 'a> {
    fn new(words: &'r Words<'d, 'a>, times: &'r [TimeMention], entities: &'r Entities, masked: &'r [Mask]) -> Self {
        Self {
            words,
            times,
            entities,
            masked,
            scenes: Vec::new(),
            history: None,
            telling: 0,
            person: None,
            events: Vec::new(),
        }
    }

    fn sentence(&mut self, index: usize, times: Range<usize>) {
        let words = self.words;
        let document = words.document;
        let sentence = &document.sentences[index];
        let lead = lead::read(words, &sentence.token_range());
        let range = lead.end..sentence.last as usize;
        let mut parsed = parse::parse(words, range.clone(), self.masked);
        let places = place::places(words, &parsed, range.clone(), self.times, times.clone());
        let lengths = place::lengths(words, self.times, times.clone());
        let entry = lead.stamp.and_then(|s| {
            let within = |t: &usize| s.contains(&document.tokens_in(self.times[*t].span).start);
            times.clone().find(|t| within(t) && self.times[*t].days.is_some())
        });
        let dated = anchor::groups(words, &parsed, &places, self.times, &lengths);
        let published = document.article.published_date();
        ahead::look(words, &mut parsed, &dated, self.times, published);
        let speakers = speaker::find(words, &parsed, &range);
        let drafts = trigger::find(
            words,
            &parsed,
            self.masked,
            &|group| places.iter().any(|p| p.group == Some(group)),
            &|token| places.iter().any(|p| p.noun == Some(token)),
        );
        let tells = |g: &group::Group| {
            use group::Tense::{Past, PastPerfect, PastProgressive, Perfect};
            matches!(g.tense, Past | PastPerfect | PastProgressive | Perfect)
        };
        self.telling += usize::from(parsed.groups.iter().any(tells));
        let from = self.events.len();
        for draft in drafts {
            let tokens = wording::clause(words, &parsed, &draft);
            let clause = words.cover(&tokens);
            let (mut actors, locations) = self.names(clause, sentence.span);
            let group = draft.group.and_then(|g| parsed.groups.get(g));
            let verbal = !matches!(draft.kind, trigger::DraftKind::Noun { .. });
            let clock = self.clock(clause, times.clone());
            let subject = self.subject(&parsed, draft.group, &range);
            // "…, killing two": whoever did the rest.
            if verbal && let Some(subject) = subject.filter(|s| !actors.contains(s)) {
                actors.push(subject);
            }
            // What the sentence's own clause goes on with may stand in a clause that hangs on it.
            let main = group.is_some_and(|g| g.link == group::Link::Main);
            let (reach, mut names) = if main {
                (range.clone(), self.names(sentence.span, sentence.span))
            } else {
                (tokens.clone(), (actors.clone(), locations.clone()))
            };
            names.0.extend(subject);
            let told = Told {
                sentence: self.telling,
                subject,
                tokens: tokens.clone(),
                names: names.0.into_iter().chain(names.1).collect(),
                words: content_words(words, reach, self.masked),
                clock,
                points_back: self.points_back(&tokens, group),
                joined: group.is_some_and(|g| {
                    let parent = g.parent.filter(|&p| Some(p) < draft.group).and_then(|p| parsed.groups.get(p));
                    matches!(g.link, group::Link::And | group::Link::When)
                        && parent.is_some_and(|p| tells(p) || p.tense == group::Tense::Ing)
                }),
                occasion: scene::names_occasion(words, tokens.clone()),
            };
            let own = anchor::own(&parsed, &draft, &places, &dated, self.times, document.text);
            // "police said": who says so is told with what they say.
            if speech::is_mere_speech(&draft.lemma) && own.is_none() && subject.is_none() {
                continue;
            }
            // "at 22:52": the day is the scene's, and that of the publication only without one.
            let bare = own.as_ref().is_some_and(|o| when::is_bare_clock(&self.times[o.time]));
            // "at 9.16" alone tells no day, not even that of writing.
            let figure =
                |time: &TimeMention| time.span.of(document.text).bytes().all(|b| matches!(b, b'0'..=b'9' | b'.'));
            let dayless = bare && own.as_ref().is_some_and(|o| figure(&self.times[o.time]));
            let scene = match group {
                Some(group) if verbal && (own.is_none() || bare) => {
                    let scene = self.continued(&told, &draft, group);
                    let fresh = main && scene.days.is_none() && own.is_none() && draft.certainty != Certainty::Planned;
                    match entry {
                        Some(time) if fresh && (tells(group) || group.tense == group::Tense::Present) => {
                            self.entered(&told, time)
                        }
                        _ => scene,
                    }
                }
                _ => When { clock, ..When::default() },
            };
            let happened = match (draft.certainty, group.map(|g| g.tense)) {
                (Certainty::Planned, _) => Some(false),
                (_, Some(group::Tense::Past | group::Tense::PastPerfect | group::Tense::PastProgressive)) => Some(true),
                _ => None,
            };
            let mut when = match (&own, group) {
                _ if own.is_none() || dayless || (bare && scene.days.is_some()) => scene,
                (Some(own), _) => {
                    let when = when::when(own, self.times, clock, happened, published);
                    let past = verbal && happened == Some(true);
                    let wrong = past && when::is_unfounded(own, self.times, when.days, published);
                    if wrong { When::default() } else { when }
                }
                (None, _) => When { clock, ..When::default() },
            };
            if let Some(own) = &own
                && verbal
                && !own.borrowed
                && group.is_some_and(|g| {
                    g.tense == group::Tense::Past && matches!(g.link, group::Link::Main | group::Link::And)
                })
                && self.times[own.time].days.is_some_and(|d| crate::day::number(d.to) - crate::day::number(d.from) > 27)
            {
                // The text has gone over to history.
                self.history = Some(self.telling);
            }
            if let Some(own) = &own
                && let Some(group) = group
                && verbal
                && when.days.is_some()
                && !own.borrowed
                && !bare
                && !matches!(
                    group.tense,
                    // "the man arrested on Monday" is told of whatever day the sentence is.
                    group::Tense::Future
                        | group::Tense::Would
                        | group::Tense::Possible
                        | group::Tense::Infinitive
                        | group::Tense::Reduced
                )
                && self.times[own.time].days.is_some_and(|d| d.from == d.to)
            {
                self.set_scene(&told, own.time, speech::is_speech(&draft.lemma));
            }
            if when.days.is_none() {
                let found = draft.group.filter(|_| verbal).map_or_else(anchor::Bounds::default, |g| {
                    anchor::bounds(&parsed, &places, &dated, self.times, g, document.text)
                });
                bounds::fill(&mut when, found, group.map(|g| g.tense), draft.certainty, published);
            }
            let subject_words =
                draft.group.filter(|_| verbal).and_then(|g| speaker::subject(words, &parsed, g, &range));
            let speaker = draft
                .group
                .and_then(|g| speakers.get(g).copied().flatten())
                .filter(|s| !s.contains(words.cover(&(*draft.tokens.start()..draft.tokens.end() + 1))));
            let certainty = match (draft.certainty, group) {
                (Certainty::Reported, Some(_)) if speaker.is_some_and(|s| doubted(words, &parsed, s)) => {
                    Certainty::Claimed
                }
                (certainty, _) => certainty,
            };
            let listed = own.as_ref().zip(draft.group).filter(|(own, _)| verbal && !own.borrowed && !bare);
            let listed = listed.and_then(|(own, group)| listed::listed(words, &places, self.times, group, own.time));
            match &listed {
                Some(Listed::Or(all)) => when = listed::either(words, self.times, all),
                Some(Listed::Through(a, b)) => when = listed::through(words, self.times, *a, *b).unwrap_or(when),
                _ => {}
            }
            self.events.push(Event {
                trigger: words.cover(&(*draft.tokens.start()..draft.tokens.end() + 1)),
                clause,
                sentence: sentence.span,
                label: wording::label(words, &parsed, &draft, &tokens),
                lemma: draft.lemma,
                when,
                actors,
                places: locations,
                certainty,
                speaker,
                trigger_kind: match draft.kind {
                    trigger::DraftKind::Noun { definite: true } | trigger::DraftKind::Carried { definite: true } => {
                        TriggerKind::Back
                    }
                    trigger::DraftKind::Noun { definite: false } => TriggerKind::Noun,
                    _ => TriggerKind::Clause,
                },
                subject: subject_words.map(|r| words.cover(&r)),
                passive: group.is_some_and(|g| g.passive),
            });
            if let (Some(Listed::And(others)), Some(event)) = (listed, self.events.last().cloned()) {
                self.events.extend(others.into_iter().map(|other| {
                    let dated = Dated::stated(document.text, self.times, other, Relation::At);
                    Event {
                        trigger: self.times[other].span,
                        when: when::when(&dated, self.times, None, happened, published),
                        trigger_kind: TriggerKind::Listed,
                        ..event.clone()
                    }
                }));
            }
        }
        self.events[from..].arrange_by_key(|e| e.trigger);
    }

    /// The people and organisations, and the places, of a clause; the sentence's places where
    /// the clause has none.
    fn names(&self, clause: crate::span::Span, sentence: crate::span::Span) -> (Vec<u32>, Vec<u32>) {
        let from = self.entities.mentions.partition_point(|m| m.span.end <= sentence.start);
        let (mut actors, mut places, mut around) = (Vec::new(), Vec::new(), Vec::new());
        for mention in self.entities.mentions[from..].iter().take_while(|m| m.span.start < sentence.end) {
            let list = match mention.kind {
                EntityKind::Place | EntityKind::Facility if clause.contains(mention.span) => &mut places,
                EntityKind::Place | EntityKind::Facility => &mut around,
                EntityKind::Person | EntityKind::Organization if clause.contains(mention.span) => &mut actors,
                _ => continue,
            };
            if !list.contains(&mention.cluster) {
                list.push(mention.cluster);
            }
        }
        if places.is_empty() && around.len() == 1 {
            places = around;
        }
        (actors, places)
    }

    /// The person or organisation that a clause begins with, or by whom it was done.
    fn subject(&mut self, parsed: &group::Parsed, group: Option<usize>, sentence: &Range<usize>) -> Option<u32> {
        let verb = parsed.groups.get(group?)?;
        let agent = verb.last + 1;
        let range = if verb.passive && self.words.is(agent, &["by"]) {
            agent + 1..(agent + 6).min(parsed.clause(group?).end)
        } else {
            speaker::subject(self.words, parsed, group?, sentence)?
        };
        let span = self.words.cover(&range);
        let from = self.entities.mentions.partition_point(|m| m.span.end <= span.start);
        let named = self.entities.mentions[from..]
            .iter()
            .take_while(|m| m.span.start < span.end)
            .filter(|m| matches!(m.kind, EntityKind::Person | EntityKind::Organization))
            .last();
        if let Some(named) = named {
            if named.kind == EntityKind::Person {
                self.person = Some(named.cluster);
            }
            return Some(named.cluster);
        }
        if range.clone().any(|t| self.words.is(t, &["he", "she"])) { self.person } else { None }
    }

    /// Whether a clause begins with a pronoun or "this".
    fn points_back(&self, tokens: &Range<usize>, group: Option<&group::Group>) -> bool {
        let pronouns = ["he", "she", "it", "they", "this", "that", "these", "his", "her", "their", "its"];
        let end = group.map_or(tokens.start, |g| g.first);
        (tokens.start..end)
            .find(|&t| matches!(self.words.kind(t), Kind::Pronoun | Kind::Determiner | Kind::Content))
            .is_some_and(|t| self.words.is(t, &pronouns))
    }

    /// The time of day that a clause states.
    fn clock(&self, clause: crate::span::Span, times: Range<usize>) -> Option<(u8, u8)> {
        self.times[times]
            .iter()
            .filter(|t| t.kind == TimeKind::Time && clause.contains(t.span))
            .find_map(|t| when::clock_of(&t.value))
    }
}

/// Whether the verb before or behind a speaker leaves open if what is said is so.
fn doubted(words: &Words, parsed: &group::Parsed, speaker: crate::span::Span) -> bool {
    parsed.groups.iter().any(|g| {
        speech::is_doubtful(&g.lemma)
            && words.document.tokens.get(g.start).is_some_and(|t| t.start <= speaker.start)
            && words.document.tokens.get(g.last).is_some_and(|t| t.end >= speaker.end)
    })
}

/// The nouns and adjectives of a stretch, as stems, without names and times.
fn content_words(words: &Words, range: Range<usize>, masked: &[Mask]) -> Vec<String> {
    range
        .filter(|&t| words.kind(t) == Kind::Content && masked.get(t) == Some(&Mask::None) && words.word(t).len() > 3)
        .map(|t| stem(words.word(t)).to_owned())
        .collect()
}

/// The dictionary form of a lower-case word that can be a verb or name an event; otherwise
/// the word.
pub(crate) fn base_of(word: &str) -> std::borrow::Cow<'static, str> {
    if let Some(noun) = nouns::read(word) {
        return noun.base;
    }
    verbs::read(word).filter(|v| v.known).map_or_else(|| std::borrow::Cow::Owned(word.to_owned()), |v| v.base)
}

/// A word without its plural ending.
pub(crate) fn stem(word: &str) -> &str {
    match word.strip_suffix('s') {
        Some(stem) if stem.len() > 2 && !stem.ends_with('s') => stem,
        _ => word,
    }
}
