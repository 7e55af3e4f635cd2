//! Sums and shares that a text leaves to its reader: "164 passengers and seven crew" are 171 people.

use super::super::number::Bound;
use super::super::unit::Unit;
use super::{Kind, Quantity, Reader, Scope};

impl Reader<'_> {
    /// The sum of two counts of people that "and" joins, where they are told of as one; the first
    /// is then known for a part, and the second too where the two share a fate.
    pub(super) fn sum(&self, one: &mut Quantity, two: &mut Quantity) -> Option<Quantity> {
        let (first, last) = (self.document.tokens_in(one.span), self.document.tokens_in(two.span));
        let mut at = first.end;
        if !self.is(at, &["and", "plus"]) {
            return None;
        }
        at += 1;
        // "119 passengers and a crew of seven"
        if self.is(at, &["a", "its"]) && self.is(at + 1, &["crew", "staff"]) && self.is(at + 2, &["of"]) {
            at += 3;
        }
        let people = |q: &Quantity| self.document.tokens_in(q.span).any(|i| self.is_people(i) || self.is(i, &["crew"]));
        let crewed = at > first.end + 1;
        let kind = match (one.kind, two.kind) {
            (x, y) if x == y => x,
            (Kind::Plain, x) | (x, Kind::Plain) => x,
            _ => return None,
        };
        let whole = |q: &Quantity| {
            q.unit == Unit::Count && matches!(q.bound, Bound::Exact | Bound::AtLeast | Bound::About) && q.value > 0.0
        };
        let fits = at == last.start
            && one.statement == two.statement
            && whole(one)
            && whole(two)
            && one.scope.0 | two.scope.0 == 0
            && people(one)
            && (crewed || people(two))
            && one.thing != two.thing;
        if !fits {
            return None;
        }
        let mut sum = one.clone();
        sum.span = one.span.cover(two.span);
        sum.value += two.value;
        sum.bound = if one.bound == Bound::Exact { two.bound } else { one.bound };
        (sum.kind, sum.thing) = (kind, 0);
        // "Five Norwegians and three Estonians are |dead", "killed three teachers and 14 pupils": it befell both.
        (one.kind, two.kind) = (kind, kind);
        one.scope.0 |= Scope::PART;
        two.scope.0 |= if kind == Kind::Plain { 0 } else { Scope::PART };
        Some(sum)
    }

    /// What a share comes to: "a third of the budget of 3.6 million" is 1.2 million.
    pub(super) fn share(&self, one: &Quantity, two: &Quantity) -> Option<Quantity> {
        let (first, last) = (self.document.tokens_in(one.number), self.document.tokens_in(two.span));
        let of = first.end + usize::from(self.is(first.end, &["percent", "%"]));
        let fits = one.unit == Unit::Percent
            && matches!(two.unit, Unit::Count | Unit::Money(_))
            && one.statement == two.statement
            && self.is(of, &["of"])
            && (of + 1..of + 6).contains(&last.start)
            && !(of..last.start).any(|i| self.is(i, &[","]))
            && two.bound != Bound::Vague
            && one.value > 0.0;
        let mut share = two.clone();
        share.span = one.span.cover(two.span);
        share.value *= one.value / 100.0;
        share.bound = if one.bound == Bound::Exact { two.bound } else { one.bound };
        share.scope.0 |= Scope::PART;
        // Thirds and percentages bring other last digits.
        share.converted = true;
        fits.then_some(share)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::figures;

    /// The values of the figures in a text.
    #[track_caller]
    fn check(text: &str, expected: &[f64]) {
        let found: Vec<f64> = figures(text).iter().map(|q| q.value).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn people_told_of_as_one() {
        check("The ship had 158 passengers and five crew on board.", &[158.0, 5.0, 163.0]);
        check("It carried 119 passengers and a crew of seven.", &[119.0, 7.0, 126.0]);
        check("The fire killed three teachers and 14 pupils.", &[3.0, 14.0, 17.0]);
    }

    #[test]
    fn shares_of_a_sum() {
        check("It bears a quarter of the budget of 8 million euros.", &[25.0, 8e6, 2e6]);
        check("Half of the 90 beds and 30 tents are new.", &[50.0, 90.0, 45.0, 30.0]);
        check("Half of the proceeds, some 20 million francs, is new.", &[50.0, 2e7]);
        check("A quarter of the town voted for it in 40 places.", &[25.0, 40.0]);
    }

    #[test]
    fn near_misses() {
        check("It killed three people and injured 14 people.", &[3.0, 14.0]);
        check("It has 20 buses and 14 drivers.", &[20.0, 14.0]);
        check("Nine of the men and 14 women left.", &[9.0, 14.0]);
    }
}
