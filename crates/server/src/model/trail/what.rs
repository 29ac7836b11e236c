//! What a line of the trail is about: words of ours and values, in no language. Never a signatory's
//! name or an address: those are named by numbers.

use serde::{Deserialize, Serialize};

use super::words;
use crate::model::Role;

words! {
    /// What a value is.
    Part:
    /// As it is.
    Text = "text",
    /// Name of an organizer, a passkey, a key, or of whom a link was made for.
    Name = "name",
    /// An age recipient.
    Key = "key",
    /// A letter's word in addresses.
    Letter = "letter",
    /// Whose link somebody outside translates by.
    Translator = "translator",
    /// A role.
    Role = "role",
    /// The role before.
    From = "from",
    /// The role after.
    To = "to",
    /// What something is named by here.
    Number = "number",
    /// The number of the rule whose run did it.
    Rule = "rule",
    /// Index of an entry of the record.
    Entry = "entry",
    /// How many.
    Count = "count",
    /// Version of the texts.
    Version = "version",
    /// Revision of a draft.
    Revision = "revision",
    /// A language's tag.
    Language = "language",
    /// Why, a word of the record's.
    Reason = "reason",
    /// What of the settings, a word of [`SETTINGS`](What::SETTINGS).
    Setting = "setting",
    /// How much, a word of [`HOW`](What::HOW).
    How = "how",
}

/// What a line is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct What(Vec<(Part, String)>);

impl What {
    /// Settings that are told apart.
    pub const SETTINGS: [&'static str; 8] = [
        "languages",
        "default",
        "closing",
        "retention",
        "organizers",
        "contact",
        "privacy",
        "watched",
    ];

    /// What else is said of an act.
    pub const HOW: [&'static str; 6] = [
        "vouched",
        "taken-away",
        "accepted",
        "remove",
        "approve",
        "reject",
    ];

    /// About one thing.
    #[must_use]
    pub fn of(part: Part, value: impl Into<String>) -> Self {
        Self::default().and(part, value)
    }

    /// About something that is named by a number.
    #[must_use]
    pub fn number(number: i64) -> Self {
        Self::of(Part::Number, number.to_string())
    }

    /// About somebody with a role, or to be.
    #[must_use]
    pub fn person(name: &str, role: Role) -> Self {
        Self::of(Part::Name, name).and(Part::Role, role.as_str())
    }

    /// And about something more. Nothing is said of what has no value.
    #[must_use]
    pub fn and(mut self, part: Part, value: impl Into<String>) -> Self {
        let value = value.into();
        if !value.is_empty() {
            self.0.push((part, value));
        }
        self
    }

    /// Its parts, in order.
    #[must_use]
    pub fn parts(&self) -> &[(Part, String)] {
        &self.0
    }
}

impl From<&str> for What {
    fn from(text: &str) -> Self {
        Self::of(Part::Text, text)
    }
}

impl From<&String> for What {
    fn from(text: &String) -> Self {
        Self::of(Part::Text, text)
    }
}

impl From<String> for What {
    fn from(text: String) -> Self {
        Self::of(Part::Text, text)
    }
}

/// As exported: the same in every language.
impl std::fmt::Display for What {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        for (place, (part, value)) in self.0.iter().enumerate() {
            if place > 0 {
                f.write_str("; ")?;
            }
            match part {
                Part::Text => f.write_str(value)?,
                part => write!(f, "{}={value}", part.as_str())?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_exported_with_their_words() {
        let what = What::person("Bea", Role::Press).and(Part::Language, "");
        assert_eq!(what.to_string(), "name=Bea; role=press");
        assert_eq!(What::from("as it was").to_string(), "as it was");
        assert_eq!(What::from("").to_string(), "");
    }
}
