//! The record's JSON: one object on one line, with one legal spelling.
//!
//! The reader asks for each key in its place and takes nothing else, so a key that is unknown, missing,
//! repeated or misplaced, white space, and any other spelling of the same value are all refused alike.

use crate::encoding;

/// A key whose value is absent, misplaced or not in the one legal spelling.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fault(pub(crate) &'static str);

/// Writes an object, key by key.
pub(crate) struct Object(String);

impl Object {
    pub(crate) fn new() -> Self {
        Self("{".to_owned())
    }

    fn key(&mut self, key: &str) {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        quote(&mut self.0, key);
        self.0.push(':');
    }

    pub(crate) fn raw(mut self, key: &str, value: &str) -> Self {
        self.key(key);
        self.0.push_str(value);
        self
    }

    pub(crate) fn text(mut self, key: &str, value: impl AsRef<str>) -> Self {
        self.key(key);
        quote(&mut self.0, value.as_ref());
        self
    }

    pub(crate) fn shown(self, key: &str, value: impl std::fmt::Display) -> Self {
        self.text(key, value.to_string())
    }

    pub(crate) fn maybe(self, key: &str, value: Option<impl std::fmt::Display>) -> Self {
        match value {
            Some(value) => self.shown(key, value),
            None => self.raw(key, "null"),
        }
    }

    pub(crate) fn number(self, key: &str, value: u64) -> Self {
        self.raw(key, &value.to_string())
    }

    pub(crate) fn flag(self, key: &str, value: bool) -> Self {
        self.raw(key, if value { "true" } else { "false" })
    }

    pub(crate) fn list<'a>(
        mut self,
        key: &str,
        values: impl IntoIterator<Item = &'a String>,
    ) -> Self {
        self.key(key);
        self.0.push('[');
        for (i, value) in values.into_iter().enumerate() {
            if i > 0 {
                self.0.push(',');
            }
            quote(&mut self.0, value);
        }
        self.0.push(']');
        self
    }

    pub(crate) fn finish(mut self) -> String {
        self.0.push('}');
        self.0
    }
}

fn quote(out: &mut String, text: &str) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c < ' ' => {
                use std::fmt::Write;
                write!(out, "\\u{:04x}", u32::from(c)).expect("writing to a String cannot fail");
            }
            c => out.push(c),
        }
    }
    out.push('"');
}

/// Reads an object, key by key, in the order in which the format lists them.
pub(crate) struct Fields<'a> {
    rest: &'a str,
    first: bool,
}

impl<'a> Fields<'a> {
    pub(crate) fn open(bytes: &'a [u8]) -> Result<Self, Fault> {
        let text = std::str::from_utf8(bytes).map_err(|_| Fault("not UTF-8"))?;
        Self::within(text)
    }

    fn within(text: &'a str) -> Result<Self, Fault> {
        let rest = text.strip_prefix('{').ok_or(Fault("not an object"))?;
        Ok(Self { rest, first: true })
    }

    fn take(&mut self, literal: &str) -> Option<()> {
        self.rest = self.rest.strip_prefix(literal)?;
        Some(())
    }

    fn key(&mut self, key: &'static str) -> Result<(), Fault> {
        if !self.first {
            self.take(",").ok_or(Fault(key))?;
        }
        self.first = false;
        self.take("\"")
            .and_then(|()| self.take(key))
            .and_then(|()| self.take("\":"))
            .ok_or(Fault(key))
    }

    /// A string, unescaped. Control characters are refused but for the newline, which is written `\n`.
    fn string(&mut self) -> Option<String> {
        self.take("\"")?;
        let mut out = String::new();
        loop {
            let stop = self.rest.find(['"', '\\'])?;
            let (plain, rest) = self.rest.split_at(stop);
            if plain.chars().any(char::is_control) {
                return None;
            }
            out.push_str(plain);
            self.rest = rest;
            if self.take("\"").is_some() {
                return Some(out);
            }
            let (escape, rest) = self.rest.split_at_checked(2)?;
            out.push(match escape {
                "\\\"" => '"',
                "\\\\" => '\\',
                "\\n" => '\n',
                _ => return None,
            });
            self.rest = rest;
        }
    }

