//! `undersigned record recover`.

use std::path::PathBuf;

use anyhow::Result;

use super::super::Installation;

/// Arguments of `record recover`.
#[derive(clap::Args)]
pub(in crate::cli) struct Recover {
    /// The letter.
    slug: String,
    /// A newer copy of the record: a bundle.
    #[arg(long, value_name = "BUNDLE.zip", required_unless_present = "accept")]
    from: Option<PathBuf>,
    /// The log's key as a vkey, where it should be another than the letter's own.
    #[arg(long, value_name = "VKEY", requires = "from")]
    key: Option<String>,
    /// There is no newer copy: go on from what the database holds.
    #[arg(long, conflicts_with = "from")]
    accept: bool,
}

impl Recover {
    pub(in crate::cli) async fn run(self, place: &Installation) -> Result<()> {
        let _ = (&self, place);
        anyhow::bail!("not built in yet")
    }
}
