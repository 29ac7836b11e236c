//! The form that signs, with what was typed and what was wrong with it.

use super::{Display, Frame, Kind, LetterRef, Moment};
use crate::l10n::{Country, countries};

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

    pub(super) fn problem(&self, field: &str) -> Option<Problem> {
        self.errors
            .iter()
            .find(|e| e.field.as_str() == field)
            .map(|e| e.problem)
    }
}

/// What a problem says about a field of a kind's form.
pub(super) fn problem_words(frame: &Frame, kind: &Kind, field: &str, problem: &Problem) -> String {
    let label = frame.say(&label_key(kind, field)).to_string();
    let key = match problem {
        Problem::Missing => format!("error-missing-{}", field.replace('_', "-")),
        other => format!("error-{}", other.as_str()),
    };
    match problem {
        Problem::TooLong { most } => frame
            .say(&key)
            .text("field", label)
            .num("most", &u64::from(*most))
            .to_string(),
        _ => frame.say(&key).text("field", label).to_string(),
    }
}

/// The key of a field's label; an organization's name is asked for in other words than a person's.
pub(super) fn label_key(kind: &Kind, field: &str) -> String {
    match field {
        "name" | "country" => format!("form-{field}-{}", kind.as_str()),
        _ => format!("form-{}", field.replace('_', "-")),
    }
}

pub(super) fn country_options(frame: &Frame) -> &'static [Country] {
    countries(frame.lang)
}

/// The form needs to know which letter it signs; this pairs them for the template.
#[derive(Clone, Copy)]
pub(super) struct FormFrame<'a> {
    pub(super) frame: &'a Frame,
    pub(super) letter: &'a LetterRef,
    pub(super) form: &'a SignForm,
}
