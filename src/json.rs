//! JSON for the few shapes that the page itself reads and writes: workspaces, corrections, articles.
//!
//! A value is read whole and then asked for what it should hold. `serde_json` would bring code for each
//! shape and tables for every real number into the first visit; where nothing is downloaded it is used.

/// A value that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// `null`, a truth value, or a number that is no whole one from 0 up to 2³² − 1.
    Other(Kind),
    /// A whole number.
    Number(u32),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Value>),
    /// An object, in the order of its text.
    Object(Object),
}

/// What nobody asks the content of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `null`.
    Null,
    /// `true` or `false`.
    Truth,
    /// A number with a sign, a point or too many digits.
    Number,
}

/// The members of an object.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Object(Vec<(String, Value)>);

/// So deep may lists and objects lie in each other.
const DEPTH: u32 = 128;

/// Reads a text that is one value.
///
/// # Errors
/// Says where the text stops being JSON.
pub fn read(text: &str) -> Result<Value, String> {
    let mut reader = Reader { text, at: 0 };
    let value = reader.value(DEPTH);
    match value {
        Some(value) if reader.next().is_none() => Ok(value),
        _ => {
            let before = &text[..text.floor_char_boundary(reader.at)];
            let line = before.matches('\n').count() + 1;
            let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
            Err(["no JSON goes on at line ", &line.to_string(), " column ", &column.to_string()].concat())
        }
    }
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
}

impl Reader<'_> {
    /// The next byte that is no space.
    fn next(&mut self) -> Option<u8> {
        let rest = self.text.as_bytes().get(self.at..)?;
        self.at += rest.iter().take_while(|b| matches!(b, b' ' | b'\t' | b'\n' | b'\r')).count();
        self.text.as_bytes().get(self.at).copied()
    }

    /// Goes over a byte that must come next.
    fn over(&mut self, byte: u8) -> Option<()> {
        (self.next()? == byte).then(|| self.at += 1)
    }

    fn value(&mut self, depth: u32) -> Option<Value> {
        let depth = depth.checked_sub(1)?;
        match self.next()? {
            b'"' => self.string().map(Value::Text),
            b'[' => {
                let mut list = Vec::new();
                self.members(b']', |reader| {
                    list.push(reader.value(depth)?);
                    Some(())
                })?;
                Some(Value::List(list))
            }
            b'{' => {
                let mut object = Object::default();
                self.members(b'}', |reader| {
                    reader.next();
                    let name = reader.string()?;
                    reader.over(b':')?;
                    object.0.push((name, reader.value(depth)?));
                    Some(())
                })?;
                Some(Value::Object(object))
            }
            b't' => self.word("true", Kind::Truth),
            b'f' => self.word("false", Kind::Truth),
            b'n' => self.word("null", Kind::Null),
            _ => self.number(),
        }
    }

    /// What stands between brackets, with commas between.
    fn members(&mut self, end: u8, mut member: impl FnMut(&mut Self) -> Option<()>) -> Option<()> {
        self.at += 1;
        if self.next()? == end {
            self.at += 1;
            return Some(());
        }
        loop {
            member(self)?;
            let next = self.next()?;
            if next != end && next != b',' {
                return None;
            }
            self.at += 1;
            if next == end {
                return Some(());
            }
        }
    }

    fn word(&mut self, word: &str, kind: Kind) -> Option<Value> {
        self.text.get(self.at..)?.starts_with(word).then(|| {
            self.at += word.len();
            Value::Other(kind)
        })
    }

    fn number(&mut self) -> Option<Value> {
        let from = self.at;
        self.skip(b"-");
        let whole = self.digits();
        if whole == 0 || (whole > 1 && self.text.as_bytes()[self.at - whole] == b'0') {
            return None;
        }
        if (self.skip(b".") && self.digits() == 0)
            || (self.skip(b"eE") && {
                self.skip(b"+-");
                self.digits() == 0
            })
        {
            return None;
        }
        let read = self.text[from..self.at].parse();
        Some(read.map_or(Value::Other(Kind::Number), Value::Number))
    }

    fn skip(&mut self, any: &[u8]) -> bool {
        let there = self.text.as_bytes().get(self.at).is_some_and(|b| any.contains(b));
        self.at += usize::from(there);
        there
    }

    fn digits(&mut self) -> usize {
        let from = self.at;
        while self.skip(b"0123456789") {}
        self.at - from
    }

    fn string(&mut self) -> Option<String> {
        if !self.skip(b"\"") {
            return None;
        }
        let mut out = String::new();
        loop {
            let rest = self.text.get(self.at..)?;
            let plain = rest.bytes().position(|b| b == b'"' || b == b'\\' || b < b' ')?;
            out.push_str(&rest[..plain]);
            self.at += plain + 1;
            match rest.as_bytes()[plain] {
                b'"' => return Some(out),
                b'\\' => out.push(self.escaped()?),
                _ => {
                    self.at -= 1;
                    return None;
                }
            }
        }
    }

    /// The character that stands behind a backslash.
    fn escaped(&mut self) -> Option<char> {
        let byte = *self.text.as_bytes().get(self.at)?;
        self.at += 1;
        Some(match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                let unit = self.unit()?;
                // Characters beyond the first 65,536 are written in two halves.
                let code = if unit & 0xfc00 == 0xd800 {
                    self.text.get(self.at..)?.starts_with("\\u").then(|| self.at += 2)?;
                    let low = self.unit()?;
                    (low & 0xfc00 == 0xdc00).then_some(0x1_0000 + ((unit & 0x3ff) << 10) + (low & 0x3ff))?
                } else {
                    unit
                };
                char::from_u32(code)?
            }
            _ => return None,
        })
    }

    fn unit(&mut self) -> Option<u32> {
        let digits = self.text.get(self.at..self.at + 4)?;
        let unit = digits.chars().try_fold(0, |sum, c| Some(sum * 16 + c.to_digit(16)?))?;
        self.at += 4;
        Some(unit)
    }
}

