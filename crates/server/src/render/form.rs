//! The form that signs, with what was typed and what was wrong with it.

use super::{Display, Kind, Moment};

/// A field of the form; its name in HTML is fixed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// `kind`
    Kind,
    /// `name`
    Name,
    /// `email`
    Email,
    /// `country`
    Country,
    /// `title`
    Title,
    /// `affiliation`
    Affiliation,
    /// `website`
    Website,
    /// `statement`
    Statement,
    /// `note`
    Note,
    /// `display`
    Display,
    /// `contact_name`
    ContactName,
    /// `contact_role`
    ContactRole,
    /// `authority`
    Authority,
}

impl Field {
    /// Every field that can be wrong.
    pub const ALL: [Self; 13] = [
        Self::Kind,
        Self::Name,
        Self::Email,
        Self::Country,
        Self::Title,
        Self::Affiliation,
        Self::Website,
        Self::Statement,
        Self::Note,
        Self::Display,
        Self::ContactName,
        Self::ContactRole,
        Self::Authority,
    ];

    /// The field's name in the form.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Name => "name",
            Self::Email => "email",
            Self::Country => "country",
            Self::Title => "title",
            Self::Affiliation => "affiliation",
            Self::Website => "website",
            Self::Statement => "statement",
            Self::Note => "note",
            Self::Display => "display",
            Self::ContactName => "contact_name",
            Self::ContactRole => "contact_role",
            Self::Authority => "authority",
        }
    }
}

/// What is wrong with a field, in a way that its owner can mend.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Problem {
    /// It is empty and must not be.
    Missing,
    /// It is longer than allowed, in characters.
    TooLong {
        /// The most characters allowed.
        most: u32,
    },
    /// It has control characters or marks that turn the direction of what follows.
    Unprintable,
    /// It has a web address where none belongs.
    HasAddress,
    /// It starts with a sign that spreadsheets take for a formula.
    Formula,
    /// It isn't an address that mail can be sent to.
    NotAnEmail,
    /// It isn't a country of the list.
    UnknownCountry,
    /// It isn't a web address that starts with http or https.
    NotAWebsite,
    /// It isn't one of the choices.
    UnknownChoice,
    /// It is a name without a letter in it.
    NotAName,
}

impl Problem {
    /// Every problem, for tests that look for its words.
    pub const ALL: [Self; 10] = [
        Self::Missing,
        Self::TooLong { most: 200 },
        Self::Unprintable,
        Self::HasAddress,
        Self::Formula,
        Self::NotAnEmail,
        Self::UnknownCountry,
        Self::NotAWebsite,
        Self::UnknownChoice,
        Self::NotAName,
    ];

    /// The key of its message is `error-` and this.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::TooLong { .. } => "too-long",
            Self::Unprintable => "unprintable",
            Self::HasAddress => "has-address",
            Self::Formula => "formula",
            Self::NotAnEmail => "not-an-email",
            Self::UnknownCountry => "unknown-country",
            Self::NotAWebsite => "not-a-website",
            Self::UnknownChoice => "unknown-choice",
            Self::NotAName => "not-a-name",
        }
    }
}

/// One field's problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// The field.
    pub field: Field,
    /// What is wrong with it.
    pub problem: Problem,
}

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
        }
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
            Field::Statement,
            Field::Note,
            Field::Display,
        ];
        typed || v.display != Display::Name || self.errors.iter().any(|e| folded.contains(&e.field))
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

/// Every key that this file can put together.
#[cfg(test)]
pub(super) fn families() -> Vec<String> {
    let mut keys = Vec::new();
    for field in Field::ALL {
        for kind in Kind::ALL {
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
