//! `undersigned import signatories`.

use std::path::PathBuf;

use anyhow::Result;

use super::super::Installation;

/// Arguments of `import signatories`.
#[derive(clap::Args)]
pub(in crate::cli) struct ImportSignatories {
    /// The letter.
    slug: String,
    /// Columns kind, name and country, and optionally others.
    file: PathBuf,
    /// Check everything and keep nothing.
    #[arg(long)]
    dry_run: bool,
    /// Import the lines that hold, and leave the others out.
    #[arg(long)]
    skip_bad: bool,
}

impl ImportSignatories {
    pub(in crate::cli) async fn run(self, place: &Installation) -> Result<()> {
        let _ = (&self, place);
        anyhow::bail!("not built in yet")
    }
}
