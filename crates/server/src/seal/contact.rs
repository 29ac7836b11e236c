//! Contacts, sealed: age files that only the organizers' identities open.

use std::io::Write;

use age::x25519::Recipient;
use serde::Serialize;

/// What is sealed of a signatory, as the desk reads it.
#[derive(Serialize)]
#[expect(
    missing_docs,
    reason = "each is the field of the form with the same name"
)]
pub struct Contact<'a> {
    /// Version of this shape: 1.
    pub v: u8,
    /// Origin of the letter.
    pub letter: &'a str,
    pub kind: &'a str,
    pub name: &'a str,
    pub email: Option<&'a str>,
    pub country: &'a str,
    pub title: Option<&'a str>,
    pub affiliation: Option<&'a str>,
    pub website: Option<&'a str>,
    pub contact_name: Option<&'a str>,
    pub contact_role: Option<&'a str>,
    pub authority: bool,
    pub display: &'a str,
    pub note: Option<&'a str>,
    pub updates: bool,
    /// What was consented to, as worded on the form.
    pub consent: &'a [String],
    pub lang: &'a str,
    /// The hour, RFC 3339.
    pub at: String,
}

/// The age recipients of a letter: never empty, because nothing is kept unsealed.
#[derive(Clone)]
pub struct Recipients(Vec<Recipient>);

/// Sealing that failed.
#[derive(Debug, thiserror::Error)]
pub enum SealError {
    /// A letter must have recipients.
    #[error("the letter has no recipients to seal contacts to")]
    NoRecipients,
    /// A private key where a recipient belongs. It is not repeated.
    #[error(
        "an identity (AGE-SECRET-KEY-…) was given where a recipient (age1…) belongs: it must stay \
         offline, and since it was given here it is a secret no more. Replace it: make another with \
         `undersigned-desk keygen`, away from this machine, and give its age1… here"
    )]
    Identity,
    /// Not an age X25519 recipient.
    #[error("{0} is not an age recipient (age1…)")]
    BadRecipient(String),
    /// age could not seal.
    #[error("sealing failed")]
    Failed,
}

impl Recipients {
    /// Reads `age1…` words.
    pub fn parse<S: AsRef<str>>(words: &[S]) -> Result<Self, SealError> {
        let recipients = words.iter().map(|word| read(word.as_ref()));
        let recipients = recipients.collect::<Result<Vec<_>, _>>()?;
        if recipients.is_empty() {
            Err(SealError::NoRecipients)
        } else {
            Ok(Self(recipients))
        }
    }

    /// The age file (binary, not armored) that any one of the recipients opens.
    pub fn seal(&self, plain: &[u8]) -> Result<Vec<u8>, SealError> {
        let recipients = self
            .0
            .iter()
            .map(|recipient| recipient as &dyn age::Recipient);
        let encryptor =
            age::Encryptor::with_recipients(recipients).map_err(|_| SealError::Failed)?;
        let mut file = Vec::with_capacity(plain.len() + 400);
        let mut writer = encryptor
            .wrap_output(&mut file)
            .map_err(|_| SealError::Failed)?;
        writer.write_all(plain).map_err(|_| SealError::Failed)?;
        writer.finish().map_err(|_| SealError::Failed)?;
        Ok(file)
    }
}

fn read(word: &str) -> Result<Recipient, SealError> {
    if word.to_ascii_uppercase().contains("AGE-SECRET-KEY") {
        return Err(SealError::Identity);
    }
    word.parse()
        .map_err(|_| SealError::BadRecipient(word.to_owned()))
}

/// One recipient as somebody typed it, in its one spelling.
///
/// # Errors
/// [`SealError::Identity`] and [`SealError::BadRecipient`].
pub fn recipient(typed: &str) -> Result<String, SealError> {
    read(typed.trim()).map(|recipient| recipient.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_identity_opens_what_was_sealed() {
        let identities = [
            age::x25519::Identity::generate(),
            age::x25519::Identity::generate(),
        ];
        let words: Vec<String> = identities
            .iter()
            .map(|i| i.to_public().to_string())
            .collect();
        let file = Recipients::parse(&words)
            .unwrap()
            .seal(b"ana@a.example")
            .unwrap();
        assert!(!file.windows(3).any(|w| w == b"ana"));
        for identity in &identities {
            assert_eq!(age::decrypt(identity, &file).unwrap(), b"ana@a.example");
        }
    }

    #[test]
    fn nothing_is_sealed_to_nobody() {
        assert!(matches!(
            Recipients::parse::<&str>(&[]),
            Err(SealError::NoRecipients)
        ));
        assert!(matches!(
            Recipients::parse(&["age1x"]),
            Err(SealError::BadRecipient(_))
        ));
    }
}
