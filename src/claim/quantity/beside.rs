//! What a figure owes to the one beside it: the ends of a range, a part and its whole, and what goes on from one to
//! the next.

use super::super::number::Numeral;
use super::super::unit::{self, Unit};
use super::{Kind, Quantity, Reader};
use std::ops::Range;

impl Reader<'_> {
    /// "Police put the crowd at 12,000; the organisers spoke of |40,000": what is counted goes on.
    pub(super) fn carry(&self, last: Option<&Quantity>, numeral: &Numeral, clause: &Range<usize>, q: &mut Quantity) {
        let Some(last) = last.filter(|l| l.unit == Unit::Count && l.kind != Kind::Plain) else { return };
        let bare = q.unit == Unit::Count && q.kind == Kind::Plain && q.thing == 0 && self.noun(numeral.last).is_none();
        let says = ["claimed", "claims", "said", "says", "spoke", "speaks", "estimated", "reckoned", "put", "counted"];
        let near = q.value >= 5.0 && q.value < 10.0 * last.value && last.value < 10.0 * q.value;
        let said = (numeral.from.saturating_sub(4).max(clause.start)..numeral.from).any(|i| self.is(i, &says));
        if bare && near && said {
            q.kind = last.kind;
        }
    }

    /// Whether a numeral and the next one are the ends of what a number of things lies between.
    pub(super) fn opens_range(&self, index: usize) -> bool {
        let (Some(one), Some(two)) = (self.numerals.get(index), self.numerals.get(index + 1)) else { return false };
        let between = self.is(one.from.wrapping_sub(1), &["between"]) && self.is(one.last, &["and"]);
        let joined = between || self.is(one.last, &["to", "-", "–"]);
        let word = self.lower(two.last);
        let counted = self.noun(two.last).is_some() && unit::unit(word).is_none() && unit::currency(word).is_none();
        let near = one.value >= 2.0 && one.value < two.value && two.value <= 3.0 * one.value;
        let money = one.first > self.sentence.start && self.coin(one.first - 1).is_some();
        joined && !money && two.first == one.last + 1 && near && counted && !one.share && !two.share && !two.scaled
    }

    /// What befell those counted, where their noun or the word behind it tells: "the 12 |dead", "five people |killed".
    pub(super) fn own_fate(&self, noun: usize) -> Option<Kind> {
        self.kind_of(noun).or_else(|| self.kind_of(noun + 1))
    }

    /// Whether the next numeral is what a number is a part of: "|eighteen of the 40 passengers".
    pub(super) fn has_whole(&self, index: usize) -> bool {
        let (Some(part), Some(whole)) = (self.numerals.get(index), self.numerals.get(index + 1)) else { return false };
        let the = usize::from(self.is(part.last + 1, &["the", "its", "their", "these", "those", "his", "her", "our"]));
        !part.share && self.is(part.last, &["of"]) && part.last + 1 + the == whole.from
    }

    /// Whether a number is of those of whom its whole tells the fate: "|three of the 12 dead".
    pub(super) fn is_of_those(&self, index: usize) -> bool {
        let noun = self.numerals.get(index + 1).and_then(|whole| self.noun(whole.last));
        noun.is_some_and(|n| self.own_fate(n.1).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::check;

    #[test]
    fn what_goes_on_and_what_lies_between() {
        check(
            "Police put the crowd at 12,000; the organisers claimed 40,000.",
            &["12,000 | Crowd Exact 12000", "40,000 | Crowd Exact 40000"],
        );
        check(
            "The crowd reached 12,000 and tickets for 40,000 were sold.",
            &["12,000 | Crowd Exact 12000", "40,000 | Plain Exact 40000"],
        );
        check(
            "At least six, including two children, died.",
            &["At least six | Dead AtLeast 6", "two children | Dead Exact 2"],
        );
        check("Some 30 to 40 gunmen took part.", &["Some 30 to 40 gunmen | Crowd AtMost 40"]);
        check("Between 200 and 300 people were inside.", &["200 and 300 people | Aboard AtMost 300"]);
        check(
            "It will invest $1.5-2 billion.",
            &["$1.5 | Money([85, 83, 68]) Exact 1500000000", "2 billion | Money([42, 42, 42]) Exact 2000000000"],
        );
        check(
            "About 4 in 10 homes have none; it killed 4 in 10 days.",
            &["About 4 in 10 | Percent About 40", "4 | Dead Exact 4", "10 days | Duration Exact 864000"],
        );
        check(
            "It carried 3,400 tonnes of oil, of which some 200 spilled.",
            &["3,400 tonnes | Mass Exact 3400000", "some 200 | Mass About 200000"],
        );
        check(
            "Eighteen of the 40 passengers were killed.",
            &["Eighteen of the 40 passengers | Dead Exact 18", "40 passengers | Plain Exact 40"],
        );
        check(
            "Two of the five people killed were siblings.",
            &["Two of the five people | Dead Exact 2", "five people | Dead Exact 5"],
        );
        check("An estimated 4m people watched.", &["An estimated 4m people | Plain About 4000000"]);
        check("A 4m wave hit.", &["4m | Length Exact 4"]);
        check("Nine in 10 nurses backed it.", &["Nine in 10 | Percent Exact 90"]);
        check("At one point it rained.", &[]);
        check(
            "Four of every five homes, 9 out of 10 inns and two of the five shops burned.",
            &[
                "Four of every five | Percent Exact 80",
                "9 out of 10 | Percent Exact 90",
                "two of the five shops | Plain Exact 2",
                "five shops | Plain Exact 5",
            ],
        );
        check(
            "It had bored 1.9 of the 3.2 kilometres.",
            &["1.9 | Length Exact 1900", "3.2 kilometres | Length Exact 3200"],
        );
        check("The bill passed 217-213.", &["217-213 | Tally Exact 217.2"]);
    }
}
