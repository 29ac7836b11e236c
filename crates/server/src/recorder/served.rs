//! The highest checkpoint that this node served, in a file outside the database and its backups.
//!
//! A database that comes back older (a restored backup, a lagging replica) or different is found
//! out by it, and nothing is signed then: two checkpoints that contradict each other would be proof
//! against the letter for ever.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use undersigned_record::checkpoint::Checkpoint;
use undersigned_record::note::VerifierKey;
use undersigned_record::proof::{self, TileMap};
use undersigned_record::{Hash, merkle};

use crate::model::Slug;
use crate::store::record::{self, Head};
use crate::store::{Result, StoreError, Tx};

/// Name of the mark of a restored database; with `-SLUG` behind it, of a restored letter.
const RESTORED: &str = ".restored";

const MARK: &[u8] = b"restored from a backup; see `undersigned record recover`\n";

/// Why a letter can only be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadOnly {
    /// `restore` ran, and `record recover` has not.
    #[error(
        "this database was restored from a backup: run `undersigned record recover` with a newer \
         copy of the record, or with --accept if there is none"
    )]
    Restored,
    /// The database knows less than was served.
    #[error(
        "the database is behind a checkpoint that was already served (a restored backup or a \
         lagging replica): run `undersigned record recover` with a newer copy of the record"
    )]
    Behind,
    /// The database contradicts what was served.
    #[error(
        "the database contradicts a checkpoint that was already served: restore the right database; \
         nothing is signed until then"
    )]
    Forked,
    /// The file of the highest checkpoint can't be read.
    #[error("the file of the highest served checkpoint can't be read: mend or remove it")]
    Unreadable,
}

/// The folder of those files, one a letter.
pub struct Served {
    folder: PathBuf,
}

impl Served {
    /// The folder, made where missing.
    pub fn open(folder: PathBuf) -> io::Result<Self> {
        fs::create_dir_all(&folder)?;
        Ok(Self { folder })
    }

    /// The folder as it is: for whoever only looks.
    #[must_use]
    pub fn at(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Holds `head` against the highest checkpoint that was served.
    pub async fn check(
        &self,
        tx: &mut Tx,
        letter: i64,
        slug: &Slug,
        key: &VerifierKey,
        head: &Head,
    ) -> Result<Option<ReadOnly>> {
        if self.is_restored(slug) {
            return Ok(Some(ReadOnly::Restored));
        }
        self.contradiction(tx, letter, slug, key, head).await
    }

    /// The same without regard to whether the database was restored: what `record recover` and
    /// `launch` ask.
    pub async fn contradiction(
        &self,
        tx: &mut Tx,
        letter: i64,
        slug: &Slug,
        key: &VerifierKey,
        head: &Head,
    ) -> Result<Option<ReadOnly>> {
        let old = match self.highest(slug, key) {
            Ok(Some(old)) => old,
            Ok(None) => return Ok(None),
            Err(why) => return Ok(Some(why)),
        };
        if head.size < old.size {
            return Ok(Some(ReadOnly::Behind));
        }
        let same = extends(tx, letter, (old.size, old.root), head).await?;
        Ok((!same).then_some(ReadOnly::Forked))
    }

    /// Keeps `note` as the highest checkpoint, durably. Called before it is served.
    pub fn keep(&self, slug: &Slug, note: &str) -> io::Result<()> {
        write_durably(&self.file(slug), note.as_bytes())
    }

    /// The highest checkpoint that was served, if one ever was. Where the file can't be read, that
    /// is the answer.
    pub fn highest(
        &self,
        slug: &Slug,
        key: &VerifierKey,
    ) -> std::result::Result<Option<Checkpoint>, ReadOnly> {
        match fs::read_to_string(self.file(slug)) {
            Ok(note) => Checkpoint::open(&note, key)
                .map(Some)
                .map_err(|_| ReadOnly::Unreadable),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(_) => Err(ReadOnly::Unreadable),
        }
    }

    /// Keeps `note` unless a higher checkpoint is kept already: for a command beside a server.
    pub fn raise(&self, slug: &Slug, key: &VerifierKey, note: &str) -> io::Result<()> {
        let size = |checkpoint: Checkpoint| checkpoint.size;
        let new = Checkpoint::open(note, key).map_or(0, size);
        let kept = self.highest(slug, key).map_err(io::Error::other)?;
        if kept.map_or(0, size) < new {
            self.keep(slug, note)?;
        }
        Ok(())
    }

    /// Marks the whole database as restored, before anything of it is replaced: whatever happens
    /// then, nothing is signed.
    pub fn mark_restored(&self) -> io::Result<()> {
        write_durably(&self.folder.join(RESTORED), MARK)
    }

    /// Once the database is in place: leaves each letter to be accepted by itself.
    pub fn mark_letters(&self, slugs: &[Slug]) -> io::Result<()> {
        for slug in slugs {
            write_durably(&self.restored_mark(slug), MARK)?;
        }
        remove(&self.folder.join(RESTORED))
    }

    /// Whether a restore was begun and did not end.
    pub fn is_half_restored(&self) -> bool {
        self.folder.join(RESTORED).exists()
    }

    /// Whether the letter came out of a backup and was not accepted yet.
    pub fn is_restored(&self, slug: &Slug) -> bool {
        self.is_half_restored() || self.restored_mark(slug).exists()
    }

    /// Takes a letter's mark away.
    pub fn accept(&self, slug: &Slug) -> io::Result<()> {
        remove(&self.restored_mark(slug))
    }

    fn file(&self, slug: &Slug) -> PathBuf {
        self.folder.join(slug.as_str())
    }

    /// No slug begins with a dot.
    fn restored_mark(&self, slug: &Slug) -> PathBuf {
        self.folder.join(format!("{RESTORED}-{slug}"))
    }
}

/// Whether the tree of `head` extends the tree of `old`, by a consistency proof (RFC 6962 §2.1.2)
/// over the tiles of the store.
pub(crate) async fn extends(
    tx: &mut Tx,
    letter: i64,
    old: (u64, Hash),
    head: &Head,
) -> Result<bool> {
    let (size, root) = old;
    if size == head.size || size == 0 {
        return Ok(size == 0 || root == head.root);
    }
    let mut tiles = TileMap::new();
    for tile in proof::consistency_tiles(size, head.size) {
        let hashes = record::tile(tx, letter, &tile).await?;
        tiles.insert(
            (tile.level, tile.index),
            hashes.ok_or(StoreError::Corrupt("a tile is missing"))?,
        );
    }
    let Ok(path) = proof::consistency(size, head.size, &tiles) else {
        return Ok(false);
    };
    Ok(merkle::verify_consistency(&path, size, head.size, root, head.root).is_ok())
}

fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// A command and a server may do this at once, so the draft carries the process's number.
fn write_durably(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut draft = path.as_os_str().to_owned();
    draft.push(format!(".{}.new", std::process::id()));
    let draft = PathBuf::from(draft);
    let mut file = File::create(&draft)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    fs::rename(&draft, path)?;
    path.parent()
        .map_or(Ok(()), |folder| File::open(folder)?.sync_all())
}
