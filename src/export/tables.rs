//! Events, claims and names as tables.

use super::csv::Csv;
use super::{Material, cite};
use crate::contract;
use crate::story::Thing;
use crate::time::Modifier;

/// A line an event.
pub(super) fn events(material: &Material) -> String {
    let mut csv = Csv::new(&[
        "id",
        "from",
        "to",
        "value",
        "modifier",
        "clock",
        "not_before",
        "not_after",
        "inferred",
        "certainty",
        "central",
        "label",
        "places",
        "actors",
        "sources",
        "mentions",
        "quote",
        "quote_source",
        "quote_url",
        "basis",
        "corrected",
        "note",
    ]);
    for (i, event) in (0u32..).zip(&material.story.events) {
        let when = &event.when;
        let day = |day: Option<jiff::civil::Date>| day.map(|d| d.to_string()).unwrap_or_default();
        let first = event.mentions.first();
        let article = first.and_then(|m| Some(&material.story.articles.get(m.place.article as usize)?.article));
        let (corrected, note) = material.hand(Thing::Event(i));
        csv.row(&[
            &event.id,
            &day(when.days.map(|d| d.from)),
            &day(when.days.map(|d| d.to)),
            when.value.as_deref().unwrap_or_default(),
            when.modifier.map_or("", Modifier::name),
            &when.clock.map(|(h, m)| format!("{h:02}:{m:02}")).unwrap_or_default(),
            &day(when.not_before),
            &day(when.not_after),
            &when.inferred.iter().map(|&i| i.name()).collect::<Vec<_>>().join("; "),
            event.certainty.name(),
            if event.central { "yes" } else { "no" },
            &event.label,
            &material.names(&event.places),
            &material.names(&event.actors),
            &material.sources(event).join("; "),
            &event.mentions.len().to_string(),
            &first.map(|m| cite::words(material, m.place.article, m.sentence)).unwrap_or_default(),
            article.map_or("", |a| a.label()),
            article.and_then(|a| a.url.as_deref()).unwrap_or_default(),
            &when.basis,
            &corrected,
            note,
        ]);
    }
    csv.finish()
}

/// A line a claim.
pub(super) fn claims(material: &Material) -> String {
    let mut csv = Csv::new(&[
        "row",
        "kind",
        "severity",
        "aspect",
        "summary",
        "article",
        "source",
        "published",
        "url",
        "speaker",
        "value",
        "quote",
        "start",
        "end",
        "why",
        "corrected",
        "verdict",
        "note",
    ]);
    let texts: Vec<_> = material.story.articles.iter().map(|f| crate::utf16::Utf16::new(&f.article.text)).collect();
    for (i, row) in (0u32..).zip(&material.story.rows) {
        let (kind, severity) = contract::row_kind(row.kind);
        let (corrected, note) = material.hand(Thing::Row(i));
        let settled = material.story.hand.on(Thing::Row(i)).find(|t| t.op == crate::correct::Op::Settle);
        for claim in &row.claims {
            let article = claim.place.article;
            let Some(facts) = material.story.articles.get(article as usize) else { continue };
            let range = texts[article as usize].range(claim.place.span);
            csv.row(&[
                &row.id,
                kind,
                severity.unwrap_or_default(),
                row.aspect.name(),
                &row.summary,
                &facts.article.id,
                facts.article.source.as_deref().unwrap_or_default(),
                &facts.article.published_date().map(|d| d.to_string()).unwrap_or_default(),
                facts.article.url.as_deref().unwrap_or_default(),
                claim.speaker.as_deref().unwrap_or_default(),
                &claim.value,
                &cite::words(material, article, claim.place.span),
                &range.start.to_string(),
                &range.end.to_string(),
                &row.why,
                &corrected,
                settled.map_or("", |t| &t.text),
                note,
            ]);
        }
    }
    csv.finish()
}

/// A line a name.
pub(super) fn names(material: &Material) -> String {
    let mut csv = Csv::new(&["id", "name", "type", "aliases", "mentions", "articles", "corrected", "note"]);
    for (i, entity) in (0u32..).zip(&material.story.entities) {
        let aliases: Vec<&str> = entity.aliases.iter().map(|a| a.text.as_str()).collect();
        let mut articles: Vec<&str> = Vec::new();
        for mention in &entity.mentions {
            let id = material.story.articles.get(mention.article as usize).map_or("", |f| f.article.id.as_str());
            if articles.last() != Some(&id) {
                articles.push(id);
            }
        }
        let (corrected, note) = material.hand(Thing::Name(i));
        csv.row(&[
            &entity.id,
            &entity.name,
            entity.kind.name(),
            &aliases.join("; "),
            &entity.mentions.len().to_string(),
            &articles.join("; "),
            &corrected,
            note,
        ]);
    }
    csv.finish()
}
