//! What makes two spellings one name: a key, and the shorter forms a name goes by.
//!
//! ```text
//! U.S. Congress, US congress  →  united states congress
//! Acme Inc.  →  acme inc, also found as "acme" (name without its ending)
//! ```

use super::EntityKind;
use super::aliases;
use super::words::{self, holds};
use crate::letter::small;

/// A name's key: lower case, plain letters, no punctuation, usual variants replaced.
#[must_use]
pub fn key(text: &str, kind: EntityKind) -> String {
    let plain = plain(text);
    match kind {
        EntityKind::Person => plain,
        EntityKind::Place => aliases::usual(without_region(&plain), kind),
        _ => aliases::usual(&plain, kind),
    }
}

/// "Tacna region" and "the Tacna area" are told of as Tacna; "Northern Region" has no other name.
fn without_region(plain: &str) -> &str {
    let Some((name, kind)) = plain.rsplit_once(' ') else { return plain };
    let region = matches!(kind, "area" | "governorate" | "oblast" | "prefecture" | "province" | "region");
    let bare = ["north", "south", "east", "west", "central", "upper", "lower", "bay", "capital"];
    if region && !bare.iter().any(|b| name.starts_with(b)) { name } else { plain }
}

/// Lower case, accents off, hyphens as spaces, full stops and apostrophes gone, no article.
#[must_use]
pub fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '.' | '\'' | '’' | '‘' | '"' | '“' | '”' => {}
            '&' => out.push_str(" and "),
            c if c.is_alphanumeric() => out.push(fold(small(c))),
            _ => out.push(' '),
        }
    }
    let mut words: Vec<&str> = out.split_whitespace().collect();
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    // "U. S." is written apart now and then.
    if words.len() > 1 && words.iter().all(|w| w.len() == 1) { words.concat() } else { words.join(" ") }
}

/// A Latin letter without its accent.
fn fold(c: char) -> char {
    const FROM: &str = "àáâãäåāăąçćĉċčďđèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľŀłñńņňòóôõöøōŏőŕŗřśŝşšșţťŧțùúûüũūŭůűųŵýÿŷźżž";
    const TO: &[u8] = b"aaaaaaaaacccccddeeeeeeeeegggghhiiiiiiiiijklllllnnnnooooooooorrrssssstttt\
        uuuuuuuuuuwyyyzzz";
    if c.is_ascii() {
        return c;
    }
    FROM.chars().position(|f| f == c).and_then(|i| TO.get(i)).map_or(c, |&b| b as char)
}

/// Why a name's end stands for all of it.
pub const LAST_PART: &str = "the last part of the full name";

