//! A letter's record: where it stands, and how to recover it.

mod recover;
mod status;

use anyhow::Result;

use super::Installation;

/// A letter's record: where it stands, and how to recover it.
#[derive(clap::Subcommand)]
pub(super) enum Record {
    /// Make a restored letter signable again, from a newer copy of its record.
    Recover(recover::Recover),
    /// Say where the record stands.
    Status(status::Status),
}

impl Record {
    pub(super) async fn run(self, place: &Installation) -> Result<()> {
        match self {
            Self::Recover(command) => command.run(place).await,
            Self::Status(command) => command.run(place).await,
        }
    }
}
