//! `undersigned export bundle`.

use std::path::PathBuf;

use anyhow::Result;

use super::super::Installation;

/// Arguments of `export bundle`.
#[derive(clap::Args)]
pub(in crate::cli) struct ExportBundle {
    /// The letter.
    slug: String,
    /// The file to write; it must not exist.
    #[arg(short, long, value_name = "FILE.zip")]
    output: PathBuf,
}

impl ExportBundle {
    pub(in crate::cli) async fn run(self, place: &Installation) -> Result<()> {
        let _ = (&self, place);
        anyhow::bail!("not built in yet")
    }
}
