//! Participles behind their nouns, which look like verbs in the past: "the tower |built in 1921 fell".

use super::group::{Group, Mask, Tense};
use super::link::{opens, opens_sentence, speaker_in_commas};
use super::speech;
use super::verbs::{self, form};
use super::words::{Kind, Words};
use std::ops::Range;

/// Tells "the tower built in 1921 fell" from "they built the tower".
pub(crate) fn reduce(words: &Words, range: &Range<usize>, masked: &[Mask], groups: &mut [Group]) {
    // "A boy who sold nuts |died": a sentence that opens with a relative clause still needs its verb.
    let opened = groups.first().is_some_and(|g| {
        let that = g.first > range.start + 1 && words.is(g.first - 1, &["that"]);
        that || (range.start..g.first).any(|t| words.kind(t) == Kind::Relative)
    });
    for k in 0..groups.len() {
        let g = &groups[k];
        if g.tense != Tense::Past || g.first != g.head || words.kind(g.head) != Kind::Content {
            continue;
        }
        let both = verbs::read(words.word(g.head)).is_some_and(|v| v.forms & form::PARTICIPLE != 0);
        if !both {
            continue;
        }
        let mut p = g.head;
        while p > 0 && words.kind(p - 1) == Kind::Adverb {
            p -= 1;
        }
        // "fell on Monday, then |recovered"
        let then = (p..g.head).any(|t| words.is(t, &["then"]));
        let after_comma = p > 0 && words.kind(p - 1) == Kind::Mark;
        let next = words.kind(g.last + 1);
        let by = words.is(g.last + 1, &["by"]);
        // "Intelligence gathered pinpointed the plan"; "its bid failed" is of a noun.
        let noun = verbs::read(words.word(g.head)).is_some_and(|v| v.forms & form::BASE != 0);
        let adjacent = !noun && groups.get(k + 1).is_some_and(|n| n.first == g.last + 1);
        // "jailed since 2021"
        let since = next == Kind::Subordinator && masked.get(g.last + 2) == Some(&Mask::Time);
        let prepositional = since || matches!(next, Kind::Preposition | Kind::Mark | Kind::To);
        // "The capsule, built by a rival, |launched in June and was lost": behind an aside, the sentence's own verb.
        let resumed = k > 0
            && groups[k - 1].tense == Tense::Reduced
            && groups[k - 1].first > range.start
            && words.is(groups[k - 1].first - 1, &[","])
            && groups.get(k + 1).is_some_and(|n| words.kind(n.first - 1) == Kind::Coordinator);
        // A finite verb stands before it, or follows, with nothing that opens a clause between.
        let joined = |from: usize, to: usize| {
            let time = |t: usize| masked.get(t) == Some(&Mask::Time);
            (from..to).all(|t| {
                // "concerts planned for Friday and Saturday have been called off"
                let times = words.kind(t) == Kind::Coordinator && t > 0 && time(t - 1) && time(t + 1);
                (times || !matches!(words.kind(t), Kind::Mark | Kind::Coordinator))
                    && !opens(words, masked, t)
                    && !words.is(t, &["that"])
            })
        };
        let finite = |g: &Group| !matches!(g.tense, Tense::Ing | Tense::Infinitive | Tense::Reduced);
        let speech = |g: &Group| speech::is_speech(&g.lemma);
        // A sentence without another verb of its own has this one.
        let others = groups.iter().enumerate().any(|(other, g)| other != k && finite(g));
        // "After the case closed its owner |left the building": the clause that opens it is not all of a sentence.
        let opened = opened || k == 1 && opens_sentence(words, &groups[0]);
        let named = k == 1 && {
            let subject = groups[0].last + 1..p;
            !subject.is_empty() && words.capital(subject.start) && { subject }.all(|t| words.kind(t) == Kind::Content)
        };
        let own = k == 1 && opened && (named || !groups[k + 1..].iter().any(finite));
        let follows_finite = k > 0
            && finite(&groups[k - 1])
            && !speech(&groups[k - 1])
            && joined(groups[k - 1].last + 1, g.head)
            && words.kind(p.wrapping_sub(1)) == Kind::Content;
        let precedes_finite = groups
            .get(k + 1)
            .is_some_and(|n| finite(n) && !speech(g) && joined(g.last + 1, n.first) && (prepositional || adjacent))
            && words.kind(p.wrapping_sub(1)) == Kind::Content;
        // "the ship, |named the Orla, sank", "A boat |called Orla sank"
        // "The search for those missing after a bridge |collapsed ended": what "after" opens has it.
        let inserted = k <= 1
            && words.kind(range.start) != Kind::Subordinator
            && (range.start + 2..groups[0].first)
                .any(|t| words.is(t, &["after", "when", "before"]) && opens(words, masked, t));
        let names = words.is(g.head, &["called", "dubbed", "named", "nicknamed"])
            && (words.capital(g.last + 1) || words.is(g.last + 1, &["the"]) && words.capital(g.last + 2))
            && matches!(words.kind(p.wrapping_sub(1)), Kind::Content | Kind::Mark)
            // "It adds full screens, lists |called Boards"
            && (groups.get(k + 1).is_some_and(finite)
                || k > 0
                    && finite(&groups[k - 1])
                    && !(groups[k - 1].last + 1..p)
                        .any(|t| words.kind(t) == Kind::Coordinator || opens(words, masked, t)));
        // "…, Ana Diaz, the governor of Lima, |said on Friday": whoever that is says it.
        let from = k.checked_sub(1).map_or(range.start, |k| groups[k].last + 1);
        if after_comma && speaker_in_commas(words, &groups[k], from, g.first).is_some() {
            continue;
        }
        if (by && !after_comma && words.kind(p.wrapping_sub(1)) != Kind::Pronoun)
            || names
            || (after_comma && prepositional && others && !own && !then && !resumed)
            || (follows_finite && !own && !inserted)
            || precedes_finite && !inserted
        {
            groups[k].tense = Tense::Reduced;
            groups[k].passive = true;
        }
    }
}
