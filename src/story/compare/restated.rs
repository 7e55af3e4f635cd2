//! Statements that several articles make in their own words.

use super::clauses::{closest, other_days, other_hours, said};
use super::figures::family;
use super::figures::value::{self, Relation};
use super::index::{At, BySentence, Index, shared};
use super::kin::Kin;
use super::phrase::Phrase;
use super::{Draft, Said, Telling};
use crate::claim::{Statement, Term, words};
use crate::facts::Facts;
use crate::order::{Arrange, falling, halves, numbers, pair};
use crate::span::Span;
use crate::story::{Aspect, RowKind};
use std::collections::HashMap;

/// Sentences less alike than this are not taken for the same statement.
const ALIKE: f32 = 0.08;

/// Sentences less alike than this do not tell a plan and its outcome.
const CAME_TRUE: f32 = 0.15;
/// Statements in one row at most.
const LARGEST: usize = 24;

/// Finds the agreements that no figure or date carries.
pub(super) fn rows(story: &Telling, kin: &Kin, drafts: &mut Vec<Draft>) {
    let (articles, index, pairs) = (story.articles, story.index, story.pairs);
    // The most alike first, those equally alike in the order of the pairs.
    let alike = pairs.iter().enumerate().filter(|p| p.1.2 >= ALIKE);
    let mut order: Vec<u64> = alike.map(|(i, p)| pair(falling(p.2), i as u32)).collect();
    numbers(&mut order);
    let mut disputed: Vec<(u32, Span)> = Vec::new();
    for draft in drafts.iter().filter(|d| d.kind != RowKind::Agree) {
        disputed.extend(draft.said.iter().map(|s| (s.article, s.span)));
    }
    disputed.arrange();
    let mut agreed: Vec<(u32, Span, usize)> = Vec::new();
    // Where it was and who it was is not yet what happened.
    let of_deeds = |d: &Draft| d.kind == RowKind::Agree && !matches!(d.aspect, Aspect::Place | Aspect::Actor);
    for (i, draft) in drafts.iter().enumerate().filter(|d| of_deeds(d.1)) {
        agreed.extend(draft.said.iter().map(|s| (s.article, s.span, i)));
    }
    agreed.arrange();
    let plans = plans(articles, index);
    let most = index.most(pairs);
    // Clusters that grow from the most alike pair on, with one statement an article.
    let mut cluster_of: HashMap<At, usize> = HashMap::new();
    let mut moved = Vec::new();
    let mut clusters: Vec<(f32, Vec<(At, u32)>)> = Vec::new();
    for (a, b, similarity) in order.iter().map(|&o| pairs[halves(o).1 as usize]) {
        // Most pairs of a large story join what is joined already; they need no closer look.
        let of = [cluster_of.get(&a).copied(), cluster_of.get(&b).copied()];
        let free = |c: usize, at: At| {
            let (_, members) = &clusters[c];
            members.len() < LARGEST && members.iter().all(|m| m.0.article != at.article)
        };
        let joined = match of {
            [None, None] => false,
            [Some(c), None] => !free(c, b),
            [None, Some(c)] => !free(c, a),
            [Some(_), Some(_)] => true,
        };
        if joined && plans.of(a).is_empty() && plans.of(b).is_empty() {
            continue;
        }
        let Some((x, y)) = closest(articles, index, a, b) else { continue };
        let (p, q) = (said(articles, a, x), said(articles, b, y));
        // What is in dispute is not agreed upon, whatever words it shares.
        let in_dispute = |s: &Said| disputed.binary_search(&(s.article, s.span)).is_ok();
        if !tells(articles, a, x) || !tells(articles, b, y) || (in_dispute(&p) && in_dispute(&q)) {
            continue;
        }
        if counts_otherwise(articles, (a, x), (b, y)) {
            let why = "Both say which one in a row it was, and the two say it differently.";
            moved.push(Draft::new(RowKind::HardConflict, Aspect::Count, 1.0 + similarity, why, vec![p, q]));
            continue;
        }
        if !agreeable(articles, (a, x), (b, y)) {
            continue;
        }
        let terms = |at: At, s: u32| &articles[at.article as usize].claims.statements[s as usize].terms;
        if kin.opposed(terms(a, x), terms(b, y)) {
            continue;
        }
        if similarity >= CAME_TRUE
            && let Some(draft) = came_true(articles, index, &plans, (a, x), (b, y), similarity)
        {
            moved.push(draft);
            continue;
        }
        // A common topic is no common statement; and what they agree on by a figure or a day is told.
        let alike = (similarity, index.firsts(&most, a, b, similarity));
        if !story.same.told(index, (a.article, x), (b.article, y), alike) || both(&agreed, &p, &q) {
            continue;
        }
        match of {
            [None, None] => {
                cluster_of.extend([(a, clusters.len()), (b, clusters.len())]);
                clusters.push((similarity, vec![(a, x), (b, y)]));
            }
            [Some(c), None] if !joined => {
                cluster_of.insert(b, c);
                clusters[c].1.push((b, y));
            }
            [None, Some(c)] if !joined => {
                cluster_of.insert(a, c);
                clusters[c].1.push((a, x));
            }
            _ => {}
        }
    }
    super::once(moved, drafts);
    for (similarity, members) in clusters {
        let all = members.iter().map(|&(at, statement)| said(articles, at, statement)).collect();
        let why = "The clauses share their rarer words and names, and no figure, day or denial in them differs.";
        drafts.push(Draft::new(RowKind::Agree, Aspect::Fact, similarity, why, all));
    }
}

