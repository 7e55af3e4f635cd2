//! Events of a story in the order of time, those without a date in the order of their bounds.

use super::cast::Cast;
use super::merge::MentionIndex;
use super::{EventMention, Place, StoryEvent};
use crate::day;
use crate::event::{Event, TriggerKind, When, speech};
use crate::facts::Facts;
use crate::id;
use crate::letter::is_one_of;
use crate::order::Arrange;
use crate::time::Days;
use jiff::civil::Date;

/// Makes an event of each list of mentions.
#[must_use]
pub fn events(articles: &[Facts], cast: &Cast, groups: &[Vec<MentionIndex>]) -> Vec<StoryEvent> {
    groups.iter().filter_map(|group| event(articles, cast, group)).collect()
}

/// Brings events into the order of time.
pub fn order(events: &mut [StoryEvent]) {
    events.arrange_by(|a, b| key(a).cmp(&key(b)));
}

/// Dated before undated; then days, time of day, bounds, and the order of telling.
type Key<'e> = (bool, Option<Date>, Option<Date>, Option<(u8, u8)>, Option<EventMention>, &'e str);

fn key(event: &StoryEvent) -> Key<'_> {
    let when = &event.when;
    let from = when.days.map_or(when.not_after.or(when.not_before), |d| Some(d.from));
    let to = when.days.map_or(when.not_before, |d| Some(d.to));
    (when.days.is_none(), from, to, when.clock, event.mentions.first().copied(), &event.id)
}

fn event(articles: &[Facts], cast: &Cast, group: &[MentionIndex]) -> Option<StoryEvent> {
    let members: Vec<(u32, u32, &Event)> =
        group.iter().filter_map(|&(a, e)| Some((a, e, articles.get(a as usize)?.events.get(e as usize)?))).collect();
    let (first_article, _, first) = *members.first()?;
    let label = members.iter().min_by_key(|m| (wordiness(articles, m.0, m.2), m.0, m.1))?.2.label.clone();
    let facts = articles.get(first_article as usize)?;
    let text = facts.article.text.as_str();
    let start = first.trigger.start.to_string();
    let id = id::of("e", [facts.article.id.as_str(), start.as_str(), first.trigger.of(text)]);
    let names = |pick: &dyn Fn(&Event) -> Vec<u32>| {
        let mut list: Vec<u32> = members
            .iter()
            .flat_map(|(a, _, e)| {
                pick(e).into_iter().filter_map(|c| cast.index.get(*a as usize)?.get(c as usize).copied())
            })
            .collect();
        list.arrange();
        list.dedup();
        list
    };
    let when = when(&members);
    Some(StoryEvent {
        id,
        central: central(articles, &members, &when),
        label,
        when,
        places: names(&|e| e.places.clone()),
        actors: names(&|e| e.actors.clone()),
        certainty: members.iter().map(|m| m.2.certainty).min()?,
        mentions: members
            .iter()
            .map(|&(article, event, e)| EventMention {
                place: Place { article, span: e.trigger },
                sentence: e.sentence,
                event,
            })
            .collect(),
    })
}

/// Whether an event carries the story, and is not only told in passing.
fn central(articles: &[Facts], members: &[(u32, u32, &Event)], when: &When) -> bool {
    let told_by_several = members.windows(2).any(|pair| pair[0].0 != pair[1].0);
    let clear = |e: &Event| {
        let named = !e.actors.is_empty() || !e.places.is_empty();
        e.trigger_kind == TriggerKind::Clause && named && e.label.split(' ').nth(3).is_some()
    };
    let aside = |&(article, _, e): &(u32, u32, &Event)| is_said(e) || is_part(articles.get(article as usize), e);
    told_by_several
        || members.iter().any(|m| clear(m.2) && !is_said(m.2))
        || (when.days.is_some() && !members.iter().all(aside))
}

/// "officials said": what they said is an event of its own.
fn is_said(event: &Event) -> bool {
    speech::is_mere_speech(&event.lemma)
}

/// "An explosion" in "an explosion ripped through a store on Tuesday": a noun of a clause that tells
/// the same day.
fn is_part(facts: Option<&Facts>, event: &Event) -> bool {
    let Some(facts) = facts else { return false };
    let whole = |other: &&Event| {
        other.trigger_kind == TriggerKind::Clause
            && other.clause.contains(event.trigger)
            && other.when.days == event.when.days
            && !is_said(other)
    };
    let from = facts.events.partition_point(|e| e.sentence.start < event.sentence.start);
    let mut around = facts.events[from..].iter().take_while(|e| e.sentence.start == event.sentence.start);
    event.trigger_kind != TriggerKind::Clause && around.any(|e| whole(&e))
}

/// Words that tell nothing of who or what it was.
const PRONOUNS: [&str; 14] =
    ["he", "she", "it", "they", "i", "we", "this", "that", "which", "who", "his", "her", "their", "its"];

