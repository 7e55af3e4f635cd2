//! Who speaks in a sentence, where several speak in one article.

use super::phrase::Phrase;
use crate::claim::Turns;
use crate::entity::EntityKind;
use crate::event::Event;
use crate::facts::Facts;
use crate::span::Span;

/// The clauses of all articles that are attributed, by themselves: they are asked for by the thousand.
pub(super) struct Speakers<'s> {
    articles: &'s [Facts],
    spoken: Vec<Spoken>,
    /// The first of each article, and one past the last.
    first: Vec<usize>,
}

/// A clause that somebody says.
struct Spoken {
    sentence: Span,
    clause: Span,
    speaker: Span,
}

impl<'s> Speakers<'s> {
    pub(super) fn new(articles: &'s [Facts]) -> Self {
        let (mut spoken, mut first) = (Vec::new(), vec![0]);
        for facts in articles {
            let of = |e: &Event| Some(Spoken { sentence: e.sentence, clause: e.clause, speaker: e.speaker? });
            spoken.extend(facts.events.iter().filter_map(of));
            first.push(spoken.len());
        }
        Self { articles, spoken, first }
    }

    /// Who says what is marked, where the article attributes it.
    pub(super) fn of(&self, article: u32, mark: Span) -> Option<&'s str> {
        let article = article as usize;
        // They stand in the order of their sentences.
        let all = &self.spoken[self.first[article]..self.first[article + 1]];
        let from = all.partition_point(|s| s.sentence.end <= mark.start);
        let mut here = all[from..].iter().take_while(|s| s.sentence.start < mark.end);
        let spoken = here.find(|s| s.clause.overlaps(mark))?;
        Some(spoken.speaker.of(&self.articles[article].article.text))
    }
}

/// Whether two statements of one article are said by two speakers.
pub(super) fn two_voices(articles: &[Facts], article: u32, x: u32, y: u32) -> bool {
    let facts = &articles[article as usize];
    let (p, q) = (&facts.claims.statements[x as usize], &facts.claims.statements[y as usize]);
    p.sentence != q.sentence && voice(facts, p.sentence).zip(voice(facts, q.sentence)).is_some_and(|(a, b)| a != b)
}

/// Who speaks in a sentence: the first person or body named, where the sentence quotes somebody.
fn voice(facts: &Facts, sentence: u32) -> Option<u32> {
    static SAYS: Turns = Turns::new(&[
        "said",
        "says",
        "told",
        "tells",
        "insisted",
        "insists",
        "claimed",
        "claims",
        "testified",
        "according",
    ]);
    let span = *facts.sentences.get(sentence as usize)?;
    let words = Phrase::new(facts, span);
    (0..words.len()).find(|&i| words.any(i, &SAYS).is_some())?;
    let from = facts.entities.mentions.partition_point(|m| m.span.end <= span.start);
    let mut named = facts.entities.mentions[from..].iter().take_while(|m| m.span.start < span.end);
    named.find(|m| matches!(m.kind, EntityKind::Person | EntityKind::Organization)).map(|m| m.cluster)
}
