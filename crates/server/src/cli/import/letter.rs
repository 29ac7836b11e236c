//! `undersigned import letter`.

use std::path::PathBuf;

use anyhow::Result;

use super::super::Installation;

/// Arguments of `import letter`.
#[derive(clap::Args)]
pub(in crate::cli) struct ImportLetter {
    /// The folder with letter.toml and a text for each language.
    folder: PathBuf,
    /// Check everything and keep nothing.
    #[arg(long)]
    dry_run: bool,
}

impl ImportLetter {
    pub(in crate::cli) async fn run(self, place: &Installation) -> Result<()> {
        let _ = (&self, place);
        anyhow::bail!("not built in yet")
    }
}
