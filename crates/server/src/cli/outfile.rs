//! Files that a command writes: new, readable by their owner alone, and whole or gone.

use std::fs::{File, OpenOptions};
use std::io::ErrorKind;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, anyhow};

/// A file on its way. Unless it is kept, it is deleted when dropped.
pub(super) struct OutFile {
    path: PathBuf,
    kept: bool,
}

impl OutFile {
    /// Makes the file, which must not exist.
    pub(super) fn create(path: &Path) -> Result<(Self, File)> {
        let file = OpenOptions::new()
            .write(true)
            .create_new(true)
            .mode(0o600)
            .open(path)
            .map_err(|error| match error.kind() {
                ErrorKind::AlreadyExists => anyhow!(
                    "{} exists, and is not overwritten: name a file that does not exist",
                    path.display()
                ),
                _ => anyhow::Error::from(error).context(path.display().to_string()),
            })?;
        let guard = Self {
            path: path.to_owned(),
            kept: false,
        };
        Ok((guard, file))
    }

    /// Makes what was written durable.
    pub(super) fn keep(mut self) -> Result<()> {
        File::open(&self.path)
            .and_then(|file| file.sync_all())
            .with_context(|| self.path.display().to_string())?;
        self.kept = true;
        Ok(())
    }
}

/// What to say of a file that could not be finished.
pub(super) fn not_written(path: &Path) -> String {
    format!("{} was not written", path.display())
}

impl Drop for OutFile {
    fn drop(&mut self) {
        if !self.kept {
            // Half a file would pass for a whole one; where it can't go, the error says enough.
            let _ = std::fs::remove_file(&self.path);
        }
    }
}
