//! Who reports what, and where sources agree, differ or stand alone.
//!
//! Reads the facts of all articles at once. Each submodule finds the rows of one kind of claim
//! as [`Draft`]s; here they are ranked, put into words and given ids.

mod actors;
mod alone;
mod causes;
mod clauses;
mod days;
mod deeds;
mod denials;
mod figures;
mod firsts;
mod index;
mod kin;
mod near;
mod opinions;
mod orders;
mod phrase;
mod placed;
mod restated;
mod same;
mod sides;
mod sites;
mod so_far;
mod speakers;
mod told;
mod wording;
mod worth;

use super::cast::Cast;
use super::{Aspect, Claim, Copy, Place, Row, RowKind, StoryEvent};
use crate::facts::Facts;
use crate::id;
use crate::notice::Notice;
use crate::order::Arrange;
use crate::span::Span;
use deeds::Deed;
use index::{At, Index};
use speakers::Speakers;
use std::cmp::Ordering;
use std::collections::{HashMap, HashSet};

/// What one article says on a draft.
#[derive(Clone, Debug)]
struct Said {
    article: u32,
    /// The clause that says it.
    span: Span,
    /// The part that differs or agrees.
    mark: Span,
    /// Normalised.
    value: String,
}

/// A row before it is ranked and put into words.
#[derive(Clone, Debug)]
struct Draft {
    kind: RowKind,
    aspect: Aspect,
    importance: f32,
    why: &'static str,
    said: Vec<Said>,
}

impl Draft {
    fn new(kind: RowKind, aspect: Aspect, importance: f32, why: &'static str, mut said: Vec<Said>) -> Self {
        said.arrange_by_key(|s| (s.article, s.span, s.mark));
        said.dedup_by_key(|s| (s.article, s.span, s.mark));
        Self { kind, aspect, importance, why, said }
    }
}

/// Days between the publication of two articles on the same happenings, mostly.
const LATER: i32 = 120;
/// Sentences so much alike are of the same thing whenever they were published.
const MUCH_ALIKE: f32 = 0.35;

/// All that the rows are found from.
struct Telling<'s> {
    /// In order of publication.
    articles: &'s [Facts],
    cast: &'s Cast,
    events: &'s [StoryEvent],
    index: &'s Index,
    /// Pairs of sentences that are at all alike.
    pairs: &'s [(At, At, f32)],
    deeds: &'s [Deed<'s>],
    /// Pairs of deeds that may be one, of [`crate::order::pair`].
    retold: &'s [u64],
    same: &'s same::Same<'s>,
    near: &'s near::Near,
    /// Of each name of the cast, by the articles that are compared: one given twice is one voice.
    named: &'s [Named],
    speakers: &'s Speakers<'s>,
    /// Sentences of which a reader has made something: their rows stay, whatever else is chosen.
    kept: &'s [Place],
}

/// Where a name stands.
#[derive(Clone, Copy, Debug, Default)]
struct Named {
    mentions: u32,
    /// Whether several articles name it.
    shared: bool,
    /// The last article that names it.
    last: u32,
}

/// Where the names of the cast stand.
fn named(articles: &[Facts], cast: &Cast) -> Vec<Named> {
    let mut named = vec![Named::default(); cast.entities.len()];
    for (a, facts) in articles.iter().enumerate() {
        let Some(index) = cast.index.get(a) else { continue };
        for mention in &facts.entities.mentions {
            let entity = index.get(mention.cluster as usize).and_then(|&e| named.get_mut(e as usize));
            if let Some(n) = entity {
                n.shared |= n.mentions > 0 && n.last != a as u32;
                (n.mentions, n.last) = (n.mentions + 1, a as u32);
            }
        }
    }
    named
}

/// Compares all articles; `articles` in order of publication.
#[must_use]
pub(super) fn rows(
    articles: &[Facts],
    cast: &Cast,
    events: &[StoryEvent],
    copies: &[Copy],
    kept: &[Place],
) -> (Vec<Row>, Vec<Notice>) {
    let index = Index::new(articles, cast);
    let mut pairs = index.pairs();
    let near = near::Near::new(articles, cast);
    // What is told long after speaks of something else, unless it is much alike.
    pairs.retain(|p| p.2 >= MUCH_ALIKE || near.one(p.0.article, p.1.article));
    let deeds = deeds::collect(articles, cast);
    let retold = deeds::pairs(&deeds);
    let same = same::Same::new(articles);
    let named = named(articles, cast);
    let speakers = Speakers::new(articles);
    let story = Telling {
        articles,
        cast,
        events,
        index: &index,
        pairs: &pairs,
        deeds: &deeds,
        retold: &retold,
        same: &same,
        near: &near,
        named: &named,
        speakers: &speakers,
        kept,
    };
    let mut drafts = without_covered(found(&story));
    if articles.len() > 1 {
        alone::rows(&story, &mut drafts);
    }
    drafts.arrange_by(|x, y| {
        x.kind.cmp(&y.kind).then(y.importance.total_cmp(&x.importance)).then_with(|| by_place(x, y))
    });
    drafts = without_twice(drafts);
    let mut triggers: Vec<(u32, Span, u32)> = Vec::new();
    for (e, event) in events.iter().enumerate() {
        triggers.extend(event.mentions.iter().map(|m| (m.place.article, m.place.span, e as u32)));
    }
    triggers.arrange();
    let mut rows: Vec<Row> = drafts.iter().map(|d| row(articles, &speakers, &triggers, copies, d)).collect();
    let mut seen = HashSet::new();
    rows.retain(|r| seen.insert(r.id.clone()));
    (rows, apart(articles, cast, &pairs))
}

