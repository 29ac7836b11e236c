//! Checkpoints (C2SP tlog-checkpoint): what a log commits to.

use crate::note::{self, LogKey, NoteError, VerifierKey};
use crate::{Hash, encoding};

/// The head of a log: how many entries it has, and the root over them.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct Checkpoint {
    /// Which log this is: `HOST/letters/SLUG`.
    pub origin: String,
    /// Entries.
    pub size: u64,
    /// The root of the tree over them (RFC 6962).
    pub root: Hash,
}

/// Why a checkpoint is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum CheckpointError {
    /// It isn't a note by the expected key.
    #[error(transparent)]
    Note(#[from] NoteError),
    /// The text isn't origin, size and root, a line each. Extension lines are refused: the record has none.
    #[error("not a checkpoint")]
    Malformed,
    /// The key that signed it carries another name.
    #[error("its origin is not the name of the key that signed it")]
    Origin,
    /// The key that was asked for is another letter's, and did not sign it.
    #[error("the key is of {key}, the record of {record}")]
    OtherLetter {
        /// The origin that the key names.
        key: String,
        /// The origin that the unverified checkpoint names.
        record: String,
    },
}

impl Checkpoint {
    /// The note's text: three lines.
    #[must_use]
    pub fn text(&self) -> String {
        format!("{}\n{}\n{}\n", self.origin, self.size, self.root)
    }

    /// The signed note. The same checkpoint and key give the same bytes.
    #[must_use]
    pub fn sign(&self, key: &LogKey) -> String {
        key.sign(&self.text())
    }

    /// Reads the unsigned text.
    ///
    /// # Errors
    /// [`CheckpointError::Malformed`] for anything but the one spelling.
    pub fn parse(text: &str) -> Result<Self, CheckpointError> {
        let lines: Vec<&str> = text
            .strip_suffix('\n')
            .ok_or(CheckpointError::Malformed)?
            .split('\n')
            .collect();
        let [origin, size, root] = lines[..] else {
            return Err(CheckpointError::Malformed);
        };
        let size = encoding::decimal(size).ok_or(CheckpointError::Malformed)?;
        let root = root.parse().map_err(|_| CheckpointError::Malformed)?;
        if origin.is_empty() {
            return Err(CheckpointError::Malformed);
        }
        Ok(Self {
            origin: origin.to_owned(),
            size,
            root,
        })
    }

    /// Reads a note that `key` signed.
    ///
    /// # Errors
    /// [`CheckpointError`] says whether the note, the text or the origin is wrong.
    pub fn open(note: &str, key: &VerifierKey) -> Result<Self, CheckpointError> {
        let text = note::open(note, key).map_err(|error| other_letter(note, key, error))?;
        let checkpoint = Self::parse(text)?;
        if checkpoint.origin == key.name() {
            Ok(checkpoint)
        } else {
            Err(CheckpointError::Origin)
        }
    }
}

/// A mistaken key is told from a mistaken signature by the origin that the note claims.
fn other_letter(note: &str, key: &VerifierKey, error: NoteError) -> CheckpointError {
    let claimed = note
        .rfind("\n\n")
        .and_then(|split| Checkpoint::parse(&note[..=split]).ok());
    match claimed {
        Some(claimed) if error == NoteError::Unsigned && claimed.origin != key.name() => {
            CheckpointError::OtherLetter {
                key: key.name().to_owned(),
                record: claimed.origin,
            }
        }
        _ => error.into(),
    }
}
