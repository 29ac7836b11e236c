//! Whole records: in a bundle, and where they are served.

use std::fs::File;
use std::path::Path;

use undersigned_record::checkpoint::CheckpointError;
use undersigned_record::layout;
use undersigned_record::note::{NoteError, VerifierKey};
use undersigned_record::source::SourceError;
use undersigned_record::verify::{self, verify_bundle, verify_live};

use crate::problem::Problem;
use crate::progress::Bar;
use crate::report::Report;
use crate::web::{Address, Web};

pub(crate) fn check(address: &Address, key: Option<&VerifierKey>) -> Report {
    let bar = Bar::new();
    let mut show = |progress| bar.show(progress);
    let report = verify_live(&mut Web::new(address), key, &mut show);
    Report::of_record(report, |found| problem(address, found))
}

/// What a problem at an address comes to. A mistyped address leads to no key and no checkpoint, or to a web page in
/// their place; that says nothing about any record.
pub(crate) fn problem(address: &Address, found: &verify::Problem) -> Problem {
    use verify::Problem as Found;
    match found {
        Found::Missing(layout::File::Key | layout::File::Checkpoint)
        | Found::Source(layout::File::Key | layout::File::Checkpoint, SourceError::Unusable(_))
        | Found::Key
        | Found::Checkpoint(CheckpointError::Note(NoteError::Malformed)) => {
            Problem::not_checked(format!(
                "there is no letter's record at {address} ({found}); check the address, it looks like \
                 https://host/letters/slug"
            ))
        }
        // Its key and checkpoint came, so this is a log that keeps back a part, and no mistyped address.
        Found::Source(file, SourceError::Refused(status))
            if !matches!(file, layout::File::Key | layout::File::Checkpoint) =>
        {
            Problem::not_checked(format!(
                "the log at {address} withholds a part of its record: {file} was answered with {status}, while \
             others were served; try again later, and if it stays so, say that this record could not be checked"
            ))
        }
        found if found.is_unchecked() => Problem::not_checked(format!("{address}/{found}")),
        found => found.into(),
    }
}

/// # Errors
/// [`Problem`] if the file can't be opened.
pub(crate) fn check_bundle(path: &Path, key: Option<&VerifierKey>) -> Result<Report, Problem> {
    let named = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let file = File::open(path).map_err(|error| Problem::not_checked(named(&error)))?;
    let bar = Bar::new();
    let report = verify_bundle(file, key, &mut |progress| bar.show(progress));
    Ok(Report::of_record(report, |found| {
        if found.is_unchecked() {
            Problem::not_checked(named(found))
        } else {
            found.into()
        }
    }))
}
