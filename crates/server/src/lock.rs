//! The data directory's lock: one server, or one command that must have it for itself.

use std::fs::{File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};

/// Name of the file that is locked.
pub const LOCK: &str = "lock";

/// Held until dropped; the system lets go of it when the process ends, however it ends.
pub struct DataLock {
    _file: File,
}

/// The lock was not to be had.
#[derive(Debug, thiserror::Error)]
pub enum LockError {
    /// Another process has it.
    #[error(
        "another undersigned uses the data directory {0}: stop it first, or name another directory \
         with --data"
    )]
    Taken(PathBuf),
    /// The file system said no.
    #[error("the lock of the data directory {0}: {1}")]
    Io(PathBuf, io::Error),
}

impl DataLock {
    /// Locks the data directory `data`, which must exist. Does not wait.
    pub fn acquire(data: &Path) -> Result<Self, LockError> {
        let failed = |error| LockError::Io(data.to_owned(), error);
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(data.join(LOCK))
            .map_err(failed)?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(LockError::Taken(data.to_owned())),
            Err(TryLockError::Error(error)) => Err(failed(error)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_at_a_time() {
        let data = tempfile::tempdir().unwrap();
        let held = DataLock::acquire(data.path()).unwrap();
        assert!(matches!(
            DataLock::acquire(data.path()),
            Err(LockError::Taken(_))
        ));
        drop(held);
        assert!(DataLock::acquire(data.path()).is_ok());
    }
}
