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
use crate::json::{self, Object, Value};

/// What the shape calls itself.
pub const TYPE: &str = "dateline-corrections";

/// Appends the members of a log as JSON, without the brackets.
pub fn shape(out: &mut String, log: &Log) {
    json::count(out, "version", 1);
    json::member(out, "type", TYPE);
    json::count(out, "done", log.done() as u32);
    json::list(out, "log", log.entries(), |out, c| {
        json::member(out, "op", c.op.word());
        json::member(out, "subject", c.target.subject.word());
        json::list(out, "target", &c.target.anchors, resource);
        if let Some(with) = &c.with {
            json::name(out, "with");
            out.push('{');
            resource(out, with);
            out.push('}');
        }
        let scope = if c.scope == Scope::All { "" } else { c.scope.word() };
        for (name, text) in [("scope", scope), ("aspect", &c.target.aspect), ("value", &c.value)] {
            if !text.is_empty() {
                json::member(out, name, text);
            }
        }
    });
}

/// The log as JSON.
#[must_use]
pub fn write(log: &Log) -> String {
    let mut out = String::from("{");
    shape(&mut out, log);
    out.push('}');
    out
}

/// Reads a log. An entry that says what no program of today understands is kept out and named.
///
/// # Errors
/// When the text is no log at all, or one of a later version.
pub fn read(text: &str) -> Result<(Log, Vec<Error>), Error> {
    let expected = |error: String| Error::new(format!("Corrections as JSON with \"log\" were expected, but {error}."));
    unshape(json::read(text).and_then(Value::object).map_err(expected)?, &expected)
}

/// The log of an object that was read; `expected` makes a sentence of what is wrong in it.
///
/// # Errors
/// When it is none, calls itself something else or is of a later version.
pub fn unshape(mut written: Object, expected: &dyn Fn(String) -> Error) -> Result<(Log, Vec<Error>), Error> {
    let head = |written: &mut Object| Ok((written.number("version")?, written.text("type")?, written.number("done")?));
    let (version, kind, number_done) = head(&mut written).map_err(expected)?;
    if kind != TYPE || version != 1 {
        return Err(Error::new(format!("{TYPE} of version 1 was expected, but this is {kind} of version {version}.")));
    }
    let (mut entries, mut errors) = (Vec::new(), Vec::new());
    let mut done = number_done as usize;
    for (number, entry) in written.objects("log").map_err(expected)?.into_iter().enumerate() {
        match correction(entry).map_err(expected)? {
            Ok(correction) => entries.push(correction),
            Err(what) => {
                done -= usize::from(number < number_done as usize);
                errors.push(Error::new(format!("Correction {}: “{what}” is not known.", number + 1)));
            }
        }
    }
    Ok((Log::new(entries, done), errors))
}

/// A correction, or the words of it that are not known.
fn correction(mut entry: Object) -> Result<Result<Correction, String>, String> {
    let [op, subject] = [entry.text("op")?, entry.text("subject")?];
    let [scope, aspect, value] =
        ["scope", "aspect", "value"].map(|name| entry.maybe(name).map(Option::unwrap_or_default));
    let (scope, aspect, value) = (scope?, aspect?, value?);
    let anchors = entry.objects("target")?.into_iter().map(anchor).collect::<Result<_, _>>()?;
    let with = entry.take("with").map(|with| with.object().and_then(anchor)).transpose()?;
    let read_scope = if scope.is_empty() { Some(Scope::All) } else { Scope::read(&scope) };
    let (Some(op), Some(subject), Some(scope)) = (Op::read(&op), Subject::read(&subject), read_scope) else {
        return Ok(Err([op, subject, scope].join(" ").trim().to_owned()));
    };
    Ok(Ok(Correction { op, target: Target { subject, anchors, aspect }, with, scope, value }))
}

fn resource(out: &mut String, anchor: &Anchor) {
    json::member(out, "source", &anchor.source);
    if anchor.exact.is_empty() {
        return;
    }
    json::list(out, "selector", &[true, false], |out, &quote| {
        if quote {
            json::member(out, "type", "TextQuoteSelector");
            json::member(out, "exact", &anchor.exact);
            json::member(out, "prefix", &anchor.prefix);
            json::member(out, "suffix", &anchor.suffix);
        } else {
            json::member(out, "type", "TextPositionSelector");
            json::count(out, "start", anchor.start);
            json::count(out, "end", anchor.end);
        }
    });
}

/// An anchor of either selector; the members of the other are missing.
fn anchor(mut resource: Object) -> Result<Anchor, String> {
    let mut anchor = Anchor { source: resource.text("source")?, ..Anchor::default() };
    for mut selector in resource.take("selector").map_or(Ok(Vec::new()), Value::objects)? {
        if let Some(exact) = selector.maybe("exact")? {
            anchor.exact = exact;
            anchor.prefix = selector.maybe("prefix")?.unwrap_or_default();
            anchor.suffix = selector.maybe("suffix")?.unwrap_or_default();
        }
        if let (Ok(start), Ok(end)) = (selector.number("start"), selector.number("end")) {
            (anchor.start, anchor.end) = (start, end);
        }
    }
    Ok(anchor)
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
