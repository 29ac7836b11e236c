//! The public figures of a letter.

use super::Moment;

/// The figures as the record gives them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// All signatures, of every kind.
    pub total: u64,
    /// Signatures of individuals.
    pub individuals: u64,
    /// Signatures of organizations.
    pub organizations: u64,
    /// Signatures of companies.
    pub companies: u64,
    /// Anonymous signatures.
    pub support: u64,
    /// Countries that at least one signatory named.
    pub countries: u64,
    /// When the checkpoint that they stand on was made.
    pub as_of: Moment,
    /// False where newer figures exist or may exist, because the letter can only be read: they are
    /// shown as those of an old copy.
    pub current: bool,
    /// How many entries that checkpoint covers.
    pub size: u64,
}
