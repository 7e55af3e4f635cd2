//! The days that a text follows from sentence to sentence.

use super::place::Relation;
use super::words::{Kind, Words};
use crate::order::Arrange;
use std::ops::Range;

/// What a clause has in common with others.
#[derive(Debug)]
pub(crate) struct Told {
    /// Number of its sentence among those that tell what happened.
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
    /// Whether its sentence goes back in time: "Earlier, on 24 June, …".
    pub(crate) back: bool,
    /// The clause, without a day, after which it says it came: "After the case closed, …".
    pub(crate) after: Option<Range<usize>>,
    /// Whether it tells what came of something: "Three people died", "Four were taken to hospital".
    pub(crate) toll: bool,
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
    /// Whether it is only looked back on: "Earlier, on 24 June, …".
    back: bool,
    subjects: Vec<u32>,
    names: Vec<u32>,
    words: Vec<String>,
    /// Number of the last sentence that belongs to it.
    pub(crate) sentence: usize,
}

impl Scene {
    /// A scene on a day.
    pub(crate) fn new(time: usize, spoken: bool) -> Self {
        Self { time, spoken, back: false, subjects: Vec::new(), names: Vec::new(), words: Vec::new(), sentence: 0 }
    }

    /// Adds a clause.
    pub(crate) fn add(&mut self, told: &Told) {
        self.sentence = told.sentence;
        self.back = told.back;
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
            // What the text only looks back on is not gone on with, but by who or what was told of there.
            _ if self.back && !told.back => distance < 2 && (told.points_back || same_subject),
            0 | 1 if told.points_back => true,
            0..=2 if told.toll && !self.spoken => true,
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

    /// Whether it tells of what a word names.
    pub(crate) fn has_word(&self, word: &String) -> bool {
        self.words.binary_search(word).is_ok()
    }

    /// Whether a clause begins with somebody of the scene.
    pub(crate) fn has_subject(&self, told: &Told) -> bool {
        told.subject.is_some_and(|s| self.subjects.contains(&s))
    }
}

/// Words that take a clause away from the day told before it.
pub(crate) fn leaves_scene(words: &Words, range: Range<usize>) -> Option<Relation> {
    for t in range.clone() {
        let noun = |t: usize| words.kind(t) == Kind::Determiner && !words.is(t, &["that"]);
        match words.word(t) {
            // "when the firm first showed it", "it was first shown": of another day than the rest.
            "first" if t > range.start && words.kind(t - 1) != Kind::Determiner && t + 1 < range.end => {
                let be = words.kind(t - 1) == Kind::Be || words.kind(t + 1) == Kind::Be;
                let verb = words.word(t + 1).ends_with("ed") || be;
                if verb && words.kind(t - 1) != Kind::Preposition {
                    return Some(Relation::Before);
                }
            }
            // "before the conference"
            "before" if noun(t + 1) => return Some(Relation::Before),
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
