//! Which words belong to which verb group, and how the groups of a sentence hang together.

use super::group::{Group, Link, Mask, Parsed, Tense};
use super::shared;
use super::speech;
use super::words::{Kind, Words};
use std::ops::Range;

/// Gives every token an owner and every group its parent.
pub(crate) fn link(words: &Words, range: &Range<usize>, masked: &[Mask], parsed: &mut Parsed) {
    let count = parsed.groups.len();
    parsed.owner = vec![usize::MAX; range.len()];
    if count == 0 {
        return;
    }
    let later = parsed.groups.windows(2).map(|pair| boundary(words, masked, &pair[0], &pair[1]));
    let mut starts: Vec<usize> = std::iter::once(range.start).chain(later).collect();
    if interrupted(words, masked, &parsed.groups, range.start) {
        starts[1] = parsed.groups[1].first;
    }
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
    // "|The search for a boat after it sank |ended": what stands before "after" is the second verb's.
    let aside = (range.start + 2..parsed.groups[0].first).find(|&t| opens(words, masked, t));
    if let Some(opener) = aside
        && parsed.groups[0].link.is_adverbial()
        && interrupted(words, masked, &parsed.groups, range.start)
    {
        parsed.owner[..opener - range.start].fill(1);
        parsed.groups[0].start = opener;
    }
    resume(words, range.start, parsed);
    shared::share(words, masked, parsed);
    // The words before "who fled" in "the man who fled was caught" belong to "was caught".
    for k in 1..count {
        // "A crown that they dropped as they escaped |was found"
        let inner = |g: &Group| g.link.is_adverbial() || g.link == Link::Purpose;
        let nested = k > 1 && inner(&parsed.groups[k - 1]) && parsed.groups[k - 1].parent == Some(k - 2);
        let resumes = matches!(parsed.groups[k - 1 - usize::from(nested)].link, Link::Relative)
            && parsed.groups[k].link == Link::Main
            && !matches!(words.kind(starts[k]), Kind::Coordinator);
        let subjectless = (starts[k]..parsed.groups[k].first)
            .all(|t| !matches!(words.kind(t), Kind::Content | Kind::Pronoun | Kind::Number));
        if resumes && subjectless {
            let mut from = k - 1 - usize::from(nested);
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

/// Whether the second verb of a sentence is that of its subject, which a clause without commas parts from it: "The search
/// for a boat |after it sank| ended", "A driver |who suffered cuts and burns| died".
fn interrupted(words: &Words, masked: &[Mask], groups: &[Group], start: usize) -> bool {
    let [a, b, rest @ ..] = groups else { return false };
    let told =
        |g: &Group| matches!(g.tense, Tense::Past | Tense::Perfect | Tense::PastPerfect | Tense::PastProgressive);
    let Some(opener) = (start + 1..a.first).find(|&t| opens(words, masked, t)) else { return false };
    let relative = words.is(opener, &["who", "which"]);
    let adverbial = words.is(opener, &["after", "when", "before"]);
    let thing = (start..opener).any(|t| words.kind(t) == Kind::Content)
        && !matches!(words.kind(start), Kind::Preposition | Kind::Subordinator | Kind::Adverb);
    let plain = (start..b.first).all(|t| words.kind(t) != Kind::Mark);
    // No subject of its own stands before the second.
    let between = a.last + 1..b.first;
    let bare = between.is_empty() || words.kind(between.start) == Kind::Preposition && adverbial;
    let listed = relative && between.clone().any(|t| words.kind(t) == Kind::Coordinator);
    let led = (opener + 1..a.first).any(|t| matches!(words.kind(t), Kind::Content | Kind::Pronoun));
    told(a)
        && told(b)
        && !rest.iter().any(told)
        && thing
        && plain
        && between.len() < 14
        && (listed && !led || bare && adverbial && led)
}

/// "after a boat carrying migrants |capsized": what "after" opens is the verb behind the participle, and the words
/// before the participle are of that verb.
fn resume(words: &Words, offset: usize, parsed: &mut Parsed) {
    for k in 1..parsed.groups.len() {
        let (before, group) = (&parsed.groups[k - 1], &parsed.groups[k]);
        let hangs =
            matches!(before.tense, Tense::Ing | Tense::Reduced) && words.kind(before.start) == Kind::Subordinator;
        let subject = (before.start + 1..before.first).any(|t| words.kind(t) == Kind::Content);
        if !(hangs && subject) || group.link != Link::Main || group.start != group.first || before.parent == Some(k) {
            continue;
        }
        let (link, parent, start, first) = (before.link, before.parent, before.start, before.first);
        (parsed.groups[k].link, parsed.groups[k].parent, parsed.groups[k].start) = (link, parent, start);
        (parsed.groups[k - 1].link, parsed.groups[k - 1].parent) = (Link::Relative, Some(k));
        parsed.groups[k - 1].start = first;
        parsed.owner[start - offset..first - offset].fill(k);
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
    let strong = last(&|t| {
        // The colon of "08:44" parts no clauses.
        matches!(words.word(t), ";" | ":" | "—" | "–" | "(" | ")" | "“" | "”" | "\"")
            && masked.get(t) != Some(&Mask::Time)
    });
    // That of "taken June 17, 2019" parts none either.
    let comma = last(&|t| words.word(t) == "," && masked.get(t) != Some(&Mask::Time));
    // "planned for Friday and Saturday": it joins two times.
    let time = |t: usize| masked.get(t) == Some(&Mask::Time);
    // "between 7am and 8am", "between 200 and 300 people"
    let range = |t: usize| {
        t > from + 1
            && words.kind(t - 1) == Kind::Number
            && words.kind(t + 1) == Kind::Number
            && words.is(t - 2, &["between"])
    };
    let and = last(&|t| {
        words.kind(t) == Kind::Coordinator
            && !(t > 0 && time(t - 1) && t + 1 < to && (t + 1..to).all(time))
            && !range(t)
    });
    // "began after the abduction and |almost collapsed": joined to the verb before it.
    let joins = and.filter(|&c| strong.is_none_or(|s| s < c) && (c + 1..to).all(|t| words.kind(t) == Kind::Adverb));
    if let Some(c) = joins.filter(|&c| opener.is_some_and(|t| words.kind(t) == Kind::Subordinator && t < c)) {
        return c;
    }
    // "called it “good” |but warned"
    let strong = strong.map(|t| t + usize::from(words.is(t, &["”", "\""]) && words.kind(t + 1) == Kind::Coordinator));
    if let Some(t) = opener.max(strong) {
        // A clause closed by a comma behind the opener gives way to the one it hung on.
        let closed = comma
            .filter(|&c| c > t + 1 && (c + 1..to).any(|k| words.kind(k) != Kind::Adverb) || c + 1 == to && c > t)
            .filter(|_| !is_aside(words, t, to));
        return closed.unwrap_or(t);
    }
    // "on that line": no clause begins there.
    let that = last(&|t| words.is(t, &["that"]) && (t == 0 || words.kind(t - 1) != Kind::Preposition));
    // "showed |she had pressed them"
    let who = (from..to).rev().find(|&t| words.kind(t) != Kind::Adverb);
    if let Some(t) = who.filter(|&t| words.is(t, &["he", "she", "they", "we", "i"])) {
        let opens = |t: usize| words.kind(t) == Kind::Coordinator || words.is(t, &["so", "what"]);
        let joined = t.checked_sub(1).filter(|&t| t >= from && opens(t));
        return joined.or(that.filter(|&that| that + 1 == t)).or(comma.filter(|&c| c + 1 == t)).unwrap_or(t);
    }
    // "Since taking office |he has sacked three"
    if a.tense == Tense::Ing
        && let Some(t) = (from..to).find(|&t| words.is(t, &["he", "she", "they", "it", "we", "i"]))
    {
        return t;
    }
    if let Some(t) = speaker_in_commas(words, b, from, to) {
        return t;
    }
    match b.tense {
        Tense::Future if is_due(words, b) => return to,
        Tense::Reduced | Tense::Ing => {
            return comma.filter(|&c| c + 1 == to || to - c < 4).or(and.filter(|&c| c + 1 == to)).unwrap_or(to);
        }
        _ => {}
    }
    // "Before the dam burst, |613 employees and 28 outsourced workers took turns", "Vale said |305 employees,
    // contractors and residents were missing": who is listed is of one clause.
    let listed = and.is_some_and(|c| c + 1 < to && words.kind(to - 1) == Kind::Content);
    let plain = |range: Range<usize>| {
        let noun =
            |t: usize| matches!(words.kind(t), Kind::Content | Kind::Number | Kind::Determiner | Kind::Coordinator);
        range.len() < 16 && range.clone().all(|t| noun(t) || words.is(t, &[","]))
    };
    if listed && that.is_none() {
        let first = (from..to).find(|&t| words.is(t, &[","]) && masked.get(t) != Some(&Mask::Time));
        if opens_sentence(words, a)
            && let Some(c) = first.filter(|&c| plain(c + 1..to))
        {
            return c;
        }
        if speech::is_speech(&a.lemma) && a.lemma != "tell" && plain(from..to) && words.kind(from) != Kind::Coordinator
        {
            return from;
        }
    }
    if let Some(t) = that.or(comma.max(and)) {
        return t;
    }
    if speech::is_speech(&a.lemma) {
        // "police said on Monday |they had arrested him", "told the paper |he would go".
        let who = (from..to).find(|&t| words.is(t, &["i", "we", "he", "she", "they", "it"]));
        if let Some(t) = who {
            return t;
        }
        let dated = from + usize::from(words.kind(from) == Kind::Preposition);
        let behind = (dated..to).find(|&t| !time(t)).unwrap_or(to);
        // "police said the man fled": the subject is the second's.
        return if behind > dated && behind < to { behind } else { from };
    }
    // "After the case closed |Steve Jobs left": no comma, but a name at the start of a clause of its own.
    let named = from + 1 < to && words.capital(from) && (from..to).all(|t| words.kind(t) == Kind::Content);
    if named && opens_sentence(words, a) {
        return from;
    }
    to
}

/// Whether a group's clause opens its sentence as one that hangs on another: "Before the dam |burst, …".
pub(super) fn opens_sentence(words: &Words, group: &Group) -> bool {
    let before = (0..group.first).rev().take(12).take_while(|&t| words.kind(t) != Kind::Mark);
    let opener = before.filter(|&t| words.kind(t) == Kind::Subordinator).last();
    opener.is_some_and(|t| words.capital(t))
}

/// The comma that begins "…, |Ana Diaz, the governor of Lima, said", "…, |the union's head, Li Wei, said".
pub(super) fn speaker_in_commas(words: &Words, verb: &Group, from: usize, to: usize) -> Option<usize> {
    if !speech::is_speech(&verb.lemma) || verb.first != verb.last || to <= from || !words.is(to - 1, &[","]) {
        return None;
    }
    let comma_before = |end: usize| (from..end).rev().find(|&t| words.is(t, &[","])).filter(|&t| t + 1 < end);
    let middle = comma_before(to - 1)?;
    let first = comma_before(middle)?;
    let (one, other) = (first + 1..middle, middle + 1..to - 1);
    let name = |r: &Range<usize>| r.len() <= 4 && r.clone().all(|t| words.kind(t) == Kind::Content && words.capital(t));
    let role = |r: &Range<usize>| {
        let plain = r.clone().all(|t| match words.kind(t) {
            Kind::Content | Kind::Determiner | Kind::Clitic | Kind::Coordinator => true,
            Kind::Preposition => words.is(t, &["of", "for", "in", "at"]),
            _ => words.is(t, &["-"]),
        });
        let owned = r.clone().any(|t| words.kind(t) == Kind::Clitic);
        r.len() <= 12 && plain && (owned || !words.capital(r.start))
    };
    (name(&one) && role(&other) || role(&one) && name(&other)).then_some(first)
}

/// "after the gates, 38 km upstream, |were lifted": two commas that put something between a subject
/// and its verb close no clause.
fn is_aside(words: &Words, opener: usize, verb: usize) -> bool {
    let commas = (opener + 2..verb).filter(|&t| words.word(t) == ",").count();
    commas == 2 && words.word(verb - 1) == "," && words.word(opener + 1) != ","
}

/// Whether "when" stands behind what tells a day itself: "the 2017 attack in Tarn |when gunmen fled".
fn follows_dated_noun(words: &Words, masked: &[Mask], at: usize) -> bool {
    let time = |t: usize| masked.get(t) == Some(&Mask::Time);
    let noun = |t: usize| words.kind(t) == Kind::Content || words.is(t, &["in", "at", "near", "of", "on"]);
    let Some(last) = (0..at).rev().take(8).find(|&t| !noun(t) || time(t)).filter(|&t| time(t) && t + 1 < at) else {
        return false;
    };
    let first = (0..=last).rev().take_while(|&t| time(t)).last().unwrap_or(last);
    words.kind(last + 1) == Kind::Content
        && first > 0
        && matches!(words.kind(first - 1), Kind::Determiner | Kind::Clitic)
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
        let cut = (t + 1..g.first).any(|c| words.word(c) == ",") && !is_aside(words, t, g.first);
        // "was named as the maker of the bombs |used in May": no clause.
        let cut = cut || g.tense == Tense::Reduced && words.is(t, &["as"]) && t + 1 < g.first;
        if !cut {
            let link = match words.word(t) {
                "when" if follows_dated_noun(words, masked, t) => Link::Relative,
                "when" | "while" | "as" | "once" | "where" => Link::When,
                "after" => Link::After,
                "before" | "until" | "till" => Link::Before,
                "since" => Link::Since,
                "if" | "unless" | "whether" => Link::If,
                "who" | "which" | "whom" | "whose" => Link::Relative,
                "that" => {
                    let said = k > 0 && (t == groups[k - 1].last + 1 || speech::is_speech(&groups[k - 1].lemma));
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
            // "Eight cars derailed, Amtrak said, |leaving one upright": it hangs on what is said.
            let aside = k > 1
                && !by
                && !speech::is_speech(&g.lemma)
                && !matches!(g.lemma.as_str(), "cite" | "quote" | "refer")
                && {
                    let said = &groups[k - 1];
                    speech::is_speech(&said.lemma) && words.is(said.start, &[","]) && words.is(said.last + 1, &[","])
                };
            (if by { Link::Relative } else { Link::When }, if aside { Some(k - 2) } else { other })
        }
        Tense::Reduced => (Link::Relative, other),
        // "the terminal, due to open in 2025"
        Tense::Future if is_due(words, g) => (Link::Relative, other),
        _ if k == 0 => (Link::Main, None),
        _ => {
            let before = &groups[k - 1];
            if speech::is_speech(&before.lemma)
                && g.start == before.last + 1
                && !matches!(words.kind(g.start), Kind::Coordinator | Kind::Mark)
            {
                return (Link::Content, Some(k - 1));
            }
            // "and |on Friday launched a search"
            let day = |t: usize| masked.get(t) == Some(&Mask::Time);
            let shares = (g.start..g.first).all(|t| {
                matches!(words.kind(t), Kind::Coordinator | Kind::Adverb | Kind::Mark)
                    || t > g.start && (day(t) || words.is(t, &["on"]) && day(t + 1))
            });
            // "Moss, who had confessed, was freed": the sentence's own verb at last.
            let resumes = before.link == Link::Relative
                && words.kind(g.start) == Kind::Mark
                && !(g.start..g.first).any(|t| words.kind(t) == Kind::Coordinator)
                && !groups[..k].iter().any(|g| g.link == Link::Main);
            // "The gates were opened on Saturday, |said Mara Voss": who says so goes on with nothing.
            let says = speech::is_speech(&g.lemma) && (g.start..g.first).all(|t| words.kind(t) == Kind::Mark);
            if shares && !resumes && !says && matches!(words.kind(g.start), Kind::Coordinator | Kind::Mark) {
                // A shared subject: as the group before it, which may itself hang on another. "arrived, an hour
                // after it had opened, and |used a lift": a comma goes back to what that hangs on.
                let inner = before.link.is_adverbial();
                let closed = words.word(g.start) == "," || g.start > 0 && words.word(g.start - 1) == ",";
                // "where the quake toppled walls, |overturned cars and cut power": a comma alone lists.
                let place = (before.start..before.first).any(|t| words.is(t, &["where"]));
                let and = |g: &Group| (g.start..g.first).any(|t| words.kind(t) == Kind::Coordinator);
                let closed = closed && (!place || and(g));
                let back = before.parent.filter(|&p| inner && closed && p + 1 < k && groups[p].tense == g.tense);
                return (Link::And, Some(back.unwrap_or(k - 1)));
            }
            (Link::Main, None)
        }
    }
}

/// Whether what is to come hangs on a noun without a helper: "the terminal, due to open in 2025".
fn is_due(words: &Words, group: &Group) -> bool {
    group.tense == Tense::Future && words.kind(group.first) == Kind::Content
}

/// Participles behind which "as" says what somebody or something is.
const NAMED: [&str; 9] =
    ["identified", "named", "described", "known", "regarded", "listed", "appointed", "seen", "treated"];

/// Whether a token opens a clause, and not only a phrase such as "since March".
pub(super) fn opens(words: &Words, masked: &[Mask], t: usize) -> bool {
    match words.kind(t) {
        Kind::Relative => true,
        Kind::Subordinator => {
            let time = |t: usize| masked.get(t) == Some(&Mask::Time);
            // "as of May", "as many as nine"
            let much = ["many", "much", "few", "little", "high", "low"];
            let compares = words.is(t + 1, &much) || t > 0 && words.is(t - 1, &much);
            let named = t > 0 && words.is(t - 1, &NAMED);
            !(words.is(t, &["as"]) && (words.is(t + 1, &["of"]) || compares || named))
                && !(words.is(t, &["since", "until", "till", "before", "after"]) && (time(t + 1) || time(t)))
        }
        _ => false,
    }
}
