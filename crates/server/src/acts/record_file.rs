//! The files of a record, read from the store: the same for the site and for bundles.

use undersigned_record::disclosure::{Disclosed, Shelf};
use undersigned_record::layout::File;
use undersigned_record::opening::Salt;
use undersigned_record::tile::{EntryBundle, Tile, WIDTH};

use crate::store::record::Head;
use crate::store::{self, StoreError, Tx, letters, openings, record, statements};

/// Which record, and how much of it may be seen.
#[derive(Clone, Copy)]
pub struct Seen<'a> {
    /// The store's id of the letter.
    pub letter: i64,
    /// The log's public key.
    pub vkey: &'a str,
    /// The signed checkpoint of `head`.
    pub checkpoint: &'a str,
    /// What was committed; nothing beyond it is shown.
    pub head: &'a Head,
}

impl Seen<'_> {
    /// A file's bytes; none where the record has no such file at this size.
    pub async fn read(&self, tx: &mut Tx, file: &File) -> store::Result<Option<Vec<u8>>> {
        match file {
            File::Checkpoint => Ok(Some(self.checkpoint.as_bytes().to_vec())),
            File::Key => Ok(Some(format!("{}\n", self.vkey).into_bytes())),
            File::Text { version, lang } => {
                letters::text(tx, self.letter, version.cast_signed(), lang.as_str()).await
            }
            File::Tile(tile) => self.tile(tx, tile).await,
            File::Entries(bundle) => self.entries(tx, *bundle).await,
            File::Openings(n) => self.openings(tx, *n).await,
            File::Statements(n) => self.statements(tx, *n).await,
            File::Manifest
            | File::Filter
            | File::Policy
            | File::Signatories
            | File::Verifier
            | File::Dossier(_) => Ok(None),
        }
    }

    async fn tile(&self, tx: &mut Tx, tile: &Tile) -> store::Result<Option<Vec<u8>>> {
        let whole = Tile::at(tile.level, tile.index, self.head.size);
        if whole.is_none_or(|whole| whole.width < tile.width) {
            return Ok(None);
        }
        record::tile(tx, self.letter, tile).await
    }

    async fn entries(&self, tx: &mut Tx, bundle: EntryBundle) -> store::Result<Option<Vec<u8>>> {
        let Some(from) = bundle.index.checked_mul(WIDTH) else {
            return Ok(None);
        };
        let until = from.saturating_add(u64::from(bundle.width));
        if until > self.head.size {
            return Ok(None);
        }
        let entries = record::entries(tx, self.letter, from, until).await?;
        Ok(EntryBundle::encode(entries.iter().map(Vec::as_slice)))
    }

    /// The current openings of entries 256·n to 256·n+255.
    pub async fn openings(&self, tx: &mut Tx, n: u64) -> store::Result<Option<Vec<u8>>> {
        let Some((from, until)) = self.range(n) else {
            return Ok(None);
        };
        let rows = openings::range(tx, self.letter, from, until).await?;
        let lines = rows
            .into_iter()
            .map(|row| line(row.idx, row.salt, row.opening));
        Ok(Some(
            Shelf::Openings.write(&lines.collect::<store::Result<Vec<_>>>()?),
        ))
    }

    async fn statements(&self, tx: &mut Tx, n: u64) -> store::Result<Option<Vec<u8>>> {
        let Some((from, until)) = self.range(n) else {
            return Ok(None);
        };
        let rows = statements::range(tx, self.letter, from, until).await?;
        let lines = rows
            .into_iter()
            .map(|row| line(row.idx, row.salt, row.words));
        Ok(Some(
            Shelf::Statements.write(&lines.collect::<store::Result<Vec<_>>>()?),
        ))
    }

    /// The indices of a file of openings or statements.
    fn range(&self, n: u64) -> Option<(i64, i64)> {
        let from = n.checked_mul(WIDTH).filter(|from| *from < self.head.size)?;
        Some((
            from.cast_signed(),
            (from + WIDTH).min(self.head.size).cast_signed(),
        ))
    }
}

fn line(index: i64, salt: Vec<u8>, bytes: Vec<u8>) -> store::Result<Disclosed> {
    let salt = salt.try_into().map_err(|_| StoreError::Corrupt("a salt"))?;
    Ok(Disclosed {
        index: index.unsigned_abs(),
        salt: Salt(salt),
        bytes,
    })
}
