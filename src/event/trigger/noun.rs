//! Nouns that tell an event, alone or with a verb that only lends its tense.

use super::verb::{certainty as certainty_of, is_comment, under_condition, verb};
use super::{Draft, DraftKind};
use crate::event::Certainty;
use crate::event::group::{Group, Link, Parsed, Tense};
use crate::event::nouns;
use crate::event::speech;
use crate::event::words::{Kind, Words, is_negation};

/// Reads the noun at a token as a trigger.
pub(super) fn noun(
    words: &Words,
    parsed: &Parsed,
    token: usize,
    bound: &dyn Fn(usize) -> bool,
    lent: &mut [bool],
) -> Option<Draft> {
    if words.kind(token) != Kind::Content || parsed.groups.iter().any(|g| g.head == token) {
        return None;
    }
    let noun = nouns::read(words.word(token))?;
    let (sentence, end) = (parsed.offset, parsed.offset + parsed.owner.len());
    // "attack helicopters", "raid-proof", "Operation Sunrise"
    let next = token + 1;
    if next < end {
        let glued = words.is(next, &["-", "‑"]) && !words.spaced(next);
        let compound = words.kind(next) == Kind::Content
            && words.spaced(next)
            && !words.capital(next)
            && !parsed.groups.iter().any(|g| g.first == next)
            && !matches!(words.word(next), "alive" | "dead" | "late" | "early" | "last" | "next");
        if glued || compound {
            return None;
        }
    }
    // "disaster and emergency management agency": one of what a body is for.
    let body = |t: usize| {
        words.is(
            t,
            &["agency", "agencies", "authority", "committee", "department", "fund", "ministry", "office", "service"],
        )
    };
    let of_a_body = words.is(next, &["and"])
        && (next + 1..(next + 5).min(end)).take_while(|&t| words.kind(t) == Kind::Content).any(body);
    // "a charge of 33 cents a share"
    let sum = words.is(token, &["charge", "charges"])
        && words.is(next, &["of"])
        && (words.kind(next + 1) == Kind::Number || words.is(next + 1, &["$", "£", "€"]));
    if of_a_body || sum {
        return None;
    }
    // "Flight 812"
    if words.capital(token) && words.kind(next) == Kind::Number {
        return None;
    }
    // "March", "Operation Sunrise"; a headline writer's capitals are no names.
    if words.capital(token) && token > sentence {
        return None;
    }
    if nouns::is_tally(words, token) {
        return None;
    }
    // "opened fire", "caught fire", "came under fire"
    let shots = ["open", "opened", "opening", "opens", "catch", "catches", "caught", "under", "returned", "on", "set"];
    if words.is(token, &["fire"]) && words.is(token.wrapping_sub(1), &shots) {
        return None;
    }
    if is_idiom(words, token) {
        return None;
    }
    let before = phrase(words, parsed, token);
    let group = parsed.owner(token);
    let governing = group.and_then(|g| parsed.groups.get(g));
    let lead = words.word(before);
    let determined = words.kind(before) == Kind::Determiner;
    let possessive = (before..token).any(|t| words.kind(t) == Kind::Clitic);
    let another = (before..token).any(|t| is_another(words.word(t)));
    let pointing = possessive
        || matches!(
            lead,
            "the" | "this" | "that" | "these" | "those" | "its" | "his" | "her" | "their" | "our" | "my" | "both"
        );
    let definite = pointing && !another;
    // "a no-confidence vote" is one.
    let lead = if words.is(before + 1, &["-", "‑"]) { "" } else { lead };
    let negated = matches!(lead, "no" | "any" | "without" | "every" | "such" | "each")
        || (before > sentence && words.is(before - 1, &["without", "no"]));
    let timed = bound(token);
    let light = carried(words, parsed, token);
    // "came down without warning at 7.20am"
    let without = before > sentence && words.is(before - 1, &["without"]);
    if negated && !timed || without {
        return None;
    }
    let bare = !determined && !possessive && words.kind(before) != Kind::Number;
    if bare && noun.plural && light.is_none() && !timed {
        return None;
    }
    let aimed = words.is(next, &["against"]);
    if nouns::is_weak(&noun.base) && light.is_none() && !timed && !aimed {
        return None;
    }
    if nouns::is_generic(&noun.base) && !definite && light.is_none() && !timed {
        return None;
    }
    // "the threat of an attack", "the risk of a strike": nothing has happened.
    let feared = before >= sentence + 2
        && words.is(before - 1, &["of", "for", "about"])
        && words.is(
            before - 2,
            &[
                "threat",
                "threats",
                "risk",
                "danger",
                "fear",
                "fears",
                "possibility",
                "prospect",
                "potential",
                "likelihood",
                "chance",
                "case",
                "event",
                "warning",
                "warnings",
            ],
        );
    let mut certainty = if lead == "no" { Certainty::Denied } else { Certainty::Reported };
    for t in before..token {
        match words.word(t) {
            "planned" | "foiled" | "thwarted" | "averted" | "proposed" | "upcoming" | "scheduled" | "forthcoming"
            | "prevented" => certainty = Certainty::Planned,
            "possible" | "potential" | "imminent" | "future" | "further" | "feared" | "similar" if !timed => {
                certainty = Certainty::Possible
            }
            "alleged" | "purported" | "claimed" | "supposed" => certainty = Certainty::Claimed,
            _ => {}
        }
    }
    // "the release, which is scheduled for June"
    let awaited = ["due", "expected", "planned", "scheduled", "set", "slated"];
    let is_to_be =
        |t: usize| words.kind(t) == Kind::Relative && words.is(t + 1, &["is", "are"]) && words.is(t + 2, &awaited);
    if let Some(t) = (next..end.min(next + 6)).find(|&t| is_to_be(t)) {
        certainty = Certainty::Planned;
        // "the release, which is scheduled for |release in June": the second has the day.
        if words.is(t + 3, &["for"]) && words.word(t + 4) == words.word(token) {
            return None;
        }
    }
    if feared && !timed {
        certainty = Certainty::Possible;
    }
    if certainty == Certainty::Possible && light.is_none() {
        return None;
    }
    if let Some(index) = light {
        if is_comment(words, parsed, index) {
            return None;
        }
        let own = if exists(words, &parsed.groups[index]) {
            certainty_of(words, parsed, index, true)?
        } else {
            verb(words, parsed, index, true)?
        };
        lent[index] = true;
        return Some(Draft {
            tokens: token..=token,
            lemma: noun.base.into_owned(),
            group,
            // "the planned attack took place": what has happened is no plan any more.
            certainty: match (own, certainty) {
                (Certainty::Reported, Certainty::Claimed) => certainty,
                _ => own,
            },
            kind: DraftKind::Carried { definite },
        });
    }
    if let Some(g) = governing {
        let after = token > g.last;
        // "famine was imminent"
        let looming = ["imminent", "impossible", "inevitable", "likely", "looming", "possible", "unlikely"];
        if !after && g.lemma == "be" && words.is(g.last + 1, &looming) {
            return None;
        }
        // "would be the first strike since 1984"
        let would_be = after && g.lemma == "be" && matches!(g.tense, Tense::Future | Tense::Would);
        if !timed && group.is_some_and(|index| is_comment(words, parsed, index) || under_condition(parsed, index)) {
            return None;
        }
        let possible = matches!(g.tense, Tense::Possible | Tense::Unreal);
        if possible && !definite && !timed {
            return None;
        }
        let never = matches!(g.lemma.as_str(), "prevent" | "foil" | "thwart" | "avert");
        let undone = after && speech::is_undone(&g.lemma) && before <= g.last + 3 && (never || !definite);
        let future = matches!(g.tense, Tense::Future | Tense::Would) && !definite;
        // "demanded the release of the hostages": it is what they want.
        let wanted = after && definite && !timed && is_wanted(words, parsed, g, before);
        // "called for an end to the war at a |rally": where they called.
        let called_for = after
            && !definite
            && !words.is(before.wrapping_sub(1), &["at", "during"])
            && g.link != Link::Purpose
            // "set off a riot"
            && !words.is(g.last + 1, &["off", "up", "out"])
            && matches!(
                g.lemma.as_str(),
                "call" | "demand" | "urge" | "seek" | "propose" | "threaten" | "want" | "plan" | "set" | "expect"
            );
        // "charged with murder", "accused of a fraud": whether it was one is the question.
        let accused = matches!(g.lemma.as_str(), "charge" | "accuse" | "suspect" | "indict")
            && after
            && words.is(before - 1, &["with", "of", "for"]);
        if accused {
            certainty = Certainty::Claimed;
        } else if undone || future || called_for || wanted || would_be && !timed {
            certainty = Certainty::Planned;
        } else if after && g.lemma == "deny" {
            certainty = Certainty::Denied;
        }
        let general =
            matches!(g.tense, Tense::Present) && !timed && (g.lemma == "be" || g.lemma == "have") && !definite;
        if general && bare {
            return None;
        }
    }
    if bare && !timed && governing.is_some_and(|g| matches!(g.tense, Tense::Infinitive | Tense::Present | Tense::Ing)) {
        return None;
    }
    Some(Draft {
        tokens: token..=token,
        lemma: noun.base.into_owned(),
        group,
        certainty,
        kind: DraftKind::Noun { definite },
    })
}

