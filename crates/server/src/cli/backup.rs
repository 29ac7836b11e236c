//! `undersigned backup`.

use std::path::PathBuf;

use anyhow::Result;

use super::Installation;

/// Arguments of `backup`.
#[derive(clap::Args)]
pub(super) struct Backup {
    /// The file to write; it must not exist.
    #[arg(short, long, value_name = "FILE")]
    output: PathBuf,
}

impl Backup {
    pub(super) async fn run(self, place: &Installation) -> Result<()> {
        let _ = (&self, place);
        anyhow::bail!("not built in yet")
    }
}