/// What the files of this folder find, each of its own kind. Where two find the same, the first keeps it.
fn found(story: &Telling) -> Vec<Draft> {
    let kin = kin::Kin::new();
    let mut drafts = Vec::new();
    figures::rows(story, &kin, &mut drafts);
    let (mut days, mut hours, mut beside) = (Vec::new(), Vec::new(), Vec::new());
    days::rows(story, &mut days, &mut hours, &mut beside);
    for found in [days, hours, beside] {
        // Two may agree on a date that a third one contradicts.
        let (agree, differ) = found.into_iter().partition(|d: &Draft| d.kind == RowKind::Agree);
        once(differ, &mut drafts);
        once(agree, &mut drafts);
    }
    placed::rows(story, &mut drafts);
    let mut found = Vec::new();
    orders::rows(story, &mut found);
    firsts::rows(story, &mut found);
    once(found, &mut drafts);
    actors::clefts::rows(story, &mut drafts);
    let mut found = Vec::new();
    actors::roles::rows(story, &mut found);
    actors::doers::rows(story, &mut found);
    sides::rows(story, &mut found);
    sites::rows(story, &mut found);
    fresh(found, &mut drafts);
    causes::rows(story, &mut drafts);
    denials::rows(story, &kin, &mut drafts);
    let mut found = Vec::new();
    denials::opposites::rows(story, &kin, &mut found);
    actors::origins::rows(story, &mut found);
    denials::unheard::rows(story, &mut found);
    fresh(found, &mut drafts);
    actors::blame::rows(story, &mut drafts);
    opinions::rows(story, &mut drafts);
    actors::offices::rows(story, &mut drafts);
    told::rows(story, &mut drafts);
    restated::rows(story, &kin, &mut drafts);
    actors::people::rows(story, &mut drafts);
    worth::keep(story, &mut drafts);
    drafts
}

/// The order of two drafts by the places of their claims.
fn by_place(x: &Draft, y: &Draft) -> Ordering {
    let places = |d: &'_ Draft| d.said.iter().map(|s| (s.article, s.mark, s.span)).collect::<Vec<_>>();
    if x.said.first().map(|s| (s.article, s.mark)) == y.said.first().map(|s| (s.article, s.mark)) {
        return places(x).cmp(&places(y));
    }
    x.said.first().map(|s| (s.article, s.mark)).cmp(&y.said.first().map(|s| (s.article, s.mark)))
}

/// Of drafts that overlap, the most important: each claim stands in one of them.
fn once(mut found: Vec<Draft>, drafts: &mut Vec<Draft>) {
    found.arrange_by(|x, y| y.importance.total_cmp(&x.importance).then_with(|| by_place(x, y)));
    let mut taken = HashSet::new();
    for draft in found {
        let free = draft.said.iter().all(|s| !taken.contains(&(s.article, s.mark)));
        if free {
            taken.extend(draft.said.iter().map(|s| (s.article, s.mark)));
            drafts.push(draft);
        }
    }
}

/// Of drafts of two statements, the most important for each two that no conflict holds already.
fn fresh(found: Vec<Draft>, drafts: &mut Vec<Draft>) {
    let conflicts = drafts.iter().enumerate().filter(|d| d.1.kind != RowKind::Agree);
    let mut holders: Vec<(u32, Span, usize)> =
        conflicts.flat_map(|(i, d)| d.said.iter().map(move |s| (s.article, s.span, i))).collect();
    holders.arrange();
    let of = |s: &Said| {
        let place = (s.article, s.span);
        let from = holders.partition_point(|h| (h.0, h.1) < place);
        let same = holders[from..].iter().take_while(move |h| (h.0, h.1) == place);
        same.map(|h| h.2)
    };
    let held = |x: &Said, y: &Said| of(x).any(|d| of(y).any(|e| d == e));
    let any = |d: &Draft| d.said.iter().enumerate().any(|(i, x)| d.said[i + 1..].iter().any(|y| held(x, y)));
    let new: Vec<Draft> = found.into_iter().filter(|d| !any(d)).collect();
    once(new, drafts);
}

