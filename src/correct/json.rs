//! The log as JSON, in the words of the W3C Web Annotation model; the field for what is done and
//! the rest of the shape are our own.
//!
//! ```json
//! {"version":1,"type":"dateline-corrections","done":1,"log":[
//!   {"op":"rename","subject":"name","value":"Ana Diaz","target":[
//!     {"source":"a","selector":[
//!       {"type":"TextQuoteSelector","exact":"Diaz","prefix":"Ms ","suffix":" said"},
//!       {"type":"TextPositionSelector","start":3,"end":7}]}]}]}
//! ```

use super::{Anchor, Correction, Log, Op, Scope, Subject, Target};
use crate::error::Error;
use serde::{Deserialize, Serialize};

/// What the shape calls itself.
pub const TYPE: &str = "dateline-corrections";

/// A log as it is written.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Written {
    version: u32,
    #[serde(rename = "type")]
    kind: String,
    done: u32,
    log: Vec<Entry>,
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Entry {
    op: String,
    subject: String,
    target: Vec<Resource>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    with: Option<Resource>,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    scope: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    aspect: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    value: String,
}

#[derive(Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Resource {
    source: String,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    selector: Vec<Selector>,
}

/// Either selector; the fields of the other are missing.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Selector {
    #[serde(rename = "type")]
    kind: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    exact: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    prefix: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    suffix: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    start: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    end: Option<u32>,
}

/// The log in the shape that is written.
#[must_use]
pub fn shape(log: &Log) -> Written {
    let entry = |c: &Correction| Entry {
        op: c.op.word().to_owned(),
        subject: c.target.subject.word().to_owned(),
        target: c.target.anchors.iter().map(resource).collect(),
        with: c.with.as_ref().map(resource),
        scope: if c.scope == Scope::All { String::new() } else { c.scope.word().to_owned() },
        aspect: c.target.aspect.clone(),
        value: c.value.clone(),
    };
    let log_entries = log.entries().iter().map(entry).collect();
    Written { version: 1, kind: TYPE.to_owned(), done: log.done() as u32, log: log_entries }
}

/// The log as JSON.
#[must_use]
pub fn write(log: &Log) -> String {
    // Strings and numbers in memory always write.
    serde_json::to_string(&shape(log)).unwrap_or_default()
}

/// Reads a log. An entry that says what no program of today understands is kept out and named.
///
/// # Errors
/// When the text is no log at all, or one of a later version.
pub fn read(text: &str) -> Result<(Log, Vec<Error>), Error> {
    let written = serde_json::from_str(text)
        .map_err(|error| Error::new(format!("Corrections as JSON with \"log\" were expected, but {error}.")))?;
    unshape(written)
}

/// The log of a shape that was read.
///
/// # Errors
/// When the shape calls itself something else or is of a later version.
pub fn unshape(written: Written) -> Result<(Log, Vec<Error>), Error> {
    if written.kind != TYPE || written.version != 1 {
        let found = format!("{} of version {}", written.kind, written.version);
        return Err(Error::new(format!("{TYPE} of version 1 was expected, but this is {found}.")));
    }
    let (mut entries, mut errors) = (Vec::new(), Vec::new());
    let mut done = written.done as usize;
    for (number, entry) in written.log.into_iter().enumerate() {
        let words = (Op::read(&entry.op), Subject::read(&entry.subject), read_scope(&entry.scope));
        let (Some(op), Some(subject), Some(scope)) = words else {
            done -= usize::from(number < written.done as usize);
            let what = format!("{} {} {}", entry.op, entry.subject, entry.scope);
            errors.push(Error::new(format!("Correction {}: “{}” is not known.", number + 1, what.trim())));
            continue;
        };
        let target = Target { subject, anchors: entry.target.into_iter().map(anchor).collect(), aspect: entry.aspect };
        entries.push(Correction { op, target, with: entry.with.map(anchor), scope, value: entry.value });
    }
    Ok((Log::new(entries, done), errors))
}

fn read_scope(word: &str) -> Option<Scope> {
    if word.is_empty() { Some(Scope::All) } else { Scope::read(word) }
}

fn resource(anchor: &Anchor) -> Resource {
    let selector = if anchor.exact.is_empty() {
        Vec::new()
    } else {
        let some = |text: &str| Some(text.to_owned());
        vec![
            Selector {
                kind: "TextQuoteSelector".to_owned(),
                exact: some(&anchor.exact),
                prefix: some(&anchor.prefix),
                suffix: some(&anchor.suffix),
                ..Selector::default()
            },
            Selector {
                kind: "TextPositionSelector".to_owned(),
                start: Some(anchor.start),
                end: Some(anchor.end),
                ..Selector::default()
            },
        ]
    };
    Resource { source: anchor.source.clone(), selector }
}

fn anchor(resource: Resource) -> Anchor {
    let mut anchor = Anchor { source: resource.source, ..Anchor::default() };
    for selector in resource.selector {
        if let Some(exact) = selector.exact {
            anchor.exact = exact;
            anchor.prefix = selector.prefix.unwrap_or_default();
            anchor.suffix = selector.suffix.unwrap_or_default();
        }
        if let (Some(start), Some(end)) = (selector.start, selector.end) {
            (anchor.start, anchor.end) = (start, end);
        }
    }
    anchor
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    #[test]
    fn written_and_read_again() {
        let text = "“Ms Diaz” — 🚢 — left on Friday.";
        let at = |words: &str| {
            let from = text.find(words).unwrap() as u32;
            Anchor::new("a", text, Span::new(from, from + words.len() as u32))
        };
        let mut log = Log::default();
        log.push(Correction::new(Op::Rename, Subject::Name, at("Diaz"), "Ana \"Diaz\""));
        log.push(Correction { with: Some(at("Friday")), scope: Scope::One, ..log.entries()[0].clone() });
        log.push(Correction::new(Op::Note, Subject::Article, Anchor::article("a"), "Late.\n"));
        log.undo();
        let json = write(&log);
        assert!(json.contains(r#"{"type":"TextPositionSelector","start":25,"end":31}"#), "{json}");
        assert_eq!(read(&json), Ok((log, vec![])));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        for text in ["", "{}", "[1]", r#"{"version":2,"type":"dateline-corrections","done":0,"log":[]}"#] {
            assert!(read(text).is_err(), "{text}");
        }
        let entry = |op: &str| format!(r#"{{"op":"{op}","subject":"name","target":[{{"source":"a"}}]}}"#);
        let json = |entries: &[String]| {
            let (done, log) = (entries.len(), entries.join(","));
            format!(r#"{{"version":1,"type":"dateline-corrections","done":{done},"log":[{log}]}}"#)
        };
        let (log, errors) = read(&json(&[entry("fold"), entry("hide")])).unwrap();
        assert_eq!((log.in_force().len(), log.in_force()[0].op), (1, Op::Hide));
        assert_eq!(errors[0].to_string(), "Correction 1: “fold name” is not known.");
    }
}
