//! Names that a hand united, split, renamed, retyped or hid.
//!
//! Every mention belongs to one draft of a name; an operation moves mentions between drafts. What
//! is left at the end becomes the cast, and the clusters of articles whose own names changed.

use super::{Hand, Thing, find, of, pick, place};
use crate::correct::{Correction, Lost, Op, Scope, Subject};
use crate::entity::{Alias, Cluster, EntityKind};
use crate::facts::Facts;
use crate::id;
use crate::order::Arrange;
use crate::story::cast::{self, Cast};
use crate::story::{Entity, Place};

/// Of a mention that names nothing.
const NONE: u32 = u32::MAX;
/// Why a name was joined by a hand.
const UNITED: &str = "united by hand";
/// Why a name stands beside another.
const RENAMED: &str = "renamed by hand";

/// A name while it is being corrected.
struct Draft {
    entity: Entity,
    /// Whether a hand gave it its name.
    named: bool,
    /// Whether mentions were taken from it.
    shrunk: bool,
    /// Whether a hand gave it its kind.
    retyped: bool,
    done: Vec<(Op, usize)>,
}

struct Names<'a> {
    articles: &'a [Facts],
    drafts: Vec<Draft>,
    /// For each article and mention, its draft.
    of: Vec<Vec<u32>>,
}

/// Corrects the names; `changed` tells in which articles the clusters are others now.
pub(super) fn apply(
    articles: &mut [Facts],
    cast: &mut Cast,
    corrections: &[Correction],
    hand: &mut Hand,
    changed: &mut [bool],
) {
    if of(corrections, Subject::Name).next().is_none() {
        return;
    }
    let drafts = std::mem::take(&mut cast.entities).into_iter().map(|entity| Draft {
        entity,
        named: false,
        shrunk: false,
        retyped: false,
        done: Vec::new(),
    });
    let draft = |a: usize, cluster: u32| cast.index[a].get(cluster as usize).copied().unwrap_or(NONE);
    let of_mention = |(a, f): (usize, &Facts)| f.entities.mentions.iter().map(|m| draft(a, m.cluster)).collect();
    let of_mentions = articles.iter().enumerate().map(of_mention).collect();
    let mut names = Names { articles, drafts: drafts.collect(), of: of_mentions };
    for (i, correction) in of(corrections, Subject::Name) {
        match names.one(correction) {
            Ok(draft) => names.drafts[draft as usize].done.push((correction.op, i)),
            Err(why) => hand.lose(i, why),
        }
    }
    let Names { mut drafts, of, .. } = names;
    for draft in &mut drafts {
        draft.entity.mentions.clear();
    }
    for (a, facts) in articles.iter_mut().enumerate() {
        changed[a] |= clusters(facts, &drafts, &of[a], &mut cast.index[a]);
        for (mention, &draft) in facts.entities.mentions.iter().zip(of[a].iter().filter(|&&d| d != NONE)) {
            let place = Place { article: a as u32, span: mention.span };
            drafts[draft as usize].entity.mentions.push(place);
        }
    }
    finish(articles, cast, drafts, hand);
}

