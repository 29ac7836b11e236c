//! Bringing a letter or its founding signatories in from files.

mod letter;
mod signatories;

use anyhow::Result;

use super::Installation;

/// Bringing a letter or its founding signatories in from files.
#[derive(clap::Subcommand)]
pub(super) enum Import {
    /// A letter from a folder: letter.toml and a text for each language.
    Letter(letter::ImportLetter),
    /// Founding signatories from a table (CSV).
    Signatories(signatories::ImportSignatories),
}

impl Import {
    pub(super) async fn run(self, place: &Installation) -> Result<()> {
        match self {
            Self::Letter(command) => command.run(place).await,
            Self::Signatories(command) => command.run(place).await,
        }
    }
}