/// Whether one row holds two claims.
fn both(rows: &[(u32, Span, usize)], p: &Said, q: &Said) -> bool {
    let of = |s: &Said| {
        let place = (s.article, s.span);
        let from = rows.partition_point(|r| (r.0, r.1) < place);
        rows[from..].iter().take_while(move |r| (r.0, r.1) == place).map(|r| r.2)
    };
    of(p).any(|r| of(q).any(|t| t == r))
}

/// Words that announce something.
pub(super) const PLANNED: [&str; 9] =
    [" will ", " would ", " due to ", " plans to ", " planned ", " expected to ", " is to ", " are to ", " could "];

/// The statements that announce something, and the verb of what they announce.
fn plans<'i>(articles: &[Facts], index: &'i Index) -> BySentence<'i, (At, u32, Term)> {
    let mut all = Vec::new();
    for (a, facts) in articles.iter().enumerate() {
        for (i, statement) in facts.claims.statements.iter().enumerate().filter(|s| s.1.unreal) {
            let clause = statement.span.of(&facts.article.text);
            let at = At { article: a as u32, sentence: statement.sentence };
            let verb = |p: &&str| clause.split_once(*p)?.1.split(' ').take(3).find_map(words::term);
            all.extend(PLANNED.iter().filter_map(verb).map(|v| (at, i as u32, v)));
        }
    }
    BySentence::new(index, all, |p| p.0)
}

/// A plan of which a later article tells that it was carried out.
fn came_true(
    articles: &[Facts],
    index: &Index,
    plans: &BySentence<(At, u32, Term)>,
    (a, x): (At, u32),
    (b, y): (At, u32),
    similarity: f32,
) -> Option<Draft> {
    let of = |at: At, s: u32| &articles[at.article as usize].claims.statements[s as usize];
    // What costs least is asked first.
    let announced = |at: At, s: u32| plans.of(at).iter().any(|p| p.1 == s);
    let (p, q) = (&of(a, x).terms, &of(b, y).terms);
    // "will pay no ransom", "did not pay": as it was said.
    let denied = of(a, x).negated || of(b, y).negated;
    if denied || !(announced(a, x) || announced(b, y)) || shared(p, q).count() < 2 || index.overlap(p, q) < 0.35 {
        return None;
    }
    // The verb that is planned is the one that the other tells as done.
    let planned = |at: At, s: u32, (other, done): (At, &Statement)| {
        plans.of(at).iter().filter(|p| p.1 == s).any(|p| did(articles, other, done, p.2))
    };
    let day = |at: At| articles[at.article as usize].article.published_date();
    let (plan, done) = match (planned(a, x, (b, of(b, y))), planned(b, y, (a, of(a, x)))) {
        (true, false) if !of(b, y).unreal => (a, b),
        (false, true) if !of(a, x).unreal => (b, a),
        _ => return None,
    };
    if day(plan).zip(day(done)).is_some_and(|(p, d)| p >= d) {
        return None;
    }
    let why = "One tells it as planned or possible, a later one as done: the matter has moved on.";
    let all = vec![said(articles, a, x), said(articles, b, y)];
    Some(Draft::new(RowKind::SoftConflict, Aspect::Status, 0.8 + similarity, why, all))
}