    pub(crate) fn text(&mut self, key: &'static str) -> Result<String, Fault> {
        self.key(key)?;
        self.string().ok_or(Fault(key))
    }

    pub(crate) fn parsed<T: std::str::FromStr>(&mut self, key: &'static str) -> Result<T, Fault> {
        self.text(key)?.parse().map_err(|_| Fault(key))
    }

    pub(crate) fn maybe<T: std::str::FromStr>(
        &mut self,
        key: &'static str,
    ) -> Result<Option<T>, Fault> {
        self.key(key)?;
        if self.take("null").is_some() {
            return Ok(None);
        }
        self.string()
            .and_then(|text| text.parse().ok())
            .map(Some)
            .ok_or(Fault(key))
    }

    /// A key that is there only where it has a value, which is never `null`. Not the first of an object.
    pub(crate) fn optional<T: std::str::FromStr>(
        &mut self,
        key: &'static str,
    ) -> Result<Option<T>, Fault> {
        match self.rest.starts_with(&format!(",\"{key}\":")) {
            true => self.parsed(key).map(Some),
            false => Ok(None),
        }
    }

    pub(crate) fn bytes(&mut self, key: &'static str) -> Result<Vec<u8>, Fault> {
        encoding::decode(&self.text(key)?).ok_or(Fault(key))
    }

    pub(crate) fn number(&mut self, key: &'static str) -> Result<u64, Fault> {
        self.key(key)?;
        let end = self
            .rest
            .find(|c: char| !c.is_ascii_digit())
            .unwrap_or(self.rest.len());
        let (digits, rest) = self.rest.split_at(end);
        self.rest = rest;
        encoding::decimal(digits).ok_or(Fault(key))
    }

    pub(crate) fn flag(&mut self, key: &'static str) -> Result<bool, Fault> {
        self.key(key)?;
        if self.take("true").is_some() {
            return Ok(true);
        }
        self.take("false").map(|()| false).ok_or(Fault(key))
    }

    pub(crate) fn list(&mut self, key: &'static str) -> Result<Vec<String>, Fault> {
        self.key(key)?;
        self.take("[").ok_or(Fault(key))?;
        let mut values = Vec::new();
        while self.take("]").is_none() {
            if !values.is_empty() {
                self.take(",").ok_or(Fault(key))?;
            }
            values.push(self.string().ok_or(Fault(key))?);
        }
        Ok(values)
    }

    /// An object of strings, with its keys in strictly ascending byte order.
    pub(crate) fn map(&mut self, key: &'static str) -> Result<Vec<(String, String)>, Fault> {
        self.key(key)?;
        self.take("{").ok_or(Fault(key))?;
        let mut pairs: Vec<(String, String)> = Vec::new();
        while self.take("}").is_none() {
            if !pairs.is_empty() {
                self.take(",").ok_or(Fault(key))?;
            }
            let name = self.string().ok_or(Fault(key))?;
            if pairs.last().is_some_and(|(last, _)| *last >= name) {
                return Err(Fault(key));
            }
            self.take(":").ok_or(Fault(key))?;
            pairs.push((name, self.string().ok_or(Fault(key))?));
        }
        Ok(pairs)
    }

    /// A nested object or `null`; `read` must consume every field but the closing brace.
    pub(crate) fn maybe_object<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Fields<'a>) -> Result<T, Fault>,
    ) -> Result<Option<T>, Fault> {
        self.key(key)?;
        if self.take("null").is_some() {
            return Ok(None);
        }
        let mut inner = Self::within(self.rest).map_err(|_| Fault(key))?;
        let value = read(&mut inner)?;
        inner.take("}").ok_or(Fault(key))?;
        self.rest = inner.rest;
        Ok(Some(value))
    }

    /// The object must end here, and the bytes with it.
    pub(crate) fn close(mut self) -> Result<(), Fault> {
        self.take("}").ok_or(Fault("an unknown key"))?;
        if self.rest.is_empty() {
            Ok(())
        } else {
            Err(Fault("bytes after the object"))
        }
    }
}
