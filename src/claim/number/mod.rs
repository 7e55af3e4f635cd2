//! Numerals: digits and words, with what says how exact they are.
//!
//! ```text
//! at least 143 · nearly two hundred · two and a half million · a dozen · hundreds · no one
//! ```
//! Near misses that are none: clock times, dates and years (the times own them), ordinals.

mod bounds;
mod words;

use super::unit;
use crate::letter::lower;
use crate::real;
use crate::text::{Document, TokenKind};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use words::{FRACTIONS, HEDGES, MILLIONS, SCALES, SMALL, TENS, VAGUE};

/// How exact a figure is stated to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Bound {
    /// 143
    Exact,
    /// about 140
    About,
    /// at least 143
    AtLeast,
    /// more than 130
    MoreThan,
    /// nearly, almost, fewer than 200
    LessThan,
    /// up to 200
    AtMost,
    /// dozens, hundreds
    Vague,
}

/// A numeral in a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numeral {
    /// Index of the first token of the number itself.
    pub first: usize,
    /// One past the index of its last token.
    pub last: usize,
    /// Index of the first token with the words that bound it.
    pub from: usize,
    /// Its value; for a vague one the least it can mean.
    pub value: f64,
    /// How exact it is.
    pub bound: Bound,
    /// Whether it is a share: "a third", "three quarters".
    pub share: bool,
    /// Whether a word such as "million" belongs to it.
    pub scaled: bool,
}

/// Finds the numerals among the tokens `range`, in order, not overlapping. `taken` says which
/// tokens belong to something else.
pub fn find(document: &Document, range: Range<usize>, taken: impl Fn(usize) -> bool) -> Vec<Numeral> {
    let reader = Reader { document, end: range.end };
    let mut found = Vec::new();
    let mut i = range.start;
    while i < range.end {
        let numeral = if taken(i) { None } else { reader.read(i) };
        let Some(mut numeral) = numeral else {
            i += 1;
            continue;
        };
        reader.bound(range.start, &mut numeral);
        i = numeral.last;
        found.push(numeral);
    }
    found
}

struct Reader<'d> {
    document: &'d Document<'d>,
    end: usize,
}

