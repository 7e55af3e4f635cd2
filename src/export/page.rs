//! A chronology as one page of HTML, made to be printed: no script, nothing fetched.

use super::cite::Citations;
use super::escape::markup;
use super::{Material, doubts, when};
use crate::correct::Op;
use crate::story::{RowKind, Thing};

const HEAD: &str = "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
<meta name=\"viewport\" content=\"width=device-width\">\n<title>";

const STYLE: &str = "</title>\n<style>\n\
:root{color-scheme:light dark}\n\
body{font:1rem/1.5 Charter,Georgia,serif;max-width:44rem;margin:2rem auto;padding:0 1rem}\n\
h1{font-size:1.8rem;line-height:1.2}\n\
h2{font-size:1.2rem;border-top:1px solid;padding-top:.6rem;margin-top:2rem}\n\
ol.events,ul.rows{list-style:none;padding:0}\n\
.events>li{display:grid;grid-template-columns:11rem 1fr;gap:1rem;margin:.5rem 0;break-inside:avoid}\n\
.events time,.events .when{font-variant-numeric:tabular-nums;font-weight:600}\n\
.rows>li{margin:.5rem 0;break-inside:avoid}\n\
small,.sources{font-size:.85rem}\n\
sup a{text-decoration:none;padding:0 .1em}\n\
.sources li{margin:.3rem 0;overflow-wrap:anywhere}\n\
@media(max-width:36rem){.events>li{display:block}}\n\
@media print{body{margin:0;max-width:none;font-size:10.5pt}a{color:inherit}}\n\
</style>\n</head>\n<body>\n<main>\n<h1>";

/// The whole page.
pub(super) fn write(material: &Material) -> String {
    let mut out = String::from(HEAD);
    let title = markup(material.title);
    let mut citations = Citations::default();
    let push = |out: &mut String, parts: &[&str]| parts.iter().for_each(|p| out.push_str(p));
    push(&mut out, &[&title, STYLE, &title, "</h1>\n"]);
    let mut dated = None;
    for (i, event) in material.central() {
        let has_date = event.when.days.is_some();
        if dated != Some(has_date) {
            let end = if dated.is_some() { "</ol>\n" } else { "" };
            let head = if has_date { "What happened when" } else { "Without a date" };
            push(&mut out, &[end, "<h2>", head, "</h2>\n<ol class=\"events\">\n"]);
            dated = Some(has_date);
        }
        let words = markup(&when(event));
        match event.when.days {
            Some(days) if days.from == days.to => {
                push(&mut out, &["<li><time datetime=\"", &days.from.to_string(), "\">", &words, "</time><span>"]);
            }
            _ => push(&mut out, &["<li><span class=\"when\">", &words, "</span><span>"]),
        }
        out.push_str(&markup(&event.label));
        let doubts = doubts(material, i, event);
        if !doubts.is_empty() {
            push(&mut out, &[" <small>(", &doubts, ")</small>"]);
        }
        for number in citations.of_event(event) {
            reference(&mut out, number);
        }
        let note = material.hand(Thing::Event(i)).1;
        if !note.is_empty() {
            push(&mut out, &["<br><small>Note: ", &markup(note), "</small>"]);
        }
        out.push_str("</span></li>\n");
    }
    if dated.is_some() {
        out.push_str("</ol>\n");
    }
    let differs = |k: RowKind| matches!(k, RowKind::HardConflict | RowKind::SoftConflict | RowKind::OpinionConflict);
    let mut rows = (0u32..).zip(&material.story.rows).filter(|(_, r)| differs(r.kind)).peekable();
    if rows.peek().is_some() {
        out.push_str("<h2>Where the sources differ</h2>\n<ul class=\"rows\">\n");
        for (i, row) in rows {
            push(&mut out, &["<li>", &markup(&row.summary)]);
            for claim in &row.claims {
                reference(&mut out, citations.number(claim.place.article, claim.place.span));
            }
            for touched in material.story.hand.on(Thing::Row(i)) {
                let lead = if touched.op == Op::Settle { "<br><small>Settled by hand" } else { "<br><small>Note" };
                let colon = if touched.text.is_empty() { "" } else { ": " };
                push(&mut out, &[lead, colon, &markup(&touched.text), "</small>"]);
            }
            out.push_str("</li>\n");
        }
        out.push_str("</ul>\n");
    }
    out.push_str("<h2>Sources</h2>\n<ol class=\"sources\">\n");
    for (number, citation) in (1usize..).zip(citations.list(material)) {
        let (quote, source) = (markup(&citation.quote), markup(&citation.source));
        push(&mut out, &["<li id=\"s", &number.to_string(), "\">“", &quote, "” — ", &source]);
        if let Some(url) = citation.url.as_deref().map(markup) {
            push(&mut out, &[", <a href=\"", &url, "\">", &url, "</a>"]);
        }
        out.push_str("</li>\n");
    }
    out.push_str("</ol>\n</main>\n</body>\n</html>\n");
    out
}

fn reference(out: &mut String, number: usize) {
    let number = number.to_string();
    for part in ["<sup><a href=\"#s", &number, "\">", &number, "</a></sup>"] {
        out.push_str(part);
    }
}
