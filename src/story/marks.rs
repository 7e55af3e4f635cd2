//! Shares and magnitudes that keep events apart: "profit rose 61 percent" and "profit rose 11 percent", "a 6.8 magnitude
//! quake" and "a 5.1 magnitude quake". Tolls do not: they grow from report to report.

use crate::claim::Quantity;
use crate::claim::number::Bound;
use crate::claim::unit::Unit;
use crate::event::Event;
use crate::facts::Facts;

/// A share in percent, or a magnitude.
pub(super) type Figure = (Unit, f64);

/// The exact shares and magnitudes of an event's clause.
pub(super) fn of(facts: &Facts, event: &Event) -> Vec<Figure> {
    let all = &facts.claims.quantities;
    let from = all.partition_point(|q| q.span.start < event.clause.start);
    let here = all[from..].iter().take_while(|q| q.span.start < event.clause.end);
    let telling = |q: &&Quantity| matches!(q.unit, Unit::Percent | Unit::Magnitude) && q.bound == Bound::Exact;
    here.filter(telling).map(|q| (q.unit, q.value)).collect()
}

/// Whether each of one is near one of the other's, where that has any of its kind. `slack` is what two reports of one event
/// may differ by, as a part of the greater.
pub(super) fn fit(a: &[Figure], b: &[Figure], slack: f64) -> bool {
    // Magnitudes are measured by one scale, and corrected by little.
    let part = |unit: Unit| if unit == Unit::Magnitude { slack / 3.0 } else { slack };
    let near = |x: &Figure, y: &Figure| (x.1 - y.1).abs() <= part(x.0) * x.1.max(y.1);
    a.iter().all(|x| {
        let mut same = b.iter().filter(|y| y.0 == x.0).peekable();
        same.peek().is_none() || same.any(|y| near(x, y))
    })
}

/// Adds to one's what it has not: of a figure told a thousand times there is one.
pub(super) fn unite(all: &mut Vec<Figure>, more: Vec<Figure>) {
    for figure in more {
        if !all.contains(&figure) {
            all.push(figure);
        }
    }
}