/// How far a mention's label is from what a reader of the timeline wants: a clause with names,
/// neither curt nor cut.
fn wordiness(articles: &[Facts], article: u32, event: &Event) -> u32 {
    let clause = u32::from(event.trigger_kind != TriggerKind::Clause) * 2;
    let nameless = u32::from(event.actors.is_empty()) + u32::from(event.places.is_empty());
    let cut = u32::from(event.label.ends_with('…')) * 2;
    let curt = u32::from(event.label.len() < 25) * 3;
    let capital = event.label.chars().next().is_some_and(char::is_uppercase);
    let pronoun = event.label.split(' ').next().is_some_and(|w| is_one_of(w, &PRONOUNS));
    let known = articles.get(article as usize).is_some_and(|f| f.article.published.is_some());
    let undated = u32::from(event.when.days.is_none());
    let wish = u32::from(event.label.contains(" to ") && event.certainty != crate::event::Certainty::Planned);
    undated + wish + clause + nameless + cut + curt + u32::from(!capital) + u32::from(pronoun) * 4 + u32::from(!known)
}

/// The date of an event from its mentions: the finest that a clause states itself, the one most
/// mentions share; bounds where none has a date.
fn when(members: &[(u32, u32, &Event)]) -> When {
    let mut all: Vec<Option<Days>> = members.iter().map(|m| m.2.when.days).collect();
    all.arrange();
    let rank = |w: &When| {
        let rest = &all[all.partition_point(|d| *d < w.days)..];
        let same = rest.partition_point(|d| *d == w.days);
        let length = w.days.map_or(i32::MAX, |d| day::number(d.to) - day::number(d.from));
        let borrowed = w.inferred.contains(&crate::time::Inferred::Context);
        (length, borrowed, usize::MAX - same, w.inferred.len())
    };
    let best = members.iter().filter(|m| m.2.when.days.is_some()).min_by_key(|m| (rank(&m.2.when), m.0, m.1));
    if let Some(&(article, _, event)) = best {
        let mut when = event.when.clone();
        when.clock =
            when.clock.or_else(|| members.iter().filter(|m| m.2.when.days == when.days).find_map(|m| m.2.when.clock));
        if article != members[0].0 {
            when.basis.push_str(" Another article states this.");
        }
        return when;
    }
    let mut when = members[0].2.when.clone();
    for (_, _, event) in &members[1..] {
        let w = &event.when;
        if w.not_before > when.not_before {
            when.not_before = w.not_before;
        }
        if w.not_after.is_some_and(|d| when.not_after.is_none_or(|o| d < o)) {
            when.not_after = w.not_after;
            when.basis.clone_from(&w.basis);
        }
        when.clock = when.clock.or(w.clock);
    }
    // A plan and its outcome in one article do not pin it to the day of publication.
    if when.not_before.zip(when.not_after).is_some_and(|(a, b)| a >= b) {
        when.not_before = None;
    }
    when
}

#[cfg(test)]
mod tests {
    use crate::facts::{Reader, read};
    use crate::import::{Article, Record};

    #[test]
    fn what_is_told_in_passing() {
        let text = "An explosion ripped through a store in Lenta on Tuesday, officials said on Wednesday. \
                    A fire in May destroyed a mill.";
        let record = Record { id: "a".into(), text: text.into(), ..Record::default() };
        let record = Record { published: Some("2024-05-02".into()), ..record };
        let story = crate::story::tell(vec![read(Article::new(record), &Reader::default())]);
        let told = |e: &&crate::story::StoryEvent| e.mentions[0].place.span.of(text);
        let (central, passing): (Vec<_>, Vec<_>) = story.events.iter().partition(|e| e.central);
        assert_eq!(central.iter().map(told).collect::<Vec<_>>(), ["ripped", "destroyed"]);
        assert_eq!(passing.iter().map(told).collect::<Vec<_>>(), ["explosion", "said", "fire"]);
    }

    #[test]
    fn dated_before_undated_and_both_in_order() {
        let article = |id: &str, published: &str, text: &str| {
            let record =
                Record { id: id.into(), text: text.into(), published: Some(published.into()), ..Record::default() };
            read(Article::new(record), &Reader::default())
        };
        let story = crate::story::tell(vec![
            article(
                "b",
                "2024-05-03",
                "The port closed. A ferry sank on Tuesday. A court convicted the owner in 2019.",
            ),
            article("a", "2024-05-02", "Divers found a wreck. A train derailed at 14:30 on 30 April 2024."),
        ]);
        let told: Vec<String> =
            story.events.iter().map(|e| format!("{} {}", e.when.value.as_deref().unwrap_or("-"), e.label)).collect();
        let expected = [
            "2019 A court convicted the owner in 2019",
            "2024-04-30 A ferry sank on Tuesday",
            "2024-04-30 A train derailed at 14:30 on 30 April 2024",
            "- Divers found a wreck",
            "- The port closed",
        ];
        assert_eq!(told, expected);
    }
}
