//! The dated events as an iCalendar, RFC 5545. What has no date is no calendar entry.

use super::{Material, cite, doubts, when};
use crate::event::Certainty;
use jiff::civil::Date;

/// The whole calendar.
pub(super) fn write(material: &Material) -> String {
    let mut out = Calendar::default();
    out.line("BEGIN", "VCALENDAR");
    out.line("VERSION", "2.0");
    out.line("PRODID", "-//Dateline//Dateline//EN");
    out.line("CALSCALE", "GREGORIAN");
    out.text("X-WR-CALNAME", material.title);
    // The calendar is as old as its latest article: the same story gives the same bytes.
    let latest = material.story.articles.iter().filter_map(|f| f.article.published_date()).max();
    let stamp = [&basic(latest.unwrap_or(Date::constant(1970, 1, 1))), "T000000Z"].concat();
    for (i, event) in material.central() {
        let Some(days) = event.when.days.filter(|d| d.from.year() > 0) else { continue };
        out.line("BEGIN", "VEVENT");
        out.line("UID", &[&event.id, "@dateline.invalid"].concat());
        out.line("DTSTAMP", &stamp);
        match event.when.clock {
            Some((hour, minute)) if days.from == days.to => {
                out.line("DTSTART", &format!("{}T{hour:02}{minute:02}00", basic(days.from)));
            }
            _ => {
                out.line("DTSTART;VALUE=DATE", &basic(days.from));
                out.line("DTEND;VALUE=DATE", &basic(days.to.tomorrow().unwrap_or(days.to)));
            }
        }
        out.text("SUMMARY", &event.label);
        let mut about = when(event);
        let doubts = doubts(material, i, event);
        if !doubts.is_empty() {
            about.push_str(&[" (", &doubts, ")"].concat());
        }
        let mut last = None;
        for mention in event.mentions.iter().filter(|m| last.replace(m.place.article) != Some(m.place.article)) {
            let words = cite::words(material, mention.place.article, mention.sentence);
            about.push_str(&["\n“", &words, "” — ", material.label(mention.place.article)].concat());
        }
        out.text("DESCRIPTION", &about);
        let places = material.names(&event.places);
        if !places.is_empty() {
            out.text("LOCATION", &places);
        }
        let sure =
            matches!(event.certainty, Certainty::Reported | Certainty::Claimed) && event.when.inferred.is_empty();
        out.line("STATUS", if sure { "CONFIRMED" } else { "TENTATIVE" });
        out.line("TRANSP", "TRANSPARENT");
        out.line("END", "VEVENT");
    }
    out.line("END", "VCALENDAR");
    out.0
}

/// "20240322".
fn basic(day: Date) -> String {
    day.to_string().replace('-', "")
}

/// A calendar while it is written.
#[derive(Default)]
struct Calendar(String);

impl Calendar {
    /// A property whose value is a text.
    fn text(&mut self, name: &str, text: &str) {
        let mut value = String::with_capacity(text.len() + 8);
        for c in text.chars() {
            match c {
                '\\' | ';' | ',' => {
                    value.push('\\');
                    value.push(c);
                }
                '\n' => value.push_str("\\n"),
                c if c.is_control() => value.push(' '),
                c => value.push(c),
            }
        }
        self.line(name, &value);
    }

    /// A property, folded so that no line is longer than 75 bytes.
    fn line(&mut self, name: &str, value: &str) {
        let mut used = 0;
        for c in name.chars().chain([':']).chain(value.chars()) {
            if used + c.len_utf8() > 75 {
                self.0.push_str("\r\n ");
                used = 1;
            }
            self.0.push(c);
            used += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::Calendar;

    #[test]
    fn lines_are_folded_and_texts_escaped() {
        let mut calendar = Calendar::default();
        calendar.text("SUMMARY", &["a;b,c\\d\r\n", &"é🚢".repeat(40)].concat());
        assert!(calendar.0.starts_with("SUMMARY:a\\;b\\,c\\\\d \\né"));
        assert!(calendar.0.split("\r\n").all(|line| line.len() <= 75));
        assert!(calendar.0.split("\r\n").skip(1).all(|line| line.is_empty() || line.starts_with(' ')));
    }
}
