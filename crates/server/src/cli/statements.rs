//! `undersigned statements`.

use anyhow::{Result, anyhow};

use super::{Installation, letter, say};
use crate::acts::access::Moderator::Operator;
use crate::acts::{ActError, moderation};

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
        match self {
            Self::List { slug } => list(place, &slug).await,
            Self::Approve { slug, id, feature } => {
                let (app, letter) = letter::open(place, &slug).await?;
                let approved =
                    moderation::approve_statement(&app, Operator, &letter, id, feature).await;
                approved.map_err(|error| unknown(error, &slug, id))?;
                say::line("Approved: the record has it as soon as the server runs.");
                Ok(())
            }
            Self::Reject { slug, id } => {
                let (app, letter) = letter::open(place, &slug).await?;
                let rejected = moderation::reject_statement(&app, Operator, &letter, id).await;
                rejected.map_err(|error| unknown(error, &slug, id))?;
                say::line("Rejected: nothing of it is left.");
                Ok(())
            }
        }
    }
}

/// What to say where nothing waits as `id`.
fn unknown(error: ActError, slug: &str, id: i64) -> anyhow::Error {
    match error {
        ActError::NoLink => anyhow!(
            "no statement of {slug} waits as {id}: see `undersigned statements list {slug}`"
        ),
        other => other.into(),
    }
}

async fn list(place: &Installation, slug: &str) -> Result<()> {
    let (app, letter) = letter::open(place, slug).await?;
    let held = moderation::held_statements(&app, &letter, moderation::ALL).await?;
    if held.is_empty() {
        say::line("Nothing waits.");
    }
    for one in held {
        say::line(format_args!("{}  {:?} ({})", one.id, one.name, one.lang));
        say::line(format_args!("    {:?}", one.words));
    }
    Ok(())
}
