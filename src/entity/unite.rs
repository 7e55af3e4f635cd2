//! Unites names: by key, by links known beforehand, and shorter forms with the one fuller name
//! they fit. Serves both one article and a whole story.

use super::key::{LAST_PART, key, short_forms};
use super::{Alias, EntityKind};
use std::collections::BTreeMap;

/// A name to unite.
#[derive(Clone, Debug)]
pub struct Name {
    /// As written.
    pub text: String,
    /// What it names.
    pub kind: EntityKind,
    /// How often it stands.
    pub count: u32,
    /// Where it belongs to a fuller name already: that name's index, and why.
    pub of: Option<(usize, String)>,
}

/// Which names are one, and why.
#[derive(Debug)]
pub struct United {
    /// For each name, the index of its group.
    pub group: Vec<u32>,
    /// For each group, its canonical name, kind and aliases.
    pub groups: Vec<super::Cluster>,
}

/// The id of a name: that of the same name in any article, whatever its spelling.
#[must_use]
pub fn id(kind: EntityKind, name: &str) -> String {
    crate::id::of("n", [["p", "o", "n", "e", "x"][usize::from(family(kind))], key(name, kind).as_str()])
}

/// Kinds that can be readings of one thing: a city hall is an organisation here, a place there.
fn family(kind: EntityKind) -> u8 {
    match kind {
        EntityKind::Person => 0,
        EntityKind::Organization | EntityKind::Place | EntityKind::Facility => 1,
        EntityKind::Norp => 2,
        EntityKind::Event => 3,
        EntityKind::Other => 4,
    }
}

/// Unites names. Groups come in the order of their first name.
#[must_use]
pub fn unite(names: &[Name]) -> United {
    let keys: Vec<String> = names.iter().map(|n| key(&n.text, n.kind)).collect();
    let mut sets = Sets { parent: (0..names.len()).collect() };
    let mut reasons: Vec<Option<String>> = names.iter().map(|n| n.of.as_ref().map(|(_, why)| why.clone())).collect();
    for (i, name) in names.iter().enumerate() {
        if let Some((fuller, _)) = &name.of {
            sets.join(*fuller, i);
        }
    }
    // Names in their own right with one key are one.
    let mut exact: BTreeMap<(u8, &str), usize> = BTreeMap::new();
    for (i, name) in names.iter().enumerate().filter(|(_, n)| n.of.is_none()) {
        let first = *exact.entry((family(name.kind), keys[i].as_str())).or_insert(i);
        sets.join(first, i);
    }
    sets.flatten();
    shorter(names, &keys, &mut sets, &mut reasons);
    sets.flatten();
    let mut order: BTreeMap<usize, u32> = BTreeMap::new();
    let mut group = Vec::with_capacity(names.len());
    let mut members: Vec<Vec<usize>> = Vec::new();
    for i in 0..names.len() {
        let next = order.len() as u32;
        let id = *order.entry(sets.root(i)).or_insert(next);
        if id == next && members.len() == next as usize {
            members.push(Vec::new());
        }
        members[id as usize].push(i);
        group.push(id);
    }
    let groups = members.iter().map(|m| describe(names, &keys, &reasons, m)).collect();
    United { group, groups }
}

