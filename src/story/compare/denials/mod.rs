//! Statements that cannot stand together because one denies what the other says.

#[cfg(test)]
mod disputes;
mod elsewhere;
mod likely;
pub(super) mod opposites;
pub(super) mod unheard;

use crate::claim::{Statement, Term, words};
use crate::event::{TriggerKind, speech};
use crate::facts::Facts;
use crate::order::Arrange;
use crate::span::Span;
use crate::story::compare::clauses::{said, statements};
use crate::story::compare::index::{At, Index, shared};
use crate::story::compare::kin::Kin;
use crate::story::compare::phrase::Phrase;
use crate::story::compare::so_far::is_so_far;
use crate::story::compare::{Draft, Said, Telling};
use crate::story::{Aspect, RowKind};
use crate::time::{Days, Inferred, TimeMention};
use elsewhere::{elsewhere, is_of_others};
use likely::Likely;

/// The least share of the denied words' weight that the other statement holds.
const DENIED: f32 = 0.74;
/// As [`DENIED`], for sentences that are much alike.
const DENIED_ALIKE: f32 = 0.45;

/// Least likeness where a single word is denied, of a subject that the other does not name.
const LONE: f32 = 0.05;

/// A verb alone that is less than this of what is denied was done to something else.
const MOST: f32 = 0.6;

/// Least likeness to what somebody says will not be.
const PLANNED: f32 = 0.2;

/// A word that stands in no more sentences than this is rare.
const RARE: u32 = 3;

/// Below these log-odds, a single common word tells of one matter only where it stands for what was done.
const BY_CHANCE: f32 = -0.55;

/// So much of what is denied may be told without the word that is refused: "no |wind warning", "a storm warning".
const HALF: f32 = 0.45;

/// Words that stand between a denial and what it denies: "nothing |indicates that it was poisoned".
const SHOWN: [&str; 6] = ["indicate", "suggest", "show", "prove", "evidence", "sign"];

/// A statement: its sentence and index.
type Which = (At, u32);