/// Shorter names that a fuller one goes by, as keys, each with the reason to join.
#[must_use]
pub fn short_forms(key: &str, kind: EntityKind) -> Vec<(String, &'static str)> {
    let words: Vec<&str> = key.split(' ').collect();
    let count = words.len();
    let mut forms = Vec::new();
    if count < 2 {
        return forms;
    }
    let (first, last) = (words[0], words[count - 1]);
    if kind == EntityKind::Person {
        let generation = matches!(last, "jr" | "sr" | "ii" | "iii" | "iv" | "i") && count > 2;
        let family = if generation { words[count - 2] } else { last };
        forms.push((family.to_owned(), "surname of the full name"));
        // "van Rossum", "bin Salman", "al Assad".
        let particle = words.iter().skip(1).position(|w| holds(words::PARTICLES, w)).map(|i| i + 1);
        if let Some(i) = particle {
            forms.push((words[i..].join(" "), "surname of the full name"));
        }
        if count > 2 {
            forms.push((format!("{first} {family}"), "the full name without its middle"));
            forms.push((words[..count - 1].join(" "), "the first part of the full name"));
            if particle.is_none() {
                forms.push((words[1..].join(" "), "the end of the full name"));
            }
        }
        // A ruler, self-made or not, goes by surname and number.
        forms.extend(["i", "ii", "iii"].map(|n| (format!("{family} {n}"), "the name with a number")));
        if first.len() > 1 {
            let initial: String = first.chars().take(1).collect();
            forms.push((format!("{initial} {family}"), "initial and surname"));
        }
        if count == 2 {
            forms.push((format!("{last} {first}"), "the name in the other order"));
        }
        forms.push((first.to_owned(), "given name of the full name"));
        return forms;
    }
    let initials: String = words
        .iter()
        .filter(|w| !matches!(**w, "of" | "the" | "and" | "for" | "in" | "on" | "de"))
        .filter_map(|w| w.chars().next())
        .collect();
    if initials.chars().count() > 1 {
        forms.push((initials, "acronym of the name"));
    }
    let all: String = words.iter().filter_map(|w| w.chars().next()).collect();
    forms.push((all, "acronym of the name"));
    match kind {
        EntityKind::Organization => {
            if holds(words::COMPANY_ENDINGS, last) {
                forms.push((words[..count - 1].join(" "), "company name without its ending"));
            } else if count == 2 && holds(words::ORGANISATIONS, last) {
                forms.push((first.to_owned(), "short for the full name"));
            }
            if holds(words::ORGANISATIONS, last) {
                forms.push((last.to_owned(), "head of the full name"));
            }
            if let Some(of) = words.iter().position(|w| *w == "of" || *w == "for")
                && of > 0
            {
                forms.push((words[..of].join(" "), "head of the full name"));
                // "University of Lima": Lima, where that is read as an organisation, too.
                forms.push((words[of + 1..].join(" "), LAST_PART));
            }
            let country = aliases::country_words(&words);
            let head = count == country + 1 && holds(words::ORGANISATIONS, last);
            if country > 0 && (count > country + 1 || head) {
                forms.push((words[country..].join(" "), "the name without its country"));
            }
            // "Lima Red Foxes" are the Red Foxes; the Bank of Peru is not short for another bank of it.
            let whole = words.iter().rposition(|w| matches!(*w, "of" | "for" | "in" | "and")).map_or(1, |i| i + 2);
            forms.extend((whole..count).map(|i| (words[i..].join(" "), LAST_PART)));
            if first == "islamic" && words[1] == "state" && count > 2 {
                let initial: String = words[2].chars().take(1).collect();
                forms.push((format!("islamic state {initial}"), "branch by its initial"));
                if matches!(last, "province") {
                    forms.push((words[..count - 1].join(" "), "branch without \"Province\""));
                }
            }
        }
        EntityKind::Place | EntityKind::Facility => {
            let before = words[..count - 1].join(" ");
            // The Chatham Islands are the Chathams.
            if matches!(last, "islands" | "mountains") {
                forms.push((format!("{before}s"), "short for the full name"));
            }
            if holds(words::PLACE_KINDS, last) {
                forms.push((before, "place without its kind"));
            }
        }
        EntityKind::Event | EntityKind::Other => {
            forms.push((last.to_owned(), "short for the full name"));
        }
        EntityKind::Person | EntityKind::Norp => {}
    }
    forms
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys() {
        for (text, kind, expected) in [
            ("U.S. Congress", EntityKind::Organization, "united states congress"),
            ("the US", EntityKind::Place, "united states"),
            ("U. S.", EntityKind::Place, "united states"),
            ("São Paulo", EntityKind::Place, "sao paulo"),
            ("the Lima region", EntityKind::Place, "lima"),
            ("Lima region", EntityKind::Facility, "lima region"),
            ("Northern Region", EntityKind::Place, "northern region"),
            ("American Embassy", EntityKind::Organization, "united states embassy"),
            ("Peruvian Army", EntityKind::Organization, "peru army"),
            ("Peruvian", EntityKind::Norp, "peruvian"),
            ("Peruvians", EntityKind::Norp, "peruvian"),
            ("Jean-Marie O'Neil", EntityKind::Person, "jean marie oneil"),
            ("IS-X", EntityKind::Organization, "islamic state x"),
            ("Erdoğan", EntityKind::Person, "erdogan"),
            ("Ž", EntityKind::Person, "z"),
        ] {
            assert_eq!(key(text, kind), expected, "{text}");
        }
    }

    #[test]
    fn forms() {
        let has = |text: &str, kind, form: &str| short_forms(&key(text, kind), kind).iter().any(|(f, _)| f == form);
        assert!(has("Ana Diaz", EntityKind::Person, "diaz"));
        assert!(has("Omar bin Said", EntityKind::Person, "bin said"));
        assert!(has("World Food Programme", EntityKind::Organization, "wfp"));
        assert!(has("Acme Inc.", EntityKind::Organization, "acme"));
        assert!(has("Gray Islands", EntityKind::Place, "grays"));
        assert!(has("Sato Naoko", EntityKind::Person, "naoko sato"));
        assert!(has("Lima Red Foxes", EntityKind::Organization, "red foxes"));
        assert!(has("U.S. Senate", EntityKind::Organization, "senate"));
        assert!(!has("Royal Bank of Peru", EntityKind::Organization, "bank of peru"));
        assert!(!has("Lima Accord", EntityKind::Place, "lima"));
    }
}
