//! A message with the values that go into it.

use std::fmt;

use askama::filters::HtmlSafe;
use fluent_bundle::FluentArgs;

use super::Words;

/// Plain words; a template escapes them like any other string.
pub struct Phrase<'a> {
    words: Words,
    key: &'a str,
    args: FluentArgs<'a>,
}

impl<'a> Phrase<'a> {
    pub(super) fn new(words: Words, key: &'a str) -> Self {
        Self {
            words,
            key,
            args: FluentArgs::new(),
        }
    }

    /// Puts a text where the message says `{$name}`.
    #[must_use]
    pub fn text(mut self, name: &'a str, text: impl Into<String>) -> Self {
        self.args.set(name, text.into());
        self
    }

    /// Puts a number where the message says `{$name}`, with the language's digits; it also
    /// chooses among the message's plurals.
    #[must_use]
    pub fn num(mut self, name: &'a str, number: &u64) -> Self {
        self.args.set(name, *number);
        self
    }
}

impl fmt::Display for Phrase<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words.format(self.key, &self.args))
    }
}

/// Words with markup: the message may hold HTML of its own, and every text that is put into
/// it is escaped and isolated from the direction around it.
pub struct RichPhrase<'a>(Phrase<'a>);

impl<'a> RichPhrase<'a> {
    pub(super) fn new(words: Words, key: &'a str) -> Self {
        Self(Phrase::new(words, key))
    }

    /// Puts a name or other stranger's text where the message says `{$name}`, in `<bdi>`.
    #[must_use]
    pub fn text(self, name: &'a str, text: impl AsRef<str>) -> Self {
        let isolated = format!("<bdi>{}</bdi>", escaped(text.as_ref()));
        Self(self.0.text(name, isolated))
    }

    /// Puts a value into an attribute of the message's markup.
    #[must_use]
    pub fn attr(self, name: &'a str, value: impl AsRef<str>) -> Self {
        Self(self.0.text(name, escaped(value.as_ref())))
    }

    /// Puts a number where the message says `{$name}`.
    #[must_use]
    pub fn num(self, name: &'a str, number: &u64) -> Self {
        Self(self.0.num(name, number))
    }
}

impl fmt::Display for RichPhrase<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl HtmlSafe for RichPhrase<'_> {}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}