/// One row for each denial, with what it denies in the other articles.
pub(super) fn rows(story: &Telling, kin: &Kin, drafts: &mut Vec<Draft>) {
    let likely = Likely::new(story, kin);
    let (articles, index, pairs) = (story.articles, story.index, story.pairs);
    let mut found: Vec<(Which, Which, f32)> = Vec::new();
    for &(a, b, similarity) in pairs {
        for (i, x) in statements(articles, a) {
            for (j, y) in statements(articles, b) {
                let mut add = |deny: (Which, &Statement), say: (Which, &Statement)| {
                    let vague = || by_pronoun(articles, say.0.0, say.1);
                    let (x, y) = (deny.1, say.1);
                    let asked = is_question(&articles[say.0.0.article as usize], y);
                    if asked || y.negated || y.commentary > 1 || !likely.is_denial(deny.0.0.article, x) {
                        return;
                    }
                    let odds = likely.denies(deny.0, say.0, similarity);
                    let rule = || denial(index, x, y, similarity, &vague);
                    // "No wall is left at the |toll house" denies nothing of what was done there.
                    let told = || likely.of(say.0.0.article, say.0.1).binary_search(&kin.field(x.refused)).is_ok();
                    let free = x.refused == 0 || SHOWN.iter().any(|w| words::term(w) == Some(x.refused));
                    let half = || index.overlap(&x.denied, &y.terms) >= HALF;
                    // "The third man, who fled without firing, …" says nothing of the others.
                    let whom = || x.about == 0 || y.terms.binary_search(&x.about).is_ok();
                    let score = if odds >= likely::SURE && (free || told() || half()) && whom() {
                        Some(1.0 + 0.25 * odds)
                    } else {
                        rule().filter(|_| odds >= likely::DOUBTFUL || of_being(&articles[deny.0.0.article as usize], x))
                    };
                    // "has not had one since 2004" denies nothing of today.
                    // What was only planned, and what was not done, are of one matter by more than a word.
                    let chance = (odds < BY_CHANCE || y.unreal) && by_chance(story, kin, &likely, deny, say);
                    if let Some(score) = score
                        && !chance
                        && !is_of_others(&articles[deny.0.0.article as usize], x, similarity)
                        && !bounded(&articles[deny.0.0.article as usize].article.text, deny.1)
                        && !elsewhere(story, deny, say)
                    {
                        found.push((deny.0, say.0, score + similarity));
                    }
                };
                add(((a, i), x), ((b, j), y));
                add(((b, j), y), ((a, i), x));
            }
        }
    }
    found.arrange_by(|x, y| {
        x.0.cmp(&y.0).then(x.1.0.article.cmp(&y.1.0.article)).then(y.2.total_cmp(&x.2)).then(x.1.cmp(&y.1))
    });
    // The closest statement of each article, and a second one that comes near it.
    let mut kept: Vec<(Which, Which, f32)> = Vec::new();
    for f in found {
        let same = |k: &&(Which, Which, f32)| k.0 == f.0 && k.1.0.article == f.1.0.article;
        let (before, best) = kept.iter().rev().take(2).filter(same).fold((0, f.2), |(n, b), k| (n + 1, b.max(k.2)));
        if before == 0 || (before == 1 && f.2 > 0.8 * best) {
            kept.push(f);
        }
    }
    let found = kept;
    for run in found.chunk_by(|x, y| x.0 == y.0) {
        let (at, deny) = run[0].0;
        // What will not be, and yet is told as done later: the others speak of what was before.
        let day = |w: &Which| articles[w.0.article as usize].article.published_date();
        let of = |w: &Which| &articles[w.0.article as usize].claims.statements[w.1 as usize];
        let came = |r: &&(Which, Which, f32)| !of(&r.1).unreal && day(&r.0) < day(&r.1);
        let later: Vec<(Which, Which, f32)> = run.iter().filter(came).copied().collect();
        let run = if of(&run[0].0).unreal && !later.is_empty() { &later } else { run };
        let mut all = vec![said(articles, at, deny)];
        all.extend(instead(articles, at, deny).map(|next| said(articles, at, next)));
        all.extend(run.iter().map(|r| whole(articles, r.1)));
        // What it denies most surely tells whether both can be true in time.
        let Some(best) = run.iter().reduce(|x, y| if y.2 > x.2 { y } else { x }) else { continue };
        let (score, planned) = (best.2, of(&best.1).unreal);
        let denies = of(&run[0].0);
        let dated: Vec<bool> =
            run.iter().filter_map(|r| after(&articles[at.article as usize], articles, r.1)).collect();
        let later = !denies.unreal && !dated.is_empty() && dated.iter().all(|&d| d);
        // "No group has claimed it", and in a later report one has: so far, nobody had.
        let so_far = || {
            is_so_far(&Phrase::new(&articles[at.article as usize], denies.span))
                && !denies.unreal
                && run.iter().all(|r| day(&(at, 0)) < day(&r.1) && !of(&r.1).unreal)
                && dated.iter().all(|&d| d)
        };
        let later = later || so_far();
        let (kind, why) = if later {
            (
                RowKind::SoftConflict,
                "One says that it was not so, the other that it was on a later day: the matter has moved on.",
            )
        } else if denies.unreal && run.iter().all(|r| !of(&r.1).unreal && day(&r.0) < day(&r.1)) {
            (RowKind::SoftConflict, "One says that it will not be so, a later one that it is: the matter has moved on.")
        } else if !denies.unreal && planned {
            (RowKind::SoftConflict, "One tells it as planned or possible, the other says that it did not come about.")
        } else if of_two_days(articles, (at, deny), run) {
            continue;
        } else {
            (RowKind::HardConflict, "One says what the other denies: both cannot be true.")
        };
        drafts.push(Draft::new(kind, Aspect::Status, 1.0 + score, why, all));
    }
}