/// Whether a statement tells a verb as done: "filed", not "filing", "files", "filers" or "to file".
fn did(articles: &[Facts], at: At, statement: &Statement, verb: Term) -> bool {
    let words = Phrase::new(&articles[at.article as usize], statement.span);
    let other = |word: &str| ["ing", "s", "er", "or"].iter().any(|e| word.ends_with(e));
    // "announced an appeal", "has until May to file his appeal": that is no more than to say so.
    let announced = |i: usize| {
        let says = ["announced", "planned", "prepared", "promised", "sought", "threatened"];
        i > 2
            && words.one_of(i - 1, &["a", "an", "his", "her", "its", "their"]).is_some()
            && (words.one_of(i - 2, &says).is_some() || words.is(i - 3, "to"))
    };
    (0..words.len()).any(|i| {
        words.term(i) == Some(verb) && !other(words.of(i)) && (i == 0 || !words.is(i - 1, "to")) && !announced(i)
    })
}

/// Whether a statement reports something, rather than commenting or asking.
fn tells(articles: &[Facts], at: At, statement: u32) -> bool {
    let facts = &articles[at.article as usize];
    let statement = &facts.claims.statements[statement as usize];
    let end = facts.sentences.get(at.sentence as usize).map_or(statement.span.end, |s| s.end);
    let rest = facts.article.text.get(statement.span.end as usize..end as usize).unwrap_or_default();
    statement.commentary < 2 && statement.terms.len() > 1 && !rest.contains('?')
}

/// Whether two statements may be an agreement: they share more than one word, and no figure or
/// time of day of theirs differs.
fn agreeable(articles: &[Facts], (a, x): (At, u32), (b, y): (At, u32)) -> bool {
    let facts = |at: At| &articles[at.article as usize];
    let of = |at: At, s: u32| &facts(at).claims.statements[s as usize];
    let (p, q) = (of(a, x), of(b, y));
    if shared(&p.terms, &q.terms).count() < 2 && p.terms.len().min(q.terms.len()) > 2 {
        return false;
    }
    let figures = |at: At, s: u32| facts(at).claims.figures_of(s);
    let (mut differs, mut some, mut one) = (false, false, false);
    for f in figures(a, x) {
        let (mut other, mut same) = (false, false);
        for g in figures(b, y).iter().filter(|g| family(g.unit) == family(f.unit)) {
            let fits = value::relation(f, g) != Relation::Apart;
            let of_kind = g.kind == f.kind && g.thing == f.thing;
            (some, one) = (true, one | fits);
            (other, same) = (other | of_kind, same | (of_kind && fits));
        }
        differs |= other && !same;
    }
    // Where each counts something and none of it the other, they tell of different things.
    !differs
        && (one || !some)
        && p.negated == q.negated
        && !other_ordinal(articles, (a, p), (b, q))
        && !other_days(facts(a), p, facts(b), q)
        && !other_hours(facts(a), p, facts(b), q)
}

