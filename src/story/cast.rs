//! The same person, organisation or place across articles.
//!
//! ```text
//! a: Federal Water Board (FWB)   b: FWB   c: Diaz, Ana Diaz   d: Diaz
//! →  Federal Water Board = FWB;  Ana Diaz = Diaz
//! ```
//!
//! Two people of one surname with different first names are never united, and a name that
//! would fit two of the story is left alone.

use super::{Entity, Place};
use crate::entity::{Name, id as name_id, unite as unite_names};
use crate::facts::Facts;
use crate::order::Arrange;

/// The names of a story, and where each article's names went.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cast {
    /// United names, most mentioned first, then by kind and name.
    pub entities: Vec<Entity>,
    /// `index[article][cluster]` is the index into `entities` of that article's cluster.
    pub index: Vec<Vec<u32>>,
}

/// Unites the names of all articles.
#[must_use]
pub fn unite(articles: &[Facts]) -> Cast {
    let mut names = Vec::new();
    // Where the canonical name of each cluster stands among the names.
    let mut first_of: Vec<Vec<usize>> = Vec::with_capacity(articles.len());
    for facts in articles {
        let counts = count_texts(facts);
        let mut firsts = Vec::with_capacity(facts.entities.clusters.len());
        for (c, cluster) in facts.entities.clusters.iter().enumerate() {
            let first = names.len();
            firsts.push(first);
            let count = |text: &str| counts.get(&(c as u32, text)).copied().unwrap_or(0);
            names.push(Name { text: cluster.name.clone(), kind: cluster.kind, count: count(&cluster.name), of: None });
            for alias in &cluster.aliases {
                let of = Some((first, alias.reason.clone()));
                names.push(Name { text: alias.text.clone(), kind: cluster.kind, count: count(&alias.text), of });
            }
        }
        first_of.push(firsts);
    }
    let united = unite_names(&names);
    let mut entities: Vec<Entity> = united
        .groups
        .into_iter()
        .map(|g| Entity {
            id: name_id(g.kind, &g.name),
            name: g.name,
            kind: g.kind,
            aliases: g.aliases,
            mentions: Vec::new(),
        })
        .collect();
    let mut index: Vec<Vec<u32>> =
        first_of.iter().map(|firsts| firsts.iter().map(|&i| united.group[i]).collect()).collect();
    for (a, facts) in articles.iter().enumerate() {
        for mention in &facts.entities.mentions {
            if let Some(&e) = index[a].get(mention.cluster as usize) {
                entities[e as usize].mentions.push(Place { article: a as u32, span: mention.span });
            }
        }
    }
    sort(&mut entities, &mut index);
    Cast { entities, index }
}

/// How often each text of each cluster stands in an article.
fn count_texts(facts: &Facts) -> std::collections::HashMap<(u32, &str), u32> {
    let mut counts = std::collections::HashMap::new();
    for mention in &facts.entities.mentions {
        *counts.entry((mention.cluster, mention.span.of(&facts.article.text))).or_default() += 1;
    }
    counts
}

/// Most mentioned first; names of equal id keep ids of their own.
pub(super) fn sort(entities: &mut Vec<Entity>, index: &mut [Vec<u32>]) {
    let mut order: Vec<u32> = (0..entities.len() as u32).collect();
    let key = |i: u32| {
        let e = &entities[i as usize];
        (std::cmp::Reverse(e.mentions.len()), e.kind, &e.name, e.mentions.first())
    };
    order.arrange_by(|&a, &b| key(a).cmp(&key(b)));
    let mut place = vec![0u32; order.len()];
    for (to, &from) in order.iter().enumerate() {
        place[from as usize] = to as u32;
    }
    for row in index {
        for e in row {
            *e = place[*e as usize];
        }
    }
    let mut sorted: Vec<Entity> = order.iter().map(|&i| entities[i as usize].clone()).collect();
    let mut seen: std::collections::HashMap<String, u32> = std::collections::HashMap::new();
    for entity in &mut sorted {
        let times = seen.entry(entity.id.clone()).or_default();
        if *times > 0 {
            entity.id = format!("{}-{times}", entity.id);
        }
        *times += 1;
    }
    *entities = sorted;
}

#[cfg(test)]
mod tests {
    use super::unite;
    use crate::facts::{self, Facts, Reader};
    use crate::import::{Article, Record};

    fn read(texts: &[&str]) -> Vec<Facts> {
        let article = |(i, text): (usize, &&str)| {
            Article::new(Record { id: i.to_string(), text: (*text).to_owned(), ..Record::default() })
        };
        texts.iter().enumerate().map(|t| facts::read(article(t), &Reader::default())).collect()
    }

    /// The entities of some texts by rules, as `name = alias, alias`.
    #[track_caller]
    fn check(texts: &[&str], expected: &[&str]) {
        let cast = unite(&read(texts));
        let mut found: Vec<String> = cast
            .entities
            .iter()
            .map(|e| {
                let aliases: Vec<_> = e.aliases.iter().map(|a| a.text.as_str()).collect();
                format!("{} = {}", e.name, aliases.join(", "))
            })
            .collect();
        found.sort();
        assert_eq!(found, expected);
    }

    #[test]
    fn variants_across_articles() {
        check(
            &["The Federal Water Board (FWB) met.", "Later the FWB met in Lima."],
            &["Federal Water Board = FWB", "Lima = "],
        );
        check(
            &["It left the U.S. in May.", "It left the United States.", "It left the US."],
            &["United States = U.S., US"],
        );
        check(&["Mr. Ana Diaz came.", "Ms. Diaz came."], &["Ana Diaz = Diaz"]);
    }

    #[test]
    fn branches_stay_apart() {
        check(
            &[
                "It was ISIS, said the EU.",
                "It was ISIS-X again.",
                "It was ISIS Xanadu then.",
                "The Islamic State (IS) did it.",
            ],
            &["EU = ", "ISIS Xanadu = ISIS-X", "Islamic State = IS, ISIS"],
        );
    }

    #[test]
    fn people_of_one_surname_stay_apart() {
        check(
            &["Mr. Ana Diaz came.", "Mr. Luis Diaz came.", "Mr. Diaz came."],
            &["Ana Diaz = ", "Diaz = ", "Luis Diaz = "],
        );
        check(
            &["Mr. Ana Diaz came. Mr. Diaz left.", "Mr. Luis Diaz came. Mr. Diaz left."],
            &["Ana Diaz = Diaz", "Luis Diaz = Diaz"],
        );
    }

    #[test]
    fn order_of_articles_does_not_matter() {
        let (a, b) = ("Mr. Ana Diaz met the EU in Lima.", "Ms. Diaz met the European Union.");
        let names = |texts: &[&str]| {
            let mut all: Vec<_> = unite(&read(texts)).entities.into_iter().map(|e| (e.id, e.name, e.aliases)).collect();
            all.sort();
            all
        };
        assert_eq!(names(&[a, b]), names(&[b, a]));
    }
}
