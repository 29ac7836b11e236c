//! Receipts: offline, and against the record as it is served now.

use std::fs;
use std::path::Path;

use undersigned_record::note::VerifierKey;
use undersigned_record::receipt::{Proven, Receipt};
use undersigned_record::verify::{checkpoint, consistent};

use crate::live;
use crate::problem::{Kind, Problem};
use crate::report::{Report, Signature};
use crate::web::{Address, Web};

/// # Errors
/// [`Problem`] if the file can't be read, the receipt doesn't hold, or the log can't be compared with it.
pub(crate) fn check(
    path: &Path,
    key: Option<&VerifierKey>,
    log: Option<&Address>,
) -> Result<Report, Problem> {
    let bytes = fs::read(path)
        .map_err(|error| Problem::not_checked(format!("{}: {error}", path.display())))?;
    let text = std::str::from_utf8(&bytes)
        .map_err(|_| Problem::does_not_hold("the receipt is not UTF-8"))?;
    let receipt = Receipt::parse(text).map_err(Problem::does_not_hold)?;
    let pinned = key.is_some();
    let key = key.unwrap_or(&receipt.key);
    let proven = receipt.verify(key).map_err(Problem::does_not_hold)?;
    let now = log
        .map(|address| compare(address, key, &proven))
        .transpose()?;
    let Proven {
        entry,
        opening,
        checkpoint,
    } = proven;
    let signature = Signature {
        index: receipt.index,
        entry,
        opening,
        now,
    };
    Ok(Report::of_receipt(pinned, checkpoint, signature))
}

/// Checks that the receipt's tree and that of the served checkpoint are one history; gives the latter's size.
fn compare(address: &Address, key: &VerifierKey, proven: &Proven) -> Result<u64, Problem> {
    let mut web = Web::new(address);
    let now = checkpoint(&mut web, key).and_then(|now| {
        consistent(&mut web, &proven.checkpoint, &now)?;
        Ok(now.size)
    });
    now.map_err(|found| {
        let problem = live::problem(address, &found);
        match problem.kind {
            Kind::NotChecked => Problem::not_checked(format!(
                "the receipt holds by itself, but was not compared with the log: {problem}"
            )),
            Kind::DoesNotHold => Problem::does_not_hold(format!("{address}: {problem}")),
        }
    })
}
