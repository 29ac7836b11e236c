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

use std::io::{self, Read};

use crate::note::VerifierKey;

/// The second verifier, for whoever has Python and no program of ours. It goes into each bundle.
pub const VERIFIER: &[u8] = include_bytes!("../verify.py");

/// The policy of a log without witnesses (C2SP tlog-policy).
pub(crate) fn policy(key: &VerifierKey) -> String {
    format!("log {key}\nquorum none\n")
}

/// Reads to the end, piece by piece; gives the number of bytes.
fn pieces(from: &mut impl Read, mut each: impl FnMut(&[u8]) -> io::Result<()>) -> io::Result<u64> {
    let (mut buffer, mut length) = (vec![0; 1 << 16], 0);
    loop {
        let read = from.read(&mut buffer)?;
        if read == 0 {
            return Ok(length);
        }
        each(&buffer[..read])?;
        length += read as u64;
    }
}
