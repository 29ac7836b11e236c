//! What there is to check: told by its address or by its first bytes, never by its name.

use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use crate::web::Address;

#[derive(Debug, Clone)]
pub(crate) enum Target {
    Bundle(PathBuf),
    Receipt(PathBuf),
    Address(Address),
}

impl FromStr for Target {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        if text.starts_with("http://") || text.starts_with("https://") {
            return text.parse().map(Self::Address);
        }
        let mut start = Vec::new();
        let file = File::open(Path::new(text)).map_err(|error| error.to_string())?;
        file.take(9)
            .read_to_end(&mut start)
            .map_err(|error| error.to_string())?;
        // Whatever isn't a receipt counts as a bundle, so that a damaged bundle is told what is wrong with it.
        let receipt = start == b"c2sp.org/" || text.ends_with(".tlog-proof");
        Ok(if receipt {
            Self::Receipt(text.into())
        } else {
            Self::Bundle(text.into())
        })
    }
}
