//! Keys of the addresses of what is held: a file for each, deleted when it is decided. With it goes whatever of the
//! address a backup, a log or a free page still holds.

use std::collections::HashSet;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use super::keydir::{KeyError, create, read};
use super::{RowKey, random};

/// Seconds for which a key may be without a row: that of a submission that is being held this very moment.
const GRACE: u64 = 3600;

/// The keys, each by the number of its submission.
#[derive(Clone)]
pub struct AskingKeys {
    folder: PathBuf,
}

impl AskingKeys {
    pub(super) fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// Encrypts what belongs to a submission, under a new key of its own.
    pub fn encrypt(&self, submission: i64, plain: &[u8]) -> Result<Vec<u8>, KeyError> {
        let path = self.path(submission);
        create(&path, &*zeroize::Zeroizing::new(random::<32>()))?;
        let sealed = self.key(&path)?.encrypt(submission, plain);
        sealed.ok_or(KeyError::Damaged(path))
    }

    /// Decrypts what [`encrypt`](Self::encrypt) gave, while its key is there.
    pub fn decrypt(&self, submission: i64, bytes: &[u8]) -> Result<Vec<u8>, KeyError> {
        let path = self.path(submission);
        let plain = self.key(&path)?.decrypt(submission, bytes);
        plain.ok_or(KeyError::Damaged(path))
    }

    /// Deletes the key of a submission, if there is one.
    pub fn forget(&self, submission: i64) -> Result<(), KeyError> {
        remove(&self.path(submission))
    }

    /// Deletes the keys of all other submissions than `held`, but for those made within the hour. Gives how many.
    pub fn purge(&self, held: &HashSet<i64>, now: i64) -> Result<usize, KeyError> {
        let failed = |error: io::Error| KeyError::Io(self.folder.clone(), error.kind());
        let mut gone = 0;
        for file in fs::read_dir(&self.folder).map_err(failed)? {
            let file = file.map_err(failed)?;
            let of = file.file_name().to_string_lossy().parse::<i64>();
            if of.is_ok_and(|of| held.contains(&of)) || is_fresh(&file, now) {
                continue;
            }
            remove(&file.path())?;
            gone += 1;
        }
        Ok(gone)
    }

    fn key(&self, path: &Path) -> Result<RowKey, KeyError> {
        RowKey::new(&read(path)?).ok_or_else(|| KeyError::Damaged(path.to_owned()))
    }

    fn path(&self, submission: i64) -> PathBuf {
        self.folder.join(submission.to_string())
    }
}

fn remove(path: &Path) -> Result<(), KeyError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => {
            Err(KeyError::Io(path.to_owned(), error.kind()))
        }
        _ => Ok(()),
    }
}

/// Whether a file was made within [`GRACE`] before `now` (unix seconds); one whose age can't be told was not.
fn is_fresh(file: &fs::DirEntry, now: i64) -> bool {
    let made = file.metadata().and_then(|about| about.modified());
    let made = made.map(|made| made.duration_since(UNIX_EPOCH).unwrap_or_default());
    made.is_ok_and(|made| made.as_secs() + GRACE > now.unsigned_abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_while_its_key_is_there() {
        let folder = tempfile::tempdir().unwrap();
        let keys = AskingKeys::new(folder.path().to_owned());
        let sealed = keys.encrypt(7, b"ana@a.example").unwrap();
        let other = keys.encrypt(8, b"ben@b.example").unwrap();
        assert_eq!(keys.decrypt(7, &sealed).unwrap(), b"ana@a.example");
        assert!(keys.decrypt(8, &sealed).is_err());
        keys.forget(7).unwrap();
        keys.forget(7).unwrap();
        assert!(keys.decrypt(7, &sealed).is_err());
        assert_eq!(keys.decrypt(8, &other).unwrap(), b"ben@b.example");
    }

    #[test]
    fn keys_go_whose_rows_are_gone_and_new_ones_are_spared() {
        let folder = tempfile::tempdir().unwrap();
        let keys = AskingKeys::new(folder.path().to_owned());
        for submission in [1, 2, 3] {
            keys.encrypt(submission, b"a").unwrap();
        }
        let old = UNIX_EPOCH + std::time::Duration::from_secs(1_000_000);
        for submission in ["1", "2"] {
            let file = fs::File::open(folder.path().join(submission)).unwrap();
            file.set_modified(old).unwrap();
        }
        let late = 1_000_000 + GRACE.cast_signed();
        assert_eq!(keys.purge(&HashSet::new(), late - 1).unwrap(), 0);
        assert_eq!(keys.purge(&HashSet::from([1]), late).unwrap(), 1);
        let left = |of: &str| folder.path().join(of).exists();
        assert_eq!((left("1"), left("2"), left("3")), (true, false, true));
    }
}
