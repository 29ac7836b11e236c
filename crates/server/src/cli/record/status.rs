//! `undersigned record status`.

use anyhow::Result;

use super::super::Installation;

/// Arguments of `record status`.
#[derive(clap::Args)]
pub(in crate::cli) struct Status {
    /// The letter.
    slug: String,
}

impl Status {
    pub(in crate::cli) async fn run(self, place: &Installation) -> Result<()> {
        let _ = (&self, place);
        anyhow::bail!("not built in yet")
    }
}