impl Names<'_> {
    /// Applies one operation; gives the draft that it changed.
    fn one(&mut self, correction: &Correction) -> Result<u32, Lost> {
        let at = self.mention(place(self.articles, correction)?)?;
        let draft = self.of[at.0][at.1];
        let picked = self.picked(draft, at, correction.scope);
        let whole = self.picked(draft, at, Scope::All).len() == picked.len();
        let text = self.articles[at.0].entities.mentions[at.1].span.of(&self.articles[at.0].article.text).to_owned();
        match correction.op {
            Op::Merge => {
                let with = correction.with.as_ref().ok_or(Lost::Meaning)?;
                let with = self.mention(find(self.articles, with)?)?;
                let target = self.of[with.0][with.1];
                if target == draft {
                    return Err(Lost::Done);
                }
                let joined = if whole {
                    let done = std::mem::take(&mut self.drafts[draft as usize].done);
                    self.drafts[target as usize].done.extend(done);
                    let from = &self.drafts[draft as usize].entity;
                    let own = Alias { text: from.name.clone(), reason: UNITED.to_owned() };
                    from.aliases.iter().cloned().chain([own]).collect()
                } else {
                    self.drafts[draft as usize].shrunk = true;
                    vec![Alias { text, reason: UNITED.to_owned() }]
                };
                let target_draft = &mut self.drafts[target as usize];
                for alias in joined {
                    target_draft.add(alias);
                }
                self.assign(&picked, target);
                Ok(target)
            }
            Op::Hide => {
                self.drafts[draft as usize].shrunk |= !whole;
                self.assign(&picked, NONE);
                Ok(draft)
            }
            Op::Split if whole => Err(Lost::Done),
            Op::Split => Ok(self.split(draft, &picked, text)),
            Op::Rename => {
                let name = correction.value.split_whitespace().collect::<Vec<_>>().join(" ");
                if name.is_empty() {
                    return Err(Lost::Meaning);
                }
                let draft = if whole { draft } else { self.split(draft, &picked, text) };
                let renamed = &mut self.drafts[draft as usize];
                let old = std::mem::replace(&mut renamed.entity.name, name);
                renamed.named = true;
                renamed.add(Alias { text: old, reason: RENAMED.to_owned() });
                Ok(draft)
            }
            Op::Retype => {
                let kind = EntityKind::read(&correction.value).ok_or(Lost::Meaning)?;
                let draft = if whole { draft } else { self.split(draft, &picked, text) };
                let retyped = &mut self.drafts[draft as usize];
                retyped.entity.kind = kind;
                retyped.retyped = true;
                Ok(draft)
            }
            _ => Err(Lost::Meaning),
        }
    }

    /// The mention at a place, as article and index.
    fn mention(&self, place: Place) -> Result<(usize, usize), Lost> {
        let article = place.article as usize;
        let mentions = &self.articles[article].entities.mentions;
        let index = pick(mentions.iter().map(|m| m.span), place.span).ok_or(Lost::Thing)?;
        if self.of[article][index] == NONE { Err(Lost::Thing) } else { Ok((article, index)) }
    }

    /// The mentions of a draft that are meant.
    fn picked(&self, draft: u32, at: (usize, usize), scope: Scope) -> Vec<(usize, usize)> {
        if scope == Scope::One {
            return vec![at];
        }
        let text = |(a, m): (usize, usize)| {
            let facts = &self.articles[a];
            facts.entities.mentions[m].span.of(&facts.article.text)
        };
        let all = self.of.iter().enumerate().flat_map(|(a, of)| of.iter().enumerate().map(move |(m, &d)| ((a, m), d)));
        all.filter(|&(one, d)| d == draft && (scope == Scope::All || text(one) == text(at))).map(|m| m.0).collect()
    }

    fn assign(&mut self, mentions: &[(usize, usize)], draft: u32) {
        for &(a, m) in mentions {
            self.of[a][m] = draft;
        }
    }

    /// Gives mentions a name of their own.
    fn split(&mut self, from: u32, mentions: &[(usize, usize)], name: String) -> u32 {
        self.drafts[from as usize].shrunk = true;
        let kind = self.drafts[from as usize].entity.kind;
        let id = id::of("n", [kind.name(), name.as_str()]);
        let entity = Entity { id, name, kind, aliases: Vec::new(), mentions: Vec::new() };
        self.drafts.push(Draft { entity, named: false, shrunk: false, retyped: false, done: Vec::new() });
        let new = self.drafts.len() as u32 - 1;
        self.assign(mentions, new);
        new
    }
}

impl Draft {
    fn add(&mut self, alias: Alias) {
        let aliases = &mut self.entity.aliases;
        aliases.retain(|a| a.text != alias.text);
        aliases.push(alias);
    }
}

