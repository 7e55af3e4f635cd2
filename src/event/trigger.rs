//! Which verbs and nouns of a sentence tell an event, and how sure the sentence is of it.

use super::Certainty;
use super::group::{Group, Link, Mask, Parsed, Tense};
use super::nouns;
use super::speech;
use super::words::{Kind, Words, is_negation};
use crate::order::Arrange;
use std::ops::RangeInclusive;

/// A trigger, before it has a date.
#[derive(Clone, Debug)]
pub(crate) struct Draft {
    /// The tokens that name the event.
    pub(crate) tokens: RangeInclusive<usize>,
    /// Dictionary form.
    pub(crate) lemma: String,
    /// The group it stands in.
    pub(crate) group: Option<usize>,
    /// How sure the sentence is.
    pub(crate) certainty: Certainty,
    /// What stands behind the trigger.
    pub(crate) kind: DraftKind,
}

/// What kind of word a trigger is, and whether its group's time is its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DraftKind {
    /// The group's verb.
    Verb,
    /// A noun whose verb only lends its tense.
    Carried {
        /// Whether it points back: "this warning was sent out".
        definite: bool,
    },
    /// A noun with a life of its own.
    Noun {
        /// Whether it points back: "the raid", "this warning".
        definite: bool,
    },
}

/// Finds the triggers of a sentence. `dated` tells whether a time belongs to a group, `bound`
/// whether one belongs to the noun at a token.
pub(crate) fn find(
    words: &Words,
    parsed: &Parsed,
    masked: &[Mask],
    dated: &dyn Fn(usize) -> bool,
    bound: &dyn Fn(usize) -> bool,
) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    let mut lent = vec![false; parsed.groups.len()];
    let range = parsed.offset..parsed.offset + parsed.owner.len();
    for token in range {
        if masked.get(token).is_some_and(|m| *m != Mask::None) {
            continue;
        }
        if let Some(draft) = noun(words, parsed, token, bound, &mut lent) {
            drafts.push(draft);
        }
    }
    for (index, group) in parsed.groups.iter().enumerate() {
        if !lent[index]
            && let Some(certainty) = verb(words, parsed, index, dated(index))
        {
            let lemma = responsibility(words, group).unwrap_or_else(|| group.lemma.clone());
            drafts.push(Draft {
                tokens: group.head..=group.last,
                lemma,
                group: Some(index),
                certainty,
                kind: DraftKind::Verb,
            });
        }
    }
    drafts.arrange_by_key(|d| *d.tokens.start());
    drafts
}

/// "claimed responsibility", "accepted responsibility": one kind of event, whatever the verb.
fn responsibility(words: &Words, group: &Group) -> Option<String> {
    let claims = matches!(group.lemma.as_str(), "claim" | "accept" | "assert" | "take" | "admit" | "assume");
    (claims && (group.last + 1..group.last + 4).any(|t| words.word(t) == "responsibility"))
        .then(|| "claim responsibility".to_owned())
}

/// Whether a verb tells an event, and how surely.
fn verb(words: &Words, parsed: &Parsed, index: usize, dated: bool) -> Option<Certainty> {
    let group = &parsed.groups[index];
    if matches!(group.lemma.as_str(), "be" | "have") || is_comment(words, parsed, index) {
        return None;
    }
    if speech::is_stative(&group.lemma) && !dated {
        return None;
    }
    if under_condition(parsed, index) || names_only(words, parsed, index) {
        return None;
    }
    let parent = group.parent.and_then(|p| parsed.groups.get(p));
    let certainty = match group.tense {
        Tense::Unreal => return None,
        Tense::Possible if !dated => return None,
        Tense::Possible => Certainty::Possible,
        Tense::Future => Certainty::Planned,
        Tense::Would => match (group.link, parent) {
            (Link::Content, _) => Certainty::Planned,
            _ if dated => Certainty::Planned,
            _ => return None,
        },
        Tense::Infinitive => infinitive(group, parent?, dated)?,
        Tense::Present => {
            let news =
                speech::is_speech(&group.lemma) && !speech::is_mere_speech(&group.lemma) || is_performed(&group.lemma);
            if !news && !dated {
                return None;
            }
            Certainty::Reported
        }
        Tense::Ing if !dated && !goes_with_event(words, parsed, index) => return None,
        Tense::Reduced if !dated && super::classes::of(&group.lemma) == group.lemma => return None,
        Tense::Progressive if !dated && speech::is_mere_speech(&group.lemma) => return None,
        _ => Certainty::Reported,
    };
    if group.negated && certainty == Certainty::Reported {
        // What did not happen is an event only where somebody says so of a deed.
        return (group.tense == Tense::Past && !speech::is_speech(&group.lemma)).then_some(Certainty::Denied);
    }
    if certainty == Certainty::Reported {
        return Some(attributed(words, parsed, index));
    }
    Some(certainty)
}

