//! Whole records: in a bundle, and where they are served.

use std::fs::File;
use std::path::Path;

use undersigned_record::note::VerifierKey;
use undersigned_record::verify::{verify_bundle, verify_live};

use crate::progress::Bar;
use crate::report::Report;
use crate::web::{Address, Web};

pub(crate) fn check(address: &Address, key: Option<&VerifierKey>) -> Report {
    let bar = Bar::new();
    let mut show = |progress| bar.show(progress);
    verify_live(&mut Web::new(address), key, &mut show).into()
}

/// # Errors
/// A message if the file can't be opened.
pub(crate) fn check_bundle(path: &Path, key: Option<&VerifierKey>) -> Result<Report, String> {
    let file = File::open(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let bar = Bar::new();
    Ok(verify_bundle(file, key, &mut |progress| bar.show(progress)).into())
}
