//! How a reading is printed under its text.

use dateline::facts::Facts;

pub fn times(facts: &Facts) -> Vec<String> {
    let text = &facts.article.text;
    let mut lines: Vec<String> = Vec::new();
    for time in &facts.times {
        let mut line = format!("{} → {} {}", time.span.of(text), upper(&time.kind), time.value);
        if let Some(modifier) = time.modifier {
            line.push_str(&format!(" {}", upper(&modifier)));
        }
        if let Some(days) = time.days.filter(|d| time.value != d.from.to_string()) {
            line.push_str(&format!(", {} to {}", days.from, days.to));
        }
        if !time.inferred.is_empty() {
            let parts: Vec<String> = time.inferred.iter().map(|i| format!("{i:?}").to_lowercase()).collect();
            line.push_str(&format!(", {} inferred", parts.join(" and ")));
        }
        if let Some(anchor) = time.anchor {
            line.push_str(&format!(", from {anchor}"));
        }
        line.push_str(&format!(", by {}", time.rule));
        lines.push(line);
    }
    lines.extend(facts.notices.iter().map(|n| format!("! {}", n.message)));
    lines
}

pub fn names(facts: &Facts) -> Vec<String> {
    let text = &facts.article.text;
    let line = |m: &dateline::entity::Mention| {
        let cluster = &facts.entities.clusters[m.cluster as usize];
        let written = m.span.of(text);
        let same = if cluster.name == written { String::new() } else { format!(" = {}", cluster.name) };
        format!("{written} → {}{same}", m.kind.name())
    };
    facts.entities.mentions.iter().map(line).collect()
}

pub fn events(facts: &Facts) -> Vec<String> {
    let text = &facts.article.text;
    let names = |clusters: &[u32]| -> Vec<&str> {
        clusters.iter().map(|&c| facts.entities.clusters[c as usize].name.as_str()).collect()
    };
    let line = |e: &dateline::event::Event| {
        let mut line = format!("{} → {}", e.trigger.of(text), format!("{:?}", e.certainty).to_lowercase());
        match &e.when.value {
            Some(value) => line.push_str(&format!(", {value}")),
            None => line.push_str(", no date"),
        }
        if let Some(day) = e.when.not_before {
            line.push_str(&format!(", not before {day}"));
        }
        if let Some(day) = e.when.not_after {
            line.push_str(&format!(", not after {day}"));
        }
        if !e.actors.is_empty() {
            line.push_str(&format!(", who: {}", names(&e.actors).join("; ")));
        }
        if !e.places.is_empty() {
            line.push_str(&format!(", where: {}", names(&e.places).join("; ")));
        }
        if let Some(speaker) = e.speaker {
            line.push_str(&format!(", says {}", speaker.of(text)));
        }
        line
    };
    facts.events.iter().map(line).collect()
}

/// The name of an enum's value as the contract spells it.
fn upper<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}
