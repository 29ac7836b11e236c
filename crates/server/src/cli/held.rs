//! `undersigned held`.

use anyhow::Result;

use super::Installation;

/// Signatures and corrections that wait for a moderator.
#[derive(clap::Subcommand)]
pub(super) enum Held {
    /// Show what waits, oldest first.
    List {
        /// The letter.
        slug: String,
    },
    /// Let one through.
    Approve {
        /// The letter.
        slug: String,
        /// Its number in the list.
        id: i64,
        /// You know that it is genuine: shown as vouched for by the organizers.
        #[arg(long)]
        vouch: bool,
    },
    /// Turn one down; nothing of it stays.
    Reject {
        /// The letter.
        slug: String,
        /// Its number in the list.
        id: i64,
    },
}

impl Held {
    pub(super) async fn run(self, place: &Installation) -> Result<()> {
        let _ = place;
        anyhow::bail!("not built in yet")
    }
}
