//! Verbs that tell an event, and how surely.

use crate::event::group::{Group, Link, Parsed, Tense};
use crate::event::words::{Kind, Words};
use crate::event::{Certainty, classes};
use crate::event::{present, speech};

/// "claimed responsibility", "accepted responsibility": one kind of event, whatever the verb.
pub(super) fn responsibility(words: &Words, group: &Group) -> Option<String> {
    let claims = matches!(group.lemma.as_str(), "claim" | "accept" | "assert" | "take" | "admit" | "assume");
    (claims && (group.last + 1..group.last + 4).any(|t| words.word(t) == "responsibility"))
        .then(|| "claim responsibility".to_owned())
}

/// Whether a verb tells an event, and how surely.
pub(super) fn verb(words: &Words, parsed: &Parsed, index: usize, dated: bool) -> Option<Certainty> {
    let group = &parsed.groups[index];
    // "The villages |still have no power": what lasts, and is said to.
    let lasts = || group.lemma == "have" && present::lasting(words, parsed, index).is_some();
    // "The phone will be available on 24 June": from that day on. What is told so aside is of another thing.
    let states = ["available", "effective", "live", "open", "ready"];
    let comes = || {
        let ahead = dated && group.tense == Tense::Future && group.link != Link::Relative;
        ahead && group.lemma == "be" && (1..4).any(|k| words.is(group.last + k, &states))
    };
    if matches!(group.lemma.as_str(), "be" | "have") && !lasts() && !comes() || is_comment(words, parsed, index) {
        return None;
    }
    certainty(words, parsed, index, dated)
}

/// How surely a verb tells an event, whatever verb it is.
pub(super) fn certainty(words: &Words, parsed: &Parsed, index: usize, dated: bool) -> Option<Certainty> {
    let group = &parsed.groups[index];
    // "in Surfside, |located north of the city", "the ferry, |based in Ulm"
    let aside = group.tense == Tense::Reduced || group.first > 0 && words.is(group.first - 1, &[","]);
    let lies = aside && matches!(group.lemma.as_str(), "base" | "locate" | "situate");
    if speech::is_stative(&group.lemma) && !dated || lies {
        return None;
    }
    if under_condition(parsed, index) || names_only(words, parsed, index) || is_open(words, parsed, index) {
        return None;
    }
    let parent = group.parent.and_then(|p| parsed.groups.get(p));
    let certainty = match group.tense {
        Tense::Unreal => return None,
        Tense::Possible if !dated => return None,
        Tense::Possible => Certainty::Possible,
        // "If the talks fail, pilots will walk out on 1 June"
        Tense::Future | Tense::Would if is_conditional(words, parsed, index) => {
            return (dated || group.tense == Tense::Future).then_some(Certainty::Possible);
        }
        Tense::Future => Certainty::Planned,
        Tense::Would => match (group.link, parent) {
            (Link::Content, _) => Certainty::Planned,
            _ if dated => Certainty::Planned,
            _ => return None,
        },
        Tense::Infinitive => infinitive(group, parent?, dated)?,
        // "will weaken before it makes landfall on Thursday"
        Tense::Present
            if dated
                && matches!(group.link, Link::When | Link::Before | Link::After | Link::Since)
                && parent.is_some_and(|p| {
                    // "faces jail when she is sentenced on 9 September"
                    let fixed = group.passive && words.is(group.last + 1, &["on", "in", "next", "later", "this"]);
                    p.tense == Tense::Future || p.tense == Tense::Present && fixed
                }) =>
        {
            Certainty::Planned
        }
        // "A reshuffle is expected after the June election"
        Tense::Present | Tense::Past | Tense::PastPerfect
            if dated && group.passive && speech::is_expecting(&group.lemma) =>
        {
            Certainty::Planned
        }
        Tense::Present => {
            let news =
                speech::is_speech(&group.lemma) && !speech::is_mere_speech(&group.lemma) || is_performed(&group.lemma);
            if !news && !dated {
                return None;
            }
            Certainty::Reported
        }
        // "proposed banning imports"
        Tense::Ing if parent.is_some_and(|p| p.last + 1 == group.first && is_proposal(&p.lemma)) => Certainty::Planned,
        // "denied killing his wife"
        Tense::Ing
            if index
                .checked_sub(1)
                .is_some_and(|k| parsed.groups[k].lemma == "deny" && parsed.groups[k].last + 1 == group.first) =>
        {
            Certainty::Denied
        }
        Tense::Ing if !dated && !goes_with_event(words, parsed, index) => return None,
        // "with results expected on Monday"
        Tense::Reduced if speech::is_expecting(&group.lemma) => Certainty::Planned,
        Tense::Reduced if !dated && classes::of(&group.lemma) == group.lemma => return None,
        Tense::Progressive if !dated && speech::is_mere_speech(&group.lemma) => return None,
        _ => Certainty::Reported,
    };
    // "will not stand again"
    if group.negated && certainty == Certainty::Planned && matches!(group.tense, Tense::Future | Tense::Would) {
        return Some(Certainty::Denied);
    }
    if group.negated && certainty == Certainty::Reported {
        // What did not happen is an event only where somebody says so of a deed.
        return (group.tense == Tense::Past && !speech::is_speech(&group.lemma)).then_some(Certainty::Denied);
    }
    if certainty == Certainty::Reported {
        return Some(attributed(words, parsed, index));
    }
    Some(certainty)
}

