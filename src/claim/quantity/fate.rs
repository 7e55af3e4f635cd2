//! What is counted, what happened to it, and what keeps the figure from being a plain total.

use super::super::number::Numeral;
use super::super::words::{self, Lists};
use super::befell::{
    BOARDS, CABINS, HALLS, KINDS, MARCHES, NUMBERED, PLACED, ROOMS, SOLDIERS, STAFFED, TELLING, VERBS, VESSELS,
};
use super::nouns::{people, things};
use super::{Kind, Quantity, Reader, is_plural};
use crate::text::TokenKind;
use std::ops::Range;

impl Reader<'_> {
    /// Counted things and fates. Gives whether anything is counted.
    pub(super) fn count(&self, index: usize, numeral: &Numeral, clause: &Range<usize>, q: &mut Quantity) -> bool {
        let noun = self.noun(numeral.last);
        let total = if noun.is_none() { self.number_of(numeral.first, clause) } else { None };
        let before = numeral.first.checked_sub(1);
        // "a father of two", "a student of 19"; but "a crew of seven"
        let crew = before.and_then(|i| i.checked_sub(1)).filter(|&i| self.is(i, &["crew", "staff"]));
        // "a lead of 214", "a city of 200,000": nobody is so old or has so many children.
        let large = numeral.value >= 100.0;
        if noun.is_none() && before.is_some_and(|i| self.is(i, &["of"])) && crew.is_none() && !large {
            return false;
        }
        if self.is_year(numeral, noun.map(|n| n.1)) {
            return false;
        }
        // "No 6 tram", "number 19", "chapter 3", "US 7", "page 2": names of things.
        if before.is_some_and(|i| NUMBERED.has(self.lower(i))) {
            return false;
        }
        if self.document.tokens[numeral.first].kind == TokenKind::Number
            && (self.is(numeral.last, &[":"]) && self.document.tokens.get(numeral.last + 1).is_some_and(|t| !t.spaced))
        {
            return false;
        }
        // "Runway 09", "flight SV 418 carried": the last word of a name.
        let counted = noun.is_some_and(|n| is_plural(self.lower(n.1)) || self.is_people(n.1));
        let name = before.is_some_and(|i| {
            let token = self.document.tokens[i];
            token.capital && token.kind == TokenKind::Word && words::term(self.document.word(i)).is_some()
        });
        let digits = self.document.tokens[numeral.first].kind == TokenKind::Number;
        // "in ward 7, where"; but "in ward 7 children" and "at the station 14 were hurt"
        let led = ["in", "at", "on", "of", "to", "from", "near", "behind", "by", "outside", "inside", "and", ","];
        let placed = |i: usize| PLACED.has(self.lower(i)) && self.is(i.wrapping_sub(1), &led);
        if digits && !counted && before.is_some_and(placed) {
            return false;
        }
        if digits && !noun.is_some_and(|n| self.is_people(n.1)) && self.is_listed(numeral.first) {
            return false;
        }
        // "an Arrow-3 rocket": part of a name.
        let tokens = &self.document.tokens;
        if let Some(i) = before.filter(|&i| self.is(i, &["-"]) && !tokens[i].spaced && !tokens[i + 1].spaced)
            && i.checked_sub(1).is_some_and(|k| tokens[k].kind == TokenKind::Word && tokens[k].capital)
        {
            return false;
        }
        // "the 2.0 update", "a 3 GHz model": versions and sizes of things; but "4.1 members".
        let written = self.document.word(numeral.first);
        let version = written.contains('.')
            && !counted
            && numeral.last == numeral.first + 1
            && !self.is(numeral.last, &["times"]);
        if version || self.is(numeral.last, &["kb", "ghz", "mhz", "megapixel"]) {
            return false;
        }
        if self.is_source(numeral, noun.map(|n| n.1)) {
            return false;
        }
        let from = self.numerals[..index].last().map_or(clause.start, |n| n.last.max(clause.start));
        // "Eighteen of the 40 passengers |were killed": the eighteen were.
        let behind = index + 1 + usize::from(self.has_whole(index));
        let until = self.numerals.get(behind).map_or(clause.end, |n| n.from.min(clause.end));
        let person = noun.is_some_and(|(_, at)| self.is_people(at));
        q.kind = self.fate(noun.map(|n| n.1), person, numeral, from..until, clause);
        if index.checked_sub(1).is_some_and(|i| self.has_whole(i)) {
            q.kind = noun.and_then(|n| self.own_fate(n.1)).unwrap_or(Kind::Plain);
        }
        // "an Osprey 3 rocket carrying a satellite": one rocket.
        let one = noun.is_some_and(|n| n.1 == numeral.last) && q.value > 1.0;
        if name && digits && !counted && (q.kind == Kind::Plain || one) {
            return false;
        }
        if noun.is_none()
            && let Some(crew) = crew
        {
            q.thing = words::term(self.document.word(crew)).unwrap_or_default();
        }
        if self.is(numeral.last, &["times"]) {
            // "cited 612 times": what was done is counted; but "called the command three times".
            let done = before.filter(|&i| self.lower(i).ends_with("ed"));
            q.thing = done.and_then(|i| words::term(self.document.word(i))).unwrap_or_default();
        }
        // "Dwellings destroyed: 412", "Confirmed fatalities: 17"
        let label = before.filter(|&i| self.is(i, &[":"]) && noun.is_none()).map(|colon| {
            let words = self.sentence.start.max(colon.saturating_sub(5))..colon;
            let head = words.clone().find(|&i| is_plural(self.lower(i)) || self.is_people(i));
            (words.rev().find_map(|i| self.kind_of(i)), head.and_then(|i| words::term(self.document.word(i))))
        });
        if let Some((kind, head)) = label {
            q.kind = kind.unwrap_or(q.kind);
            q.thing = head.unwrap_or_default();
            return q.value > 0.0 && (q.kind != Kind::Plain || q.thing != 0);
        }
        if let Some((term, at)) = noun {
            if term != 0 {
                q.thing = term;
            }
            self.until(q, at + 1);
        } else if let Some(noun) = before.filter(|&i| self.is(i, &[","])).and_then(|i| i.checked_sub(1))
            && self.is(numeral.last, &["at", "so", "as", "to", "by", "in", ","])
            && noun > self.sentence.start
            && is_plural(self.lower(noun))
            && self.is(noun - 1, &["the", "of", "its", "their"])
        {
            // "The complaints, 161 at the last count, are small"
            q.thing = words::term(self.document.word(noun)).unwrap_or_default();
            return true;
        } else if let Some((term, at)) = total {
            q.thing = term;
            q.kind = (at..at + 4).find_map(|i| self.kind_of(i)).unwrap_or(q.kind);
            return true;
        }
        if q.value == 0.0 {
            // "no indication", "no one": a count only where a fate is told of people.
            let unreal = clause.clone().any(|i| self.is(i, &["would", "should", "could", "if"]));
            // "Four breaches, none with casualties": none of the breaches.
            let other = self.is(numeral.last, &["with", "of"]) && noun.is_none();
            return !unreal && q.kind != Kind::Plain && !other && (noun.is_none() || person);
        }
        // "one doctor was on the ward", but not "one of the doctors" or "one wonders"
        let single = |at: usize| at < numeral.last + 2 && !is_plural(self.lower(at)) && !self.is(numeral.last, &["of"]);
        let counted_one = q.thing != 0 && self.is(numeral.first, &["one"]) && noun.is_some_and(|n| single(n.1));
        // "at one point"
        let once = self.is(numeral.from.wrapping_sub(1), &["at"]) && self.is(numeral.last, &["point", "stage", "time"]);
        let lone_one = q.value == 1.0 && q.kind == Kind::Plain && (!counted_one || once);
        // A bare number may still be the one that another article gives with its noun.
        let bare = (self.document.tokens[numeral.first].kind == TokenKind::Number && q.value >= 20.0)
            || large
            || self.is(numeral.from.wrapping_sub(1), &["not"]);
        // "Two were picked up. Five remain."
        let stands = VERBS.contains(&self.lower(numeral.last))
            && q.value > 1.0
            && (numeral.from == clause.start
                || self.is(numeral.from.wrapping_sub(1), &[",", "and", "but", "the", "other"]));
        !lone_one && (noun.is_some() || q.kind != Kind::Plain || bare || stands || crew.is_some())
    }

    /// Whether a number is one of a list that names things: "Carriages 4, 5 and |6", "gates 1 and |2".
    fn is_listed(&self, number: usize) -> bool {
        let digits = |i: usize| self.document.tokens[i].kind == TokenKind::Number;
        let before = (self.sentence.start..number).rev();
        let between = |&i: &usize| digits(i) || self.is(i, &[",", "and", "or", "to", "-", "–", "&"]);
        let Some(head) = before.take_while(between).last().and_then(|i| i.checked_sub(1)) else { return false };
        let Some(one) = self.lower(head).strip_suffix('s').filter(|_| digits(head + 1) && head >= self.sentence.start)
        else {
            return false;
        };
        one == "gate" || one == "group" || NUMBERED.has(one) || PLACED.has(one)
    }

    /// "Two neighbours told this paper", "I have spoken to three of her crew": how many said it.
    fn is_source(&self, numeral: &Numeral, noun: Option<usize>) -> bool {
        let Some(noun) = noun else { return false };
        let says = |i: usize| self.is(i, &["told", "said", "say", "says", "testified", "recalled"]);
        let met = |k: usize| {
            numeral.from.checked_sub(k).is_some_and(|i| self.is(i, &["spoken", "spoke", "talked", "interviewed"]))
        };
        let familiar = self.is(noun + 1, &["familiar", "close"]) && self.is(noun + 2, &["with", "to"]);
        let close = says(noun + 1) || (says(noun + 2) && !self.is(noun + 1, &[",", "."]));
        close || familiar || met(1) || met(2)
    }

    /// A bare number that reads as a year: "who have lived there since 2011".
    fn is_year(&self, numeral: &Numeral, noun: Option<usize>) -> bool {
        let word = self.document.word(numeral.first);
        let four = word.len() == 4 && numeral.last == numeral.first + 1 && (1500.0..2100.0).contains(&numeral.value);
        four && word.bytes().all(|b| b.is_ascii_digit())
            && !noun.is_some_and(|at| at == numeral.last && is_plural(self.lower(at)))
    }

    /// Whether the noun names people in general.
    pub(super) fn is_people(&self, at: usize) -> bool {
        people(self.lower(at))
    }

    /// Whether a token is of a name: "Royal", "St", "'s".
    fn is_named(&self, i: usize) -> bool {
        i > self.sentence.start && self.document.tokens.get(i).is_some_and(|t| t.capital) || self.is(i, &["'s", "’s"])
    }

    /// The fate that a word tells.
    pub(super) fn kind_of(&self, i: usize) -> Option<Kind> {
        static WORDS: Lists = Lists::new(|| KINDS.iter().map(|k| k.1).collect());
        let kind = WORDS.find(self.lower(i)).map(|k| KINDS[k].0)?;
        let behind = |k: usize, words: &[&str]| i.checked_sub(k).is_some_and(|i| self.is(i, words));
        let holds = match self.lower(i) {
            // "taken to hospital", but not "a hospital source"
            "hospital" | "hospitals" | "infirmary" | "ward" | "wards" => {
                let at = |k: usize| behind(k, &["to", "in", "at", "into", "on"]);
                // "taken to the Royal Brindle Infirmary"
                let named = |k: &usize| i.checked_sub(*k).is_some_and(|i| self.is_named(i));
                (1..4).any(at)
                    || (1..6)
                        .take_while(named)
                        .last()
                        .is_some_and(|k| at(k + 1) || (behind(k + 1, &["the"]) && at(k + 2)))
                    || self.is(i + 1, &["received", "with", "treatment", "care"])
            }
            // "treated in accordance with the rules", "treated as guests"
            "treated" => !self.is(i + 1, &["as", "like", "in", "with"]) || self.is(i + 2, &["hospital", "a", "the"]),
            // "student bodies", "a public body"
            "bodies" | "body" => i.checked_sub(1).is_none_or(|i| !BOARDS.has(self.lower(i))),
            // "escaped with a broken wrist", "escaped unhurt", "escaped the fire"
            "escaped" => {
                self.is(i + 1, &["from", "on", "early", "over", "during", "in", "late", "last", "at", ".", ","])
            }
            "prisoner" => behind(1, &["taken", "took"]),
            "cells" => behind(1, &["police"]) || behind(1, &["the"]) && behind(2, &["in"]),
            "harm" => (1..4).any(|k| behind(k, &["came", "come", "suffered", "no"])),
            _ => true,
        };
        holds.then_some(kind)
    }

    /// The fate told of those counted: by the noun itself, by what follows in the clause, or by
    /// the word just before ("killing 31").
    fn fate(
        &self,
        noun: Option<usize>,
        person: bool,
        numeral: &Numeral,
        window: Range<usize>,
        clause: &Range<usize>,
    ) -> Kind {
        let kind_of = |i: usize| self.kind_of(i);
        // "214 confirmed cases": of an illness
        let confirmed = ["confirmed", "suspected", "probable", "recorded", "infected"];
        if noun.is_some_and(|n| self.is(n, &["cases"]) && (numeral.last..n).any(|i| self.is(i, &confirmed))) {
            return Kind::Ill;
        }
        // "Two camps were opened": no camp was evacuated.
        if noun.is_some_and(|n| things(self.lower(n))) {
            return Kind::Plain;
        }
        let aside = noun.map_or(numeral.last, |n| n + 1);
        if let Some(kind) = noun.and_then(kind_of) {
            // "five bodies are yet to be recovered"
            let mut behind = aside..window.end.min(aside + 7);
            let unfound = behind.any(|i| {
                self.is(i, &["be"])
                    && self.is(i + 1, &["found", "recovered", "retrieved", "located"])
                    && self.is(i.wrapping_sub(1), &["to"])
            });
            return if kind == Kind::Dead && unfound { Kind::Missing } else { kind };
        }
        let people = person || noun.is_none();
        // "At least six, including two children, |died"
        if people && self.is(aside, &[","]) && self.is(aside + 1, &["including", "among", "most", "some", "many"]) {
            let closed = (aside + 2..(aside + 12).min(self.sentence.end)).find(|&i| self.is(i, &[","]));
            if let Some(kind) = closed.and_then(|c| (c + 1..c + 4).find_map(kind_of)) {
                return kind;
            }
        }
        let lost = numeral.from.checked_sub(1).is_some_and(|i| {
            self.is(i, &["mourn", "mourns", "mourned", "mourning"]) || (self.is(i, &["lost", "losing"]) && person)
        });
        if lost {
            return Kind::Dead;
        }
        // "the loss of three colleagues", "the deaths of two of them"
        let death =
            |k: usize| numeral.from.checked_sub(k).is_some_and(|i| self.is(i, &["death", "deaths", "loss", "killing"]));
        if death(2)
            && self.is(numeral.from - 1, &["of"])
            && (person || noun.is_some_and(|n| kind_of(n) == Some(Kind::Dead)))
        {
            return Kind::Dead;
        }
        let drawn = numeral.from.checked_sub(1).is_some_and(|i| {
            (self.is(i, &["drew", "drawing", "attracted", "attracting"]) && person)
                || (self.is(i, &["numbered", "numbering"]) && noun.is_none())
        });
        if drawn && numeral.value >= 20.0 {
            return Kind::Crowd;
        }
        // "killed 12", "17 colleagues died": what stands beside tells it of anything counted.
        let beside = numeral.from.checked_sub(1).filter(|&i| clause.contains(&i)).and_then(kind_of);
        let behind = noun.and_then(|n| (n + 1..(n + 4).min(window.end)).find_map(kind_of));
        // "killing three people and injuring 41"
        if let Some(kind) = beside
            && numeral
                .from
                .checked_sub(1)
                .is_some_and(|i| self.lower(i).ends_with("ing") || self.lower(i).ends_with("ed"))
        {
            return kind;
        }
        if !people {
            // "One page is missing"
            let lone = numeral.value == 1.0 && noun.is_some_and(|n| !is_plural(self.lower(n)));
            return beside.or(behind).filter(|&k| !(lone && k == Kind::Missing)).unwrap_or(Kind::Plain);
        }
        let start = noun.map_or(numeral.last, |n| n + 1);
        // "Twelve people inside the club |were killed": those were; but "all 72 on board were killed" are those on board.
        let whole = numeral.from.checked_sub(1).is_some_and(|i| self.is(i, &["all", "the"]));
        let among = |i: usize| {
            let parts = |k: &usize| !self.is(*k, &["when", "after", "as", "before", "while", "that", ",", ";"]);
            let mut behind = (i + 1..window.end.min(start + 12)).take_while(parts);
            let befell = || behind.find_map(|k| kind_of(k).filter(|&kind| kind != Kind::Aboard));
            (i == start && !whole).then(befell).flatten().unwrap_or(Kind::Aboard)
        };
        for i in start..window.end.min(start + 9) {
            if let Some(kind) = kind_of(i) {
                return if kind == Kind::Aboard { among(i) } else { kind };
            }
            if self.is(i, &["brought"]) && self.is(i + 1, &["ashore"]) {
                return Kind::Rescued;
            }
            if (self.is(i, &["on"]) && self.is(i + 1, &["board"]))
                || (self.is(i, &["inside"]) && !self.is(i + 1, &["and"]))
                || (self.is(i, &["in", "at"])
                    && self.is(i + 1, &["the"])
                    && (ROOMS.has(self.lower(i + 2)) || self.is_named(i + 2) && ROOMS.has(self.lower(i + 3)))
                    && !STAFFED.has(self.lower(i - 1)))
                || (self.is(i, &["on", "at"]) && self.is(i + 1, &["site", "shift", "work"]))
                || (self.is(i, &["on"]) && VESSELS.has(self.lower(i + 2)))
                || (self.is(i, &["in"]) && self.is(i + 1, &["the", "a"]) && CABINS.has(self.lower(i + 2)))
                || (self.is(i, &["crammed", "packed", "squeezed", "crowded"])
                    && self.is(i + 1, &["into", "aboard", "onto", "inside"]))
                || self.is(i, &["underground"])
            {
                return among(i);
            }
            let joined = self.is(i, &["join", "joined"])
                && (self.is(i + 1, &["it", "in"]) || (i + 2..i + 4).any(|k| MARCHES.has(self.lower(k))));
            if joined
                || (self.is(i, &["took", "taken", "take"]) && self.is(i + 1, &["part"]))
                || (self.is(i, &["turned"]) && self.is(i + 1, &["out"]) && !self.is(i + 2, &["to"]))
            {
                return Kind::Crowd;
            }
            if self.is(i, &["broke", "broken"]) && self.is(i + 1, &["out"]) {
                return Kind::Escaped;
            }
            // "are sleeping in schools", "were being moved by bus"
            let moved = self.is(i, &["moved", "housed", "taken"])
                && self.is(i.wrapping_sub(1), &["were", "was", "been", "being"]);
            if ((moved || self.is(i, &["sleeping", "slept"])) && (i + 2..i + 9).any(|k| HALLS.has(self.lower(k))))
                || (self.is(i, &["being"]) && self.is(i + 1, &["moved"]))
            {
                return Kind::Evacuated;
            }
            let unfound = |k: usize| i.checked_sub(k).is_some_and(|i| self.is(i, &["not", "never", "yet"]));
            if (self.is(i, &["be"]) && self.is(i + 1, &["found", "traced"]))
                || (self.is(i, &["found", "traced"]) && (1..4).any(unfound))
                || (self.is(i, &["at"]) && self.is(i + 1, &["large"]))
                || (self.is(i, &["on"]) && self.is(i + 1, &["the"]) && self.is(i + 2, &["run"]))
            {
                return Kind::Missing;
            }
            // "29 are trapped 640 metres down"
            if self.is(i, &["trapped"])
                && (i == start
                    || self.is(i.saturating_sub(1), &["are", "were", "is", "was", "still", "remain", "remained"]))
            {
                return Kind::Missing;
            }
            let denied = || (1..3).any(|k| self.is(i.saturating_sub(k), &["not", "never"]));
            if (self.is(i, &["survive"]) || (self.is(i, &["out"]) && self.is(i + 1, &["alive"]))) && denied() {
                return Kind::Dead;
            }
            if self.is(i, &["intensive"]) && self.is(i + 1, &["care"]) {
                return Kind::Injured;
            }
            // "three servicemen have fallen"; but "have fallen back", "fell into the river"
            let fell = self.is(i, &["fell", "fallen"])
                && (i + 1 >= window.end
                    || self.is(i + 1, &[".", ",", "in", "for", "since", "during", "on"])
                    || self.is(i + 1, &["at", "near", "defending"]));
            if fell && noun.is_some_and(|n| SOLDIERS.has(self.lower(n))) {
                return Kind::Dead;
            }
            // "73 people have received treatment"
            if self.is(i, &["received", "receiving", "needed", "required", "sought", "given"])
                && (self.is(i + 1, &["treatment"]) || self.is(i + 1, &["medical", "hospital"]))
            {
                return Kind::Injured;
            }
            let own = |k: usize| self.is(i + k, &["their", "his", "her"]);
            if self.is(i, &["lost", "gave", "given"]) && own(1) && self.is(i + 2, &["lives", "life"]) {
                return Kind::Dead;
            }
            if self.is(i, &["left", "leave", "lost"]) && own(1) && self.is(i + 2, &["homes", "houses", "villages"]) {
                return Kind::Evacuated;
            }
            if (self.is(i, &["picked"]) && self.is(i + 1, &["up"]))
                || (self.is(i, &["taken", "led", "dragged"]) && self.is(i + 1, &["away"]))
                || (self.is(i, &["behind"]) && self.is(i + 1, &["bars"]))
            {
                return Kind::Arrested;
            }
            if (self.is(i, &["from"]) && self.is(i + 2, &["homes", "houses"]))
                || (self.is(i, &["told", "ordered"])
                    && self.is(i + 1, &["to"])
                    && self.is(i + 2, &["leave", "evacuate"]))
            {
                return Kind::Evacuated;
            }
            if self.is(i, &["let", "go", "gone", "allowed"]) && (self.is(i + 1, &["home", "back"])) {
                return Kind::Returned;
            }
        }
        // "killing at least 31", "the death toll rose to 47", "claimed the lives of more than 130".
        // "the number of dead … has risen to 47"
        let reaches =
            numeral.from.checked_sub(1).is_some_and(|i| self.is(i, &["to", "at", "reached", "is", "was", "stands"]));
        let reach = if reaches && noun.is_none() { 12 } else { 6 };
        let from = window.start.max(numeral.from.saturating_sub(reach)).max(clause.start);
        // "Four were killed and 29 are waiting": another fate, whatever it is.
        let own = VERBS.contains(&self.lower(start))
            && numeral.from.checked_sub(1).is_some_and(|i| self.is(i, &["and", "but", "while"]));
        if own {
            return Kind::Plain;
        }
        // "with mangled bodies and sending hundreds of travellers away": what is done to them stands before them.
        let sent = numeral
            .from
            .checked_sub(1)
            .is_some_and(|i| self.lower(i).ends_with("ing") && kind_of(i).is_none() && !self.is(i, &TELLING));
        if sent {
            return Kind::Plain;
        }
        for i in (from..numeral.from).rev() {
            if let Some(kind) = kind_of(i) {
                return kind;
            }
            if self.is(i, &[";", ","]) {
                break;
            }
        }
        Kind::Plain
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::figures;
    use super::Kind;

    /// What befell those whom the first figure of a text counts.
    #[track_caller]
    fn check(text: &str, expected: Option<Kind>) {
        assert_eq!(figures(text).first().map(|q| q.kind), expected, "{text}");
    }

    #[test]
    fn what_befell_them() {
        check("Three servicemen have fallen in action.", Some(Kind::Dead));
        check("Five Norwegians and three Estonians are dead.", Some(Kind::Dead));
        check("Some 73 people have received treatment.", Some(Kind::Injured));
        check("Eight men escaped on Sunday.", Some(Kind::Escaped));
        check("Eight men broke out of the jail.", Some(Kind::Escaped));
        check("The 1,150 people were in the North Stand.", Some(Kind::Aboard));
    }

    #[test]
    fn near_misses() {
        check("Three servicemen have fallen back.", Some(Kind::Plain));
        check("Eight men escaped unhurt.", Some(Kind::Plain));
        check("Some 2,000 people work at the plant.", Some(Kind::Plain));
        check("Gates 1 and 2 were opened.", None);
        check("Carriages 4, 5 and 6 overturned.", None);
    }

    /// Every rule looks ahead, and any text may end where it looks.
    #[test]
    fn texts_that_break_off() {
        let text = "Some 12 people were in the North Stand, which is licensed for 9, and Gates 1 and 2 were under four metres of";
        let words: Vec<&str> = text.split(' ').collect();
        (1..=words.len()).for_each(|n| drop(figures(&words[..n].join(" "))));
    }
}
