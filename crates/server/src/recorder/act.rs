//! What waits in the queue to become an entry.

use serde::{Deserialize, Serialize};
use undersigned_record::Hash;
use undersigned_record::entry::{Country, Proof, Reason, Sign};
use undersigned_record::opening::Salt;

/// An act on the queue. The signature that it is about stands beside it; the sequencer knows its
/// index.
#[derive(Clone, Serialize, Deserialize)]
#[serde(tag = "act", rename_all = "kebab-case")]
pub enum Act {
    /// A signature.
    Sign(Sign),
    /// New public fields.
    Correct {
        /// The country from here on; none where it stays what it is by then.
        #[serde(default)]
        country: Option<Country>,
        /// Commitment to the new opening.
        opening: Hash,
        /// Which waiting opening it is.
        #[serde(with = "salt_text")]
        salt: Salt,
        /// Commitment to the sealed contact from here on.
        contact: Hash,
    },
    /// Another level of proof.
    Level {
        /// The level from here on.
        level: Proof,
    },
    /// Approved words.
    Statement {
        /// Which statement of the store.
        id: i64,
        /// Commitment to the words.
        statement: Hash,
    },
    /// Takes published words back, and held ones with them.
    Unsay,
    /// A withdrawal.
    Withdraw,
    /// A removal by the organizers.
    Remove {
        /// Why.
        reason: Reason,
    },
    /// The letter closes.
    Close,
}

impl Act {
    /// As the queue keeps it.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("an act is plain data")
    }
}

mod salt_text {
    use serde::{Deserialize, Deserializer, Serializer};
    use undersigned_record::opening::Salt;

    pub(super) fn serialize<S: Serializer>(salt: &Salt, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(salt)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Salt, D::Error> {
        String::deserialize(from)?
            .parse()
            .map_err(serde::de::Error::custom)
    }
}
