//! What keeps a figure from being a plain total: a part, another time, a limit, a wish.

use super::super::number::{Bound, Numeral};
use super::super::unit::Unit;
use super::{Kind, NEAR, Quantity, Reader, Scope};
use std::ops::Range;

impl Reader<'_> {
    /// What keeps the figure from being a plain total.
    pub(super) fn scope(&self, index: usize, clause: &Range<usize>, q: &Quantity) -> Scope {
        let numeral: &Numeral = &self.numerals[index];
        let mut bits = 0;
        if numeral.from.checked_sub(1).is_some_and(|i| self.is(i, &["not"])) {
            bits |= Scope::DENIED;
        }
        let before = |k: usize| numeral.from.checked_sub(k).map(|i| self.lower(i)).unwrap_or_default();
        let (one, two) = (before(1), before(2));
        let start = self.document.tokens_in(q.span).start;
        if self.is(start.wrapping_sub(1), &["from"]) && self.is(start.wrapping_sub(2), &["up", "down"]) {
            bits |= Scope::FORMER;
        }
        // "far higher than the |99 reported earlier"
        let than = self.is(start.wrapping_sub(1), &["than"])
            || self.is(start.wrapping_sub(1), &["the"]) && self.is(start.wrapping_sub(2), &["than"]);
        if than && (numeral.last..numeral.last + 4).any(|i| told_before(self.lower(i))) {
            bits |= Scope::FORMER;
        }
        // "revised to 19 from 22"
        let last = index.checked_sub(1).map(|i| &self.numerals[i]);
        if last.is_some_and(|l| {
            l.last + 1 == start && self.is(l.last, &["from"]) && self.is(l.from.wrapping_sub(1), &["to"])
        }) {
            bits |= Scope::FORMER;
        }
        // "26 were killed and another 110 are missing": those are others by what befell them.
        let others = matches!(one, "another" | "further" | "other") && q.kind != Kind::Missing;
        if others
            || matches!(one, "including" | "additional" | "first" | "last")
            || (two == "of" && matches!(one, "whom" | "which" | "them" | "these") && q.kind == Kind::Plain)
            || (two == "among" && one == "them")
            || self.is(numeral.last, &["more", "further", "additional", "other"])
            // "broke out with five |others"; but "and seven others were hurt" are all who were
            || q.kind == Kind::Plain && self.is(numeral.last, &["others"])
            // "the release of Paola Ferri and of four colleagues"
            || self.is(numeral.last, &["colleagues", "companions", "comrades"])
                && [one, two].iter().any(|w| matches!(*w, "and" | "with"))
            // "Two of those killed were on the train", "150 of their stores"
            || (self.is(numeral.last, &["of"]) && self.is(numeral.last + 1, &["those"]) && self.kind_of(numeral.last + 2).is_some())
            || (q.kind == Kind::Plain
                && q.unit == Unit::Count
                && self.is(numeral.last, &["of"])
                && self.is(numeral.last + 1, &["its", "their", "his", "her", "our"])
                && !super::people(self.lower(numeral.last + 2)))
            || (q.kind == Kind::Aboard && self.is_had_by(numeral.last))
            || (matches!(q.kind, Kind::Dead | Kind::Injured) && self.is_of_another(numeral.from))
            || (self.is(numeral.last, &["of"])
                && self.is(numeral.last + 1, &["whom", "which", "the", "them", "these"])
                && !q.kind_is_whole()
                // "eighteen of the 40 passengers were killed": all the dead
                && !(q.kind != Kind::Plain && self.has_whole(index) && !self.is_of_those(index))
                && !(q.kind != Kind::Plain && self.is(numeral.last + 1, &["whom", "them"])))
        {
            bits |= Scope::PART;
        }
        if matches!(q.unit, Unit::Money(_) | Unit::Percent) || q.unit == Unit::Count {
            let after = self.document.tokens_in(q.span).end;
            let each = (self.is(after, &["a", "an"])
                && self.is(
                    after + 1,
                    &[
                        "day", "hour", "minute", "second", "night", "share", "year", "month", "week", "person", "head",
                        "tonne", "barrel", "song",
                    ],
                ))
                || self.is(after, &["per", "apiece", "each", "daily", "annually"]);
            if each {
                bits |= Scope::EACH;
            }
        }
        // "three days after the talks": no length of anything.
        if q.unit == Unit::Duration {
            let after = self.document.tokens_in(q.span).end;
            if self.is(after, &["after", "later", "before", "earlier", "ago"]) {
                bits |= Scope::OTHER;
            }
        }
        // "estimated that there would most likely be between |100 and 1,000 deaths"
        let start = clause.start.max(numeral.from.saturating_sub(6));
        let modal = (start..numeral.from).rev().take_while(|&i| !self.is(i, &[",", ";"]));
        let modal = modal.into_iter().any(|i| self.is(i, &["would", "could", "might"]));
        if q.kind != Kind::Plain && modal {
            bits |= Scope::OTHER;
        }
        // "found under four metres of snow": how deep, not how much
        if q.unit == Unit::Length && (self.is_under(q) || matches!(one, "under" | "beneath" | "below")) {
            bits |= Scope::OTHER;
        }
        // "Two earlier studies, with 640 patients": not the one that is told of
        if self.of_earlier(clause, numeral.first) {
            bits |= Scope::PAST;
        }
        // "the insurance |covers damage of up to $5 million"
        let insured = |i: usize| self.is(i, &["covers", "covered", "cover", "insured", "insures", "insurance"]);
        if matches!(q.unit, Unit::Money(_)) && q.bound == Bound::AtMost && clause.clone().any(insured) {
            bits |= Scope::OTHER;
        }
        // "built for 420 prisoners": what it may hold
        let holds = matches!(two, "built" | "made" | "meant" | "intended" | "room" | "space" | "equipped");
        if one == "for" && (holds || matches!(two, "beds" | "berths" | "places" | "seats")) {
            bits |= Scope::OTHER;
        }
        // "the dose, which |had been 0.1 milligrams": before it was changed
        let changes = matches!(q.unit, Unit::Mass | Unit::Volume | Unit::Percent | Unit::Money(_) | Unit::Temperature);
        if changes && one == "been" && two == "had" {
            bits |= Scope::FORMER;
        }
        // "between 1 and 94 years old": nobody's age
        if q.unit == Unit::Age && one == "and" && (2..5).any(|k| before(k) == "between") {
            bits |= Scope::OTHER;
        }
        // What tells of a demand or limit stands nearer to its figure than to any other.
        let mine = |i: usize| {
            !self
                .numerals
                .iter()
                .any(|n| (i < n.first && n.last <= numeral.first) || (numeral.last <= n.first && n.last <= i))
        };
        // "1,700 were in the stand, |which is licensed for 1,200": that is said of another figure.
        let relative = |i: usize| self.is(i, &[","]) && self.is(i + 1, &["which", "whose", "where"]);
        let parted = (numeral.last..clause.end).find(|&i| relative(i)).unwrap_or(clause.end);
        for i in clause.clone() {
            let word = self.lower(i);
            match word {
                "capacity" | "allows" | "allow" | "licensed" | "designed" | "permitted" | "record" if i > parted => {}
                "asked" | "demanding" | "demand" | "demands" | "demanded" | "wanted" | "wants" | "offered"
                | "offer" | "limit" | "maximum"
                    if !mine(i) => {}
                // "51 mph where the limit is 40"
                "maximum" if self.is(i + 1, &["sustained", "wind", "winds", "gusts", "temperature"]) => {}
                "limit" if numeral.last <= i && self.is(i + 1, &["is", "was", "of"]) => {}
                "average" | "capacity" | "limit" | "allows" | "allow" | "licensed" | "designed" | "maximum"
                | "threshold" | "record" | "rule" | "target" | "faces" | "demanding" | "demand" | "demands"
                | "demanded" | "wanted" | "wants" | "offered" | "offer" | "permitted" | "fewer" | "usually"
                | "normally" | "typically" => {
                    bits |= Scope::OTHER;
                }
                // "we said that he was 23"
                "we" if self.is(i + 1, &["said", "wrote", "reported", "gave", "stated"]) => bits |= Scope::WITHDRAWN,
                "planned" | "expected" | "would" | "could" | "if" | "unless" | "forecast" | "feared" | "asked"
                    if q.kind == Kind::Plain =>
                {
                    bits |= Scope::OTHER
                }
                // "in the capital alone": elsewhere there were more.
                "alone" if self.is(i.saturating_sub(1), &["was", "were", "is", "are", "live", "lives"]) => {}
                "alone" => bits |= Scope::PART,
                "issue" if self.is(i.saturating_sub(1), &["last", "previous"]) => bits |= Scope::WITHDRAWN,
                "correction" | "misstated" | "wrongly" | "mistakenly" => bits |= Scope::WITHDRAWN,
                // "twelve in five years", "over the past decade": another stretch of time.
                "years" | "decades" | "decade"
                    if q.unit == Unit::Count
                        && !self.is_of_superlative(i)
                        && !self.document.tokens_in(q.span).contains(&i)
                        && (1..4).any(|k| i >= k && self.is(i - k, &["in", "over", "within"])) =>
                {
                    bits |= Scope::PAST;
                }
                "earlier" if self.is(i + 1, &["version"]) => bits |= Scope::WITHDRAWN,
                "last" if self.is(i + 1, &["year"]) && self.document.tokens[i].capital => bits |= Scope::PAST,
                _ => {}
            }
            if self.dates(i) {
                bits |= Scope::PAST;
            }
        }
        // "Since the work began in 2020, |nine have died": more than those of today.
        let near =
            self.sentence.start.max(numeral.first.saturating_sub(NEAR))..self.sentence.end.min(numeral.last + NEAR);
        let since = |i: usize| self.is(i, &["since"]) && (i + 1..i + 12).any(|k| self.long_ago(k));
        let perfect = || clause.clone().any(|i| self.is(i, &["have", "has"]));
        if q.unit == Unit::Count && perfect() && near.clone().any(since) {
            bits |= Scope::PAST;
        }
        // "in 2016, |when 40 tonnes leaked"
        let led = clause.start.checked_sub(2).filter(|&i| self.is(i + 1, &[","]) && i >= self.sentence.start);
        if self.is(clause.start, &["when", "which"]) && led.is_some_and(|i| self.dates(i)) {
            bits |= Scope::PAST;
        }
        Scope(bits)
    }

    /// "63 passengers on the plane |had Canadian passports": those of them who had, not all.
    fn is_had_by(&self, last: usize) -> bool {
        let end = self.sentence.end.min(last + 7);
        let verb =
            (last..end).find(|&i| self.is(i, &["had", "have", "held", "hold", "carried", "were", "are", "died"]));
        let within = (last + 1..end).find(|&i| self.is(i, &["on", "aboard", "onboard", "inside"]));
        let Some((on, verb)) = within.zip(verb).filter(|(on, verb)| on < verb) else { return false };
        let owns = self.is(verb, &["had", "have", "held", "hold", "carried"]);
        // "had died" tells of all; what was had is a thing.
        let helper = self.lower(verb + 1).ends_with("ed") || self.is(verb + 1, &["been", "to", "already", "all"]);
        owns && !helper && !(on..verb).any(|i| self.is(i, &[","]))
    }

    /// "the |worst clash between them in four years": how long there was none so bad.
    fn is_of_superlative(&self, years: usize) -> bool {
        let before = (self.sentence.start.max(years.saturating_sub(10))..years).rev();
        let mut before = before.take_while(|&i| !self.is(i, &[",", ";"]));
        before.any(|i| {
            self.is(
                i,
                &["worst", "first", "deadliest", "bloodiest", "biggest", "largest", "heaviest", "strongest", "highest"],
            )
        })
    }

    /// "buried |under four metres of snow": no bound of a length.
    pub(super) fn is_under(&self, q: &Quantity) -> bool {
        let tokens = self.document.tokens_in(q.span);
        q.unit == Unit::Length && self.is(tokens.start, &["under", "below"]) && self.is(tokens.end, &["of"])
    }

    /// Whether what the clause is about is another one than that of the story: "Two |earlier studies, with 640
    /// patients". An earlier report is of the same.
    fn of_earlier(&self, clause: &Range<usize>, number: usize) -> bool {
        let heads = (clause.start..clause.start + 3).filter(|&i| i < number);
        let mut heads = heads.filter(|&i| self.is(i, &["earlier", "previous", "prior", "past", "similar"]));
        heads.any(|i| {
            let noun = self.lower(i + 1);
            let told = ["estimate", "report", "toll", "count", "figure", "statement", "tally", "number", "version"];
            super::is_plural(noun) && !told.iter().any(|t| noun.starts_with(t))
        })
    }

    /// "with |another train killing |three": that train, not this one.
    fn is_of_another(&self, from: usize) -> bool {
        let start = self.sentence.start.max(from.saturating_sub(6));
        let other = (start..from.saturating_sub(1)).rev().find(|&i| self.is(i, &["another"]));
        let parts = |i: usize| self.is(i, &[",", ";", "and", "but", "which", "that", "in", "from", "at", "of"]);
        other.is_some_and(|o| !(o..from).any(parts))
    }

    /// Whether the token is a year before the last one.
    fn long_ago(&self, i: usize) -> bool {
        let year = self.lower(i).parse::<i16>();
        let (Some(published), Ok(year)) = (self.published_year, year) else { return false };
        (1800..published - 1).contains(&year) && self.lower(i).len() == 4
    }

    /// Whether the token is a year that dates the clause's figures: "killed 18 in 1998", "the 1998
    /// flood took 18", but not "opened in 1998, it holds 18" or "the worst since the war of 1998".
    fn dates(&self, i: usize) -> bool {
        if !self.long_ago(i) {
            return false;
        }
        let behind = |k: usize| i.checked_sub(k).map_or("", |i| self.lower(i));
        let in_year = |k: usize| {
            let verb = behind(k);
            // What was begun or made in that year is so still.
            !matches!(verb, "built" | "begun" | "began" | "since" | "born" | "made" | "until" | "service")
                && (!verb.ends_with("ed") || matches!(verb, "killed" | "died" | "injured" | "happened" | "occurred"))
        };
        // "the worst since the flood in 1990, which left 18 dead": the flood did.
        let told_of_it = self.is(i + 1, &[","]) && self.is(i + 2, &["which", "that", "when"]);
        if told_of_it {
            return true;
        }
        !self.is(i + 1, &["hrs", "hours", "gmt", "utc"])
            && !matches!(behind(1), "since" | "to" | "until" | "from" | "born")
            && !(1..8).any(|k| matches!(behind(k), "since" | "than"))
            && in_year(2)
            && !(1..4).any(|k| behind(k) == "born")
    }
}

/// "the 99 |reported |earlier"
fn told_before(word: &str) -> bool {
    matches!(word, "reported" | "announced" | "given" | "stated" | "counted" | "earlier" | "initially" | "previously")
}

impl Quantity {
    /// "Nine of the dead" is a part; "14 of burns" is not.
    fn kind_is_whole(&self) -> bool {
        self.kind == Kind::Plain && self.unit != Unit::Count
    }
}
