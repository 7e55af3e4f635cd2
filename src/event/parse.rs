//! Verb groups of a sentence, and which words belong to which.
//!
//! ```text
//! [The ferry, which] was built [in 1984,] sank [off the coast on Sunday, police] said
//! ```
//!
//! Light on purpose: no tree, only groups in order, the words each owns, and how each hangs on
//! another. That is enough to say which time and which names belong to which event.

use super::verbs::{self, form};
use super::words::{Kind, Words, is_negation};
use std::ops::Range;

/// The tense of a verb group, as far as dating needs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tense {
    /// struck
    Past,
    /// was striking
    PastProgressive,
    /// had struck
    PastPerfect,
    /// has struck
    Perfect,
    /// strikes
    Present,
    /// is striking
    Progressive,
    /// will strike, is to strike, was due to strike
    Future,
    /// would strike
    Would,
    /// may, might, could strike
    Possible,
    /// should, must strike; would have struck
    Unreal,
    /// to strike
    Infinitive,
    /// …, striking
    Ing,
    /// (the ship) struck by
    Reduced,
}

/// How a group hangs on its parent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Link {
    /// On nothing.
    Main,
    /// and, but, or a comma
    And,
    /// when, while, as; a participle after a comma
    When,
    /// after
    After,
    /// before, until
    Before,
    /// since
    Since,
    /// if, unless, whether
    If,
    /// because, although…
    Because,
    /// who, which, or a participle behind its noun
    Relative,
    /// that, or what is said
    Content,
    /// to
    Purpose,
}

/// A verb with its helpers.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    /// First token: a helper or the verb.
    pub(crate) first: usize,
    /// The verb.
    pub(crate) head: usize,
    /// Last token: the verb or its particle.
    pub(crate) last: usize,
    /// Dictionary form, with its particle.
    pub(crate) lemma: String,
    /// When.
    pub(crate) tense: Tense,
    /// Whether the subject suffers it.
    pub(crate) passive: bool,
    /// Whether it is denied.
    pub(crate) negated: bool,
    /// How it hangs on `parent`.
    pub(crate) link: Link,
    /// Index of the group it hangs on.
    pub(crate) parent: Option<usize>,
    /// The tokens it owns before its own verb begin here (its connector, its subject).
    pub(crate) start: usize,
}

/// What a token is part of, so that it triggers nothing itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mask {
    /// Nothing.
    None,
    /// A name.
    Name,
    /// An expression of time.
    Time,
}

/// Whether a token opens a clause, and not only a phrase such as "since March".
fn opens(words: &Words, masked: &[Mask], t: usize) -> bool {
    match words.kind(t) {
        Kind::Relative => true,
        Kind::Subordinator => {
            let time = |t: usize| masked.get(t) == Some(&Mask::Time);
            !(words.is(t, &["as"]) && words.is(t + 1, &["of"]))
                && !(words.is(t, &["since", "until", "till", "before", "after"]) && (time(t + 1) || time(t)))
        }
        _ => false,
    }
}

/// A sentence's groups.
#[derive(Debug, Default)]
pub(crate) struct Parsed {
    /// In order.
    pub(crate) groups: Vec<Group>,
    /// For each token of the sentence, the group it belongs to.
    pub(crate) owner: Vec<usize>,
    /// Index of the sentence's first token.
    pub(crate) offset: usize,
}

impl Parsed {
    /// The group a token belongs to.
    pub(crate) fn owner(&self, token: usize) -> Option<usize> {
        let owner = *self.owner.get(token.checked_sub(self.offset)?)?;
        (owner < self.groups.len()).then_some(owner)
    }

    /// Whether a token is a verb or one of its helpers.
    pub(crate) fn is_verb(&self, token: usize) -> bool {
        self.groups.iter().any(|g| g.first <= token && token <= g.last)
    }

    /// The stretch of tokens around a group's verb that belong to it without a gap.
    pub(crate) fn clause(&self, group: usize) -> Range<usize> {
        let Some(g) = self.groups.get(group) else { return 0..0 };
        let (mut start, mut end) = (g.first, g.last + 1);
        while start > self.offset && self.owner(start - 1) == Some(group) {
            start -= 1;
        }
        while self.owner(end) == Some(group) {
            end += 1;
        }
        start..end
    }
}

