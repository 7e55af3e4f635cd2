//! Long lists of which only the lines in sight are drawn.
//!
//! Knows the height of every line, guessed until it was seen, and says which lines a scroll
//! position shows.

use crate::order::Arrange;
use std::ops::Range;

/// Heights of the lines of a list, in CSS pixels, and where each begins.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heights {
    /// Where each line begins; one more than there are lines.
    starts: Vec<f32>,
}

/// Lines kept on either side of those in sight, so that a quick scroll shows no gap.
const SPARE: usize = 4;

impl Heights {
    /// Lines of the given heights.
    pub fn new(heights: impl IntoIterator<Item = f32>) -> Self {
        let mut starts = vec![0.0];
        let mut sum = 0.0;
        for height in heights {
            sum += height.max(0.0);
            starts.push(sum);
        }
        Self { starts }
    }

    /// How many lines there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether there is no line.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Height of the whole list.
    #[must_use]
    pub fn total(&self) -> f32 {
        self.starts.last().copied().unwrap_or_default()
    }

    /// Where a line begins; the list's end for a line it has not.
    #[must_use]
    pub fn top(&self, line: usize) -> f32 {
        self.starts.get(line).copied().unwrap_or_else(|| self.total())
    }

    /// Height of a line.
    #[must_use]
    pub fn height(&self, line: usize) -> f32 {
        self.top(line + 1) - self.top(line)
    }

    /// Notes the heights that lines turned out to have; says whether anything changed.
    pub fn measured(&mut self, seen: &[(usize, f32)]) -> bool {
        let mut changes: Vec<(usize, f32)> = Vec::new();
        for &(line, height) in seen {
            if line < self.len() && (self.height(line) - height).abs() > 0.5 {
                changes.push((line, height - self.height(line)));
            }
        }
        changes.arrange_by_key(|c| c.0);
        let Some(&(first, _)) = changes.first() else { return false };
        let (mut shift, mut next) = (0.0, 0);
        for line in first..self.len() {
            while changes.get(next).is_some_and(|c| c.0 == line) {
                shift += changes[next].1;
                next += 1;
            }
            self.starts[line + 1] += shift;
        }
        true
    }

    /// The line at a height from the list's top.
    #[must_use]
    pub fn line_at(&self, y: f32) -> usize {
        self.starts.partition_point(|&start| start <= y).saturating_sub(1).min(self.len().saturating_sub(1))
    }

    /// The lines to draw where `height` pixels are in sight from `scroll` on.
    #[must_use]
    pub fn shown(&self, scroll: f32, height: f32) -> Range<usize> {
        if self.is_empty() {
            return 0..0;
        }
        let first = self.line_at(scroll).saturating_sub(SPARE);
        let last = (self.line_at(scroll + height) + 1 + SPARE).min(self.len());
        first..last
    }

    /// Where to scroll so that a line is wholly in sight, below `head` pixels of sticky heading.
    #[must_use]
    pub fn reveal(&self, line: usize, scroll: f32, height: f32, head: f32) -> f32 {
        let (top, bottom) = (self.top(line), self.top(line + 1));
        if top < scroll + head {
            (top - head).max(0.0)
        } else if bottom > scroll + height {
            (bottom - height).min(top - head).max(0.0)
        } else {
            scroll
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_lines_in_sight_are_shown() {
        let list = Heights::new(std::iter::repeat_n(20.0, 1000));
        assert_eq!(list.shown(0.0, 100.0), 0..10);
        assert_eq!(list.shown(2000.0, 100.0), 96..110);
        assert_eq!(list.shown(19_990.0, 100.0), 995..1000);
        assert_eq!(list.shown(1e9, 100.0), 995..1000);
        assert_eq!(Heights::default().shown(0.0, 100.0), 0..0);
    }

    #[test]
    fn measured_heights_move_what_follows() {
        let mut list = Heights::new([10.0; 5]);
        assert!(list.measured(&[(3, 30.0), (1, 20.0), (9, 5.0)]));
        assert_eq!((0..6).map(|l| list.top(l)).collect::<Vec<_>>(), [0.0, 10.0, 30.0, 40.0, 70.0, 80.0]);
        assert!(!list.measured(&[(1, 20.2)]));
        assert_eq!(list.line_at(35.0), 2);
    }

    #[test]
    fn revealing_scrolls_no_further_than_needed() {
        let list = Heights::new([50.0; 100]);
        let check = |line, scroll, expected: f32| {
            assert!((list.reveal(line, scroll, 200.0, 40.0) - expected).abs() < 0.01, "line {line} from {scroll}");
        };
        check(2, 0.0, 0.0);
        check(10, 0.0, 350.0);
        check(0, 500.0, 0.0);
        check(9, 450.0, 410.0);
    }
}