/// Verbs that name or place a thing and tell nothing of it: "the quarter, which ended on 30 June",
/// "lists called boards", "rather than storing it", "from Monday, starting at noon".
fn names_only(words: &Words, parsed: &Parsed, index: usize) -> bool {
    let group = &parsed.groups[index];
    let lemma = group.lemma.as_str();
    let before = |back: usize| group.first.checked_sub(back).filter(|t| *t >= parsed.offset);
    match group.tense {
        _ if group.is_naming() => return true,
        Tense::Ing if before(1).is_some_and(|t| words.is(t, &["than", "without"])) => return true,
        Tense::Ing if before(2).is_some_and(|t| words.is(t, &["instead"]) && words.is(t + 1, &["of"])) => return true,
        _ => {}
    }
    let limits = matches!(lemma, "end" | "begin" | "start" | "finish" | "close" | "run");
    let period = |t: usize| {
        let periods = ["quarter", "year", "half", "week", "month", "season", "period", "term", "decade", "weekend"];
        words.is(t, &periods)
    };
    limits
        && group.link == Link::Relative
        && (1..4).filter_map(before).take_while(|&t| words.kind(t) != Kind::Preposition).any(period)
}

/// Whether a participle tells an event beside another one: "…, killing two", "by opening".
fn goes_with_event(words: &Words, parsed: &Parsed, index: usize) -> bool {
    let group = &parsed.groups[index];
    let Some(parent) = group.parent.and_then(|p| parsed.groups.get(p)) else { return false };
    let told = matches!(
        parent.tense,
        Tense::Past | Tense::PastProgressive | Tense::PastPerfect | Tense::Perfect | Tense::Progressive | Tense::Ing
    );
    let known = super::classes::of(&group.lemma) != group.lemma;
    let mut before = group.first;
    while before > parsed.offset && words.kind(before - 1) == Kind::Adverb {
        before -= 1;
    }
    let opener = if before > parsed.offset { words.kind(before - 1) } else { Kind::Mark };
    let tells = speech::is_speech(&group.lemma) && words.is(group.last + 1, &["that"]);
    let opens = match opener {
        Kind::Mark | Kind::Subordinator => true,
        Kind::Preposition => words.is(before - 1, &["by"]),
        Kind::Coordinator => parent.tense == Tense::Ing || parent.parent.is_some(),
        _ => known || tells,
    };
    let opinion = speech::is_mere_speech(&group.lemma) && !matches!(group.lemma.as_str(), "say" | "tell" | "add");
    let plain = (matches!(parent.lemma.as_str(), "be" | "have") && !known && !tells) || opinion;
    let comment = group.parent.is_some_and(|p| is_comment(words, parsed, p));
    told && opens && !plain && !comment && !is_vague(&group.lemma)
}

/// Participles that say how rather than what.
fn is_vague(lemma: &str) -> bool {
    matches!(
        lemma,
        "result"
            | "direct"
            | "transform"
            | "indicate"
            | "signal"
            | "cite"
            | "aim"
            | "use"
            | "base"
            | "range"
            | "accord"
            | "enhance"
            | "challenge"
            | "operate"
            | "total"
            | "bring"
            | "call"
            | "mark"
            | "show"
    )
}

/// Verbs that do what they say, even in the present tense.
fn is_performed(lemma: &str) -> bool {
    matches!(
        lemma,
        "announce"
            | "confirm"
            | "deny"
            | "accuse"
            | "claim"
            | "recall"
            | "condemn"
            | "declare"
            | "regret"
            | "welcome"
            | "apologise"
            | "apologize"
            | "reject"
    )
}

/// An infinitive tells an event where its verb plans or begins it.
fn infinitive(group: &Group, parent: &Group, dated: bool) -> Option<Certainty> {
    if group.link != Link::Purpose || parent.negated {
        return None;
    }
    match parent.lemma.as_str() {
        lemma if speech::is_plan(lemma) => Some(Certainty::Planned),
        "begin" | "start" | "manage" | "help" | "force" | "prompt" | "proceed" | "rush" | "return" | "choose" => {
            Some(Certainty::Reported)
        }
        _ if dated => Some(if matches!(parent.tense, Tense::Past | Tense::PastPerfect | Tense::Perfect) {
            Certainty::Reported
        } else {
            Certainty::Planned
        }),
        _ => None,
    }
}

/// Whether a group stands under an "if", itself or through those it hangs on.
fn under_condition(parsed: &Parsed, mut index: usize) -> bool {
    for _ in 0..6 {
        let Some(group) = parsed.groups.get(index) else { return false };
        if group.link == Link::If {
            return true;
        }
        // Only what is part of the condition, not what the condition hangs on.
        match (group.link, group.parent) {
            (Link::And | Link::Purpose | Link::Content | Link::Relative, Some(parent)) if parent < index => {
                index = parent
            }
            _ => return false,
        }
    }
    false
}

