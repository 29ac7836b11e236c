//! A contact as it was sealed on arrival.

use std::fmt;

use clap::ValueEnum;
use serde::Deserialize;

use crate::letter::Letter;

/// The three kinds of signatory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Kind {
    Individual,
    Organization,
    Company,
}

impl Kind {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Kind::Individual => "individual",
            Kind::Organization => "organization",
            Kind::Company => "company",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The plaintext of one sealed contact, version 1: what the signatory typed, and the words that
/// they agreed to. Times are RFC 3339 in UTC, countries ISO 3166-1 alpha-2 or `ZZ`.
#[derive(Debug, Deserialize)]
pub(crate) struct Contact {
    pub(crate) letter: Letter,
    pub(crate) kind: Kind,
    pub(crate) name: String,
    /// None for a founding signatory who was entered without one.
    pub(crate) email: Option<String>,
    pub(crate) country: String,
    pub(crate) title: Option<String>,
    pub(crate) affiliation: Option<String>,
    pub(crate) website: Option<String>,
    pub(crate) contact_name: Option<String>,
    pub(crate) contact_role: Option<String>,
    pub(crate) authority: bool,
    pub(crate) display: String,
    pub(crate) note: Option<String>,
    pub(crate) updates: bool,
    pub(crate) consent: Vec<String>,
    pub(crate) lang: String,
    pub(crate) at: String,
}

/// Why a plaintext is no contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoContact {
    /// Not the JSON that version 1 describes.
    Malformed,
    /// A version that this program does not know.
    OtherVersion,
}

#[derive(Deserialize)]
struct Versioned {
    v: u64,
}

impl Contact {
    /// Reads a plaintext. The version comes first, so that a newer contact is called newer rather
    /// than malformed.
    pub(crate) fn read(plaintext: &[u8]) -> Result<Self, NoContact> {
        let versioned: Versioned =
            serde_json::from_slice(plaintext).map_err(|_| NoContact::Malformed)?;
        if versioned.v != 1 {
            return Err(NoContact::OtherVersion);
        }
        serde_json::from_slice(plaintext).map_err(|_| NoContact::Malformed)
    }

    /// Whether it holds what only the contact from signing does. A correction is sealed with all that
    /// is shown, and with nothing else.
    pub(crate) fn is_from_signing(&self) -> bool {
        let Self {
            email,
            contact_name,
            contact_role,
            authority,
            note,
            updates,
            consent,
            ..
        } = self;
        let private = [email, contact_name, contact_role, note];
        *authority || *updates || !consent.is_empty() || private.into_iter().any(Option::is_some)
    }

    /// What a contact and a correction of it say together. A field of the form that the correction
    /// leaves out was emptied, while the mailbox, the contact person, the note and what was agreed
    /// to (and when) still stand, whatever a later line says of them.
    pub(crate) fn corrected_by(self, correction: Self) -> Self {
        Self {
            email: self.email,
            contact_name: self.contact_name,
            contact_role: self.contact_role,
            authority: self.authority,
            note: self.note,
            updates: self.updates,
            consent: self.consent,
            at: self.at,
            ..correction
        }
    }
}
