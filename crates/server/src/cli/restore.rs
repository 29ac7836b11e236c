//! `undersigned restore`.

use std::path::PathBuf;

use anyhow::Result;

use super::Installation;

/// Arguments of `restore`.
#[derive(clap::Args)]
pub(super) struct Restore {
    /// What `undersigned backup` wrote.
    file: PathBuf,
    /// Give up what the database holds now.
    #[arg(long)]
    replace: bool,
}

impl Restore {
    pub(super) async fn run(self, place: &Installation) -> Result<()> {
        let _ = (&self, place);
        anyhow::bail!("not built in yet")
    }
}