/// Drops agreements of which another of the same aspect holds every claim.
fn without_covered(drafts: Vec<Draft>) -> Vec<Draft> {
    let mut holders: HashMap<(Aspect, u32, Span), Vec<usize>> = HashMap::new();
    let agrees = |d: &Draft| d.kind == RowKind::Agree;
    // One clause may state a day and an hour.
    let place = |d: &Draft, s: &Said| if d.aspect == Aspect::Date { s.mark } else { s.span };
    for (i, draft) in drafts.iter().enumerate().filter(|d| agrees(d.1)) {
        for said in &draft.said {
            holders.entry((draft.aspect, said.article, place(draft, said))).or_default().push(i);
        }
    }
    let covered = |i: usize, draft: &Draft| {
        let all = |s: &Said| holders.get(&(draft.aspect, s.article, place(draft, s))).map_or(&[][..], Vec::as_slice);
        let Some(first) = draft.said.first() else { return true };
        all(first).iter().take(64).any(|&other| {
            let larger = (drafts[other].said.len(), i) > (draft.said.len(), other);
            other != i && larger && draft.said.iter().all(|s| all(s).binary_search(&other).is_ok())
        })
    };
    let keep: Vec<bool> = drafts.iter().enumerate().map(|(i, d)| !agrees(d) || !covered(i, d)).collect();
    drafts.into_iter().zip(keep).filter(|d| d.1).map(|d| d.0).collect()
}

/// Drops a conflict of statements where a figure or date of the same clauses is as grave a one:
/// "nobody was hurt" and "two were injured" contradict each other once.
fn without_twice(drafts: Vec<Draft>) -> Vec<Draft> {
    let clauses = |d: &Draft| d.said.iter().map(|s| (s.article, s.span)).collect::<Vec<_>>();
    let vague = |d: &Draft| matches!(d.aspect, Aspect::Status | Aspect::Fact);
    let conflict = |d: &&Draft| !matches!(d.kind, RowKind::Agree | RowKind::SingleSource);
    let exact: HashSet<(RowKind, Vec<(u32, Span)>)> =
        drafts.iter().filter(conflict).filter(|d| !vague(d)).map(|d| (d.kind, clauses(d))).collect();
    drafts.into_iter().filter(|d| !(vague(d) && conflict(&d) && exact.contains(&(d.kind, clauses(d))))).collect()
}

/// The articles with what repeats another word for word made empty: one voice, however often it
/// is given. `None` where none does.
pub(super) fn voices(articles: &[Facts]) -> Option<Vec<Facts>> {
    let mut seen = HashSet::new();
    let repeats: Vec<bool> = articles.iter().map(|f| !seen.insert(f.article.text.as_str())).collect();
    repeats.contains(&true).then(|| {
        let mut voices = articles.to_vec();
        for (facts, _) in voices.iter_mut().zip(repeats).filter(|v| v.1) {
            facts.claims = crate::claim::Claims::default();
            facts.sentences.clear();
            facts.times.clear();
            facts.entities.mentions.clear();
            facts.events.clear();
        }
        voices
    })
}

/// Articles that share next to nothing with the others: they stand apart, and that is said.
fn apart(articles: &[Facts], cast: &Cast, pairs: &[(At, At, f32)]) -> Vec<Notice> {
    if articles.len() < 3 {
        return Vec::new();
    }
    let mut shared = vec![0usize; articles.len()];
    for entity in &cast.entities {
        let mut of: Vec<u32> = entity.mentions.iter().map(|m| m.article).collect();
        of.dedup();
        if of.len() > 1 {
            of.iter().for_each(|&a| shared[a as usize] += 1);
        }
    }
    for (a, b, _) in pairs.iter().filter(|p| p.2 >= 0.15) {
        shared[a.article as usize] += 1;
        shared[b.article as usize] += 1;
    }
    let alone = articles.iter().zip(shared).filter(|(f, n)| *n == 0 && f.sentences.len() > 2);
    let what = "This article shares no names and no statements with the others: it seems to be about something else.";
    alone.map(|(f, _)| Notice::about(&f.article.id, what)).collect()
}

fn row(articles: &[Facts], speakers: &Speakers, triggers: &[(u32, Span, u32)], copies: &[Copy], draft: &Draft) -> Row {
    let claims: Vec<Claim> = draft
        .said
        .iter()
        .map(|s| Claim {
            place: Place { article: s.article, span: s.span },
            mark: s.mark,
            value: s.value.clone(),
            speaker: speakers.of(s.article, s.mark).map(str::to_owned),
        })
        .collect();
    let event_of = |c: &Claim| {
        let from = triggers.partition_point(|t| (t.0, t.1.start) < (c.place.article, c.place.span.start));
        triggers.get(from).filter(|t| t.0 == c.place.article && c.place.span.overlaps(t.1)).map(|t| t.2)
    };
    let event = claims.iter().find_map(event_of).unwrap_or(u32::MAX);
    let ends: Vec<[String; 2]> = claims.iter().map(|c| [c.mark.start, c.mark.end].map(|at| at.to_string())).collect();
    let parts = claims.iter().zip(&ends).flat_map(|(c, [start, end])| {
        let article = articles[c.place.article as usize].article.id.as_str();
        [article, start.as_str(), end.as_str()]
    });
    let id = id::of("r", [draft.kind.word()].into_iter().chain(parts));
    Row {
        id,
        kind: draft.kind,
        aspect: draft.aspect,
        event,
        other_event: None,
        summary: wording::summary(articles, draft, &claims),
        why: wording::why(articles, copies, draft),
        claims,
    }
}
