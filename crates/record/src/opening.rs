//! Openings: the salted public fields behind an entry's commitment, deletable while the log stays.

use std::fmt;
use std::str::FromStr;

use crate::entry::{Display, Kind, Lang};
use crate::json::{Fault, Fields, Object};
use crate::{Hash, domain, encoding};

const LABEL: &[u8] = b"undersigned/opening/v1\0";
const CONTACT_LABEL: &[u8] = b"undersigned/contact/v1\0";

/// The longest opening in bytes.
pub const LONGEST: usize = 16_384;

/// The longest field of an opening in bytes.
pub const LONGEST_FIELD: usize = 2_000;

/// What is shown of a signatory, and which text they were shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// What the signatory is; the same as in the `sign` entry.
    pub kind: Kind,
    /// How much shows.
    pub display: Display,
    /// Name, or initials with [`Display::Initials`]; `None` with [`Display::Count`] and then only.
    pub name: Option<String>,
    /// Title; `None` with [`Display::Count`].
    pub title: Option<String>,
    /// Affiliation; `None` with [`Display::Count`].
    pub affiliation: Option<String>,
    /// Website; `None` with [`Display::Count`].
    pub website: Option<String>,
    /// The domain of an individual's mailbox, where they chose to show it; `None` with [`Display::Count`]. Unlike the
    /// others it has no key where there is none.
    pub mailbox: Option<String>,
    /// Language of the text that was shown.
    pub lang: Lang,
    /// SHA-256 of the very text that was shown.
    pub text: Hash,
}

/// Bytes that are no opening: the key that is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{0:?}: missing, misplaced or not in its one legal form")]
pub struct OpeningError(pub &'static str);

impl From<Fault> for OpeningError {
    fn from(fault: Fault) -> Self {
        Self(fault.0)
    }
}

/// 32 random bytes that keep a commitment from being guessed.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Salt(pub [u8; 32]);

impl fmt::Display for Salt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&encoding::encode(&self.0))
    }
}

impl fmt::Debug for Salt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Salt(..)")
    }
}

impl FromStr for Salt {
    type Err = crate::hash::HashError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        text.parse::<Hash>().map(|hash| Self(hash.0))
    }
}

/// Commitment to an opening's bytes: SHA-256("undersigned/opening/v1\0" ‖ salt ‖ bytes).
#[must_use]
pub fn commit(salt: &Salt, opening: &[u8]) -> Hash {
    Hash::of_parts(&[LABEL, &salt.0, opening])
}

/// Commitment to a sealed contact: SHA-256("undersigned/contact/v1\0" ‖ the sorted SHA-256 digests of the age
/// files). A signature without a contact commits to no files.
#[must_use]
pub fn contact_commitment(digests: &[Hash]) -> Hash {
    let mut sorted = digests.to_vec();
    sorted.sort_unstable();
    let mut parts = vec![CONTACT_LABEL];
    parts.extend(sorted.iter().map(|digest| digest.0.as_slice()));
    Hash::of_parts(&parts)
}

impl Opening {
    /// The one spelling of the opening.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let object = Object::new()
            .number("v", 1)
            .shown("kind", self.kind)
            .shown("display", self.display)
            .maybe("name", self.name.as_ref())
            .maybe("title", self.title.as_ref())
            .maybe("affiliation", self.affiliation.as_ref())
            .maybe("website", self.website.as_ref());
        let object = match &self.mailbox {
            Some(domain) => object.text("mailbox", domain),
            None => object,
        };
        object
            .shown("lang", &self.lang)
            .shown("text", self.text)
            .finish()
            .into_bytes()
    }

    /// Reads an opening in its one spelling.
    ///
    /// # Errors
    /// [`OpeningError`] names the key that is wrong: unknown, misplaced, empty, too long, with control characters, or
    /// there when `display` says that it isn't shown.
    pub fn parse(bytes: &[u8]) -> Result<Self, OpeningError> {
        if bytes.len() > LONGEST {
            return Err(OpeningError("too long"));
        }
        let mut fields = Fields::open(bytes)?;
        if fields.number("v")? != 1 {
            return Err(OpeningError("v"));
        }
        let opening = Self {
            kind: fields.parsed("kind")?,
            display: fields.parsed("display")?,
            name: shown(&mut fields, "name")?,
            title: shown(&mut fields, "title")?,
            affiliation: shown(&mut fields, "affiliation")?,
            website: shown(&mut fields, "website")?,
            mailbox: fields.optional("mailbox")?,
            lang: fields.parsed("lang")?,
            text: fields.parsed("text")?,
        };
        fields.close()?;
        opening.check_display()?;
        opening.check_mailbox()?;
        if opening.to_bytes() == bytes {
            Ok(opening)
        } else {
            Err(OpeningError("another spelling"))
        }
    }

    fn check_display(&self) -> Result<(), OpeningError> {
        let counted = self.display == Display::Count;
        if self.name.is_none() != counted {
            return Err(OpeningError("name"));
        }
        let rest = [
            ("title", &self.title),
            ("affiliation", &self.affiliation),
            ("website", &self.website),
            ("mailbox", &self.mailbox),
        ];
        match rest.iter().find(|(_, field)| counted && field.is_some()) {
            Some((key, _)) => Err(OpeningError(key)),
            None => Ok(()),
        }
    }

    fn check_mailbox(&self) -> Result<(), OpeningError> {
        let legal = |domain: &String| self.kind == Kind::Individual && domain::is_domain(domain);
        match self.mailbox.as_ref().is_none_or(legal) {
            true => Ok(()),
            false => Err(OpeningError("mailbox")),
        }
    }
}

fn shown(fields: &mut Fields<'_>, key: &'static str) -> Result<Option<String>, OpeningError> {
    let field: Option<String> = fields.maybe(key)?;
    let legal = |text: &String| {
        !text.is_empty() && text.len() <= LONGEST_FIELD && !text.chars().any(char::is_control)
    };
    if field.as_ref().is_none_or(legal) {
        Ok(field)
    } else {
        Err(OpeningError(key))
    }
}
