//! What is shown beside the log: files of openings and statements with their salts.
//!
//! `openings/N` and `statements/N` hold a line for each entry from 256·N to 256·N+255 whose commitment is current and
//! whose signature is live; a file without lines doesn't exist.

use crate::json::{Fault, Fields, Object};
use crate::opening::Salt;
use crate::tile::WIDTH;

/// Which of the two kinds of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shelf {
    /// `openings/N`.
    Openings,
    /// `statements/N`.
    Statements,
}

/// The bytes behind one commitment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disclosed {
    /// Index of the entry that commits to them.
    pub index: u64,
    /// The salt.
    pub salt: Salt,
    /// The exact bytes of the opening or statement.
    pub bytes: Vec<u8>,
}

/// A line that isn't in its one legal form, out of order or in the wrong file; counted from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("line {0} is malformed, out of order or in the wrong file")]
pub struct DisclosureError(pub usize);

impl Shelf {
    fn key(self) -> &'static str {
        match self {
            Self::Openings => "opening",
            Self::Statements => "statement",
        }
    }

    /// Writes a file; lines must come in the order of their indices.
    #[must_use]
    pub fn write(self, lines: &[Disclosed]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for line in lines {
            let object = Object::new()
                .number("index", line.index)
                .shown("salt", line.salt);
            let object = object.text(self.key(), crate::encoding::encode(&line.bytes));
            bytes.extend(object.finish().into_bytes());
            bytes.push(b'\n');
        }
        bytes
    }

    /// Reads the file numbered `n`. No bytes are no lines.
    ///
    /// # Errors
    /// [`DisclosureError`] names the first line that [`Shelf::write`] wouldn't have written there.
    pub fn read(self, n: u64, bytes: &[u8]) -> Result<Vec<Disclosed>, DisclosureError> {
        let mut lines: Vec<Disclosed> = Vec::new();
        let mut rest = bytes;
        while !rest.is_empty() {
            let fault = DisclosureError(lines.len() + 1);
            let end = rest.iter().position(|b| *b == b'\n').ok_or(fault)?;
            let line = self.line(&rest[..end]).map_err(|_| fault)?;
            let ordered = lines.last().is_none_or(|last| last.index < line.index);
            if !ordered || line.index / WIDTH != n {
                return Err(fault);
            }
            lines.push(line);
            rest = &rest[end + 1..];
        }
        Ok(lines)
    }

    fn line(self, bytes: &[u8]) -> Result<Disclosed, Fault> {
        let mut fields = Fields::open(bytes)?;
        let line = Disclosed {
            index: fields.number("index")?,
            salt: fields.parsed("salt")?,
            bytes: fields.bytes(self.key())?,
        };
        fields.close()?;
        Ok(line)
    }
}
