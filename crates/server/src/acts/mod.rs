//! What people do: a file for each noun. Everything here is called by one handler or one command,
//! and ends in one call of the committer.

pub mod access;
pub mod asking;
pub mod bouncing;
pub mod bundle;
pub mod closing;
pub mod confirmation;
pub mod contacts;
pub mod correction;
pub mod deletion;
pub mod doubt;
pub mod drafting;
pub mod enrolment;
pub mod founding;
pub mod host;
pub mod launch;
pub mod link;
pub mod logo;
pub mod mailing;
pub mod moderation;
pub mod preview;
pub mod proving;
pub mod receipt;
pub mod recipients;
pub mod record_file;
pub mod recovery;
pub mod release;
pub mod retention;
pub mod rules;
pub mod settings;
pub mod signatory_logo;
pub mod signing;
pub mod translating;
pub mod withdrawal;
pub mod writing;

use undersigned_record::entry::Reason;

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
    /// The link is of a signature that the organizers removed; why, where that is kept.
    #[error("the organizers removed the signature")]
    TakenOut(Option<Reason>),
    /// The link is of something that the organizers did not take; why, where that is kept.
    #[error("the organizers did not take it")]
    TurnedDown(Option<Reason>),
    /// What waits can't be read any more.
    #[error("what waits can't be read")]
    Unreadable,
    /// A page or a mail could not be made.
    #[error("a template failed")]
    Render,
    /// An invitation was used, has expired, or never was.
    #[error("the invitation leads nowhere")]
    NoInvitation,
    /// A translator's link was ended, has expired, or never was.
    #[error("the translator's link leads nowhere")]
    NoTranslation,
    /// A passkey's answer does not hold: wrong, too late, sent twice, or of a passkey that is gone.
    #[error("the passkey's answer does not hold")]
    NoPasskey,
    /// Passkeys need a host's name, and the site has only a network address.
    #[error("the site has no host name that passkeys could belong to")]
    NoHostName,
    /// Who acts may not, or not any more.
    #[error("not permitted")]
    NotPermitted,
    /// Founders can't be invited yet: a text or tested recipients are missing.
    #[error("a text or tested recipients are missing")]
    NotReady,
    /// A founder has answered, and has the link to that.
    #[error("the founder has answered, and has a link")]
    Answered,
    /// The letter has launched: what was to come before is over.
    #[error("the letter was launched already")]
    Launched,
    /// It would leave a letter without an owner.
    #[error("a letter keeps an owner")]
    LastOwner,
    /// Somebody can do more than whoever would give them a new way in.
    #[error("this organizer can do more than that")]
    ReachesFurther,
    /// It would leave an organizer without a way in.
    #[error("an organizer keeps a passkey or a recovery code")]
    LastPasskey,
    /// The record could not give a proof.
    #[error("the record gave no proof")]
    NoProof,
}

/// What an act gives.
pub type Result<T> = std::result::Result<T, ActError>;
