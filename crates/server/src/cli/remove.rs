//! `undersigned remove`.

use anyhow::Result;

use super::Installation;

/// Arguments of `remove`.
#[derive(clap::Args)]
pub(super) struct Remove {
    /// The letter.
    slug: String,
    /// Index of the signature in the record.
    index: i64,
    /// Why, as the record will say for ever.
    #[arg(long, value_name = "WORD")]
    reason: String,
}

impl Remove {
    pub(super) async fn run(self, place: &Installation) -> Result<()> {
        let _ = (&self, place);
        anyhow::bail!("not built in yet")
    }
}
