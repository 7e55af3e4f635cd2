//! A chronology in Markdown, every event with the numbers of the sentences that tell it.

use super::cite::Citations;
use super::escape::markdown;
use super::{Material, doubts, when};
use crate::correct::Op;
use crate::story::{RowKind, Thing};

/// The whole text.
pub(super) fn write(material: &Material) -> String {
    let mut out = String::new();
    let mut citations = Citations::default();
    let push = |out: &mut String, parts: &[&str]| parts.iter().for_each(|p| out.push_str(p));
    push(&mut out, &["# ", &markdown(material.title), "\n"]);
    let mut heading = "";
    for (i, event) in material.central() {
        let part = if event.when.days.is_some() { "\n## What happened when\n\n" } else { "\n## Without a date\n\n" };
        if part != heading {
            out.push_str(part);
            heading = part;
        }
        push(&mut out, &["- **", &when(event), "** — ", &markdown(&event.label)]);
        let doubts = doubts(material, i, event);
        if !doubts.is_empty() {
            push(&mut out, &[" (", &doubts, ")"]);
        }
        for number in citations.of_event(event) {
            push(&mut out, &["[^", &number.to_string(), "]"]);
        }
        out.push('\n');
        let note = material.hand(Thing::Event(i)).1;
        if !note.is_empty() {
            push(&mut out, &["  Note: ", &markdown(note), "\n"]);
        }
    }
    let mut heading = "\n## Where the sources differ\n\n";
    let differs = |k: RowKind| matches!(k, RowKind::HardConflict | RowKind::SoftConflict | RowKind::OpinionConflict);
    for (i, row) in (0u32..).zip(&material.story.rows).filter(|(_, r)| differs(r.kind)) {
        out.push_str(heading);
        heading = "";
        push(&mut out, &["- ", &markdown(&row.summary)]);
        for claim in &row.claims {
            push(&mut out, &["[^", &citations.number(claim.place.article, claim.place.span).to_string(), "]"]);
        }
        out.push('\n');
        for touched in material.story.hand.on(Thing::Row(i)) {
            let lead = if touched.op == Op::Settle { "  Settled by hand" } else { "  Note" };
            push(&mut out, &[lead, if touched.text.is_empty() { "" } else { ": " }, &markdown(&touched.text), "\n"]);
        }
    }
    out.push('\n');
    for (number, citation) in (1..).zip(citations.list(material)) {
        let number: usize = number;
        push(&mut out, &["[^", &number.to_string(), "]: “", &markdown(&citation.quote), "” — "]);
        push(&mut out, &[&markdown(&citation.source)]);
        if let Some(url) = &citation.url {
            push(&mut out, &[", <", url, ">"]);
        }
        out.push('\n');
    }
    out
}
