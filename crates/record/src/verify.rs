//! Verification: the whole record, from its bytes to its figures.
//!
//! Two passes. The first reads all entries once, rebuilds the tree, compares every tile, applies every rule and compares
//! the root with the signed checkpoint. The second reads them again, now that it is known which commitments
//! are current, and checks what is disclosed beside the log. Only the tree's edge, [`Rules`](crate::rules::Rules) and
//! 32 bytes for each 256 entries stay in memory.

mod history;
mod pass;
mod problem;
mod shown;

use std::io::{Read, Seek};

use serde::Serialize;

pub use history::consistent;
pub use problem::Problem;

pub(crate) use pass::{Verification, text_files};
pub(crate) use shown::Table;

use crate::bundle::Reader;
use crate::checkpoint::{Checkpoint, CheckpointError};
use crate::entry::State;
use crate::figures::Figures;
use crate::filter::{Filter, Filtered};
use crate::layout::File;
use crate::note::VerifierKey;
use crate::source::Source;

/// What verification says in the end.
#[derive(Debug, Serialize)]
pub struct Report {
    /// Everything holds.
    pub ok: bool,
    /// The key came from the caller. Otherwise it came with the record, whose origin is then unproven.
    pub key_pinned: bool,
    /// The figures, if everything holds.
    pub figures: Option<Figures>,
    /// The head that was verified, if everything holds.
    pub checkpoint: Option<Checkpoint>,
    /// The first thing that doesn't hold.
    pub problems: Vec<Problem>,
    /// Whose openings a filtered bundle holds, and how many it leaves out; `None` for a record with all of them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub filter: Option<Filtered>,
    /// The letter's state; `None` before it opened or if not everything holds.
    #[serde(skip)]
    pub state: Option<State>,
}

/// How far verification got: entries read, over both passes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Entries read so far.
    pub done: u64,
    /// Entries to read in all.
    pub total: u64,
}

/// What the end of a verification knows.
struct Verdict {
    figures: Figures,
    checkpoint: Checkpoint,
    filter: Option<Filtered>,
    state: Option<State>,
}

impl Report {
    fn new(result: Result<Verdict, Problem>, key_pinned: bool) -> Self {
        match result {
            Ok(Verdict {
                figures,
                checkpoint,
                filter,
                state,
            }) => Self {
                ok: true,
                key_pinned,
                figures: Some(figures),
                checkpoint: Some(checkpoint),
                problems: Vec::new(),
                filter,
                state,
            },
            Err(problem) => Self {
                ok: false,
                key_pinned,
                figures: None,
                checkpoint: None,
                problems: vec![problem],
                filter: None,
                state: None,
            },
        }
    }
}

/// Verifies a bundle. With `key` the bundle must be that log's; without, it need only agree with the key it holds.
pub fn verify_bundle<R: Read + Seek>(
    bundle: R,
    key: Option<&VerifierKey>,
    progress: &mut dyn FnMut(Progress),
) -> Report {
    Report::new(bundle_verdict(bundle, key, progress), key.is_some())
}

/// Verifies a record where it is served, while it may grow. With `key` it must be that log's.
pub fn verify_live<S: Source>(
    source: &mut S,
    key: Option<&VerifierKey>,
    progress: &mut dyn FnMut(Progress),
) -> Report {
    Report::new(live_verdict(source, key, progress), key.is_some())
}

fn bundle_verdict<R: Read + Seek>(
    bundle: R,
    key: Option<&VerifierKey>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Verdict, Problem> {
    let mut reader = Reader::open(bundle)?;
    let key = the_key(&mut reader, key)?;
    if let Err(mistaken @ Problem::Checkpoint(CheckpointError::OtherLetter { .. })) =
        checkpoint(&mut reader, &key)
    {
        return Err(mistaken);
    }
    reader.bind(&key)?;
    let policy = crate::bundle::policy(&key);
    expect(&mut reader, &File::Key, format!("{key}\n").as_bytes())?;
    expect(&mut reader, &File::Policy, policy.as_bytes())?;
    let filtered = filter(&mut reader)?;
    let filter = filtered.map_or_else(Filter::default, |filtered| filtered.filter);
    let mut table = reader.compare(&File::Signatories)?;
    let mut verification = Verification::start(&mut reader, key, progress)?;
    verification.held = filter;
    verification.read_entries()?;
    if filtered.is_some_and(|filtered| filtered != filter.over(&verification.rules)) {
        return Err(Problem::LeftOut);
    }
    verification.read_texts()?;
    let mut sink = |reader: &mut Reader<R>, rows: &[u8]| match reader.continues(&mut table, rows)? {
        true => Ok(()),
        false => Err(Problem::Signatories),
    };
    verification.read_shown(Some(Table {
        filter,
        sink: &mut sink,
    }))?;
    let verdict = Verdict {
        filter: filtered,
        ..verdict(&verification)
    };
    if !reader.ends(table)? {
        return Err(Problem::Signatories);
    }
    reader.skim_attached()?;
    match reader.unread() {
        Some(name) => Err(Problem::Surplus(name.to_owned())),
        None => Ok(verdict),
    }
}

fn filter<S: Source>(source: &mut S) -> Result<Option<Filtered>, Problem> {
    let bytes = source
        .read(&File::Filter)
        .map_err(|error| Problem::Source(File::Filter, error))?;
    let filtered = bytes.map(|bytes| Filtered::parse(&bytes).ok_or(Problem::Filter));
    filtered.transpose()
}

fn live_verdict<S: Source>(
    source: &mut S,
    key: Option<&VerifierKey>,
    progress: &mut dyn FnMut(Progress),
) -> Result<Verdict, Problem> {
    let key = the_key(source, key)?;
    let mut verification = Verification::start(source, key, progress)?;
    verification.read_entries()?;
    verification.read_shown(None)?;
    verification.read_texts()?;
    Ok(verdict(&verification))
}

/// The report of a verification that found nothing wrong with the caller's own log.
pub(crate) fn good<S: Source>(verification: &Verification<'_, S>) -> Report {
    Report::new(Ok(verdict(verification)), true)
}

fn verdict<S: Source>(verification: &Verification<'_, S>) -> Verdict {
    Verdict {
        figures: verification.rules.figures().clone(),
        state: verification.rules.state(),
        checkpoint: verification.checkpoint.clone(),
        filter: None,
    }
}

/// The caller's key, or the one that the record names for itself.
///
/// # Errors
/// [`Problem`] if the record has to name one and doesn't.
pub fn the_key<S: Source>(
    source: &mut S,
    key: Option<&VerifierKey>,
) -> Result<VerifierKey, Problem> {
    if let Some(key) = key {
        return Ok(key.clone());
    }
    let bytes = pass::need(source, &File::Key)?;
    let line = std::str::from_utf8(&bytes)
        .ok()
        .map(|text| text.trim_end_matches('\n'));
    line.and_then(|line| line.parse().ok()).ok_or(Problem::Key)
}

/// The newest checkpoint that `source` shows.
///
/// # Errors
/// [`Problem`] if it isn't there or `key` didn't sign it.
pub fn checkpoint<S: Source>(source: &mut S, key: &VerifierKey) -> Result<Checkpoint, Problem> {
    pass::checkpoint(source, key)
}

fn expect<S: Source>(source: &mut S, file: &File, bytes: &[u8]) -> Result<(), Problem> {
    if pass::need(source, file)? == bytes {
        Ok(())
    } else {
        Err(Problem::NotThis(file.clone()))
    }
}
