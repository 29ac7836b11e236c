//! A verified copy of a record: a bundle.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, BufReader};
use std::path::Path;

use undersigned_record::Hash;
use undersigned_record::bundle::{BundleError, Reader};
use undersigned_record::checkpoint::Checkpoint;
use undersigned_record::disclosure::{Disclosed, Shelf};
use undersigned_record::figures::Figures;
use undersigned_record::layout;
use undersigned_record::note::VerifierKey;
use undersigned_record::source::{Source, SourceError};
use undersigned_record::tile::EntryBundle;
use undersigned_record::verify::{self, Problem, Progress};

/// Why a copy is not believed.
#[derive(Debug, thiserror::Error)]
pub enum CopyError {
    /// The file.
    #[error("the copy can't be read: {0}")]
    Io(#[from] io::Error),
    /// It is no bundle.
    #[error("the copy: {0}")]
    Bundle(#[from] BundleError),
    /// It doesn't verify.
    #[error("the copy does not verify: {0}")]
    Problem(#[from] Problem),
    /// It is whole as a record, but names only some of those who signed.
    #[error(
        "the copy is filtered: it does not hold what {0} signatures show, and a letter is recovered \
         from a whole bundle only"
    )]
    Filtered(u64),
    /// A file of it.
    #[error("a file of the copy {0}")]
    Source(#[from] SourceError),
    /// It verified, and then a file was not what it was.
    #[error("the copy changed while it was read")]
    Changed,
}

/// What stands at one index beside the log.
pub(super) type Shown = BTreeMap<u64, Disclosed>;

/// A copy of a letter's record that verified against the letter's own key.
pub struct RecordCopy {
    reader: Reader<BufReader<File>>,
    /// Its head.
    pub checkpoint: Checkpoint,
    /// The figures at that head.
    pub figures: Figures,
}

impl RecordCopy {
    /// Verifies the bundle at `path`.
    pub fn open(
        path: &Path,
        key: &VerifierKey,
        progress: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<Self, CopyError> {
        let bundle = BufReader::new(File::open(path)?);
        let report = verify::verify_bundle(bundle, Some(key), &mut |step| progress(step));
        if let Some(problem) = report.problems.into_iter().next() {
            return Err(problem.into());
        }
        if let Some(filtered) = report.filter {
            return Err(CopyError::Filtered(filtered.openings));
        }
        let (Some(checkpoint), Some(figures)) = (report.checkpoint, report.figures) else {
            return Err(CopyError::Changed);
        };
        let mut reader = Reader::open(BufReader::new(File::open(path)?))?;
        reader.bind(key)?;
        Ok(Self {
            reader,
            checkpoint,
            figures,
        })
    }

    /// Whether the copy's tree extends the tree of `size` entries with `root`.
    pub(super) fn extends(&mut self, size: u64, root: Hash) -> bool {
        let old = Checkpoint {
            origin: self.checkpoint.origin.clone(),
            size,
            root,
        };
        size == 0 || verify::consistent(&mut self.reader, &old, &self.checkpoint).is_ok()
    }

    /// Entries 256·n to 256·n+255, as far as there are.
    pub(super) fn entries(&mut self, n: u64) -> Result<Vec<Vec<u8>>, CopyError> {
        let bundle = EntryBundle::at(n, self.checkpoint.size).ok_or(CopyError::Changed)?;
        let bytes = self.reader.read(&layout::File::Entries(bundle))?;
        let bytes = bytes.ok_or(CopyError::Changed)?;
        let entries = bundle.decode(&bytes).map_err(|_| CopyError::Changed)?;
        Ok(entries.into_iter().map(<[u8]>::to_vec).collect())
    }

    /// The current openings of the same entries.
    pub(super) fn openings(&mut self, n: u64) -> Result<Shown, CopyError> {
        self.shown(Shelf::Openings, n, &layout::File::Openings(n))
    }

    /// The current statements of the same entries.
    pub(super) fn statements(&mut self, n: u64) -> Result<Shown, CopyError> {
        self.shown(Shelf::Statements, n, &layout::File::Statements(n))
    }

    /// The text that a recorded digest is of.
    pub(super) fn text(&mut self, file: &layout::File) -> Result<Vec<u8>, CopyError> {
        self.reader.read(file)?.ok_or(CopyError::Changed)
    }

    fn shown(&mut self, shelf: Shelf, n: u64, file: &layout::File) -> Result<Shown, CopyError> {
        let bytes = self.reader.read(file)?.unwrap_or_default();
        let lines = shelf.read(n, &bytes).map_err(|_| CopyError::Changed)?;
        Ok(lines.into_iter().map(|line| (line.index, line)).collect())
    }
}
