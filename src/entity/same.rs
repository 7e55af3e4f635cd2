//! Which names of one article are one: "Ms Diaz" is the Ana Diaz named earlier.

use super::unite::{Name, unite};
use super::{Entities, EntityKind, Found, Mention};
use crate::span::Span;
use crate::text::Document;
use std::collections::BTreeMap;

/// Unites the names found in a document.
pub(super) fn unite_found(document: &Document, found: &[Found]) -> Entities {
    let span = |f: &Found| {
        let (first, last) = (f.tokens.start, f.tokens.end.saturating_sub(1));
        match (document.tokens.get(first), document.tokens.get(last)) {
            (Some(a), Some(b)) => Span::new(a.start, b.end),
            _ => Span::new(0, 0),
        }
    };
    let mut names: Vec<Name> = Vec::new();
    let mut index: BTreeMap<(String, EntityKind, usize), usize> = BTreeMap::new();
    let meant = ambiguous_surnames(document, found);
    let mut name_of = Vec::with_capacity(found.len());
    for (i, f) in found.iter().enumerate() {
        let text = span(f).of(document.text).split_whitespace().collect::<Vec<_>>().join(" ");
        let fuller = meant.get(&i).and_then(|&j| name_of.get(j).copied());
        let slot = *index.entry((text.clone(), f.kind, fuller.map_or(0, |j: usize| j + 1))).or_insert_with(|| {
            let of = fuller.map(|j| (j, "surname of the person named before".to_owned()));
            names.push(Name { text, kind: f.kind, count: 0, of });
            names.len() - 1
        });
        names[slot].count += 1;
        name_of.push(slot);
    }
    brackets(document, found, &name_of, &mut names);
    let united = unite(&names);
    let mentions = found
        .iter()
        .zip(&name_of)
        .map(|(f, &name)| Mention { span: span(f), kind: f.kind, cluster: united.group[name] })
        .collect();
    Entities { mentions, clusters: united.groups }
}

/// "Federal Bank (FB)", "FB (Federal Bank)": the shorter is the longer.
fn brackets(document: &Document, found: &[Found], name_of: &[usize], names: &mut [Name]) {
    for (i, pair) in found.windows(2).enumerate() {
        let [a, b] = pair else { continue };
        let between = (a.tokens.end..b.tokens.start).map(|t| document.word(t)).collect::<Vec<_>>();
        let opens = matches!(between.as_slice(), ["("] | ["(", "the"] | ["(", "or"] | ["[", ..] | ["(", "“" | "\""]);
        let closes = matches!(document.word(b.tokens.end), ")" | "]" | "”" | "\"" | "," | ";");
        if !opens || between.len() > 2 || !closes {
            continue;
        }
        let (first, second) = (name_of[i], name_of[i + 1]);
        let related = |short: usize, long: usize| {
            let letters: Vec<char> = names[short].text.chars().filter(|c| c.is_alphanumeric()).collect();
            let opening = names[long].text.chars().next().is_some_and(|c| letters.first() == Some(&c));
            super::names::is_acronym(&names[short].text)
                && letters.len() < names[long].text.len()
                && (opening || letters.len() > 2)
        };
        let (short, long) = if related(second, first) {
            (second, first)
        } else if related(first, second) {
            (first, second)
        } else {
            continue;
        };
        // A party's letter or a town behind a person's name is no other name of the person.
        if short != long
            && names[short].of.is_none()
            && names[long].of.is_none()
            && names[long].kind != EntityKind::Person
            && names[short].kind != EntityKind::Place
        {
            names[short].kind = names[long].kind;
            names[short].of = Some((long, "acronym in brackets".to_owned()));
        }
    }
}

/// Where two people share a surname, a bare surname is the one named most by full name: the
/// brother of whom an article tells is named once or twice. Of equals it is the one named last
/// before it.
fn ambiguous_surnames(document: &Document, found: &[Found]) -> BTreeMap<usize, usize> {
    let person = |f: &&Found| f.kind == EntityKind::Person;
    // For each surname the given names it stands with, how often, and the last place of each.
    let mut bearers: BTreeMap<&str, Vec<(&str, u32)>> = BTreeMap::new();
    for f in found.iter().filter(person).filter(|f| f.tokens.len() > 1) {
        let list = bearers.entry(document.word(f.tokens.end - 1)).or_default();
        let given = document.word(f.tokens.start);
        match list.iter_mut().find(|(g, _)| *g == given) {
            Some((_, count)) => *count += 1,
            None => list.push((given, 1)),
        }
    }
    let mut last: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    let mut nearest: BTreeMap<&str, usize> = BTreeMap::new();
    let mut meant = BTreeMap::new();
    for (i, f) in found.iter().enumerate().filter(|(_, f)| f.kind == EntityKind::Person) {
        let surname = document.word(f.tokens.end - 1);
        let Some(list) = bearers.get(surname).filter(|b| b.len() > 1) else { continue };
        if f.tokens.len() > 1 {
            last.insert((surname, document.word(f.tokens.start)), i);
            nearest.insert(surname, i);
            continue;
        }
        let most = list.iter().map(|(_, n)| *n).max().unwrap_or(0);
        let mut main = list.iter().filter(|(_, n)| *n == most);
        let known = match (main.next(), main.next()) {
            (Some((given, _)), None) => last.get(&(surname, *given)),
            _ => None,
        };
        if let Some(&j) = known.or_else(|| nearest.get(surname)) {
            meant.insert(i, j);
        }
    }
    meant
}
