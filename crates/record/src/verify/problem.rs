use crate::bundle::BundleError;
use crate::checkpoint::CheckpointError;
use crate::disclosure::DisclosureError;
use crate::entry::EntryError;
use crate::layout::File;
use crate::opening::OpeningError;
use crate::rules::RuleError;
use crate::source::SourceError;
use crate::tile::Tile;

/// The thing that doesn't hold. Numbers are indices of entries.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// The bundle isn't the one legal ZIP, or its manifest doesn't bind it.
    #[error("the bundle: {0}")]
    Bundle(#[from] BundleError),
    /// A file could not be read, or can't be like this.
    #[error("{0} {1}")]
    Source(File, SourceError),
    /// A file is missing.
    #[error("{0} is missing")]
    Missing(File),
    /// The file `key` holds no vkey on one line.
    #[error("the file key holds no public key of a log")]
    Key,
    /// The checkpoint isn't signed by the log's key, or is none.
    #[error("the checkpoint: {0}")]
    Checkpoint(#[from] CheckpointError),
    /// The log is empty; a record has a genesis at least.
    #[error("the log is empty")]
    Empty,
    /// An entry bundle can't be split into its entries.
    #[error("{0} does not hold the entries it should")]
    Entries(File),
    /// Bytes that are no entry.
    #[error("entry {0}: {1}")]
    Entry(u64, EntryError),
    /// An entry breaks a rule.
    #[error("entry {0} breaks a rule: {1}")]
    Rule(u64, RuleError),
    /// A tile isn't what the entries make it.
    #[error("{0} is not what the entries make it")]
    Tile(Tile),
    /// The entries lead to another root than the one that the log signed.
    #[error("the entries lead to another root than the one that the log signed")]
    Root,
    /// A file that must never change was read twice and differed.
    #[error("{0} changed between two readings")]
    Changed(File),
    /// A text isn't the one that the record names.
    #[error("{0} is not the text that the record names")]
    Text(File),
    /// A file of openings or statements is malformed.
    #[error("{0}: {1}")]
    Disclosure(File, DisclosureError),
    /// A current opening or statement isn't there.
    #[error("the {1} behind entry {0} is missing")]
    Undisclosed(u64, &'static str),
    /// An opening or statement is there that should have been deleted, or never was.
    #[error("the {1} behind entry {0} is not current and should be gone")]
    Stale(u64, &'static str),
    /// An entry commits to another opening or statement.
    #[error("entry {0} commits to another {1} than the one that is shown")]
    Commitment(u64, &'static str),
    /// An opening or statement isn't in its one legal form.
    #[error("the {1} behind entry {0}: {2}")]
    Opening(u64, &'static str, OpeningError),
    /// An opening is of another kind than its signature.
    #[error("the opening behind entry {0} is of another kind than the signature")]
    OpeningKind(u64),
    /// An opening names a text that isn't of the version that was signed.
    #[error("the opening behind entry {0} names another text than the one that was signed")]
    OpeningText(u64),
    /// Two checkpoints of one log, and neither tree extends the other.
    #[error("the log shows two histories: its trees of sizes {0} and {1} do not agree")]
    Fork(u64, u64),
    /// An entry names a checkpoint that this log never had.
    #[error("entry {0} names a checkpoint that this log never had")]
    Named(u64),
    /// The bundle's table of signatories isn't the one that follows from the record.
    #[error("signatories.csv is not what entries and openings make it")]
    Signatories,
    /// The bundle's filter is malformed.
    #[error("the filter is not in its one legal form")]
    Filter,
    /// The bundle's filter counts other openings or statements than those that it leaves out.
    #[error("the filter does not tell how much it leaves out")]
    LeftOut,
    /// A file of the bundle isn't what follows from the record.
    #[error("{0} is not what it should be for this log")]
    NotThis(File),
    /// The bundle holds a file that the record has no place for.
    #[error("{0} does not belong to this record")]
    Surplus(String),
    /// The table of signatories couldn't be written.
    #[error("the table of signatories could not be written: {0}")]
    Spool(std::io::Error),
}

impl Problem {
    /// Whether it says nothing about the record, because something could not be read or written.
    #[must_use]
    pub fn is_unchecked(&self) -> bool {
        matches!(
            self,
            Self::Source(_, SourceError::Unread(_) | SourceError::Refused(_))
                | Self::Bundle(BundleError::Io(_))
                | Self::Spool(_)
        )
    }

    /// Whether it may be gone once a growing record is read again: openings follow the log, not the other way round.
    pub(super) fn may_pass(&self) -> bool {
        matches!(
            self,
            Self::Undisclosed(..) | Self::Stale(..) | Self::Commitment(..) | Self::Disclosure(..)
        )
    }
}

impl serde::Serialize for Problem {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