/// Joins names that are a shorter form of exactly one fuller name.
fn shorter(names: &[Name], keys: &[String], sets: &mut Sets, reasons: &mut [Option<String>]) {
    let mut alike_names: BTreeMap<(u8, &str), Vec<usize>> = BTreeMap::new();
    for (i, name) in names.iter().enumerate() {
        alike_names.entry((family(name.kind), keys[i].as_str())).or_default().push(i);
    }
    // Given names come after surnames: "Ana" is Ana Diaz only where nobody is called so else.
    for round in 0..2 {
        let mut fuller: BTreeMap<(u8, String), Vec<(usize, String)>> = BTreeMap::new();
        for (i, name) in names.iter().enumerate() {
            let own = (family(name.kind), keys[i].clone());
            let linked = name.of.as_ref().map(|(_, why)| (own, why.clone()));
            let forms = short_forms(&keys[i], name.kind).into_iter().filter_map(|(form, why)| {
                let late = why.starts_with("given") || why.starts_with("head") || why == LAST_PART;
                (late == (round == 1)).then(|| ((family(name.kind), form), why.to_owned()))
            });
            for (form, why) in forms.chain(linked.filter(|_| round == 0)) {
                let root = sets.root(i);
                let list = fuller.entry(form).or_default();
                if !list.iter().any(|(r, _)| *r == root) {
                    list.push((root, why));
                }
            }
        }
        for (i, name) in names.iter().enumerate().filter(|(_, n)| n.of.is_none()) {
            let root = sets.root(i);
            let Some(list) = fuller.get(&(family(name.kind), keys[i].clone())) else { continue };
            // "Lima" the town is not short for "Lima University"; initials may be read as anything.
            let alike = |r: usize, why: &str| names[r].kind == name.kind || why.starts_with("acronym");
            let mut others: Vec<&(usize, String)> =
                list.iter().filter(|(r, why)| sets.root(*r) != root && alike(*r, why)).collect();
            others.dedup_by_key(|(r, _)| sets.root(*r));
            if let [(target, why)] = others.as_slice()
                && sets.root(*target) != root
                && reasons[i].is_none()
            {
                let group = (family(name.kind), keys[i].as_str());
                for &j in alike_names.get(&group).into_iter().flatten().filter(|&&j| sets.root(j) == root) {
                    reasons[j].get_or_insert_with(|| why.clone());
                }
                sets.join(*target, i);
            }
        }
    }
}

/// Canonical name, kind and aliases of a group.
fn describe(names: &[Name], keys: &[String], reasons: &[Option<String>], members: &[usize]) -> super::Cluster {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    let mut kinds: BTreeMap<EntityKind, u32> = BTreeMap::new();
    for &i in members {
        *counts.entry(&names[i].text).or_default() += names[i].count;
        *kinds.entry(names[i].kind).or_default() += names[i].count;
    }
    let rank = |&i: &usize| {
        let text = names[i].text.as_str();
        let capitals = !text.chars().any(char::is_lowercase);
        let article = text.starts_with("The ") || text.starts_with("the ");
        // "Tacna" rather than "Tacna region", "U.S. Embassy" rather than "U.S. embassy".
        let whole = text.split_whitespace().next_back().is_none_or(|w| !w.starts_with(char::is_lowercase));
        let words = text.split_whitespace().count() - usize::from(article);
        (!capitals, whole, words, counts[text], std::cmp::Reverse(text))
    };
    let best = members.iter().copied().max_by_key(rank).unwrap_or_default();
    // Of equal counts the kind that comes first.
    let kind = kinds.iter().max_by_key(|(k, n)| (**n, std::cmp::Reverse(**k))).map_or(names[best].kind, |(k, _)| *k);
    let mut aliases: BTreeMap<&str, String> = BTreeMap::new();
    for &i in members.iter().filter(|&&i| names[i].text != names[best].text) {
        let why = reasons[i]
            .clone()
            .unwrap_or_else(|| spelling(&keys[i], &keys[best], &names[i].text, &names[best].text).to_owned());
        aliases.entry(&names[i].text).or_insert(why);
    }
    let aliases = aliases.into_iter().map(|(text, reason)| Alias { text: text.to_owned(), reason }).collect();
    super::Cluster { name: names[best].text.clone(), kind, aliases }
}

/// Why two names with one key are one, or how a shorter one was chosen as canonical.
fn spelling(own: &str, best: &str, text: &str, best_text: &str) -> &'static str {
    if own != best {
        return "a fuller or usual form of the name";
    }
    let plain = super::key::plain(text);
    let alike = plain == own || plain == super::key::plain(best_text);
    if alike { "another spelling" } else { "another usual name" }
}

/// Disjoint sets; the smallest index stands for a set.
struct Sets {
    parent: Vec<usize>,
}

impl Sets {
    fn root(&self, mut i: usize) -> usize {
        while self.parent[i] != i {
            i = self.parent[i];
        }
        i
    }

    /// Lets every element point at its root, so that chains stay short.
    fn flatten(&mut self) {
        for i in 0..self.parent.len() {
            self.parent[i] = self.parent[self.parent[i]];
        }
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.root(a), self.root(b));
        self.parent[a.max(b)] = a.min(b);
    }
}
