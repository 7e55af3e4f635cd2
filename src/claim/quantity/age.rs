//! Ages: whose, and how old.
//!
//! ```text
//! Joel Pineda, 41, a teacher · a girl of sixteen · She is 26 · an accountant then 24
//! ```

use super::super::number::{Bound, Numeral};
use super::super::unit::Unit;
use super::super::words;
use super::nouns::PEOPLE;
use super::{Quantity, Reader, is_plural};
use crate::text::TokenKind;

impl Reader<'_> {
    /// Takes the numeral for an age, where it is one. `at` is the token of its unit, `before` the
    /// one before the number.
    pub(super) fn age(&self, numeral: &Numeral, at: usize, before: Option<usize>, q: &mut Quantity) -> bool {
        let next = numeral.last;
        let Some(before) = before else { return self.years_old(at) && self.aged(q, at, true) };
        let is = |words: &[&str]| self.is(before, words);
        let years = self.is(at, &["year", "years"]);
        if self.years_old(at) {
            return self.aged(q, at, true);
        }
        let whole = (1.0..110.0).contains(&q.value) && q.value.fract() == 0.0 && numeral.bound == Bound::Exact;
        if !whole || numeral.share {
            return false;
        }
        if is(&["aged", "turned", "age"]) && (self.noun(next).is_none() || years) {
            return self.aged(q, at, years);
        }
        let ends = self.is(next, &["", ",", ".", ";", ")", "now", "then", "and", "but", "when", "at", "years"]);
        let two = before.saturating_sub(1);
        // "She is 26"
        let someone = is(&["is", "was", "be", "been"]) && self.is(two, &["he", "she", "who", "i"]);
        // "is seventeen now", "an accountant then 24"
        let now = (is(&["is"]) && self.is(next, &["now"]))
            || (is(&["then", "now"]) && (self.is_someone(two) || self.is(two, &[","])) && !self.is(next, &["and"]));
        if ends && (someone || now) && q.value > 2.0 {
            // "Moser, who was 43, led them", "the fisherman who is 63"
            let whose = two.checked_sub(1).filter(|_| self.is(two, &["who"]));
            let whose = whose.map(|i| i.saturating_sub(usize::from(self.is(i, &[","]))));
            if let Some(i) = whose.filter(|&i| i >= self.sentence.start) {
                q.thing = words::term(self.document.word(i)).unwrap_or_default();
            }
            return self.aged(q, at, years);
        }
        // "a retired postman of 52", "a lad of 19 known as"
        // "the boy of nine who had run"
        let young = self.is(two, &["boy", "girl", "lad", "lass", "child"]);
        if is(&["of"])
            && (q.value >= 10.0 || young)
            && (before.saturating_sub(4)..before).any(|k| self.is(k, &["a", "an"]) || young && self.is(k, &["the"]))
            && self.is_someone(two)
            && !self.is_people(next)
            && self.noun(next).is_none_or(|n| n.1 == next && !is_plural(self.lower(next)))
        {
            q.thing = words::term(self.document.word(two)).unwrap_or_default();
            return self.aged(q, at, years);
        }
        // "Joel Pineda, 41, a teacher", "the Danish runner, 27, gave"
        let named = before > self.sentence.start && self.document.tokens[before - 1].capital;
        // "the pilot, 52, said"
        let someone = self.is_someone(two) || self.is(two.saturating_sub(1), &["the", "his", "her", "their"]);
        let between = is(&[","])
            && (named || (someone && self.is(next, &[","]) && q.value > 14.0))
            && self.is(next, &[",", ".", ""])
            // "Archie Pell, seven, fell": by both names, where the age is a word
            && (self.document.tokens[numeral.first].kind == TokenKind::Number
                || (named && two > self.sentence.start && self.document.tokens[two - 1].capital));
        if between {
            // Two of whom nothing but what they do is said are two.
            if named || self.is_someone(two) {
                q.thing = words::term(self.document.word(two)).unwrap_or_default();
            }
            if let Some(span) = self.span(two, before) {
                q.span = q.span.cover(span);
            }
        }
        between && self.aged(q, at, false)
    }

    /// "years old", "year-old", "years of age"
    fn years_old(&self, at: usize) -> bool {
        let (one, two) = (at + 1, at + 2);
        self.is(at, &["year", "years"])
            && (self.is(one, &["old"])
                || (self.is(one, &["-"]) && self.is(two, &["old"]))
                || (self.is(one, &["of"]) && self.is(two, &["age"])))
    }

    fn aged(&self, q: &mut Quantity, at: usize, years: bool) -> bool {
        q.unit = Unit::Age;
        if self.years_old(at) {
            let end = at + if self.is(at + 1, &["old"]) { 2 } else { 3 };
            self.until(q, end);
            // "the 34-year-old plane": what is so old.
            q.thing = self.noun(end).filter(|_| !self.is(at + 1, &["old"])).map_or(0, |n| n.0);
        } else if years {
            self.until(q, at + 1);
        }
        true
    }

    fn is_someone(&self, i: usize) -> bool {
        is_someone(self.lower(i))
    }
}

/// Whether a noun, lower case, names one person by what he or she is or does.
pub fn is_someone(word: &str) -> bool {
    static SOME: words::Set = words::Set::new("star lad lass mother student youth clerk nurse child teenager cook");
    PEOPLE.has(word)
        || SOME.has(word)
        || ["man", "woman", "er", "or", "ist", "ian", "boy", "girl", "ant"].iter().any(|e| word.ends_with(e))
}

#[cfg(test)]
mod tests {
    use super::super::tests::figures;

    /// The ages in a text.
    #[track_caller]
    fn check(text: &str, expected: &[f64]) {
        let found: Vec<f64> = figures(text).iter().filter(|q| q.unit == super::Unit::Age).map(|q| q.value).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn ages_in_many_forms() {
        check("The boy of nine who ran is safe.", &[9.0]);
        check("Ana Diaz, 41, a baker, won.", &[41.0]);
        check("The pilot, 52, was alone.", &[52.0]);
        check("She is 26 and works nights.", &[26.0]);
        check("It fell on a porter of 52.", &[52.0]);
        check("He blamed a lad of 19 known to all.", &[19.0]);
        check("It hit a guide aged 19 years.", &[19.0]);
        check("She hired Ben Cole, a clerk then 24, in May.", &[24.0]);
        check("His sister is seventeen now.", &[17.0]);
        check("Little Ada Moss, seven, was unhurt.", &[7.0]);
        check("The 34-year-old plane and its 29 years old pilot.", &[34.0, 29.0]);
    }

    #[test]
    fn near_misses() {
        check("The toll is 26 and rises.", &[]);
        check("It is a union of 19 states.", &[]);
        check("He was 26 minutes late.", &[]);
        check("In Ulm, 41 houses burned.", &[]);
        check("The police have a list of 19 dead.", &[]);
    }
}
