//! The data directory's lock: one process serves it at a time.

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;

/// The lock; let go when dropped, and when its process ends however it ends.
pub struct DataLock {
    _file: File,
}

impl DataLock {
    /// Takes the lock of the data directory `data`.
    ///
    /// # Errors
    /// [`io::ErrorKind::WouldBlock`] where another process has it.
    pub fn acquire(data: &Path) -> io::Result<Self> {
        crate::app::private_folder(data)?;
        let file = File::options()
            .create(true)
            .truncate(false)
            .write(true)
            .open(data.join("lock"))?;
        match file.try_lock() {
            Ok(()) => Ok(Self { _file: file }),
            Err(TryLockError::WouldBlock) => Err(io::ErrorKind::WouldBlock.into()),
            Err(TryLockError::Error(error)) => Err(error),
        }
    }
}
