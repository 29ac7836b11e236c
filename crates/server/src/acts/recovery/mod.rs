//! Recovery: the database of a restored backup is rolled forward from a newer copy of the record.
//!
//! What the copy says was withdrawn, removed or replaced is forgotten here too, in the same
//! transaction that makes the record whole: nobody is revived. What no copy of a record holds can't
//! come back: sealed contacts, tags and private links of those who signed after the backup, except
//! of those whose submission still waits in it.

mod copy;
mod roll;
mod waiting;

use std::path::Path;

use undersigned_record::checkpoint::Checkpoint;
use undersigned_record::note::VerifierKey;
use undersigned_record::verify::Progress;
use undersigned_record::{Hash, merkle};

pub use copy::{CopyError, RecordCopy};

use super::ActError;
use crate::app::App;
use crate::model::Letter;
use crate::recorder::{ReadOnly, extends};
use crate::seal::KeyError;
use crate::store::record::{self, Head};
use crate::store::{StoreError, Tx, letters};
use roll::Roll;

/// Why a letter was not recovered. Nothing was changed then.
#[derive(Debug, thiserror::Error)]
pub enum RecoveryError {
    /// The database.
    #[error(transparent)]
    Store(#[from] StoreError),
    /// The letter's keys.
    #[error(transparent)]
    Key(#[from] KeyError),
    /// The copy.
    #[error(transparent)]
    Copy(#[from] CopyError),
    /// The restore did not end.
    #[error("a restore was begun and did not end: run `undersigned restore` again")]
    HalfRestored,
    /// No such letter, or its vkey can't be read.
    #[error("the letter is not in this database")]
    NoLetter,
    /// The letter has no record, and there is no copy of one.
    #[error("the letter has not launched: there is nothing to recover")]
    Draft,
    /// Copy and database are two histories.
    #[error("the copy and the database contradict each other: this is another record")]
    Contradiction,
    /// What was served is newer than what there would be.
    #[error(
        "a checkpoint of size {served} was served already, and there would be only {size}: find \
         a newer copy of the record (whoever got a bundle, or a witness, has one)"
    )]
    Old {
        /// Entries of the highest checkpoint served.
        served: u64,
        /// Entries that there would be.
        size: u64,
    },
    /// What was served says otherwise.
    #[error(transparent)]
    Served(#[from] ReadOnly),
    /// An entry that this version of the program can't follow.
    #[error("entry {0} is of a kind that this version can't recover: use a newer version")]
    Unknown(u64),
    /// The figures or the root came out otherwise than the copy says.
    #[error("what was rolled forward is not what the copy says; nothing was changed")]
    Mismatch,
    /// The file of marks.
    #[error("the marks of restored letters, in served/ of the data directory: {0}")]
    Mark(#[from] std::io::Error),
}

/// What recovery gives, and what tells it so.
type Result<T> = std::result::Result<T, RecoveryError>;

/// How a recovery ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recovered {
    /// Entries that the database did not have.
    pub added: u64,
    /// Entries that it has now.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
}

/// Rolls the letter forward from the bundle at `path`, and lets it be signed again. No server may
/// use the database meanwhile.
pub async fn from_copy(
    app: &App,
    letter: &Letter,
    path: &Path,
    progress: &mut (dyn FnMut(Progress) + Send),
) -> Result<Recovered> {
    let key = ready(app, letter)?;
    let copy = RecordCopy::open(path, &key, progress)?;
    let tag_key = app.keys.tag_key(&letter.slug)?;
    let mut tx = app.store.write().await?;
    let old = record::head(&mut tx, letter.id).await?;
    let size = old.as_ref().map_or(0, |head| head.size);
    let head = if copy.checkpoint.size > size {
        let roll = Roll::begin(&mut tx, letter, copy, tag_key, app.clock.now_ms()).await?;
        roll.run(&mut tx).await?
    } else {
        let old = old.ok_or(RecoveryError::Draft)?;
        let told = (copy.checkpoint.size, copy.checkpoint.root);
        if !extends(&mut tx, letter.id, told, &old).await? {
            return Err(RecoveryError::Contradiction);
        }
        old
    };
    hold_against_served(app, &mut tx, letter, &key, &head).await?;
    tx.commit().await?;
    app.served.accept(&letter.slug)?;
    Ok(Recovered {
        added: head.size - size,
        size: head.size,
        root: head.root,
    })
}

/// Goes on from what the database holds: there is no newer copy. Only where nothing newer is known
/// to have been served.
pub async fn accept(app: &App, letter: &Letter) -> Result<Recovered> {
    let key = ready(app, letter)?;
    let mut tx = app.store.read().await?;
    let Some(head) = record::head(&mut tx, letter.id).await? else {
        let served = app.served.highest(&letter.slug, &key)?;
        if let Some(Checkpoint { size: served, .. }) = served {
            return Err(RecoveryError::Old { served, size: 0 });
        }
        // A draft that nobody launched since: it can be launched now.
        app.served.accept(&letter.slug)?;
        return Ok(Recovered {
            added: 0,
            size: 0,
            root: merkle::empty_root(),
        });
    };
    hold_against_served(app, &mut tx, letter, &key, &head).await?;
    app.served.accept(&letter.slug)?;
    Ok(Recovered {
        added: 0,
        size: head.size,
        root: head.root,
    })
}

fn ready(app: &App, letter: &Letter) -> Result<VerifierKey> {
    if app.served.is_half_restored() {
        return Err(RecoveryError::HalfRestored);
    }
    app.keys.fit(&letter.slug, &letter.vkey)?;
    letter.vkey.parse().map_err(|_| RecoveryError::NoLetter)
}

async fn hold_against_served(
    app: &App,
    tx: &mut Tx,
    letter: &Letter,
    key: &VerifierKey,
    head: &Head,
) -> Result<()> {
    let served = app.served.highest(&letter.slug, key)?;
    if let Some(old) = served.filter(|old| old.size > head.size) {
        return Err(RecoveryError::Old {
            served: old.size,
            size: head.size,
        });
    }
    let doubt = app
        .served
        .contradiction(tx, letter.id, &letter.slug, key, head)
        .await?;
    doubt.map_or(Ok(()), |why| Err(why.into()))
}

/// How a letter's record stands, for an operator.
pub struct Standing {
    /// The committed head, once there is one.
    pub head: Option<Head>,
    /// The highest checkpoint that this node served.
    pub served: Option<Checkpoint>,
    /// Why the letter can only be read, if it can.
    pub read_only: Option<ReadOnly>,
}

/// Says how a letter's record stands.
pub async fn standing(app: &App, slug: &str) -> std::result::Result<Standing, ActError> {
    let mut tx = app.store.read().await?;
    let letter = letters::by_slug(&mut tx, slug).await?;
    let letter = letter.ok_or(ActError::NoLink)?;
    let key = letter.vkey.parse();
    let key = key.map_err(|_| ActError::Store(StoreError::Corrupt("vkey")))?;
    let head = record::head(&mut tx, letter.id).await?;
    let read_only = match &head {
        Some(head) => {
            app.served
                .check(&mut tx, letter.id, &letter.slug, &key, head)
                .await?
        }
        None => None,
    };
    // A file that can't be read is what `read_only` says.
    let served = app.served.highest(&letter.slug, &key).unwrap_or_default();
    Ok(Standing {
        head,
        served,
        read_only,
    })
}
