//! What people do: a file for each noun. Everything here is called by one handler or one command,
//! and ends in one call of the committer.

pub mod bundle;
pub mod closing;
pub mod confirmation;
pub mod correction;
pub mod doubt;
pub mod drafting;
pub mod enrolment;
pub mod founding;
pub mod launch;
pub mod link;
pub mod mailing;
pub mod moderation;
pub mod receipt;
pub mod record_file;
pub mod recovery;
pub mod signing;
pub mod withdrawal;

use crate::recorder::ReadOnly;
use crate::seal::{KeyError, SealError};
use crate::store::StoreError;

/// Why an act did not happen. Nothing of it was kept.
#[derive(Debug, thiserror::Error)]
pub enum ActError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The key directory.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// Sealing.
    #[error(transparent)]
    Seal(#[from] SealError),
    /// The letter can only be read.
    #[error("read-only: {0}")]
    ReadOnly(#[from] ReadOnly),
    /// The letter is not open.
    #[error("the letter is not open for signatures")]
    NotOpen,
    /// The link leads nowhere: forged, expired, or of a signature that is withdrawn.
    #[error("the link leads nowhere")]
    NoLink,
    /// The signature was corrected as often as it may be in a day. It may be again after so many
    /// seconds.
    #[error("corrected too often; try again in {0} seconds")]
    TooOften(u64),
    /// The signature was withdrawn or removed.
    #[error("the signature was withdrawn or removed")]
    Gone,
    /// What waits can't be read any more.
    #[error("what waits can't be read")]
    Unreadable,
    /// A page or a mail could not be made.
    #[error("a template failed")]
    Render,
    /// The record could not give a proof.
    #[error("the record gave no proof")]
    NoProof,
}

/// What an act gives.
pub type Result<T> = std::result::Result<T, ActError>;
