//! The key of a letter's invited founders. What lies under it can be read with it alone, so a new one
//! is made only where nothing does.

use std::io;
use std::path::PathBuf;

use zeroize::Zeroizing;

use super::keydir::{KeyDir, KeyError, create, read};
use super::{RowKey, random};
use crate::model::Slug;

/// How a letter's founders' key stands to what the database has under it.
pub enum FoundersKey {
    /// There is none, and nothing that it would open.
    Unused,
    /// It opens what is there.
    Usable(RowKey),
    /// It doesn't: nothing that is there can be read, and nothing may come under another.
    Faulty(KeyError),
}

/// What is wrong with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FoundersKeyFault {
    /// There is no such file.
    #[error("missing")]
    Missing,
    /// The file holds no key.
    #[error("damaged")]
    Damaged,
    /// The file holds another key.
    #[error("another key than the one that the founders are under")]
    Other,
    /// The file system said no.
    #[error("unreadable: {0}")]
    Unreadable(io::ErrorKind),
}

impl KeyDir {
    /// The key of a letter's invited founders, where there is one: only for a letter that has not
    /// launched.
    pub fn founders_key(&self, slug: &Slug) -> Result<RowKey, KeyError> {
        let path = self.founders_file(slug);
        let fault = match read(&path) {
            Ok(bytes) => match RowKey::new(&bytes) {
                Some(key) => return Ok(key),
                None => FoundersKeyFault::Damaged,
            },
            Err(KeyError::Io(_, io::ErrorKind::NotFound)) => FoundersKeyFault::Missing,
            Err(KeyError::Io(_, kind)) => FoundersKeyFault::Unreadable(kind),
            Err(error) => return Err(error),
        };
        Err(KeyError::Founders(path, fault))
    }

    /// How that key stands. `rows` are some of what lies under it, each with its id; `more` says
    /// whether there is anything else.
    #[must_use]
    pub fn founders(&self, slug: &Slug, (rows, more): &(Vec<(i64, Vec<u8>)>, bool)) -> FoundersKey {
        let opens = |key: &RowKey| {
            let mut rows = rows.iter();
            rows.any(|(id, sealed)| key.decrypt(*id, sealed).is_some())
        };
        match self.founders_key(slug) {
            Ok(key) if rows.is_empty() || opens(&key) => FoundersKey::Usable(key),
            Ok(_) => {
                let path = self.founders_file(slug);
                FoundersKey::Faulty(KeyError::Founders(path, FoundersKeyFault::Other))
            }
            Err(KeyError::Founders(_, FoundersKeyFault::Missing)) if rows.is_empty() && !more => {
                FoundersKey::Unused
            }
            Err(error) => FoundersKey::Faulty(error),
        }
    }

    /// Makes that key, where nothing lies under one. One that another node made first stays.
    pub fn make_founders_key(&self, slug: &Slug) -> Result<RowKey, KeyError> {
        create(&self.founders_file(slug), &*Zeroizing::new(random::<32>()))?;
        self.founders_key(slug)
    }

    fn founders_file(&self, slug: &Slug) -> PathBuf {
        self.letter(slug, "founders")
    }
}
