//! The key directory: one file a key, readable by the server's user alone.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use undersigned_record::note::LogKey;
use zeroize::Zeroizing;

use super::tag::TagKey;
use super::{AskingKeys, FoundersKeyFault, WaitingKeys, random};
use crate::model::Slug;

/// Name of the folder with the short-lived keys.
const WAITING: &str = "waiting";

/// The key directory, shared by all nodes.
#[derive(Clone)]
pub struct KeyDir {
    root: PathBuf,
}

/// A key that can't be read or made. Says which file, never what is in it.
#[derive(Debug, thiserror::Error)]
pub enum KeyError {
    /// The file system said no.
    #[error("key file {0}: {1}")]
    Io(PathBuf, io::ErrorKind),
    /// The file holds something else.
    #[error("key file {0} is damaged")]
    Damaged(PathBuf),
    /// The key is another than the one that the database names.
    #[error(
        "key file {0} is of another letter or installation: it does not fit the letter's public key"
    )]
    NotThis(PathBuf),
    /// The key of a letter's founders: what concerns that letter alone.
    #[error("the founders' key {0} is {1}")]
    Founders(PathBuf, FoundersKeyFault),
}

impl KeyDir {
    /// The directory `root`, made where missing.
    pub fn open(root: &Path) -> Result<Self, KeyError> {
        let made = Self {
            root: root.to_owned(),
        };
        made.folder("letters")?;
        Ok(made)
    }

    /// The directory `root` as it is: for whoever only looks.
    #[must_use]
    pub fn at(root: &Path) -> Self {
        Self {
            root: root.to_owned(),
        }
    }

    /// Makes the keys of a new letter: its log's (named `origin`) and its tags'. Keys that exist
    /// are kept, so that an interrupted import can be run again.
    pub fn create_letter(&self, slug: &Slug, origin: &str) -> Result<LogKey, KeyError> {
        self.folder(&format!("letters/{slug}"))?;
        let log = LogKey::generate(origin, random()).map_err(|_| self.damaged(slug, "log"))?;
        create(&self.letter(slug, "log"), log.to_text().as_bytes())?;
        create(&self.letter(slug, "tag"), &*Zeroizing::new(random::<32>()))?;
        self.log_key(slug)
    }

    /// The key that signs a letter's checkpoints.
    pub fn log_key(&self, slug: &Slug) -> Result<LogKey, KeyError> {
        let text = read(&self.letter(slug, "log"))?;
        let text = std::str::from_utf8(&text).map_err(|_| self.damaged(slug, "log"))?;
        LogKey::from_text(text.trim()).map_err(|_| self.damaged(slug, "log"))
    }

    /// Whether the keys of a letter are there, and its log's is the one behind `vkey`.
    pub fn fit(&self, slug: &Slug, vkey: &str) -> Result<(), KeyError> {
        self.tag_key(slug)?;
        if self.log_key(slug)?.verifier().to_string() == vkey {
            Ok(())
        } else {
            Err(KeyError::NotThis(self.letter(slug, "log")))
        }
    }

    /// The key that a letter's tags are made with.
    pub fn tag_key(&self, slug: &Slug) -> Result<TagKey, KeyError> {
        let bytes = read(&self.letter(slug, "tag"))?;
        let bytes = bytes
            .as_slice()
            .try_into()
            .map_err(|_| self.damaged(slug, "tag"))?;
        Ok(TagKey::new(bytes))
    }

    /// Whether a letter has a key of its invited founders.
    #[must_use]
    pub fn has_founders_key(&self, slug: &Slug) -> bool {
        self.letter(slug, "founders").exists()
    }

    /// Deletes that key, and with it whatever a backup, a log or a free page holds under it.
    pub fn drop_founders_key(&self, slug: &Slug) -> Result<(), KeyError> {
        let path = self.letter(slug, "founders");
        match fs::remove_file(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(KeyError::Io(path, error.kind()))
            }
            _ => Ok(()),
        }
    }

    /// Deletes every key of a letter that is deleted.
    pub fn drop_letter(&self, slug: &Slug) -> Result<(), KeyError> {
        let path = self.root.join("letters").join(slug.as_str());
        match fs::remove_dir_all(&path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                Err(KeyError::Io(path, error.kind()))
            }
            _ => Ok(()),
        }
    }

    /// The short-lived keys.
    pub fn waiting(&self) -> Result<WaitingKeys, KeyError> {
        Ok(WaitingKeys::new(self.folder(WAITING)?))
    }

    /// Files of short-lived keys that ought to be gone by `now` (unix seconds).
    pub fn overdue(&self, now: i64) -> Result<Vec<PathBuf>, KeyError> {
        let folder = self.root.join(WAITING);
        let names = super::waiting::overdue(&folder, now)?;
        Ok(names.iter().map(|name| folder.join(name)).collect())
    }

    /// The keys of addresses that questions can be mailed to.
    pub fn asking(&self) -> Result<AskingKeys, KeyError> {
        Ok(AskingKeys::new(self.folder("asking")?))
    }

    pub(super) fn letter(&self, slug: &Slug, key: &str) -> PathBuf {
        self.root.join("letters").join(slug.as_str()).join(key)
    }

    fn damaged(&self, slug: &Slug, key: &str) -> KeyError {
        KeyError::Damaged(self.letter(slug, key))
    }

    fn folder(&self, name: &str) -> Result<PathBuf, KeyError> {
        let path = self.root.join(name);
        fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(&path)
            .map_err(|error| KeyError::Io(path.clone(), error.kind()))?;
        Ok(path)
    }
}

/// Reads a key file.
pub(super) fn read(path: &Path) -> Result<Zeroizing<Vec<u8>>, KeyError> {
    fs::read(path)
        .map(Zeroizing::new)
        .map_err(|error| KeyError::Io(path.to_owned(), error.kind()))
}

/// Puts `bytes` into the new file `path`, durably and whole: no crash and no other node ever sees
/// half a key, and a key that another node made first stays.
pub(super) fn create(path: &Path, bytes: &[u8]) -> Result<(), KeyError> {
    let outcome = (|| {
        let tail = u64::from_le_bytes(random());
        let draft = path.with_extension(format!("{tail:016x}"));
        let mut file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(&draft)?;
        file.write_all(bytes)?;
        file.sync_all()?;
        let linked = fs::hard_link(&draft, path);
        fs::remove_file(&draft)?;
        match linked {
            Err(error) if error.kind() != io::ErrorKind::AlreadyExists => return Err(error),
            _ => {}
        }
        path.parent()
            .map_or(Ok(()), |folder| File::open(folder)?.sync_all())
    })();
    outcome.map_err(|error: io::Error| KeyError::Io(path.to_owned(), error.kind()))
}
