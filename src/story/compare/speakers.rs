//! Who speaks in a sentence, where several speak in one article.

use super::phrase::Phrase;
use crate::claim::Turns;
use crate::entity::EntityKind;
use crate::facts::Facts;

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
