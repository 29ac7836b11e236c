//! The sign form as it arrives, and what can be wrong with it.

use serde::{Deserialize, Serialize};

/// The form's fields by their names, as typed. Kept to be shown again when something is wrong.
#[derive(Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RawForm {
    /// `individual`, `organization` or `company`.
    pub kind: String,
    /// Of the person or the organization.
    pub name: String,
    /// Where the confirmation goes.
    pub email: String,
    /// ISO 3166-1 alpha-2, or `ZZ`.
    pub country: String,
    /// Individuals: what the person is.
    pub title: String,
    /// Individuals: where they are it.
    pub affiliation: String,
    /// Individuals, `yes`: the domain of the mailbox is shown beside the affiliation.
    pub show_mailbox: String,
    /// Organizations and companies.
    pub website: String,
    /// Quotable words.
    pub statement: String,
    /// For the organizers' eyes.
    pub note: String,
    /// `name`, `initials` or `count`.
    pub display: String,
    /// Who signs for the organization.
    pub contact_name: String,
    /// As what.
    pub contact_role: String,
    /// `yes`: may sign for it.
    pub authority: String,
    /// `yes`: wants updates.
    pub updates: String,
    /// A partner's code.
    pub via: String,
    /// Language of the form.
    pub lang: String,
    /// Language of the text that it stood beside.
    pub text: String,
    /// Version of that text; empty where a program sent the form.
    pub version: String,
}

/// A field of the form that something can be wrong with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[expect(
    missing_docs,
    reason = "each is the field of RawForm with the same name"
)]
pub enum Field {
    Kind,
    Name,
    Email,
    Country,
    Title,
    Affiliation,
    ShowMailbox,
    Website,
    Statement,
    Note,
    Display,
    ContactName,
    ContactRole,
    Authority,
}

impl Field {
    /// Every field, in the form's order.
    pub const ALL: [Self; 14] = [
        Self::Kind,
        Self::Name,
        Self::Email,
        Self::Country,
        Self::Title,
        Self::Affiliation,
        Self::ShowMailbox,
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
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Name => "name",
            Self::Email => "email",
            Self::Country => "country",
            Self::Title => "title",
            Self::Affiliation => "affiliation",
            Self::ShowMailbox => "show_mailbox",
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
    /// It is empty, or not ticked, and must be.
    Missing,
    /// It is longer than allowed, in characters.
    TooLong {
        /// The most characters allowed.
        most: u32,
    },
    /// It has control characters, or marks that turn the direction of what follows.
    Unprintable,
    /// It has a web address where none belongs.
    HasAddress,
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
    /// The same mailbox has a live signature with it.
    Taken,
}

impl Problem {
    /// Every problem, for tests that look for its words.
    pub const ALL: [Self; 10] = [
        Self::Missing,
        Self::TooLong { most: 200 },
        Self::Unprintable,
        Self::HasAddress,
        Self::NotAnEmail,
        Self::UnknownCountry,
        Self::NotAWebsite,
        Self::UnknownChoice,
        Self::NotAName,
        Self::Taken,
    ];

    /// The key of its message is `error-` and this.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::TooLong { .. } => "too-long",
            Self::Unprintable => "unprintable",
            Self::HasAddress => "has-address",
            Self::NotAnEmail => "not-an-email",
            Self::UnknownCountry => "unknown-country",
            Self::NotAWebsite => "not-a-website",
            Self::UnknownChoice => "unknown-choice",
            Self::NotAName => "not-a-name",
            Self::Taken => "taken",
        }
    }
}

/// What is wrong, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FieldError {
    /// Where.
    pub field: Field,
    /// What.
    pub problem: Problem,
}