/// Whether what a statement dates came about after the day on which an article was published.
fn after(earlier: &Facts, articles: &[Facts], (at, statement): Which) -> Option<bool> {
    let facts = &articles[at.article as usize];
    let span = facts.claims.statements[statement as usize].span;
    let published = earlier.article.published_date()?;
    // "Ten minutes before", "at 10.48": which day that was is only inferred.
    let bare = |t: &TimeMention| t.inferred.iter().any(|i| matches!(i, Inferred::Anchor | Inferred::Context));
    // "three arrests after the robbery on Friday": that is the day of the robbery.
    let of_another = |t: &TimeMention| {
        let before = Phrase::new(facts, Span::new(span.start, t.span.start));
        (1..before.len()).any(|i| before.one_of(i, &["after", "following", "since", "over"]).is_some())
    };
    // "an option to buy in June" has not come about by then.
    let told = facts.article.published_date();
    let dated = facts.times_in(span).filter(|t| !bare(t) && !of_another(t));
    let days = dated.filter_map(|t| t.days).filter(|d| told.is_none_or(|told| d.from <= told));
    days.map(|d| d.from > published).reduce(|x, y| x && y)
}

/// Whether a denial and what others tell state days, and none that both do: "called off on Monday and on Wednesday",
/// "took off on Thursday".
fn of_two_days(articles: &[Facts], deny: Which, told: &[(Which, Which, f32)]) -> bool {
    let days = |(at, statement): Which| {
        let facts = &articles[at.article as usize];
        let times = facts.times_in(facts.claims.statements[statement as usize].span);
        let stated = |t: &&TimeMention| !t.inferred.iter().any(|i| matches!(i, Inferred::Anchor | Inferred::Context));
        times.filter(stated).filter_map(|t| t.days).filter(|d| d.from == d.to).collect::<Vec<_>>()
    };
    let (own, told) = (days(deny), told.iter().flat_map(|t| days(t.1)).collect::<Vec<_>>());
    let meets = |p: &Days, q: &Days| p.from <= q.to && q.from <= p.to;
    !own.is_empty() && !told.is_empty() && !own.iter().any(|p| told.iter().any(|q| meets(p, q)))
}

/// A statement as a claim; with the one that goes on where a relative clause parts it before its verb: "A storm on
/// Monday, |which felled trees, had cut the line".
fn whole(articles: &[Facts], (at, statement): Which) -> Said {
    let facts = &articles[at.article as usize];
    let mut claim = said(articles, at, statement);
    let of = |i: u32| facts.claims.statements.get(i as usize);
    let (Some(this), Some(next)) = (of(statement), of(statement + 1)) else { return claim };
    let parted = this.sentence == next.sentence
        && ["which ", "who ", "whose "].iter().any(|w| next.span.of(&facts.article.text).starts_with(w));
    let from = facts.events.partition_point(|e| e.sentence.end <= this.span.start);
    let here = facts.events[from..].iter().take_while(|e| e.sentence.start < this.span.end);
    let mut here = here.filter(|e| this.span.contains(e.trigger));
    let told = here.any(|e| e.trigger_kind == TriggerKind::Clause && (e.passive || !speech::is_speech(&e.lemma)));
    if parted && !told && claim.span.cover(next.span).len() <= 260 {
        claim.span = claim.span.cover(next.span);
        claim.mark = claim.span;
    }
    claim
}

/// Whether a clause says that a thing was not there at all, whoever says so: "There was no swell".
fn of_being(facts: &Facts, statement: &Statement) -> bool {
    const SIGNS: [&str; 8] = ["indication", "evidence", "sign", "suggestion", "doubt", "question", "reason", "need"];
    let words = Phrase::new(facts, statement.span);
    let there = words.one_of(0, &["there was no", "there were no", "there is no", "there are no"]).is_some();
    let present = words.is(0, "no") && (2..words.len()).any(|i| words.one_of(i, &["present", "involved"]).is_some());
    // "No distress call was received": there was none.
    let came = words.is(0, "no")
        && (2..words.len().min(6)).any(|i| {
            words.one_of(i, &["was", "were", "has been", "had been"]).is_some_and(|n| {
                words.one_of(i + n, &["received", "heard", "sent", "made", "issued", "given", "sounded"]).is_some()
            })
        });
    there && words.one_of(3, &SIGNS).is_none() || present || came
}