/// Nouns that a preposition without an article makes a state of: "in |charge", "on |sale".
fn is_idiom(words: &Words, token: usize) -> bool {
    let before = token.wrapping_sub(1);
    match words.word(before) {
        "in" => words.is(token, &["charge", "return", "test"]),
        "on" => words.is(token, &["bail", "leave", "offer", "parole", "sale", "test"]),
        _ => false,
    }
}

/// Whether a noun phrase is what a demand is for: "called for |the release", "demand |his resignation".
fn is_wanted(words: &Words, parsed: &Parsed, verb: &Group, phrase: usize) -> bool {
    let direct = matches!(verb.lemma.as_str(), "demand" | "urge" | "seek" | "request") && phrase == verb.last + 1;
    let asks = matches!(verb.lemma.as_str(), "call" | "ask" | "press" | "campaign" | "plead" | "appeal" | "push");
    let asked_for = asks && phrase == verb.last + 2 && words.is(verb.last + 1, &["for"]);
    (direct || asked_for) && !parsed.is_verb(phrase)
}

/// Words that set a thing apart from one told before.
fn is_another(word: &str) -> bool {
    matches!(
        word,
        "second"
            | "third"
            | "fourth"
            | "another"
            | "new"
            | "separate"
            | "previous"
            | "last"
            | "earlier"
            | "similar"
            | "next"
            | "other"
            | "latest"
    )
}