/// Finds the groups of the sentence at `range`. `masked` tells the tokens that are part of a
/// name or a time.
pub(crate) fn parse(words: &Words, range: Range<usize>, masked: &[Mask]) -> Parsed {
    let mut parsed = Parsed { offset: range.start, ..Parsed::default() };
    let mut i = range.start;
    while i < range.end {
        let found = if masked.get(i).is_some_and(|m| *m != Mask::None) {
            None
        } else {
            group_at(words, i, &range, &parsed.groups)
        };
        match found {
            Some(group) => {
                i = group.last + 1;
                parsed.groups.push(group);
            }
            None => i += 1,
        }
    }
    reduce(words, masked, &mut parsed.groups);
    link(words, &range, masked, &mut parsed);
    parsed
}

/// The verb group that begins at a token.
fn group_at(words: &Words, i: usize, range: &Range<usize>, before: &[Group]) -> Option<Group> {
    let helper = match words.kind(i) {
        Kind::Modal | Kind::Be | Kind::Have | Kind::Do | Kind::To => true,
        Kind::Clitic => is_verbal_clitic(words, i),
        _ => false,
    };
    if helper { chain(words, i, range) } else { plain(words, i, range, before) }
}

fn is_verbal_clitic(words: &Words, i: usize) -> bool {
    match words.word(i) {
        "'s" | "’s" => i > 0 && words.kind(i - 1) == Kind::Pronoun,
        "'" | "’" => false,
        _ => true,
    }
}

/// Helpers and the verb they lead to.
fn chain(words: &Words, first: usize, range: &Range<usize>) -> Option<Group> {
    let (mut modal, mut have, mut be, mut did, mut to) = (None, None, None, None, false);
    let (mut negated, mut future, mut adverbs) = (false, false, 0);
    let mut j = first;
    while j < range.end {
        let word = words.word(j);
        negated |= is_negation(word);
        match words.kind(j) {
            Kind::Modal if modal.is_none() && have.is_none() && be.is_none() => modal = Some(j),
            Kind::Have if have.is_none() && be.is_none() => have = Some(j),
            Kind::Be => {
                be = be.or(Some(j));
            }
            Kind::Do if did.is_none() && modal.is_none() && have.is_none() && be.is_none() => did = Some(j),
            Kind::Clitic if j == first => match word {
                "'ll" | "’ll" => modal = Some(j),
                "'ve" | "’ve" => have = Some(j),
                "'d" | "’d" => have = Some(j),
                _ => be = Some(j),
            },
            Kind::To if j == first => to = true,
            // "is to open", "was to have opened"
            Kind::To if be.is_some() => future = true,
            Kind::To => break,
            Kind::Adverb if adverbs < 5 => adverbs += 1,
            // "is due to open"
            Kind::Content if be.is_some() && leads_to_future(word) && words.kind(j + 1) == Kind::To => {
                future = true;
                j += 1;
            }
            _ => break,
        }
        j += 1;
    }
    let verb = (j < range.end).then(|| verbs::read(words.word(j))).flatten().filter(|_| !words.capital(j));
    let forms = verb.as_ref().map_or(0, |v| v.forms);
    let past = |at: Option<usize>, forms: &[&str]| at.is_some_and(|at| forms.contains(&words.word(at)));
    let was = past(be, &["was", "were"]);
    let had = past(have, &["had", "'d", "’d"]);
    let simple = have.is_none() && be.is_none() && !future;
    let usable = if future || (simple && (modal.is_some() || did.is_some() || to)) {
        forms & form::BASE != 0
    } else if be.is_some() {
        forms & (form::PARTICIPLE | form::ING) != 0
    } else {
        have.is_some() && forms & form::PARTICIPLE != 0
    };
    let passive = be.is_some() && !future && forms & form::PARTICIPLE != 0;
    let ing = be.is_some() && !future && forms & form::ING != 0;
    let (head, lemma) = match (&verb, usable) {
        (Some(verb), true) => (j, verb.base.to_string()),
        // "is a threat", "had two sons": a clause, but its verb tells nothing.
        _ => {
            let at = be.or(have)?;
            (last_helper(words, first, j, at), if be.is_some() { "be" } else { "have" }.to_owned())
        }
    };
    let modal_word = modal.map_or("", |m| words.word(m));
    let tense = if to {
        Tense::Infinitive
    } else if future
        || modal_word.starts_with("will")
        || modal_word.starts_with("wo")
        || modal_word == "shall"
        || modal_word.ends_with("ll")
    {
        Tense::Future
    } else if modal_word.starts_with("would") {
        if have.is_some() { Tense::Unreal } else { Tense::Would }
    } else if modal_word.starts_with("may") || modal_word.starts_with("might") || modal_word.starts_with("could") {
        Tense::Possible
    } else if modal.is_some() {
        Tense::Unreal
    } else if have.is_some_and(|h| words.word(h) == "having") {
        Tense::PastPerfect
    } else if have.is_some() {
        match (had, usable || be.is_some()) {
            (true, true) => Tense::PastPerfect,
            (true, false) => Tense::Past,
            (false, true) => Tense::Perfect,
            (false, false) => Tense::Present,
        }
    } else if be.is_some_and(|b| words.word(b) == "being") && be == Some(first) {
        Tense::Ing
    } else if be.is_some() {
        match (was, ing) {
            (true, true) => Tense::PastProgressive,
            (true, false) => Tense::Past,
            (false, true) => Tense::Progressive,
            (false, false) => Tense::Present,
        }
    } else if past(did, &["did", "didn't", "didn’t"]) {
        Tense::Past
    } else {
        Tense::Present
    };
    let (last, lemma) = particle(words, head, lemma, range);
    Some(Group { first, head, last, lemma, tense, passive, negated, link: Link::Main, parent: None, start: first })
}

