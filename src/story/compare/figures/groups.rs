//! Figures that are of the same thing, grouped: the strongest joins first, and never two
//! different figures of one article in one group.

use super::Figure;
use super::value::{self, Relation};
use crate::claim::Scope;
use crate::order::Arrange;
use std::collections::HashSet;

/// Figures in one group at most.
const LARGEST: usize = 200;

/// Union–find in which a group holds at most one value an article.
pub(super) struct Groups<'f, 's> {
    figures: &'f [Figure<'s>],
    parent: Vec<usize>,
    members: Vec<Vec<usize>>,
    /// Whether a group has a figure of another time.
    past: Vec<bool>,
    /// Pairs of groups that clash: they go on to, however they grow.
    apart: HashSet<(usize, usize)>,
}

impl<'f, 's> Groups<'f, 's> {
    pub(super) fn new(figures: &'f [Figure<'s>]) -> Self {
        Self {
            figures,
            parent: (0..figures.len()).collect(),
            members: (0..figures.len()).map(|i| vec![i]).collect(),
            past: figures.iter().map(|f| f.q.scope.has(Scope::PAST)).collect(),
            apart: HashSet::new(),
        }
    }

    fn root(&mut self, mut i: usize) -> usize {
        while self.parent[i] != i {
            self.parent[i] = self.parent[self.parent[i]];
            i = self.parent[i];
        }
        i
    }

    /// Unites the groups of two figures, where that brings no two values of one article together.
    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (x, y) = (self.root(a), self.root(b));
        if x == y || self.members[x].len() + self.members[y].len() > LARGEST {
            return;
        }
        let apart = || value::relation(self.figures[a].q, self.figures[b].q) == Relation::Apart;
        // "the nine of 1999" are the nine of every article: no other toll is theirs.
        if self.past[x] != self.past[y] && apart() {
            return;
        }
        let (a, b) = (x, y);
        let both = (a.min(b), a.max(b));
        if self.apart.contains(&both) {
            return;
        }
        if self.clash(a, b) {
            self.apart.insert(both);
            return;
        }
        let (keep, gone) = if self.members[a].len() >= self.members[b].len() { (a, b) } else { (b, a) };
        self.parent[gone] = keep;
        self.past[keep] |= self.past[gone];
        let moved = std::mem::take(&mut self.members[gone]);
        self.members[keep].extend(moved);
        self.members[keep].arrange();
    }

    /// Whether an article has different figures in two groups, whose members are in the order
    /// of the articles.
    fn clash(&self, a: usize, b: usize) -> bool {
        let mut rest = self.members[b].as_slice();
        self.members[a].iter().map(|&x| &self.figures[x]).any(|x| {
            while rest.first().is_some_and(|&y| self.figures[y].article < x.article) {
                rest = &rest[1..];
            }
            let mut same = rest.iter().map(|&y| &self.figures[y]).take_while(|y| y.article == x.article);
            // What it was before stands beside what it is.
            let former = |f: &Figure| f.q.scope.has(Scope::FORMER);
            same.any(|y| value::relation(x.q, y.q) == Relation::Apart && !former(x) && !former(y))
        })
    }

    /// The groups that hold figures of several articles.
    pub(super) fn groups(&self) -> Vec<Vec<usize>> {
        let several = |g: &&Vec<usize>| g.iter().any(|&i| self.figures[i].article != self.figures[g[0]].article);
        let mut groups: Vec<Vec<usize>> =
            self.members.iter().filter(|g| !g.is_empty()).filter(several).cloned().collect();
        groups.arrange();
        groups
    }
}
