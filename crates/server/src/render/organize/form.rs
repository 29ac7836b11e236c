//! What organizers' forms have in common: labels, and what is wrong beside each field.

use super::Frame;
use crate::model::Wrong;

/// What is wrong with a field.
#[derive(Clone, Debug)]
pub struct Mistake {
    /// The field's name, which is its id too.
    pub field: String,
    /// What.
    pub wrong: Wrong,
}

impl From<(String, Wrong)> for Mistake {
    fn from((field, wrong): (String, Wrong)) -> Self {
        Self { field, wrong }
    }
}

/// Names of fields, without the number or language behind each.
#[cfg(test)]
const LABELS: [&str; 25] = [
    "organizer",
    "slug",
    "lang",
    "title",
    "to",
    "from",
    "description",
    "id",
    "brief",
    "place",
    "markdown",
    "offered",
    "add",
    "default",
    "closing",
    "retention",
    "name",
    "website",
    "contact",
    "privacy",
    "watched",
    "host",
    "question",
    "own",
    "note",
];
/// Those with a hint.
#[cfg(test)]
const HINTS: [&str; 17] = [
    "slug",
    "lang",
    "title",
    "to",
    "from",
    "description",
    "markdown",
    "add",
    "default",
    "closing",
    "retention",
    "contact",
    "privacy",
    "watched",
    "host",
    "own",
    "note",
];

/// A field's name without what stands behind its first hyphen.
fn stem(field: &str) -> (&str, &str) {
    field.split_once('-').unwrap_or((field, ""))
}

impl Frame {
    /// The label of a field; of several alike with its number or language.
    pub(super) fn label_of(&self, field: &str) -> String {
        let (stem, rest) = stem(field);
        let label = self.say(&format!("label-{stem}")).to_string();
        match rest.parse::<u64>() {
            Ok(number) => format!("{label} {}", self.number(&number)),
            Err(_) if rest.is_empty() => label,
            Err(_) => format!("{label} ({})", crate::l10n::own_name(rest)),
        }
    }

    pub(super) fn hint_of(&self, field: &str) -> String {
        self.say(&format!("hint-{}", stem(field).0)).to_string()
    }

    pub(super) fn wrong(&self, wrong: &Wrong) -> String {
        self.say(&format!("wrong-{}", wrong.as_str()))
            .num("number", &u64::from(wrong.number()))
            .to_string()
    }

    pub(super) fn mistakes(&self, mistakes: &[Mistake]) -> String {
        self.say("error-title")
            .num("count", &(mistakes.len() as u64))
            .to_string()
    }
}

/// The mistake of a field, if it has one.
pub(super) fn of<'a>(mistakes: &'a [Mistake], field: &str) -> Option<&'a Mistake> {
    mistakes.iter().find(|mistake| mistake.field == field)
}

/// Every key that is put together here.
#[cfg(test)]
pub(super) fn families() -> Vec<String> {
    let labels = LABELS.map(|stem| format!("label-{stem}"));
    let hints = HINTS.map(|stem| format!("hint-{stem}"));
    let wrongs = Wrong::ALL.map(|wrong| format!("wrong-{}", wrong.as_str()));
    labels.into_iter().chain(hints).chain(wrongs).collect()
}
