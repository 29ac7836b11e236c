//! `undersigned statements`.

use anyhow::Result;

use super::Installation;

/// Statements that wait for a moderator.
#[derive(clap::Subcommand)]
pub(super) enum Statements {
    /// Show what waits, oldest first.
    List {
        /// The letter.
        slug: String,
    },
    /// Publish one.
    Approve {
        /// The letter.
        slug: String,
        /// Its number in the list.
        id: i64,
        /// Show it on the letter's page.
        #[arg(long)]
        feature: bool,
    },
    /// Turn one down; nothing of it stays.
    Reject {
        /// The letter.
        slug: String,
        /// Its number in the list.
        id: i64,
    },
}

impl Statements {
    pub(super) async fn run(self, place: &Installation) -> Result<()> {
        let _ = place;
        anyhow::bail!("not built in yet")
    }
}
