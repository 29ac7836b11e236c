//! `undersigned export contacts`.

use std::path::PathBuf;

use anyhow::Result;

use super::super::Installation;

/// Arguments of `export contacts`.
#[derive(clap::Args)]
pub(in crate::cli) struct ExportContacts {
    /// The letter.
    slug: String,
    /// The file to write; it must not exist.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

impl ExportContacts {
    pub(in crate::cli) async fn run(self, place: &Installation) -> Result<()> {
        let _ = (&self, place);
        anyhow::bail!("not built in yet")
    }
}