/// What is wrong with a member of that name.
fn wrong(name: &str) -> String {
    ["“", name, "” is missing or of another kind"].concat()
}

impl Value {
    /// The value as an object.
    ///
    /// # Errors
    /// When it is none.
    pub fn object(self) -> Result<Object, String> {
        match self {
            Self::Object(object) => Ok(object),
            _ => Err("something else stands where an object should".to_owned()),
        }
    }

    /// The value as a list of objects.
    ///
    /// # Errors
    /// When it is none.
    pub fn objects(self) -> Result<Vec<Object>, String> {
        match self {
            Self::List(list) => list.into_iter().map(Self::object).collect(),
            _ => Err("something else stands where a list should".to_owned()),
        }
    }
}

impl Object {
    /// Takes a member out; `None` where it is missing or null.
    pub fn take(&mut self, name: &str) -> Option<Value> {
        let at = self.0.iter().position(|(other, _)| other == name)?;
        Some(self.0.swap_remove(at).1).filter(|value| *value != Value::Other(Kind::Null))
    }

    /// A text that may be missing.
    ///
    /// # Errors
    /// When something else stands there.
    pub fn maybe(&mut self, name: &str) -> Result<Option<String>, String> {
        match self.take(name) {
            None => Ok(None),
            Some(Value::Text(text)) => Ok(Some(text)),
            Some(_) => Err(wrong(name)),
        }
    }

    /// A text.
    ///
    /// # Errors
    /// When none stands there.
    pub fn text(&mut self, name: &str) -> Result<String, String> {
        self.maybe(name)?.ok_or_else(|| wrong(name))
    }

    /// A whole number.
    ///
    /// # Errors
    /// When none stands there.
    pub fn number(&mut self, name: &str) -> Result<u32, String> {
        let Some(Value::Number(number)) = self.take(name) else { return Err(wrong(name)) };
        Ok(number)
    }

    /// A list of objects.
    ///
    /// # Errors
    /// When none stands there.
    pub fn objects(&mut self, name: &str) -> Result<Vec<Object>, String> {
        self.take(name).ok_or_else(|| wrong(name))?.objects()
    }
}

/// Appends a text, quotation marks included.
pub fn push(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        let short = match c {
            '"' | '\\' => c,
            '\u{8}' => 'b',
            '\t' => 't',
            '\n' => 'n',
            '\u{c}' => 'f',
            '\r' => 'r',
            '\0'..' ' => {
                out.push_str(if c < '\u{10}' { "\\u000" } else { "\\u001" });
                out.extend(char::from_digit(c as u32 & 15, 16));
                continue;
            }
            _ => {
                out.push(c);
                continue;
            }
        };
        out.extend(['\\', short]);
    }
    out.push('"');
}

/// Appends the name of a member, with a comma where it is not the first.
pub fn name(out: &mut String, name: &str) {
    if !out.ends_with('{') {
        out.push(',');
    }
    push(out, name);
    out.push(':');
}

