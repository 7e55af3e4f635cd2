//! The words a reader types: which events they leave, and the best places to jump to.

use super::bits::Bits;
use super::column::Groups;
use super::{Index, fold};
use crate::order::Arrange;
use crate::span::Span;
use crate::story::{Place, Story};
use std::collections::HashMap;
use std::ops::Range;

/// The folded words of what was typed.
#[must_use]
pub fn terms(typed: &str) -> Vec<String> {
    fold::words(typed).map(|word| word.1).collect()
}

/// Every word of the events, and the events it stands in.
#[derive(Debug)]
pub(super) struct Words {
    /// Sorted.
    vocabulary: Vec<String>,
    /// For each word, its events.
    events: Groups,
}

impl Words {
    /// Reads labels, sentences and names.
    pub fn new(story: &Story, named: &Groups) -> Self {
        let mut ids: HashMap<String, u32> = HashMap::new();
        let mut lists: Vec<Vec<u32>> = Vec::new();
        let mut read = |text: &str, event: u32| {
            for (_, word) in fold::words(text) {
                let id = *ids.entry(word).or_insert(lists.len() as u32) as usize;
                if id == lists.len() {
                    lists.push(Vec::new());
                }
                // Events come in order, so a repeat is the last one.
                if lists[id].last() != Some(&event) {
                    lists[id].push(event);
                }
            }
        };
        for (i, event) in story.events.iter().enumerate() {
            let i = i as u32;
            read(&event.label, i);
            for mention in &event.mentions {
                let article = story.articles.get(mention.place.article as usize);
                read(article.map_or("", |f| mention.sentence.of(&f.article.text)), i);
            }
            for entity in named.of(i).iter().filter_map(|&e| story.entities.get(e as usize)) {
                read(&entity.name, i);
                entity.aliases.iter().for_each(|alias| read(&alias.text, i));
            }
        }
        let mut order: Vec<(String, u32)> = ids.into_iter().collect();
        order.arrange();
        let events = Groups::build(order.len(), &mut |i, out| out.append(&mut lists[order[i].1 as usize]));
        Self { vocabulary: order.into_iter().map(|word| word.0).collect(), events }
    }

    /// The events in which every term begins a word.
    pub fn matching(&self, terms: &[String], size: usize) -> Bits {
        let mut all = Bits::all(size);
        for term in terms {
            let mut one = Bits::none(size);
            let from = self.vocabulary.partition_point(|word| word < term);
            for (i, _) in self.vocabulary[from..].iter().take_while(|word| word.starts_with(term)).enumerate() {
                self.events.of((from + i) as u32).iter().for_each(|&event| one.insert(event));
            }
            all.and(&one);
        }
        all
    }
}

/// A place to jump to.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Hit {
    /// What it is.
    pub target: Target,
    /// The text to show.
    pub text: String,
    /// Which parts of the text match.
    pub marks: Vec<Range<usize>>,
}

/// What a hit leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Target {
    /// A person, organisation, place…: index into [`Story::entities`].
    Entity(u32),
    /// An event: index into [`Story::events`].
    Event(u32),
    /// A sentence of an article.
    Sentence(Place),
}

/// The best places for what was typed, at most `limit` of each kind: names, then events, then
/// sentences.
///
/// Within a kind whole words go before beginnings of words, a match at the start before one
/// further in, and what is mentioned more before what is mentioned less.
#[must_use]
#[inline(never)]
pub fn hits(index: &Index, typed: &str, limit: usize) -> Vec<Hit> {
    let terms = terms(typed);
    if terms.is_empty() {
        return Vec::new();
    }
    let story = &index.story;
    let mut names = Ranked::new(limit);
    for (i, entity) in story.entities.iter().enumerate() {
        let weight = entity.mentions.len();
        let target = Target::Entity(i as u32);
        if !names.offer(&terms, &entity.name, target, weight) {
            // An alias is shown with the name it leads to.
            let alias = entity.aliases.iter().find(|alias| score(&alias.text, &terms).is_some());
            if let Some(alias) = alias {
                names.offer(&terms, &[alias.text.as_str(), " (", &entity.name, ")"].concat(), target, weight);
            }
        }
    }
    let mut events = Ranked::new(limit);
    for event in index.words().matching(&terms, story.events.len()).iter() {
        let known = &story.events[event as usize];
        events.offer(&terms, &known.label, Target::Event(event), known.mentions.len());
    }
    let mut sentences = Ranked::new(limit);
    for (i, facts) in story.articles.iter().enumerate() {
        for &span in &facts.sentences {
            let text = span.of(&facts.article.text);
            let place = Place { article: i as u32, span };
            sentences.offer(&terms, text, Target::Sentence(place), 1);
        }
    }
    [names, events, sentences].into_iter().flat_map(Ranked::take).collect()
}

