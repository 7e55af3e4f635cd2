//! [`Address`]: all that a reader chose, as the short text behind `#` in the address bar.
//!
//! `#1&view=comparison&q=embassy&source=!3fa2c1&days=2024-03-01..2024-03-31`. The number is the
//! version. Parts that are not understood are kept and passed over, so an address made by a
//! newer page still opens as far as it goes.

use super::{Mode, Query, facets};
use crate::time::Days;

/// The version written at the head.
const VERSION: &str = "1";

/// All that an address holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Address {
    /// What is asked.
    pub query: Query,
    /// Which view is open.
    pub view: View,
    /// What is under attention: a letter for its kind and a short hash of its id; may be empty.
    pub focus: String,
    /// Other parts by their names, in order.
    pub more: Vec<(String, String)>,
}

/// A view of the story.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum View {
    /// When it happened.
    #[default]
    Timeline,
    /// Where the sources agree and differ.
    Comparison,
    /// Who reports what.
    Coverage,
    /// The articles.
    Reader,
}

impl View {
    /// All views, in the order of the page.
    pub const ALL: [Self; 4] = [Self::Timeline, Self::Comparison, Self::Coverage, Self::Reader];

    /// Its name in the address and in the table of strings.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Timeline => "timeline",
            Self::Comparison => "comparison",
            Self::Coverage => "coverage",
            Self::Reader => "articles",
        }
    }
}

impl Address {
    /// As text, `#` included; empty where nothing is chosen.
    #[must_use]
    pub fn write(&self) -> String {
        let mut out = String::new();
        let mut part = |name: &str, value: &str| {
            if !value.is_empty() {
                out.push('&');
                escape(name, &mut out);
                out.push('=');
                escape(value, &mut out);
            }
        };
        if self.view != View::default() {
            part("view", self.view.key());
        }
        part("q", self.query.words.trim());
        for clause in &self.query.clauses {
            let Some(facet) = facets::FACETS.get(clause.facet) else { continue };
            let mark = match clause.mode {
                Mode::Any => "",
                Mode::All => "*",
                Mode::Not => "!",
            };
            part(facet.key, &[mark, &clause.values.join(".")].concat());
        }
        if let Some(days) = self.query.days {
            part("days", &format!("{}..{}", days.from, days.to));
        }
        if let Some(day) = self.query.as_of {
            part("asof", &day.to_string());
        }
        part("on", &self.focus);
        for (name, value) in &self.more {
            part(name, value);
        }
        if out.is_empty() { out } else { ["#", VERSION, &out].concat() }
    }

    /// From the text behind the `#`, or with it. Never fails: what is not understood is not chosen.
    #[must_use]
    pub fn read(text: &str) -> Self {
        let mut address = Self::default();
        let text = text.strip_prefix('#').unwrap_or(text);
        for part in text.split('&') {
            let Some((name, value)) = part.split_once('=') else { continue };
            let (name, value) = (unescape(name), unescape(value));
            match name.as_str() {
                "view" => address.view = View::ALL.into_iter().find(|v| v.key() == value).unwrap_or_default(),
                "q" => value.trim().clone_into(&mut address.query.words),
                "days" => address.query.days = days(&value),
                "asof" => address.query.as_of = crate::day::parse(&value),
                "on" => address.focus = value,
                _ => match facets::find(&name) {
                    Some(facet) => {
                        let (mode, values) = match value.as_bytes().first() {
                            Some(b'*') => (Mode::All, &value[1..]),
                            Some(b'!') => (Mode::Not, &value[1..]),
                            _ => (Mode::Any, value.as_str()),
                        };
                        let values = values.split('.').filter(|v| !v.is_empty()).map(str::to_owned).collect();
                        address.query.set(facet, mode, values);
                    }
                    None => address.set(&name, &value),
                },
            }
        }
        address
    }

    /// A part by its name; empty where there is none.
    #[must_use]
    pub fn get(&self, name: &str) -> &str {
        self.more.iter().find(|part| part.0 == name).map_or("", |part| &part.1)
    }

