//! Times of day at which a misfortune came about, by whatever verb or noun it is told: a story is of one.
//!
//! ```text
//! a: the typhoon came ashore at 4:20      b: the storm struck the coast a little after six
//! a: the accident happened at about 11    b: the cabin crashed at half past one
//! ```

use super::dated::Dated;
use super::moments;
use crate::event::{Certainty, Event, TriggerKind, classes};
use crate::facts::Facts;
use crate::order::Arrange;
use crate::story::compare::deeds::PREPOSITIONS;
use crate::story::compare::index::{At, BySentence};
use crate::story::compare::{Draft, Telling};

/// Onsets of one kind that are compared pair by pair, at most.
const FEW: usize = 16;

/// Bytes behind a noun within which its time of day stands.
const CLOSE: usize = 40;

/// How a misfortune comes about, and what it is called: by their classes.
const KINDS: [(&[&str], &[&str]); 9] = [
    (&["explode", "go off"], &["explode"]),
    (&["crash", "derail"], &["crash", "derail"]),
    (&["collapse", "cave in", "break loose"], &["collapse", "landslide", "avalanche", "slide", "slab"]),
    (&["come ashore", "make landfall"], &["storm", "landfall", "eye"]),
    (&["black out"], &["blackout", "outage", "power", "lights", "electricity"]),
    (&["open fire"], &["shoot", "attack"]),
    (&[], &["quake"]),
    (&["overflow", "overtop", "spill"], &["overflow"]),
    (&[], &["flood", "wave"]),
];
/// What any misfortune may be called.
const ANY: [&str; 4] = ["accident", "disaster", "tragedy", "incident"];
/// Verbs by which what is so called comes about.
const COMES: [&str; 11] =
    ["happen", "occur", "strike", "hit", "come", "begin", "take place", "unfold", "cross", "go out", "fail"];

/// Verbs by which it does, and those by which it is made to.
const FALLS: [&str; 4] = ["break off", "break away", "come down", "give way"];
const MADE: [&str; 3] = ["release", "trigger", "set off"];
/// What comes over a wall where it overflows.
const WATERS: [&str; 6] = ["water", "river", "reservoir", "lake", "sea", "dam"];

/// A clause that tells when a misfortune came about.
struct Onset<'d, 's> {
    kind: u32,
    at: At,
    time: &'d Dated<'s>,
    /// The name of what it befell, or that is its own.
    named: Option<u32>,
}

/// Finds the rows about onsets that are told of two times of day.
pub(super) fn rows(story: &Telling, dated: &BySentence<Dated>, drafts: &mut Vec<Draft>) {
    let mut all: Vec<Onset> = Vec::new();
    for d in story.deeds {
        let kinds = || kinds(story, d.at, d.event);
        let time = kinds().next().and_then(|_| moments::clock_of(story, dated, d));
        let named = d.agent.entity;
        all.extend(time.into_iter().flat_map(|time| kinds().map(move |kind| Onset { kind, at: d.at, time, named })));
    }
    for (a, facts) in story.articles.iter().enumerate() {
        for e in facts.events.iter().filter(|e| is_noun(e)) {
            let at = At {
                article: a as u32,
                sentence: facts.sentences.partition_point(|s| s.end <= e.trigger.start) as u32,
            };
            let kinds = || kinds(story, at, e);
            let time = kinds().next().and_then(|_| time_of(facts, dated.of(at), e));
            all.extend(
                time.into_iter().flat_map(|time| kinds().map(move |kind| Onset { kind, at, time, named: None })),
            );
        }
    }
    all.arrange_by_key(|o| (o.kind, o.at, o.time.time.span));
    for of_kind in all.chunk_by(|x, y| x.kind == y.kind) {
        // Who tells of two tells of two misfortunes.
        let once = |run: &&[Onset]| run.iter().all(|o| o.time.time.span == run[0].time.time.span);
        let told: Vec<&Onset> =
            of_kind.chunk_by(|x, y| x.at.article == y.at.article).filter(once).map(|run| &run[0]).collect();
        if told.len() > FEW {
            continue;
        }
        for (k, x) in told.iter().enumerate() {
            let one = |y: &&&Onset| x.named.zip(y.named).is_none_or(|(a, b)| a == b);
            told[k + 1..].iter().filter(one).for_each(|y| moments::differ(story, x.time, y.time, drafts));
        }
    }
}

/// The only time of day close behind a noun: "the accident happened |shortly after 11 a.m.|".
fn time_of<'d, 's>(facts: &Facts, here: &'d [Dated<'s>], e: &Event) -> Option<&'d Dated<'s>> {
    let mut clocks = here.iter().filter(|t| t.clock.is_some() && t.time.span.start > e.trigger.end);
    let time = clocks.next().filter(|_| clocks.next().is_none())?;
    let between = facts.article.text.get(e.trigger.end as usize..time.time.span.start as usize)?;
    let told = matches!(e.certainty, Certainty::Reported | Certainty::Claimed);
    (told && between.len() <= CLOSE && !between.contains([',', ';', '.'])).then_some(time)
}

/// Which misfortunes an event may be the beginning of, by number.
fn kinds(story: &Telling, at: At, event: &Event) -> impl Iterator<Item = u32> {
    let text = story.articles[at.article as usize].article.text.as_str();
    let behind = &text[event.trigger.end as usize..];
    let own = classes::of(&event.lemma);
    let waters = || event.subject.is_some_and(|s| WATERS.contains(&&*head(s.of(text))));
    // "opened |fire", "came |over the wall"
    let class = if own == "open" && behind.starts_with(" fire") {
        "open fire"
    } else if !event.passive && behind.starts_with(" over ") && waters() {
        "overflow"
    } else {
        own
    }
    .to_owned();
    let lemma = &&*event.lemma;
    let comes = class == "begin" || COMES.contains(lemma) || FALLS.contains(lemma);
    let made = event.passive && MADE.contains(lemma);
    let subject = event.subject.filter(|_| made || comes && !event.passive);
    let verb = !is_noun(event);
    let noun = if verb { subject.map(|s| head(s.of(text))) } else { Some(class.clone()) };
    let of = move |(verbs, nouns): &(&[&str], &[&str])| {
        let named = |n: &String| nouns.contains(&&**n) || ANY.contains(&&**n);
        (verb && verbs.contains(&&*class)) || noun.as_ref().is_some_and(named)
    };
    KINDS.iter().zip(0..).filter(move |k| of(k.0)).map(|k| k.1)
}

fn is_noun(event: &Event) -> bool {
    matches!(event.trigger_kind, TriggerKind::Noun | TriggerKind::Back)
}

/// The class of the last word before any preposition: "the eye of the typhoon" → eye.
fn head(subject: &str) -> String {
    let head = subject.split([',', ' ']).take_while(|w| !PREPOSITIONS.contains(w) && *w != "of").last();
    classes::of(&head.unwrap_or_default().to_ascii_lowercase()).to_owned()
}