/// "underscores the threat", "raises questions", "serves as a reminder".
fn is_comment(words: &Words, parsed: &Parsed, index: usize) -> bool {
    let group = &parsed.groups[index];
    if speech::is_comment(&group.lemma) {
        return true;
    }
    if group.lemma == "be" {
        let says = ["reminder", "testament", "example", "evidence", "sign", "proof", "wake"];
        return (group.last + 1..parsed.clause(index).end.min(group.last + 5)).any(|t| words.is(t, &says));
    }
    if (speech::is_speech(&group.lemma) && group.lemma != "add")
        || matches!(group.lemma.as_str(), "issue" | "make" | "receive" | "send")
    {
        return false;
    }
    let clause = parsed.clause(index);
    let end = clause.end.min(group.last + 9);
    (group.last + 1..end)
        .take_while(|&t| !words.is(t, &[",", ";", "after", "over", "against"]))
        .any(|t| speech::is_abstract(words.word(t)))
        && matches!(
            group.lemma.as_str(),
            "raise"
                | "spark"
                | "prompt"
                | "ignite"
                | "fuel"
                | "cast"
                | "shed"
                | "add"
                | "draw"
                | "attract"
                | "thrust"
                | "bring"
                | "pose"
                | "send"
                | "serve"
                | "provide"
                | "put"
                | "call"
                | "come"
                | "shift"
                | "turn"
                | "signal"
                | "show"
                | "mark"
                | "stand"
                | "create"
                | "place"
                | "reflect"
                | "represent"
                | "lead"
                | "trigger"
                | "generate"
                | "indicate"
                | "reveal"
                | "remain"
        )
}

/// Whether the sentence vouches for a deed or lets somebody say it.
fn attributed(words: &Words, parsed: &Parsed, index: usize) -> Certainty {
    let clause = parsed.clause(index);
    if clause.clone().any(|t| words.is(t, &["allegedly", "reportedly", "purportedly", "supposedly", "apparently"])) {
        return Certainty::Claimed;
    }
    let mut at = index;
    for _ in 0..4 {
        let Some(g) = parsed.groups.get(at) else { break };
        match (g.link, g.parent.and_then(|p| parsed.groups.get(p))) {
            (Link::Content, Some(parent)) => {
                return match parent.lemma.as_str() {
                    "deny" => Certainty::Denied,
                    lemma if speech::is_doubtful(lemma) => Certainty::Claimed,
                    _ => Certainty::Reported,
                };
            }
            (Link::And | Link::Relative | Link::When, Some(_)) => at = g.parent.unwrap_or(at),
            _ => break,
        }
    }
    Certainty::Reported
}

/// Reads the noun at a token as a trigger.
fn noun(
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
            && !matches!(words.word(next), "alive" | "dead" | "late" | "early");
        if glued || compound {
            return None;
        }
    }
    // "March", "Operation Sunrise"; a headline writer's capitals are no names.
    if words.capital(token) && token > sentence {
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
    let negated = matches!(lead, "no" | "any" | "without" | "every" | "such" | "each")
        || (before > sentence && words.is(before - 1, &["without", "no"]));
    let timed = bound(token);
    let light = carried(words, parsed, token);
    if negated && !timed {
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
    let mut certainty = Certainty::Reported;
    for t in before..token {
        match words.word(t) {
            "planned" | "foiled" | "thwarted" | "averted" | "attempted" | "proposed" | "upcoming" | "scheduled"
            | "forthcoming" | "prevented" => certainty = Certainty::Planned,
            "possible" | "potential" | "imminent" | "future" | "further" | "feared" | "similar" if !timed => {
                certainty = Certainty::Possible
            }
            "alleged" | "purported" | "claimed" | "supposed" => certainty = Certainty::Claimed,
            _ => {}
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
        let own = verb(words, parsed, index, true)?;
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
        let called_for = after
            && !definite
            && g.link != Link::Purpose
            && matches!(
                g.lemma.as_str(),
                "call" | "demand" | "urge" | "seek" | "propose" | "threaten" | "want" | "plan" | "set" | "expect"
            );
        if undone || future || called_for {
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
    if token > group.last {
        let object = speech::is_light(&group.lemma) && !group.passive && token - group.last <= 8;
        return (object && nearest(group.last + 1, token) && !of_it(group.last + 1, token)).then_some(index);
    }
    let subject = speech::is_occurrence(&group.lemma) || (group.passive && speech::is_light(&group.lemma));
    (subject && group.first - token <= 12).then_some(index)
}
