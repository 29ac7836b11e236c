//! The form that signs, with what was typed and what was wrong with it.

use super::{Display, Kind, Moment};
pub use crate::model::form::{Field, FieldError, Problem};

/// What was typed, as it was typed.
#[derive(Clone, Debug, Default)]
pub struct Values {
    /// A person's or body's name.
    pub name: String,
    /// The mailbox.
    pub email: String,
    /// ISO 3166-1 alpha-2, or `ZZ`; empty if nothing was chosen yet.
    pub country: String,
    /// An individual's title.
    pub title: String,
    /// An individual's affiliation.
    pub affiliation: String,
    /// Whether the domain of the mailbox is to be shown.
    pub show_mailbox: bool,
    /// An organization's or company's site.
    pub website: String,
    /// Words to be quoted.
    pub statement: String,
    /// Words to the organizers alone.
    pub note: String,
    /// How an individual appears.
    pub display: Display,
    /// Who answers for an organization or company.
    pub contact_name: String,
    /// What that person is there.
    pub contact_role: String,
    /// Whether that person may sign for it.
    pub authority: bool,
    /// Whether the signatory wants the organizers' news.
    pub updates: bool,
    /// A partner's code.
    pub via: String,
}

/// The form, ready to be shown.
#[derive(Clone, Debug)]
pub struct SignForm {
    /// Which of the three forms.
    pub kind: Kind,
    /// What was typed; empty at first.
    pub values: Values,
    /// What was wrong with it; empty at first.
    pub errors: Vec<FieldError>,
    /// Until when the organizers keep the sealed contact, at most.
    pub retention: Moment,
    /// The most characters of a statement.
    pub statement_most: u32,
    /// The most characters of a note.
    pub note_most: u32,
    /// The version of the text that it stands beside; 0 where it is not sent.
    pub version: u64,
    /// Whether it was sent beside an older version: it is shown again beside the newest.
    pub superseded: bool,
}

impl SignForm {
    /// An empty form for one kind of signatory.
    #[must_use]
    pub fn empty(kind: Kind, retention: Moment) -> Self {
        Self {
            kind,
            values: Values::default(),
            errors: Vec::new(),
            retention,
            statement_most: 600,
            note_most: 1000,
            version: 0,
            superseded: false,
        }
    }

    /// The same form beside a version of the text: what is signed is what was read.
    #[must_use]
    pub fn of_version(self, version: i64) -> Self {
        Self {
            version: version.unsigned_abs(),
            ..self
        }
    }

    /// The same form with a partner's code, which travels in a hidden field.
    #[must_use]
    pub fn with_via(mut self, via: &str) -> Self {
        via.clone_into(&mut self.values.via);
        self
    }

    /// Whether what stands behind "Add title, affiliation, statement" must be open, since
    /// something was typed there or is wrong there.
    pub(super) fn shows_more(&self) -> bool {
        let v = &self.values;
        let typed = [&v.title, &v.affiliation, &v.statement, &v.note]
            .iter()
            .any(|value| !value.is_empty());
        let folded = [
            Field::Title,
            Field::Affiliation,
            Field::ShowMailbox,
            Field::Statement,
            Field::Note,
            Field::Display,
        ];
        typed
            || v.show_mailbox
            || v.display != Display::Name
            || self.errors.iter().any(|e| folded.contains(&e.field))
    }

    pub(super) fn problem(&self, field: &str) -> Option<&Problem> {
        problem_of(&self.errors, field)
    }
}

pub(super) fn problem_of<'a>(errors: &'a [FieldError], field: &str) -> Option<&'a Problem> {
    errors
        .iter()
        .find(|e| e.field.as_str() == field)
        .map(|e| &e.problem)
}

/// The key of what a problem says; what is missing is asked for in its own words.
pub(super) fn problem_key(field: &str, problem: Problem) -> String {
    match problem {
        Problem::Missing => format!("error-missing-{}", field.replace('_', "-")),
        other => format!("error-{}", other.as_str()),
    }
}

/// The key of a field's label; an organization's name is asked for in other words than a person's.
pub(super) fn label_key(kind: Kind, field: &str) -> String {
    match field {
        "name" | "country" => format!("form-{field}-{}", kind.as_str()),
        _ => format!("form-{}", field.replace('_', "-")),
    }
}

/// The key of the line that says who will see a field.
pub(super) fn hint_key(kind: Kind, field: &str) -> String {
    format!("{}-hint", label_key(kind, field))
}

#[cfg(test)]
const FIELDS: [Field; 14] = [
    Field::Kind,
    Field::Name,
    Field::Email,
    Field::Country,
    Field::Title,
    Field::Affiliation,
    Field::ShowMailbox,
    Field::Website,
    Field::Statement,
    Field::Note,
    Field::Display,
    Field::ContactName,
    Field::ContactRole,
    Field::Authority,
];

/// Every key that this file can put together.
#[cfg(test)]
pub(super) fn families() -> Vec<String> {
    let mut keys = Vec::new();
    for field in FIELDS {
        for kind in Kind::ALL.iter().copied() {
            keys.push(label_key(kind, field.as_str()));
            if !matches!(field, Field::Kind | Field::Authority) {
                keys.push(hint_key(kind, field.as_str()));
            }
        }
        keys.extend(Problem::ALL.map(|problem| problem_key(field.as_str(), problem)));
    }
    // An empty field is no mistake where the form doesn't ask for it.
    let optional = [
        Field::Title,
        Field::Affiliation,
        Field::Statement,
        Field::Note,
    ];
    keys.retain(|key| {
        !optional
            .iter()
            .any(|f| *key == problem_key(f.as_str(), Problem::Missing))
    });
    keys
}