/// The last helper of a chain that leads to no verb.
fn last_helper(words: &Words, first: usize, end: usize, known: usize) -> usize {
    (first..end).rev().find(|&k| matches!(words.kind(k), Kind::Be | Kind::Have)).unwrap_or(known)
}

/// Words between "is" and "to" that speak of the future.
fn leads_to_future(word: &str) -> bool {
    matches!(
        word,
        "due"
            | "going"
            | "set"
            | "about"
            | "expected"
            | "scheduled"
            | "slated"
            | "planning"
            | "preparing"
            | "poised"
            | "ready"
            | "likely"
            | "supposed"
            | "planned"
            | "bound"
    )
}

/// A verb without helpers.
fn plain(words: &Words, i: usize, range: &Range<usize>, before: &[Group]) -> Option<Group> {
    if words.kind(i) != Kind::Content || (words.capital(i) && i > range.start) {
        return None;
    }
    let word = words.word(i);
    let verb = verbs::read(word)?;
    // "bomb-making", "Iran-backed"
    let glued = |k: usize| k < range.end && matches!(words.word(k), "-" | "‑" | "–") && !words.spaced(k);
    if glued(i + 1) && !words.spaced(i + 2) || (i > range.start && glued(i - 1) && !words.spaced(i)) {
        return None;
    }
    let mut p = i;
    // Adverbs between subject and verb tell nothing about either.
    while p > range.start && words.kind(p - 1) == Kind::Adverb {
        p -= 1;
    }
    let previous = if p > range.start { words.kind(p - 1) } else { Kind::Mark };
    let previous_word = if p > range.start { words.word(p - 1) } else { "" };
    let next = words.kind(i + 1);
    let at_end = i + 1 >= range.end;
    let tense = if verb.forms & form::ING != 0 {
        let as_noun = super::nouns::read(word).is_some();
        match previous {
            Kind::Determiner | Kind::Clitic | Kind::Number => return None,
            Kind::Preposition | Kind::Subordinator
                if (previous_word == "of" && next != Kind::Determiner)
                    || words.is(i + 1, &["of"])
                    || previous_word == "like" =>
            {
                return None;
            }
            _ if as_noun && (at_end || !matches!(next, Kind::Determiner | Kind::Number | Kind::Content)) => {
                return None;
            }
            _ if as_noun && previous == Kind::Content => return None,
            Kind::Content if p == i && words.is(i + 1, &["of"]) => return None,
            _ => Tense::Ing,
        }
    } else if verb.forms & (form::PAST | form::PARTICIPLE) != 0 {
        let attributive = match previous {
            Kind::Determiner => !(previous_word == "that" || previous_word == "this" && next == Kind::Determiner),
            Kind::Number => next == Kind::Content,
            Kind::Preposition | Kind::To => true,
            Kind::Clitic => !is_verbal_clitic(words, p - 1),
            Kind::Subordinator => matches!(previous_word, "as" | "than" | "if" | "once" | "when" | "until"),
            _ => false,
        };
        if attributive || (i == range.start && words.capital(i) && verb.forms & form::BASE != 0) {
            return None;
        }
        if verb.forms & form::BASE != 0 && matches!(previous, Kind::Mark) && next == Kind::Content {
            return None;
        }
        if !verb.known && previous == Kind::Content && next == Kind::Content && !words.capital(p - 1) {
            return None;
        }
        if verb.forms & form::PAST == 0 { Tense::Reduced } else { Tense::Past }
    } else if verb.forms & form::PRESENT != 0 {
        // "the firm plans to cut jobs"
        let plans = previous == Kind::Content && next == Kind::To && super::speech::is_plan(&verb.base);
        let subject = previous == Kind::Relative
            || plans
            || matches!(previous_word, "he" | "she" | "it" | "that")
            || (p > range.start
                && previous == Kind::Content
                && (words.capital(p - 1) && matches!(next, Kind::Content | Kind::Number)
                    || matches!(next, Kind::Determiner | Kind::Pronoun)
                    || words.is(i + 1, &["that"])));
        if !subject || before.last().is_some_and(|g| g.last + 1 >= p && g.lemma != "be") {
            return None;
        }
        Tense::Present
    } else {
        // "they claim", "prosecutors allege that"
        let tells = previous == Kind::Content
            && previous_word.ends_with('s')
            && super::speech::is_speech(&verb.base)
            && (next == Kind::Determiner || words.is(i + 1, &["that"]));
        if !tells && !matches!(previous_word, "i" | "we" | "they" | "you") {
            return None;
        }
        Tense::Present
    };
    let (last, lemma) = particle(words, i, verb.base.into_owned(), range);
    Some(Group {
        first: i,
        head: i,
        last,
        lemma,
        tense,
        passive: tense == Tense::Reduced,
        negated: false,
        link: Link::Main,
        parent: None,
        start: i,
    })
}