/// Whether a clause speaks of a stretch of time that ended: "none until then".
pub(super) fn bounded(text: &str, statement: &Statement) -> bool {
    let rest = text.get(statement.span.end as usize..).unwrap_or_default();
    // "No deputy had opposed a governor |since 2011": until now.
    let clause = statement.span.of(text);
    let before = clause.split_once(" since ").is_some_and(|(told, year)| {
        told.contains(" had ") && year.len() > 3 && year.bytes().take(4).all(|b| b.is_ascii_digit())
    });
    if statement.negated && before {
        return true;
    }
    statement.negated && [" since ", " until ", " before ", ", until "].iter().any(|w| rest.starts_with(w))
}

/// Verbs that help another one.
const HELPERS: [&str; 9] = ["had", "has", "have", "did", "does", "can", "could", "will", "would"];

/// Whether a denial and a statement have one word alone in common, which both use for something else: "The idea
/// finds no support", "We shall support the inquiry". Where both tell one verb's deed, where the denial has no verb
/// ("Not in any tunnel") or no negation, and where it says that a thing was not there, one word is enough.
fn by_chance(story: &Telling, kin: &Kin, likely: &Likely, deny: (Which, &Statement), say: (Which, &Statement)) -> bool {
    let (x, y) = (deny.1, say.1);
    let fields = |w: Which| likely.of(w.0.article, w.1);
    let mut common = shared(fields(deny.0), fields(say.0));
    let (Some(hit), None) = (common.next(), common.next()) else { return false };
    let deeds = |w: Which| {
        let from = story.deeds.partition_point(|d| d.at < w.0);
        story.deeds[from..].iter().take_while(move |d| d.at == w.0).filter(move |d| d.statement == w.1)
    };
    let done = |w: Which| deeds(w).any(|d| kin.field(d.verb) == hit);
    // "The mill did not go to the regulator", and the mill itself: "We informed the authorities".
    let own = &story.articles[say.0.0.article as usize];
    let ours = Phrase::new(own, y.span).is(0, "we");
    let source = own.article.source.as_deref().unwrap_or_default();
    if ours && x.subject != 0 && source.split(' ').any(|w| words::term(w) == Some(x.subject)) {
        return false;
    }
    let words = Phrase::new(&story.articles[deny.0.0.article as usize], x.span);
    let helped = (0..words.len()).any(|i| words.one_of(i, &HELPERS).is_some());
    let verbless =
        !helped && deeds(deny.0).next().is_none() && (x.subject == 0 || y.terms.binary_search(&x.subject).is_ok());
    // "The building was not |the library"
    let definite =
        (0..words.len()).any(|i| words.is(i, "not the") && words.term(i + 2).is_some_and(|t| kin.field(t) == hit));
    let being = || of_being(&story.articles[deny.0.0.article as usize], x);
    !(!x.negated || verbless || definite || done(deny.0) && done(say.0) || being())
}

/// Whether a clause does not name its subject: "We told them at once".
fn by_pronoun(articles: &[Facts], at: At, statement: &Statement) -> bool {
    let clause = statement.span.of(&articles[at.article as usize].article.text);
    ["We ", "we ", "It ", "it ", "They ", "they ", "He ", "he ", "She ", "she "].iter().any(|p| clause.starts_with(p))
}

