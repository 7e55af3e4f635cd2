//! Which articles may tell of one happening: those published within some months, and those that
//! name the same ones, as an inquiry's report a year later does.

use super::LATER;
use crate::facts::Facts;
use crate::order::Arrange;
use crate::story::cast::Cast;

/// Names that two articles share which were published far apart, at least.
const NAMES: usize = 4;
/// Days after which nobody reports on a happening any more, mostly.
const LATEST: i32 = 1100;

/// The days and names of all articles.
pub(super) struct Near {
    days: Vec<Option<i32>>,
    /// The united names of each article, sorted, each once.
    names: Vec<Vec<u32>>,
    /// A bit for each of them: what shares no bits shares no names.
    marks: Vec<u64>,
}

impl Near {
    pub(super) fn new(articles: &[Facts], cast: &Cast) -> Self {
        let days = articles.iter().map(|f| f.article.published_date().map(crate::day::number)).collect();
        let mut names: Vec<Vec<u32>> = cast.index.clone();
        for list in &mut names {
            list.arrange();
            list.dedup();
        }
        let bits = |list: &Vec<u32>| list.iter().fold(0, |bits, n| bits | 1u64 << (n % 64));
        let marks = names.iter().map(bits).collect();
        Self { days, names, marks }
    }

    /// Whether two articles may be about one time.
    pub(super) fn one(&self, a: u32, b: u32) -> bool {
        let (a, b) = (a as usize, b as usize);
        let Some((x, y)) = self.days[a].zip(self.days[b]) else { return true };
        let apart = (x - y).abs();
        if apart <= LATER {
            return true;
        }
        apart <= LATEST && self.share(a, b, NAMES)
    }

    /// Whether two articles have a name in common: of two stories that came in
    /// together, neither contradicts the other.
    pub(super) fn one_story(&self, a: u32, b: u32) -> bool {
        self.share(a as usize, b as usize, 1)
    }

    fn share(&self, a: usize, b: usize, least: usize) -> bool {
        (self.marks[a] & self.marks[b]) != 0
            && super::index::shared(&self.names[a], &self.names[b]).take(least).count() == least
    }
}
