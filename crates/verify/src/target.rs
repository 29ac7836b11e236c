//! What there is to check: told by its address or by its first and last bytes, never by its name.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::path::PathBuf;

use crate::web::Address;

/// How a receipt begins (tlog-proof), how a ZIP does, and where and how a ZIP's end record begins (APPNOTE.TXT 4.3.16).
const RECEIPT: &[u8] = b"c2sp.org/";
const ZIP: &[u8] = b"PK\x03\x04";
const ZIP_END: &[u8] = b"PK\x05\x06";
const ZIP_END_LENGTH: u64 = 22;

#[derive(Debug, Clone)]
pub(crate) enum Target {
    Bundle(PathBuf),
    Receipt(PathBuf),
    Address(Address),
}

impl Target {
    /// # Errors
    /// A message if it is none of the three, or can't be read.
    pub(crate) fn find(text: &str) -> Result<Self, String> {
        if text.contains("://") {
            return text.parse().map(Self::Address);
        }
        match sniff(text) {
            Ok(Some(kind)) => Ok(kind(text.into())),
            Ok(None) => Err(format!(
                "{text} is neither a bundle (.zip) nor a receipt (.tlog-proof); download it again from the letter's site"
            )),
            Err(error) => Err(format!(
                "{text} cannot be read ({error}); name a file, or an address that begins with https://"
            )),
        }
    }
}

type Make = fn(PathBuf) -> Target;

/// A bundle that is damaged at one end is known by the other, so that it is told what is wrong with it.
fn sniff(path: &str) -> io::Result<Option<Make>> {
    let mut file = File::open(path)?;
    let mut start = Vec::new();
    (&mut file).take(9).read_to_end(&mut start)?;
    if start == RECEIPT {
        return Ok(Some(Target::Receipt));
    }
    let length = file.seek(SeekFrom::End(0))?;
    file.seek(SeekFrom::Start(length.saturating_sub(ZIP_END_LENGTH)))?;
    let mut end = Vec::new();
    file.take(ZIP_END_LENGTH).read_to_end(&mut end)?;
    let zip = start.starts_with(ZIP) || end.starts_with(ZIP_END);
    Ok(zip.then_some(Target::Bundle as Make))
}
