//! Files that only their owner may read.

use std::fs::File;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

use crate::failure::Failure;

/// A file in the making. It has mode 0600 from its first byte (`tempfile` creates it so) and takes
/// its name only when [`PrivateFile::keep`] is called: a run that fails or is killed leaves nothing
/// half-written under the name that was asked for.
pub(crate) struct PrivateFile {
    file: NamedTempFile,
    path: PathBuf,
    replace: bool,
}

impl PrivateFile {
    /// Starts a file that is to be called `path`. With `replace`, what has that name is replaced.
    ///
    /// # Errors
    ///
    /// [`Failure::Exists`] when the name is taken and `replace` is false, [`Failure::Write`].
    pub(crate) fn create(path: &Path, replace: bool) -> Result<Self, Failure> {
        if !replace && path.symlink_metadata().is_ok() {
            return Err(Failure::Exists {
                path: path.to_owned(),
            });
        }
        let folder = match path.parent() {
            Some(folder) if !folder.as_os_str().is_empty() => folder,
            _ => Path::new("."),
        };
        let file = tempfile::Builder::new()
            .prefix(".undersigned-desk-")
            .tempfile_in(folder)
            .map_err(|source| Failure::Write {
                path: path.to_owned(),
                source,
            })?;
        Ok(PrivateFile {
            file,
            path: path.to_owned(),
            replace,
        })
    }

    /// Makes the file durable and gives it its name.
    ///
    /// # Errors
    ///
    /// As for [`PrivateFile::create`]: the name may have been taken in the meantime.
    pub(crate) fn keep(self) -> Result<(), Failure> {
        let PrivateFile {
            file,
            path,
            replace,
        } = self;
        let unwritten = |source| Failure::Write {
            path: path.clone(),
            source,
        };
        file.as_file().sync_all().map_err(unwritten)?;
        let kept = if replace {
            file.persist(&path)
        } else {
            file.persist_noclobber(&path)
        };
        kept.map_err(|error| match error.error.kind() {
            io::ErrorKind::AlreadyExists => Failure::Exists { path: path.clone() },
            _ => unwritten(error.error),
        })?;
        sync_folder(&path).map_err(unwritten)
    }
}

impl Write for PrivateFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.file.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.flush()
    }
}

/// A new name survives a power cut only when its folder was synced. Folders cannot be opened as
/// files on Windows, where the file system orders this by itself.
fn sync_folder(path: &Path) -> io::Result<()> {
    match path.parent() {
        Some(folder) if cfg!(unix) && !folder.as_os_str().is_empty() => {
            File::open(folder)?.sync_all()
        }
        _ => Ok(()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_appears_whole_or_not_at_all() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("contacts.csv");

        let mut dropped = PrivateFile::create(&path, false).unwrap();
        dropped.write_all(b"half").unwrap();
        drop(dropped);
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 0);

        let mut kept = PrivateFile::create(&path, false).unwrap();
        kept.write_all(b"whole").unwrap();
        kept.keep().unwrap();
        assert_eq!(std::fs::read(&path).unwrap(), b"whole");
        assert!(matches!(
            PrivateFile::create(&path, false),
            Err(Failure::Exists { .. })
        ));
    }

    #[test]
    fn a_name_that_was_taken_meanwhile_is_not_overwritten() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("identity.txt");
        let file = PrivateFile::create(&path, false).unwrap();
        std::fs::write(&path, b"theirs").unwrap();
        assert!(matches!(file.keep(), Err(Failure::Exists { .. })));
        assert_eq!(std::fs::read(&path).unwrap(), b"theirs");
    }
}