/// Whether both number a thing and number it differently: "its third flight", "the fourth flight".
fn other_ordinal(articles: &[Facts], (a, p): (At, &Statement), (b, q): (At, &Statement)) -> bool {
    let x = ordinals(articles, a, p);
    let y = if x.is_empty() { Vec::new() } else { ordinals(articles, b, q) };
    x.iter().any(|x| y.iter().any(|y| y.1 == x.1 && y.0 != x.0)) && !x.iter().any(|x| y.contains(x))
}

/// Whether both clauses say that something was the Nth of its kind: "It was the rocket's third
/// flight"; of "the third flight failed" each tells another one.
fn counts_otherwise(articles: &[Facts], (a, x): (At, u32), (b, y): (At, u32)) -> bool {
    let of = |at: At, s: u32| &articles[at.article as usize].claims.statements[s as usize];
    let is_one = |at: At, s: &Statement| {
        let words = Phrase::new(&articles[at.article as usize], s.span);
        (0..words.len().min(8)).any(|i| words.one_of(i, &["was", "is", "marks", "marked", "became", "makes"]).is_some())
            && ordinals(articles, at, s).len() < 3
    };
    let (p, q) = (of(a, x), of(b, y));
    other_ordinal(articles, (a, p), (b, q)) && is_one(a, p) && is_one(b, q)
}

/// Ordinals of a clause with the noun they number.
fn ordinals(articles: &[Facts], at: At, statement: &Statement) -> Vec<(usize, Term)> {
    const ORDINALS: [&str; 10] =
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];
    let words = Phrase::new(&articles[at.article as usize], statement.span);
    let number = |i: usize| {
        let word = words.of(i);
        let digits = word.len() - word.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let written =
            ["st", "nd", "rd", "th"].contains(&&word[digits..]).then(|| word[..digits].parse().ok()).flatten();
        written.or_else(|| ORDINALS.iter().position(|o| o.eq_ignore_ascii_case(word)).map(|n| n + 1))
    };
    let noun = |i: usize| words.term(i + 1).filter(|_| !words.pauses(i));
    (0..words.len()).filter_map(|i| Some((number(i)?, noun(i)?))).collect()
}

#[cfg(test)]
mod tests {
    use crate::facts::{self, Reader};
    use crate::import::{Article, Record};
    use crate::story::RowKind;

    /// Whether two articles are found to tell the same in their own words.
    #[track_caller]
    fn check(a: &str, b: &str, expected: bool) {
        let filler = "The village has a bakery. Its church was painted white. Nobody sells tickets there.";
        let read = |(id, text): (&str, String)| {
            let record = Record { id: id.into(), text, published: Some("2024-06-12".into()), ..Record::default() };
            facts::read(Article::new(record), &Reader::default())
        };
        let story = crate::story::tell([("a", format!("{a} {filler}")), ("b", b.to_owned())].map(read).into());
        let agreed = |r: &&crate::story::Row| r.kind == RowKind::Agree && r.why.starts_with("The clauses share");
        assert_eq!(story.rows.iter().any(|r| agreed(&r)), expected, "{a} | {b}");
    }

    #[test]
    fn the_same_told_in_other_words() {
        check(
            "A welder said that the gas alarm had been switched off before the shift began.",
            "Before the shift the gas alarm was switched off, an inspector found.",
            true,
        );
        check(
            "Divers searched the flooded quarry for the missing boy.",
            "In the quarry, which is flooded, divers searched for a boy.",
            true,
        );
        // Near misses: a common topic, a denial, another day, another number in a row.
        check("The gas alarm was made by a firm in Leeds.", "The alarm woke two guests of the inn.", false);
        check(
            "The gas alarm had been switched off before the shift began.",
            "The gas alarm had not been switched off before the shift began.",
            false,
        );
        check(
            "Inspectors tested the gas alarm of the mill on 3 May.",
            "Inspectors tested the gas alarm of the mill on 9 June.",
            false,
        );
        check(
            "The mill's third gas alarm failed in the test.",
            "The mill's fourth gas alarm failed in the test.",
            false,
        );
    }
}
