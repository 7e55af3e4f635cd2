//! Unions of clusters: what each holds, and why two of them may stay apart.

use super::merge::{Cluster, MentionIndex, days_fit, earlier, finer};
use crate::order::Arrange;
use crate::time::Days;
use jiff::civil::Date;

/// Which clusters have been united, and what each union holds.
pub(super) struct Forest {
    parent: Vec<usize>,
    days: Vec<Option<Days>>,
    not_before: Vec<Option<Date>>,
    not_after: Vec<Option<Date>>,
    /// Articles of each union, sorted.
    articles: Vec<Vec<u32>>,
    /// Clusters of each union, sorted.
    pub(super) members: Vec<Vec<u32>>,
}

impl Forest {
    pub(super) fn new(clusters: &[Cluster]) -> Self {
        Self {
            parent: (0..clusters.len()).collect(),
            days: clusters.iter().map(|c| c.days).collect(),
            not_before: clusters.iter().map(|c| c.not_before).collect(),
            not_after: clusters.iter().map(|c| c.not_after).collect(),
            articles: clusters.iter().map(|c| vec![c.article]).collect(),
            members: (0..clusters.len() as u32).map(|k| vec![k]).collect(),
        }
    }

    pub(super) fn root(&mut self, mut k: usize) -> usize {
        while self.parent[k] != k {
            self.parent[k] = self.parent[self.parent[k]];
            k = self.parent[k];
        }
        k
    }

    /// Whether what two roots hold together can be one event.
    pub(super) fn fits(&self, a: usize, b: usize) -> bool {
        if !days_fit(self.days[a], self.days[b]) {
            return false;
        }
        // Two events that one article keeps apart stay apart.
        let (x, y) = (&self.articles[a], &self.articles[b]);
        let (small, large) = if x.len() < y.len() { (x, y) } else { (y, x) };
        if small.iter().any(|s| large.binary_search(s).is_ok()) {
            return false;
        }
        let (days, not_before, not_after) = self.when(a, b);
        !days.is_some_and(|d| not_before.is_some_and(|n| d.to < n) || not_after.is_some_and(|n| d.from > n))
    }

    /// The days that two roots have together, and their bounds.
    fn when(&self, a: usize, b: usize) -> (Option<Days>, Option<Date>, Option<Date>) {
        let not_before = self.not_before[a].max(self.not_before[b]);
        (finer(self.days[a], self.days[b]), not_before, earlier(self.not_after[a], self.not_after[b]))
    }

    /// Joins two roots.
    pub(super) fn join(&mut self, a: usize, b: usize) {
        let (days, not_before, not_after) = self.when(a, b);
        let (keep, drop) = if self.articles[a].len() >= self.articles[b].len() { (a, b) } else { (b, a) };
        merge(&mut self.articles, keep, drop);
        merge(&mut self.members, keep, drop);
        (self.days[keep], self.not_before[keep], self.not_after[keep]) = (days, not_before, not_after);
        self.parent[drop] = keep;
    }

    /// The mentions of each union, each list in order, the lists by their first mention.
    pub(super) fn lists(mut self, clusters: &[Cluster]) -> Vec<Vec<MentionIndex>> {
        let mut lists: Vec<Vec<MentionIndex>> = vec![Vec::new(); clusters.len()];
        for (k, cluster) in clusters.iter().enumerate() {
            let root = self.root(k);
            lists[root].extend(cluster.events.iter().map(|&e| (cluster.article, e)));
        }
        lists.retain(|l| !l.is_empty());
        for list in &mut lists {
            list.arrange();
        }
        lists.arrange();
        lists
    }
}

/// Moves one sorted list into another.
fn merge(lists: &mut [Vec<u32>], keep: usize, drop: usize) {
    let (old, new) = (std::mem::take(&mut lists[keep]), std::mem::take(&mut lists[drop]));
    let mut all = Vec::with_capacity(old.len() + new.len());
    let mut rest = old.as_slice();
    for item in new {
        let (before, after) = rest.split_at(rest.partition_point(|&o| o < item));
        all.extend_from_slice(before);
        all.push(item);
        rest = after;
    }
    all.extend_from_slice(rest);
    lists[keep] = all;
}