/// "It is unclear who fired first": a question within a sentence.
fn is_open(words: &Words, parsed: &Parsed, index: usize) -> bool {
    let asks = ["who", "what", "how", "why", "where", "when", "which", "whether"];
    let open = ["unclear", "unknown", "uncertain", "unsure", "clear", "known", "sure", "certain"];
    let first = parsed.groups[index].first;
    // "It is unclear what caused the fire, which |began at noon": that much is clear.
    let near = first.saturating_sub(6).max(parsed.offset + 1);
    let comma = (near..first).rfind(|&t| words.is(t, &[","]));
    (comma.unwrap_or(near)..first).any(|t| words.is(t, &asks) && words.is(t - 1, &open))
}

/// Verbs that name or place a thing and tell nothing of it: "the quarter, which ended on 30 June",
/// "lists called boards", "rather than storing it", "from Monday, starting at noon".
fn names_only(words: &Words, parsed: &Parsed, index: usize) -> bool {
    let group = &parsed.groups[index];
    let lemma = group.lemma.as_str();
    let before = |back: usize| group.first.checked_sub(back).filter(|t| *t >= parsed.offset);
    match group.tense {
        _ if group.is_naming() => return true,
        // "costs |associated with the deal", "a profit of $2 million, |compared with $1 million"
        Tense::Reduced | Tense::Past
            if words.is(group.head, &["associated", "based", "compared", "connected", "related"])
                && group.first == group.head
                && words.is(group.last + 1, &["with", "to", "on"]) =>
        {
            return true;
        }
        // "|Fighting broke out on Monday": what the next verb is told of.
        Tense::Ing if parsed.opens(words, group) && is_subject(words, parsed, index) => return true,
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

/// Whether a participle that opens a sentence is the subject of the verb behind it.
fn is_subject(words: &Words, parsed: &Parsed, index: usize) -> bool {
    let group = &parsed.groups[index];
    let apart = |t: usize| matches!(words.kind(t), Kind::Mark | Kind::Coordinator | Kind::Pronoun);
    let finite = |g: &Group| !matches!(g.tense, Tense::Ing | Tense::Reduced | Tense::Infinitive);
    let next = parsed.groups[index + 1..].iter().find(|g| finite(g));
    next.is_some_and(|next| !(group.last + 1..next.first).any(apart))
}

/// Whether a participle tells an event beside another one: "…, killing two", "by opening".
fn goes_with_event(words: &Words, parsed: &Parsed, index: usize) -> bool {
    let group = &parsed.groups[index];
    let Some(parent) = group.parent.and_then(|p| parsed.groups.get(p)) else { return false };
    let told = matches!(
        parent.tense,
        Tense::Past | Tense::PastProgressive | Tense::PastPerfect | Tense::Perfect | Tense::Progressive | Tense::Ing
    );
    let known = classes::of(&group.lemma) != group.lemma;
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

fn is_proposal(lemma: &str) -> bool {
    matches!(lemma, "propose" | "consider" | "suggest" | "recommend" | "contemplate" | "discuss" | "favour" | "plan")
}

/// Whether a clause is said to hold only "if" or "unless" something else happens.
fn is_conditional(words: &Words, parsed: &Parsed, index: usize) -> bool {
    let group = &parsed.groups[index];
    let opens = |t: usize| words.is(t, &["if", "unless"]);
    let before = (group.start..group.first).any(opens);
    before
        || parsed.groups.iter().any(|g| g.link == Link::If && g.parent == Some(index) && (g.start..g.first).any(opens))
}

/// Whether a group stands under an "if", itself or through those it hangs on.
pub(super) fn under_condition(parsed: &Parsed, mut index: usize) -> bool {
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
pub(super) fn is_comment(words: &Words, parsed: &Parsed, index: usize) -> bool {
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
        .any(|t| speech::is_abstract(words.word(t)) && !(words.is(t, &["light"]) && words.is(t - 1, &["to"])))
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