/// The first token of the noun phrase that ends at a token.
fn phrase(words: &Words, parsed: &Parsed, token: usize) -> usize {
    let mut at = token;
    while at > parsed.offset && token - at < 7 && !parsed.is_verb(at - 1) {
        match words.kind(at - 1) {
            Kind::Content | Kind::Number | Kind::Clitic => at -= 1,
            Kind::Adverb if !is_negation(words.word(at - 1)) => at -= 1,
            Kind::Mark if words.is(at - 1, &["-", "‑", "“", "\"", "(", ")"]) => at -= 1,
            Kind::Determiner => return at - 1,
            _ => break,
        }
    }
    at
}

/// The group that only lends its tense to the noun at a token.
fn carried(words: &Words, parsed: &Parsed, token: usize) -> Option<usize> {
    let index = parsed.owner(token)?;
    let group = parsed.groups.get(index)?;
    let nearest = |from: usize, to: usize| {
        !(from..to).any(|t| {
            words.kind(t) == Kind::Content
                && nouns::read(words.word(t)).is_some()
                && !matches!(words.kind(t + 1), Kind::Content)
        })
    };
    let of_it = |from: usize, to: usize| {
        (from..to).any(|t| words.is(t, &["of", "on", "for", "in", "after", "against", "by", "from", "at", ","]))
    };
    if token > group.last && exists(words, group) {
        return (token - group.last <= 8 && nearest(group.last + 1, token) && !of_it(group.last + 1, token))
            .then_some(index);
    }
    if token > group.last {
        // "extended an invitation", but "extended the strike"
        let gives = group.lemma == "extend"
            && words.is(token, &["apology", "condolences", "congratulations", "invitation", "offer", "welcome"]);
        let light = speech::is_light(&group.lemma) || gives;
        let object = light && !group.passive && token - group.last <= 8;
        return (object && nearest(group.last + 1, token) && !of_it(group.last + 1, token)).then_some(index);
    }
    let subject = speech::is_occurrence(&group.lemma) || (group.passive && speech::is_light(&group.lemma));
    (subject && group.first - token <= 12).then_some(index)
}

/// "There was an explosion", "there had been a strike".
fn exists(words: &Words, group: &Group) -> bool {
    group.lemma == "be"
        && matches!(group.tense, Tense::Past | Tense::PastPerfect | Tense::Future)
        && !group.negated
        && group.first > 0
        && words.is(group.first - 1, &["there"])
}
