//! Statements: a signatory's approved words, behind the commitment of a `statement` entry.

use crate::Hash;
use crate::entry::Lang;
use crate::json::{Fields, Object};
use crate::opening::{OpeningError, Salt};

const LABEL: &[u8] = b"undersigned/statement/v1\0";

/// The longest statement in bytes.
pub const LONGEST: usize = 16_384;

/// A signatory's words, and the language they are in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Language of the words.
    pub lang: Lang,
    /// The words; lines end in `\n`.
    pub words: String,
}

/// Commitment to a statement's bytes: SHA-256("undersigned/statement/v1\0" ‖ salt ‖ bytes).
#[must_use]
pub fn commit(salt: &Salt, statement: &[u8]) -> Hash {
    Hash::of_parts(&[LABEL, &salt.0, statement])
}

impl Statement {
    /// The one spelling of the statement.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        Object::new()
            .number("v", 1)
            .shown("lang", &self.lang)
            .text("words", &self.words)
            .finish()
            .into_bytes()
    }

    /// Reads a statement in its one spelling.
    ///
    /// # Errors
    /// [`OpeningError`] names the key that is wrong.
    pub fn parse(bytes: &[u8]) -> Result<Self, OpeningError> {
        if bytes.len() > LONGEST {
            return Err(OpeningError("too long"));
        }
        let mut fields = Fields::open(bytes)?;
        if fields.number("v")? != 1 {
            return Err(OpeningError("v"));
        }
        let statement = Self {
            lang: fields.parsed("lang")?,
            words: fields.text("words")?,
        };
        fields.close()?;
        let legal = !statement.words.is_empty()
            && !statement.words.chars().any(|c| c.is_control() && c != '\n')
            && statement.to_bytes() == bytes;
        if legal {
            Ok(statement)
        } else {
            Err(OpeningError("words"))
        }
    }
}