    /// Sets a part by its name; an empty value takes it away.
    pub fn set(&mut self, name: &str, value: &str) {
        self.more.retain(|part| part.0 != name);
        if !value.is_empty() && !name.is_empty() {
            let at = self.more.partition_point(|part| part.0.as_str() < name);
            self.more.insert(at, (name.to_owned(), value.to_owned()));
        }
    }
}

fn days(text: &str) -> Option<Days> {
    let (from, to) = text.split_once("..")?;
    let (from, to) = (crate::day::parse(from)?, crate::day::parse(to)?);
    (from <= to).then_some(Days { from, to })
}

/// Letters, digits and what an address shows as it is; all else as `%` and two digits a byte.
fn escape(text: &str, out: &mut String) {
    const DIGITS: &[u8; 16] = b"0123456789ABCDEF";
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~!*:,".contains(&byte) {
            out.push(char::from(byte));
        } else if byte == b' ' {
            out.push('+');
        } else {
            out.push('%');
            out.push(char::from(DIGITS[usize::from(byte >> 4)]));
            out.push(char::from(DIGITS[usize::from(byte & 15)]));
        }
    }
}

fn unescape(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let code = (byte == b'%').then(|| text.get(at + 1..at + 3)).flatten();
        match code.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(decoded) => {
                out.push(decoded);
                at += 3;
            }
            None => {
                out.push(if byte == b'+' { b' ' } else { byte });
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{Address, View};
    use crate::query::{Mode, Query};
    use crate::time::Days;
    use jiff::civil::date;

    #[test]
    fn nothing_chosen_is_no_address() {
        assert_eq!(Address::default().write(), "");
        assert_eq!(Address::read(""), Address::default());
    }

    #[test]
    fn a_whole_choice() {
        let mut query = Query { words: "naïve + 50%".into(), ..Query::default() };
        query.set(0, Mode::Not, vec!["b".into(), "a".into()]);
        query.set(2, Mode::All, vec!["c".into()]);
        query.days = Some(Days { from: date(2024, 3, 1), to: date(2024, 3, 31) });
        query.as_of = Some(date(2024, 3, 8));
        let mut address = Address { query, view: View::Coverage, focus: "e12ab".into(), more: Vec::new() };
        address.set("zoom", "a&b=c");
        let text = "#1&view=coverage&q=na%C3%AFve+%2B+50%25&source=!a.b&person=*c&days=2024-03-01..2024-03-31\
            &asof=2024-03-08&on=e12ab&zoom=a%26b%3Dc";
        assert_eq!(address.write(), text);
        assert_eq!(Address::read(text), address);
        assert_eq!(address.get("zoom"), "a&b=c");
    }

    #[test]
    fn odd_addresses_open_as_far_as_they_go() {
        let read = |text: &str| Address::read(text).write();
        assert_eq!(read("#7&q=war&new=x&view=moon"), "#1&q=war&new=x");
        assert_eq!(read("#1&days=2024-03-31..2024-03-01&asof=soon&source=&person=!..&=&x&%=%zz"), "#1&%25=%25zz");
        assert_eq!(read("#1&q=%F0%9F%92&q=a"), "#1&q=a");
        assert_eq!(read("q=%E2%82%AC"), "#1&q=%E2%82%AC");
    }

    /// Whatever is written is read back the same: a cheap generator stands in for a reader.
    #[test]
    fn round_trip() {
        let mut state = 7u64;
        let mut next = |bound: u64| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (state >> 33) % bound
        };
        let letters: Vec<char> = "ab&=#%+. é…🚢\u{0}\n!*\"".chars().collect();
        for _ in 0..2000 {
            let mut text = |length: u64| (0..next(length)).map(|_| letters[next(16) as usize]).collect::<String>();
            let words = text(9).trim().to_owned();
            let (name, value, focus) = (format!("z{}", text(5)), text(9), text(7));
            let mut address = Address { query: Query { words, ..Query::default() }, focus, ..Address::default() };
            for _ in 0..next(4) {
                address.query.toggle(next(9) as usize, &format!("{:x}", next(99)));
                address.query.set_mode(next(9) as usize, Mode::ALL[next(3) as usize]);
            }
            address.view = View::ALL[next(4) as usize];
            address.set(&name, &value);
            assert_eq!(Address::read(&address.write()), address);
        }
    }
}
