//! Receipts: a signatory's proof that an entry is in the record (C2SP tlog-proof, `c2sp.org/tlog-proof@v1`).

use crate::checkpoint::{Checkpoint, CheckpointError};
use crate::entry::{Act, Entry, EntryError};
use crate::json::{Fields, Object};
use crate::merkle::{self, ProofError};
use crate::note::VerifierKey;
use crate::opening::{self, Opening, OpeningError, Salt};
use crate::{Hash, encoding};

const HEAD: &str = "c2sp.org/tlog-proof@v1";

/// An entry, its place, its proof and the checkpoint it leads to; with what the entry commits to, if the holder wants.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The exact bytes of the entry, a `sign` or a `correct`.
    pub entry: Vec<u8>,
    /// Its index.
    pub index: u64,
    /// The log's key, so that the receipt can be checked for consistency by itself. It proves nothing about its origin.
    pub key: VerifierKey,
    /// The exact bytes of the opening, and its salt. It names the holder, so a receipt may come without.
    pub opening: Option<(Vec<u8>, Salt)>,
    /// The inclusion proof, from the leaf's sibling upwards.
    pub proof: Vec<Hash>,
    /// The signed checkpoint, with whatever cosignatures it came with.
    pub checkpoint: String,
}

/// What a receipt proves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Proven {
    /// The entry.
    pub entry: Entry,
    /// What is shown of the signatory, if the receipt says.
    pub opening: Option<Opening>,
    /// The head of the log that holds the entry.
    pub checkpoint: Checkpoint,
}

/// Why a receipt is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptError {
    /// A line is missing or not in its one legal form.
    #[error("the receipt's {0} is missing or malformed")]
    Malformed(&'static str),
    /// Its entry is no entry.
    #[error("the receipt's entry: {0}")]
    Entry(#[from] EntryError),
    /// Its entry is neither `sign` nor `correct`.
    #[error("the receipt's entry is neither sign nor correct")]
    Act,
    /// Its opening is no opening.
    #[error("the receipt's opening: {0}")]
    Opening(#[from] OpeningError),
    /// The entry commits to another opening.
    #[error("the entry commits to another opening than the receipt's")]
    Commitment,
    /// The opening is of another kind than the `sign` entry.
    #[error("the opening is of another kind than the entry")]
    Kind,
    /// Its checkpoint isn't signed by the key, or is none.
    #[error("the receipt's checkpoint: {0}")]
    Checkpoint(#[from] CheckpointError),
    /// The proof fails.
    #[error("the receipt's proof: {0}")]
    Proof(#[from] ProofError),
}

impl Receipt {
    /// The receipt as a `.tlog-proof` file.
    #[must_use]
    pub fn to_text(&self) -> String {
        let (opening, salt) = match &self.opening {
            Some((opening, salt)) => (Some(encoding::encode(opening)), Some(salt)),
            None => (None, None),
        };
        let extra = Object::new()
            .number("v", 1)
            .shown("key", &self.key)
            .text("entry", encoding::encode(&self.entry))
            .maybe("salt", salt)
            .maybe("opening", opening)
            .finish();
        let mut text = format!(
            "{HEAD}\nextra {}\nindex {}\n",
            encoding::encode(extra.as_bytes()),
            self.index
        );
        for hash in &self.proof {
            text.push_str(&format!("{hash}\n"));
        }
        text + "\n" + &self.checkpoint
    }

    /// Reads what [`Receipt::to_text`] writes; nothing is verified yet.
    ///
    /// # Errors
    /// [`ReceiptError::Malformed`] names the part that is wrong.
    pub fn parse(text: &str) -> Result<Self, ReceiptError> {
        let (head, checkpoint) = text
            .split_once("\n\n")
            .ok_or(ReceiptError::Malformed("checkpoint"))?;
        let mut lines = head.split('\n');
        if lines.next() != Some(HEAD) {
            return Err(ReceiptError::Malformed("first line"));
        }
        let mut value = |name: &'static str, lead: &str| {
            lines
                .next()
                .and_then(|line| line.strip_prefix(lead))
                .ok_or(ReceiptError::Malformed(name))
        };
        let extra =
            encoding::decode(value("extra", "extra ")?).ok_or(ReceiptError::Malformed("extra"))?;
        let index =
            encoding::decimal(value("index", "index ")?).ok_or(ReceiptError::Malformed("index"))?;
        let proof = lines.map(|line| line.parse().map_err(|_| ReceiptError::Malformed("proof")));
        let (key, entry, opening) = read_extra(&extra).ok_or(ReceiptError::Malformed("extra"))?;
        let proof = proof.collect::<Result<_, _>>()?;
        Ok(Self {
            entry,
            index,
            key,
            opening,
            proof,
            checkpoint: checkpoint.to_owned(),
        })
    }

    /// The origin that the receipt's checkpoint claims, unverified.
    #[must_use]
    pub fn claimed_origin(&self) -> Option<&str> {
        self.checkpoint.split('\n').next()
    }

    /// Checks the receipt against the log's key, offline: checkpoint, entry, commitment, proof.
    ///
    /// # Errors
    /// [`ReceiptError`] names the first thing that doesn't hold.
    pub fn verify(&self, key: &VerifierKey) -> Result<Proven, ReceiptError> {
        let checkpoint = Checkpoint::open(&self.checkpoint, key)?;
        let entry = Entry::parse(&self.entry)?;
        let (commitment, kind) = match &entry.act {
            Act::Sign(sign) => (sign.opening, Some(sign.kind)),
            Act::Correct(correct) => (correct.opening, None),
            _ => return Err(ReceiptError::Act),
        };
        let opening = match &self.opening {
            Some((bytes, salt)) if opening::commit(salt, bytes) == commitment => {
                Some(Opening::parse(bytes)?)
            }
            Some(_) => return Err(ReceiptError::Commitment),
            None => None,
        };
        if opening
            .as_ref()
            .is_some_and(|shown| kind.is_some_and(|kind| kind != shown.kind))
        {
            return Err(ReceiptError::Kind);
        }
        let leaf = merkle::leaf_hash(&self.entry);
        merkle::verify_inclusion(
            &self.proof,
            self.index,
            checkpoint.size,
            leaf,
            checkpoint.root,
        )?;
        Ok(Proven {
            entry,
            opening,
            checkpoint,
        })
    }
}

type Extra = (VerifierKey, Vec<u8>, Option<(Vec<u8>, Salt)>);

fn read_extra(extra: &[u8]) -> Option<Extra> {
    let mut fields = Fields::open(extra).ok()?;
    if fields.number("v").ok()? != 1 {
        return None;
    }
    let key = fields.parsed("key").ok()?;
    let entry = fields.bytes("entry").ok()?;
    let salt = fields.maybe::<Salt>("salt").ok()?;
    let opening = fields.maybe::<String>("opening").ok()?;
    fields.close().ok()?;
    match (salt, opening) {
        (Some(salt), Some(opening)) => {
            Some((key, entry, Some((encoding::decode(&opening)?, salt))))
        }
        (None, None) => Some((key, entry, None)),
        _ => None,
    }
}
