//! The dated events for TimelineJS: its JSON, and the columns of its spreadsheet.

use super::csv::Csv;
use super::escape::{json as string, markup};
use super::{Material, cite, doubts, when};
use crate::story::StoryEvent;
use jiff::civil::Date;

/// Year, month, day as far as the event states them: a month is no first of the month.
type Parts = [Option<i16>; 3];

/// Beginning and, where it is another, end.
fn dates(event: &StoryEvent) -> Option<(Parts, Option<Parts>)> {
    let days = event.when.days?;
    let parts = |day: Date, known: usize| {
        let all = [day.year(), i16::from(day.month()), i16::from(day.day())];
        [0, 1, 2].map(|i| (i < known).then_some(all[i]))
    };
    match event.when.value.as_deref().map_or(0, str::len) {
        4 => Some((parts(days.from, 1), None)),
        7 if days.from.year() == days.to.year() && days.from.month() == days.to.month() => {
            Some((parts(days.from, 2), None))
        }
        _ if days.from == days.to => Some((parts(days.from, 3), None)),
        _ => Some((parts(days.from, 3), Some(parts(days.to, 3)))),
    }
}

/// The text of a slide: quotations with their sources, as HTML.
fn text(material: &Material, index: u32, event: &StoryEvent) -> String {
    let mut out = String::new();
    let doubts = doubts(material, index, event);
    if !doubts.is_empty() {
        out.push_str(&["<p>(", &doubts, ")</p>"].concat());
    }
    let mut last = None;
    for mention in &event.mentions {
        let article = mention.place.article;
        if last == Some(article) {
            continue;
        }
        last = Some(article);
        let words = markup(&cite::words(material, article, mention.sentence));
        let label = markup(material.label(article));
        let url =
            material.story.articles.get(article as usize).and_then(|f| super::escape::link(f.article.url.as_deref()?));
        let source = match url {
            Some(url) => ["<a href=\"", &markup(&url), "\">", &label, "</a>"].concat(),
            None => label,
        };
        out.push_str(&["<p>“", &words, "” — ", &source, "</p>"].concat());
    }
    out
}

/// The JSON that TimelineJS loads.
pub(super) fn json(material: &Material) -> String {
    let mut out = String::from("{\"title\":{\"text\":{\"headline\":");
    string(&mut out, &markup(material.title));
    out.push_str("}},\"events\":[");
    let mut first = true;
    for (i, event) in material.central() {
        let Some((start, end)) = dates(event) else { continue };
        if !std::mem::take(&mut first) {
            out.push(',');
        }
        out.push_str("\n{\"unique_id\":");
        string(&mut out, &event.id);
        date(&mut out, "start_date", start, event.when.clock);
        if let Some(end) = end {
            date(&mut out, "end_date", end, None);
        }
        for (name, value) in [("display_date", markup(&when(event))), ("group", group(material, event))] {
            out.push_str(&[",\"", name, "\":"].concat());
            string(&mut out, &value);
        }
        out.push_str(",\"text\":{\"headline\":");
        string(&mut out, &markup(&event.label));
        out.push_str(",\"text\":");
        string(&mut out, &text(material, i, event));
        out.push_str("}}");
    }
    out.push_str("\n]}\n");
    out
}

/// An event of one source stands in that source's row.
fn group(material: &Material, event: &StoryEvent) -> String {
    match material.sources(event).as_slice() {
        [one] => markup(one),
        _ => "Several sources".to_owned(),
    }
}

fn date(out: &mut String, name: &str, parts: Parts, clock: Option<(u8, u8)>) {
    out.push_str(&[",\"", name, "\":{"].concat());
    let mut sign = "";
    let clock = clock.map(|(hour, minute)| [Some(i16::from(hour)), Some(i16::from(minute))]).unwrap_or_default();
    for (unit, value) in ["year", "month", "day", "hour", "minute"].iter().zip(parts.into_iter().chain(clock)) {
        if let Some(value) = value {
            out.push_str(&[sign, "\"", unit, "\":", &value.to_string()].concat());
            sign = ",";
        }
    }
    out.push('}');
}

/// The columns of the spreadsheet that TimelineJS reads.
pub(super) fn csv(material: &Material) -> String {
    let mut csv = Csv::new(&[
        "Year",
        "Month",
        "Day",
        "Time",
        "End Year",
        "End Month",
        "End Day",
        "End Time",
        "Display Date",
        "Headline",
        "Text",
        "Media",
        "Media Credit",
        "Media Caption",
        "Media Thumbnail",
        "Type",
        "Group",
        "Background",
        "Link",
    ]);
    csv.row(&["", "", "", "", "", "", "", "", "", &markup(material.title), "", "", "", "", "", "title", "", "", ""]);
    for (i, event) in material.central() {
        let Some((start, end)) = dates(event) else { continue };
        let number = |n: Option<i16>| n.map(|n| n.to_string()).unwrap_or_default();
        let [year, month, day] = start.map(number);
        let [end_year, end_month, end_day] = end.unwrap_or_default().map(number);
        let clock = event.when.clock.map(|(h, m)| format!("{h:02}:{m:02}")).unwrap_or_default();
        csv.row(&[
            &year,
            &month,
            &day,
            &clock,
            &end_year,
            &end_month,
            &end_day,
            "",
            &markup(&when(event)),
            &markup(&event.label),
            &text(material, i, event),
            "",
            "",
            "",
            "",
            "",
            &group(material, event),
            "",
            "",
        ]);
    }
    csv.finish()
}