/// Joins a particle that changes the verb's meaning: "stepped down".
fn particle(words: &Words, head: usize, lemma: String, range: &Range<usize>) -> (usize, String) {
    let next = head + 1;
    if next < range.end
        && verbs::with_particle(&lemma, words.word(next))
        && !(words.is(next, &["over", "on", "off", "in", "through"])
            && matches!(words.kind(next + 1), Kind::Determiner | Kind::Number))
    {
        let joined = format!("{lemma} {}", words.word(next));
        return (next, joined);
    }
    (head, lemma)
}

/// Tells "the tower built in 1921 fell" from "they built the tower".
fn reduce(words: &Words, masked: &[Mask], groups: &mut [Group]) {
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
        let after_comma = p > 0 && words.kind(p - 1) == Kind::Mark;
        let next = words.kind(g.last + 1);
        let by = words.is(g.last + 1, &["by"]);
        let prepositional = matches!(next, Kind::Preposition | Kind::Mark | Kind::To);
        // A finite verb stands before it, or follows, with nothing that opens a clause between.
        let joined = |from: usize, to: usize| {
            (from..to).all(|t| {
                !matches!(words.kind(t), Kind::Mark | Kind::Coordinator)
                    && !opens(words, masked, t)
                    && !words.is(t, &["that"])
            })
        };
        let finite = |g: &Group| !matches!(g.tense, Tense::Ing | Tense::Infinitive | Tense::Reduced);
        let speech = |g: &Group| super::speech::is_speech(&g.lemma);
        // A sentence without another verb of its own has this one.
        let others = groups.iter().enumerate().any(|(other, g)| other != k && finite(g));
        let follows_finite = k > 0
            && finite(&groups[k - 1])
            && !speech(&groups[k - 1])
            && joined(groups[k - 1].last + 1, g.head)
            && words.kind(p.wrapping_sub(1)) == Kind::Content;
        let precedes_finite =
            groups.get(k + 1).is_some_and(|n| finite(n) && !speech(g) && joined(g.last + 1, n.first) && prepositional)
                && words.kind(p.wrapping_sub(1)) == Kind::Content;
        if (by && !after_comma && words.kind(p.wrapping_sub(1)) != Kind::Pronoun)
            || (after_comma && prepositional && others)
            || follows_finite
            || precedes_finite
        {
            groups[k].tense = Tense::Reduced;
            groups[k].passive = true;
        }
    }
}