/// Appends a member that is a text.
pub fn member(out: &mut String, key: &str, text: &str) {
    name(out, key);
    push(out, text);
}

/// Appends a member that is a number.
pub fn count(out: &mut String, key: &str, number: u32) {
    name(out, key);
    out.push_str(&number.to_string());
}

/// Appends a member that is a list, each of whose items `one` writes.
pub fn list<T>(out: &mut String, key: &str, all: &[T], mut one: impl FnMut(&mut String, &T)) {
    name(out, key);
    out.push('[');
    for (i, item) in all.iter().enumerate() {
        if i > 0 {
            out.push(',');
        }
        out.push('{');
        one(out, item);
        out.push('}');
    }
    out.push(']');
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What `serde_json` makes of a value, where ours holds all of it.
    fn same(ours: &Value, theirs: &serde_json::Value) -> bool {
        match (ours, theirs) {
            (Value::Other(Kind::Null), serde_json::Value::Null)
            | (Value::Other(Kind::Truth), serde_json::Value::Bool(_)) => true,
            (Value::Other(Kind::Number), serde_json::Value::Number(n)) => {
                n.as_u64().is_none_or(|n| n > u64::from(u32::MAX))
            }
            (Value::Number(a), serde_json::Value::Number(b)) => b.as_u64() == Some(u64::from(*a)),
            (Value::Text(a), serde_json::Value::String(b)) => a == b,
            (Value::List(a), serde_json::Value::Array(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
            }
            (Value::Object(a), serde_json::Value::Object(b)) => {
                a.0.len() == b.len() && a.0.iter().all(|(name, a)| b.get(name).is_some_and(|b| same(a, b)))
            }
            _ => false,
        }
    }

    #[test]
    fn the_same_is_json_as_elsewhere() {
        let deep = |depth: usize| ["[".repeat(depth), "]".repeat(depth)].concat();
        let texts = [
            "",
            " ",
            "null",
            " true ",
            "false",
            "nul",
            "truefalse",
            "0",
            "-0",
            "01",
            "7",
            "4294967295",
            "4294967296",
            "1.5",
            "1.",
            ".5",
            "1e3",
            "1e",
            "1E+2",
            "-",
            "+1",
            "[]",
            "[ ]",
            "[1,2]",
            "[1,]",
            "[,1]",
            "[1 2]",
            "{}",
            "{ }",
            r#"{"a":1}"#,
            r#"{"a":1,}"#,
            r#"{"a" : [ {"b":null} ] }"#,
            r#"{a:1}"#,
            r#"{"a"}"#,
            r#"{"a":}"#,
            r#""""#,
            r#""é🚢""#,
            r#""\"\\\/\b\f\n\r\t""#,
            r#""\u00e9\ud83d\udea2""#,
            r#""\ud83d""#,
            r#""\udea2""#,
            r#""\ud83dx""#,
            r#""\ud83d\u0041""#,
            r#""\x""#,
            r#""\u12""#,
            r#""\u12é4""#,
            "\"a\nb\"",
            "\"a",
            "\"",
            "[\"a\", \"b\"]x",
            "\u{feff}1",
        ];
        for text in texts.map(ToOwned::to_owned).into_iter().chain([deep(100), deep(127), deep(10_000)]) {
            match (read(&text), serde_json::from_str::<serde_json::Value>(&text)) {
                (Ok(ours), Ok(theirs)) => assert!(same(&ours, &theirs), "{text}: {ours:?}"),
                (Err(_), Err(_)) => {}
                (ours, theirs) => panic!("{text}: {ours:?} and {theirs:?}"),
            }
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        let at = |text: &str| read(text).unwrap_err();
        assert_eq!(at("{\n \"é\" 1}"), "no JSON goes on at line 2 column 6");
        assert_eq!(at("[1"), "no JSON goes on at line 1 column 3");
        let mut object = read(r#"{"a":1,"b":null}"#).and_then(Value::object).unwrap();
        assert_eq!(object.maybe("b"), Ok(None));
        assert_eq!(object.text("a").unwrap_err(), "“a” is missing or of another kind");
    }

    #[test]
    fn texts_are_written_as_elsewhere() {
        let text: String = (0..0x100).filter_map(char::from_u32).chain("</é🚢\u{2028}".chars()).collect();
        let mut out = String::new();
        push(&mut out, &text);
        assert_eq!(Some(&out), serde_json::to_string(&text).ok().as_ref());
        assert_eq!(read(&out), Ok(Value::Text(text)));
    }
}