impl Reader<'_> {
    fn lower(&self, i: usize) -> String {
        if i < self.end { lower(self.document.word(i)) } else { String::new() }
    }

    fn is(&self, i: usize, word: &str) -> bool {
        i < self.end && self.document.word(i).eq_ignore_ascii_case(word)
    }

    /// The numeral that begins at token `i`.
    fn read(&self, i: usize) -> Option<Numeral> {
        let token = self.document.tokens.get(i)?;
        let exact =
            |last, value| Numeral { first: i, last, from: i, value, bound: Bound::Exact, share: false, scaled: false };
        if token.kind == TokenKind::Number {
            let (digits, last) = self.digits(i);
            let value = real::parse(&digits)?;
            let next = self.lower(last);
            let glued = self.document.tokens.get(last).is_some_and(|t| !t.spaced);
            if glued && matches!(next.as_str(), "st" | "nd" | "rd" | "th" | "s") {
                return None;
            }
            // "4 in 10 homes"; but "4 in 10 days"
            let of = self.of_how_many(last).filter(|_| value >= 1.0);
            if let Some((at, of)) = of.and_then(|at| Some((at, self.out_of(at, value)?))) {
                return Some(Numeral { share: true, ..exact(at + 1, value / of) });
            }
            return Some(self.scale(exact(last, value)));
        }
        if token.kind != TokenKind::Word {
            return None;
        }
        let word = self.lower(i);
        let word = word.as_str();
        if let Some(v) = VAGUE.iter().find(|v| v.0 == word) {
            let mut numeral = exact(i + 1, v.1);
            if self.is(i + 1, "of")
                && let Some(more) = VAGUE.iter().find(|v| self.is(i + 2, v.0))
            {
                numeral = exact(i + 3, v.1 * more.1 / 2.0); // "hundreds of thousands"
            }
            numeral.bound = Bound::Vague;
            return Some(numeral);
        }
        // "not a single man": none
        if word == "not" && (self.is(i + 1, "a") || self.is(i + 1, "one")) && self.is(i + 2, "single") {
            return Some(exact(i + 3, 0.0));
        }
        if matches!(word, "no" | "nobody" | "none") {
            let pair = word == "no" && (self.is(i + 1, "one") || self.is(i + 1, "body"));
            return Some(exact(i + 1 + usize::from(pair), 0.0));
        }
        if matches!(word, "a" | "an" | "half") {
            return self.article(i, word == "half");
        }
        // "a leisurely quarter of an hour"
        if word == "quarter" && self.is(i + 1, "of") && self.is(i + 2, "an") && self.is(i + 3, "hour") {
            return Some(Numeral { share: true, ..exact(i + 1, 0.25) });
        }
        self.spelled(i)
    }

    /// Where the number stands of which a share may be told: "4 in |10 homes", "four of every |five", "9 out of |10".
    fn of_how_many(&self, i: usize) -> Option<usize> {
        let every = |at: usize| at + usize::from(self.is(at, "every"));
        if self.is(i, "in") {
            Some(every(i + 1))
        } else if self.is(i, "out") && self.is(i + 1, "of") {
            Some(every(i + 2))
        } else {
            (self.is(i, "of") && self.is(i + 1, "every")).then_some(i + 2)
        }
    }

    /// Of how many a share is told, in digits: "4 in |10 homes"; but "4 in 10 days".
    fn out_of(&self, i: usize, value: f64) -> Option<f64> {
        let timed = matches!(unit::unit(&self.lower(i + 1)), Some((unit::Unit::Duration, _)));
        real::parse(self.document.word(i)).filter(|&of| i < self.end && !timed && of <= 10.0 && value < of)
    }

    /// The digits of a number as one writes them in a program, and the token after them: "2,000",
    /// "1,9" (a comma before one or two digits), "318 000" (groups of three).
    fn digits(&self, i: usize) -> (String, usize) {
        let word = self.document.word(i);
        if let Some((whole, part)) = word.split_once(',')
            && (1..3).contains(&part.len())
            && !part.contains(['.', ','])
        {
            return ([whole, part].join("."), i + 1);
        }
        let mut digits = word.replace(',', "");
        let mut last = i + 1;
        let plain = |w: &str| w.bytes().all(|b| b.is_ascii_digit());
        // "in 2019 318 people", "in Room 12 300 people": a year begins no group, nor what numbers a thing.
        let capital = |b: usize| self.document.tokens[b].capital && !self.document.tokens[b].line_start;
        let named =
            i.checked_sub(1).is_some_and(capital) && i > 1 && self.document.tokens[i - 2].kind == TokenKind::Word;
        if word.len() < 4 && plain(word) && !word.starts_with('0') && !named {
            let group = |at: usize| {
                let (text, token) = (self.document.word(at), self.document.tokens.get(at));
                let beside = token.is_some_and(|t| t.spaced && !t.line_start);
                (at < self.end && text.len() == 3 && plain(text) && beside).then_some(text)
            };
            while let Some(text) = group(last) {
                digits.push_str(text);
                last += 1;
            }
        }
        (digits, last)
    }

    /// "a dozen", "half a million", "a quarter", "a hundred".
    fn article(&self, i: usize, half: bool) -> Option<Numeral> {
        let mut numeral =
            Numeral { first: i, last: i + 1, from: i, value: 1.0, bound: Bound::Exact, share: false, scaled: false };
        let mut at = i + 1;
        if half {
            numeral.value = 0.5;
            at += usize::from(self.is(at, "a") || self.is(at, "an") || self.is(at, "-"));
        }
        let word = self.lower(at);
        if word == "dozen" {
            (numeral.value, numeral.last) = (numeral.value * 12.0, at + 1);
            // "half a dozen" are six, more or less.
            numeral.bound = if half { Bound::About } else { Bound::Exact };
            return Some(numeral);
        }
        if matches!(word.as_str(), "hundred" | "thousand" | "million" | "billion") {
            // "a hundred and eighty-seven"
            let more = if half || !self.is(at + 1, "and") { None } else { self.spelled(at + 2) };
            if let Some(more) = more.filter(|m| m.value < 100.0 && !m.share && matches!(word.as_str(), "hundred")) {
                (numeral.value, numeral.last) = (100.0 + more.value, more.last);
                return Some(numeral);
            }
            numeral.last = at;
            return Some(self.scale(numeral));
        }
        if half {
            (numeral.share, numeral.last) = (true, at);
            let joined = self.is(i + 1, "-") && (self.is(i + 2, "point") || self.is(i + 2, "percent"));
            return (self.is(i + 1, "of") || self.is(i + 1, "a") || joined).then_some(numeral);
        }
        if word == "couple" && self.is(at + 1, "of") {
            (numeral.value, numeral.last, numeral.bound) = (2.0, at + 2, Bound::About);
            return Some(numeral);
        }
        // "an hour and a half" is one and a half hours.
        let and_a = self.is(at + 1, "and") && self.is(at + 2, "a") && !self.is(at + 4, "-");
        let part = if self.is(at + 3, "half") { 0.5 } else { 0.25 };
        let parted = and_a && (part == 0.5 || self.is(at + 3, "quarter"));
        // "about a mile", "almost an hour"; but "a mile" may be any.
        let than = |i: usize| !self.is(i, "than") || i > 0 && (self.is(i - 1, "more") || self.is(i - 1, "less"));
        let hedged = || i.checked_sub(1).is_some_and(|i| HEDGES.iter().any(|h| self.is(i, h)) && than(i));
        if (parted || hedged()) && unit::unit(&word).is_some() {
            (numeral.value, numeral.last) = (if parted { 1.0 + part } else { 1.0 }, at);
            return Some(numeral);
        }
        let fraction = FRACTIONS.iter().find(|f| f.0 == word && !(i > 0 && self.is(i - 1, "and")))?;
        // "a third" is a share only of something or above something: not "a third man".
        let share = ["of", "above", "below", "more", "less", "."].iter().any(|w| self.is(at + 1, w))
            || i.checked_sub(1).is_some_and(|i| ["nearly", "almost", "about", "roughly"].iter().any(|w| self.is(i, w)));
        (numeral.value, numeral.last, numeral.share) = (fraction.1, at + 1, true);
        share.then(|| self.of_scale(numeral))
    }

    /// "two hundred and fourteen", "twenty-six", "six and a half", "three quarters".
    fn spelled(&self, i: usize) -> Option<Numeral> {
        let (mut total, mut current, mut at, mut scaled) = (0.0, 0.0, i, false);
        let mut last_was_small = false;
        loop {
            let word = self.lower(at);
            if let Some(v) = SMALL.iter().position(|s| *s == word) {
                if last_was_small {
                    break;
                }
                (current, last_was_small) = (current + v as f64, true);
            } else if let Some(v) = TENS.iter().position(|s| *s == word) {
                if last_was_small || current % 100.0 != 0.0 {
                    break;
                }
                current += (v as f64 + 2.0) * 10.0;
                if self.is(at + 1, "-") && SMALL[1..10].iter().any(|s| self.is(at + 2, s)) {
                    at += 1;
                }
            } else if at > i && word == "hundred" {
                (current, last_was_small) = (current * 100.0, false);
            } else if at > i
                && let Some(s) = SCALES[1..9].iter().find(|s| s.0 == word)
            {
                // "two thousand million"
                total = if current > 0.0 { total + current * s.1 } else { total * s.1 };
                (current, last_was_small, scaled) = (0.0, false, scaled || s.1 >= 1e6);
            } else if at > i
                && word == "and"
                && (current >= 100.0 || total > 0.0)
                && self.begins_number(at + 1)
                && !last_was_small
            {
            } else {
                break;
            }
            at += 1;
        }
        if at == i {
            return None;
        }
        let mut value = total + current;
        let mut share = false;
        if self.is(at, "and") && self.is(at + 1, "a") && self.is(at + 2, "half") {
            (value, at) = (value + 0.5, at + 3);
        } else if let Some((f, end)) = self.fraction(at) {
            (value, at, share) = (value * f, end, true);
        } else if let Some(next) = self.of_how_many(at).filter(|_| (1.0..10.0).contains(&value)) {
            // "four in five", "nine in 10 nurses"
            let spelled = SMALL[2..11].iter().position(|s| self.is(next, s)).map(|k| k as f64 + 2.0);
            let digits = || (next < self.end).then(|| self.out_of(next, value)).flatten();
            if let Some(of) = spelled.or_else(digits).filter(|&of| value < of) {
                (value, at, share) = (value / of, next + 1, true);
            }
        }
        let numeral = Numeral { first: i, last: at, from: i, value, bound: Bound::Exact, share, scaled };
        Some(self.scale(self.of_scale(numeral)))
    }

    /// Takes in "of a million" behind a share, which is a number then.
    fn of_scale(&self, mut numeral: Numeral) -> Numeral {
        let at = numeral.last;
        if numeral.share
            && self.is(at, "of")
            && self.is(at + 1, "a")
            && SCALES[2..5].iter().any(|s| self.is(at + 2, s.0))
        {
            (numeral.last, numeral.share) = (at + 2, false);
            return self.scale(numeral);
        }
        numeral
    }

    /// What parts a number counts, and where they end: "three quarters", "eight-tenths".
    fn fraction(&self, at: usize) -> Option<(f64, usize)> {
        let at = at + usize::from(self.is(at, "-"));
        let found = FRACTIONS.iter().find(|f| self.is(at, f.0) && f.0 != "half" && f.0 != "quarter")?;
        Some((found.1, at + 1))
    }

    fn begins_number(&self, i: usize) -> bool {
        let word = self.lower(i);
        SMALL.contains(&word.as_str()) || TENS.contains(&word.as_str())
    }

    /// Takes in a scale word behind the number.
    fn scale(&self, mut numeral: Numeral) -> Numeral {
        loop {
            // "$74-million"
            let hyphen = usize::from(self.is(numeral.last, "-"));
            let Some(s) = SCALES.iter().find(|s| self.is(numeral.last + hyphen, s.0)) else { break };
            // 8.3 million are whole, whatever binary fractions make of 8.3.
            numeral.value = (numeral.value * s.1).round();
            numeral.scaled |= s.1 >= 1e6;
            numeral.last += 1 + hyphen;
        }
        // "4m people", but "4m waves"
        let glued = self.document.tokens.get(numeral.last).is_some_and(|t| !t.spaced);
        if glued && self.is(numeral.last, "m") && MILLIONS.iter().any(|w| self.is(numeral.last + 1, w)) {
            numeral.value = (numeral.value * 1e6).round();
            (numeral.scaled, numeral.last) = (true, numeral.last + 1);
        }
        if self.is(numeral.last, "dozen") {
            (numeral.value, numeral.last) = (numeral.value * 12.0, numeral.last + 1);
        }
        numeral
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{Article, Record};

    /// The numerals of a text: value and bound.
    #[track_caller]
    fn check(text: &str, expected: &[(f64, Bound)]) {
        let article = Article::new(Record { id: "t".into(), text: text.into(), ..Record::default() });
        let document = Document::new(&article);
        let found: Vec<_> = find(&document, 0..document.tokens.len(), |_| false)
            .iter()
            .map(|n| ((n.value * 1e4).round() / 1e4, n.bound))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn scaled_numbers_are_whole() {
        let text = "4.1 million, 8.3 million, 16.1 million, 2.3 billion";
        let article = Article::new(Record { id: "t".into(), text: text.into(), ..Record::default() });
        let document = Document::new(&article);
        let found = find(&document, 0..document.tokens.len(), |_| false);
        assert_eq!(found.len(), 4);
        assert!(found.iter().all(|n| n.value.fract() == 0.0), "{found:?}");
    }

    #[test]
    fn digits_and_words() {
        use Bound::*;
        check("at least 143 dead", &[(143.0, AtLeast)]);
        check("More than 130 people", &[(130.0, MoreThan)]);
        check("two hundred and fourteen votes", &[(214.0, Exact)]);
        check("Twenty-six ballots and sixty-two envelopes", &[(26.0, Exact), (62.0, Exact)]);
        check("nearly two million; $4.2bn", &[(2e6, LessThan), (4.2e9, Exact)]);
        check("two and a half million, six and a half", &[(2.5e6, Exact), (6.5, Exact)]);
        check("a dozen, half a dozen, dozens", &[(12.0, Exact), (6.0, About), (24.0, Vague)]);
        check("three thousand four hundred and five", &[(3405.0, Exact)]);
        check("tens of thousands, hundreds of thousands", &[(2e4, Vague), (2e5, Vague)]);
        check("a quarter of a million, three quarters of a million", &[(2.5e5, Exact), (7.5e5, Exact)]);
        check("in excess of 40", &[(40.0, MoreThan)]);
        check("three quarters, four in five, a third of it", &[(0.75, Exact), (0.8, Exact), (0.3333, Exact)]);
        check("eight-tenths", &[(0.8, Exact)]);
        check("no one, nobody, not a single house", &[(0.0, Exact), (0.0, Exact), (0.0, Exact)]);
        check("a $74-million loan, barely 800, nearer to 57", &[(7.4e7, Exact), (800.0, About), (57.0, About)]);
        check("about 84 thousand, 20 or more", &[(84000.0, About), (20.0, AtLeast)]);
        check("roughly €120 million", &[(1.2e8, About)]);
        check("318 000 clients, 1,9 billion; a hundred and six", &[(318_000.0, Exact), (1.9e9, Exact), (106.0, Exact)]);
        check(
            "In 2019 318 people, 12 30 or 040 000; in Room 5 250 people",
            &[
                (2019.0, Exact),
                (318.0, Exact),
                (12.0, Exact),
                (30.0, Exact),
                (40.0, Exact),
                (0.0, Exact),
                (5.0, Exact),
                (250.0, Exact),
            ],
        );
        check("a long quarter of an hour, nearly a fifth was lost", &[(0.25, Exact), (0.2, LessThan)]);
        check("two thousand million pesos; 30-odd men", &[(2e9, Exact), (30.0, About)]);
        check("a mile and a half, a mile and a quarter", &[(1.5, Exact), (1.25, Exact)]);
        check("about a foot, a little over a kilometre", &[(1.0, About), (1.0, MoreThan)]);
        check("a foot rather than a mile; more than a mile", &[(1.0, MoreThan)]);
        check(
            "Rainfall exceeded 400 mm; close on 900, maybe three thousand",
            &[(400.0, MoreThan), (900.0, About), (3000.0, About)],
        );
        check("a little more than 90, little more than 90", &[(90.0, MoreThan), (90.0, About)]);
        check("just shy of 400, not more than 90", &[(400.0, LessThan), (90.0, AtMost)]);
        check("1.2 lakh people, two crore rupees, 2,14,000", &[(1.2e5, Exact), (2e7, Exact), (214_000.0, Exact)]);
    }

    #[test]
    fn near_misses() {
        check("the 30th, in the 1990s", &[]);
        check("a third man, a half-hearted try, an hour and a half-eaten pie", &[]);
        check("anyone, someone, often", &[]);
    }
}
