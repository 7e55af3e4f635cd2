//! [`Focus`]: the one thing under a reader's attention, shared by all views.

use super::search::Target;
use crate::id;
use crate::story::{Place, Story};

/// What is under attention: a mark in one view shows it in all others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Focus {
    /// Nothing.
    #[default]
    Nothing,
    /// Index into [`Story::events`].
    Event(u32),
    /// Index into [`Story::rows`].
    Row(u32),
    /// Index into [`Story::entities`].
    Entity(u32),
    /// Index into [`Story::articles`].
    Article(u32),
    /// A place in an article: a sentence, a claim, a mark. Not kept in an address.
    Place(Place),
}

impl From<Target> for Focus {
    fn from(target: Target) -> Self {
        match target {
            Target::Entity(i) => Self::Entity(i),
            Target::Event(i) => Self::Event(i),
            Target::Sentence(place) => Self::Place(place),
        }
    }
}

impl Focus {
    /// For the address: a letter for the kind and a short hash of the id; empty for nothing.
    #[must_use]
    pub fn write(self, story: &Story) -> String {
        id_of(self, story).map(|(letter, id)| short(letter, id)).unwrap_or_default()
    }

    /// From an address; what the story does not have is nothing.
    #[must_use]
    pub fn read(text: &str, story: &Story) -> Self {
        let all = |count: usize, make: fn(u32) -> Self| (0..count as u32).map(make);
        let focus = match text.as_bytes().first() {
            Some(b'e') => all(story.events.len(), Self::Event).find(|f| f.write(story) == text),
            Some(b'r') => all(story.rows.len(), Self::Row).find(|f| f.write(story) == text),
            Some(b'n') => all(story.entities.len(), Self::Entity).find(|f| f.write(story) == text),
            Some(b'a') => all(story.articles.len(), Self::Article).find(|f| f.write(story) == text),
            _ => None,
        };
        focus.unwrap_or_default()
    }

    /// Where to read about it: the places in the articles that say it, in order.
    #[must_use]
    pub fn places(self, story: &Story) -> Vec<Place> {
        let at = |list: Option<Vec<Place>>| list.unwrap_or_default();
        match self {
            Self::Nothing | Self::Article(_) => Vec::new(),
            Self::Event(i) => {
                let event = story.events.get(i as usize);
                at(event
                    .map(|e| e.mentions.iter().map(|m| Place { article: m.place.article, span: m.sentence }).collect()))
            }
            Self::Row(i) => at(story.rows.get(i as usize).map(|r| r.claims.iter().map(|c| c.place).collect())),
            Self::Entity(i) => at(story.entities.get(i as usize).map(|e| e.mentions.clone())),
            Self::Place(place) => vec![place],
        }
    }
}

fn id_of(focus: Focus, story: &Story) -> Option<(char, &str)> {
    Some(match focus {
        Focus::Event(i) => ('e', &story.events.get(i as usize)?.id),
        Focus::Row(i) => ('r', &story.rows.get(i as usize)?.id),
        Focus::Entity(i) => ('n', &story.entities.get(i as usize)?.id),
        Focus::Article(i) => ('a', &story.articles.get(i as usize)?.article.id),
        Focus::Nothing | Focus::Place(_) => return None,
    })
}

fn short(letter: char, id: &str) -> String {
    let hash = id::of("", [id]);
    format!("{letter}{}", hash.get(..6).unwrap_or(&hash))
}

#[cfg(test)]
mod tests {
    use super::Focus;
    use crate::query::sample;

    #[test]
    fn through_the_address_and_back() {
        let story = sample::story();
        for focus in [Focus::Nothing, Focus::Event(2), Focus::Row(1), Focus::Entity(0), Focus::Article(2)] {
            assert_eq!(Focus::read(&focus.write(&story), &story), focus);
        }
        for odd in ["e", "e000000", "x123456", "é", "e99999999"] {
            assert_eq!(Focus::read(odd, &story), Focus::Nothing, "{odd}");
        }
        assert_eq!(Focus::Event(99).write(&story), "");
    }

    #[test]
    fn everything_leads_to_its_words() {
        let story = sample::story();
        let check = |focus: Focus, expected: &[&str]| {
            let places = focus.places(&story);
            let words: Vec<_> =
                places.iter().map(|p| p.span.of(&story.articles[p.article as usize].article.text)).collect();
            assert_eq!(words, expected, "{focus:?}");
        };
        check(Focus::Event(0), &["The bridge fell on Sunday."]);
        check(Focus::Row(0), &["Twelve people died", "Nobody died"]);
        check(Focus::Entity(1), &["Élan"]);
        check(Focus::Article(0), &[]);
        check(Focus::Event(99), &[]);
    }
}
