//! Prints every stage of a reading for a person: sentences, tokens, times, names, events.

use crate::facts::Facts;
use crate::text::Document;
use std::fmt::Write;

/// Every stage of the reading of one article, as text.
#[must_use]
pub fn explain(facts: &Facts) -> String {
    let mut out = String::new();
    write(&mut out, facts).ok(); // Writing to a String cannot fail.
    out
}

fn write(out: &mut String, facts: &Facts) -> std::fmt::Result {
    let article = &facts.article;
    let text = article.text.as_str();
    let document = Document::new(article);
    match article.published {
        Some(p) => writeln!(out, "published  {} ({:?})", p.date, p.from)?,
        None => writeln!(out, "published  unknown: nothing relative is resolved to a day")?,
    }
    for noise in &article.noise {
        writeln!(out, "noise      {:?} {:?}", noise.kind, noise.span.of(text))?;
    }
    for sentence in &document.sentences {
        let words: Vec<&str> = sentence.token_range().map(|i| document.word(i)).collect();
        writeln!(out, "sentence   {}", words.join("|"))?;
    }
    for time in &facts.times {
        writeln!(out, "time       {:?} {:?} {}", time.span.of(text), time.kind, time.value)?;
        if let Some(days) = time.days {
            writeln!(out, "           days {} to {}", days.from, days.to)?;
        }
        if let Some(modifier) = time.modifier {
            writeln!(out, "           modifier {modifier:?}")?;
        }
        writeln!(out, "           {}", crate::time::reason(time, time.span.of(text), article.published_date()))?;
        writeln!(out, "           rule {}", time.rule)?;
        for name in time.refiner_names() {
            writeln!(out, "           refined by {name}")?;
        }
        if !time.inferred.is_empty() {
            writeln!(out, "           inferred {:?}", time.inferred)?;
        }
        if let Some(anchor) = time.anchor {
            writeln!(out, "           counted from {anchor}")?;
        }
    }
    for mention in &facts.entities.mentions {
        let name = facts.entities.clusters.get(mention.cluster as usize).map_or("", |c| &c.name);
        writeln!(out, "name       {:?} {} → {name}", mention.span.of(text), mention.kind.name())?;
    }
    for event in &facts.events {
        writeln!(out, "event      {:?} {:?} {}", event.trigger.of(text), event.certainty, event.label)?;
        writeln!(out, "           {} {}", event.when.value.as_deref().unwrap_or("no date"), event.when.basis)?;
    }
    for statement in &facts.claims.statements {
        let not = if statement.negated { "not: " } else { "" };
        writeln!(out, "statement  {not}{}", statement.span.of(text))?;
    }
    for q in &facts.claims.quantities {
        writeln!(out, "figure     {:?} {:?} {:?} {:?} {}", q.span.of(text), q.unit, q.kind, q.bound, q.value)?;
    }
    for notice in &facts.notices {
        writeln!(out, "notice     {}", notice.message)?;
    }
    Ok(())
}
