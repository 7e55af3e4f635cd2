//! Corrections applied while a story is told: names and dates before events are united, events and
//! rows after, and a list of all that a hand changed.
//!
//! What does not fit any more is listed in [`Hand::lost`], never dropped and never guessed.

mod events;
mod names;
mod rows;
mod times;

pub(super) use events::{apply as events, dates};
pub(super) use rows::{apply as rows, kept};

use super::cast::{self, Cast};
use super::{Place, Story};
use crate::correct::{Anchor, Correction, Lost, Op, Subject, Target};
use crate::facts::{self, Facts};
use crate::order::Arrange;
use crate::span::Span;
use serde::{Deserialize, Serialize};

/// What a person's hand changed in a story.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hand {
    /// What was changed and how, in order.
    pub touched: Vec<Touched>,
    /// Corrections that do not fit.
    pub lost: Vec<LostCorrection>,
}

/// One change.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Touched {
    /// What was changed.
    pub thing: Thing,
    /// How.
    pub op: Op,
    /// By which of the corrections.
    pub correction: u32,
    /// Of a note its text, of a settled row what was said of it.
    pub text: String,
}

/// Something of a story.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Thing {
    /// Index into [`Story::entities`].
    Name(u32),
    /// Index into [`Story::articles`], and into the times of that article.
    Time(u32, u32),
    /// Index into [`Story::events`].
    Event(u32),
    /// Index into [`Story::rows`].
    Row(u32),
    /// Index into [`Story::articles`].
    Article(u32),
    /// Any words.
    Passage(Place),
}

/// A correction that does not fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LostCorrection {
    /// Which of the corrections.
    pub correction: u32,
    /// Why.
    pub why: Lost,
}

impl Hand {
    /// What was done to one thing.
    pub fn on(&self, thing: Thing) -> impl Iterator<Item = &Touched> {
        let from = self.touched.partition_point(|t| t.thing < thing);
        self.touched[from..].iter().take_while(move |t| t.thing == thing)
    }

    fn touch(&mut self, thing: Thing, op: Op, correction: usize, text: &str) {
        self.touched.push(Touched { thing, op, correction: correction as u32, text: text.to_owned() });
    }

    fn lose(&mut self, correction: usize, why: Lost) {
        self.lost.push(LostCorrection { correction: correction as u32, why });
    }
}

/// What is yet to be matched with the finished story: a place, what was done there, by which
/// correction.
pub(super) type Done = (Place, Op, usize);

/// Corrects times and names, reads the events of changed articles again, and unites the names.
pub(super) fn cast(articles: &mut [Facts], corrections: &[Correction], hand: &mut Hand) -> Cast {
    let mut changed = vec![false; articles.len()];
    times::apply(articles, corrections, hand, &mut changed);
    let mut cast = cast::unite(articles);
    names::apply(articles, &mut cast, corrections, hand, &mut changed);
    for (facts, _) in articles.iter_mut().zip(changed).filter(|c| c.1) {
        facts::read_again(facts);
    }
    cast
}

/// The corrections of one kind of subject that change it, with their places in the list.
fn of(corrections: &[Correction], subject: Subject) -> impl Iterator<Item = (usize, &Correction)> {
    let own = move |c: &&Correction| c.target.subject == subject && c.op != Op::Note && c.is_meant();
    corrections.iter().enumerate().filter(move |(_, c)| own(c))
}

/// Where a correction's first anchor lies.
fn place(articles: &[Facts], correction: &Correction) -> Result<Place, Lost> {
    find(articles, correction.target.anchors.first().ok_or(Lost::Meaning)?)
}

/// Where an anchor lies.
fn find(articles: &[Facts], anchor: &Anchor) -> Result<Place, Lost> {
    let article = articles.iter().position(|f| f.article.id == anchor.source).ok_or(Lost::Article)?;
    let span = anchor.find(&articles[article].article.text).ok_or(Lost::Words)?;
    Ok(Place { article: article as u32, span })
}

