//! `undersigned init`: makes a data directory with its configuration and keys.

use anyhow::Result;

use super::Installation;

/// Arguments of `init`.
#[derive(clap::Args)]
pub(super) struct Init {
    /// An age recipient (age1…) that contacts are sealed to; give it again for each.
    #[arg(long = "recipient", value_name = "AGE1")]
    recipients: Vec<String>,
    /// Where readers find the site, like https://letters.example.org
    #[arg(long)]
    base_url: Option<String>,
    /// sqlite or postgres://…
    #[arg(long)]
    database: Option<String>,
}

impl Init {
    pub(super) async fn run(self, place: &Installation) -> Result<()> {
        let _ = (&self, place);
        anyhow::bail!("not built in yet")
    }
}