/// How surely `x` denies what `y` says; `vague` tells that `y` does not name its subject.
fn denial(index: &Index, x: &Statement, y: &Statement, similarity: f32, vague: &dyn Fn() -> bool) -> Option<f32> {
    if x.denied.is_empty() || similarity < 0.045 {
        return None;
    }
    // What will not be is denied of the same matter only.
    if x.unreal && similarity < PLANNED {
        return None;
    }
    let holds = |term: Term| term == 0 || y.terms.binary_search(&term).is_ok();
    if !holds(x.refused) || !holds(x.about) {
        return None;
    }
    // Of another subject only what is much alike, or what few sentences of the story speak of.
    if !holds(x.subject) && similarity < 0.2 && index.frequency(x.refused) > RARE && !vague() {
        return None;
    }
    let all: f32 = x.denied.iter().map(|&t| index.weight(t)).sum();
    let hit: f32 = shared(&x.denied, &y.terms).map(|t| index.weight(t)).sum();
    let share = hit / all.max(1.0);
    let hits = shared(&x.denied, &y.terms).count();
    let alone = x.subject == 0 || !holds(x.subject);
    // "No boarder is among the dead" denies a deed of boarders, and not that there were some.
    let mentioned = x.subject == 0 && y.terms.binary_search(&x.refused).is_ok();
    if x.denied.len() > 1 && hits == 1 && alone && (similarity < 0.22 || mentioned) {
        return None;
    }
    // A lone word is denied of many things.
    let other = || shared(&x.terms, &y.terms).any(|t| !x.denied.contains(&t));
    let rare = || index.frequency(x.refused) <= RARE;
    let lone = x.denied.len() == 1 && !holds(x.subject) && (similarity < LONE || !(other() || vague() || rare()));
    let sure = share >= DENIED && hit >= 0.4 * index.rarest() && !lone;
    let alike = share >= DENIED_ALIKE && hit >= 0.58 * index.rarest() && similarity >= 0.22;
    (sure || alike).then_some(share)
}

/// The most bytes of a denial that is short: what is so instead stands in the sentences beside it.
const SHORT: u32 = 60;

/// The statements after a denial, which mostly say what is so instead: those of its sentence, and
/// where it is short those of the next one that go on with it: "It was no tower. It was twenty
/// boots." What merely stands beside it contradicts nobody.
pub(super) fn instead(articles: &[Facts], at: At, deny: u32) -> impl Iterator<Item = u32> + '_ {
    let facts = &articles[at.article as usize];
    let (all, deny) = (&facts.claims.statements, deny as usize);
    let goes_on = move |i: usize| {
        let first = all[i].span.of(&facts.article.text).split(' ').next().unwrap_or_default();
        let openers = ["It", "They", "He", "She", "Its", "Their", "Instead", "Rather", "In", "At", "Only"];
        // "It was not." leaves all to the next sentence.
        let clause = all[deny].span.of(&facts.article.text);
        let bare = clause.len() < 16 && ["It ", "They ", "He ", "She ", "That "].iter().any(|p| clause.starts_with(p));
        bare || shared(&all[deny].terms, &all[i].terms).next().is_some() || openers.contains(&first)
    };
    let same = move |i: usize| all.get(i).is_some_and(|s| s.sentence == all[deny].sentence);
    let short = all[deny].span.len() < SHORT && !same(deny + 1);
    let one = move |i: usize| same(i) || (short && goes_on(i));
    (deny + 1..deny + 3)
        .take_while(move |&i| is_report(facts, i) && is_beside(facts, deny, i) && one(i))
        .map(|i| i as u32)
}

/// The statement before one that is short, in its sentence or the one before.
pub(super) fn before(articles: &[Facts], at: At, statement: u32) -> Option<u32> {
    let facts = &articles[at.article as usize];
    let (i, before) = (statement as usize, statement.checked_sub(1)?);
    let short = facts.claims.statements[i].span.len() < SHORT;
    (short && is_report(facts, before as usize) && is_beside(facts, before as usize, i)).then_some(before)
}

/// Whether a statement reports something, and asks nothing.
fn is_report(facts: &Facts, i: usize) -> bool {
    facts.claims.statements.get(i).is_some_and(|s| s.commentary < 2 && !is_question(facts, s))
}

/// Whether a statement stands in a question.
fn is_question(facts: &Facts, statement: &Statement) -> bool {
    let sentence = facts.sentences.get(statement.sentence as usize);
    sentence.is_some_and(|s| s.of(&facts.article.text).trim_end().ends_with('?'))
}

/// Whether two statements stand in one sentence, or in sentences of one paragraph that follow each
/// other.
fn is_beside(facts: &Facts, a: usize, b: usize) -> bool {
    let (a, b) = (&facts.claims.statements[a], &facts.claims.statements[b]);
    let near = b.sentence <= a.sentence + 1;
    near && facts.article.text.get(a.span.end as usize..b.span.start as usize).is_some_and(|t| !t.contains('\n'))
}
