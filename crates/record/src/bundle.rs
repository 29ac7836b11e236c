//! Bundles: a record in one file, to be carried and checked offline.
//!
//! A ZIP with one legal layout (stored, sorted by name, fixed date, `MANIFEST` last). Reader and writer both derive each
//! header byte, so that nothing in the file is free to differ.

mod manifest;
mod reader;
mod writer;
mod zip;

pub use reader::{BundleError, Reader};
pub use writer::{WriteError, write};

use crate::note::VerifierKey;

/// The policy of a log without witnesses (C2SP tlog-policy).
pub(crate) fn policy(key: &VerifierKey) -> String {
    format!("log {key}\nquorum none\n")
}
