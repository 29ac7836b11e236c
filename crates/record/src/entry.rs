//! The entries of a record: what happened, as the bytes that are hashed.
//!
//! An entry is one JSON object on one line with one legal spelling (docs/RECORD-FORMAT.md, "Entries"):
//! [`Entry::to_bytes`] writes it, [`Entry::parse`] takes nothing else.

mod parse;
mod write;

use std::collections::BTreeMap;

pub use crate::calendar::{Date, Hour};
pub use crate::country::Country;
pub use crate::lang::Lang;
pub use crate::words::{Display, KeyAct, KeyRole, Kind, Proof, Reason, State};

use crate::Hash;
use crate::note::VerifierKey;

/// The longest entry in bytes (tlog-tiles' entry bundles count lengths in a u16).
pub const LONGEST: usize = 65_535;

/// The longest free text of an entry (origin, recipient, channel, public value …) in bytes.
pub const LONGEST_TEXT: usize = 1_000;

/// One entry: what happened, and the hour.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The sequencer's clock, truncated to the hour; never less than that of the entry before.
    pub at: Hour,
    /// What happened.
    pub act: Act,
}

/// What an entry records. Numbers named `sign` and `deliver` are indices of entries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Entry 0, and no other: which letter this is.
    Genesis(Genesis),
    /// A version of the letter's text.
    Text(Text),
    /// The letter opens or closes.
    State(State),
    /// A signature.
    Sign(Sign),
    /// New public fields, country and contact for a signature.
    Correct(Correct),
    /// A new level of proof for a signature.
    Level {
        /// The signature.
        sign: u64,
        /// Its level from here on.
        level: Proof,
    },
    /// Words of a signatory were approved, or are no longer shown.
    Statement {
        /// The signature.
        sign: u64,
        /// Commitment to the approved words (`statement::commit`); `None` takes the former ones back.
        statement: Option<Hash>,
    },
    /// A signatory withdrew.
    Withdraw {
        /// The signature.
        sign: u64,
    },
    /// Organizers removed a signature.
    Remove {
        /// The signature.
        sign: u64,
        /// Why.
        reason: Reason,
    },
    /// A token was issued.
    Issue {
        /// SHA-256 of the issuer's public key.
        issuer: Hash,
    },
    /// A token was redeemed: an anonymous signature.
    Support(Support),
    /// The letter was delivered.
    Deliver(Deliver),
    /// A recipient answered.
    Respond {
        /// The delivery that is answered.
        deliver: u64,
        /// SHA-256 of the answer's bytes.
        digest: Hash,
    },
    /// A key came into use or was destroyed.
    Key {
        /// What the key is for.
        role: KeyRole,
        /// What happened to it.
        act: KeyAct,
        /// Its public value in the spelling of its kind: a vkey, age recipients, base64.
        value: String,
    },
    /// A sample audit is announced.
    Audit(Audit),
}

/// Which letter this is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Genesis {
    /// `HOST/letters/SLUG`; also the name of `key`.
    pub origin: String,
    /// The log's key.
    pub key: VerifierKey,
    /// The age recipients to which contacts are sealed.
    pub recipients: Vec<String>,
    /// The day by which contacts are destroyed.
    pub retention: Date,
    /// The last day of signing, if one was promised. `None` leaves closing to the organizers.
    pub closing: Option<Date>,
    /// The log that this one continues, and its head.
    pub predecessor: Option<Predecessor>,
}

/// The log that another one continues.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Predecessor {
    /// Its origin.
    pub origin: String,
    /// Its last size.
    pub size: u64,
    /// Its last root.
    pub root: Hash,
}

/// A version of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// 1 for the first, then counted up by one.
    pub version: u64,
    /// SHA-256 of each language's text file; at least one.
    pub texts: BTreeMap<Lang, Hash>,
}

/// A signature. As serde writes it, it is for what waits to be recorded; the record has it as [`Entry`] does.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Sign {
    /// What the signatory is.
    pub kind: Kind,
    /// Their country, or `ZZ`.
    pub country: Country,
    /// How they were shown to be who they say.
    pub level: Proof,
    /// Version of the text that they signed.
    pub version: u64,
    /// Made by invitation, before launch.
    pub founding: bool,
    /// Commitment to what is shown (`opening::commit`).
    pub opening: Hash,
    /// Commitment to the sealed contact (`opening::contact_commitment`).
    pub contact: Hash,
}

/// New public fields, country and contact for a signature, all anew.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correct {
    /// The signature.
    pub sign: u64,
    /// The country from here on.
    pub country: Country,
    /// Commitment to what is shown from here on.
    pub opening: Hash,
    /// Commitment to the sealed contact from here on.
    pub contact: Hash,
}

/// A redeemed token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Support {
    /// SHA-256 of the issuer's public key.
    pub issuer: Hash,
    /// The token, 32 bytes.
    pub token: Hash,
    /// The issuer's signature over the token.
    pub signature: Vec<u8>,
}

/// A delivery: one checkpoint of the letter, carried to one recipient.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Deliver {
    /// To whom.
    pub recipient: String,
    /// How.
    pub channel: String,
    /// Size of the checkpoint carried; at most the index of this entry.
    pub size: u64,
    /// Its root.
    pub root: Hash,
}

/// The announcement of a sample audit.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Audit {
    /// Size of the checkpoint under audit; at most the index of this entry.
    pub size: u64,
    /// Its root.
    pub root: Hash,
    /// How many signatures will be drawn.
    pub sample: u64,
    /// The public random beacon that will draw them.
    pub beacon: String,
    /// Its future round.
    pub round: u64,
}

/// Why bytes are no entry.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EntryError {
    /// Longer than [`LONGEST`].
    #[error("longer than 65,535 bytes")]
    Long,
    /// `v` is not 1.
    #[error("its version is {0}, and only 1 is known")]
    Version(u64),
    /// No such type.
    #[error("its type {0:?} is unknown")]
    Type(String),
    /// A key is missing, misplaced or spelled in another than the one legal way; or something else stands in its place.
    #[error("{0:?}: missing, misplaced or not in its one legal form")]
    Field(&'static str),
}