/// The best hits of one kind.
struct Ranked {
    hits: Vec<(Score, Hit)>,
    limit: usize,
}

/// Lower is better: words only begun, where the first match stands, the less mentioned, then order.
type Score = (usize, usize, std::cmp::Reverse<usize>, Target);

impl Ranked {
    fn new(limit: usize) -> Self {
        Self { hits: Vec::new(), limit }
    }

    /// Keeps a text that has all terms; says whether it does.
    fn offer(&mut self, terms: &[String], text: &str, target: Target, weight: usize) -> bool {
        let Some((begun, at)) = score(text, terms) else { return false };
        let score = (begun, at, std::cmp::Reverse(weight), target);
        let place = self.hits.partition_point(|hit| hit.0 < score);
        if place < self.limit {
            let hit = Hit { target, text: text.to_owned(), marks: fold::find(text, terms) };
            self.hits.insert(place, (score, hit));
            self.hits.truncate(self.limit);
        }
        true
    }

    fn take(self) -> Vec<Hit> {
        self.hits.into_iter().map(|hit| hit.1).collect()
    }
}

/// How many terms are only begun, and where the first match stands; `None` where one is missing.
fn score(text: &str, terms: &[String]) -> Option<(usize, usize)> {
    // Per term: found, and found as a whole word.
    let mut found = vec![(false, false); terms.len()];
    let mut first = None;
    for (range, word) in fold::words(text) {
        for (term, found) in terms.iter().zip(&mut found) {
            if word.starts_with(term.as_str()) {
                *found = (true, found.1 || word == *term);
                first.get_or_insert(range.start);
            }
        }
    }
    found.iter().all(|f| f.0).then(|| (found.iter().filter(|f| !f.1).count(), first.unwrap_or(0)))
}

/// Where the typed words stand in an article, for "find in text".
#[must_use]
pub fn in_text(text: &str, typed: &str) -> Vec<Span> {
    fold::find(text, &terms(typed)).into_iter().map(|r| Span::new(r.start as u32, r.end as u32)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Target, hits, in_text};
    use crate::query::sample;

    /// Each hit as its kind, and its text with the matches in brackets.
    #[track_caller]
    fn check(typed: &str, expected: &[&str]) {
        let found: Vec<String> = hits(&sample::index(), typed, 2)
            .into_iter()
            .map(|hit| {
                let mut text = hit.text.clone();
                for mark in hit.marks.iter().rev() {
                    text.insert(mark.end, ']');
                    text.insert(mark.start, '[');
                }
                let kind = match hit.target {
                    Target::Entity(_) => "name",
                    Target::Event(_) => "event",
                    Target::Sentence(_) => "sentence",
                };
                format!("{kind}: {text}")
            })
            .collect();
        assert_eq!(found, expected, "{typed:?}");
    }

    #[test]
    fn ranked_hits() {
        check("ruiz", &["name: Ana [Ruiz]", "sentence: Mayor Ana [Ruiz] wept.", "sentence: Nobody died, [Ruiz] said."]);
        check(
            "di",
            &[
                "event: people [di]ed",
                "sentence: Nobody [di]ed, Ruiz said.",
                "sentence: Twelve people [di]ed, the Élan agency said.",
            ],
        );
        check("ELAN", &["name: [Élan]", "sentence: Twelve people died, the [Élan] agency said."]);
        check("bridge fell", &["event: [bridge] [fell]", "sentence: The [bridge] [fell] on Sunday."]);
        check("fell ruiz", &[]);
        check(" – ", &[]);
    }

    #[test]
    fn places_in_a_text() {
        let text = "Élan and elation";
        let found: Vec<_> = in_text(text, "ela").iter().map(|s| s.of(text)).collect();
        assert_eq!(found, ["Éla", "ela"]);
    }
}