/// Brings the clusters of one article in line with the drafts, where they are not; gives whether
/// they changed. `index` leads from a cluster to its draft.
fn clusters(facts: &mut Facts, drafts: &[Draft], of: &[u32], index: &mut Vec<u32>) -> bool {
    let old = &facts.entities;
    let mut target: Vec<Option<u32>> = vec![None; old.clusters.len()];
    let mut torn = false;
    for (mention, &draft) in old.mentions.iter().zip(of) {
        let own = &mut target[mention.cluster as usize];
        let kept = draft != NONE && own.is_none_or(|d| d == draft) && !drafts[draft as usize].retyped;
        torn |= !kept;
        *own = Some(draft);
    }
    if !torn {
        for (entity, target) in index.iter_mut().zip(target) {
            *entity = target.unwrap_or(*entity);
        }
        return false;
    }
    let text = facts.article.text.as_str();
    let mut clusters: Vec<Cluster> = Vec::new();
    // What each new cluster was made of.
    let mut parts: Vec<(u32, u32)> = Vec::new();
    let mut mentions = Vec::with_capacity(old.mentions.len());
    for (mention, &draft) in old.mentions.iter().zip(of).filter(|m| *m.1 != NONE) {
        let part = (mention.cluster, draft);
        let new = parts.iter().position(|p| *p == part).unwrap_or_else(|| {
            let cluster = &old.clusters[part.0 as usize];
            clusters.push(Cluster { name: String::new(), kind: cluster.kind, aliases: cluster.aliases.clone() });
            parts.push(part);
            parts.len() - 1
        });
        let (cluster, before) = (&mut clusters[new], &old.clusters[part.0 as usize]);
        let own = mention.span.of(text);
        if cluster.name != before.name && (own == before.name || own.len() > cluster.name.len()) {
            own.clone_into(&mut cluster.name);
        }
        let mut mention = mention.clone();
        mention.cluster = new as u32;
        if drafts[draft as usize].retyped {
            mention.kind = drafts[draft as usize].entity.kind;
            cluster.kind = mention.kind;
        }
        mentions.push(mention);
    }
    for (new, cluster) in clusters.iter_mut().enumerate() {
        let own = |t: &str| mentions.iter().any(|m| m.cluster as usize == new && m.span.of(text) == t);
        let name = cluster.name.clone();
        cluster.aliases.retain(|a| a.text != name && own(&a.text));
    }
    *index = parts.iter().map(|p| p.1).collect();
    facts.entities.mentions = mentions;
    facts.entities.clusters = clusters;
    true
}

/// Makes the cast of what the drafts have become.
fn finish(articles: &[Facts], cast: &mut Cast, mut drafts: Vec<Draft>, hand: &mut Hand) {
    for draft in drafts.iter_mut().filter(|d| d.shrunk) {
        let entity = &mut draft.entity;
        let text = |p: &Place| p.span.of(&articles[p.article as usize].article.text);
        let stands = |name: &str| entity.mentions.iter().any(|p| text(p) == name);
        if !draft.named && !stands(&entity.name) {
            let longest = entity.mentions.iter().map(text).max_by_key(|t| (t.len(), std::cmp::Reverse(*t)));
            entity.name = longest.unwrap_or_default().to_owned();
        }
        entity.aliases.retain(|a| a.reason == RENAMED || entity.mentions.iter().any(|p| text(p) == a.text));
    }
    let mut place = vec![NONE; drafts.len()];
    let mut marks = Vec::new();
    for (i, draft) in drafts.into_iter().enumerate() {
        let Draft { mut entity, done, .. } = draft;
        let Some(&first) = entity.mentions.first() else { continue };
        let name = entity.name.clone();
        entity.aliases.retain(|a| a.text != name);
        entity.aliases.arrange();
        place[i] = cast.entities.len() as u32;
        marks.extend(done.into_iter().map(|(op, correction)| (first, op, correction)));
        cast.entities.push(entity);
    }
    for entity in cast.index.iter_mut().flatten() {
        *entity = place.get(*entity as usize).copied().unwrap_or(NONE);
    }
    cast::sort(&mut cast.entities, &mut cast.index);
    for (first, op, correction) in marks {
        if let Some(name) = cast.entities.iter().position(|e| e.mentions.first() == Some(&first)) {
            hand.touch(Thing::Name(name as u32), op, correction, "");
        }
    }
}