/// Gives every token an owner and every group its parent.
fn link(words: &Words, range: &Range<usize>, masked: &[Mask], parsed: &mut Parsed) {
    let count = parsed.groups.len();
    parsed.owner = vec![usize::MAX; range.len()];
    if count == 0 {
        return;
    }
    let later = parsed.groups.windows(2).map(|pair| boundary(words, masked, &pair[0], &pair[1]));
    let starts: Vec<usize> = std::iter::once(range.start).chain(later).collect();
    for k in 0..count {
        parsed.groups[k].start = starts[k];
        let end = starts.get(k + 1).copied().unwrap_or(range.end);
        for t in starts[k]..end {
            parsed.owner[t - range.start] = k;
        }
    }
    for k in 0..count {
        let (link, parent) = relation(words, masked, &parsed.groups, k);
        parsed.groups[k].link = link;
        parsed.groups[k].parent = parent;
    }
    // The words before "who fled" in "the man who fled was caught" belong to "was caught".
    for k in 1..count {
        let resumes = matches!(parsed.groups[k - 1].link, Link::Relative)
            && parsed.groups[k].link == Link::Main
            && !matches!(words.kind(starts[k]), Kind::Coordinator);
        let subjectless = (starts[k]..parsed.groups[k].first)
            .all(|t| !matches!(words.kind(t), Kind::Content | Kind::Pronoun | Kind::Number));
        if resumes && subjectless {
            let mut from = k - 1;
            while from > 0
                && parsed.groups[from].link == Link::Relative
                && parsed.groups[from - 1].link == Link::Relative
            {
                from -= 1;
            }
            // Only where the relative clause opened the sentence's main clause.
            let head = starts[from].min(parsed.groups[from].first);
            let lead = if from == 0 { relative_at(words, range.start, parsed.groups[0].first) } else { Some(head) };
            if from == 0
                && let Some(lead) = lead
            {
                for t in range.start..lead {
                    parsed.owner[t - range.start] = k;
                }
                parsed.groups[k].start = range.start;
            }
        }
    }
}

/// The token before a first group that opens its relative clause.
fn relative_at(words: &Words, from: usize, to: usize) -> Option<usize> {
    (from..to).rev().find(|&t| words.kind(t) == Kind::Relative || words.is(t, &["that"])).or(Some(to))
}

/// Where the second group's words begin.
fn boundary(words: &Words, masked: &[Mask], a: &Group, b: &Group) -> usize {
    let (from, to) = (a.last + 1, b.first);
    if from >= to || matches!(b.tense, Tense::Infinitive) {
        return to;
    }
    let last = |pick: &dyn Fn(usize) -> bool| (from..to).rev().find(|&t| pick(t));
    let opener = last(&|t| {
        opens(words, masked, t) || (words.is(t, &["that"]) && (words.kind(t + 1) != Kind::Content || t + 1 == to))
    });
    let strong = last(&|t| matches!(words.word(t), ";" | ":" | "—" | "–" | "(" | ")" | "“" | "”" | "\""));
    let comma = last(&|t| words.word(t) == ",");
    let and = last(&|t| words.kind(t) == Kind::Coordinator);
    if let Some(t) = opener.max(strong) {
        // A clause closed by a comma behind the opener gives way to the one it hung on.
        let closed =
            comma.filter(|&c| c > t + 1 && (c + 1..to).any(|k| words.kind(k) != Kind::Adverb) || c + 1 == to && c > t);
        return closed.unwrap_or(t);
    }
    let that = last(&|t| words.is(t, &["that"]));
    match b.tense {
        Tense::Reduced | Tense::Ing => {
            return comma.filter(|&c| c + 1 == to || to - c < 4).or(and.filter(|&c| c + 1 == to)).unwrap_or(to);
        }
        _ => {}
    }
    if let Some(t) = that.or(comma.max(and)) {
        return t;
    }
    if super::speech::is_speech(&a.lemma) {
        // "police said the man fled": the subject is the second's.
        return from;
    }
    to
}

