//! A small disk of our own, which can be filled.

use std::{
    fs::{self, File},
    io::{ErrorKind, Write as _},
    path::{Path, PathBuf},
};

use tempfile::TempDir;

use crate::root::as_root;

/// A file system in memory. Dropping it takes it away; whoever has files on it must have ended.
pub struct Disk {
    place: TempDir,
}

impl Disk {
    /// Mounts one of so many megabytes (2^20 bytes).
    ///
    /// # Errors
    ///
    /// Why it can't be: mounting takes root's rights, which a container may not have.
    ///
    /// # Panics
    ///
    /// If no directory can be made.
    pub fn mount(megabytes: u32) -> Result<Self, String> {
        let place = tempfile::Builder::new()
            .prefix("undersigned-disk-")
            .tempdir()
            .expect("a directory");
        let mut command = as_root("mount");
        command.args(["-t", "tmpfs", "-o"]);
        command.arg(format!("size={megabytes}m,mode=0755"));
        command.arg("tmpfs").arg(place.path());
        let output = command.output().map_err(|error| error.to_string())?;
        if output.status.success() {
            Ok(Self { place })
        } else {
            Err(String::from_utf8_lossy(&output.stderr).trim().to_owned())
        }
    }

    /// Its root directory.
    #[must_use]
    pub fn path(&self) -> &Path {
        self.place.path()
    }

    /// Fills it until only so many bytes are free.
    ///
    /// # Panics
    ///
    /// If it can't be written to for another reason than that it is full.
    pub fn fill(&self, free: u64) {
        let mut ballast = File::create(self.ballast()).expect("our own disk");
        let block = vec![0; 64 << 10];
        let full = loop {
            if let Err(error) = ballast.write_all(&block) {
                break error;
            }
        };
        assert_eq!(full.kind(), ErrorKind::StorageFull, "{full}");
        let length = ballast.metadata().expect("our own file").len();
        let length = length.checked_sub(free).expect("more was free");
        ballast.set_len(length).expect("our own file");
    }

    /// Makes all the room again that [`Disk::fill`] took.
    ///
    /// # Panics
    ///
    /// If it wasn't filled.
    pub fn make_room(&self) {
        fs::remove_file(self.ballast()).expect("it was filled");
    }

    fn ballast(&self) -> PathBuf {
        self.path().join("ballast")
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let mut command = as_root("umount");
        // Lazily: a process that just ended may still be let go of.
        command.arg("--lazy").arg(self.path());
        let _ = command.status();
    }
}
