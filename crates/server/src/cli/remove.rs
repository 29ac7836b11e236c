//! `undersigned remove`.

use anyhow::{Context, Result, anyhow};
use undersigned_record::entry::Reason;

use super::{Installation, letter, say};
use crate::acts::{ActError, moderation};

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
        let (app, letter) = letter::open(place, &self.slug).await?;
        let words: Vec<&str> = Reason::ALL.iter().map(|reason| reason.as_str()).collect();
        let reason = self.reason.parse();
        let reason = reason.with_context(|| format!("--reason is one of {}", words.join(", ")))?;
        let removed = moderation::remove(&app, &letter, self.index, reason).await;
        removed.map_err(|error| match error {
            ActError::NoLink => anyhow!("entry {} is no live signature", self.index),
            other => other.into(),
        })?;
        say::line("Removed: nothing shows it any more, and the record will say why.");
        Ok(())
    }
}