/// Of spans in order, the one that `span` names: the same, or else the first that overlaps it.
fn pick(spans: impl Iterator<Item = Span> + Clone, span: Span) -> Option<usize> {
    let same = spans.clone().position(|s| s == span);
    same.or_else(|| spans.clone().position(|s| s.overlaps(span)))
}

/// Puts notes where they belong, lists what means nothing, and brings all into order.
pub(super) fn finish(story: &mut Story, corrections: &[Correction], done: Vec<Done>) {
    let mut hand = std::mem::take(&mut story.hand);
    for (place, op, correction) in done {
        match thing(story, Subject::Event, place) {
            Some(thing) => hand.touch(thing, op, correction, ""),
            None => hand.lose(correction, Lost::Thing),
        }
    }
    let mut notes: Vec<Touched> = Vec::new();
    for (i, correction) in corrections.iter().enumerate() {
        if !correction.is_meant() {
            hand.lose(i, Lost::Meaning);
        } else if correction.op == Op::Note {
            let found = match correction.target.subject {
                Subject::Row => rows::find(story, &correction.target).map(|row| Thing::Row(row as u32)),
                subject => place(&story.articles, correction).and_then(|p| thing(story, subject, p).ok_or(Lost::Thing)),
            };
            match found {
                Ok(thing) => {
                    notes.retain(|n| n.thing != thing);
                    let text = correction.value.clone();
                    notes.push(Touched { thing, op: Op::Note, correction: i as u32, text });
                }
                Err(why) => hand.lose(i, why),
            }
        }
    }
    hand.touched.extend(notes.into_iter().filter(|n| !n.text.is_empty()));
    hand.touched.arrange();
    hand.lost.arrange_by_key(|l| l.correction);
    hand.lost.dedup_by_key(|l| l.correction);
    story.hand = hand;
}

/// The target of a correction of something in a story; `None` where the story has no such thing.
#[must_use]
pub fn target(story: &Story, thing: Thing) -> Option<Target> {
    let anchor = |place: Place| {
        let article = &story.articles.get(place.article as usize)?.article;
        Some(Anchor::new(&article.id, &article.text, place.span))
    };
    let (subject, anchor) = match thing {
        Thing::Row(row) => return Some(rows::target(story, story.rows.get(row as usize)?)),
        Thing::Name(name) => (Subject::Name, anchor(*story.entities.get(name as usize)?.mentions.first()?)?),
        Thing::Event(event) => (Subject::Event, anchor(story.events.get(event as usize)?.mentions.first()?.place)?),
        Thing::Time(article, time) => {
            let span = story.articles.get(article as usize)?.times.get(time as usize)?.span;
            (Subject::Time, anchor(Place { article, span })?)
        }
        Thing::Article(article) => {
            (Subject::Article, Anchor::article(&story.articles.get(article as usize)?.article.id))
        }
        Thing::Passage(place) => (Subject::Passage, anchor(place)?),
    };
    Some(Target { subject, anchors: vec![anchor], aspect: String::new() })
}

/// What of the story stands at a place.
fn thing(story: &Story, subject: Subject, place: Place) -> Option<Thing> {
    let facts = story.articles.get(place.article as usize)?;
    let at = |p: &Place| p.article == place.article && p.span.overlaps(place.span);
    match subject {
        Subject::Name => {
            let index = story.entities.iter().position(|e| e.mentions.iter().any(at))?;
            Some(Thing::Name(index as u32))
        }
        Subject::Time => {
            let time = pick(facts.times.iter().map(|t| t.span), place.span)?;
            Some(Thing::Time(place.article, time as u32))
        }
        Subject::Event => {
            let index = story.events.iter().position(|e| e.mentions.iter().any(|m| at(&m.place)))?;
            Some(Thing::Event(index as u32))
        }
        Subject::Article => Some(Thing::Article(place.article)),
        Subject::Passage => Some(Thing::Passage(place)),
        Subject::Row => None,
    }
}

#[cfg(test)]
mod tests;
