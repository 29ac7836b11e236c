//! Bundles: the whole record of a letter in one file, from one snapshot of the database.

use std::io::Write;
use std::path::PathBuf;

use tokio::runtime::Handle;
use undersigned_record::bundle::{self, WriteError};
use undersigned_record::checkpoint::Checkpoint;
use undersigned_record::filter::Filter;
use undersigned_record::layout::File;
use undersigned_record::note::LogKey;
use undersigned_record::source::{Source, SourceError};
use undersigned_record::verify::{Progress, Report};

use super::ActError;
use super::record_file::Seen;
use crate::app::App;
use crate::model::Letter;
use crate::store::record::Head;
use crate::store::{StoreError, Tx, letters, record};

/// Why there is no bundle.
#[derive(Debug, thiserror::Error)]
pub enum BundleError {
    /// The letter has no record that may be shown.
    #[error(transparent)]
    Act(#[from] ActError),
    /// The letter has not launched.
    #[error("the letter has not launched: it has no record yet")]
    Draft,
    /// The record does not verify, or could not be written.
    #[error(transparent)]
    Write(#[from] WriteError),
    /// The place for the table of signatories.
    #[error("a temporary file in the data directory {0}: {1}")]
    Spool(PathBuf, std::io::Error),
    /// The program is shutting down.
    #[error("the bundle was not finished")]
    Unfinished,
}

/// Writes the bundle of `slug` at the committed head, with the openings and statements that `filter` keeps. What is read is one snapshot; in memory there
/// is one file of the record at a time, whatever the record's size.
///
/// `out` is written to from a thread that may block. Where it may stall (a reader's connection),
/// let it be a file: the snapshot is held until the last byte is read.
pub async fn write<W, P>(
    app: &App,
    slug: &str,
    filter: Filter,
    out: W,
    mut progress: P,
) -> Result<Report, BundleError>
where
    W: Write + Send + 'static,
    P: FnMut(Progress) + Send + 'static,
{
    let (mut source, key) = open(app, slug).await?;
    let spool = tempfile::tempfile_in(&app.config.data)
        .map_err(|error| BundleError::Spool(app.config.data.clone(), error))?;
    let written = tokio::task::spawn_blocking(move || {
        bundle::write(&mut source, &key, filter, spool, out, &mut progress)
    });
    written
        .await
        .map_err(|_| BundleError::Unfinished)?
        .map_err(BundleError::Write)
}

/// Begins the snapshot, and signs the head that it holds.
async fn open(app: &App, slug: &str) -> Result<(Snapshot, LogKey), BundleError> {
    let mut tx = app.store.read().await.map_err(ActError::from)?;
    let letter = letters::by_slug(&mut tx, slug)
        .await
        .map_err(ActError::from)?;
    let letter = letter.ok_or(BundleError::Draft)?;
    let head = record::head(&mut tx, letter.id)
        .await
        .map_err(ActError::from)?;
    let head = head.ok_or(BundleError::Draft)?;
    let key = app.keys.log_key(&letter.slug).map_err(ActError::from)?;
    let verifier = key.verifier();
    let doubt = app
        .served
        .check(&mut tx, letter.id, &letter.slug, &verifier, &head)
        .await;
    if let Some(why) = doubt.map_err(ActError::from)? {
        return Err(ActError::from(why).into());
    }
    let checkpoint = sign(&letter, &head, &key);
    // Who gets the bundle has seen this checkpoint: no other history may be signed from now on.
    app.served
        .raise(&letter.slug, &verifier, &checkpoint)
        .map_err(|_| {
            ActError::Store(StoreError::Unavailable("the file of the served checkpoint"))
        })?;
    let snapshot = Snapshot {
        tx,
        runtime: Handle::current(),
        letter,
        head,
        checkpoint,
    };
    Ok((snapshot, key))
}

fn sign(letter: &Letter, head: &Head, key: &LogKey) -> String {
    Checkpoint {
        origin: letter.origin.clone(),
        size: head.size,
        root: head.root,
    }
    .sign(key)
}

/// A record as one transaction sees it. Read from a thread that may block.
struct Snapshot {
    tx: Tx,
    runtime: Handle,
    letter: Letter,
    head: Head,
    checkpoint: String,
}

impl Source for Snapshot {
    const GROWS: bool = false;

    fn read(&mut self, file: &File) -> Result<Option<Vec<u8>>, SourceError> {
        let runtime = self.runtime.clone();
        let seen = Seen {
            letter: self.letter.id,
            vkey: &self.letter.vkey,
            checkpoint: &self.checkpoint,
            head: &self.head,
        };
        let read = seen.read(&mut self.tx, file);
        runtime.block_on(read).map_err(SourceError::unread)
    }
}
