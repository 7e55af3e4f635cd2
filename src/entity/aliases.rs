//! Usual names of the same country or world organisation, from general knowledge.

use super::EntityKind;
use super::countries;

/// Names of one thing, as plain keys; the first stands for all.
const SAME: &[&[&str]] = &[
    &["united states", "us", "usa", "united states of america", "america"],
    &["united kingdom", "uk", "britain", "great britain"],
    &["united arab emirates", "uae", "emirates"],
    &["russia", "russian federation"],
    &["china", "peoples republic of china", "prc"],
    &["north korea", "dprk", "democratic peoples republic of korea"],
    &["south korea", "republic of korea"],
    &["iran", "islamic republic of iran"],
    &["congo", "dr congo", "drc", "democratic republic of congo", "democratic republic of the congo"],
    &["ivory coast", "cote divoire"],
    &["myanmar", "burma"],
    &["turkey", "turkiye"],
    &["czech republic", "czechia"],
    &["european union", "eu"],
    &["united nations", "un"],
    &["nato", "north atlantic treaty organization", "north atlantic treaty organisation"],
    &[
        "islamic state",
        "is",
        "isis",
        "isil",
        "daesh",
        "islamic state of iraq and syria",
        "islamic state of iraq and the levant",
    ],
    &["al qaeda", "al qaida", "alqaeda", "al qaeda network"],
    &["world health organization", "who", "world health organisation"],
    &["international monetary fund", "imf"],
    &["international criminal court", "icc"],
    &["international committee of the red cross", "icrc"],
    &["african union", "au"],
    &["federal bureau of investigation", "fbi"],
    &["central intelligence agency", "cia"],
    &["new york", "new york city", "nyc"],
    &["washington dc", "washington d c"],
    &["los angeles", "la"],
    &["associated press", "ap"],
    &["bbc", "british broadcasting corporation"],
];

/// The usual key of a plain key: a variant in front replaced, an adjective by its country.
pub(super) fn usual(plain: &str, kind: EntityKind) -> String {
    if kind == EntityKind::Norp {
        let single = plain.strip_suffix('s').filter(|s| countries::is_demonym(s));
        return single.unwrap_or(plain).to_owned();
    }
    let organisation = kind == EntityKind::Organization;
    for end in ends(plain).rev() {
        let (head, tail) = plain.split_at(end);
        let group = SAME.iter().find(|g| g.contains(&head));
        // A variant may open an organisation's name ("US Army"); elsewhere it must be all of it.
        if let Some(group) = group
            && (tail.is_empty() || organisation)
        {
            return format!("{}{tail}", group[0]);
        }
    }
    if organisation && let Some((head, tail)) = plain.split_once(' ') {
        match head {
            "american" => return format!("united states {tail}"),
            "british" => return format!("united kingdom {tail}"),
            _ => {}
        }
        if let Some(country) = countries::of_demonym(head) {
            return format!("{country} {tail}");
        }
    }
    plain.to_owned()
}

/// How many words at the head of a usual key name a country.
pub(super) fn country_words(words: &[&str]) -> usize {
    match words {
        ["united", "states" | "kingdom", ..] => 2,
        [first, ..] if countries::is_country(first) => 1,
        _ => 0,
    }
}

/// Where words end in a key.
fn ends(key: &str) -> impl DoubleEndedIterator<Item = usize> + '_ {
    key.match_indices(' ').map(|(at, _)| at).chain([key.len()]).collect::<Vec<_>>().into_iter()
}
