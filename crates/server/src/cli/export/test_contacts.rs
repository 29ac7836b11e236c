//! `undersigned export test-contacts`.

use std::path::PathBuf;

use anyhow::Result;

use super::super::Installation;

/// Arguments of `export test-contacts`.
#[derive(clap::Args)]
pub(in crate::cli) struct ExportTestContacts {
    /// The letter.
    slug: String,
    /// The file to write; it must not exist.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

impl ExportTestContacts {
    pub(in crate::cli) async fn run(self, place: &Installation) -> Result<()> {
        let _ = (&self, place);
        anyhow::bail!("not built in yet")
    }
}
