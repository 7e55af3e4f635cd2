//! [`Column`]: what one facet says of every event, held so that any set can be counted fast.

use super::bits::Bits;
use crate::order::Arrange;

/// A list of small numbers for each of a row of things, in two flat arrays.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Groups {
    starts: Vec<u32>,
    items: Vec<u32>,
}

impl Groups {
    /// Asks `fill` for the numbers of each of `count` things; they are sorted, repeats dropped.
    #[must_use]
    pub fn build(count: usize, fill: &mut dyn FnMut(usize, &mut Vec<u32>)) -> Self {
        let mut groups = Self { starts: Vec::with_capacity(count + 1), items: Vec::new() };
        let mut one = Vec::new();
        groups.starts.push(0);
        for i in 0..count {
            one.clear();
            fill(i, &mut one);
            short_sort(&mut one);
            one.dedup();
            groups.items.extend_from_slice(&one);
            groups.starts.push(groups.items.len() as u32);
        }
        groups
    }

    /// How many things have a list.
    #[must_use]
    pub fn len(&self) -> usize {
        self.starts.len().saturating_sub(1)
    }

    /// Whether there is nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// The numbers of one thing, rising.
    #[must_use]
    pub fn of(&self, thing: u32) -> &[u32] {
        let i = thing as usize;
        match (self.starts.get(i), self.starts.get(i + 1)) {
            (Some(&a), Some(&b)) => &self.items[a as usize..b as usize],
            _ => &[],
        }
    }

    /// For each number below `count`, the things that have it.
    fn turned(&self, count: usize) -> Self {
        let mut starts = vec![0u32; count + 1];
        for &item in &self.items {
            starts[item as usize + 1] += 1;
        }
        for i in 0..count {
            starts[i + 1] += starts[i];
        }
        let mut next = starts.clone();
        let mut items = vec![0; self.items.len()];
        for thing in 0..self.len() as u32 {
            for &item in self.of(thing) {
                items[next[item as usize] as usize] = thing;
                next[item as usize] += 1;
            }
        }
        Self { starts, items }
    }
}

/// Sorts a list that is mostly of a few numbers: there is one for every event and facet, and a sort
/// that takes memory would be half of the work of reading a story into columns.
fn short_sort(list: &mut [u32]) {
    if list.len() > 32 {
        return list.arrange();
    }
    for end in 1..list.len() {
        let mut at = end;
        while at > 0 && list[at - 1] > list[at] {
            list.swap(at - 1, at);
            at -= 1;
        }
    }
}

/// A value carried by more than one event in this many is kept as bits, others as a list.
const DENSE: usize = 32;

/// Which values every event has, and which events every value has.
#[derive(Clone, Debug, Default)]
pub struct Column {
    by_event: Groups,
    by_value: Groups,
    /// For the frequent values, their events as bits.
    dense: Vec<Option<Bits>>,
}

impl Column {
    /// From the values of every event, each below `values`.
    #[must_use]
    pub fn new(by_event: Groups, values: usize) -> Self {
        let by_value = by_event.turned(values);
        let events = by_event.len();
        let dense = (0..values as u32)
            .map(|value| {
                let list = by_value.of(value);
                (list.len() * DENSE > events).then(|| {
                    let mut bits = Bits::none(events);
                    list.iter().for_each(|&event| bits.insert(event));
                    bits
                })
            })
            .collect();
        Self { by_event, by_value, dense }
    }

    /// The values of one event.
    #[must_use]
    pub fn of(&self, event: u32) -> &[u32] {
        self.by_event.of(event)
    }

    /// How many events have a value.
    #[must_use]
    pub fn total(&self, value: u32) -> u32 {
        self.by_value.of(value).len() as u32
    }

    /// Adds the events that have a value.
    pub fn add(&self, value: u32, to: &mut Bits) {
        match self.dense.get(value as usize) {
            Some(Some(bits)) => to.or(bits),
            _ => self.by_value.of(value).iter().for_each(|&event| to.insert(event)),
        }
    }

    /// For each value, how many of `events` (`size` of them) have it.
    ///
    /// Few events are read one by one; of many, each value is counted on its own.
    #[must_use]
    pub fn count(&self, events: &Bits, size: usize) -> Vec<u32> {
        let values = self.dense.len();
        let all = self.by_event.len();
        if size == all {
            return (0..values as u32).map(|value| self.total(value)).collect();
        }
        if size * 8 < all {
            let mut counts = vec![0; values];
            for event in events.iter() {
                for &value in self.of(event) {
                    counts[value as usize] += 1;
                }
            }
            return counts;
        }
        (0..values as u32)
            .map(|value| match &self.dense[value as usize] {
                Some(bits) => bits.count_and(events),
                None => self.by_value.of(value).iter().map(|&event| u32::from(events.contains(event))).sum(),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::{Column, Groups};
    use crate::query::bits::Bits;

    #[test]
    fn every_way_of_counting_agrees() {
        let groups = Groups::build(1000, &mut |i, out| {
            out.push((i % 3) as u32);
            out.extend([7, 7]);
            if i % 100 == 0 {
                out.push(5);
            }
        });
        let column = Column::new(groups, 8);
        assert_eq!(column.of(100), [1, 5, 7]);
        for step in [1, 2, 7, 40] {
            let mut events = Bits::none(1000);
            (0..1000).step_by(step).for_each(|e| events.insert(e));
            let slow: Vec<u32> =
                (0..8).map(|v| events.iter().filter(|&e| column.of(e).contains(&v)).count() as u32).collect();
            assert_eq!(column.count(&events, events.len()), slow, "every {step}");
        }
    }

    #[test]
    fn nothing_at_all() {
        let column = Column::new(Groups::build(0, &mut |_, _| {}), 0);
        assert!(column.count(&Bits::none(0), 0).is_empty());
        assert!(column.of(3).is_empty());
        assert!(Groups::default().is_empty());
    }
}