/// What opens a group's clause.
fn relation(words: &Words, masked: &[Mask], groups: &[Group], k: usize) -> (Link, Option<usize>) {
    let g = &groups[k];
    let opener = (g.start..g.first).find(|&t| opens(words, masked, t) || words.is(t, &["that"]));
    let back = |k: usize| k.checked_sub(1);
    // A clause that opens the sentence hangs on the one behind it.
    let other = back(k).or((k + 1 < groups.len()).then_some(k + 1));
    if g.tense == Tense::Infinitive {
        return (Link::Purpose, back(k));
    }
    if let Some(t) = opener {
        // "after the attack, police arrested": a preposition, and no clause of its own.
        let cut = (t + 1..g.first).any(|c| words.word(c) == ",");
        if !cut {
            let link = match words.word(t) {
                "when" | "while" | "as" | "once" | "where" => Link::When,
                "after" => Link::After,
                "before" | "until" | "till" => Link::Before,
                "since" => Link::Since,
                "if" | "unless" | "whether" => Link::If,
                "who" | "which" | "whom" => Link::Relative,
                "that" => {
                    let said = k > 0 && (t == groups[k - 1].last + 1 || super::speech::is_speech(&groups[k - 1].lemma));
                    if said { Link::Content } else { Link::Relative }
                }
                _ => Link::Because,
            };
            return (link, other);
        }
    }
    match g.tense {
        Tense::Ing => {
            let by = g.first > 0 && words.kind(g.first - 1) == Kind::Content;
            (if by { Link::Relative } else { Link::When }, other)
        }
        Tense::Reduced => (Link::Relative, other),
        _ if k == 0 => (Link::Main, None),
        _ => {
            let before = &groups[k - 1];
            if super::speech::is_speech(&before.lemma)
                && g.start == before.last + 1
                && !matches!(words.kind(g.start), Kind::Coordinator | Kind::Mark)
            {
                return (Link::Content, Some(k - 1));
            }
            let shares =
                (g.start..g.first).all(|t| matches!(words.kind(t), Kind::Coordinator | Kind::Adverb | Kind::Mark));
            // "Moss, who had confessed, was freed": the sentence's own verb at last.
            let resumes = before.link == Link::Relative
                && words.kind(g.start) == Kind::Mark
                && !(g.start..g.first).any(|t| words.kind(t) == Kind::Coordinator)
                && !groups[..k].iter().any(|g| g.link == Link::Main);
            if shares && !resumes && matches!(words.kind(g.start), Kind::Coordinator | Kind::Mark) {
                // A shared subject: as the group before it, which may itself hang on another.
                return (Link::And, Some(k - 1));
            }
            (Link::Main, None)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Mask, parse};
    use crate::event::words::Words;
    use crate::import::{Article, Record};
    use crate::text::Document;

    /// Prints a sentence's groups: verb, tense, link, parent and the words each owns.
    fn check(text: &str, expected: &[&str]) {
        let article = Article::new(Record { id: "a".into(), text: text.into(), ..Record::default() });
        let document = Document::new(&article);
        let words = Words::new(&document);
        let masked = vec![Mask::None; document.tokens.len()];
        let parsed = parse(&words, 0..document.tokens.len(), &masked);
        let printed: Vec<String> = (0..parsed.groups.len())
            .map(|k| {
                let g = &parsed.groups[k];
                let own: Vec<&str> = (0..document.tokens.len())
                    .filter(|&t| parsed.owner(t) == Some(k))
                    .map(|t| document.word(t))
                    .collect();
                format!("{} {:?} {:?}: {}", g.lemma, g.tense, g.link, own.join(" "))
            })
            .collect();
        assert_eq!(printed, expected, "{text}");
    }

    #[test]
    fn clauses() {
        check("Police said the man fled.", &["say Past Main: Police said", "flee Past Content: the man fled ."]);
        check(
            "The tower, built in 1921, collapsed.",
            &["build Reduced Relative: built in 1921", "collapse Past Main: The tower , , collapsed ."],
        );
        check(
            "The man who had fled was caught.",
            &["flee PastPerfect Relative: who had fled", "catch Past Main: The man was caught ."],
        );
        check("He left and took the car.", &["leave Past Main: He left", "take Past And: and took the car ."]);
        check(
            "When the alarm rang, guards closed the gate.",
            &["ring Past When: When the alarm rang", "close Past Main: , guards closed the gate ."],
        );
        check(
            "They will sell the plant after the union votes on it.",
            &["sell Future Main: They will sell the plant after the union votes on it ."],
        );
        check(
            "She was due to speak but stayed away.",
            &["speak Future Main: She was due to speak", "stay Past And: but stayed away ."],
        );
        check("The planned closure hurt workers.", &["hurt Past Main: The planned closure hurt workers ."]);
        check("A bomb-making cell was found.", &["find Past Main: A bomb - making cell was found ."]);
    }
}
