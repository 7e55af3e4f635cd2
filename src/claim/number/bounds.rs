//! Words that say how exact a number is.

use super::{Bound, Numeral, Reader};

/// What bounds a numeral, as the words before it, longest first.
const BOUNDS: [(&str, Bound); 72] = [
    ("at the very least", Bound::AtLeast),
    ("in the region of", Bound::About),
    ("in the order of", Bound::About),
    ("no fewer than", Bound::AtLeast),
    ("no less than", Bound::AtLeast),
    ("not less than", Bound::AtLeast),
    ("a little more than", Bound::MoreThan),
    ("little more than", Bound::About),
    ("no more than", Bound::AtMost),
    ("a little over", Bound::MoreThan),
    ("in excess of", Bound::MoreThan),
    ("as many as", Bound::AtMost),
    ("as much as", Bound::AtMost),
    ("a minimum of", Bound::AtLeast),
    ("a maximum of", Bound::AtMost),
    ("not fewer than", Bound::AtLeast),
    ("not more than", Bound::AtMost),
    ("anything up to", Bound::AtMost),
    ("just shy of", Bound::LessThan),
    ("just short of", Bound::LessThan),
    ("as few as", Bound::AtLeast),
    ("well over", Bound::MoreThan),
    ("just over", Bound::MoreThan),
    ("just under", Bound::LessThan),
    ("at least", Bound::AtLeast),
    ("more than", Bound::MoreThan),
    ("upwards of", Bound::MoreThan),
    ("less than", Bound::LessThan),
    ("fewer than", Bound::LessThan),
    ("close to", Bound::About),
    ("close on", Bound::About),
    ("just about", Bound::About),
    ("a little under", Bound::LessThan),
    ("up to", Bound::AtMost),
    ("an estimated", Bound::About),
    ("at about", Bound::About),
    ("at around", Bound::About),
    ("well under", Bound::LessThan),
    ("at most", Bound::AtMost),
    ("nearer to", Bound::About),
    ("closer to", Bound::About),
    ("not quite", Bound::LessThan),
    ("shy of", Bound::LessThan),
    ("north of", Bound::MoreThan),
    ("upward of", Bound::MoreThan),
    ("barely", Bound::About),
    ("scarcely", Bound::About),
    ("over", Bound::MoreThan),
    ("above", Bound::MoreThan),
    ("exceeding", Bound::MoreThan),
    ("nearly", Bound::LessThan),
    ("almost", Bound::LessThan),
    ("under", Bound::LessThan),
    ("below", Bound::LessThan),
    ("about", Bound::About),
    ("around", Bound::About),
    ("some", Bound::About),
    ("roughly", Bound::About),
    ("approximately", Bound::About),
    ("circa", Bound::About),
    ("approaching", Bound::LessThan),
    ("nearing", Bound::LessThan),
    ("topping", Bound::MoreThan),
    ("exceed", Bound::MoreThan),
    ("exceeds", Bound::MoreThan),
    ("exceeded", Bound::MoreThan),
    ("surpassed", Bound::MoreThan),
    ("surpassing", Bound::MoreThan),
    ("topped", Bound::MoreThan),
    ("maybe", Bound::About),
    ("perhaps", Bound::About),
    ("virtually", Bound::LessThan),
];

impl Reader<'_> {
    /// Reads the words before the number that bound it, and those behind ("or more").
    pub(super) fn bound(&self, start: usize, numeral: &mut Numeral) {
        if numeral.bound == Bound::Vague {
            return;
        }
        let currency = |i: usize| {
            matches!(self.document.word(i), "$" | "€" | "£" | "¥" | "US$" | "EUR" | "USD" | "GBP" | "-" | "US")
        };
        let mut at = numeral.first;
        while at > start && currency(at - 1) {
            at -= 1;
        }
        // "has gone up |to 275" is a number, and no bound.
        let gone = ["go", "goes", "going", "gone", "went", "moved", "edged", "crept"];
        let rises = at >= start + 3
            && self.is(at - 1, "to")
            && (self.is(at - 2, "up") || self.is(at - 2, "down"))
            && gone.iter().any(|w| self.is(at - 3, w));
        if rises {
            return;
        }
        for &(phrase, bound) in &BOUNDS {
            let words = phrase.split(' ').count();
            if at >= start + words && phrase.split(' ').enumerate().all(|(k, w)| self.is(at - words + k, w)) {
                (numeral.bound, numeral.from) = (bound, at - words);
                return;
            }
        }
        // "twenty-odd men"
        let odd = self.is(numeral.last, "odd") || (self.is(numeral.last, "-") && self.is(numeral.last + 1, "odd"));
        if self.is(numeral.last, "or") && (self.is(numeral.last + 1, "more") || self.is(numeral.last + 1, "so")) {
            numeral.bound = if self.is(numeral.last + 1, "more") { Bound::AtLeast } else { Bound::About };
            numeral.last += 2;
        } else if odd {
            (numeral.bound, numeral.last) =
                (Bound::About, numeral.last + if self.is(numeral.last, "odd") { 1 } else { 2 });
        } else if self.is(numeral.last, "+") {
            (numeral.bound, numeral.last) = (Bound::AtLeast, numeral.last + 1);
        }
    }
}
