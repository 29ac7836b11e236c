//! Receipts: offline, and against the record as it is served now.

use std::fs;
use std::path::Path;

use undersigned_record::checkpoint::Checkpoint;
use undersigned_record::note::VerifierKey;
use undersigned_record::receipt::{Proven, Receipt};
use undersigned_record::verify::{checkpoint, consistent};

use crate::report::{Report, Signature};
use crate::web::{Address, Web};

/// # Errors
/// A message if the file can't be read.
pub(crate) fn check(
    path: &Path,
    key: Option<&VerifierKey>,
    log: Option<&Address>,
) -> Result<Report, String> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let pinned = key.is_some();
    Ok(match verdict(&bytes, key, log) {
        Ok((checkpoint, signature)) => Report::of_receipt(pinned, checkpoint, signature),
        Err(problem) => Report::failed(pinned, problem),
    })
}

fn verdict(
    bytes: &[u8],
    key: Option<&VerifierKey>,
    log: Option<&Address>,
) -> Result<(Checkpoint, Signature), String> {
    let text = std::str::from_utf8(bytes).map_err(|_| "the receipt is not UTF-8".to_owned())?;
    let receipt = Receipt::parse(text).map_err(|error| error.to_string())?;
    let key = key.unwrap_or(&receipt.key);
    let proven = receipt.verify(key).map_err(|error| error.to_string())?;
    let now = log
        .map(|address| compare(address, key, &proven))
        .transpose()?;
    let Proven {
        entry,
        opening,
        checkpoint,
    } = proven;
    Ok((
        checkpoint,
        Signature {
            index: receipt.index,
            entry,
            opening,
            now,
        },
    ))
}

/// Checks that the receipt's tree and that of the served checkpoint are one history; gives the latter's size.
fn compare(address: &Address, key: &VerifierKey, proven: &Proven) -> Result<u64, String> {
    let mut web = Web::new(address);
    let now = checkpoint(&mut web, key).map_err(|problem| format!("{address}: {problem}"))?;
    consistent(&mut web, &proven.checkpoint, &now).map_err(|problem| problem.to_string())?;
    Ok(now.size)
}
