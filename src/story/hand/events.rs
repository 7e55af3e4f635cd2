//! Events that a hand united, took apart, hid, renamed or dated.

use super::{Done, Hand, Place, find, of, pick, place};
use crate::correct::{Correction, Lost, Op, Subject, dated};
use crate::event::When;
use crate::facts::Facts;
use crate::order::Arrange;
use crate::story::StoryEvent;
use crate::story::merge::MentionIndex;

/// Why an event has the date that it has.
const BY_HAND: &str = "Set by hand.";
/// Why an event has none.
const CLEARED: &str = "Cleared by hand.";

/// Corrects which mentions tell one event.
pub(in crate::story) fn apply(
    articles: &[Facts],
    groups: &mut Vec<Vec<MentionIndex>>,
    corrections: &[Correction],
    hand: &mut Hand,
) -> Vec<Done> {
    let mut done = Vec::new();
    for (i, correction) in of(corrections, Subject::Event) {
        let result = match correction.op {
            Op::Merge => merge(articles, groups, correction),
            Op::Split => split(articles, groups, correction),
            Op::Hide => hide(articles, groups, correction).map(|()| None),
            _ => Ok(None),
        };
        match result {
            Ok(place) => done.extend(place.map(|place| (place, correction.op, i))),
            Err(why) => hand.lose(i, why),
        }
    }
    groups.arrange();
    done
}

type Groups = Vec<Vec<MentionIndex>>;

/// The group that tells what stands at a place, and the mention there.
fn group(articles: &[Facts], groups: &Groups, place: Place) -> Result<(usize, MentionIndex), Lost> {
    let events = &articles[place.article as usize].events;
    let event = pick(events.iter().map(|e| e.trigger), place.span).ok_or(Lost::Thing)?;
    let mention = (place.article, event as u32);
    let group = groups.iter().position(|g| g.contains(&mention)).ok_or(Lost::Thing)?;
    Ok((group, mention))
}

fn merge(articles: &[Facts], groups: &mut Groups, correction: &Correction) -> Result<Option<Place>, Lost> {
    let at = place(articles, correction)?;
    let with = find(articles, correction.with.as_ref().ok_or(Lost::Meaning)?)?;
    let (from, _) = group(articles, groups, at)?;
    let (to, _) = group(articles, groups, with)?;
    if from == to {
        return Err(Lost::Done);
    }
    let moved = std::mem::take(&mut groups[from]);
    groups[to].extend(moved);
    groups[to].arrange();
    groups.remove(from);
    Ok(Some(at))
}

fn split(articles: &[Facts], groups: &mut Groups, correction: &Correction) -> Result<Option<Place>, Lost> {
    let at = place(articles, correction)?;
    let (own, mention) = group(articles, groups, at)?;
    if groups[own].len() < 2 {
        return Err(Lost::Done);
    }
    groups[own].retain(|m| *m != mention);
    groups.push(vec![mention]);
    Ok(Some(at))
}

fn hide(articles: &[Facts], groups: &mut Groups, correction: &Correction) -> Result<(), Lost> {
    let (own, _) = group(articles, groups, place(articles, correction)?)?;
    groups.remove(own);
    Ok(())
}

/// Sets the dates and labels that a hand gave.
pub(in crate::story) fn dates(
    articles: &[Facts],
    events: &mut [StoryEvent],
    corrections: &[Correction],
    hand: &mut Hand,
) -> Vec<Done> {
    let mut done = Vec::new();
    let given = |c: &Correction| matches!(c.op, Op::SetDate | Op::ClearDate | Op::Rename);
    for (i, correction) in of(corrections, Subject::Event).filter(|c| given(c.1)) {
        match date(articles, events, correction) {
            Ok(place) => done.push((place, correction.op, i)),
            Err(why) => hand.lose(i, why),
        }
    }
    done
}

fn date(articles: &[Facts], events: &mut [StoryEvent], correction: &Correction) -> Result<Place, Lost> {
    let at = place(articles, correction)?;
    let holds = |e: &&mut StoryEvent| {
        e.mentions.iter().any(|m| m.place.article == at.article && m.place.span.overlaps(at.span))
    };
    let event = events.iter_mut().find(holds).ok_or(Lost::Thing)?;
    match correction.op {
        Op::SetDate => {
            let read = dated(&correction.value).ok_or(Lost::Meaning)?;
            event.when = When {
                days: Some(read.days),
                value: Some(read.value),
                clock: read.clock,
                basis: BY_HAND.to_owned(),
                ..When::default()
            };
            event.central = true;
        }
        Op::ClearDate => event.when = When { basis: CLEARED.to_owned(), ..When::default() },
        _ => {
            let label = correction.value.split_whitespace().collect::<Vec<_>>().join(" ");
            if label.is_empty() {
                return Err(Lost::Meaning);
            }
            event.label = label;
        }
    }
    Ok(at)
}
