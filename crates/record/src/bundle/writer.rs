use std::io::{self, Read, Seek, SeekFrom, Write};

use sha2::{Digest, Sha256};

use super::manifest::Manifest;
use super::pieces;
use super::zip::{self, Crc, Directory, Member};
use crate::Hash;
use crate::disclosure::Shelf;
use crate::filter::{Filter, Filtered};
use crate::layout::File;
use crate::note::LogKey;
use crate::source::{Source, SourceError};
use crate::tile::{EntryBundle, Tile, WIDTH};
use crate::verify::{Problem, Progress, Report, Table, Verification};

/// Why no bundle was written.
#[derive(Debug, thiserror::Error)]
pub enum WriteError {
    /// The record doesn't verify; a bundle of it would be refused.
    #[error("the record does not verify: {0}")]
    Problem(#[from] Problem),
    /// A file could not be read again.
    #[error("{0} {1}")]
    Source(File, SourceError),
    /// A file was there at verification and is gone.
    #[error("{0} went away while the bundle was written")]
    Gone(File),
    /// A file, or the list of files, is longer than the format can say.
    #[error("{0} has 4 GiB or more")]
    Long(File),
    /// Writing failed.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// Writes the bundle of the record that `source` gives, signed with `key`, to `out`. Of those whom `filter` does not keep
/// it holds neither openings nor statements.
///
/// The record is verified first, so a bundle that would be refused is never written. `source` must be a snapshot: files
/// that change between two readings end in an error. The table of signatories passes through `spool`, an empty
/// file that the caller provides; nothing else is held but one file at a time and the list of names.
///
/// # Errors
/// [`WriteError`]; `out` then holds a part of a bundle, which no reader takes.
pub fn write<S: Source>(
    source: &mut S,
    key: &LogKey,
    filter: Filter,
    mut spool: impl Read + Write + Seek,
    out: impl Write,
    progress: &mut dyn FnMut(Progress),
) -> Result<Report, WriteError> {
    let verifier = key.verifier();
    let mut verification = Verification::start(source, verifier.clone(), progress)?;
    verification.read_entries()?;
    verification.read_texts()?;
    let mut sink = |_: &mut S, rows: &[u8]| spool.write_all(rows).map_err(Problem::Spool);
    verification.read_shown(Some(Table {
        filter,
        sink: &mut sink,
    }))?;
    let filtered = (!filter.keeps_all()).then(|| filter.over(&verification.rules));
    let mut archive = Archive::new(out);
    for (name, file) in named_files(&verification, filtered) {
        match (file, filtered) {
            (File::Key, _) => archive.add(&name, format!("{verifier}\n").as_bytes())?,
            (File::Policy, _) => archive.add(&name, super::policy(&verifier).as_bytes())?,
            (File::Signatories, _) => archive.copy(&name, &mut spool)?,
            (File::Verifier, _) => archive.add(&name, super::VERIFIER)?,
            (File::Filter, Some(filtered)) => archive.add(&name, &filtered.to_bytes())?,
            (File::Openings(n), Some(_)) => {
                archive.shelve(&name, &verification.kept(Shelf::Openings, n, &filter)?)?;
            }
            (File::Statements(n), Some(_)) => {
                archive.shelve(&name, &verification.kept(Shelf::Statements, n, &filter)?)?;
            }
            (file, _) => archive.take(&name, verification.source, &file)?,
        }
    }
    archive.finish(key)?;
    let report = crate::verify::good(&verification);
    Ok(Report {
        filter: filtered,
        ..report
    })
}

/// Every file that the bundle may hold but `MANIFEST`, in the order of their names.
fn named_files<S: Source>(
    verification: &Verification<'_, S>,
    filtered: Option<Filtered>,
) -> Vec<(String, File)> {
    let size = verification.checkpoint.size;
    let mut files = crate::verify::text_files(&verification.rules);
    files.extend(filtered.map(|_| File::Filter));
    files.extend([File::Checkpoint, File::Key, File::Policy, File::Signatories]);
    files.push(File::Verifier);
    files.extend(tree_files(size));
    files.extend(EntryBundle::of(size).map(File::Entries));
    for n in 0..size.div_ceil(WIDTH) {
        files.extend([File::Openings(n), File::Statements(n)]);
    }
    let named = files.into_iter().map(|file| (file.to_string(), file));
    let mut named: Vec<(String, File)> = named.collect();
    named.sort_unstable();
    named
}

/// Every hash tile of a log of `size` entries.
fn tree_files(size: u64) -> impl Iterator<Item = File> {
    let levels = (0u8..8).take_while(move |level| size >> (8 * u32::from(*level)) > 0);
    levels.flat_map(move |level| {
        let tiles = (size >> (8 * u32::from(level))).div_ceil(WIDTH);
        (0..tiles)
            .filter_map(move |index| Tile::at(level, index, size))
            .map(File::Tile)
    })
}

struct Archive<W> {
    out: W,
    offset: u64,
    directory: Vec<u8>,
    manifest: Manifest,
}

impl<W: Write> Archive<W> {
    fn new(out: W) -> Self {
        Self {
            out,
            offset: 0,
            directory: Vec::new(),
            manifest: Manifest::default(),
        }
    }

    fn take<S: Source>(
        &mut self,
        name: &str,
        source: &mut S,
        file: &File,
    ) -> Result<(), WriteError> {
        let bytes = source
            .read(file)
            .map_err(|error| WriteError::Source(file.clone(), error))?;
        match (bytes, file) {
            (Some(bytes), File::Openings(_) | File::Statements(_)) => self.shelve(name, &bytes),
            (Some(bytes), _) => self.add(name, &bytes),
            (None, File::Openings(_) | File::Statements(_)) => Ok(()),
            (None, _) => Err(WriteError::Gone(file.clone())),
        }
    }

    /// A file without lines doesn't exist.
    fn shelve(&mut self, name: &str, bytes: &[u8]) -> Result<(), WriteError> {
        if bytes.is_empty() {
            Ok(())
        } else {
            self.add(name, bytes)
        }
    }

    fn add(&mut self, name: &str, bytes: &[u8]) -> Result<(), WriteError> {
        self.head(name, Crc::of(bytes), bytes.len() as u64)?;
        self.out.write_all(bytes)?;
        self.manifest.0.push((name.to_owned(), Hash::of(bytes)));
        Ok(())
    }

    fn copy(&mut self, name: &str, spool: &mut (impl Read + Seek)) -> Result<(), WriteError> {
        let (mut crc, mut sha) = (Crc::new(), Sha256::new());
        spool.seek(SeekFrom::Start(0))?;
        let length = pieces(spool, |piece| {
            crc.update(piece);
            sha.update(piece);
            Ok(())
        })?;
        self.head(name, crc.value(), length)?;
        spool.seek(SeekFrom::Start(0))?;
        pieces(spool, |piece| self.out.write_all(piece))?;
        self.manifest
            .0
            .push((name.to_owned(), Hash(sha.finalize().into())));
        Ok(())
    }

    fn head(&mut self, name: &str, crc: u32, length: u64) -> Result<(), WriteError> {
        let size = u32::try_from(length)
            .ok()
            .filter(|_| length <= zip::LONGEST);
        let Some(size) = size else {
            return Err(WriteError::Long(name.parse().unwrap_or(File::Manifest)));
        };
        let member = Member {
            crc,
            size,
            offset: self.offset,
        };
        let header = zip::local_header(name, &member);
        self.out.write_all(&header)?;
        self.directory.extend(zip::central_header(name, &member));
        self.offset += header.len() as u64 + length;
        Ok(())
    }

    fn finish(mut self, key: &LogKey) -> Result<(), WriteError> {
        let note = self.manifest.sign(key);
        let count = self.manifest.0.len() as u64 + 1;
        self.head("MANIFEST", Crc::of(note.as_bytes()), note.len() as u64)?;
        self.out.write_all(note.as_bytes())?;
        self.out.write_all(&self.directory)?;
        let size = self.directory.len() as u64;
        let directory = Directory {
            count,
            size,
            offset: self.offset,
        };
        self.out.write_all(&directory.tail())?;
        Ok(self.out.flush()?)
    }
}
